"""Rows of a grid whose rules part columns only: a band with many lines on common heights becomes so many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.tables_grid import Grid, Span
from eyebox_models.protocol.page import Rect

_SAME_ROW = 0.4
_COMMON = 0.7
_OUTLIER = 3
_FEW_BANDS = 3
_LEAST_ROWS = 3


def with_rows_of_text(grid: Grid, rects: Sequence[Rect]) -> Grid:
    """The grid with rows where its text has some and no rules part them. `rects`: its lines, in its coordinates."""
    bands = [*pairwise(grid.rows)]
    inside: list[list[Rect]] = [[] for _ in bands]
    for rect in rects:
        middle = (rect[1] + rect[3]) / 2
        for number, (top, bottom) in enumerate(bands):
            if top <= middle < bottom:
                inside[number].append(rect)
    rows = [_rows(some) for some in inside]
    counts = [len(some) for some in rows if some]
    if not counts:
        return grid
    sides: list[float] = [grid.rows[0]]
    first_of: list[int] = []
    for number, (_, bottom) in enumerate(bands):
        first_of.append(len(sides) - 1)
        # a band is parted where there are few of them, or it has many more lines than the others
        outlier = len(counts) <= _FEW_BANDS or len(rows[number]) > _OUTLIER * median(counts)
        if outlier and _is_several_rows(grid, number, rows[number]):
            sides += [(max(r[3] for r in a) + min(r[1] for r in b)) / 2 for a, b in pairwise(rows[number])]
        sides.append(bottom)
    if len(sides) == len(grid.rows):
        return grid
    first_of.append(len(sides) - 1)
    spans: list[Span] = []
    for top, left, bottom, right in grid.spans:
        if bottom - top == 1:
            spans += [(row, left, row + 1, right) for row in range(first_of[top], first_of[bottom])]
        else:
            spans.append((first_of[top], left, first_of[bottom], right))
    return replace(grid, rows=tuple(sides), spans=tuple(sorted(spans)))


def _rows(rects: Sequence[Rect]) -> list[list[Rect]]:
    rows: list[list[Rect]] = []
    for rect in sorted(rects, key=lambda r: r[1] + r[3]):
        last = rows[-1][-1] if rows else None
        if last and abs(rect[1] + rect[3] - last[1] - last[3]) / 2 < _SAME_ROW * (rect[3] - rect[1]):
            rows[-1].append(rect)
        else:
            rows.append([rect])
    return rows


def _is_several_rows(grid: Grid, band: int, rows: Sequence[Sequence[Rect]]) -> bool:
    """Whether the lines of a band stand on common heights in most of its columns."""
    cells = [span for span in grid.spans if span[0] == band and span[2] == band + 1]
    if len(rows) < _LEAST_ROWS or len(cells) < 2:
        return False

    def filled(row: Sequence[Rect]) -> int:
        return sum(
            any(grid.columns[s[1]] <= (r[0] + r[2]) / 2 < grid.columns[s[3]] for r in row) for s in cells
        )

    several = [filled(row) for row in rows]
    least = max(2, round(_COMMON * len(cells)))
    return sum(count >= least for count in several) >= _COMMON * len(rows)
