"""The packing of requests, events and results into one line of JSON each.

A value becomes an object with its class name under "is" and its fields; only requests and the values of this room pass.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from eyebox_models.protocol import (
    ask,
    box,
    cards,
    document,
    environment,
    evaluation,
    events,
    ledger,
    page,
    picture_requests,
    pixels,
    probe,
    requests,
    teaching,
    tool_use,
    video,
)
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import Sentence

VERSION = 1
LONGEST_TEMPLATE, LONGEST_VALUE, MOST_PLACES = 2_000, 100_000, 20
"""Letters and {names} of a sentence that a stored session may ask to be built."""


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message of an engine."""

    version: int
    role: str
    pid: int


_VALUES: dict[str, type] = {
    name: kind
    for module in (
        ask,
        box,
        cards,
        document,
        environment,
        evaluation,
        events,
        ledger,
        page,
        picture_requests,
        pixels,
        probe,
        requests,
        teaching,
        tool_use,
        video,
    )
    for name, kind in vars(module).items()
    if isinstance(kind, type) and "__dataclass_fields__" in vars(kind)
} | {"Hello": Hello}

_FORMER = {"Seen": "ImageInfo"}
"""Names that classes had when older sessions were stored."""


def lines_of(file: str) -> Iterator[Any]:
    """The values of a file with a packed one on each line, one after the other. Raises OSError, ValueError."""
    with Path(file).open(encoding="ascii") as lines:
        for line in lines:
            yield unpack(json.loads(line))


def pack(value: Any) -> Any:
    """A value as plain JSON data."""
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {f.name: pack(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [pack(item) for item in value]
    if isinstance(value, Sentence):
        values = {name: pack(one) for name, one in value.values.items()}
        return {"is": "Sentence", "code": value.code, "template": value.template, "values": values}
    return value


def unpack(data: Any) -> Any:
    """The value that `pack` made `data` from. Raises ValueError for what is not such a value."""
    name = str(data.get("is")) if isinstance(data, dict) else ""
    if name == "Sentence":
        return _sentence(data)
    name = _FORMER.get(name, name)
    cls = _VALUES.get(name) or requests.Request.kinds.get(name)
    if cls is None:
        raise ValueError(f"not a message: {str(data)[:200]}")
    return _build(cls, data)


def _sentence(data: dict[str, Any]) -> Sentence:
    code, template, values = (data.get(name) for name in ("code", "template", "values"))
    if not isinstance(code, str) or not isinstance(template, str) or not isinstance(values, dict):
        raise ValueError(f"not a Sentence: {str(data)[:200]}")
    if len(template) > LONGEST_TEMPLATE or template.count("{") > MOST_PLACES:
        raise ValueError(f"not a Sentence: {template[:200]}")
    filled = {name: unpack(value) if isinstance(value, dict) else value for name, value in values.items()}
    if any(len(str(value)) > LONGEST_VALUE for value in filled.values()):
        raise ValueError(f"not a Sentence: {template[:200]}")
    return Sentence.of(code, template, filled)


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _build(cls: type, data: dict[str, Any]) -> Any:
    hints = _hints(cls)
    try:
        return cls(**{name: _convert(hints[name], value) for name, value in data.items() if name in hints})
    except TypeError as error:
        raise ValueError(f"not a {cls.__name__}: {error}") from error


def _convert(hint: Any, value: Any) -> Any:
    if isinstance(value, dict):
        return unpack(value)
    origin = get_origin(hint)
    if isinstance(value, list):
        if origin in (Union, types.UnionType):
            hint = next((arm for arm in get_args(hint) if get_origin(arm) is tuple), None)
        if get_origin(hint) is not tuple:
            raise ValueError(f"a list where none belongs: {str(value)[:200]}")
        arms = get_args(hint)
        inner = [arms[0]] * len(value) if len(arms) == 2 and arms[1] is Ellipsis else arms
        if len(inner) != len(value):
            raise ValueError(f"expected {len(inner)} items, got {len(value)}")
        return tuple(_convert(arm, item) for arm, item in zip(inner, value, strict=True))
    if origin is Literal and value not in get_args(hint):
        raise ValueError(f"{value!r} is none of {get_args(hint)}")
    return value
