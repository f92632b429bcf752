"""hOCR: read text with the place of every block, line and word, as an XHTML page (http://kba.github.io/hocr-spec/1.2/)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Literal

from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.plain_text import block_numbers
from eyebox_models.protocol.page import Line, Page, Rect
from eyebox_models.text.find import words_of

TITLE = "Read text with its places (hOCR)"
SUFFIXES = (".hocr", ".html")
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("boxes", "chats"))

HEAD = """\
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
TAIL = "</body>\n</html>\n"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def dump(export: SessionExport, sink: Sink) -> None:
    """A page for each picture that was read."""
    with text_file(sink) as out:
        out.write(HEAD)
        read = (picture for picture in map(in_file, export.pictures) if picture.page)
        for number, picture in enumerate(read, 1):
            assert picture.page
            out.write(page_div(replace(picture.page, image=export.path_of(picture.record)), number))
        out.write(TAIL)


def page_div(page: Page, number: int) -> str:
    """A page (counted from 1) as an element of the document's body."""
    name = _xml(page.image.replace('"', "%22"))
    title = f"image &quot;{name}&quot;; bbox 0 0 {page.width} {page.height}; ppageno {number - 1}"
    parts = [f'<div class="ocr_page" id="page_{number}" title="{title}">']
    for at, block in enumerate(block_numbers(page), 1):
        box = _bbox(_around([page.lines[n].box for n in block]))
        parts.append(f' <div class="ocr_carea" id="block_{number}_{at}" title="{box}">')
        parts.append(f'  <p class="ocr_par" id="par_{number}_{at}" title="{box}">')
        parts += [_line(page.lines[n], f"{number}_{n + 1}") for n in block]
        parts.append("  </p>\n </div>")
    return "\n".join((*parts, "</div>\n"))


def _line(line: Line, key: str) -> str:
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
    return escape(_NOT_XML.sub("\ufffd", text))
