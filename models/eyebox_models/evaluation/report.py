"""The figures of models on the same pictures, how sure they are, and which differences are none of chance."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

from eyebox_models.evaluation import intervals
from eyebox_models.evaluation.boxing import THRESHOLDS, AveragePrecision, coco_precision
from eyebox_models.evaluation.metrics import METRICS, Metric
from eyebox_models.evaluation.samples import Given, Pairs, Sample, by_picture
from eyebox_models.protocol.evaluation import Comparison, EvaluationReport, Figure, ModelFigures, Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Run:
    """A model at a precision, and what it said to which sample."""

    model: str
    precision: str
    given: Mapping[str, Given]


def report(samples: Sequence[Sample], runs: Sequence[Run], metrics: Sequence[str]) -> EvaluationReport:
    """Figures of every run, and a comparison of every pair by the first of the metrics."""
    figures = tuple(model_figures(samples, run, metrics) for run in runs)
    return EvaluationReport(figures, compare(samples, runs, metrics[0]))


def model_figures(samples: Sequence[Sample], run: Run, metrics: Sequence[str]) -> ModelFigures:
    """The figures of one run over the samples that it answered."""
    pictures = by_picture(samples, run.given)
    said = [given for pairs in pictures.values() for _, given in pairs]
    tallies = [_Tally(METRICS[name], [*pictures.values()]) for name in metrics]
    seconds = sum(one.tokens / one.tokens_per_second for one in said if one.tokens_per_second)
    tokens = sum(one.tokens for one in said if one.tokens_per_second)
    return ModelFigures(
        run.model,
        run.precision,
        len(said),
        len(pictures),
        sum(bool(one.failed) for one in said),
        tuple(_figures(tallies)),
        tokens / seconds if seconds else None,
        max((one.peak_bytes for one in said), default=0) or None,
    )


def compare(samples: Sequence[Sample], runs: Sequence[Run], metric: str) -> tuple[Comparison, ...]:
    """Every pair of runs on the pictures that both answered, and which of them differ for certain."""
    pairs = [
        _compared(samples, runs, first, second, METRICS[metric])
        for first, second in combinations(range(len(runs)), 2)
    ]
    adjusted = intervals.holm([pair.p for pair in pairs])
    return tuple(
        replace(pair, adjusted=p, verdict=_verdict(pair, p)) for pair, p in zip(pairs, adjusted, strict=True)
    )


class _Tally:
    """What a metric counts on each picture, and its value for any weights of them."""

    def __init__(self, metric: Metric, pictures: Sequence[Pairs]) -> None:
        import numpy as np

        self.metric = metric
        self.pictures = pictures
        self._precision: AveragePrecision | None = None
        self._scale = metric.scale * (sum(map(len, pictures)) if metric.points else 1)
        self._parts: dict[str, NDArray[Any]] = {}
        if metric.count is None:
            self._precision = AveragePrecision(
                pictures, THRESHOLDS if metric.name == "ap" else THRESHOLDS[:1]
            )
        else:
            for place, pairs in enumerate(pictures):
                for stratum, counted in metric.count(pairs).items():
                    self._parts.setdefault(stratum, np.zeros((2, len(pictures))))[:, place] = counted

    def of(self, weights: NDArray[Any]) -> NDArray[Any]:
        """The value for each row of weights; not a number where nothing was counted."""
        import numpy as np

        if self._precision is not None:
            return self._precision.of(weights)
        values = np.full(len(weights), 0.0 if self._parts else np.nan)
        with np.errstate(invalid="ignore", divide="ignore"):
            for tops, bottoms in self._parts.values():
                values = values + (weights @ tops) / (weights @ bottoms)
        return values * self._scale

    def value(self) -> float:
        """The value over all pictures, each counted once."""
        import numpy as np

        if self._precision is not None:
            return coco_precision(self.pictures)[self.metric.name]
        return float(self.of(np.ones((1, len(self.pictures))))[0])

    def strata(self) -> list[str] | None:
        return [pairs[0][0].kind for pairs in self.pictures] if self.metric.by_kind else None

    def singles(self) -> list[float]:
        """How well each picture was done by itself; of APs by F1, with which a picture alone can be judged."""
        if self._precision is not None:
            return _Tally(METRICS["f1@0.5"], self.pictures).singles()
        found = []
        for place in range(len(self.pictures)):
            value = 0.0
            for tops, bottoms in self._parts.values():
                if bottoms[place]:
                    value += tops[place] / bottoms[place]
                elif self.metric.lower_is_better:
                    value += tops[place]
                elif len(self._parts) == 1:
                    value += 1.0
            found.append(float(-value if self.metric.lower_is_better else value))
        return found

    def is_yes_or_no(self) -> bool:
        """Whether every picture counts one, right or wrong."""
        if len(self._parts) != 1:
            return False
        ((tops, bottoms),) = self._parts.values()
        return bool((bottoms == 1).all() and ((tops == 0) | (tops == 1)).all())


def _figures(tallies: Sequence[_Tally]) -> list[Figure]:
    if not tallies or not tallies[0].pictures:
        return [Figure(one.metric.name, None, None, None) for one in tallies]
    found: dict[str, Figure] = {}
    for alike in ([t for t in tallies if not t.metric.by_kind], [t for t in tallies if t.metric.by_kind]):
        if alike:
            drawn = intervals.resampled([t.of for t in alike], len(alike[0].pictures), alike[0].strata())
            for tally, values in zip(alike, drawn, strict=True):
                ends = (tally.value(), *intervals.interval(values))
                found[tally.metric.name] = Figure(tally.metric.name, *map(_known, ends))
    return [found[tally.metric.name] for tally in tallies]


def _compared(
    samples: Sequence[Sample], runs: Sequence[Run], first: int, second: int, metric: Metric
) -> Comparison:
    both = runs[first].given.keys() & runs[second].given.keys()
    common = [sample for sample in samples if sample.id in both]
    sides = [by_picture(common, runs[place].given) for place in (first, second)]
    names = [*sides[0]]
    one, other = (_Tally(metric, [*side.values()]) for side in sides)
    scores = [*zip(one.singles(), other.singles(), strict=True)]
    differing = [n for n, (a, b) in enumerate(scores) if not math.isclose(a, b, abs_tol=1e-12)]
    differing.sort(key=lambda n: scores[n][0] < scores[n][1])
    wins = sum(scores[n][0] > scores[n][1] for n in differing)
    losses = len(differing) - wins
    made = Comparison(
        first, second, metric.name, wins, losses, len(names) - len(differing), 1.0, 1.0, None, None, None, "too few",
        differing=tuple(names[n] for n in differing),
    )  # fmt: skip
    if not names:
        return made
    drawn = intervals.resampled([lambda rows: one.of(rows) - other.of(rows)], len(names), one.strata())[0]
    difference = one.value() - other.value()
    exact = one.is_yes_or_no() and other.is_yes_or_no()
    p = intervals.mcnemar(wins, losses) if exact else intervals.bootstrap_p(drawn)
    if len(differing) < intervals.FEWEST:
        needed: int | None = intervals.needed_by_disagreements(len(differing), len(names))
    else:
        needed = intervals.needed_by_spread(difference, drawn, len(names))
    low, high = intervals.interval(drawn)
    return replace(
        made, p=p, difference=_known(difference), low=_known(low), high=_known(high), needed=needed
    )


def _verdict(pair: Comparison, adjusted: float) -> Verdict:
    if pair.wins + pair.losses < intervals.FEWEST:
        return "too few"
    if adjusted >= intervals.ALPHA or not pair.difference:
        return "no difference"
    better = pair.difference < 0 if METRICS[pair.metric].lower_is_better else pair.difference > 0
    return "first" if better else "second"


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None
