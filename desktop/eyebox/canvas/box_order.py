"""The menu of orders of the box list."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from eyebox.canvas.box_rows import SORTS, Sort
from eyebox.theme.retranslated import Retranslated


class BoxOrder(Retranslated, QMenu):
    """One of SORTS, and whether the boxes stand below a heading for each label. `triggered`: another one was chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        sorts = QActionGroup(self)
        self._sorts: dict[Sort, QAction] = {}
        for sort in SORTS:
            action = self._sorts[sort] = self.addAction("")
            action.setCheckable(True)
            sorts.addAction(action)
        self.addSeparator()
        self._groups = self.addAction("")
        self._groups.setCheckable(True)
        self._retranslate()

    @property
    def order(self) -> list[str | bool]:
        """What is checked, as it is kept: the sort, whether there are headings."""
        sort = next(sort for sort, action in self._sorts.items() if action.isChecked())
        return [sort, self._groups.isChecked()]

    def show_order(self, sort: Sort, is_grouped: bool) -> None:
        self._sorts[sort].setChecked(True)
        self._groups.setChecked(is_grouped)

    def _retranslate(self) -> None:
        names: dict[Sort, str] = {
            "drawn": self.tr("As drawn"), "label": self.tr("By label"), "position": self.tr("By position"),
            "size": self.tr("By size"), "score": self.tr("By score"),
        }  # fmt: skip
        for sort, action in self._sorts.items():
            action.setText(names[sort])
        self._groups.setText(self.tr("Group by label"))
