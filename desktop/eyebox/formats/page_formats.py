"""What `eyebox read` writes of pages: text, JSON, Markdown, CSV, TSV and hOCR."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape as escape_html

from eyebox.formats.markdown import escape
from eyebox.formats.plain_text import page_text
from eyebox.formats.table_csv import delimited
from eyebox_models.protocol.page import Line, Page, Rect
from eyebox_models.text.find import words_of

COLUMNS = ("image", "block", "line", "text", "score", "x1", "y1", "x2", "y2")


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


def _as_json(page: Page, _number: int) -> str:
    return json.dumps(page.to_json(), ensure_ascii=False)


def _as_json_line(page: Page, number: int) -> str:
    return _as_json(page, number) + "\n"


def _as_markdown(page: Page, _number: int) -> str:
    return "\n\n".join(_block(lines) for lines in _blocks(page)) + "\n" if page.lines else ""


def _block(lines: Sequence[Line]) -> str:
    """A paragraph whose line breaks stay; lines that are indented as code is."""
    texts = [line.text.rstrip() for line in lines]
    if not any(text[:1].isspace() for text in texts):
        return "\\\n".join(map(escape, texts))
    longest = max(map(len, re.findall("`+", "\n".join(texts))), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((fence, *texts, fence))


def _blocks(page: Page) -> Iterator[list[Line]]:
    for block in _numbers(page):
        yield [page.lines[n] for n in block]


def _numbers(page: Page) -> list[tuple[int, ...]]:
    """The blocks of a page; lines that are in none make one each."""
    known = {n for block in page.blocks for n in block}
    return [*filter(None, page.blocks), *((n,) for n in range(len(page.lines)) if n not in known)]


def _as_csv(page: Page, _number: int) -> str:
    return delimited(_cells(page))


def _as_tsv(page: Page, _number: int) -> str:
    return delimited(_cells(page), "tsv")


def _cells(page: Page) -> Iterator[tuple[str | int | float, ...]]:
    for number, block in enumerate(_numbers(page)):
        for n in block:
            line = page.lines[n]
            yield (page.image, number, n, line.text, round(line.score, 4), *(round(v, 2) for v in line.box))


_HOCR_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title>Eyebox</title>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<meta name="ocr-system" content="eyebox"/>
<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word"/>
</head>
<body>
"""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _as_hocr(page: Page, number: int) -> str:
    name = _xml(page.image.replace('"', "%22"))
    title = f"image &quot;{name}&quot;; bbox 0 0 {page.width} {page.height}; ppageno {number - 1}"
    parts = [f'<div class="ocr_page" id="page_{number}" title="{title}">']
    for at, block in enumerate(_numbers(page), 1):
        box = _bbox(_around([page.lines[n].box for n in block]))
        parts.append(f' <div class="ocr_carea" id="block_{number}_{at}" title="{box}">')
        parts.append(f'  <p class="ocr_par" id="par_{number}_{at}" title="{box}">')
        parts += [_hocr_line(page.lines[n], f"{number}_{n + 1}") for n in block]
        parts.append("  </p>\n </div>")
    return "\n".join((*parts, "</div>\n"))


def _hocr_line(line: Line, key: str) -> str:
    """A line with its words; its baseline is slope and offset from the lower left of its box."""
    _, _, right, left = line.quad
    slope = (right[1] - left[1]) / (right[0] - left[0]) if right[0] > left[0] else 0.0
    offset = left[1] - line.box[3] - slope * (left[0] - line.box[0])
    title = f"{_bbox(line.box)}; baseline {slope:.3f} {offset:.0f}"
    confidence = f"x_wconf {round(100 * min(max(line.score, 0), 1))}"
    words: list[str] = []
    previous = 0
    for at, (start, end, box) in enumerate(words_of(line), 1):
        space = " " if words and re.search(r"\s", line.text[previous:start]) else ""
        word = f'<span class="ocrx_word" id="word_{key}_{at}" title="{_bbox(box)}; {confidence}">'
        words.append(f"{space}{word}{_xml(line.text[start:end])}</span>")
        previous = end
    return f'   <span class="ocr_line" id="line_{key}" title="{title}">{"".join(words)}</span>'


def _around(boxes: Sequence[Rect]) -> Rect:
    x1, y1, x2, y2 = zip(*boxes, strict=True)
    return (min(x1), min(y1), max(x2), max(y2))


def _bbox(box: Rect) -> str:
    return "bbox " + " ".join(str(max(0, round(value))) for value in box)


def _xml(text: str) -> str:
    return escape_html(_NOT_XML.sub("\ufffd", text))


FORMATS: dict[str, PageFormat] = {
    "text": PageFormat(_as_text, between="\n"),
    "json": PageFormat(_as_json, "[\n", ",\n", "\n]\n"),
    "jsonl": PageFormat(_as_json_line),
    "md": PageFormat(_as_markdown, between="\n"),
    "csv": PageFormat(_as_csv, ",".join(COLUMNS) + "\n"),
    "tsv": PageFormat(_as_tsv, "\t".join(COLUMNS) + "\n"),
    "hocr": PageFormat(_as_hocr, _HOCR_HEAD, tail="</body>\n</html>\n"),
}
"""Name of a format -> the format; called with pages, it gives a whole document."""
