"""How text is marked on a picture: tints and strokes that show on any picture and let letters through."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from eyebox.canvas.text_selection import Quad
from eyebox_models.protocol.page import Rect

WASH_LIGHTNESS = 0.66
BATCH = 64


def polygon(quad: Quad) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in quad])


def rectangle(rect: Rect) -> QRectF:
    return QRectF(QPointF(rect[0], rect[1]), QPointF(rect[2], rect[3]))


def faded(color: QColor, alpha: float) -> QColor:
    """The colour with an alpha of 0..255."""
    return QColor(color.red(), color.green(), color.blue(), round(alpha))


def tint(color: QColor, alpha: float) -> QColor:
    """A light tint of the colour: it shows on a picture of the colour itself, and on black and white."""
    lightness = max(color.lightnessF(), WASH_LIGHTNESS)
    return faded(QColor.fromHslF(max(color.hslHueF(), 0.0), color.hslSaturationF(), lightness), alpha)


def hairline(color: QColor, width: float = 1) -> QPen:
    """A pen of some screen pixels, whatever the zoom."""
    pen = QPen(color, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class Highlights:
    """Leaning rectangles to be filled, in batches of neighbours so that thousands are painted quickly."""

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self._paths: list[tuple[QRectF, QPainterPath]] = []
        left = iter(quads)
        while batch := list(islice(left, BATCH)):
            path = quads_path(batch)
            self._paths.append((path.boundingRect(), path))

    def paint(self, painter: QPainter, exposed: QRectF, color: QColor) -> None:
        """Fills those that are exposed."""
        for bounds, path in self._paths:
            if bounds.intersects(exposed):
                painter.fillPath(path, color)


def quads_path(quads: Iterable[Quad]) -> QPainterPath:
    """One path around all: where they overlap it is not painted twice."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for quad in quads:
        path.addPolygon(polygon(quad))
        path.closeSubpath()
    return path
