"""Where the text of a line goes on a page: pieces of invisible text whose characters fill the boxes of its words.

What programs make of the text of a PDF file was tried with poppler 22 and PDFium 159:

* Both put a space where a gap is wider than a tenth of the text's height, and poppler leaves one out where it is narrower.
* PDFium puts pieces that follow each other on one row from left to right, also where they run upside down, and where one
  ends a leaning line and the other begins the next. So a line that is upside down is one piece, and between lines that
  are not level there is a space somewhere else, each at a place of its own.
* poppler tears words that lean into pieces where it arranges text by itself (not with `-raw`), and its order of lines that
  lean by more than a degree is its own.
* Both put right-to-left text in reading order by themselves: it is written as it looks.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from eyebox_models.documents.pdf_font import NARROW, WIDE, Glyph
from eyebox_models.protocol.box import Point
from eyebox_models.protocol.page import Line, Rect

Matrix = tuple[float, float, float, float, float, float]
"""As PDF has it: (x, y) goes to (a x + c y + e, b x + d y + f)."""

LEVEL_DEGREES = 5.0
"""Text that leans by less is written along its page, word by word: its boxes are upright anyway, and its words stay whole."""
_JOINED, _APART = 0.05, 0.16
"""Gaps in heights of the text: above the first what belongs together is stretched, below the second what does not shrinks."""
_STEP = 20
"""Widths of the characters of upside down lines differ by so many thousandths of the text's height."""
_LEVEL = 0.005
"""A line that rises or falls by less of its length needs nothing between it and the next."""
_UPSIDE_DOWN = -0.7
_UPRIGHT_VERTICAL = 1.5
"""A line that is so much longer down than across, and has several characters, is vertical text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that follow each other along a line.

    `matrix` takes the font's units (its size is 1) to the page; `gaps` are thousandths of the size between characters, or
    nothing where there are none.
    """

    glyphs: tuple[Glyph, ...]
    matrix: Matrix
    gaps: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    """Text and its place in the frame of its line: along it from `start` to `end`, above it from `low` to `high`."""

    text: str
    token: int
    start: float
    end: float
    low: float
    high: float


def pieces_of(lines: Iterable[Line], to_page: Matrix) -> Iterator[Piece]:
    """The pieces of text of all lines in order; `to_page` takes pixels to points of the page."""
    before: Line | None = None
    for number, line in enumerate(lines):
        if before is not None and not (_is_level(before) and _is_level(line)):
            yield _between(number, before, line, to_page)
        yield from _pieces(line, to_page)
        before = line


def clean(text: str) -> str:
    """A text without what is no character to be seen (controls, marks of direction, halves of characters)."""
    return "".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Cn"))


def _pieces(line: Line, to_page: Matrix) -> Iterator[Piece]:
    along = _direction(line)
    words = _words(line, along)
    if not words:
        return
    if any(_right_to_left(word.text) for word in words):
        words = [replace(word, text=_as_seen(word.text)) for word in sorted(words, key=lambda w: w.start)]
    words = _with_gaps(words)
    if along[0] < _UPSIDE_DOWN:
        yield _in_one(words, along, to_page)
        return
    for word, following in zip(words, [*words[1:], None], strict=True):
        glyphs = tuple((c, _width(c)) for c in word.text)
        natural = sum(width for _c, width in glyphs) / 1000
        apart = following is not None and following.token != word.token
        yield Piece(
            (*glyphs, (" ", NARROW)) if apart else glyphs,
            _matrix(word, (word.end - word.start) / natural, along, to_page),
        )


def _is_level(line: Line) -> bool:
    (ax, ay), (bx, by) = line.quad[0], line.quad[1]
    return bx > ax and abs(by - ay) <= _LEVEL * (bx - ax) and _direction(line) == (1.0, 0.0)


def _between(number: int, before: Line, after: Line, to_page: Matrix) -> Piece:
    """A space at the left edge, higher or lower than both lines."""
    top, bottom = min(before.box[1], after.box[1]), max(before.box[3], after.box[3])
    low = bottom + top if top > bottom - top else 2 * bottom
    _a, b, _c, d, _e, f = to_page
    return Piece(((" ", NARROW),), (1.0, 0.0, 0.0, 1.0, 1.0 + number % 50, d * low + b + f))


def _direction(line: Line) -> Point:
    """The way in which the line is read on its picture, a unit long; along the page's sides where it nearly is."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.quad
    across, down = (bx - ax + cx - dx, by - ay + cy - dy), (dx - ax + cx - bx, dy - ay + cy - by)
    is_vertical = math.hypot(*down) > _UPRIGHT_VERTICAL * math.hypot(*across)
    way = down if is_vertical and len("".join(line.text.split())) > 1 else across
    degrees = math.degrees(math.atan2(way[1], way[0]))
    quarters = round(degrees / 90)
    if abs(degrees - 90 * quarters) <= (LEVEL_DEGREES if quarters % 4 != 2 else math.degrees(_LEVEL)):
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[quarters % 4]
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))


def _words(line: Line, along: Point) -> list[_Word]:
    """The words of a line, numbered by what stands between spaces; spread over the line where their places are not known."""
    tokens = clean(line.text).split()
    words = [(text, word.box) for word in line.words if (text := "".join(clean(word.text).split()))]
    if "".join(tokens) != "".join(text for text, _box in words):
        return [*_spread(line, tokens, along)]
    found, token, left = [], 0, len(tokens[0]) if tokens else 0
    for text, box in words:
        while text:
            if not left:
                token, left = token + 1, len(tokens[token + 1])
            part, text = text[:left], text[left:]
            found.append(_Word(part, token, *_placed(box, along, line)))
            left -= len(part)
    return found


def _spread(line: Line, tokens: list[str], along: Point) -> Iterator[_Word]:
    """Words in proportion to their characters, over the whole line."""
    ahead = _ahead(along)
    above = [x * ahead[0] + y * ahead[1] for x, y in line.quad]
    forward = [x * along[0] + y * along[1] for x, y in line.quad]
    sizes = [sum(map(_width, token)) for token in tokens]
    scale = (max(forward) - min(forward)) / max(sum(sizes) + NARROW * (len(sizes) - 1), 1)
    start = min(forward)
    for number, (token, size) in enumerate(zip(tokens, sizes, strict=True)):
        yield _Word(token, number, start, start + size * scale, min(above), max(above))
        start += (size + NARROW) * scale


def _placed(box: Rect, along: Point, line: Line) -> tuple[float, float, float, float]:
    """Start, end, low and high of a word in the frame of its line."""
    (x1, y1, x2, y2), (ax, ay) = box, along
    width, height = x2 - x1, y2 - y1
    c, s = abs(ax), abs(ay)
    if s and c:
        long, high = _leaning(width, height, c, s, math.dist(line.quad[0], line.quad[3]))
    else:
        long, high = (width, height) if c else (height, width)
    ux, uy = _ahead(along)
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    middle, level = x * ax + y * ay, x * ux + y * uy
    long, high = max(long, 0.1), max(high, 0.1)
    return middle - long / 2, middle + long / 2, level - high / 2, level + high / 2


def _leaning(width: float, height: float, c: float, s: float, thickness: float) -> tuple[float, float]:
    """Length and height of a leaning rectangle in an upright one: exactly, or as high as its line where that is no way."""
    if abs(c * c - s * s) > 0.3:
        long = (width * c - height * s) / (c * c - s * s)
        high = (height * c - width * s) / (c * c - s * s)
        if long > 0 and high > 0:
            return long, high
    return max((width - thickness * s) / c, (height - thickness * c) / s), thickness


def _ahead(along: Point) -> Point:
    """What is up for text that runs this way (on a picture, whose y grows downwards)."""
    return along[1], -along[0]


def _with_gaps(words: list[_Word]) -> list[_Word]:
    """Words with gaps that are told from none, or none."""
    words = list(words)
    for index in range(len(words) - 1):
        word, following = words[index : index + 2]
        lowest, highest = sorted((word.high - word.low, following.high - following.low))
        gap = following.start - word.end
        if word.token == following.token:
            if abs(gap) > _JOINED * lowest and following.start > word.start:
                words[index] = replace(word, end=following.start)
        elif gap < _APART * highest:
            part = (_APART * highest - gap) / 2
            words[index] = replace(word, end=max(word.end - part, (word.start + word.end) / 2))
            half = (following.start + following.end) / 2
            words[index + 1] = replace(following, start=min(following.start + part, half))
    return words


def _in_one(words: list[_Word], along: Point, to_page: Matrix) -> Piece:
    """A whole line, each character with the width and at the place that it has."""
    low, high = min(word.low for word in words), max(word.high for word in words)
    size = high - low
    placed: list[tuple[Glyph, float]] = []
    for word, following in zip(words, [*words[1:], None], strict=True):
        widths = [*map(_width, word.text)]
        scale, start = (word.end - word.start) / sum(widths), word.start
        for c, width in zip(word.text, widths, strict=True):
            placed.append(((c, _stepped(width * scale / size * 1000)), start))
            start += width * scale
        last, start = placed[-1]
        end = word.end - last[1] * size / 1000
        placed[-1] = last, end if len(word.text) > 1 else (start + end) / 2
        if following is not None and following.token != word.token:
            placed.append(((" ", _stepped((following.start - word.end) / size * 1000)), word.end))
    begin = placed[0][1]
    gaps = [
        round((after - start) / size * 1000 - width)
        for ((_c, width), start), (_glyph, after) in pairwise(placed)
    ]
    whole = _Word("", 0, begin, begin + 1, low, high)
    return Piece(tuple(glyph for glyph, _start in placed), _matrix(whole, size, along, to_page), tuple(gaps))


def _stepped(width: float) -> int:
    return max(int(width / _STEP), 1) * _STEP


def _matrix(word: _Word, scale: float, along: Point, to_page: Matrix) -> Matrix:
    """`scale`: pixels along the line that a character as wide as the font's size takes."""
    a, b, c, d, e, f = to_page
    ahead = _ahead(along)
    x, y = (along[i] * word.start + ahead[i] * word.low for i in (0, 1))
    forward = along[0] * scale, along[1] * scale
    up = ahead[0] * (word.high - word.low), ahead[1] * (word.high - word.low)
    return (
        *(a * forward[0] + c * forward[1], b * forward[0] + d * forward[1]),
        *(a * up[0] + c * up[1], b * up[0] + d * up[1]),
        *(a * x + c * y + e, b * x + d * y + f),
    )


def _width(character: str) -> int:
    return WIDE if unicodedata.east_asian_width(character) in "WF" else NARROW


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def _as_seen(text: str) -> str:
    """A word from left to right: letters of right-to-left scripts backwards, numbers and others among them forwards."""
    if not _right_to_left(text):
        return text
    runs: list[str] = []
    for c in text:
        forwards = unicodedata.bidirectional(c) in ("L", "EN", "AN", "ES", "CS", "ET")
        if forwards and runs and unicodedata.bidirectional(runs[-1][0]) in ("L", "EN", "AN", "ET"):
            runs[-1] += c
        else:
            runs.append(c)
    return "".join(reversed(runs))
