"""Lines looked for on a smaller copy of a picture, where its text is large enough: a quarter of the work, the same text.

Lines are then read from the picture's own pixels, so only where they were found can differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eyebox_models.ocr.quads import scaled, size
from eyebox_models.ocr.tiles import LARGE_PIXELS, Band, find_lines
from eyebox_models.picture import PictureArray
from eyebox_models.picture.array import array_of

FACTOR = 2
LEAST_PIXELS = 3_000_000
"""Of a picture for which it pays: below this there are few tiles."""
LEAST_HEIGHT = 12.0
"""Of a line on the copy, in pixels, with what lies around its letters (text of 10 pixels is still found there). Where one is
lower, all is looked for once more on the whole picture: lower ones may be missing among those that were found."""


def find_lines_smaller(picture: PictureArray, check: Callable[[], None]) -> Iterator[Band]:
    """As `find_lines`; on a copy where that finds only lines that are high enough."""
    if not LEAST_PIXELS <= picture.width * picture.height <= LARGE_PIXELS:
        yield from find_lines(picture, check)
        return
    bands: list[Band] = []
    for band in find_lines(_half(picture), check):
        if any(min(size(quad)) < LEAST_HEIGHT for quad in band.quads):
            bands.clear()
            break
        bands.append(band)
    if not any(band.quads for band in bands):
        yield from find_lines(picture, check)
        return
    for band in bands:
        check()
        yield Band([scaled(quad, FACTOR) for quad in band.quads], band.before, band.after)


def _half(picture: PictureArray) -> PictureArray:
    import cv2
    import numpy as np

    whole = picture.crop(0, 0, picture.width // FACTOR * FACTOR, picture.height // FACTOR * FACTOR)
    small = cv2.resize(whole, None, fx=1 / FACTOR, fy=1 / FACTOR, interpolation=cv2.INTER_AREA)
    return array_of(np.asarray(small, np.uint8))
