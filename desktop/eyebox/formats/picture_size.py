"""The size of a picture by its file's first bytes, for formats that leave it out.

Here and not by Pillow, because files of boxes are read in the window's process, which loads neither it nor numpy.
"""

from __future__ import annotations

import os

from eyebox.session.types import PictureRecord
from eyebox_models.files.picture_header import read_header

UNKNOWN = (0, 0)


def picture_size(path: str | os.PathLike[str]) -> tuple[int, int]:
    """Width and height of the upright picture in a file, (0, 0) where they can't be told."""
    return read_header(path).size


def size_of(record: PictureRecord) -> tuple[int, int]:
    """The size of a picture of a session, from its file where it was not opened yet; (0, 0) where it can't be told."""
    return (record.width, record.height) if record.width and record.height else picture_size(record.path)


def is_turned(path: str | os.PathLike[str]) -> bool:
    """Whether the EXIF of a file says that its picture is to be turned or mirrored before it is shown."""
    return read_header(path).orientation != 1
