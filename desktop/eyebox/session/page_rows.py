"""A page of text as a column and back: flat lists."""

from __future__ import annotations

import sqlite3
from itertools import product
from typing import Any

from eyebox.session.rows import from_json, id_of, number_of, pixel_of, to_json, whole_of
from eyebox_models.protocol.page import Cell, Code, Line, Page, Rect, Table, Word

MOST_PLACES = 200_000
"""Cells of a table that a session file may have."""


def page_to_json(page: Page) -> str | bytes:
    """A page as flat lists: a screenshot has thousands of words, read on the thread that draws."""
    lines = list(map(_line_row, page.lines))
    codes = page.codes and [
        [code.text, code.kind, [value for corner in code.quad for value in corner]] for code in page.codes
    ]
    tables = [
        [table.box, table.rows, table.columns, [_cell_row(c) for c in table.cells]] for table in page.tables
    ]
    return to_json(
        [
            page.image,
            page.width,
            page.height,
            page.seconds,
            lines,
            page.blocks,
            page.unread,
            codes,
            tables,
            page.text_from,
            *([page.ignored, list(map(_line_row, page.left_out))] if page.ignored or page.left_out else []),
        ]
    )


def _cell_row(cell: Cell) -> list[Any]:
    place = cell.row, cell.column, cell.row_span, cell.column_span
    return [cell.text, [*place, *cell.box], cell.lines, int(cell.corrected)]


def _line_row(line: Line) -> list[Any]:
    """Scores of words are left out where there are none, what the reader had where nobody corrected it, and the number
    where there is no gutter."""
    row = [
        line.text,
        line.score,
        [*line.box, *(value for corner in line.quad for value in corner)],
        [value for word in line.words for value in (word.text, *word.box)],
    ]
    scores = [word.scores or word.score for word in line.words]
    if line.read is not None or line.number:
        read = None if line.read is None else _line_row(line.read)
        return [*row, scores, read, *([line.number] if line.number else [])]
    return [*row, scores] if any(score is not None for score in scores) else row


def page_from(row: sqlite3.Row) -> Page:
    """A page as it was kept; older ones do not say how many lines were unread, which codes and tables there are, and
    where their text is from."""
    image, width, height, seconds, lines, blocks, *more = from_json(row["data"])
    more = [*more, *(0, None, (), "picture", (), ())[len(more) :]]
    unread, codes, tables, text_from, ignored, left_out = more[:6]
    if text_from not in ("picture", "layer", "both"):
        raise ValueError(f"text is from no {text_from}")
    read = tuple(map(_line, lines))
    for block in blocks:
        for line in block:
            if not 0 <= whole_of(line) < len(read):
                raise ValueError(f"there is no line {line}")
    return Page(
        id_of(image),
        whole_of(width),
        whole_of(height),
        number_of(seconds),
        read,
        tuple(map(tuple, blocks)),
        whole_of(unread),
        None if codes is None else tuple(map(_code, codes)),
        tuple(_table(table, len(read)) for table in tables),
        text_from,
        tuple((pixel_of(x1), pixel_of(y1), pixel_of(x2), pixel_of(y2)) for x1, y1, x2, y2 in ignored),
        tuple(map(_line, left_out)),
    )


def _table(row: list[Any], lines: int) -> Table:
    """A table of a page of so many lines. Raises ValueError where a place has no cell, or several."""
    (x1, y1, x2, y2), height, width, cells = row
    table = Table(
        (pixel_of(x1), pixel_of(y1), pixel_of(x2), pixel_of(y2)),
        whole_of(height),
        whole_of(width),
        tuple(_cell(cell, lines) for cell in cells),
    )
    size = height * width
    if (
        min(height, width) < 1
        or size > MOST_PLACES
        or sum(cell.row_span * cell.column_span for cell in table.cells) != size
    ):
        raise ValueError("cells of a table do not fill it, or are too many")
    if {place for cell in table.cells for place in cell.places()} != {*product(range(height), range(width))}:
        raise ValueError("cells of a table lie over each other")
    return table


def _cell(row: list[Any], lines: int) -> Cell:
    text, (y, x, down, across, x1, y1, x2, y2), numbers, corrected = row
    for number in numbers:
        if not 0 <= whole_of(number) < lines:
            raise ValueError(f"there is no line {number}")
    if whole_of(down) < 1 or whole_of(across) < 1:
        raise ValueError("a cell covers no place")
    box = pixel_of(x1), pixel_of(y1), pixel_of(x2), pixel_of(y2)
    return Cell(whole_of(y), whole_of(x), id_of(text), box, down, across, tuple(numbers), bool(corrected))


def _code(row: list[Any]) -> Code:
    text, kind, corners = row
    a, b, c, d = zip(map(pixel_of, corners[::2]), map(pixel_of, corners[1::2]), strict=True)
    return Code(id_of(text), id_of(kind), (a, b, c, d))


def _line(row: list[Any]) -> Line:
    text, score, (x1, y1, x2, y2, *quad), words, *more = row
    scores, read, number = [*more, *([None] * (len(words) // 5), None, "")[len(more) :]][:3]
    number_of(score)
    for pixel in (x1, y1, x2, y2, *quad):
        pixel_of(pixel)
    for at, value in enumerate(words):
        _ = pixel_of(value) if at % 5 else id_of(value)
    for sure in scores:
        _ = sure is None or [number_of(one) for one in (sure if isinstance(sure, list) else [sure])]
    id_of(text)
    (a, b), (c, d), (e, f), (g, h) = zip(quad[::2], quad[1::2], strict=True)
    step = iter(words)
    return Line(
        text,
        score,
        (x1, y1, x2, y2),
        ((a, b), (c, d), (e, f), (g, h)),
        tuple(
            [
                _word(word, (p, q, r, s), sure)
                for word, p, q, r, s, sure in zip(step, step, step, step, step, scores, strict=True)
            ]
        ),
        None if read is None else _line(read[:5]),
        id_of(number),
    )


def _word(text: str, box: Rect, sure: float | list[float] | None) -> Word:
    """A word whose score is one number, or one for each of its characters."""
    if isinstance(sure, list):
        return Word(text, box, min(sure, default=None), tuple(sure))
    return Word(text, box, sure)
