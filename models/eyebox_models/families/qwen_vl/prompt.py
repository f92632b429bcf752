"""A chat as Qwen-VL is given it: ChatML for Chat, plain text for the base model, pictures as spans of 258 ids."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from eyebox_models.families.qwen_vl.config import LONGEST_PATH, SPAN
from eyebox_models.families.qwen_vl.tokenizer import (
    IM_END,
    IM_START,
    OF_BOXES,
    OF_PICTURES,
    SPECIAL,
    QwenTokens,
)
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.vision.prompt import Prompt, PromptImage, Span

SYSTEM = "You are a helpful assistant."
TYPED_RAW = tuple(text for text in SPECIAL if text not in OF_PICTURES)
"""What counts as special in the plain text of a base model. Pictures are given as such, never typed."""

Keep = Callable[[int, Message], Sequence[int]]
"""The ids that an earlier answer (by its place in the chat) keeps, or none when its text was changed."""


@dataclass(slots=True)
class Piece:
    """Ids, and where in them which pictures stand."""

    ids: list[int] = field(default_factory=list)
    pictures: list[tuple[int, PromptImage]] = field(default_factory=list)

    def add(self, other: Piece) -> None:
        self.pictures += [(len(self.ids) + start, shown) for start, shown in other.pictures]
        self.ids += other.ids

    def prompt(self) -> Prompt:
        """A span reaches from <img> to </img>, so that a kept cache is never cut inside."""
        spans = (Span(start, start + SPAN + 2, shown) for start, shown in self.pictures)
        return Prompt(tuple(self.ids), tuple(spans))


def path_bytes(path: str) -> bytes:
    """What stands between <img> and </img>: the path, or the end of its name where it is too long.

    What it says has no influence on an answer.
    """
    for text in (path, PurePath(path).name):
        data = unicodedata.normalize("NFC", text).encode("utf-8", "replace")
        if len(data) <= LONGEST_PATH:
            return data
    return data[-LONGEST_PATH:]


def content(
    tokens: QwenTokens, message: Message, shown: Iterator[PromptImage], special: Sequence[str]
) -> Piece:
    """One message: pictures are counted from 1, and only `special` tokens of its texts count."""
    piece, text, count = Piece(), "", 0
    for part in message.parts:
        if isinstance(part, Picture):
            count += 1
            piece.ids += tokens.text(f"{text}Picture {count}: ", special)
            piece.pictures.append((len(piece.ids), next(shown)))
            piece.ids += tokens.picture(path_bytes(part.path))
            text = "\n"
        else:
            text += part
    piece.ids += tokens.text(text, special)
    return piece


def chatml(
    tokens: QwenTokens, messages: Sequence[Message], shown: Sequence[PromptImage], window: int, keep: Keep
) -> Prompt:
    """The prompt of a chat. Earlier turns are taken from the newest backwards while they fit into the window."""
    waiting = iter(shown)
    start, end = [tokens.ids[IM_START]], [tokens.ids[IM_END]]
    line = tokens.text("\n")

    def block(role: str, inner: Piece) -> Piece:
        made = Piece([*start, *tokens.text(role), *line])
        made.add(inner)
        made.ids += end
        return made

    system = block("system", Piece(tokens.text(SYSTEM, OF_BOXES)))
    turns: list[Piece] = []
    open_turn = False
    for place, message in enumerate(messages):
        kept = keep(place, message) if message.role == "assistant" else ()
        inner = Piece(list(kept)) if kept else content(tokens, message, waiting, OF_BOXES)
        if message.role == "system":
            system = block("system", inner)
            continue
        if message.role == "user" or not open_turn:
            turns.append(Piece())
        turns[-1].ids += line
        turns[-1].add(block(message.role, inner))
        open_turn = message.role == "user"
    *history, question = turns or [Piece()]
    size, first = len(system.ids), len(history)
    while first and size + len(history[first - 1].ids) < window:
        first -= 1
        size += len(history[first].ids)
    made = system
    for turn in (*history[first:], question):
        made.add(turn)
    made.ids += [*line, *start, *tokens.text("assistant"), *line]
    return made.prompt()


def raw(tokens: QwenTokens, messages: Sequence[Message], shown: Sequence[PromptImage], keep: Keep) -> Prompt:
    """The prompt of the base model: its text as it is; texts of further turns follow on lines of their own."""
    waiting = iter(shown)
    made = Piece()
    for place, message in enumerate(messages):
        if made.ids and messages[place - 1].role != "user":
            made.ids += tokens.text("\n")
        kept = keep(place, message) if message.role == "assistant" else ()
        made.add(Piece(list(kept)) if kept else content(tokens, message, waiting, TYPED_RAW))
    return made.prompt()
