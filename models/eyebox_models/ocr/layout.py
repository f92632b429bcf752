"""Reading order: lines become blocks, blocks beside each other become rows or columns. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eyebox_models.ocr.blocks import Block, paragraphs, with_rows
from eyebox_models.ocr.frame import levelled
from eyebox_models.ocr.indent import indentations
from eyebox_models.ocr.quarters import level_lines
from eyebox_models.protocol.page import Line

_MOST_COMPARED = 300
_LABEL_LINES, _LABEL_LETTERS = 2, 12
_APART = 1.5


def arranged(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[tuple[int, ...], ...]]:
    """All lines in reading order, code with its indentation, and their blocks as indexes into that order."""
    level = level_lines(lines)
    places = levelled(level)
    blocks = in_order(with_rows(paragraphs(places), lines, places), lines)
    spaces = indentations([block.members for block in blocks], level, places)
    ordered: list[Line] = []
    numbers: list[tuple[int, ...]] = []
    for block in blocks:
        numbers.append(tuple(range(len(ordered), len(ordered) + len(block.members))))
        for member in block.members:
            line = lines[member]
            indent = " " * spaces.get(member, 0)
            ordered.append(replace(line, text=indent + line.text) if indent else line)
    return tuple(ordered), tuple(numbers)


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
    waiting_for: list[set[int]] = [set() for _ in blocks]
    for first in range(len(blocks)):
        for second in range(len(blocks)):
            if first != second and _comes_before(first, second, blocks, labels):
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


def _comes_before(first: int, second: int, blocks: Sequence[Block], labels: Sequence[bool]) -> bool:
    a, b = blocks[first].place, blocks[second].place
    if a.overlap_x(b) > 0:
        return (a.top, a.left, first) < (b.top, b.left, second)
    if a.left > b.left or (labels[first] and a.top > b.bottom):
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
