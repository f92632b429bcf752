"""Picture files: copies of what was pasted, captured or dragged in; whether a file is still what it was."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from eyebox_models.files.atomic_write import make_private, save_file, shown
from eyebox_models.files.document_page import as_page, split_page
from eyebox_models.files.regular_file import sha256_of, sum_of_page
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

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
        import hashlib

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


LOOKED_AT = 500
"""So many files of a folder are read to find one that has another name by now."""


def find_moved(path: str, sha256: str, folders: Iterable[str | os.PathLike[str]]) -> str | None:
    """Where the file that lay at `path` lies now, by its content: in one of some folders, whatever it is called.

    `path` may name a page of a document; what is returned is that page of the one that was found.

    Files of the same name are looked at first. Takes its time.
    """
    name, page = split_page(path)
    gone = Path(name)
    for folder in dict.fromkeys(map(Path, (*folders, gone.parent))):
        try:
            others = sorted(
                (other for other in folder.iterdir() if other.suffix.lower() == gone.suffix.lower()),
                key=lambda other: (other.name != gone.name, other.name),
            )
        except (OSError, ValueError):
            continue
        for other in others[:LOOKED_AT]:
            try:
                if sum_of_page(sha256_of(other), page) == sha256:
                    return as_page(str(other), page)
            except (OSError, ValueError):
                continue
    return None
