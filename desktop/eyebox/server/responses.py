"""`/v1/responses`: OpenAI's other protocol, for texts and pictures; nothing of it is kept."""

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
    tokens_of,
)
from eyebox.server.fields import ApiError, Fields, array, flag, not_done, one_of, text, thing, whole
from eyebox.server.models import Offered
from eyebox.server.pictures import Shelf
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import Answer, BoxFound, TextDelta

MOST_ITEMS = 500


def asked(fields: Fields, offered: Offered, shelf: Shelf, usual: Options) -> Asked:
    """What a request asks; its model was taken from it. Raises ApiError for all that is not done."""
    options = made_like(fields, usual, fields.take("max_output_tokens", whole(1, MOST_TOKENS)))
    if (shape := fields.take("text", thing)) is not None:
        inner = Fields(shape, "text")
        if (form := inner.take("format", thing)) is not None:
            formed = Fields(form, "text.format")
            options = replace(options, schema=schema_of(formed))
            formed.end()
        inner.end(NEUTRAL, REASONS)
    stream = fields.take("stream", flag) or False
    if (how := fields.take("stream_options", thing)) is not None:
        Fields(how, "stream_options").end({"include_obfuscation": (False,)})
    details = Details()
    messages = _messages(fields.need("input", lambda value, _name: value), shelf, details)
    if (told := fields.take("instructions", text)) is not None:
        messages.insert(0, Message("system", (told,)))
    for name in ("user", "safety_identifier", "prompt_cache_key"):
        fields.take(
            name, text
        )  # whoever asks, it is the same user, and what is kept between turns is found without it
    fields.end(NEUTRAL, REASONS)
    options = replace(options, detail=details.settled())
    return checked(Asked(Ask(chat_of(messages), offered.model, options), offered, stream))


def _messages(value: Any, shelf: Shelf, details: Details) -> list[Message]:
    if isinstance(value, str):
        return [Message("user", (text(value, "input"),))]
    items = array(value, "input")
    if len(items) > MOST_ITEMS:
        raise ApiError(
            400, f"There are more than {MOST_ITEMS:,} items.", code="array_above_max_length", param="input"
        )
    messages: list[Message] = []
    for at, one in enumerate(items):
        fields = Fields(one, f"input[{at}]")
        kind = fields.take("type", text) or "message"
        if kind != "message":
            raise not_done(fields.name("type"), f"an item of the kind '{kind[:40]}'; messages are taken.")
        role = fields.need("role", one_of("system", "developer", "user", "assistant"))
        content = fields.need("content", lambda value, _name: value)
        parts = _parts(content, fields.name("content"), role, shelf, details)
        for name in ("id", "status"):
            fields.take(name, text)  # of an answer that is sent back
        fields.end()
        messages.append(Message("system" if role == "developer" else role, parts))  # type: ignore[arg-type]
    return messages


def _parts(value: Any, name: str, role: str, shelf: Shelf, details: Details) -> tuple[str | Picture, ...]:
    if isinstance(value, str):
        return (text(value, name),)
    parts: list[str | Picture] = []
    for at, one in enumerate(array(value, name)):
        fields = Fields(one, f"{name}[{at}]")
        kind = fields.need("type", text)
        if kind in ("input_text", "output_text", "text"):
            parts.append(fields.need("text", text))
            fields.end({"annotations": ([],), "logprobs": ([],)})
        elif kind == "input_image" and role == "user":
            details.take(fields)
            parts.append(Picture(fields.need("image_url", shelf.take)))
            fields.end()
        elif kind == "input_video" and role == "user":
            video = Fields(fields.need("video_url", thing), fields.name("video_url"))
            parts += shelf.take_frames(video)
            video.end()
            fields.end()
        elif kind in ("input_image", "input_video"):
            raise not_done(fields.name("type"), "only the user's messages may hold pictures and videos.")
        else:
            raise not_done(
                fields.name("type"),
                f"a part of the kind '{kind[:40]}'; input_text, input_image and input_video are taken.",
            )
    return tuple(parts)


class Events:
    """An answer in the protocol's words: events with names and numbers, or one object."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._number = 0
        self._said = ""
        self._boxes: list[dict[str, Any]] = []
        self._id, self._message_id = f"resp_{new_id()}", f"msg_{new_id()}"
        self._made = int(time())
        self._where = {"item_id": self._message_id, "output_index": 0, "content_index": 0}

    def begin(self) -> Iterator[Any]:
        """What comes before the first piece of the answer."""
        yield self._event("created", response=self._response("in_progress"))
        yield self._event("in_progress", response=self._response("in_progress"))
        item = {
            "id": self._message_id,
            "type": "message",
            "status": "in_progress",
            "role": "assistant",
            "content": [],
        }
        yield self._event("output_item.added", output_index=0, item=item)
        yield self._event("content_part.added", **self._where, part=self._part("", []))

    def take(self, event: Any) -> Iterator[Any]:
        """The events of an event of the answer."""
        if isinstance(event, TextDelta) and event.text:
            self._said += event.text
            yield self._delta(event.text)
        elif isinstance(event, BoxFound):
            self._boxes.append(box_object(event))

    def end(self, answer: Answer) -> Iterator[Any]:
        """The last events."""
        if answer.text.startswith(self._said) and (rest := answer.text[len(self._said) :]):
            yield self._delta(rest)
        whole = self.whole(answer)
        (item,) = whole["output"]
        (part,) = item["content"]
        yield self._event("output_text.done", **self._where, text=part["text"], logprobs=[])
        yield self._event("content_part.done", **self._where, part=part)
        yield self._event("output_item.done", output_index=0, item=item)
        yield self._event(whole["status"], response=whole)

    def fail(self, error: ApiError) -> Iterator[Any]:
        """What ends a stream whose answer failed in the middle."""
        why = {"code": error.code or "server_error", "message": error.message}
        output = [self._item("incomplete", self._said, self._boxes)]
        yield self._event("failed", response={**self._response("failed"), "error": why, "output": output})

    def whole(self, answer: Answer) -> dict[str, Any]:
        """The answer as one object."""
        status = "incomplete" if answer.cut else "completed"
        boxes = [box_object(found) for found in answer.boxes]
        asked, known, said = tokens_of(answer)
        return self._response(status) | {
            "incomplete_details": {"reason": "max_output_tokens"} if answer.cut else None,
            "output": [self._item(status, answer.text, boxes)],
            "usage": {
                "input_tokens": asked,
                "input_tokens_details": {"cached_tokens": known},
                "output_tokens": said,
                "output_tokens_details": {"reasoning_tokens": 0},
                "total_tokens": asked + said,
            },
        }

    def _item(self, status: str, said: str, boxes: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "id": self._message_id, "type": "message", "status": status, "role": "assistant",
            "content": [self._part(said, boxes)],
        }  # fmt: skip

    def _part(self, said: str, boxes: list[dict[str, Any]]) -> dict[str, Any]:
        part = {"type": "output_text", "text": said, "annotations": [], "logprobs": []}
        return {**part, "boxes": boxes} if boxes else part

    def _delta(self, said: str) -> dict[str, Any]:
        return self._event("output_text.delta", **self._where, delta=said, logprobs=[])

    def _event(self, name: str, **fields: Any) -> dict[str, Any]:
        self._number += 1
        return {"type": f"response.{name}", "sequence_number": self._number - 1, **fields}

    def _response(self, status: str) -> dict[str, Any]:
        options = self._asked.ask.options
        form = {"type": "text"} if options.schema is None else {"type": "json_object"}
        return {
            "id": self._id, "object": "response", "created_at": self._made, "status": status, "error": None,
            "incomplete_details": None, "instructions": None, "max_output_tokens": options.max_new_tokens,
            "model": self._asked.offered.name, "output": [], "parallel_tool_calls": True, "previous_response_id": None,
            "reasoning": None, "store": False, "temperature": options.temperature, "text": {"format": form},
            "tool_choice": "auto", "tools": [], "top_p": options.top_p, "truncation": "disabled", "usage": None,
            "user": None, "metadata": {},
        }  # fmt: skip
