"""A whole chat so far: read from the JSON of `eyebox ask --messages`, and written as that or as Markdown."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eyebox.formats.markdown import tool_quotes
from eyebox_models.files.atomic_write import reading, save_file, shown
from eyebox_models.files.document_page import file_of, frame_path, moment_of
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.ask import Message, Picture, runs
from eyebox_models.protocol.errors import EyeboxError

MessageParts = tuple[str | Picture, ...]


def read_chat(file: str) -> tuple[Message, ...]:
    """All messages of a chat.

    `-` is standard input. Raises EyeboxError for a file that cannot be read or is no such chat.
    """
    with reading(file):
        data = json.loads(sys.stdin.buffer.read() if file == "-" else read_regular(file))
    if not isinstance(data, list) or not data:
        raise EyeboxError(
            "chat-no-list", "{file} is no chat: it has to be a list of messages.", file=shown(file)
        )
    return tuple(_message(item, f"{shown(file)}, message {at}") for at, item in enumerate(data, 1))


def read_question(file: str) -> tuple[tuple[Message, ...], MessageParts]:
    """The messages before the last one, and the parts of the last one, which is the user's. See `read_chat`."""
    messages = read_chat(file)
    if messages[-1].role != "user":
        raise EyeboxError(
            "chat-ends-without-question", "{file} has to end with a message of the user.", file=shown(file)
        )
    return messages[:-1], messages[-1].parts


def read_chats(file: str) -> tuple[tuple[Message, ...], ...]:
    """Chats as `read_chat` reads one: a list of them, or one alone. Raises EyeboxError."""
    with reading(file):
        data = json.loads(read_regular(file))
    if not isinstance(data, list) or not data:
        raise EyeboxError(
            "chats-no-list",
            "{file} holds no chats: it has to be a list of messages, or of chats.",
            file=shown(file),
        )
    chats = data if all(isinstance(chat, list) for chat in data) else [data]
    return tuple(
        tuple(
            _message(item, f"{shown(file)}, chat {number}, message {at}") for at, item in enumerate(chat, 1)
        )
        for number, chat in enumerate(chats, 1)
    )


def _message(data: Any, where: str) -> Message:
    if not isinstance(data, dict) or data.get("role") not in ("system", "user", "assistant"):
        raise EyeboxError(
            "chat-role-wrong",
            '{where} has to be an object with the role "system", "user" or "assistant".',
            where=where,
        )
    content = data.get("content")
    if isinstance(content, str):
        return Message(data["role"], (content,))
    if not isinstance(content, list):
        raise EyeboxError(
            "chat-content-missing",
            '{where} needs "content": a text, or a list of texts and images.',
            where=where,
        )
    return Message(data["role"], tuple(one for part in content for one in _parts(part, where)))


def _parts(data: Any, where: str) -> MessageParts:
    match data:
        case {"type": "text", "text": str(text)}:
            return (text,)
        case {"type": "image", "path": str(path)}:
            return (Picture(path),)
        case {"type": "video", "path": str(path), "times": [_, *_] as times} if all(map(_is_time, times)):
            return tuple(Picture(frame_path(path, time), in_video=True) for time in times)
    raise EyeboxError(
        "chat-part-wrong",
        '{where} has a part that is neither of type "text", with a text, nor "image", with a path, nor "video", with a path '
        "and times.",
        where=where,
    )


def is_markdown(file: str) -> bool:
    """Whether a chat is written to it as people read it."""
    return Path(file).suffix.lower() in (".md", ".markdown")


def write_chat(file: str, messages: Sequence[Message]) -> None:
    """Writes a chat, as Markdown where the name ends so, else as JSON. Raises EyeboxError."""
    text = (
        _markdown(messages)
        if is_markdown(file)
        else json.dumps(list(map(_entry, messages)), ensure_ascii=False, indent=1)
    )
    save_file(file, text.rstrip("\n") + "\n")


def _entry(message: Message) -> dict[str, Any]:
    content = [_object(run) for run in runs(message.parts)]
    only_text = [part["text"] for part in content if part["type"] == "text"]
    return {"role": message.role, "content": only_text[0] if len(content) == len(only_text) == 1 else content}


def _object(run: tuple[str | Picture, ...]) -> dict[str, Any]:
    first = run[0]
    if isinstance(first, str):
        return {"type": "text", "text": first}
    if not first.in_video:
        return {"type": "image", "path": first.path}
    times = [moment_of(one.path) for one in run if isinstance(one, Picture)]
    return {"type": "video", "path": file_of(first.path), "times": [float(time or 0.0) for time in times]}


_WHO = {"system": "System", "user": "You", "assistant": "Answer", "tool": "Tool"}


def _markdown(messages: Sequence[Message]) -> str:
    said = []
    for message in messages:
        parts = [part if isinstance(part, str) else f"![]({_as_link(part.path)})" for part in message.parts]
        said.append(f"**{_WHO[message.role]}**\n\n" + "\n\n".join([*tool_quotes(message.rounds), *parts]))
    return "\n\n".join(said)


def _as_link(path: str) -> str:
    return f"<{path.translate({ord('<'): '%3C', ord('>'): '%3E', 10: '%0A', 13: '%0D'})}>"


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e7
