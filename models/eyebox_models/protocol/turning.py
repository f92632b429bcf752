"""Points, boxes and text of a picture that is turned clockwise by quarters.

Coordinates keep nine decimals, which leaves those of any reader, model or hand as they are: four quarters give the same.
"""

from __future__ import annotations

from dataclasses import replace

from eyebox_models.protocol.box import Box, Point
from eyebox_models.protocol.page import Line, Page, Rect

DECIMALS = 9
Quad = tuple[Point, Point, Point, Point]


def turned_size(width: int, height: int, turns: int) -> tuple[int, int]:
    """Width and height of a picture after so many quarters."""
    return (height, width) if turns % 2 else (width, height)


def turned_point(point: Point, width: float, height: float, turns: int) -> Point:
    """Where a point of a picture of `width` x `height` lies after so many quarters."""
    x, y = point
    x, y = ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[turns % 4]
    return round(x, DECIMALS), round(y, DECIMALS)


def turned_rect(rect: Rect, width: float, height: float, turns: int) -> Rect:
    """A rectangle of a picture of `width` x `height` after so many quarters."""
    x1, y1, x2, y2 = rect
    a, b, c, d = (
        (x1, y1, x2, y2),
        (height - y2, x1, height - y1, x2),
        (width - x2, height - y2, width - x1, height - y1),
        (y1, width - x2, y2, width - x1),
    )[turns % 4]
    return round(a, DECIMALS), round(b, DECIMALS), round(c, DECIMALS), round(d, DECIMALS)


def turned_box(box: Box, width: float, height: float, turns: int) -> Box:
    """A box of a picture of `width` x `height` after so many quarters, with its shape."""
    if turns % 4 == 0:
        return box
    x1, y1, x2, y2 = turned_rect(box.xyxy, width, height, turns)
    points = tuple(turned_point(point, width, height, turns) for point in box.points)
    return replace(box, x1=x1, y1=y1, x2=x2, y2=y2, points=points)


def turned_page(page: Page, turns: int) -> Page:
    """The text of a picture after so many quarters, in the order that it has."""
    if turns % 4 == 0:
        return page
    size = page.width, page.height

    def quad(corners: Quad) -> Quad:
        a, b, c, d = (turned_point(corner, *size, turns) for corner in corners)
        return a, b, c, d

    def turned(line: Line) -> Line:
        words = tuple(replace(word, box=turned_rect(word.box, *size, turns)) for word in line.words)
        box, read = turned_rect(line.box, *size, turns), line.read and turned(line.read)
        return replace(line, box=box, quad=quad(line.quad), words=words, read=read)

    width, height = turned_size(*size, turns)
    codes = page.codes and tuple(replace(code, quad=quad(code.quad)) for code in page.codes)
    tables = tuple(table.with_boxes(lambda box: turned_rect(box, *size, turns)) for table in page.tables)
    lines, left_out = tuple(map(turned, page.lines)), tuple(map(turned, page.left_out))
    ignored = tuple(turned_rect(part, *size, turns) for part in page.ignored)
    page = replace(page, width=width, height=height, lines=lines, codes=codes, tables=tables)
    return replace(page, ignored=ignored, left_out=left_out)
