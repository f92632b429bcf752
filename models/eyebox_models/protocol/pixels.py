"""Pictures as the picture engine gives them: pixel files, their levels and parts, sizes, thumbnails."""

from __future__ import annotations

from eyebox_models.protocol.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One size of a decoded picture inside its pixel file: `factor` 1, 2, 4, 8; `stride` and `offset` in bytes."""

    factor: int
    width: int
    height: int
    stride: int
    offset: int


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded upright picture in a file of raw pixels, 4 bytes each: blue, green, red, alpha (QImage.Format_ARGB32).

    `sha256` is that of the picture's file; `preview` says that a better one follows. Colours are not premultiplied,
    and alpha is 255 unless the picture is `transparent`; it is then seen better on black if `dark_ground`, else on white.
    """

    source: str
    file: str
    width: int
    height: int
    levels: tuple[Level, ...]
    sha256: str = ""
    preview: bool = False
    transparent: bool = False
    dark_ground: bool = False


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """Size of an upright picture in pixels, and the sha256 of its file."""

    width: int
    height: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small PNG of a picture; width and height are those of the upright original."""

    source: str
    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a picture inside the file of its Crops: from `(x1, y1)` to before `(x2, y2)` of the upright original.

    `width` x `height` pixels without gaps from byte `offset` on; none where the part lies outside of the picture.
    """

    x1: int
    y1: int
    x2: int
    y2: int
    width: int
    height: int
    offset: int


@dataclass(frozen=True, slots=True)
class Crops:
    """Parts of a picture in one file of raw pixels, 4 bytes each: blue, green, red, 255 (QImage.Format_RGB32)."""

    source: str
    file: str
    width: int
    """Of the upright original, as `height` is."""
    height: int
    crops: tuple[Crop, ...]
