"""What is copied of a page: prose as prose, rows with columns as a table."""

from __future__ import annotations

import pytest

from eyebox.canvas.text_copy import copied_parts
from eyebox.canvas.text_selection import TextMap, parts
from eyebox.formats.copied import Form, joined
from eyebox_models.protocol.page import Page
from pages import line, page, written

BILL = page(
    line("LUNCH", 40, 0, height=30),
    line("Soup of the day", 40, 60), line("$7", 400, 61), line("Burger & fries", 40, 90), line("=12", 400, 91),
    line("Thank you for", 40, 200), line("com-", 40, 230), line("ing by", 40, 260),
    blocks=((0,), (1, 2, 3, 4), (5, 6, 7)),
)  # fmt: skip
ROWS = "Soup of the day\t$7\nBurger & fries\t'=12"


def whole(read: Page) -> list[tuple[int, int, int]]:
    everything = TextMap(read).everything()
    assert everything
    return list(parts(read, everything))


def test_rows_with_columns_are_copied_as_a_table_and_prose_as_prose() -> None:
    found = copied_parts(BILL, whole(BILL))
    assert found.text == f"LUNCH\n\n{ROWS}\n\nThank you for\ncom-\ning by"
    assert found.html == (
        "<p>LUNCH</p><table><tr><td>Soup of the day</td><td>$7</td></tr>"
        "<tr><td>Burger &amp; fries</td><td>&#x27;=12</td></tr></table><p>Thank you for<br>com-<br>ing by</p>"
    )


def test_a_part_of_a_row_is_a_part_of_the_table() -> None:
    found = copied_parts(BILL, [(1, 5, 15), (2, 0, 2), (3, 0, 6)])
    assert found.text == "of the day\t$7\nBurger\t"
    assert copied_parts(BILL, [(1, 0, 4)]) == copied_parts(written("Soup"), [(0, 0, 4)])


def test_prose_in_columns_is_no_table_unless_it_is_wanted() -> None:
    columns = page(
        line("one", 0, 0), line("two", 0, 30), line("three", 300, 0), line("four", 300, 30), blocks=((0, 1), (2, 3))
    )  # fmt: skip
    found = copied_parts(columns, whole(columns))
    assert (found.text, found.html) == ("one\ntwo\n\nthree\nfour", "")
    assert copied_parts(columns, whole(columns), "table").text == "one\tthree\ntwo\tfour"


def test_a_heading_over_columns_is_a_merged_cell() -> None:
    grid = page(
        line("All of the things that we sell here", 0, 0),
        line("Tea", 0, 30), line("2", 200, 30), line("3.50", 300, 30),
        line("Coffee", 0, 60), line("4.20", 300, 60),
    )  # fmt: skip
    found = copied_parts(grid, whole(grid), "table")
    assert found.text == "All of the things that we sell here\t\t\nTea\t2\t3.50\nCoffee\t\t4.20"
    assert found.html.startswith(
        '<table><tr><td colspan="3">All of the things that we sell here</td></tr><tr>'
    )


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("line", "LUNCH Soup of the day $7 Burger & fries =12 Thank you for coming by"),
        ("paragraph", "LUNCH\n\nSoup of the day $7 Burger & fries =12\n\nThank you for coming by"),
    ],
)
def test_lines_are_joined(form: Form, text: str) -> None:
    assert copied_parts(BILL, whole(BILL), form).text == text


def test_chinese_is_joined_without_spaces() -> None:
    assert joined(["你好，", "世界", "Hello", "a-", "B"]) == "你好，世界 Hello a- B"


def test_lines_that_run_downwards_keep_what_is_selected() -> None:
    upright = line("鲑鱼汉堡", 0, 0)
    (x1, y1, _, _), side = upright.box, 20
    quad = ((x1, y1), (x1 + side, y1), (x1 + side, y1 + 80), (x1, y1 + 80))
    read = page(type(upright)(upright.text, 1.0, (x1, y1, x1 + side, y1 + 80), quad))
    assert copied_parts(read, [(0, 1, 3)]).text == "鱼汉"
    assert copied_parts(read, [(0, 1, 3)], "table").text == "鱼汉"


def test_rows_far_from_each_other_are_one_table_where_their_columns_are_the_same() -> None:
    read = page(
        line("Tea", 0, 0), line("$2", 300, 0), line("Coffee", 0, 200), line("$3", 300, 200),
        line("a", 0, 400), line("b", 100, 400), line("c", 200, 400), line("d", 480, 400),
        blocks=((0, 1), (2, 3), (4, 5, 6, 7)),
    )  # fmt: skip
    assert copied_parts(read, whole(read)).text == "Tea\t$2\nCoffee\t$3\n\na\tb\tc\td"
