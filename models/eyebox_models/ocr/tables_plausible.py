"""Whether text in rows and columns is a table: what speaks for it, and what against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.blocks import paragraphs
from eyebox_models.ocr.frame import Level
from eyebox_models.ocr.tables_pieces import (
    Aligned,
    Column,
    Piece,
)
from eyebox_models.protocol.page import Line

_FILLED, _FILLED_OF_TEXT = 0.55, 0.9
_ALIGNED, _NEAR = 0.7, 0.5
_SHORT, _LONG_COLUMN = 26, 60
_PROSE_LETTERS = 25
_FIGURES = 14
_MARK = re.compile(r"[\W_]{0,2}(\w|\d{1,3}|[ivxIVX]{1,4})?[\W_]{0,2}")
_BETWEEN_WORDS, _FEW_CUTS = 0.8, 0.15
_LEFT_OUT = 0.1
_LARGE = 1.6


def cuts_running_text(table: Aligned) -> bool:
    """Whether lines were parted at spaces like those between words, in several places along them and more than now and
    then: code and running text have words below each other by chance."""
    by_line: dict[int, list[tuple[Piece, int]]] = {}
    for span, pieces in table.cells.items():
        for piece in pieces:
            by_line.setdefault(piece.line, []).append((piece, span[1]))
    cuts = [
        column
        for pieces in by_line.values()
        for (before, _), (after, column) in pairwise(sorted(pieces, key=lambda one: one[0].first))
        if after.place.left - before.place.right < _BETWEEN_WORDS * after.place.height
    ]
    return len({*cuts}) > 1 and len(cuts) > _FEW_CUTS * sum(map(len, by_line.values()))


def is_ragged(table: Aligned) -> bool:
    """Whether many rows hold several lines in one cell: two lists beside each other, each with rows of its own.

    Where all of these stand in one column behind the first, which every row has something in, text goes on there.
    """
    rows = {span[0] for span in table.cells}
    several = {span for span, pieces in table.cells.items() if len({piece.line for piece in pieces}) > 1}
    if len({span[0] for span in several}) <= len(rows) / 3:
        return False
    begun = {span[0] for span in table.cells if span[1] == 0}
    where = {span[1] for span in several}
    return len(table.grid.columns) < 4 or len(where) > 1 or 0 in where or begun < rows


def has_large_print(table: Aligned) -> bool:
    """Whether some of its text is much larger than the rest: what heads groups of rows on boards stands beside them."""
    heights = [piece.place.height for pieces in table.cells.values() for piece in pieces]
    return max(heights) > _LARGE * median(heights)


def are_apart(one: Aligned, other: Aligned) -> bool:
    """Whether two tables stand beside each other, or one above the other."""
    a, b = one.grid, other.grid
    across = min(a.columns[-1], b.columns[-1]) - max(a.columns[0], b.columns[0])
    down = min(a.rows[-1], b.rows[-1]) - max(a.rows[0], b.rows[0])
    return one is not other and (across <= 0 or down <= 0)


def leaves_out(table: Aligned, others: Sequence[Level], lines: int) -> bool:
    """Whether more than now and then a line lies between the cells, `others` that are none of its own `lines`."""
    rows, columns = table.grid.rows, table.grid.columns
    inside = [
        place
        for place in others
        if columns[0] < (place.left + place.right) / 2 < columns[-1] and rows[0] < place.middle < rows[-1]
    ]
    return len(inside) > max(2, _LEFT_OUT * lines)


def goes_on_beside(table: Aligned, lines: Sequence[Line], places: Sequence[Level]) -> bool:
    """Whether on most of its rows other short text stands, `lines` that are in no table: then it is a part of what may
    be no table at all."""
    others = [
        place for line, place in zip(lines, places, strict=True) if _letters(line.text) <= _PROSE_LETTERS
    ]
    rows: dict[int, bool] = {}
    for span, pieces in table.cells.items():
        for piece in pieces:
            here = piece.place
            rows[span[0]] = rows.get(span[0], False) or any(
                abs(place.middle - here.middle) < _NEAR * here.height for place in others
            )
    return sum(rows.values()) > len(rows) / 2


def prose(lines: Sequence[Line], places: Sequence[Level]) -> set[int]:
    """Lines of running text: blocks whose lines are long and fill the block's width."""
    found: set[int] = set()
    for block in paragraphs(places):
        letters = [_letters(lines[m].text) for m in block.members]
        filled = sum(places[m].width > 0.8 * block.place.width for m in block.members)
        if len(letters) >= 3 and median(letters) >= _PROSE_LETTERS and filled >= 0.6 * len(letters):
            found |= {*block.members}
    return found


def _letters(text: str) -> int:
    """Length of a text, Chinese characters counted twice."""
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def is_figures(text: str) -> bool:
    """Whether a text is an amount, a date, a share: short and with a digit, or a sign for none."""
    return (any(c.isdigit() for c in text) and len(text) <= _FIGURES) or text in {"-", "—", "–", "n/a", "N/A"}


def is_table(
    rows: Sequence[Sequence[Piece]],
    reaches: Sequence[Sequence[tuple[int, int]]],
    columns: Sequence[Column],
    ruled: bool,
    rows_ruled: bool,
) -> bool:
    """Whether rows of pieces, which reach over these columns, are a table.

    `ruled`: there are rules from side to side; `rows_ruled`: they part the rows.
    """
    texts: list[list[str]] = [[] for _ in columns]
    places: list[list[Level]] = [[] for _ in columns]
    filled = several = 0
    for row, reach in zip(rows, reaches, strict=True):
        here = {n for first, last in reach for n in range(first, last)}
        if len(here) > 1:
            several += 1
            filled += len(here)
        for piece, (first, last) in zip(row, reach, strict=True):
            if last - first == 1:
                texts[first].append(piece.text)
                places[first].append(piece.place)
    if several < (2 if ruled else 3) or not all(texts):
        return False
    share = filled / (several * len(columns))
    lengths = [median(map(_letters, column)) for column in texts]
    figures = [sum(map(is_figures, column)) / len(column) for column in texts]
    marks = all(_MARK.fullmatch(text) for text in texts[0])
    if (not rows_ruled or len(columns) < 3) and any(
        _wraps(p, w, f) for p, w, f in zip(places, lengths, figures, strict=True)
    ):
        return False
    lines_up = sum(map(_lines_up, places)) / len(columns)
    if len(columns) == 2:
        if marks and not ruled:
            return False
        pairs = several / len(rows)
        with_figures = figures[1] >= 0.75 and lengths[0] <= _SHORT
        return (
            share >= 0.85
            and pairs >= 0.75
            and lines_up >= _ALIGNED
            and ((with_figures and several >= 4) or (ruled and max(lengths) <= _SHORT and several >= 3))
        )
    short = median(lengths) <= _SHORT and sum(length > _LONG_COLUMN for length in lengths) <= 1
    numbers = sum(some >= 0.6 for some in figures)
    enough = _FILLED if ruled or numbers else _FILLED_OF_TEXT
    return short and share >= enough and lines_up >= _ALIGNED and (ruled or bool(numbers) or several >= 4)


def _wraps(places: Sequence[Level], letters: float, figures: float) -> bool:
    """Whether a column is running text: long lines that mostly reach its right side, or shorter ones that nearly all do."""
    widest = max(p.width for p in places)
    full = sum(p.width > 0.85 * widest for p in places) / len(places)
    if letters > _PROSE_LETTERS:
        return len(places) >= 4 and full > 0.6
    return letters > _PROSE_LETTERS / 2 and figures < 0.2 and len(places) >= 5 and full > 0.75


def _lines_up(places: Sequence[Level]) -> float:
    """The share of a column's pieces, but for its head, that begin, end or are centred alike."""
    places = places[1:]
    if len(places) < 2:
        return 1.0
    near = _NEAR * median(p.height for p in places)
    best = 0.0
    for values in (
        [p.left for p in places],
        [p.right for p in places],
        [(p.left + p.right) / 2 for p in places],
    ):
        best = max(best, sum(abs(v - median(values)) < near for v in values) / len(values))
    return best
