"""A chat as InternVL is given it: where pictures stand in it, and the tags of boxes that a question may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eyebox_models.families.internvl.templates import is_of_original
from eyebox_models.protocol.ask import Ask, Message, Picture, runs
from eyebox_models.vision.chat import Piece
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.prompt import Fill, Filled, Prompt, PromptImage, build_prompt, with_placeholders
from eyebox_models.vision.tokens import Tokens

if TYPE_CHECKING:
    from eyebox_models.families.internvl.family import InternVL

PLACE = "<image>"
"""What a text may say where a picture is to stand."""
_TAGS = re.compile(r"(</?(?:ref|box|quad)>)")


@dataclass(frozen=True, slots=True)
class Placed:
    """Messages with their pictures in place. Pictures of one group share a placeholder: the others of it are left
    out of the messages."""

    messages: tuple[Message, ...]
    groups: tuple[int, ...]
    """How many pictures each placeholder stands for, in order."""


def internvl_prompt(family: InternVL, parts: LoadedCheckpoint, ask: Ask) -> Prompt:
    """See `VisionFamily.prompt`. Tags of boxes count as such in a question too."""
    shown = family.shown(parts.checkpoint, ask)
    placed = Placed(ask.messages, (1,) * len(shown))
    if is_of_original(parts.processor):
        placed = place(ask.messages)
    placeholders, following = [], iter(shown)
    for count in placed.groups:
        group = [next(following) for _ in range(count)]
        seen = replace(group[0].seen, visual_tokens=sum(one.seen.visual_tokens for one in group))
        placeholders.append(family.placeholder(parts, replace(group[0], seen=seen)))
    answers = family.shown_answers(parts, ask, shown)
    return build_prompt(parts, numbered(placed.messages), shown, _fill(placeholders, shown), answers)


def _fill(placeholders: Sequence[str], shown: Sequence[PromptImage]) -> Fill:
    inner = with_placeholders(placeholders)

    def fill(pieces: list[Piece], tokens: Tokens) -> Filled:
        filled = inner(pieces, tokens)
        cut = [part for piece in filled.pieces for part in _tagged(piece)]
        return Filled(cut, filled.tokens, [picture.seen.visual_tokens for picture in shown])

    return fill


def _tagged(piece: Piece) -> list[Piece]:
    """A typed text cut at the tags of boxes, which are no typed text."""
    if not piece.typed:
        return [piece]
    parts = _TAGS.split(piece.text)
    return [Piece(part, typed=number % 2 == 0) for number, part in enumerate(parts) if part]


def numbered(messages: Sequence[Message]) -> tuple[Message, ...]:
    """Puts before each frame of a video which one it is."""
    return tuple(replace(message, parts=tuple(_numbered(message.parts))) for message in messages)


def _numbered(parts: Sequence[str | Picture]) -> Iterator[str | Picture]:
    for run in runs(parts):
        for number, part in enumerate(run, 1):
            if isinstance(part, Picture) and part.in_video:
                yield f"Frame{number}: "
            yield part


def place(messages: Sequence[Message]) -> Placed:
    """Puts pictures where a message's text says `<image>`. One place for several pictures is shared by all of them
    that no other place is left for. Messages that say nothing of it stay as they are."""
    placed, groups = [], []
    for message in messages:
        parts, own = _place(message.parts)
        placed.append(replace(message, parts=parts))
        groups += own
    return Placed(tuple(placed), tuple(groups))


def _place(parts: Sequence[str | Picture]) -> tuple[tuple[str | Picture, ...], list[int]]:
    pictures = [part for part in parts if isinstance(part, Picture)]
    texts = [part for part in parts if isinstance(part, str)]
    places = sum(text.count(PLACE) for text in texts)
    if not pictures:
        return tuple(parts), []
    if not places or places > len(pictures):
        return _exact_if_broken(parts), [1] * len(pictures)
    groups = [len(pictures) - places + 1] + [1] * (places - 1)
    following = iter(pictures)
    placed: list[str | Picture] = [""]
    number = 0
    for text in texts:
        first, *rest = text.split(PLACE)
        placed += [first] if first else []
        for after in rest:
            group = [next(following) for _ in range(groups[number])]
            number += 1
            placed += [group[0], after] if after else [group[0]]
    return tuple(placed), groups


def _exact_if_broken(parts: Sequence[str | Picture]) -> tuple[str | Picture, ...]:
    """Pictures before a text that begins with a line break stand as they are: nothing is put around them."""
    first = next((part for part in parts if isinstance(part, str)), "")
    if isinstance(parts[0], Picture) and first.startswith("\n"):
        return ("", *parts)
    return tuple(parts)
