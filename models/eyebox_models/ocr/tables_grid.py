"""Grids that ruling lines make: rules that touch each other, the places between them, and spans where rules are missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import hypot
from statistics import median

from eyebox_models.ocr.fragments import Groups
from eyebox_models.ocr.tables_rules import Rule, Rules
from eyebox_models.protocol.box import Point

_TOUCHING = 0.35
_SAME = 0.45
"""Rules nearer to each other are one, in heights of the quads of text."""
_DRAWN = 0.5
"""The share of a side that must be ruled."""
_STRAIGHT = 3.0
_ALONG_SIDE = 0.6
_MOST_CELLS = 10_000
"""Of a table: more are graph paper, which takes minutes to part."""

Span = tuple[int, int, int, int]
"""First row, first column, one past the last row, one past the last column."""
Warp = tuple[float, ...]
"""Nine numbers of a projective mapping, row by row."""

_SAME_PLACE: Warp = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns of one table.

    `rows` and `columns` are the places of their sides, from the first to the last; `spans` are the cells, row by row.
    `to_grid` maps points of the frame to these coordinates, `from_grid` back.
    """

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    spans: tuple[Span, ...]
    to_grid: Warp = _SAME_PLACE
    from_grid: Warp = _SAME_PLACE

    def corners(self, span: Span) -> tuple[Point, Point, Point, Point]:
        """The corners of a cell in the frame, clockwise from the upper left."""
        top, left, bottom, right = span
        x1, x2, y1, y2 = self.columns[left], self.columns[right], self.rows[top], self.rows[bottom]
        a, b, c, d = (mapped(self.from_grid, *point) for point in ((x1, y1), (x2, y1), (x2, y2), (x1, y2)))
        return a, b, c, d

    def area(self) -> float:
        """How large it is, in square pixels."""
        return (self.columns[-1] - self.columns[0]) * (self.rows[-1] - self.rows[0])

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a point of the frame lies in it, or so near to it."""
        x, y = mapped(self.to_grid, *point)
        return (
            self.columns[0] - margin < x < self.columns[-1] + margin
            and self.rows[0] - margin < y < self.rows[-1] + margin
        )


def mapped(warp: Warp, x: float, y: float) -> Point:
    """Where a projective mapping puts a point."""
    a, b, c, d, e, f, g, h, i = warp
    w = g * x + h * y + i or 1e-9
    return (a * x + b * y + c) / w, (d * x + e * y + f) / w


def grids(rules: Rules, high: float) -> list[Grid]:
    """What rules that cross or meet each other make, the smallest first. `high`: the usual height of a quad of text."""
    found = []
    for across, down in _touching(rules, _TOUCHING * high):
        to_grid, from_grid = _straightening(across, down)
        across, down = ([_moved(rule, to_grid) for rule in some] for some in (across, down))
        rows = _positions([((r.y1 + r.y2) / 2, r.length) for r in across], _SAME * high)
        columns = _positions([((r.x1 + r.x2) / 2, r.length) for r in down], _SAME * high)
        rows = _with_ends(rows, [(r.y1, r.y2) for r in down], high)
        columns = _with_ends(columns, [(r.x1, r.x2) for r in across], high)
        if not 0 < (len(rows) - 1) * (len(columns) - 1) <= _MOST_CELLS:
            continue
        found.append(_grid(rows, columns, across, down, high, to_grid, from_grid))
    return sorted(found, key=Grid.area)


def _touching(rules: Rules, near: float) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules in groups that hang together, without those that touch nothing."""
    import numpy as np

    across, down = rules.across, rules.down
    if not across or not down:
        return []
    a = np.array([(r.x1, r.y1, r.x2, r.y2) for r in across])[:, None]
    d = np.array([(r.x1, r.y1, r.x2, r.y2) for r in down])[None]
    # where each pair would cross, the slopes of both taken into account
    y = a[..., 1] + (a[..., 3] - a[..., 1]) * ((d[..., 0] + d[..., 2]) / 2 - a[..., 0]) / np.maximum(
        a[..., 2] - a[..., 0], 1
    )
    x = d[..., 0] + (d[..., 2] - d[..., 0]) * (y - d[..., 1]) / np.maximum(d[..., 3] - d[..., 1], 1)
    meets = (a[..., 0] - near < x) & (x < a[..., 2] + near) & (d[..., 1] - near < y) & (y < d[..., 3] + near)
    joined = Groups(len(across) + len(down))
    for i, j in np.argwhere(meets).tolist():
        joined.join(i, len(across) + j)
    return [
        (
            [across[n] for n in group if n < len(across)],
            [down[n - len(across)] for n in group if n >= len(across)],
        )
        for group in joined.all()
        if len(group) > 2
    ]


def _straightening(across: Sequence[Rule], down: Sequence[Rule]) -> tuple[Warp, Warp]:
    """A mapping that makes the rules level and upright, and its inverse; none where they are already."""
    import cv2
    import numpy as np

    bent = max([abs(r.y1 - r.y2) for r in across] + [abs(r.x1 - r.x2) for r in down])
    if bent <= _STRAIGHT:
        return _SAME_PLACE, _SAME_PLACE
    points = [p for r in (*across, *down) for p in ((r.x1, r.y1), (r.x2, r.y2))]
    corners = [
        min(points, key=lambda p: p[0] + p[1]),
        max(points, key=lambda p: p[0] - p[1]),
        max(points, key=lambda p: p[0] + p[1]),
        min(points, key=lambda p: p[0] - p[1]),
    ]
    a, b, c, d = corners
    width, height = (b[0] - a[0] + c[0] - d[0]) / 2, (d[1] - a[1] + c[1] - b[1]) / 2
    if not _is_frame(corners, across, down) or width < 1 or height < 1:
        lean = median((r.y2 - r.y1) / max(r.length, 1) for r in across)
        slant = median((r.x2 - r.x1) / max(r.length, 1) for r in down)
        back = np.array([[1.0, slant, 0], [lean, 1.0, 0], [0, 0, 1.0]])
        return tuple(np.linalg.inv(back).ravel().tolist()), tuple(back.ravel().tolist())
    x, y = a
    target = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], np.float32)
    warp = cv2.getPerspectiveTransform(np.array(corners, np.float32), target)
    return tuple(warp.ravel().tolist()), tuple(np.linalg.inv(warp).ravel().tolist())


def _is_frame(corners: Sequence[Point], across: Sequence[Rule], down: Sequence[Rule]) -> bool:
    """Whether rules run along all four sides between these corners."""
    a, b, c, d = corners

    def runs(rules: Sequence[Rule], start: Point, end: Point) -> bool:
        """Whether rules cover most of a side, one or several one after the other."""
        long = hypot(end[0] - start[0], end[1] - start[1])
        if long < 1:
            return False

        def off(x: float, y: float) -> float:
            return abs((x - start[0]) * (end[1] - start[1]) - (y - start[1]) * (end[0] - start[0])) / long

        near = max(4.0, 0.01 * long)
        return (
            sum(r.length for r in rules if off(r.x1, r.y1) < near and off(r.x2, r.y2) < near)
            > _ALONG_SIDE * long
        )

    return runs(across, a, b) and runs(across, d, c) and runs(down, a, d) and runs(down, b, c)


def _moved(rule: Rule, warp: Warp) -> Rule:
    return Rule(*mapped(warp, rule.x1, rule.y1), *mapped(warp, rule.x2, rule.y2))


def _positions(weighted: Sequence[tuple[float, float]], near: float) -> list[float]:
    """Places of rules, those near each other made one by their lengths."""
    found: list[list[tuple[float, float]]] = []
    for place, weight in sorted(weighted):
        if found and place - found[-1][0][0] <= near:
            found[-1].append((place, weight))
        else:
            found.append([(place, weight)])
    return [sum(p * w for p, w in some) / max(sum(w for _, w in some), 1e-9) for some in found]


def _with_ends(places: list[float], reach: Sequence[tuple[float, float]], high: float) -> list[float]:
    """The places with those that the rules across them reach to: the outer sides of an open table."""
    if not reach:
        return places
    first, last = min(map(min, reach)), max(map(max, reach))
    if not places or first < places[0] - high:
        places = [first, *places]
    if last > places[-1] + high:
        places = [*places, last]
    return places


def _grid(
    rows: Sequence[float],
    columns: Sequence[float],
    across: Sequence[Rule],
    down: Sequence[Rule],
    high: float,
    to_grid: Warp,
    from_grid: Warp,
) -> Grid:
    """The cells: places with no rule between them are one."""
    near = _SAME * high
    height, width = len(rows) - 1, len(columns) - 1
    on_row = [[(r.x1, r.x2) for r in across if abs((r.y1 + r.y2) / 2 - y) <= near] for y in rows]
    on_column = [[(r.y1, r.y2) for r in down if abs((r.x1 + r.x2) / 2 - x) <= near] for x in columns]
    joined = Groups(height * width)
    for y, x in product(range(height), range(width)):
        if y + 1 < height and _covered(on_row[y + 1], columns[x], columns[x + 1]) < _DRAWN:
            joined.join(y * width + x, (y + 1) * width + x)
        if x + 1 < width and _covered(on_column[x + 1], rows[y], rows[y + 1]) < _DRAWN:
            joined.join(y * width + x, y * width + x + 1)
    spans = rectangles(joined, height, width)
    starts_y, starts_x = sorted({s[0] for s in spans}), sorted({s[1] for s in spans})
    new_y = {old: new for new, old in enumerate([*starts_y, height])}
    new_x = {old: new for new, old in enumerate([*starts_x, width])}

    def after(number: int, starts: Sequence[int], new: dict[int, int], end: int) -> int:
        return new[next((start for start in starts if start >= number), end)]

    return Grid(
        tuple(rows[n] for n in (*starts_y, height)),
        tuple(columns[n] for n in (*starts_x, width)),
        tuple(
            sorted(
                (new_y[y1], new_x[x1], after(y2, starts_y, new_y, height), after(x2, starts_x, new_x, width))
                for y1, x1, y2, x2 in spans
            )
        ),
        to_grid,
        from_grid,
    )


def rectangles(joined: Groups, height: int, width: int) -> list[Span]:
    """Groups of places as spans: one that is no rectangle takes in all that lies in the one around it."""
    while True:
        spans, grown = [], False
        for group in joined.all():
            y1, x1 = min(n // width for n in group), min(n % width for n in group)
            y2, x2 = max(n // width for n in group) + 1, max(n % width for n in group) + 1
            spans.append((y1, x1, y2, x2))
            if len(group) < (y2 - y1) * (x2 - x1):
                grown = True
                for y, x in product(range(y1, y2), range(x1, x2)):
                    joined.join(group[0], y * width + x)
        if not grown:
            return sorted(spans)


def _covered(parts: Sequence[tuple[float, float]], start: float, end: float) -> float:
    """The share of a stretch that parts of it cover."""
    reached, total = start, 0.0
    for first, last in sorted(parts):
        first, last = max(first, reached), min(last, end)
        if last > first:
            total += last - first
            reached = last
    return total / max(end - start, 1e-9)
