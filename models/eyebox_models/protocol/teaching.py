"""Teaching a model: what it is shown, how, and what comes back while it learns."""

from __future__ import annotations

from typing import Literal

from eyebox_models.protocol.ask import Message
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass

Method = Literal["lora", "qlora", "full"]
Targets = Literal["qkv", "all"]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A conversation that a model is to learn the answers of. `name` says where it stands ("boxes.jsonl, line 3").

    `<ref-object>` and `<bbox>` in its texts stand for `refs` and `boxes` (pixels of the upright pictures) in their order;
    `of_image` is the picture of each box. `shown` is the size that the coordinates in its answers are pixels of, where it
    says so: else they are in the numbers of the model that is taught.
    """

    name: str
    messages: tuple[Message, ...]
    refs: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    of_image: tuple[int, ...] = ()
    shown: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A conversation that is not learned from, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class TeachSettings:
    """How a model is taught. A step takes `batch` x `accumulate` conversations.

    `every`: a state is kept after so many steps. `held_out`: so many conversations are kept apart to be asked, -1 for a
    tenth, 32 at most. `patience`: ends after so many states without a smaller loss on these, 0 for never. `threads`: of a
    processor, 0 for as many as torch takes.
    """

    method: Method = "lora"
    targets: Targets = "qkv"
    rank: int = 8
    alpha: float = 32.0
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
    patience: int = 0
    threads: int = 0


@dataclass(frozen=True, slots=True)
class TeachPlan:
    """What will be done, before it begins: numbers of conversations, steps and trained numbers; bytes and seconds.

    `sheets` are pictures on which the boxes of some answers are drawn again from their tokens. `seconds` 0: not known yet.
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


@dataclass(frozen=True, slots=True)
class TeachStep:
    """A step: the mean loss of its answers' tokens before it, the learning rate, and how long it took."""

    step: int
    loss: float
    lr: float
    tokens: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class HeldOut:
    """How the model does after `step` steps on conversations that it does not learn from.

    `loss` is the mean of their answers' tokens; the others are None where it was not asked or there is nothing to count:
    `exact` the share of answers said to the letter, `anls` of those without boxes, `iou` the mean of the boxes wanted.
    """

    step: int
    loss: float
    exact: float | None = None
    anls: float | None = None
    iou: float | None = None
    asked: int = 0


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
