"""The lines of a page while its tables take theirs: parted at the sides of cells, and read where a cell has ink and no line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from math import hypot
from statistics import median
from typing import TYPE_CHECKING

from eyebox_models.ocr.quads import Quad, part_of, size
from eyebox_models.ocr.quarters import quarter_of
from eyebox_models.ocr.tables_found import InTables
from eyebox_models.ocr.tables_grid import Grid, Span, mapped
from eyebox_models.ocr.tables_ink import as_figure, dash, ink_of, read_ink
from eyebox_models.ocr.tables_pieces import Aligned
from eyebox_models.ocr.tables_plausible import is_figures
from eyebox_models.ocr.tables_rows import with_rows_of_text
from eyebox_models.ocr.tables_rules import Frame
from eyebox_models.ocr.words import text_of
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Cell, Line, Rect, Table

if TYPE_CHECKING:
    from eyebox_models.picture import PictureArray

ReadQuad = Callable[[Quad], Line | None]
_OVER_RULE = 0.35
"""A quad reaches so far beyond its letters, in its heights: only further over a rule is there text on both sides."""
_TALLEST_CELL = 6.0
_MOST_LOOKED_AT = 600
_STROKES = tuple("1lIi|!-—–一_~丨")
_TURNED = str.maketrans("Ll69MWunbqdp", "7196WMnuqbpd")
_SMALL_OR_CAPITAL, _SMALL = tuple("XOCSVWZ"), 0.85
"""Letters that are the same in both sizes, and how high small ones are at most, in heights of figures."""
_MOST_LINES = 12
"""Cells of a table seldom have more lines; panes of a window do."""
_LEAST_FILLED = 0.005
"""What share of its cells a table has lines in: graph paper that was written on has fewer."""
_LOOKS_LIKE_RULE = "|lI1[]!丨｜¦"
_SAME_ROW = 0.4
_READ = 0.3


class PageLines:
    """The lines of a page while tables take theirs."""

    def __init__(
        self,
        picture: PictureArray | None,
        frame: Frame,
        lines: Sequence[Line],
        high: float,
        read: ReadQuad | None,
    ) -> None:
        self.picture = picture
        self.frame = frame
        self.lines = lines
        self.high = high
        self.read = read
        self.parts: dict[int, list[Line]] = {}
        """What became of lines that tables took; an empty list: another line has their text."""
        self.more: list[Line] = []
        """Lines that were read in cells without any."""
        self.tables: list[tuple[Grid, dict[Span, list[Line]]]] = []

    def take_grid(self, grid: Grid) -> bool:
        """Takes the lines in a grid of rules, unless that is no table."""
        inside = [
            n
            for n, line in enumerate(self.lines)
            if n not in self.parts and grid.holds(self._centre(line.quad))
        ]
        grid = with_rows_of_text(grid, [self._rect(grid, self.lines[n].quad) for n in inside])
        if not self._is_table(grid, inside):
            return False
        owner = {
            (y, x): span
            for span in grid.spans
            for y in range(span[0], span[2])
            for x in range(span[1], span[3])
        }
        cells: dict[Span, list[Line]] = {span: [] for span in grid.spans}
        for n in inside:
            parts = self.parts[n] = self._parted(self.lines[n], grid, owner)
            for part in parts:
                cells[self._span_at(self._centre(part.quad), grid, owner)].append(part)
        self._read_cells(grid, cells, least=0.5)
        self.tables.append((grid, cells))
        return True

    def take_aligned(self, table: Aligned, numbers: Sequence[int]) -> None:
        """Takes the lines of a table without a grid. `numbers`: which lines its pieces name."""
        cells: dict[Span, list[Line]] = {span: [] for span in table.grid.spans}
        for span, pieces in table.cells.items():
            for _, of_line in groupby(sorted(pieces, key=lambda p: (p.line, p.first)), lambda p: p.line):
                some = [*of_line]
                number = numbers[some[0].line]
                line, first, last = self.lines[number], some[0].first, some[-1].last
                part = line if last - first == len(line.words) else _some_words(line, first, last)
                self.parts.setdefault(number, []).append(part)
                cells[span].append(part)
        if len(table.grid.columns) > 3:
            self._read_cells(table.grid, cells, least=0.75)
        self.tables.append((table.grid, cells))

    def found(self) -> InTables:
        """Lines and tables as they are now."""
        lines: list[Line] = []
        for n, line in enumerate(self.lines):
            lines += self.parts.get(n, [line])
        lines += self.more
        numbers = {id(line): n for n, line in enumerate(lines)}
        tables = [self._table(grid, cells, numbers) for grid, cells in self.tables]
        tables.sort(key=lambda table: (table.box[1], table.box[0]))
        return InTables(tuple(lines), tuple(tables))

    def _table(self, grid: Grid, cells: dict[Span, list[Line]], numbers: dict[int, int]) -> Table:
        made = []
        for span in grid.spans:
            rows = self._rows(cells[span], grid)
            members = [line for row in rows for line in row]
            box = enclosing(self.frame.page(*corner) for corner in grid.corners(span))
            made.append(
                Cell(
                    span[0],
                    span[1],
                    "\n".join(" ".join(line.text for line in row) for row in rows),
                    _rounded(box),
                    span[2] - span[0],
                    span[3] - span[1],
                    tuple(numbers[id(line)] for line in members),
                )
            )
        box = enclosing(corner for cell in made for corner in (cell.box[:2], cell.box[2:]))
        return Table(box, len(grid.rows) - 1, len(grid.columns) - 1, tuple(made))

    def _rows(self, lines: Iterable[Line], grid: Grid) -> list[list[Line]]:
        """The lines of a cell by rows."""
        placed = sorted(
            ((self._rect(grid, line.quad), line) for line in lines), key=lambda one: one[0][1] + one[0][3]
        )
        rows: list[list[tuple[Rect, Line]]] = []
        for rect, line in placed:
            last = rows[-1][-1][0] if rows else None
            near = last and abs(rect[1] + rect[3] - last[1] - last[3]) / 2 < _SAME_ROW * (rect[3] - rect[1])
            if near:
                rows[-1].append((rect, line))
            else:
                rows.append([(rect, line)])
        return [[line for _, line in sorted(row, key=lambda one: one[0][0])] for row in rows]

    def _centre(self, quad: Quad) -> Point:
        return self.frame.flat(sum(x for x, _ in quad) / 4, sum(y for _, y in quad) / 4)

    def _rect(self, grid: Grid, quad: Quad) -> Rect:
        """The rectangle of a quad in the grid's coordinates: its sides' middles, so that leaning adds nothing."""
        a, b, c, d = (mapped(grid.to_grid, *self.frame.flat(*corner)) for corner in quad)
        if quarter_of(quad):
            return enclosing((a, b, c, d))
        return (a[0] + d[0]) / 2, (a[1] + b[1]) / 2, (b[0] + c[0]) / 2, (c[1] + d[1]) / 2

    def _is_table(self, grid: Grid, inside: Sequence[int]) -> bool:
        height, width = len(grid.rows) - 1, len(grid.columns) - 1
        if height < 2 or width < 2 or len(grid.spans) < 4 or not _has_rows(grid):
            return False
        owner = {
            (y, x): span
            for span in grid.spans
            for y in range(span[0], span[2])
            for x in range(span[1], span[3])
        }
        counts = dict.fromkeys(grid.spans, 0)
        for n in inside:
            counts[self._span_at(self._centre(self.lines[n].quad), grid, owner)] += 1
        filled = [count for count in counts.values() if count]
        if (
            len(filled) < max(3, _LEAST_FILLED * len(grid.spans))
            or max(filled) > 4 * _MOST_LINES
            or median(filled) > _MOST_LINES
        ):
            return False
        return len({span[0] for span, count in counts.items() if count}) > 1 or len(filled) > 2

    def _span_at(self, point: Point, grid: Grid, owner: dict[tuple[int, int], Span]) -> Span:
        x, y = mapped(grid.to_grid, *point)
        return owner[_place(grid.rows, y), _place(grid.columns, x)]

    def _parted(self, line: Line, grid: Grid, owner: dict[tuple[int, int], Span]) -> list[Line]:
        """A line parted at the rules that it runs over, each part read by itself."""
        if quarter_of(line.quad):
            return [line]
        x1, y1, x2, y2 = self._rect(grid, line.quad)
        row = _place(grid.rows, (y1 + y2) / 2)
        room = _OVER_RULE * (y2 - y1)
        first, last = _place(grid.columns, x1), _place(grid.columns, x2)
        sides = [n for n in range(first + 1, last + 1) if owner[row, n] != owner[row, n - 1]]
        cuts = [grid.columns[n] for n in sides if x1 + room < grid.columns[n] < x2 - room]
        if not cuts:
            return [self._freed(line, (x1, x2), [grid.columns[n] for n in sides])]
        parts = []
        for start, end in pairwise([x1, *cuts, x2]):
            a, b = ((value - x1) / max(x2 - x1, 1e-9) for value in (start, end))
            part = self._read_part(line, a, b) if self.read else _words_between(line, a, b)
            if part is not None:
                parts.append(part)
        return parts or [line]

    def _freed(self, line: Line, reach: tuple[float, float], sides: Sequence[float]) -> Line:
        """A line read again without the rule that its quad holds at one end, if that may have been read as a letter."""
        if self.read is None or not line.text:
            return line
        x1, x2 = reach
        a, b = 0.0, 1.0
        for side in sides:
            share = (side - x1) / max(x2 - x1, 1e-9)
            if share < 0.5 and line.text[0] in _LOOKS_LIKE_RULE:
                a = max(a, share)
            elif share >= 0.5 and line.text[-1] in _LOOKS_LIKE_RULE:
                b = min(b, share)
        if (a, b) == (0.0, 1.0):
            return line
        return self._read_part(line, a, b) or line

    def _read_part(self, line: Line, a: float, b: float) -> Line | None:
        """What stands in a part of a line, 0..1 along it, without the rules at its ends."""
        long, high = size(line.quad)
        inset = min(0.08 * high, 3.0) / max(long, 1.0)
        a, b = (a + inset if a else a), (b - inset if b < 1 else b)
        if self.read is None or b <= a:
            return None
        return self.read(part_of(line.quad, a, b))

    def _read_cells(self, grid: Grid, cells: dict[Span, list[Line]], least: float) -> None:
        """Reads cells that have ink and no line: the detector overlooks lone signs and figures. Lone signs that it
        found are held against the shape of their ink."""
        if self.picture is None or self.read is None:
            return
        row_heights = self._heights(grid, cells)
        looked_at = [
            span
            for span, lines in cells.items()
            if not lines or (len(lines) == 1 and len(lines[0].text) == 1)
        ]
        tall: list[float] = []
        small: list[tuple[Line, Span, float]] = []
        for span in looked_at[:_MOST_LOOKED_AT]:
            a, b, c, d = (self.frame.page(*corner) for corner in grid.corners(span))
            if (
                min(hypot(d[0] - a[0], d[1] - a[1]), hypot(c[0] - b[0], c[1] - b[1]))
                > _TALLEST_CELL * self.high
            ):
                continue
            ink = ink_of(self.picture, (a, b, c, d), self.high)
            if ink is None:
                continue
            others = [
                line.text for s, lines in cells.items() if s[1] == span[1] and s != span for line in lines
            ]
            figures = bool(others) and sum(map(is_figures, others)) >= 0.5 * len(others)
            if not cells[span]:
                line = read_ink(ink, self.high, row_heights.get(span[0]), self.read, least, figures)
                if line is None or self._is_read(line, cells):
                    continue
                self._put(cells, span, line)
            elif cells[span][0].text in _STROKES:
                if ink.is_dash(self.high):
                    self._put(cells, span, dash(ink, self.high))
                elif figures:
                    self._put(cells, span, as_figure(cells[span][0]))
            line = cells[span][0]
            if len(line.text) == 1 and quarter_of(line.quad) == 2:
                line = _upright(line)
                self._put(cells, span, line)
            if line.text in _SMALL_OR_CAPITAL:
                small.append((line, span, ink.bottom - ink.top))
            elif line.text.isupper() or (line.text.isdigit() and len(line.text) == 1):
                tall.append(ink.bottom - ink.top)
        for line, span, height in small:
            if tall and height < _SMALL * median(tall):
                self._put(cells, span, replace(line, text=line.text.lower(), words=()))

    def _is_read(self, line: Line, cells: dict[Span, list[Line]]) -> bool:
        """Whether a line is the beginning or the end of another one, which reaches over its cell a little."""
        x1, y1, x2, y2 = line.box
        return any(
            min(x2, other.box[2]) - max(x1, other.box[0]) > _READ * (x2 - x1)
            and min(y2, other.box[3]) - max(y1, other.box[1]) > 0.5 * (y2 - y1)
            for lines in cells.values()
            for other in lines
        )

    def _put(self, cells: dict[Span, list[Line]], span: Span, line: Line) -> None:
        """Gives a cell a line instead of the one that it may have."""
        for old in cells[span]:
            for parts in self.parts.values():
                parts[:] = [part for part in parts if part is not old]
            self.more = [other for other in self.more if other is not old]
        cells[span] = [line]
        self.more.append(line)

    def _heights(self, grid: Grid, cells: dict[Span, list[Line]]) -> dict[int, tuple[float, float]]:
        """By row, where its text stands between the upper and lower side of the row, 0..1."""
        found: dict[int, tuple[float, float]] = {}
        for number, (top, bottom) in enumerate(pairwise(grid.rows)):
            tall = max(bottom - top, 1e-9)
            rects = [
                self._rect(grid, lines[0].quad)
                for span, lines in cells.items()
                if span[0] == number and span[2] == number + 1 and len(lines) == 1
            ]
            if rects:
                found[number] = (
                    (median(r[1] for r in rects) - top) / tall,
                    (median(r[3] for r in rects) - top) / tall,
                )
        return found


def _has_rows(grid: Grid) -> bool:
    """Whether the side of some row runs from side to side: fields and panes of a window stand at heights of their own."""
    inner = range(1, len(grid.rows) - 1)
    return len(inner) < 2 or any(
        all(not top < row < bottom for top, _, bottom, _ in grid.spans) for row in inner
    )


def _upright(line: Line) -> Line:
    """A lone sign that was read upside down, though its table is not: a seven as an L."""
    a, b, c, d = line.quad
    return replace(line, text=line.text.translate(_TURNED), quad=(c, d, a, b), words=())


def _place(sides: Sequence[float], value: float) -> int:
    """Between which two sides a value lies, or is next to."""
    return max(0, min(sum(side <= value for side in sides) - 1, len(sides) - 2))


def _words_between(line: Line, a: float, b: float) -> Line | None:
    """The words whose middles lie in a part of a line, 0..1 along it."""
    left, long = line.box[0], max(line.box[2] - line.box[0], 1e-9)
    numbers = [
        n for n, word in enumerate(line.words) if a <= ((word.box[0] + word.box[2]) / 2 - left) / long < b
    ]
    return _some_words(line, numbers[0], numbers[-1] + 1) if numbers else None


def _some_words(line: Line, first: int, last: int) -> Line:
    """A line of some of another's words."""
    words = line.words[first:last]
    left, long = line.box[0], max(line.box[2] - line.box[0], 1e-9)
    a = max(0.0, (words[0].box[0] - left) / long) if first else 0.0
    b = min(1.0, (words[-1].box[2] - left) / long) if last < len(line.words) else 1.0
    quad = part_of(line.quad, a, b)
    return replace(line, text=text_of(line, words), quad=quad, box=_rounded(enclosing(quad)), words=words)


def _rounded(rect: Rect) -> Rect:
    x1, y1, x2, y2 = rect
    return round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1)
