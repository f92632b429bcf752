"""What is not finished yet: an answer that streams and a question that is typed, on the disk every second."""

from __future__ import annotations

from collections.abc import Iterable

from eyebox.session import rows
from eyebox.session.store import Store
from eyebox.session.types import Turn
from eyebox_models.ask import BoxFound


class Journal:
    """Beginnings of turns in a store. Every call can be repeated after a StoreBusy."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database = store.database

    def put_draft(self, chat: str, text: str) -> None:
        """Keeps what is typed in a chat and not sent yet."""
        with self._database.write() as connection:
            connection.execute("UPDATE chat SET draft = ? WHERE id = ?", (rows.to_text(text), chat))

    def begin(self, turn: Turn) -> None:
        """Notes that an answer is coming: `turn` without its text."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO journal (turn, chat, begun) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (turn.id, turn.chat, rows.begun_to_json(turn)),
            )

    def append(self, turn: str, text: str, boxes: Iterable[BoxFound] = ()) -> None:
        """Keeps all text and boxes that came for a begun turn so far."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE journal SET text = ?, boxes = ? WHERE turn = ?",
                (rows.to_text(text), rows.found_to_json(boxes), turn),
            )

    def finish(self, turn: Turn) -> None:
        """Makes a begun turn a real one, in one transaction."""
        with self._store.together(), self._database.write() as connection:
            connection.execute("DELETE FROM journal WHERE turn = ?", (turn.id,))
            self._store.save_turn(turn)

    def recover(self) -> tuple[Turn, ...]:
        """Makes what a program left behind that ended in the middle into turns with state "interrupted"."""
        with self._store.together():
            turns = self._database.values(rows.interrupted_from, "SELECT * FROM journal ORDER BY turn")
            for turn in turns:
                self.finish(turn)
        return turns
