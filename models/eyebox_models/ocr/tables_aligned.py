"""Tables without a grid of rules: rows whose pieces stand in the same columns. Pure arithmetic.

Rules from side to side, where there are some, say where such a table begins and ends, and which rows are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.frame import Level
from eyebox_models.ocr.tables_grid import Grid, Span
from eyebox_models.ocr.tables_pieces import (
    Aligned,
    Column,
    Piece,
    bottom_of,
    columns_of,
    lies_in,
    middle_of,
    parted_between,
    pieces_of,
    reach_of,
    rows_of,
    top_of,
)
from eyebox_models.ocr.tables_plausible import is_figures, is_table, prose
from eyebox_models.ocr.tables_rules import Rule
from eyebox_models.protocol.page import Line

_NEXT_ROW = 1.6
_SAME_ENDS = 2.0
_TALLEST_STACK = 60
_REACH = 3.5
_TIGHT = 0.85
_FULL = 0.7
_MOST_ROWS = 3000


def aligned(
    lines: Sequence[Line], places: Sequence[Level], across: Sequence[Rule], high: float
) -> list[Aligned]:
    """The tables that level lines at `places` stand in. `across`: level rules, `high`: the usual height of a quad."""
    pieces = [piece for n, line in enumerate(lines) for piece in pieces_of(n, line, places[n])]
    found: list[Aligned] = []
    used: set[int] = set()
    for stack in _stacks(across, high):
        inside = [p for p in pieces if p.line not in used and _beside(p.place, stack, high)]
        rows = _between(rows_of(inside), stack)
        if made := _made(rows, columns_of(rows), [(r.y1 + r.y2) / 2 for r in stack]):
            found.append(made)
            used |= {piece.line for some in made.cells.values() for piece in some}
    running = prose(lines, places)
    walls = [places[n] for n in running]
    rows = rows_of([p for p in pieces if p.line not in used and p.line not in running])
    for run in _runs(rows[:_MOST_ROWS], walls):
        found += _tables_of(run, high)
    return found


def _stacks(across: Sequence[Rule], high: float) -> list[list[Rule]]:
    """Rules below each other that begin and end alike."""
    stacks: list[list[Rule]] = []
    for rule in sorted(across, key=lambda r: r.y1):
        if rule.length < 6 * high:
            continue
        for stack in stacks:
            last = stack[-1]
            alike = max(abs(rule.x1 - last.x1), abs(rule.x2 - last.x2)) < _SAME_ENDS * high
            if alike and rule.y1 - last.y1 < _TALLEST_STACK * high:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [stack for stack in stacks if len(stack) > 1 and stack[-1].y1 - stack[0].y1 > high]


def _beside(place: Level, stack: Sequence[Rule], high: float) -> bool:
    """Whether a piece lies between the ends of the rules of a stack, and not far above or below them."""
    left, right = min(r.x1 for r in stack) - high, max(r.x2 for r in stack) + high
    top, bottom = stack[0].y1 - _REACH * high, stack[-1].y1 + _REACH * high
    return left <= place.left and place.right <= right and top < place.middle < bottom


def _between(rows: Sequence[list[Piece]], stack: Sequence[Rule]) -> list[list[Piece]]:
    """The rows between the rules of a stack, with those of several pieces that adjoin above and below."""
    first, last = stack[0].y1, stack[-1].y1
    inside = [n for n, row in enumerate(rows) if first < middle_of(row) < last]
    if not inside:
        return []
    begin, end = inside[0], inside[-1] + 1
    while begin > 0 and _adjoins(rows[begin - 1], rows[begin]):
        begin -= 1
    while end < len(rows) and _adjoins(rows[end - 1], rows[end], below=True):
        end += 1
    return [*rows[begin:end]]


def _adjoins(above: Sequence[Piece], below_it: Sequence[Piece], below: bool = False) -> bool:
    """Whether of two rows the upper one (or with `below` the lower) has several pieces and is near the other."""
    own = below_it if below else above
    near = top_of(below_it) - bottom_of(above) < median(p.place.height for p in own)
    return len(own) > 1 and near


def _runs(rows: Sequence[list[Piece]], walls: Sequence[Level]) -> list[list[list[Piece]]]:
    """Rows of several pieces that follow each other closely; between two of them one of a single piece may stand."""
    runs: list[list[list[Piece]]] = []
    run: list[list[Piece]] = []
    for row in rows:
        if run:
            height = median(p.place.height for p in row)
            far = top_of(row) - bottom_of(run[-1]) > _NEXT_ROW * height
            alone = len(row) == 1 == len(run[-1])
            if far or alone or _walled(run[-1], row, walls):
                runs.append(run)
                run = []
        run = [*run, row]
    runs.append(run)
    return [trimmed for run in runs if len(trimmed := _without_single(run)) > 2]


def _without_single(run: Sequence[list[Piece]]) -> list[list[Piece]]:
    """A run from its first row of several pieces to its last."""
    several = [n for n, row in enumerate(run) if len(row) > 1]
    return [*run[several[0] : several[-1] + 1]] if several else []


def _walled(above: Sequence[Piece], below: Sequence[Piece], walls: Sequence[Level]) -> bool:
    """Whether running text lies between two rows."""
    left = min(p.place.left for p in (*above, *below))
    right = max(p.place.right for p in (*above, *below))
    return any(
        middle_of(above) < wall.middle < middle_of(below) and wall.left < right and wall.right > left
        for wall in walls
    )


def _tables_of(run: list[list[Piece]], high: float, depth: int = 0) -> list[Aligned]:
    """The tables of a run: one, two side by side, or those above and below its widest gap."""
    columns = columns_of(run)
    gaps = [(b[0] - a[1], n) for n, (a, b) in enumerate(pairwise(columns), 1)]
    if depth < 3 and (lists := _lists_beside(run, columns)):
        columns_apart = [_without_single([row for row in side if row]) for side in lists]
        found = [
            table for part in columns_apart if len(part) > 2 for table in _tables_of(part, high, depth + 1)
        ]
        if len(found) >= len(lists):
            return found
    if len(columns) >= 4 and depth < 3:
        wide, at = max(gaps)
        others = [gap for gap, n in gaps if n != at]
        if wide > max(3 * median(others), 3 * high) and 2 <= at <= len(columns) - 2:
            x = columns[at - 1][1] + wide / 2
            halves = (
                [[p for p in row if (p.place.left + p.place.right) / 2 < x] for row in run],
                [[p for p in row if (p.place.left + p.place.right) / 2 >= x] for row in run],
            )
            both = [_tables_of(_without_single([r for r in side if r]), high, depth + 1) for side in halves]
            if all(both):
                return [table for some in both for table in some]
    if made := _made(run, columns, []):
        return [made]
    if depth < 2 and len(run) > 5:
        steps = [top_of(b) - bottom_of(a) for a, b in pairwise(run)]
        at = steps.index(max(steps)) + 1
        if max(steps) > 1.5 * max(median(steps), 1.0):
            parts = (_without_single(run[:at]), _without_single(run[at:]))
            return [table for part in parts if len(part) > 2 for table in _tables_of(part, high, depth + 1)]
    return []


def _lists_beside(run: Sequence[list[Piece]], columns: Sequence[Column]) -> list[list[list[Piece]]]:
    """Lists of texts with a figure each, beside each other, as their rows; none where the figures have heads."""
    if len(columns) < 4 or len(columns) % 2:
        return []
    for number, column in enumerate(columns):
        own = [piece.text for row in run for piece in row if lies_in(piece, column)]
        figures = [is_figures(text) for text in own]
        if (
            not own
            or (number % 2 and not all(figures))
            or (number % 2 == 0 and sum(figures) > 0.3 * len(own))
        ):
            return []
    starts = [(columns[n - 1][1] + columns[n][0]) / 2 for n in range(2, len(columns), 2)]
    sides = [float("-inf"), *starts, float("inf")]
    return [
        [[p for p in row if left <= (p.place.left + p.place.right) / 2 < right] for row in run]
        for left, right in pairwise(sides)
    ]


def _made(rows: list[list[Piece]], columns: Sequence[Column], rules: Sequence[float]) -> Aligned | None:
    """Rows as a table, or None where they are none. `rules`: the heights of rules from side to side."""
    if len(columns) < 2 or len(rows) < 2:
        return None
    rows = parted_between(rows, columns)
    reaches = [[reach_of(piece, columns) for piece in row] for row in rows]
    while rows and _is_outside(reaches[0], len(columns)) and not rules:
        rows, reaches = rows[1:], reaches[1:]
    if not is_table(rows, reaches, columns, bool(rules), _are_sides(rows, rules)):
        return None
    logical = _logical_rows(rows, reaches, columns, rules)
    edges = _edges(logical)
    sides = [(a[1] + b[0]) / 2 for a, b in pairwise(columns)]
    left = min(p.place.left for row in rows for p in row)
    right = max(p.place.right for row in rows for p in row)
    taken: dict[tuple[int, int], Span] = {}
    cells: dict[Span, list[Piece]] = {}
    for number, row in enumerate(logical):
        for piece in row:
            first, last = reach_of(piece, columns)
            while first < last and (number, first) in taken and taken[number, first][1] != first:
                first += 1
            span = taken.get((number, min(first, last - 1)))
            if span is None:
                while last - 1 > first and any((number, n) in taken for n in range(first + 1, last)):
                    last -= 1
                span = (number, first, number + 1, last)
                taken |= {(number, n): span for n in range(first, last)}
            cells.setdefault(span, []).append(piece)
    spans = [*cells]
    spans += [
        (y, x, y + 1, x + 1) for y in range(len(logical)) for x in range(len(columns)) if (y, x) not in taken
    ]
    return Aligned(
        Grid(tuple(edges), (left, *sides, right), tuple(sorted(spans))), cells, _are_sides(rows, rules)
    )


def _is_outside(reaches: Sequence[tuple[int, int]], columns: int) -> bool:
    """Whether a row above a table is none of it: all its pieces run over several columns."""
    return columns > 2 and all(last - first > 1 for first, last in reaches)


def _bands(rows: Sequence[Sequence[Piece]], rules: Sequence[float]) -> list[int]:
    """How many rules lie above each row."""
    return [sum(y < middle_of(row) for y in rules) for row in rows]


def _are_sides(rows: Sequence[Sequence[Piece]], rules: Sequence[float]) -> bool:
    """Whether rules part the rows of a table, so that what stands between two is one row."""
    bands = {*_bands(rows, rules)}
    return len(bands) > 2 and len(bands) >= 0.4 * len(rows)


def _logical_rows(
    rows: Sequence[list[Piece]],
    reaches: Sequence[Sequence[tuple[int, int]]],
    columns: Sequence[Column],
    rules: Sequence[float],
) -> list[list[Piece]]:
    """Rows of the table: what goes on in a cell from the row above belongs to that."""
    bands, by_rules = _bands(rows, rules), _are_sides(rows, rules)
    filled = [{n for first, last in reach for n in range(first, last)} for reach in reaches]
    pitch = [0.0, *(middle_of(b) - middle_of(a) for a, b in pairwise(rows))]
    full = [pitch[n] for n in range(1, len(rows)) if len(filled[n]) >= _FULL * len(columns)]
    usual = median(full) if full else 0.0
    logical: list[list[Piece]] = []
    above: set[int] = set()
    for n, row in enumerate(rows):
        goes_on = False
        if logical and bands[n] == bands[n - 1]:
            if by_rules and 0 < bands[n] < len(rules):
                goes_on = True
            elif filled[n] < above and not any(is_figures(piece.text) for piece in row):
                tight = pitch[n] <= _TIGHT * usual
                goes_on = tight or (0 not in filled[n] and _carries_on(row, logical[-1], columns))
        if goes_on:
            logical[-1] += row
            above |= filled[n]
        else:
            logical.append([*row])
            above = {*filled[n]}
    return logical


def _carries_on(row: Sequence[Piece], above: Sequence[Piece], columns: Sequence[Column]) -> bool:
    """Whether every piece is text below a cell that its column's width is nearly used up by."""
    for piece in row:
        first, last = reach_of(piece, columns)
        width = columns[last - 1][1] - columns[first][0]
        over = [p for p in above if reach_of(p, columns) == (first, last)]
        if not over or over[-1].place.width < 0.75 * width:
            return False
    return True


def _edges(rows: Sequence[Sequence[Piece]]) -> list[float]:
    """The sides of rows: halfway between what stands in them."""
    between = [(bottom_of(a) + top_of(b)) / 2 for a, b in pairwise(rows)]
    return [top_of(rows[0]), *between, bottom_of(rows[-1])]
