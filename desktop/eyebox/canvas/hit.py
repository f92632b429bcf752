"""What lies under the mouse, and what dragging it does: plain geometry, no painting.

Coordinates are picture pixels; tolerances are screen pixels and come with the scale (screen pixels a picture
pixel).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Literal

from eyebox_models.protocol.box import Box, Point
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Rect

HANDLE_REACH = 7.0
"""How near a handle's centre a press counts as on it, in screen pixels."""
EDGE_REACH = 5.0
MIN_SIZE = 1.0
"""Boxes never get thinner than this by resizing, in picture pixels."""
CELLS = 64
MAX_CELLS = 256
"""Boxes that cover more cells than this are kept in one list instead."""

Shape = Literal["rectangle", "polygon", "line", "ellipse", "point"]


class Handle(Enum):
    """A handle by its side: `x` and `y` are -1 (left, top), 0 (middle) or 1 (right, bottom)."""

    TOP_LEFT = (-1, -1)
    TOP = (0, -1)
    TOP_RIGHT = (1, -1)
    RIGHT = (1, 0)
    BOTTOM_RIGHT = (1, 1)
    BOTTOM = (0, 1)
    BOTTOM_LEFT = (-1, 1)
    LEFT = (-1, 0)

    @property
    def x(self) -> int:
        return self.value[0]

    @property
    def y(self) -> int:
        return self.value[1]

    def place(self, box: Box) -> Point:
        """Where this handle of a box is."""
        x = (box.x1 + box.x2) / 2 + self.x * box.width / 2
        y = (box.y1 + box.y2) / 2 + self.y * box.height / 2
        return (x, y)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a point is on. `handle` says what a drag would resize; None: it would move the box.

    By its body a box moves only when it is selected: what lies under an unselected one can be reached there.
    """

    box: Box
    part: Literal["handle", "edge", "label", "body"]
    handle: Handle | None = None


class Grid:
    """Boxes by place: finding those near a point or in a rectangle does not look at all of them."""

    def __init__(self, boxes: Iterable[Box], width: float, height: float) -> None:
        self._cell = max(width, height, 1.0) / CELLS
        self._most = math.ceil(max(width, 1.0) / self._cell) * math.ceil(max(height, 1.0) / self._cell)
        self._boxes = list(boxes)

    @cached_property
    def _cells(self) -> tuple[dict[tuple[int, int], list[int]], list[int]]:
        """The indexes of boxes by the cells that they touch, and of those that are in too many; made when a part is looked at."""
        cells: dict[tuple[int, int], list[int]] = {}
        large: list[int] = []
        for at, box in enumerate(self._boxes):
            left, top, right, bottom = self._span(box.xyxy)
            if (right - left + 1) * (bottom - top + 1) > MAX_CELLS:
                large.append(at)
                continue
            for column in range(left, right + 1):
                for row in range(top, bottom + 1):
                    cells.setdefault((column, row), []).append(at)
        return cells, large

    def __len__(self) -> int:
        return len(self._boxes)

    def boxes(self) -> list[Box]:
        return self._boxes

    def inside(self, rect: Rect) -> list[int]:
        """Indexes of the boxes that touch a rectangle, ascending (later ones lie on top)."""
        left, top, right, bottom = self._span(rect)
        looked_at = (right - left + 1) * (bottom - top + 1)
        if looked_at >= self._most / 3 or looked_at >= len(self._cells[0]) / 3:
            found: Iterable[int] = range(len(self._boxes))
        else:
            cells, large = self._cells
            among = set(large)
            for column in range(left, right + 1):
                for row in range(top, bottom + 1):
                    among.update(cells.get((column, row), ()))
            found = sorted(among)
        x1, y1, x2, y2 = rect
        boxes = self._boxes
        return [
            at for at in found
            if (box := boxes[at]).x1 <= x2 and box.x2 >= x1 and box.y1 <= y2 and box.y2 >= y1
        ]  # fmt: skip

    def near(self, x: float, y: float, reach: float) -> Iterator[Box]:
        """The boxes within `reach` picture pixels of a point, topmost first."""
        for at in reversed(self.inside((x - reach, y - reach, x + reach, y + reach))):
            yield self._boxes[at]

    def _span(self, rect: Rect) -> tuple[int, int, int, int]:
        x1, y1, x2, y2 = (math.floor(min(max(v / self._cell, -1), CELLS)) for v in rect)
        return (x1, y1, x2, y2)


def hit(
    grid: Grid,
    x: float,
    y: float,
    scale: float,
    active: Iterable[Box] = (),
    labelled: Callable[[float, float], Box | None] = lambda _x, _y: None,
) -> Hit | None:
    """What is at a point, in passes: handles and edges of the `active` boxes, labels, edges, bodies.

    Of several boxes the smallest wins, then the topmost. An edge of an active box resizes it, that of another
    only selects or moves it. `labelled` gives the box whose label is shown at a point.
    """
    active = list(active)
    for box in active:
        handle = _handle_at(box, x, y, HANDLE_REACH / scale)
        if handle is not None:
            return Hit(box, "handle", handle)
    for box in active:
        side = _side_at(box, x, y, EDGE_REACH / scale)
        if side is not None:
            return Hit(box, "edge", side)
    if (box_of_label := labelled(x, y)) is not None:
        return Hit(box_of_label, "label")
    near = list(grid.near(x, y, EDGE_REACH / scale))
    edges = [box for box in near if _is_on_outline(box, x, y, EDGE_REACH / scale)]
    bodies = [box for box in near if contains(box, x, y)]
    if edges and not (bodies and _area(_smallest(bodies)) < _area(_smallest(edges))):
        return Hit(_smallest(edges), "edge")
    return Hit(_smallest(bodies), "body") if bodies else None


def within(grid: Grid, rect: Rect) -> list[Box]:
    """The boxes that a rubber band catches: those it touches, but not those it lies wholly inside of."""
    x1, y1, x2, y2 = rect
    boxes = grid.boxes()
    return [
        boxes[at] for at in grid.inside(rect)
        if not (boxes[at].x1 < x1 and boxes[at].y1 < y1 and boxes[at].x2 > x2 and boxes[at].y2 > y2)
    ]  # fmt: skip


def shape_of(box: Box) -> Shape:
    """How a box is drawn: by the shape its points make, or as a rectangle."""
    if not box.points and box.kind == "rectangle":
        return "rectangle"
    if box.kind in ("circle", "ellipse"):
        return "ellipse"
    if box.kind == "point" or len(box.points) == 1:
        return "point"
    if box.kind in ("line", "linestrip") and len(box.points) > 1:
        return "line"
    return "polygon" if len(box.points) > 2 and not _is_upright(box) else "rectangle"


def contains(box: Box, x: float, y: float) -> bool:
    """Whether a point lies inside the shape of a box."""
    if not (box.x1 <= x <= box.x2 and box.y1 <= y <= box.y2):
        return False
    shape = shape_of(box)
    if shape == "rectangle":
        return True
    if shape == "ellipse" and box.width and box.height:
        across = (2 * x - box.x1 - box.x2) / box.width
        return across**2 + ((2 * y - box.y1 - box.y2) / box.height) ** 2 <= 1
    return shape == "polygon" and _inside_polygon(box.points, x, y)


def resized(box: Box, handle: Handle, x: float, y: float, width: float, height: float) -> Box:
    """The box with a handle dragged to a point, inside the picture; across the other side it turns over."""
    x, y = min(max(x, 0.0), width), min(max(y, 0.0), height)
    x1, x2 = _side(box.x1, box.x2, handle.x, x, width)
    y1, y2 = _side(box.y1, box.y2, handle.y, y, height)
    return box.placed(x1, y1, x2, y2)


def moved(boxes: Iterable[Box], dx: float, dy: float, width: float, height: float) -> list[Box]:
    """The boxes moved together, as far as all of them stay inside the picture."""
    boxes = list(boxes)
    if not boxes:
        return []
    dx = _clamp(dx, -min(b.x1 for b in boxes), width - max(b.x2 for b in boxes))
    dy = _clamp(dy, -min(b.y1 for b in boxes), height - max(b.y2 for b in boxes))
    after = [box.moved(dx, dy) for box in boxes]
    if dx % 1 or dy % 1:  # tenths add up to 0.30000000000000004
        after = [box.placed(*(round(side, 6) for side in box.xyxy)) for box in after]
    return after


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(value, min(low, 0.0)), max(high, 0.0))


def _side(low: float, high: float, side: int, to: float, limit: float) -> tuple[float, float]:
    if side == 0:
        return low, high
    fixed = high if side < 0 else low
    if abs(to - fixed) < MIN_SIZE:
        step = math.copysign(MIN_SIZE, to - fixed) if to != fixed else float(side) * MIN_SIZE
        to = fixed + step if 0 <= fixed + step <= limit else fixed - step
    return min(fixed, to), max(fixed, to)


def _handle_at(box: Box, x: float, y: float, reach: float) -> Handle | None:
    best: Handle | None = None
    nearest = reach
    for handle in Handle:
        hx, hy = handle.place(box)
        away = max(abs(hx - x), abs(hy - y))
        if away < nearest:
            best, nearest = handle, away
    if best is not None and nearest > 0 and _is_small(box, reach) and contains(box, x, y):
        return None
    return best


def _is_small(box: Box, reach: float) -> bool:
    """Handles must leave room to grip the box itself."""
    return box.width < 4 * reach and box.height < 4 * reach


def _side_at(box: Box, x: float, y: float, reach: float) -> Handle | None:
    if _is_small(box, reach) and contains(box, x, y):
        return None
    if not (box.x1 - reach <= x <= box.x2 + reach and box.y1 - reach <= y <= box.y2 + reach):
        return None
    sides = (
        (abs(x - box.x1), Handle.LEFT),
        (abs(x - box.x2), Handle.RIGHT),
        (abs(y - box.y1), Handle.TOP),
        (abs(y - box.y2), Handle.BOTTOM),
    )
    away, side = min(sides, key=lambda found: found[0])
    return side if away <= reach else None


def _is_on_outline(box: Box, x: float, y: float, reach: float) -> bool:
    shape = shape_of(box)
    if shape == "point":
        return math.hypot(x - (box.x1 + box.x2) / 2, y - (box.y1 + box.y2) / 2) <= 2 * reach
    if shape == "ellipse":
        return contains(_grown(box, reach), x, y) and not contains(_grown(box, -reach), x, y)
    if shape == "rectangle":
        outer = box.x1 - reach <= x <= box.x2 + reach and box.y1 - reach <= y <= box.y2 + reach
        return outer and not (box.x1 + reach < x < box.x2 - reach and box.y1 + reach < y < box.y2 - reach)
    points = box.points if shape == "line" else (*box.points, box.points[0])
    return any(_distance(x, y, *a, *b) <= reach for a, b in pairwise(points))


def _grown(box: Box, by: float) -> Box:
    by = max(by, -box.width / 2, -box.height / 2)
    return Box(box.label, box.x1 - by, box.y1 - by, box.x2 + by, box.y2 + by, id=box.id, kind=box.kind)


def _distance(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> float:
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length == 0 else min(max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0.0), 1.0)
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))


def _inside_polygon(points: tuple[Point, ...], x: float, y: float) -> bool:
    inside = False
    for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _is_upright(box: Box) -> bool:
    """Whether four points are just the corners of the rectangle (a pixel of slack)."""
    return len(box.points) == 4 and all(
        min(abs(x - box.x1), abs(x - box.x2)) <= 1 and min(abs(y - box.y1), abs(y - box.y2)) <= 1
        for x, y in box.points
    )


def _area(box: Box) -> float:
    return box.width * box.height


def _smallest(boxes: list[Box]) -> Box:
    """The smallest box; among equal ones the first, which is the topmost."""
    return min(boxes, key=_area)
