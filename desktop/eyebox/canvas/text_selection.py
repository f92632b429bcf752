"""Where the characters of a read page are, and what is selected of them. No Qt.

A line is seen as a leaning strip: `along` runs with its text (0 at its start, 1 at its end), `across` from
the top of its letters (0) to their feet (1). Points and rectangles are pixels of the original picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from math import hypot
from unicodedata import east_asian_width

from eyebox_models.ocr.right_to_left import runs_left
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Line, Page, Rect, Word

Quad = tuple[Point, Point, Point, Point]

UPRIGHT_RATIO = 1.5
"""A strip at least this much higher than wide is read from top to bottom, as the reader does."""
SAME_ROW = 4.0
"""How much more a way across lines counts when the nearest is sought: beside a line means that line."""
BUCKET = 128.0
"""Height in pixels of the buckets that lines are sorted into."""
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_LETTERS = rf"(?:(?![{_IDEOGRAPHS}])\w)+"
TOKEN = rf"(?s)[{_IDEOGRAPHS}]+|\d+(?:[.,:]\d+)+|{_LETTERS}(?:['’]{_LETTERS})*|\s+|."
"""Compiled when the first text is selected, not at the start: it takes 3 ms."""
_NARROW, _BROAD = frozenset("iIjl|!.,:;'`()[]{}ftr·"), frozenset("mwMW@%&")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between characters: before character `char` of line `line`; `char` may be the line's length."""

    line: int
    char: int


@dataclass(frozen=True, slots=True)
class Selection:
    """What lies between two positions; `anchor` is where it began, `caret` where it was taken to."""

    anchor: Position
    caret: Position

    @property
    def start(self) -> Position:
        return min(self.anchor, self.caret)

    @property
    def end(self) -> Position:
        return max(self.anchor, self.caret)

    @property
    def is_empty(self) -> bool:
        return self.anchor == self.caret

    def widened(self, other: Selection) -> Selection:
        """The smallest selection around this one and `other`, its caret at the side of `other`."""
        start, end = min(self.start, other.start), max(self.end, other.end)
        return Selection(end, start) if other.start < self.start else Selection(start, end)


class Strip:
    """One line's place: where each of its characters begins and ends along the leaning line.

    `corners`: start and end at the top of the letters, then end and start at their feet. Of a text that runs from right to
    left (`runs_left`) the start is at its right.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        top_left, top_right, bottom_right, bottom_left = line.quad
        if (
            _length(top_left, bottom_left) >= UPRIGHT_RATIO * _length(top_left, top_right)
            and len(line.text) > 1
        ):
            self.corners = (top_left, bottom_left, bottom_right, top_right)
        else:
            self.corners = line.quad
        self.runs_left = runs_left(line.text)
        if self.runs_left:
            first, last, foot_of_last, foot_of_first = self.corners
            self.corners = last, first, foot_of_first, foot_of_last
        xs, ys = zip(*line.quad, strict=True)
        self.bounds: Rect = (min(xs), min(ys), max(xs), max(ys))

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Places along the line from 0 to 1, never decreasing: character i lies between edges i and i + 1."""
        return _edges(self.line.text, list(self._placed_words()))

    def quad(self, first: int, last: int) -> Quad:
        """The leaning rectangle around the characters `first` to before `last`."""
        if first == 0 and last == len(self.line.text):
            return self.corners
        left, right = self.edges[first], self.edges[last]
        return (self._at(left, 0), self._at(right, 0), self._at(right, 1), self._at(left, 1))

    @property
    def height(self) -> float:
        """The height of its letters in pixels."""
        return _length(self.corners[0], self.corners[3])

    def foot(self) -> tuple[Point, Point]:
        """The line at the feet of the letters, start to end."""
        return self._at(0, 1), self._at(1, 1)

    def distance(self, point: Point, across_weight: float = 1.0) -> float:
        """How far a point is beside and above or below the strip, in pixels, added up; 0 inside."""
        along, across = self._place(point)
        start, end, _, foot = self.corners
        beside = max(-along, 0.0, along - 1) * _length(start, end)
        above = max(-across, 0.0, across - 1) * _length(start, foot)
        return beside + above * across_weight

    def char_at(self, point: Point) -> int:
        """The position nearest to a point: 0 to the length of the text."""
        along, _ = self._place(point)
        edges = self.edges
        return min(range(len(edges)), key=lambda i: (abs(edges[i] - along), i if along < 0.5 else -i))

    def char_under(self, point: Point) -> int:
        """The character that a point is on: 0 to the length of the text minus 1 (0 for an empty text)."""
        along, _ = self._place(point)
        for i, edge in enumerate(self.edges[1:]):
            if along < edge:
                return i
        return max(len(self.line.text) - 1, 0)

    def point_at(self, char: int) -> Point:
        """The middle of the letters' height at a position of the line."""
        return self._at(self.edges[char], 0.5)

    def rows_away(self, point: Point) -> float:
        """How far a point is below the middle of the line, in heights of its letters; negative above it."""
        return self._place(point)[1] - 0.5

    def distance_along(self, point: Point) -> float:
        """How far a point is before the line's start or behind its end, in pixels; 0 between them."""
        along, _ = self._place(point)
        return max(-along, 0.0, along - 1) * _length(*self.corners[:2])

    def _place(self, point: Point) -> tuple[float, float]:
        start, end, foot_end, foot = self.corners
        right_x, right_y = _middle(end, foot_end)
        left_x, left_y = _middle(start, foot)
        low_x, low_y = _middle(foot, foot_end)
        high_x, high_y = _middle(start, end)
        along_x, along_y, down_x, down_y = right_x - left_x, right_y - left_y, low_x - high_x, low_y - high_y
        area = along_x * down_y - along_y * down_x
        if not area:
            return 0.0, 0.0
        x, y = point[0] - (left_x + right_x) / 2, point[1] - (left_y + right_y) / 2
        return (x * down_y - y * down_x) / area + 0.5, (along_x * y - along_y * x) / area + 0.5

    def _at(self, along: float, across: float) -> Point:
        start, end, foot_end, foot = self.corners
        return _between(_between(start, end, along), _between(foot, foot_end, along), across)

    def _placed_words(self) -> Iterator[tuple[Word, float, float]]:
        """The words with their begin and end along the line, worked out from their upright boxes."""
        start, end, _, foot = self.corners
        length, height = _length(start, end), _length(start, foot)
        if not length:
            return
        cos, sin = abs(end[0] - start[0]) / length, abs(end[1] - start[1]) / length
        for word in _in_runs(self.line.words) if self.runs_left else self.line.words:
            x1, y1, x2, y2 = word.box
            wide = (x2 - x1 - height * sin) / cos if cos >= sin else (y2 - y1 - height * cos) / sin
            middle, _ = self._place(((x1 + x2) / 2, (y1 + y2) / 2))
            half = max(wide, 0.0) / length / 2
            yield word, middle - half, middle + half


class TextMap:
    """All strips of a page, found by place and by number."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.strips = tuple(Strip(line) for line in page.lines)
        self._buckets: dict[int, list[int]] = {}
        for index, strip in enumerate(self.strips):
            for bucket in range(int(strip.bounds[1] // BUCKET), int(strip.bounds[3] // BUCKET) + 1):
                self._buckets.setdefault(bucket, []).append(index)

    def lines_in(self, rect: Rect) -> list[int]:
        """Lines that touch an upright rectangle, in reading order."""
        x1, y1, x2, y2 = rect
        first, last = int(y1 // BUCKET), int(y2 // BUCKET)
        if last - first >= len(self._buckets):
            candidates: Iterable[int] = range(len(self.strips))
        else:
            candidates = sorted({i for b in range(first, last + 1) for i in self._buckets.get(b, ())})
        return [i for i in candidates if _overlap(self.strips[i].bounds, (x1, y1, x2, y2))]

    def text_in(self, rect: Rect) -> str:
        """The characters inside an upright rectangle, of lines whose middle is in it: a line of text each."""
        x1, y1, x2, y2 = rect
        lines = []
        for index in self.lines_in(rect):
            strip = self.strips[index]
            left, top, right, bottom = strip.bounds
            x, y = (left + right) / 2, (top + bottom) / 2
            stands = abs(strip.corners[1][1] - strip.corners[0][1]) > abs(
                strip.corners[1][0] - strip.corners[0][0]
            )
            ends = ((x, y1), (x, y2)) if stands else ((x1, y), (x2, y))
            if x1 <= x <= x2 if stands else y1 <= y <= y2:
                first, last = sorted(map(strip.char_at, ends))
                lines.append(strip.line.text[first:last].strip())
        return "\n".join(filter(None, lines))

    def line_at(self, point: Point, slack: float = 0.0) -> int | None:
        """The line under a point, or the nearest at most `slack` pixels away."""
        x, y = point
        near = self.lines_in((x - slack, y - slack, x + slack, y + slack))
        distance, index = min(((self.strips[i].distance(point), i) for i in near), default=(0.0, None))
        return index if index is not None and distance <= slack else None

    def position_at(self, point: Point) -> Position | None:
        """The position nearest to any point, lines at its height first; None when the page has no text."""
        best, found = float("inf"), -1
        for gap, i in sorted((_gap(strip.bounds, point), i) for i, strip in enumerate(self.strips)):
            if gap >= best:
                break
            distance = self.strips[i].distance(point, SAME_ROW)
            if distance < best:
                best, found = distance, i
        return None if found < 0 else Position(found, self.strips[found].char_at(point))

    def word_at(self, point: Point) -> Selection | None:
        """The word (for Chinese: the run of characters) nearest to a point."""
        position = self.position_at(point)
        if position is None:
            return None
        text = self.page.lines[position.line].text
        char = self.strips[position.line].char_under(point)
        for token in re.finditer(TOKEN, text):
            if token.start() <= char < token.end():
                return Selection(Position(position.line, token.start()), Position(position.line, token.end()))
        return Selection(position, position)

    def line_selection(self, index: int) -> Selection:
        return Selection(Position(index, 0), Position(index, len(self.page.lines[index].text)))

    def everything(self) -> Selection | None:
        """All text; None when the page has none."""
        if not self.strips:
            return None
        return self.line_selection(0).widened(self.line_selection(len(self.strips) - 1))

    def quads(self, selection: Selection) -> list[Quad]:
        """The leaning rectangles of a selection, one a line."""
        return [
            self.strips[line].quad(first, last)
            for line, first, last in parts(self.page, selection)
            if first < last
        ]


def parts(page: Page, selection: Selection) -> Iterator[tuple[int, int, int]]:
    """What is selected, line by line: `(line, first character, character after the last)`."""
    start, end = selection.start, selection.end
    for line in range(start.line, end.line + 1):
        first = start.char if line == start.line else 0
        last = end.char if line == end.line else len(page.lines[line].text)
        yield line, first, last


def copied_text(page: Page, selection: Selection) -> str:
    """The selected text in reading order: a line break between lines, an empty line between blocks."""
    block_of = {line: number for number, block in enumerate(page.blocks) for line in block}
    taken = parts(page, selection)
    blocks = groupby(taken, key=lambda part: block_of.get(part[0], -1))
    return "\n\n".join("\n".join(page.lines[i].text[a:b] for i, a, b in block) for _, block in blocks)


def in_blocks(page: Page) -> list[tuple[int, ...]]:
    """The blocks of a page, with lines that belong to none as a last one."""
    placed = {line for block in page.blocks for line in block}
    rest = tuple(i for i in range(len(page.lines)) if i not in placed)
    return [block for block in (*page.blocks, rest) if block]


def _edges(text: str, placed: list[tuple[Word, float, float]]) -> tuple[float, ...]:
    edges: list[float | None] = [None] * (len(text) + 1)
    cursor = 0
    for word, begin, end in placed:
        at = text.find(word.text, cursor)
        if at < 0 or not word.text:
            continue
        before, cursor = edges[at], at + len(word.text)
        edges[at] = begin if before is None else (before + begin) / 2
        edges[cursor] = end
    lead, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    edges[: lead + 1] = [0.0] * (lead + 1)
    edges[max(tail, 1) :] = [1.0] * len(edges[max(tail, 1) :])
    return _filled(edges, [_weight(char) for char in text])


def _filled(edges: list[float | None], weights: list[float]) -> tuple[float, ...]:
    """The unknown edges put between their neighbours by the characters' weights, and none going back."""
    filled = [0.0]
    known = 0
    for i in range(1, len(edges)):
        edge = edges[i]
        if edge is None:
            continue
        begin, end = filled[known], min(max(edge, filled[known]), 1.0)
        total, passed = sum(weights[known:i]), 0.0
        for weight in weights[known:i]:
            passed += weight
            filled.append(begin + (end - begin) * passed / total)
        known = i
    return tuple(filled)


@cache
def _weight(char: str) -> float:
    """How wide a character is beside others, roughly."""
    if east_asian_width(char) in "WF":
        return 2.0
    if char in _NARROW:
        return 0.55
    if char in _BROAD:
        return 1.5
    return 1.25 if char.isupper() else 1.0


def _in_runs(words: Iterable[Word]) -> Iterator[Word]:
    """The words of a line that runs from right to left; those that run the other way among them joined, as they stand in
    the other order."""
    for left, run in groupby(words, key=lambda word: runs_left(word.text)):
        if left:
            yield from run
            continue
        joined = tuple(run)
        around = enclosing([point for word in joined for point in (word.box[:2], word.box[2:])])
        yield Word(" ".join(word.text for word in joined), around)


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _length(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])


def _overlap(a: Rect, b: Rect) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _gap(rect: Rect, point: Point) -> float:
    """How far a point is from an upright rectangle, 0 inside."""
    x, y = point
    return hypot(max(rect[0] - x, 0.0, x - rect[2]), max(rect[1] - y, 0.0, y - rect[3]))
