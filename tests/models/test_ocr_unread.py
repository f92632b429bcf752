"""Text in scripts that the networks don't know is counted, and nothing else is."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from drawing import Text, gradient, page, save, sentence
from eyebox_models.ocr.reader import read_page
from eyebox_models.protocol.page import Page

SCRIPTS = {
    "cyrillic": (
        "sans",
        ["Съешь же ещё этих мягких французских булок", "Москва, улица Ленина, дом 5", "Привет"],
    ),
    "greek": ("sans", ["Ξεσκεπάζω την ψυχοφθόρα βδελυγμία", "γρήγορη καφέ αλεπού πηδάει"]),
    "arabic": ("sans", ["الفاتورة مستحقة الدفع يوم الجمعة", "القاهرة جمهورية مصر العربية"]),
    "hebrew": ("sans", ["שלום עולם זה מבחן", "החשבונית לתשלום ביום שישי"]),
    "georgian": ("sans", ["გამარჯობა მსოფლიო", "ანგარიშფაქტურა პარასკევს"]),
    "korean": ("chinese", ["다람쥐 헌 쳇바퀴에 타고파", "안녕하세요 세계", "서울특별시 강남구"]),
}


def read(image: Image.Image, folder: Path) -> Page:
    file = save(image, folder / "page.png")
    return read_page(file, lambda _: None, lambda _: None, threading.Event(), scripts=())


def drawn(lines: list[str], font: str) -> Image.Image:
    return page(800, 40 + 60 * len(lines), [Text(40, 30 + 60 * i, t, 28, font) for i, t in enumerate(lines)])


@pytest.mark.parametrize("script", SCRIPTS)
def test_lines_of_unknown_scripts_are_counted(script: str, tmp_path: Path) -> None:
    font, lines = SCRIPTS[script]
    assert len(lines) / 2 <= read(drawn(lines, font), tmp_path).unread <= len(lines)


def test_known_lines_beside_them_are_read_as_before(tmp_path: Path) -> None:
    lines = ["The invoice is due on Friday", "다람쥐 헌 쳇바퀴에 타고파", "发票应于星期五前支付"]
    found = read(drawn(lines, "chinese"), tmp_path)
    assert [line.text for line in found.lines] == [lines[0], lines[2]]
    assert found.unread == 1


def test_numbers_in_a_line_that_is_not_read_are_kept(tmp_path: Path) -> None:
    found = read(drawn(["Счёт на оплату № 12345 от 3 марта"], "sans"), tmp_path)
    assert "12345" in found.lines[0].text and found.unread == 1


def test_no_letters_are_made_up_for_an_unknown_script(tmp_path: Path) -> None:
    """Upside down some of it looks like a letter or two, which is no reason to show these."""
    assert read(drawn(SCRIPTS["korean"][1], "chinese"), tmp_path).lines == ()


def test_rules_dots_and_blanks_are_no_text(tmp_path: Path) -> None:
    texts = [
        Text(40, 40, "1 Introduction ........................ 5", 24),
        Text(40, 100, "Name: ______________________", 24),
        Text(40, 160, "Total                                       $5", 24),
        Text(40, 220, "-----  - - - -  * * *", 24),
    ]
    image = page(760, 340, texts)
    draw = ImageDraw.Draw(image)
    draw.line((40, 290, 720, 290), "black", 3)
    for number in range(6):
        draw.rectangle((40 + 60 * number, 304, 70 + 60 * number, 334), "gray", "black", 2)
    assert read(image, tmp_path).unread == 0


@pytest.mark.parametrize(
    "image", [gradient(500, 400), Image.effect_noise((600, 400), 90)], ids=["gradient", "noise"]
)
def test_what_is_no_text_is_not_counted(image: Image.Image, tmp_path: Path) -> None:
    assert read(image, tmp_path).unread == 0


def test_the_page_says_how_many_in_json(tmp_path: Path) -> None:
    found = read(drawn([sentence(1, 4)], "sans"), tmp_path)
    assert found.to_json()["unread"] == 0
