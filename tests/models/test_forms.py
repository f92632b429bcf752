"""The forms in which an answer may copy a page."""

from __future__ import annotations

from eyebox_models.protocol.page import Cell, Line, Page, Table
from eyebox_models.text.forms import LONGEST, answer_forms


def page(*texts: str, **more: object) -> Page:
    lines = tuple(
        Line(text, 1.0, (0, 20 * n, 100, 20 * n + 15), ((0, 0), (1, 0), (1, 1), (0, 1)))
        for n, text in enumerate(texts)
    )
    return Page("a.png", 100, 200, 0.1, lines, **more)  # type: ignore[arg-type]


def test_a_page_is_given_line_by_line_and_as_running_text() -> None:
    assert answer_forms(page("To be or", "not to be", "谢谢", "惠顾", blocks=((0, 1), (2, 3)))) == (
        "To be or\nnot to be\n谢谢\n惠顾",
        "To be or not to be\n\n谢谢惠顾",
    )


def test_tables_are_given_in_markdown() -> None:
    cells = (Cell(0, 0, "Item"), Cell(0, 1, "Price"), Cell(1, 0, "oak\nboard", column_span=2))
    table = Table((0, 0, 9, 9), 2, 2, cells)
    assert (
        answer_forms(page("Item", tables=(table,)))[-1] == "| Item | Price |\n| --- | --- |\n| oak board |  |"
    )


def test_nothing_read_is_nothing_and_much_is_cut() -> None:
    assert answer_forms(None) == answer_forms(page()) == answer_forms(page(" ")) == ()
    assert max(map(len, answer_forms(page("a" * 2 * LONGEST)))) == LONGEST
