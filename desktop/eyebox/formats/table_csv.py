"""Tables that Excel, LibreOffice and scripts open right: CSV and TSV, and a table of all read lines and all boxes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Literal

from eyebox.formats import MEMBERS, SHAPES
from eyebox.formats.export import SessionExport, Sink, text_file
from eyebox.session.types import PictureContent

TITLE = "Table for Excel (CSV)"
SUFFIXES = (".csv",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset((*SHAPES, *MEMBERS, "empty", "chats"))

MARK = "\ufeff"
"""At the start of a file it makes Excel read UTF-8."""

_HEADER = ("picture", "what", "text", "score", "source", "x1", "y1", "x2", "y2")
_FORMULA = re.compile(r"[\s\0]*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?[\d.,' ]*\d[\d.,' ]*%?")


def dump(export: SessionExport, sink: Sink) -> None:
    """The table with the mark at its start that makes Excel read it as UTF-8, and CRLF line ends."""
    with text_file(sink) as out:
        out.write(MARK + delimited([_HEADER], end="\r\n"))
        for picture in export.pictures:
            out.write(delimited(_rows(picture), end="\r\n"))


def delimited(
    rows: Iterable[Iterable[str | float]], form: Literal["csv", "tsv"] = "csv", end: str = "\n"
) -> str:
    """Rows as CSV, or as TSV, which keeps each cell on one line; no text of theirs is taken for a formula."""
    if form == "tsv":
        return "".join("\t".join(_flat(cell) for cell in row) + end for row in rows)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerows(
        [safe_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return out.getvalue()


def _flat(cell: str | float) -> str:
    return safe_cell(re.sub(r"[\t\r\n]+", " ", cell)) if isinstance(cell, str) else str(cell)


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe leads it where it is needed."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _rows(picture: PictureContent) -> Iterator[tuple[str, ...]]:
    name = picture.record.name
    for line in picture.page.lines if picture.page else ():
        yield (name, "line", line.text, _number(round(line.score, 4)), "", *map(_number, line.box))
    for box in picture.boxes:
        score = "" if box.score is None else _number(box.score)
        yield (name, "box", box.label, score, box.source, *map(_number, box.xyxy))


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")
