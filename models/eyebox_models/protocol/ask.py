"""A question about pictures, and what comes back while it is answered.

What crosses to an engine process is made of paths, strings and numbers only; `wire.py` packs it.
"""

from __future__ import annotations

import os.path
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from itertools import groupby
from pathlib import Path
from typing import Literal, Self

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
from eyebox_models.protocol.page import Line, Order, Page
from eyebox_models.protocol.pixels import PictureFacts, Pixels, Thumbnail
from eyebox_models.protocol.tool_use import Round, ToolUsed

Role = Literal["system", "user", "assistant", "tool"]
"""A tool says what came of a call that the model made of it."""
Ending = Literal["done", "stopped", "failed"]


class ModelRef(str):
    """Who answers, as it is typed and stored: "reader", the path of a folder, "endpoint:NAME" for a server, or a name.

    A name is that of a downloaded model ("Org/Name"), or one that a family knows ("scripted:FILE").
    """

    __slots__ = ()

    @property
    def kind(self) -> Literal["reader", "folder", "endpoint", "name"]:
        if self == "reader":
            return "reader"
        if Path(self).is_absolute():
            return "folder"
        return "endpoint" if self.startswith("endpoint:") else "name"

    @property
    def engine(self) -> Literal["reader", "model", "endpoint"]:
        """The lane that it is asked in, which is the role of that lane's engine."""
        kind = self.kind
        return kind if kind == "reader" or kind == "endpoint" else "model"

    @property
    def short_name(self) -> str:
        """What users call it: the last part of a folder or a name; of a folder in a hub's cache that of the model."""
        parts = self.rstrip("/\\").replace("\\", "/").split("/")
        if len(parts) > 2 and parts[-2] == "snapshots":
            return parts[-3].rsplit("--", 1)[-1]
        return parts[-1].removeprefix("endpoint:") if self.kind == "endpoint" else parts[-1]

    @classmethod
    def typed(cls, text: str) -> Self:
        """What a user typed: a folder that is there by its whole path, everything else as it is."""
        is_folder = text != READER and os.path.isdir(text)  # noqa: PTH112 (never raises)
        return cls(Path(text).absolute() if is_folder else text)


READER = ModelRef("reader")
"""The reader that is built in."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture inside a message, by its path on this machine, turned clockwise by so many quarters once it is upright.

    `part`: only the pixels from `(x1, y1)` to before `(x2, y2)` of that are meant; boxes are then pixels of the part.
    `page`: its whole text, where a person corrected that, for the built-in reader. `in_video`: it is a frame of a video;
    those of one file that follow one another in a message are one video to a model that knows videos, to others pictures.
    """

    path: str
    turns: int = 0
    part: tuple[int, int, int, int] | None = None
    page: Page | None = None
    in_video: bool = False


def runs(parts: Iterable[str | Picture]) -> Iterator[tuple[str | Picture, ...]]:
    """The parts of a message one by one, but the frames of a video together."""
    for _key, run in groupby(enumerate(parts), lambda one: _video_of(one[1]) or one[0]):
        yield tuple(part for _place, part in run)


def _video_of(part: str | Picture) -> tuple[object, ...]:
    """What the frames of a video have in common; () for what is no frame."""
    if isinstance(part, str) or not part.in_video:
        return ()
    return part.path.rpartition("#t=")[0], part.turns, part.part


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a chat: texts and pictures in the order they were given."""

    role: Role
    parts: tuple[str | Picture, ...]
    token_ids: tuple[int, ...] = ()
    """Of an answer that a model gave: its ids, so that its text need not be split into tokens again."""
    tools: str = ""
    """With the first message: the tools that the model may call, a list in OpenAI's JSON. Only models whose chat
    template has a place for them take any."""
    calls: str = ""
    """Of an answer: the calls of tools that stand in it, a list in OpenAI's JSON."""
    rounds: tuple[Round, ...] = ()
    """Of an answer: what its model wrote and was told before, with the built-in tools; `token_ids` are of what came then."""

    @property
    def text(self) -> str:
        return "\n".join(part for part in self.parts if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class Options:
    """How to load and to generate. None leaves a choice to the checkpoint; temperature 0 is greedy."""

    precision: str = "auto"
    device: str = "auto"
    max_pixels: int | None = None
    max_tiles: int | None = None
    max_new_tokens: int | None = None
    temperature: float = 0.0
    top_p: float | None = None
    repetition_penalty: float | None = None
    num_beams: int = 1
    seed: int | None = None
    detail: str = "full"
    """Of pictures: full (as the model, `max_pixels` and `max_tiles` say), or less (fewer visual tokens, unless a question
    asks for boxes or text)."""
    parts: int = 0
    """A picture that would be shown many times smaller is looked at in overlapping parts, at most so many; 0: as a whole."""
    language: str = "en"
    settled: str = ""
    """What `auto` came to before, by the plan that was shown or by an answer of the same chat: taken again where it fits."""
    settled_on: str = ""
    """The device that it came to."""
    offload: bool = False
    """Layers that do not fit may live in memory or on disk."""
    adapter: str | None = None
    """A folder with a LoRA to put on top."""
    schema: str | None = None
    """A JSON schema (its text) that the answer keeps to."""
    system: str | None = None
    """What the model is told before the chat, in the place of its family's own and of what the chat begins with."""
    look_again: bool = False
    """Whether the model may use the built-in tools, which look at regions of pictures, on its way to the answer."""
    tool_rounds: int = 4
    """How often it may do so for one answer."""
    stop: tuple[str, ...] = ()
    """Texts that end the answer: it ends right before the first of them."""
    auto_continue: bool = False
    """Goes on when the token limit cut a list of boxes."""
    compile: str = "auto"
    """Static cache and CUDA graphs: auto (when an answer is long enough to pay for it), on, off."""
    lookup: str = "auto"
    """Prompt lookup, several ids a forward where an answer copies what is known: auto (where it can be), off."""
    cache_bytes: int | None = None
    """At most so much memory for the caches of chats that are kept between turns."""
    reading_order: Order = "automatic"
    """How the built-in reader puts the lines of a page in order."""
    scripts: tuple[str, ...] | None = None
    """The languages that the built-in reader tries where its networks know no letters; see `requests.Read`."""


GENERATION = (
    "temperature", "top_p", "repetition_penalty", "seed", "max_new_tokens", "num_beams", "detail", "parts", "system",
    "stop", "schema", "look_again",
)  # fmt: skip
"""The fields of Options that say how an answer is made, and nothing of how the model is loaded."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A whole chat so far, ending with the user's turn. `turn` numbers the answer in its events.

    A system prompt in `options` is its first message.
    """

    messages: tuple[Message, ...]
    model: ModelRef = READER
    options: Options = field(default_factory=Options)
    turn: int = 0
    texts: tuple[str, ...] = ()
    """What is known to stand in the pictures, in forms that an answer may copy: it comes sooner then, and is the same."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "model", ModelRef(self.model))
        if self.options.system is not None:
            chat = (message for message in self.messages if message.role != "system")
            object.__setattr__(self, "messages", (Message("system", (self.options.system,)), *chat))

    @property
    def pictures(self) -> tuple[str, ...]:
        """Paths of all pictures of the chat in order; events name a picture by its index in here."""
        return tuple(picture.path for picture in self.shown)

    @property
    def shown(self) -> tuple[Picture, ...]:
        """All pictures of the chat in order."""
        return tuple(part for m in self.messages for part in m.parts if isinstance(part, Picture))

    @property
    def own_pictures(self) -> tuple[int, ...]:
        """Which of them, by index, the chat brought: a tool's result may hold others, on which no box lies."""
        roles = [m.role for m in self.messages for part in m.parts if isinstance(part, Picture)]
        return tuple(at for at, role in enumerate(roles) if role != "tool")

    @property
    def shown_together(self) -> tuple[tuple[Picture, ...], ...]:
        """All pictures of the chat in order, the frames of a video together."""
        return tuple(
            tuple(part for part in run if isinstance(part, Picture))
            for message in self.messages
            for run in runs(message.parts)
            if isinstance(run[0], Picture)
        )

    @property
    def question(self) -> str:
        return self.messages[-1].text if self.messages else ""


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


Event = (
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
    | End
)


class Unfinished(EyeboxError):
    """An answer that ended before it could be of use (the token limit cut JSON): `answer` is what there is."""

    def __init__(
        self, code: str, template: str, /, *, answer: Answer, detail: str = "", **values: object
    ) -> None:
        super().__init__(code, template, detail=detail, **values)
        self.answer = answer
