"""Labels of boxes as small tags: where they go, which are left out in a crowd, and how they look."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPixmap

from eyebox.theme.colors import on_color
from eyebox.theme.theme import Theme
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Rect

PADDING = 5
RADIUS = 3.0
MAX_WIDTH = 180.0
LEGIBLE = 14.0
"""A box whose longer side is shorter than this on the screen keeps its label to itself."""
LOW = 2.0
"""Boxes lower than this many labels must not be covered by the label of another box."""
CELL = 6.0
MAX_PIXMAPS = 1500

LabelRequest = tuple[int, float, float, float, float, float]
"""A box with a label: a key to hand back, corners in picture pixels, the label's width on the screen."""


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Where a label goes, in screen pixels from the picture's corner."""

    key: int
    x: float
    y: float


def place_label(x1: float, y1: float, width: float, height: float, bounds: Rect) -> tuple[float, float]:
    """A label's left and top: on its box at the left, hanging inside where `bounds` leave no room above."""
    x = max(min(x1, bounds[2] - width), bounds[0])
    return (x, y1 if y1 - height < bounds[1] else y1 - height)


def place_labels(
    wanted: Iterable[LabelRequest], scale: float, height: float, picture: Rect
) -> list[PlacedLabel]:
    """Places labels in the order given; leaves out what is not legible or would cover a label or a low box.

    `picture` is the picture's rectangle; crowding is found by cells of a few pixels, one bit each.
    """
    least, low = LEGIBLE / scale, LOW * height / scale
    boxes = [w for w in wanted if w[5] and (w[3] - w[1] >= least or w[4] - w[2] >= least)]
    bounds = (picture[0] * scale - 1, picture[1] * scale - 1, picture[2] * scale + 1, picture[3] * scale + 1)
    left = min((w[1] for w in boxes), default=0.0) * scale - MAX_WIDTH
    cells = scale / CELL
    first = left / CELL
    box_rows: defaultdict[int, int] = defaultdict(int)
    for _, x1, y1, x2, y2, _ in boxes:
        if y2 - y1 < low:
            start = int(x1 * cells - first)
            bits = (1 << (int(x2 * cells - first) + 1 - start)) - 1 << start
            for row in range(int(y1 * cells) + 1, int(y2 * cells)):
                box_rows[row] |= bits
    label_rows: defaultdict[int, int] = defaultdict(int)
    labels = []
    top_edge, right_edge = bounds[1] + height, bounds[2]
    for key, x1, y1, _, _, width in boxes:
        x, y = x1 * scale - 1, y1 * scale - 1
        inside = y < top_edge
        if inside or x + width > right_edge:
            x, y = place_label(x, y, width, height, bounds)
        else:
            y -= height
        start = int(x / CELL - first)
        bits = (1 << (int((x + width) / CELL - first) + 1 - start)) - 1 << start
        top, bottom = int(y / CELL), int((y + height) / CELL)
        for row in range(top, bottom + 1):
            if label_rows[row] & bits or (row < bottom and not inside and box_rows[row] & bits):
                break
        else:
            for row in range(top, bottom + 1):
                label_rows[row] |= bits
            labels.append(PlacedLabel(key, x, y))
    return labels


def label_font(theme: Theme, unit: float = 1.0) -> QFont:
    """The font of labels, with Chinese behind it; `unit`: pixels of the paint device a screen pixel."""
    font = QFont(theme.font("small"))
    font.setPixelSize(max(round(QFontInfo(font).pixelSize() * unit), 1))
    font.setWeight(QFont.Weight.Medium)
    return font


class LabelPainter:
    """Measures and paints labels, and keeps them. `unit`: pixels of the paint device a screen pixel.

    `role`: the colour of the theme for all tags; without it each has its label's.
    """

    def __init__(self, theme: Theme, unit: float = 1.0, role: str = "") -> None:
        self._theme = theme
        self._unit = unit
        self._role = role
        self._font = label_font(theme, unit)
        self._metrics = QFontMetricsF(self._font)
        self._texts: dict[str, tuple[str, float]] = {}
        self._pixmaps: dict[tuple[str, float], QPixmap] = {}
        self.height = float(math.ceil(self._metrics.height() + 2 * unit))

    def width(self, label: str) -> float:
        """The width of a label; 0 when there is nothing to show."""
        return self._measured(label)[1]

    def paint(self, painter: QPainter, x: float, y: float, label: str) -> None:
        """Paints a label into the coordinates that the painter has now, pixel for pixel."""
        text, width = self._measured(label)
        rect = QRectF(x, y, width, self.height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tag, text_color = self._colors(label)
        painter.setBrush(tag)
        painter.drawRoundedRect(rect, RADIUS * self._unit, RADIUS * self._unit)
        painter.setPen(text_color)
        painter.setFont(self._font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()

    def paint_cached(self, painter: QPainter, x: float, y: float, label: str) -> None:
        """The same from a kept pixmap, on whole pixels of the device."""
        ratio = painter.device().devicePixelRatioF()
        key = (label, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            if len(self._pixmaps) >= MAX_PIXMAPS:
                self._pixmaps.clear()
            width = self.width(label)
            pixmap = QPixmap(math.ceil(width * ratio), math.ceil(self.height * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            own = QPainter(pixmap)
            self.paint(own, 0, 0, label)
            own.end()
            self._pixmaps[key] = pixmap
        painter.drawPixmap(QPointF(_whole(x * ratio) / ratio, _whole(y * ratio) / ratio), pixmap)

    def _colors(self, label: str) -> tuple[QColor, QColor]:
        if not self._role:
            return self._theme.label_color(label), self._theme.on_label_color(label)
        tag = QColor(self._theme.color(self._role).rgb())
        return tag, on_color(tag)

    def _measured(self, label: str) -> tuple[str, float]:
        measured = self._texts.get(label)
        if measured is None:
            room = (MAX_WIDTH - 2 * PADDING) * self._unit
            text = self._metrics.elidedText(" ".join(label.split()), Qt.TextElideMode.ElideRight, room)
            width = self._metrics.horizontalAdvance(text) + 2 * PADDING * self._unit if text else 0.0
            measured = self._texts[label] = (text, float(math.ceil(width)))
        return measured


def _whole(value: float) -> int:
    """The nearest whole number; halves go the same way for even and odd ones, or labels would jump when scrolled."""
    return math.floor(value + 0.499)
