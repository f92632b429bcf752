"""PDF by PDFium, in picture engines alone: how many pages, and a page as a picture.

PDFium is not thread-safe: one thread of a process at a time. What a page is as a picture depends on its content alone,
because boxes are kept in its pixels.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer
from typing import TYPE_CHECKING, Any

from eyebox_models.files.document_page import PASSWORDS, Moment, split_page
from eyebox_models.files.regular_file import open_regular
from eyebox_models.picture import refusal
from eyebox_models.protocol.document import TOO_SLOW, DocumentFacts
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.page import Rect

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOADER = "pdf"
MOST_PAGES = 20_000
MOST_PIXELS = 64_000_000
"""Pixels of a page's picture; what would have more is drawn smaller (an A0 sheet has 62 million)."""
DPI = 200
"""Print in a text layer: sharp on a screen at 100 %; its text needs no reading. An A4 page has 3.9 million pixels."""
SCAN_DPI = 150, 300
"""A scan is drawn as it was scanned within these: clean print reads at 150 as well as at 300."""
SMALL_PRINT_PIXELS, SMALL_PRINT_DPI = 16, 400
"""So high are the letters of small print, and so fine is a page drawn for them at most."""
LOAD_SECONDS, DRAW_SECONDS = 30.0, 60.0
"""So long a page may take to be taken in, and to be drawn."""
_PAUSE_SECONDS = 0.1
_POINTS_PER_INCH = 72
_MOST_OBJECTS, _MOST_DEPTH = 2_000, 4
"""Parts of a page that are looked at to choose its resolution, and how deep."""
_MARK_WITHIN = 1024
"""A PDF's mark stands within so many bytes."""
_MATRIX = tuple[float, float, float, float, float, float]


def is_pdf(path: str | os.PathLike[str]) -> bool:
    """Whether a file, or the document that a page is of, begins like a PDF. Raises OSError."""
    with open_regular(split_page(path)[0]) as file:
        return b"%PDF-" in file.read(_MARK_WITHIN)


def document_facts(path: str | Path) -> DocumentFacts:
    """How many pages a PDF has, and signatures. Raises EyeboxError; `protocol.document` has the codes that ask for a password."""
    refusal.check_file(Path(path))
    with opened(path) as document:
        from pypdfium2 import raw

        pages, signatures = raw.FPDF_GetPageCount(document), raw.FPDF_GetSignatureCount(document)
        if pages <= 0:
            raise EyeboxError("document-empty", "{path} has no pages.", path=refusal.shown(Path(path)))
        return DocumentFacts(str(path), pages, max(signatures, 0))


@contextmanager
def opened(path: str | Path) -> Iterator[Any]:
    """A PDF of PDFium, until the end of the block. Raises EyeboxError."""
    _start()
    from pypdfium2 import raw

    file = split_page(path)[0]
    name = os.fsencode(file) if sys.platform != "win32" else file.encode("utf-8")
    password = PASSWORDS.get(file)
    with within(LOAD_SECONDS, TOO_SLOW):
        document = raw.FPDF_LoadDocument(name, password.encode("utf-8") if password else None)
    if not document:
        raise _refused(Path(file), raw.FPDF_GetLastError(), password)
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


@contextmanager
def opened_page(path: str | Path) -> Iterator[Any]:
    """A page of PDFium, the first where the path names none, until the end of the block. Raises EyeboxError."""
    file, number = split_page(path)
    with opened(path) as document:
        from pypdfium2 import raw

        if isinstance(number, Moment):
            raise refusal.no_video(Path(file))
        count = raw.FPDF_GetPageCount(document)
        if not 1 <= (number or 1) <= count:
            raise refusal.no_page(Path(file), number or 1, count)
        with within(LOAD_SECONDS, TOO_SLOW):
            page = raw.FPDF_LoadPage(document, (number or 1) - 1)
        if not page:
            raise refusal.undecodable(Path(path), RuntimeError("FPDF_LoadPage"))
        try:
            yield page
        finally:
            raw.FPDF_ClosePage(page)


class PdfRows:
    """A page drawn on white by PDFium, `shrink` times smaller. `stop` ends the drawing by Stopped.

    Raises EyeboxError, also for a page that takes too long.
    """

    orientation = 1

    def __init__(self, path: Path, shrink: int = 1, stop: Event | None = None) -> None:
        self._path = path
        self._stop = stop
        self._pixels: NDArray[np.uint8] | None = None
        self._opened = opened_page(path)
        self._page: Any = self._opened.__enter__()
        width, height = size_in_pixels(self._page)
        self.width, self.height = max(1, width // shrink), max(1, height // shrink)
        self.held = 4 * self.width * self.height

    def rows(self, top: int, count: int, left: int, width: int) -> NDArray[np.uint8]:
        if self._pixels is None:
            try:
                self._pixels = self._drawn()
            finally:
                self._page = None
                self._opened.__exit__(None, None, None)
        return self._pixels[top : top + count, left : left + width, :3]

    def __del__(self) -> None:
        if getattr(self, "_page", None) is not None:
            self._opened.__exit__(None, None, None)

    def _drawn(self) -> NDArray[np.uint8]:
        """Height x width x 4: red, green, blue, unused."""
        import numpy as np
        from pypdfium2 import raw

        pixels = np.full((self.height, self.width, 4), 255, np.uint8)
        bitmap = raw.FPDFBitmap_CreateEx(
            self.width, self.height, raw.FPDFBitmap_BGRx, pixels.ctypes.data, pixels.strides[0]
        )
        if not bitmap:
            raise MemoryError
        begun = begun_part = time.monotonic()
        pause = raw.IFSDK_PAUSE(version=1)
        pause.NeedToPauseNow = type(pause.NeedToPauseNow)(
            lambda _pause: time.monotonic() - begun_part > _PAUSE_SECONDS
        )
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        try:
            status = raw.FPDF_RenderPageBitmap_Start(
                bitmap, self._page, 0, 0, self.width, self.height, 0, flags, pause
            )
            while status == raw.FPDF_RENDER_TOBECONTINUED:
                if self._stop is not None and self._stop.is_set():
                    raise Stopped
                if time.monotonic() - begun > DRAW_SECONDS:
                    raise EyeboxError(
                        "document-slow",
                        "{path} takes too long to be drawn; save it as a picture in another program first.",
                        path=refusal.shown(self._path),
                    )
                begun_part = time.monotonic()
                status = raw.FPDF_RenderPage_Continue(self._page, pause)
        finally:
            raw.FPDF_RenderPage_Close(self._page)
            raw.FPDFBitmap_Destroy(bitmap)
        if status != raw.FPDF_RENDER_DONE:
            raise refusal.undecodable(self._path, RuntimeError(f"FPDF_RenderPageBitmap_Start: {status}"))
        return pixels


def size_in_pixels(page: Any) -> tuple[int, int]:
    """Width and height of a page's picture, upright as it is to be seen.

    The unit of a page is taken to be 1/72 inch: PDFium ignores /UserUnit, and gives a page without a size that of Letter.
    """
    from pypdfium2 import raw

    width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    scale = _dpi(page, width * height) / _POINTS_PER_INCH
    scale = min(scale, (MOST_PIXELS / (width * height)) ** 0.5, refusal.MAX_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: `kind` as PDFium counts them, `bounds` in the page's units (left, bottom, right, top).

    `size` is that of its letters where it is text, `dpi` of its pixels where it is a picture. `hidden`: text that is not
    drawn, as other readers lay it under a scan.
    """

    kind: int
    bounds: Rect
    size: float = 0.0
    dpi: float = 0.0
    hidden: bool = False

    @property
    def area(self) -> float:
        x1, y1, x2, y2 = self.bounds
        return (x2 - x1) * (y2 - y1)


def parts(page: Any) -> Iterator[Part]:
    """The texts and pictures of a page, also inside of forms; of all parts only the first `_MOST_OBJECTS` are looked at."""
    from pypdfium2 import raw

    left = _MOST_OBJECTS
    begun = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    waiting: list[tuple[Any, int, int, _MATRIX]] = [(page, raw.FPDFPage_CountObjects(page), 0, begun)]
    while waiting and left > 0:
        holder, count, depth, matrix = waiting.pop(0)
        get = raw.FPDFFormObj_GetObject if depth else raw.FPDFPage_GetObject
        for number in range(min(count, left)):
            left -= 1
            item = get(holder, number)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _MOST_DEPTH:
                inner = _product(_matrix_of(item), matrix)
                waiting.append((item, raw.FPDFFormObj_CountObjects(item), depth + 1, inner))
            elif kind in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE):
                bounds = _bounds_of(item, matrix)
                if kind == raw.FPDF_PAGEOBJ_TEXT:
                    size = ctypes.c_float()
                    raw.FPDFTextObj_GetFontSize(item, size)
                    own = _product(_matrix_of(item), matrix)
                    high = abs(size.value) * abs(own[0] * own[3] - own[1] * own[2]) ** 0.5
                    hidden = raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
                    yield Part(kind, bounds, size=high, hidden=hidden)
                else:
                    width, height = ctypes.c_uint(), ctypes.c_uint()
                    raw.FPDFImageObj_GetImagePixelSize(item, width, height)
                    area = max((bounds[2] - bounds[0]) * (bounds[3] - bounds[1]), 1e-6)
                    dpi = _POINTS_PER_INCH * (width.value * height.value / area) ** 0.5
                    yield Part(kind, bounds, dpi=dpi)


def _dpi(page: Any, area: float) -> float:
    """How fine a page of this area is drawn: a scan as it was scanned, print so that its small print can be read."""
    from pypdfium2 import raw

    sizes: list[float] = []
    scanned = covered = 0.0
    for part in parts(page):
        if part.kind == raw.FPDF_PAGEOBJ_TEXT:
            sizes.append(part.size)
        else:
            covered += part.area
            scanned = max(scanned, part.dpi)
    if covered >= area / 2:
        return min(max(scanned, SCAN_DPI[0]), SCAN_DPI[1])
    small = sorted(size for size in sizes if size > 0)
    if not small:
        return DPI
    fine = _POINTS_PER_INCH * SMALL_PRINT_PIXELS / small[len(small) // 10]
    return min(max(DPI, fine), SMALL_PRINT_DPI)


def _bounds_of(item: Any, matrix: _MATRIX) -> Rect:
    from pypdfium2 import raw

    x1, y1, x2, y2 = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, x1, y1, x2, y2)
    a, b, c, d, e, f = matrix
    corners = [
        (a * x.value + c * y.value + e, b * x.value + d * y.value + f) for x in (x1, x2) for y in (y1, y2)
    ]
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _matrix_of(item: Any) -> _MATRIX:
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _product(first: _MATRIX, second: _MATRIX) -> _MATRIX:
    """What `first` and then `second` does."""
    a, b, c, d, e, f = first
    p, q, r, s, x, y = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + x, e * q + f * s + y


def _start() -> None:
    """Has PDFium begun, once; pypdfium2 does so when it is imported. Raises EyeboxError where there is none."""
    try:
        import pypdfium2  # noqa: F401
    except ImportError as error:
        raise EyeboxError(
            "document-no-pdfium",
            "PDF needs PDFium, which is not installed here; add the model engine again.",
            detail=str(error),
        ) from error


@contextmanager
def within(seconds: float, code: int) -> Iterator[None]:
    """What a library can't be stopped at, within a limit: the process, which holds nothing else, exits with `code`."""
    timer = Timer(seconds, os._exit, (code,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _refused(path: Path, code: int, password: str | None) -> EyeboxError:
    from pypdfium2 import raw

    shown = refusal.shown(path)
    if code == raw.FPDF_ERR_PASSWORD and password:
        return EyeboxError(
            "document-password-wrong", "This password does not open {path}; try another one.", path=shown
        )
    if code == raw.FPDF_ERR_PASSWORD:
        return EyeboxError(
            "document-password", "{path} is protected by a password; its pages open with it.", path=shown
        )
    if code == raw.FPDF_ERR_SECURITY:
        return EyeboxError(
            "document-security",
            "{path} is encrypted in a way that is not known here; save it without protection first.",
            path=shown,
        )
    return refusal.undecodable(path, RuntimeError(f"FPDF_LoadDocument: error {code}"))
