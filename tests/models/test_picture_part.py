"""A part of a picture: what a model is shown of it, and what the reader says is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from eyebox_models.protocol.page import Cell, Line, Page, Rect, Table, Word
from eyebox_models.text.part import page_inside
from eyebox_models.vision import pictures
from eyebox_models.vision.pictures import facts, rgb, upright


@pytest.fixture
def picture(tmp_path: Path) -> str:
    """40 x 30 pixels of which each has a colour of its own."""
    image = Image.new("RGB", (40, 30))
    image.putdata([(x, y, 7) for y in range(30) for x in range(40)])
    image.save(tmp_path / "p.png")
    return str(tmp_path / "p.png")


@pytest.mark.parametrize("turns", range(4))
def test_a_part_is_just_those_pixels(picture: str, turns: int) -> None:
    part = (5, 10, 17, 24)
    whole = upright(picture, turns)
    for made in (upright(picture, turns, part), rgb(picture, turns, part)):
        assert made.size == (12, 14) and made.tobytes() == whole.crop(part).tobytes()
    known, all_of_it = facts(picture, turns, part), facts(picture, turns)
    assert (known.width, known.height) == (12, 14)
    assert known.sha256 not in (all_of_it.sha256, facts(picture, turns, (5, 10, 17, 25)).sha256)


def test_a_part_outside_of_a_picture_that_has_become_smaller_is_a_pixel(picture: str) -> None:
    assert upright(picture, 0, (100, 100, 200, 200)).size == (1, 1)
    assert upright(picture, 0, (30, 20, 200, 200)).size == (10, 10)


@pytest.mark.parametrize("turns", (0, 1))
def test_a_very_large_picture_comes_as_small_as_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turns: int
) -> None:
    """Against the whole picture made as small by Pillow; its last rows and columns do not fill a square."""
    drawn = Image.radial_gradient("L").resize((903, 707)).convert("RGB")
    drawn.paste("red", (600, 100, 760, 300))
    drawn.save(tmp_path / "p.png")
    path, shown_at = str(tmp_path / "p.png"), ((40, 56) if turns else (56, 40))
    whole = upright(path, turns, None, shown_at)
    monkeypatch.setattr(pictures, "WHOLE_PIXELS", 500_000)
    made, finer = upright(path, turns, None, shown_at), rgb(path, turns, None, shown_at)
    assert whole.size == ((707, 903) if turns else (903, 707))
    assert made.size == shown_at and finer.size == (4 * shown_at[0], 4 * shown_at[1])
    for small in (made, finer.resize(shown_at, Image.Resampling.BICUBIC)):
        off = ImageChops.difference(small, whole.resize(shown_at, Image.Resampling.BICUBIC))
        assert max(ImageStat.Stat(off).mean) < 2
    assert upright(path, turns, (0, 0, 700, 700), shown_at).size == (700, 700)
    assert upright(path, turns, None, (300, 300)).size == whole.size


def line(text: str, x: float, y: float) -> Line:
    """Ten pixels a letter, twenty high."""

    def rect(start: int, end: int) -> Rect:
        return (x + 10 * start, y, x + 10 * end, y + 20)

    words, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        words.append(Word(word, rect(at, at + len(word))))
        at += len(word)
    x1, y1, x2, y2 = box = rect(0, len(text))
    return Line(text, 0.9, box, ((x1, y1), (x2, y1), (x2, y2), (x1, y2)), tuple(words))


def test_the_words_of_a_part_lie_in_its_own_pixels() -> None:
    page = Page(
        "p",
        400,
        300,
        0.1,
        (line("Total: 12 euros", 100, 100), line("far", 0, 0), line("Cash", 150, 140)),
        ((1,), (0, 2)),
    )
    found = page_inside(page, (150, 90, 205, 170))
    assert [one.text for one in found.lines] == ["12", "Cash"]
    assert found.blocks == ((0, 1),) and (found.width, found.height) == (55, 80)
    assert found.lines[0].box == (20, 10, 40, 30) and found.lines[1].box == (0, 50, 40, 70)
    assert page_inside(page, (0, 0, 400, 300)) == page
    assert page_inside(page, (300, 200, 310, 210)).lines == ()
    two = page_inside(page, (95, 90, 195, 130))
    assert [one.text for one in two.lines] == ["Total: 12"]


def test_of_a_table_a_part_has_its_rows_and_columns() -> None:
    cells = [
        Cell(
            row,
            column,
            f"{row}{column}",
            (40 * column, 20 * row, 40 * column + 40, 20 * row + 20),
            lines=(n,),
        )
        for n, (row, column) in enumerate((row, column) for row in range(3) for column in range(2))
    ]
    lines = tuple(line(cell.text, cell.box[0] + 5, cell.box[1]) for cell in cells)
    page = Page("a", 80, 60, 0.0, lines, tables=(Table((0, 0, 80, 60), 3, 2, tuple(cells)),))
    (table,) = page_inside(page, (0, 15, 80, 60)).tables
    assert (table.rows, table.columns, table.box) == (2, 2, (0, 5, 80, 45))
    assert [(cell.row, cell.column, cell.text, cell.lines) for cell in table.cells] == [
        (0, 0, "10", (0,)), (0, 1, "11", (1,)), (1, 0, "20", (2,)), (1, 1, "21", (3,)),
    ]  # fmt: skip
    assert page_inside(page, (0, 0, 30, 15)).tables == ()
