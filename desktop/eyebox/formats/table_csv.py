"""Tables that Excel, LibreOffice and scripts open right: CSV and TSV, and a table of all read lines, codes and boxes.

Of that table the boxes are read back, also after a spreadsheet saved it in its own way (semicolons, decimal commas).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Literal, get_args

from eyebox.formats import MEMBERS, SHAPES
from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.imported import UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import MAX_BOXES, MAX_COORDINATE, MAX_LINE, Malformed, readable
from eyebox.session.types import PictureContent
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.box import Box, Source, enclosing

TITLE = "Table for Excel (CSV)"
SUFFIXES = (".csv",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset((*SHAPES, *MEMBERS, "chats"))

MARK = "\ufeff"
"""At the start of a file it makes Excel read UTF-8."""

_HEADER = ("picture", "what", "text", "score", "source", "x1", "y1", "x2", "y2")
_FORMULA = re.compile(r"'*[\s\0]*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?[.,' ]*\d[\d.,' ]*%?")


def dump(export: SessionExport, sink: Sink) -> None:
    """The table with the mark at its start that makes Excel read it as UTF-8, and CRLF line ends.

    The last row of a picture is its own, with its size.
    """
    with text_file(sink) as out:
        out.write(MARK + delimited([_HEADER], end="\r\n"))
        for picture in map(in_file, export.pictures):
            out.write(delimited(_rows(picture, export.path_of(picture.record)), end="\r\n"))


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


def _text_of(cell: str) -> str:
    """The text that `safe_cell` gave."""
    return cell[1:] if cell[:1] == "'" and safe_cell(cell[1:]) == cell else cell


def _rows(picture: PictureContent, name: str) -> Iterator[tuple[str, ...]]:
    for line in picture.page.lines if picture.page else ():
        yield (name, "line", line.text, _number(round(line.score, 4)), "", *map(_number, line.box))
    for code in (picture.page.codes if picture.page else ()) or ():
        yield (name, "code", code.text, "", code.kind, *map(_number, enclosing(code.quad)))
    for box in picture.boxes:
        score = "" if box.score is None else _number(box.score)
        yield (name, "box", box.label, score, box.source, *map(_number, box.xyxy))
    size = picture.record.width, picture.record.height
    yield (name, "picture", "", "", "", *map(_number, (0, 0, *size)))


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")


def sniff(head: bytes) -> bool:
    """Whether its first row names the columns of the table."""
    return _columns(head.decode("utf-8-sig", "ignore").split("\n", 1)[0])[1] != {}


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a table with their boxes; the rows of a picture follow each other. Raises Malformed or EyeboxError."""
    folder = source.absolute().parent
    with readable(source), open_regular(source) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
        first = text.readline(MAX_LINE)
        delimiter, columns = _columns(first)
        if not columns:
            raise Malformed(
                "csv-no-header", "its first row names no columns picture, what, text, x1, y1, x2, y2"
            )
        try:
            rows = csv.reader(text, delimiter=delimiter)
            full = (row for row in rows if len(row) > max(columns.values()))
            for name, of_picture in groupby(full, lambda row: row[columns["picture"]]):
                yield _picture(_text_of(name), of_picture, columns, folder)
        except csv.Error as error:
            raise Malformed(
                "csv-not-sound", "it is not a sound table ({reason})", reason=str(error)
            ) from error


def _columns(first: str) -> tuple[str, dict[str, int]]:
    """What separates the cells of a table that begins with this row, and where its columns are; none where one lacks."""
    for delimiter in ",;\t":
        names = [cell.strip().strip('"').lower() for cell in first.split(delimiter)]
        if {*_HEADER} - {"score", "source"} <= {*names}:
            return delimiter, {name: n for n, name in enumerate(names)}
    return "", {}


def _picture(name: str, rows: Iterable[list[str]], columns: dict[str, int], folder: Path) -> AnnotatedPicture:
    boxes: list[Box] = []
    size, unusable = (0, 0), 0
    for row in rows:
        cells = {column: row[n] for column, n in columns.items()}
        corners = [_value(cells[column]) for column in ("x1", "y1", "x2", "y2")]
        x1, y1, x2, y2 = (0.0 if value is None else value for value in corners)
        if cells["what"] == "picture":
            size = round(max(x2, 0)), round(max(y2, 0))
        elif cells["what"] != "box":
            continue
        elif None in corners or x1 > x2 or y1 > y2:
            unusable += 1
        else:
            if len(boxes) >= MAX_BOXES:
                raise Malformed("csv-too-many", "a picture has over {most:,} boxes", most=MAX_BOXES)
            score, source = _value(cells.get("score", "")), cells.get("source", "")
            known: Source = source if source in get_args(Source) else "import"  # type: ignore[assignment]
            boxes.append(Box(_text_of(cells["text"]), x1, y1, x2, y2, score, known))
    left_out: dict[str, int] = {UNUSABLE: unusable} if unusable else {}
    return AnnotatedPicture(name, locate(name, folder), *size, tuple(boxes), left_out=left_out)


def _value(cell: str) -> float | None:
    """A finite number, also with a decimal comma; None for none."""
    try:
        found = float(cell.replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) <= MAX_COORDINATE else None
