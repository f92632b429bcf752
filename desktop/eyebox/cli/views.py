"""What `eyebox read` writes of pages: all of their text, or only what was found, extracted or set in a table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from eyebox.formats.page_formats import FORMATS, PageFormat, page_view
from eyebox.formats.table_csv import MARK, delimited
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Page, Rect
from eyebox_models.text.extract import extract
from eyebox_models.text.find import find
from eyebox_models.text.patterns import Kind
from eyebox_models.text.table import escaped, table, to_markdown

MARKS = {"csv": MARK}
"""What stands before everything that is written in a format. TSV has none: it is for `cut` and `awk`."""
CORNERS = ("x1", "y1", "x2", "y2")
FOUND = ("image", "text", "score", *CORNERS)
CODES = ("image", "kind", "text", *CORNERS)
EXTRACTED = ("image", "kind", "text", "value", *CORNERS)

Cells = tuple[str | float, ...]


def view(
    form: str, text: str | None, kinds: Sequence[Kind] | None, *, as_table: bool, with_codes: bool
) -> PageFormat:
    """The format `form` of whole pages, or of the places of `text`, of the values of `kinds`, or of tables.

    Only json and jsonl take several of them; there they stand beside the page's lines. With codes, text and Markdown
    have them after a page's lines, CSV and TSV have nothing else.
    """
    whole = FORMATS[form]
    if text is None and kinds is None and not as_table and not with_codes:
        return whole
    if form in ("json", "jsonl"):
        after = "" if form == "json" else "\n"

        def body(page: Page, _number: int) -> str:
            return (
                json.dumps(
                    page_view(page, text, kinds, as_table=as_table, with_codes=with_codes), ensure_ascii=False
                )
                + after
            )

        return replace(whole, body=body)
    if text is not None:
        return _listed(form, FOUND, lambda page: _found(page, text))
    if kinds is not None:
        return _listed(form, EXTRACTED, lambda page: _extracted(page, kinds))
    if as_table:
        return PageFormat(lambda page, _number: _table(page, form), between="\n")
    codes = _listed(form, CODES, _codes)
    if form not in ("text", "md"):
        return codes

    def with_them(page: Page, number: int) -> str:
        return "\n".join(filter(None, (whole.body(page, number), codes.body(page, number))))

    return replace(whole, body=with_them)


def _codes(page: Page) -> Iterator[Cells]:
    for code in page.codes or ():
        yield (page.image, code.kind, code.text, *_corners(enclosing(code.quad)))


def _found(page: Page, text: str) -> Iterator[Cells]:
    for hit in find(page, text):
        yield (page.image, hit.text, round(hit.score, 4), *_corners(hit.box))


def _extracted(page: Page, kinds: Sequence[Kind]) -> Iterator[Cells]:
    for item in extract(page, kinds):
        yield (page.image, item.kind, item.text, item.value, *_corners(item.box))


def _listed(form: str, head: Sequence[str], rows: Callable[[Page], Iterable[Cells]]) -> PageFormat:
    """One row a find: in text and Markdown the text alone, in CSV and TSV all columns."""
    if form in ("text", "md"):
        column = head.index("text")

        def listed(page: Page, _number: int) -> str:
            texts = (str(row[column]) for row in rows(page))
            return "".join(f"- {escaped(text)}\n" if form == "md" else f"{text}\n" for text in texts)

        return PageFormat(listed)
    return PageFormat(lambda page, _number: _delimited(rows(page), form), head=_delimited([head], form))


def _table(page: Page, form: str) -> str:
    rows = table(page)
    if form == "md":
        return f"{to_markdown(rows)}\n" if rows else ""
    texts = [[cell.text for cell in row] for row in rows]
    if form == "text":
        return "".join("\t".join(row) + "\n" for row in texts)
    return _delimited(texts, form)


def _corners(box: Rect) -> tuple[float, ...]:
    return tuple(round(value, 2) for value in box)


def _delimited(rows: Iterable[Sequence[str | float]], form: str) -> str:
    return delimited(rows, "tsv" if form == "tsv" else "csv")
