"""What stands in a part of a page that was read as a whole: letters that the part cuts through are read all the same."""

from __future__ import annotations

from dataclasses import replace

from eyebox_models.ocr.words import text_of
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Line, Page, Rect, Table


def page_inside(page: Page, part: Rect) -> Page:
    """The lines and words whose middles lie in a part `(x1, y1, x2, y2)`, cut to it and in pixels of the part."""
    x1, y1, x2, y2 = part
    kept = {n: line for n, whole in enumerate(page.lines) if (line := _line_inside(whole, part)) is not None}
    numbers = {old: new for new, old in enumerate(kept)}
    blocks = (tuple(numbers[n] for n in block if n in numbers) for block in page.blocks)
    return replace(
        page,
        width=round(x2 - x1),
        height=round(y2 - y1),
        lines=tuple(_moved(line, part) for line in kept.values()),
        blocks=tuple(filter(None, blocks)),
        unread=0,
        tables=tuple(filter(None, (_table_inside(table.with_lines(numbers), part) for table in page.tables))),
    )


def _table_inside(table: Table, part: Rect) -> Table | None:
    """The rows and columns of a table that have cells in a part; None where these are no table any more."""
    cells = [cell for cell in table.cells if _is_inside(cell.box, part)]
    if not cells:
        return None
    top, left = min(cell.row for cell in cells), min(cell.column for cell in cells)
    rows = max(cell.row + cell.row_span for cell in cells) - top
    columns = max(cell.column + cell.column_span for cell in cells) - left
    if rows * columns < 2 or sum(cell.row_span * cell.column_span for cell in cells) != rows * columns:
        return None
    moved = tuple(
        replace(cell, row=cell.row - top, column=cell.column - left, box=_rect_in(cell.box, part))
        for cell in cells
    )
    box = enclosing(corner for cell in moved for corner in _corners(cell.box))
    return Table(box, rows, columns, moved)


def _line_inside(line: Line, part: Rect) -> Line | None:
    words = tuple(word for word in line.words if _is_inside(word.box, part))
    if not line.words or len(words) == len(line.words):
        return line if _is_inside(line.box, part) else None
    if not words:
        return None
    text, rect = text_of(line, words), enclosing(corner for word in words for corner in _corners(word.box))
    x1, y1, x2, y2 = rect
    return replace(line, text=text, box=rect, quad=((x1, y1), (x2, y1), (x2, y2), (x1, y2)), words=words)


def _is_inside(box: Rect, part: Rect) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return part[0] <= x <= part[2] and part[1] <= y <= part[3]


def _corners(box: Rect) -> tuple[Point, Point]:
    return (box[0], box[1]), (box[2], box[3])


def _point_in(x: float, y: float, part: Rect) -> Point:
    x1, y1, x2, y2 = part
    return min(max(x, x1), x2) - x1, min(max(y, y1), y2) - y1


def _rect_in(box: Rect, part: Rect) -> Rect:
    return *_point_in(*box[:2], part), *_point_in(*box[2:], part)


def _moved(line: Line, part: Rect) -> Line:
    a, b, c, d = (_point_in(*corner, part) for corner in line.quad)
    words = tuple(replace(word, box=_rect_in(word.box, part)) for word in line.words)
    return replace(line, box=_rect_in(line.box, part), quad=(a, b, c, d), words=words)
