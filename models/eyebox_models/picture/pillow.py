"""Pictures decoded by Pillow, which holds all of a picture in memory."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox_models.files.regular_file import open_regular
from eyebox_models.picture import memory

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PLUGINS = {
    "Avif": "AVIF", "Bmp": "BMP DIB", "Cur": "CUR", "Dds": "DDS", "Gif": "GIF", "Icns": "ICNS", "Ico": "ICO",
    "Jpeg": "JPEG", "Jpeg2K": "JPEG2000", "Pcx": "PCX", "Png": "PNG", "Ppm": "PPM", "Psd": "PSD", "Qoi": "QOI", "Sgi": "SGI",
    "Tga": "TGA", "Tiff": "TIFF", "WebP": "WEBP",
}  # fmt: skip
"""Pillow's plugins that only decode. Never EPS (starts Ghostscript), WMF, stubs for programs that others register,
nor IPTC, which opens what lies inside it in any format."""
_EXIF_ORIENTATION = 0x0112
_MOST_IN_AN_ICON = 16_000_000
"""Pixels of a picture inside another file (an icon's PNG), whose size only shows when it is decoded."""
_PLAIN = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr")
_MOST_PLAIN = 100_000_000


class PillowRows:
    """Decodes through Pillow, of several pages the one at `page` (from 0).

    `plain` gives RGB as Pillow itself converts: transparency is dropped, profiles are unused. `orientation`: as EXIF says it,
    where the caller knows.

    Raises ValueError for what can't be decoded `plain`.
    """

    def __init__(
        self, path: Path, plain: bool = False, page: int = 0, orientation: int | None = None
    ) -> None:
        with _opened(path, page) as image:
            self.width, self.height = image.size
            self.orientation = orientation or image.getexif().get(_EXIF_ORIENTATION, 1)
            progressive = bool(image.info.get("progressive"))
            self.held = memory.held_by_pillow(image.format, image.mode, self.width, self.height, progressive)
            if plain and (image.mode not in _PLAIN or self.width * self.height > _MOST_PLAIN):
                raise ValueError(f"{image.mode} of {self.width} x {self.height} is not plain")
        self._path = path
        self._page = page
        self._plain = plain
        self._image: Any = None

    def rows(self, top: int, count: int, left: int, width: int) -> NDArray[np.uint8]:
        import numpy as np

        if self._image is None:
            self._image = self._loaded()
        part = self._image.crop((left, top, left + width, top + count))
        if part.mode.startswith("I;16"):
            return (np.asarray(part) >> 8).astype(np.uint8)[..., None]
        alpha = part.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in part.info
        return np.asarray(part.convert("RGBA" if alpha and not self._plain else "RGB"))

    def _loaded(self) -> Any:
        from PIL import Image

        with _opened(self._path, self._page) as image:
            Image.MAX_IMAGE_PIXELS = max(self.width * self.height, _MOST_IN_AN_ICON)
            image.load()
            return image


@contextlib.contextmanager
def _opened(path: Path, page: int = 0) -> Iterator[Any]:
    """A picture (of several pages this one) in one of the formats that only decode.

    Its size is for the caller to check before it loads."""
    from PIL import Image

    formats = _formats()
    Image.MAX_IMAGE_PIXELS = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with open_regular(path) as file, Image.open(file, formats=formats) as image:
            if page:
                image.seek(page)
            yield image


@cache
def _formats() -> tuple[str, ...]:
    from PIL import Image

    for name in _PLUGINS:
        import_module(f"PIL.{name}ImagePlugin")
    wanted = [one for names in _PLUGINS.values() for one in names.split()]
    with contextlib.suppress(ImportError):
        import_module("pillow_heif").register_heif_opener()
        wanted.append("HEIF")
    return tuple(one for one in wanted if one in Image.OPEN)
