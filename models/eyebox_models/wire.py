"""Requests to an engine, and the packing of values into one line of JSON each.

A value becomes an object with its class name under "is" and its fields; only the classes listed here pass.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from eyebox_models import ask, box, page

VERSION = 1


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message of an engine."""

    version: int
    role: str
    pid: int


@dataclass(frozen=True, slots=True)
class Read:
    """Read all text of a picture; ends with a Page. `pixels`: it was decoded before, and the file is still there."""

    path: str
    pixels: ask.Pixels | None = None


@dataclass(frozen=True, slots=True)
class Answering:
    """Answer a chat's last turn, loading the model first when needed; ends with an Answer."""

    ask: ask.Ask


@dataclass(frozen=True, slots=True)
class Decode:
    """Decode a picture into a file of raw pixels in `folder`; ends with Pixels."""

    path: str
    folder: str


@dataclass(frozen=True, slots=True)
class MakeThumbnail:
    """Write a PNG of at most `size` x `size` pixels to `file`; ends with a Thumbnail."""

    path: str
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Unload:
    """Close the loaded model."""


Request = Read | Answering | Decode | MakeThumbnail | Unload

_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        Hello, Read, Answering, Decode, MakeThumbnail, Unload,
        box.Box, page.Word, page.Line, page.Page,
        ask.Picture, ask.Message, ask.Options, ask.Ask, ask.Progress, ask.TextDelta, ask.BoxFound,
        ask.LinesFound, ask.Seen, ask.Answer, ask.Level, ask.Pixels, ask.Thumbnail, ask.End,
    )
}  # fmt: skip


def pack(value: Any) -> Any:
    """A value as plain JSON data."""
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {f.name: pack(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [pack(item) for item in value]
    return value


def unpack(data: Any) -> Any:
    """The value that `pack` made `data` from. Raises ValueError for what is not such a value."""
    if not isinstance(data, dict) or str(data.get("is")) not in _CLASSES:
        raise ValueError(f"not a message: {str(data)[:200]}")
    return _build(_CLASSES[data["is"]], data)


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
