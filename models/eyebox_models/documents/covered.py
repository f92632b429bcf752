"""Pixels of pictures with regions blacked out for good, and files of them that hold nothing else of the original."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.files.atomic_write import open_atomically
from eyebox_models.picture.array import PictureArray, decoded_array
from eyebox_models.picture.decoder import decoder
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

JPEG_GRID = 8
"""A JPEG is coded in squares of so many pixels: a region is grown to whole ones, so that its edge bleeds nowhere."""
JPEG_QUALITY = 95
JPEG_SUFFIXES = (".jpg", ".jpeg")
SUFFIXES = (".png", *JPEG_SUFFIXES)
"""Endings of files that `write_covered` makes."""
_STRIP_PIXELS = 400_000


def opened(path: str, turns: int, stop: Event) -> PictureArray:
    """An upright picture, turned by quarters, decoded by the picture engine. Raises EyeboxError or Stopped."""
    pixels = decoder().decode(path, stop, turns=turns)
    try:
        return decoded_array(pixels)
    finally:
        with suppress(OSError):  # Windows keeps a file that is open; it goes with its folder
            Path(pixels.file).unlink()


def strips(picture: PictureArray, covered: Sequence[Rect] = (), grid: int = 1) -> Iterator[NDArray[np.uint8]]:
    """Rows of a picture from the top: rows x width x 3 (red, green, blue), black where a region of `covered` is.

    Regions grow to whole squares of `grid` pixels.
    """
    areas = [
        (max(math.floor(x1 / grid), 0), math.floor(y1 / grid), math.ceil(x2 / grid), math.ceil(y2 / grid))
        for x1, y1, x2, y2 in covered
    ]
    step = max(1, _STRIP_PIXELS // picture.width)
    for top in range(0, picture.height, step):
        rows = picture.crop(0, top, picture.width, step)[..., ::-1]
        for left, above, right, below in areas:
            first, last = max(above * grid - top, 0), min(below * grid - top, len(rows))
            if first < last:
                rows[first:last, left * grid : max(right, 0) * grid] = 0
        yield rows


def as_jpeg(picture: PictureArray, covered: Sequence[Rect]) -> bytes:
    """A JPEG of a picture with regions blacked out, without metadata."""
    file = io.BytesIO()
    image_of(picture, covered, JPEG_GRID).save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return file.getvalue()


def write_covered(
    path: str, target: str | Path, covered: Sequence[Rect], stop: Event, turns: int = 0
) -> None:
    """Writes a PNG or JPEG (by the ending of `target`) of a picture with regions blacked out, without metadata.

    Nothing but its pixels goes into the file. Raises EyeboxError or Stopped.
    """
    suffix = Path(target).suffix.lower()
    if suffix not in SUFFIXES:
        raise EyeboxError(
            "redacted-format",
            "A redacted picture is a PNG or a JPEG file: give {name} such an ending.",
            name=target,
        )
    picture = opened(path, turns, stop)
    with open_atomically(target) as file:
        if suffix == ".png":
            image_of(picture, covered, 1).save(file, "PNG")
        else:
            file.write(as_jpeg(picture, covered))


def image_of(picture: PictureArray, covered: Sequence[Rect] = (), grid: int = 1) -> Any:
    """A picture as Pillow has it, black where a region of `covered` is; see `strips`."""
    from PIL import Image

    image = Image.new("RGB", (picture.width, picture.height))
    top = 0
    for rows in strips(picture, covered, grid):
        image.paste(Image.fromarray(rows.copy()), (0, top))
        top += len(rows)
    return image
