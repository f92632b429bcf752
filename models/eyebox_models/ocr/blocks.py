"""Blocks of lines: paragraphs, and rows of what belongs together across a gap. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median

from eyebox_models.ocr.fragments import Groups
from eyebox_models.ocr.frame import Level
from eyebox_models.ocr.gutters import by_height, is_gutter
from eyebox_models.protocol.page import Line

_GAP = 0.6
"""Widest gap between lines of one paragraph, in heights of the smaller line."""
_ROW_GAP = 1.5
"""Widest gap between rows of one table, in heights of its smallest line."""
_RUN_GAP = 0.6
"""Widest gap between pieces of one line, in heights of the lower one."""
_RUN_HEIGHTS = 1.25
_HEIGHTS = 1.6
_OVERLAP = 0.3
_SAME_ROW = 0.4
_ALIGNED = 0.8
_SHORT = 26
_FIGURES = 14
_LEAST_PROSE = 16
_LISTED = 0.6
_FILLED = 0.85


@dataclass(frozen=True, slots=True)
class Block:
    """Lines read one after the other, by their numbers, and the rectangle around them."""

    members: tuple[int, ...]
    place: Level


def paragraphs(places: Sequence[Level]) -> list[Block]:
    """Chains of lines of like height, each right below the one before and alone there."""
    order = sorted(range(len(places)), key=lambda i: (places[i].middle, places[i].left))
    tallest = max((place.height for place in places), default=0.0)
    below: dict[int, list[int]] = {i: [] for i in order}
    above: dict[int, int] = dict.fromkeys(order, 0)
    for position, upper in enumerate(order):
        for lower in _right_below(places, order, position, tallest):
            below[upper].append(lower)
            above[lower] += 1
    chains: dict[int, list[int]] = {}
    for line in order:
        members = chains.setdefault(line, [line])
        if len(below[line]) == 1 and above[below[line][0]] == 1:
            follower = below[line][0]
            if _alike(places[line], places[follower]):
                members.append(follower)
                chains[follower] = members
    return [block_of(members, places) for members in _distinct(chains.values())]


def with_rows(blocks: Sequence[Block], lines: Sequence[Line], places: Sequence[Level]) -> list[Block]:
    """The blocks, those that stand in rows (label and price, cells of a table) made one, row by row."""
    owner = {member: number for number, block in enumerate(blocks) for member in block.members}
    left_of, right_of = _neighbours(places)
    joined = Groups(len(blocks))
    for number, block in enumerate(blocks):
        for partners in (left_of, right_of):
            if _stands_in_rows(block, partners, partners is left_of, lines, places, blocks, owner):
                for member in block.members:
                    if member in partners:
                        joined.join(owner[partners[member]], number)
    groups = joined.all()
    tables = [
        block_of([member for n in group for member in blocks[n].members], places)
        for group in groups
        if len(group) > 1
    ]
    return [
        *(blocks[group[0]] for group in sorted(groups) if len(group) == 1),
        *(
            block_of([*chain(*_rows(part, places))], places)
            for members in _stacked(tables, places)
            for part in lists_of(members, lines, places)
        ),
    ]


def rows(places: Sequence[Level]) -> list[list[list[int]]]:
    """All lines by rows, from left to right in each; rows right below each other are one piece."""
    single = [block_of(row, places) for row in _rows(range(len(places)), places)]
    return [_rows(members, places) for members in _stacked(single, places)]


def runs(lines: Sequence[Line], places: Sequence[Level]) -> list[list[int]]:
    """Pieces of one line that were found apart, from left to right in each; the other lines alone. Numbers of lines
    are no pieces of them."""
    left_of, _ = _neighbours(places)
    stacked = by_height(places)
    joined = Groups(len(places))
    for right, left in left_of.items():
        before, after = places[left], places[right]
        gap = after.left - before.right
        low, high = sorted((before.height, after.height))
        near = gap < _RUN_GAP * low and high < _RUN_HEIGHTS * low
        if near and not lines[left].text.strip().isdecimal() and not is_gutter(before, after, stacked, 0.0):
            joined.join(left, right)
    return [sorted(run, key=lambda i: places[i].left) for run in joined.all()]


def block_of(members: Sequence[int], places: Sequence[Level]) -> Block:
    """These lines as one block."""
    inside = [places[member] for member in members]
    rectangle = Level(
        min(place.left for place in inside),
        min(place.top for place in inside),
        max(place.right for place in inside),
        max(place.bottom for place in inside),
    )
    return Block(tuple(members), rectangle)


def _distinct(chains: Iterable[list[int]]) -> list[list[int]]:
    return list({id(members): members for members in chains}.values())


def _right_below(places: Sequence[Level], order: Sequence[int], position: int, tallest: float) -> list[int]:
    """The lines next below one, in whatever height, with no other line between."""
    upper = places[order[position]]
    found: list[int] = []
    for candidate in order[position + 1 :]:
        lower = places[candidate]
        if lower.middle - upper.bottom > _GAP * upper.height + tallest / 2:
            break
        if (
            lower.top - upper.bottom <= _GAP * min(upper.height, lower.height)
            and not _same_row(upper, lower)
            and upper.overlap_x(lower) > _OVERLAP * min(upper.width, lower.width)
            and not any(places[f].overlap_x(lower) > 0 and not _same_row(places[f], lower) for f in found)
        ):
            found.append(candidate)
    return found


def _alike(a: Level, b: Level) -> bool:
    return max(a.height, b.height) <= _HEIGHTS * min(a.height, b.height)


def _same_row(a: Level, b: Level) -> bool:
    return abs(a.middle - b.middle) < _SAME_ROW * min(a.height, b.height)


def _neighbours(places: Sequence[Level]) -> tuple[dict[int, int], dict[int, int]]:
    """For each line the nearest one on the same row to its left, and to its right."""
    order = sorted(range(len(places)), key=lambda i: places[i].middle)
    left_of: dict[int, int] = {}
    right_of: dict[int, int] = {}
    for position, one in enumerate(order):
        for other in order[position + 1 :]:
            if places[other].middle - places[one].middle >= _SAME_ROW * places[one].height:
                break
            if (
                not _same_row(places[one], places[other])
                or not _alike(places[one], places[other])
                or places[one].overlap_x(places[other]) > 0
            ):
                continue
            left, right = sorted((one, other), key=lambda i: places[i].left)
            if right not in left_of or places[left].left > places[left_of[right]].left:
                left_of[right] = left
            if left not in right_of or places[right].left < places[right_of[left]].left:
                right_of[left] = right
    return left_of, right_of


def _stands_in_rows(
    block: Block,
    partners: dict[int, int],
    partners_left: bool,
    lines: Sequence[Line],
    places: Sequence[Level],
    blocks: Sequence[Block],
    owner: dict[int, int],
) -> bool:
    """Whether a block continues the rows beside it instead of being a column of its own."""
    paired = [member for member in block.members if member in partners]
    if not paired:
        return False
    beside = {owner[partners[member]] for member in paired}
    top, bottom = _between_spanning(block.place, [blocks[n].place for n in beside], places)
    column = [
        i
        for i, place in enumerate(places)
        if top <= place.middle <= bottom and place.overlap_x(block.place) > 0.5 * place.width
    ]
    if sum(i in partners for i in column) < _ALIGNED * len(column):
        return False
    if _figures(block, lines):
        return True
    if not partners_left or not _short(block.members, lines) or _prose(block, lines, places):
        return False
    return _short([partners[member] for member in paired], lines) and not any(
        _prose(blocks[n], lines, places) for n in beside
    )


def _between_spanning(place: Level, beside: Sequence[Level], places: Sequence[Level]) -> tuple[float, float]:
    """From where to where a block could stand beside others: between lines that lie over both it and them."""
    spanning = [
        other
        for other in places
        if other.overlap_x(place) > 0 and any(other.overlap_x(one) > 0 for one in beside)
    ]
    return (
        max((other.bottom for other in spanning if other.middle < place.top), default=float("-inf")),
        min((other.top for other in spanning if other.middle > place.bottom), default=float("inf")),
    )


def _letters(text: str) -> int:
    """Length of a text, Chinese characters counted twice."""
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def _short(members: Sequence[int], lines: Sequence[Line]) -> bool:
    return median(_letters(lines[m].text) for m in members) <= _SHORT


def _figures(block: Block, lines: Sequence[Line]) -> bool:
    """Whether a block is numbers: amounts, dates, line numbers."""
    texts = [lines[member].text for member in block.members]
    with_digits = sum(any(c.isdigit() for c in text) for text in texts)
    return with_digits >= _ALIGNED * len(texts) and median(map(_letters, texts)) <= _FIGURES


def _prose(block: Block, lines: Sequence[Line], places: Sequence[Level]) -> bool:
    """Whether the lines of a block fill its width, as running text does."""
    filled = sum(places[m].width > _FILLED * block.place.width for m in block.members)
    long = median(_letters(lines[m].text) for m in block.members) > _LEAST_PROSE
    return long and len(block.members) >= 4 and filled >= 0.6 * len(block.members)


def _stacked(tables: Sequence[Block], places: Sequence[Level]) -> list[list[int]]:
    """Lines of tables, those right below each other taken together."""
    stacks: list[tuple[list[int], Level]] = []
    for table in sorted(tables, key=lambda t: t.place.top):
        above = stacks[-1] if stacks else None
        row = min(places[member].height for member in table.members)
        if (
            above
            and above[1].overlap_x(table.place) > 0
            and table.place.top - above[1].bottom < _ROW_GAP * row
        ):
            members = [*above[0], *table.members]
            stacks[-1] = members, block_of(members, places).place
        else:
            stacks.append((list(table.members), table.place))
    return [members for members, _ in stacks]


def lists_of(members: Sequence[int], lines: Sequence[Line], places: Sequence[Level]) -> list[list[int]]:
    """Rows as the two lists with figures that they are, if they are: names and prices below a heading, beside others."""
    for gutter in sorted({places[member].left for member in members})[1:]:
        halves = (
            [member for member in members if places[member].right <= gutter],
            [member for member in members if places[member].left >= gutter],
        )
        if sum(map(len, halves)) == len(members) and all(_is_list(half, lines, places) for half in halves):
            return list(halves)
    return [list(members)]


def _is_list(members: Sequence[int], lines: Sequence[Line], places: Sequence[Level]) -> bool:
    """Whether rows are a heading alone and mostly names with a figure at their end."""
    heading, *below = _rows(members, places) or [[]]
    named = [
        row for row in below if len(row) > 1 and _is_figures(row[-1], lines) > _is_figures(row[0], lines)
    ]
    return (
        len(heading) == 1
        and not _is_figures(heading[0], lines)
        and len(named) >= 2
        and len(named) >= _LISTED * len(below)
    )


def _is_figures(member: int, lines: Sequence[Line]) -> bool:
    text = lines[member].text
    return _letters(text) <= _FIGURES and any(c.isdigit() for c in text)


def _rows(members: Iterable[int], places: Sequence[Level]) -> list[list[int]]:
    rows: list[list[int]] = []
    for member in sorted(members, key=lambda i: places[i].middle):
        if rows and _same_row(places[rows[-1][-1]], places[member]):
            rows[-1].append(member)
        else:
            rows.append([member])
    return [sorted(row, key=lambda i: places[i].left) for row in rows]
