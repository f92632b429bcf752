"""The font of an invisible text layer: boxes as wide as their characters stand for, in a few hundred bytes of TrueType.

Nothing of it is ever drawn. Its glyphs have outlines all the same: PDFium drops words of one character whose glyph is empty.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

NARROW, WIDE = 500, 1000
"""Widths of most characters and of Chinese, Japanese and Korean ones, in thousandths of the font's size."""
_TOP = 985
"""PDFium adds a 64th to the height of a glyph: this one ends at 1000 for it, which is the font's ascent for others."""

Glyph = tuple[str, int]
"""A character and its width."""


class TextFont:
    """The glyphs that a document needs: a code from 1 for each, by which its text is written (two bytes each)."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self.glyphs: Sequence[Glyph] = sorted(set(glyphs), key=lambda glyph: (glyph[1], glyph[0]))
        self.codes = {glyph: code for code, glyph in enumerate(self.glyphs, 1)}
        widths = sorted({width for _character, width in self.glyphs} or {NARROW})
        self._glyph_of = {width: number for number, width in enumerate(widths)}
        self.file = _true_type(widths)

    def glyph_map(self) -> bytes:
        """Which glyph of the file each code has: two bytes a code, from 0."""
        numbers = [0, *(self._glyph_of[width] for _character, width in self.glyphs)]
        return struct.pack(f">{len(numbers)}H", *numbers)

    def widths(self) -> str:
        """What a PDF font says of its widths where most are WIDE: ranges of codes."""
        ranges: list[list[int]] = []
        for code, (_character, width) in enumerate(self.glyphs, 1):
            if ranges and ranges[-1][2] == width:
                ranges[-1][1] = code
            else:
                ranges.append([code, code, width])
        return " ".join(f"{first} {last} {width}" for first, last, width in ranges if width != WIDE)

    def to_unicode(self) -> bytes:
        """The CMap that says which character a code stands for, in UTF-16."""
        lines = ["/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def/CMapType 2 def"]
        lines.append("1 begincodespacerange<0000><FFFF>endcodespacerange")
        named = [*enumerate(self.glyphs, 1)]
        for start in range(0, len(named), 100):
            part = named[start : start + 100]
            lines.append(f"{len(part)} beginbfchar")
            lines += [f"<{code:04X}><{char.encode('utf-16-be').hex()}>" for code, (char, _width) in part]
            lines.append("endbfchar")
        lines.append("endcmap end end")
        return "\n".join(lines).encode("ascii")


def _true_type(widths: Sequence[int]) -> bytes:
    """A TrueType file with a box of each width, all 1000 units high; only the tables that readers of PDF files need."""
    outlines = [_box(width) for width in widths]
    places = [0]
    for outline in outlines:
        places.append(places[-1] + len(outline) // 2)
    count, widest = len(widths), max(widths)
    tables = {
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, widest, 1000, 0, 3, 2, 0, 0),
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH",
            *(0x10000, 1000, -1, 0, widest, 0, 0, widest, 1, 0, 0, 0, 0, 0, 0, 0, count),
        ),
        b"maxp": struct.pack(">I14H", 0x10000, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"hmtx": b"".join(struct.pack(">Hh", width, 0) for width in widths),
        b"loca": struct.pack(f">{count + 1}H", *places),
        b"glyf": b"".join(outlines),
    }
    directory, body = b"", b""
    start = 12 + 16 * len(tables)
    for name in sorted(tables):
        padded = tables[name] + bytes(-len(tables[name]) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += name + struct.pack(">III", checksum, start + len(body), len(tables[name]))
        body += padded
    return struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64) + directory + body


def _box(width: int) -> bytes:
    """The outline of a box from the baseline up: four points, each a step from the one before."""
    header = struct.pack(">5hHH4B", 1, 0, 0, width, _TOP, 3, 0, 1, 1, 1, 1)
    outline = header + struct.pack(">8h", 0, 0, width, 0, 0, _TOP, 0, -_TOP)
    return outline + bytes(-len(outline) % 4)
