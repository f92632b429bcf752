"""What is worked out of decoded pixels: smaller levels, the room in a file, and what stands behind a transparent picture."""

from __future__ import annotations

import mmap
import os
from typing import TYPE_CHECKING

from eyebox_models.picture.source import STRIP_GRID, Source
from eyebox_models.protocol.pixels import Level

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FACTORS = (1, 2, 4, STRIP_GRID)

_LIGHT = 150
"""Above this luminance (0..255) black gives more contrast than white, with some doubt left to white."""
_PAGE = max(4096, mmap.ALLOCATIONGRANULARITY)


def levels_of(width: int, height: int) -> tuple[Level, ...]:
    """Where each level of a picture lies in its file: rows without gaps, beginnings on memory pages."""
    levels: list[Level] = []
    offset = 0
    for factor in FACTORS:
        level = Level(factor, -(-width // factor), -(-height // factor), -(-width // factor) * 4, offset)
        levels.append(level)
        offset = -(-(offset + level.stride * level.height) // _PAGE) * _PAGE
    return tuple(levels)


def halved(pixels: NDArray[np.uint32], transparent: bool = False) -> NDArray[np.uint32]:
    """A picture of 0xAARRGGBB pixels at half its size (rounded up), each the mean of the four it covers.

    Of a `transparent` one the colours are weighted by alpha; all others come out opaque.
    """
    import numpy as np

    height, width = pixels.shape
    if height % 2 or width % 2:
        pixels = np.pad(pixels, ((0, height % 2), (0, width % 2)), mode="edge")
    if transparent:
        return _halved_by_alpha(pixels)
    two_channels, rounding = np.uint32(0x00FF00FF), np.uint32(0x00020002)
    means = []
    for shift in (np.uint32(0), np.uint32(8)):
        rows, below = ((lines >> shift) & two_channels for lines in (pixels[0::2], pixels[1::2]))
        rows += below
        sums: NDArray[np.uint32] = rows[:, 0::2] + rows[:, 1::2]
        sums += rounding
        sums >>= np.uint32(2)
        sums &= two_channels
        sums <<= shift
        means.append(sums)
    result: NDArray[np.uint32] = means[0] | means[1]
    return result


def _halved_by_alpha(pixels: NDArray[np.uint32]) -> NDArray[np.uint32]:
    import numpy as np

    def summed(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
        rows = values[0::2] + values[1::2]
        sums: NDArray[np.uint32] = rows[:, 0::2] + rows[:, 1::2]
        return sums

    byte = np.uint32(0xFF)
    alpha = pixels >> np.uint32(24)
    weight = summed(alpha)
    divisor = np.maximum(weight, np.uint32(1))
    mean = ((weight + np.uint32(2)) >> np.uint32(2)) << np.uint32(24)
    for shift in (np.uint32(16), np.uint32(8), np.uint32(0)):
        colours = summed(((pixels >> shift) & byte) * alpha) + (divisor >> np.uint32(1))
        mean |= (colours // divisor).astype(np.uint32) << shift
    return mean


def assembled(source: Source, halvings: int = 0) -> NDArray[np.uint32]:
    """A whole picture in memory, halved 0 to 3 times: height x width, each 0xAARRGGBB."""
    import numpy as np

    factor = 2**halvings
    whole = np.empty((-(-source.height // factor), -(-source.width // factor)), np.uint32)
    for strip in source.strips():
        part = strip.pixels
        for _ in range(halvings):
            part = halved(part, strip.transparent)
        y, x = strip.y // factor, strip.x // factor
        whole[y : y + part.shape[0], x : x + part.shape[1]] = part
    return whole


def reserve(descriptor: int, size: int) -> None:
    """Gives a file its size on the disk, so that writing through a map cannot fail for want of room."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
    else:
        os.ftruncate(descriptor, size)


class Ground:
    """White, or black where what is on a transparent picture is light.

    Looks at what borders on transparent parts of a picture, which is what has to stand out from its ground.
    """

    def __init__(self) -> None:
        self._weight = 0
        self._light = 0.0

    def add(self, pixels: NDArray[np.uint32], halvings: int) -> None:
        """A part of the picture, height x width, each 0xAARRGGBB, halved so many times before.

        Of squares of 8 x 8 pixels those count that are neither opaque nor empty, by their alpha.
        """
        import numpy as np

        for _ in range(halvings, 3):
            pixels = halved(pixels, transparent=True)
        alpha = pixels >> np.uint32(24)
        pixels, alpha = (values[(alpha > 0) & (alpha < 255)] for values in (pixels, alpha))
        red, green, blue = ((pixels >> np.uint32(shift)) & np.uint32(0xFF) for shift in (16, 8, 0))
        self._weight += int(alpha.sum(dtype=np.uint64))
        self._light += float(((0.2126 * red + 0.7152 * green + 0.0722 * blue) * alpha).sum())

    @property
    def dark(self) -> bool:
        """Whether the picture is seen better on black than on white."""
        return self._light > _LIGHT * self._weight


def on_ground(pixels: NDArray[np.uint8], dark: bool) -> NDArray[np.uint8]:
    """Pixels of three colours and alpha (the last axis) as opaque ones of three, on black or on white."""
    import numpy as np

    weight = pixels[..., 3:].astype(np.uint16)
    mixed = (pixels[..., :3] * weight + 127) // 255
    return (mixed if dark else mixed + (255 - weight)).astype(np.uint8)
