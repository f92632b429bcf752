"""Pictures and videos that come with a request: data URIs become files for the user alone; or files that are allowed."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Any, Literal
from urllib.parse import urlsplit
from urllib.request import url2pathname

from eyebox.formats.picture_size import picture_size
from eyebox.server.fields import ApiError, Fields, array, between, wrong
from eyebox_models.files.atomic_write import private_opener
from eyebox_models.files.document_page import Moment, file_of, frame_path
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.box import new_id

MOST_PICTURES = 32
MOST_PIXELS = 200_000_000
LONGEST_PATH = 4096
LATEST = 1e6
"""Seconds into a video."""
Kind = Literal["picture", "video"]
_LONGEST_ENDING = 16
_ENDINGS = {"jpeg": "jpg", "svg+xml": "", "tiff": "tif", "x-icon": "ico"}


class Shelf:
    """The pictures of one request. What was written for it is deleted by `clear`."""

    def __init__(self, folder: Path, allowed: Sequence[Path]) -> None:
        """`folder` is for files that are written; `allowed` are the folders (their real paths) that may be read."""
        self._allowed = allowed
        self._own = folder / new_id()
        self._written: list[Path] = []
        self._count = 0

    def take(self, url: Any, name: str, kind: Kind = "picture") -> str:
        """The path of a picture, or a video, that is given as a data URI, the address of a file or its path. Raises ApiError.

        `name` is the field it stands in.
        """
        if not isinstance(url, str) or not url:
            raise _invalid(name, f"give it as a data URI, as {_EXAMPLES[kind]}...", kind)
        self._count += 1
        if self._count > MOST_PICTURES:
            raise ApiError(
                400, f"There are more than {MOST_PICTURES} pictures in one request.", code="too_many_images", param=name
            )  # fmt: skip
        start = url[:16].lower()
        if start.startswith("data:"):
            path = self._write(url, name, kind)
        elif start.startswith(("http:", "https:")):
            raise _invalid(
                name,
                f"Eyebox fetches nothing from the network; send the {kind} itself, as {_EXAMPLES[kind]}...",
                kind,
            )
        else:
            path = self._file(url, name, kind)
        width, height = picture_size(file_of(path))
        if width * height > MOST_PIXELS:
            raise _invalid(name, f"the picture has {width} x {height} pixels, more than {MOST_PIXELS:,}")
        return path

    def take_frames(self, fields: Fields) -> tuple[Picture, ...]:
        """The frames of a video, named by `url` as pictures are, that are seen at the seconds in `times`. Raises ApiError."""
        name = fields.name("times")
        times = fields.need("times", array)
        if not times:
            raise wrong(name, "seconds of the video, one for each frame")
        seconds = between(0, LATEST)
        moments = sorted({float(Moment(seconds(time, name))) for time in times})
        self._count += len(moments) - 1
        file = fields.need("url", partial(self.take, kind="video"))
        if file_of(file) != file:
            raise wrong(fields.name("url"), "the whole video; 'times' chooses its frames")
        return tuple(Picture(frame_path(file, time), in_video=True) for time in moments)

    def keep(self, data: bytes | bytearray, kind: str = "") -> str:
        """Writes the bytes of a picture of this MIME subtype into a file for the user alone; its path."""
        ending = _ENDINGS.get(kind, kind if kind.isalnum() and len(kind) < _LONGEST_ENDING else "")
        path = self._own / f"picture-{len(self._written) + 1}{'.' if ending else ''}{ending}"
        if not self._written:
            self._own.mkdir(mode=0o700)
        with open(path, "wb", opener=private_opener) as file:
            self._written.append(path)
            file.write(data)
        return str(path)

    def is_sent(self, path: str) -> bool:
        """Whether a picture came with the request, and is no file of the user's."""
        return Path(path) in self._written

    def clear(self) -> None:
        """Deletes what was written."""
        if self._written:
            rmtree(self._own, ignore_errors=True)
            self._written.clear()

    def _write(self, url: str, name: str, what: Kind) -> str:
        head, comma, data = url.partition(",")
        kind, *options = head[5:].lower().split(";")
        type_ = _TYPES[what]
        if not comma or "base64" not in options or not kind.startswith(type_):
            raise _invalid(
                name, f"this data URI holds no {what}; it has to begin with data:{type_}TYPE;base64,", what
            )
        try:
            content = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            raise _invalid(name, "what follows base64, in this data URI is no base64", what) from None
        if not content:
            raise _invalid(name, "this data URI is empty", what)
        return self.keep(content, kind[6:])

    def _file(self, url: str, name: str, kind: Kind) -> str:
        """A file below an allowed folder, where all links in its path lead: one that is there, or else nothing is said of it."""
        no_path = _invalid(
            name, "give a data URI, or the whole path of a file in a folder that is allowed", kind
        )
        try:
            path = _path_of(url)
            file, page = file_of(path), path[len(file_of(path)) :]
            if "\0" in path or len(path) > LONGEST_PATH or not os.path.isabs(file):  # noqa: PTH117 (Path drops what it does not like)
                raise no_path
            real = Path(os.path.realpath(file))
        except ValueError:  # brackets in an address, or what no name of a file holds
            raise no_path from None
        if not any(real.is_relative_to(folder) for folder in self._allowed):
            raise ApiError(
                403, "This file may not be read: it is in no folder that `eyebox serve --allow-folder` names.",
                code="file_not_allowed", param=name,
            )  # fmt: skip
        if not real.is_file():
            raise _invalid(name, "there is no such file", kind)
        return f"{real}{page}"


def _path_of(url: str) -> str:
    if not url[:5].lower().startswith("file:"):
        return url
    parts = urlsplit(url)
    return url2pathname(parts.path) + (f"#{parts.fragment}" if parts.fragment else "")


_TYPES: dict[Kind, str] = {"picture": "image/", "video": "video/"}
_EXAMPLES: dict[Kind, str] = {"picture": "data:image/png;base64,", "video": "data:video/mp4;base64,"}


def _invalid(name: str, why: str, kind: Kind = "picture") -> ApiError:
    code = "invalid_image" if kind == "picture" else "invalid_video"
    return ApiError(400, f"'{name}' is no {kind} that can be taken: {why}.", code=code, param=name)
