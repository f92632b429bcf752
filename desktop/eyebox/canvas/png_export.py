"""A picture with its boxes and labels painted in, at the picture's own resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPen

from eyebox.canvas.hit import shape_of
from eyebox.canvas.labels import LabelPainter, place_label
from eyebox.canvas.outline import HALO, LINE, outline_path, rect_of
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

NORMAL = 1400.0
"""Lines and letters are as large as on a screen that shows so many pixels of the longer side; never smaller than there."""


def render_annotated(image_source: Callable[[], QImage], boxes: Sequence[Box], theme: Theme) -> QImage:
    """The picture that `image_source` gives, with all boxes; what is transparent stays so.

    May run in any thread; raises what the source raises.

    All labels are painted, later ones over earlier ones; on large pictures lines and letters are larger.
    """
    image = image_source()
    form = (
        QImage.Format.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    )
    image = image.convertToFormat(form)
    image.setDevicePixelRatio(1)
    unit = max(1.0, max(image.width(), image.height()) / NORMAL)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        path = outline_path(box, 1 / unit)
        for color, width in (
            (theme.halo_color(box.label), LINE + 2 * HALO),
            (theme.label_color(box.label), LINE),
        ):
            pen = QPen(color, width * unit)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawPath(path)
    labels = LabelPainter(theme, unit)
    bounds = (0.0, 0.0, float(image.width()), float(image.height()))
    for box in boxes:
        if box.label:
            rect = rect_of(box)
            edge = 0.0 if shape_of(box) == "point" else unit
            x, y = place_label(
                rect.left() - edge, rect.top() - edge, labels.width(box.label), labels.height, bounds
            )
            labels.paint(painter, x, y, box.label)
    painter.end()
    return image
