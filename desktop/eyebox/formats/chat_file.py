"""A whole chat so far, read from the JSON of `eyebox ask --messages`."""

from __future__ import annotations

import json
import sys
from typing import Any

from eyebox_models.files.atomic_write import reading, shown
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.errors import EyeboxError

MessageParts = tuple[str | Picture, ...]


def read_chat(file: str) -> tuple[tuple[Message, ...], MessageParts]:
    """The messages before the last one, and the parts of the last one, which is the user's.

    `-` is standard input. Raises EyeboxError for a file that cannot be read or is no such chat.
    """
    with reading(file):
        data = json.loads(sys.stdin.buffer.read() if file == "-" else read_regular(file))
    if not isinstance(data, list) or not data:
        raise EyeboxError(
            "chat-no-list", "{file} is no chat: it has to be a list of messages.", file=shown(file)
        )
    messages = tuple(_message(item, f"{shown(file)}, message {at}") for at, item in enumerate(data, 1))
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
    chats = data if isinstance(data[0], list) else [data]
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
    return Message(data["role"], tuple(_part(part, where) for part in content))


def _part(data: Any, where: str) -> str | Picture:
    match data:
        case {"type": "text", "text": str(text)}:
            return text
        case {"type": "image", "path": str(path)}:
            return Picture(path)
    raise EyeboxError(
        "chat-part-wrong",
        '{where} has a part that is neither of type "text", with a text, nor "image", with a path.',
        where=where,
    )
