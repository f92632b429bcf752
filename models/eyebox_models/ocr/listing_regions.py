"""Where a page has evenly spaced text: lines that lie together and whose characters are all as wide."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.fragments import Groups
from eyebox_models.ocr.listing_grid import gaps_of, width_of
from eyebox_models.protocol.page import Line

LEAST_ROWS = 3
_MOST_WIDER = 1.25
_EVEN = 0.09
"""How far that may lie from the usual width in a listing: a space that was not seen, or one too many, makes that much."""
SAME_ROW = 0.4
_NEXT_ROW = 2.7
"""How far apart rows of one listing lie at most, in heights of their quads; an empty row may be between."""
_BESIDE = 14.0
_ALIGNED = 8.0
"""How far apart pieces of one row, and pieces of rows below each other, lie at most, in characters."""
_OFF_GRID = 0.2
_OTHERS = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a page on its row: `x` from the left, `y` of its middle, leaning taken out."""

    line: Line
    left: float
    right: float
    y: float
    height: float
    width: float
    """How wide a character is, 0 where it is too short to tell."""
    widest: float
    """The same if all its spaces were none."""


def lean_of(lines: Sequence[Line]) -> float:
    """How far the text of a page goes down on its way to the right."""
    slopes = [
        (y1 - y0) / (x1 - x0)
        for (x0, y0), (x1, y1), _, (_, y3) in (line.quad for line in lines)
        if x1 - x0 > 4 * abs(y3 - y0)
    ]
    return median(slopes) if slopes else 0.0


def piece_of(line: Line, lean: float) -> Piece:
    """A line with its leaning taken out."""
    left, top, right, bottom = line.box
    if line.words:
        left, right = line.words[0].box[0], line.words[-1].box[2]
    y = sum(corner[1] for corner in line.quad) / 4
    x = sum(corner[0] for corner in line.quad) / 4
    height = bottom - top if is_turned(line) else abs(line.quad[3][1] - line.quad[0][1])
    return Piece(line, left + y * lean, right + y * lean, y - x * lean, height, *width_of(line.words))


def widths_of(piece: Piece) -> Iterator[float]:
    """How wide a character is by the whole line, and by its longest word where that is long."""
    if piece.width:
        longest = max(piece.line.words, key=lambda word: len(word.text))
        yield from filter(None, (piece.width, width_of([longest])[0]))


def regions(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """Pieces that lie together and whose characters are all as wide, where there are enough of them."""
    remaining = [number for number, piece in enumerate(pieces) if piece.width]
    while len(remaining) >= LEAST_ROWS:
        pitch = commonest([width for number in remaining for width in widths_of(pieces[number])])
        fitting = {number for number in remaining if _fits(pieces[number], pitch)}
        if len(fitting) < LEAST_ROWS:
            return
        short = [number for number, piece in enumerate(pieces) if not piece.width]
        for group in _together([*fitting, *short], pieces, pitch):
            even = fitting.intersection(group)
            others = set(remaining).difference(fitting)
            if len(even) >= LEAST_ROWS and _between(
                [pieces[n] for n in others], [pieces[n] for n in even]
            ) < (_OTHERS * len(even)):
                yield group
        remaining = [number for number in remaining if number not in fitting]


def _between(others: Sequence[Piece], even: Sequence[Piece]) -> int:
    """How many lines of other width stand among those of a listing."""
    top, bottom = min(piece.y for piece in even), max(piece.y for piece in even)
    left, right = min(piece.left for piece in even), max(piece.right for piece in even)
    return sum(top < p.y < bottom and p.left < right and p.right > left for p in others)


def _fits(piece: Piece, pitch: float) -> bool:
    """Whether a line's characters are as wide: by its length, but for spaces; or its words stand on a grid of that."""
    widest = max(piece.width, min(piece.widest, piece.width * _MOST_WIDER))
    if piece.width * (1 - _EVEN) < pitch < widest * (1 + _EVEN):
        return True
    gaps = [gaps_of(before, after, pitch) for before, after in pairwise(piece.line.words)]
    spaces = [gap[1] for gap in gaps if gap is not None]
    return bool(spaces) and all(
        space > 1 - _OFF_GRID and abs(space - round(space)) < _OFF_GRID for space in spaces
    )


def commonest(widths: Sequence[float]) -> float:
    """The width that most others lie near; all are more than 0."""
    ordered = sorted(widths)

    def near(width: float) -> int:
        """How many are as wide: a page has thousands of them, so none is looked at for each."""
        off = partial(_off, width=width)
        return bisect_left(ordered, _EVEN / 2, key=off) - bisect_right(ordered, -_EVEN / 2, key=off)

    best = max(widths, key=near)
    return median(width for width in widths if abs(width / best - 1) < _EVEN / 2)


def _off(other: float, width: float) -> float:
    return other / width - 1


def _together(candidates: Sequence[int], pieces: Sequence[Piece], pitch: float) -> list[list[int]]:
    order = sorted(candidates, key=lambda number: pieces[number].y)
    groups = Groups(len(order))
    tallest = max((pieces[number].height for number in order), default=0.0)
    for first, a in enumerate(order):
        for second in range(first + 1, len(order)):
            one, other = pieces[a], pieces[order[second]]
            down = other.y - one.y
            if down > _NEXT_ROW * tallest:
                break
            height = max(one.height, other.height)
            across = max(one.left, other.left) - min(one.right, other.right)
            if across < (_BESIDE if down < SAME_ROW * height else _ALIGNED) * pitch and (
                down < _NEXT_ROW * height
            ):
                groups.join(first, second)
    return [[order[n] for n in group] for group in groups.all()]


def is_turned(line: Line) -> bool:
    """Whether a line was taken for one upside down, or down the page: a lone brace easily is."""
    (x0, y0), (x1, y1), _, _ = line.quad
    return x1 - x0 <= abs(y1 - y0)
