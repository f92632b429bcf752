"""Lines of text as the reader would find them, for tests that need no picture."""

from __future__ import annotations

from math import cos, radians, sin

from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Line, Word


def line(text: str, x: float, y: float, height: float = 20, character: float = 10, lean: float = 0) -> Line:
    """A line whose upper left corner is at `(x, y)`, on a page turned by `lean` degrees about its origin."""
    angle = radians(lean)

    def turned(px: float, py: float) -> Point:
        return px * cos(angle) - py * sin(angle), px * sin(angle) + py * cos(angle)

    def corners(left: float, right: float) -> tuple[Point, Point, Point, Point]:
        return turned(left, y), turned(right, y), turned(right, y + height), turned(left, y + height)

    words = []
    at = x
    for word in text.split():
        words.append(Word(word, enclosing(corners(at, at + len(word) * character))))
        at += (len(word) + 1) * character
    quad = corners(x, x + max(1, len(text)) * character)
    return Line(text, 0.99, enclosing(quad), quad, tuple(words))
