"""What an evaluation asks which model, worked out off the GUI thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eyebox.formats.truth import Dataset, read_dataset, session_truth
from eyebox.session.store import Store
from eyebox_models.evaluation.asking import (
    ask_for,
    digest_of_model,
    greedy,
    grounding_question,
    key_of_question,
    key_of_run,
)
from eyebox_models.evaluation.counted import AnsweredBy, write_evaluation
from eyebox_models.evaluation.kept import KeptAnswers
from eyebox_models.evaluation.samples import TASKS, Given, Sample
from eyebox_models.protocol.ask import Ask, ModelRef
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.evaluation import REVIEWED, WITH_BOXES, EvaluationPlan
from eyebox_models.protocol.events import Answered, End
from eyebox_models.protocol.page import Page

NOTHING = "There was no answer."


@dataclass(slots=True)
class EvaluationRun:
    """A model at a precision, what it is asked, and what it has said.

    Questions have keys, which stand for picture and question alike; `keys` are those of the samples by their ids, `todo`
    those that are open. `key` is that of the file of answers.
    """

    model: ModelRef
    precision: str
    key: str
    keys: dict[str, str] = field(default_factory=dict)
    asks: dict[str, Ask] = field(default_factory=dict)
    samples: dict[str, Sample] = field(default_factory=dict)
    todo: deque[str] = field(default_factory=deque)
    given: dict[str, Given] = field(default_factory=dict)
    problem: str = ""

    def open_kept(self, folder: Path) -> KeptAnswers:
        """Its answers, open for more. Raises EyeboxError."""
        return KeptAnswers(folder, self.key).__enter__()

    def given_by(self, key: str, event: Answered) -> Given:
        sample = self.samples[key]
        if event.answer is None or event.message:
            return Given(sample.id, failed=event.message or NOTHING)
        return Given.of(sample, event.answer)

    def given_by_page(self, key: str, end: End) -> Given:
        sample = self.samples[key]
        if isinstance(end.result, Page):
            return Given.of_page(sample, end.result)
        return Given(sample.id, failed=end.message or NOTHING)


@dataclass(slots=True)
class EvaluationWork:
    """An evaluation that was looked at."""

    dataset: Dataset
    runs: list[EvaluationRun]

    def write(self, file: Path, folder: Path, finished: Sequence[EvaluationRun]) -> None:
        """Writes what an engine needs to count it. Raises EyeboxError."""
        answered = [
            AnsweredBy(run.model, run.precision, str(folder / f"{run.key}.jsonl"), run.keys)
            for run in finished
        ]
        write_evaluation(file, self.dataset.samples, self.dataset.metrics, answered)


def prepared(plan: EvaluationPlan, store: Store, folder: Path) -> EvaluationWork:
    """Reads the truth, and what is kept of answers in `folder`; `store` is one of this thread. Raises EyeboxError."""
    if plan.truth in (REVIEWED, WITH_BOXES):
        dataset = session_truth(store, plan.session, reviewed=plan.truth == REVIEWED)
    else:
        task = next((one for one in TASKS if one == plan.task), None)
        dataset = read_dataset(Path(plan.truth), None, task, None)
    runs = []
    for name, precision in plan.entries:
        model, options = ModelRef(name), greedy(precision)
        grounding = grounding_question(model)
        run = EvaluationRun(
            model, precision, key_of_run(model, digest_of_model(model), dataset.task, options)
        )
        for sample in dataset.samples:
            ask = ask_for(sample, dataset.task, model, options, grounding)
            try:
                question = run.keys[sample.id] = key_of_question(ask)
            except OSError:
                raise EyeboxError(
                    "evaluation-picture-gone",
                    "A picture of this evaluation is gone: {file}.",
                    file=sample.picture,
                ) from None
            run.asks.setdefault(question, ask)
            run.samples.setdefault(question, sample)
        with KeptAnswers(folder, run.key) as kept:
            run.todo.extend(question for question in run.asks if kept.get(question) is None)
            if not run.todo:
                run.given = kept.all(run.keys)
        runs.append(run)
    return EvaluationWork(dataset, runs)
