"""A PDF file of pictures, written page by page, so that any number of pages takes the memory of one.

PDFium keeps all that it will save in memory, pictures decoded ones; it is used for the pages of PDF files (`pdf_pages`).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from eyebox_models.documents.pdf_font import TextFont
from eyebox_models.documents.pdf_text import Matrix, Piece

_CATALOG, _PAGES, _INFO, _FONT, _FIRST = 1, 2, 3, 4, 10
"""Numbers of objects; the font's parts follow it."""


class PdfFile:
    """The parts of a PDF file in the order in which they come; `font` is None where nothing is written on its pages."""

    def __init__(self, file: BinaryIO, font: TextFont | None) -> None:
        self._file = file
        self._font = font
        self._place = 0
        self._objects: dict[int, int] = {}
        self._pages: list[int] = []
        self._next = _FIRST
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        if font is not None:
            self._add_font(font)

    def add_stream(self, entries: str, chunks: Iterable[bytes]) -> int:
        """A stream of bytes (packed already where `entries` say so), as a new object; returns its number."""
        return self._add_stream(self._new(), entries, chunks)

    def add_page(
        self, size: tuple[float, float], picture: int, placed: Matrix, pieces: Sequence[Piece]
    ) -> None:
        """A page of a size in points with a picture on it, which was added, and the text over that."""
        drawn = [f"q {_numbers(placed)} cm/I Do Q"]
        if pieces and self._font is not None:
            drawn.append("BT 3 Tr/F 1 Tf")
            drawn += [f"{_numbers(piece.matrix)} Tm{self._shown(piece, self._font)}" for piece in pieces]
            drawn.append("ET")
        contents = self.add_stream(
            "/Filter/FlateDecode", [zlib.compress("\n".join(drawn).encode("ascii"), 9)]
        )
        font = f"/Font<</F {_FONT} 0 R>>" if pieces else ""
        page = self._new()
        self._pages.append(page)
        self._add(
            page,
            f"<</Type/Page/Parent {_PAGES} 0 R/MediaBox[0 0 {_numbers(size)}]/Contents {contents} 0 R"
            f"/Resources<</XObject<</I {picture} 0 R>>{font}>>>>",
        )

    def finish(self) -> None:
        """What a PDF file has at its end; nothing can be added then."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._add(_PAGES, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        self._add(_CATALOG, f"<</Type/Catalog/Pages {_PAGES} 0 R>>")
        self._add(_INFO, "<</Producer(Eyebox)>>")
        start = self._place
        rows = [b"0000000000 65535 f \n"]
        for number in range(1, self._next):
            place = self._objects.get(number)
            rows.append(b"0000000000 00000 f \n" if place is None else b"%010d 00000 n \n" % place)
        self._write(b"xref\n0 %d\n" % len(rows) + b"".join(rows))
        trailer = f"trailer\n<</Size {len(rows)}/Root {_CATALOG} 0 R/Info {_INFO} 0 R>>\nstartxref\n{start}\n%%EOF\n"
        self._write(trailer.encode("ascii"))

    def _add_font(self, font: TextFont) -> None:
        type0, cid, descriptor, file, unicode, glyphs = range(_FONT, _FONT + 6)
        self._add(
            type0,
            f"<</Type/Font/Subtype/Type0/BaseFont/Text/Encoding/Identity-H/DescendantFonts[{cid} 0 R]"
            f"/ToUnicode {unicode} 0 R>>",
        )
        self._add(
            cid,
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Text/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {descriptor} 0 R/DW 1000/W[{font.widths()}]/CIDToGIDMap {glyphs} 0 R>>",
        )
        self._add(
            descriptor,
            "<</Type/FontDescriptor/FontName/Text/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 1000"
            f"/Descent -1/CapHeight 1000/StemV 70/FontFile2 {file} 0 R>>",
        )
        packed = "/Filter/FlateDecode"
        self._add_stream(file, f"{packed}/Length1 {len(font.file)}", [zlib.compress(font.file, 9)])
        self._add_stream(unicode, packed, [zlib.compress(font.to_unicode(), 9)])
        self._add_stream(glyphs, packed, [zlib.compress(font.glyph_map(), 9)])

    @staticmethod
    def _shown(piece: Piece, font: TextFont) -> str:
        codes = [f"{font.codes[glyph]:04X}" for glyph in piece.glyphs]
        if not piece.gaps:
            return f"<{''.join(codes)}>Tj"
        gaps = [*(f"{-gap:g}" if gap else "" for gap in piece.gaps), ""]
        return f"[{''.join(f'<{code}>{gap}' for code, gap in zip(codes, gaps, strict=True))}]TJ"

    def _new(self) -> int:
        self._next += 1
        return self._next - 1

    def _add(self, number: int, value: str) -> None:
        self._objects[number] = self._place
        self._write(f"{number} 0 obj\n{value}\nendobj\n".encode("ascii"))

    def _add_stream(self, number: int, entries: str, chunks: Iterable[bytes]) -> int:
        """The length follows as an object of its own where it is not known before."""
        self._objects[number] = self._place
        known = isinstance(chunks, list)
        length = str(sum(map(len, chunks))) if isinstance(chunks, list) else f"{self._next} 0 R"
        self._write(f"{number} 0 obj\n<<{entries}/Length {length}>>stream\n".encode("ascii"))
        start = self._place
        for chunk in chunks:
            self._write(chunk)
        written = self._place - start
        self._write(b"\nendstream\nendobj\n")
        if not known:
            self._add(self._new(), str(written))
        return number

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._place += len(data)


def _numbers(values: Sequence[float]) -> str:
    """Numbers as PDF writes them; of a matrix the scales are finer than the places, which are in points."""
    decimals = (3, 3, 3, 3, 2, 2) if len(values) == 6 else (2,) * len(values)
    return " ".join(_number(value, number) for value, number in zip(values, decimals, strict=True))


def _number(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
