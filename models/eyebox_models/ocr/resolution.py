"""Lines looked for on a smaller copy of a picture, where its text is large enough: a quarter of the work, the same text.

Lines are then read from the picture's own pixels, so only where they were found can differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from eyebox_models.ocr.quads import Quad, size
from eyebox_models.ocr.tiles import LARGE_PIXELS, Band, find_lines
from eyebox_models.picture import PictureArray
from eyebox_models.picture.array import array_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FACTOR = 2
LEAST_PIXELS = 3_000_000
"""Of a picture for which it pays whatever it shows: below this there are few tiles."""
LEAST_HEIGHT = 24.0
"""Of a line, in pixels, with what lies around its letters (text of 10 pixels on the copy is still found there). Where one is
lower, all is looked for once more on the whole picture: lower ones may be missing among those that were found."""
LEAST_PIXELS_OF_SOFT, LEAST_HEIGHT_OF_SOFT, LONG_OF_SOFT = 500_000, 19.0, 3.0
"""The same of a soft picture, a photograph or a scan mostly: it has no small print that a copy would lose. What is not so
many times longer than high is no line there that tells how high text is."""

_BLOCK = 16
_STRIP = 16 * _BLOCK
_CONTRAST = 20.0
_LOST, _MOST_LOST = 0.51, 8
"""Of the contrast of 2 x 2 blocks a copy lacks 0.3 to 0.5 in photographs of text, 0.58 to 0.77 where text is small and sharp; a
word of small print takes more than so many of them."""
_LOST_BY_COPY, _MOST_LOST_BY_COPY = 0.6, 0.02
"""The same of the copy and one of half its size: where more of the clear blocks lack that much, lines are still found on the
copy, but a little higher or lower, and in 1 of 100 a letter or a space is read otherwise."""


def find_lines_smaller(picture: PictureArray, check: Callable[[], None]) -> Iterator[Band]:
    """As `find_lines`; on a copy where that finds only lines that are high enough."""
    soft = is_soft(picture)
    if not (soft or LEAST_PIXELS <= picture.width * picture.height <= LARGE_PIXELS):
        yield from find_lines(picture, check)
        return
    bands: list[Band] = []
    for band in find_lines(_half(picture), check, FACTOR):
        if any(_is_low(quad, soft, picture) for quad in band.quads):
            bands.clear()
            break
        bands.append(band)
    if any(band.quads for band in bands):
        yield from bands
    else:
        yield from find_lines(picture, check)


def is_soft(picture: PictureArray) -> bool:
    """Whether a picture of middle size is so soft that its lines are found on a copy of half the size as on itself."""
    if not LEAST_PIXELS_OF_SOFT <= picture.width * picture.height < LEAST_PIXELS:
        return False
    lost = 0
    for clear, lacking in _contrasts(picture):
        lost += int((lacking > _LOST * clear).sum())
        if lost > _MOST_LOST:
            return False
    of_copy = [(clear.size, lacking > _LOST_BY_COPY * clear) for clear, lacking in _contrasts(_half(picture))]
    count = sum(size for size, _ in of_copy)
    return count > 0 and sum(int(many.sum()) for _, many in of_copy) <= _MOST_LOST_BY_COPY * count


def _contrasts(picture: PictureArray) -> Iterator[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """The contrast of clear squares of 2 x 2 blocks, and that of what a copy of half the size lacks of each, strip by strip."""
    import cv2
    import numpy as np

    def mean(values: cv2.typing.MatLike) -> NDArray[np.float64]:
        of = values.shape[1] // _BLOCK, values.shape[0] // _BLOCK
        blocks = np.asarray(cv2.resize(values, of, interpolation=cv2.INTER_AREA), np.float64)
        return (blocks[1:, 1:] + blocks[1:, :-1] + blocks[:-1, 1:] + blocks[:-1, :-1]) / 4

    width = picture.width // _BLOCK * _BLOCK
    for top in range(0, picture.height - 2 * _BLOCK + 1, _STRIP):
        height = min(_STRIP + _BLOCK, picture.height - top) // _BLOCK * _BLOCK
        grey = cv2.cvtColor(picture.crop(0, top, width, height), cv2.COLOR_BGR2GRAY)
        small = cv2.resize(grey, (width // FACTOR, height // FACTOR), interpolation=cv2.INTER_AREA)
        lacking = cv2.subtract(grey, cv2.resize(small, (width, height)), dtype=cv2.CV_32F)
        whole = grey.astype(np.float32)
        squared = mean(whole * whole) - mean(whole) ** 2
        clear = squared > _CONTRAST**2
        yield np.sqrt(squared[clear]), np.sqrt(mean(lacking * lacking)[clear])


def _is_low(quad: Quad, soft: bool, picture: PictureArray) -> bool:
    """Whether a line is too low to be looked for on a copy; of one that the border of a soft picture cuts, nothing tells."""
    low, high = sorted(size(quad))
    if not soft:
        return low < LEAST_HEIGHT
    cut = any(x <= 2 or y <= 2 or x >= picture.width - 3 or y >= picture.height - 3 for x, y in quad)
    return low < LEAST_HEIGHT_OF_SOFT and high > LONG_OF_SOFT * low and not cut


def _half(picture: PictureArray) -> PictureArray:
    import cv2
    import numpy as np

    whole = picture.crop(0, 0, picture.width // FACTOR * FACTOR, picture.height // FACTOR * FACTOR)
    small = cv2.resize(whole, None, fx=1 / FACTOR, fy=1 / FACTOR, interpolation=cv2.INTER_AREA)
    return array_of(np.asarray(small, np.uint8))
