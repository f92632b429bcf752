"""Where the edges of things lie near the sides of a box, so that a side can be put onto one.

For each side a strip of the picture along it is looked at, up to `reach` pixels to both sides. A straight edge shows in
the differences between neighbouring columns, summed with their signs along pieces of the side: noise and texture cancel
out. What only touches the box with a tip or a curve shows where the strip, quiet outside, begins to hold anything.
Edges with others further out are worth less: a box goes around all of a thing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from eyebox_models.picture.array import PictureArray
from eyebox_models.protocol.box import BoxEdges, Edge

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Values = NDArray[np.float32]

MOST = 3
"""Edges that are offered for a side."""
_PAD = 16
"""Pixels looked at beyond the reach, to know what lies outside of an edge."""
_ALONG = 4
"""Pixels looked at beyond the ends of a side."""
_INNER = 0.8
"""How far into a box an edge is looked for, as a share of its size."""
_PIECES, _SHORTEST = 6, 6
"""A side is looked at in so many pieces, none shorter than so many pixels."""
_LARGE = 800
"""Of a longer side not all pixels are looked at, and where it ends matters little."""
_TIP = 3
"""Pixels along the side that a tip covers."""
_NOISE, _FAINTEST = 1.5, 1.0
"""What counts as an edge: so many times the usual difference, and so many levels of 255 more."""
_TIP_NOISE, _TIP_FAINTEST = 1.4, 3.0
_APART = 2.0
"""Edges nearer to each other (pixels) are one."""
_OUTSIDE = range(3, 15)
"""How many pixels further out other edges take from an edge's worth ..."""
_TAKEN = 0.4
"""... and how much of theirs."""
_QUIET, _AHEAD = 8, 7
"""Pixels outside of a beginning that must be quieter than it, and inside of it whose most says how strong it is."""
_BEGUN = 0.4
"""The share of that most at which something has begun."""
_WORTH, _UNREST = 0.6, 0.2
"""What a beginning is worth beside a straight edge of that strength, and what unrest outside takes from that."""


def edges_of(picture: PictureArray, box: tuple[float, float, float, float], reach: float) -> BoxEdges:
    """The edges near each side of a box `(x1, y1, x2, y2)`, in pixels of the picture, best first; `()` where there is none.

    Looks twice: the second time along the sides of the box that the first time gave (once at a very small or large box).
    """
    if not all(map(math.isfinite, box)):
        return BoxEdges()
    first = [_edges(picture, box, side, round(reach)) for side in range(4)]
    x1, y1, x2, y2 = (edges[0].position if edges else at for edges, at in zip(first, box, strict=True))
    if not all(_SHORTEST < size < _LARGE for size in (x2 - x1, y2 - y1)):
        return BoxEdges(*first)
    across = (x1, box[1], x2, box[3]), (box[0], y1, box[2], y2)
    return BoxEdges(*(_edges(picture, across[side % 2 == 0], side, round(reach)) for side in range(4)))


def _edges(
    picture: PictureArray, box: tuple[float, float, float, float], side: int, reach: int
) -> tuple[Edge, ...]:
    """Edges near one side (0 left, 1 top, 2 right, 3 bottom). The picture is turned so that it is the left one."""
    x1, y1, x2, y2 = box
    width, height = picture.width, picture.height
    if side in (1, 3):
        x1, y1, x2, y2, width, height = y1, x1, y2, x2, height, width
    if side in (2, 3):
        x1, x2 = width - x2, width - x1
    at, inwards = round(x1), min(reach, max(3, int(_INNER * (x2 - x1))))
    left, right = max(0, at - reach - _PAD), min(width, at + inwards + _PAD)
    top, bottom = max(0, round(y1) - _ALONG), min(height, max(round(y2), round(y1) + 1) + _ALONG)
    if right - left < 2 * _AHEAD or bottom <= top:
        return ()
    start = width - right if side in (2, 3) else left
    if side in (1, 3):
        strip = picture.crop(top, start, bottom - top, right - left).transpose(1, 0, 2)
    else:
        strip = picture.crop(start, top, right - left, bottom - top)
    if side in (2, 3):
        strip = strip[:, ::-1]
    strip = strip[:: 1 + len(strip) // _LARGE]
    near = range(max(0, at - reach - left), min(right - left, at + inwards - left) + 1)
    found: list[Edge] = []
    for worth, column in sorted(_candidates(strip, near), reverse=True):
        position = left + column
        position = round(width - position if side in (2, 3) else position, 1)
        if all(abs(position - edge.position) > _APART for edge in found):
            found.append(Edge(position, round(worth, 2)))
        if len(found) == MOST:
            break
    return tuple(found)


def _candidates(strip: NDArray[np.uint8], near: range) -> Iterator[tuple[float, float]]:
    """What edges between the columns of a strip (rows x columns x colours) are worth, and where they lie. Left is outside."""
    import numpy as np

    straight, any_at_all = _profiles(strip.astype(np.float32))
    outside = sum((np.roll(straight, by) * (np.arange(len(straight)) >= by) for by in _OUTSIDE), 0 * straight)
    worth = straight - _TAKEN * outside
    for column in range(max(2, near.start), min(len(straight) - 3, near.stop - 1) + 1):
        before, here, after = (float(value) for value in straight[column - 1 : column + 2])
        if here > 0 and here >= before and here >= after:
            bend = before - 2 * here + after
            yield float(worth[column]), column + (0.5 * (before - after) / bend if bend else 0.0)
        begins = _beginning(any_at_all, column)
        if begins is not None:
            yield begins, column + 0.5


def _beginning(any_at_all: Values, column: int) -> float | None:
    """What it is worth that something begins at a column; None where nothing does."""
    outside = any_at_all[max(0, column - _QUIET - 1) : column]
    most = float(any_at_all[column : column + _AHEAD].max())
    if most <= 0 or len(outside) <= _SHORTEST - 2 or any_at_all[column] < _BEGUN * most:
        return None
    if outside.max() >= _BEGUN * most:
        return None
    return _WORTH * most - _UNREST * float(outside[:-1].sum())


def _profiles(strip: Values) -> tuple[Values, Values]:
    """How strong a straight edge lies between two columns, and how strong anything at all; 0 at the ends, where none is seen."""
    import numpy as np

    rows, columns, _ = strip.shape
    slopes = np.zeros((rows, columns + 1, 3), np.float32)
    inner = slopes[:, 2 : columns - 1]
    inner += strip[:, 2 : columns - 1] + strip[:, 3:] - strip[:, : columns - 3] - strip[:, 1 : columns - 2]
    inner /= 2
    summed = np.concatenate([np.zeros((1, columns + 1, 3), np.float32), np.cumsum(slopes, 0, np.float32)])

    def in_pieces(length: int) -> Values:
        """The mean slope of pieces of the side, pieces x columns: over the colours as the length of a vector."""
        length = min(length, rows)
        starts = np.arange(0, rows - length + 1, max(1, length // 2))
        means = (summed[starts + length] - summed[starts]) / length
        lengths: Values = np.sqrt(np.square(means).sum(axis=2))
        return lengths

    pieces = in_pieces(max(_SHORTEST, rows // _PIECES))
    usual = np.median(pieces[:, 2 : columns - 1])
    above = np.sort(np.maximum(0, pieces - _NOISE * usual - _FAINTEST), axis=0)
    straight = (above.mean(axis=0) + above[-max(1, len(above) // 3) :].mean(axis=0)) / 2
    tips = np.sort(in_pieces(_TIP), axis=0)[-2:].mean(axis=0)
    calm = np.sort(tips[3 : columns - 2])
    quiet = calm[: max(3, len(calm) // 4)].mean()
    return straight, np.maximum(0, tips - _TIP_NOISE * quiet - _TIP_FAINTEST)
