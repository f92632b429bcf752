"""A captured picture that stays on top of everything until it is closed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from eyebox.theme import Theme

_SMALLEST, _LARGEST = 0.2, 5.0


class Pinned(QWidget):
    """Dragged with the mouse or moved by arrow keys; the wheel or + and - scale it, 1 is its own size; Esc or a double
    click closes it, Ctrl+C copies it."""

    def __init__(self, image: QImage, place: QRect, theme: Theme) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Pinned capture"))
        self.setAccessibleName(self.tr("Pinned capture"))
        self.setToolTip(self.tr("Drag to move · wheel to scale · double click or Esc to close"))
        self._theme = theme
        self._image = image
        self._scale = 1.0
        self._held: QPoint | None = None
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        self._own = QSize(image.size() / screen.devicePixelRatio())
        self.setGeometry(QRect(place.topLeft(), self._own))

    def scale_by(self, factor: float) -> None:
        """Makes it larger or smaller, its middle staying where it is."""
        self._scale = min(max(self._scale * factor, _SMALLEST), _LARGEST)
        place = QRect(QPoint(), self._own * self._scale)
        place.moveCenter(self.geometry().center())
        self.setGeometry(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(self._theme.color("accent"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self.move(event.globalPosition().toPoint() - self._held)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.close()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scale_by(1.1 ** (event.angleDelta().y() / 120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in steps:
            self.move(self.pos() + QPoint(*steps[Qt.Key(key)]) * 8)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.scale_by(1.1)
        elif key == Qt.Key.Key_Minus:
            self.scale_by(1 / 1.1)
        elif key == Qt.Key.Key_1:
            self.scale_by(1 / self._scale)
        elif key == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QGuiApplication.clipboard().setImage(self._image)
        else:
            super().keyPressEvent(event)
