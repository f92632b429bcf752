"""QR and bar codes: found where they are, also small ones, and ones that stand on a corner."""

from __future__ import annotations

import math
from pathlib import Path
from threading import Event

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from eyebox_models.ocr.codes import MOST_PIXELS, find_codes
from eyebox_models.ocr.reader import read_page
from eyebox_models.picture import open_array
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.turning import turned_page

LONG = "https://example.org/a/long/path?with=query&and=more of it"
TEXT = "https://例子.test/路径?q=1"


def drawn(text: str = TEXT, kind: str = "QRCode", module: float = 4) -> Image.Image:
    """A code with modules of so many pixels, and its quiet zone."""
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    whole = Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=8, add_quiet_zones=True)))
    return whole.resize(
        (round(whole.width * module / 8), round(whole.height * module / 8)), Image.Resampling.BOX
    )


def found(picture: Image.Image, folder: Path) -> list[tuple[str, str, tuple[float, float, float, float]]]:
    """What is said, its kind, and the rectangle around it."""
    picture.convert("RGB").save(folder / "codes.png")
    codes = find_codes(open_array(folder / "codes.png"))
    around = []
    for code in codes:
        xs, ys = zip(*code.quad, strict=True)
        around.append((code.text, code.kind, (min(xs), min(ys), max(xs), max(ys))))
    return around


@pytest.mark.parametrize(
    "kind, text",
    [("QRCode", TEXT), ("EAN13", "4006381333931"), ("Code128", "EYE-42"), ("DataMatrix", "x" * 30)],
)
def test_a_code_is_read_where_it_lies(tmp_path: Path, kind: str, text: str) -> None:
    code, page = drawn(text, kind), Image.new("L", (900, 700), 255)
    page.paste(code, (300, 200))
    ((said, named, (x1, y1, x2, y2)),) = found(page, tmp_path)
    assert said == text and named.replace(" ", "").replace("-", "") == kind
    assert 300 <= x1 < x2 <= 300 + code.width and 200 <= y1 <= y2 <= 200 + code.height
    assert x2 - x1 > code.width / 2


def test_several_come_from_top_to_bottom(tmp_path: Path) -> None:
    page = Image.new("L", (900, 900), 255)
    for number, at in enumerate([(500, 600), (40, 30), (450, 250)]):
        page.paste(drawn(f"code {number}"), at)
    assert [text for text, _, _ in found(page, tmp_path)] == ["code 1", "code 2", "code 0"]


def test_a_code_smaller_than_zxing_reads_is_looked_at_larger(tmp_path: Path) -> None:
    small = drawn(LONG, module=1.25)
    page = Image.new("L", (260, 230), 255)
    page.paste(small, (100, 90))
    assert not zxingcpp.read_barcodes(np.asarray(page))
    ((said, _, (x1, y1, x2, y2)),) = found(page, tmp_path)
    assert said == LONG
    assert x1 >= 100 and y1 >= 90 and x2 <= 100 + small.width and y2 <= 90 + small.height


def test_a_bar_code_that_leans_is_found_where_it_leans(tmp_path: Path) -> None:
    leaning = drawn("4006381333931", "EAN13").rotate(45, expand=True, fillcolor=255)
    page = Image.new("L", (800, 700), 255)
    page.paste(leaning, (250, 150))
    assert not zxingcpp.read_barcodes(np.asarray(page))
    ((said, _, (x1, y1, x2, y2)),) = found(page, tmp_path)
    assert said == "4006381333931"
    middle = 250 + leaning.width / 2, 150 + leaning.height / 2
    assert math.dist(middle, ((x1 + x2) / 2, (y1 + y2) / 2)) < leaning.width / 4


def test_a_large_picture_is_looked_at_smaller(tmp_path: Path) -> None:
    page = Image.new("L", (6000, 4000), 255)
    assert page.width * page.height > MOST_PIXELS
    code = drawn(module=12)
    page.paste(code, (5000, 3300))
    ((said, _, (x1, y1, x2, y2)),) = found(page, tmp_path)
    assert said == TEXT and 5000 <= x1 < x2 <= 5000 + code.width and 3300 <= y1 < y2 <= 3300 + code.height


def test_nothing_is_found_in_nothing(tmp_path: Path) -> None:
    assert found(Image.new("L", (300, 200), 255), tmp_path) == []
    assert found(Image.effect_noise((300, 200), 80), tmp_path) == []


def test_the_search_can_be_stopped(tmp_path: Path) -> None:
    drawn().convert("RGB").save(tmp_path / "a.png")

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        find_codes(open_array(tmp_path / "a.png"), stop)


def test_reading_a_picture_reads_its_codes_and_turning_turns_them(tmp_path: Path) -> None:
    page = Image.new("RGB", (400, 300), "white")
    page.paste(drawn("A", module=6), (200, 100))
    page.save(tmp_path / "a.png")
    read = read_page(tmp_path / "a.png", lambda _lines: None, lambda _fraction: None, Event())
    (code,) = read.codes or ()
    assert not read.lines and not read.unread, "its modules are no text"
    assert code.text == "A" and "A" in read.searched().split("\n")
    (turned,) = turned_page(read, 1).codes or ()
    x, y = code.quad[0]
    assert turned.quad[0] == (round(300 - y, 9), round(x, 9))
    assert Page("", 1, 1, 0.0).codes is None and turned_page(Page("", 2, 1, 0.0), 1).codes is None
