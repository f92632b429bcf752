"""Searchable PDF files: pictures with their own pixels, what was read on them as invisible text over it."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, BinaryIO

from eyebox_models.documents.covered import as_jpeg, opened, strips
from eyebox_models.documents.jpeg import jpeg_facts, without_metadata
from eyebox_models.documents.pdf_file import PdfFile
from eyebox_models.documents.pdf_font import Glyph, TextFont
from eyebox_models.documents.pdf_pages import KeptPages, page_size
from eyebox_models.documents.pdf_text import Matrix, Piece, pieces_of
from eyebox_models.documents.png import packed_png
from eyebox_models.files.atomic_write import open_atomically, shown
from eyebox_models.files.document_page import file_of, split_page
from eyebox_models.files.regular_file import open_regular
from eyebox_models.picture import refusal
from eyebox_models.picture.document import document_facts, is_pdf
from eyebox_models.picture.source import turned_orientation
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.picture_requests import PdfPage
from eyebox_models.text.redact import uncovered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Pages = Callable[[], Iterator[PdfPage]]
"""The pages of a document in order; gone through twice, so that none is kept."""

A4_LONG = 11.69
LEAST_DPI = 96.0
"""A picture that does not say how many dots it has an inch is at most as long as a sheet of A4, and has at least so many."""
MOST_DPI = 4800.0
LONGEST = 14_400.0
"""Points that the side of a page may have."""
_MOST_BYTES = 400_000_000
"""Bytes of a file that goes in as it is."""
_STARTS = (b"\xff\xd8\xff", b"\x89PNG")


def write_pdf(pages: Pages, target: str | Path, emit: Emit, stop: Event) -> int:
    """Writes a PDF file of pages, whole or not at all, and returns how many. Raises EyeboxError or Stopped.

    Pages of PDF files are kept, but for those of a file of which something is blacked out: they share objects with that, so
    they become pictures as it does.
    """
    redacted = {file_of(page.picture) for page in pages() if page.covered}
    glyphs, kept = set[Glyph](), list[str]()
    for page in pages():
        is_kept = _is_of_pdf(page.picture) and file_of(page.picture) not in redacted
        kept.append(page.picture if is_kept and not page.turns else "" if is_kept else _PICTURE)
        if not is_kept or page.page.text_from != "layer" or any(line.read for line in page.page.lines):
            glyphs.update(glyph for piece in _pieces(page, 1.0, page.page.height) for glyph in piece.glyphs)
    if not kept:
        raise EyeboxError("pdf-without-pages", "There is no page to write into a PDF file.")
    font = TextFont(glyphs) if glyphs else None
    with open_atomically(target) as file:
        if all(path == _PICTURE for path in kept):
            _write_pictures(file, counted(pages(), len(kept), emit, stop), font, bool(redacted), stop)
        else:
            _write_kept(file, pages, kept, font, bool(redacted), emit, stop)
    return len(kept)


_PICTURE = "picture"


def counted(pages: Iterable[PdfPage], count: int, emit: Emit, stop: Event) -> Iterator[PdfPage]:
    """Pages, with what is said before each. Raises Stopped."""
    for number, page in enumerate(pages):
        if stop.is_set():
            raise Stopped
        emit(Progress("writing", number / count))
        yield page


def _write_pictures(
    file: BinaryIO, pages: Iterable[PdfPage], font: TextFont | None, is_redacted: bool, stop: Event
) -> None:
    made = PdfFile(file, font)
    for page in pages:
        _add_picture(made, page, is_redacted, stop)
    made.finish()


def _write_kept(
    file: BinaryIO,
    pages: Pages,
    kept: Sequence[str],
    font: TextFont | None,
    is_redacted: bool,
    emit: Emit,
    stop: Event,
) -> None:
    """Pages of PDF files, and pictures among them."""
    with ExitStack() as held:
        pictures = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="eyebox-pdf-")), "pictures")
        if _PICTURE in kept:
            drawn = (page for page, path in zip(pages(), kept, strict=True) if path == _PICTURE)
            with pictures.open("wb") as made:
                _write_pictures(made, counted(drawn, len(kept), emit, stop), font, is_redacted, stop)
        whole = _whole_file(kept)
        document = held.enter_context(KeptPages(whole, font))
        if whole is None:
            _take_all(document, pages(), kept, str(pictures))
        for at, page in enumerate(counted(pages(), len(kept), emit, stop)):
            if kept[at] != _PICTURE:
                document.write(page, at)
        document.save(file, stop)


def _take_all(document: KeptPages, pages: Iterable[PdfPage], kept: Sequence[str], pictures: str) -> None:
    """Takes over all pages in order, those of one file that follow each other together."""
    drawn, at = 0, 0
    named = zip(pages, kept, strict=True)
    for file, run in groupby(named, lambda one: "" if one[1] == _PICTURE else file_of(one[0].picture)):
        if file:
            numbers = [int(split_page(page.picture)[1] or 1) - 1 for page, _path in run]
        else:
            numbers = [*range(drawn, drawn + sum(1 for _one in run))]
            drawn += len(numbers)
        document.take(file or pictures, numbers, at)
        at += len(numbers)


def _whole_file(kept: Sequence[str]) -> str | None:
    """The PDF file whose pages these are, all and in order; None where they are not."""
    file = file_of(kept[0])
    if any(split_page(path) != (file, number) for number, path in enumerate(kept, 1)):
        return None
    return file if document_facts(file).pages == len(kept) else None


def _is_of_pdf(path: str) -> bool:
    try:
        return is_pdf(path)
    except OSError:
        return False  # which opening it as a picture says


@dataclass(frozen=True, slots=True)
class _Stored:
    """A picture as it goes into the file: what its stream says of itself, and its bytes; dots an inch where they are known."""

    width: int
    height: int
    entries: str
    chunks: Iterable[bytes]
    dpi: tuple[float, float] | None = None
    orientation: int = 1


def _add_picture(made: PdfFile, page: PdfPage, is_redacted: bool, stop: Event) -> None:
    """A page as large as its picture."""
    stored = _stored(page, is_redacted, stop)
    width, height = stored.width, stored.height
    if stored.orientation >= 5:
        width, height = height, width
    if page.page.lines and (width, height) != (page.page.width, page.page.height):
        raise EyeboxError(
            "pdf-picture-changed",
            "{name} is not as large any more as when it was read: read it again.",
            name=shown(page.picture),
        )
    number = made.add_stream(
        f"/Type/XObject/Subtype/Image/Width {stored.width}/Height {stored.height}{stored.entries}",
        stored.chunks,
    )
    if _is_of_pdf(page.picture):
        scale = page_size(page.picture)[page.turns % 2] / width
    else:
        scale = _scale(stored.dpi, max(width, height))
    size = width * scale, height * scale
    made.add_page(size, number, _upright(stored.orientation, *size), [*_pieces(page, scale, height)])


def _stored(page: PdfPage, is_redacted: bool, stop: Event) -> _Stored:
    """A picture as its file has it where it can be, a JPEG that is blacked out as another one, else packed without loss."""
    data = _bytes_of(page)
    jpeg, png = jpeg_facts(data), packed_png(data)
    if jpeg is not None and not page.covered:
        orientation = turned_orientation(jpeg.orientation, page.turns)
        kept = without_metadata(data) if is_redacted else data
        return _Stored(jpeg.width, jpeg.height, _dct(jpeg.components), [kept], jpeg.dpi, orientation)
    if png is not None and not page.covered:
        orientation = turned_orientation(1, page.turns)
        return _Stored(png.width, png.height, png.entries, [*png.data], png.dpi, orientation)
    picture = opened(page.picture, page.turns, stop)
    size = picture.width, picture.height
    if jpeg is not None:
        return _Stored(*size, _dct(3), [as_jpeg(picture, page.covered)], jpeg.dpi)
    is_grey = all((rows == rows[..., :1]).all() for rows in strips(picture, page.covered))
    rows = (part[..., :1] if is_grey else part for part in strips(picture, page.covered))
    colours, space = (1, "/DeviceGray") if is_grey else (3, "/DeviceRGB")
    entries = (
        f"/BitsPerComponent 8/ColorSpace{space}/Filter/FlateDecode/DecodeParms"
        f"<</Predictor 15/Colors {colours}/BitsPerComponent 8/Columns {picture.width}>>"
    )
    return _Stored(*size, entries, _packed(rows, stop), png.dpi if png is not None else None)


def _dct(components: int) -> str:
    space = "/DeviceGray" if components == 1 else "/DeviceRGB"
    return f"/BitsPerComponent 8/ColorSpace{space}/Filter/DCTDecode"


def _pieces(page: PdfPage, scale: float, height: int) -> Iterator[Piece]:
    to_page = (scale, 0.0, 0.0, -scale, 0.0, height * scale)
    return pieces_of(uncovered(page.page, page.covered).lines, to_page)


def _bytes_of(page: PdfPage) -> bytes:
    """The bytes of a picture that is a JPEG or PNG file; else none."""
    file, number = split_page(page.picture)
    if number is not None:
        return b""
    try:
        with open_regular(file) as opened_file:
            head = opened_file.read(4)
            return head + opened_file.read(_MOST_BYTES) if head.startswith(_STARTS) else b""
    except OSError as error:
        raise refusal.unreadable(Path(file), error) from error


def _packed(parts: Iterable[NDArray[np.uint8]], stop: Event) -> Iterator[bytes]:
    """Rows (x width x colours) packed as in a PNG: as they are, or as steps from pixel to pixel where those pack better."""
    import numpy as np

    packer, by_steps = zlib.compressobj(6), None
    for part in parts:
        if stop.is_set():
            raise Stopped
        steps = part.copy()
        steps[:, 1:] -= part[:, :-1]
        if by_steps is None:
            plain, stepped = (len(zlib.compress(one.tobytes(), 1)) for one in (part, steps))
            by_steps = stepped < plain
        rows = (steps if by_steps else part).reshape(len(part), -1)
        yield packer.compress(np.insert(rows, 0, int(by_steps), axis=1).tobytes())
    yield packer.flush()


def _scale(dpi: tuple[float, float] | None, longest: int) -> float:
    """Points a pixel: by what the file says, where that is no mere default."""
    dots = min(dpi) if dpi is not None else 0.0
    if not LEAST_DPI < dots <= MOST_DPI:
        dots = max(LEAST_DPI, longest / A4_LONG)
    return min(72 / dots, LONGEST / longest)


def _upright(orientation: int, width: float, height: float) -> Matrix:
    """Where a stored picture (a unit square whose first row is its top) goes on a page, by its orientation as EXIF has it."""
    return {
        1: (width, 0.0, 0.0, height, 0.0, 0.0),
        2: (-width, 0.0, 0.0, height, width, 0.0),
        3: (-width, 0.0, 0.0, -height, width, height),
        4: (width, 0.0, 0.0, -height, 0.0, height),
        5: (0.0, -height, -width, 0.0, width, height),
        6: (0.0, -height, width, 0.0, 0.0, height),
        7: (0.0, height, width, 0.0, 0.0, 0.0),
        8: (0.0, height, -width, 0.0, width, 0.0),
    }[orientation]
