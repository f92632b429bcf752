"""An evaluation as a file, so that another process can count it: samples, and where which model's answers are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from eyebox_models.evaluation.kept import read_kept
from eyebox_models.evaluation.report import Run, report
from eyebox_models.evaluation.samples import Sample, Target
from eyebox_models.files.atomic_write import atomic_write, sentence_for, shown
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError, os_reason
from eyebox_models.protocol.evaluation import EvaluationReport

MOST_BYTES = 2_000_000_000


@dataclass(frozen=True, slots=True)
class AnsweredBy:
    """A model at a precision whose answers lie in the file `answers`; `keys`: those of the samples by their ids."""

    model: str
    precision: str
    answers: str
    keys: Mapping[str, str]


def write_evaluation(
    file: Path, samples: Sequence[Sample], metrics: Sequence[str], runs: Sequence[AnsweredBy]
) -> None:
    """Raises EyeboxError where it can't be written."""
    data = {
        "samples": [asdict(sample) for sample in samples],
        "metrics": list(metrics),
        "runs": [asdict(run) for run in runs],
    }
    try:
        atomic_write(file, json.dumps(data), private=True)
    except OSError as error:
        raise EyeboxError.of(sentence_for(error, file), str(error)) from error


def report_of(file: Path) -> EvaluationReport:
    """The figures of an evaluation. Raises EyeboxError where its files can't be read."""
    try:
        data = json.loads(read_regular(file, MOST_BYTES))
        samples = [_sample(one) for one in data["samples"]]
        runs = [_run(AnsweredBy(**one)) for one in data["runs"]]
    except OSError as error:
        raise EyeboxError(
            "file-unreadable", "{file} cannot be read: {reason}.", file=shown(file), reason=os_reason(error)
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise EyeboxError(
            "evaluation-damaged",
            "The file of this evaluation is damaged; start it again, answers that were kept are used.",
            detail=repr(error),
        ) from error
    return report(samples, runs, data["metrics"])


def _run(run: AnsweredBy) -> Run:
    kept = read_kept(Path(run.answers))
    given = {name: replace(kept[key], id=name) for name, key in run.keys.items() if key in kept}
    precision = next((one.precision for one in given.values() if one.precision), run.precision)
    return Run(run.model, precision if run.precision == "auto" else run.precision, given)


def _sample(data: dict[str, Any]) -> Sample:
    targets, crowds = (
        tuple(Target(one["label"], tuple(one["corners"]), one["score"]) for one in data[name])
        for name in ("targets", "crowds")
    )
    width, height = data["size"]
    return Sample(
        **{
            **data,
            "answers": tuple(data["answers"]),
            "targets": targets,
            "crowds": crowds,
            "size": (width, height),
        }
    )
