"""Ruling lines of a level page: thin straight strokes that are longer than letters, dark or light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING

from eyebox_models.ocr.at_once import at_once
from eyebox_models.protocol.page import Line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from eyebox_models.picture import PictureArray

_MOST_PIXELS = 16_000_000
"""Rules of larger pictures are looked for on smaller copies."""
_LONGEST_IN_TEXT_ACROSS, _LONGEST_IN_TEXT_DOWN = 1.5, 1.05
"""Strokes of letters are shorter, in heights of the quads of text."""
_THICKEST = 0.4
_FAINTEST, _NOISE = 7, 3.0
_LEVEL_ENOUGH = 0.002
_MOST = 4000
_ENDS = 8
_EDGE = 0.22
"""Of a quad of text so much at its upper and lower edge may hold a rule, in its heights."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The page turned by `-lean` radians about its origin, so that its text is level."""

    lean: float = 0.0

    def flat(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page lies in the frame."""
        return x * cos(self.lean) + y * sin(self.lean), y * cos(self.lean) - x * sin(self.lean)

    def page(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the frame lies on the page."""
        return x * cos(self.lean) - y * sin(self.lean), y * cos(self.lean) + x * sin(self.lean)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule from its left or upper end to the other, in coordinates of the frame."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def length(self) -> float:
        return hypot(self.x2 - self.x1, self.y2 - self.y1)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page, from left to right and from top to bottom."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


def frame_of(lines: Sequence[Line]) -> Frame:
    """The frame in which most text of a level page is horizontal, by length."""
    angles: list[tuple[float, float]] = []
    for line in lines:
        (x0, y0), (x1, y1), _, (x3, y3) = line.quad
        length = hypot(x1 - x0, y1 - y0)
        angle = atan2(y1 - y0, x1 - x0)
        if length > 2 * hypot(x3 - x0, y3 - y0) and abs(angle) < pi / 8:
            angles.append((angle, length))
    half = sum(length for _, length in angles) / 2
    for angle, length in sorted(angles):
        half -= length
        if half <= 0:
            return Frame(angle if abs(angle) > _LEVEL_ENOUGH else 0.0)
    return Frame()


def find_rules(picture: PictureArray, frame: Frame, lines: Sequence[Line], text_height: float) -> Rules:
    """The rules of a picture with these lines; `text_height` is the usual height of their quads, in pixels."""
    import cv2
    import numpy as np

    factor = 1
    while picture.width * picture.height > _MOST_PIXELS * factor**2:
        factor += 1
    small = picture.shrunk(factor) if factor > 1 else picture
    grey = cv2.cvtColor(small.crop(0, 0, small.width, small.height), cv2.COLOR_BGR2GRAY)
    shift = (0.0, 0.0)
    if frame.lean:
        grey, shift = _turned(np.asarray(grey, np.uint8), frame)
    high = max(text_height / factor, 6.0)

    def rules(across: bool) -> tuple[Rule, ...]:
        drawn = grey if across else grey.T
        least = (_LONGEST_IN_TEXT_ACROSS if across else _LONGEST_IN_TEXT_DOWN) * high
        dx, dy = shift
        inside = [(np.array(_inside(line, frame)) / factor - (dx, dy)) for line in lines] if across else []
        found = _across(np.ascontiguousarray(drawn, np.uint8), max(12, round(least)), high, inside)
        ends = (found if across else [(y1, x1, y2, x2) for x1, y1, x2, y2 in found])[:_MOST]
        return tuple(
            Rule((x1 + dx) * factor, (y1 + dy) * factor, (x2 + dx) * factor, (y2 + dy) * factor)
            for x1, y1, x2, y2 in ends
        )

    return Rules(*at_once(rules, (True, False), threads=2, ahead=2))


def _turned(grey: NDArray[np.uint8], frame: Frame) -> tuple[NDArray[np.uint8], tuple[float, float]]:
    """The picture in the frame, and what is to be added to its coordinates."""
    import cv2
    import numpy as np

    height, width = grey.shape
    corners = [frame.flat(x, y) for x in (0, width) for y in (0, height)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    size = round(max(x for x, _ in corners) - left), round(max(y for _, y in corners) - top)
    c, s = cos(frame.lean), sin(frame.lean)
    matrix = np.array([[c, s, -left], [-s, c, -top]])
    turned = cv2.warpAffine(grey, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, np.uint8), (left, top)


def _inside(line: Line, frame: Frame) -> list[tuple[float, float]]:
    """The middle of a level line, where no rule runs, as corners in the frame."""
    a, b, c, d = (frame.flat(*corner) for corner in line.quad)

    def between(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    return [between(a, d, _EDGE), between(b, c, _EDGE), between(b, c, 1 - _EDGE), between(a, d, 1 - _EDGE)]


def _across(
    grey: NDArray[np.uint8], least: int, high: float, text: Sequence[NDArray[np.float64]]
) -> list[tuple[float, float, float, float]]:
    """Horizontal strokes of at least `least` pixels outside of `text` (quads), the longest first: `(x1, y1, x2, y2)`."""
    import cv2
    import numpy as np

    thick = max(9, round(_THICKEST * high) | 1)
    column = cv2.getStructuringElement(cv2.MORPH_RECT, (1, thick))
    stroke = cv2.getStructuringElement(cv2.MORPH_RECT, (least, 1))
    beside = cv2.getStructuringElement(cv2.MORPH_RECT, (1, 3))
    gap = cv2.getStructuringElement(cv2.MORPH_RECT, (3, 1))
    mask = np.zeros_like(grey)
    for hat in (cv2.MORPH_BLACKHAT, cv2.MORPH_TOPHAT):
        contrast = cv2.morphologyEx(grey, hat, column)
        noise = _median(np.asarray(contrast[:: max(1, grey.shape[0] // 400)], np.uint8))
        strong = np.asarray(contrast > max(_FAINTEST, _NOISE * noise + 4), np.uint8)
        strong = np.asarray(cv2.morphologyEx(strong, cv2.MORPH_CLOSE, gap), np.uint8)
        strong = np.asarray(cv2.dilate(strong, beside), np.uint8)
        mask |= np.asarray(cv2.morphologyEx(strong, cv2.MORPH_OPEN, stroke), np.uint8)
    for quad in text:
        cv2.fillConvexPoly(mask, np.rint(quad).astype(np.int32), (0,))
    crossing = cv2.getStructuringElement(cv2.MORPH_RECT, (thick + 2, 1))
    mask = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, crossing), np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = []
    for number in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[number])
        if area > (thick + 2) * width:
            continue
        part = labels[y : y + height, x : x + width] == number
        ends = min(_ENDS, width)
        y1, y2 = (float(np.nonzero(side)[0].mean()) for side in (part[:, :ends], part[:, -ends:]))
        found.append((float(x), y + y1 + 0.5, float(x + width), y + y2 + 0.5))
    return sorted(found, key=lambda ends: ends[0] - ends[2])


def _median(values: NDArray[np.uint8]) -> float:
    """As numpy's, by counting, which is much quicker."""
    import cv2
    import numpy as np

    counts = cv2.calcHist([np.ascontiguousarray(values)], [0], None, [256], (0, 256))
    below = counts.reshape(-1).astype(np.int64).cumsum()
    middle = np.searchsorted(below, ((values.size + 1) // 2, values.size // 2 + 1))
    return float(middle.mean())
