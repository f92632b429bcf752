"""Lines of a picture that is still being read: each lights up when it is found, and then settles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.text_paint import hairline, polygon, tint
from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Line

GLOW_ALPHA = 110
"""How strongly a line lights up at the moment it was read."""
SETTLE_MS = 480
_PENS = (("text_layer", 1.0), ("text_halo", 3.0))
"""Roles of colours, widths in screen pixels."""
EDGE = 6.0
"""Room around the lines for strokes, in scene units."""


class StreamedLines(QGraphicsObject):
    """Paints lines as they come; they take no mouse."""

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._polygons: list[QPolygonF] = []
        self._settled = 0
        self._rect = QRectF()
        self._glow = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=SETTLE_MS)
        self._glow.valueChanged.connect(self._fade)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def add(self, lines: Iterable[Line]) -> None:
        """Shows further lines."""
        new = [polygon(line.quad) for line in lines]
        if not new:
            return
        if self._glow.state() != QVariantAnimation.State.Running:
            self._settled = len(self._polygons)
        self._polygons += new
        self.prepareGeometryChange()
        for each in new:
            self._rect = self._rect.united(each.boundingRect().adjusted(-EDGE, -EDGE, EDGE, EDGE))
        if self._theme.motion:
            self._glow.stop()
            self._glow.start()
        self.update()

    def clear(self) -> None:
        """Shows none any more."""
        self._glow.stop()
        self.prepareGeometryChange()
        self._polygons.clear()
        self._settled = 0
        self._rect = QRectF()

    @Slot("QVariant")
    def _fade(self, _value: object) -> None:
        for each in self._polygons[self._settled :]:
            self.update(each.boundingRect())

    def boundingRect(self) -> QRectF:
        return self._rect

    def contains(self, _point: QPointF) -> bool:  # type: ignore[override]
        return False

    def collidesWithPath(
        self, _path: QPainterPath, _mode: Qt.ItemSelectionMode = Qt.ItemSelectionMode.IntersectsItemShape
    ) -> bool:
        return False

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        running = self._glow.state() == QVariantAnimation.State.Running
        alpha = GLOW_ALPHA * float(self._glow.currentValue()) if running else 0.0
        glow = tint(self._theme.color("accent"), alpha)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, halo = (hairline(self._theme.color(role), width) for role, width in _PENS)
        for number, each in enumerate(self._polygons):
            if each.boundingRect().intersects(option.exposedRect):
                painter.setPen(halo)
                painter.setBrush(glow if number >= self._settled else Qt.BrushStyle.NoBrush)
                painter.drawPolygon(each)
                painter.setPen(line)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolygon(each)
