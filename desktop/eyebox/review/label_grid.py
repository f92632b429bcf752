"""All labels at a glance: how often, in which colour, by which key; to give one, to hide one, to see only one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from eyebox.theme import Theme
from eyebox.theme.controls import button, column, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.searched_page import folded
from eyebox.theme.sentence import as_tip

Index = QModelIndex | QPersistentModelIndex
CELL = QSize(186, 34)
WIDEST = 4 * CELL.width() + 40
ROWS = 9
DOT = 10
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class LabelEntry:
    """A label of the session: how many boxes have it, the key that gives it, whether its boxes are hidden."""

    name: str
    count: int
    key: str = ""
    is_hidden: bool = False


class LabelGrid(Retranslated, QFrame):
    """A popup that stays while labels are hidden and shown, and goes when one is given.

    Signals (names of labels):
        given: give it to the selected boxes, or to what is drawn next. hidden: hide its boxes, or show them.
        only: show its boxes alone. all_wanted: show the boxes of all labels.
    """

    given = Signal(str)
    hidden = Signal(str)
    only = Signal(str)
    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self._entries: Sequence[LabelEntry] = ()
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.model = _Entries(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self._cell = _Cell(theme, self.list)
        self.list.setItemDelegate(self._cell)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.nothing = label("muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = label("hint", wrap=True)
        self.all = button("quiet")
        self.all.clicked.connect(self.all_wanted)
        column(
            self.field,
            (self.list, 1),
            (self.nothing, 1),
            line((self.hint, 1), self.all, spacing=8),
            inside=self,
            spacing=8,
            margins=(8, 8, 8, 8),
        )
        self._retranslate()

    def show_labels(self, entries: Sequence[LabelEntry]) -> None:
        """Shows these labels; the one that was current stays so."""
        self._entries = entries
        self.all.setVisible(any(entry.is_hidden for entry in entries))
        self._filter()

    def open_over(self, room: QRect) -> None:
        """Opens in a part of the screen, at its top, no larger than is needed."""
        across = max(min(room.width() - 32, WIDEST), CELL.width() + 40)
        inner = across - 36
        columns = max(inner // CELL.width(), 1)
        self._cell.width = inner // columns
        rows = min(max(-(-len(self._entries) // columns), 2), ROWS)
        height = min(rows * CELL.height() + 110, room.height() - 32)
        self.setGeometry(room.x() + (room.width() - across) // 2, room.y() + 16, across, height)
        self.show()
        self.field.setFocus()

    @Slot()
    def _filter(self) -> None:
        before: LabelEntry | None = self.list.currentIndex().data(ENTRY)
        words = folded(self.field.text()).split()
        found = [one for one in self._entries if all(word in folded(one.name) for word in words)]
        self.model.show_entries(found)
        places = {one.name: place for place, one in enumerate(found)}
        self.list.setCurrentIndex(self.model.index(places.get(before.name, 0) if before else 0))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(
            self.tr("No label has this name.") if self._entries else self.tr("There is no label yet.")
        )

    def _take(self, modifiers: Qt.KeyboardModifier, index: QModelIndex | None = None) -> None:
        entry: LabelEntry | None = (index or self.list.currentIndex()).data(ENTRY)
        if entry is None:
            return
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.only.emit(entry.name)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.hidden.emit(entry.name)
        else:
            self.hide()
            self.given.emit(entry.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._on_key(watched, event)
        ):
            return True
        if watched is self.list.viewport() and isinstance(event, QMouseEvent):
            index = self.list.indexAt(event.position().toPoint())
            if event.type() == QEvent.Type.MouseButtonRelease and index.isValid():
                self._take(event.modifiers(), index)
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(event.modifiers())
            return True
        if watched is self.list and key == Qt.Key.Key_Space:
            self._take(Qt.KeyboardModifier.ShiftModifier)
            return True
        arrows = {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if not self.field.text():
            arrows |= {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if watched is self.field and key in arrows:
            self.list.setFocus()
            self.list.keyPressEvent(event)
            return True
        if watched is self.list and event.text().isprintable() and event.text().strip():
            self.field.setFocus()
            self.field.insert(event.text())
            return True
        return False

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("All labels"))
        self.list.setAccessibleName(self.tr("All labels"))
        self.field.setPlaceholderText(self.tr("Find a label"))
        self.field.setAccessibleName(self.tr("Find a label"))
        self.hint.setText(
            self.tr(
                "Enter or a click gives the label · with Shift it is hidden or shown · with Ctrl it is seen alone"
            )
        )
        self.all.setText(self.tr("Show all"))
        self._filter()


class _Entries(QAbstractListModel):
    def __init__(self, parent: LabelGrid) -> None:
        super().__init__(parent)
        self._entries: Sequence[LabelEntry] = ()

    def show_entries(self, entries: Sequence[LabelEntry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(entry.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [entry.name, self.tr("%n box(es)", "", entry.count)]
            said += [self.tr("key %1").replace("%1", entry.key)] if entry.key else []
            return ", ".join([*said, *([self.tr("hidden")] if entry.is_hidden else [])])
        return None


class _Cell(QStyledItemDelegate):
    """A dot in the label's colour, its name, how many boxes have it, and its key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.width = CELL.width()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self.width, CELL.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: LabelEntry = index.data(ENTRY)
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state, whole = option.state, QRect(option.rect).adjusted(2, 2, -2, -2)
        for on, role in (
            (QStyle.StateFlag.State_Selected, "selection"),
            (QStyle.StateFlag.State_MouseOver, "hover"),
        ):
            if state & on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(role))
                painter.drawRoundedRect(whole, 6, 6)
                break
        dot = QRectF(whole.left() + 10, whole.center().y() - DOT / 2 + 0.5, DOT, DOT)
        color = theme.label_color(entry.name)
        painter.setPen(color if entry.is_hidden else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if entry.is_hidden else color)
        painter.drawEllipse(dot)
        right = whole.right() - 8
        if entry.key:
            painter.setFont(theme.font("small"))
            box = QRect(right - 18, whole.center().y() - 8, 18, 18)
            painter.setPen(theme.color("hairline"))
            painter.setBrush(theme.color("window"))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme.color("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, entry.key)
            right -= 26
        painter.setFont(theme.font("small"))
        count = QLocale().toString(entry.count)
        wide = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(theme.color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(right - wide, whole.top(), wide, whole.height()), middle, count)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("muted" if entry.is_hidden else "text"))
        left = whole.left() + 28
        room = QRect(left, whole.top(), right - wide - 8 - left, whole.height())
        name = " ".join(entry.name.split())
        elided = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, elided)
        painter.restore()
