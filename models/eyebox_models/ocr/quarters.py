"""Pages that stand sideways or upside down: turned level by quarter turns, and back.

A text's quarter is how often it is turned clockwise by 90 degrees: 0 runs to the right, 1 downwards, 2 to the left
and 3 upwards. What is turned keeps its coordinates inside a picture of `width` x `height` pixels, which the turn
makes one of `height` x `width`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import atan2, pi
from typing import TYPE_CHECKING

from eyebox_models.ocr.quads import Quad, size
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Line, Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from eyebox_models.picture import PictureArray


def quarter_of(quad: Quad) -> int:
    """The quarter that the text of a quad is nearest to."""
    (x0, y0), (x1, y1), _, _ = quad
    return round(atan2(y1 - y0, x1 - x0) / (pi / 2)) % 4


def quarter(quads: Iterable[Quad]) -> int:
    """The quarter that most text has, by length; 0 without any."""
    lengths = [0.0] * 4
    for quad in quads:
        lengths[quarter_of(quad)] += size(quad)[0]
    return lengths.index(max(lengths))


def level_picture(picture: PictureArray, turns: int) -> PictureArray:
    """The picture turned counter-clockwise, which makes text of the quarter `turns` level."""
    from eyebox_models.picture import PictureArray

    if turns % 4 == 0:
        return picture
    width, height = level_size(picture.width, picture.height, turns)

    def part(left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        import numpy as np

        x1, y1, x2, y2 = level_box((left, top, right, bottom), -turns, width, height)
        return np.rot90(picture.crop(int(x1), int(y1), int(x2 - x1), int(y2 - y1)), turns)

    return PictureArray(width, height, part)


def level_size(width: int, height: int, turns: int) -> tuple[int, int]:
    """Width and height of a picture after a turn."""
    return (height, width) if turns % 2 else (width, height)


def level_point(point: Point, turns: int, width: float, height: float) -> Point:
    """Where a point lies after its picture was turned counter-clockwise, to a thousandth of a pixel."""
    x, y = point
    u, v = ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turns % 4]
    return round(u, 3), round(v, 3)


def level_quad(quad: Quad, turns: int, width: float, height: float) -> Quad:
    """A quad after its picture was turned counter-clockwise."""
    a, b, c, d = (level_point(corner, turns, width, height) for corner in quad)
    return a, b, c, d


def level_box(box: Rect, turns: int, width: float, height: float) -> Rect:
    """A rectangle after its picture was turned counter-clockwise."""
    return enclosing(level_point(corner, turns, width, height) for corner in (box[:2], box[2:]))


def level_line(line: Line, turns: int, width: float, height: float) -> Line:
    """A line with its words after its picture was turned counter-clockwise."""
    if turns % 4 == 0:
        return line
    words = tuple(replace(word, box=level_box(word.box, turns, width, height)) for word in line.words)
    quad = level_quad(line.quad, turns, width, height)
    return replace(line, box=level_box(line.box, turns, width, height), quad=quad, words=words)


def level_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines turned by the quarter that most of their text has, about the origin."""
    turns = quarter(line.quad for line in lines)
    return tuple(level_line(line, turns, 0, 0) for line in lines)
