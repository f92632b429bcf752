"""What comes back from a job on its way and at its end: the pieces of an answer, then how it ended."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from eyebox_models.protocol.box import Box
from eyebox_models.protocol.cards import (
    Estimate,
    GroundingReport,
    ModelCard,
    ModelCards,
    ServerModels,
    Transfer,
)
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.evaluation import EvaluationReport
from eyebox_models.protocol.ledger import Holds
from eyebox_models.protocol.page import Line, Page
from eyebox_models.protocol.pixels import PictureFacts, Pixels, Thumbnail
from eyebox_models.protocol.tool_use import Round, ToolUsed

Ending = Literal["done", "stopped", "failed"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Work going on: `stage` is a word like "starting", "loading", "looking", "reading"; `fraction` 0..1 or unknown.

    `what` is at hand (a library while "importing"), `done_bytes` of `total_bytes` are done (0: not known).
    """

    stage: str
    fraction: float | None = None
    what: str = ""
    done_bytes: int = 0
    total_bytes: int = 0


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A further piece of the answer as it is shown."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class BoxFound:
    """A box of the answer. `start:end` is its phrase in the answer's shown text (equal: it has none)."""

    turn: int
    image: int
    box: Box
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class PartLooked:
    """A picture is looked at in parts, `(x1, y1, x2, y2)` each: part `index` has been. The first, of -1, has all `parts`."""

    turn: int
    image: int
    index: int = -1
    parts: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LinesFound:
    """Some lines of a picture that is still being read, in no final order."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """What the model saw of a picture: its upright size, the size it was shown at, its visual tokens.

    Of a video it may have seen some frames as one: `frames` are then all of them, `image` the first; `times` are the seconds
    at which the frames of a video are seen.
    """

    image: int
    width: int
    height: int
    resized: tuple[int, int]
    visual_tokens: int = 0
    frames: tuple[int, ...] = ()
    times: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstWord:
    """Seconds until the first word of an answer, by what they went into; their sum is what was waited for it."""

    queue: float = 0.0
    """Behind other work of the same engine."""
    load: float = 0.0
    """Until the model was in memory: the engine's start, libraries, weights; and what was tried before, in vain."""
    see: float = 0.0
    """Pictures, up to their features."""
    read: float = 0.0
    """The chat with what was seen, through the layers of the language model."""
    first_token: float = 0.0
    """From there until the first piece of the answer could be shown."""

    @property
    def total(self) -> float:
        return self.queue + self.load + self.see + self.read + self.first_token


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. `text` is what is shown, `raw` what was decoded; `token_ids` without the end token."""

    turn: int
    text: str
    raw: str = ""
    boxes: tuple[BoxFound, ...] = ()
    token_ids: tuple[int, ...] = ()
    tokens_in: int = 0
    tokens_reused: int = 0
    tokens_out: int = 0
    forwards: int = 0
    """Of the model, that `tokens_out` took; 0 where that was not counted."""
    seconds_to_first_token: float = 0.0
    """With the model in memory: what `first_word` says without `queue` and `load`."""
    first_word: FirstWord | None = None
    """None where that was not measured in parts."""
    tokens_per_second: float = 0.0
    peak_bytes: int = 0
    precision: str = ""
    """Of what answered, and the device it ran on; "" where a family does not say."""
    device: str = ""
    seen: tuple[ImageInfo, ...] = ()
    pictures_known: int = 0
    """Pictures that the model had looked at for an earlier question (in any chat or program): only their features were
    read. Those that `tokens_reused` covers are not counted."""
    plain: bool = False
    """The text is not Markdown (the reader's answers keep their line breaks)."""
    made_with: str = ""
    """What answered, in a few words: "Qwen2-VL-2B-Instruct, int4, cuda:0"; "" for the reader."""
    notes: tuple[str, ...] = ()
    """Sentences on what was done otherwise than asked (fewer pixels after memory ran out, layers kept in 16 bit)."""
    cut: bool = False
    """The token limit ended the answer."""
    stopped_by: str = ""
    """The stop text that ended the answer, right before which it ends; "" for none."""
    boxes_cut: int = 0
    """Boxes that were dropped because the end of the answer cut them."""
    rounds: tuple[Round, ...] = ()
    """What it did with tools before it ended; `raw` and `token_ids` are of what it wrote after the last of them."""
    suggest_model: bool = False
    """The reader could not answer: offer to choose a vision-language model."""
    suggest_parts: int = 0
    """The picture was shown many times smaller where boxes were asked for: offer to look at it in at most so many parts."""

    def delayed(self, queue: float = 0.0, load: float = 0.0, shown: float | None = None) -> Answer:
        """The same answer, which had to wait for so many seconds more than who made it knows.

        `shown` is when its first piece arrived, counted from where its parts begin; None where that is not known.
        """
        if self.first_word is None:
            return self
        word = replace(self.first_word, queue=self.first_word.queue + queue, load=self.first_word.load + load)
        if shown is not None and shown > word.total:
            word = replace(word, first_token=word.first_token + shown - word.total)
        return replace(self, first_word=word)


@dataclass(frozen=True, slots=True)
class Pace:
    """How an answer that is coming gets on: its tokens so far, and how many come in a second."""

    turn: int
    tokens: int
    tokens_per_second: float


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about an answer that is on its way, for its transcript; it stands in `Answer.notes` at the end."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One of many questions that are answered together has ended. `index` is its place among them."""

    index: int
    answer: Answer | None
    message: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """How a job ended, exactly once. `message` is one sentence for the user, `detail` for a folded box."""

    outcome: Ending
    message: str = ""
    detail: str = ""
    result: (
        Answer
        | Page
        | Pixels
        | PictureFacts
        | Thumbnail
        | ModelCard
        | ModelCards
        | ServerModels
        | Estimate
        | GroundingReport
        | EvaluationReport
        | None
    ) = None


Told = (
    Progress
    | TextDelta
    | BoxFound
    | PartLooked
    | ToolUsed
    | LinesFound
    | Pixels
    | Note
    | Pace
    | Answered
    | Transfer
    | Holds
)
"""What a job tells before it ends."""


class Unfinished(EyeboxError):
    """An answer that ended before it could be of use (the token limit cut JSON): `answer` is what there is."""

    def __init__(
        self, code: str, template: str, /, *, answer: Answer, detail: str = "", **values: object
    ) -> None:
        super().__init__(code, template, detail=detail, **values)
        self.answer = answer
