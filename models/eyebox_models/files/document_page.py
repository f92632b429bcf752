"""A page of a document (PDF, TIFF) is named by the document's path with the open parameter of RFC 8118 behind it.

`/home/a/scan.pdf#page=3` passes wherever a path does: requests, session file, chats, command line. Whoever opens,
looks at, hashes or names files takes it apart by `split_page`.
"""

from __future__ import annotations

import os
import re

PASSWORDS: dict[str, str] = {}
"""Passwords of documents by file, as the user gave them: kept in memory alone, and sent along with what engines are asked for."""

_RANGE = re.compile(r"([1-9][0-9]{0,6})\s*(?:(-)\s*([1-9][0-9]{0,6})?)?")
_PAGE = re.compile(r"(.+)#page=([1-9][0-9]{0,6})", re.DOTALL)


def split_page(path: str | os.PathLike[str]) -> tuple[str, int | None]:
    """The file and the number of its page, from 1; None where the path names no page.

    A regular file of that very name is a file, not a page.
    """
    name = os.fspath(path)
    found = _PAGE.fullmatch(name)
    if found is None or _is_file(name):
        return name, None
    return found[1], int(found[2])


def page_path(file: str | os.PathLike[str], page: int) -> str:
    """The name of a page of a document, counted from 1."""
    return f"{os.fspath(file)}#page={page}"


def as_page(file: str, page: int | None) -> str:
    """A file, or its page where one is named."""
    return file if page is None else page_path(file, page)


def file_of(path: str | os.PathLike[str]) -> str:
    """The file that a path leads to: the document where it names a page."""
    return split_page(path)[0]


def name_of(path: str | os.PathLike[str]) -> str:
    """How the file or page is called: "scan.pdf", "scan.pdf · 3"."""
    file, page = split_page(path)
    name = os.path.basename(file)  # noqa: PTH119 - a path can be impossible
    return name if page is None else f"{name} · {page}"


def stem_of(path: str | os.PathLike[str]) -> str:
    """What files that belong to it are called, without an ending: "scan", "scan-p3"."""
    file, page = split_page(path)
    stem = os.path.splitext(os.path.basename(file))[0]  # noqa: PTH119, PTH122
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
        end = first if is_range is None else min(int(last), count) if last else count
        found |= dict.fromkeys(range(first, end + 1))
    return [*found]


def _is_file(path: str) -> bool:
    try:
        return os.path.isfile(path)  # noqa: PTH113
    except ValueError:  # a null byte in the name
        return False
