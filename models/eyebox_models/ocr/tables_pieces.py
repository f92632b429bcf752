"""Pieces of lines, and the rows and columns that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise
from statistics import median

from eyebox_models.ocr.frame import Level
from eyebox_models.ocr.tables_grid import Grid, Span
from eyebox_models.protocol.page import Line, Word

WIDE_GAP = 0.5
_SMALL_GAP = 0.3
"""Spaces between two words that part two cells, in heights of quads: anywhere, and where columns are known."""
_SAME_ROW = 0.55
Column = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a line's words, from `first` to before `last` (of a line without words: all of it), and where they stand."""

    line: int
    first: int
    last: int
    text: str
    place: Level
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table and the pieces of each cell that has some."""

    grid: Grid
    cells: dict[Span, list[Piece]]
    is_ruled: bool = False
    """Whether rules from side to side part its rows."""


def pieces_of(number: int, line: Line, place: Level) -> list[Piece]:
    """A line, parted where the space between two words is as wide as between columns."""
    if not line.text.strip():
        return []
    whole = Piece(number, 0, len(line.words), line.text.strip(), place, line.words)
    return _parted(
        whole, [n for n, (left, right) in _spaces(whole) if right - left > WIDE_GAP * place.height]
    )


def _spaces(piece: Piece) -> list[tuple[int, tuple[float, float]]]:
    """The spaces of a piece: the number of the word after each, and its left and right end."""
    if len(piece.words) < 2:
        return []
    first, last = piece.words[0].box[0], piece.words[-1].box[2]
    stretch = piece.place.width / max(last - first, 1)
    return [
        (n, tuple(piece.place.left + (x - first) * stretch for x in (a.box[2], b.box[0])))  # type: ignore[misc]
        for n, (a, b) in enumerate(pairwise(piece.words), piece.first + 1)
    ]


def _parted(piece: Piece, cuts: Sequence[int]) -> list[Piece]:
    """A piece parted before some of its words."""
    if not cuts:
        return [piece]
    first, last = piece.words[0].box[0], piece.words[-1].box[2]
    stretch = piece.place.width / max(last - first, 1)
    parts = []
    for start, end in pairwise([piece.first, *cuts, piece.last]):
        words = piece.words[start - piece.first : end - piece.first]
        left, right = (piece.place.left + (x - first) * stretch for x in (words[0].box[0], words[-1].box[2]))
        place = replace(piece.place, left=left, right=right)
        parts.append(Piece(piece.line, start, end, " ".join(word.text for word in words), place, words))
    return parts


def parted_between(rows: list[list[Piece]], columns: Sequence[Column]) -> list[list[Piece]]:
    """The rows, their pieces parted also at smaller spaces where these lie between columns."""

    def parts(piece: Piece) -> list[Piece]:
        cuts = [
            n
            for n, (left, right) in _spaces(piece)
            if right - left > _SMALL_GAP * piece.place.height
            and any(a[1] <= right and left <= b[0] for a, b in pairwise(columns))
        ]
        return _parted(piece, cuts)

    return [[part for piece in row for part in parts(piece)] for row in rows]


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces of one height, from top to bottom and from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.place.middle):
        row = next((row for row in reversed(rows[-2:]) if _stands_in(piece, row)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [sorted(row, key=lambda p: p.place.left) for row in rows]


def _stands_in(piece: Piece, row: Sequence[Piece]) -> bool:
    """Whether most of a piece stands beside the others of a row, and none above or below it."""
    place = piece.place
    top, bottom = median(p.place.top for p in row), median(p.place.bottom for p in row)
    beside = min(place.bottom, bottom) - max(place.top, top) > _SAME_ROW * min(place.height, bottom - top)
    return beside and not any(place.overlap_x(p.place) > 0.3 * place.height for p in row)


def top_of(row: Sequence[Piece]) -> float:
    """The highest upper side in a row."""
    return min(p.place.top for p in row)


def bottom_of(row: Sequence[Piece]) -> float:
    """The lowest lower side in a row."""
    return max(p.place.bottom for p in row)


def middle_of(row: Sequence[Piece]) -> float:
    """The height that a row stands at."""
    return median(p.place.middle for p in row)


def columns_of(rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """Ranges of x that the pieces of rows with several pieces share.

    A piece that would join two columns which some row keeps apart runs over both and counts for neither.
    """

    @cache
    def rows_in(column: Column) -> frozenset[int]:
        return frozenset(n for n, row in enumerate(rows) if any(lies_in(piece, column) for piece in row))

    pieces = [piece for row in rows if len(row) > 1 for piece in row]
    columns: list[Column] = []
    for piece in sorted(pieces, key=lambda p: p.place.width):
        x1, x2 = piece.place.left, piece.place.right
        touched = [c for c in columns if min(c[1], x2) > max(c[0], x1)]
        if any(rows_in(a) & rows_in(b) for a, b in combinations(touched, 2)):
            continue
        columns = [c for c in columns if c not in touched]
        columns.append((min([x1, *(c[0] for c in touched)]), max([x2, *(c[1] for c in touched)])))
    return _joined_heads(sorted(columns), rows)


def _joined_heads(columns: list[Column], rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """Columns that are one: a head on the left above figures on the right, never both in one row."""
    at = 1
    while at < len(columns):
        a, b = columns[at - 1], columns[at]
        several = [row for row in rows if len(row) > 1]
        filled = [tuple(any(lies_in(p, column) for p in row) for column in (a, b)) for row in several]
        headed = bool(filled) and filled[0][0] != filled[0][1] and all(map(any, zip(*filled, strict=True)))
        if len(rows) > 2 and headed and not any(all(pair) for pair in filled):
            columns = [*columns[: at - 1], (a[0], b[1]), *columns[at + 1 :]]
        else:
            at += 1
    return columns


def lies_in(piece: Piece, column: Column) -> bool:
    """Whether most of a piece lies in a column."""
    return min(piece.place.right, column[1]) - max(piece.place.left, column[0]) > 0.5 * piece.place.width


def reach_of(piece: Piece, columns: Sequence[Column]) -> tuple[int, int]:
    """The first column of a piece, and one past the last."""
    x1, x2 = piece.place.left, piece.place.right
    overlaps = [min(x2, right) - max(x1, left) for left, right in columns]
    touched = [n for n, share in enumerate(overlaps) if share > 0.35 * (columns[n][1] - columns[n][0])]
    if len(touched) > 1:
        return touched[0], touched[-1] + 1
    middle = (x1 + x2) / 2
    between = [n for n, (a, b) in enumerate(pairwise(columns), 1) if a[1] < middle < b[0]]
    if not touched and between and max(overlaps) > 0:
        return between[0] - 1, between[0] + 1
    if touched:
        return touched[0], touched[0] + 1
    best = max(range(len(columns)), key=lambda n: (overlaps[n], -abs(sum(columns[n]) / 2 - middle)))
    return best, best + 1
