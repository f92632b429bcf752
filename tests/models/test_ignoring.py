"""Parts of a page whose text is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eyebox_models.protocol.page import Cell, Line, Page, Table
from eyebox_models.protocol.turning import turned_page
from eyebox_models.text.ignoring import ignoring, in_pixels, in_shares, with_line, without_line


def line(text: str, left: float, top: float) -> Line:
    right, bottom = left + 100, top + 20
    quad = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Line(text, 0.9, (left, top, right, bottom), quad)


LINES = (
    line("head", 0, 0),
    line("a", 0, 100),
    line("b", 0, 130),
    line("c", 300, 100),
    line("Page 3", 200, 460),
)
PAGE = Page("a.png", 500, 500, 0.1, LINES, ((0,), (1, 2), (3,), (4,)))
FOOT = (0.0, 440.0, 500.0, 500.0)


def texts(page: Page) -> list[list[str]]:
    return [[page.lines[n].text for n in block] for block in page.blocks]


def test_lines_whose_middle_lies_inside_are_left_out_and_come_back() -> None:
    page = ignoring(PAGE, [FOOT])
    assert texts(page) == [["head"], ["a", "b"], ["c"]] and [one.text for one in page.left_out] == ["Page 3"]
    assert page.ignored == (FOOT,) and "Page 3" not in page.searched() and page.is_corrected
    more = ignoring(page, [FOOT, (0, 120, 200, 160)])
    assert texts(more) == [["head"], ["a"], ["c"]] and len(more.left_out) == 2
    assert texts(ignoring(more, [FOOT])) == [["head"], ["a"], ["c"], ["b"]]
    assert ignoring(page, []) == PAGE, "what stood by itself is where it was"


def test_blocks_that_are_empty_and_lines_without_one() -> None:
    page = ignoring(replace(PAGE, blocks=((1, 2),)), [(0, 90, 200, 160)])
    assert texts(page) == [["head"], ["c"], ["Page 3"]]


def test_a_line_is_added_where_it_stands_and_taken_away() -> None:
    new = line("missed", 0, 60)
    page = with_line(PAGE, new)
    assert texts(page) == [["head"], ["missed"], ["a", "b"], ["c"], ["Page 3"]]
    assert without_line(page, new) == PAGE and without_line(PAGE, new) is PAGE


def test_tables_lose_what_is_left_out() -> None:
    cells = (Cell(0, 0, "a\nb", lines=(1, 2)), Cell(0, 1, "c", lines=(3,)))
    page = replace(PAGE, tables=(Table((0, 100, 400, 150), 1, 2, cells),))
    (table,) = ignoring(page, [(0, 125, 200, 160), FOOT]).tables
    assert [(cell.text, cell.lines) for cell in table.cells] == [("a", (1,)), ("c", (2,))]
    assert ignoring(page, [(0, 90, 500, 160)]).tables == ()


def test_shares_fit_pages_of_any_size() -> None:
    shares = in_shares([FOOT], 500, 500)
    assert shares == ((0.0, 0.88, 1.0, 1.0),)
    assert in_pixels(shares, 1000, 2000) == ((0, pytest.approx(1760), 1000, 2000),)
    assert in_shares([FOOT], 0, 0) == ()


def test_turned_with_the_picture() -> None:
    page = turned_page(ignoring(PAGE, [FOOT]), 1)
    assert page.ignored == ((0.0, 0.0, 60.0, 500.0),) and page.left_out[0].box == (20.0, 200.0, 40.0, 300.0)
    assert turned_page(page, 3) == ignoring(PAGE, [FOOT])
