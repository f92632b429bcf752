"""A server by a client, the table of checks and what most of them begin with."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from clients import Json, Raw, Refusal, Stream

SHOWN = "INVOICE 4711"
"""What is written on the picture."""
FEW = 24
"""Tokens of an answer."""
SCHEMA = {
    "type": "object",
    "properties": {"status": {"type": "string", "enum": ["ok"]}},
    "required": ["status"],
    "additionalProperties": False,
}
TOOL = {
    "type": "function",
    "function": {
        "name": "look_up",
        "description": "Looks a word up.",
        "parameters": {
            "type": "object",
            "properties": {"word": {"type": "string", "enum": ["dog", "cat"]}},
            "required": ["word"],
            "additionalProperties": False,
        },
    },
}


class Server:
    """A server by a client, and what most checks begin with."""

    def __init__(self, client: Raw, picture: bytes) -> None:
        self.client = client
        self.picture = "data:image/png;base64," + base64.b64encode(picture).decode()
        self.is_reader = client.model == "reader"

    def user(self, text: str = "What is in the picture?", pictures: int = 0) -> Json:
        """A question; the reader is asked about a picture at least."""
        pictures = pictures or int(self.is_reader)
        parts: list[Json] = [
            {"type": "image_url", "image_url": {"url": self.picture}} for _ in range(pictures)
        ]
        return {"role": "user", "content": [*parts, {"type": "text", "text": text}] if pictures else text}

    def ask(self, *messages: Json, **more: Any) -> Json:
        """An answer, checked for its shape; about a picture where the reader is asked, greedy and short."""
        body = {"messages": list(messages) or [self.user()], "max_tokens": FEW}
        answer = self.client.chat(**(body | {"temperature": 0} | more))
        first = answer["choices"][0]
        assert answer["object"] == "chat.completion" and answer["model"], "it is no chat.completion"
        assert first["message"]["role"] == "assistant" and first["finish_reason"], first
        used = answer["usage"]
        assert used["total_tokens"] == used["prompt_tokens"] + used["completion_tokens"], used
        return answer

    def text(self, *messages: Json, **more: Any) -> str:
        return self.ask(*messages, **more)["choices"][0]["message"]["content"]

    def read_tokens(self, *messages: Json, **more: Any) -> int:
        return int(self.ask(*messages, **more)["usage"]["prompt_tokens"])

    def stream(self, **more: Any) -> Stream:
        body = {"messages": [self.user()], "max_tokens": FEW, "temperature": 0}
        return self.client.chat_stream(**(body | more))


CHECKS: dict[str, Callable[[Server], str]] = {}
"""By name, in order."""


def check(name: str) -> Callable[[Callable[[Server], str]], Callable[[Server], str]]:
    """A function that says "pass", "refused" or "ignored", or raises: AssertionError for a fail, Refusal for a refusal."""

    def add(function: Callable[[Server], str]) -> Callable[[Server], str]:
        CHECKS[name] = function
        return function

    return add


def refuses(name: str, status: tuple[int, ...], ask: Callable[[Server], Any]) -> None:
    """A check that passes where the server answers with one of these statuses and an error in OpenAI's shape."""

    def refused(server: Server) -> str:
        try:
            ask(server)
        except Refusal as error:
            assert error.status in status, error
            shape = {"message", "type", "param", "code"}
            assert error.error.keys() >= shape, f"{error.status} without OpenAI's error object"
            return "pass"
        return "ignored"

    CHECKS[name] = refused


def honoured(done: bool) -> str:
    return "pass" if done else "ignored"


def parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def drawn() -> bytes:
    """A picture with a line of text, as PNG."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (480, 160), "white")
    ImageDraw.Draw(picture).text((30, 50), SHOWN, "black", ImageFont.load_default(48))
    data = BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()
