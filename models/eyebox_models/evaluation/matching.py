"""Which box of one list is which of another: intersection over union, and greedy matching one to one.

Without numpy, so that a window can use it: of two lists only those pairs are looked at that overlap from left to right.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import cast

from eyebox_models.protocol.dataclass import dataclass

Corners = tuple[float, float, float, float]
"""`(x1, y1, x2, y2)` of a box in any one unit; corners in the wrong order enclose nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two boxes that are taken for the same one, by their places in the two lists, and their IoU."""

    first: int
    second: int
    iou: float


def iou(a: Corners, b: Corners) -> float:
    """Intersection over union of two boxes, 0 to 1; 0 where one has no area, or a side that is no number."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if not (width > 0 and height > 0):
        return 0.0
    shared = width * height
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared
    ratio = shared / union
    return ratio if math.isfinite(ratio) else 0.0


def share_inside(a: Corners, b: Corners) -> float:
    """How much of box `a` lies in `b`, 0 to 1: what COCO takes for the IoU with a crowd."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if not (width > 0 and height > 0):
        return 0.0
    share = width * height / ((a[2] - a[0]) * (a[3] - a[1]))
    return share if math.isfinite(share) else 0.0


def overlaps(first: Sequence[Corners], second: Sequence[Corners], threshold: float = 0.0) -> list[Match]:
    """All pairs that overlap with an IoU of at least `threshold`, in the order of `first`, then of `second`."""
    return sorted(_overlapping(first, second, threshold), key=lambda pair: (pair.first, pair.second))


def match(
    first: Sequence[Corners],
    second: Sequence[Corners],
    *,
    threshold: float = 0.5,
    scores: Sequence[float | None] | None = None,
    labels: tuple[Sequence[str], Sequence[str]] | None = None,
) -> list[Match]:
    """Boxes of `first` (what a model or one reviewer says) and of `second` (the truth) that are the same, one to one.

    Pairs have an IoU of at least `threshold`, and with `labels` (those of both lists) the same label. Where every box
    of `first` has a score, the surest box chooses first, the best of what is left, as in COCO's evaluation (of equal
    IoUs the later box, as there); else the pair with the highest IoU is made first (of equal ones that with the
    earliest boxes). In the order of `first`.
    """
    pairs = overlaps(first, second, threshold)
    if labels is not None:
        pairs = [pair for pair in pairs if labels[0][pair.first] == labels[1][pair.second]]
    if scores is not None and None not in scores:
        sure = cast(Sequence[float], scores)
        pairs.sort(key=lambda pair: (-sure[pair.first], pair.first, -pair.iou, -pair.second))
    else:
        pairs.sort(key=lambda pair: -pair.iou)
    firsts: set[int] = set()
    seconds: set[int] = set()
    made = []
    for pair in pairs:
        if pair.first not in firsts and pair.second not in seconds:
            firsts.add(pair.first)
            seconds.add(pair.second)
            made.append(pair)
    return sorted(made, key=lambda pair: pair.first)


def _overlapping(first: Sequence[Corners], second: Sequence[Corners], threshold: float) -> Iterator[Match]:
    """Boxes of `second` are looked through from the left; one begins at most the widest of them before its right side."""
    order = sorted((m for m in range(len(second)) if _encloses(second[m])), key=lambda m: second[m][0])
    lefts = [second[m][0] for m in order]
    widest = max((second[m][2] - second[m][0] for m in order), default=0.0)
    for n, box in enumerate(first):
        if not _encloses(box):
            continue
        for m in order[bisect_left(lefts, box[0] - widest) : bisect_left(lefts, box[2])]:
            found = iou(box, second[m])
            if found > 0 and found >= threshold:
                yield Match(n, m, found)


def _encloses(box: Corners) -> bool:
    return all(map(math.isfinite, box)) and box[2] > box[0] and box[3] > box[1]
