"""What files of annotations hold, and where their pictures lie."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import unquote

from eyebox.session.types import PictureRecord
from eyebox_models.files.document_page import file_of, name_of
from eyebox_models.protocol.box import Box, Point, enclosing
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.turning import turned_box, turned_size

MAX_NAME = 4096
MAX_FILES = 100_000
"""So many files of a folder are looked at."""

UNUSABLE = Sentence("left-corners", "boxes whose corners can't be used")
UNSIZED = Sentence("left-unsized", "boxes on pictures whose size is not known")
UNSHOWN = Sentence("left-unshown", "shapes of kinds that are only kept")
ABOUT_VIDEO = Sentence("left-videos", "records about videos, which have no boxes")
ROTATED = Sentence("left-rotated", "rotated boxes, shown by their outlines")
"""Kinds of what is left out, or is not as it was."""


@dataclass(frozen=True, slots=True)
class AnnotatedPicture:
    """A picture of an annotation file and its boxes.

    `path` is where the picture was found, "" where it was not; `name` is what the file called it. `data` is
    the picture itself where the file carried it and it was not found. Sizes are 0 where the file gives none.

    `extras`: see `eyebox.formats.extras`. `left_out` counts what could not be used, by a Sentence for each kind.
    """

    name: str
    path: str
    width: int = 0
    height: int = 0
    boxes: tuple[Box, ...] = ()
    extras: Mapping[str, Any] = field(default_factory=dict)
    data: bytes | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)


class NamedPictures:
    """A session's pictures, for files of boxes that name them while they lie somewhere else."""

    def __init__(self, known: Mapping[str, str], record: Callable[[str], PictureRecord | None]) -> None:
        """`known`: ids by paths; `record` gives the picture of an id."""
        self._known = known
        self._record = record
        self._named: dict[str, list[str]] = {}
        for path in known:
            self._named.setdefault(name_of(path), []).append(path)

    def path_of(self, annotated: AnnotatedPicture) -> str:
        """The path of the one that has its name and its size, either way up and as far as sizes are known; "" where none
        is called so, or several are.
        """
        spelled = PureWindowsPath(annotated.name).as_posix()
        found = self._named.get(PurePosixPath(spelled).name, [])
        if len(found) > 1:
            found = [path for path in found if PureWindowsPath(path).as_posix().endswith(f"/{spelled}")]
        record = self._record(self._known[found[0]]) if len(found) == 1 else None
        if record is None:
            return ""
        size, wanted = (record.width, record.height), (annotated.width, annotated.height)
        is_alike = 0 in size or 0 in wanted or {*size} == {*wanted}
        return found[0] if is_alike else ""


def is_upright(points: Sequence[Point]) -> bool:
    """Whether points are the corners of an upright rectangle, in any order."""
    if len(points) != 4:
        return False
    x1, y1, x2, y2 = enclosing(points)
    return {*points} == {(x1, y1), (x2, y1), (x2, y2), (x1, y2)}


def is_elsewhere(name: str) -> bool:
    """Whether a name is no path on this computer but an address, a network share, or nothing at all."""
    return len(name) > MAX_NAME or "\0" in name or "://" in name or name[:2] in ("\\\\", "//", "\\/", "/\\")


def locate(name: str, folder: Path, *beside: str) -> str:
    """The picture that a file in `folder` calls `name`, or "".

    Looked for as it is written (slashes either way, or as an address has it), then by its bare name, in `folder`, and in
    the folders `beside` of it. Addresses and network shares are never touched.
    """
    if is_elsewhere(name):
        return ""
    spelled = dict.fromkeys((name, PureWindowsPath(name).as_posix()))
    if "%" in name and not is_elsewhere(plain := unquote(name)):
        spelled |= dict.fromkeys((plain,))
    bare = PurePosixPath([*spelled][-1]).name
    places = (folder, *(folder / place for place in beside))
    for candidate in (*(place / one for place in places for one in spelled), folder / bare):
        try:
            if bare and Path(file_of(candidate)).is_file():
                return os.path.normpath(candidate)
        except (OSError, ValueError):
            continue
    return ""


def files_below(folder: Path, suffixes: Collection[str], most: int = MAX_FILES) -> Iterator[Path]:
    """The files with one of these endings in a folder and below, in the order of their names; hidden ones are left out.

    At most so many names are looked at.
    """
    seen = 0
    for root, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        seen += len(below)
        for name in sorted(files):
            if (seen := seen + 1) > most:
                return
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in suffixes:  # noqa: PTH122
                yield Path(root, name)


def as_turned(imported: AnnotatedPicture, record: PictureRecord | None) -> AnnotatedPicture:
    """What a file says about a picture as its own file shows it, turned as the picture is."""
    if record is None or not record.turns or not record.width:
        return imported
    size = turned_size(record.width, record.height, record.turns)
    return replace(imported, boxes=tuple(turned_box(box, *size, record.turns) for box in imported.boxes))


def unknown_boxes(there: Sequence[Box], imported: AnnotatedPicture) -> list[Box]:
    """The boxes that are not there yet, so that importing a file twice changes nothing."""
    if not there:
        return [*imported.boxes]
    known = {(box.label, box.xyxy, box.kind) for box in there}
    return [box for box in imported.boxes if (box.label, box.xyxy, box.kind) not in known]
