"""Pages of PDF files kept as they are, with what was read on them as invisible text: by PDFium, in engines alone.

What a page carries and shows as text stays. Text that means nothing (`Page.text_from` is "picture" then), or that a person
has corrected, is hidden from whoever looks for text: invisible text goes, what is seen is marked to stand for a space.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from typing import Any, BinaryIO

from eyebox_models.documents.pdf_font import TextFont
from eyebox_models.documents.pdf_text import Matrix, Piece, pieces_of
from eyebox_models.picture import document as pdf
from eyebox_models.picture import refusal
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Line, Rect
from eyebox_models.protocol.picture_requests import PdfPage
from eyebox_models.protocol.turning import turned_point

_CARRIED = 0.5
"""A line is there already when the page has so much of it as text in its place."""
_CORNERS = 1_000_000
"""Pixels of the square that a page is laid on to learn where it lies."""


class KeptPages:
    """A document of PDFium that becomes one file: the pages of others, with text on them.

    `whole`: a PDF file of which nothing but text changes, with all that it has beside its pages; None begins an empty one.
    """

    def __init__(self, whole: str | None, font: TextFont | None) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._held = ExitStack()
        self._sources: dict[str, Any] = {}
        if whole is not None:
            self._document = self._held.enter_context(pdf.opened(whole))
        else:
            self._document = raw.FPDF_CreateNewDocument()
            self._held.callback(raw.FPDF_CloseDocument, self._document)
        self._text_font = font
        self._font: Any = None

    def __enter__(self) -> KeptPages:
        return self

    def __exit__(self, *_error: object) -> None:
        self._held.close()

    def write(self, page: PdfPage, at: int) -> None:
        """Writes what was read on a page of a PDF file on page number `at` (from 0), which is that page."""
        with self._page(at) as opened:
            before = self._raw.FPDFPage_GetRotation(opened)
            to_page = _to_page(opened, page) if page.page.lines else None
            if page.turns:
                self._raw.FPDFPage_SetRotation(opened, (before + page.turns) % 4)
            if to_page is None:
                return
            lines = self._new_lines(opened, page, to_page)
            pieces = [*pieces_of(lines, to_page)]
            for piece in pieces:
                self._insert(opened, piece)
            if not self._raw.FPDFPage_GenerateContent(opened):
                raise refusal.undecodable(Path(page.picture), RuntimeError("FPDFPage_GenerateContent"))

    def take(self, file: str, numbers: Sequence[int], at: int) -> None:
        """Takes pages of a PDF file (from 0) over, the first one as page `at`; they share what they shared there.

        Raises EyeboxError.
        """
        source = self._sources.get(file)
        if source is None:
            source = self._sources[file] = self._held.enter_context(pdf.opened(file))
        count = self._raw.FPDF_GetPageCount(source)
        if max(numbers) >= count:
            raise refusal.no_page(Path(file), max(numbers) + 1, count)
        indices = (ctypes.c_int * len(numbers))(*numbers)
        if not self._raw.FPDF_ImportPagesByIndex(self._document, source, indices, len(numbers), at):
            raise refusal.undecodable(Path(file), RuntimeError("FPDF_ImportPagesByIndex"))

    def save(self, file: BinaryIO, stop: Event) -> None:
        """Writes the document. Raises OSError, Stopped."""
        failed: list[BaseException] = []

        def write(_self: object, data: Any, size: int) -> int:
            try:
                if stop.is_set():
                    raise Stopped
                file.write(ctypes.string_at(data, size))
            except BaseException as error:
                failed.append(error)
                return 0
            return 1

        writer = self._raw.FPDF_FILEWRITE(version=1)
        writer.WriteBlock = type(writer.WriteBlock)(write)
        done = self._raw.FPDF_SaveAsCopy(self._document, writer, self._raw.FPDF_NO_INCREMENTAL)
        if failed:
            raise failed[0]
        if not done:
            raise RuntimeError("FPDF_SaveAsCopy")

    @contextmanager
    def _page(self, number: int) -> Iterator[Any]:
        page = self._raw.FPDF_LoadPage(self._document, number)
        try:
            yield page
        finally:
            self._raw.FPDF_ClosePage(page)

    def _new_lines(self, page: Any, wanted: PdfPage, to_page: Matrix) -> Sequence[Line]:
        """The lines that the page does not carry yet; what they take the place of is hidden."""
        lines = wanted.page.lines
        if wanted.page.text_from == "picture":
            if lines:
                self._hide(page, lambda _bounds: True)
            return lines
        new = [line for line in lines if line.read is not None]
        if new:
            places = [_on_page(line.box, to_page) for line in new]
            self._hide(page, lambda bounds: any(_middle_in(bounds, place) for place in places))
        if wanted.page.text_from == "layer":
            return new
        text = self._raw.FPDFText_LoadPage(page)
        try:
            return [line for line in lines if line.read is not None or not self._carries(text, line, to_page)]
        finally:
            self._raw.FPDFText_ClosePage(text)

    def _carries(self, text: Any, line: Line, to_page: Matrix) -> bool:
        left, bottom, right, top = _on_page(line.box, to_page)
        count = self._raw.FPDFText_GetBoundedText(text, left, top, right, bottom, None, 0)
        held = (ctypes.c_ushort * max(count, 1))()
        self._raw.FPDFText_GetBoundedText(text, left, top, right, bottom, held, count)
        found = sum(chr(code).isprintable() and not chr(code).isspace() for code in held[:count])
        return found >= _CARRIED * len("".join(line.text.split()))

    def _hide(self, page: Any, is_meant: Callable[[Rect], bool]) -> None:
        """Hides texts of a page by where they are (left, bottom, right, top)."""
        raw = self._raw
        for number in reversed(range(raw.FPDFPage_CountObjects(page))):
            item = raw.FPDFPage_GetObject(page, number)
            kind = raw.FPDFPageObj_GetType(item)
            if kind not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM):
                continue
            sides = [ctypes.c_float() for _ in range(4)]
            raw.FPDFPageObj_GetBounds(item, *sides)
            left, bottom, right, top = (side.value for side in sides)
            if not is_meant((left, bottom, right, top)):
                continue
            is_text = kind == raw.FPDF_PAGEOBJ_TEXT
            if is_text and raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
                raw.FPDFPage_RemoveObject(page, item)
                raw.FPDFPageObj_Destroy(item)
            else:
                mark = raw.FPDFPageObj_AddMark(item, b"Span")
                raw.FPDFPageObjMark_SetStringParam(self._document, item, mark, b"ActualText", b" ")

    def _insert(self, page: Any, piece: Piece) -> None:
        raw, font = self._raw, self._text_font
        assert font is not None
        if self._font is None:
            self._font = _loaded(self._document, font)
        item = raw.FPDFPageObj_CreateTextObj(self._document, self._font, 1.0)
        codes = [font.codes[glyph] for glyph in piece.glyphs]
        raw.FPDFText_SetCharcodes(item, (ctypes.c_uint32 * len(codes))(*codes), len(codes))
        if piece.gaps:
            at, places = 0.0, []
            for (_character, width), gap in zip(piece.glyphs, piece.gaps, strict=False):
                at += (width + gap) / 1000
                places.append(at)
            raw.FPDFText_SetPositions(item, (ctypes.c_float * len(places))(*places), len(places))
        raw.FPDFTextObj_SetTextRenderMode(item, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        a, b, c, d, e, f = piece.matrix
        raw.FPDFPageObj_SetMatrix(
            item, raw.FS_MATRIX(*(round(value, 3) for value in (a, b, c, d)), round(e, 2), round(f, 2))
        )
        raw.FPDFPage_InsertObject(page, item)


def page_size(path: str) -> tuple[float, float]:
    """Width and height of a page of a PDF file in points, as it is to be seen. Raises EyeboxError."""
    from pypdfium2 import raw

    with pdf.opened_page(path) as page:
        return raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)


def _loaded(document: Any, font: TextFont) -> Any:
    from pypdfium2 import raw

    def held(data: bytes) -> Any:
        return (ctypes.c_uint8 * len(data)).from_buffer_copy(data)

    glyphs = font.glyph_map()
    return raw.FPDFText_LoadCidType2Font(
        *(document, held(font.file), len(font.file), font.to_unicode() + b"\0", held(glyphs), len(glyphs))
    )


def _to_page(page: Any, wanted: PdfPage) -> Matrix:
    """What takes pixels of a page's picture, turned as it is, to the page's own units (before it is turned)."""
    from pypdfium2 import raw

    width, height = wanted.page.width, wanted.page.height

    def at(x: float, y: float) -> tuple[float, float]:
        x, y = turned_point((x, y), width, height, -wanted.turns)
        upright = (height, width) if wanted.turns % 2 else (width, height)
        across, up = ctypes.c_double(), ctypes.c_double()
        raw.FPDF_DeviceToPage(
            *(page, 0, 0, _CORNERS, _CORNERS, 0),
            *(round(x / upright[0] * _CORNERS), round(y / upright[1] * _CORNERS), across, up),
        )
        return across.value, up.value

    (e, f), right, down = at(0, 0), at(width, 0), at(0, height)
    return (
        *((right[0] - e) / width, (right[1] - f) / width),
        *((down[0] - e) / height, (down[1] - f) / height),
        *(e, f),
    )


def _on_page(box: Rect, to_page: Matrix) -> Rect:
    """A rectangle of pixels in the page's units: left, bottom, right, top."""
    a, b, c, d, e, f = to_page
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _middle_in(bounds: Rect, box: Rect) -> bool:
    x, y = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
