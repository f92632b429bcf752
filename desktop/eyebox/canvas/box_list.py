"""The Boxes tab: the boxes of a picture as a list to find, rename and delete in. Knows no canvas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eyebox.annotations.box_model import BOX_ROLE, ID_ROLE, BoxModel
from eyebox.annotations.commands import RemoveBoxes, SetBoxes
from eyebox.annotations.hidden import HiddenBoxes
from eyebox.canvas.attribute_fields import AttributeFields
from eyebox.canvas.box_delegate import INDENT, BoxDelegate
from eyebox.canvas.box_order import BoxOrder
from eyebox.canvas.box_rows import GROUP_ROLE, SORTS, BoxRows, Group
from eyebox.canvas.list_view import ListView
from eyebox.theme.controls import column, icon_button, line
from eyebox.theme.menus import give_menu
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.box import Box

_FOLDING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that open and close a heading."""
ICON = 28
SENTENCE = 280


class BoxList(Retranslated, QWidget):
    """Lists the boxes of one picture and edits them by commands on the undo stack it was given.

    Signals:
        hovered: the box under the mouse (its id, "" for none).
        selection_changed: ids of the selected boxes, a tuple in the list's order.
        activated: a box was clicked or chosen with Enter: bring it into sight.
        menu_wanted: a menu of the selected boxes, at a point of the screen.
        order_changed: what `set_order` takes.
        noticed: a sentence about why nothing was done.
    """

    hovered = Signal(str)
    selection_changed = Signal(object)
    activated = Signal(str)
    menu_wanted = Signal(QPoint)
    order_changed = Signal(object)
    noticed = Signal(str)

    def __init__(
        self, theme: Theme, hidden: HiddenBoxes | None = None, parent: QWidget | None = None
    ) -> None:
        """`hidden` are the boxes that are not to be seen, of which the list is a view too."""
        super().__init__(parent)
        self._theme = theme
        self._model: BoxModel | None = None
        self._stack: QUndoStack | None = None
        self._under = ""
        self._hidden = HiddenBoxes(self) if hidden is None else hidden
        self._rows = BoxRows(self._hidden, self)
        self._chosen: tuple[str, ...] = ()
        self._filter = QLineEdit(clearButtonEnabled=True)
        self._filter.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._filter.textChanged.connect(self._rows.set_filter)
        self._eye = icon_button(theme, "eye-off")
        self._eye.clicked.connect(self._hidden.show_all)
        self._lock = icon_button(theme, "lock")
        self._lock.clicked.connect(self._lock_all)
        self._sort = icon_button(theme, "sort")
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order = BoxOrder(self._sort)
        self._order.triggered.connect(self._on_order)
        give_menu(self._sort, self._order)
        self._delegate = BoxDelegate(theme, self._hidden, self._rows.is_heading, self)
        self._delegate.renamed.connect(self._rename)
        self._list = ListView((Qt.Key.Key_Delete, Qt.Key.Key_F2), self)
        self._list.setModel(self._rows)
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
        self._head = QWidget()
        line((self._filter, 1), self._eye, self._lock, self._sort, inside=self._head, spacing=4)
        self.attributes = AttributeFields()
        column(self._head, (self._pages, 1), self.attributes, inside=self, spacing=8, margins=(8, 8, 8, 8))
        theme.changed.connect(self._repaint)
        self._rows.updated.connect(self._on_updated)
        self._hidden.changed.connect(self._on_hidden)
        self._repaint()
        self._retranslate()

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected boxes, in the list's order."""
        rows = sorted(index.row() for index in self._list.selectionModel().selectedRows())
        return tuple(box_id for row in rows if (box_id := self._rows.index(row).data(ID_ROLE)))

    def set_model(self, model: BoxModel | None, stack: QUndoStack | None) -> None:
        """Shows and edits another picture's boxes; both stay their owner's."""
        self._model, self._stack = model, stack
        self._chosen = ()
        with QSignalBlocker(self):
            self._rows.set_boxes(model)
        self._filter.clear()
        self._delegate.lit = ""
        self._show_state()

    @Slot(object)
    def set_selected(self, ids: Iterable[str]) -> None:
        """Selects exactly these boxes, without a `selection_changed`; brings the last one into sight."""
        self._chosen = tuple(ids)
        if self._rows.is_grouped and self._chosen and (box := self._box(self._chosen[-1])) is not None:
            self._rows.open_group(box.label)
        last = self._select_chosen()
        if last.isValid():
            self._list.scrollTo(last)

    def _select_chosen(self) -> QModelIndex:
        """Selects the rows of the boxes that are chosen; gives the last one."""
        selection, last = QItemSelection(), QModelIndex()
        for box_id in self._chosen:
            index = self._index(box_id)
            if index.isValid():
                selection.select(index, index)
                last = index
        chooser = self._list.selectionModel()
        with QSignalBlocker(self):
            chooser.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if last.isValid():
                chooser.setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
        return last

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
        boxes = self._boxes(self.selection)
        free = [box.id for box in boxes if not box.locked]
        if boxes and not free:
            self.noticed.emit(self.tr("%n selected box(es) are locked. L unlocks them.", "", len(boxes)))
        if self._model is not None and self._stack is not None and free:
            self._stack.push(RemoveBoxes(self._model, free))

    def set_offered(self, labels: Callable[[], Iterable[str]]) -> None:
        """`labels` gives those that are offered where one is typed."""
        self._delegate.offered = labels

    def set_order(self, order: Any) -> None:
        """Lists boxes in an order: one of SORTS, and whether below a heading for each label; takes what is none for none."""
        sort, is_grouped = order if isinstance(order, list) and len(order) == 2 else ("drawn", False)
        self._list.setUniformItemSizes(is_grouped is not True)  # before the rows are laid out
        self._delegate.indent = INDENT if is_grouped is True else 0
        self._rows.set_order(sort if sort in SORTS else "drawn", is_grouped is True)
        self._order.show_order(self._rows.sorting, self._rows.is_grouped)

    @Slot()
    def open_order(self) -> None:
        """Opens the menu of orders."""
        if self._head.isVisible():
            self._order.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))

    @Slot()
    def _on_order(self) -> None:
        self.set_order(self._order.order)
        self.order_changed.emit(self._order.order)

    def _index(self, box_id: str) -> QModelIndex:
        row = self._rows.row_of(box_id)
        return QModelIndex() if row is None else self._rows.index(row)

    def _box(self, box_id: str) -> Box | None:
        return self._model.box(box_id) if self._model is not None else None

    def _boxes(self, ids: Iterable[str]) -> list[Box]:
        return [box for box_id in ids if (box := self._box(box_id)) is not None]

    def _with_selected(self, box_id: str) -> list[Box]:
        """The selected boxes where this one is among them, or else this one."""
        return self._boxes(self.selection if box_id in self.selection else [box_id])

    def _change(self, boxes: list[Box], text: str) -> None:
        if self._model is not None and self._stack is not None and boxes:
            self._stack.push(SetBoxes(self._model, boxes, text))

    @Slot(str, str)
    def _rename(self, box_id: str, label: str) -> None:
        renamed = [
            replace(box, label=label)
            for box in self._with_selected(box_id)
            if not box.locked and label not in ("", box.label)
        ]
        one = len(renamed) == 1
        self._change(
            renamed, self.tr("Rename a box") if one else self.tr("Rename %n box(es)", "", len(renamed))
        )

    def _set_locked(self, boxes: Iterable[Box]) -> None:
        """Locks boxes, or unlocks them where all are locked."""
        boxes = list(boxes)
        locked = not all(box.locked for box in boxes)
        others = [replace(box, locked=locked) for box in boxes if box.locked != locked]
        count = len(others)
        self._change(
            others,
            self.tr("Lock %n box(es)", "", count) if locked else self.tr("Unlock %n box(es)", "", count),
        )

    @Slot()
    def _lock_all(self) -> None:
        self._set_locked(self._model.boxes() if self._model is not None else ())

    @Slot(bool)
    def _on_updated(self, is_other: bool) -> None:
        if is_other and self._chosen:
            self._select_chosen()
            if self.selection != self._chosen:
                self._chosen = self.selection
                self.selection_changed.emit(self._chosen)
        self._show_state()

    @Slot()
    def _on_hidden(self) -> None:
        self._list.viewport().update()
        self._show_state()

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        self._hover(index.data(ID_ROLE) or "")

    def _hover(self, box_id: str) -> None:
        if box_id != self._under:
            self._under = box_id
            self.hovered.emit(box_id)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        group: Group | None = index.data(GROUP_ROLE)
        if group is not None:
            self._rows.toggle_group(group.label)
        elif len(self.selection) == 1:
            self.activated.emit(index.data(ID_ROLE))

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._rows.is_updating:
            self._chosen = self.selection
            self.selection_changed.emit(self._chosen)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        """Opens the menu for what is selected; the boxes below a heading are selected first."""
        group: Group | None = self._list.indexAt(at).data(GROUP_ROLE)
        if group is not None and self._model is not None:
            ids = tuple(box.id for box in self._model.boxes() if box.label == group.label)
            self.set_selected(ids)
            self.selection_changed.emit(ids)
        self.menu_wanted.emit(self._list.viewport().mapToGlobal(at))

    @Slot()
    def _show_state(self) -> None:
        count = len(self._model) if self._model is not None else 0
        boxes = self._model.boxes() if self._model is not None else ()
        self._pages.setCurrentIndex(0 if self._rows.rowCount() else 1)
        self._sentence.setText(
            self.tr("No box has this in its label.")
            if count
            else self.tr("Press B and drag to draw a box, or ask a question: its answer brings some.")
        )
        self._head.setVisible(count > 0)
        self._eye.setVisible(bool(self._hidden))
        are_locked = count > 0 and all(box.locked for box in boxes)
        self._lock.setIcon(self._theme.icon("lock" if are_locked else "unlock", "muted"))
        _name(self._lock, self.tr("Unlock all boxes") if are_locked else self.tr("Lock all boxes"))
        self._filter.setPlaceholderText(self.tr("Filter %n box(es)", "", count))

    @Slot()
    def _repaint(self) -> None:
        self._list.viewport().update()
        self._icon.setPixmap(self._theme.icon("box", "muted").pixmap(QSize(ICON, ICON)))

    def _retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Boxes"))
        self._list.setAccessibleDescription(self.tr("F2 renames a box, Delete removes it, Enter shows it."))
        self._filter.setAccessibleName(self.tr("Filter the boxes by label"))
        _name(self._eye, self.tr("Show all hidden boxes"))
        _name(self._sort, self.tr("Order of the list"))
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list.viewport() and event.type() == QEvent.Type.Leave:
            self._hover("")
        elif watched is self._list.viewport() and isinstance(event, QMouseEvent):
            return self._takes_mouse(event)
        elif watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            group: Group | None = self._list.currentIndex().data(GROUP_ROLE)
            if group is not None and key in _FOLDING:
                if not (key == Qt.Key.Key_Left and not group.is_open) and not (
                    key == Qt.Key.Key_Right and group.is_open
                ):
                    self._rows.toggle_group(group.label)
                return True
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.delete_selected()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentIndex().isValid():
                self.activated.emit(self._list.currentIndex().data(ID_ROLE))
                return True
        return super().eventFilter(watched, event)

    def _takes_mouse(self, event: QMouseEvent) -> bool:
        """Whether the mouse is on an eye or a lock: a press does what it shows, and selects nothing."""
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        on_button = event.type() in presses or event.type() == QEvent.Type.MouseButtonRelease
        if not on_button or event.button() != Qt.MouseButton.LeftButton:
            return False
        at = event.position().toPoint()
        index = self._list.indexAt(at)
        part = self._delegate.part_at(self._list.visualRect(index), at, index)
        if not part:
            return False
        if event.type() in presses:
            group: Group | None = index.data(GROUP_ROLE)
            box: Box | None = index.data(BOX_ROLE)
            if group is not None:
                self._hidden.toggle_label(group.label)
            elif box is not None and part == "eye":
                self._hidden.toggle(self._with_selected(box.id))
            elif box is not None:
                self._set_locked(self._with_selected(box.id))
        return True


def _name(button: QToolButton, text: str) -> None:
    button.setToolTip(text)
    button.setAccessibleName(text)
