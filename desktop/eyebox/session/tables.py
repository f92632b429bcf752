"""What all tables of the session file have in common: who owns a row, when it was changed, and how things stood."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from eyebox.session import rows
from eyebox.session.database import Database


class Tables:
    """Access to the tables by one thread. Each writing call is one transaction. Any call may raise a StoreError."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self.database = database
        self._clock = clock

    def get_state(self, owner: str, key: str, default: Any = None) -> Any:
        """What `set_state` kept for a session, a picture, a chat, or "" for the program.

        With a default it is always of the default's type.
        """
        found = self.database.values(
            rows.state_from, "SELECT value FROM state WHERE owner = ? AND key = ?", (owner, key)
        )
        fits = found and (default is None or isinstance(found[0], type(default)))
        return found[0] if fits else default

    def set_state(self, owner: str, key: str, value: Any) -> None:
        """Keeps a JSON value (zoom, selection, the active tab) that is no change of the session."""
        with self.database.write() as connection:
            connection.execute(
                "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                (owner, key, rows.to_json(value)),
            )

    def owners_of(self, key: str, value: Any) -> set[str]:
        """Who has this value under this key of its state."""
        found = self.database.rows(
            "SELECT owner FROM state WHERE key = ? AND value = ?", (key, rows.to_json(value))
        )
        return {str(row["owner"]) for row in found}

    def _touch(self, session: str) -> None:
        with self.database.write() as connection:
            connection.execute("UPDATE session SET changed = ? WHERE id = ?", (self._clock(), session))

    def _mark(self, table: str, item: str, deleted: bool) -> None:
        with self.database.write() as connection:
            when = self._clock() if deleted else None
            connection.execute(f"UPDATE {table} SET deleted = ? WHERE id = ?", (when, item))
            if table != "session":
                self._touch(self._session_of(table, item))

    def _session_of(self, table: str, item: str) -> str:
        found = self.database.rows(f"SELECT session FROM {table} WHERE id = ?", (item,))
        return str(found[0]["session"]) if found else ""
