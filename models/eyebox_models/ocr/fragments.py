"""Pieces of a line that were found apart, because the gaps between its words are wide, made one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin

from eyebox_models.ocr.quads import Quad, size
from eyebox_models.protocol.box import Point

_WIDEST_GAP = 0.25
"""Between pieces of one line, in heights of their quads, which reach beyond the letters on all sides."""
_DEEPEST_OVERLAP = 1.0
_SAME_ROW = 0.3
_LIKE_HEIGHT = 1.5
_LIKE_ANGLE = 0.1
_STUBBY = 2.0
"""A piece this little wider than high has no direction."""


class Groups:
    """Numbers from 0 on, each alone at first, that are joined into groups."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def root(self, number: int) -> int:
        """The number that stands for the group of a number."""
        above = self._above
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    def join(self, one: int, other: int) -> None:
        self._above[self.root(one)] = self.root(other)

    def all(self) -> list[list[int]]:
        """The groups, by their smallest numbers."""
        groups: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            groups.setdefault(self.root(number), []).append(number)
        return list(groups.values())


def same_lines(quads: Sequence[Quad | None]) -> list[list[int]]:
    """The indexes of quads grouped into lines; None stays alone."""
    lines = Groups(len(quads))
    pieces = sorted((_piece(index, quad) for index, quad in enumerate(quads) if quad), key=lambda p: p.y)
    reach = max((piece.reach for piece in pieces), default=0.0)
    for position, one in enumerate(pieces):
        for other in pieces[position + 1 :]:
            if other.y - one.y > reach:
                break
            if lines.root(one.index) != lines.root(other.index) and _adjoin(one, other):
                lines.join(one.index, other.index)
    return lines.all()


def around(quads: Sequence[Quad]) -> Quad:
    """The quad around the pieces of one line, leaning as the longest of them."""
    if len(quads) == 1:
        return quads[0]
    angle = _angle(max(quads, key=lambda quad: size(quad)[0]))
    turned = [_turned(corner, -angle) for quad in quads for corner in quad]
    left, right = min(x for x, _ in turned), max(x for x, _ in turned)
    top, bottom = min(y for _, y in turned), max(y for _, y in turned)
    return (
        _turned((left, top), angle),
        _turned((right, top), angle),
        _turned((right, bottom), angle),
        _turned((left, bottom), angle),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    index: int
    x: float
    y: float
    width: float
    height: float
    angle: float
    reach: float
    """How far below its middle another piece of the same line can have its own."""


def _piece(index: int, quad: Quad) -> _Piece:
    width, height = size(quad)
    x, y = sum(x for x, _ in quad) / 4, sum(y for _, y in quad) / 4
    down = max(y for _, y in quad) - min(y for _, y in quad)
    return _Piece(index, x, y, width, height, _angle(quad), down + height)


def _adjoin(a: _Piece, b: _Piece) -> bool:
    low, high = sorted((a.height, b.height))
    if high > _LIKE_HEIGHT * low:
        return False
    longer, shorter = (a, b) if a.width >= b.width else (b, a)
    apart = abs((longer.angle - shorter.angle + pi) % (2 * pi) - pi)
    if apart > _LIKE_ANGLE and shorter.width > _STUBBY * shorter.height:
        return False
    along, across = _turned((shorter.x - longer.x, shorter.y - longer.y), -longer.angle)
    gap = abs(along) - (a.width + b.width) / 2
    return abs(across) < _SAME_ROW * low and -_DEEPEST_OVERLAP * low < gap < _WIDEST_GAP * low


def _angle(quad: Quad) -> float:
    (x0, y0), (x1, y1), _, _ = quad
    return atan2(y1 - y0, x1 - x0)


def _turned(point: Point, angle: float) -> Point:
    x, y = point
    return x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)
