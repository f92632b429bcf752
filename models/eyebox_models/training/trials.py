"""Questions with known answers that a model is asked while it is taught: of what is held out, and of the general set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING

from eyebox_models.evaluation.metrics import METRICS
from eyebox_models.evaluation.samples import Given, Sample, Target, Task
from eyebox_models.evaluation.wording import anls
from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Answer, BoxFound
from eyebox_models.protocol.teaching import Kind, Reply, Trial
from eyebox_models.training.rows import Row

if TYPE_CHECKING:
    from eyebox_models.vision.family import VisionFamily
    from eyebox_models.vision.model import VisionModel

MORE = 16
"""Tokens that an answer may be longer than the one wanted."""
OVERLAPS = ("iou", "accuracy@0.5", "f1@0.5")
TASKS: Mapping[Kind, tuple[Task, tuple[str, ...]]] = {
    "boxes": ("ground", OVERLAPS),
    "text": ("vqa", ("anls", "exact")),
    "find": ("ground", OVERLAPS),
    "count": ("vqa", ("exact",)),
    "table": ("vqa", ("exact", "anls")),
    "read": ("read", ("cer", "exact")),
}
"""What each kind is evaluated as, and its metrics; by the first of them two models are compared."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the answer that is right."""

    name: str
    kind: Kind
    ask: Ask
    wanted: Reply


def question_of(row: Row, family: VisionFamily) -> Question:
    """The last question of a conversation, with room for an answer a little longer than the one wanted."""
    reader = family.reader(0, row.seen)
    reader.feed(row.answer)
    reader.finish()
    options = Options(
        max_new_tokens=len(row.answer) + MORE,
        repetition_penalty=1.0,
        max_pixels=row.ask.options.max_pixels,
    )
    wanted = Reply(reader.text, tuple(reader.boxes), 1.0)
    return Question(row.name, "boxes" if wanted.boxes else "text", replace(row.ask, options=options), wanted)


def answered(question: Question, model: VisionModel, stop: Event) -> Answer:
    """What a model says, greedily. Raises EyeboxError, and Stopped."""
    answer = model.attempt(question.ask, lambda _event: None, stop)
    model.caches.clear()
    if stop.is_set():
        raise Stopped
    return answer


def trial_of(question: Question, answer: Answer) -> Trial:
    """A question with an answer of it, and how right that is."""
    said = Reply(answer.text, tuple(answer.boxes))
    made = Trial(
        question.name, question.kind, question.ask.shown, question.ask.question, question.wanted, said
    )
    return replace(made, said=replace(said, score=_score(made)))


def overlaps_of(trial: Trial) -> tuple[float, int]:
    """The sum of the IoUs of all boxes wanted with those that were said for them, and how many are wanted."""
    count = METRICS["iou"].count
    assert count is not None
    parts = [count([pair])[""] for pair in samples_of(trial, trial.said, "")]
    return sum(top for top, _ in parts), round(sum(bottom for _, bottom in parts))


def samples_of(trial: Trial, said: Reply, id: str) -> list[tuple[Sample, Given]]:
    """A trial as samples of an evaluation, with an answer of it: one for each picture with boxes that are wanted."""
    shown = [picture.path for picture in trial.pictures]
    if not trial.wanted.boxes:
        sample = Sample(id, shown[0] if shown else trial.name, trial.question, (trial.wanted.text,))
        return [(sample, Given(id, said.text, said.text))]
    made = []
    for image in sorted({one.image for one in trial.wanted.boxes}):
        own = f"{id} {image}"
        sample = Sample(own, shown[image], trial.question, targets=_targets(trial.wanted.boxes, image))
        made.append((sample, Given(own, said.text, boxes=_targets(said.boxes, image))))
    return made


def _targets(boxes: Sequence[BoxFound], image: int) -> tuple[Target, ...]:
    return tuple(Target(one.box.label, one.box.xyxy) for one in boxes if one.image == image)


def _score(trial: Trial) -> float:
    if not trial.wanted.boxes:
        return anls(trial.said.text, [trial.wanted.text])
    total, wanted = overlaps_of(trial)
    return total / wanted
