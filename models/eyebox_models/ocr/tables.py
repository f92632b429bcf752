"""Tables of a level page: by their ruling lines, else by how their text lines up."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from eyebox_models.ocr.blocks import lists_of
from eyebox_models.ocr.frame import Level, levelled
from eyebox_models.ocr.quads import size
from eyebox_models.ocr.quarters import quarter_of
from eyebox_models.ocr.tables_aligned import aligned
from eyebox_models.ocr.tables_cells import PageLines, ReadQuad
from eyebox_models.ocr.tables_found import InTables
from eyebox_models.ocr.tables_grid import Grid, grids
from eyebox_models.ocr.tables_plausible import (
    are_apart,
    cuts_running_text,
    goes_on_beside,
    has_large_print,
    is_ragged,
    leaves_out,
)
from eyebox_models.ocr.tables_rules import Frame, Rule, Rules, find_rules, frame_of
from eyebox_models.protocol.box import Point
from eyebox_models.protocol.page import Line

if TYPE_CHECKING:
    from eyebox_models.picture import PictureArray

_LONG, _ENOUGH_LONG, _BENT = 5, 5, 0.008


def find_tables(
    picture: PictureArray | None, lines: Sequence[Line], read: ReadQuad | None = None
) -> InTables:
    """The tables of a level page with these lines.

    Without a `picture` rules are not seen. `read` reads what stands in a quad; without it a line is parted by its
    words, and cells that have ink but no line stay empty.
    """
    if len(lines) < 3:
        return InTables(tuple(lines))
    high = median(size(line.quad)[1] for line in lines)
    frame = frame_of(lines)
    rules = (
        find_rules(picture, frame, [line for line in lines if _is_level(line)], high)
        if picture is not None
        else Rules()
    )
    page = PageLines(picture, frame, lines, high, read)
    ruled: list[Grid] = []
    for grid in grids(rules, high):
        if not any(_inside(other, grid) for other in ruled) and page.take_grid(grid):
            ruled.append(grid)
    across = [
        rule for rule in rules.across if not any(grid.holds(_middle(rule), 0.5 * high) for grid in ruled)
    ]
    left = [n for n, line in enumerate(lines) if n not in page.parts and _is_level(line)]
    rest = [lines[n] for n in left]
    places = _places(rest, frame)
    made = [
        table
        for table in aligned(rest, places, across, high)
        if table.is_ruled or not (cuts_running_text(table) or is_ragged(table) or has_large_print(table))
    ]
    members = [sorted({piece.line for pieces in table.cells.values() for piece in pieces}) for table in made]
    for number, table in enumerate(made):
        elsewhere = {
            n for other, some in zip(made, members, strict=True) if are_apart(other, table) for n in some
        }
        others = [n for n in range(len(rest)) if n not in elsewhere and n not in members[number]]
        beside = [rest[n] for n in others], [places[n] for n in others]
        if (
            not goes_on_beside(table, *beside)
            and not leaves_out(table, beside[1], len(members[number]))
            and len(lists_of(members[number], rest, places)) == 1
        ):
            page.take_aligned(table, left)
    return page.found()


def _is_level(line: Line) -> bool:
    """Whether a line runs to the right; of a lone sign nobody can say."""
    return quarter_of(line.quad) == 0 or len(line.text) < 3


def _places(lines: Sequence[Line], frame: Frame) -> list[Level]:
    """Where lines stand in the frame; on a page that curves or was seen from the side, where they would if it did not."""
    slopes = []
    for line in lines:
        long, high = size(line.quad)
        if long > _LONG * high:
            (_, y0), (_, y1) = (frame.flat(*corner) for corner in line.quad[:2])
            slopes.append(abs(y1 - y0) / long)
    if len(slopes) > _ENOUGH_LONG and sorted(slopes)[len(slopes) * 3 // 4] > _BENT:
        return levelled(lines)
    places = []
    for line in lines:
        long, high = size(line.quad)
        if quarter_of(line.quad) % 2:
            long, high = high, long
        x, y = frame.flat(sum(x for x, _ in line.quad) / 4, sum(y for _, y in line.quad) / 4)
        places.append(Level(x - long / 2, y - high / 2, x + long / 2, y + high / 2))
    return places


def _middle(rule: Rule) -> Point:
    return (rule.x1 + rule.x2) / 2, (rule.y1 + rule.y2) / 2


def _inside(inner: Grid, outer: Grid) -> bool:
    x1, y1 = inner.corners((0, 0, 1, 1))[0]
    x2, y2 = inner.corners((0, 0, len(inner.rows) - 1, len(inner.columns) - 1))[2]
    return outer.holds(((x1 + x2) / 2, (y1 + y2) / 2))
