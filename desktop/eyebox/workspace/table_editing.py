"""Tables that were read are corrected by hand, as steps of their picture's history."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from eyebox.workspace.annotations import Annotations
from eyebox.workspace.page_step import SetPage
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.page import Page, Table


class TableEditing(QObject):
    """What was changed is kept with the page, so it is what is copied, searched and exported."""

    def __init__(self, pictures: Pictures, annotations: Annotations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._annotations = annotations

    def correct(self, picture: str, table: int, texts: Mapping[int, str]) -> None:
        """Gives cells of a table (by their numbers) other texts, as one step."""
        from eyebox_models.text.cells import with_cells

        page = self._pictures.page(picture)
        if page is None or not 0 <= table < len(page.tables):
            return
        cells = page.tables[table].cells
        changed = {n: text for n, text in texts.items() if 0 <= n < len(cells) and text != cells[n].text}
        if changed:
            said = self.tr("Correct a cell") if len(changed) == 1 else self.tr("Correct cells")
            self._push(picture, page, with_cells(page, table, changed), said)

    def change(self, picture: str, table: int, change: Callable[[Table, Page], Table], text: str) -> None:
        """Makes another table of one; `text` names the step."""
        from eyebox_models.text.cells import with_table

        page = self._pictures.page(picture)
        if page is not None and 0 <= table < len(page.tables):
            self._push(picture, page, with_table(page, table, change(page.tables[table], page)), text)

    def _push(self, picture: str, before: Page, after: Page, text: str) -> None:
        if after != before:
            step = SetPage(self._pictures, picture, before, after, text)
            self._annotations.of(picture).stack.push(step)
