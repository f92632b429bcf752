"""What the header of a JPEG file says, without decoding it: whether its bytes can go into a PDF file as they are."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_DCT = frozenset((0xC0, 0xC1, 0xC2))
"""Baseline, extended and progressive: what every reader of PDF files decodes."""
_START_OF_SCAN, _ADOBE, _EXIF, _JFIF = 0xDA, 0xEE, 0xE1, 0xE0
_METADATA = frozenset(range(0xE1, 0xF0)) - {_ADOBE} | {0xFE}
_TALLEST = 65_500
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class JpegFacts:
    """Size as stored, colour components (1 or 3), orientation as EXIF has it (1 upright), dots per inch (None: not said)."""

    width: int
    height: int
    components: int
    orientation: int = 1
    dpi: tuple[float, float] | None = None


def jpeg_facts(data: bytes) -> JpegFacts | None:
    """What a JPEG says of itself; None for what is no JPEG that a PDF file can hold as it is."""
    frame: tuple[int, int, int] | None = None
    orientation, dpi = 1, None
    for marker, start, end in _segments(data):
        part = data[start:end]
        if marker in _FRAMES:
            if marker not in _DCT or len(part) < 6 or part[0] != 8:
                return None
            height, width, components = struct.unpack(">HHB", part[1:6])
            frame = width, height, components
        elif marker == _EXIF and part.startswith(b"Exif\0\0"):
            orientation = _orientation(part[6:])
        elif marker == _JFIF and part.startswith(b"JFIF\0") and len(part) >= 12:
            unit, x, y = struct.unpack(">BHH", part[7:12])
            if unit in (1, 2) and x and y:
                dpi = (x, y) if unit == 1 else (x * 2.54, y * 2.54)
    if (
        frame is None
        or frame[2] not in (1, 3)
        or not 0 < frame[0] <= _TALLEST
        or not 0 < frame[1] <= _TALLEST
    ):
        return None
    return JpegFacts(*frame, orientation, dpi)


def without_metadata(data: bytes) -> bytes:
    """A JPEG without EXIF (and its thumbnail), XMP, profiles, captions and comments; its picture is the same, byte by byte."""
    kept, place = [data[:2]], 2
    for marker, _start, end in _segments(data):
        if marker not in _METADATA:
            kept.append(data[place:end])
        place = end
    return b"".join([*kept, data[place:]])


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The marker of each segment before the first scan, with where its data begins and ends."""
    if not data.startswith(b"\xff\xd8"):
        return
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:  # a byte that fills
            place += 1
            continue
        if marker == _START_OF_SCAN:
            return
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if end > len(data) or end < place + 4:
            return
        yield marker, place + 4, end
        place = end


def _orientation(exif: bytes) -> int:
    """The orientation of a TIFF header, 1 where it says none."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return 1
    (first,) = struct.unpack(f"{order}I", exif[4:8])
    if first + 2 > len(exif):
        return 1
    (count,) = struct.unpack(f"{order}H", exif[first : first + 2])
    for place in range(first + 2, min(first + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind, _number, value = struct.unpack(f"{order}HHIH", exif[place : place + 10])
        if tag == _ORIENTATION and kind == 3:
            return value if 1 <= value <= 8 else 1
    return 1
