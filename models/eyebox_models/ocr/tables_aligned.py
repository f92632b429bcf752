"""Tables without a grid of rules: rows whose pieces stand in the same columns. Pure arithmetic.

Rules from side to side, where there are some, say where such a table begins and ends, and which rows are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.blocks import paragraphs
from eyebox_models.ocr.frame import Level
from eyebox_models.ocr.tables_grid import Grid, Span
from eyebox_models.ocr.tables_rules import Rule
from eyebox_models.protocol.page import Line, Word

WIDE_GAP = 0.5
_SMALL_GAP = 0.3
"""Spaces between two words that part two cells, in heights of quads: anywhere, and where columns are known."""
_SAME_ROW = 0.55
_NEXT_ROW = 1.6
_SAME_ENDS = 2.0
_TALLEST_STACK = 60
_REACH = 3.5
_FILLED, _FILLED_OF_TEXT = 0.55, 0.9
_ALIGNED, _NEAR = 0.7, 0.5
_SHORT, _LONG_COLUMN = 26, 60
_TIGHT = 0.85
_FULL = 0.7
_PROSE_LETTERS = 25
_FIGURES = 14
_MOST_ROWS = 3000
_MARK = re.compile(r"[\W_]{0,2}(\w|\d{1,3}|[ivxIVX]{1,4})?[\W_]{0,2}")

Column = tuple[float, float]

_BETWEEN_WORDS, _FEW_CUTS = 0.8, 0.15
_LEFT_OUT = 0.1
_LARGE = 1.6


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


def aligned(
    lines: Sequence[Line], places: Sequence[Level], across: Sequence[Rule], high: float
) -> list[Aligned]:
    """The tables that level lines at `places` stand in. `across`: level rules, `high`: the usual height of a quad."""
    pieces = [piece for n, line in enumerate(lines) for piece in pieces_of(n, line, places[n])]
    found: list[Aligned] = []
    used: set[int] = set()
    for stack in _stacks(across, high):
        inside = [p for p in pieces if p.line not in used and _beside(p.place, stack, high)]
        if made := _made(_between(rows_of(inside), stack), [(r.y1 + r.y2) / 2 for r in stack], high):
            found.append(made)
            used |= {piece.line for some in made.cells.values() for piece in some}
    prose = _prose(lines, places)
    walls = [places[n] for n in prose]
    rows = rows_of([p for p in pieces if p.line not in used and p.line not in prose])
    for run in _runs(rows[:_MOST_ROWS], walls):
        found += _tables_of(run, high)
    return found


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


def _parted_between(rows: list[list[Piece]], columns: Sequence[Column]) -> list[list[Piece]]:
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
    inside = [n for n, row in enumerate(rows) if first < _middle(row) < last]
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
    near = _top(below_it) - _bottom(above) < median(p.place.height for p in own)
    return len(own) > 1 and near


def _prose(lines: Sequence[Line], places: Sequence[Level]) -> set[int]:
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


def _top(row: Sequence[Piece]) -> float:
    return min(p.place.top for p in row)


def _bottom(row: Sequence[Piece]) -> float:
    return max(p.place.bottom for p in row)


def _middle(row: Sequence[Piece]) -> float:
    return median(p.place.middle for p in row)


def _runs(rows: Sequence[list[Piece]], walls: Sequence[Level]) -> list[list[list[Piece]]]:
    """Rows of several pieces that follow each other closely; between two of them one of a single piece may stand."""
    runs: list[list[list[Piece]]] = []
    run: list[list[Piece]] = []
    for row in rows:
        if run:
            height = median(p.place.height for p in row)
            far = _top(row) - _bottom(run[-1]) > _NEXT_ROW * height
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
        _middle(above) < wall.middle < _middle(below) and wall.left < right and wall.right > left
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
    if made := _made(run, [], high):
        return [made]
    if depth < 2 and len(run) > 5:
        steps = [_top(b) - _bottom(a) for a, b in pairwise(run)]
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
        own = [piece.text for row in run for piece in row if _lies_in(piece, column)]
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


def columns_of(rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """Ranges of x that the pieces of rows with several pieces share.

    A piece that would join two columns which some row keeps apart runs over both and counts for neither.
    """
    pieces = [piece for row in rows if len(row) > 1 for piece in row]
    columns: list[Column] = []
    for piece in sorted(pieces, key=lambda p: p.place.width):
        x1, x2 = piece.place.left, piece.place.right
        touched = [c for c in columns if min(c[1], x2) > max(c[0], x1)]
        if len(touched) > 1 and any(
            sum(any(_lies_in(p, c) for p in row) for c in touched) > 1 for row in rows
        ):
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
        filled = [tuple(any(_lies_in(p, column) for p in row) for column in (a, b)) for row in several]
        headed = bool(filled) and filled[0][0] != filled[0][1] and all(map(any, zip(*filled, strict=True)))
        if len(rows) > 2 and headed and not any(all(pair) for pair in filled):
            columns = [*columns[: at - 1], (a[0], b[1]), *columns[at + 1 :]]
        else:
            at += 1
    return columns


def _lies_in(piece: Piece, column: Column) -> bool:
    return min(piece.place.right, column[1]) - max(piece.place.left, column[0]) > 0.5 * piece.place.width


def _reach(piece: Piece, columns: Sequence[Column]) -> tuple[int, int]:
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


def _made(rows: list[list[Piece]], rules: Sequence[float], high: float) -> Aligned | None:
    """Rows as a table, or None where they are none. `rules`: the heights of rules from side to side."""
    columns = columns_of(rows)
    if len(columns) < 2 or len(rows) < 2:
        return None
    rows = _parted_between(rows, columns)
    reaches = [[_reach(piece, columns) for piece in row] for row in rows]
    while rows and _is_outside(reaches[0], len(columns)) and not rules:
        rows, reaches = rows[1:], reaches[1:]
    if not _is_table(rows, reaches, columns, bool(rules), _are_sides(rows, rules)):
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
            first, last = _reach(piece, columns)
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


def _is_table(
    rows: Sequence[Sequence[Piece]],
    reaches: Sequence[Sequence[tuple[int, int]]],
    columns: Sequence[Column],
    ruled: bool,
    rows_ruled: bool,
) -> bool:
    """`ruled`: there are rules from side to side; `rows_ruled`: they part the rows."""
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


def _bands(rows: Sequence[Sequence[Piece]], rules: Sequence[float]) -> list[int]:
    """How many rules lie above each row."""
    return [sum(y < _middle(row) for y in rules) for row in rows]


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
    pitch = [0.0, *(_middle(b) - _middle(a) for a, b in pairwise(rows))]
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
        first, last = _reach(piece, columns)
        width = columns[last - 1][1] - columns[first][0]
        over = [p for p in above if _reach(p, columns) == (first, last)]
        if not over or over[-1].place.width < 0.75 * width:
            return False
    return True


def _edges(rows: Sequence[Sequence[Piece]]) -> list[float]:
    """The sides of rows: halfway between what stands in them."""
    between = [(_bottom(a) + _top(b)) / 2 for a, b in pairwise(rows)]
    return [_top(rows[0]), *between, _bottom(rows[-1])]
