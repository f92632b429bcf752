"""The crops of a page side by side: walked by arrows, marked by a key or a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eyebox.amounts import score_text
from eyebox.crop_images import CropImage, CropOf
from eyebox.review.sheet_crop import RADIUS, SheetItem, paint_crop
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme, give_viewport

ITEM_ROLE = Qt.ItemDataRole.UserRole
GAP = 6
"""Points around each crop."""
CAPTION = 18
FREE = 2
"""Points beside the cells that Qt wants, or it puts the last of a line into the next one."""
LEAST_CELL, LARGEST_CELL = QSize(84, 84), QSize(420, 340)
STEP = 64
"""Crops are asked for at sizes in steps of so many pixels: a window that grows a little needs no others."""
LARGEST = 512
SHAPES = (0.5, 0.75, 1.0, 1.5, 2.2, 3.5)
"""Width of a cell for each height of it."""
BADGE = 18
Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
OWN_KEYS = frozenset(
    {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown,
     Key.Key_Return, Key.Key_Enter, Key.Key_Z, Key.Key_X, Key.Key_Delete, Key.Key_Plus, Key.Key_Equal, Key.Key_Minus}
)  # fmt: skip
"""What the sheet does by itself though actions of the window have these keys too."""


class SheetModel(QAbstractListModel):
    """The boxes of a page, with what was decided about each on the sheet: `marks`, verdicts by number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[SheetItem] = ()
        self.marks: dict[int, str] = {}

    def set_items(self, items: Sequence[SheetItem]) -> None:
        """Shows other boxes, or the same ones as they are now; marks of those that are still there stay."""
        same = [item.number for item in items] == [item.number for item in self.items]
        if same:
            self.items = items
        else:
            self.beginResetModel()
            self.items = items
            self.endResetModel()
        numbers = {item.number for item in items}
        self.marks = {number: mark for number, mark in self.marks.items() if number in numbers}
        self.changed()

    def changed(self) -> None:
        """All is to be painted and read out anew."""
        if self.items:
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))

    def verdict_of(self, item: SheetItem) -> str:
        """What a box is going to be: marked as, judged as before, or else accepted."""
        return self.marks.get(item.number) or item.verdict or "accepted"

    def toggle(self, row: int, verdict: str) -> None:
        """Marks a box with a verdict, or takes the mark back."""
        item = self.items[row]
        if self.verdict_of(item) != verdict:
            new = verdict
        else:
            new = item.verdict if item.verdict not in ("", verdict) else "accepted"
        if new == (item.verdict or "accepted"):
            self.marks.pop(item.number, None)
        else:
            self.marks[item.number] = new
        self.dataChanged.emit(self.index(row), self.index(row))

    def toggle_all(self, verdict: str) -> None:
        """Marks all boxes that wait with a verdict, or takes the marks back where all have it."""
        waiting = [row for row, item in enumerate(self.items) if not item.verdict]
        new = [row for row in waiting if self.verdict_of(self.items[row]) != verdict]
        for row in new or waiting:
            self.toggle(row, verdict)

    def decisions(self, is_seen: Callable[[SheetItem], bool]) -> dict[int, str]:
        """The verdicts of all boxes that wait for one or are to have another. What can't be seen is not accepted by that."""
        return {
            item.number: self.verdict_of(item)
            for item in self.items
            if self.verdict_of(item) != item.verdict and (item.number in self.marks or is_seen(item))
        }

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            score = score_text(item.score)
            verdict = (
                self.verdict_name(self.verdict_of(item)) if item.verdict or item.number in self.marks else ""
            )
            place = (
                self.tr("%1 of %2").replace("%1", str(index.row() + 1)).replace("%2", str(len(self.items)))
            )
            return ", ".join(part for part in (item.label, verdict, score, item.name, place) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(item.name)
        return None

    def verdict_name(self, verdict: str) -> str:
        return {
            "accepted": self.tr("accepted"),
            "fixed": self.tr("fixed"),
            "rejected": self.tr("wrong"),
            "missed": self.tr("missed"),
            "unsure": self.tr("unsure"),
        }.get(verdict, verdict)


class SheetDelegate(QStyledItemDelegate):
    """Paints a crop with its box, its score and what it is going to be."""

    def __init__(self, theme: Theme, view: SheetView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        theme, model = self._theme, self._view.sheet
        verdict = model.verdict_of(item)
        is_wrong = verdict in ("rejected", "unsure")
        cell = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        room = cell.adjusted(0, 0, 0, -CAPTION)
        crop = self._view.crop_of(item)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.45 if is_wrong else 1.0)
        place = paint_crop(painter, theme, room, item, self._view.image_of(crop), self._view.problem_of(crop))
        painter.setOpacity(1.0)
        self._paint_caption(painter, cell, place, item)
        color = {"rejected": "danger", "unsure": "warn"}.get(verdict)
        if color:
            painter.setPen(QPen(theme.color(color), 2))
            painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), RADIUS, RADIUS)
        if is_wrong or item.verdict:
            self._paint_badge(painter, cell, place, verdict)
        self._paint_ring(painter, cell, option.state)
        painter.restore()

    def _paint_caption(self, painter: QPainter, cell: QRectF, place: QRectF, item: SheetItem) -> None:
        below = QRectF(cell.left(), place.bottom() + 2, cell.width(), CAPTION)
        if self._view.shows_labels:
            painter.setFont(self._theme.font("body"))
            painter.setPen(self._theme.color("text"))
            text = " ".join(item.label.split())
        else:
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color("muted"))
            text = score_text(item.score) or item.name
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_badge(self, painter: QPainter, cell: QRectF, place: QRectF, verdict: str) -> None:
        role = {"rejected": "danger", "unsure": "warn"}.get(verdict, "ok")
        icon = {"rejected": "close", "unsure": "info", "fixed": "edit", "missed": "draw"}.get(
            verdict, "check"
        )
        badge = QRectF(place.right() - BADGE / 2, place.top() - BADGE / 2, BADGE, BADGE)
        badge.moveRight(min(badge.right(), cell.right() + GAP - 1))
        badge.moveTop(max(badge.top(), cell.top() - GAP + 1))
        painter.setPen(QPen(self._theme.color("canvas"), 2))
        painter.setBrush(self._theme.color(role))
        painter.drawEllipse(badge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._theme.icon(icon, "raised").paint(painter, badge.adjusted(3, 3, -3, -3).toRect())

    def _paint_ring(self, painter: QPainter, cell: QRectF, state: QStyle.StateFlag) -> None:
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(
                QPen(self._theme.color("accent" if is_current else "border"), 2 if is_current else 1)
            )
            painter.drawRoundedRect(cell.adjusted(-4, -4, 4, 4), RADIUS + 2, RADIUS + 2)


class SheetView(QListView):
    """The page. Which cells it has follows from how many boxes there are, how they are shaped and how much room there is.

    Signals:
        marked: row, verdict: a key or a click marks it or takes the mark back; all_marked: verdict, for all.
        opened: row; accepted: all that was marked counts; turned: to the next page (1) or the previous one (-1).
        resized: larger crops, so fewer of them (1), or smaller ones (-1).
        crop_size_changed: crops of another size are needed.
    """

    marked = Signal(int, str)
    all_marked = Signal(str)
    opened = Signal(int)
    accepted = Signal()
    turned = Signal(int)
    resized = Signal(int)
    crop_size_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        image_of: Callable[[CropOf], CropImage | None],
        problem_of: Callable[[CropOf], str],
    ) -> None:
        """`image_of` gives a crop where it is at hand, `problem_of` why it never will be ("": it may)."""
        super().__init__()
        self.image_of = image_of
        self.problem_of = problem_of
        self.crop_size = STEP * 4
        self.shows_labels = False
        """Whether each crop has its label below it."""
        self._shape = 1.0
        give_viewport(self)
        self.sheet = SheetModel(self)
        self.setModel(self.sheet)
        self.setItemDelegate(SheetDelegate(theme, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.sheet.modelReset.connect(self._arrange)
        theme.changed.connect(self.viewport().update)

    def crop_of(self, item: SheetItem) -> CropOf:
        """The crop that a cell shows."""
        return CropOf(item.picture, item.rect, self.crop_size)

    def is_seen(self, item: SheetItem) -> bool:
        """Whether there is anything to judge it by."""
        crop = self.image_of(self.crop_of(item))
        return crop is not None and not crop.image.isNull()

    def is_coming(self, item: SheetItem) -> bool:
        """Whether its crop is still to come."""
        crop = self.crop_of(item)
        return self.image_of(crop) is None and not self.problem_of(crop)

    def set_shape(self, items: Sequence[SheetItem]) -> None:
        """Makes cells wide or tall as most of these boxes are."""
        sides = [(item.rect[2] - item.rect[0], item.rect[3] - item.rect[1]) for item in items]
        known = [width / height for width, height in sides if width > 0 and height > 0]
        typical = median(known) if known else 1.0
        self._shape = min(SHAPES, key=lambda shape: abs(shape - typical))
        self._arrange()

    def choose(self, row: int) -> None:
        """Makes a box the current one and brings it into sight."""
        index = self.sheet.index(min(max(row, 0), len(self.sheet.items) - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _arrange(self) -> None:
        """As many columns as make the crops largest."""
        count = max(len(self.sheet.items), 1)
        port = self.maximumViewportSize()
        best, size = 0.0, LEAST_CELL
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            width, height = (port.width() - FREE) // columns, port.height() // rows
            scale = min((width - 2 * GAP) / self._shape, height - 2 * GAP - CAPTION)
            if scale > best:
                best, size = scale, QSize(width, height)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if size.width() < LEAST_CELL.width() or size.height() < LEAST_CELL.height():  # all of them don't fit
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            free = port.width() - FREE - self.verticalScrollBar().sizeHint().width()
            width = free // max(free // LEAST_CELL.width(), 1)
            size = QSize(
                width, max(round((width - 2 * GAP) / self._shape) + 2 * GAP + CAPTION, LEAST_CELL.height())
            )
        self.setVerticalScrollBarPolicy(policy)
        size = size.boundedTo(LARGEST_CELL)
        if size != self.gridSize():
            self.setGridSize(size)
        longer = max(size.width() - 2 * GAP, size.height() - 2 * GAP - CAPTION) * self.devicePixelRatioF()
        wanted = min(max(-(-int(longer) // STEP) * STEP, 2 * STEP), LARGEST)
        if not self.crop_size - STEP <= wanted <= self.crop_size:
            self.crop_size = wanted
            self.crop_size_changed.emit()

    def columns(self) -> int:
        return max(1, (self.viewport().width() - FREE) // max(self.gridSize().width(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing is searched."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Arrows walk from line to line as one reads."""
        move, last = QAbstractItemView.CursorAction, len(self.sheet.items) - 1
        row = self.currentIndex().row()
        by = {
            move.MoveLeft: -1, move.MovePrevious: -1, move.MoveRight: 1, move.MoveNext: 1,
            move.MoveUp: -self.columns(), move.MoveDown: self.columns(),
        }.get(action)  # fmt: skip
        if action in (move.MoveHome, move.MoveEnd):
            return self.sheet.index(0 if action is move.MoveHome else last)
        if by is None or not 0 <= row + by <= last:
            return self.currentIndex()
        return self.sheet.index(row + by)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted((event.key() in OWN_KEYS and not _modifiers(event)) or _marks_all(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if _marks_all(event):
            self.all_marked.emit("rejected")
            return
        if _modifiers(event):
            event.ignore()
            return
        match event.key():
            case Key.Key_Return | Key.Key_Enter:
                self.accepted.emit()
            case Key.Key_PageDown:
                self.turned.emit(1)
            case Key.Key_PageUp:
                self.turned.emit(-1)
            case Key.Key_Plus | Key.Key_Equal:
                self.resized.emit(1)
            case Key.Key_Minus:
                self.resized.emit(-1)
            case Key.Key_X | Key.Key_Delete if row >= 0:
                self.marked.emit(row, "rejected")
            case Key.Key_Z if row >= 0:
                self.opened.emit(row)
            case key if key in OWN_KEYS:
                super().keyPressEvent(event)
            case _:
                event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.marked.emit(index.row(), "rejected")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens a crop; the mark of the first click is taken back."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.marked.emit(index.row(), "rejected")
            self.opened.emit(index.row())


def _modifiers(event: QKeyEvent) -> bool:
    """Whether a key is held that makes others mean something else."""
    ignored = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(
        event.modifiers() & ~(ignored if event.key() == Key.Key_Plus else ignored ^ ignored.ShiftModifier)
    )


def _marks_all(event: QKeyEvent) -> bool:
    return event.key() == Key.Key_X and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
