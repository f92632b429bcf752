"""The parts of a large picture while a model looks at one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from eyebox.canvas.box_item import BoxItem
from eyebox.canvas.outline import rect_of
from eyebox.canvas.text_paint import faded, hairline
from eyebox_models.protocol.box import Box

VEIL = 70
"""How strongly parts are veiled that were not looked at yet, 0..255."""
TICK = 7.0
"""Half the size of the tick in a part that was, in pixels of the screen."""
LEAST = 28.0
"""Pixels of the screen that a part needs for its tick."""


class PartsLayer(BoxItem):
    """Veils what was not looked at; what was is clear, outlined, with a tick in its corner."""

    _parts: tuple[tuple[QRectF, bool], ...] = ()

    @property
    def parts(self) -> tuple[tuple[QRectF, bool], ...]:
        """The parts that are shown, and whether each was looked at."""
        return self._parts

    def set_parts(self, parts: Iterable[tuple[Box, bool]]) -> None:
        """Parts in pixels of the picture, each with whether it was looked at; none: nothing is shown."""
        self.prepareGeometryChange()
        self._parts = tuple((rect_of(part), looked) for part, looked in parts)
        self.update()

    def boundingRect(self) -> QRectF:
        return super().boundingRect() if self._parts else QRectF()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        transform = painter.worldTransform()
        scale = transform.m11()
        if scale <= 0:
            return
        veil = faded(self._theme.color("text_halo"), VEIL)
        for rect, looked in self._parts:
            if not looked:
                painter.fillRect(rect, veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((self._theme.color("text_halo"), 3.0), (self._theme.color("accent"), 1.0)):
            painter.setPen(hairline(color, width))
            for rect, looked in self._parts:
                if looked:
                    painter.drawRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect, looked in self._parts:
            if looked and min(rect.width(), rect.height()) * scale >= LEAST:
                self._tick(painter, rect.topLeft() + QPointF(2 * TICK, 2 * TICK) / scale, scale)

    def _tick(self, painter: QPainter, at: QPointF, scale: float) -> None:
        size = TICK / scale
        path = QPainterPath(at + QPointF(-size, 0))
        path.lineTo(at + QPointF(-size / 3, 2 * size / 3))
        path.lineTo(at + QPointF(size, -2 * size / 3))
        for color, width in ((self._theme.color("text_halo"), 5.0), (self._theme.color("accent"), 2.0)):
            painter.setPen(hairline(color, width))
            painter.drawPath(path)
