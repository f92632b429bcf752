"""A page of a document (PDF, TIFF) is named by the document's path with the open parameter of RFC 8118 behind it, a frame of
a video by that of Media Fragments (W3C): the second that it is shown at.

`/home/a/scan.pdf#page=3` and `/home/a/clip.mp4#t=3.2` pass wherever a path does: requests, session file, chats, command
line. Whoever opens, looks at, hashes or names files takes them apart by `split_page`.
"""

from __future__ import annotations

import os
import re
from typing import Self

PASSWORDS: dict[str, str] = {}
"""Passwords of documents by file, as the user gave them: kept in memory alone, and sent along with what engines are asked for."""

_RANGE = re.compile(r"([1-9][0-9]{0,6})\s*(?:(-)\s*([1-9][0-9]{0,6})?)?")
_PAGE = re.compile(
    r"(.+)#(?:page=([1-9][0-9]{0,6})|t=((?:0|[1-9][0-9]{0,6})(?:\.[0-9]{0,2}[1-9])?))", re.DOTALL
)


class Moment(float):
    """Seconds into a video, in whole milliseconds: the frame that is seen then."""

    __slots__ = ()

    def __new__(cls, seconds: float) -> Self:
        return super().__new__(cls, round(seconds, 3))

    def __str__(self) -> str:
        return f"{self:.3f}".rstrip("0").rstrip(".")

    @property
    def clock(self) -> str:
        """As a clock shows it: "0:03.2", "1:02:03"."""
        minutes, seconds = divmod(round(self * 1000), 60_000)
        whole, thousandths = divmod(seconds, 1000)
        hours, minutes = divmod(minutes, 60)
        rest = f".{thousandths:03}".rstrip("0").rstrip(".")
        return f"{hours}:{minutes:02}:{whole:02}{rest}" if hours else f"{minutes}:{whole:02}{rest}"


Part = int | Moment
"""What a path names of a file: a page by its number from 1, or a frame."""


def split_page(path: str | os.PathLike[str]) -> tuple[str, Part | None]:
    """The file, and the page or frame of it; None where the path names none.

    A regular file of that very name is a file, not a page.
    """
    name = os.fspath(path)
    found = _PAGE.fullmatch(name)
    if found is None or _is_file(name):
        return name, None
    return found[1], int(found[2]) if found[2] else Moment(float(found[3]))


def page_path(file: str | os.PathLike[str], page: int) -> str:
    """The name of a page of a document, counted from 1."""
    return f"{os.fspath(file)}#page={page}"


def frame_path(file: str | os.PathLike[str], seconds: float) -> str:
    """The name of the frame of a video that is seen at this time."""
    return f"{os.fspath(file)}#t={Moment(seconds)}"


def moment_of(path: str | os.PathLike[str]) -> Moment | None:
    """The time of a frame; None for what is no frame of a video."""
    part = split_page(path)[1]
    return part if isinstance(part, Moment) else None


def as_page(file: str, page: Part | None) -> str:
    """A file, or its page or frame where one is named."""
    if page is None:
        return file
    return frame_path(file, page) if isinstance(page, Moment) else page_path(file, page)


def file_of(path: str | os.PathLike[str]) -> str:
    """The file that a path leads to: the document or video where it names a page or frame."""
    return split_page(path)[0]


def name_of(path: str | os.PathLike[str]) -> str:
    """How the file, page or frame is called: "scan.pdf", "scan.pdf · 3", "clip.mp4 · 0:03.2"."""
    file, page = split_page(path)
    name = os.path.basename(file)  # noqa: PTH119 - a path can be impossible
    return name if page is None else f"{name} · {page.clock if isinstance(page, Moment) else page}"


def stem_of(path: str | os.PathLike[str]) -> str:
    """What files that belong to it are called, without an ending: "scan", "scan-p3", "clip-3200ms"."""
    file, page = split_page(path)
    stem = os.path.splitext(os.path.basename(file))[0]  # noqa: PTH119, PTH122
    if isinstance(page, Moment):
        return f"{stem}-{round(page * 1000)}ms"
    return stem if page is None else f"{stem}-p{page}"


def numbers_of(text: str, count: int) -> list[int]:
    """The pages that "1-3,7" means of a document of `count`, in that order and each once; "5-" is to its end.

    Ranges end with the document, a single number stays though there is no such page. Raises ValueError for another text.
    """
    found: dict[int, None] = {}
    for part in text.split(","):
        asked = _RANGE.fullmatch(part.strip())
        if asked is None:
            raise ValueError(f"{part.strip()!r} is no page and no range of pages like 2-5")
        first, is_range, last = int(asked[1]), asked[2], asked[3]
        if last and int(last) < first:
            raise ValueError(f"{part.strip()!r} ends before it begins")
        end = first if is_range is None else min(int(last), count) if last else count
        found |= dict.fromkeys(range(first, end + 1))
    return [*found]


def _is_file(path: str) -> bool:
    try:
        return os.path.isfile(path)  # noqa: PTH113
    except ValueError:  # a null byte in the name
        return False
