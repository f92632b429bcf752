"""Tables of a page as they are copied, and saved as Markdown, HTML, CSV and as a workbook."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from eyebox.canvas.text_copy import copied_parts
from eyebox.canvas.text_selection import TextMap, parts
from eyebox.formats import format_named
from eyebox.formats.copied import Cell as Shown
from eyebox.formats.copied import Table as ShownTable
from eyebox.formats.export import FileSink, SessionExport
from eyebox.formats.numerals import decimal_mark, numeral
from eyebox.formats.page_formats import FORMATS
from eyebox.formats.table_xlsx import sheets_of, workbook
from eyebox.formats.tables import as_csv, as_html_page, as_markdown, as_rows
from eyebox.session.types import PictureContent, PictureRecord, SessionInfo
from eyebox_models.protocol.page import Cell, Page, Table
from pages import line, page

ROWS = (("Where | when", ""), ("Tea\nfrom Peru", "3.50"), ("=SUM(A1)", "https://a.example"))


def tea() -> Page:
    """A title, and a table whose first row is one cell."""
    lines = (
        line("PRICES", 0, 0), line("Where | when", 0, 40), line("Tea", 0, 80), line("from Peru", 0, 100),
        line("3.50", 200, 80), line("=SUM(A1)", 0, 140), line("https://a.example", 200, 140),
    )  # fmt: skip
    cells = (
        Cell(0, 0, "Where | when", (0, 40, 400, 70), 1, 2, (1,)),
        Cell(1, 0, "Tea\nfrom Peru", (0, 70, 200, 130), lines=(2, 3)), Cell(1, 1, "3.50", (200, 70, 400, 130), lines=(4,)),
        Cell(2, 0, "=SUM(A1)", (0, 130, 200, 170), lines=(5,)),
        Cell(2, 1, "https://a.example", (200, 130, 400, 170), lines=(6,)),
    )  # fmt: skip
    made = page(*lines, blocks=((0,), (1, 2, 3, 4, 5, 6)))
    return replace(made, tables=(Table((0, 40, 400, 170), 3, 2, cells),))


def opened(data: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data))


def test_a_table_is_a_table_in_markdown() -> None:
    assert FORMATS["md"](tea()) == (
        "PRICES\n\n| Where \\| when |  |\n| --- | --- |\n| Tea<br>from Peru | 3.50 |\n"
        "| =SUM(A1) | https://a.example |\n"
    )


def test_csv_keeps_lines_of_a_cell_and_no_formula() -> None:
    assert as_csv(as_rows(tea().tables[0])) == (
        '\ufeffWhere | when,\r\n"Tea\nfrom Peru",3.50\r\n\'=SUM(A1),https://a.example\r\n'
    )


def test_html_has_spans_and_is_a_page() -> None:
    found = as_html_page(as_rows(tea().tables[0]), "a <b>")
    assert '<td colspan="2">Where | when</td>' in found and "Tea<br>from Peru" in found
    assert "<title>a &lt;b&gt;</title>" in found and 'charset="utf-8"' in found


def test_what_is_selected_of_a_table_is_copied_as_such() -> None:
    everything = TextMap(tea()).everything()
    assert everything
    found = copied_parts(tea(), parts(tea(), everything))
    assert found.text == ("PRICES\n\nWhere | when\t\nTea from Peru\t3.50\n'=SUM(A1)\thttps://a.example")
    assert found.html.startswith('<p>PRICES</p><table><tr><td colspan="2">')
    found = copied_parts(tea(), [(3, 5, 9), (4, 0, 4)], "table")
    assert found.text == "Peru\t3.50"


def test_a_workbook_has_numbers_spans_and_nothing_that_runs() -> None:
    sheets = sheets_of(tea(), "menu/1: [a]?")
    book = opened(workbook([*sheets, ("menu 1 a", ShownTable([[Shown("x")]]))]))
    assert book.sheetnames == ["menu 1 a", "menu 1 a (2)"]
    sheet = book.worksheets[0]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:B1"]
    assert [[cell.value for cell in row] for row in sheet] == [
        ["Where | when", None], ["Tea\nfrom Peru", 3.5], ["=SUM(A1)", "https://a.example"],
    ]  # fmt: skip
    assert sheet["B2"].data_type == "n" and sheet["B2"].number_format == "0.00"
    assert sheet["A3"].data_type == "s" and sheet["B3"].hyperlink is None
    assert sheet["A2"].alignment.wrap_text


def test_a_workbook_of_a_session_has_a_sheet_a_table_or_a_page(tmp_path) -> None:
    record = PictureRecord("p", "s", "/a/menu.png", "menu.png", width=400, height=300)
    plain = page(line("Soup", 0, 0), line("7", 400, 0))
    contents = [PictureContent(record, (), read) for read in (tea(), plain, None)]
    export = SessionExport(SessionInfo("s", "Menus", 0.0, 0.0), contents)
    format_named("xlsx").dump(export, FileSink(tmp_path / "a.xlsx"))
    book = opened((tmp_path / "a.xlsx").read_bytes())
    assert book.sheetnames == ["menu.png", "menu.png (2)"]
    assert [[cell.value for cell in row] for row in book.worksheets[1]] == [["Soup", 7]]
    format_named("xlsx").dump(replace(export, pictures=[]), FileSink(tmp_path / "b.xlsx"))
    assert len(opened((tmp_path / "b.xlsx").read_bytes()).sheetnames) == 1


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("12", 12, "0"), ("-3.5", -3.5, "0.0"), ("−7", -7, "0"), ("1,234.50", 1234.5, "#,##0.00"),
        ("1.234,50", 1234.5, "#,##0.00"), ("1 234,50", 1234.5, "#,##0.00"), ("1\u202f234", 1234, "#,##0"),
        ("1'234'567", 1234567, "#,##0"), ("12,34,567", 1234567, "#,##0"), ("3,50", 3.5, "0.00"), ("0.125", 0.125, "0.000"),
        ("12.5%", 0.125, "0.0%"), ("$1,200", None, ""), ("$1,200.00", 1200, '"$"#,##0.00'), ("9,99 €", 9.99, '0.00 "€"'),
        ("１２３", 123, "0"), ("2024", 2024, "0"),
        ("007", None, ""), ("0", 0, "0"), ("123456789012", None, ""), ("1.234", None, ""), ("1,234", None, ""),
        ("12.05.2024", None, ""), ("2024-05-12", None, ""), ("555 123 456", None, ""), ("555-0172", None, ""),
        ("-", None, ""), ("1.2.3", None, ""), ("10:30", None, ""), ("1e5", None, ""), ("x12", None, ""), ("", None, ""),
        ("1,23,4", None, ""), ("12,", None, ""), ("٣", 3, "0"),
    ],
)  # fmt: skip
def test_numbers_in_any_notation_that_means_one_thing(text: str, value: float | None, shown: str) -> None:
    found = numeral(text)
    if value is None:
        assert found is None
    else:
        assert found is not None and (found.value, found.format) == (value, shown)


def test_the_other_cells_say_what_a_mark_means() -> None:
    assert decimal_mark(["1.234", "7,50", "x"]) == "," and decimal_mark(["1.234"]) is None
    assert decimal_mark(["7,50", "7.50"]) is None
    assert (found := numeral("1.234", ",")) and found.value == 1234
    assert (found := numeral("1.234", ".")) and found.value == 1.234
    table = ShownTable([[Shown("1.234"), Shown("1.234")], [Shown("2,5"), Shown("5.5")]])
    sheet = opened(workbook([("a", table)])).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [1234, 1.234]


def test_markdown_of_no_rows_is_nothing() -> None:
    assert as_markdown(ShownTable([])) == ""
