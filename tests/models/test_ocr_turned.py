"""Pages that stand sideways or upside down read as they do upright, and their boxes lie on what they say."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import pages
from drawing import save
from eyebox_models.ocr import line as reading_line
from eyebox_models.ocr import reader as ocr
from eyebox_models.ocr.quarters import level_box, level_line, quarter
from eyebox_models.ocr.reader import read_page
from eyebox_models.ocr.recognise import Glyph, Reading
from eyebox_models.picture import PictureArray
from eyebox_models.protocol.page import Page, Rect
from eyebox_models.text.extract import extract
from eyebox_models.text.fields import read_fields
from eyebox_models.text.find import find
from eyebox_models.text.neighbours import Neighbours
from eyebox_models.text.table import table
from samples import f1, samples

SAMPLES = dict(samples(large=False))
TURNS = (90, 180, 270)


def read(image: Image.Image, folder: Path, **options: object) -> Page:
    file = save(image, folder / "page.png", **options)
    return read_page(file, lambda _: None, lambda _: None, threading.Event())


def turned(image: Image.Image, degrees: int) -> Image.Image:
    """Clockwise."""
    return image.rotate(-degrees, expand=True)


@pytest.mark.thorough
@pytest.mark.parametrize("name", SAMPLES)
def test_pictures_of_the_tests_read_the_same_in_each_quarter(name: str, tmp_path: Path) -> None:
    image, expected = SAMPLES[name]
    pages = [read(turned(image, degrees), tmp_path) for degrees in (0, *TURNS)]
    scores = [f1(expected, [line.text for line in page.lines]) for page in pages]
    assert not any(page.unread for page in pages)
    assert scores[0] > 0.98 and min(scores) > scores[0] - 0.02


@pytest.mark.parametrize(
    ("orientation", "degrees"),
    [
        (6, 90),
        pytest.param(3, 180, marks=pytest.mark.thorough),
        pytest.param(8, 270, marks=pytest.mark.thorough),
    ],
)
def test_turned_by_exif(orientation: int, degrees: int, tmp_path: Path) -> None:
    image, expected = SAMPLES["paragraph"]
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = read(image, tmp_path, exif=exif)
    assert [line.text for line in found.lines] == expected
    assert (found.width, found.height) == turned(image, degrees).size


@pytest.fixture(scope="module")
def upright(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return read(SAMPLES["code"][0], tmp_path_factory.mktemp("upright"))


@pytest.mark.parametrize("degrees", [90, 180, pytest.param(270, marks=pytest.mark.thorough)])
def test_order_blocks_and_boxes_are_those_of_the_upright_page(
    degrees: int, upright: Page, tmp_path: Path
) -> None:
    image, _ = SAMPLES["code"]
    found = read(turned(image, degrees), tmp_path)
    assert [line.text for line in found.lines] == [line.text for line in upright.lines]
    assert found.blocks == upright.blocks
    assert any(line.text.startswith("    ") for line in found.lines)
    for line, other in zip(found.lines, upright.lines, strict=True):
        back = level_line(line, degrees // 90, found.width, found.height)
        assert back.box == pytest.approx(other.box, abs=3)
        assert [w.text for w in back.words] == [w.text for w in other.words]
        for word, same in zip(back.words, other.words, strict=True):
            assert word.box == pytest.approx(same.box, abs=4)


def test_upright_pages_are_found_and_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image, expected = SAMPLES["columns"]
    cut: list[object] = []
    whole = reading_line.straightened

    def straightened(*arguments: object) -> object:
        cut.append(arguments[1])
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reading_line, "straightened", straightened)
    assert len(read(image, tmp_path).lines) == len(expected) == len(cut) == len(set(cut))


def test_one_sure_letter_of_many_does_not_make_a_line_upright(monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(Glyph(letter, 0.13 + 0.25 * n) for n, letter in enumerate("中医外科"))
    readings = [Reading((Glyph("中", 0.9),), 0.95), Reading(many, 0.99)]
    monkeypatch.setattr(reading_line, "recognise", lambda _cut: readings.pop(0))
    pixels = np.full((48, 160, 3), 255, np.uint8)
    for x in (12, 49, 86, 123):
        pixels[12:36, x : x + 26] = 0
    blocks = PictureArray(160, 48, lambda x1, y1, x2, y2: pixels[y1:y2, x1:x2])
    read = reading_line.read_quad(blocks, ((5, 5), (155, 5), (155, 44), (5, 44))).line
    assert read and read.text == "中医外科"
    assert read.quad[0] == (155, 44)


def test_no_heuristic_of_layout_takes_the_text_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_lines: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ocr, "arranged", fails)
    image, expected = SAMPLES["paragraph"]
    with caplog.at_level(logging.ERROR):
        found = read(image, tmp_path)
    assert [line.text for line in found.lines] == expected
    assert found.blocks == ((0,), (1,), (2,))
    assert "no reading order was found" in caplog.text


def on_its_side(upright: Page, turns: int) -> Page:
    """A page of 1000 x 1000 px turned clockwise."""
    return replace(upright, lines=tuple(level_line(one, -turns, 1000, 1000) for one in upright.lines))


def box_on_its_side(box: Rect, turns: int) -> Rect:
    return level_box(box, -turns, 1000, 1000)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_what_is_asked_of_a_page_does_not_depend_on_how_it_stands(turns: int) -> None:
    upright = pages.receipt()
    page = on_its_side(upright, turns)
    assert quarter(one.quad for one in page.lines) == turns
    cells, same = table(page), table(upright)
    assert [[cell.text for cell in row] for row in cells] == [[cell.text for cell in row] for row in same]
    for row, others in zip(cells, same, strict=True):
        for cell, other in zip(row, others, strict=True):
            assert (cell.box is None) == (other.box is None)
            if cell.box and other.box:
                assert cell.box == pytest.approx(box_on_its_side(other.box, turns), abs=0.01)
    names = ["Total", "Cash"]
    fields = [(field.name, field.value) for field in read_fields(page, names)]
    assert fields == [(field.name, field.value) for field in read_fields(upright, names)] != []
    assert [item.text for item in extract(page)] == [item.text for item in extract(upright)]
    for index in range(len(page.lines)):
        near, other_near = Neighbours(page), Neighbours(upright)
        assert near.right_of(index) == other_near.right_of(index)
        assert near.left_of(index) == other_near.left_of(index)
        assert near.below(index) == other_near.below(index)


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("words", [True, False])
def test_a_part_of_a_word_is_found_where_it_stands(turns: int, words: bool) -> None:
    upright = pages.page(pages.line("a longer word", 100, 100, words=words))
    page = on_its_side(upright, turns)
    (hit,), (same,) = find(page, "onge"), find(upright, "onge")
    assert hit.box == pytest.approx(box_on_its_side(same.box, turns), abs=0.01)
