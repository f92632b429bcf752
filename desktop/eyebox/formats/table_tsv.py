"""A table of all read lines with tabs between its cells, for scripts and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.plain_text import block_numbers
from eyebox.formats.table_csv import delimited
from eyebox_models.protocol.page import Page

TITLE = "Table of the read lines (TSV)"
SUFFIXES = (".tsv",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("boxes", "chats"))
COLUMNS = ("image", "block", "line", "text", "score", "x1", "y1", "x2", "y2")
HEAD = "\t".join(COLUMNS) + "\n"


def dump(export: SessionExport, sink: Sink) -> None:
    """The rows of each picture that was read."""
    with text_file(sink) as out:
        out.write(HEAD)
        for number, picture in enumerate(map(in_file, export.pictures)):
            if picture.page:
                out.write(page_rows(replace(picture.page, image=export.path_of(picture.record)), number))


def page_rows(page: Page, _number: int) -> str:
    """The rows of a page, without a header."""
    return delimited(cells(page), "tsv")


def cells(page: Page) -> Iterator[tuple[str | int | float, ...]]:
    """A row for each line, in the order of blocks: the values of `COLUMNS`, places in pixels of the upright picture."""
    for number, block in enumerate(block_numbers(page)):
        for n in block:
            line = page.lines[n]
            yield (page.image, number, n, line.text, round(line.score, 4), *(round(v, 2) for v in line.box))
