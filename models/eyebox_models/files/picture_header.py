"""Size and orientation of a picture by its file's header, without a decoder: one rule for whatever decodes it."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from io import BufferedReader
from typing import Any, NamedTuple

from eyebox_models.files.regular_file import open_regular

_ON_ITS_SIDE = (5, 6, 7, 8)
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x112
_HAS_EXIF = 8
"""The flag of an extended WebP."""
_SEGMENTS = 2000
_CHUNKS = 200_000
"""The EXIF of a PNG may lie behind its pixels, of which a gigabyte is 130,000 chunks."""
_ENTRIES = 1000


class PictureHeader(NamedTuple):
    """Width and height as they are stored, (0, 0) where they can't be told, and the orientation by EXIF: 1 (upright) to 8."""

    width: int = 0
    height: int = 0
    orientation: int = 1

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the upright picture, (0, 0) where they can't be told."""
        if self.width <= 0 or self.height <= 0:
            return 0, 0
        return (self.height, self.width) if self.orientation in _ON_ITS_SIDE else (self.width, self.height)


def read_header(path: str | os.PathLike[str]) -> PictureHeader:
    """What the header of a PNG, JPEG, GIF, BMP, WebP or TIFF says (of several pages the first). Raises nothing."""
    try:
        with open_regular(path) as file:
            start = file.read(32)
            file.seek(0)
            read = next((read for mark, read in _READERS.items() if start.startswith(mark)), None)
            return read(file) if read is not None else PictureHeader()
    except (OSError, ValueError, struct.error):
        return PictureHeader()


def _png(file: BufferedReader) -> PictureHeader:
    file.seek(16)
    width, height = _unpacked(">II", file)
    file.seek(33)
    for _ in range(_CHUNKS):
        start = file.read(8)
        if len(start) < 8 or start[4:] == b"IEND":
            break
        if start[4:] == b"eXIf":
            return PictureHeader(width, height, _orientation(file))
        file.seek(int.from_bytes(start[:4], "big") + 4, os.SEEK_CUR)
    return PictureHeader(width, height)


def _gif(file: BufferedReader) -> PictureHeader:
    file.seek(6)
    return PictureHeader(*_unpacked("<HH", file))


def _bmp(file: BufferedReader) -> PictureHeader:
    file.seek(14)
    (length,) = _unpacked("<I", file)
    width, height = _unpacked("<HH" if length == 12 else "<ii", file)
    return PictureHeader(width, abs(height))


def _webp(file: BufferedReader) -> PictureHeader:
    file.seek(8)
    if file.read(4) != b"WEBP":
        return PictureHeader()
    kind = file.read(4)
    file.seek(20)
    data = file.read(10)
    if kind == b"VP8X":
        size = int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1
        return PictureHeader(*size, _orientation_of_webp(file) if data[0] & _HAS_EXIF else 1)
    if kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return PictureHeader((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack("<HH", data[6:10])
    return PictureHeader(width & 0x3FFF, height & 0x3FFF)


def _orientation_of_webp(file: BufferedReader) -> int:
    """By its EXIF, which lies behind the pixels and may begin as that of a JPEG does."""
    for _ in range(_CHUNKS):
        start = file.read(8)
        if len(start) < 8:
            break
        length = int.from_bytes(start[4:], "little")
        if start[:4] == b"EXIF":
            at = file.tell()
            if file.read(len(_EXIF)) != _EXIF:
                file.seek(at)
            return _orientation(file)
        file.seek(length + length % 2, os.SEEK_CUR)
    return 1


def _jpeg(file: BufferedReader) -> PictureHeader:
    """By the segments before the picture: its frame, and EXIF."""
    file.seek(2)
    orientation = 1
    for _ in range(_SEGMENTS):
        mark = file.read(1)
        while mark == b"\xff":
            mark = file.read(1)
        if not mark:
            break
        kind = mark[0]
        if kind == 0 or kind == 1 or 0xD0 <= kind <= 0xD8:
            continue
        (length,) = _unpacked(">H", file)
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">xHH", file.read(5))
            return PictureHeader(width, height, orientation)
        at = file.tell()
        if kind == 0xE1 and file.read(len(_EXIF)) == _EXIF:
            orientation = _orientation(file)
        file.seek(at + length - 2)
        if file.read(1) != b"\xff":
            break
        file.seek(-1, os.SEEK_CUR)
    return PictureHeader(orientation=orientation)


def _tiff(file: BufferedReader) -> PictureHeader:
    tags = _tags(file)
    return PictureHeader(tags.get(0x100, 0), tags.get(0x101, 0), _known(tags))


def _orientation(file: BufferedReader) -> int:
    """By the EXIF that begins here; 1 where that is damaged."""
    try:
        return _known(_tags(file))
    except (ValueError, struct.error):
        return 1


def _known(tags: dict[int, int]) -> int:
    orientation = tags.get(_ORIENTATION, 1)
    return orientation if 1 <= orientation <= 8 else 1


def _tags(file: BufferedReader) -> dict[int, int]:
    """The single whole numbers of the first directory of the TIFF that begins here, by their tags."""
    start = file.tell()
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


_READERS: dict[bytes, Callable[[BufferedReader], PictureHeader]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8\xff": _jpeg,
    b"GIF8": _gif,
    b"BM": _bmp,
    b"RIFF": _webp,
    b"II*\0": _tiff,
    b"MM\0*": _tiff,
}
