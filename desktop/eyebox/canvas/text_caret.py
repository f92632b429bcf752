"""Where keys take the end of a selection on a page. No Qt."""

from __future__ import annotations

import re
from typing import Literal

from eyebox.canvas.text_selection import TOKEN, Position, TextMap

Step = Literal[
    "left",
    "right",
    "word left",
    "word right",
    "up",
    "down",
    "line start",
    "line end",
    "page start",
    "page end",
]
_MIRRORED: dict[Step, Step] = {
    "left": "right", "right": "left", "word left": "word right", "word right": "word left",
}  # fmt: skip
"""Steps in a text that runs from right to left, as the others name them."""
BESIDE = 4.0
"""How much more a way to the side counts than one up or down, when the next line above or below is sought."""


def moved(text_map: TextMap, at: Position, step: Step) -> Position:
    """The place that a step leads to; `at` itself where there is nothing further. The page has text."""
    lines = text_map.page.lines
    length = len(lines[at.line].text)
    if text_map.strips[at.line].runs_left:
        step = _MIRRORED.get(step, step)
    match step:
        case "line start":
            return Position(at.line, 0)
        case "line end":
            return Position(at.line, length)
        case "page start":
            return Position(0, 0)
        case "page end":
            return Position(len(lines) - 1, len(lines[-1].text))
        case "up" | "down":
            return _across(text_map, at, step == "down")
        case "left" | "word left" if at.char == 0:
            return Position(at.line - 1, len(lines[at.line - 1].text)) if at.line else at
        case "right" | "word right" if at.char == length:
            return Position(at.line + 1, 0) if at.line + 1 < len(lines) else at
        case "left":
            return Position(at.line, at.char - 1)
        case "right":
            return Position(at.line, at.char + 1)
        case _:
            return Position(at.line, _word_edge(lines[at.line].text, at.char, step == "word right"))


def _word_edge(text: str, char: int, forward: bool) -> int:
    """The end of the next word, or where the one before begins."""
    words = [token for token in re.finditer(TOKEN, text) if not token[0].isspace()]
    if forward:
        return next((word.end() for word in words if word.end() > char), len(text))
    return next((word.start() for word in reversed(words) if word.start() < char), 0)


def _across(text_map: TextMap, at: Position, down: bool) -> Position:
    """The place in the nearest line below or above, as it is written."""
    strip = text_map.strips[at.line]
    point = strip.point_at(at.char)
    best, found = float("inf"), at
    for number, other in enumerate(text_map.strips):
        x1, y1, x2, y2 = other.bounds
        away = strip.rows_away(((x1 + x2) / 2, (y1 + y2) / 2))
        if number == at.line or (away < 0.5 if down else away > -0.5):
            continue
        distance = abs(away) * strip.height + BESIDE * other.distance_along(point)
        if distance < best:
            best, found = distance, Position(number, other.char_at(point))
    return found
