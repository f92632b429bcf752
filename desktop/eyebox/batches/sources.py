"""The files that a batch is about: folders, patterns, lists and single files, one after the other."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from eyebox.picture_folders import SUFFIXES, VIDEO_SUFFIXES, each_picture_in, is_video_file, natural
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import split_page
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.errors import EyeboxError, os_reason

LISTS = (".txt", ".lst", ".list")
"""Endings of files that name other files, one a line."""
LONGEST_LINE = 8_192


def files_of(
    sources: Sequence[str], leave_out: str = "", on_video: Callable[[str], object] = lambda _path: None
) -> Iterator[tuple[str, str]]:
    """Path of each file and its place below what was named, as it is found: no list of all of them is made.

    Videos are passed over, of which somebody has to choose frames: `on_video` is told of each.

    A list may name folders and patterns, but no other list; its relative names are taken from where it lies. What lies below
    the folder `leave_out` is passed over. Raises EyeboxError for what is not there.
    """
    for source in sources:
        for path, place in _files_of(source, is_listed=False):
            if leave_out and _is_below(path, leave_out):
                continue
            if is_video_file(path):
                on_video(path)
            else:
                yield path, place


def _files_of(source: str, *, is_listed: bool) -> Iterator[tuple[str, str]]:
    path = os.path.abspath(source)  # noqa: PTH100 - a path may hold what no Path takes
    if os.path.isdir(path):  # noqa: PTH112
        for file in each_picture_in([path], SUFFIXES | VIDEO_SUFFIXES):
            yield file, os.path.relpath(file, path)
    elif os.path.lexists(split_page(path)[0]):
        if not is_listed and path.lower().endswith(LISTS):
            yield from _listed_in(path)
        else:
            yield path, os.path.basename(path)  # noqa: PTH119
    elif glob.has_magic(source):
        yield from _matching(path)
    else:
        raise EyeboxError("file-missing", "There is no file {name}.", name=shown(source))


def _matching(pattern: str) -> Iterator[tuple[str, str]]:
    """The files that fit a pattern ("**" for any folders), in natural order."""
    root = os.path.dirname(pattern[: min(pattern.index(mark) for mark in "*?[" if mark in pattern)])  # noqa: PTH120
    for file in sorted(glob.iglob(pattern, recursive=True), key=natural):  # noqa: PTH207
        if os.path.isfile(file):  # noqa: PTH113
            yield file, os.path.relpath(file, root)


def _listed_in(file: str) -> Iterator[tuple[str, str]]:
    folder = Path(file).parent
    try:
        with open_regular(file) as lines:
            for number, line in enumerate(lines):
                if len(line) > LONGEST_LINE:
                    raise EyeboxError("list-line-long", "{file} is no list of files.", file=shown(file))
                name = os.fsdecode(line.removeprefix(b"\xef\xbb\xbf") if not number else line).strip(
                    "\r\n \t"
                )
                if name and not name.startswith("# "):
                    yield from _files_of(os.path.join(folder, name), is_listed=True)  # noqa: PTH118
    except OSError as error:
        raise EyeboxError(
            "file-unreadable", "{file} cannot be read: {reason}.", file=shown(file), reason=os_reason(error)
        ) from error


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))  # noqa: PTH118
