"""Tables corrected by hand: the text of cells, and which rows, columns and cells there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Literal

from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Cell, Line, Page, Rect, Table
from eyebox_models.text.proof import with_lines, with_text

Place = tuple[int, int]
"""Row and column, from 0."""


def with_cells(page: Page, number: int, texts: Mapping[int, str]) -> Page:
    """A page of which cells of a table (by their places in `cells`) have other texts.

    Its lines say the same: each the line of the cell's text that stands in its place; where there are fewer or more, lines
    go or a line for the cell comes.
    """
    for cell, text in texts.items():
        page = _with_cell(page, number, cell, text)
    return page


def _with_cell(page: Page, number: int, at: int, text: str) -> Page:
    table = page.tables[number]
    cell = table.cells[at]
    said = [line.strip() for line in text.split("\n") if line.strip()]
    if len(said) > len(cell.lines) > 0:
        said = [*said[: len(cell.lines) - 1], " ".join(said[len(cell.lines) - 1 :])]
    if said and not cell.lines:
        page, new = _with_new_line(page, number, at, " ".join(said))
        lines: tuple[int, ...] = (new,)
    else:
        texts = dict(zip(cell.lines, said, strict=False))
        page = with_lines(
            page, [with_text(line, texts[n]) if n in texts else line for n, line in enumerate(page.lines)]
        )
        page, numbers = _without(page, cell.lines[len(said) :])
        lines = tuple(numbers[n] for n in cell.lines[: len(said)])
    changed = replace(page.tables[number].cells[at], text=text, lines=lines, corrected=True)
    return with_table(page, number, _with(page.tables[number], {at: changed}))


def with_table(page: Page, number: int, table: Table) -> Page:
    """A page with another table in the place of one."""
    return replace(page, tables=(*page.tables[:number], table, *page.tables[number + 1 :]))


def _with(table: Table, cells: Mapping[int, Cell]) -> Table:
    return replace(table, cells=tuple(cells.get(n, cell) for n, cell in enumerate(table.cells)))


def _without(page: Page, gone: Iterable[int]) -> tuple[Page, dict[int, int]]:
    """A page without some of its lines, and the new numbers of the others."""
    left = [n for n in range(len(page.lines)) if n not in {*gone}]
    numbers = {old: new for new, old in enumerate(left)}
    blocks = (tuple(numbers[n] for n in block if n in numbers) for block in page.blocks)
    return (
        replace(
            page,
            lines=tuple(page.lines[n] for n in left),
            blocks=tuple(filter(None, blocks)),
            tables=tuple(table.with_lines(numbers) for table in page.tables),
        ),
        numbers,
    )


def _with_new_line(page: Page, number: int, at: int, text: str) -> tuple[Page, int]:
    """A page with a line for a cell that had none, after what stands before it in its table, and that line's number."""
    cells = page.tables[number].cells
    before = [cell.lines[-1] for cell in cells[:at] if cell.lines]
    after = [cell.lines[0] for cell in cells[at:] if cell.lines]
    place = before[-1] + 1 if before else after[0] if after else len(page.lines)
    beside = before[-1] if before else after[0] if after else None
    x1, y1, x2, y2 = cells[at].box
    quad = ((x1, y1), (x2, y1), (x2, y2), (x1, y2))
    nothing = Line("", 0.0, cells[at].box, quad)
    line = replace(nothing, text=text, score=1.0, read=nothing)
    numbers = {n: n + (n >= place) for n in range(len(page.lines))}
    blocks = []
    for block in page.blocks:
        moved = [numbers[n] for n in block]
        if beside in block:
            moved.insert(block.index(beside) + bool(before), place)
        blocks.append(tuple(moved))
    if beside is None or not any(beside in block for block in page.blocks):
        blocks.append((place,))
    lines = (*page.lines[:place], line, *page.lines[place:])
    tables = tuple(table.with_lines(numbers) for table in page.tables)
    return replace(page, lines=lines, blocks=tuple(blocks), tables=tables), place


def merged(table: Table, chosen: Iterable[int]) -> Table:
    """The table with these cells, and what lies between them, as one; with fewer than two it is as it was."""
    cells = {*chosen}
    while True:
        some = [table.cells[n] for n in cells]
        if not some:
            return table
        top, left = min(c.row for c in some), min(c.column for c in some)
        bottom = max(c.row + c.row_span for c in some)
        right = max(c.column + c.column_span for c in some)
        inside = {*product(range(top, bottom), range(left, right))}
        grown = {n for n, cell in enumerate(table.cells) if inside & {*cell.places()}}
        if grown == cells:
            break
        cells = grown
    if len(cells) < 2:
        return table
    some = [table.cells[n] for n in sorted(cells)]
    whole = Cell(
        top,
        left,
        "\n".join(cell.text for cell in some if cell.text),
        enclosing(corner for cell in some for corner in (cell.box[:2], cell.box[2:])),
        bottom - top,
        right - left,
        tuple(n for cell in some for n in cell.lines),
        any(cell.corrected for cell in some),
    )
    return _sorted(table, [whole, *(cell for n, cell in enumerate(table.cells) if n not in cells)])


def split(table: Table, number: int, lines: Sequence[Line]) -> Table:
    """The table with a cell that covers several places as so many; each of the page's `lines` goes where it stands."""
    cell = table.cells[number]
    x1, y1, x2, y2 = cell.box
    parts: list[Cell] = []
    for row, column in cell.places():
        down, right = row - cell.row, column - cell.column
        box = (
            x1 + (x2 - x1) * right / cell.column_span,
            y1 + (y2 - y1) * down / cell.row_span,
            x1 + (x2 - x1) * (right + 1) / cell.column_span,
            y1 + (y2 - y1) * (down + 1) / cell.row_span,
        )
        parts.append(Cell(row, column, box=box))
    if len(parts) < 2:
        return table
    own: list[list[int]] = [[] for _ in parts]
    for n in cell.lines:
        middle = (lines[n].box[0] + lines[n].box[2]) / 2, (lines[n].box[1] + lines[n].box[3]) / 2
        own[min(range(len(parts)), key=lambda part: _distance(middle, parts[part].box))].append(n)
    filled = [
        replace(part, lines=tuple(some), text="\n".join(lines[n].text.strip() for n in some))
        for part, some in zip(parts, own, strict=True)
    ]
    if not cell.lines:
        filled[0] = replace(filled[0], text=cell.text, corrected=cell.corrected)
    return _sorted(table, [*filled, *(other for n, other in enumerate(table.cells) if n != number)])


def _distance(point: tuple[float, float], box: Rect) -> float:
    """How far a point lies from the middle of a box, squared."""
    return (point[0] - (box[0] + box[2]) / 2) ** 2 + (point[1] - (box[1] + box[3]) / 2) ** 2


Way = Literal["row", "column"]


def with_more(table: Table, way: Way, at: int) -> Table:
    """The table with an empty row or column before the one that is `at` that place now."""
    cells: list[Cell] = []
    crossed: set[int] = set()
    for cell in table.cells:
        first, span = (cell.row, cell.row_span) if way == "row" else (cell.column, cell.column_span)
        if first >= at:
            cells.append(_placed(cell, way, first + 1, span))
        elif first + span > at:
            cells.append(_placed(cell, way, first, span + 1))
            across = (cell.column, cell.column_span) if way == "row" else (cell.row, cell.row_span)
            crossed |= {*range(across[0], sum(across))}
        else:
            cells.append(cell)
    count = table.columns if way == "row" else table.rows
    for other in range(count):
        if other not in crossed:
            box = _side(table, way, at, other)
            cells.append(Cell(at, other, box=box) if way == "row" else Cell(other, at, box=box))
    return _sorted(_sized(table, way, 1), cells)


def without(table: Table, way: Way, gone: Iterable[int]) -> Table:
    """The table without some rows or columns; the last one stays. Their lines stay on the page."""
    for at in sorted({*gone}, reverse=True):
        if (table.rows if way == "row" else table.columns) < 2:
            break
        cells = []
        for cell in table.cells:
            first, span = (cell.row, cell.row_span) if way == "row" else (cell.column, cell.column_span)
            if first > at:
                cells.append(_placed(cell, way, first - 1, span))
            elif first + span <= at:
                cells.append(cell)
            elif span > 1:
                cells.append(_placed(cell, way, first, span - 1))
        table = _sorted(_sized(table, way, -1), cells)
    return table


def _placed(cell: Cell, way: Way, first: int, span: int) -> Cell:
    if way == "row":
        return replace(cell, row=first, row_span=span)
    return replace(cell, column=first, column_span=span)


def _sized(table: Table, way: Way, by: int) -> Table:
    if way == "row":
        return replace(table, rows=table.rows + by)
    return replace(table, columns=table.columns + by)


def _side(table: Table, way: Way, at: int, other: int) -> Rect:
    """Where a new place lies: along the side of the cell that it comes before, or of the last one; it has no size there."""
    place = (at, other) if way == "row" else (other, at)
    last = (at - 1, other) if way == "row" else (other, at - 1)
    for cell in table.cells:
        x1, y1, x2, y2 = cell.box
        if place in cell.places():
            return (x1, y1, x2, y1) if way == "row" else (x1, y1, x1, y2)
        if last in cell.places():
            beyond = (x1, y2, x2, y2) if way == "row" else (x2, y1, x2, y2)
            if at == (table.rows if way == "row" else table.columns):
                return beyond
    return table.box


def _sorted(table: Table, cells: Iterable[Cell]) -> Table:
    return replace(table, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def with_corrected_cells(page: Page, before: Page) -> Page:
    """A page that was read again, whose tables have the cells that were corrected on the page `before` where they are as then."""
    for number, table in enumerate(page.tables):
        old = next((one for one in before.tables if _is_same(one, table)), None)
        if old is None:
            continue
        texts = {
            n: was.text
            for n, (was, now) in enumerate(zip(old.cells, table.cells, strict=True))
            if was.corrected and was.text != now.text
        }
        page = with_cells(page, number, texts)
    return page


def _is_same(old: Table, new: Table) -> bool:
    """Whether a table was found again: in the same place with the same cells."""
    x1, y1 = max(old.box[0], new.box[0]), max(old.box[1], new.box[1])
    x2, y2 = min(old.box[2], new.box[2]), min(old.box[3], new.box[3])
    shared = max(x2 - x1, 0) * max(y2 - y1, 0)
    area = max((old.box[2] - old.box[0]) * (old.box[3] - old.box[1]), 1)
    cells = [[(c.row, c.column, c.row_span, c.column_span) for c in table.cells] for table in (old, new)]
    return shared > 0.5 * area and cells[0] == cells[1]
