from __future__ import annotations

import pytest

from eyebox_models.text.fields import read_fields
from eyebox_models.text.labels import is_field
from eyebox_models.text.table import table, to_markdown
from pages import line, menu, page, receipt, written


def texts(rows):
    return [[cell.text for cell in row] for row in rows]


def test_menu_is_a_table_of_names_and_prices():
    rows = texts(table(menu()))
    assert rows[0] == ["BURGERS", ""]
    assert rows[1] == ["Salmon Burger", "$10"]
    assert len(rows) == 14 and all(len(row) == 2 for row in rows)


def test_rows_of_a_leaning_receipt_stay_together():
    rows = texts(table(receipt()))
    assert ["SUB TOTAL", "", "17,000"] in [[*row[:1], "", row[-1]] for row in rows]
    assert all("".join(row) for row in rows)
    assert next(row for row in rows if row[0] == "1")[1:] == ["x 17,000", "17,000"]


def test_a_heading_over_two_columns_does_not_join_them():
    grid = page(
        line("All of the things that we sell here", 0, 0),
        line("Tea", 0, 30), line("2", 200, 30), line("3.50", 300, 30),
        line("Coffee", 0, 60), line("4.20", 300, 60),
    )  # fmt: skip
    rows = texts(table(grid))
    assert rows[1] == ["Tea", "2", "3.50"]
    assert rows[2] == ["Coffee", "", "4.20"]
    heading, _, _ = table(grid)[0]
    assert [cell.columns for cell in table(grid)[1]] == [1, 1, 1]
    assert (heading.text, heading.columns) == ("All of the things that we sell here", 3)


def test_a_long_cell_that_reaches_into_the_next_column_does_not_split_it():
    grid = page(
        line("aa", 0, 0), line("bb", 300, 0), line("cc", 600, 0),
        line("a" * 65, 0, 30), line("ccc", 700, 30),
        line("a", 0, 60), line("b", 300, 60), line("c" * 15, 600, 60),
    )  # fmt: skip
    assert texts(table(grid))[1:] == [["a" * 65, "", "ccc"], ["a", "b", "c" * 15]]


def test_a_line_with_a_wide_gap_is_two_cells():
    one = line("Tea 3.50", 0, 0)
    words = (one.words[0], type(one.words[1])("3.50", (300, 0, 340, 20)))
    wide = type(one)(one.text, 1.0, (0, 0, 340, 20), ((0, 0), (340, 0), (340, 20), (0, 20)), words)
    (row,) = table(page(wide))
    assert [(cell.text, cell.box) for cell in row] == [("Tea", (0, 0, 30, 20)), ("3.50", (300, 0, 340, 20))]


def test_plain_text_is_one_column_and_nothing_no_rows():
    assert texts(table(written("one line", "another"))) == [["one line"], ["another"]]
    assert table(page()) == ()
    assert to_markdown(()) == ""


def test_markdown_escapes():
    rows = table(page(line("a|b", 0, 0), line("*x*, y", 200, 0), line("c", 0, 30), line('"d"', 200, 30)))
    assert to_markdown(rows).splitlines() == ["| a\\|b | \\*x\\*, y |", "| --- | --- |", '| c | "d" |']


def values(document, *names):
    return [(field.name, field.value) for field in read_fields(document, names)]


def test_grand_total_of_the_receipt():
    (field,) = read_fields(receipt(), ["GRAND TOTAL"])
    assert field.value == "17,000" and field.line == receipt().lines.index(receipt().lines[field.line])
    assert field.box[1] == 794
    assert values(receipt(), "total", "sub total", "cash", "change") == [
        ("total", "17,000"), ("sub total", "17,000"), ("cash", "20,000"), ("change", "3,000"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Total: 12.50", "total", "12.50"),
        ("Total .......... $12.50", "total", "$12.50"),
        ("Invoice No. INV-17", "invoice number", "INV-17"),
        ("Invoice number: 48213", "invoice number", "48213"),
        ("Invocie number: 48213", "invoice number", "48213"),
        ("发票号码：01234567", "invoice number", "01234567"),
        ("发票号码：01234567", "发票号码", "01234567"),
        ("价税合计（大写）壹佰元整 （小写）¥100.00", "合计", "¥100.00"),
        ("合计：￥88.00", "total", "￥88.00"),
        ("姓名：张三 性别：男", "姓名", "张三"),
        ("姓名：张三 性别：男", "性别", "男"),
        ("Name: Jane Doe  Date: 2024-03-05", "name", "Jane Doe"),
        ("Name: Jane Doe  Date: 2024-03-05", "date", "2024-03-05"),
        ("Colour: green", "colour", "green"),
        ("Due date 5 March 2024", "due date", "5 March 2024"),
        ("on 2024-03-05", "date", "2024-03-05"),
    ],
)
def test_a_field_in_one_line(text, name, value):
    assert values(written(text), name) == [(name, value)]


def test_a_field_right_of_and_below_its_label():
    beside = page(
        line("Invoice No.", 0, 0), line("Date", 0, 60), line("48213", 300, 4), line("5.3.2024", 300, 64)
    )
    assert values(beside, "invoice number", "date") == [("invoice number", "48213"), ("date", "5.3.2024")]
    under = page(
        line("Invoice No.", 0, 0), line("Customer", 300, 0), line("48213", 0, 30), line("Jane Doe", 300, 30)
    )
    assert values(under, "invoice number", "customer") == [
        ("invoice number", "48213"),
        ("customer", "Jane Doe"),
    ]


def test_a_dish_is_a_label_too():
    assert values(menu(), "salmon burger") == [("salmon burger", "$10")]


def test_a_field_that_is_not_there_is_left_out():
    assert values(menu(), "invoice number") == []
    assert values(written("the total is high", "subtotals"), "total") == []


def test_known_fields():
    assert is_field("Invoice Number") and is_field("合计") and is_field("e-mail") and not is_field("burger")
