"""How a large picture is cut into overlapping parts, so that a model sees each of them nearly as it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, sqrt

from eyebox_models.protocol.dataclass import dataclass

Part = tuple[int, int, int, int]
"""`(x1, y1, x2, y2)` in pixels of the upright, turned picture; `ask.Picture.part`."""

MOST = 400
"""Parts that a picture may be cut into at all."""
PARTS = 64
"""Parts that a picture is cut into at most, where nobody says otherwise."""
OVERLAP = 0.15
"""Of a part's sides: what is smaller than that lies wholly in one of them."""
LONGEST = 40
"""Times that a part may be longer than it is wide, unless there would be too many: families refuse strips."""
WHOLE_BELOW = 2.0
"""A picture that is shown less than so many times smaller is seen well enough as a whole."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The parts of a picture, row by row. `shrink`: how many times smaller, by its sides, each is shown.

    `overlap`: across and down, in pixels, the least that two neighbours share.
    """

    width: int
    height: int
    columns: int
    rows: int
    parts: tuple[Part, ...]
    shrink: float
    overlap: tuple[float, float]


def shrunk_by(width: int, height: int, shown: tuple[int, int]) -> float:
    """How many times smaller, by its sides, a picture is shown at a size; at least 1."""
    return max(1.0, sqrt(width * height / max(1, shown[0] * shown[1])))


def grid(width: int, height: int, pixels: int, most: int) -> Grid:
    """Cuts a picture into at most `most` parts, shown at about `pixels` pixels each: the larger they are shown, the more.

    Parts are as square as the picture allows, of one size, and spread evenly.
    """
    most = max(1, min(most, MOST))
    shrink = 1.0
    while True:
        across, down = _sides(width, height, sqrt(pixels) * shrink, most)
        columns, rows = _count(width, across), _count(height, down)
        if columns * rows <= most:
            break
        shrink *= 1.05
    lefts, tops = list(_starts(width, across, columns)), list(_starts(height, down, rows))
    parts = tuple((x, y, x + across, y + down) for y in tops for x in lefts)
    shrink = shrunk_by(across, down, (pixels, 1))
    return Grid(width, height, columns, rows, parts, shrink, (_shared(lefts, across), _shared(tops, down)))


def _sides(width: int, height: int, side: float, most: int) -> tuple[int, int]:
    """Of a part that is `side` pixels square; where the picture is narrower, it is longer."""
    narrow, whole = min(width, height), max(width, height)
    if narrow < side:
        long = min(whole, side * side / narrow, max(narrow * LONGEST, 1.3 * whole / most))
        return (ceil(long), height) if width > height else (width, ceil(long))
    return ceil(side), ceil(side)


def _count(whole: int, side: int) -> int:
    if side >= whole:
        return 1
    step = side * (1 - OVERLAP)
    return 1 + ceil((whole - side) / step)


def _starts(whole: int, side: int, count: int) -> Iterator[int]:
    for place in range(count):
        yield round(place * (whole - side) / (count - 1)) if count > 1 else 0


def _shared(starts: list[int], side: int) -> float:
    return min((one + side - other for one, other in pairwise(starts)), default=0)
