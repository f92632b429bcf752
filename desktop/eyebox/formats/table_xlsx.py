"""A workbook for Excel and LibreOffice: a sheet a table, numbers as numbers, spans merged, no formula and no link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import product
from typing import Any, BinaryIO, Literal

from eyebox.formats.copied import Cell, Table
from eyebox.formats.export import SessionExport, Sink, in_file
from eyebox.formats.numerals import Mark, decimal_mark, numeral
from eyebox.formats.tables import as_rows, whole_page
from eyebox_models.protocol.page import Page

TITLE = "Workbook of tables (XLSX)"
SUFFIXES = (".xlsx",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("boxes", "chats"))

_MOST_ROWS, _MOST_COLUMNS, _LONGEST, _LONGEST_NAME = 1_048_576, 16_384, 32_767, 31
_WIDEST, _NARROWEST = 60, 6
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")

Sheet = tuple[str, Table]


def dump(export: SessionExport, sink: Sink) -> None:
    """A sheet for each table of each picture, or for its text where there is none."""
    sheets = (
        sheet
        for picture in map(in_file, export.pictures)
        if picture.page
        for sheet in sheets_of(picture.page, picture.record.name)
    )
    with sink.file() as file:
        write(sheets, file)


def sheets_of(page: Page, name: str, *, whole: bool = False) -> Iterator[Sheet]:
    """The sheets of a page: its tables, or all of it where there are none or it is wanted `whole`."""
    if whole or not page.tables:
        yield name, whole_page(page)
        return
    for number, table in enumerate(page.tables, 1):
        yield f"{name} {number}" if len(page.tables) > 1 else name, as_rows(table)


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The bytes of a workbook."""
    made = BytesIO()
    write(sheets, made)
    return made.getvalue()


def write(sheets: Iterable[Sheet], file: BinaryIO) -> None:
    """Writes a workbook; one without sheets has an empty one."""
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    made = BytesIO()
    book = Workbook(made, options | {"in_memory": True, "nan_inf_to_errors": True})
    formats: dict[str, Any] = {}
    taken: set[str] = set()
    for name, table in sheets:
        _fill(book, book.add_worksheet(_free(name, taken)), table, formats)
    if not taken:
        book.add_worksheet()
    book.close()
    file.write(made.getbuffer())


def _free(name: str, taken: set[str]) -> str:
    """A name that Excel takes, unlike the others."""
    plain = _NOT_IN_NAMES.sub(" ", name.encode("utf-8", "replace").decode("utf-8")).strip(" '")
    plain = " ".join(plain.split()) or "Table"
    number = 1
    while True:
        end = f" ({number})" if number > 1 else ""
        tried = _cut(plain, _LONGEST_NAME - len(end)).rstrip(" '") + end
        if tried.casefold() not in taken and tried.casefold() != "history":
            taken.add(tried.casefold())
            return tried
        number += 1


def _cut(text: str, units: int) -> str:
    """A text of so many UTF-16 units at most, as Excel counts them."""
    text = text[:units]
    while len(text.encode("utf-16-le")) > 2 * units:
        text = text[:-1]
    return text


def _fill(book: Any, sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    rows = table.rows[:_MOST_ROWS]
    columns = [*zip(*rows, strict=False)][:_MOST_COLUMNS]
    everywhere = decimal_mark(cell.text for row in rows for cell in row)
    marks = [decimal_mark(cell.text for cell in column) or everywhere for column in columns]
    covered: set[tuple[int, int]] = set()
    for y, x in product(range(len(rows)), range(len(columns))):
        cell = rows[y][x]
        if (y, x) in covered:
            continue
        down, right = min(cell.rows, len(rows) - y), min(cell.columns, len(columns) - x)
        places = {*product(range(y, y + down), range(x, x + right))}
        if len(places) > 1 and covered.isdisjoint(places):
            covered |= places
            sheet.merge_range(y, x, y + down - 1, x + right - 1, "", _format(book, formats, cell.text))
        _put(book, sheet, y, x, cell, marks[x], formats)
    for x, column in enumerate(columns):
        sheet.set_column(x, x, _width(column))


def _put(
    book: Any, sheet: Any, y: int, x: int, cell: Cell, mark: Mark | None, formats: dict[str, Any]
) -> None:
    number = numeral(cell.text, mark)
    if number is not None:
        sheet.write_number(y, x, number.value, _format(book, formats, "", number.format))
    elif cell.text:
        text = cell.text.encode("utf-8", "replace").decode("utf-8")
        sheet.write_string(y, x, _cut(text, _LONGEST), _format(book, formats, text))


def _format(book: Any, formats: dict[str, Any], text: str, shown: str = "") -> Any:
    """How a cell is shown: text of several lines on several lines, numbers as they were written."""
    key = shown or ("lines" if "\n" in text else "text")
    if key not in formats:
        about = {"valign": "top", "num_format": shown or "@"}
        formats[key] = book.add_format(about | ({"text_wrap": True} if key == "lines" else {}))
    return formats[key]


def _width(column: Sequence[Cell]) -> int:
    """Letters, Chinese ones counted twice; what runs over several columns asks for nothing."""
    lines = (line for cell in column if cell.columns == 1 for line in cell.text.split("\n"))
    longest = max((sum(2 if ord(c) > 0x2E7F else 1 for c in line) for line in lines), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)
