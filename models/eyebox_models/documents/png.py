"""PNG files whose pixels can go into a PDF file as they are packed: PDF knows their way of packing."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _PALETTE = 0, 2, 3
_CHANGING = frozenset((b"tRNS", b"iCCP", b"cICP", b"eXIf", b"acTL"))
"""Chunks that have pixels shown otherwise than they are stored, or turned: those are decoded. (The program ignores gAMA.)"""
_INCH = 0.0254


@dataclass(frozen=True, slots=True)
class PackedPng:
    """The pixels of a PNG as they are packed, and how; `colours` is the colour space as PDF writes it."""

    width: int
    height: int
    bits: int
    components: int
    colours: str
    data: tuple[bytes, ...]
    dpi: tuple[float, float] | None = None

    @property
    def entries(self) -> str:
        """What a stream of them says of itself."""
        return (
            f"/BitsPerComponent {self.bits}/ColorSpace{self.colours}/Filter/FlateDecode/DecodeParms"
            f"<</Predictor 15/Colors {self.components}/BitsPerComponent {self.bits}/Columns {self.width}>>"
        )


def packed_png(data: bytes) -> PackedPng | None:
    """The packed pixels of a PNG file; None for what is none, or has to be decoded to be seen as it should be."""
    header: tuple[int, ...] = ()
    palette, dpi, parts, is_whole = b"", None, [], False
    for name, part in _chunks(data):
        if name in _CHANGING:
            return None
        if name == b"IHDR" and len(part) == 13:
            header = struct.unpack(">IIBBBBB", part)
        elif name == b"PLTE":
            palette = bytes(part)
        elif name == b"IDAT":
            parts.append(bytes(part))
        elif name == b"IEND":
            is_whole = True
        elif name == b"pHYs" and len(part) == 9 and part[8] == 1:
            x, y = struct.unpack(">II", part[:8])
            dpi = (x * _INCH, y * _INCH)
    if not header or not parts or not is_whole:
        return None
    width, height, bits, kind, _packing, _filtering, interlaced = header
    if interlaced or bits > 8 or not width or not height:
        return None
    if kind == _PALETTE and 0 < len(palette) <= 768 and len(palette) % 3 == 0:
        colours, components = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]", 1
    elif kind in (_GREY, _RGB):
        colours, components = ("/DeviceGray", 1) if kind == _GREY else ("/DeviceRGB", 3)
    else:
        return None
    return PackedPng(width, height, bits, components, colours, tuple(parts), dpi)


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The chunks of a PNG by name, up to where it is broken."""
    if not data.startswith(_SIGNATURE):
        return
    view, place = memoryview(data), len(_SIGNATURE)
    while place + 12 <= len(data):
        length, name = struct.unpack(">I4s", view[place : place + 8])
        if place + 12 + length > len(data):
            return
        yield name, view[place + 8 : place + 8 + length]
        place += 12 + length
