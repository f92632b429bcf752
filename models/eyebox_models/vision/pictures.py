"""Pictures on their way to a model: what is known of a file without decoding it, and its upright pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from eyebox_models.files.document_page import file_of
from eyebox_models.picture import PictureArray, open_array
from eyebox_models.picture.decoder import decoder
from eyebox_models.protocol.picture_requests import LookIntoVideo
from eyebox_models.protocol.pixels import PictureFacts
from eyebox_models.protocol.video import VideoFacts

if TYPE_CHECKING:
    from PIL.Image import Image

_REMEMBERED = 1024
WHOLE_PIXELS = 100_000_000
"""A larger picture is made smaller, strip by strip, before it is an image of its own."""
_FINER = 4
"""So many times finer than it is shown; then what `shrunk` leaves out at the edges is less than a quarter of a pixel shown."""
_BICUBIC = 3
"""`PIL.Image.Resampling.BICUBIC`; Pillow is only imported where there is a picture."""

Size = tuple[int, int]
"""Width and height."""
Part = tuple[int, int, int, int] | None
"""`ask.Picture.part`."""


def facts(path: str, turns: int = 0, part: Part = None) -> PictureFacts:
    """What is known of a picture; a file that has not changed is not read again. Raises EyeboxError.

    Turned clockwise by so many quarters it is another picture, and so is a part of it: its sha256 says so.
    """
    try:
        stat = Path(file_of(path)).stat()
        known = _facts(path, stat.st_mtime_ns, stat.st_size)
    except OSError:
        known = _facts(path, 0, 0)
    if turns:
        width, height = (known.height, known.width) if turns % 2 else (known.width, known.height)
        known = PictureFacts(width, height, f"{known.sha256}+{turns}")
    if part is not None:
        x1, y1, x2, y2 = _inside(part, known.width, known.height)
        known = PictureFacts(x2 - x1, y2 - y1, f"{known.sha256}:{x1},{y1},{x2},{y2}")
    return known


@lru_cache(maxsize=_REMEMBERED)
def _facts(path: str, _modified: int, _size: int) -> PictureFacts:
    return decoder().measure(path)


def facts_of_video(path: str) -> VideoFacts:
    """What is known of the video that a frame is of. Raises EyeboxError."""
    file = file_of(path)
    try:
        stat = Path(file).stat()
        return _facts_of_video(file, stat.st_mtime_ns, stat.st_size)
    except OSError:
        return _facts_of_video(file, 0, 0)


@lru_cache(maxsize=_REMEMBERED)
def _facts_of_video(file: str, _modified: int, _size: int) -> VideoFacts:
    return decoder().look_into_video(LookIntoVideo(file))


def upright(path: str, turns: int = 0, part: Part = None, shown_at: Size | None = None) -> Image:
    """The upright picture in RGB, as every other part of Eyebox sees it, on white or black where it is transparent.

    `shown_at`: the width and height that a model will make of it. A picture of over 100 megapixels, which would take
    gigabytes, comes at that size. Raises EyeboxError.
    """
    picture = _opened(path, False, turns)
    small = _small(picture, part, shown_at)
    return (
        _image(picture, part)
        if small is None
        else small.resize((small.width // _FINER, small.height // _FINER), _BICUBIC)
    )


def rgb(path: str, turns: int = 0, part: Part = None, shown_at: Size | None = None) -> Image:
    """The upright picture as the original models take it: what is transparent keeps its colour.

    `shown_at`: the width and height of all tiles together that a model will cut it into. A picture of over 100 megapixels
    comes at four times that size. Raises EyeboxError.
    """
    picture = _opened(path, True, turns)
    return _small(picture, part, shown_at) or _image(picture, part)


def _small(picture: PictureArray, part: Part, shown_at: Size | None) -> Image | None:
    """A very large picture four times finer than it is shown; None for a part, and for one that is not so large."""
    if part is not None or shown_at is None or picture.width * picture.height <= WHOLE_PIXELS:
        return None
    size = shown_at[0] * _FINER, shown_at[1] * _FINER
    factor = min(picture.width // size[0], picture.height // size[1])
    if factor < 2:
        return None
    return _image(picture.shrunk(factor), None).resize(size, _BICUBIC)


_kept: dict[tuple[str, bool, int], PictureArray] | None = None


@contextmanager
def decoded_once() -> Iterator[None]:
    """While it lasts a picture is decoded once, however many of its parts are shown."""
    global _kept
    _kept = {}
    try:
        yield
    finally:
        _kept = None


def _opened(path: str, plain: bool, turns: int) -> PictureArray:
    if _kept is None:
        return open_array(path, plain=plain, turns=turns)
    key = path, plain, turns
    if key not in _kept:
        _kept[key] = open_array(path, plain=plain, turns=turns)
    return _kept[key]


def _inside(part: tuple[int, int, int, int], width: int, height: int) -> tuple[int, int, int, int]:
    """A part cut to the picture; at least a pixel, whatever the file has become."""
    x1, y1 = min(max(part[0], 0), width - 1), min(max(part[1], 0), height - 1)
    return x1, y1, min(max(part[2], x1 + 1), width), min(max(part[3], y1 + 1), height)


def _image(picture: PictureArray, part: Part) -> Image:
    from PIL.Image import fromarray

    x1, y1, x2, y2 = _inside(part or (0, 0, picture.width, picture.height), picture.width, picture.height)
    pixels = picture.crop(x1, y1, x2 - x1, y2 - y1)
    return fromarray(pixels[..., ::-1].copy())
