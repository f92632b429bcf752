"""What `eyebox read` writes of pages: text, JSON, Markdown, CSV, TSV and hOCR."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from eyebox.formats import hocr, table_tsv
from eyebox.formats.markdown import text_of
from eyebox.formats.plain_text import page_text
from eyebox.formats.table_csv import delimited
from eyebox_models.files.document_page import Moment, split_page
from eyebox_models.protocol.page import Page
from eyebox_models.text.extract import extract
from eyebox_models.text.find import find
from eyebox_models.text.patterns import Kind
from eyebox_models.text.table import table


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A format of pages that can be written one after the other as they are read.

    A document is `head`, the `body` of each page (counted from 1) with `between` between them, and `tail`.
    """

    body: Callable[[Page, int], str]
    head: str = ""
    between: str = ""
    tail: str = ""

    def __call__(self, *pages: Page) -> str:
        """A whole document."""
        return (
            self.head + self.between.join(self.body(page, n) for n, page in enumerate(pages, 1)) + self.tail
        )


def _as_text(page: Page, _number: int) -> str:
    return page_text(page)


def page_object(page: Page) -> dict[str, Any]:
    """The object of a page: of a document, its file and the number in it, and where the text is from."""
    data = page.to_json()
    file, number = split_page(page.image)
    if number is None:
        return data
    del data["image"]
    if isinstance(number, Moment):
        return {"image": file, "time": float(number)} | data
    return {"image": file, "page": number, "text_from": page.text_from} | data


def page_view(
    page: Page, text: str | None, kinds: Sequence[Kind] | None, *, as_table: bool, with_codes: bool
) -> dict[str, Any]:
    """The object of a page, and beside its lines where `text` stands, the values of `kinds`, its table and its codes."""
    data = page_object(page)
    if text is not None:
        data["found"] = [
            {"text": hit.text, "score": round(hit.score, 4), "line": hit.line, "box": list(hit.box)}
            for hit in find(page, text)
        ]
    if kinds is not None:
        data["extracted"] = [
            {
                "kind": item.kind,
                "text": item.text,
                "value": item.value,
                "line": item.line,
                "box": list(item.box),
            }
            for item in extract(page, kinds)
        ]
    if as_table:
        data["table"] = [[cell.text for cell in row] for row in table(page)]
    if with_codes:
        data["codes"] = [code.to_json() for code in page.codes or ()]
    return data


def _as_json(page: Page, _number: int) -> str:
    return json.dumps(page_object(page), ensure_ascii=False)


def _as_json_line(page: Page, number: int) -> str:
    return _as_json(page, number) + "\n"


def _as_markdown(page: Page, _number: int) -> str:
    return "\n\n".join(text_of(page)) + "\n" if page.lines else ""


def _as_csv(page: Page, _number: int) -> str:
    return delimited(table_tsv.cells(page))


FORMATS: dict[str, PageFormat] = {
    "text": PageFormat(_as_text, between="\n"),
    "json": PageFormat(_as_json, "[\n", ",\n", "\n]\n"),
    "jsonl": PageFormat(_as_json_line),
    "md": PageFormat(_as_markdown, between="\n"),
    "csv": PageFormat(_as_csv, ",".join(table_tsv.COLUMNS) + "\n"),
    "tsv": PageFormat(table_tsv.page_rows, table_tsv.HEAD),
    "hocr": PageFormat(hocr.page_div, hocr.HEAD, tail=hocr.TAIL),
}
"""Name of a format -> the format; called with pages, it gives a whole document."""
