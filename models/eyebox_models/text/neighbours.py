"""Which line stands beside or below another on a page that may lean a little, or stand on its side."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from eyebox_models.ocr.quarters import level_lines
from eyebox_models.protocol.page import Line, Page


class Neighbours:
    """The lines of a page by where they stand, as a reader sees them who holds the page upright."""

    def __init__(self, page: Page) -> None:
        self._lines = level_lines(page.lines)
        self._slope = slope(self._lines)

    def right_of(self, index: int) -> list[int]:
        """Lines that stand on the same row further right, the nearest first."""
        line = self._lines[index]
        found = [
            (other.box[0], i)
            for i, other in self._on_row(index)
            if other.box[0] > _middle_x(line) and other.box[2] > line.box[2]
        ]
        return [i for _, i in sorted(found)]

    def left_of(self, index: int) -> list[int]:
        """Lines that stand on the same row further left, the nearest first."""
        line = self._lines[index]
        found = [
            (-other.box[2], i)
            for i, other in self._on_row(index)
            if other.box[2] < _middle_x(line) and other.box[0] < line.box[0]
        ]
        return [i for _, i in sorted(found)]

    def below(self, index: int) -> list[int]:
        """Lines that start within 2.5 line heights below and overlap it sideways, the nearest first."""
        line = self._lines[index]
        height = line.box[3] - line.box[1]
        found = [
            (other.box[1], i)
            for i, other in enumerate(self._lines)
            if i != index
            and _middle_y(line) < other.box[1] < line.box[3] + 2.5 * height
            and other.box[0] < line.box[2]
            and line.box[0] < other.box[2]
        ]
        return [i for _, i in sorted(found)]

    def _on_row(self, index: int) -> Iterator[tuple[int, Line]]:
        """The other lines that stand on the row of a line."""
        line = self._lines[index]
        height = line.box[3] - line.box[1]
        for i, other in enumerate(self._lines):
            fall = self._slope * (_middle_x(other) - _middle_x(line))
            most = 0.55 * max(height, other.box[3] - other.box[1])
            if i != index and abs(_middle_y(other) - _middle_y(line) - fall) < most:
                yield i, other


def slope(lines: tuple[Line, ...]) -> float:
    """How far level lines fall to the right, in pixels a pixel: the median of the longer ones."""
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b, *_ in (line.quad for line in lines) if b[0] - a[0] > 40]
    return min(max(median(slopes), -0.5), 0.5) if slopes else 0.0


def _middle_x(line: Line) -> float:
    return (line.box[0] + line.box[2]) / 2


def _middle_y(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2
