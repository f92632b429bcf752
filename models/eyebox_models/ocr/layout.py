"""Reading order: lines become blocks, blocks beside each other become rows or columns. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from eyebox_models.ocr.blocks import Block, block_of, paragraphs, rows, runs, with_rows
from eyebox_models.ocr.fragments import around
from eyebox_models.ocr.frame import Level, levelled, mirrored
from eyebox_models.ocr.indent import indentations, pitch_of, spaces_from
from eyebox_models.ocr.listing import as_listing
from eyebox_models.ocr.quarters import level_lines
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Order, Page

_MOST_COMPARED = 300
_LABEL_LINES, _LABEL_LETTERS = 2, 12
_APART = 1.5


def arranged(
    lines: Sequence[Line], tables: Sequence[Sequence[int]] = ()
) -> tuple[tuple[Line, ...], tuple[tuple[int, ...], ...]]:
    """All lines in reading order, code with its indentation, and their blocks as indexes into that order.

    `tables` are the lines of each table, cell by cell: a block of its own that stays as it is.
    """
    level = level_lines(lines)
    places = mirrored(levelled(level), lines)
    kept = [block_of(members, places) for members in tables if members]
    inside = set(chain.from_iterable(tables))
    rest = [number for number in range(len(lines)) if number not in inside]
    pieces = runs([lines[number] for number in rest], [places[number] for number in rest])
    units = [[rest[number] for number in run] for run in pieces]
    whole = [_as_one([lines[number] for number in unit]) for unit in units]
    where = [block_of(unit, places).place for unit in units]
    found = [
        Block(tuple(chain.from_iterable(units[unit] for unit in block.members)), block.place)
        for block in with_rows(paragraphs(where), whole, where)
    ]
    blocks = in_order([*found, *kept], lines)
    spaces = indentations([b.members for b in blocks if inside.isdisjoint(b.members)], level, places)
    ordered: list[Line] = []
    numbers: list[tuple[int, ...]] = []
    for block in blocks:
        numbers.append(tuple(range(len(ordered), len(ordered) + len(block.members))))
        for member in block.members:
            line = lines[member]
            indent = " " * spaces.get(member, 0)
            ordered.append(replace(line, text=indent + line.text) if indent else line)
    return tuple(ordered), tuple(numbers)


def _as_one(pieces: Sequence[Line]) -> Line:
    """Pieces of a line as one: what it says, standing where the first one does."""
    return replace(pieces[0], text=" ".join(piece.text for piece in pieces))


def in_order_of(page: Page, order: Order) -> Page:
    """A page that was read, with its lines in another order; "automatic" leaves it as it is."""
    if order == "automatic":
        return page
    lines = [replace(line, text=line.text.lstrip(" ")) for line in page.lines]
    level = level_lines(lines)
    places = mirrored(levelled(level), lines)
    if order == "columns":
        return _renumbered(page, lines, [block.members for block in in_order(paragraphs(places), lines)])
    pieces = rows(places)
    if order == "rows":
        return _renumbered(page, lines, [list(chain.from_iterable(piece)) for piece in pieces])
    if all(line is same for line, same in zip(lines, level, strict=True)):
        listings = [as_listing([lines[m] for row in piece for m in row]) for piece in pieces]
        return _page_of(replace(page, tables=()), listings)
    pitch = pitch_of(level)
    starts = spaces_from([row[0] for piece in pieces for row in piece], pitch, places)
    return _page_of(
        replace(page, tables=()),
        [[_listed(row, starts.get(row[0], 0), pitch, lines, places) for row in piece] for piece in pieces],
    )


def _renumbered(page: Page, lines: Sequence[Line], blocks: Sequence[Sequence[int]]) -> Page:
    """The page with these blocks of its lines; the cells of its tables keep theirs."""
    numbers = {old: new for new, old in enumerate(chain.from_iterable(blocks))}
    tables = tuple(table.with_lines(numbers) for table in page.tables)
    return _page_of(replace(page, tables=tables), [[lines[member] for member in block] for block in blocks])


def _page_of(page: Page, blocks: Sequence[Sequence[Line]]) -> Page:
    """The page with these blocks, one after the other."""
    numbers, first = [], 0
    for block in blocks:
        numbers.append(tuple(range(first, first + len(block))))
        first += len(block)
    return replace(page, lines=tuple(chain.from_iterable(blocks)), blocks=tuple(numbers))


def _listed(
    row: Sequence[int], indent: int, pitch: float, lines: Sequence[Line], places: Sequence[Level]
) -> Line:
    """What stands on a row of a listing as one line, with the spaces before it and between its pieces."""
    text = " " * indent + lines[row[0]].text
    for before, member in pairwise(row):
        gap = places[member].left - places[before].right
        text += " " * max(1, round(gap / pitch) if pitch else 1) + lines[member].text
    if len(row) == 1:
        return replace(lines[row[0]], text=text)
    pieces = [lines[member] for member in row]
    quad = around([piece.quad for piece in pieces])
    words = tuple(word for piece in pieces for word in piece.words)
    return Line(text, min(piece.score for piece in pieces), enclosing(quad), quad, words)


def plain(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[tuple[int, ...], ...]]:
    """All lines from top to bottom, each a block of its own: what is left when `arranged` fails."""
    ordered = sorted(lines, key=lambda line: (line.box[1], line.box[0]))
    return tuple(ordered), tuple((number,) for number in range(len(ordered)))


def in_order(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Block]:
    """Blocks in reading order: what stands above comes first, and a column comes before the one to its right.

    A column ends where a block spans it and its neighbour. (After Breuel, "High performance document layout
    analysis", 2003.)
    """
    blocks = sorted(blocks, key=lambda block: (block.place.top, block.place.left))
    if len(blocks) > _MOST_COMPARED:
        return blocks
    labels = [_is_label(index, blocks, lines) for index in range(len(blocks))]
    columns = _Columns([block.place for block in blocks])
    waiting_for: list[set[int]] = [set() for _ in blocks]
    for first in range(len(blocks)):
        for second in range(len(blocks)):
            if first != second and _comes_before(first, second, blocks, labels, columns):
                waiting_for[second].add(first)
    result: list[Block] = []
    left = list(range(len(blocks)))
    while left:
        free = next((index for index in left if not waiting_for[index]), left[0])
        left.remove(free)
        result.append(blocks[free])
        for waits in waiting_for:
            waits.discard(free)
    return result


class _Columns:
    """Whether there are columns at all: blocks beside each other, not only one right and another one lower left."""

    def __init__(self, places: Sequence[Level]) -> None:
        self._over = [_bits(place.overlap_x(other) > 0 for other in places) for place in places]
        right_of = [_bits(_is_beside(place, other) for other in places) for place in places]
        self._beside = [0] * len(places)
        for number, over in enumerate(self._over):
            for other, bits in enumerate(right_of):
                if over >> other & 1:
                    self._beside[number] |= bits

    def hold(self, left: int, right: int) -> bool:
        """Whether something above or below `left` stands beside something above or below `right`."""
        return bool(self._beside[left] & self._over[right])


def _bits(values: Iterable[bool]) -> int:
    return sum(1 << number for number, value in enumerate(values) if value)


def _is_beside(left: Level, right: Level) -> bool:
    high = min(left.bottom, right.bottom) - max(left.top, right.top)
    return left.right <= right.left and high > 0


def _comes_before(
    first: int, second: int, blocks: Sequence[Block], labels: Sequence[bool], columns: _Columns
) -> bool:
    a, b = blocks[first].place, blocks[second].place
    if a.overlap_x(b) > 0:
        return (a.top, a.left, first) < (b.top, b.left, second)
    if a.left > b.left or (labels[first] and a.top > b.bottom):
        return False
    if a.top >= b.bottom and not columns.hold(first, second):
        return False
    return not any(
        block.place.overlap_x(a) > 0
        and block.place.overlap_x(b) > 0
        and b.bottom <= block.place.middle <= a.top
        for block in blocks
    )


def _is_label(index: int, blocks: Sequence[Block], lines: Sequence[Line]) -> bool:
    """Whether a block is a few letters with nothing near above: it heads what stands to its right."""
    block = blocks[index]
    letters = sum(len(lines[member].text) for member in block.members)
    if len(block.members) > _LABEL_LINES or letters > _LABEL_LETTERS:
        return False
    place = block.place
    near = place.top - _APART * place.height / len(block.members)
    return not any(
        other.place.overlap_x(place) > 0 and near < other.place.bottom <= place.middle
        for other in blocks[:index]
    )
