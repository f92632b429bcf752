"""What the reader found on a picture: lines, their words and their blocks, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from eyebox_models.protocol.box import Point
from eyebox_models.protocol.dataclass import dataclass

Rect = tuple[float, float, float, float]
Order = Literal["automatic", "columns", "rows", "code"]
"""How the lines of a page follow each other: as the page seems to be made, column by column, row by row, or as a
listing: row by row, what stands on a row joined, each row with the spaces that it is indented by."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word (for Chinese: one run of characters) with its upright box `(x1, y1, x2, y2)` in pixels.

    `score` is how sure the reader is of the character that it is least sure of, 0..1; None where it did not say.
    `scores` has that of each character of a run of Chinese in which any is not sure.
    """

    text: str
    box: Rect
    score: float | None = None
    scores: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `quad` has its corners from the top left clockwise and leans as the text does.

    `read` is the line as the reader has it, where a person has corrected or confirmed it since. `number` is the line
    number that stands before it in the gutter of a listing, which is no part of the text.
    """

    text: str
    score: float
    box: Rect
    quad: tuple[Point, Point, Point, Point]
    words: tuple[Word, ...] = ()
    read: Line | None = None
    number: str = ""

    def to_json(self) -> dict[str, Any]:
        """The object that `eyebox read --format json` prints; a corrected line says what the reader had."""
        object = {
            "text": self.text,
            "score": round(self.score, 4),
            "box": list(self.box),
            "quad": [list(point) for point in self.quad],
            "words": [_word_object(word) for word in self.words],
        }
        if self.number:
            object["number"] = self.number
        if self.read is not None and self.read.text != self.text:
            object["read"] = self.read.text
        return object


@dataclass(frozen=True, slots=True)
class Code:
    """A QR or bar code: what it says, its kind as zxing names it ("QR Code", "EAN-13"), and its corners from the top
    left of the code clockwise."""

    text: str
    kind: str
    quad: tuple[Point, Point, Point, Point]

    def to_json(self) -> dict[str, Any]:
        """The object that `eyebox read --codes` prints."""
        return {"text": self.text, "kind": self.kind, "quad": [list(point) for point in self.quad]}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: it begins at `row` and `column` (from 0) and covers `row_span` x `column_span` places.

    `text` has a line break between lines that stand below each other; `box` is the upright rectangle of the cell
    itself, not of its text. `lines` are indexes into the page's lines, which hold nothing of other cells. `corrected`
    says that a person gave the text.
    """

    row: int
    column: int
    text: str = ""
    box: Rect = (0.0, 0.0, 0.0, 0.0)
    row_span: int = 1
    column_span: int = 1
    lines: tuple[int, ...] = ()
    corrected: bool = False

    def places(self) -> Iterator[tuple[int, int]]:
        """The places `(row, column)` that it covers."""
        for row in range(self.row, self.row + self.row_span):
            for column in range(self.column, self.column + self.column_span):
                yield row, column

    def to_json(self) -> dict[str, Any]:
        """The object that `eyebox read --format json` prints."""
        return {
            "row": self.row,
            "column": self.column,
            "row_span": self.row_span,
            "column_span": self.column_span,
            "text": self.text,
            "box": list(self.box),
            "lines": list(self.lines),
        }


@dataclass(frozen=True, slots=True)
class Table:
    """A table of `rows` x `columns` places, each covered by exactly one of its `cells`, which go row by row.

    `box` is the upright rectangle around all cells, in pixels of the picture.
    """

    box: Rect
    rows: int
    columns: int
    cells: tuple[Cell, ...]

    def to_json(self) -> dict[str, Any]:
        """The object that `eyebox read --format json` prints."""
        return {
            "box": list(self.box),
            "rows": self.rows,
            "columns": self.columns,
            "cells": [cell.to_json() for cell in self.cells],
        }

    def with_boxes(self, change: Callable[[Rect], Rect]) -> Table:
        """The table where its boxes lie after a change of the picture."""
        cells = tuple(replace(cell, box=change(cell.box)) for cell in self.cells)
        return replace(self, box=change(self.box), cells=cells)

    def with_lines(self, numbers: Mapping[int, int]) -> Table:
        """The table on a page whose lines have other `numbers`; lines without one are gone from its cells."""
        return replace(
            self,
            cells=tuple(
                replace(cell, lines=tuple(numbers[line] for line in cell.lines if line in numbers))
                for cell in self.cells
            ),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """All text of one picture. `lines` and `blocks` (indexes into `lines`) are in reading order.

    `text` of a line already holds the indentation that code needs (leading spaces). `unread` counts lines that look
    like text but could not be read, or hardly: they may be in a script that the reader does not know. `codes` are from
    top to bottom, None where nobody looked for them. `tables` are in reading order. `text_from`: the text was read in the
    picture, or taken from the layer of text that a page of a PDF has beside it, or some of it each. `left_out` are the
    lines in `ignored`, upright rectangles in pixels: they are no part of the text.
    """

    image: str
    width: int
    height: int
    seconds: float
    lines: tuple[Line, ...] = ()
    blocks: tuple[tuple[int, ...], ...] = ()
    unread: int = 0
    codes: tuple[Code, ...] | None = None
    tables: tuple[Table, ...] = ()
    text_from: Literal["picture", "layer", "both"] = "picture"
    ignored: tuple[Rect, ...] = ()
    left_out: tuple[Line, ...] = ()

    @property
    def is_corrected(self) -> bool:
        """Whether a person gave any line its text, or had lines left out."""
        cells = (cell.corrected for table in self.tables for cell in table.cells)
        return bool(self.ignored) or any(line.read is not None for line in self.lines) or any(cells)

    def searched(self) -> str:
        """All that the picture says, a line or code each: what is searched."""
        return "\n".join([*(line.text for line in self.lines), *(code.text for code in self.codes or ())])

    def to_json(self) -> dict[str, Any]:
        """The object that `eyebox read --format json` prints."""
        return {
            "image": self.image,
            "width": self.width,
            "height": self.height,
            "seconds": round(self.seconds, 3),
            "lines": [line.to_json() for line in self.lines],
            "blocks": [list(block) for block in self.blocks],
            "unread": self.unread,
            "tables": [table.to_json() for table in self.tables],
        } | ({"ignored": [list(part) for part in self.ignored]} if self.ignored else {})


def _word_object(word: Word) -> dict[str, Any]:
    score = {} if word.score is None else {"score": word.score}
    return {"text": word.text, "box": list(word.box)} | score
