"""A page as text for `eyebox read`: whole, or only what was found, extracted or set in a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from eyebox_models.page import Page, Rect

CORNERS = ("x1", "y1", "x2", "y2")


def view(page: Page, form: str, text: str | None, kinds: Sequence[Any] | None, as_table: bool) -> str:
    """A page in the format `form` (text, md, csv, tsv, hocr), ending in a line break unless empty."""
    if text is not None:
        from eyebox_models.reading.find import find

        hits = find(page, text)
        if form in ("text", "md"):
            return _list((hit.text for hit in hits), form)
        rows = [(page.image, hit.text, round(hit.score, 4), *_corners(hit.box)) for hit in hits]
        return _rows([("image", "text", "score", *CORNERS), *rows], form)
    if kinds is not None:
        from eyebox_models.reading.extract import extract

        items = extract(page, kinds)
        if form in ("text", "md"):
            return _list((item.text for item in items), form)
        rows_of = [(page.image, item.kind, item.text, item.value, *_corners(item.box)) for item in items]
        return _rows([("image", "kind", "text", "value", *CORNERS), *rows_of], form)
    if as_table:
        from eyebox_models.reading.table import table, to_csv, to_markdown

        rows_found = table(page)
        return f"{to_markdown(rows_found)}\n" if form == "md" else to_csv(rows_found, _delimiter(form))
    from eyebox.exchange.page_formats import FORMATS

    return FORMATS[form](page)


def _list(texts: Iterable[str], form: str) -> str:
    from eyebox_models.reading.table import escaped

    return "".join(f"- {escaped(text)}\n" if form == "md" else f"{text}\n" for text in texts)


def _corners(box: Rect) -> tuple[float, ...]:
    return tuple(round(value, 1) for value in box)


def _delimiter(form: str) -> str:
    return "," if form == "csv" else "\t"


def _rows(rows: Iterable[Sequence[object]], form: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=_delimiter(form), lineterminator="\n").writerows(rows)
    return out.getvalue()
