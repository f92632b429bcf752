"""Chats about pictures that a model is calibrated with while it is quantized: of a session, a file, or made of pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Literal

from eyebox.formats.chat_file import read_chats
from eyebox.picture_folders import each_picture_in
from eyebox.session.conversation import Conversation
from eyebox.session.store import Store
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

SESSION = "session:"
"""Before the id of a session that is calibrated with."""
Chat = tuple[Message, ...]
MOST = 128
"""What is calibrated with at most: so many are as good as more, and take as long as they are many."""
QUESTIONS = (
    "What is in the picture? Give the bounding box of each thing with its name.",
    "Read all text in the picture.",
    "Describe the picture.",
)
"""Of pictures that nobody asked about, in turn."""


@dataclass(frozen=True, slots=True)
class Quantization:
    """A model that is to be quantized into a new folder.

    `calibrate` is SESSION and an id, a folder of pictures, a file of chats, or "" for drawn shapes.
    """

    folder: str
    to: Literal["gptq-int4", "nf4"]
    target: str
    calibrate: str = ""


def chats_of_path(path: Path) -> tuple[Chat, ...]:
    """Questions about the pictures of a folder and below, or the chats of a file, as `ask --messages` takes one.

    Raises EyeboxError, also where there are none.
    """
    if not path.is_dir():
        return read_chats(str(path))[:MOST]
    found = tuple(islice(_about(each_picture_in([str(path.absolute())])), MOST))
    if not found:
        raise EyeboxError(
            "calibrate-no-pictures", "{folder} holds no pictures; choose another folder.", folder=path
        )
    return found


def chats_of_session(store: Store, session: str) -> tuple[Chat, ...]:
    """The chats of a session that show pictures, then questions about its pictures that nobody asked about."""
    paths = {picture.id: picture.path for picture in store.pictures(session)}
    shown: set[str] = set()
    found: list[Chat] = []
    for chat in store.chats(session):
        messages: list[Message] = []
        for turn in Conversation(store.turns(chat.id)).path():
            pictures = tuple(Picture(paths[one]) for one in turn.pictures if one in paths)
            shown.update(picture.path for picture in pictures)
            messages.append(Message(turn.role, (*pictures, turn.text)))
        if any(isinstance(part, Picture) for message in messages for part in message.parts):
            found.append(tuple(messages))
    others = _about(path for path in paths.values() if path not in shown)
    return (*found, *islice(others, max(MOST - len(found), 0)))[:MOST]


def _about(paths: Iterable[str]) -> Iterator[Chat]:
    for number, path in enumerate(paths):
        yield (Message("user", (Picture(path), QUESTIONS[number % len(QUESTIONS)])),)
