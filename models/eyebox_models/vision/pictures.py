"""Pictures on their way to a model: what is known of a file without decoding it, and its upright pixels."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from eyebox_models.picture import PictureArray, open_array
from eyebox_models.picture.decoder import decoder
from eyebox_models.protocol.ask import PictureFacts

if TYPE_CHECKING:
    from PIL.Image import Image

_REMEMBERED = 1024


def facts(path: str, turns: int = 0) -> PictureFacts:
    """What is known of a picture; a file that has not changed is not read again. Raises EyeboxError.

    Turned clockwise by so many quarters it is another picture: its sha256 says so.
    """
    try:
        stat = Path(path).stat()
        known = _facts(path, stat.st_mtime_ns, stat.st_size)
    except OSError:
        known = _facts(path, 0, 0)
    if not turns:
        return known
    width, height = (known.height, known.width) if turns % 2 else (known.width, known.height)
    return PictureFacts(width, height, f"{known.sha256}+{turns}")


@lru_cache(maxsize=_REMEMBERED)
def _facts(path: str, _modified: int, _size: int) -> PictureFacts:
    return decoder().measure(path)


def upright(path: str, turns: int = 0) -> Image:
    """The upright picture in RGB, as every other part of Eyebox sees it, on white or black where it is transparent.

    Raises EyeboxError.
    """
    return _image(open_array(path, turns=turns))


def rgb(path: str, turns: int = 0) -> Image:
    """The upright picture as the original models take it: what is transparent keeps its colour. Raises EyeboxError."""
    return _image(open_array(path, plain=True, turns=turns))


def _image(picture: PictureArray) -> Image:
    from PIL.Image import fromarray

    pixels = picture.crop(0, 0, picture.width, picture.height)
    return fromarray(pixels[..., ::-1].copy())
