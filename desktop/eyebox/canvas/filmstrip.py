"""The strip of the session's pictures at the window's left side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPen, QTransform
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from eyebox.canvas.filmstrip_model import ITEM_ROLE, FilmstripItem, FilmstripModel, Index
from eyebox.canvas.list_view import ListView
from eyebox.canvas.thumbnails import RADIUS, Thumbnails
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind

WIDTH = 96
CELL = QSize(84, 92)
"""The least of a row; it is as wide as the view, which is narrower beside a scroll bar."""
THUMBNAIL = QRect(0, 10, 72, 56)
NAME = QRect(0, 70, 80, 16)
"""Both stand in the middle of a row. With larger text the strip and its names become half as much wider as letters do."""
RING = 3
DOT = 4.0
BADGE = 16
Covered = Callable[[str], tuple[QSize, Sequence[QRectF]]]
"""Gives the size of a picture, by its id, and what is blacked out on it, in its pixels."""


def _wider() -> int:
    return (grown(NAME.width()) - NAME.width()) // 2


def _name_rect(room: int) -> QRect:
    """The place of a name in a row that has so much room."""
    return QRect(NAME.topLeft(), QSize(min(NAME.width() + _wider(), room), grown(NAME.height())))


def _cell_height() -> int:
    return CELL.height() + grown(NAME.height()) - NAME.height()


class FilmstripDelegate(QStyledItemDelegate):
    """Paints a picture as its thumbnail with its name below, and says by a dot what is still to come."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self.covered: Covered = lambda _picture: (QSize(), ())

    def _paint_thumbnail(self, painter: QPainter, box: QRect, item: FilmstripItem) -> None:
        pixmap = None
        if item.thumbnail and item.state != "missing":
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._thumbnails.get(item.thumbnail, box.size(), ratio)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if pixmap is not None and not pixmap.isNull():
            size = pixmap.deviceIndependentSize()
            corner = QPointF((box.width() - size.width()) / 2, (box.height() - size.height()) / 2)
            corner += QPointF(box.topLeft())
            painter.drawPixmap(corner, pixmap)
            self._paint_covered(painter, QRectF(corner, size), *self.covered(item.id))
        elif item.state in ("missing", "failed"):
            self._theme.icon("warning", "warn").paint(painter, _middle(box, 20))
        elif not item.thumbnail:
            self._theme.icon("picture", "muted").paint(painter, _middle(box, 20))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_covered(
        self, painter: QPainter, shown: QRectF, whole: QSize, covered: Sequence[QRectF]
    ) -> None:
        """Blacks out parts of a picture on its thumbnail, which shows the middle of its upper end, as large as it can be."""
        if covered and not whole.isEmpty():
            painter.save()
            painter.setClipRect(shown)
            scale = max(shown.width() / whole.width(), shown.height() / whole.height())
            place = QTransform.fromTranslate(shown.center().x() - scale * whole.width() / 2, shown.top())
            place.scale(scale, scale)
            for part in covered:
                painter.fillRect(place.mapRect(part).toAlignedRect(), Qt.GlobalColor.black)
            painter.restore()

    def _paint_state(self, painter: QPainter, box: QRect, item: FilmstripItem) -> None:
        if item.state == "failed" and item.thumbnail:
            badge = QRect(box.right() - BADGE + 4, box.bottom() - BADGE + 4, BADGE, BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("surface"))
            painter.drawEllipse(badge)
            self._theme.icon("warning", "warn").paint(painter, badge.adjusted(2, 1, -2, -3))
        elif item.state in ("waiting", "reading"):
            painter.setPen(QPen(self._theme.color("surface"), 2))
            painter.setBrush(self._theme.color("accent" if item.state == "reading" else "muted"))
            painter.drawEllipse(QPointF(box.right() - 1, box.bottom() - 1), DOT + 1, DOT + 1)

    def _paint_ring(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, current: bool) -> None:
        around = QRectF(box).adjusted(-RING, -RING, RING, RING)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if current:
            painter.setPen(QPen(self._theme.color("accent"), 2))
        elif state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("muted"), 2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(self._theme.color("border"), 2))
        else:
            return
        painter.drawRoundedRect(around, RADIUS + RING, RADIUS + RING)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(CELL.width(), _cell_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        view = self.parent()
        current = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        box, place = (_centred(part, option.rect) for part in (THUMBNAIL, _name_rect(option.rect.width())))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_thumbnail(painter, box, item)
        self._paint_ring(painter, box, option.state, current)
        self._paint_state(painter, box, item)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text" if current else "muted"))
        name = " ".join(item.name.split())
        name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
        painter.restore()


class _View(ListView):
    """Selects all by Ctrl+A, though that selects the text of the picture elsewhere."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.SelectAll)
        ):
            event.accept()
            return True
        return super().event(event)


class Filmstrip(Retranslated, QWidget):
    """Shows a session's pictures and lets some be chosen; changes come from outside through its methods."""

    activated = Signal(str)
    """A picture was chosen by mouse or keyboard."""
    remove_requested = Signal(list)
    """Ids of the pictures to take out of the session."""
    move_requested = Signal(list, str)
    """Ids of pictures, and of the one before which they are to stand ("": at the end)."""
    thumbnail_needed = Signal(str)
    """A picture came into sight that has no thumbnail (or one that cannot be read); said once for each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""
        self._asked: set[str] = set()
        self.model = FilmstripModel(self)
        self._thumbnails = Thumbnails(self)
        self._view = _View((Qt.Key.Key_Delete,))
        self._view.setModel(self.model)
        self._delegate = FilmstripDelegate(theme, self._thumbnails, self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.setUniformItemSizes(True)
        self._view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._view.verticalScrollBar().setSingleStep(_cell_height() // 2)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMouseTracking(True)
        self._view.setDragDropMode(QListView.DragDropMode.InternalMove)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(8, 16, 8, 16)
        set_kind(self._hint, "hint")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self._view)
        self.remove_action = QAction(self)
        self.remove_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.remove_action.triggered.connect(self._remove)
        self._view.addAction(self.remove_action)
        self.setFixedWidth(WIDTH + _wider())
        self.setFocusProxy(self._view)
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._ask_for_visible)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._report_chosen)
        self._view.selectionModel().currentChanged.connect(self._current_changed)
        self._view.activated.connect(self._activate)
        self._view.verticalScrollBar().valueChanged.connect(self._moved)
        self.model.dropped.connect(self._drop, Qt.ConnectionType.QueuedConnection)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._thumbnails.loaded.connect(self._thumbnails_loaded)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._counted)
        theme.changed.connect(self._view.viewport().update)
        self._retranslate()

    def current(self) -> str:
        """The id of the chosen picture, empty when there is none."""
        item = self._view.currentIndex().data(ITEM_ROLE)
        return item.id if item else ""

    def selected(self) -> list[str]:
        """Ids of all selected pictures in the order of the strip; of the chosen one where none is selected."""
        rows = sorted(index.row() for index in self._view.selectedIndexes() or [self._view.currentIndex()])
        return [id for row in rows for id in self.model.ids(row, row)]

    def set_current(self, id: str) -> None:
        """Chooses a picture from outside: brings it into sight, emits nothing."""
        row = self.model.row_of(id)
        self._chosen = id
        if id != self.current():  # others that are selected with it stay selected
            index = self.model.index(row) if row >= 0 else QModelIndex()
            # The view's own setCurrentIndex selects by the keys that are held down: Ctrl+Z shows a picture too.
            self._view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._view.viewport().update()

    def scroll_to_current(self) -> None:
        """Brings the chosen picture into sight after the order changed."""
        self._view.scrollTo(self._view.currentIndex())

    def add_to_menu(self, actions: Sequence[QAction | None]) -> None:
        """Puts actions for the selected pictures before "Remove" in the menu; None is a separator."""
        for action in actions:
            if action is None:
                action = QAction(self)
                action.setSeparator(True)
            self._view.insertAction(self.remove_action, action)

    def set_thumbnail(self, id: str, file: str) -> None:
        """Shows a thumbnail that was made (or made again) for a picture."""
        self._thumbnails.forget(file)
        self.model.set_thumbnail(id, file)
        self._view.viewport().update()

    def show_covered(self, covered: Covered) -> None:
        """Shows black what is blacked out on pictures; to be called again after changes."""
        self._delegate.covered = covered
        self._view.viewport().update()

    def _retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Pictures of the session"))
        self._hint.setText(self.tr("Pictures you open line up here."))
        self.remove_action.setText(self.tr("Remove from the session"))

    @Slot()
    def _remove(self) -> None:
        if ids := self.selected():
            self.remove_requested.emit(ids)

    @Slot(int)
    def _drop(self, row: int) -> None:
        if ids := self.selected():
            before = self.model.ids(row, row) if row >= 0 else []
            self.move_requested.emit(ids, before[0] if before else "")

    @Slot()
    def _moved(self) -> None:
        self._look.start()

    @Slot()
    def _counted(self) -> None:
        self._asked = {id for id in self._asked if self.model.row_of(id) >= 0}
        self._pages.setCurrentIndex(1 if self.model.rowCount() else 0)
        self._look.start()

    @Slot()
    def _thumbnails_loaded(self) -> None:
        self._view.viewport().update()
        self._look.start()

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._view.viewport().update()
        self._settle.start()

    @Slot()
    def _report_chosen(self) -> None:
        """Reports the chosen picture after removing rows is over, and once for a row of keys held down."""
        id = self.current()
        if id and id != self._chosen:
            self._chosen = id
            self.activated.emit(id)

    @Slot(QModelIndex)
    def _activate(self, index: QModelIndex) -> None:
        self._chosen = index.data(ITEM_ROLE).id
        self.activated.emit(self._chosen)

    @Slot()
    def _ask_for_visible(self) -> None:
        if not self._view.isVisible():
            return
        ratio = self.devicePixelRatioF()
        port = self._view.viewport().rect()
        first = self._view.verticalScrollBar().value() // _cell_height()
        last = (self._view.verticalScrollBar().value() + port.height()) // _cell_height()
        for item in filter(None, map(self.model.item, self.model.ids(first, last))):
            if item.id in self._asked or item.state == "missing":
                continue
            pixmap = self._thumbnails.get(item.thumbnail, THUMBNAIL.size(), ratio) if item.thumbnail else None
            if not item.thumbnail or (pixmap is not None and pixmap.isNull()):
                self._asked.add(item.id)
                self.thumbnail_needed.emit(item.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view:
            is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
            if is_delete and event.type() == QEvent.Type.KeyPress:
                self._remove()
                return True
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._look.start()
        return False


def _centred(part: QRect, row: QRect) -> QRect:
    return part.translated(row.left() + (row.width() - part.width()) // 2, row.top())


def _middle(box: QRect, side: int) -> QRect:
    return QRect(box.center().x() - side // 2 + 1, box.center().y() - side // 2 + 1, side, side)
