"""The size of a picture by its file's first bytes, for formats that leave it out.

Here and not by Pillow, because files of boxes are read in the window's process, which loads neither it nor numpy.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from io import BufferedReader
from typing import Any

from eyebox.session.types import PictureRecord
from eyebox_models.files.regular_file import open_regular

UNKNOWN = (0, 0)
_SEGMENTS = 2000
_ENTRIES = 1000


def picture_size(path: str | os.PathLike[str]) -> tuple[int, int]:
    """Width and height of the upright picture in a file, (0, 0) where they can't be told."""
    try:
        with open_regular(path) as file:
            start = file.read(32)
            file.seek(0)
            size = next((read for mark, read in _READERS.items() if start.startswith(mark)), _none)(file)
    except (OSError, ValueError, struct.error):
        return UNKNOWN
    return size if size[0] > 0 and size[1] > 0 else UNKNOWN


def size_of(record: PictureRecord) -> tuple[int, int]:
    """The size of a picture of a session, from its file where it was not opened yet; (0, 0) where it can't be told."""
    return (record.width, record.height) if record.width and record.height else picture_size(record.path)


def is_turned(path: str | os.PathLike[str]) -> bool:
    """Whether the EXIF of a JPEG file says that its picture is to be turned or mirrored before it is shown."""
    try:
        with open_regular(path) as file:
            return file.read(3) == b"\xff\xd8\xff" and _jpeg_facts(file)[1] not in (0, 1)
    except (OSError, ValueError, struct.error):
        return False


def _none(_file: BufferedReader) -> tuple[int, int]:
    return UNKNOWN


def _png(file: BufferedReader) -> tuple[int, int]:
    file.seek(16)
    width, height = _unpacked(">II", file)
    return width, height


def _gif(file: BufferedReader) -> tuple[int, int]:
    file.seek(6)
    width, height = _unpacked("<HH", file)
    return width, height


def _bmp(file: BufferedReader) -> tuple[int, int]:
    file.seek(14)
    (length,) = _unpacked("<I", file)
    width, height = _unpacked("<HH" if length == 12 else "<ii", file)
    return width, abs(height)


def _webp(file: BufferedReader) -> tuple[int, int]:
    file.seek(8)
    if file.read(4) != b"WEBP":
        return UNKNOWN
    kind = file.read(4)
    file.seek(20)
    data = file.read(10)
    if kind == b"VP8X":
        return int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[6:10])
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(file: BufferedReader) -> tuple[int, int]:
    """EXIF may say that it lies on its side."""
    (width, height), orientation = _jpeg_facts(file)
    return (height, width) if orientation in (5, 6, 7, 8) else (width, height)


def _jpeg_facts(file: BufferedReader) -> tuple[tuple[int, int], int]:
    """Size and orientation (1 for upright), by the segments before the picture: its frame, and EXIF."""
    file.seek(2)
    orientation = 1
    for _ in range(_SEGMENTS):
        mark = file.read(1)
        while mark == b"\xff":
            mark = file.read(1)
        if not mark:
            return UNKNOWN, orientation
        kind = mark[0]
        if kind == 0 or kind == 1 or 0xD0 <= kind <= 0xD8:
            continue
        (length,) = _unpacked(">H", file)
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">xHH", file.read(5))
            return (width, height), orientation
        at = file.tell()
        if kind == 0xE1 and file.read(6) == b"Exif\0\0":
            tags = _tags(file, file.tell())
            orientation = tags.get(0x112, 1)
        file.seek(at + length - 2)
        if file.read(1) != b"\xff":
            return UNKNOWN, orientation
        file.seek(-1, os.SEEK_CUR)
    return UNKNOWN, orientation


def _tiff(file: BufferedReader) -> tuple[int, int]:
    tags = _tags(file, 0)
    width, height = tags.get(0x100, 0), tags.get(0x101, 0)
    return (height, width) if tags.get(0x112, 1) in (5, 6, 7, 8) else (width, height)


def _tags(file: BufferedReader, start: int) -> dict[int, int]:
    """The single whole numbers of the first directory of a TIFF that begins at `start`, by their tags."""
    order = "<" if file.read(4)[:2] == b"II" else ">"
    (at,) = _unpacked(order + "I", file)
    file.seek(start + at)
    (count,) = _unpacked(order + "H", file)
    found = {}
    for _ in range(min(count, _ENTRIES)):
        tag, kind, values = _unpacked(order + "HHI", file)
        data = file.read(4)
        if values == 1 and kind in (3, 4):
            (found[tag],) = struct.unpack(order + ("H2x" if kind == 3 else "I"), data)
    return found


def _unpacked(form: str, file: BufferedReader) -> Any:
    return struct.unpack(form, file.read(struct.calcsize(form)))


_READERS: dict[bytes, Callable[[BufferedReader], tuple[int, int]]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8\xff": _jpeg,
    b"GIF8": _gif,
    b"BM": _bmp,
    b"RIFF": _webp,
    b"II*\0": _tiff,
    b"MM\0*": _tiff,
}
