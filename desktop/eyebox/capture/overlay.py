"""The window over one frozen screen: the picture, dimmed but for what is chosen, and what helps to aim."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from eyebox.capture.screens import Frozen
from eyebox.capture.selection import Mode, Selection
from eyebox.theme import Theme

_STEPS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_MODES: dict[Qt.Key, Mode] = {Qt.Key.Key_R: "region", Qt.Key.Key_W: "window", Qt.Key.Key_S: "screen"}
_DIM, _PILL, _ON_PILL = QColor(0, 0, 0, 110), QColor(18, 19, 22, 230), QColor("#f4f4f2")
_LENS, _SEEN = 132, 11
"""The magnifier's side in the window's pixels, and how many native pixels it shows across."""
_AWAY = 24
"""How far the magnifier stands from the pointer."""
_WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""The keys that begin a capture, pressed once more, are no letter."""


class Overlay(QWidget):
    """Covers one screen. What is chosen is in `selection`, which the windows of all screens share.

    The one that is pressed gets every move of the drag, also over other screens.
    """

    def __init__(self, screen: Frozen, selection: Selection, theme: Theme) -> None:
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
        self.setGeometry(screen.logical)
        self.frozen = screen
        self._selection = selection
        self._theme = theme
        self._painted = QRegion()
        """What stands out from the dimmed picture."""
        selection.changed.connect(self._update)

    def _update(self) -> None:
        """Paints what stood out and what stands out now, and nothing else."""
        now = self._standing_out()
        self.update(self._painted | now)
        self._painted = now

    def _standing_out(self) -> QRegion:
        selection = self._selection
        found = QRegion()
        rect = self._local(selection.rect)
        if not rect.isEmpty():
            found |= rect.adjusted(-10, -10, 10, 10).toAlignedRect()
            found |= self._pill_rect(self._size_text(), rect.bottomLeft() + QPointF(0, 8)).toAlignedRect()
        if self._is_pointed_at():
            at = self._pointed()
            found |= QRect(0, round(at.y()) - 2, self.width(), 5)
            found |= QRect(round(at.x()) - 2, 0, 5, self.height())
            found |= self._lens_rect(at).adjusted(-4, -4, 4, 40).toAlignedRect()
        found |= QRect(0, 24, self.width(), 48)
        return found

    def _local(self, native: QRect) -> QRectF:
        return self.frozen.to_local(native & self.frozen.native) if not native.isEmpty() else QRectF()

    def _is_pointed_at(self) -> bool:
        at = self._selection.at
        return at is not None and self.frozen.native.contains(at)

    def _pointed(self) -> QPointF:
        """The middle of the pixel that is pointed at."""
        at = self._selection.at or QPoint()
        return self.frozen.to_local(QRect(at, at)).center()

    def _says_size(self) -> bool:
        """Whether the size of what is chosen stands on this screen: the one that is pointed at, or that has its corner."""
        at = self._selection.at
        return (
            self._is_pointed_at()
            if at is not None
            else self.frozen.native.contains(self._selection.rect.bottomLeft())
        )

    def _size_text(self) -> str:
        rect = self._selection.rect
        return f"{rect.width()} × {rect.height()}"

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        exposed = QRectF(event.rect())
        painter.drawImage(exposed, self.frozen.image, self._in_picture(exposed))
        painter.fillRect(exposed, _DIM)
        selection = self._selection
        rect = self._local(selection.rect)
        if not rect.isEmpty():
            lit = rect & exposed
            painter.drawImage(lit, self.frozen.image, self._in_picture(lit))
            self._paint_region(painter, self.frozen.to_local(selection.rect))
        if self._is_pointed_at() and not selection.is_adjusting:
            if selection.mode == "region" and not selection.is_dragging:
                self._paint_crosshair(painter, self._pointed())
            if selection.mode == "region":
                self._paint_lens(painter, self._pointed())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not rect.isEmpty() and self._says_size():
            self._paint_pill(painter, self._size_text(), rect.bottomLeft() + QPointF(0, 8))
        if not selection.is_dragging:
            self._paint_pill(painter, self._hint(), QPointF(0, 32), centred=True)

    def _in_picture(self, local: QRectF) -> QRectF:
        ratio = self.frozen.ratio
        return QRectF(local.topLeft() * ratio, local.size() * ratio)

    def _paint_region(self, painter: QPainter, region: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((self._theme.color("halo"), 3), (self._theme.color("accent"), 1)):
            painter.setPen(QPen(color, width))
            painter.drawRect(region)
        for place in self._selection.handles().values():
            handle = QRectF(0, 0, 9, 9)
            handle.moveCenter(self.frozen.to_local(QRect(place, place)).center())
            painter.setPen(QPen(self._theme.color("halo"), 1))
            painter.setBrush(self._theme.color("accent"))
            painter.drawRect(handle)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_crosshair(self, painter: QPainter, at: QPointF) -> None:
        for color, width in ((self._theme.color("halo"), 3), (QColor(255, 255, 255, 220), 1)):
            painter.setPen(QPen(color, width))
            painter.drawLine(QPointF(0, at.y()), QPointF(self.width(), at.y()))
            painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), self.height()))

    def _lens_rect(self, at: QPointF) -> QRectF:
        lens = QRectF(at + QPointF(_AWAY, _AWAY), QSizeF(_LENS, _LENS))
        if lens.right() > self.width() - 4:
            lens.moveRight(at.x() - _AWAY)
        if lens.bottom() > self.height() - 40:
            lens.moveBottom(at.y() - _AWAY - 36)
        return lens

    def _paint_lens(self, painter: QPainter, at: QPointF) -> None:
        """The pixels around the one that is pointed at, and its coordinates."""
        lens, native = self._lens_rect(at), self._selection.at or QPoint()
        inside = native - self.frozen.native.topLeft()
        seen = QRect(0, 0, _SEEN, _SEEN)
        seen.moveCenter(inside)
        painter.fillRect(lens, _PILL)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        shown = seen & self.frozen.image.rect()
        pixel = _LENS / _SEEN
        target = QRectF(
            lens.topLeft() + QPointF(shown.topLeft() - seen.topLeft()) * pixel, QSizeF(shown.size()) * pixel
        )
        painter.drawImage(target, self.frozen.image, QRectF(shown))
        middle = QRectF(lens.topLeft() + QPointF(_SEEN // 2, _SEEN // 2) * pixel, QSizeF(pixel, pixel))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, rect in (
            (_PILL, lens.adjusted(-1, -1, 1, 1)),
            (_ON_PILL, lens),
            (self._theme.color("accent"), middle),
        ):
            painter.setPen(QPen(color, 1))
            painter.drawRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter, f"{native.x()}, {native.y()}", lens.bottomLeft() + QPointF(0, 6))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _pill_rect(self, text: str, at: QPointF, *, centred: bool = False) -> QRectF:
        metrics = QFontMetricsF(self._theme.font("body" if centred else "small"))
        pill = QRectF(at, QSizeF(metrics.horizontalAdvance(text) + 24, metrics.height() + 12))
        if centred:
            pill.moveLeft((self.width() - pill.width()) / 2)
        pill.moveRight(min(pill.right(), self.width() - 4.0))
        if pill.bottom() > self.height() - 4:
            pill.moveBottom(at.y() - 24)
        return pill

    def _paint_pill(self, painter: QPainter, text: str, at: QPointF, *, centred: bool = False) -> None:
        pill = self._pill_rect(text, at, centred=centred)
        painter.setFont(self._theme.font("body" if centred else "small"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_PILL)
        painter.drawRoundedRect(pill, 8, 8)
        painter.setPen(_ON_PILL)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _hint(self) -> str:
        if self._selection.is_adjusting:
            return QCoreApplication.translate(
                "Capture", "Drag the handles or press arrow keys · Enter takes it · Esc cancels"
            )
        if self._selection.mode == "window":
            return QCoreApplication.translate("Capture", "Click a window · R region · S screen · Esc cancels")
        if self._selection.mode == "screen":
            return QCoreApplication.translate("Capture", "Click a screen · R region · W window · Esc cancels")
        return QCoreApplication.translate(
            "Capture",
            "Drag over a region, or click a text · W window · S screen · Enter the whole screen · Esc cancels",
        )

    # Mouse and keys

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.WindowBlocked
        ):  # a dialog below takes all clicks and keys: nobody could leave
            QTimer.singleShot(0, self, self._leave)
        return super().event(event)

    def _leave(self) -> None:
        if self.isVisible():
            self._selection.cancelled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self._selection.cancelled.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._selection.press(self.frozen.to_native(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.frozen.to_native(event.position())
        self._selection.move(at)
        self.setCursor(self._cursor_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._selection.adjusts ^= control
            self._selection.release(self.frozen.to_native(event.position()))
            self._selection.adjusts ^= control

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._selection.is_adjusting:
            self._selection.accept()

    def _cursor_at(self, at: QPoint) -> Qt.CursorShape:
        side = self._selection.side_at(at)
        if side is None:
            return (
                Qt.CursorShape.BlankCursor
                if self._selection.mode == "region"
                else Qt.CursorShape.PointingHandCursor
            )
        if side == (0, 0):
            return Qt.CursorShape.SizeAllCursor
        if 0 in side:
            return Qt.CursorShape.SizeHorCursor if side[0] else Qt.CursorShape.SizeVerCursor
        return Qt.CursorShape.SizeFDiagCursor if side[0] == side[1] else Qt.CursorShape.SizeBDiagCursor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._selection.cancelled.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._selection.accept()
        elif key == Qt.Key.Key_Space:
            self._selection.mark()
        elif key in _STEPS:
            fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            resizes = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._selection.nudge(_STEPS[key] * (10 if fast else 1), resizes=resizes)
        elif key in _MODES and not self._selection.is_dragging and not event.modifiers() & _WITH_OTHERS:
            self._selection.set_mode(_MODES[key])
        event.accept()
