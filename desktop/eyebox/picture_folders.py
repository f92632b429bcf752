"""Which files are pictures, by their names, and the order of those in folders. No Qt."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

SUFFIXES = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".dib", ".gif", ".tif", ".tiff", ".ico"),
        *(".tga", ".ppm", ".pgm", ".pbm", ".pnm", ".avif", ".heic", ".heif", ".jp2"),
    )
)
FOLDER_LIMIT = 20_000


def pictures_in(folders: Sequence[str]) -> list[str]:
    """The picture files in some folders and below, in natural order of their names, at most FOLDER_LIMIT.

    Hidden ones are left out: systems keep thumbnails and other things of their own there.
    """
    return list(islice(each_picture_in(folders), FOLDER_LIMIT))


def each_picture_in(folders: Sequence[str]) -> Iterator[str]:
    """All of them, one after the other: no more is in memory than the names of one folder."""
    for place, names in _folders_below(folders):
        yield from (place + name for name in sorted(names, key=natural))


def first_in(folders: Sequence[str]) -> str:
    """The first of `pictures_in`, "" where there is none, without looking at all of them."""
    for place, names in _folders_below(folders):
        if names:
            begun = [_BEGINNING.match(name.casefold()).groups() for name in names]  # type: ignore[union-attr]
            keys = [(text, int(number or -1)) for text, number in begun]
            first = min(keys)
            return place + min(
                (name for name, key in zip(names, keys, strict=True) if key == first), key=natural
            )
    return ""


def _folders_below(folders: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The folders and those below them, with the names of their pictures in no order."""
    for folder in folders:
        for root, below, files in os.walk(folder):
            below[:] = sorted((name for name in below if not name.startswith(".")), key=natural)
            yield (
                str(Path(root, "x"))[:-1],
                [name for name in files if name[0] != "." and name[name.rfind(".") :].lower() in SUFFIXES],
            )


_BEGINNING = re.compile(r"(\D*)(\d*)")


def natural(name: str) -> tuple[list[str | int], str]:
    """What names are put in order by: numbers in them count as numbers, so that p2 comes before p10."""
    parts = re.split(r"(\d+)", name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name
