"""Turns of a chat in OpenAI's protocol, with calls of tools both ways: in answers as they come, and in what is asked then."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from eyebox_models.protocol.errors import EyeboxError, SentenceError
from eyebox_models.tools.calls import CLOSE, OPEN, Call, before_calls, calls_in

MOST_CALLS = 16
"""Of one answer that are taken; what a server sends beyond is passed over."""
SHOWN = "What was to be shown:"
"""Before the pictures of tools' results, which only a user's message can hold."""
_NAME = re.compile(r"[\w.-]{1,64}", re.ASCII)
_MESSAGE = re.compile(r'"message"\s*:\s*("(?:[^"\\]|\\.)*")')
LONGEST_REASON = 200
"""Characters of what a server says that are shown."""

Turns = Sequence[tuple[str, Sequence[str | bytes]]]
"""Roles, and what they say; `bytes` are PNG files."""


@dataclass(slots=True)
class _Coming:
    """A call of which pieces have come: its number among the calls, if it has one, and its own id, "" for none."""

    place: Any
    own: str
    name: str = ""
    arguments: str = ""


class CallPieces:
    """Calls of tools, whose names and arguments come in pieces."""

    def __init__(self) -> None:
        self._calls: list[_Coming] = []

    def take(self, pieces: Any) -> None:
        """Takes the `tool_calls` of one delta, or of a whole answer. Raises TypeError, AttributeError for what is none."""
        for piece in pieces or ():
            function = piece.get("function") or {}
            name, arguments = function.get("name") or "", function.get("arguments")
            if not isinstance(arguments, str):  # some give the object
                arguments = "" if arguments is None else json.dumps(arguments, ensure_ascii=False)
            call = self._call(piece, str(name))
            if call is not None:
                call.name = call.name or str(name)
                call.arguments += arguments

    def text(self) -> str:
        """All of them as models write them (see `tools.calls`), so that they are read in one place only."""
        said = [{"name": one.name, "arguments": one.arguments} for one in self._calls]
        return "\n".join(f"{OPEN}\n{_without_marks(json.dumps(one))}\n{CLOSE}" for one in said)

    def _call(self, piece: Any, name: str) -> _Coming | None:
        """The call that a piece belongs to; None where there are too many."""
        place, own = piece.get("index"), piece.get("id") or ""
        for call in reversed(self._calls):
            another = own and name and own != call.own  # some number all of them 0
            if (place is None and not name) or (place == call.place and place is not None and not another):
                return call
        if len(self._calls) == MOST_CALLS:
            return None
        self._calls.append(_Coming(place, own))
        return self._calls[-1]


def messages_of(turns: Turns) -> list[dict[str, Any]]:
    """Turns as the protocol has them. Calls in answers and what tools said are paired by numbers, in their order."""
    made: list[dict[str, Any]] = []
    waiting: list[str] = []
    pictures: list[str | bytes] = []
    count = 0
    for role, parts in turns:
        if role != "tool" and pictures:
            made.append({"role": "user", "content": _content([SHOWN, *pictures])})
            pictures = []
        if role == "tool":
            texts = [one for one in parts if isinstance(one, str)]
            pictures += [one for one in parts if not isinstance(one, str)]
            own = waiting.pop(0) if waiting else f"call_{count}"
            made.append({"role": "tool", "tool_call_id": own, "content": "\n".join(texts)})
            continue
        message: dict[str, Any] = {"role": role, "content": _content(parts)}
        said = "".join(one for one in parts if isinstance(one, str)) if role == "assistant" else ""
        if calls := calls_in(said):
            waiting = [f"call_{count + at}" for at in range(len(calls))]
            count += len(calls)
            message["content"] = before_calls(said) or None
            message["tool_calls"] = [_called(*one) for one in zip(waiting, calls, strict=True)]
        made.append(message)
    if pictures:
        made.append({"role": "user", "content": _content([SHOWN, *pictures])})
    return made


def refuses_tools(error: SentenceError) -> bool:
    """Whether a server refused a request for the tools in it, as far as can be told."""
    if error.code == "server-refuses":
        return True
    says = f"{error.sentence} {error.detail}".lower()
    return error.code in ("server-refuses-all", "server-busy", "endpoint-says") and "tool" in says


def tools_refused(error: SentenceError, host: str) -> EyeboxError:
    """What is said where a server refused a request for the tools in it: its own reason, if it gives one."""
    if reason := _reason(error):
        return EyeboxError(
            "tools-refused",
            "{host} takes no tools: “{reason}”.",
            detail=error.detail,
            host=host,
            reason=reason,
        )
    return EyeboxError(
        "tools-not-known", "This model knows no tools: ask it without them, or choose another model.",
        detail=error.detail,
    )  # fmt: skip


def _reason(error: SentenceError) -> str:
    """What a server itself says of a refusal, on one line; "" where it says nothing that can be read."""
    said = str(getattr(error.sentence, "values", {}).get("reason", ""))
    if not said and (found := _MESSAGE.search(error.detail)):
        with suppress(ValueError):
            said = str(json.loads(found[1], strict=False))
    elif not said and not error.detail.lstrip().startswith(("<", "{", "[")):
        said = error.detail
    return " ".join(said.split())[:LONGEST_REASON]


def _called(own: str, call: Call) -> dict[str, Any]:
    """A call as it is sent back; servers refuse chats with arguments that are no JSON."""
    arguments = "{}"
    with suppress(ValueError, RecursionError):
        if isinstance(json.loads(call.arguments), dict):
            arguments = call.arguments
    name = call.name if _NAME.fullmatch(call.name) else "unknown"
    return {"id": own, "type": "function", "function": {"name": name, "arguments": arguments}}


def _content(parts: Sequence[str | bytes]) -> str | list[dict[str, Any]]:
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0]
    return [_part(one) for one in parts]


def _part(one: str | bytes) -> dict[str, Any]:
    import base64

    if isinstance(one, str):
        return {"type": "text", "text": one}
    url = f"data:image/png;base64,{base64.b64encode(one).decode('ascii')}"
    return {"type": "image_url", "image_url": {"url": url}}


def _without_marks(text: str) -> str:
    """JSON in which nothing looks like the end of a call."""
    return text.replace("<", "\\u003c")
