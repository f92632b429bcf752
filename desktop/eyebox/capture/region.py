"""One frozen screen to choose a region on. All of its coordinates are physical pixels of that screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from eyebox.theme import Theme

_SMALLEST = 3
_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_DIM = QColor(0, 0, 0, 110)


class RegionOverlay(QWidget):
    """Covers one screen with its own picture; a drag, or arrow keys and Space, choose a part of it.

    Signals:
        chosen: the part, a QImage in physical pixels.
        cancelled: by Escape or the right button.
    """

    chosen = Signal(QImage)
    cancelled = Signal()

    def __init__(self, frozen: QPixmap, geometry: QRect, theme: Theme) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.BypassWindowManagerHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(QCoreApplication.translate("Capture", "Choose a region of the screen"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMouseTracking(True)
        self.setGeometry(geometry)
        self._theme = theme
        self._frozen = frozen.toImage()
        self._frozen.setDevicePixelRatio(1)
        self._ratio = self._frozen.width() / max(1, geometry.width())
        self._mouse: QPoint | None = None
        self._nudge = QPoint()
        self._anchor: QPoint | None = None

    @property
    def selection(self) -> QRect:
        """The region chosen so far; empty when there is none."""
        if self._anchor is None or self._mouse is None:
            return QRect()
        corner = self._corner()
        left, right = sorted((self._anchor.x(), corner.x()))
        top, bottom = sorted((self._anchor.y(), corner.y()))
        return QRect(QPoint(left, top), QPoint(right, bottom)) & self._frozen.rect()

    def _corner(self) -> QPoint:
        """Where the crosshair stands: the mouse, moved on by arrow keys, kept on the screen."""
        at = (self._mouse or self._frozen.rect().center()) + self._nudge
        return QPoint(
            min(max(at.x(), 0), self._frozen.width() - 1), min(max(at.y(), 0), self._frozen.height() - 1)
        )

    def _physical(self, position: QPointF) -> QPoint:
        return QPoint(int(position.x() * self._ratio), int(position.y() * self._ratio))

    def _take(self, region: QRect) -> None:
        self.chosen.emit(self._frozen.copy(region))

    def _take_selection(self) -> None:
        region = self.selection
        if region.width() < _SMALLEST or region.height() < _SMALLEST:
            self._anchor = None
            self.update()
        else:
            self._take(region)

    def _paint_region(self, painter: QPainter, region: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("halo"), 3))
        painter.drawRect(region)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.drawRect(region)

    def _paint_crosshair(self, painter: QPainter, at: QPointF) -> None:
        for color, width in ((self._theme.color("halo"), 3), (QColor(255, 255, 255, 220), 1)):
            painter.setPen(QPen(color, width))
            painter.drawLine(QPointF(0, at.y()), QPointF(self.width(), at.y()))
            painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), self.height()))

    def _paint_pill(self, painter: QPainter, text: str, at: QPointF, *, centred: bool = False) -> None:
        painter.setFont(self._theme.font("small" if not centred else "body"))
        metrics = painter.fontMetrics()
        size = QSize(metrics.horizontalAdvance(text) + 24, metrics.height() + 12)
        pill = QRectF(at, size)
        if centred:
            pill.moveLeft((self.width() - size.width()) / 2)
        pill.moveRight(min(pill.right(), self.width() - 4.0))
        if pill.bottom() > self.height() - 4:
            pill.moveBottom(at.y() - 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(18, 19, 22, 230))
        painter.drawRoundedRect(pill, 8, 8)
        painter.setPen(QColor("#f4f4f2"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(QRectF(self.rect()), self._frozen)
        region = self.selection
        logical = QRectF(
            region.x() / self._ratio,
            region.y() / self._ratio,
            region.width() / self._ratio,
            region.height() / self._ratio,
        )
        painter.fillRect(self.rect(), _DIM)
        if not region.isEmpty():
            painter.drawImage(logical, self._frozen, QRectF(region))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._mouse is None:
            self._paint_hint(painter)
            return
        corner = QPointF(self._corner()) / self._ratio
        if region.isEmpty():
            self._paint_crosshair(painter, corner)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_hint(painter)
        else:
            self._paint_region(painter, logical)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            label = f"{region.width()} × {region.height()}"
            self._paint_pill(painter, label, logical.bottomLeft() + QPointF(0, 8))

    def _paint_hint(self, painter: QPainter) -> None:
        hint = QCoreApplication.translate(
            "Capture", "Drag over a region · Enter takes the whole screen · Esc cancels"
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter, hint, QPointF(0, 32), centred=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.cancelled.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._mouse = self._physical(event.position())
            self._anchor = self._corner()
            self._nudge = QPoint()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = self._physical(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._anchor is not None:
            self._mouse = self._physical(event.position())
            self._take_selection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.selection.isEmpty():
                self._take(self._frozen.rect())
            else:
                self._take_selection()
        elif key == Qt.Key.Key_Space:
            if self._anchor is None:
                self._mouse = self._anchor = self._corner()
                self._nudge = QPoint()
                self.update()
            else:
                self._take_selection()
        elif key in _STEPS:
            fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._mouse = self._mouse or self._frozen.rect().center()
            self._nudge += _STEPS[key] * (10 if fast else 1)
            self.update()
        event.accept()

    def leaveEvent(self, event: object) -> None:
        if self._anchor is None:
            self._mouse = None
            self.update()
