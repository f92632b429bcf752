"""Pages of PDF files written again with what was read on them: they stay as they are, and their text is that which was read."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium  # noqa: TID253
import pytest

import drawing
from documents import picture, text, write_pdf
from eyebox_models.documents import pdf_out
from eyebox_models.files.document_page import PASSWORDS, page_path
from eyebox_models.picture.decoder import decoder
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Line, Page, Word
from eyebox_models.protocol.picture_requests import PdfPage
from pdf_reading import lines_by_pdfium, lines_by_poppler, words_by_pdfium

SCAN = drawing.page(600, 800, [drawing.Text(60, 90, "Scanned words", 40)])


def written(file: Path, *pages: PdfPage) -> Path:
    pdf_out.write_pdf(lambda: iter(pages), file, lambda _event: None, threading.Event())
    return file


def scan(file: Path, pages: int = 1, **more: object) -> Path:
    return write_pdf(file, [picture(0, 300, 400)] * pages, box=(0, 0, 300, 400), images=[SCAN], **more)


def read_page(file: Path, number: int, *texts: str, turns: int = 0, **more: object) -> PdfPage:
    """A page with words 30 px high, 60 px below one another; its picture is as large as it is drawn."""
    path = page_path(file, number)
    pixels = decoder().decode(path, turns=turns)
    Path(pixels.file).unlink()
    lines = []
    for at, one in enumerate(texts):
        words, x, y = [], 60.0, 90.0 + 60 * at
        for word in one.split():
            words.append(Word(word, (x, y, x + 18 * len(word), y + 30)))
            x += 18 * (len(word) + 1)
        box = (60.0, y, x - 18, y + 30)
        quad = ((60.0, y), (box[2], y), (box[2], y + 30), (60.0, y + 30))
        lines.append(Line(one, 0.9, box, quad, tuple(words)))
    return PdfPage(path, replace(Page(path, pixels.width, pixels.height, 0, tuple(lines)), **more), turns)


def drawn(file: Path, page: int = 0) -> np.ndarray:
    with pdfium.PdfDocument(file) as document:
        return document[page].render(scale=2).to_numpy().copy()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("turns", [0, 1])
def test_a_scan_gets_its_text(tmp_path: Path, turned: int, turns: int) -> None:
    more = b"/Rotate %d/CropBox[20 30 280 390]" % turned
    file = scan(tmp_path / "a.pdf", 2, more=more)
    pages = [read_page(file, n, "Scanned words", f"page {n} 𠮷野家", turns=turns) for n in (1, 2)]
    out = written(tmp_path / "out.pdf", *pages)
    for n in (0, 1):
        assert (
            lines_by_pdfium(out, n)
            == lines_by_poppler(out, page=n + 1)
            == ["Scanned words", f"page {n + 1} 𠮷野家"]
        )
    scale = 72 / 150
    with pdfium.PdfDocument(out) as document:
        assert document[0].get_width() == pytest.approx(pages[0].page.width * scale, abs=0.5)
        scale = document[0].get_width() / pages[0].page.width
    if not turned and not turns:
        for (word, box), expected in zip(
            words_by_pdfium(out), [w for line in pages[0].page.lines for w in line.words], strict=True
        ):
            assert word == expected.text
            # PDFium gives boxes in the page's own units: what is cut off is 20 wide on the left, 30 high below
            shifted = box[0] - 20, box[1] + 30, box[2] - 20, box[3] + 30
            assert max(abs(a - b * scale) for a, b in zip(shifted, expected.box, strict=True)) < 0.5
        assert np.array_equal(drawn(out), drawn(file))


def test_text_that_is_there_stays_alone(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "a.pdf", [text(["Real text", "of a page"])])
    page = read_page(file, 1, "Real text", "of a page", text_from="layer")
    out = written(tmp_path / "out.pdf", page)
    assert lines_by_pdfium(out) == ["Real text", "of a page"]
    assert out.stat().st_size < file.stat().st_size + 400
    assert np.array_equal(drawn(out), drawn(file))


def test_garbled_and_corrected_text_is_replaced(tmp_path: Path) -> None:
    meant = {ord(c): 0xE000 + ord(c) for c in "Garbled"}
    file = write_pdf(
        tmp_path / "a.pdf", [text(["Garbled"], font="F2"), text(["Wrong", "Right"])], to_unicode=meant
    )
    garbled = read_page(file, 1, "Garbled")
    right = read_page(file, 2, "Corrected", "Right", text_from="layer")
    height, width = right.page.height, right.page.width
    places = [(842 - 760 - 10) / 842 * height, (842 - 760 + 4) / 842 * height]
    left, long = 72 / 595 * width, 60 / 595 * width
    boxes = [(left, y, left + long, y + 14 / 842 * height) for y in places]
    quads = [((a, b), (c, b), (c, d), (a, d)) for a, b, c, d in boxes]
    lines = [
        replace(line, box=box, quad=quad, words=())
        for line, box, quad in zip(right.page.lines, boxes, quads, strict=True)
    ]
    lines[0] = replace(lines[0], read=replace(lines[0], text="Wrong"))
    out = written(tmp_path / "out.pdf", garbled, replace(right, page=replace(right.page, lines=tuple(lines))))
    assert lines_by_pdfium(out) == lines_by_poppler(out) == ["Garbled"]
    assert sorted(lines_by_pdfium(out, 1)) == sorted(lines_by_poppler(out, page=2)) == ["Corrected", "Right"]
    assert [np.array_equal(drawn(out, n), drawn(file, n)) for n in (0, 1)] == [True, True]
    again = read_page(out, 1, "Written again")
    other = written(tmp_path / "again.pdf", again, replace(read_page(out, 2), page=Page("", 0, 0, 0)))
    assert lines_by_pdfium(other) == lines_by_poppler(other) == ["Written again"]


def test_pages_of_several_files_and_pictures(tmp_path: Path) -> None:
    one, two = scan(tmp_path / "one.pdf", 2), scan(tmp_path / "two.pdf", password="geheim")
    drawing.save(SCAN, tmp_path / "a.png")
    PASSWORDS[str(two)] = "geheim"
    try:
        pages = [
            read_page(one, 2, "second"),
            PdfPage(str(tmp_path / "a.png"), Page("a", 600, 800, 0, read_page(one, 1, "picture").page.lines)),
            read_page(two, 1, "locked", turns=3),
            PdfPage(str(tmp_path / "a.png"), Page("a", 0, 0, 0)),
        ]
        out = written(tmp_path / "out.pdf", *pages)
    finally:
        PASSWORDS.clear()
    assert [lines_by_pdfium(out, n) for n in range(4)] == [["second"], ["picture"], ["locked"], []]


def test_a_whole_file_keeps_what_else_it_has(tmp_path: Path) -> None:
    file = scan(tmp_path / "a.pdf", 2, signed=True)
    out = written(tmp_path / "out.pdf", *(read_page(file, n, f"page {n}") for n in (1, 2)))
    assert b"AcroForm" in out.read_bytes()
    part = written(tmp_path / "part.pdf", read_page(file, 1, "page 1"))
    assert b"AcroForm" not in part.read_bytes()
    with pytest.raises(Stopped):
        stop = threading.Event()
        pdf_out.write_pdf(lambda: iter([read_page(file, 1, "a")]), out, lambda _event: stop.set(), stop)
    assert lines_by_pdfium(out, 1) == ["page 2"]
