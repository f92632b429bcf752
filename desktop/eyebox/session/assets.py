"""Picture files: copies of what was pasted, captured or dragged in; whether a file is still what it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eyebox_models.files.atomic_write import save_file, shown
from eyebox_models.files.private import make_private
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.errors import EyeboxError

FileState = Literal["same", "moved", "changed"]

_SIGNATURES = (
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"GIF8", "gif"),
    (0, b"BM", "bmp"),
    (8, b"WEBP", "webp"),
    (0, b"II*\x00", "tif"),
    (0, b"MM\x00*", "tif"),
    (4, b"ftypavif", "avif"),
    (4, b"ftyphei", "heic"),
    (4, b"ftypmif1", "heic"),
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture kept in the data folder."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size in bytes and time of change of a file: as long as both stay, its content is not read again."""

    size: int
    mtime_ns: int


def picture_suffix(data: bytes) -> str | None:
    """The usual ending ("png", "jpg" ...) of a picture that starts with these bytes; None for others."""
    return next((suffix for at, mark, suffix in _SIGNATURES if data[at : at + len(mark)] == mark), None)


class Assets:
    """The folder `pictures` of the data folder. A file is named after its content: none is kept twice."""

    def __init__(self, data_folder: Path) -> None:
        self.folder = data_folder / "pictures"

    def keep(self, data: bytes) -> Asset:
        """Copies a picture file's bytes here. Raises EyeboxError: no picture, full disk, no rights."""
        suffix = picture_suffix(data)
        if suffix is None:
            raise EyeboxError(
                "picture-format-unknown",
                "This is not a picture that Eyebox can open: use a PNG, JPEG, WebP, TIFF, BMP or GIF.",
            )
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.folder / f"{sha256[:32]}.{suffix}"
        try:
            make_private(self.folder)
            known = path.is_file() and sha256_of(path) == sha256
        except OSError as error:
            raise EyeboxError(
                "folder-unusable",
                "The folder {folder} can't be used: check its permissions.",
                detail=str(error),
                folder=shown(self.folder),
            ) from error
        if not known:
            save_file(path, data, private=True)
        return Asset(str(path), sha256)

    def remove(self, paths: Iterable[str], kept: Iterable[str]) -> int:
        """Deletes files of the folder but those named like one of `kept`; returns how many went.

        Nothing outside of the folder is touched, whatever a path or a link says; what can't be deleted stays without
        complaint.
        """
        names = {os.path.basename(path).casefold() for path in kept}  # noqa: PTH119 - a path can be impossible
        removed = 0
        for path in set(paths):
            try:
                real = Path(os.path.realpath(path))
                inside = os.path.samefile(real.parent, self.folder) and not os.path.islink(path)  # noqa: PTH114, PTH121
                if inside and real.is_file() and real.name.casefold() not in names:
                    real.unlink()
                    removed += 1
            except (OSError, ValueError):
                continue
        return removed

    def keep_file(self, path: str | os.PathLike[str]) -> Asset:
        """Copies a picture file (one that may vanish, as a browser's) into the folder."""
        try:
            with open_regular(path) as file:
                data = file.read()
        except OSError as error:
            raise EyeboxError(
                "picture-denied",
                "{path} can't be read: check that it is there and may be read.",
                detail=str(error),
                path=shown(path),
            ) from error
        return self.keep(data)


def sha256_of(path: str | os.PathLike[str]) -> str:
    """The SHA-256 of a file's content in hexadecimal. Raises OSError."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp_of(path: str | os.PathLike[str]) -> Stamp:
    """Raises OSError."""
    status = Path(path).stat()
    return Stamp(status.st_size, status.st_mtime_ns)


def check_file(path: str | os.PathLike[str], sha256: str, stamp: Stamp | None = None) -> FileState:
    """Whether a picture's file is still what it was: "moved" when it is gone, "changed" when its content is.

    With an unchanged `stamp` the file is not read; without a known `sha256` it can only be there or gone.
    """
    try:
        if not Path(path).is_file():
            return "moved"
        if not sha256 or stamp_of(path) == stamp:
            return "same"
        return "same" if sha256_of(path) == sha256 else "changed"
    except (OSError, ValueError):
        return "moved"


def find_moved(name: str, sha256: str, folders: Iterable[str | os.PathLike[str]]) -> str | None:
    """The path of the same file (by name and content) in one of some folders, or None."""
    for folder in folders:
        candidate = Path(folder) / name
        if sha256 and check_file(candidate, sha256) == "same":
            return str(candidate)
    return None
