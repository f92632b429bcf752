"""Tools that a model may call: what is offered, calls and results in a chat, and calls in what a model writes.

Offered are they by the model's own chat template. Where a call is demanded, the answer is kept to a JSON schema of one.
"""

from __future__ import annotations

import json
import re
from typing import Any

from eyebox.server.fields import ApiError, Fields, array, flag, one_of, text, thing, wrong
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.tools.calls import CallText, before_calls, call_of, calls_in

MOST_TOOLS = 128
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")


@dataclass(frozen=True, slots=True)
class Tools:
    """What a request offers: OpenAI's list as JSON, "" for nothing; `several` calls at once are wanted. `schema` is what the
    answer keeps to where a call is demanded: an object of `name` and `arguments`, as JSON."""

    offered: str = ""
    several: bool = True
    schema: str = ""


def tools_of(fields: Fields) -> Tools:
    """The tools of a request. Raises ApiError."""
    given = fields.take("tools", array) or []
    several = fields.take("parallel_tool_calls", flag)
    choice = fields.take("tool_choice", lambda value, _name: value)
    if len(given) > MOST_TOOLS:
        raise ApiError(
            400, f"There are more than {MOST_TOOLS} tools.", code="array_above_max_length", param="tools"
        )  # fmt: skip
    demanded = choice not in (None, "auto", "none")
    checked = [_tool(Fields(one, f"tools[{at}]"), demanded) for at, one in enumerate(given)]
    schema = _schema_of([one["function"] for one in checked], choice) if demanded else ""
    offered = text(json.dumps(checked), "tools") if checked and choice != "none" else ""
    return Tools(offered, several is not False, schema)


def _schema_of(functions: list[dict[str, Any]], choice: Any) -> str:
    """What a call of one of these has to be like, as JSON; `choice` is "required" or names one. Raises ApiError."""
    if isinstance(choice, dict):
        fields = Fields(choice, "tool_choice")
        fields.need("type", one_of("function"))
        inner = Fields(fields.need("function", thing), "tool_choice.function")
        name = inner.need("name", text)
        inner.end()
        fields.end()
        functions = [one for one in functions if one["name"] == name]
    elif choice != "required":
        raise wrong("tool_choice", "'auto', 'none', 'required' or one of the tools")
    if not functions:
        raise wrong("tool_choice", "one of 'tools'")
    calls: list[dict[str, Any]] = []
    shared: dict[str, Any] = {}
    for one in functions:
        parameters = dict(one["parameters"])
        for kept in ("$defs", "definitions"):  # referred to from the root
            if isinstance(parameters.get(kept), dict):
                shared[kept] = {**shared.get(kept, {}), **parameters.pop(kept)}
        calls.append(
            {
                "type": "object", "properties": {"name": {"const": one["name"]}, "arguments": parameters},
                "required": ["name", "arguments"], "additionalProperties": False,
            }
        )  # fmt: skip
    return json.dumps({**shared, **(calls[0] if len(calls) == 1 else {"anyOf": calls})})


def _tool(fields: Fields, demanded: bool) -> dict[str, Any]:
    fields.need("type", one_of("function"))
    inner = Fields(fields.need("function", thing), fields.name("function"))
    made = {
        "name": inner.need("name", _name),
        "description": inner.take("description", text) or "",
        "parameters": inner.take("parameters", thing) or {"type": "object", "properties": {}},
    }
    strict = "that a call keeps to the parameters is certain only where 'tool_choice' demands it."
    inner.end({"strict": (False, True) if demanded else (False,)}, {"strict": strict})
    fields.end()
    return {"type": "function", "function": made}


def _name(value: Any, name: str) -> str:
    if not _NAME.fullmatch(text(value, name)):
        raise wrong(name, "at most 64 letters, digits, '_', '.' and '-'")
    return str(value)


def calls_of(value: Any, name: str) -> str:
    """The calls of an earlier answer, as templates take them, as JSON. Raises ApiError."""
    made = []
    for at, one in enumerate(array(value, name)):
        fields = Fields(one, f"{name}[{at}]")
        fields.take("index", lambda index, _name: index)
        fields.need("id", text)
        fields.need("type", one_of("function"))
        inner = Fields(fields.need("function", thing), fields.name("function"))
        called = inner.need("name", _name)
        try:
            arguments = json.loads(inner.need("arguments", text) or "{}")
        except (ValueError, RecursionError):
            raise wrong(inner.name("arguments"), "JSON in a string") from None
        inner.end()
        fields.end()
        made.append({"type": "function", "function": {"name": called, "arguments": arguments}})
    return json.dumps(made) if made else ""


class Calls:
    """Takes calls of tools out of an answer as it comes."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._text = CallText()

    def feed(self, piece: str) -> str:
        """What of the answer so far is certain to be no call."""
        if self._tools.schema:
            return ""
        return self._text.feed(piece) if self._tools.offered else piece

    def taken(self, answer: str) -> tuple[str, list[dict[str, Any]]]:
        """A whole answer's text before its calls, and these as OpenAI has them; what is no call stays text."""
        if not self._tools.offered:
            return answer, []
        found = [call_of(answer)] if self._tools.schema else calls_in(answer)
        calls = [
            {
                "id": f"call_{new_id()}", "type": "function",
                "function": {"name": one.name, "arguments": one.arguments},
            }
            for one in found
            if not one.problem
        ]  # fmt: skip
        if not calls:
            return answer, []
        before = "" if self._tools.schema else before_calls(answer)
        return before, calls if self._tools.several else calls[:1]
