"""Pictures on their way to a model: what is known of a file without decoding it, and its upright pixels."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from eyebox_models.ask import EyeboxError
from eyebox_models.picture import open_array, upright_size

if TYPE_CHECKING:
    from PIL.Image import Image

_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """Size of the upright picture in pixels, and the sha256 of its file."""

    width: int
    height: int
    sha256: str


def facts(path: str) -> PictureFacts:
    """What is known of a picture; a file that has not changed is not read again. Raises EyeboxError."""
    try:
        stat = Path(path).stat()
    except OSError:
        return _facts(path, 0, 0)
    return _facts(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=_REMEMBERED)
def _facts(path: str, _modified: int, _size: int) -> PictureFacts:
    width, height = upright_size(path)
    try:
        with Path(path).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EyeboxError(f"{Path(path).name} cannot be read ({error.strerror}).") from error
    return PictureFacts(width, height, digest)


def upright(path: str) -> Image:
    """The upright picture in RGB, transparency on white, as every other part of Eyebox sees it. Raises EyeboxError."""
    from PIL.Image import fromarray

    picture = open_array(path)
    pixels = picture.crop(0, 0, picture.width, picture.height)
    return fromarray(pixels[..., ::-1].copy())
