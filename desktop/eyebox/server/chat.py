"""`/v1/chat/completions`: what is asked, and the answer as one object or as chunks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import time
from typing import Any

from eyebox.server.answering import (
    MOST_TOKENS,
    NEUTRAL,
    REASONS,
    Asked,
    Details,
    box_object,
    chat_of,
    checked,
    made_like,
    schema_of,
    usage_of,
)
from eyebox.server.fields import ApiError, Fields, array, flag, not_done, one_of, text, thing, whole, wrong
from eyebox.server.models import Offered
from eyebox.server.pictures import Shelf
from eyebox.server.tools import Calls, calls_of, tools_of
from eyebox_models.endpoints.talk import EYEBOX
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import Answer, BoxFound, TextDelta

MOST_MESSAGES = 500


def asked(fields: Fields, offered: Offered, shelf: Shelf, usual: Options) -> Asked:
    """What a request asks; its model was taken from it. Raises ApiError for all that is not done."""
    longest = fields.take("max_completion_tokens", whole(1, MOST_TOKENS))
    longest = fields.take("max_tokens", whole(1, MOST_TOKENS)) if longest is None else longest
    options = made_like(fields, usual, longest)
    if (form := fields.take("response_format", thing)) is not None:
        shape = Fields(form, "response_format")
        options = replace(options, schema=schema_of(shape))
        shape.end()
    stream = fields.take("stream", flag) or False
    counted = False
    if (how := fields.take("stream_options", thing)) is not None:
        if not stream:
            raise ApiError(
                400, "'stream_options' goes with 'stream': true only.", code="invalid_value", param="stream_options"
            )  # fmt: skip
        inner = Fields(how, "stream_options")
        counted = inner.take("include_usage", flag) or False
        inner.end({"include_obfuscation": (False,)})
    tools = tools_of(fields)
    if tools.schema:
        if options.schema:
            raise wrong("response_format", "left out where 'tool_choice' demands a call")
        options = replace(options, schema=tools.schema)
    details = Details()
    messages = _messages(fields.need("messages", array), shelf, details)
    fields.take("user", text)  # it is said to whom abuse is put down; here everybody is the same user
    fields.end(NEUTRAL, REASONS)
    options = replace(options, detail=details.settled())
    first, *others = chat_of(messages)
    ask = Ask((replace(first, tools=tools.offered), *others), offered.model, options)
    return checked(Asked(ask, offered, stream, counted, tools))


def _messages(given: list[Any], shelf: Shelf, details: Details) -> list[Message]:
    if len(given) > MOST_MESSAGES:
        raise ApiError(
            400, f"There are more than {MOST_MESSAGES:,} messages.", code="array_above_max_length", param="messages"
        )  # fmt: skip
    messages: list[Message] = []
    for at, one in enumerate(given):
        fields = Fields(one, f"messages[{at}]")
        role = fields.need("role", one_of("system", "developer", "user", "assistant", "tool"))
        calls = fields.take("tool_calls", calls_of) or "" if role == "assistant" else ""
        content = (fields.take if calls else fields.need)("content", lambda value, _name: value)
        parts = () if content is None else _parts(content, fields.name("content"), role, shelf, details)
        if role == "assistant":  # an answer of ours that is sent back
            fields.take("boxes", array)
            raw = fields.take("raw", text)
            parts = parts if raw is None else (raw,)
        elif role == "tool":
            fields.need("tool_call_id", text)  # results follow their calls in the same order
        fields.end({"tool_calls": ([],), "annotations": ([],)}, {**REASONS, **_OWN})
        role = "system" if role == "developer" else role
        messages.append(Message(role, parts, calls=calls))  # type: ignore[arg-type]
    return messages


_OWN = {
    "tool_calls": "only answers of the model hold calls.",
    "name": "the models here do not tell speakers of one role apart.",
    "refusal": "no answer here is one.",
}


def _parts(value: Any, name: str, role: str, shelf: Shelf, details: Details) -> tuple[str | Picture, ...]:
    if isinstance(value, str):
        return (text(value, name),)
    parts: list[str | Picture] = []
    for at, one in enumerate(array(value, name)):
        fields = Fields(one, f"{name}[{at}]")
        kind = fields.need("type", text)
        if kind == "text":
            parts.append(fields.need("text", text))
        elif kind == "image_url" and role == "user":
            given = fields.need("image_url", lambda value, _name: value)
            inner = Fields({"url": given} if isinstance(given, str) else given, fields.name("image_url"))
            details.take(inner)
            parts.append(Picture(inner.need("url", shelf.take)))
            inner.end()
        elif kind == "video_url" and role == "user":
            video = Fields(fields.need("video_url", thing), fields.name("video_url"))
            parts += shelf.take_frames(video)
            video.end()
        elif kind in ("image_url", "video_url"):
            raise not_done(fields.name("type"), "only the user's messages may hold pictures and videos.")
        else:
            raise not_done(
                fields.name("type"),
                f"a part of the kind '{kind[:40]}'; text, image_url and video_url are taken.",
            )
        fields.end()
    return tuple(parts)


class Chunks:
    """An answer in the protocol's words: chunks of a stream, or one object."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._calls = Calls(asked.tools)
        self._said = ""
        self._head = {
            "id": f"chatcmpl-{new_id()}", "created": int(time()), "model": asked.offered.name, "system_fingerprint": EYEBOX,
        }  # fmt: skip

    def begin(self) -> Iterator[Any]:
        """What comes before the first piece of the answer."""
        yield self._chunk({"role": "assistant", "content": ""})

    def take(self, event: Any) -> Iterator[Any]:
        """The chunks of an event of the answer."""
        if isinstance(event, TextDelta) and event.text:
            if said := self._calls.feed(event.text):
                self._said += said
                yield self._chunk({"content": said})
        elif isinstance(event, BoxFound):
            yield self._chunk({"boxes": [box_object(event)]})

    def end(self, answer: Answer) -> Iterator[Any]:
        """The last chunks."""
        said, calls = self._calls.taken(answer.text)
        if said.startswith(self._said) and (rest := said[len(self._said) :]):
            yield self._chunk({"content": rest})
        if calls:
            yield self._chunk({"tool_calls": [{"index": at, **call} for at, call in enumerate(calls)]})
        yield self._chunk({}, _ended(answer, calls))
        if self._asked.counted:
            yield self._part("chat.completion.chunk", [], usage_of(answer))
        yield "[DONE]"

    def fail(self, error: ApiError) -> Iterator[Any]:
        """What ends a stream whose answer failed in the middle."""
        yield error.body

    def whole(self, answer: Answer) -> dict[str, Any]:
        """The answer as one object."""
        said, calls = self._calls.taken(answer.text)
        message: dict[str, Any] = {"role": "assistant", "content": said, "refusal": None}
        if calls:
            message |= {"tool_calls": calls, "content": said or None}
        if answer.boxes:
            message["boxes"] = [box_object(found) for found in answer.boxes]
        if answer.raw and answer.raw != answer.text and not calls:
            message["raw"] = answer.raw
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": _ended(answer, calls)}
        return self._part("chat.completion", [choice], usage_of(answer))

    def _chunk(self, delta: dict[str, Any], ended: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": ended}
        return self._part("chat.completion.chunk", [choice], None)

    def _part(self, kind: str, choices: list[dict[str, Any]], usage: dict[str, Any] | None) -> dict[str, Any]:
        part = {**self._head, "object": kind, "choices": choices}
        return part if usage is None and not self._asked.counted else {**part, "usage": usage}


def _ended(answer: Answer, calls: list[dict[str, Any]]) -> str:
    if calls:
        return "tool_calls"
    return "length" if answer.cut else "stop"
