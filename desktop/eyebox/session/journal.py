"""What is not finished yet: an answer that streams and a question that is typed, on the disk every second."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from eyebox.session import rows
from eyebox.session.types import Turn
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import BoxFound

if TYPE_CHECKING:
    from eyebox.session.store import Store


class Journal:
    """Beginnings of turns in a store. Every call can be repeated after a StoreBusy."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put_draft(self, chat: str, text: str) -> None:
        """Keeps what is typed in a chat and not sent yet."""
        with self._store.database.write() as connection:
            connection.execute("UPDATE chat SET draft = ? WHERE id = ?", (rows.to_text(text), chat))

    def begin(self, turn: Turn) -> None:
        """Notes that an answer is coming: `turn` without its text."""
        with self._store.database.write() as connection:
            connection.execute(
                "INSERT INTO journal (turn, chat, begun) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (turn.id, turn.chat, rows.begun_to_json(turn)),
            )

    def append(self, turn: str, text: str, boxes: Iterable[BoxFound] = ()) -> None:
        """Keeps all text and boxes that came for a begun turn so far."""
        with self._store.database.write() as connection:
            connection.execute(
                "UPDATE journal SET text = ?, boxes = ? WHERE turn = ?",
                (rows.to_text(text), rows.found_to_json(boxes), turn),
            )

    def finish(self, turn: Turn, boxes: Iterable[tuple[str, Iterable[Box]]] = ()) -> None:
        """Makes a begun turn a real one and adds the boxes that it brought, by picture, in one transaction."""
        with self._store.database.write() as connection:
            connection.execute("DELETE FROM journal WHERE turn = ?", (turn.id,))
            self._store.adopt(turn.chat)
            self._store.save_turn(turn)
            for picture, found in boxes:
                self._store.save_boxes(picture, found)

    def interrupted(self) -> tuple[Turn, ...]:
        """What a program left behind that ended in the middle, as turns with state "interrupted"; nothing is written."""
        return self._store.database.values(rows.interrupted_from, "SELECT * FROM journal ORDER BY turn")

    def recover(self) -> tuple[Turn, ...]:
        """Makes them real turns."""
        turns = self.interrupted()
        if turns:
            with self._store.together():
                for turn in turns:
                    self.finish(turn)
        return turns
