"""From true and answered boxes to a report: how far they are off, and what is systematically wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import hypot
from statistics import median

from eyebox_models.grounding.shape_cards import Corners
from eyebox_models.protocol.cards import GroundingReport
from eyebox_models.protocol.errors import Sentence

ENOUGH_FOUND = 0.8
"""Of all shapes so many must be found: covered by their box with an intersection over union of HALF or more."""
HALF = 0.5
NEAR = 0.02
"""The median error may be so much of the picture's longer side."""
SHIFTED = 0.01
"""A shift of all boxes alike counts from so much of the longer side on."""
EXPLAINED = 0.6
"""A fault is named when undoing it takes away so much of the error."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One shape: its true box, the box of the answer (None: there was none), the picture's size and that it was
    shown at (None: not known)."""

    true: Corners
    answered: Corners | None
    size: tuple[int, int]
    resized: tuple[int, int] | None = None

    @property
    def side(self) -> int:
        return max(self.size)


Distortion = Callable[[Sighting], Corners]
"""Where the box of a shape would lie by some fault."""


def judge(sightings: Sequence[Sighting]) -> GroundingReport:
    """Whether a model that answered so can be trusted with boxes, and why."""
    answered = [
        replace(one, answered=_clipped(one.answered, one.size))
        for one in sightings
        if one.answered is not None
    ]
    found = sum(overlap(one.true, one.answered) >= HALF for one in answered if one.answered)
    total = len(sightings)
    if not answered:
        return GroundingReport(total, 0, None, False, Sentence("no-shape-boxed", "No shape was given a box."))
    pixels = median(error(one, one.true) for one in answered)
    relative = median(error(one, one.true) / one.side for one in answered)
    fault = _fault(answered, relative)
    trusted = found >= ENOUGH_FOUND * total and relative <= NEAR and not fault
    if fault:
        why = fault
    elif trusted:
        why = Sentence(
            "shapes-found",
            "{found} of {total} shapes were found, half of them within {pixels} pixels.",
            found=found,
            total=total,
            pixels=f"{pixels:.1f}",
        )
    elif found < ENOUGH_FOUND * total and relative <= NEAR:
        why = Sentence(
            "few-shapes-found", "Only {found} of {total} shapes were found.", found=found, total=total
        )
    else:
        why = Sentence(
            "shapes-off",
            "{found} of {total} shapes were found, and half of the boxes are off by {pixels} pixels or more.",
            found=found,
            total=total,
            pixels=f"{pixels:.0f}",
        )
    return GroundingReport(total, found, round(pixels, 2), trusted, why)


def error(one: Sighting, expected: Corners) -> float:
    """The mean distance in pixels of the two corners of an answered box from where they are expected."""
    x1, y1, x2, y2 = one.answered or one.true
    return (hypot(x1 - expected[0], y1 - expected[1]) + hypot(x2 - expected[2], y2 - expected[3])) / 2


def overlap(a: Corners, b: Corners) -> float:
    """Intersection over union."""
    across = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    down = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    both = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - across * down
    return across * down / both if both > 0 else 0.0


def _fault(answered: Sequence[Sighting], relative: float) -> str:
    """A sentence on what all boxes have in common, "" for nothing."""
    if len(answered) < 4:
        return ""
    if relative > NEAR:
        for sentence, distortion in _DISTORTIONS:
            left = median(error(one, _clipped(distortion(one), one.size)) / one.side for one in answered)
            if left <= NEAR and left <= (1 - EXPLAINED) * relative:
                return sentence
    return _shift(answered, relative) or (_scale(answered, relative) if relative > NEAR else "")


def _shift(answered: Sequence[Sighting], relative: float) -> str:
    """Names a shift in pixels, or in fractions of the picture, that most boxes share."""
    for unit in ("pixels", "fractions"):
        across, down = _median_shift(answered, unit)
        size = [1.0, 1.0] if unit == "pixels" else None
        moved = []
        for one in answered:
            width, height = size or one.size
            dx, dy = across * width, down * height
            x1, y1, x2, y2 = one.true
            moved.append(error(one, _clipped((x1 + dx, y1 + dy, x2 + dx, y2 + dy), one.size)) / one.side)
        far = median(
            hypot(across * (size or one.size)[0], down * (size or one.size)[1]) / one.side for one in answered
        )
        if far >= SHIFTED and median(moved) <= min(NEAR, (1 - EXPLAINED) * relative):
            first = answered[0]
            dx, dy = (round(v * s) for v, s in zip((across, down), size or first.size, strict=True))
            return Sentence(
                "boxes-shifted",
                "The boxes are shifted by about {across} pixels {side} and {down} pixels {height}.",
                across=abs(dx),
                side=_side(dx),
                down=abs(dy),
                height=_height(dy),
            )
    return ""


def _median_shift(answered: Sequence[Sighting], unit: str) -> tuple[float, float]:
    shifts: tuple[list[float], list[float]] = ([], [])
    for one in answered:
        for at, value in enumerate(one.answered or ()):
            by = value - one.true[at]
            shifts[at % 2].append(by if unit == "pixels" else by / one.size[at % 2])
    return median(shifts[0]), median(shifts[1])


def _side(dx: float) -> str:
    return Sentence("to-the-right", "to the right") if dx >= 0 else Sentence("to-the-left", "to the left")


def _height(dy: float) -> str:
    return Sentence("down", "down") if dy >= 0 else Sentence("up", "up")


def _scale(answered: Sequence[Sighting], relative: float) -> str:
    """Names a scale that the boxes of each picture share, when that explains them."""
    left: list[float] = []
    factors: list[float] = []
    for size in {one.size for one in answered}:
        group = [one for one in answered if one.size == size]
        across, down = (_factor(group, axis) for axis in (0, 1))
        factors += [across, down]
        for one in group:
            x1, y1, x2, y2 = one.true
            expected = (x1 * across, y1 * down, x2 * across, y2 * down)
            left.append(error(one, _clipped(expected, size)) / one.side)
    if median(left) > min(NEAR, (1 - EXPLAINED) * relative):
        return ""
    return Sentence(
        "boxes-scaled",
        "The boxes are in coordinates of a picture of another size (about {times} times).",
        times=f"{median(factors):.2f}",
    )


def _factor(group: Sequence[Sighting], axis: int) -> float:
    pairs = [
        (one.true[at], (one.answered or one.true)[at])
        for one in group
        for at in (axis, axis + 2)
        if (one.answered or one.true)[at] < one.size[axis]
    ]
    return median([value / true for true, value in pairs if true > 0] or [1.0])


def _clipped(corners: Corners, size: tuple[int, int]) -> Corners:
    x1, y1, x2, y2 = corners
    width, height = size
    return (
        min(max(x1, 0.0), width),
        min(max(y1, 0.0), height),
        min(max(x2, 0.0), width),
        min(max(y2, 0.0), height),
    )


def _scaled(across: Callable[[Sighting], float], down: Callable[[Sighting], float]) -> Distortion:
    def distort(one: Sighting) -> Corners:
        x1, y1, x2, y2 = one.true
        a, d = across(one), down(one)
        return (x1 * a, y1 * d, x2 * a, y2 * d)

    return distort


def _swapped(one: Sighting) -> Corners:
    x1, y1, x2, y2 = one.true
    return (y1, x1, y2, x2)


def _swapped_fractions(one: Sighting) -> Corners:
    width, height = one.size
    x1, y1, x2, y2 = one.true
    return (y1 / height * width, x1 / width * height, y2 / height * width, x2 / width * height)


def _shown(one: Sighting, axis: int) -> float:
    return (one.resized or one.size)[axis]


_RESIZED = Sentence(
    "boxes-of-resized",
    "The boxes are in coordinates of the resized picture that the model was shown, not of the original.",
)
_THOUSAND = Sentence(
    "boxes-in-thousandths", "The boxes are in thousandths of the picture, but were taken for pixels."
)
_SWAPPED = Sentence("boxes-swapped", "x and y of the boxes are swapped.")
_DISTORTIONS: tuple[tuple[str, Distortion], ...] = (
    (_SWAPPED, _swapped),
    (_SWAPPED, _swapped_fractions),
    (_RESIZED, _scaled(lambda one: _shown(one, 0) / one.size[0], lambda one: _shown(one, 1) / one.size[1])),
    (_RESIZED, _scaled(lambda one: _shown(one, 0) / 1000, lambda one: _shown(one, 1) / 1000)),
    (_THOUSAND, _scaled(lambda one: 1000 / _shown(one, 0), lambda one: 1000 / _shown(one, 1))),
    (_THOUSAND, _scaled(lambda one: 1000 / one.size[0], lambda one: 1000 / one.size[1])),
)
