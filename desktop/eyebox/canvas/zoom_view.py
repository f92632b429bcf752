"""Looking at a picture: zoom to the cursor, fit, actual size, pan."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from eyebox.canvas.framing import PADDING, Fit, fitting, has_room, is_long, is_seen_well, reach, with_context
from eyebox.canvas.scene import CanvasScene
from eyebox.theme.theme import Theme, give_viewport

STEP = 1.25
WHEEL_STEP = 1.0015
"""Zoom factor for an eighth of a degree of a mouse wheel; a notch is 120 of them."""
MOST = 64.0
LEAST_PIXELS = 24.0
"""Zooming out ends when the longer side of the picture has only so many screen pixels."""
ENLARGED = 8.0
"""Fitting enlarges a small picture up to this zoom, and only when it is asked for."""
SMALL = 0.4
"""A long picture that would be fitted below this zoom is shown by its width."""
CENTRE_MS = 140
READABLE = 14.0
"""Text that is sought is made so high, in screen pixels, where it is lower than LEGIBLE."""
LEGIBLE = 12.0


class ZoomView(QGraphicsView):
    """Shows a CanvasScene. Zoom is in device pixels a picture pixel: at 1 each is one of the screen's.

    Signals:
        zoom_changed: another zoom is shown now.
        view_changed: what is seen moved or was scaled.
        panned: the picture was moved by hand.
    """

    zoom_changed = Signal(float)
    view_changed = Signal()
    panned = Signal()

    def __init__(self, theme: Theme, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._theme = theme
        self._canvas = scene
        self._cursor_taken = False
        self._fitted: Fit = "window"
        self._enlarge = False
        self._unseen: QRectF | None = None
        """What `zoom_to_box` shows as soon as the view has its size: it was not shown yet."""
        self._pan_from: QPoint | None = None
        self._space = False
        self._from = self._to = (QPointF(), 1.0)
        self._glide = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=CENTRE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._glided)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        # or the scene would take what is dropped as for its items, and refuse it: it is the window's
        self.setAcceptDrops(False)
        give_viewport(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.viewport().update)

    @property
    def zoom(self) -> float:
        """Device pixels a picture pixel."""
        return self.pixel_scale * self.devicePixelRatioF()

    @property
    def pixel_scale(self) -> float:
        """Screen pixels (as widgets count them) a picture pixel."""
        return self.transform().m11()

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is kept in view when the window's size changes."""
        return self._fitted == "window"

    @property
    def is_panning(self) -> bool:
        return self._pan_from is not None or self._space

    def set_picture_rect(self, width: float, height: float) -> None:
        """Another picture: its upright size in pixels; it is fitted, a long one by its width and seen from its top."""
        self._canvas.set_picture_rect(width, height)
        self._fit(enlarge=False)
        if is_long(self._canvas.picture_rect) and self.zoom < SMALL:
            self._fit(enlarge=False, to="width")
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())
            self._scroll(QPointF(0, self.viewportTransform().map(QPointF(0, 0)).y() - PADDING))
            self.view_changed.emit()

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zooms so that what is under `anchor` (in the viewport; None: its middle) stays there."""
        self._fitted = ""
        self._zoom_to(zoom, anchor)

    @Slot()
    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * STEP)

    @Slot()
    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / STEP)

    @Slot()
    def actual_size(self) -> None:
        """One pixel of the picture on one of the screen."""
        self.set_zoom(1.0)

    @Slot()
    def fit(self) -> None:
        """Shows the whole picture as large as it goes, until the user zooms."""
        self._fit(enlarge=True)

    @Slot()
    def fit_width(self) -> None:
        """Shows the picture as wide as the view, until the user zooms."""
        self._fit(enlarge=True, to="width")

    @Slot(QRectF)
    def show_rect(self, rect: QRectF) -> None:
        """Brings a part of the picture to the middle when it is not in sight already."""
        if not self.visible_rect().contains(rect):
            self.glide_to(rect.center())

    def show_text(self, rect: QRectF, height: float) -> None:
        """Brings text of this height into sight, large enough to be read; where it has to be enlarged, in the middle."""
        if 0 < height * self.pixel_scale < LEGIBLE:
            self.set_zoom(READABLE / height * self.devicePixelRatioF())
            self._centre(rect.center())
        else:
            self.show_rect(rect)

    def visible_rect(self) -> QRectF:
        """The part of the scene in sight."""
        inverse, _ = self.viewportTransform().inverted()
        return inverse.mapRect(QRectF(self.viewport().rect()))

    def to_scene(self, point: QPointF) -> QPointF:
        """A point of the viewport in picture pixels."""
        inverse, _ = self.viewportTransform().inverted()
        return inverse.map(point)

    def glide_to(self, point: QPointF) -> None:
        """Brings a point of the picture to the middle, at once when motion is unwanted."""
        self._glide_to(point, self.zoom)

    def zoom_to_box(self, rect: QRectF) -> None:
        """Shows a part of the picture with what is around it; the zoom stays where it is seen well already.

        It is in sight at once; from there the view glides, where motion is wanted.
        """
        self._glide.stop()
        self._unseen = None if self.isVisible() else rect
        seen = self.visible_rect()
        zoom = self.zoom
        if not is_seen_well(rect, seen) or self._fitted:
            closer = with_context(rect, self.viewport().size()) * self.devicePixelRatioF()
            zoom = max(closer, self._fitting_zoom())
        self._fitted = ""
        if not seen.contains(rect):
            both = seen.united(rect)
            out = min(seen.width() / both.width(), seen.height() / both.height())
            self._zoom_to(self.zoom * max(out, self._fitting_zoom() / self.zoom))
            self._centre(both.center())
            if not self.visible_rect().contains(rect):
                self._centre(rect.center())
        elif zoom == self.zoom and has_room(rect, seen):
            return
        self._glide_to(rect.center(), zoom)

    def _glide_to(self, point: QPointF, zoom: float) -> None:
        self._glide.stop()
        self._from = (self.visible_rect().center(), self.zoom)
        self._to = (point, zoom)
        if not self._theme.motion:
            self._glided(1.0)
            return
        self._glide.start()

    def look_at(self, point: QPointF) -> None:
        """Brings a point of the picture to the middle at once; the zoom stays."""
        self._glide.stop()
        self._fitted = ""
        self._centre(point)

    def show_cursor(self, shape: Qt.CursorShape | None) -> None:
        """The cursor over the canvas; None: that of what is under it, which Qt sets at each move of the mouse."""
        if shape is None and not self._cursor_taken:
            return
        self._cursor_taken = shape is not None
        if shape is None:
            self._canvas.box_layer.unsetCursor()
            self.viewport().unsetCursor()
        else:
            self._canvas.box_layer.setCursor(shape)
            self.viewport().setCursor(shape)

    def _fit(self, enlarge: bool, to: Fit = "window") -> None:
        self._fitted = to
        self._enlarge = enlarge
        centre = self._canvas.picture_rect.center()
        if to == "width":
            top = QPointF(self.viewport().width() / 2, PADDING)
            self._zoom_to(self._fitting_zoom(to), top)
            self._scroll(QPointF(self.viewportTransform().map(centre).x() - top.x(), 0))
            self.view_changed.emit()
        else:
            self._zoom_to(self._fitting_zoom(to))
            self._centre(centre)

    def _fitting_zoom(self, to: Fit = "window") -> float:
        rect = self._canvas.picture_rect
        if rect.isEmpty():
            return 1.0
        zoom = fitting(rect, self.viewport().size(), to) * self.devicePixelRatioF()
        return min(zoom, ENLARGED if self._enlarge else 1.0)

    def _zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        self._glide.stop()
        self._scale_to(zoom, anchor)

    def _scale_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        longer = max(self._canvas.picture_rect.width(), self._canvas.picture_rect.height(), 1.0)
        least = min(LEAST_PIXELS / longer, self._fitting_zoom(), 1.0)
        zoom = min(max(zoom, least), MOST)
        before = self.zoom
        anchor = QPointF(self.viewport().rect().center()) if anchor is None else anchor
        point = self.to_scene(anchor)
        scale = zoom / self.devicePixelRatioF()
        if scale != self.pixel_scale:
            self.setTransform(QTransform.fromScale(scale, scale))
        self._reserve()
        off = self.viewportTransform().map(point) - anchor
        self._scroll(off)
        if abs(self.zoom - before) > 1e-9:
            self.zoom_changed.emit(self.zoom)
        self.view_changed.emit()

    def _reserve(self) -> None:
        """Sets how far the picture can be panned."""
        self.setSceneRect(reach(self._canvas.picture_rect, self.viewport().size(), self.pixel_scale))

    def _scroll(self, by: QPointF) -> None:
        for bar, step in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() + round(step))

    def _pan(self, by: QPointF) -> None:
        self.panned.emit()
        self._scroll(by)
        self.view_changed.emit()

    def _centre(self, point: QPointF) -> None:
        self._scroll(self.viewportTransform().map(point) - QPointF(self.viewport().rect().center()))
        self.view_changed.emit()

    @Slot("QVariant")
    def _glided(self, value: object) -> None:
        """Shows how far it has come, 0..1, from one point and zoom to another."""
        far = cast(float, value)
        (start, zoom), (end, closer) = self._from, self._to
        if closer != zoom:
            self._scale_to(zoom * (closer / zoom) ** far)
        self._centre(start + (end - start) * far)

    def _pan_cursor(self) -> None:
        if self._pan_from is not None:
            self.show_cursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.show_cursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.show_cursor(None)

    def _is_pan_press(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton and self._space
        return left or event.button() == Qt.MouseButton.MiddleButton

    def _pinched(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.set_zoom(self.zoom * (1 + event.value()), event.position())
        return True

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        painter.fillRect(rect, QColor(self._theme.color("canvas")))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture and self._pinched(cast(QNativeGestureEvent, event)):
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._fitted:
            self._fit(self._enlarge, self._fitted)
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        keys = event.modifiers()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        zooms = bool(keys & Qt.KeyboardModifier.ControlModifier)
        if not pixels.isNull() and not zooms:
            self._fitted = "" if self._fitted == "window" else self._fitted
            self._pan(QPointF(-pixels.x(), -pixels.y()))
        elif keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier) and not zooms:
            step = -(angle.y() or angle.x()) / 2
            across = bool(keys & Qt.KeyboardModifier.ShiftModifier)
            self._pan(QPointF(step, 0) if across else QPointF(0, step))
        elif angle.y():
            self.set_zoom(self.zoom * WHEEL_STEP ** angle.y(), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_pan_press(event):
            self._glide.stop()
            self._pan_from = event.position().toPoint()
            self._pan_cursor()
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is None:
            super().mouseMoveEvent(event)
            return
        to = event.position().toPoint()
        self._pan(QPointF(self._pan_from - to))
        self._pan_from = to

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is None:
            super().mouseReleaseEvent(event)
        else:
            self._pan_from = None
            self._pan_cursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self._pan_cursor()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._pan_cursor()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unseen is not None:
            QTimer.singleShot(0, self, self._is_laid_out)

    def _is_laid_out(self) -> None:
        self._unseen = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (unseen := self._unseen) is not None:
            self._fit(self._enlarge)
            self.zoom_to_box(unseen)
            self._unseen = unseen
        elif self._fitted:
            self._fit(self._enlarge, self._fitted)
        else:
            self._reserve()
            self.view_changed.emit()
