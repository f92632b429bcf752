"""hOCR: text with the place of every block, line and word, as an XHTML page (http://kba.github.io/hocr-spec/1.2/)."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

from eyebox.formats import MEMBERS
from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.imported import UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import HEAD_BYTES, MAX_BOXES, MAX_COORDINATE, Malformed, readable
from eyebox.formats.plain_text import block_numbers
from eyebox.session.types import PictureContent
from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Line, Page, Rect
from eyebox_models.text.find import words_of
from eyebox_models.text.proof import placed_words

TITLE = "Read text with its places (hOCR)"
SUFFIXES = (".hocr", ".html")
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("beside_text", "odd_labels", "shapes", "chats", *MEMBERS))

MAX_TAG = 1024 * 1024
DEEPEST = 200
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
    """A page for each picture: the text that was read on it; of one that was not read its boxes, each a line of text."""
    with text_file(sink) as out:
        out.write(HEAD)
        for number, picture in enumerate(map(in_file, export.pictures), 1):
            path = export.path_of(picture.record)
            if picture.page:
                out.write(page_div(replace(picture.page, image=path), number))
            else:
                out.write(_boxes_div(picture, path, number))
        out.write(TAIL)


def page_div(page: Page, number: int) -> str:
    """A page (counted from 1) as an element of the document's body."""
    parts = [_page_start(page.image, page.width, page.height, number)]
    for at, block in enumerate(block_numbers(page), 1):
        box = _bbox(_around([page.lines[n].box for n in block]))
        parts.append(f' <div class="ocr_carea" id="block_{number}_{at}" title="{box}">')
        parts.append(f'  <p class="ocr_par" id="par_{number}_{at}" title="{box}">')
        parts += [_line(page.lines[n], f"{number}_{n + 1}") for n in block]
        parts.append("  </p>\n </div>")
    return "\n".join((*parts, "</div>\n"))


def _boxes_div(picture: PictureContent, path: str, number: int) -> str:
    """A page whose lines are boxes. They have no words, which would be guessed."""
    parts = [_page_start(path, picture.record.width, picture.record.height, number)]
    for at, box in enumerate(picture.boxes, 1):
        title = _bbox(box.xyxy)
        if len(box.points) > 2:
            title += "; poly " + " ".join(str(round(value)) for point in box.points for value in point)
        if box.score is not None:
            title += f"; x_wconf {round(100 * min(max(box.score, 0), 1))}"
        parts.append(
            f' <span class="ocr_line" id="line_{number}_{at}" title="{title}">{_xml(box.label)}</span>'
        )
    return "\n".join((*parts, "</div>\n"))


def _page_start(path: str, width: int, height: int, number: int) -> str:
    name = _xml(path.replace('"', "%22"))
    title = f"image &quot;{name}&quot;; bbox 0 0 {width} {height}; ppageno {number - 1}"
    return f'<div class="ocr_page" id="page_{number}" title="{title}">'


def _line(line: Line, key: str) -> str:
    """A line with its words; its baseline is slope and offset from the lower left of its box."""
    _, _, right, left = line.quad
    slope = (right[1] - left[1]) / (right[0] - left[0]) if right[0] > left[0] else 0.0
    offset = left[1] - line.box[3] - slope * (left[0] - line.box[0])
    title = f"{_bbox(line.box)}; baseline {slope:.3f} {offset:.0f}"
    scores = {start: word.score for start, _, word in placed_words(line)}
    words: list[str] = []
    previous = 0
    for at, (start, end, box) in enumerate(words_of(line), 1):
        space = " " if words and re.search(r"\s", line.text[previous:start]) else ""
        score = scores.get(start)
        confidence = f"x_wconf {round(100 * min(max(line.score if score is None else score, 0), 1))}"
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


LINES = frozenset(("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"))
_PROPERTY = re.compile(r"""([A-Za-z_]+)\s*("[^"]*"|'[^']*'|[^;"']*)[^;]*(?:;|$)""")
_EMPTY = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
"""Elements of HTML that have no end."""


def sniff(head: bytes) -> bool:
    """Whether it is HTML with a page of hOCR."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"ocr_page" in head


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pages of a file with their lines as boxes; of a page without lines its words. Raises Malformed or EyeboxError."""
    folder = source.absolute().parent
    reader = _Reader()
    decoder = getincrementaldecoder("utf-8-sig")("replace")
    with readable(source), open_regular(source) as file:
        while True:
            data = file.read(HEAD_BYTES)
            reader.feed(decoder.decode(data, final=not data))
            if len(reader.rawdata) > MAX_TAG:
                raise Malformed("hocr-tag-too-long", "a tag is far too long")
            if not data:
                reader.close()
            for page in reader.take():
                yield page.picture(folder)
            if not data:
                break
    if not reader.found:
        raise Malformed("hocr-no-page", "there is no page (ocr_page)")


@dataclass(slots=True)
class _Text:
    """A line or a word that was begun at a depth of elements."""

    title: dict[str, str]
    depth: int
    parts: list[str] = field(default_factory=list)

    def box(self, score: float | None) -> Box | None:
        corners = _numbers(self.title.get("bbox", ""), 4)
        if not corners or corners[0] > corners[2] or corners[1] > corners[3]:
            return None
        own = _numbers(self.title.get("x_wconf", ""), 1)
        score = own[0] / 100 if own else score
        label = " ".join("".join(self.parts).split())
        box = Box(label, corners[0], corners[1], corners[2], corners[3], score, source="import")
        outline = _numbers(self.title.get("poly", ""), 0)
        points = tuple(zip(outline[::2], outline[1::2], strict=False))
        kind = "quad" if len(points) == 4 else "polygon"
        return replace(box, points=points, kind=kind) if len(points) > 2 else box


@dataclass(slots=True)
class _Page:
    title: dict[str, str]
    depth: int
    lines: list[Box] = field(default_factory=list)
    words: list[Box] = field(default_factory=list)
    unusable: int = 0

    def picture(self, folder: Path) -> AnnotatedPicture:
        name = self.title.get("image", "").replace("%22", '"')
        size = _numbers(self.title.get("bbox", ""), 4) or [0, 0, 0, 0]
        width, height = (max(0, round(value)) for value in size[2:])
        left_out: dict[str, int] = {UNUSABLE: self.unusable} if self.unusable else {}
        boxes = tuple(self.lines or self.words)
        return AnnotatedPicture(name, locate(name, folder), width, height, boxes, left_out=left_out)


class _Reader(HTMLParser):
    """Gathers pages. What is no hOCR is passed over; nothing that a file refers to is opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = False
        self._open: list[str] = []
        self._page: _Page | None = None
        self._line: _Text | None = None
        self._word: _Text | None = None
        self._scores: list[float] = []
        self._done: list[_Page] = []

    def take(self) -> list[_Page]:
        """The pages that have ended since the last time."""
        done, self._done = self._done, []
        return done

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY or len(self._open) >= DEEPEST:
            return
        self._open.append(tag)
        values = dict(attrs)
        classes = set((values.get("class") or "").split())
        title = _title(values.get("title") or "")
        depth = len(self._open)
        if "ocr_page" in classes:
            self._end_page()
            self.found, self._page = True, _Page(title, depth)
        elif self._page is None:
            return
        elif classes & LINES:
            self._end_line()
            self._line, self._scores = _Text(title, depth), []
        elif "ocrx_word" in classes:
            self._end_word()
            self._word = _Text(title, depth)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            depth, ended = len(self._open), self._open.pop()
            if self._word and self._word.depth == depth:
                self._end_word()
            if self._line and self._line.depth == depth:
                self._end_line()
            if self._page and self._page.depth == depth:
                self._end_page()
            if ended == tag:
                break

    def handle_data(self, data: str) -> None:
        for text in (self._word, self._line):
            if text is not None:
                text.parts.append(data)

    def close(self) -> None:
        if self.rawdata.startswith("<"):  # a tag without an end: each "<" in it would be one more search
            self.rawdata = ""
        super().close()
        self._end_page()

    def _end_word(self) -> None:
        word, self._word = self._word, None
        if word is None or self._page is None:
            return
        confidence = _numbers(word.title.get("x_wconf", ""), 1)
        self._scores += [value / 100 for value in confidence]
        if self._line is None or not self._page.lines:
            self._keep(self._page.words, word.box(None))

    def _end_line(self) -> None:
        self._end_word()
        line, self._line = self._line, None
        if line is not None and self._page is not None:
            score = sum(self._scores) / len(self._scores) if self._scores else None
            self._keep(self._page.lines, line.box(score))

    def _keep(self, boxes: list[Box], box: Box | None) -> None:
        assert self._page is not None
        if box is None:
            self._page.unusable += 1
        else:
            boxes.append(box)
        if len(boxes) > MAX_BOXES:
            raise Malformed("hocr-too-many", "a page has over {most:,} lines", most=MAX_BOXES)

    def _end_page(self) -> None:
        self._end_line()
        page, self._page = self._page, None
        if page is not None:
            self._done.append(page)


def _title(text: str) -> dict[str, str]:
    """The properties that a title holds."""
    return {match[1]: match[2].strip().strip("\"'") for match in _PROPERTY.finditer(text)}


def _numbers(text: str, count: int) -> list[float]:
    """The numbers of a property, [] where there are fewer than `count` or one is none."""
    try:
        found = [float(word) for word in text.split()]
    except ValueError:
        return []
    usable = len(found) >= count and all(-MAX_COORDINATE <= value <= MAX_COORDINATE for value in found)
    return found if usable else []
