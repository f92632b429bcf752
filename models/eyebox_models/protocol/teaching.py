"""Teaching a model: what it is shown, how, and what comes back while it learns."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.evaluation import EvaluationReport
from eyebox_models.protocol.events import BoxFound

Method = Literal["lora", "qlora", "full", "dpo"]
"""A LoRA, one over NF4 weights, all weights, or a LoRA that learns from pairs of answers which one is wanted."""
Targets = Literal["qkv", "all"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A conversation that a model is to learn the answers of. `name` says where it stands ("boxes.jsonl, line 3").

    `<ref-object>` and `<bbox>` in its texts stand for `refs` and `boxes` (pixels of the upright pictures) in their order;
    `of_image` is the picture of each box. `shown` is the size that the coordinates in its answers are pixels of, where it
    says so: else they are in the numbers of the model that is taught. Where `labels` are there, the first question is the
    family's own for these, behind its pictures.
    """

    name: str
    messages: tuple[Message, ...]
    refs: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    of_image: tuple[int, ...] = ()
    shown: tuple[int, int] | None = None
    labels: tuple[str, ...] = ()
    rejected: str = ""
    """An answer to the last question that is not wanted. Its `<ref-object>` and `<bbox>` stand for the last `refs` and `boxes`,
    behind those of the messages."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A conversation that is not learned from, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class TeachSettings:
    """How a model is taught. A step takes `batch` x `accumulate` conversations.

    `beta`: of DPO, how near to the untouched model it stays. `every`: a state is kept after so many steps. `held_out`: so
    many conversations are kept apart to be asked, -1 for a tenth, 32 at most. `general`: so many questions of the general
    set are asked before and after. `patience`: ends after so many states without a smaller loss on what is held out, 0 for
    never. `threads`: of a processor, 0 for as many as torch takes.
    """

    method: Method = "lora"
    targets: Targets = "qkv"
    rank: int = 8
    alpha: float = 32.0
    beta: float = 0.1
    dropout: float = 0.05
    lr: float = 1e-4
    epochs: int = 1
    batch: int = 1
    accumulate: int = 4
    warm_up: float = 0.05
    clip: float = 1.0
    weight_decay: float = 0.0
    max_pixels: int | None = None
    freeze_vision: bool = True
    precision: str = "auto"
    device: str = "auto"
    seed: int = 0
    every: int = 20
    held_out: int = -1
    general: int = 32
    patience: int = 0
    threads: int = 0


@dataclass(frozen=True, slots=True)
class TeachPlan:
    """What will be done, before it begins: numbers of conversations, steps and trained numbers; bytes and seconds.

    `sheets` are pictures on which the boxes of some answers are drawn again from their tokens, `drawn` the same answers as they
    are read back. `seconds` 0: not known yet. `pictures`, `turns` and `boxes` are those of all conversations, `longest` is the
    most tokens that one has, `context` what the model takes. `tested`: the loss of the self-test, first and last. `pairs`: it
    learns from pairs of answers, and of each of `drawn` what was rejected stands as `before`.
    """

    lessons: int
    held_out: int
    dropped: tuple[Dropped, ...]
    steps: int
    trained: int
    bytes: int
    free_bytes: int
    seconds: float = 0.0
    sheets: tuple[str, ...] = ()
    pictures: int = 0
    turns: int = 0
    boxes: int = 0
    longest: int = 0
    context: int | None = None
    tested: tuple[float, float] | None = None
    drawn: tuple[Trial, ...] = ()
    pairs: bool = False


@dataclass(frozen=True, slots=True)
class Rewards:
    """How a model has come to think of pairs of answers (DPO), as TRL counts it.

    A reward is beta times how much the log of an answer's likelihood has grown since the untouched model. `margin` is the mean
    of the chosen answers' rewards less the rejected ones', `accuracy` the share of pairs in which it is above 0.
    """

    margin: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class TeachStep:
    """A step: the mean loss of its answers' tokens before it, the learning rate, how long it took, and the most memory until
    then, without that of libraries."""

    step: int
    loss: float
    lr: float
    tokens: int = 0
    seconds: float = 0.0
    peak_bytes: int = 0
    rewards: Rewards | None = None
    """Of its pairs, before it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its text as it is shown, and its boxes in pixels of the upright pictures.

    `score` is how right it is, 0..1: the mean IoU of the boxes wanted, else the similarity of the texts (ANLS).
    """

    text: str
    boxes: tuple[BoxFound, ...] = ()
    score: float = 0.0


Kind = Literal["boxes", "text", "find", "count", "table", "read"]
"""What a question is about: "boxes" and "text" of what is held out, the others of the general set."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A question as it was answered after some steps. `before` is the untouched model's answer, where both are told."""

    name: str
    kind: Kind
    pictures: tuple[Picture, ...]
    question: str
    wanted: Reply
    said: Reply
    before: Reply | None = None


@dataclass(frozen=True, slots=True)
class HeldOut:
    """How the model does after `step` steps on conversations that it does not learn from.

    `loss` is the mean of their answers' tokens; the others are None where it was not asked or there is nothing to count:
    `exact` the share of answers said to the letter, `anls` of those without boxes, `iou` the mean of the boxes wanted.
    `trials` are the questions that were asked: the same ones each time, and all of them before and after the teaching.
    `rewards` are there where pairs are learned from.
    """

    step: int
    loss: float
    exact: float | None = None
    anls: float | None = None
    iou: float | None = None
    asked: int = 0
    trials: tuple[Trial, ...] = ()
    rewards: Rewards | None = None


@dataclass(frozen=True, slots=True)
class GeneralAsked:
    """What the model answers after `step` steps to questions that have nothing to do with what it is taught."""

    step: int
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class KindReport:
    """How the untouched model (first) and the taught one (second) do on questions of one kind.

    `report` has both of them in `models`, and one comparison: its wins are the pictures on which the untouched one was
    better, and its verdict is "first" where that is more than chance.
    """

    kind: Kind
    report: EvaluationReport


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The same questions answered before and after teaching; of each `before` is there. What changed most comes first."""

    kinds: tuple[KindReport, ...] = ()
    trials: tuple[Trial, ...] = ()

    @property
    def worse(self) -> tuple[Trial, ...]:
        """What the taught model answers worse than before."""
        return tuple(one for one in self.trials if one.before and one.said.score < one.before.score)


@dataclass(frozen=True, slots=True)
class Taught:
    """What came of it. `complete`: to its end, or to where it got no better; else the state is kept."""

    folder: str
    complete: bool
    steps: int
    losses: tuple[float, float] = (0.0, 0.0)
    """Of the first and of the last step."""
    before: HeldOut | None = None
    after: HeldOut | None = None
    reason: str = ""
    """Why it ended before its last step."""
    held_out: BeforeAfter | None = None
    general: BeforeAfter | None = None
    """Of the same fixed questions about drawn pictures, whatever was taught: what got worse is seen here."""


@dataclass(frozen=True, slots=True)
class TeachChoice:
    """What a user chose: which model is taught, how, into which new folder `target`, and what it learns from.

    That is the review of `session` (its complete pictures; `judged`: all on which nothing waits for a verdict), or, where it is
    "", the conversations in `files`. By DPO it learns from the pairs of answers of either.
    """

    model: str
    target: str
    session: str = ""
    judged: bool = False
    files: tuple[str, ...] = ()
    settings: TeachSettings = field(default_factory=TeachSettings)
