"""How sure a figure is, and whether two differ: pictures are drawn anew, never boxes.

Boxes of one picture are right or wrong together: intervals that draw boxes cover far less than they claim.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

RESAMPLES = 2_000
SEED = 20_240_607
ROWS = 100
"""So many resamples are worked on at once."""
FEWEST = 6
"""With fewer disagreements no exact test can give less than 0.05: 2 * 0.5 ** 5 is 0.0625."""
ALPHA = 0.05
POWER = 0.8
PRESUMED = 0.75
"""Of the pictures on which two models differ, the share that the better one gets right, where too few were seen to say."""

Statistic = Callable[["NDArray[Any]"], "NDArray[Any]"]
"""Rows of weights, one a resample, a weight a picture -> a value each."""


def resampled(
    statistics: Sequence[Statistic], pictures: int, strata: Sequence[str] | None = None
) -> NDArray[Any]:
    """The values of each statistic (rows) in 2,000 draws of as many pictures, with replacement; the same draws for all.

    `strata`: pictures are drawn within the stratum that each belongs to. The draws are the same at every call.
    """
    import numpy as np

    found = [
        np.stack([np.asarray(statistic(rows), float) for statistic in statistics])
        for rows in _weights(pictures, strata)
    ]
    return np.concatenate(found, axis=1)


def _weights(pictures: int, strata: Sequence[str] | None) -> Iterator[NDArray[Any]]:
    import numpy as np

    random = np.random.default_rng(SEED)
    members: dict[str, list[int]] = {}
    for place, stratum in enumerate(strata if strata is not None else [""] * pictures):
        members.setdefault(stratum, []).append(place)
    for start in range(0, RESAMPLES, ROWS):
        count = min(ROWS, RESAMPLES - start)
        rows = np.zeros((count, pictures), np.float64)
        for places in members.values():
            rows[:, places] = random.multinomial(len(places), [1 / len(places)] * len(places), size=count)
        yield rows


def interval(values: NDArray[Any]) -> tuple[float, float]:
    """The percentile interval of 95 % (Efron 1979)."""
    import numpy as np

    known = values[np.isfinite(values)]
    if not len(known):
        return math.nan, math.nan
    low, high = np.percentile(known, [100 * ALPHA / 2, 100 * (1 - ALPHA / 2)])
    return float(low), float(high)


def bootstrap_p(differences: NDArray[Any]) -> float:
    """Two-sided: twice the share of resampled differences on the rarer side of nothing, each resample but one counted."""
    known = differences[differences == differences]
    if not len(known):
        return 1.0
    rarer = min(int((known <= 0).sum()), int((known >= 0).sum()))
    return min(1.0, 2 * (rarer + 1) / (len(known) + 1))


def mcnemar(wins: int, losses: int) -> float:
    """McNemar's exact test: how likely so uneven a split of the disagreements is by chance alone, two-sided."""
    differ, fewer = wins + losses, min(wins, losses)
    chance: float = sum(math.comb(differ, n) for n in range(fewer + 1)) / (1 << differ)
    return min(1.0, 2 * chance)


def holm(ps: Sequence[float]) -> list[float]:
    """p values adjusted for being the smallest, second smallest, ... of several (Holm 1979)."""
    adjusted = [0.0] * len(ps)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=lambda n: ps[n])):
        highest = max(highest, min(1.0, (len(ps) - rank) * ps[place]))
        adjusted[place] = highest
    return adjusted


def needed_by_disagreements(differ: int, pictures: int) -> int:
    """About how many pictures would tell, after so few disagreements that their split says nothing yet.

    Presumes that models go on to differ on the same share of pictures (half a disagreement more than was seen, since
    none does not mean never) and that the better one wins three of four: so many pictures that the exact test tells
    them apart four times of five.
    """
    share = (differ + 0.5) / (pictures + 1)
    return max(pictures + 1, math.ceil(_disagreements_needed() / share))


def needed_by_spread(difference: float, differences: NDArray[Any], pictures: int) -> int | None:
    """About how many pictures would tell, were the difference the one that was seen: the error of a mean falls with the
    root of their number (power 0.8 at 0.05). None where no difference was seen."""
    import numpy as np

    error = float(np.nanstd(differences))
    if not difference or not error:
        return None
    wanted = pictures * ((1.959964 + 0.841621) * error / abs(difference)) ** 2
    return max(pictures + 1, math.ceil(wanted)) if wanted < 1e9 else None


@cache
def _disagreements_needed() -> int:
    """The fewest disagreements with which the exact test finds a split of 3 : 1 four times of five, and with all more."""
    found = 0
    for differ in range(FEWEST, 200):
        power = sum(
            math.comb(differ, wins) * PRESUMED**wins * (1 - PRESUMED) ** (differ - wins)
            for wins in range(differ + 1)
            if mcnemar(wins, differ - wins) < ALPHA
        )
        if power < POWER:
            found = differ
    return found + 1
