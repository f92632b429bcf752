"""Lines of text that were read wrongly are corrected by hand, as a step of their picture's history."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from eyebox.workspace.annotations import Annotations
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.page import Line, Page, Word


class Correcting(QObject):
    """What was corrected is what is searched, copied and exported."""

    def __init__(self, pictures: Pictures, annotations: Annotations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._annotations = annotations

    def correct(self, picture: str, line: int, text: str) -> None:
        """Gives a line of a picture another text; an empty one changes nothing."""
        page = self._pictures.page(picture)
        if page is None or not 0 <= line < len(page.lines) or not text or text == page.lines[line].text:
            return
        lines = (*page.lines[:line], with_text(page.lines[line], text), *page.lines[line + 1 :])
        step = _SetPage(self._pictures, picture, page, replace(page, lines=lines), self.tr("Correct a line"))
        self._annotations.of(picture).stack.push(step)


class _SetPage(QUndoCommand):
    """Does nothing where the picture was read again in between."""

    def __init__(self, pictures: Pictures, picture: str, before: Page, after: Page, text: str) -> None:
        super().__init__(text)
        self._pictures = pictures
        self._picture = picture
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._put(self._before, self._after)

    def undo(self) -> None:
        self._put(self._after, self._before)

    def _put(self, there: Page, page: Page) -> None:
        if self._picture in self._pictures.records and self._pictures.page(self._picture) == there:
            self._pictures.set_page(self._picture, page)


def with_text(line: Line, text: str) -> Line:
    """A line with the text that a person gave it; its words keep their places where there are as many."""
    pieces = text.split()
    words: tuple[Word, ...] = ()
    if len(pieces) == len(line.words):
        words = tuple(replace(word, text=piece) for word, piece in zip(line.words, pieces, strict=True))
    return replace(line, text=text, words=words, score=1.0)
