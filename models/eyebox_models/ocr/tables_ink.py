"""What stands in a cell in which the detector found no line: lone figures, dashes, marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import hypot
from typing import TYPE_CHECKING

from eyebox_models.ocr.quads import Quad
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from eyebox_models.picture import PictureArray

_AWAY_FROM_RULES = 0.12
_CONTRAST = 40
_LEAST_STROKE = 0.1
_AROUND = 0.25
_FLAT, _DASH, _LONG_DASH = 0.18, 1.6, 0.9
_UPRIGHT = 0.4
_ONES = str.maketrans("lI|丨!/", "111111")


@dataclass(frozen=True, slots=True)
class Ink:
    """Where ink stands in a cell, in pixels from the inner side of its rules, and the cell itself."""

    left: float
    top: float
    right: float
    bottom: float
    cell: Quad
    inset: float
    width: float
    height: float

    def is_dash(self, high: float) -> bool:
        """Whether it is a flat stroke. `high`: the usual height of a quad of text."""
        flat = self.bottom - self.top
        return flat < _FLAT * high and self.right - self.left > _DASH * flat

    def quad(self, left: float, top: float, right: float, bottom: float) -> Quad:
        """A rectangle inside of the cell, on the picture."""
        a, b, c, d = self.cell

        def place(x: float, y: float) -> Point:
            u = (x + self.inset) / (self.width + 2 * self.inset)
            v = (y + self.inset) / (self.height + 2 * self.inset)
            return (
                (a[0] * (1 - u) + b[0] * u) * (1 - v) + (d[0] * (1 - u) + c[0] * u) * v,
                (a[1] * (1 - u) + b[1] * u) * (1 - v) + (d[1] * (1 - u) + c[1] * u) * v,
            )

        return place(left, top), place(right, top), place(right, bottom), place(left, bottom)


def ink_of(picture: PictureArray, cell: Quad, high: float) -> Ink | None:
    """The ink in a cell, or None where there is none."""
    a, b, c, d = cell
    inset = max(2.0, _AWAY_FROM_RULES * high)
    width = (hypot(b[0] - a[0], b[1] - a[1]) + hypot(c[0] - d[0], c[1] - d[1])) / 2 - 2 * inset
    height = (hypot(d[0] - a[0], d[1] - a[1]) + hypot(c[0] - b[0], c[1] - b[1])) / 2 - 2 * inset
    if width < 0.3 * high or height < 0.3 * high:
        return None
    found = _around(_cut(picture, cell, inset, round(width), round(height)), high)
    return Ink(*found, cell, inset, width, height) if found else None


def dash(ink: Ink, high: float) -> Line:
    """A dash as a line."""
    text = "—" if ink.right - ink.left > _LONG_DASH * high else "-"
    around = ink.quad(
        ink.left, (ink.top + ink.bottom - high) / 2, ink.right, (ink.top + ink.bottom + high) / 2
    )
    return Line(text, 1.0, enclosing(around), around)


def read_ink(
    ink: Ink,
    high: float,
    row: tuple[float, float] | None,
    read: Callable[[Quad], Line | None],
    least: float,
    figures: bool,
) -> Line | None:
    """What is read in a cell, or None where nothing is sure by `least` (0..1).

    `high`: the usual height of a quad of text. `row`: where the text of its row stands between the cell's upper and
    lower side, 0..1. `figures`: the column holds such, so that a lone stroke is a one.
    """
    if ink.is_dash(high):
        return dash(ink, high)
    top, bottom = ink.top, ink.bottom
    if row is not None:
        whole = ink.height + 2 * ink.inset
        upper, lower = row[0] * whole - ink.inset, row[1] * whole - ink.inset
        if upper - 0.2 * high < top and bottom < lower + 0.2 * high:
            top, bottom = upper, lower
    if bottom - top < 0.8 * high:
        top, bottom = (top + bottom - high) / 2, (top + bottom + high) / 2
    else:
        top, bottom = top - 0.1 * high, bottom + 0.1 * high
    room = _AROUND * high
    left, right = max(ink.left - room, -ink.inset / 2), min(ink.right + room, ink.width + ink.inset / 2)
    line = read(ink.quad(left, top, right, bottom))
    if line is None or line.score < least:
        return None
    if figures and ink.right - ink.left < _UPRIGHT * high:
        return as_figure(line)
    return line


def as_figure(line: Line) -> Line:
    """A line of one upright stroke as a one; any other as it is."""
    return replace(line, text=line.text.translate(_ONES), words=()) if len(line.text) == 1 else line


def _cut(picture: PictureArray, quad: Quad, inset: float, width: int, height: int) -> NDArray[np.uint8]:
    """The inside of a cell, level; grey."""
    import cv2
    import numpy as np

    corners = np.array(quad, np.float32)
    left, top = (max(0, int(v) - 2) for v in corners.min(axis=0))
    right, bottom = (int(v) + 3 for v in corners.max(axis=0))
    part = cv2.cvtColor(picture.crop(left, top, right - left, bottom - top), cv2.COLOR_BGR2GRAY)
    w, h = width + inset, height + inset
    target = np.array([(-inset, -inset), (w, -inset), (w, h), (-inset, h)], np.float32)
    matrix = cv2.getPerspectiveTransform(corners - np.array((left, top), np.float32), target)
    return np.asarray(
        cv2.warpPerspective(part, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def _around(cut: NDArray[np.uint8], high: float) -> tuple[float, float, float, float] | None:
    """Around all strokes that are no specks and no remains of rules at the sides, or None."""
    import cv2
    import numpy as np

    ground = float(np.median(cut))
    contrast = np.abs(cut.astype(np.int16) - ground)
    peak = float(contrast.max())
    if peak < _CONTRAST:
        return None
    strong = np.asarray(contrast > max(_CONTRAST / 2, 0.45 * peak), np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(strong, connectivity=8)
    height, width = cut.shape
    boxes = []
    for number in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[number])
        along_side = (x == 0 or x + w == width) and w < _LEAST_STROKE * high
        along_side |= (y == 0 or y + h == height) and h < _LEAST_STROKE * high
        if max(w, h) >= _LEAST_STROKE * high and area >= 4 and not along_side:
            boxes.append((x, y, x + w, y + h))
    if not boxes:
        return None
    return (
        float(min(b[0] for b in boxes)),
        float(min(b[1] for b in boxes)),
        float(max(b[2] for b in boxes)),
        float(max(b[3] for b in boxes)),
    )
