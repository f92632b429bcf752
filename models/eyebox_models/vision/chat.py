"""A chat written out by the checkpoint's own template, with what a user typed told apart from what the template adds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eyebox_models.ask import EyeboxError, Message
from eyebox_models.vision.parts import Parts

if TYPE_CHECKING:
    from eyebox_models.vision.tokens import Tokens

_OPEN, _CLOSE = "\U0010fffc", "\U0010fffd"
"""Private characters around the number that stands in for a text."""
_STAND_IN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")

Texts = list[list[str]]
"""The text parts of each message."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendered chat. In `typed` text special tokens are only text.

    `message` is the place of the answer of the model that this is the whole text of, else None.
    """

    text: str
    typed: bool = False
    message: int | None = None


def render(parts: Parts, messages: Sequence[Message], tokens: Tokens) -> list[Piece]:
    """The whole chat up to where the next answer begins, in pieces whose texts join to what the template gives.

    Texts are found again by rendering the chat with stand-ins. A template that rewrites texts beyond trimming them
    gives one piece, in which special tokens that a user typed have been broken up. Raises EyeboxError.
    """
    texts = [[part for part in message.parts if isinstance(part, str)] for message in messages]
    whole = _write(parts, messages, texts, tokens)
    for answers in (True, False):
        for trim in (False, True):
            pieces = _pieces(parts, messages, texts, tokens, answers=answers, trim=trim)
            if pieces is not None and "".join(piece.text for piece in pieces) == whole:
                return pieces
    harmless = [
        [tokens.break_up(text, placeholders_only=message.role == "assistant") for text in own]
        for message, own in zip(messages, texts, strict=True)
    ]
    return [Piece(whole if harmless == texts else _write(parts, messages, harmless, tokens))]


def _pieces(
    parts: Parts, messages: Sequence[Message], texts: Texts, tokens: Tokens, *, answers: bool, trim: bool
) -> list[Piece] | None:
    """The chat with its texts put back for their stand-ins; None where the template refuses stand-ins.

    With `answers` those of the model have stand-ins too, else they stay as they are.
    """
    flat: list[tuple[int, str]] = []
    stood: Texts = []
    for number, (message, own) in enumerate(zip(messages, texts, strict=True)):
        stood.append([])
        for text in own:
            if text.strip() and (answers or message.role != "assistant"):
                stood[-1].append(f"{_OPEN}{len(flat)}{_CLOSE}")
                flat.append((number, text.strip() if trim else text))
            else:
                stood[-1].append(text)
    if any(_OPEN in text for own in texts for text in own):
        return None
    try:
        written = _STAND_IN.split(_write(parts, messages, stood, tokens))
    except EyeboxError:
        return None
    pieces = []
    for place, text in enumerate(written):
        if place % 2 == 0:
            pieces.append(Piece(text))
            continue
        number, original = flat[int(text)]
        if messages[number].role == "assistant":
            pieces += _answer_pieces(original, number, tokens)
        else:
            pieces.append(Piece(original, typed=True))
    return [piece for piece in pieces if piece.text]


def _answer_pieces(text: str, number: int, tokens: Tokens) -> list[Piece]:
    """An answer of the model: its special tokens are its own, but what stands for pictures is only text there."""
    cut = tokens.cut_placeholders(text)
    if len(cut) == 1:
        return [Piece(text, message=number)]
    return [Piece(part, typed=place % 2 == 1) for place, part in enumerate(cut)]


def _write(parts: Parts, messages: Sequence[Message], texts: Texts, tokens: Tokens) -> str:
    """What the template makes of a chat. Raises EyeboxError when it refuses."""
    chat = [_entry(message, own) for message, own in zip(messages, texts, strict=True)]
    try:
        written = _template(parts, chat)
    except EyeboxError:
        raise
    except Exception as error:
        if chat and chat[0]["role"] == "system" and len(chat) > 1 and chat[1]["role"] == "user":
            joined = {"role": "user", "content": [*chat[0]["content"], *chat[1]["content"]]}
            return _template_or_refuse(parts, [joined, *chat[2:]])
        raise _refused(error) from error
    if "{'type'" in written and not any("{'type'" in text for own in texts for text in own):
        return _template_or_refuse(parts, [_flat(entry, tokens.image_token) for entry in chat])
    return written


def _entry(message: Message, texts: Sequence[str]) -> dict[str, Any]:
    waiting = iter(texts)
    content: list[dict[str, str]] = [
        {"type": "text", "text": next(waiting)} if isinstance(part, str) else {"type": "image"}
        for part in message.parts
    ]
    return {"role": message.role, "content": content}


def _flat(entry: dict[str, Any], image_token: str) -> dict[str, Any]:
    """A message for templates that know plain strings only."""
    content = "".join(part.get("text", image_token + "\n") for part in entry["content"])
    return {"role": entry["role"], "content": content}


def _template(parts: Parts, chat: list[dict[str, Any]]) -> str:
    if getattr(parts.processor, "chat_template", None):
        return str(parts.processor.apply_chat_template(chat, add_generation_prompt=True, tokenize=False))
    if getattr(parts.tokenizer, "chat_template", None):
        return str(parts.tokenizer.apply_chat_template(chat, add_generation_prompt=True, tokenize=False))
    raise EyeboxError(
        "This model folder has no chat template, so it can't be asked anything; choose another."
    )


def _template_or_refuse(parts: Parts, chat: list[dict[str, Any]]) -> str:
    try:
        return _template(parts, chat)
    except EyeboxError:
        raise
    except Exception as error:
        raise _refused(error) from error


def _refused(error: Exception) -> EyeboxError:
    return EyeboxError(f"The chat template of this model refuses this chat: {' '.join(str(error).split())}")
