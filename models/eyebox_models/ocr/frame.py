"""Lines as level rectangles: leaning and curving of a photographed page taken out. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, tan

from eyebox_models.ocr.quarters import quarter, quarter_of
from eyebox_models.ocr.right_to_left import runs_left
from eyebox_models.protocol.page import Line

_LEAST_LINES_FOR_BEND = 6
_STEEPEST_BEND = 0.35


@dataclass(frozen=True, slots=True)
class Level:
    """Where a line would stand on a level page, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def overlap_x(self, other: Level) -> float:
        return min(self.right, other.right) - max(self.left, other.left)


def levelled(lines: Sequence[Line]) -> list[Level]:
    """The lines turned by the page's lean, and shifted by how that changes over the page (perspective)."""
    if not lines:
        return []
    lean = _lean(lines)
    turned = [_turned(line, -lean) for line in lines]
    bend = _bend(turned)
    return [_rectangle(item, bend) for item in turned]


def mirrored(places: list[Level], lines: Sequence[Line]) -> list[Level]:
    """The places of lines; where most text runs from right to left as a mirror shows them, so that it is read like any."""
    if not runs_left(" ".join(line.text for line in lines)):
        return places
    return [Level(-place.right, place.top, -place.left, place.bottom) for place in places]


@dataclass(frozen=True, slots=True)
class _Item:
    """A line's centre, lengths along and across the page's direction, and its remaining slope."""

    x: float
    y: float
    width: float
    height: float
    slope: float
    weight: float


def _direction(line: Line) -> tuple[float, float]:
    (x0, y0), (x1, y1), _, _ = line.quad
    return atan2(y1 - y0, x1 - x0), hypot(x1 - x0, y1 - y0)


def _lean(lines: Sequence[Line]) -> float:
    """The median angle of all text, by length, around its commonest quarter turn."""
    commonest = quarter(line.quad for line in lines)
    base = commonest * pi / 2
    angles = [_direction(line) for line in lines if quarter_of(line.quad) == commonest]
    near = sorted(((a - base + pi) % (2 * pi) - pi, length) for a, length in angles)
    half, total = sum(length for _, length in near) / 2, 0.0
    for angle, length in near:
        total += length
        if total >= half:
            return base + angle
    return base


def _turned(line: Line, angle: float) -> _Item:
    x = sum(px for px, _ in line.quad) / 4
    y = sum(py for _, py in line.quad) / 4
    direction, width = _direction(line)
    (x0, y0), _, _, (x3, y3) = line.quad
    height = hypot(x3 - x0, y3 - y0)
    remaining = (direction + angle + pi) % (2 * pi) - pi
    across = abs(abs(remaining) - pi / 2) < pi / 4
    if across:
        width, height = height, width
    slope = tan(remaining) if abs(remaining) < pi / 4 else 0.0
    return _Item(
        x * cos(angle) - y * sin(angle),
        x * sin(angle) + y * cos(angle),
        width,
        height,
        slope,
        width if abs(remaining) < pi / 4 and width > 2 * height else 0.0,
    )


def _bend(items: Sequence[_Item]) -> tuple[float, float, float]:
    """The remaining slope as a plane `a + b x + c y` over the page, by least squares weighted with length."""
    used = [item for item in items if item.weight and abs(item.slope) < _STEEPEST_BEND]
    if len(used) < _LEAST_LINES_FOR_BEND:
        return 0.0, 0.0, 0.0
    rows = [[0.0] * 4 for _ in range(3)]
    span = max(max(abs(i.x) for i in used), max(abs(i.y) for i in used), 1.0)
    for item in used:
        terms = (1.0, item.x / span, item.y / span, item.slope)
        for i in range(3):
            for j in range(4):
                rows[i][j] += item.weight * terms[i] * terms[j]
    solved = _solved(rows)
    return (solved[0], solved[1] / span, solved[2] / span) if solved else (0.0, 0.0, 0.0)


def _solved(rows: list[list[float]]) -> list[float] | None:
    """Solution of three linear equations, or None when they do not determine one."""
    scale = max(abs(value) for row in rows for value in row) or 1.0
    for i in range(3):
        pivot = max(range(i, 3), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        if abs(rows[i][i]) < 1e-6 * scale:
            return None
        for r in range(3):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [value - factor * base for value, base in zip(rows[r], rows[i], strict=True)]
    return [rows[i][3] / rows[i][i] for i in range(3)]


def _rectangle(item: _Item, bend: tuple[float, float, float]) -> Level:
    a, b, c = bend
    y = item.y - (a + c * item.y) * item.x - b * item.x * item.x / 2
    return Level(item.x - item.width / 2, y - item.height / 2, item.x + item.width / 2, y + item.height / 2)
