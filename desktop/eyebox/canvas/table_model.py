"""A table that was read, as rows and columns whose cells can be typed into."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from eyebox.formats.numerals import numeral
from eyebox.theme import Theme
from eyebox_models.protocol.page import Table

Index = QModelIndex | QPersistentModelIndex
EMPTY = Table((0.0, 0.0, 0.0, 0.0), 0, 0, ())


def column_name(number: int) -> str:
    """A, B .. Z, AA, AB: as spreadsheets name their columns."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class TableModel(QAbstractTableModel):
    """Signals: typed: numbers of cells and the texts that they are to have. Who keeps tables shows that by `show_table`."""

    typed = Signal(object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = EMPTY
        self._cell_at: dict[tuple[int, int], int] = {}
        self._lit = -1

    def show_table(self, table: Table) -> bool:
        """Shows a table; whether its cells stand otherwise than before."""
        is_new = _shape(table) != _shape(self.table)
        if is_new:
            self.beginResetModel()
        self.table = table
        self._cell_at = {place: n for n, cell in enumerate(table.cells) for place in cell.places()}
        if is_new:
            self._lit = -1
            self.endResetModel()
        elif table.cells:
            self.dataChanged.emit(self.index(0, 0), self.index(table.rows - 1, table.columns - 1))
        return is_new

    def cell(self, index: Index) -> int:
        """The number of the cell at an index, -1 for none."""
        return self._cell_at.get((index.row(), index.column()), -1) if index.isValid() else -1

    def index_of(self, cell: int) -> QModelIndex:
        """Where a cell begins."""
        return self.index(self.table.cells[cell].row, self.table.cells[cell].column)

    def light(self, cell: int) -> None:
        """Lights the cell that the mouse is over on the picture; -1: none."""
        before, self._lit = self._lit, cell if cell < len(self.table.cells) else -1
        for number in {before, self._lit} - {-1}:
            if number < len(self.table.cells):
                index = self.index_of(number)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.BackgroundRole])

    @property
    def lit(self) -> int:
        return self._lit

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.table.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.table.columns

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_name(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = self.cell(index)
        if number < 0:
            return None
        cell = self.table.cells[number]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if numeral(cell.text, ".") else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.BackgroundRole and number == self._lit:
            return self._theme.color("selection")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column_name(cell.column)}{cell.row + 1}: {cell.text}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = self.cell(index)
        if number < 0 or role != Qt.ItemDataRole.EditRole:
            return False
        text = str(value).replace("\r\n", "\n")
        if text != self.table.cells[number].text:
            self.typed.emit({number: text})
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


def _shape(table: Table) -> tuple[Any, ...]:
    cells = ((cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells)
    return table.rows, table.columns, *cells
