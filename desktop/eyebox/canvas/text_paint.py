"""How text is marked on a picture: tints and strokes that show on any picture and let letters through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from eyebox.canvas.text_selection import Quad, Strip
from eyebox_models.protocol.page import Rect

WASH_LIGHTNESS = 0.66
BATCH = 64
HOVER_ALPHA = 56


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


def paint_underlines(
    painter: QPainter, feet: Sequence[QLineF], scale: float, color: QColor, halo: QColor
) -> None:
    """Underlines lines of text, in scene coordinates, by a screen pixel of the colour and one of its halo."""
    leaning = [foot for foot in feet if foot.dy()]
    for pen, below in ((hairline(halo, 1.5), 1 / scale), (hairline(color, 1.25), 0.0)):
        painter.setPen(pen)
        painter.drawLines([_moved_aside(foot, below) for foot in leaning])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    level = [foot for foot in feet if not foot.dy()]
    for row, brush in enumerate((color, halo)):
        painter.setBrush(brush)
        painter.drawRects(
            [QRectF(foot.x1(), foot.y1() + row / scale, foot.dx(), 1 / scale) for foot in level]
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_pointed_at(painter: QPainter, strip: Strip, accent: QColor) -> None:
    """Tints one line of text and underlines it."""
    painter.fillPath(quads_path([strip.corners]), tint(accent, HOVER_ALPHA))
    start, end = strip.foot()
    painter.setPen(hairline(accent, 2))
    painter.drawLine(QLineF(*start, *end))


def _moved_aside(line: QLineF, by: float) -> QLineF:
    """A line moved to its right-hand side: below text that runs along it."""
    share = by / max(line.length(), 1e-9)
    return line.translated(-line.dy() * share, line.dx() * share)
