"""A box on a picture. All coordinates of the program are pixels of the upright original picture."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import field, replace
from typing import Literal

from eyebox_models.protocol.dataclass import dataclass

Point = tuple[float, float]
Source = Literal["model", "user", "text", "import"]
"""Who made a box: a model that saw the picture, a user's hand, the reader from its text, or a file."""


def new_id() -> str:
    """A fresh identity (32 hexadecimal digits)."""
    return os.urandom(16).hex()


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle with a label, `x1 <= x2`, `y1 <= y2`, in pixels of the upright original picture.

    `points` holds the shape that the rectangle encloses where there is one: four corners of a leaning quad,
    a polygon, or a single point; empty for a plain rectangle. `kind` keeps the name a file gave the shape
    ("rectangle", "polygon", "circle" ...), so that what Eyebox only shows is written back as it came.
    `locked`: no hand moves, resizes, renames or deletes it.
    """

    label: str
    x1: float
    y1: float
    x2: float
    y2: float
    score: float | None = None
    source: Source = "user"
    id: str = field(default_factory=new_id)
    points: tuple[Point, ...] = ()
    kind: str = "rectangle"
    locked: bool = False

    @property
    def xyxy(self) -> tuple[float, float, float, float]:
        return (self.x1, self.y1, self.x2, self.y2)

    @property
    def width(self) -> float:
        return self.x2 - self.x1

    @property
    def height(self) -> float:
        return self.y2 - self.y1

    @property
    def area(self) -> float:
        return self.width * self.height

    def moved(self, dx: float, dy: float) -> Box:
        return self.placed(self.x1 + dx, self.y1 + dy, self.x2 + dx, self.y2 + dy)

    def placed(self, x1: float, y1: float, x2: float, y2: float) -> Box:
        """The same box at other corners (given in any order); its points are stretched along."""
        x1, x2 = min(x1, x2), max(x1, x2)
        y1, y2 = min(y1, y2), max(y1, y2)
        sx = (x2 - x1) / self.width if self.width else 1.0
        sy = (y2 - y1) / self.height if self.height else 1.0
        points = tuple((x1 + (x - self.x1) * sx, y1 + (y - self.y1) * sy) for x, y in self.points)
        return replace(self, x1=x1, y1=y1, x2=x2, y2=y2, points=points)

    def inside(self, width: float, height: float) -> Box:
        """The same box, clipped to a picture of `width` x `height` pixels."""
        x1, x2 = (min(max(x, 0.0), width) for x in (self.x1, self.x2))
        y1, y2 = (min(max(y, 0.0), height) for y in (self.y1, self.y2))
        return self if (x1, y1, x2, y2) == self.xyxy else self.placed(x1, y1, x2, y2)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge in a picture near a side of a box: where it lies (x or y in pixels) and how strong it is."""

    position: float
    strength: float


@dataclass(frozen=True, slots=True)
class BoxEdges:
    """The edges near the sides of a box, the likeliest one of each side first."""

    left: tuple[Edge, ...] = ()
    top: tuple[Edge, ...] = ()
    right: tuple[Edge, ...] = ()
    bottom: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgesFound:
    """The edges near several boxes, in their order."""

    boxes: tuple[BoxEdges, ...]


def enclosing(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """The upright rectangle `(x1, y1, x2, y2)` around some points. Raises ValueError when there are none."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
