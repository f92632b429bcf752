"""Reading order of lines, from their places alone."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.ocr.layout import arranged, in_order_of
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Cell, Line, Page, Table, Word
from eyebox_models.text.extract import extract
from eyebox_models.text.fields import read_fields
from eyebox_models.text.find import find
from eyebox_models.text.table import table
from lines import line

PROSE = "running text that fills the width of its column"


def texts(lines: list[Line], seed: int = 1) -> list[str]:
    """The texts in reading order, whatever order the lines come in."""
    shuffled = random.Random(seed).sample(lines, len(lines))
    return [found.text for found in arranged(shuffled)[0]]


def blocks(lines: list[Line]) -> list[list[str]]:
    ordered, numbers = arranged(lines)
    return [[ordered[number].text for number in block] for block in numbers]


@pytest.mark.parametrize("lean", [0, 3, -8, 25, -40, 180])
def test_columns_before_rows(lean: float) -> None:
    left = [line(f"left {row} {PROSE}", 0, 100 + 26 * row, lean=lean) for row in range(8)]
    right = [line(f"right {row} {PROSE}", 600, 100 + 26 * row, lean=lean) for row in range(8)]
    assert texts(left + right) == [found.text for found in left + right]


def test_title_before_columns_and_footer_after() -> None:
    title = line("A title that spans both of the columns below it, " * 2, 0, 0)
    left = [line(f"left {row} {PROSE}", 0, 60 + 26 * row) for row in range(6)]
    right = [line(f"right {row} {PROSE}", 600, 60 + 26 * row) for row in range(6)]
    footer = line("A footer that spans both of the columns above it, " * 2, 0, 300)
    whole = [title, *left, *right, footer]
    assert texts(whole) == [found.text for found in whole]


def test_a_table_is_one_block_cell_by_cell() -> None:
    above = line(f"above {PROSE}", 0, 0)
    cells = [
        line("two", 0, 60),
        line("lines", 0, 82),
        line("1", 200, 60),
        line("3", 0, 120),
        line("4", 200, 120),
    ]
    below = line(f"below {PROSE}", 0, 200)
    lines = [below, *reversed(cells), above]
    ordered, numbers = arranged(lines, [(5, 4, 3, 2, 1)])
    assert [found.text for found in ordered] == [found.text for found in (above, *cells, below)]
    assert numbers == ((0,), (1, 2, 3, 4, 5), (6,))


def test_tables_keep_their_lines_in_another_order() -> None:
    lines = (line("1", 200, 0), line("a", 0, 0))
    cells = (Cell(0, 0, "a", lines=(1,)), Cell(0, 1, "1", lines=(0,)))
    page = Page("", 300, 50, 0.0, lines, ((0, 1),), tables=(Table((0, 0, 300, 50), 1, 2, cells),))
    rows = in_order_of(page, "rows")
    assert [rows.lines[cell.lines[0]].text for cell in rows.tables[0].cells] == ["a", "1"]
    assert in_order_of(page, "code").tables == ()


def test_paragraphs_stay_in_their_column() -> None:
    left = [line(f"left {row} {PROSE}", 0, y) for row, y in enumerate((0, 26, 52, 130, 156, 182))]
    right = [line(f"right {row} {PROSE}", 600, y) for row, y in enumerate((0, 26, 52, 130, 156, 182))]
    assert texts(left + right) == [found.text for found in left + right]
    assert len(blocks(left + right)) == 4


@pytest.mark.parametrize("lean", [0, 4, -4])
def test_rows_of_a_menu(lean: float) -> None:
    expected = [line("BURGERS", 0, 0, height=34, character=24, lean=lean)]
    for row, name in enumerate(["Salmon Burger", "Turkey Burger", "Veggie Burger", "Bison Burger"]):
        expected += [
            line(name, 0, 60 + 40 * row, lean=lean),
            line(f"${10 + row}", 420, 62 + 40 * row, lean=lean),
        ]
    assert texts(expected) == [found.text for found in expected]


def test_rows_of_a_receipt_with_long_descriptions() -> None:
    expected = []
    for row in range(4):
        expected += [
            line(f"item {row} with quite a long description of it", 0, 40 * row),
            line(f"{row},299.00", 700, 40 * row),
        ]
    assert texts(expected) == [found.text for found in expected]


def test_rows_of_a_table() -> None:
    cells = [
        line(f"{word} {row}", 220 * column, 36 * row)
        for row in range(5)
        for column, word in enumerate(("name", "town", "phone"))
    ]
    assert texts(cells) == [cell.text for cell in cells]
    assert len(blocks(cells)) == 1


def test_side_bar_is_no_part_of_the_rows_beside_it() -> None:
    side = [line(f"entry {row}", 0, 31 * row) for row in range(12)]
    main = [line(f"{row} {PROSE}", 300, 24 * row) for row in range(14)]
    assert texts(side + main) == [found.text for found in side + main]


def test_an_address_at_the_right_comes_before_one_below_it_at_the_left() -> None:
    sender = [
        line(text, 600, 26 * row) for row, text in enumerate(("Northgate Ltd.", "14 Mill Lane", "Kendal"))
    ]
    reader = [
        line(text, 0, 130 + 26 * row) for row, text in enumerate(("Aisha Khan", "27 Harbour St", "Whitby"))
    ]
    date = line("12 March 2024", 620, 270)
    letter = [
        line("Dear customer,", 0, 330),
        *(line(f"{row} {PROSE} {PROSE}", 0, 380 + 26 * row) for row in range(4)),
    ]
    whole = [*sender, *reader, date, *letter]
    assert [text.lstrip() for text in texts(whole)] == [found.text for found in whole]


def test_values_right_of_labels_below_an_address() -> None:
    """Other lines of the same column, beyond one that spans both, say nothing about the rows."""
    address = [
        line(text, 30, 26 * row)
        for row, text in enumerate(("SERI BAYU TRADING SDN BHD", "NO 2, JALAN 4, MASAI", "Tel:07-388 2218"))
    ]
    expected = [*address]
    for row, (label, value) in enumerate(
        (("Date", ": 15/01/2019"), ("Cashier", ": SAMUEL OSEI"), ("Bill To", ": THE QUARRY"))
    ):
        expected += [line(label, 0, 120 + 26 * row), line(value, 130, 120 + 26 * row)]
    expected += [
        line(text, 0, 220 + 26 * row)
        for row, text in enumerate(("VISA CARD of the customer", "Approval code of the bank"))
    ]
    assert [text.lstrip() for text in texts(expected)] == [found.text for found in expected]


def test_a_long_cell_does_not_take_its_neighbours_out_of_their_rows() -> None:
    """As on the boards of hospitals: one entry reaches over two columns."""
    expected = []
    for row in range(5):
        long = row == 4
        expected += [
            line("消化科/内科/外科" if not long else "动态血压监测/动态心电监测/平板运动实验", 0, 30 * row)
        ]
        expected += [] if long else [line("中医科", 300, 30 * row)]
        expected += [line("营养科/计划生育", 500, 30 * row)]
    assert texts(expected) == [found.text for found in expected]


def test_two_lists_of_prices_beside_each_other() -> None:
    def listed(x: float, title: str, names: list[str]) -> list[Line]:
        rows = [line(title, x, 0, height=30, character=15)]
        for row, name in enumerate(names):
            rows += [line(name, x, 50 + 34 * row), line(f"${row + 4}.50", x + 330, 50 + 34 * row)]
        return rows

    left = listed(0, "STARTERS", ["Onion Soup", "Caesar Salad", "Garlic Bread"])
    right = listed(480, "MAINS", ["Grilled Salmon", "Fish and Chips", "Veggie Burger"])
    assert texts(left + right) == [found.text for found in left + right]


def test_rows_with_numbers_in_the_middle_stay_rows() -> None:
    cells = [
        line(text, x, 34 * row)
        for row in range(5)
        for text, x in ((f"name {row}", 0), (f"{row * 7}", 220), ("kilograms", 320), (f"{row},50", 560))
    ]
    assert texts(cells) == [cell.text for cell in cells]


def test_pieces_of_a_line_are_read_one_after_the_other() -> None:
    """The detector parts lines where their words are far apart."""
    whole = []
    for row, cut in enumerate((47, 30, 12, 41, 22, 35)):
        words = f"{row} {PROSE}".replace(" ", "_")
        whole += [line(words[:cut], 0, 26 * row), line(words[cut:], 10 * cut + 8, 27 * row)]
    whole = [one for one in whole if one.text]
    assert [text.lstrip() for text in texts(whole)] == [found.text for found in whole]


def test_cells_that_stand_close_are_no_pieces_of_a_line() -> None:
    rows = [
        ("中西医结合心内科", "心脏血管外科"),
        ("血液科", "普通内科"),
        ("肾病科", "心理咨询"),
        ("营养科", "眼科"),
    ]
    expected = [
        line(text, x, 30 * row, height=24, character=20)
        for row, cells in enumerate(rows)
        for text, x in zip(cells, (0, 170), strict=True)
    ]
    assert texts(expected) == [found.text for found in expected]


def test_labels_left_of_groups() -> None:
    expected = []
    for floor, top in ((4, 0), (3, 400)):
        expected.append(line(f"{floor}F", 0, top + 10, height=90, character=50))
        expected += [line(f"{floor} department {row}", 240, top + 30 * row) for row in range(4)]
    assert texts(expected) == [found.text for found in expected]


def test_paragraphs_are_blocks() -> None:
    first = [line(f"{row} {PROSE}", 0, 26 * row) for row in range(3)]
    second = [line(f"{row} more {PROSE}", 0, 130 + 26 * row) for row in range(3)]
    assert blocks(first + second) == [[f.text for f in first], [s.text for s in second]]


CODE = [
    "def read(path, stop):",
    "    lines = []",
    "    for tile in tiles(path):",
    "        if stop.is_set():",
    "            raise Stopped",
    "",
    "    return sorted(lines)",
]


@pytest.mark.parametrize("numbered", [False, True])
def test_code_keeps_its_indentation(numbered: bool) -> None:
    drawn = [
        line(text.strip(), 50 + 10 * (len(text) - len(text.lstrip())), 26 * row)
        for row, text in enumerate(CODE)
        if text
    ]
    numbers = [line(str(row + 1), 0, 26 * row) for row, text in enumerate(CODE) if text]
    read = texts(drawn + numbers if numbered else drawn)
    assert [text for text in read if not text.isdecimal()] == [text for text in CODE if text]


def test_prose_gets_no_spaces() -> None:
    widths = (9, 11.5, 8.2, 10.4, 12, 9.3)
    lines = [
        line(f"{row} {PROSE}", 40 if row == 0 else 0, 26 * row, character=width)
        for row, width in enumerate(widths)
    ]
    assert texts(lines) == [found.text for found in lines]


def test_nothing() -> None:
    assert arranged([]) == ((), ())


@st.composite
def some_lines(draw: st.DrawFn) -> list[Line]:
    lean = draw(st.sampled_from([0, 0, 5, -30, 90, 180]))
    places = draw(
        st.lists(
            st.tuples(
                st.floats(0, 2000), st.floats(0, 2000), st.floats(1, 120), st.text("ab 1文", max_size=30)
            ),
            max_size=40,
        )
    )
    return [line(text, x, y, height, height / 2, lean) for x, y, height, text in places]


@given(some_lines())
def test_no_line_is_lost_or_doubled(lines: list[Line]) -> None:
    ordered, numbers = arranged(lines)
    assert Counter((o.quad, o.text.lstrip()) for o in ordered) == Counter(
        (found.quad, found.text.lstrip()) for found in lines
    )
    assert list(chain.from_iterable(numbers)) == list(range(len(lines)))


@st.composite
def mixed_lines(draw: st.DrawFn) -> list[Line]:
    """Lines that lean each by itself, some sheared until nothing of them is left, some twice in one place."""
    found = []
    for _ in range(draw(st.integers(0, 12))):
        text = draw(st.sampled_from(["invoice number 12345", "Total: $12.50", "文字", ""]))
        x, y = draw(st.sampled_from([0, 40, 900])), draw(st.sampled_from([0, 26, 900]))
        height = draw(st.sampled_from([20.0, 300.0, 0.0]))
        drawn = line(text, x, y, height, 10, draw(st.sampled_from([90, 270, 0, 180, 45])))
        across, down = draw(st.sampled_from([(0.0, 0.0), (0.0, 0.0), (0.5, 0.0), (30.0, -1.0), (1.0, -1.0)]))
        found += [sheared(drawn, across, down)] * draw(st.sampled_from([1, 1, 2]))
    return found


def sheared(drawn: Line, across: float, down: float) -> Line:
    def moved(point: tuple[float, float]) -> tuple[float, float]:
        return round(point[0] + across * point[1], 1), round(point[1] + down * point[0], 1)

    def around(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        x1, y1, x2, y2 = box
        return enclosing(map(moved, ((x1, y1), (x2, y1), (x2, y2), (x1, y2))))

    a, b, c, d = map(moved, drawn.quad)
    words = tuple(Word(word.text, around(word.box)) for word in drawn.words)
    return replace(drawn, quad=(a, b, c, d), box=around(drawn.box), words=words)


@given(mixed_lines())
def test_turned_sheared_and_mixed_lines_never_end_a_read(lines: list[Line]) -> None:
    ordered, numbers = arranged(lines)
    assert Counter((o.quad, o.text.lstrip()) for o in ordered) == Counter(
        (found.quad, found.text.lstrip()) for found in lines
    )
    assert list(chain.from_iterable(numbers)) == list(range(len(lines)))
    whole = Page("page.png", 1000, 1000, 0.1, ordered, numbers)
    cells = table(whole)
    assert len({len(row) for row in cells}) <= 1
    extract(whole)
    read_fields(whole, ["Total", "Invoice number"])
    find(whole, "12")


def test_words_one_above_another_have_no_width() -> None:
    """Text on its side beside level text: its words begin at one place, which tells no width of characters."""
    across = [line("several longer words upright", 20 * row, -400, lean=90) for row in range(3)]
    level = [line(text, 600, 26 * row) for row, text in enumerate(CODE) if text]
    ordered, _ = arranged([*across, *level, *level])
    assert len(ordered) == 3 + 2 * len(level)


@pytest.mark.parametrize("lean", [90, 180, 270])
def test_code_on_its_side_keeps_its_indentation(lean: float) -> None:
    drawn = [
        line(text.strip(), 50 + 10 * (len(text) - len(text.lstrip())), 26 * row, lean=lean)
        for row, text in enumerate(CODE)
        if text
    ]
    assert texts(drawn) == [text for text in CODE if text]


def test_rows_that_join_over_several_steps_stay_one_block() -> None:
    boxes = (
        (0, 1561, 5, 1571),
        (55, 1565, 59.5, 1574),
        (53, 1560, 58.5, 1571),
        (65, 1562, 71.5, 1575),
        (58, 1561, 66, 1577),
    )
    lines = [
        Line("", 0.99, (x1, y1, x2, y2), ((x1, y1), (x2, y1), (x2, y2), (x1, y2))) for x1, y1, x2, y2 in boxes
    ]
    ordered, _ = arranged(lines)
    assert Counter(ordered) == Counter(lines)


def page(lines: list[Line]) -> Page:
    ordered, numbers = arranged(lines)
    return Page("p.png", 1000, 1000, 0.1, ordered, numbers)


def in_blocks(page: Page) -> list[list[str]]:
    return [[page.lines[number].text for number in block] for block in page.blocks]


@pytest.mark.parametrize("lean", [0, 3, -8, 180])
def test_rows_and_columns_when_they_are_asked_for(lean: float) -> None:
    """A list of dishes with prices, which is rows by itself, and two columns of prose, which are not."""
    dishes = [line(f"dish {row}", 0, 100 + 26 * row, lean=lean) for row in range(5)]
    prices = [line(f"{row}.50", 600, 100 + 26 * row, lean=lean) for row in range(5)]
    left = [line(f"left {row} {PROSE}", 0, 400 + 26 * row, lean=lean) for row in range(5)]
    right = [line(f"right {row} {PROSE}", 600, 400 + 26 * row, lean=lean) for row in range(5)]
    read = page([*dishes, *prices, *left, *right])
    assert in_order_of(read, "automatic") is read
    pairs = [
        [text.text for pair in zip(*both, strict=True) for text in pair]
        for both in ((dishes, prices), (left, right))
    ]
    assert in_blocks(in_order_of(read, "rows")) == pairs
    assert in_blocks(in_order_of(read, "columns")) == [
        [x.text for x in of] for of in (dishes, left, prices, right)
    ]
    assert {x.text for x in in_order_of(read, "columns").lines} == {x.text for x in read.lines}


def test_a_listing_keeps_its_indentation_and_joins_its_rows() -> None:
    """Also where characters are not evenly wide, which is no code by itself."""
    code = [line("def main():", 100, 0), line("return [", 140, 26), line("one,", 180, 52), line("# first", 320, 52),
            line("]", 140, 78), line("main()", 100, 200)]  # fmt: skip
    listing = in_order_of(page(code), "code")
    assert listing.lines[0].text == "def main():"
    found = {x.text.strip(): len(x.text) - len(x.text.lstrip()) for x in listing.lines}
    assert found["return ["] == found["]"] == pytest.approx(found["def main():"] + 4, abs=1)
    (joined,) = [x for x in listing.lines if "one," in x.text]
    assert joined.text.endswith("# first") and "one,   " in joined.text
    assert joined.box[0] == 180 and joined.box[2] >= 320
    assert [word.text for word in joined.words] == ["one,", "#", "first"]
    assert len(listing.blocks) == 2


@given(st.sampled_from(["columns", "rows", "code"]), st.integers(0, 12), st.integers(0, 10_000))
def test_no_order_loses_text(order: str, count: int, seed: int) -> None:
    chance = random.Random(seed)
    lines = [line(f"line {n}", chance.randrange(900), chance.randrange(900)) for n in range(count)]
    ordered = in_order_of(page(lines), order)  # type: ignore[arg-type]
    words = Counter(word for x in ordered.lines for word in x.text.split())
    assert words == Counter(word for x in lines for word in x.text.split())
    assert sorted(chain.from_iterable(ordered.blocks)) == list(range(len(ordered.lines)))
