"""PDF and TIFF of several pages: pages as pictures, in bounded time and memory, and refused in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PIL import Image, ImageDraw

from documents import picture, text, write_pdf, write_tiff
from drawing import font
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.document_page import PASSWORDS, page_path
from eyebox_models.picture import decode, document, measure, thumbnail
from eyebox_models.picture.document import document_facts, is_pdf
from eyebox_models.picture.text_layer import text_layer
from eyebox_models.picture.tiff import tiff_pages
from eyebox_models.protocol.document import LOCKED, WRONG_PASSWORD, DocumentFacts
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.picture_requests import LookInto


@pytest.fixture(autouse=True)
def no_passwords() -> Iterator[None]:
    yield
    PASSWORDS.clear()


def drawn(path: str | Path, folder: Path) -> np.ndarray:
    """A page's pixels: height x width x 3, red, green, blue."""
    pixels = decode(path, folder, lambda _event: None, Event(), smaller=False)
    stored = np.fromfile(pixels.file, np.uint8).reshape(pixels.height, pixels.width, 4)
    return stored[..., 2::-1]


def ink(pixels: np.ndarray) -> tuple[int, int, int, int]:
    """Where something stands: left, top, right, bottom."""
    rows, columns = np.nonzero(pixels.min(axis=2) < 128)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def test_pages_are_drawn_sharp_and_each_is_its_own(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "two.pdf", [text(["first"]), text(["second"], y=400)])
    assert document_facts(file) == DocumentFacts(str(file), 2)
    first, second = (drawn(page_path(file, number), tmp_path) for number in (1, 2))
    assert first.shape == second.shape == (2339, 1653, 3)  # 200 dots per inch
    assert ink(first)[1] < 300 < ink(second)[1]
    sums = {measure(page_path(file, number), Event()).sha256 for number in (1, 2)}
    assert len(sums) == 2
    assert np.array_equal(drawn(file, tmp_path), first)


@pytest.mark.parametrize(("size", "dots"), [(12, 200), (5, pytest.approx(72 * 16 / 5, abs=0.5)), (1, 400)])
def test_small_print_is_drawn_finer(tmp_path: Path, size: float, dots: float) -> None:
    file = write_pdf(tmp_path / "small.pdf", [text(["some words"], size)])
    assert measure(file, Event()).width * 72 / 595 == pytest.approx(dots, abs=0.2)


@pytest.mark.parametrize(("wide", "expected"), [(170, 208), (331, 331), (580, 417)])
def test_a_scan_is_drawn_as_it_was_scanned(tmp_path: Path, wide: int, expected: int) -> None:
    scan = Image.new("RGB", (wide, wide), "white")
    file = write_pdf(tmp_path / "scan.pdf", [picture(0, 100, 100)], images=[scan], box=(0, 0, 100, 100))
    assert abs(measure(file, Event()).width - expected) <= 1


def test_a_page_without_end_is_drawn_in_bounded_memory(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "huge.pdf", [text(["x"])], box=(0, 0, 200_000, 200_000))
    facts = measure(file, Event())
    assert (facts.width, facts.height) == (8000, 8000)
    made = thumbnail(file, tmp_path / "small.png", 100)
    assert (made.width, made.height) == (8000, 8000)
    with Image.open(made.file) as small:
        assert small.size == (100, 100)


def test_a_page_without_a_size_is_a_letter(tmp_path: Path) -> None:
    facts = measure(write_pdf(tmp_path / "zero.pdf", [text(["x"])], box=(0, 0, 0, 0)), Event())
    assert (facts.width, facts.height) == (1700, 2200)


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_words_of_the_layer_lie_on_their_ink_however_a_page_is_turned_and_cut(
    tmp_path: Path, quarter: int
) -> None:
    more = b"/Rotate %d/CropBox[50 600 500 800]/UserUnit 2" % (90 * quarter)
    file = write_pdf(tmp_path / "turned.pdf", [text(["Amount"], 24)], more=more)
    layer = text_layer(file, Event())
    pixels = drawn(file, tmp_path)
    assert (layer.width, layer.height) == (pixels.shape[1], pixels.shape[0])
    (line,) = layer.lines
    assert line.text == "Amount"
    assert line.words[0].box == pytest.approx(ink(pixels), abs=4)
    (ax, ay), (bx, by), *_ = line.quad
    assert (round(np.arctan2(by - ay, bx - ax) / (np.pi / 2))) % 4 == quarter


def test_columns_and_cells_of_a_layer_are_lines_of_their_own(tmp_path: Path) -> None:
    page = text(["Left column", "goes on"]) + text(["Right column (2)", "goes on too"], x=320)
    page += b"BT /F1 12 Tf 0.8 0.6 -0.6 0.8 300 300 Tm (Leaning words) Tj ET\n"
    layer = text_layer(write_pdf(tmp_path / "columns.pdf", [page]), Event())
    assert {line.text for line in layer.lines} == {
        "Left column", "goes on", "Right column (2)", "goes on too", "Leaning words",
    }  # fmt: skip
    leaning = next(line for line in layer.lines if line.text == "Leaning words")
    (ax, ay), (bx, by), *_ = leaning.quad
    assert np.degrees(np.arctan2(ay - by, bx - ax)) == pytest.approx(36.87, abs=0.1)
    assert [word.text for word in leaning.words] == ["Leaning", "words"]


def test_a_line_that_runs_to_the_left_is_one_with_its_numbers(tmp_path: Path) -> None:
    hebrew = {ord(letter): 0x05D0 + n for n, letter in enumerate("abcdef")}
    page = text(["fed 2026 cba"], 24, font="F2")  # as it is to be seen, from the left
    (line,) = text_layer(write_pdf(tmp_path / "hebrew.pdf", [page], to_unicode=hebrew), Event()).lines
    assert line.text == "\u05d0\u05d1\u05d2 2026 \u05d3\u05d4\u05d5"
    places = [word.box[0] for word in line.words]
    assert places == sorted(places, reverse=True)


def test_signs_below_each_other_are_a_line_and_rows_of_a_table_are_not(tmp_path: Path) -> None:
    chinese = {ord(letter): 0x4E00 + n for n, letter in enumerate("abcdef")}
    down = b"".join(text([letter], 20, x=300, y=700 - 22 * n, font="F2") for n, letter in enumerate("abcd"))
    rows = b"".join(text([letter], 20, x=100, y=700 - 40 * n, font="F2") for n, letter in enumerate("ef"))
    layer = text_layer(write_pdf(tmp_path / "down.pdf", [down + rows], to_unicode=chinese), Event())
    assert [line.text for line in layer.lines] == ["\u4e00\u4e01\u4e02\u4e03", "\u4e04", "\u4e05"]
    x1, y1, x2, y2 = layer.lines[0].box
    assert y2 - y1 > 3 * (x2 - x1)


def test_a_locked_document_asks_for_its_password(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "locked.pdf", [text(["secret"])], password="käse")
    with pytest.raises(EyeboxError, match=r"“locked.pdf” is protected by a password") as caught:
        measure(page_path(file, 1), Event())
    assert caught.value.sentence.code == LOCKED
    PASSWORDS[str(file)] = "wrong"
    with pytest.raises(EyeboxError, match="does not open") as caught:
        document_facts(file)
    assert caught.value.sentence.code == WRONG_PASSWORD


def test_a_password_goes_to_the_engine_with_what_it_is_asked_for(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "locked.pdf", [text(["secret"])], password="sesame")
    log = tmp_path / "log"
    engine = EngineProcess("picture", log)
    try:
        end = engine.run("1", LookInto(str(file)), lambda _event: None)
        assert end.outcome == "failed"
        PASSWORDS[str(file)] = "sesame"
        engine.rest()  # another process knows it too
        assert engine.run("2", LookInto(str(file)), lambda _event: None).result == DocumentFacts(str(file), 1)
    finally:
        engine.close()
    assert "sesame" not in log.read_text()


def test_signatures_are_counted(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "signed.pdf", [text(["I agree"])], signed=True)
    assert document_facts(file).signatures == 1


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7\nnothing else", "“x.pdf” is damaged or cut off; get the file again from its source."),
        (b"", "“x.pdf” is empty; copy it again from where it came from."),
        (
            b"neither",
            "“x.pdf” is not a picture that can be opened; save it as PNG, JPEG, WebP, TIFF, GIF or BMP.",
        ),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    with pytest.raises(EyeboxError) as caught:
        measure(file, Event())
    assert str(caught.value) == sentence


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    file = write_pdf(tmp_path / "one.pdf", [text(["x"])])
    with pytest.raises(EyeboxError, match=r"“one.pdf” has no page 2; it has 1\."):
        measure(page_path(file, 2), Event())
    with pytest.raises(EyeboxError, match="has no pages"):
        document_facts(write_pdf(tmp_path / "none.pdf", []))
    with pytest.raises(EyeboxError, match=r"“gone.pdf · 3” does not exist|“gone.pdf” does not exist"):
        measure(page_path(tmp_path / "gone.pdf", 3), Event())


MANY = b"".join(b"0 %d m 595 %d l S\n" % (n % 842, n * 7 % 842) for n in range(100_000))


def test_a_page_of_endless_paths_can_be_stopped_and_ends_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_pdf(tmp_path / "paths.pdf", [MANY])
    stop = Event()
    stop.set()
    monkeypatch.setattr(document, "_PAUSE_SECONDS", 0.0)
    with pytest.raises(Stopped):
        decode(file, tmp_path, lambda _event: None, stop)
    monkeypatch.setattr(document, "DRAW_SECONDS", 0.0)
    with pytest.raises(EyeboxError, match="takes too long to be drawn"):
        decode(file, tmp_path, lambda _event: None, Event())
    assert not list(tmp_path.glob("*.pixels"))


def test_pages_of_a_tiff_without_its_smaller_copies(tmp_path: Path) -> None:
    pages = []
    for number in (1, 2, 3):
        page = Image.new("RGB", (200 + number, 100), "white")
        ImageDraw.Draw(page).text((10, 10), str(number), fill="black", font=font("sans", 40))
        pages.append(page)
    file = write_tiff(tmp_path / "fax.tif", pages)
    assert tiff_pages(file) == (0, 1, 2)
    assert not is_pdf(file)
    for number in (1, 2, 3):
        pixels = drawn(page_path(file, number), tmp_path)
        assert pixels.shape == (100, 200 + number, 3)
        assert np.array_equal(pixels, np.asarray(pages[number - 1]))
    with pytest.raises(EyeboxError, match=r"“fax.tif” has no page 4; it has 3\."):
        measure(page_path(file, 4), Event())
    small = Image.new("RGB", (50, 25))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    pages[0].save(tmp_path / "pyramid.tif", save_all=True, append_images=[small, pages[1]])
    assert tiff_pages(tmp_path / "pyramid.tif") == (0, 2)
    assert drawn(page_path(tmp_path / "pyramid.tif", 2), tmp_path).shape == (100, 202, 3)


def test_a_tiff_whose_directories_go_round_in_a_circle_has_an_end(tmp_path: Path) -> None:
    file = write_tiff(tmp_path / "round.tif", [Image.new("L", (8, 8)), Image.new("L", (8, 8))])
    data = bytearray(file.read_bytes())
    first = int.from_bytes(data[4:8], "little")
    entries = int.from_bytes(data[first : first + 2], "little")
    after = first + 2 + 12 * entries
    second = int.from_bytes(data[after : after + 4], "little")
    last = second + 2 + 12 * int.from_bytes(data[second : second + 2], "little")
    data[last : last + 4] = first.to_bytes(4, "little")
    file.write_bytes(data)
    assert tiff_pages(file) == (0, 1)
    file.write_bytes(data[: second + 1])
    assert tiff_pages(file) == (0,)
    assert tiff_pages(tmp_path / "gone.tif") == ()
