"""What stands behind a transparent picture: white, or black where what is on it is light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eyebox_models.picture.levels import halved

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LIGHT = 150
"""Above this luminance (0..255) black gives more contrast than white, with some doubt left to white."""


class Ground:
    """Looks at what borders on transparent parts of a picture, which is what has to stand out from its ground."""

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
