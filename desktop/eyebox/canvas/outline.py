"""How the outline of a box is painted: a coloured line with a thin halo, to be seen on any picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from eyebox.canvas.hit import shape_of
from eyebox_models.protocol.box import Box

LINE = 2
HALO = 1
"""Widths in screen pixels; the halo's on each side."""
POINT_RADIUS = 4.0
DASHES = [4.0, 3.0]


def rect_of(box: Box) -> QRectF:
    x1, y1 = box.x1, box.y1
    return QRectF(x1, y1, box.x2 - x1, box.y2 - y1)


def corners(rect: QRectF) -> tuple[float, float, float, float]:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())


def stroke_rects(
    painter: QPainter, rects: Sequence[QRectF], color: QColor, halo: QColor | None, thin: bool = False
) -> None:
    """Strokes rectangles in the painter's coordinates, as wide on the screen at any zoom.

    A thin line is half as wide and has its halo on one side only. Colours must be opaque: Qt paints translucent
    lines twenty times slower.
    """
    ratio = painter.device().devicePixelRatioF()
    width = max(round((LINE / 2 if thin else LINE) * ratio), 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if halo is not None:
        painter.setPen(cosmetic(halo, width + (1 if thin else 2) * round(HALO * ratio)))
        painter.drawRects(rects)
    painter.setPen(cosmetic(color, width))
    painter.drawRects(rects)
    painter.restore()


def stroke_path(
    painter: QPainter,
    path: QPainterPath,
    color: QColor,
    halo: QColor | None,
    width: float | None = None,
    dashed: bool = False,
) -> None:
    """Strokes any shape, smoothly. `width` in device pixels; None: as wide as `stroke_rects` does."""
    ratio = painter.device().devicePixelRatioF()
    line = LINE * ratio if width is None else width
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if halo is not None:
        painter.setPen(cosmetic(halo, line * (LINE + 2 * HALO) / LINE))
        painter.drawPath(path)
    pen = cosmetic(color, line)
    if dashed:
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawPath(path)


def outline_path(box: Box, scale: float) -> QPainterPath:
    """The shape of a box in picture pixels; a point becomes a dot, as large on the screen at any `scale`."""
    path = QPainterPath()
    shape = shape_of(box)
    if shape == "ellipse":
        path.addEllipse(rect_of(box))
    elif shape == "point":
        radius = POINT_RADIUS / scale
        path.addEllipse(QPointF((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2), radius, radius)
    elif shape in ("polygon", "line"):
        path.addPolygon([QPointF(x, y) for x, y in box.points])
        if shape == "polygon":
            path.closeSubpath()
    else:
        path.addRect(rect_of(box))
    return path


def fill(painter: QPainter, path: QPainterPath, color: QColor, opacity: float) -> None:
    color = QColor(color)
    color.setAlphaF(opacity)
    painter.fillPath(path, QBrush(color))


def cosmetic(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def faded(color: QColor) -> QColor:
    """A colour as dimmed boxes have it: opaque, because translucent thin lines are slow to paint."""
    grey = QColor("#8a8a8a")
    return QColor(
        (3 * color.red() + 7 * grey.red()) // 10,
        (3 * color.green() + 7 * grey.green()) // 10,
        (3 * color.blue() + 7 * grey.blue()) // 10,
    )
