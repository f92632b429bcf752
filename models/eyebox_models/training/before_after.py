"""The untouched and the taught model on the same questions: by the figures, intervals and comparisons of evaluations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from eyebox_models.evaluation.report import Run, report
from eyebox_models.evaluation.samples import Given, Sample
from eyebox_models.protocol.evaluation import EvaluationReport, ModelFigures, Verdict
from eyebox_models.protocol.teaching import BeforeAfter, Kind, KindReport, Trial
from eyebox_models.training.trials import TASKS, samples_of

VERDICTS: Mapping[Verdict, str] = {
    "first": "worse", "second": "better", "no difference": "no difference", "too few": "too few",
}  # fmt: skip
"""Of a comparison of the untouched model with the taught one: how the taught one does."""


def compared(before: Sequence[Trial], after: Sequence[Trial], precision: str) -> BeforeAfter:
    """Both answers of each question, and figures for each kind of questions. Raises ValueError where they differ."""
    trials = [replace(new, before=old.said) for old, new in zip(before, after, strict=True)]
    kinds = dict.fromkeys(trial.kind for trial in trials)
    return BeforeAfter(
        tuple(KindReport(kind, _report(kind, trials, precision)) for kind in kinds),
        tuple(sorted(trials, key=_change, reverse=True)),
    )


def as_json(found: BeforeAfter) -> dict[str, Any]:
    """For a card, and for who reads JSON: figures before and after with their intervals, and what got worse."""
    return {
        "kinds": {one.kind: _kind(one.report) for one in found.kinds},
        "worse": [
            {
                "name": one.name,
                "wanted": one.wanted.text,
                "before": one.before.text,
                "after": one.said.text,
                "scores": [one.before.score, one.said.score],
            }
            for one in found.worse
            if one.before
        ],
    }


def _change(trial: Trial) -> float:
    return abs(trial.said.score - trial.before.score) if trial.before else 0.0


def _report(kind: Kind, trials: Sequence[Trial], precision: str) -> EvaluationReport:
    samples: list[Sample] = []
    given: tuple[dict[str, Given], dict[str, Given]] = ({}, {})
    for number, trial in enumerate(trials):
        if trial.kind != kind or trial.before is None:
            continue
        samples += [sample for sample, _one in samples_of(trial, trial.said, str(number))]
        for said, of_model in zip((trial.before, trial.said), given, strict=True):
            of_model.update((one.id, one) for _sample, one in samples_of(trial, said, str(number)))
    runs = [Run(name, precision, one) for name, one in zip(("untouched", "taught"), given, strict=True)]
    return report(samples, runs, TASKS[kind][1])


def _kind(found: EvaluationReport) -> dict[str, Any]:
    before, after = found.models
    (pair,) = found.comparisons
    return {
        "questions": before.samples, "pictures": before.pictures,
        "before": _figures(before), "after": _figures(after),
        "better": pair.losses, "worse": pair.wins, "same": pair.ties, "p": pair.p, "verdict": VERDICTS[pair.verdict],
    }  # fmt: skip


def _figures(model: ModelFigures) -> dict[str, Any]:
    return {one.metric: {"value": one.value, "low": one.low, "high": one.high} for one in model.figures}
