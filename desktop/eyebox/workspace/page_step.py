"""A step of a picture's history that gives it another page of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.page import Page


class SetPage(QUndoCommand):
    """Where the picture was read or corrected in between, `again` makes the page of the one that is there and the one that
    was meant; without it nothing is done."""

    def __init__(
        self,
        pictures: Pictures,
        picture: str,
        before: Page,
        after: Page,
        text: str,
        again: Callable[[Page, Page], Page] | None = None,
    ) -> None:
        super().__init__(text)
        self._pictures = pictures
        self._picture = picture
        self._before = before
        self._after = after
        self._again = again

    def redo(self) -> None:
        self._put(self._before, self._after)

    def undo(self) -> None:
        self._put(self._after, self._before)

    def _put(self, there: Page, page: Page) -> None:
        now = self._pictures.page(self._picture) if self._picture in self._pictures.records else None
        if now == there:
            self._pictures.set_page(self._picture, page)
        elif now is not None and self._again is not None:
            self._pictures.set_page(self._picture, self._again(now, page))
