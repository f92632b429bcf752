"""The text that a page of a PDF carries, as lines and words in pixels of its upright picture.

PDFium gives characters with their boxes, in the order in which they were written, with spaces and ends of lines where
it sees some. What stands far apart on a row (columns, cells) becomes lines of their own, as on a scanned page.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import atan2, hypot, pi
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.picture.document import Part, opened_page, parts, size_in_pixels
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.document import TextLayer
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.page import Line, Rect, Word

MOST_CHARACTERS = 200_000
_SIDE = 10_000
"""Pixels of the square that a page is laid on to learn where it lies."""
_FAR = 1.5
"""What is so far away, in heights of its letters, belongs to another line."""
_RAISED = 0.5
"""How far a letter's foot may be from that of the one before on the same line, in heights of letters."""
_SLANT = pi / 180
_ASCENT, _DESCENT = 0.8, 0.2
"""How far a slanted line reaches over and under its letters' feet, in heights of letters."""
_ROW_BELOW = 1.3
"""The next sign of a line that runs downwards begins within so many heights of the one before."""
_LEAST_REGION, _LEAST_SIDE = 0.01, 24
"""What share of the page a picture takes at least that may hold text, and how many pixels its sides have."""
_ANNOTATIONS = ("FREETEXT", "STAMP", "INK", "WIDGET")
_MOST_ANNOTATIONS = 1_000

_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "□", "\uf06f": "□"}
"""Of symbol fonts, which have no other place in Unicode."""
_HYPHEN = "\x02"
"""What PDFium gives for the hyphen of a word that goes on in the next line."""
_MARKS = frozenset("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@dataclass(slots=True)
class _Character:
    """`box`: in pixels of the picture; `foot`: where it stands; `along`: the way the text runs, 1 long."""

    text: str
    box: Rect
    foot: Point
    along: Point
    size: float


@dataclass(slots=True)
class _Run:
    """A line that grows: words of characters. `down`: its characters stand below each other."""

    words: list[list[_Character]] = field(default_factory=list)
    down: bool = False
    ended: bool = False
    """PDFium says that a line ends here."""

    @property
    def last(self) -> _Character:
        return self.words[-1][-1]


def text_layer(path: str | Path, stop: Event) -> TextLayer:
    """The text of a page of a PDF. Raises EyeboxError or Stopped."""
    with opened_page(path) as page:
        from pypdfium2 import raw

        width, height = size_in_pixels(page)
        place = _placing(page, width, height)
        made_of = list(parts(page))
        regions = tuple(_regions(page, made_of, place, width, height))
        texts = [part.hidden for part in made_of if part.kind == raw.FPDF_PAGEOBJ_TEXT]
        text = raw.FPDFText_LoadPage(page)
        if not text:
            return TextLayer(width, height, regions=regions)
        try:
            lines = tuple(_line(run, width, height) for run in _joined(_runs(_items(text, place, stop))))
        finally:
            raw.FPDFText_ClosePage(text)
    inside = tuple(line for line in lines if _is_inside(line.box, width, height))
    return TextLayer(width, height, inside, regions, 2 * sum(texts) > len(texts))


_Place = Callable[[float, float], Point]


def _placing(page: Any, width: int, height: int) -> _Place:
    """What makes pixels of the upright picture from the page's own units; by a third, PDFium's own works in whole pixels."""
    from pypdfium2 import raw

    def own(x: int, y: int) -> Point:
        a, b = ctypes.c_double(), ctypes.c_double()
        raw.FPDF_DeviceToPage(page, 0, 0, _SIDE, _SIDE, 0, x, y, a, b)
        return a.value, b.value

    (x0, y0), (x1, y1), (x2, y2) = own(0, 0), own(_SIDE, 0), own(0, _SIDE)
    a, b, c, d = x1 - x0, x2 - x0, y1 - y0, y2 - y0
    whole = a * d - b * c or 1.0

    def place(x: float, y: float) -> Point:
        u, v = x - x0, y - y0
        return (d * u - b * v) / whole * width, (a * v - c * u) / whole * height

    return place


def _items(text: Any, place: _Place, stop: Event) -> Iterator[_Character | str]:
    """Characters, " " between words and "\\n" between lines. Raises Stopped."""
    from pypdfium2 import raw

    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = raw.FS_MATRIX()
    high = ""
    for number in range(min(raw.FPDFText_CountChars(text), MOST_CHARACTERS)):
        if number % 1000 == 0 and stop.is_set():
            raise Stopped
        code = raw.FPDFText_GetUnicode(text, number)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        sign = _sign(high, code)
        high = ""
        if sign.isspace():
            yield "\n" if sign in "\r\n\x0b\x0c\x85\u2028\u2029" else " "
            continue
        if sign in _MARKS or raw.FPDFText_IsGenerated(text, number) == 1:
            continue
        if raw.FPDFText_HasUnicodeMapError(text, number) == 1 or not sign.isprintable():
            sign = sign if unicodedata.category(sign[0]) == "Co" else "\N{REPLACEMENT CHARACTER}"
        if not raw.FPDFText_GetCharBox(text, number, left, right, bottom, top):
            continue
        raw.FPDFText_GetMatrix(text, number, matrix)
        raw.FPDFText_GetCharOrigin(text, number, x, y)
        x1, y1 = place(left.value, top.value)
        x2, y2 = place(right.value, bottom.value)
        foot = place(x.value, y.value)
        ahead = place(x.value + matrix.a, y.value + matrix.b)
        up = place(x.value + matrix.c, y.value + matrix.d)
        dx, dy = ahead[0] - foot[0], ahead[1] - foot[1]
        length = hypot(dx, dy)
        along = (dx / length, dy / length) if length else (1.0, 0.0)
        size = abs(raw.FPDFText_GetFontSize(text, number)) * hypot(up[0] - foot[0], up[1] - foot[1])
        box = min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        yield _Character(sign, box, foot, along, size or box[3] - box[1] or 1.0)


def _sign(high: str, code: int) -> str:
    """A character as it is to be written."""
    if high and 0xDC00 <= code < 0xE000:
        return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    sign = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"
    if sign == _HYPHEN:
        return "-"
    if "\ufb00" <= sign <= "\ufb06":
        return unicodedata.normalize("NFKC", sign)
    return _BULLETS.get(sign, sign)


def _runs(items: Iterator[_Character | str]) -> Iterator[_Run]:
    """What stands on one line."""
    run, is_apart = _Run(), True
    for item in items:
        if isinstance(item, str):
            is_apart = True
            if item == "\n" and run.words and not run.down:
                run.ended = True
                yield run
                run = _Run()
            continue
        goes_on = bool(run.words) and _goes_on(run, item)
        if run.words and not goes_on:
            yield run
            run = _Run()
        if (is_apart and not run.down) or not run.words:
            run.words.append([])
        run.words[-1].append(item)
        is_apart = False
    if run.words:
        yield run


def _joined(runs: Iterator[_Run]) -> Iterator[_Run]:
    """What PDFium parts: numbers and other words that run the other way, whose beginning lies beyond their end, and the
    signs of a line that runs downwards."""
    before: _Run | None = None
    for run in runs:
        if before is not None and len(run.words) == len(run.words[0]) == 1 and _is_below(before, run.last):
            before.down = True
            before.words[-1] += run.words[0]
            continue
        if before is not None and _is_beside(before, run):
            before.words += run.words
            before.ended = run.ended
            continue
        if before is not None:
            yield before
        before = run
    if before is not None:
        yield before


def _is_beside(before: _Run, run: _Run) -> bool:
    first, second = before.last, run.words[0][0]
    size = max(first.size, second.size)
    dx, dy = second.foot[0] - first.foot[0], second.foot[1] - first.foot[1]
    turned = hypot(second.along[0] - first.along[0], second.along[1] - first.along[1])
    aside = abs(dy * first.along[0] - dx * first.along[1])
    if before.ended or before.down or run.down or turned > 4 * _SLANT or aside > _RAISED * size:
        return False
    ends = [[_reach(one, first.along) for word in part.words for one in word] for part in (before, run)]
    (start, end), (other_start, other_end) = ((min(a for a, _b in e), max(b for _a, b in e)) for e in ends)
    return -_RAISED * size < max(other_start - end, start - other_end) < _FAR * size


def _goes_on(run: _Run, item: _Character) -> bool:
    """Whether a character belongs to the line that ends with another one; one that runs downwards is found so."""
    if _is_below(run, item):
        run.down = True
        return True
    last = run.last
    size = max(last.size, item.size)
    dx, dy = item.foot[0] - last.foot[0], item.foot[1] - last.foot[1]
    aside = dy * last.along[0] - dx * last.along[1]
    if hypot(item.along[0] - last.along[0], item.along[1] - last.along[1]) > 4 * _SLANT:
        return False
    if run.down or abs(aside) > _RAISED * size:
        return False
    ends = [_reach(one, last.along) for one in (last, item)]
    apart = max(ends[1][0] - ends[0][1], ends[0][0] - ends[1][1])
    return apart < _FAR * size


def _is_below(run: _Run, item: _Character) -> bool:
    """Whether a sign goes on with a line that runs downwards, or makes one with the sign that a line is so far."""
    last = run.last
    size = max(last.size, item.size)
    dx, dy = item.foot[0] - last.foot[0], item.foot[1] - last.foot[1]
    ahead, aside = (dx * last.along[0] + dy * last.along[1], dy * last.along[0] - dx * last.along[1])
    return (
        (run.down or len(run.words) == len(run.words[0]) == 1)
        and abs(ahead) < _RAISED * size
        and _RAISED * size < aside < _ROW_BELOW * size
        and _is_ideograph(last.text)
        and _is_ideograph(item.text)
    )


def _reach(item: _Character, along: Point) -> tuple[float, float]:
    """From where to where it reaches along a direction."""
    x1, y1, x2, y2 = item.box
    ways = [x * along[0] + y * along[1] for x in (x1, x2) for y in (y1, y2)]
    return min(ways), max(ways)


def _is_ideograph(text: str) -> bool:
    """Chinese, Japanese and Korean signs and their punctuation."""
    return unicodedata.east_asian_width(text[0]) in "WF"


def _line(run: _Run, width: int, height: int) -> Line:
    words = tuple(
        Word("".join(one.text for one in word), _inside(_around(word), width, height)) for word in run.words
    )
    letters = [one for word in run.words for one in word]
    box = _inside(_around(letters), width, height)
    text = " ".join(word.text for word in words)
    return Line(text, 1.0, box, _quad(letters, box, run.down), words)


def _around(letters: Sequence[_Character]) -> Rect:
    return enclosing([corner for one in letters for corner in (one.box[:2], one.box[2:])])


def _quad(letters: Sequence[_Character], box: Rect, down: bool) -> tuple[Point, Point, Point, Point]:
    """The corners of a line from the top left of its text clockwise: of its box, or leaning as its letters do."""
    x1, y1, x2, y2 = box
    corners: tuple[Point, Point, Point, Point] = (x1, y1), (x2, y1), (x2, y2), (x1, y2)
    ux, uy = letters[0].along
    angle = atan2(uy, ux)
    quarter = round(angle / (pi / 2))
    if down:
        return corners
    if abs(angle - quarter * pi / 2) < _SLANT:
        a, b, c, d = (corners[(n + quarter) % 4] for n in range(4))
        return a, b, c, d
    first, last = letters[0], letters[-1]
    size = max(one.size for one in letters)
    end = max(_reach(last, (ux, uy))[1] - (first.foot[0] * ux + first.foot[1] * uy), size / 4)

    def at(along: float, up: float) -> Point:
        return first.foot[0] + ux * along + uy * up, first.foot[1] + uy * along - ux * up

    return at(0, _ASCENT * size), at(end, _ASCENT * size), at(end, -_DESCENT * size), at(0, -_DESCENT * size)


def _inside(box: Rect, width: int, height: int) -> Rect:
    """A box cut to the picture, to a thousandth of a pixel."""
    x1, y1, x2, y2 = box
    return (
        round(min(max(x1, 0), width), 3),
        round(min(max(y1, 0), height), 3),
        round(min(max(x2, 0), width), 3),
        round(min(max(y2, 0), height), 3),
    )


def _is_inside(box: Rect, width: int, height: int) -> bool:
    """Whether anything of a cut box is left on the picture."""
    x1, y1, x2, y2 = box
    return (x2 > x1 or 0 < x1 < width) and (y2 > y1 or 0 < y1 < height)


def _regions(page: Any, made_of: Sequence[Part], place: _Place, width: int, height: int) -> Iterator[Rect]:
    """Where pictures, filled fields and stamps are, in pixels."""
    from pypdfium2 import raw

    found = [part.bounds for part in made_of if part.kind == raw.FPDF_PAGEOBJ_IMAGE]
    annotations = min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)
    kinds = [getattr(raw, f"FPDF_ANNOT_{name}") for name in _ANNOTATIONS]
    shown = []
    for number in range(annotations):
        annotation, rect = raw.FPDFPage_GetAnnot(page, number), raw.FS_RECTF()
        if annotation:
            if raw.FPDFAnnot_GetSubtype(annotation) in kinds and raw.FPDFAnnot_GetRect(annotation, rect):
                shown.append((rect.left, rect.bottom, rect.right, rect.top))
            raw.FPDFPage_CloseAnnot(annotation)
    for bounds, least in [*((one, _LEAST_REGION) for one in found), *((one, 0.0) for one in shown)]:
        x1, y1, x2, y2 = _inside(enclosing([place(*bounds[:2]), place(*bounds[2:])]), width, height)
        if (x2 - x1) * (y2 - y1) >= least * width * height and (
            not least or min(x2 - x1, y2 - y1) >= _LEAST_SIDE
        ):
            yield x1, y1, x2, y2
