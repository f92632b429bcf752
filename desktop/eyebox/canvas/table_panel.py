"""A table of the picture as a grid below it: looked at beside its place, corrected, copied, saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from eyebox.canvas.table_model import TableModel
from eyebox.canvas.table_view import TableView
from eyebox.theme import Theme
from eyebox.theme.controls import ElidedLabel, button, column, hairline, icon_button, line
from eyebox.theme.copying import CopiedMark
from eyebox.theme.menus import give_menu
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.page import Table

HEIGHT = 260
CHANGES = (
    "merge",
    "split",
    "",
    "row_above",
    "row_below",
    "column_left",
    "column_right",
    "",
    "no_row",
    "no_column",
)
"""What can be done with the selected cells; "" is a separator."""


class TablePanel(Retranslated, QWidget):
    """Signals:
    typed: numbers of cells and the texts that they are to have.
    changed: what of CHANGES is to be done with the selected cells.
    lit: the numbers of the cells that are looked at.
    turned: another table is wanted, so many further. save_wanted, closed: as they say.
    """

    typed = Signal(object)
    changed = Signal(str)
    lit = Signal(object)
    turned = Signal(int)
    save_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number, self._count = 0, 0
        self.model = TableModel(theme, self)
        self.model.typed.connect(self.typed)
        self.view = TableView(self.model)
        self.view.hovered.connect(self._hovered)
        self.view.selectionModel().selectionChanged.connect(self._announce)
        self.view.selectionModel().currentChanged.connect(self._announce)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._title = ElidedLabel("muted")
        self._steps = (icon_button(theme, "chevron-left"), icon_button(theme, "chevron-right"))
        for step, by in zip(self._steps, (-1, 1), strict=True):
            step.clicked.connect(partial(self.turned.emit, by))
        self.cells = QToolButton()
        self.cells.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu = QMenu(self)
        self.changes: dict[str, QAction] = {}
        for name in CHANGES:
            if not name:
                self.menu.addSeparator()
                continue
            action = self.changes[name] = self.menu.addAction("")
            action.setObjectName(name)
            action.triggered.connect(partial(self.changed.emit, name))
        self.menu.aboutToShow.connect(self._enable_changes)
        self.cells.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        give_menu(self.cells, self.menu)
        self.copy = self._button("copy")
        self.copy.clicked.connect(lambda: self.view.copy_as())
        CopiedMark(theme, self.copy)
        self.save = self._button("export")
        self.save.clicked.connect(self.save_wanted)
        self.leave = icon_button(theme, "close")
        self.leave.clicked.connect(self.closed)
        head = line(
            *self._steps, (self._title, 1), self.cells, self.copy, self.save, self.leave,
            spacing=4, margins=(12, 4, 8, 4),
        )  # fmt: skip
        column(hairline(), head, hairline(), (self.view, 1), inside=self)
        self.setMinimumHeight(140)
        theme.changed.connect(self._recolor)
        self._retranslate()

    def _button(self, icon: str) -> QPushButton:
        made = button("quiet")
        made.setIcon(self._theme.icon(icon))
        return made

    @Slot()
    def _recolor(self) -> None:
        for made, icon in ((self.copy, "copy"), (self.save, "export")):
            made.setIcon(self._theme.icon(icon))
        for step, icon in zip(
            (*self._steps, self.leave), ("chevron-left", "chevron-right", "close"), strict=True
        ):
            step.setIcon(self._theme.icon(icon, "muted"))

    def show_table(self, table: Table, number: int, count: int) -> None:
        """Shows one of `count` tables; what was selected stays where the cells stand as before."""
        self._number, self._count = number, count
        self.view.fit(self.model.show_table(table))
        for step in self._steps:
            step.setVisible(count > 1)
        self._steps[0].setEnabled(number > 0)
        self._steps[1].setEnabled(number + 1 < count)
        if not self.view.currentIndex().isValid() and table.cells:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._retranslate()

    def light_cell(self, cell: int) -> None:
        """Lights the cell under the mouse on the picture; -1: none."""
        self.model.light(cell)

    @Slot(int)
    def _hovered(self, cell: int) -> None:
        self.lit.emit([cell] if cell >= 0 else self.view.cells())

    @Slot()
    def _announce(self) -> None:
        self.lit.emit(self.view.cells())

    @Slot()
    def _enable_changes(self) -> None:
        chosen = [self.model.table.cells[n] for n in self.view.cells()]
        self.changes["merge"].setEnabled(len(chosen) > 1)
        self.changes["split"].setEnabled(len(chosen) == 1 and chosen[0].row_span * chosen[0].column_span > 1)
        self.changes["no_row"].setEnabled(self.model.table.rows > 1)
        self.changes["no_column"].setEnabled(self.model.table.columns > 1)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid() and index not in self.view.selectedIndexes():
            self.view.setCurrentIndex(QModelIndex(index))
        self.menu.popup(self.view.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        table = self.model.table
        rows, columns = self.tr("%n row(s)", "", table.rows), self.tr("%n column(s)", "", table.columns)
        size = self.tr("%1, %2").replace("%1", rows).replace("%2", columns)
        many = self.tr("Table %1 of %2").replace("%1", str(self._number + 1)).replace("%2", str(self._count))
        self._title.set_whole(f"{many} · {size}" if self._count > 1 else self.tr("Table") + f" · {size}")
        self.view.setAccessibleName(self.tr("Cells of the table"))
        self.view.setAccessibleDescription(
            self.tr("Typing corrects a cell, F2 edits it, Enter and Tab go on, Delete empties it.")
        )
        self.cells.setText(self.tr("Cells"))
        self.copy.setText(self.tr("Copy"))
        self.save.setText(self.tr("Save…"))
        named = {
            self._steps[0]: self.tr("Previous table"),
            self._steps[1]: self.tr("Next table"),
            self.leave: self.tr("Close the table"),
            self.cells: self.tr("Change the cells of the table"),
            self.copy: self.tr("Copy the selected cells"),
            self.save: self.tr("Save the table as a file"),
        }
        for made, name in named.items():
            made.setAccessibleName(name)
            made.setToolTip(name)
        names = {
            "merge": self.tr("Merge the cells"),
            "split": self.tr("Split the cell"),
            "row_above": self.tr("Insert a row above"),
            "row_below": self.tr("Insert a row below"),
            "column_left": self.tr("Insert a column on the left"),
            "column_right": self.tr("Insert a column on the right"),
            "no_row": self.tr("Delete the rows"),
            "no_column": self.tr("Delete the columns"),
        }
        for name, text in names.items():
            self.changes[name].setText(text)
