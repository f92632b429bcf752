"""Small PNGs for the filmstrip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eyebox_models.picture import refusal
from eyebox_models.picture.document import LOADER
from eyebox_models.picture.levels import Ground, assembled, on_ground
from eyebox_models.picture.source import STRIP_GRID, open_source
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.pixels import Thumbnail

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def thumbnail(path: str | Path, file: str | Path, size: int, turns: int = 0) -> Thumbnail:
    """Writes an upright PNG of at most `size` x `size` pixels, all or nothing. `turns`: see `Source`. Raises EyeboxError."""
    path, file = Path(path), Path(file)
    source = open_source(path, turns=turns)
    made = Thumbnail(str(path), str(file), source.width, source.height)
    halvings = _halvings(max(source.width, source.height), size)
    if source.loader in ("jpegload", LOADER):
        small = assembled(open_source(path, shrink=2**halvings, turns=turns), 0)
    else:
        small = assembled(source, halvings)
    ground = Ground()
    ground.add(small, halvings)
    _save(path, file, _opaque(small, ground.dark), _fitted(source.width, source.height, size))
    return made


def _halvings(side: int, size: int) -> int:
    """How often a side can be halved, within the strip grid, and still be `size` or more."""
    return max(n for n in range(STRIP_GRID.bit_length()) if n == 0 or side >> n >= size)


def _fitted(width: int, height: int, size: int) -> tuple[int, int]:
    scale = min(1.0, size / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _opaque(pixels: NDArray[np.uint32], dark: bool) -> NDArray[np.uint8]:
    """Pixels as height x width x 3 (blue, green, red)."""
    import numpy as np

    return on_ground(np.ascontiguousarray(pixels).view(np.uint8).reshape(*pixels.shape, 4), dark)


def _save(path: Path, file: Path, pixels: NDArray[np.uint8], size: tuple[int, int]) -> None:
    from PIL import Image

    height, width = pixels.shape[:2]
    image = Image.frombuffer("RGB", (width, height), pixels.tobytes(), "raw", "BGR", 0, 1)
    unfinished = file.with_name(f".{new_id()}.png")
    try:
        image.resize(size, Image.Resampling.LANCZOS).save(unfinished, "PNG", compress_level=1)
        unfinished.replace(file)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise refusal.unwritable(path, file.parent, 4 * size[0] * size[1], error) from error
