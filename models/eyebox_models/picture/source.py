"""An opened picture: its upright size from the header, then its pixels as strips.

libvips decodes line by line where the format allows it; what it does not know goes to Pillow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol

from eyebox_models.files.document_page import Moment, Part, split_page
from eyebox_models.files.picture_header import read_header
from eyebox_models.files.regular_file import open_regular
from eyebox_models.picture import document, refusal
from eyebox_models.picture.pillow import PillowRows
from eyebox_models.picture.tiff import tiff_pages
from eyebox_models.picture.video import LOADER as VIDEO
from eyebox_models.picture.video import FrameRows, is_video
from eyebox_models.picture.vips import VipsRows
from eyebox_models.protocol.errors import EyeboxError, Stopped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRIP_GRID = 8
"""Strips begin at multiples of this, so that each can be shrunk 2, 4 and 8 times by itself."""

Area = tuple[int, int, int, int]

_STRIP_PIXELS = 400_000
_STARTS = {
    b"\xff\xd8\xff": "jpegload",
    b"\x89PNG\r\n\x1a\n": "pngload",
    b"GIF8": "gifload",
    b"II*\0": "tiffload",
    b"MM\0*": "tiffload",
    b"II+\0": "tiffload",
    b"MM\0+": "tiffload",
}
_BY_HEADER = ("jpegload", "pngload", "gifload", "webpload")
"""Whose orientation is read by ourselves. Pillow looks into XMP and texts, too, and decodes all of a PNG for it; libvips does not
look behind a PNG's pixels: the window and a model would see one picture in two ways."""


@dataclass(frozen=True)
class Strip:
    """A part of an upright picture at `(x, y)`: `pixels` is height x width, each 0xAARRGGBB, not premultiplied."""

    x: int
    y: int
    pixels: NDArray[np.uint32]
    transparent: bool


class _Decoder(Protocol):
    """A picture as it is stored, before it is turned upright."""

    width: int
    height: int
    orientation: int
    held: int
    """Bytes of memory that decoding takes."""

    def rows(self, top: int, count: int, left: int, width: int) -> NDArray[np.uint8]:
        """Stored rows in order, some columns of them: height x width x bands (1 grey, 2 grey and alpha, 3 RGB, 4 RGBA)."""
        ...


class Source:
    """A picture whose header has been read. `width` and `height` are upright; `loader` is libvips', that of PDF, or "".

    Once upright it is turned clockwise by so many quarters (`turns`).
    """

    def __init__(self, path: Path, decoder: _Decoder, loader: str, turns: int = 0) -> None:
        refusal.check_size(path, decoder.width, decoder.height)
        refusal.check_memory(path, decoder.held)
        self.path = path
        self.loader = loader
        self._decoder = decoder
        self._orientation = turned_orientation(decoder.orientation, turns)
        self.turned = self._orientation >= 5
        """The stored rows are upright columns, so that strips are columns too."""
        self.width, self.height = decoder.width, decoder.height
        if self.turned:
            self.width, self.height = self.height, self.width

    def strips(self, areas: Sequence[Area] | None = None) -> Iterator[Strip]:
        """All of the picture, each strip decoded while the one before is worked on. Raises EyeboxError.

        Of `areas` inside it only those strips in which one of them lies, as wide as those need.
        """
        decoder = self._decoder
        backwards = self._orientation in (3, 4, 6, 7)
        mirrored = self._orientation in (2, 3, 7, 8)
        parts = [
            (top, count, 0, decoder.width) for top, count in _parts(decoder.width, decoder.height, backwards)
        ]
        if areas is not None:
            parts = list(_touched(parts, [self._stored(area, backwards, mirrored) for area in areas]))
        if not parts:
            return
        with ThreadPoolExecutor(1, "decode") as ahead:
            following = ahead.submit(decoder.rows, *parts[0])
            for index, (top, count, left, width) in enumerate(parts):
                try:
                    rows = following.result()
                except (EyeboxError, Stopped):
                    raise
                except Exception as error:
                    raise refusal.undecodable(self.path, error) from error
                if index + 1 < len(parts):
                    following = ahead.submit(decoder.rows, *parts[index + 1])
                start = decoder.height - top - count if backwards else top
                aside = decoder.width - left - width if mirrored else left
                yield self._upright(rows, start, aside)

    def _stored(self, area: Area, backwards: bool, mirrored: bool) -> Area:
        """Where an upright area is stored: left, top, right, bottom."""
        (x1, y1, x2, y2), height, width = area, self._decoder.height, self._decoder.width
        (top, bottom), (left, right) = ((x1, x2), (y1, y2)) if self.turned else ((y1, y2), (x1, x2))
        if backwards:
            top, bottom = height - bottom, height - top
        if mirrored:
            left, right = width - right, width - left
        return left, top, right, bottom

    def _upright(self, rows: NDArray[np.uint8], start: int, aside: int) -> Strip:
        pixels, transparent = _packed(rows)
        match self._orientation:
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
        x, y = (start, aside) if self.turned else (aside, start)
        return Strip(x, y, pixels, transparent)


def turned_orientation(orientation: int, turns: int) -> int:
    """The orientation (as EXIF has it) of a picture of another one that is turned clockwise by so many quarters."""
    for way in ((1, 6, 3, 8), (2, 7, 4, 5)):
        if orientation in way:
            return way[(way.index(orientation) + turns) % 4]
    return turned_orientation(1, turns)


def open_source(
    path: Path, shrink: int = 1, plain: bool = False, turns: int = 0, stop: Event | None = None
) -> Source:
    """Reads a picture's header; a JPEG or a page of a PDF can be decoded 2, 4 or 8 times smaller by `shrink`.

    `plain` has Pillow decode it where it can (`PillowRows`); `turns`: see `Source`. `stop` ends the drawing of a page,
    which raises Stopped.

    Raises EyeboxError, also for what takes too much memory.
    """
    file, number = split_page(path)
    place = Path(file)
    refusal.check_file(place)
    loader = _loader(place)
    if loader == document.LOADER:
        return Source(path, document.PdfRows(path, shrink, stop), loader, turns)
    if loader == VIDEO:
        return Source(path, FrameRows(path), loader, turns)
    page = _page_of_tiff(place, number, loader)
    orientation = read_header(place).orientation if loader in _BY_HEADER else None
    if plain:
        with suppress(
            Exception
        ):  # what Pillow cannot read is read otherwise, or is refused in a sentence there
            return Source(path, PillowRows(place, plain=True, page=page, orientation=orientation), "", turns)
    failure: Exception | None = None
    if loader:
        try:
            return Source(path, VipsRows(place, loader, shrink, page, orientation), loader, turns)
        except EyeboxError:
            raise
        except Exception as error:
            failure = error
    try:
        return Source(path, PillowRows(place, page=page, orientation=orientation), loader, turns)
    except EyeboxError:
        raise
    except Exception as error:
        if loader:
            raise refusal.undecodable(path, failure or error) from error
        raise refusal.not_a_picture(path, error) from error


def _page_of_tiff(file: Path, number: Part | None, loader: str) -> int:
    """The place of a page in a TIFF, the first where none is named. Raises EyeboxError for one that is not there."""
    if number is None:
        return 0
    if isinstance(number, Moment):
        raise refusal.no_video(file)
    pages = tiff_pages(file) if loader == "tiffload" else (0,)
    if number > len(pages):
        raise refusal.no_page(file, number, len(pages))
    return pages[number - 1]


def _loader(path: Path) -> str:
    """libvips' loader for what the first bytes say, whatever the file's name, or that of PDF; "" leaves it to Pillow."""
    with open_regular(path) as file:
        head = file.read(16)
    if head[4:12] in (b"ftypavif", b"ftypavis"):
        return "heifload"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webpload"
    known = next((loader for start, loader in _STARTS.items() if head.startswith(start)), "")
    if known:
        return known
    return VIDEO if is_video(path) else document.LOADER if document.is_pdf(path) else ""


def _parts(width: int, height: int, backwards: bool) -> Iterator[tuple[int, int]]:
    """Where strips of stored rows begin and how many rows they have; upright ones begin on the strip grid."""
    step = max(1, _STRIP_PIXELS // width // STRIP_GRID) * STRIP_GRID
    first = height % step if backwards else 0
    if first:
        yield 0, first
    for top in range(first, height, step):
        yield top, min(step, height - top)


def _touched(parts: Sequence[Area], areas: Sequence[Area]) -> Iterator[Area]:
    """The parts (top, count, left, width) in which areas (left, top, right, bottom) lie, as wide as those need."""
    for top, count, _left, _width in parts:
        across = [(area[0], area[2]) for area in areas if area[1] < top + count and area[3] > top]
        if across:
            left = min(start for start, _end in across)
            yield top, count, left, max(end for _start, end in across) - left


def _packed(rows: NDArray[np.uint8]) -> tuple[NDArray[np.uint32], bool]:
    """Stored rows as 0xAARRGGBB (so blue comes first in memory), and whether anything shines through."""
    import numpy as np

    bands = rows.shape[2]
    transparent = bands in (2, 4) and bool(rows[..., -1].min() < 255)
    packed = np.empty((*rows.shape[:2], 4), np.uint8)
    for place, band in enumerate((0, 0, 0) if bands < 3 else (2, 1, 0)):
        packed[..., place] = rows[..., band]
    packed[..., 3] = rows[..., -1] if transparent else 0xFF
    return packed.view(np.uint32)[..., 0], transparent
