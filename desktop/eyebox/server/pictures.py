"""Pictures that come with a request: sent as data URIs, they become files for the user alone; or files that are allowed."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from eyebox.formats.picture_size import picture_size
from eyebox.server.fields import ApiError
from eyebox_models.files.atomic_write import private_opener
from eyebox_models.files.document_page import file_of
from eyebox_models.protocol.box import new_id

MOST_PICTURES = 32
MOST_PIXELS = 200_000_000
_ENDINGS = {"jpeg": "jpg", "svg+xml": "", "tiff": "tif", "x-icon": "ico"}


class Shelf:
    """The pictures of one request. What was written for it is deleted by `clear`."""

    def __init__(self, folder: Path, allowed: Sequence[Path]) -> None:
        """`folder` is for files that are written; `allowed` are the folders (their real paths) that may be read."""
        self._allowed = allowed
        self._own = folder / new_id()
        self._written: list[Path] = []
        self._count = 0

    def take(self, url: Any, name: str) -> str:
        """The path of a picture that is given as a data URI, the address of a file or its path. Raises ApiError.

        `name` is the field it stands in.
        """
        if not isinstance(url, str) or not url:
            raise _invalid(name, "give a picture as a data URI, as data:image/png;base64,...")
        self._count += 1
        if self._count > MOST_PICTURES:
            raise ApiError(
                400, f"There are more than {MOST_PICTURES} pictures in one request.", code="too_many_images", param=name
            )  # fmt: skip
        start = url[:16].lower()
        if start.startswith("data:"):
            path = self._write(url, name)
        elif start.startswith(("http:", "https:")):
            raise _invalid(
                name,
                "Eyebox fetches nothing from the network; send the picture itself, as data:image/png;base64,...",
            )
        else:
            path = self._file(_path_of(url) if start.startswith("file:") else url, name)
        width, height = picture_size(file_of(path))
        if width * height > MOST_PIXELS:
            raise _invalid(name, f"the picture has {width} x {height} pixels, more than {MOST_PIXELS:,}")
        return path

    def keep(self, data: bytes | bytearray, kind: str = "") -> str:
        """Writes the bytes of a picture of this MIME subtype into a file for the user alone; its path."""
        ending = _ENDINGS.get(kind, kind if kind.isalnum() else "")
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

    def _write(self, url: str, name: str) -> str:
        head, comma, data = url.partition(",")
        kind, *options = head[5:].lower().split(";")
        if not comma or "base64" not in options or not kind.startswith("image/"):
            raise _invalid(
                name, "this data URI holds no picture; it has to begin with data:image/TYPE;base64,"
            )
        try:
            content = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            raise _invalid(name, "what follows base64, in this data URI is no base64") from None
        if not content:
            raise _invalid(name, "this data URI is empty")
        return self.keep(content, kind[6:])

    def _file(self, path: str, name: str) -> str:
        """A file below an allowed folder, where all links in its path lead: one that is there, or else nothing is said of it."""
        file, page = file_of(path), path[len(file_of(path)) :]
        if "\0" in path or not os.path.isabs(file):  # noqa: PTH117 (Path drops what it does not like)
            raise _invalid(name, "give a data URI, or the whole path of a file in a folder that is allowed")
        real = Path(os.path.realpath(file))
        if not any(real.is_relative_to(folder) for folder in self._allowed):
            raise ApiError(
                403, "This file may not be read: it is in no folder that `eyebox serve --allow-folder` names.",
                code="file_not_allowed", param=name,
            )  # fmt: skip
        if not real.is_file():
            raise _invalid(name, "there is no such file")
        return f"{real}{page}"


def _path_of(url: str) -> str:
    parts = urlsplit(url)
    return url2pathname(parts.path) + (f"#{parts.fragment}" if parts.fragment else "")


def _invalid(name: str, why: str) -> ApiError:
    return ApiError(
        400, f"'{name}' is no picture that can be taken: {why}.", code="invalid_image", param=name
    )
