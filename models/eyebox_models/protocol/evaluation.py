"""How well models did on pictures whose answers are known, in figures: values that cross between a window and an engine."""

from __future__ import annotations

from typing import Literal

from eyebox_models.protocol.dataclass import dataclass

Verdict = Literal["first", "second", "no difference", "too few"]


REVIEWED, WITH_BOXES = "reviewed", "with boxes"
"""Truth that is no file: the pictures of a session that a review found complete, or all that have boxes."""


@dataclass(frozen=True, slots=True)
class EvaluationPlan:
    """What is to be evaluated: models, each at a precision, on pictures whose answers are known.

    `truth` is the path of a file or folder, or REVIEWED or WITH_BOXES of the session called `session`. `task` is "" where
    the truth says it.
    """

    truth: str
    entries: tuple[tuple[str, str], ...]
    task: str = ""
    session: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric, with the ends of its interval of 95 % by resampling pictures; None where there was nothing to count."""

    metric: str
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class ModelFigures:
    """What one model at one precision did.

    `samples` questions about `pictures` were asked; `failed` of them had no answer and count as an empty one.
    `tokens_per_second` and `peak_bytes` are None where nobody measured.
    """

    model: str
    precision: str
    samples: int
    pictures: int
    failed: int
    figures: tuple[Figure, ...]
    tokens_per_second: float | None = None
    peak_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two models, by their places among all, on the pictures that both were asked about.

    `wins` are pictures on which the first did better by `metric`. `difference` is first minus second, with its interval.
    `p` is McNemar's exact one where every picture has one yes or no, else that of the paired bootstrap; `adjusted` is it
    among all pairs (Holm), and decides. `needed`: about how many pictures would tell, where these don't; None where
    nothing points to a difference. `differing` are the pictures on which they differ: first those that it won.
    """

    first: int
    second: int
    metric: str
    wins: int
    losses: int
    ties: int
    p: float
    adjusted: float
    difference: float | None
    low: float | None
    high: float | None
    verdict: Verdict
    needed: int | None = None
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """All models, in the order they were given, and every pair of them."""

    models: tuple[ModelFigures, ...]
    comparisons: tuple[Comparison, ...] = ()
