"""A small overview of a large picture in the corner of the canvas: what is in sight of it, to be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.picture_item import PictureItem
from eyebox.canvas.scene import CanvasScene
from eyebox.canvas.zoom_view import ZoomView
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme

LONGEST = 176
"""Of its sides, in points."""
GAP = 16
LARGE = 1200
"""Pictures whose longer side has fewer pixels need no overview."""
MOST_SEEN = 0.5
"""It is there while no more of the picture than this share is in sight."""
ROOM = 3
"""The view is at least so many times as wide and as high, or it would cover too much."""
STEP = 0.25
"""How far an arrow key moves, as a share of what is in sight."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Minimap(Retranslated, QWidget):
    """Stands over its view while it is wanted, the picture is large and only a part of it is in sight."""

    def __init__(self, theme: Theme, scene: CanvasScene, picture: PictureItem, view: ZoomView) -> None:
        super().__init__(view)
        self._theme = theme
        self._scene = scene
        self._picture = picture
        self._view = view
        self._is_wanted = False
        self._small = QPixmap()
        self._of: object = None
        """What the small picture was made of."""
        self._dragged: QPointF | None = None
        """Where in the rectangle of what is in sight the mouse holds it, in pixels of the picture."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        view.view_changed.connect(self.follow)
        theme.changed.connect(self.update)
        self._retranslate()

    @Slot(bool)
    def set_wanted(self, wanted: bool) -> None:
        """Whether it is there at all."""
        self._is_wanted = wanted
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Shows what the view has in sight now, or goes where it is not needed."""
        whole, seen = self._scene.picture_rect, self._seen()
        is_large = max(whole.width(), whole.height()) >= LARGE
        share = seen.width() * seen.height() / max(whole.width() * whole.height(), 1.0)
        there = self._is_wanted and is_large and share <= MOST_SEEN
        if there:
            size = self._size()
            there = self._view.width() >= ROOM * size.width() and self._view.height() >= ROOM * size.height()
            corner = (self._view.width() - size.width() - GAP, self._view.height() - size.height() - GAP)
            self.setGeometry(*corner, size.width(), size.height())
        if there != self.isVisibleTo(self._view):
            if not there and self.hasFocus():
                self._view.setFocus()
            self.setVisible(there)
            self.raise_()
        self.update()

    def _size(self) -> QSize:
        whole = self._scene.picture_rect
        scale = LONGEST / max(whole.width(), whole.height(), 1.0)
        return QSize(max(round(whole.width() * scale), 24), max(round(whole.height() * scale), 24))

    def _seen(self) -> QRectF:
        return self._view.visible_rect().intersected(self._scene.picture_rect)

    def _to_here(self, rect: QRectF) -> QRectF:
        whole = self._scene.picture_rect
        across, down = self.width() / whole.width(), self.height() / whole.height()
        return QRectF(rect.x() * across, rect.y() * down, rect.width() * across, rect.height() * down)

    def _to_picture(self, point: QPointF) -> QPointF:
        whole = self._scene.picture_rect
        return QPointF(point.x() / self.width() * whole.width(), point.y() / self.height() * whole.height())

    def _small_picture(self) -> QPixmap:
        """The picture as small as it is here, painted once."""
        ratio, whole = self.devicePixelRatioF(), self._scene.picture_rect
        of = (self._picture.map, self._picture.transform(), self.size(), ratio, self._theme.dark)
        if of != self._of:
            self._of = of
            self._small = QPixmap(self.size() * ratio)
            self._small.setDevicePixelRatio(ratio)
            self._small.fill(self._theme.color("raised"))
            painter = QPainter(self._small)
            scale = QTransform.fromScale(self.width() / whole.width(), self.height() / whole.height())
            painter.setTransform(self._picture.transform() * scale)
            option = QStyleOptionGraphicsItem()
            option.exposedRect = self._picture.mapRectFromScene(whole)
            self._picture.paint(painter, option)
            painter.end()
        return self._small

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._small_picture())
        seen = self._to_here(self._seen()).adjusted(0, 0, -1, -1)
        shade = self._theme.color("shadow")
        shade.setAlpha(110)
        painter.setClipping(True)
        for part in _around(QRectF(self.rect()), seen):
            painter.fillRect(part, shade)
        painter.setPen(QPen(self._theme.color("halo"), 3))
        painter.drawRect(seen)
        painter.setPen(QPen(self._theme.color("accent"), 1.5))
        painter.drawRect(seen)
        painter.setPen(QPen(self._theme.color("raised"), 4))
        painter.drawRect(QRectF(self.rect()))
        painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else "border"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            at, seen = self._to_picture(event.position()), self._seen()
            self._dragged = at - self._view.visible_rect().center() if seen.contains(at) else QPointF()
            self._view.look_at(at - self._dragged)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._view.look_at(self._to_picture(event.position()) - self._dragged)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            seen, (dx, dy) = self._seen(), _ARROWS[Qt.Key(event.key())]
            self._view.look_at(seen.center() + QPointF(dx * STEP * seen.width(), dy * STEP * seen.height()))
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Overview of the picture"))
        self.setAccessibleDescription(self.tr("Arrows move what is in sight of the picture."))
        self.setToolTip(self.tr("Drag to move"))


def _around(whole: QRectF, inner: QRectF) -> tuple[QRectF, ...]:
    """The four parts of a rectangle that another one in it leaves."""
    return (
        QRectF(whole.left(), whole.top(), whole.width(), inner.top() - whole.top()),
        QRectF(whole.left(), inner.bottom(), whole.width(), whole.bottom() - inner.bottom()),
        QRectF(whole.left(), inner.top(), inner.left() - whole.left(), inner.height()),
        QRectF(inner.right(), inner.top(), whole.right() - inner.right(), inner.height()),
    )
