"""How a model does on what it does not learn from: the loss of what is held out, and answers to that and to the general set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.teaching import GeneralAsked, HeldOut, Trial
from eyebox_models.training.rows import Row
from eyebox_models.training.trials import Question, answered, overlaps_of, question_of, trial_of

if TYPE_CHECKING:
    from eyebox_models.training.loss import Losses
    from eyebox_models.training.preference import Preferences
    from eyebox_models.vision.model import VisionModel

ASKED = 8
"""Questions whose answers are made on the way; before and after the teaching it is all of them. The loss is always of all."""


class Examiner:
    """Asks the same questions again and again, and keeps the answers in a file. Draws nothing from training's random numbers."""

    def __init__(
        self,
        rows: Sequence[Row],
        losses: Losses | Preferences,
        model: VisionModel,
        general: Sequence[Question],
        file: Path,
    ) -> None:
        self._rows, self._losses, self._model, self._general, self._file = rows, losses, model, general, file
        self._questions = [question_of(row, model.family) for row in rows]

    def look(
        self, step: int, stop: Event, asked: int | None, emit: Callable[[Progress], object]
    ) -> HeldOut | None:
        """How the model does now, `asked` of what is held out being answered (None for all); None where nothing is held out.

        Raises Stopped.
        """
        if not self._rows:
            return None
        with self._evaluating():
            loss = self._loss(stop)
            rewards = self._losses.rewards()
            questions = self._questions[:asked]
            if not questions:
                return HeldOut(step, loss, rewards=rewards)
            trials, exact = [], 0
            with self._file.open("a", encoding="utf-8") as file:
                for n, (question, row) in enumerate(zip(questions, self._rows, strict=False)):
                    emit(Progress("asking", n / len(questions)))
                    answer = answered(question, self._model, stop)
                    exact += answer.raw.strip() == row.answer.strip()
                    trials.append(trial_of(question, answer))
                    line = {"step": step, "name": row.name, "answer": answer.raw, "wanted": row.answer}
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
        overlaps = [overlaps_of(one) for one in trials if one.kind == "boxes"]
        wanted = sum(count for _total, count in overlaps)
        texts = [one.said.score for one in trials if one.kind == "text"]
        return HeldOut(
            step, loss, exact / len(trials), sum(texts) / len(texts) if texts else None,
            sum(total for total, _count in overlaps) / wanted if wanted else None, len(trials), tuple(trials), rewards,
        )  # fmt: skip

    def general(self, step: int, stop: Event, emit: Callable[[Progress], object]) -> GeneralAsked | None:
        """The answers to the general set; None where none is asked. Raises Stopped."""
        if not self._general:
            return None
        trials: list[Trial] = []
        with self._evaluating():
            for n, question in enumerate(self._general):
                emit(Progress("asking", n / len(self._general)))
                trials.append(trial_of(question, answered(question, self._model, stop)))
        return GeneralAsked(step, tuple(trials))

    def _loss(self, stop: Event) -> float:
        """The mean over all answer tokens, or pairs."""
        import torch

        total = 0.0
        for row in self._rows:
            if stop.is_set():
                raise Stopped
            with torch.no_grad():
                total += float(self._losses.of([row]))
        return total / max(1, self._losses.weight(self._rows))

    @contextmanager
    def _evaluating(self) -> Iterator[None]:
        import torch

        inner = self._model.parts.model
        was_training = inner.training
        inner.eval()
        try:
            with torch.random.fork_rng(devices=range(torch.cuda.device_count())):
                yield
        finally:
            inner.train(was_training)
