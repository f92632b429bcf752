"""Finding lines on pictures of any size: a map of text is made tile by tile, lines are taken from all of it.

Tiles overlap and only their inner parts are kept, so that a seam leaves no trace. The map exists for one
row of tiles at a time; a line that reaches over its lower edge waits for the next row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eyebox_models.reading.networks import detector
from eyebox_models.reading.quads import Quad, marks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from eyebox_models.picture import PictureArray

TILE_WIDTH, TILE_HEIGHT = 960, 736
MARGIN = 64

_STRIDE = 32
_FLAT = 12
_TALLEST_WAIT = 4 * TILE_HEIGHT


@dataclass(frozen=True, slots=True)
class Span:
    """One tile along one side: it sees `start:end` of the picture and answers for `inner_start:inner_end`."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def spans(length: int, tile: int, margin: int = MARGIN) -> list[Span]:
    """Tiles along a side of `length`, all equally long where there are several, none longer than `tile`."""
    if length <= tile:
        return [Span(0, length, 0, length)]
    count = -(-(length - 2 * margin) // (tile - 2 * margin))
    inner = -(-(length - 2 * margin) // count)
    size = min(length, -(-(inner + 2 * margin) // _STRIDE) * _STRIDE)
    result = []
    for index in range(count):
        start = min(index * inner, length - size)
        inner_start = result[-1].inner_end if result else 0
        inner_end = length if index == count - 1 else start + size - margin
        result.append(Span(start, start + size, inner_start, inner_end))
    return result


def text_map(part: NDArray[np.uint8]) -> NDArray[np.float32]:
    """How likely each pixel of a BGR picture is text, 0..1."""
    import cv2
    import numpy as np

    height, width = part.shape[:2]
    if int(part.max()) - int(part.min()) < _FLAT:
        return np.zeros((height, width), np.float32)
    below, right = -height % _STRIDE, -width % _STRIDE
    if below or right:
        part = cv2.copyMakeBorder(part, 0, below, 0, right, cv2.BORDER_REPLICATE)
    batch = np.ascontiguousarray(part.transpose(2, 0, 1), np.float32)[None]
    batch /= 127.5
    batch -= 1.0
    result: NDArray[np.float32] = detector().run(None, {"x": batch})[0][0, 0, :height, :width]
    return result


@dataclass(frozen=True, slots=True)
class Band:
    """Lines that end in one row of tiles, and which part of the whole work it was, 0..1."""

    quads: list[Quad]
    before: float
    after: float


def find_lines(picture: PictureArray, check: Callable[[], None]) -> Iterator[Band]:
    """The quads of all lines in the picture's pixels, a band at a time. `check` may raise between tiles."""
    import numpy as np

    columns, rows = spans(picture.width, TILE_WIDTH), spans(picture.height, TILE_HEIGHT)
    waiting = np.zeros((0, picture.width), np.float32)
    for number, row in enumerate(rows):
        band = np.empty((row.inner_end - row.inner_start, picture.width), np.float32)
        for column in columns:
            check()
            part = picture.crop(column.start, row.start, column.end - column.start, row.end - row.start)
            inner = text_map(part)[
                row.inner_start - row.start : row.inner_end - row.start,
                column.inner_start - column.start : column.inner_end - column.start,
            ]
            band[:, column.inner_start : column.inner_end] = inner
        top = row.inner_start - len(waiting)
        last = number == len(rows) - 1
        quads, waiting = _taken(np.concatenate([waiting, band]), top, last)
        yield Band(quads, number / len(rows), (number + 1) / len(rows))


def _taken(whole: NDArray[np.float32], top: int, last: bool) -> tuple[list[Quad], NDArray[np.float32]]:
    """The lines that end inside a map, and what is to be looked at again below it."""
    import cv2
    import numpy as np

    height, width = whole.shape
    quads: list[Quad] = []
    open_marks = []
    for mark in marks(whole):
        if not last and mark.bottom >= height - 1 and mark.top > height - _TALLEST_WAIT:
            open_marks.append(mark)
        elif mark.quad:
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = mark.quad
            quads.append(((x0, y0 + top), (x1, y1 + top), (x2, y2 + top), (x3, y3 + top)))
    if not open_marks:
        return quads, np.zeros((0, width), np.float32)
    start = max(0, min(mark.top for mark in open_marks) - 1)
    kept = np.zeros((height - start, width), np.uint8)
    for mark in open_marks:
        cv2.fillPoly(kept, [mark.outline - (0, start)], 1)
    return quads, np.where(kept, whole[start:], np.float32(0))
