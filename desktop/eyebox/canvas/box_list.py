"""The Boxes tab: the boxes of a picture as a list to find, rename and delete in. Knows no canvas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QSignalBlocker,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from eyebox.annotations.box_model import ID_ROLE, BoxModel
from eyebox.annotations.commands import RemoveBoxes, SetBox
from eyebox.canvas.box_delegate import BoxDelegate
from eyebox.canvas.list_view import ListView
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence
from eyebox.theme.theme import Theme, set_kind

ICON = 28
SENTENCE = 280


class BoxList(Retranslated, QWidget):
    """Lists the boxes of one picture and edits them by commands on the undo stack it was given.

    Signals:
        hovered: the box under the mouse (its id, "" for none).
        selection_changed: ids of the selected boxes, a tuple in the list's order.
        activated: a box was clicked or chosen with Enter: bring it into sight.
        asked_about: the user wants to ask about this box.
        relabel_wanted: a label that is to be another one in all pictures.
    """

    hovered = Signal(str)
    selection_changed = Signal(object)
    activated = Signal(str)
    asked_about = Signal(str)
    relabel_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model: BoxModel | None = None
        self._stack: QUndoStack | None = None
        self._under = ""
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filter = QLineEdit(clearButtonEnabled=True)
        self._filter.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._filter.textChanged.connect(self._proxy.setFilterFixedString)
        self._filter.textChanged.connect(self._show_state)
        self._delegate = BoxDelegate(theme, self)
        self._delegate.renamed.connect(self._rename)
        self._list = ListView((Qt.Key.Key_Delete, Qt.Key.Key_F2), self)
        self._list.setModel(self._proxy)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._list.entered.connect(self._entered)
        self._list.clicked.connect(self._clicked)
        self._list.selectionModel().selectionChanged.connect(self._selected)
        self._list.installEventFilter(self)
        self._list.viewport().installEventFilter(self)
        self._sentence = Sentence(SENTENCE)
        set_kind(self._sentence, "muted")
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.setSpacing(12)
        middle.addStretch(2)
        middle.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(3)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._list)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._filter)
        column.addLayout(self._pages, 1)
        theme.changed.connect(self._repaint)
        for change in (self._proxy.rowsInserted, self._proxy.rowsRemoved, self._proxy.modelReset):
            change.connect(self._show_state)
        self._repaint()
        self._retranslate()

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected boxes, in the list's order."""
        rows = sorted(index.row() for index in self._list.selectionModel().selectedRows())
        return tuple(self._proxy.index(row, 0).data(ID_ROLE) for row in rows)

    def set_model(self, model: BoxModel | None, stack: QUndoStack | None) -> None:
        """Shows and edits another picture's boxes; both stay their owner's."""
        self._model, self._stack = model, stack
        with QSignalBlocker(self):
            self._proxy.setSourceModel(model)  # type: ignore[arg-type]
        self._filter.clear()
        self._delegate.lit = ""
        self._show_state()

    @Slot(object)
    def set_selected(self, ids: Iterable[str]) -> None:
        """Selects exactly these boxes, without a `selection_changed`; brings the last one into sight."""
        selection, last = QItemSelection(), QModelIndex()
        for box_id in ids:
            index = self._index(box_id)
            if index.isValid():
                selection.select(index, index)
                last = index
        chooser = self._list.selectionModel()
        with QSignalBlocker(self):
            chooser.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if last.isValid():
                chooser.setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
                self._list.scrollTo(last)

    @Slot(str)
    def set_lit(self, box_id: str) -> None:
        """Lights the row of a box that is pointed at elsewhere; "" lights none."""
        for changed in (self._delegate.lit, box_id):
            index = self._index(changed)
            if index.isValid():
                self._list.update(index)
        self._delegate.lit = box_id

    @Slot()
    def delete_selected(self) -> None:
        ids = self.selection
        if self._model is not None and self._stack is not None and ids:
            self._stack.push(RemoveBoxes(self._model, ids))

    @Slot()
    def rename_current(self) -> None:
        """Opens the label of the current row for typing."""
        if self._list.currentIndex().isValid():
            self._list.edit(self._list.currentIndex())

    def _index(self, box_id: str) -> QModelIndex:
        if self._model is None or box_id not in self._model:
            return QModelIndex()
        return self._proxy.mapFromSource(self._model.index(self._model.row(box_id)))

    @Slot(str, str)
    def _rename(self, box_id: str, label: str) -> None:
        box = self._model.box(box_id) if self._model is not None else None
        if self._model is not None and self._stack is not None and box and label not in ("", box.label):
            self._stack.push(SetBox(self._model, replace(box, label=label), self.tr("Rename a box")))

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        self._hover(index.data(ID_ROLE) or "")

    def _hover(self, box_id: str) -> None:
        if box_id != self._under:
            self._under = box_id
            self.hovered.emit(box_id)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selection) == 1:
            self.activated.emit(index.data(ID_ROLE))

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self.selection_changed.emit(self.selection)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        index = self._list.indexAt(at)
        if not index.isValid():
            return
        box_id, label = index.data(ID_ROLE), index.data()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        show = menu.addAction(self._theme.icon("fit"), self.tr("Show on the picture"))
        show.triggered.connect(lambda: self.activated.emit(box_id))
        ask = menu.addAction(self._theme.icon("chat"), self.tr("Ask about this"))
        ask.triggered.connect(lambda: self.asked_about.emit(box_id))
        menu.addSeparator()
        menu.addAction(self._theme.icon("edit"), self.tr("Rename"), QKeySequence("F2"), self.rename_current)
        everywhere = menu.addAction(self.tr("Rename in all pictures…"))
        everywhere.triggered.connect(lambda: self.relabel_wanted.emit(label))
        menu.addAction(
            self._theme.icon("trash"), self.tr("Delete"), QKeySequence("Del"), self.delete_selected
        )
        menu.popup(self._list.viewport().mapToGlobal(at))

    @Slot()
    def _show_state(self) -> None:
        count = len(self._model) if self._model is not None else 0
        self._pages.setCurrentIndex(0 if self._proxy.rowCount() else 1)
        self._sentence.setText(
            self.tr("No box has this in its label.")
            if count
            else self.tr("Press B and drag to draw a box, or ask a question: its answer brings some.")
        )
        self._filter.setVisible(count > 0)
        self._filter.setPlaceholderText(self.tr("Filter %n box(es)", "", count))

    @Slot()
    def _repaint(self) -> None:
        self._list.viewport().update()
        self._icon.setPixmap(self._theme.icon("box", "muted").pixmap(QSize(ICON, ICON)))

    def _retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Boxes"))
        self._list.setAccessibleDescription(self.tr("F2 renames a box, Delete removes it, Enter shows it."))
        self._filter.setAccessibleName(self.tr("Filter the boxes by label"))
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list.viewport() and event.type() == QEvent.Type.Leave:
            self._hover("")
        elif watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.delete_selected()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentIndex().isValid():
                self.activated.emit(self._list.currentIndex().data(ID_ROLE))
                return True
        return super().eventFilter(watched, event)
