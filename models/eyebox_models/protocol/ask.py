"""A question about pictures: who is asked, the chat so far and how it is to be answered. What comes back: `events`.

What crosses to an engine process is made of paths, strings and numbers only; `wire.py` packs it.
"""

from __future__ import annotations

import os.path
from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby
from pathlib import Path
from typing import Literal, Self

from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Order, Page
from eyebox_models.protocol.tool_use import Round

Role = Literal["system", "user", "assistant", "tool"]
"""A tool says what came of a call that the model made of it."""


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
    """The languages that the built-in reader tries where its networks know no letters; see `picture_requests.Read`."""


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
