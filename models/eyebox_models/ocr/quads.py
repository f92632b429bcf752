"""Leaning rectangles around lines of text: found on a map of text, cut out of the picture straight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from eyebox_models.protocol.box import Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from eyebox_models.picture import PictureArray

Quad = tuple[Point, Point, Point, Point]
"""Corners from where the text begins, clockwise as the text sees it: the first two span its upper edge."""

_MARKED = 0.3
_SURE, _SURE_OF_LONG, _LONG = 0.5, 0.4, 5.0
"""How sure the map is of a line at least, and of one that is so many times as long as high: of scripts like Thai it is less."""
_GROWTH = 1.6
_SOFTER, _ASIDE = 1.5, 0.5
"""On the map of a copy of half the size, enlarged again, a patch is so many pixels thicker, since it fades out over as many of
the copy's own; and it lies half a pixel nearer to the origin than one that was dilated. Both measured on 607 lines."""
_LEAST_SIDE = 3
_ELONGATED = 1.5
_STEEP = 0.17
_SAMPLES = (0.1, 0.3, 0.5, 0.7, 0.9)
_TRIMMED = 0.05
_NARROWED = 0.85


@dataclass(frozen=True)
class Mark:
    """A connected patch of a map of text: its outline, and the quad of the line there if it is one."""

    outline: NDArray[np.int32]
    top: int
    bottom: int
    quad: Quad | None


def marks(text_map: NDArray[np.uint8], enlarged: bool = False) -> list[Mark]:
    """The patches of a map (height x width, 0..255), each grown to the whole height of its line.

    `enlarged`: the map is that of a copy of half the size.
    """
    import cv2
    import numpy as np

    marked = (text_map > round(_MARKED * 255)).view(np.uint8)
    if not enlarged:
        marked = np.asarray(cv2.dilate(marked, np.ones((2, 2), np.uint8)), np.uint8)
    outlines, nesting = cv2.findContours(marked, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for points, (_, _, _, around) in zip(outlines, nesting[0] if len(outlines) else (), strict=True):
        if around < 0:
            outline = np.asarray(points, np.int32)
            _, top, _, height = cv2.boundingRect(outline)
            found.append(Mark(outline, top, top + height, _quad(text_map, outline, enlarged)))
    return found


def _quad(text_map: NDArray[np.uint8], outline: NDArray[np.int32], enlarged: bool) -> Quad | None:
    import cv2

    (x, y), (width, height), angle = cv2.minAreaRect(outline)
    low, high = sorted((width, height))
    sure = _SURE_OF_LONG if high >= _LONG * low else _SURE
    if low < _LEAST_SIDE or _sureness(text_map, ((x, y), (width, height), angle)) < sure:
        return None
    if enlarged:
        x, y, width, height = x + _ASIDE, y + _ASIDE, max(1.0, width - _SOFTER), max(1.0, height - _SOFTER)
    growth = _GROWTH * width * height / (width + height)
    corners = cv2.boxPoints(((x, y), (width + growth, height + growth), angle))
    return begun_right([(float(px), float(py)) for px, py in corners])


def _sureness(text_map: NDArray[np.uint8], rectangle: tuple[Point, Point, float]) -> float:
    """The mean of the map inside a leaning rectangle, 0..1."""
    import cv2
    import numpy as np

    corners = cv2.boxPoints(rectangle)
    left, top = np.maximum(np.floor(corners.min(axis=0)), 0).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int) + 1
    part = text_map[top:bottom, left:right]
    mask = np.zeros(part.shape, np.uint8)
    cv2.fillPoly(mask, [(corners - (left, top)).astype(np.int32)], 1)
    return float(cv2.mean(part, mask)[0]) / 255


def begun_right(corners: list[Point]) -> Quad:
    """Four clockwise corners, begun where the text begins.

    A long side is an upper edge when it leads to the right, or straight down; of a stubby quad, the side that
    leads most to the right.
    """
    sides = [(corners[i], corners[(i + 1) % 4]) for i in range(4)]
    lengths = [hypot(x1 - x0, y1 - y0) or 1.0 for (x0, y0), (x1, y1) in sides]
    rightward = [(x1 - x0) / length for ((x0, _), (x1, _)), length in zip(sides, lengths, strict=True)]
    first = max(range(4), key=lambda i: rightward[i])
    along = max(range(4), key=lambda i: (round(lengths[i]), rightward[i]))
    if lengths[along] >= _ELONGATED * lengths[(along + 1) % 4]:
        first = along
        if abs(rightward[along]) < _STEEP and sides[along][0][1] > sides[along][1][1]:
            first = (along + 2) % 4
    turned = (*corners[first:], *corners[:first])
    return turned[0], turned[1], turned[2], turned[3]


def size(quad: Quad) -> tuple[float, float]:
    """Length of the text's upper and left edge, in pixels."""
    (x0, y0), (x1, y1), _, (x3, y3) = quad
    return hypot(x1 - x0, y1 - y0), hypot(x3 - x0, y3 - y0)


def moved(quad: Quad, dx: float, dy: float) -> Quad:
    """The quad at another place."""
    return _each(quad, lambda x, y: (x + dx, y + dy))


def scaled(quad: Quad, factor: float) -> Quad:
    """The quad in a picture `factor` times as large."""
    return _each(quad, lambda x, y: (x * factor, y * factor))


def trimmed(quad: Quad, share: float) -> Quad:
    """The quad without a border of `share` of its height on all sides."""
    width, height = size(quad)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad
    along = share * height / max(width, 1.0)
    ux, uy = (x1 - x0) * along, (y1 - y0) * along
    vx, vy = (x3 - x0) * share, (y3 - y0) * share
    return (
        (x0 + ux + vx, y0 + uy + vy),
        (x1 - ux + vx, y1 - uy + vy),
        (x2 - ux - vx, y2 - uy - vy),
        (x3 + ux - vx, y3 + uy - vy),
    )


def covered(quad: Quad, by: Quad) -> bool:
    """Whether most of a quad lies inside of another one."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad
    samples = [
        (
            x0 + (x1 - x0) * u + (x3 - x0) * v + (x0 - x1 + x2 - x3) * u * v,
            y0 + (y1 - y0) * u + (y3 - y0) * v + (y0 - y1 + y2 - y3) * u * v,
        )
        for u in _SAMPLES
        for v in _SAMPLES
    ]
    return sum(_inside(point, by) for point in samples) > len(samples) / 2


def part_of(quad: Quad, start: float, end: float) -> Quad:
    """The part of a quad between two places along it, 0..1."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad

    def upper(at: float) -> Point:
        return x0 + (x1 - x0) * at, y0 + (y1 - y0) * at

    def lower(at: float) -> Point:
        return x3 + (x2 - x3) * at, y3 + (y2 - y3) * at

    return upper(start), upper(end), lower(end), lower(start)


def rounded(quad: Quad) -> Quad:
    """The quad to a tenth of a pixel."""
    return _each(quad, lambda x, y: (round(x, 1), round(y, 1)))


def _inside(point: Point, quad: Quad) -> bool:
    px, py = point
    return all(
        (x1 - x0) * (py - y0) - (y1 - y0) * (px - x0) >= 0
        for (x0, y0), (x1, y1) in zip(quad, (*quad[1:], quad[0]), strict=True)
    )


def clipped(quad: Quad, width: int, height: int) -> Quad:
    """The quad with its corners moved into a picture, to a tenth of a pixel."""
    return _each(quad, lambda x, y: (round(min(max(x, 0.0), width), 1), round(min(max(y, 0.0), height), 1)))


def _each(quad: Quad, change: Callable[[float, float], Point]) -> Quad:
    a, b, c, d = (change(x, y) for x, y in quad)
    return a, b, c, d


def straightened(picture: PictureArray, quad: Quad, height: int) -> NDArray[np.uint8]:
    """The line inside a quad, cut out of the picture, level and `height` pixels high; BGR.

    The quad's upper and lower edge are cut off and the line is narrowed a little: long lines of small letters
    read better so, and quicker.
    """
    import numpy as np

    edges = np.array(quad, np.float32)
    corners = edges + _TRIMMED * (edges[[3, 2, 1, 0]] - edges)
    long, high = size(quad)
    high *= 1 - 2 * _TRIMMED
    width = max(1, round(long * height / max(high, 1.0) * _NARROWED))
    return level_part(picture, corners, (width, height), int(high / height))


def level_part(
    picture: PictureArray, corners: NDArray[np.float32], extent: tuple[int, int], shrink: int
) -> NDArray[np.uint8]:
    """What lies between four corners, `extent` pixels wide and high; made smaller by the whole number `shrink` first, so
    that no stroke is lost. BGR."""
    import cv2
    import numpy as np

    width, height = extent
    left, top = (max(0, int(v) - 2) for v in corners.min(axis=0))
    right, bottom = (int(v) + 3 for v in corners.max(axis=0))
    part = picture.crop(left, top, right - left, bottom - top)
    corners -= (left, top)
    if shrink >= 2:
        small = (max(1, part.shape[1] // shrink), max(1, part.shape[0] // shrink))
        corners *= (small[0] / part.shape[1], small[1] / part.shape[0])
        part = np.asarray(cv2.resize(part, small, interpolation=cv2.INTER_AREA), np.uint8)
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    level = cv2.warpPerspective(
        part, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(level, np.uint8)
