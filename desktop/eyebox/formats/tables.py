"""The tables of a page as they are copied and saved: with their spans, as Markdown, HTML or CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from eyebox.formats.copied import Cell, Rows, Table, table_html
from eyebox.formats.plain_text import block_numbers
from eyebox.formats.table_csv import MARK, delimited
from eyebox_models.protocol import page as found
from eyebox_models.protocol.page import Page
from eyebox_models.text.table import table as rows_of_page

_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")


def as_rows(table: found.Table) -> Table:
    """A table that was found, with all its places."""
    rows = [[Cell() for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = Cell(cell.text, cell.column_span, cell.row_span)
    return Table(rows)


def whole_page(page: Page) -> Table:
    """All text of a page as rows and columns."""
    return Table([[Cell(cell.text, cell.columns) for cell in row] for row in rows_of_page(page)])


@dataclass(frozen=True, slots=True)
class Part:
    """A block of lines, or a table with the numbers of its lines."""

    lines: tuple[int, ...]
    table: found.Table | None = None


def parts(page: Page) -> Iterator[Part]:
    """The blocks of a page in their order; the lines of a table are one part."""
    owner = {n: table for table in page.tables for cell in table.cells for n in cell.lines}
    for block in block_numbers(page):
        part: list[int] = []
        for number in block:
            if part and owner.get(part[-1]) is not owner.get(number):
                yield Part(tuple(part), owner.get(part[-1]))
                part = []
            part.append(number)
        if part:
            yield Part(tuple(part), owner.get(part[-1]))


def as_markdown(table: Table) -> str:
    """A Markdown table, whose first row is the head; what a span covers is empty."""
    if not table.rows:
        return ""
    lines = ["| " + " | ".join(_in_markdown(cell.text) for cell in row) + " |" for row in table.rows]
    lines.insert(1, "|" + " --- |" * len(table.rows[0]))
    return "\n".join(lines) + "\n"


def _in_markdown(text: str) -> str:
    return "<br>".join(_MARKS.sub(r"\\\1", " ".join(line.split())) for line in text.split("\n"))


def as_csv(table: Table) -> str:
    """CSV that Excel reads as UTF-8."""
    return MARK + delimited(texts(table.rows), end="\r\n")


def as_tsv(table: Table) -> str:
    """A row a line, cells parted by tabs."""
    return delimited(texts(table.rows), "tsv")


def as_html_page(table: Table, title: str) -> str:
    """A whole page with the table in it."""
    return (
        f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        "<style>table { border-collapse: collapse } td, th { border: 1px solid #999; padding: 4px 8px; "
        "vertical-align: top }</style></head>\n"
        f"<body>\n{table_html(table)}\n</body>\n</html>\n"
    )


def texts(rows: Rows) -> list[list[str]]:
    """What stands in the cells."""
    return [[cell.text for cell in row] for row in rows]
