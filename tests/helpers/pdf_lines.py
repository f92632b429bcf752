"""Pages of text as a reader would find it, level, turned, vertical and from right to left, for PDF files."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Line, Page, Word

WORDS = "the quick brown fox jumps over lazy dog Total 12.50 invoice Burger 2024-03-05 a I x @ C++ naïve"
ENGLISH = WORDS.split()
CHINESE = ["春眠不觉晓", "订单号:12345", "𠮷野家", "合计", "中", "2024年3月", "ABC公司"]
SIZE = 30


def of_words(pool: Sequence[str], degrees: float = 0, side: int = 1400, seed: int = 1) -> Page:
    """A square page full of lines of random words, turned clockwise about its middle."""
    draw, angle, middle = random.Random(seed), math.radians(degrees), side / 2

    def turned(x: float, y: float) -> Point:
        x, y = x - middle, y - middle
        return (
            x * math.cos(angle) - y * math.sin(angle) + middle,
            x * math.sin(angle) + y * math.cos(angle) + middle,
        )

    long = side * 0.66
    lines, y = [], middle - long / 2
    while y < middle + long / 2:
        x, words = middle - long / 2, []
        while x < middle + long / 2:
            text = draw.choice(pool)
            width = sum(SIZE if ord(c) > 0x2E80 else SIZE / 2 for c in text) + draw.random()
            words.append((text, x, x + width))
            x += width + SIZE * 0.28 + draw.random()
        lines.append(_line(words, y, turned))
        y += SIZE * 1.4
    return Page("page", side, side, 0, tuple(lines))


def _line(words: list[tuple[str, float, float]], y: float, turned: object) -> Line:
    def corners(left: float, right: float) -> tuple[Point, Point, Point, Point]:
        a, b, c, d = (turned(*p) for p in ((left, y), (right, y), (right, y + SIZE), (left, y + SIZE)))  # type: ignore[operator]
        return a, b, c, d

    quad = corners(words[0][1], words[-1][2])
    made = tuple(Word(text, enclosing(corners(left, right))) for text, left, right in words)
    return Line(" ".join(word[0] for word in words), 0.99, enclosing(quad), quad, made)


def vertical(texts: Sequence[str], step: int = 60) -> Page:
    """Columns from right to left, each one word."""
    lines = []
    for number, text in enumerate(texts):
        x, y, long = 1100 - number * step, 150, 40 * len(text)
        quad = ((x, y), (x + 40, y), (x + 40, y + long), (x, y + long))
        box = (x, y, x + 40, y + long)
        lines.append(Line(text, 0.99, box, quad, (Word(text, box),)))
    return Page("page", 1240, 1754, 0, tuple(lines))


def right_to_left(rows: Sequence[Sequence[str]]) -> Page:
    """Lines whose first word is the rightmost one."""
    lines = []
    for number, row in enumerate(rows):
        x, y, words = 1000, 200 + 60 * number, []
        for text in row:
            words.append(Word(text, (x - 16 * len(text), y, x, y + 40)))
            x -= 16 * len(text) + 12
        box = (x + 12, y, 1000, y + 40)
        quad = ((box[0], y), (1000, y), (1000, y + 40), (box[0], y + 40))
        lines.append(Line(" ".join(row), 0.99, box, quad, tuple(words)))
    return Page("page", 1240, 1754, 0, tuple(lines))
