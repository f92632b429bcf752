"""Pictures as arrays of blue, green and red, for the reader and for models."""

from __future__ import annotations

import io
import os
import weakref
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event as StopEvent
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO, Protocol

from eyebox_models.picture import refusal
from eyebox_models.picture.decoder import decoder
from eyebox_models.picture.levels import on_ground
from eyebox_models.protocol.pixels import Level, Pixels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_IN_MEMORY_PIXELS = 20_000_000
_STEP_PIXELS = 400_000


class Part(Protocol):
    """Where the pixels of a picture are."""

    def __call__(self, left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        """A part inside the picture: `bottom - top` x `right - left` x 3."""
        ...


class PictureArray:
    """A whole upright picture, for any thread. Only the part that is asked for is in memory when it is a large one."""

    def __init__(self, width: int, height: int, part: Part) -> None:
        self.width = width
        self.height = height
        self._part = part

    def crop(self, x: int, y: int, width: int, height: int) -> NDArray[np.uint8]:
        """A part, clipped to the picture: height x width x 3, blue, green, red."""
        import numpy as np

        top, bottom = (min(max(0, row), self.height) for row in (y, y + height))
        left, right = (min(max(0, column), self.width) for column in (x, x + width))
        return np.ascontiguousarray(self._part(left, top, max(left, right), max(top, bottom)))

    def shrunk(self, factor: int) -> PictureArray:
        """The picture so many times smaller, each pixel the mean of a square; what is left at the edges goes."""
        import numpy as np

        height, width = self.height // factor, self.width // factor
        small = np.empty((height, width, 3), np.uint8)
        for row in range(height):
            strip = self._part(0, row * factor, width * factor, (row + 1) * factor)
            sums = strip.sum(axis=0, dtype=np.uint16).reshape(width, factor, 3)
            small[row] = sums.sum(axis=1, dtype=np.uint32) // factor**2
        return array_of(small)


def open_array(
    path: str | Path, stop: StopEvent | None = None, plain: bool = False, turns: int = 0
) -> PictureArray:
    """Has the picture engine decode a picture; see `picture_requests.Decode`. Raises EyeboxError, or Stopped."""
    pixels = decoder().decode(path, stop, plain, turns)
    try:
        return decoded_array(pixels)
    except OSError as error:
        raise refusal.unreadable(Path(path), error) from error
    finally:
        with suppress(OSError):  # Windows keeps a file that is open; it goes with its folder
            Path(pixels.file).unlink()


def decoded_array(pixels: Pixels) -> PictureArray:
    """A picture that was decoded into a file already; transparency on its ground. Raises OSError when the file is gone."""
    whole = pixels.levels[0]
    if whole.width * whole.height > _IN_MEMORY_PIXELS:
        return _in_file(pixels)
    with Path(pixels.file).open("rb") as file:
        return array_of(_all(file, whole, _opaque(pixels)))


def unread_array(pixels: Pixels) -> PictureArray:
    """The same for who looks at a small part only: nothing else is read. Raises EyeboxError when the file is gone."""
    try:
        return _in_file(pixels)
    except OSError as error:
        raise refusal.unreadable(Path(pixels.source), error) from error


def _opaque(pixels: Pixels) -> Callable[[NDArray[np.uint8]], NDArray[np.uint8]]:
    """What makes blue, green and red of stored pixels."""
    if not pixels.transparent:
        return lambda stored: stored[..., :3]
    return partial(on_ground, dark=pixels.dark_ground)


def _all(
    file: BinaryIO, level: Level, opaque: Callable[[NDArray[np.uint8]], NDArray[np.uint8]]
) -> NDArray[np.uint8]:
    import numpy as np

    pixels = np.empty((level.height, level.width, 3), np.uint8)
    file.seek(level.offset)
    step = max(1, _STEP_PIXELS // level.width)
    for top in range(0, level.height, step):
        part = pixels[top : top + step]
        stored = file.read(part.shape[0] * level.stride)
        part[:] = opaque(np.frombuffer(stored, np.uint8).reshape(*part.shape[:2], 4))
    return pixels


def array_of(pixels: NDArray[np.uint8]) -> PictureArray:
    """A picture of its pixels: height x width x 3, blue, green, red."""
    height, width = pixels.shape[:2]
    return PictureArray(width, height, lambda left, top, right, bottom: pixels[top:bottom, left:right])


def _in_file(pixels: Pixels) -> PictureArray:
    """Pixels of a file that is open until the picture goes.

    The file is read, not mapped: mapped pages would count as memory of this process until somebody else needs it.
    """
    import numpy as np

    level, opaque = pixels.levels[0], _opaque(pixels)
    descriptor = os.open(pixels.file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    stored, one_at_a_time = io.FileIO(descriptor, closefd=False), Lock()

    def part(left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        row = np.empty((right - left, 4), np.uint8)
        taken = np.empty((bottom - top, right - left, 3), np.uint8)
        with one_at_a_time:
            for number in range(len(taken) if row.size else 0):
                stored.seek(level.offset + (top + number) * level.stride + left * 4)
                stored.readinto(row.data.cast("B"))
                taken[number] = opaque(row)
        return taken

    picture = PictureArray(level.width, level.height, part)
    weakref.finalize(picture, os.close, descriptor)
    return picture
