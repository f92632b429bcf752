"""Small parts of a picture with what is around them, all by one decode: for going through many boxes at a glance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from threading import Event as StopEvent
from typing import TYPE_CHECKING

from eyebox_models.picture import refusal
from eyebox_models.picture.document import LOADER
from eyebox_models.picture.levels import Ground, halved, on_ground
from eyebox_models.picture.source import STRIP_GRID, Area, Source, Strip, open_source
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Rect
from eyebox_models.protocol.pixels import Crop, Crops

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEAST_CONTEXT = 12
"""Pixels around a small box: it could not be recognised without."""
_NOWHERE = (0, 0, 0, 0)


def crops(
    path: str | Path,
    folder: str | Path,
    rects: Sequence[Rect],
    size: int,
    context: float,
    turns: int,
    stop: StopEvent,
) -> Crops:
    """Writes parts of a picture into a new file in `folder`, which the caller owns: see `picture_requests.MakeCrops`.

    Raises EyeboxError or Stopped, and leaves no file then.
    """
    path, folder = Path(path), Path(folder)
    source = open_source(path, turns=turns)
    width, height = source.width, source.height
    areas = [area_around(rect, width, height, context) for rect in rects]
    shrink = min((_factor(area, size) for area in areas if area != _NOWHERE), default=1)
    if source.loader not in ("jpegload", LOADER):
        shrink = 1
    elif shrink > 1:
        source = open_source(path, shrink=shrink, turns=turns)
    parts = [_Part(_shrunk(area, shrink, source), size) for area in areas]
    ground = Ground()
    for strip in source.strips([part.area for part in parts if part.area != _NOWHERE]):
        if stop.is_set():
            raise Stopped
        for part in parts:
            part.take(strip, ground)
    return _written(path, folder, parts, size, shrink, (width, height), ground.dark)


def area_around(rect: Rect, width: int, height: int, context: float) -> Area:
    """What is shown of a picture of `width` x `height` for a box in it; of one outside of it nothing, (0, 0, 0, 0)."""
    if not all(map(math.isfinite, rect)):
        return _NOWHERE
    x1, x2 = sorted((rect[0], rect[2]))
    y1, y2 = sorted((rect[1], rect[3]))
    if x1 >= width or y1 >= height or x2 < 0 or y2 < 0:
        return _NOWHERE
    x1, y1, x2, y2 = max(x1, 0), max(y1, 0), min(x2, width), min(y2, height)
    more = max(context * math.sqrt((x2 - x1) * (y2 - y1)), _LEAST_CONTEXT)
    return (
        max(0, math.floor(x1 - more)),
        max(0, math.floor(y1 - more)),
        min(width, math.ceil(x2 + more)),
        min(height, math.ceil(y2 + more)),
    )


class _Part:
    """A part while it is gathered, so many times smaller that it is still `size` long, or a little more."""

    def __init__(self, area: Area, size: int) -> None:
        import numpy as np

        factor = _factor(area, size)
        self._halvings = factor.bit_length() - 1
        x1, y1, x2, y2 = area
        self.area = (x1 // factor * factor, y1 // factor * factor, x2, y2)
        # of the largest pictures only some of the pixels that are left are taken
        self._step = max(1, max(self.across, self.down) // factor // size)
        self.pixels = np.zeros(
            (-(-self.down // (factor * self._step)), -(-self.across // (factor * self._step))), np.uint32
        )
        self.transparent = False

    @property
    def across(self) -> int:
        return self.area[2] - self.area[0]

    @property
    def down(self) -> int:
        return self.area[3] - self.area[1]

    def take(self, strip: Strip, ground: Ground) -> None:
        """Takes what a strip has of it."""
        x1, y1, x2, y2 = self.area
        height, width = strip.pixels.shape
        left, right = max(x1, strip.x), min(x2, strip.x + width)
        top, bottom = max(y1, strip.y), min(y2, strip.y + height)
        if left >= right or top >= bottom:
            return
        pixels = strip.pixels[top - strip.y : bottom - strip.y, left - strip.x : right - strip.x]
        for _ in range(self._halvings):
            pixels = halved(pixels, strip.transparent)
        if strip.transparent:
            self.transparent = True
            ground.add(pixels, self._halvings)
        step = self._step
        y, x = (top - y1) >> self._halvings, (left - x1) >> self._halvings
        pixels = pixels[-y % step :: step, -x % step :: step]
        y, x = -(-y // step), -(-x // step)
        self.pixels[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels


def _factor(area: Area, size: int) -> int:
    """How many times smaller (1, 2, 4, 8) an area can be and still be `size` or more on its longer side."""
    longer = max(area[2] - area[0], area[3] - area[1])
    factor = 1
    while factor < STRIP_GRID and longer // (2 * factor) >= size:
        factor *= 2
    return factor


def _shrunk(area: Area, shrink: int, source: Source) -> Area:
    """An area of the original in a source that is so many times smaller."""
    x1, y1, x2, y2 = area
    return (
        min(x1 // shrink, source.width),
        min(y1 // shrink, source.height),
        min(-(-x2 // shrink), source.width),
        min(-(-y2 // shrink), source.height),
    )


def _written(
    path: Path,
    folder: Path,
    parts: Sequence[_Part],
    size: int,
    shrink: int,
    whole: tuple[int, int],
    dark: bool,
) -> Crops:
    file = folder / f"{new_id()}.crops"
    made, offset = [], 0
    try:
        with file.open("xb") as out:
            for part in parts:
                x1, y1, x2, y2 = (
                    min(side * shrink, end) for side, end in zip(part.area, whole * 2, strict=True)
                )
                data = _fitted(part, size, dark)
                height, width = data.shape[:2]
                made.append(Crop(x1, y1, x2, y2, width, height, offset))
                offset += out.write(data.tobytes())
    except OSError as error:
        file.unlink(missing_ok=True)
        raise refusal.unwritable(path, folder, offset + 4 * size * size, error) from error
    return Crops(str(path), str(file), *whole, tuple(made))


def _fitted(part: _Part, size: int, dark: bool) -> NDArray[np.uint8]:
    """A part's pixels, opaque and at most `size` long: height x width x 4 (blue, green, red, 255)."""
    import numpy as np
    from PIL import Image

    pixels = np.ascontiguousarray(part.pixels).view(np.uint8).reshape(*part.pixels.shape, 4)
    if part.transparent:
        pixels = pixels.copy()
        pixels[..., :3] = on_ground(pixels, dark)
        pixels[..., 3] = 255
    scale = size / max(*pixels.shape[:2], 1)
    if scale >= 1:
        return pixels
    height, width = (max(1, round(side * scale)) for side in pixels.shape[:2])
    image = Image.frombuffer(
        "RGBX", (pixels.shape[1], pixels.shape[0]), pixels.tobytes(), "raw", "RGBX", 0, 1
    )
    return np.asarray(image.resize((width, height), Image.Resampling.BICUBIC))
