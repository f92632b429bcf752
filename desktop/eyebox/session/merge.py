"""Brings the sessions of one store into another: what was done beside a file that could not be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from eyebox.session.database import Database
from eyebox.session.write_log import WriteLog

BESIDE = ".pending"

_COPIED = (
    ("session", "id"),
    ("picture", "session"),
    ("box", "picture"),
    ("extra", "picture"),
    ("page", "picture"),
    ("chat", "session"),
    ("turn", "chat"),
    ("journal", "chat"),
    ("passage", "session"),
    ("review", "session"),
    ("review_step", "session"),
    ("state", "owner"),
)
"""Tables in the order that their references ask for, with the column that says whose a row is."""
_NUMBERED = {"turn": "number", "passage": "id", "review": "number", "review_step": "number"}
"""Columns that count on in the file that takes the rows."""


def beside(path: Path) -> Path:
    """The file that is used while the session file `path` can't be."""
    return path.with_name(path.name + BESIDE)


def merge(source: Database, target: Database) -> int:
    """Copies all sessions that hold anything and are not there yet, in one transaction; returns how many.

    Done again it changes nothing. Raises a StoreError; nothing is copied then.
    """
    there = {row["id"] for row in target.rows("SELECT id FROM session")}
    wanted = [row["id"] for row in source.rows(_WITH_CONTENT) if row["id"] not in there]
    if not wanted:
        return 0
    ids = {"session": wanted}
    for name in ("picture", "chat"):
        ids[name] = [row["id"] for row in _rows_of(source, name, "session", wanted)]
    owners = [*wanted, *ids["picture"], *ids["chat"]]
    with target.write() as connection:
        for table, column in _COPIED:
            _copy(source, connection, table, column, ids.get(column, wanted) if column != "owner" else owners)
    return len(wanted)


def forget(path: Path) -> None:
    """Removes a session file that was merged, with what belongs to it."""
    WriteLog.waiting(path).clear()
    for ending in ("-wal", "-shm", ""):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


_WITH_CONTENT = """
    SELECT id FROM session WHERE EXISTS (SELECT 1 FROM picture WHERE picture.session = session.id)
    OR EXISTS (
        SELECT 1 FROM chat WHERE chat.session = session.id AND (
            draft <> '' OR EXISTS (SELECT 1 FROM turn WHERE turn.chat = chat.id)
            OR EXISTS (SELECT 1 FROM journal WHERE journal.chat = chat.id)))
    ORDER BY changed"""


def _rows_of(source: Database, table: str, column: str, owners: Sequence[str]) -> list[sqlite3.Row]:
    order = _NUMBERED.get(table, column)
    return [
        row
        for owner in owners
        for row in source.rows(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY {order}", (owner,))
    ]


def _copy(
    source: Database, connection: sqlite3.Connection, table: str, column: str, owners: Sequence[str]
) -> None:
    rows = _rows_of(source, table, column, owners)
    if not rows:
        return
    names = [name for name in rows[0].keys() if name != _NUMBERED.get(table)]  # noqa: SIM118
    if table in _NUMBERED:
        rows.sort(key=lambda row: row[_NUMBERED[table]])
    connection.executemany(
        f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        [[row[name] for name in names] for row in rows],
    )
