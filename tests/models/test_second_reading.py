"""A second reading of a picture: what it says for each line, where it differs, and the pixels that it is read from."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest

from eyebox_models.ocr.again import scaled
from eyebox_models.picture import PictureArray
from eyebox_models.protocol.page import Line, Word
from eyebox_models.text.second import by_likeness, by_place, differing, missed


def line(text: str, left: float, top: float) -> Line:
    """A level line whose characters are ten pixels wide."""
    words, at = [], 0
    for piece in text.split():
        at = text.index(piece, at)
        words.append(Word(piece, (left + 10.0 * at, top, left + 10.0 * (at + len(piece)), top + 20)))
        at += len(piece)
    right = left + 10.0 * len(text)
    quad = ((left, top), (right, top), (right, top + 20), (left, top + 20))
    return Line(text, 0.9, (left, top, right, top + 20), quad, tuple(words))


def test_characters_that_differ() -> None:
    assert differing("Gardem Pizza", "Garden Pizza") == (((5, 6),), ((5, 6),))
    assert differing("GRANDTOTAL", "GRAND TOTAL") == (((5, 5),), ((5, 6),))
    assert differing("12.5O", "12.50 x") == (((4, 5),), ((4, 7),))
    assert differing("same", "same") == ((), ())


def test_lines_are_told_by_their_places_however_they_are_cut() -> None:
    lines = [line("Total amount", 0, 0), line("12.50", 300, 0), line("Gardem Pizza", 0, 40)]
    joined = line("Total amount" + " " * 18 + "12.5O", 0, 2)
    pieces = [line("Garden", 0, 41), line("Pizza", 70, 39), line("elsewhere", 0, 400)]
    assert missed(lines, [joined, *pieces]) == [pieces[2]]
    assert by_place(lines, [joined, *reversed(pieces)]) == {0: "Total amount", 1: "12.5O", 2: "Garden Pizza"}


def test_chinese_pieces_are_joined_without_spaces() -> None:
    assert by_place([line("内分泌科室门诊", 0, 0)], [line("内分泌", 0, 0), line("科室门诊", 30, 0)]) == {
        0: "内分泌科室门诊"
    }


def test_what_a_model_wrote_is_told_by_its_likeness() -> None:
    lines = ["LUNCH MENU", "Gardem Pizza", "$14", "Tomato Soup"]
    answer = "```text\nLUNCH  MENU\nGarden Pizza $14\n\nTomato Soup\n```\nI hope this helps!"
    assert by_likeness(lines, answer) == {0: "LUNCH MENU", 1: "Garden Pizza", 2: "$14", 3: "Tomato Soup"}
    assert by_likeness(lines, "I can not read it.") == {}


@pytest.mark.parametrize("scale", [2.0, 0.5])
def test_parts_of_a_scaled_picture_are_those_of_the_whole(scale: float) -> None:
    pixels = np.random.default_rng(3).integers(0, 255, (60, 80, 3)).astype(np.uint8)
    picture = PictureArray(80, 60, lambda x1, y1, x2, y2: pixels[y1:y2, x1:x2])
    seen = scaled(picture, 10, 6, 60, 48, scale)
    assert (seen.width, seen.height) == (60 * scale, 48 * scale)
    whole = seen.crop(0, 0, seen.width, seen.height)
    part = seen.crop(6, 4, 12, 10)
    assert np.abs(whole[4:14, 6:18].astype(int) - part).max() <= 1
    flat = PictureArray(80, 60, lambda x1, y1, x2, y2: np.full((y2 - y1, x2 - x1, 3), 77, np.uint8))
    assert (scaled(flat, 0, 0, 80, 60, scale).crop(0, 0, 40, 30) == 77).all()


def test_a_part_is_read_larger_and_placed_on_the_picture(tmp_path) -> None:
    from PIL import Image, ImageDraw, ImageFont

    from eyebox_models.ocr.again import read_again

    picture = Image.new("RGB", (500, 300), "white")
    ImageDraw.Draw(picture).text(
        (220, 200), "Garden Pizza", "black", ImageFont.truetype("DejaVuSans.ttf", 20)
    )
    ImageDraw.Draw(picture).text((20, 20), "Salmon", "black", ImageFont.truetype("DejaVuSans.ttf", 20))
    path = tmp_path / "menu.png"
    picture.save(path)
    page = read_again(path, (200, 180, 480, 260), 2.0, lambda _share: None, Event())
    (found,) = page.lines
    assert found.text == "Garden Pizza" and (page.width, page.height) == (500, 300)
    assert found.box[0] == pytest.approx(220, abs=8) and found.box[3] == pytest.approx(224, abs=8)
    assert found.words[1].box[0] == pytest.approx(298, abs=12)


@pytest.mark.parametrize("part", [(90, 70, 120, 90), (-50, -50, -10, -10), (79.5, 10, 200, 30)])
def test_a_part_outside_of_the_picture_holds_no_text(tmp_path, part) -> None:
    from PIL import Image

    from eyebox_models.ocr.again import read_again

    Image.new("RGB", (80, 60), "white").save(tmp_path / "a.png")
    page = read_again(str(tmp_path / "a.png"), part, 2.0, lambda _fraction: None, Event())
    assert (page.width, page.height, page.lines) == (80, 60, ())
