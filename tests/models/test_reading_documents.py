"""Reading pages of PDF: their own text where it is real, what is to be seen where it is not, both where a page has both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PIL import Image, ImageDraw

from documents import picture, text, write_pdf
from drawing import font
from eyebox_models.engine.decoding import PICTURES
from eyebox_models.ocr import document
from eyebox_models.ocr.document import read_document
from eyebox_models.picture import decoder
from eyebox_models.protocol.page import Page

WORDS = ["Invoice number forty seven", "Payable within thirty days", "Thank you for your order"]


@pytest.fixture(autouse=True)
def pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoder, "_chosen", [PICTURES])


def read(path: Path, turns: int = 0) -> Page:
    return read_document(str(path), lambda _lines: None, lambda _fraction: None, Event(), None, turns)


def said(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def scan(lines: list[str], size: tuple[int, int] = (1000, 500)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((60, 60 + 90 * number), line, fill="black", font=font("sans", 44))
    return image


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """What fails where a whole picture is read."""

    def forbid() -> None:
        def fail(*_arguments: object) -> Page:
            raise AssertionError("it was read")

        monkeypatch.setattr(document, "read_page", fail)
        monkeypatch.setattr(document, "read_picture", fail)

    return forbid


def test_text_that_a_page_carries_is_taken_as_it_is(tmp_path: Path, unread: Callable[[], None]) -> None:
    unread()
    page = read(write_pdf(tmp_path / "print.pdf", [text(WORDS, 24)]))
    assert said(page) == WORDS
    assert page.text_from == "layer"
    assert page.codes == ()
    assert all(line.score == 1.0 for line in page.lines)


def test_a_turned_page_lies_as_it_is_shown(tmp_path: Path, unread: Callable[[], None]) -> None:
    unread()
    file = write_pdf(tmp_path / "print.pdf", [text(WORDS, 24)])
    upright, turned = read(file), read(file, 1)
    assert (turned.width, turned.height) == (upright.height, upright.width)
    assert said(turned) == WORDS
    x1, y1, x2, y2 = upright.lines[0].box
    height = upright.height
    assert turned.lines[0].box == pytest.approx((height - y2, x1, height - y1, x2))


def test_a_page_on_its_side_is_in_order(tmp_path: Path, unread: Callable[[], None]) -> None:
    unread()
    page = read(write_pdf(tmp_path / "side.pdf", [text(WORDS, 24)], more=b"/Rotate 270"))
    assert said(page) == WORDS
    assert page.width > page.height


def test_a_scan_is_read(tmp_path: Path) -> None:
    file = write_pdf(
        tmp_path / "scan.pdf", [picture(0, 500, 250)], images=[scan(WORDS)], box=(0, 0, 500, 250)
    )
    page = read(file)
    assert said(page) == WORDS
    assert page.text_from == "picture"


def test_a_scan_with_little_text_is_read_and_both_are_there_once(tmp_path: Path) -> None:
    stamp = text(["Page 7 of 9"], 14, x=30, y=30)
    file = write_pdf(
        tmp_path / "stamped.pdf", [picture(0, 500, 250) + stamp], images=[scan(WORDS)], box=(0, 0, 500, 250)
    )
    page = read(file)
    assert sorted(said(page)) == sorted([*WORDS, "Page 7 of 9"])
    assert page.text_from == "both"


def read_before(path: Path, lines: list[str]) -> Path:
    """A scan with what another reader made of it under it."""
    hidden = b"".join(
        text([line], 22, x=30, y=250 - (60 + 90 * number + 44) / 2 + 2).replace(b"BT ", b"BT 3 Tr ")
        for number, line in enumerate(lines)
    )
    page = picture(0, 500, 250) + hidden
    return write_pdf(path, [page], images=[scan(WORDS)], box=(0, 0, 500, 250))


def test_a_scan_that_was_read_badly_before_is_read_again(tmp_path: Path) -> None:
    bad = ["lnvoice nurnber f0rty seuen", "Pay able wlthin th1rty dzys", "Thonk yov f0r yovr 0rder"]
    page = read(read_before(tmp_path / "ocred.pdf", bad))
    assert said(page) == WORDS
    assert page.text_from == "picture"


def test_a_scan_that_was_read_before_is_not_read_again(tmp_path: Path, unread: Callable[[], None]) -> None:
    unread()
    page = read(read_before(tmp_path / "ocred.pdf", WORDS))
    assert said(page) == WORDS
    assert page.text_from == "layer"


def test_a_picture_among_print_is_read_too(tmp_path: Path) -> None:
    print_ = text([*WORDS, *WORDS, *WORDS], 20, x=30, y=560)
    file = write_pdf(
        tmp_path / "figure.pdf",
        [print_ + picture(0, 300, 150, 30, 60)],
        images=[scan(["Figure one"], (600, 300))],
        box=(0, 0, 500, 600),
    )
    page = read(file)
    assert said(page) == [*WORDS, *WORDS, *WORDS, "Figure one"]
    assert page.text_from == "both"


@pytest.mark.parametrize("meant", ["private", "shifted"])
def test_a_layer_that_says_something_else_is_not_believed(tmp_path: Path, meant: str) -> None:
    codes = {
        code: 0xE000 + code if meant == "private" else ord("a") + (code - ord("a") + 7) % 26
        for code in range(ord("a"), ord("z") + 1)
    }
    file = write_pdf(tmp_path / "garbled.pdf", [text(WORDS, 24, font="F2")], to_unicode=codes)
    page = read(file)
    assert said(page) == WORDS
    assert page.text_from == "picture"


def test_one_line_without_meaning_is_read_by_itself(tmp_path: Path) -> None:
    codes = dict.fromkeys(range(ord("a"), ord("z") + 1), 0xFFFD)
    lines = text([f"{line} in one" for line in WORDS * 4], 20, y=700) + text(
        ["Total amount"], 20, y=200, font="F2"
    )
    page = read(write_pdf(tmp_path / "half.pdf", [lines], to_unicode=codes))
    assert said(page) == [*[f"{line} in one" for line in WORDS * 4], "Total amount"]
    assert page.text_from == "both"
