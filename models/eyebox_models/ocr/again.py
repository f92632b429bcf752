"""A second reading: a part of a picture at another scale, where other pixels are cut into lines and read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from math import ceil, floor
from pathlib import Path
from threading import Event as StopEvent
from typing import TYPE_CHECKING

from eyebox_models.ocr.reader import opened, read_picture
from eyebox_models.picture import PictureArray
from eyebox_models.protocol.box import Point
from eyebox_models.protocol.page import Line, Page, Rect
from eyebox_models.protocol.pixels import Pixels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AROUND = 3
"""Pixels around a part that its interpolation looks at."""


def read_again(
    path: str | Path,
    part: Rect | None,
    scale: float,
    on_progress: Callable[[float], None],
    stop: StopEvent,
    pixels: Pixels | None = None,
    turns: int = 0,
    scripts: tuple[str, ...] | None = None,
) -> Page:
    """Reads a part (None: all) of a picture as if it were so many times as large. Places are pixels of the picture.

    Raises EyeboxError for a picture that cannot be opened, and Stopped once `stop` is set.
    """
    started = time.perf_counter()
    picture = opened(path, stop, pixels, turns)
    x1, y1, x2, y2 = part or (0, 0, picture.width, picture.height)
    # of a part outside of the picture the pixel that is next to it
    left, top = max(0, min(floor(x1), picture.width - 1)), max(0, min(floor(y1), picture.height - 1))
    right, bottom = min(picture.width, ceil(x2)), min(picture.height, ceil(y2))
    seen = scaled(picture, left, top, max(right - left, 1), max(bottom - top, 1), scale)
    page = read_picture(seen, str(path), lambda _lines: None, on_progress, stop, scripts)

    def point(x: float, y: float) -> Point:
        return round(left + x / scale, 3), round(top + y / scale, 3)

    def rect(box: Rect) -> Rect:
        return *point(*box[:2]), *point(*box[2:])

    def placed(line: Line) -> Line:
        a, b, c, d = (point(*corner) for corner in line.quad)
        words = tuple(replace(word, box=rect(word.box)) for word in line.words)
        return replace(line, box=rect(line.box), quad=(a, b, c, d), words=words)

    lines = tuple(map(placed, page.lines))
    seconds = time.perf_counter() - started
    return Page(str(path), picture.width, picture.height, seconds, lines, page.blocks, page.unread)


def scaled(picture: PictureArray, x: int, y: int, width: int, height: int, scale: float) -> PictureArray:
    """A part of a picture so many times as large. Only what is looked at is made."""

    def part(left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        import cv2
        import numpy as np

        if right <= left or bottom <= top:
            return np.empty((max(bottom - top, 0), max(right - left, 0), 3), np.uint8)
        first, above = max(x + floor(left / scale) - _AROUND, 0), max(y + floor(top / scale) - _AROUND, 0)
        last, below = x + ceil(right / scale) + _AROUND, y + ceil(bottom / scale) + _AROUND
        cut = picture.crop(first, above, last - first, below - above)
        if scale < 1:  # each pixel is the mean of those that it stands for
            cut = np.asarray(cv2.blur(cut, (round(1 / scale), round(1 / scale))), np.uint8)
        # the middle of a pixel stays the middle of what becomes of it
        move_x = (first - x + 0.5) * scale - 0.5 - left
        move_y = (above - y + 0.5) * scale - 0.5 - top
        matrix = np.array([[scale, 0, move_x], [0, scale, move_y]])
        how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_LINEAR
        size = right - left, bottom - top
        made = cv2.warpAffine(cut, matrix, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(made, np.uint8)

    return PictureArray(max(1, round(width * scale)), max(1, round(height * scale)), part)
