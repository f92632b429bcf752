"""What files of annotations hold, and where their pictures lie."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from eyebox_models.protocol.box import Box

MAX_NAME = 4096


@dataclass(frozen=True, slots=True)
class AnnotatedPicture:
    """A picture of an annotation file and its boxes.

    `path` is where the picture was found, "" where it was not; `name` is what the file called it. `data` is
    the picture itself where the file carried it and it was not found. Sizes are 0 where the file gives none.
    """

    name: str
    path: str
    width: int = 0
    height: int = 0
    boxes: tuple[Box, ...] = ()
    extras: Mapping[str, Any] = field(default_factory=dict)
    data: bytes | None = None


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
