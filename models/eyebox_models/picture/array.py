"""Pictures as arrays of blue, green and red, for the reader."""

from __future__ import annotations

import io
import mmap
import os
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path
from threading import Event as StopEvent
from typing import TYPE_CHECKING, Protocol

from eyebox_models.ask import Pixels, Stopped
from eyebox_models.picture import refusal
from eyebox_models.picture.levels import reserve
from eyebox_models.picture.source import Source, Strip, open_source

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_IN_MEMORY_PIXELS = 20_000_000


class Part(Protocol):
    """Where the pixels of a picture are."""

    def __call__(self, left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        """A part inside the picture: `bottom - top` x `right - left` x 3."""
        ...


class PictureArray:
    """A whole upright picture. Only the part that is asked for is in memory when it is a large one."""

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
        return _in_memory(small)


def open_array(path: str | Path, stop: StopEvent | None = None) -> PictureArray:
    """Decodes a picture for reading. Raises EyeboxError, or Stopped."""
    import numpy as np

    path = Path(path)
    source = open_source(path)
    shape = (source.height, source.width, 3)
    if source.width * source.height > _IN_MEMORY_PIXELS:
        return _on_disk(path, source, stop)
    pixels = np.empty(shape, np.uint8)
    for strip, channels in _strips(source, stop):
        height, width = channels.shape[:2]
        pixels[strip.y : strip.y + height, strip.x : strip.x + width] = channels
    return _in_memory(pixels)


def _strips(source: Source, stop: StopEvent | None) -> Iterator[tuple[Strip, NDArray[np.uint8]]]:
    """The strips of a source with their pixels as height x width x 3."""
    import numpy as np

    for strip in source.strips():
        if stop is not None and stop.is_set():
            raise Stopped
        height, width = strip.pixels.shape
        yield strip, np.ascontiguousarray(strip.pixels).view(np.uint8).reshape(height, width, 4)[..., :3]


def _in_memory(pixels: NDArray[np.uint8]) -> PictureArray:
    height, width = pixels.shape[:2]
    return PictureArray(width, height, lambda left, top, right, bottom: pixels[top:bottom, left:right])


def _on_disk(path: Path, source: Source, stop: StopEvent | None) -> PictureArray:
    """A picture in a temporary file without a name, for which the disk has room.

    The file is read, not mapped: mapped pages would count as memory of this process until somebody else needs it.
    """
    import numpy as np

    width, height = source.width, source.height
    size = width * height * 3
    folder = Path(tempfile.gettempdir())
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            reserve(file.fileno(), size)
            for strip, channels in _strips(source, stop):
                if channels.shape[1] == width:
                    file.seek(strip.y * width * 3)
                    file.write(channels.tobytes())
                else:
                    whole = np.ndarray((height, width, 3), np.uint8, mmap.mmap(file.fileno(), size))
                    whole[strip.y : strip.y + channels.shape[0], strip.x : strip.x + channels.shape[1]] = (
                        channels
                    )
            file.flush()
            descriptor = os.dup(file.fileno())
    except OSError as error:
        raise refusal.unwritable(path, folder, size, error) from error
    return _in_file(descriptor, width, height, 3, 0)


def decoded_array(pixels: Pixels) -> PictureArray:
    """A picture that was decoded into a file already. Raises OSError when the file is gone."""
    whole = pixels.levels[0]
    return _in_file(os.open(pixels.file, os.O_RDONLY), whole.width, whole.height, 4, whole.offset)


def _in_file(descriptor: int, width: int, height: int, channels: int, offset: int) -> PictureArray:
    """Pixels of `channels` bytes from `offset` of an open file, which is closed when the picture goes."""
    import numpy as np

    stored = io.FileIO(descriptor, closefd=False)

    def part(left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        row = np.empty((right - left, channels), np.uint8)
        pixels = np.empty((bottom - top, right - left, 3), np.uint8)
        for number in range(len(pixels) if row.size else 0):
            stored.seek(offset + ((top + number) * width + left) * channels)
            stored.readinto(row.data.cast("B"))
            pixels[number] = row[:, :3]
        return pixels

    picture = PictureArray(width, height, part)
    weakref.finalize(picture, os.close, descriptor)
    return picture
