"""A selection that outlives rendering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from PySide6.QtGui import QTextCursor, QTextDocument

from eyebox.chat.segments import common_length


@dataclass(frozen=True, slots=True)
class Held:
    """A selection in Qt's positions, and what it says."""

    anchor: int
    caret: int
    text: str

    @classmethod
    def of(cls, cursor: QTextCursor) -> Self:
        return cls(cursor.anchor(), cursor.position(), cursor.selectedText())

    def fits(self, document: QTextDocument) -> bool:
        """Whether a document reaches to its end."""
        return max(self.anchor, self.caret) < document.characterCount()

    def put_back(self, cursor: QTextCursor) -> QTextCursor:
        """The cursor with what was selected, as far as it still says the same."""
        last = cursor.document().characterCount() - 1
        cursor.setPosition(min(self.anchor, last))
        cursor.setPosition(min(self.caret, last), QTextCursor.MoveMode.KeepAnchor)
        if (now := cursor.selectedText()) != self.text:
            start = cursor.selectionStart()
            end = start + common_length(self.text, now)
            forwards = self.anchor <= self.caret
            cursor.setPosition(start if forwards else end)
            cursor.setPosition(end if forwards else start, QTextCursor.MoveMode.KeepAnchor)
        return cursor
