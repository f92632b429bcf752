"""The values a session is made of. A session holds pictures, their boxes and text, and chats about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from eyebox_models.protocol.ask import READER, ModelRef, Options
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.page import Page, Rect

DRAGGED_PICTURES = "application/x-eyebox-pictures"
"""The type of pictures that are dragged within the window: their ids, one a line."""

TurnState = Literal["done", "stopped", "failed", "interrupted"]


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """A row of the session list; times are seconds since 1970."""

    id: str
    name: str
    created: float
    changed: float
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that was removed and can be brought back until `until` (seconds since 1970).

    `name` is the first question where a chat has no title; `session_name` is "" for a session.
    """

    kind: Literal["picture", "chat", "session"]
    id: str
    name: str
    session: str
    session_name: str
    until: float


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """A picture of a session. `owned`: it lies in the program's data folder (pasted, captured, dragged in as data).

    `turns` says how many quarters it is turned clockwise once its file is upright; sizes, boxes and text are those of
    the turned picture.

    `lines` counts those that were read on it, None where it was not read; `complete` says that a human found nothing
    missing among its boxes. They follow the page and the review, and are not part of what makes two records equal.
    """

    id: str
    session: str
    path: str
    name: str
    sha256: str = ""
    width: int = 0
    height: int = 0
    position: int = 0
    owned: bool = False
    turns: int = 0
    lines: int | None = field(default=None, compare=False)
    complete: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A part of a picture that a question is about. As a text it stands among the pictures of a turn.

    `rect` is in pixels of the upright picture as the file has it, not turned; `label` names it.
    """

    picture: str
    rect: tuple[int, int, int, int]
    label: str

    def __str__(self) -> str:
        return f"{self.picture}/{','.join(map(str, self.rect))}/{self.label}"

    @classmethod
    def of(cls, text: str) -> PicturePart | None:
        """The part that a text stands for; None for the id of a whole picture, and for what is neither."""
        picture, _, rest = text.partition("/")
        numbers, _, label = rest.partition("/")
        try:
            x1, y1, x2, y2 = map(int, numbers.split(","))
        except ValueError:
            return None
        return cls(picture, (x1, y1, x2, y2), label)


def whole_picture(picture: str) -> str:
    """The id of a picture among those of a turn, also where only a part of it is meant."""
    return picture.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Redaction:
    """A region of a picture that is blacked out in all that is given away.

    `kind`: what was found there (one of `text.extract.KINDS`), "text" for what was looked for or selected, "" for a region
    drawn by hand; `text` is what is read there, as far as it is known.
    """

    rect: Rect
    kind: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class PictureContent:
    """A picture with its boxes in order and its read text.

    `extras` is what an imported file said beyond what a Box holds, by the box's id ("": about the picture). `covered` are
    the regions that are blacked out in what is given away; boxes and text are what is there all the same.
    """

    record: PictureRecord
    boxes: tuple[Box, ...] = ()
    page: Page | None = None
    extras: Mapping[str, Any] = field(default_factory=dict)
    covered: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class ChatRecord:
    """One chat pane of a session. `draft` is what was typed and not sent yet; `model` is who answers.

    `options` are those that the user chose for the model; what comes from the settings is not among them.
    """

    id: str
    session: str
    title: str = ""
    position: int = 0
    model: ModelRef = READER
    draft: str = ""
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        object.__setattr__(self, "model", ModelRef(self.model))


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a chat, question or answer.

    Turns form a tree: `parent` is the turn before ("" for a first one). Siblings are alternatives (an edited
    question, an answer generated again); the one with the latest `chosen` among siblings is the one shown.
    `pictures` are ids of PictureRecords in the order given to the model.
    """

    chat: str
    role: Literal["user", "assistant"]
    text: str
    id: str = field(default_factory=new_id)
    parent: str = ""
    chosen: int = 0
    pictures: tuple[str, ...] = ()
    state: TurnState = "done"
    model: str = ""
    message: str = ""
    """Why it failed, one sentence."""
    detail: str = ""
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place a search found: `kind` says in what; `snippet` is the line that it stands in, the hit at `start:end` in it."""

    session: str
    kind: Literal["session", "picture", "text", "turn", "box"]
    target: str
    """Id of the session, picture, turn; for "text" and "box" that of the picture."""
    snippet: str
    start: int
    end: int
    picture: str = ""
    """Id of the picture that it is on or speaks about, if any."""
    name: str = ""
    """Name of that picture; for a turn the title of its chat."""
