"""A chat written out by the checkpoint's own template, with what a user typed told apart from what the template adds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.ask import Message, runs
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.template import TemplateTooLargeError, rendered_apart

if TYPE_CHECKING:
    from eyebox_models.vision.tokens import Tokens

_OPEN, _CLOSE = "\U0010fffc", "\U0010fffd"
"""Private characters around the number that stands in for a text."""
_STAND_IN = re.compile(f"{_OPEN}([0-9]{{1,9}}){_CLOSE}")

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


def render(parts: LoadedCheckpoint, messages: Sequence[Message], tokens: Tokens) -> list[Piece]:
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
    parts: LoadedCheckpoint,
    messages: Sequence[Message],
    texts: Texts,
    tokens: Tokens,
    *,
    answers: bool,
    trim: bool,
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
    except TemplateTooLargeError:
        raise
    except EyeboxError:
        return None
    pieces = []
    for place, text in enumerate(written):
        if place % 2 == 0:
            pieces.append(Piece(text))
            continue
        if int(text) >= len(flat):  # it is the template's own
            return None
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


def _write(parts: LoadedCheckpoint, messages: Sequence[Message], texts: Texts, tokens: Tokens) -> str:
    """What the template makes of a chat, given in the first form that it takes. Raises EyeboxError when it refuses."""
    videos = getattr(parts.extra.get("family"), "marks_videos", False)
    chat = [_entry(message, own, videos=videos) for message, own in zip(messages, texts, strict=True)]
    tools: list[dict[str, Any]] = next(
        (json.loads(message.tools) for message in messages if message.tools), []
    )
    listed = any("{'type'" in text for own in texts for text in own)
    asked = [text for m, own in zip(messages, texts, strict=True) if m.role == "user" for text in own]
    refusal: Exception | None = None
    marks = {"image": tokens.image_token + "\n", "video": tokens.video_token + "\n"}
    for form in _forms(chat, marks):
        try:
            written = _template(parts, form, tools)
        except (EyeboxError, Stopped):
            raise
        except Exception as error:
            refusal = refusal or error
            continue
        whole = form is chat or all(text.strip() in written for text in asked)
        if any(tool["function"]["name"] not in written for tool in tools):
            raise EyeboxError(
                "tools-not-known", "This model knows no tools: ask it without them, or choose another model."
            )
        if whole and (listed or "{'type'" not in written):
            return written
    said = " ".join(str(refusal).split()) if refusal else Sentence("writes-no-text", "it writes no text")
    raise EyeboxError(
        "template-refuses-chat", "The chat template of this model refuses this chat: {reason}", reason=said
    ) from refusal


def _forms(chat: list[dict[str, Any]], marks: dict[str, str]) -> Iterator[list[dict[str, Any]]]:
    """A chat as templates want it: contents as lists; as text for the system; where there is no picture; all as text.
    Then all of these with the system prompt before the first question, for those that know none."""
    yield chat
    yield [entry if entry["role"] != "system" else _flat(entry, marks) for entry in chat]
    yield [entry if _has_picture(entry) else _flat(entry, marks) for entry in chat]
    yield [_flat(entry, marks) for entry in chat]
    if len(chat) > 1 and chat[0]["role"] == "system" and chat[1]["role"] == "user":
        joined = {"role": "user", "content": [*chat[0]["content"], *chat[1]["content"]]}
        yield from _forms([joined, *chat[2:]], marks)


def _has_picture(entry: dict[str, Any]) -> bool:
    return any(part["type"] in ("image", "video") for part in entry["content"])


def _entry(message: Message, texts: Sequence[str], *, videos: bool) -> dict[str, Any]:
    """A message as templates take it; with `videos` the frames of one are a part of their own kind."""
    waiting = iter(texts)
    content: list[dict[str, str]] = []
    for run in runs(message.parts):
        if isinstance(run[0], str):
            content.append({"type": "text", "text": next(waiting)})
        elif videos and run[0].in_video:
            content.append({"type": "video"})
        else:
            content += [{"type": "image"}] * len(run)
    entry: dict[str, Any] = {"role": message.role, "content": content}
    if message.calls:
        entry["tool_calls"] = json.loads(message.calls)
    return entry


def _flat(entry: dict[str, Any], marks: dict[str, str]) -> dict[str, Any]:
    """A message for templates that know plain strings only."""
    content = "".join(
        part["text"] if part["type"] == "text" else marks[part["type"]] for part in entry["content"]
    )
    return {**entry, "content": content}


def _template(
    parts: LoadedCheckpoint, chat: list[dict[str, Any]], tools: Sequence[dict[str, Any]] = ()
) -> str:
    for source in (parts.processor, parts.tokenizer):
        if getattr(source, "chat_template", None):
            with rendered_apart(parts.extra.get("stop") or Event()):
                more = {"tools": list(tools)} if tools else {}
                return str(
                    source.apply_chat_template(chat, add_generation_prompt=True, tokenize=False, **more)
                )
    raise EyeboxError(
        "template-missing",
        "This model folder has no chat template, so it can't be asked anything; choose another.",
    )
