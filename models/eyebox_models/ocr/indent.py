"""Indentation of code: how many spaces stand before the lines of evenly spaced text. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.frame import Level
from eyebox_models.ocr.quarters import quarter_of
from eyebox_models.protocol.page import Line

_LEAST_LINES = 3
_LEAST_WORD = 4
_BEARINGS = 0.2
"""What a word's ink is narrower than its characters, in characters."""
_EVEN = 0.03
"""How far words' widths per character may stray from their median in evenly spaced text."""
_SAME_PITCH = 0.06
_ON_GRID = 0.3
_MOST_SPACES = 60


def indentations(
    blocks: Sequence[Sequence[int]], lines: Sequence[Line], places: Sequence[Level]
) -> dict[int, int]:
    """Leading spaces by line number, for blocks of evenly spaced text whose beginnings lie on its grid."""
    result: dict[int, int] = {}
    group: list[int] = []
    group_pitch = 0.0
    for members in [*blocks, ()]:
        code = [m for m in members if not lines[m].text.isdecimal()]
        pitch = _pitch(code, lines)
        if group and not (pitch and abs(pitch / group_pitch - 1) < _SAME_PITCH):
            result |= _spaces(group, group_pitch, lines, places)
            group = []
        if pitch:
            group_pitch = group_pitch if group else pitch
            group += code
    return result


def pitch_of(lines: Sequence[Line]) -> float:
    """The usual width of a character in pixels, whether the text is evenly spaced or not; 0 where no word is long."""
    widths = [width for line in lines for width in _character_widths(line)]
    return median(widths) if widths else 0.0


def spaces_from(members: Sequence[int], pitch: float, places: Sequence[Level]) -> dict[int, int]:
    """Leading spaces of lines of a listing, by line number, counted from where the leftmost begins."""
    base = min((places[member].left for member in members), default=0.0)
    if not pitch:
        return {}
    return {m: min(round((places[m].left - base) / pitch), _MOST_SPACES) for m in members}


def _pitch(members: Sequence[int], lines: Sequence[Line]) -> float:
    """Width of a character in evenly spaced text, in pixels; 0 for other text."""
    widths = [width for m in members for width in _character_widths(lines[m])]
    if len(widths) < 2:
        return 0.0
    middle = median(widths)
    strays = median(abs(width / middle - 1) for width in widths)
    return middle if strays < _EVEN else 0.0


def _character_widths(line: Line) -> Iterator[float]:
    """How wide a character is, once for each longer word: from its beginning to that of the next.

    Nothing for lines that stand across the page: they have no indentation, and their words stand one above another.
    """
    if quarter_of(line.quad):
        return
    for word, following in pairwise(line.words):
        if len(word.text) >= _LEAST_WORD and word.text.isascii() and following.box[0] > word.box[0]:
            yield (following.box[0] - word.box[0]) / (len(word.text) + 1)
    last = line.words[-1] if line.words else None
    if last and len(last.text) > _LEAST_WORD and last.text.isascii() and last.box[2] > last.box[0]:
        yield (last.box[2] - last.box[0]) / (len(last.text) - _BEARINGS)


def _spaces(
    members: Sequence[int], pitch: float, lines: Sequence[Line], places: Sequence[Level]
) -> dict[int, int]:
    """Spaces before each line of a piece of code, or none when its lines do not begin on a grid."""
    if len(members) < _LEAST_LINES:
        return {}
    starts = {m: lines[m].words[0].box[0] for m in members if lines[m].words}
    base = min(starts.values(), default=0.0)
    steps = {m: (start - base) / pitch for m, start in starts.items()}
    off_grid = sum(abs(step - round(step)) > _ON_GRID for step in steps.values())
    tops = sorted((places[m].middle, places[m].height) for m in members)
    one_a_row = all(b - a > 0.4 * h for (a, h), (b, _) in pairwise(tops))
    if off_grid > len(steps) / 5 or not one_a_row or max(steps.values(), default=0) > _MOST_SPACES:
        return {}
    return {m: round(step) for m, step in steps.items() if round(step) > 0}
