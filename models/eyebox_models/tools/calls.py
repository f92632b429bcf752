"""Calls of tools in what a model writes.

Qwen's models, and InternVL's, whose language models are Qwen's, write

    <tool_call>{"name": "look_again", "arguments": {"image": 1, "box": [10, 20, 30, 40]}}</tool_call>

(the "Hermes" notation), and those from Qwen3.5 on

    <tool_call><function=look_again><parameter=image>1</parameter> .. </function></tool_call>
"""

from __future__ import annotations

import json
import re
from typing import Any

from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

OPEN, CLOSE = "<tool_call>", "</tool_call>"
LONGEST = 20_000
"""Characters of a call."""
_CALL = re.compile(rf"{OPEN}(.*?)(?:{CLOSE}|(?={OPEN})|\Z)", re.DOTALL)
_FUNCTION = re.compile(r"\s*<function=([^>\s]+)>(.*?)(?:</function>\s*)?\Z", re.DOTALL)
_PARAMETER = re.compile(
    r"<parameter=([^>\s]+)>(.*?)(?:</parameter>|(?=<parameter=)|(?=</function>)|\Z)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Call:
    """A call: `arguments` as JSON. `problem` says why it can't be understood, "" where it is."""

    name: str
    arguments: str
    problem: str = ""


class CallText:
    """Takes the text of an answer as it comes, and gives what is certain to stand before any call."""

    def __init__(self) -> None:
        self._held = ""
        self.begun = False
        """Whether a call has begun."""

    def feed(self, piece: str) -> str:
        if self.begun:
            return ""
        whole = self._held + piece
        at = whole.find(OPEN)
        self.begun = at >= 0
        if not self.begun:
            ends = range(max(len(whole) - len(OPEN) + 1, 0), len(whole))
            at = next((start for start in ends if OPEN.startswith(whole[start:])), len(whole))
        self._held = whole[at:]
        return whole[:at]


def before_calls(answer: str) -> str:
    """The text of an answer before its first call."""
    at = answer.find(OPEN)
    return answer if at < 0 else answer[:at].rstrip()


def calls_in(answer: str) -> list[Call]:
    """The calls of an answer, in order."""
    return [call_of(found[1]) for found in _CALL.finditer(answer)]


def call_of(text: str) -> Call:
    """The call that a text is, without what marks it as one."""
    if len(text) > LONGEST:
        return _wrong(text[:LONGEST])
    function = _FUNCTION.match(text)
    if function:
        given = {name: _value(value) for name, value in _PARAMETER.findall(function[2])}
        return Call(function[1], json.dumps(given, ensure_ascii=False))
    try:
        call = json.loads(text)
    except (ValueError, RecursionError):
        return _wrong(text)
    if not isinstance(call, dict) or not isinstance(call.get("name"), str):
        return _wrong(text)
    arguments = call.get("arguments", call.get("parameters", {}))
    said = arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
    return Call(call["name"], said)


def _wrong(text: str) -> Call:
    error = EyeboxError(
        "tool-call-unreadable",
        "The call is no JSON of the form {example}.",
        example='{"name": "..", "arguments": {..}}',
    )
    return Call("", text.strip(), error.sentence)


def _value(text: str) -> Any:
    """A parameter's value, which is JSON where it can be."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text.strip("\n")
