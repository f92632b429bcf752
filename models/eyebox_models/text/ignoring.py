"""Parts of a page whose text is left out: page numbers, watermarks, what stands on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eyebox_models.protocol.page import Line, Page, Rect


def ignoring(page: Page, parts: Sequence[Rect]) -> Page:
    """The page without the lines whose middle lies in one of these parts, upright rectangles in its pixels.

    Lines that were left out before and lie in none are back: blocks of their own, before what stands below them.
    """
    parts = tuple(dict.fromkeys(parts))
    kept = {n for n, line in enumerate(page.lines) if not is_in(line, parts)}
    back = [line for line in page.left_out if not is_in(line, parts)]
    out = [line for line in (*page.left_out, *page.lines) if is_in(line, parts)]
    loose = sorted(kept.difference(*page.blocks))
    found = [*([n for n in block if n in kept] for block in page.blocks), *([n] for n in loose)]
    blocks: list[list[int] | list[Line]] = [block for block in found if block]
    for line in sorted(back, key=lambda line: (line.box[1], line.box[0])):
        below = (at for at, block in enumerate(blocks) if _top(block, page) > line.box[1])
        blocks.insert(next(below, len(blocks)), [line])
    lines: list[Line] = []
    numbers: dict[int, int] = {}
    placed: list[tuple[int, ...]] = []
    for block in blocks:
        placed.append(tuple(range(len(lines), len(lines) + len(block))))
        for one in block:
            if isinstance(one, int):
                numbers[one] = len(lines)
            lines.append(page.lines[one] if isinstance(one, int) else one)
    tables = []
    for table in page.tables:
        had_lines = any(cell.lines for cell in table.cells)
        other = table.with_lines(numbers)
        cells = tuple(
            replace(new, text="\n".join(lines[n].text.strip() for n in new.lines))
            if len(new.lines) < len(old.lines) and not new.corrected
            else new
            for old, new in zip(table.cells, other.cells, strict=True)
        )
        if not had_lines or any(cell.lines or cell.corrected for cell in cells):
            tables.append(replace(other, cells=cells))
    return replace(
        page,
        lines=tuple(lines),
        blocks=tuple(placed),
        tables=tuple(tables),
        ignored=parts,
        left_out=tuple(sorted(out, key=lambda line: (line.box[1], line.box[0]))),
    )


def with_line(page: Page, line: Line) -> Page:
    """The page with a line more, a block of its own, before what stands below it."""
    return ignoring(replace(page, left_out=(*page.left_out, line)), page.ignored)


def without_line(page: Page, line: Line) -> Page:
    """The page without a line that was added to it."""
    if line not in page.lines:
        return page
    kept = ignoring(page, (*page.ignored, line.box))
    left_out = tuple(one for one in kept.left_out if one != line)
    return ignoring(replace(kept, left_out=left_out), page.ignored)


def in_pixels(parts: Sequence[Rect], width: int, height: int) -> tuple[Rect, ...]:
    """Parts given as shares of a picture's sides, 0..1, in pixels of one of this size."""
    return tuple((x1 * width, y1 * height, x2 * width, y2 * height) for x1, y1, x2, y2 in parts)


def in_shares(parts: Sequence[Rect], width: int, height: int) -> tuple[Rect, ...]:
    """Parts in pixels as shares of a picture's sides, which fit pages of the same layout at any size."""
    if not width or not height:
        return ()
    return tuple(
        (round(x1 / width, 5), round(y1 / height, 5), round(x2 / width, 5), round(y2 / height, 5))
        for x1, y1, x2, y2 in parts
    )


def is_in(line: Line, parts: Sequence[Rect]) -> bool:
    """Whether the middle of a line lies in one of these parts."""
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    return any(x1 <= x <= x2 and y1 <= y <= y2 for x1, y1, x2, y2 in parts)


def _top(block: list[int] | list[Line], page: Page) -> float:
    return min((page.lines[one] if isinstance(one, int) else one).box[1] for one in block)
