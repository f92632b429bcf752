"""How a model does on conversations that it does not learn from: their loss, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from eyebox_models.evaluation.matching import match
from eyebox_models.evaluation.wording import anls
from eyebox_models.protocol.ask import Answer, BoxFound, Options
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.teaching import HeldOut
from eyebox_models.training.rows import Row

if TYPE_CHECKING:
    from eyebox_models.training.loss import Losses
    from eyebox_models.vision.family import VisionFamily
    from eyebox_models.vision.model import VisionModel

ASKED = 8
"""Questions whose answers are made; the loss is that of all."""
MORE = 16
"""Tokens that an answer may be longer than the one wanted."""


class Examiner:
    """Asks the same questions again and again, and keeps the answers in a file."""

    def __init__(self, rows: Sequence[Row], losses: Losses, model: VisionModel, file: Path) -> None:
        self._rows, self._losses, self._model, self._file = rows, losses, model, file

    def look(self, step: int, stop: Event, *, asking: bool) -> HeldOut | None:
        """How the model does now; None where nothing is held out. Draws nothing from the random numbers of training.

        Raises Stopped.
        """
        import torch

        if not self._rows:
            return None
        inner = self._model.parts.model
        was_training = inner.training
        inner.eval()
        try:
            with torch.random.fork_rng(devices=range(torch.cuda.device_count())):
                total, tokens = 0.0, 0
                for row in self._rows:
                    if stop.is_set():
                        raise Stopped
                    with torch.no_grad():
                        total += float(self._losses.of([row]))
                    tokens += len(row.learned)
                found = HeldOut(step, total / max(1, tokens))
                return self._asked(found, stop) if asking else found
        finally:
            inner.train(was_training)

    def _asked(self, found: HeldOut, stop: Event) -> HeldOut:
        exact, texts, overlaps, lines = [], [], [], []
        for row in self._rows[:ASKED]:
            options = Options(
                max_new_tokens=len(row.answer) + MORE,
                repetition_penalty=1.0,
                max_pixels=row.ask.options.max_pixels,
            )
            answer = self._model.attempt(replace(row.ask, options=options), lambda _event: None, stop)
            self._model.caches.clear()
            if stop.is_set():
                raise Stopped
            wanted = _boxes(row, self._model.family)
            exact.append(answer.raw.strip() == row.answer.strip())
            if wanted:
                overlaps += _ious(answer, wanted)
            else:
                texts.append(anls(answer.text, [row.answer]))
            lines.append({"step": found.step, "name": row.name, "answer": answer.raw, "wanted": row.answer})
        with self._file.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        return HeldOut(found.step, found.loss, _mean(exact), _mean(texts), _mean(overlaps), len(exact))


def _boxes(row: Row, family: VisionFamily) -> list[BoxFound]:
    reader = family.reader(0, row.seen)
    reader.feed(row.answer)
    reader.finish()
    return reader.boxes


def _ious(answer: Answer, wanted: Sequence[BoxFound]) -> list[float]:
    """The IoU of each box wanted with the one that was said for it, of the same label on the same picture; 0 for none."""
    made = [0.0] * len(wanted)
    found = match(
        [one.box.xyxy for one in answer.boxes],
        [one.box.xyxy for one in wanted],
        threshold=1e-9,
        labels=([f"{one.image} {one.box.label}" for one in answer.boxes],
                [f"{one.image} {one.box.label}" for one in wanted]),
    )  # fmt: skip
    for pair in found:
        made[pair.second] = pair.iou
    return made


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
