"""An opened picture: its upright size from the header, then its pixels as strips.

libvips decodes line by line where the format allows it; what it does not know goes to Pillow.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from eyebox_models.ask import EyeboxError
from eyebox_models.picture import refusal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRIP_GRID = 8
"""Strips begin at multiples of this, so that each can be shrunk 2, 4 and 8 times by itself."""

_STRIP_PIXELS = 400_000
_EXIF_ORIENTATION = 0x0112
_STARTS = {
    b"\xff\xd8\xff": "jpegload",
    b"\x89PNG\r\n\x1a\n": "pngload",
    b"GIF8": "gifload",
    b"II*\0": "tiffload",
    b"MM\0*": "tiffload",
    b"II+\0": "tiffload",
    b"MM\0+": "tiffload",
}


@dataclass(frozen=True)
class Strip:
    """A part of an upright picture at `(x, y)`: `pixels` is height x width, each 0xFFRRGGBB."""

    x: int
    y: int
    pixels: NDArray[np.uint32]
    transparent: bool


class _Decoder(Protocol):
    """A picture as it is stored, before it is turned upright."""

    width: int
    height: int
    orientation: int

    def rows(self, top: int, count: int) -> NDArray[np.uint8]:
        """Stored rows in order: height x width x bands (1 grey, 2 grey and alpha, 3 RGB, 4 RGBA)."""
        ...


class Source:
    """A picture whose header has been read. `width` and `height` are upright; `loader` is libvips' or ""."""

    def __init__(self, path: Path, decoder: _Decoder, loader: str) -> None:
        refusal.check_size(path, decoder.width, decoder.height)
        self.path = path
        self.loader = loader
        self._decoder = decoder
        self.turned = decoder.orientation >= 5
        """The stored rows are upright columns, so that strips are columns too."""
        self.width, self.height = decoder.width, decoder.height
        if self.turned:
            self.width, self.height = self.height, self.width

    def strips(self) -> Iterator[Strip]:
        """All of the picture, each strip decoded while the one before is worked on. Raises EyeboxError."""
        decoder = self._decoder
        backwards = decoder.orientation in (3, 4, 6, 7)
        parts = list(_parts(decoder.width, decoder.height, backwards))
        with ThreadPoolExecutor(1, "decode") as ahead:
            following = ahead.submit(decoder.rows, *parts[0])
            for index, (top, count) in enumerate(parts):
                try:
                    rows = following.result()
                except MemoryError:
                    raise
                except Exception as error:
                    raise refusal.damaged(self.path, error) from error
                if index + 1 < len(parts):
                    following = ahead.submit(decoder.rows, *parts[index + 1])
                start = decoder.height - top - count if backwards else top
                yield self._upright(rows, start)

    def _upright(self, rows: NDArray[np.uint8], start: int) -> Strip:
        pixels, transparent = _opaque(rows)
        match self._decoder.orientation:
            case 2:
                pixels = pixels[:, ::-1]
            case 3:
                pixels = pixels[::-1, ::-1]
            case 4:
                pixels = pixels[::-1]
            case 5:
                pixels = pixels.T
            case 6:
                pixels = pixels[::-1].T
            case 7:
                pixels = pixels[::-1, ::-1].T
            case 8:
                pixels = pixels[:, ::-1].T
        x, y = (start, 0) if self.turned else (0, start)
        return Strip(x, y, pixels, transparent)


def open_source(path: Path, shrink: int = 1) -> Source:
    """Reads a picture's header; a JPEG can be decoded 2, 4 or 8 times smaller by `shrink`."""
    refusal.check_file(path)
    loader = _loader(path)
    failure: Exception | None = None
    if loader:
        try:
            return Source(path, _VipsRows(path, loader, shrink), loader)
        except EyeboxError:
            raise
        except Exception as error:
            failure = error
    try:
        return Source(path, _PillowRows(path), loader)
    except EyeboxError:
        raise
    except Exception as error:
        if loader:
            raise refusal.damaged(path, failure or error) from error
        raise refusal.not_a_picture(path, error) from error


def upright_size(path: str | Path) -> tuple[int, int]:
    """Width and height of the upright picture, from its header alone. Raises EyeboxError."""
    source = open_source(Path(path))
    return source.width, source.height


def vips() -> Any:
    """The pyvips module, set up to keep nothing: every picture is decoded once."""
    import pyvips

    pyvips.cache_set_max(0)
    return pyvips


class _VipsRows:
    """Decodes through libvips, line by line. Its loader is named: nothing in a path is an option to it."""

    def __init__(self, path: Path, loader: str, shrink: int) -> None:
        pyvips = vips()
        options = {"shrink": shrink} if loader == "jpegload" else {}
        file = pyvips.Source.new_from_file(os.fsencode(path))
        image = getattr(pyvips.Image, f"{loader}_source")(
            file, access="sequential", fail_on="truncated", **options
        )
        self.orientation = image.get("orientation") if image.get_typeof("orientation") else 1
        self.width, self.height = image.width, image.height
        image = _srgb(image)
        self._bands = image.bands
        self._region = pyvips.Region.new(image)

    def rows(self, top: int, count: int) -> NDArray[np.uint8]:
        import numpy as np

        data = self._region.fetch(0, top, self.width, count)
        return np.frombuffer(data, np.uint8).reshape(count, self.width, self._bands)


def _srgb(image: Any) -> Any:
    """The image with 8 bits a channel, grey or sRGB, with or without alpha."""
    grey = image.interpretation in ("b-w", "grey16") and image.bands <= 2
    if _needs_profile(image):
        try:
            image = image.icc_transform("srgb", embedded=True, intent="perceptual", depth=8)
        except vips().Error:
            image = image.colourspace("srgb")
    elif grey:
        image = image.colourspace("b-w")
    else:
        image = image.colourspace("srgb")
    if image.bands > 4:
        image = image.extract_band(0, n=3)
    return image if image.format == "uchar" else image.cast("uchar")


def _needs_profile(image: Any) -> bool:
    if not image.get_typeof("icc-profile-data"):
        return False
    if image.interpretation == "cmyk":
        return True
    profile = bytes(image.get("icc-profile-data"))
    return image.interpretation in ("srgb", "rgb", "rgb16") and not any(
        name in profile for name in (b"sRGB", "sRGB".encode("utf-16-be"))
    )


class _PillowRows:
    """Decodes through Pillow, which holds the whole picture in memory."""

    def __init__(self, path: Path) -> None:
        from PIL import Image

        Image.MAX_IMAGE_PIXELS = None  # `Source` checks the size before anything is decoded
        with contextlib.suppress(ImportError):
            import_module("pillow_heif").register_heif_opener()
        with Image.open(path) as image:
            self.width, self.height = image.size
            self.orientation = image.getexif().get(_EXIF_ORIENTATION, 1)
        self._path = path
        self._image: Any = None

    def rows(self, top: int, count: int) -> NDArray[np.uint8]:
        import numpy as np

        if self._image is None:
            self._image = self._loaded()
        part = self._image.crop((0, top, self.width, top + count))
        if part.mode.startswith("I;16"):
            return (np.asarray(part) >> 8).astype(np.uint8)[..., None]
        alpha = part.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in part.info
        return np.asarray(part.convert("RGBA" if alpha else "RGB"))

    def _loaded(self) -> Any:
        from PIL import Image

        with Image.open(self._path) as image:
            image.load()
            return image


def _loader(path: Path) -> str:
    """libvips' loader for what the first bytes say, whatever the file's name; "" leaves it to Pillow."""
    with path.open("rb") as file:
        head = file.read(16)
    if head[4:12] in (b"ftypavif", b"ftypavis"):
        return "heifload"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webpload"
    return next((loader for start, loader in _STARTS.items() if head.startswith(start)), "")


def _parts(width: int, height: int, backwards: bool) -> Iterator[tuple[int, int]]:
    """Where strips of stored rows begin and how many rows they have; upright ones begin on the strip grid."""
    step = max(1, _STRIP_PIXELS // width // STRIP_GRID) * STRIP_GRID
    first = height % step if backwards else 0
    if first:
        yield 0, first
    for top in range(first, height, step):
        yield top, min(step, height - top)


def _opaque(rows: NDArray[np.uint8]) -> tuple[NDArray[np.uint32], bool]:
    """Stored rows as 0xFFRRGGBB over white, and whether anything shone through."""
    import numpy as np

    bands = rows.shape[2]
    colours = [rows[..., band] for band in ((0, 0, 0) if bands < 3 else (0, 1, 2))]
    transparent = False
    if bands in (2, 4):
        alpha = rows[..., -1]
        transparent = bool(alpha.min() < 255)
        if transparent:
            weight = alpha.astype(np.uint16)
            colours = [(255 - weight) + (colour * weight + 127) // 255 for colour in colours]
    packed = np.full(rows.shape[:2], 0xFF, np.uint32)
    for colour in colours:
        packed <<= np.uint32(8)
        packed |= colour
    return packed, transparent
