"""What a file of annotations held, and where its pictures lie."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from eyebox.formats.json_input import Malformed, read_json
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError

MAX_NAME = 4096


@dataclass(frozen=True, slots=True)
class ImportedPicture:
    """A picture of an annotation file and its boxes.

    `path` is where the picture was found, "" where it was not; `name` is what the file called it. `data` is
    the picture itself where the file carried it and it was not found. Sizes are 0 where the file tells none.
    """

    name: str
    path: str
    width: int = 0
    height: int = 0
    boxes: tuple[Box, ...] = ()
    extras: Mapping[str, Any] = field(default_factory=dict)
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The pictures of one annotation file."""

    pictures: tuple[ImportedPicture, ...]


def load_with(
    path: str | os.PathLike[str], format_name: str, build: Callable[[Any, Path], Imported]
) -> Imported:
    """Reads a JSON file and builds what it holds. Raises EyeboxError for a file that is not in order."""
    try:
        return build(read_json(path), Path(path).absolute().parent)
    except Malformed as error:
        raise EyeboxError(
            f"{shown(path)} can't be read as {format_name}: {error}; mend the file or choose another.",
            str(error),
        ) from error


def load_any(path: str | os.PathLike[str]) -> Imported:
    """Reads a labelme or a COCO file. Raises EyeboxError."""
    from eyebox.formats import coco, labelme

    def build(data: Any, folder: Path) -> Imported:
        keys = data.keys() if isinstance(data, dict) else set()
        if "shapes" in keys:
            return labelme.build(data, folder)
        if "images" in keys:
            return coco.build(data, folder)
        raise Malformed("it has neither shapes nor images")

    return load_with(path, "labelme or COCO", build)


def locate(name: str, folder: Path, *beside: str) -> str:
    """The picture that a file in `folder` calls `name`, or "".

    Looked for as it is written (slashes either way), then by its bare name, in `folder`, and in the folders
    `beside` of it. Addresses and network shares are never touched.
    """
    if len(name) > MAX_NAME or "\0" in name or "://" in name or name[:2] in ("\\\\", "//", "\\/", "/\\"):
        return ""
    spelled = dict.fromkeys((name, PureWindowsPath(name).as_posix()))
    bare = PurePosixPath([*spelled][-1]).name
    places = (folder, *(folder / place for place in beside))
    for candidate in (*(place / one for place in places for one in spelled), folder / bare):
        try:
            if bare and candidate.is_file():
                return os.path.normpath(candidate)
        except (OSError, ValueError):
            continue
    return ""
