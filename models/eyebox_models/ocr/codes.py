"""QR and bar codes of a picture, by zxing-cpp."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from eyebox_models.picture.array import PictureArray
from eyebox_models.protocol.page import Code

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_PIXELS = 16_000_000
"""A larger picture is looked at smaller: 100 million pixels take over a second, and codes that small are rare."""
SMALL_PIXELS = 2_000_000
"""Up to so many, a picture in which nothing is found is looked at again, twice as large and turned by 45 degrees.

zxing-cpp 3.1 needs modules of 1.5 pixels, and misses codes that stand on a corner (tried)."""


def find_codes(picture: PictureArray, check: Callable[[], None] = lambda: None) -> tuple[Code, ...]:
    """The codes of a picture from top to bottom, in its pixels. What `check` raises ends the search."""
    check()
    factor = math.ceil(math.sqrt(picture.width * picture.height / MOST_PIXELS))
    small = picture if factor <= 1 else picture.shrunk(factor)
    gray = _gray(small)
    found = _read(gray, float(max(factor, 1)), lambda x, y: (x, y))
    if not found and gray.size <= SMALL_PIXELS:
        check()
        found = _read_larger(gray)
    return tuple(sorted(found, key=lambda code: (code.quad[0][1], code.quad[0][0])))


def _gray(picture: PictureArray) -> NDArray[np.uint8]:
    import cv2

    array: Any = cv2.cvtColor(picture.crop(0, 0, picture.width, picture.height), cv2.COLOR_BGR2GRAY)
    return array  # type: ignore[no-any-return]


def _read_larger(gray: NDArray[np.uint8]) -> list[Code]:
    import cv2
    import numpy as np

    height, width = gray.shape
    large: Any = cv2.resize(gray, (2 * width, 2 * height), interpolation=cv2.INTER_CUBIC)
    if found := _read(large, 1.0, lambda x, y: (x / 2, y / 2)):
        return found
    side = math.ceil(math.hypot(2 * width, 2 * height))
    turn = cv2.getRotationMatrix2D((float(width), float(height)), 45, 1.0)
    turn[:, 2] += (side / 2 - width, side / 2 - height)
    leaning: Any = cv2.warpAffine(large, turn, (side, side), flags=cv2.INTER_LINEAR, borderValue=255)
    back = cv2.invertAffineTransform(turn)

    def upright(x: float, y: float) -> tuple[float, float]:
        at = back @ np.array((x, y, 1.0))
        return float(at[0]) / 2, float(at[1]) / 2

    return _read(leaning, 1.0, upright)


def _read(
    gray: NDArray[np.uint8], factor: float, place: Callable[[float, float], tuple[float, float]]
) -> list[Code]:
    import zxingcpp

    def corners(at: Any) -> Iterable[tuple[float, float]]:
        for corner in (at.top_left, at.top_right, at.bottom_right, at.bottom_left):
            x, y = place(corner.x, corner.y)
            yield x * factor, y * factor

    codes = []
    for one in zxingcpp.read_barcodes(gray):
        a, b, c, d = corners(one.position)
        codes.append(Code(one.text, str(one.format), (a, b, c, d)))
    return codes
