"""Which files are pictures or documents of pages, by their names, and the order of those in folders. No Qt."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice
from pathlib import Path

from eyebox_models.files.document_page import split_page

SUFFIXES = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".dib", ".gif", ".tif", ".tiff", ".ico"),
        *(".tga", ".ppm", ".pgm", ".pbm", ".pnm", ".avif", ".heic", ".heif", ".jp2"),
        ".pdf",
    )
)
VIDEO_SUFFIXES = frozenset((".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi"))
"""Of videos, whose frames are chosen when they are opened by themselves."""
FOLDER_LIMIT = 20_000


def is_video_file(path: str) -> bool:
    """Whether a file is a video: by its ending, or without a known one by how it begins."""
    ending = Path(path).suffix.lower()
    if ending in VIDEO_SUFFIXES or ending in SUFFIXES or split_page(path)[1] is not None:
        return ending in VIDEO_SUFFIXES and split_page(path)[1] is None
    from eyebox_models.picture.video import seems_video

    return seems_video(path)


def pictures_in(folders: Sequence[str]) -> list[str]:
    """The picture files in some folders and below, in natural order of their names, at most FOLDER_LIMIT.

    Hidden ones are left out: systems keep thumbnails and other things of their own there.
    """
    return list(islice(each_picture_in(folders), FOLDER_LIMIT))


def videos_in(folders: Sequence[str]) -> list[str]:
    """The videos in some folders and below, in the same order, at most FOLDER_LIMIT."""
    return list(islice(each_picture_in(folders, VIDEO_SUFFIXES), FOLDER_LIMIT))


def each_picture_in(folders: Sequence[str], suffixes: Set[str] = SUFFIXES) -> Iterator[str]:
    """All of them, or all files that end otherwise, one after the other: no more is in memory than the names of one folder."""
    for place, names in _folders_below(folders, suffixes):
        yield from (place + name for name in sorted(names, key=natural))


def first_in(folders: Sequence[str]) -> str:
    """The first of `pictures_in`, "" where there is none, without looking at all of them."""
    for place, names in _folders_below(folders):
        if names:
            return place + _first_of(names)
    return ""


def _first_of(names: Sequence[str]) -> str:
    """The least of some names in their natural order, found without looking at thousands of them one by one."""
    text = "/".join(("", *names)).casefold()
    if not text.isascii() and re.search(r"[^\D0-9]", text):
        return min(names, key=natural)
    start, end = "/", r"(?=/|$)"
    while True:
        start += re.escape(min(re.findall(rf"{start}([^/\d]*)", text)))
        if found := list(re.finditer(start + end, text)):
            return min((names[text.count("/", 0, name.start())] for name in found), key=natural)
        start += r"(?=\d)0*"
        digits = 0
        while not (numbers := re.findall(rf"{start}((?!0)\d{{{digits}}})(?!\d)", text)):
            digits += 1
        start += min(numbers) + r"(?!\d)"


def _folders_below(folders: Sequence[str], suffixes: Set[str] = SUFFIXES) -> Iterator[tuple[str, list[str]]]:
    """The folders and those below them, with the names of their files with these endings in no order."""
    for folder in folders:
        for root, below, files in os.walk(folder):
            below[:] = sorted((name for name in below if not name.startswith(".")), key=natural)
            yield (
                str(Path(root, "x"))[:-1],
                [name for name in files if name[0] != "." and name[name.rfind(".") :].lower() in suffixes],
            )


def natural(name: str) -> tuple[list[str | int], str]:
    """What names are put in order by: numbers in them count as numbers, so that p2 comes before p10."""
    parts = re.split(r"(\d+)", name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name
