"""What is copied of a read page: lines as prose, rows with columns as a table. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from eyebox.canvas.text_selection import Strip
from eyebox.formats.copied import Cell, Copied, Form, Table, copied, joined
from eyebox_models.ocr.quarters import level_lines
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Page, Rect
from eyebox_models.text.table import table

Part = tuple[int, int, int]
"""`(line, first character, character after the last)`"""


def copied_parts(
    page: Page, parts: Iterable[Part], form: Form = "as it stands", covered: Sequence[Rect] = ()
) -> Copied:
    """What the clipboard gets of these parts of a page; blocks for what is blacked out in regions."""
    parts = list(parts)
    if covered:
        from eyebox_models.text.redact import redacted

        page = redacted(page, covered)
    blocks = list(_blocks(page, parts))
    if form == "line":
        return Copied(joined(line.text for block in blocks for line in block))
    if form == "paragraph":
        return Copied("\n\n".join(joined(line.text for line in block) for block in blocks))
    owner = {n: number for number, one in enumerate(page.tables) for cell in one.cells for n in cell.lines}
    groups = [(number, [*some]) for number, some in groupby(parts, key=lambda part: owner.get(part[0]))]
    if form == "table" and not (len(groups) == 1 and groups[0][0] is not None):
        return copied([_table(_page_of(page, [line for block in blocks for line in block]))])
    found: list[str | Table] = []
    for number, some in groups:
        if number is None:
            found += _as_they_stand(page, list(_blocks(page, some)))
        else:
            found.append(_selected(page, number, some))
    return copied(found, "\n\n")


def _selected(page: Page, table: int, parts: Sequence[Part]) -> Table:
    """The rows and columns of a table that parts of its lines are selected in, with what is selected."""
    chosen = {line: (first, last) for line, first, last in parts}
    whole = {
        line for line, (first, last) in chosen.items() if (first, last) == (0, len(page.lines[line].text))
    }
    cells = [cell for cell in page.tables[table].cells if chosen.keys() & {*cell.lines}]
    top, left = min(cell.row for cell in cells), min(cell.column for cell in cells)
    height = max(cell.row + cell.row_span for cell in cells) - top
    width = max(cell.column + cell.column_span for cell in cells) - left
    rows = [[Cell() for _ in range(width)] for _ in range(height)]
    for cell in cells:
        text = cell.text
        if not whole >= {*cell.lines}:
            text = "\n".join(page.lines[n].text[slice(*chosen[n])] for n in cell.lines if n in chosen)
        rows[cell.row - top][cell.column - left] = Cell(text, cell.column_span, cell.row_span)
    return Table(rows)


def _as_they_stand(page: Page, blocks: Iterable[Sequence[Line]]) -> list[str | Table]:
    """Blocks as prose or as tables; rows of the same columns are one table, however far apart they stand."""
    found: list[str | Table] = []
    above: list[Line] = []
    columns = 0
    for block in blocks:
        if not _has_columns(block):
            above = []
            found.append("\n".join(line.text for line in block))
            continue
        here = _table(_page_of(page, block))
        together = _table(_page_of(page, [*above, *block]))
        if above and len(together.rows[0]) <= max(columns, len(here.rows[0])):
            above, here = [*above, *block], together
            found[-1] = here
        else:
            above = list(block)
            found.append(here)
        columns = len(here.rows[0])
    return found


def _table(page: Page) -> Table:
    return Table([[Cell(cell.text, cell.columns) for cell in row] for row in table(page)])


def _blocks(page: Page, parts: Iterable[Part]) -> Iterator[list[Line]]:
    """What is selected of each block, in lines that may be parts of the page's."""
    block_of = {line: number for number, block in enumerate(page.blocks) for line in block}
    for _, block in groupby(parts, key=lambda part: block_of.get(part[0], -1)):
        yield [_cut(page.lines[line], first, last) for line, first, last in block]


def _cut(line: Line, first: int, last: int) -> Line:
    """The characters `first` to before `last` of a line, where they stand."""
    if (first, last) == (0, len(line.text)):
        return line
    strip = Strip(line)
    quad = strip.quad(first, last)
    if strip.corners != line.quad:  # read from top to bottom: its corners begin elsewhere
        quad = quad[0], quad[3], quad[2], quad[1]
    words, at = [], 0
    for word in line.words:
        at = line.text.find(word.text, at)
        if at >= first and at + len(word.text) <= last:
            words.append(word)
        at = max(at, 0)
    return replace(line, text=line.text[first:last], quad=quad, box=enclosing(quad), words=tuple(words))


def _has_columns(block: Sequence[Line]) -> bool:
    """Whether lines that follow each other stand beside each other, as the reader puts rows."""
    level = [line for line in level_lines(block) if line.text.strip()]
    return any(_beside(a, b) for a, b in pairwise(level))


def _beside(a: Line, b: Line) -> bool:
    together = min(a.box[3], b.box[3]) - max(a.box[1], b.box[1])
    lowest = min(a.box[3] - a.box[1], b.box[3] - b.box[1])
    return together > 0.5 * lowest and min(a.box[2], b.box[2]) <= max(a.box[0], b.box[0])


def _page_of(page: Page, lines: Sequence[Line]) -> Page:
    return replace(page, lines=tuple(line for line in lines if line.text.strip()), blocks=(), tables=())
