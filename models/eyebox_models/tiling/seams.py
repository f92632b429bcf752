"""Boxes that were found in overlapping parts of a picture: one thing is one box, also where a seam cuts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Rect
from eyebox_models.tiling.grid import Grid, Part

SAME = 0.5
"""Intersection over union, of what two parts both see, from which two boxes are of one thing."""
INSIDE = 0.7
"""Share of a box that lies in another one, from which it is a piece of that."""
NEAR_SEAM = 0.015
"""Of a part's side: a box that ends so near to a seam is cut by it. Coordinates are thousandths in many families."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A box in pixels of the whole picture, and the part that it was found in; None: in the picture as a whole."""

    box: Box
    part: Part | None = None


def joined(found: Sequence[Seen], cut: Grid) -> list[Seen]:
    """The boxes without repetitions, in the order in which things were first found.

    Of two parts' boxes of one label that agree where both parts see, that one stays which no seam cuts; where a seam
    cuts both, the box around both. A box that was found in the whole picture stays only where no part could see the
    thing whole, or saw none of it; then it takes the place of its pieces.
    """
    things: list[Seen] = []
    for one in found:
        if one.part is not None:
            _take(things, one, cut)
    for one in found:
        if one.part is None:
            _take_whole(things, one, cut)
    return things


def _take(things: list[Seen], new: Seen, cut: Grid) -> None:
    """Joins a box with all that it is one with; what comes of that may be one with others again."""
    first = len(things)
    while (at := next((at for at, old in enumerate(things) if _are_one(old, new, cut)), None)) is not None:
        new = _one_of(things.pop(at), new, cut)
        first = min(first, at)
    things.insert(first, new)


def _take_whole(things: list[Seen], whole: Seen, cut: Grid) -> None:
    alike = [old for old in things if _key(old.box) == _key(whole.box)]
    pieces = [old for old in alike if _share(old.box.xyxy, whole.box.xyxy) >= INSIDE]
    if any(_iou(old.box.xyxy, whole.box.xyxy) >= SAME for old in alike):
        return  # the parts saw it better
    if all(_is_cut(old, cut) for old in pieces) and not any(
        _holds(whole.box, old.box) for old in alike if old not in pieces
    ):
        things[:] = [old for old in things if old not in pieces]
        things.append(whole)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner.x1 + inner.x2) / 2, (inner.y1 + inner.y2) / 2
    return outer.x1 <= x <= outer.x2 and outer.y1 <= y <= outer.y2


def _key(box: Box) -> tuple[str, bool]:
    return " ".join(box.label.split()).casefold(), len(box.points) == 1


def _are_one(old: Seen, new: Seen, cut: Grid) -> bool:
    if old.part is None or new.part is None or old.part == new.part or _key(old.box) != _key(new.box):
        return False
    both = _common(old.part, new.part)
    slack = NEAR_SEAM * max(new.part[2] - new.part[0], new.part[3] - new.part[1])
    if both is None:
        return False
    if len(new.box.points) == 1:
        return abs(old.box.x1 - new.box.x1) <= slack and abs(old.box.y1 - new.box.y1) <= slack
    one, other = _common(old.box.xyxy, both), _common(new.box.xyxy, both)
    if one is None or other is None:
        return False
    if _iou(one, other) >= SAME:
        return True
    return _is_cut(old, cut) != _is_cut(new, cut) and max(_share(one, other), _share(other, one)) >= INSIDE


def _one_of(old: Seen, new: Seen, cut: Grid) -> Seen:
    old_cut, new_cut = _is_cut(old, cut), _is_cut(new, cut)
    if old_cut and new_cut:
        x1, y1, x2, y2 = old.box.xyxy
        a1, b1, a2, b2 = new.box.xyxy
        around = replace(old.box, x1=min(x1, a1), y1=min(y1, b1), x2=max(x2, a2), y2=max(y2, b2), points=())
        assert old.part is not None and new.part is not None
        return Seen(around, _around(old.part, new.part))
    if old_cut:
        return Seen(replace(new.box, id=old.box.id), new.part)
    if not new_cut and _room(new) > _room(old):
        return Seen(replace(new.box, id=old.box.id), new.part)
    return old


def _is_cut(seen: Seen, cut: Grid) -> bool:
    """Whether a box ends at a seam of the part that it was found in."""
    part, box = seen.part, seen.box
    if part is None:
        return False
    across, down = NEAR_SEAM * (part[2] - part[0]), NEAR_SEAM * (part[3] - part[1])
    return (
        (part[0] > 0 and box.x1 - part[0] <= across)
        or (part[1] > 0 and box.y1 - part[1] <= down)
        or (part[2] < cut.width and part[2] - box.x2 <= across)
        or (part[3] < cut.height and part[3] - box.y2 <= down)
    )


def _room(seen: Seen) -> float:
    """How far a box is from the sides of its part: the further, the more of its surroundings were seen."""
    part, box = seen.part, seen.box
    if part is None:
        return 0.0
    return min(box.x1 - part[0], box.y1 - part[1], part[2] - box.x2, part[3] - box.y2)


def _around(one: Part, other: Part) -> Part:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _common(one: Rect | Part, other: Rect | Part) -> Rect | None:
    x1, y1, x2, y2 = (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
    return (x1, y1, x2, y2) if x1 < x2 and y1 < y2 else None


def _area(rect: Rect) -> float:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def _iou(one: Rect, other: Rect) -> float:
    both = _common(one, other)
    shared = _area(both) if both else 0.0
    return shared / (_area(one) + _area(other) - shared) if shared else 0.0


def _share(inner: Rect, outer: Rect) -> float:
    """The share of `inner` that lies in `outer`."""
    both = _common(inner, outer)
    return _area(both) / _area(inner) if both and _area(inner) else 0.0
