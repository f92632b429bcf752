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
from eyebox_models.protocol.pixels import PictureFacts
from eyebox_models.protocol.requests import LookIntoVideo
from eyebox_models.protocol.video import VideoFacts

if TYPE_CHECKING:
    from PIL.Image import Image

_REMEMBERED = 1024


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


def upright(path: str, turns: int = 0, part: Part = None) -> Image:
    """The upright picture in RGB, as every other part of Eyebox sees it, on white or black where it is transparent.

    Raises EyeboxError.
    """
    return _image(_opened(path, False, turns), part)


def rgb(path: str, turns: int = 0, part: Part = None) -> Image:
    """The upright picture as the original models take it: what is transparent keeps its colour. Raises EyeboxError."""
    return _image(_opened(path, True, turns), part)


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
