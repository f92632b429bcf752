"""What lies on a picture turns along with it, and four quarters give exactly the same."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Cell, Line, Page, Table, Word
from eyebox_models.protocol.turning import turned_box, turned_page, turned_size

SIDE = st.integers(1, 40_000)
SHARE = st.integers(0, 1000)


@given(SIDE, SIDE, SHARE, SHARE, SHARE, SHARE, st.sampled_from((1, -1)))
def test_four_quarters_give_the_same(
    width: int, height: int, x1: int, y1: int, x2: int, y2: int, way: int
) -> None:
    corners = (x1 * width / 1000, y1 * height / 1000, x2 * width / 1000, y2 * height / 1000)
    around = (min(corners[::2]), min(corners[1::2]), max(corners[::2]), max(corners[1::2]))
    box = Box("a", *around, points=(corners[:2], corners[2:]))
    turned, size = box, (width, height)
    for _quarter in range(4):
        turned, size = turned_box(turned, *size, way), turned_size(*size, way)
    assert size == (width, height)
    assert all(math.isclose(a, b, abs_tol=1e-9) for a, b in zip(turned.xyxy, box.xyxy, strict=True))
    again = turned
    for _quarter in range(400):
        again, size = turned_box(again, *size, way), turned_size(*size, way)
    assert again == turned


def test_text_keeps_its_reading_direction() -> None:
    quad = ((10.0, 20.0), (90.0, 20.0), (90.0, 40.0), (10.0, 40.0))
    line = Line("up", 1.0, (10, 20, 90, 40), quad, (Word("up", (10, 20, 90, 40)),))
    turned = turned_page(Page("a", 100, 50, 0.0, (line,), ((0,),)), 1)
    assert (turned.width, turned.height) == (50, 100)
    assert turned.lines[0].quad == ((30, 10), (30, 90), (10, 90), (10, 10))
    assert turned.lines[0].box == turned.lines[0].words[0].box == (10, 10, 30, 90)
    assert turned_page(turned, 3).lines == (line,)


def test_tables_turn_along() -> None:
    table = Table(
        (10, 20, 90, 40), 1, 2, (Cell(0, 0, "a", (10, 20, 50, 40)), Cell(0, 1, "b", (50, 20, 90, 40)))
    )
    turned = turned_page(Page("a", 100, 50, 0.0, tables=(table,)), 1)
    assert turned.tables[0].box == (10, 10, 30, 90) and turned.tables[0].cells[1].box == (10, 50, 30, 90)
    assert turned_page(turned, 3).tables == (table,)
