"""What the plot of a run shows, in numbers: smoothed losses, ticks of an axis, and what is left to do. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10

from eyebox_models.protocol.teaching import Rewards, TeachStep

WEIGHT = 0.9
"""Of what was before, in the smoothed loss."""
RECENT = 20
"""Steps whose mean time tells how long those that are left take."""
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def smoothed(losses: Sequence[float]) -> list[float]:
    """A running mean that weighs what is recent most; the first values are not pulled to zero."""
    found: list[float] = []
    mean, known = 0.0, 0.0
    for loss in losses:
        mean = WEIGHT * mean + (1 - WEIGHT) * loss
        known = WEIGHT * known + (1 - WEIGHT)
        found.append(mean / known)
    return found


def ticks(most: float, about: int, least: float = 0.0) -> list[float]:
    """Round numbers from 0, or where `least` is covered that is below, to where `most` is, about so many."""
    if most <= least:
        return [0.0, 1.0]
    rough = (most - least) / max(about, 1)
    size = 10.0 ** floor(log10(rough))
    step = next(one * size for one in STEPS if one * size >= rough * 0.999)
    return [
        step * number
        for number in range(floor(least / step * 0.999), ceil(max(most, 0.0) / step * 0.999) + 1)
    ]


def seconds_left(steps: Sequence[TeachStep], total: int) -> float | None:
    """How long the steps that are left take, by those made last; None before there is any."""
    recent = [one.seconds for one in steps[-RECENT:]]
    if not recent:
        return None
    return sum(recent) / len(recent) * max(total - steps[-1].step, 0)


def mean_rewards(steps: Sequence[TeachStep]) -> Rewards | None:
    """Of the pairs of the steps made last; None where it does not learn from pairs."""
    recent = [one.rewards for one in steps[-RECENT:] if one.rewards is not None]
    if not recent:
        return None
    count = len(recent)
    return Rewards(sum(one.margin for one in recent) / count, sum(one.accuracy for one in recent) / count)


def envelope(values: Sequence[tuple[float, float]], columns: int) -> list[tuple[float, float]]:
    """At most four points a column of a curve with x from 0 to 1: first, least, most and last of each."""
    if len(values) <= 4 * columns:
        return [*values]
    found: list[tuple[float, float]] = []
    for column in range(columns):
        part = values[len(values) * column // columns : len(values) * (column + 1) // columns]
        chosen = {part[0], min(part, key=lambda one: one[1]), max(part, key=lambda one: one[1]), part[-1]}
        found += sorted(chosen)
    return found
