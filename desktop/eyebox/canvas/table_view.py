"""The grid of a table: typed into and copied from as a spreadsheet is."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from eyebox.canvas.table_model import TableModel
from eyebox.formats.copied import Cell, Form, Table, copied
from eyebox.theme.copying import as_mime
from eyebox_models.protocol.page import Table as PageTable

Index = QModelIndex | QPersistentModelIndex
_WIDEST, _ROOM = 320, 20
_Key = Qt.Key
_AFTER = {_Key.Key_Return: (1, 0), _Key.Key_Enter: (1, 0), _Key.Key_Tab: (0, 1), _Key.Key_Backtab: (0, -1)}
"""Where keys that end typing go on: rows down, columns to the right."""


class TableView(QTableView):
    """Signals: hovered: the number of the cell under the mouse, -1 for none."""

    hovered = Signal(int)

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.given_away: Callable[[PageTable], PageTable] = lambda table: table
        """Takes what is blacked out from a table that is copied."""
        self.setObjectName("cells")
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self._entered)
        head = self.verticalHeader()
        head.setMinimumWidth(36)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def fit(self, is_new: bool) -> None:
        """Shows the spans of the table; a new one gets columns as wide as their text."""
        self.clearSpans()
        for cell in self._model.table.cells:
            if (cell.row_span, cell.column_span) != (1, 1):
                self.setSpan(cell.row, cell.column, cell.row_span, cell.column_span)
        if is_new:
            self.resizeColumnsToContents()
            for column in range(self._model.columnCount()):
                self.setColumnWidth(column, min(self.columnWidth(column) + 12, _WIDEST))
        self.resizeRowsToContents()

    def cells(self) -> list[int]:
        """The numbers of the selected cells, row by row."""
        return sorted({self._model.cell(index) for index in self.selectedIndexes()} - {-1})

    def select_cell(self, cell: int) -> None:
        """Selects a cell and brings it into sight."""
        index = self._model.index_of(cell)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def selected_table(self) -> Table:
        """The selected cells as a table of their own; all without any."""
        chosen = self.cells() or range(len(self._model.table.cells))
        given = self.given_away(self._model.table)
        cells = [given.cells[n] for n in chosen]
        top, left = min((c.row for c in cells), default=0), min((c.column for c in cells), default=0)
        rows = [
            [Cell()] * (max(c.column + c.column_span for c in cells) - left)
            for _ in range(max((c.row + c.row_span for c in cells), default=0) - top)
        ]
        for cell in cells:
            rows[cell.row - top][cell.column - left] = Cell(cell.text, cell.column_span, cell.row_span)
        return Table(rows)

    def copy_as(self, _form: Form = "table") -> bool:
        """Puts the selected cells into the clipboard: with tabs, and as HTML."""
        if not self._model.table.cells:
            return False
        found = copied([self.selected_table()])
        QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))
        return True

    def paste_cells(self, text: str) -> bool:
        """Gives the current cell and those to its right and below what stands in rows and columns of a text."""
        begin = self.currentIndex()
        if not begin.isValid() or not text:
            return False
        texts: dict[int, str] = {}
        for y, row in enumerate(csv.reader(io.StringIO(text.rstrip("\n"), newline=""), "excel-tab")):
            for x, cell in enumerate(row):
                number = self._model.cell(self._model.index(begin.row() + y, begin.column() + x))
                if number >= 0:
                    texts.setdefault(number, cell)
        self._model.typed.emit(texts)
        return True

    def step(self, down: int, right: int) -> None:
        """Goes on from the current cell as a spreadsheet does: past a span, at the end of a row to the next."""
        number = self._model.cell(self.currentIndex())
        if number < 0:
            return
        cells = self._model.table.cells
        if right:
            self.select_cell(min(max(number + right, 0), len(cells) - 1))
            return
        cell = cells[number]
        row = cell.row + (cell.row_span if down > 0 else -1)
        if 0 <= row < self._model.rowCount():
            self.select_cell(self._model.cell(self._model.index(row, cell.column)))

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        self.hovered.emit(self._model.cell(index))

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(-1)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self.hovered.emit(self._model.cell(self.indexAt(event.position().toPoint())))
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _types(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        back = keys == Qt.KeyboardModifier.ShiftModifier
        plain = keys == Qt.KeyboardModifier.NoModifier
        if key in _AFTER and (plain or back):
            down, right = _AFTER[_Key(key)]
            self.step(-down if back else down, right)
        elif key in (_Key.Key_Delete, _Key.Key_Backspace) and plain:
            self._model.typed.emit(dict.fromkeys(self.cells(), ""))
        elif key == _Key.Key_F2 and plain:
            self.edit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_as()
        else:
            super().keyPressEvent(event)


def _types(event: QKeyEvent) -> bool:
    """Whether a key means something in the grid, so that no shortcut of the window has it."""
    keys = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if keys:
        return False
    special = (*_AFTER, _Key.Key_Delete, _Key.Key_Backspace, _Key.Key_F2)
    return (bool(event.text()) and event.text().isprintable()) or event.key() in special


class _CellDelegate(QStyledItemDelegate):
    """Cells are typed into in a field of several lines."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = _CellEditor(parent)
        editor.ended.connect(self._end)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the whole cell, and over others where its text needs more."""
        editor.setGeometry(option.rect)
        assert isinstance(editor, _CellEditor)
        editor.grow()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, _CellEditor)
        editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, _CellEditor) and isinstance(model, TableModel)
        model.setData(index, editor.toPlainText())

    @Slot(bool, int, int)
    def _end(self, keep: bool, down: int, right: int) -> None:
        editor = self.sender()
        assert isinstance(editor, _CellEditor)
        if keep:
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self._view.setFocus()
        if keep:
            self._view.step(down, right)


class _CellEditor(QPlainTextEdit):
    """Signals: ended: whether the text is kept, and how many rows and columns typing goes on from there."""

    ended = Signal(bool, int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(3)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.textChanged.connect(self.grow)

    @Slot()
    def grow(self) -> None:
        """Becomes as large as its text, as far as there is room."""
        lines = self.toPlainText().split("\n")
        metrics = self.fontMetrics()
        wide = max(map(metrics.horizontalAdvance, lines)) + _ROOM
        high = metrics.lineSpacing() * len(lines) + _ROOM // 2
        parent = self.parentWidget()
        around = parent.rect() if parent is not None else self.rect()
        self.resize(
            max(self.width(), min(wide, around.width() - self.x())),
            max(self.height(), min(high, around.height() - self.y())),
        )

    def event(self, event: QEvent) -> bool:
        breaks = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in (_Key.Key_Return, _Key.Key_Enter)
        )
        if breaks:
            event.accept()
        return breaks or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (_Key.Key_Return, _Key.Key_Enter) and keys == Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
        elif key in _AFTER and not keys & ~Qt.KeyboardModifier.ShiftModifier:
            down, right = _AFTER[_Key(key)]
            back = bool(keys & Qt.KeyboardModifier.ShiftModifier)
            self.ended.emit(True, -down if back else down, right)
        elif key == _Key.Key_Escape:
            self.ended.emit(False, 0, 0)
        else:
            super().keyPressEvent(event)
