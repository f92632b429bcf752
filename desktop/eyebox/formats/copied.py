"""What the clipboard gets of text and tables: plain text with tabs, and HTML that spreadsheets and mail take as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

from eyebox.formats.table_csv import delimited, safe_cell
from eyebox_models.protocol.dataclass import dataclass

Form = Literal["as it stands", "line", "paragraph", "table"]
"""How a selection is copied: rows with columns as such and all else line by line; all on one line; each paragraph on
one line; all as rows and columns."""

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, and over how many columns and rows it runs, to its right and down."""

    text: str = ""
    columns: int = 1
    rows: int = 1


Rows = Sequence[Sequence[Cell]]
"""The rows of a table, all of one length: where a cell runs over others, these are empty."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A text, and where there is a table in it, HTML ("" without one)."""

    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `has_head` says that its first row is the head."""

    rows: Rows
    has_head: bool = False


def copied(parts: Iterable[str | Table], between: str = "\n") -> Copied:
    """Prose and tables, one after the other, `between` them in the text; no cell is taken for a formula."""
    parts = list(parts)
    text = between.join(part if isinstance(part, str) else _as_tsv(part) for part in parts)
    if not any(isinstance(part, Table) for part in parts):
        return Copied(text)
    return Copied(
        text, "".join(_prose(part) if isinstance(part, str) else table_html(part) for part in parts)
    )


def joined(texts: Iterable[str]) -> str:
    """Lines as one: a word cut at a line's end is whole again, and nothing stands between Chinese characters."""
    whole = ""
    for text in texts:
        text = " ".join(text.split())
        if not whole or not text:
            whole += text
        elif _HYPHEN.search(whole) and text[0].islower():
            whole = whole[:-1] + text
        elif _UNSPACED.match(whole[-1]) and _UNSPACED.match(text):
            whole += text
        else:
            whole += " " + text
    return whole


def _as_tsv(table: Table) -> str:
    return delimited(([cell.text for cell in row] for row in table.rows), "tsv").removesuffix("\n")


def table_html(table: Table) -> str:
    """A table as HTML, with its spans."""
    shown: list[str] = []
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(table.rows):
        tag = "th" if table.has_head and not y else "td"
        shown.append("<tr>")
        for x, cell in enumerate(row):
            if (y, x) in covered:
                continue
            covered |= {(y + down, x + right) for down in range(cell.rows) for right in range(cell.columns)}
            over = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            over += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            shown.append(f"<{tag}{over}>{_lines(safe_cell(cell.text))}</{tag}>")
        shown.append("</tr>")
    return "<table>" + "".join(shown) + "</table>"


def _prose(text: str) -> str:
    paragraphs = (part.strip("\n") for part in text.split("\n\n"))
    return "".join(f"<p>{_lines(part)}</p>" for part in paragraphs if part)


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))
