"""Pictures as arrays of blue, green and red, for the reader."""

from __future__ import annotations

import tempfile
from pathlib import Path
from threading import Event as StopEvent
from typing import TYPE_CHECKING

from eyebox_models.ask import Stopped
from eyebox_models.picture import refusal
from eyebox_models.picture.levels import reserve
from eyebox_models.picture.source import open_source

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_IN_MEMORY_PIXELS = 20_000_000


class PictureArray:
    """A whole upright picture: in memory when small, otherwise in a temporary file that goes with it."""

    def __init__(self, pixels: NDArray[np.uint8]) -> None:
        self._pixels = pixels
        self.height, self.width = pixels.shape[:2]

    def crop(self, x: int, y: int, width: int, height: int) -> NDArray[np.uint8]:
        """A part, clipped to the picture: height x width x 3, blue, green, red."""
        import numpy as np

        rows, columns = slice(max(0, y), max(0, y + height)), slice(max(0, x), max(0, x + width))
        return np.ascontiguousarray(self._pixels[rows, columns])

    def shrunk(self, factor: int) -> PictureArray:
        """The picture so many times smaller, each pixel the mean of a square; what is left at the edges goes."""
        import numpy as np

        height, width = self.height // factor, self.width // factor
        small = np.empty((height, width, 3), np.uint8)
        for row in range(height):
            strip = self._pixels[row * factor : (row + 1) * factor, : width * factor]
            sums = strip.sum(axis=0, dtype=np.uint16).reshape(width, factor, 3)
            small[row] = sums.sum(axis=1, dtype=np.uint32) // factor**2
        return PictureArray(small)


def open_array(path: str | Path, stop: StopEvent | None = None) -> PictureArray:
    """Decodes a picture for reading. Raises EyeboxError, or Stopped."""
    import numpy as np

    path = Path(path)
    source = open_source(path)
    shape = (source.height, source.width, 3)
    pixels: NDArray[np.uint8]
    if source.width * source.height <= _IN_MEMORY_PIXELS:
        pixels = np.empty(shape, np.uint8)
    else:
        pixels = _on_disk(path, shape)
    for strip in source.strips():
        if stop is not None and stop.is_set():
            raise Stopped
        height, width = strip.pixels.shape
        channels = np.ascontiguousarray(strip.pixels).view(np.uint8).reshape(height, width, 4)
        pixels[strip.y : strip.y + height, strip.x : strip.x + width] = channels[..., :3]
    return PictureArray(pixels)


def _on_disk(path: Path, shape: tuple[int, int, int]) -> NDArray[np.uint8]:
    """An array in a temporary file without a name, for which the disk has room."""
    import numpy as np

    size = shape[0] * shape[1] * shape[2]
    folder = Path(tempfile.gettempdir())
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            reserve(file.fileno(), size)
            return np.memmap(file, np.uint8, "r+", shape=shape)
    except OSError as error:
        raise refusal.unwritable(path, folder, size, error) from error
