"""Finding lines on pictures of any size: a map of text is made tile by tile, lines are taken from all of it.

Tiles overlap and only their inner parts are kept, so that a seam leaves no trace. The map exists for one
row of tiles at a time; a line that reaches over its lower edge waits for the next row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eyebox_models.ocr.at_once import at_once
from eyebox_models.ocr.fragments import around, same_lines
from eyebox_models.ocr.networks import detector
from eyebox_models.ocr.quads import Mark, Quad, marks, moved

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from eyebox_models.picture import PictureArray

MOST_PIXELS = 1_150_000
"""In a tile: the detector needs 150 bytes for each, and a larger share of time for larger tiles."""
MOST_PIXELS_OF_LARGE = 500_000
LARGE_PIXELS = 20_000_000
"""Larger pictures take memory for their maps as well, so their tiles are smaller."""
MARGIN = 64
_AHEAD = 2
"""Tiles begun with before their row is asked for, while lines are read; one after the other, for want of memory."""

_STRIDE = 32
_FLAT = 12
_SHORTEST = 500
_LONGEST_WAIT = 3000


@dataclass(frozen=True, slots=True)
class Span:
    """One tile along one side: it sees `start:end` of the picture and answers for `inner_start:inner_end`."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def grid(width: int, height: int) -> tuple[list[Span], list[Span]]:
    """Columns and rows of tiles, so that the detector has least to do: few tiles, but none too large."""
    most = MOST_PIXELS if width * height <= LARGE_PIXELS else MOST_PIXELS_OF_LARGE
    columns, rows = min(
        (
            (columns, rows)
            for columns in _counts(width)
            for rows in _counts(height)
            if _tile(width, columns) * _tile(height, rows) <= most
        ),
        key=lambda counts: (
            counts[0] * _tile(width, counts[0]) * counts[1] * _tile(height, counts[1]),
            counts,
        ),
    )
    return _spans(width, columns), _spans(height, rows)


def _counts(length: int) -> range:
    """Into how many tiles a side may be cut."""
    return range(1, max(2, -(-length // _SHORTEST)) + 1)


def _tile(length: int, count: int) -> int:
    """How long a tile is when a side is cut into so many, which overlap by two margins or more."""
    inner = -(-(length - 2 * MARGIN) // count)
    return _padded(length if count == 1 else min(length, inner + 2 * MARGIN))


def _spans(length: int, count: int) -> list[Span]:
    size = min(length, _tile(length, count))
    inner = -(-(length - 2 * MARGIN) // count)
    result: list[Span] = []
    for index in range(count):
        start = min(index * inner, length - size)
        inner_start = result[-1].inner_end if result else 0
        inner_end = length if index == count - 1 else start + size - MARGIN
        result.append(Span(start, start + size, inner_start, inner_end))
    return result


def _padded(length: int) -> int:
    return -(-length // _STRIDE) * _STRIDE


def text_map(part: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """How likely each pixel of a BGR picture is text, 0..255: a byte, since maps are as large as pictures."""
    import cv2
    import numpy as np

    height, width = part.shape[:2]
    if int(part.max()) - int(part.min()) < _FLAT:
        return np.zeros((height, width), np.uint8)
    below, right = -height % _STRIDE, -width % _STRIDE
    if below or right:
        part = np.asarray(cv2.copyMakeBorder(part, 0, below, 0, right, cv2.BORDER_REPLICATE), np.uint8)
    batch = np.ascontiguousarray(part.transpose(2, 0, 1), np.float32)[None]
    batch /= 127.5
    batch -= 1.0
    likely: NDArray[np.float32] = detector().run(None, {"x": batch})[0][0, 0, :height, :width]
    return np.rint(likely * 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Band:
    """Lines that end in one row of tiles, and which part of the whole work it was, 0..1."""

    quads: list[Quad]
    before: float
    after: float


def find_lines(picture: PictureArray, check: Callable[[], None], times: int = 1) -> Iterator[Band]:
    """The quads of all lines, a band at a time, in the pixels of a picture so many `times` as large as this copy of it.

    `check` may raise between tiles.
    """
    import cv2
    import numpy as np

    columns, rows = grid(picture.width, picture.height)
    tiles = [(row, column) for row in rows for column in columns]

    def inner_map(tile: tuple[Span, Span]) -> NDArray[np.uint8]:
        row, column = tile
        part = picture.crop(column.start, row.start, column.end - column.start, row.end - row.start)
        return text_map(part)[
            row.inner_start - row.start : row.inner_end - row.start,
            column.inner_start - column.start : column.inner_end - column.start,
        ]

    maps = at_once(inner_map, tiles, threads=1, ahead=_AHEAD)
    waiting = np.zeros((0, picture.width * times), np.uint8)
    for number, row in enumerate(rows):
        band = np.empty((row.inner_end - row.inner_start, picture.width), np.uint8)
        for column in columns:
            check()
            band[:, column.inner_start : column.inner_end] = next(maps)
        if times > 1:
            band = np.asarray(cv2.resize(band, None, fx=times, fy=times), np.uint8)
        top = row.inner_start * times - len(waiting)
        last = number == len(rows) - 1
        quads, waiting = _taken(np.concatenate([waiting, band]), top, last, times > 1)
        yield Band(quads, number / len(rows), (number + 1) / len(rows))


def _taken(
    whole: NDArray[np.uint8], top: int, last: bool, enlarged: bool
) -> tuple[list[Quad], NDArray[np.uint8]]:
    """The lines that end inside a map that begins at `top`, and what is to be looked at again with the next band."""
    import cv2
    import numpy as np

    height, width = whole.shape
    patches = marks(whole, enlarged)
    unfinished = {
        index
        for index, mark in enumerate(patches)
        if not last and mark.bottom >= height - 1 and mark.top > height - _LONGEST_WAIT
    }
    quads: list[Quad] = []
    waiting: list[Mark] = []
    for members in same_lines([mark.quad for mark in patches]):
        if unfinished.intersection(members):
            waiting += [patches[member] for member in members]
        else:
            pieces = [quad for member in members if (quad := patches[member].quad)]
            quads += [moved(around(pieces), 0, top)] if pieces else []
    if not waiting:
        return quads, np.zeros((0, width), np.uint8)
    start = max(0, min(mark.top for mark in waiting) - 1)
    kept = np.zeros((height - start, width), np.uint8)
    for mark in waiting:
        cv2.fillPoly(kept, [mark.outline - (0, start)], 1)
    return quads, kept * whole[start:]
