"""Lines of text that were read wrongly are corrected by hand, as a step of their picture's history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from eyebox.workspace.annotations import Annotations
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.page import Line, Page


class Correcting(QObject):
    """What was corrected is what is searched, copied and exported; what the reader had stays beside it."""

    def __init__(self, pictures: Pictures, annotations: Annotations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._annotations = annotations

    def correct(self, picture: str, line: int, text: str) -> None:
        """Gives a line of a picture another text; an empty one changes nothing."""
        self.correct_many(picture, {line: text})

    def correct_many(self, picture: str, texts: Mapping[int, str], added: Iterable[Line] = ()) -> None:
        """Gives lines of a picture (by their numbers) other texts, and adds lines that were missed, as one step."""
        from eyebox_models.text.proof import with_text

        lines = self._lines(picture)
        changed = [
            (lines[n], with_text(lines[n], text))
            for n, text in texts.items()
            if 0 <= n < len(lines) and text.strip() and text != lines[n].text
        ]
        self._push(picture, changed, self.tr("Correct a line"), tuple(added))

    def confirm(self, picture: str, line: int, start: int, end: int) -> None:
        """Says that a part of a line's text is right: the reader is not unsure of it any more."""
        from eyebox_models.text.proof import confirmed

        lines = self._lines(picture)
        if 0 <= line < len(lines):
            changed = [(lines[line], confirmed(lines[line], start, end))]
            self._push(picture, changed, self.tr("Confirm a word"))

    def take_back(self, picture: str, numbers: Iterable[int]) -> None:
        """Gives lines the text that the reader had."""
        lines = self._lines(picture)
        changed = [(line, line.read) for n, line in enumerate(lines) if n in {*numbers} and line.read]
        self._push(picture, changed, self.tr("Take back a correction"))

    def _lines(self, picture: str) -> tuple[Line, ...]:
        page = self._pictures.page(picture)
        return page.lines if page else ()

    def _push(
        self, picture: str, changed: Iterable[tuple[Line, Line]], text: str, added: tuple[Line, ...] = ()
    ) -> None:
        changed = [(before, after) for before, after in changed if before != after]
        if changed or added:
            stack = self._annotations.of(picture).stack
            stack.push(_SetLines(self._pictures, picture, changed, added, text))


class _SetLines(QUndoCommand):
    """Finds its lines again where the picture was read in between, and leaves alone what became another one."""

    def __init__(
        self,
        pictures: Pictures,
        picture: str,
        changed: list[tuple[Line, Line]],
        added: tuple[Line, ...],
        text: str,
    ) -> None:
        super().__init__(text)
        self._pictures = pictures
        self._picture = picture
        self._changed = changed
        self._added = added

    def redo(self) -> None:
        from eyebox_models.text.ignoring import with_line

        self._put(dict(self._changed), with_line)

    def undo(self) -> None:
        from eyebox_models.text.ignoring import without_line

        self._put({after: before for before, after in self._changed}, without_line)

    def _put(self, changed: Mapping[Line, Line], add: Callable[[Page, Line], Page]) -> None:
        from eyebox_models.text.proof import with_lines

        before = self._pictures.page(self._picture) if self._picture in self._pictures.records else None
        if before is not None:
            page = with_lines(before, [changed.get(line, line) for line in before.lines])
            for line in self._added:
                page = add(page, line)
            if page != before:
                self._pictures.set_page(self._picture, page)
