"""Lines that run across the space between two columns of running text, parted there. Pure arithmetic.

The detector joins what stands on one height where the space between columns is narrow. Words of such a line are further
apart there than elsewhere, and so are those of the lines above and below, at the same place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.frame import Level, levelled
from eyebox_models.ocr.quads import part_of, rounded
from eyebox_models.ocr.quarters import level_lines
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line

_LEAST_GAP = 0.8
"""Between the words on both sides of a gutter, in heights of the line's quad."""
_ALIGNED = 0.4
_LEAST_ROWS = 3
_LEAST_WIDTH = 7.0
"""How wide columns of running text are, in heights of their lines."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands on one side of the wider gaps of a line: its words, and where it begins and ends on a level page."""

    line: int
    first: int
    last: int
    place: Level


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines, each that crosses a gutter as two or more in its place."""
    level = level_lines(lines)
    places = levelled(level)
    parts = [part for number, line in enumerate(level) for part in _parts(number, line, places[number])]
    by_line: dict[int, list[_Part]] = {}
    for part in parts:
        by_line.setdefault(part.line, []).append(part)
    stacked = by_height([part.place for part in parts])
    result: list[Line] = []
    for number, line in enumerate(lines):
        cuts = [
            after.first
            for before, after in pairwise(by_line.get(number, []))
            if is_gutter(before.place, after.place, stacked)
        ]
        result += _cut(line, cuts) if cuts else [line]
    return result


def _parts(number: int, line: Line, place: Level) -> Iterator[_Part]:
    """The line between its gaps that are wide enough for a gutter."""
    if not line.words:
        yield _Part(number, 0, 0, place)
        return
    left, long = line.box[0], max(line.box[2] - line.box[0], 1e-9)
    stretch = place.width / long

    def at(x: float) -> float:
        return place.left + (x - left) * stretch

    cuts = [
        n
        for n, (before, after) in enumerate(pairwise(line.words), 1)
        if (after.box[0] - before.box[2]) * stretch > _LEAST_GAP * place.height
    ]
    for first, last in pairwise([0, *cuts, len(line.words)]):
        yield _Part(
            number,
            first,
            last,
            replace(place, left=at(line.words[first].box[0]), right=at(line.words[last - 1].box[2])),
        )


def by_height(places: Iterable[Level]) -> list[Level]:
    """The places from top to bottom."""
    return sorted(places, key=_middle)


def is_gutter(
    before: Level, after: Level, stacked: Sequence[Level], least_width: float = _LEAST_WIDTH
) -> bool:
    """Whether the gap between two pieces of text on one height lies between two columns: above and below it, lines begin
    where the right piece does and none runs across, and on both sides they are as long as those of running text.

    `stacked`: all pieces of the page, `by_height`; `least_width`: of columns, in heights of their lines.
    """
    start, end, height = before.right, after.left, after.height
    column, beside = [after.width], [before.width]
    here = bisect_left(stacked, after.middle, key=_middle)
    for side in (range(here - 1, -1, -1), range(here, len(stacked))):
        edge = after.middle
        for place in (stacked[number] for number in side):
            if abs(place.middle - edge) > 2 * height:
                break
            if place is before or place is after:
                continue
            if place.left < start + 0.1 * height and place.right > end - 0.1 * height:
                break
            if place.left >= start and abs(place.left - end) < _ALIGNED * height:
                column.append(place.width)
                edge = place.middle
            elif place.right <= end and place.right > start - _LEAST_WIDTH * height:
                beside.append(place.width)
                edge = place.middle
            elif end <= place.left < end + 3 * height:
                edge = place.middle
    wide = least_width * height
    return min(len(column), len(beside)) >= _LEAST_ROWS and median(column) > wide and median(beside) > wide


def _middle(place: Level) -> float:
    return place.middle


def _cut(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """The line as several, each but the first beginning with one of its words."""
    long = max(line.box[2] - line.box[0], line.box[3] - line.box[1], 1e-9)
    down = line.box[3] - line.box[1] > line.box[2] - line.box[0]
    (x0, y0), (x1, y1), _, _ = line.quad
    backwards = (y1 < y0) if down else (x1 < x0)

    def along(box: tuple[float, float, float, float]) -> tuple[float, float]:
        low, high = (box[1], box[3]) if down else (box[0], box[2])
        origin = line.box[1] if down else line.box[0]
        ends = (low - origin) / long, (high - origin) / long
        return (1 - ends[1], 1 - ends[0]) if backwards else ends

    texts = _texts(line, cuts)
    for text, (first, last) in zip(texts, pairwise([0, *cuts, len(line.words)]), strict=True):
        words = line.words[first:last]
        start = 0.0 if first == 0 else along(words[0].box)[0]
        end = 1.0 if last == len(line.words) else along(words[-1].box)[1]
        quad = rounded(part_of(line.quad, start, end))
        yield replace(line, text=text, words=words, quad=quad, box=enclosing(quad))


def _texts(line: Line, cuts: Sequence[int]) -> list[str]:
    """The text of a line, cut before some of its words."""
    starts, at = [], 0
    for number, word in enumerate(line.words):
        found = line.text.find(word.text, at)
        at = found if found >= 0 else at
        if number in cuts:
            starts.append(at)
        at += len(word.text)
    return [line.text[start:end].strip() for start, end in pairwise([0, *starts, len(line.text)])]
