"""Rectangles that are turned by an angle: as corners, which a Box has, and as files write them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from eyebox_models.protocol.box import Point

ROTATION = "rotation"
"""The kind of a Box whose `points` are the corners of a turned rectangle, its own top left first, clockwise."""
_TOLERANCE = 1e-3


def corners(x: float, y: float, width: float, height: float, degrees: float) -> tuple[Point, ...]:
    """The corners of a rectangle that is turned clockwise around `(x, y)`, its top left."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    return (
        (x, y),
        (x + width * cos, y + width * sin),
        (x + width * cos - height * sin, y + width * sin + height * cos),
        (x - height * sin, y + height * cos),
    )


def turned(points: Sequence[Point]) -> tuple[float, float, float, float, float] | None:
    """`(x, y, width, height, degrees)` of four corners as `corners` takes them; None where they are no rectangle."""
    if len(points) != 4:
        return None
    (x1, y1), (x2, y2), _opposite, (x4, y4) = points
    width, height = math.dist(points[0], points[1]), math.dist(points[0], points[3])
    degrees = (
        math.degrees(math.atan2(y2 - y1, x2 - x1)) if width else math.degrees(math.atan2(x1 - x4, y4 - y1))
    )
    again = corners(x1, y1, width, height, degrees)
    if any(math.dist(a, b) > _TOLERANCE for a, b in zip(points, again, strict=True)):
        return None
    return x1, y1, width, height, degrees % 360
