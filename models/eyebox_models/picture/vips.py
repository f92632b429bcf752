"""Pictures decoded by libvips, line by line where the format allows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox_models.files.regular_file import open_regular
from eyebox_models.picture import memory, refusal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HEADER_FACTS = ("jpeg-multiscan", "jpeg-chroma-subsample", "interlaced")


def vips() -> Any:
    """The pyvips module, set up to keep nothing (every picture is decoded once) and to use no loader that may be attacked."""
    memory.few_threads()
    import pyvips

    pyvips.cache_set_max(0)
    pyvips.block_untrusted_set(True)
    return pyvips


class VipsRows:
    """Decodes through libvips. Its loader is named: nothing in a path is an option to it.

    `page` (from 0) is that of a TIFF. `orientation`: as EXIF says it, where the caller knows.
    """

    def __init__(
        self, path: Path, loader: str, shrink: int, page: int = 0, orientation: int | None = None
    ) -> None:
        pyvips = vips()
        options = {"shrink": shrink} if loader == "jpegload" else {"page": page} if page else {}
        with open_regular(path) as file:
            source = pyvips.Source.new_from_descriptor(file.fileno())
        image = getattr(pyvips.Image, f"{loader}_source")(
            source, access="sequential", fail_on="truncated", **options
        )
        own = image.get("orientation") if image.get_typeof("orientation") else 1
        self.orientation = orientation or own
        self.width, self.height = image.width, image.height
        refusal.check_channels(path, image.bands)
        facts = {name: image.get(name) for name in _HEADER_FACTS if image.get_typeof(name)}
        self.held = memory.held_by_vips(
            loader, shrink * image.width, shrink * image.height, image.bands, image.format, facts
        )
        image = _srgb(image)
        self._bands = image.bands
        self._region = pyvips.Region.new(image)

    def rows(self, top: int, count: int, left: int, width: int) -> NDArray[np.uint8]:
        import numpy as np

        data = self._region.fetch(left, top, width, count)
        return np.frombuffer(data, np.uint8).reshape(count, width, self._bands)


def _srgb(image: Any) -> Any:
    """The image with 8 bits a channel, grey or sRGB, with or without alpha."""
    grey = image.interpretation in ("b-w", "grey16") and image.bands <= 2
    most = 5 if image.interpretation == "cmyk" else 4
    if image.bands > most:
        image = image.extract_band(0, n=most - 1)
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
