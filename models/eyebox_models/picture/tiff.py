"""Which directories of a TIFF file are pages: all but the smaller copies and masks that stand beside them.

By the file's own bytes alone, so that a window may ask too.
"""

from __future__ import annotations

import os
import struct
from io import BufferedReader
from typing import Any

from eyebox_models.files.regular_file import open_regular

MOST_PAGES = 20_000
_NEW_SUBFILE_TYPE, _SMALLER, _MASK = 254, 1, 4
_FORMS = {
    b"II*\0": ("<", "I", "H", 12), b"MM\0*": (">", "I", "H", 12), b"II+\0": ("<", "Q", "Q", 20), b"MM\0+": (">", "Q", "Q", 20),
}  # fmt: skip
"""By its first bytes: byte order, how an offset and a count are written, bytes of an entry."""


def tiff_pages(path: str | os.PathLike[str]) -> tuple[int, ...]:
    """The places of the directories that are pages, at most `MOST_PAGES`; () for what is no TIFF or can't be read."""
    pages: list[int] = []
    try:
        with open_regular(path) as file:
            form = _FORMS.get(file.read(4))
            if form is None:
                return ()
            order, offset, count, entry = form
            file.seek(4 if entry == 12 else 8)
            seen: set[int] = set()
            at = _unpacked(order + offset, file)
            while at and at not in seen and len(seen) < MOST_PAGES:
                file.seek(at)
                entries = min(_unpacked(order + count, file), 65_535)
                listed = file.read(entries * entry)
                if not _kind(listed, order, entry) & (_SMALLER | _MASK):
                    pages.append(len(seen))
                seen.add(at)
                at = _unpacked(order + offset, file)
    except (OSError, ValueError, struct.error, OverflowError):
        pass  # what there is of a file that is cut off
    return tuple(pages)


def _kind(listed: bytes, order: str, entry: int) -> int:
    """What a directory says that it is a version of."""
    for start in range(0, len(listed) - entry + 1, entry):
        (tag,) = struct.unpack_from(order + "H", listed, start)
        if tag == _NEW_SUBFILE_TYPE:
            return int(struct.unpack_from(order + "I", listed, start + entry - (4 if entry == 12 else 8))[0])
        if tag > _NEW_SUBFILE_TYPE:
            break
    return 0


def _unpacked(form: str, file: BufferedReader) -> Any:
    return struct.unpack(form, file.read(struct.calcsize(form)))[0]
