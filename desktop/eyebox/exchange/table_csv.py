"""A table of all read lines and all boxes that Excel, LibreOffice and scripts open right."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from eyebox.exchange.export import SessionExport

NAME = "CSV"
SUFFIX = ".csv"

_HEADER = ("picture", "what", "text", "score", "source", "x1", "y1", "x2", "y2")
_FORMULA = re.compile(r"[\s\0]*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?[\d.,' ]*\d[\d.,' ]*%?")


def dump(export: SessionExport) -> str:
    """The table as text, with the mark at its start that makes Excel read it as UTF-8, and CRLF line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADER)
    writer.writerows(_rows(export))
    return "\ufeff" + out.getvalue()


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe leads it where it is needed."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _rows(export: SessionExport) -> Iterator[tuple[str, ...]]:
    for picture in export.pictures:
        name = safe_cell(picture.record.name)
        for line in picture.page.lines if picture.page else ():
            yield (
                name,
                "line",
                safe_cell(line.text),
                _number(round(line.score, 4)),
                "",
                *map(_number, line.box),
            )
        for box in picture.boxes:
            score = "" if box.score is None else _number(box.score)
            yield (name, "box", safe_cell(box.label), score, box.source, *map(_number, box.xyxy))


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")
