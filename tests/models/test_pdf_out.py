"""PDF files of pictures: their pixels as they are, and over them what was read, as PDFium and poppler see it."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium  # noqa: TID253
import pytest
from PIL import Image, ImageOps

from drawing import gradient, save
from eyebox_models.documents.pdf_out import write_pdf
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.page import Line, Page, Rect, Word
from eyebox_models.protocol.picture_requests import PdfPage
from pages import line, page
from pdf_lines import CHINESE, ENGLISH, of_words, right_to_left, vertical
from pdf_reading import around, lines_by_pdfium, lines_by_poppler, words_by_pdfium, words_by_poppler


def written(file: Path, *pages: PdfPage, stop: threading.Event | None = None) -> Path:
    assert write_pdf(lambda: iter(pages), file, lambda _event: None, stop or threading.Event()) == len(pages)
    return file


def blank(folder: Path, page: Page) -> str:
    file = folder / f"{page.width}x{page.height}.png"
    if not file.exists():
        Image.new("L", (page.width, page.height), 255).save(file)
    return str(file)


def as_pdf(folder: Path, page: Page) -> Path:
    return written(folder / "page.pdf", PdfPage(blank(folder, page), page))


def texts(page: Page) -> list[str]:
    return [" ".join(line.text.split()) for line in page.lines]


def deviation(found: list[tuple[str, Rect]], page: Page, file: Path) -> float:
    """How far any side of what stands between two spaces is from where it was read, in points."""
    with pdfium.PdfDocument(file) as document:
        scale = document[0].get_width() / page.width
    wanted: list[tuple[str, Rect]] = []
    for one in page.lines:
        words = list(one.words)
        for token in one.text.split():
            text, box = words[0].text, words.pop(0).box
            while text != token:
                text, box = text + words[0].text, around(box, words.pop(0).box)
            wanted.append((token, box))
    assert [text for text, _box in found] == [text for text, _box in wanted]
    boxes = [(box, wanted_box) for (_t, box), (_w, wanted_box) in zip(found, wanted, strict=True)]
    return max(abs(a - b * scale) for box, other in boxes for a, b in zip(box, other, strict=True))


@pytest.mark.parametrize("words", [ENGLISH, CHINESE, ENGLISH + CHINESE], ids=["english", "chinese", "both"])
@pytest.mark.parametrize("degrees", [0, 0.7, 90, 180, 270])
def test_text_and_places(tmp_path: Path, words: list[str], degrees: float) -> None:
    page = of_words(words, degrees)
    file = as_pdf(tmp_path, page)
    assert lines_by_pdfium(file) == texts(page)
    assert deviation(words_by_pdfium(file), page, file) < 0.5
    assert lines_by_poppler(file) == texts(page)
    assert deviation(words_by_poppler(file), page, file) < 0.5


@pytest.mark.parametrize("degrees", [1.5, -3, 4.5, 8, 30, 89, 178])
def test_text_that_leans(tmp_path: Path, degrees: float) -> None:
    page = of_words(ENGLISH, degrees)
    file = as_pdf(tmp_path, page)
    assert lines_by_pdfium(file) == texts(page)
    assert deviation(words_by_pdfium(file), page, file) < 0.5
    if abs(degrees) < 45:
        assert lines_by_poppler(file, "-raw") == texts(page)
    if abs(degrees) < 4:
        found, read = (Counter(" ".join(lines).split()) for lines in (lines_by_poppler(file), texts(page)))
        assert (found & read).total() > 0.98 * read.total()


def test_vertical_text(tmp_path: Path) -> None:
    page = vertical(["春眠不觉晓", "处处闻啼鸟", "夜来风雨声", "花落知多𠮷"])
    file = as_pdf(tmp_path, page)
    assert lines_by_pdfium(file) == texts(page)
    assert deviation(words_by_pdfium(file), page, file) < 0.5
    assert lines_by_poppler(file) == texts(page)


def test_right_to_left(tmp_path: Path) -> None:
    page = right_to_left([["שלום", "עולם", "זה"], ["مرحبا", "بالعالم"]])
    file = as_pdf(tmp_path, page)
    assert lines_by_pdfium(file) == lines_by_poppler(file) == texts(page)


def spaced(text: str, *words: tuple[str, float]) -> Line:
    """A line at the top whose words are followed by gaps of so many pixels."""
    made, x = [], 100.0
    for word, gap in words:
        made.append(Word(word, (x, 100, x + 16 * len(word), 130)))
        x += 16 * len(word) + gap
    box = (100.0, 100.0, x, 130.0)
    return Line(text, 0.9, box, ((100, 100), (x, 100), (x, 130), (100, 130)), tuple(made))


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (spaced("GRAND TOTAL due", ("GRAND", 0.5), ("TOTAL", 3), ("due", 0)), "GRAND TOTAL due"),
        (spaced("订单号:12345", ("订单号", 6), (":12", 8), ("345", 0)), "订单号:12345"),
        (spaced("f(x)={y}", ("f(x)", -3), ("=", 4), ("{y}", 0)), "f(x)={y}"),
        (spaced("    if x:", ("if", 10), ("x:", 0)), "if x:"),
        (spaced("I", ("I", 0)), "I"),
        (spaced("set by hand", ("other", 9), ("words", 0)), "set by hand"),
        (spaced("half \ud842\x07 and \u200bnone", ("half", 9), ("and", 9), ("none", 0)), "half and none"),
    ],
)
def test_spaces(tmp_path: Path, one: Line, text: str) -> None:
    page = Page("page", 1240, 1754, 0, (one,))
    file = as_pdf(tmp_path, page)
    assert lines_by_pdfium(file) == lines_by_poppler(file, "-raw") == [text]


@pytest.mark.parametrize("words", [ENGLISH, CHINESE], ids=["english", "chinese"])
def test_size(tmp_path: Path, words: list[str]) -> None:
    pages = [of_words(words, seed=seed) for seed in range(2)]
    picture = blank(tmp_path, pages[0])
    without = [PdfPage(picture, Page("page", page.width, page.height, 0)) for page in pages]
    plain = written(tmp_path / "plain.pdf", *without).stat().st_size
    full = written(tmp_path / "full.pdf", *(PdfPage(picture, page) for page in pages)).stat().st_size
    count = sum(len(line.words) for page in pages for line in page.lines)
    assert full - plain < 3000 + 25 * count
    tiny = written(tmp_path / "tiny.pdf", PdfPage(picture, Page("page", 1400, 1400, 0, (line("a"),))))
    assert tiny.stat().st_size - written(tmp_path / "no.pdf", without[0]).stat().st_size < 1200


def shown(file: Path, page: int, size: tuple[int, int]) -> np.ndarray:
    """A page drawn with a pixel for each of its picture's."""
    with pdfium.PdfDocument(file) as document:
        drawn = document[page].render(scale=size[0] / document[page].get_width()).to_numpy()
    return drawn[: size[1], : size[0], ::-1][..., :3]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("turns", [0, 1])
def test_a_jpeg_goes_in_as_it_is(tmp_path: Path, orientation: int, turns: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = save(gradient(320, 200), tmp_path / "a.jpg", exif=exif, dpi=(150, 150))
    with Image.open(picture) as image:
        upright = ImageOps.exif_transpose(image).rotate(-90 * turns, expand=True).convert("RGB")
    read = Page("a.jpg", *upright.size, 0, (line("corner", 10, 10),))
    file = written(tmp_path / "a.pdf", PdfPage(str(picture), read, turns))
    assert picture.read_bytes() in file.read_bytes()
    with pdfium.PdfDocument(file) as document:
        assert document[0].get_size() == pytest.approx([side * 72 / 150 for side in upright.size], abs=0.01)
    difference = np.abs(shown(file, 0, upright.size).astype(int) - np.asarray(upright).astype(int))
    assert np.median(difference) <= 1


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "1", "I;16", "CMYK"])
def test_other_pictures_keep_their_pixels(tmp_path: Path, mode: str) -> None:
    image = gradient(300, 211).convert("RGB")
    image = image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode)
    picture = save(image, tmp_path / ("a.tif" if mode == "CMYK" else "a.png"))
    file = written(tmp_path / "a.pdf", PdfPage(str(picture), Page("a", 300, 211, 0)))
    with pdfium.PdfDocument(file) as document:
        (drawn,) = document[0].get_objects()
        stored = drawn.get_bitmap().to_pil().convert("RGB")
    expected = stored if mode in ("CMYK", "I;16") else image
    if mode in ("RGB", "L", "P", "1"):
        assert file.stat().st_size < picture.stat().st_size + 2000
    assert stored.size == (300, 211)
    assert np.array_equal(np.asarray(stored), np.asarray(expected.convert("RGB")))


def test_many_pages_and_what_ends_them(tmp_path: Path) -> None:
    stop, target = threading.Event(), tmp_path / "a.pdf"
    target.write_bytes(b"before")
    picture = blank(tmp_path, page())
    pages = [PdfPage(picture, page(line(f"page {n}"))) for n in range(12)]

    def stopped(_event: object) -> None:
        stop.set()

    with pytest.raises(Stopped):
        write_pdf(lambda: iter(pages), target, stopped, stop)
    with pytest.raises(EyeboxError) as gone:
        written(target, *pages, PdfPage(str(tmp_path / "gone.png"), page()))
    assert gone.value.sentence.code == "picture-missing"
    with pytest.raises(EyeboxError) as other:
        written(target, PdfPage(picture, Page("page", 20, 20, 0, (line("a"),))))
    assert other.value.sentence.code == "pdf-picture-changed"
    assert target.read_bytes() == b"before"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["1000x1000.png", "a.pdf"]
    written(target, *pages)
    assert lines_by_pdfium(target, 11) == lines_by_poppler(target, page=12) == ["page 11"]


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("suffix", ["png", "bmp"])
def test_turned_pictures(tmp_path: Path, suffix: str, turns: int) -> None:
    picture = save(gradient(300, 211), tmp_path / f"a.{suffix}")
    with Image.open(picture) as image:
        turned = image.convert("RGB").rotate(-90 * turns, expand=True)
    file = written(tmp_path / "a.pdf", PdfPage(str(picture), Page("a", *turned.size, 0, (line("a"),)), turns))
    difference = np.abs(shown(file, 0, turned.size).astype(int) - np.asarray(turned).astype(int))
    assert np.median(difference) <= 1


def test_damaged_pictures_are_decoded(tmp_path: Path) -> None:
    """What only looks like a picture is left to who decodes pictures, and says so."""
    picture = save(gradient(300, 211), tmp_path / "a.png")
    data = picture.read_bytes()
    for damaged in (data[:20], data[:40], b"\xff\xd8\xff\xe0\x00", b"\xff\xd8\xff\xc0\x00\x02"):
        (tmp_path / "b.png").write_bytes(damaged)
        with pytest.raises(EyeboxError):
            written(tmp_path / "b.pdf", PdfPage(str(tmp_path / "b.png"), Page("b", 0, 0, 0)))
    assert not (tmp_path / "b.pdf").exists()
