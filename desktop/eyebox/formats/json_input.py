"""JSON from elsewhere: every value is looked at before it is believed."""

from __future__ import annotations

import errno
import json
import math
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from typing import Any, NoReturn

from eyebox_models.files.atomic_write import shown
from eyebox_models.files.regular_file import NotRegularFileError, open_regular, read_regular
from eyebox_models.protocol.errors import EyeboxError, Sentence, SentenceError

MAX_BYTES = 256 * 1024 * 1024
MAX_VALUES = 3_000_000
"""A value takes up to 240 bytes of memory, and a microsecond to look at."""
MAX_STREAMED = 8_000_000
"""Values of a file that is read one entry after the other: at worst one entry holds them all."""
MAX_BOXES = 100_000
"""On one picture."""
MAX_IN_SET = 1_000_000
"""Boxes in a file of many pictures."""
MAX_PICTURES = 20_000
"""Each is looked for on the disk, in several places."""
MAX_COORDINATE = 1e9
MAX_DEPTH = 50
HEAD_BYTES = 64 * 1024
MAX_LINE = 32 * 1024 * 1024

_UNSOUND = (ValueError, RecursionError, MemoryError)
_SPACE = re.compile(r"[ \t\n\r]*")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|$)|[{}\[\]]', re.DOTALL)
"""A text (also one that is cut at the end), or a bracket."""


What = str | Callable[[], str]
"""What a sentence says is wrong: the name of a member, or what makes a Sentence, called only where something is wrong."""


class Malformed(SentenceError, ValueError):
    """A value is missing or is not what the format says; the message names it."""


def read_json(path: str | os.PathLike[str]) -> Any:
    """The content of a JSON file. Raises EyeboxError."""
    with readable(path):
        return json.loads(_text_of(path), parse_constant=_refuse)


def read_members(path: str | os.PathLike[str]) -> Iterator[tuple[str, Any]]:
    """The members of the object in a JSON file, one after the other: `(key, value)`.

    Of a member that is a list comes `(key, entries)`, an iterator of its entries to be gone through before the next
    member. So no step takes long, and what is not kept is not held. Raises EyeboxError on the way, Malformed where the
    file holds no object.
    """
    with readable(path):
        data = _text_of(path, MAX_STREAMED)
        at = _skip(data, 0)
        if data[at : at + 1] != "{":
            _decode(data, at)
            raise Malformed("value-no-object", "{what} is not an object", what=the_file())
        separator = "{"
        while data[at : at + 1] == separator:
            at = _skip(data, at + 1)
            if separator == "{" and data[at : at + 1] == "}":
                break
            key, at = _decode(data, at)
            if not isinstance(key, str) or data[(at := _skip(data, at)) : at + 1] != ":":
                raise ValueError(f"a key was expected before character {at}")
            at = _skip(data, at + 1)
            if data[at : at + 1] == "[":
                inside = _Entries(path, data, at)
                yield key, inside
                for _unread in inside:
                    pass
                at = inside.end
            else:
                value, at = _decode(data, at)
                yield key, value
            at = _skip(data, at)
            separator = ","
        if data[at : at + 1] != "}" or _skip(data, at + 1) != len(data):
            raise ValueError(f"the end of the object was expected at character {at}")


class _Entries:
    """The entries of a list in JSON text, decoded one at a time; `end` is the place behind it.

    `text` is the latest one as it stands there. Kept as texts until they are needed, a hundred thousand entries are nothing
    that the garbage collector would go through (which held up all threads for 0.1 s).
    """

    def __init__(self, path: str | os.PathLike[str], data: str, start: int) -> None:
        self._path = path
        self._data = data
        self._at = _skip(data, start + 1)
        self._first = True
        self.end = 0
        self.text = ""

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        try:
            return self._next()
        except _UNSOUND as error:
            raise _unsound(self._path, error) from error

    def _next(self) -> Any:
        data = self._data
        if self.end or data[self._at : self._at + 1] == "]":
            self.end = self.end or self._at + 1
            raise StopIteration
        if not self._first:
            if data[self._at : self._at + 1] != ",":
                raise ValueError(f"a comma was expected at character {self._at}")
            self._at = _skip(data, self._at + 1)
        self._first = False
        value, at = _decode(data, self._at)
        self.text = data[self._at : at]
        self._at = _skip(data, at)
        return value


def head_of(path: str | os.PathLike[str]) -> bytes:
    """The first bytes of a file, by which its format is known. Raises EyeboxError."""
    with readable(path), open_regular(path) as file:
        return file.read(HEAD_BYTES)


@lru_cache(maxsize=1)
def top_keys(head: bytes) -> frozenset[str]:
    """The keys of the object that a JSON text begins with, as far as they lie in `head`, which several formats ask for."""
    data = head.decode("utf-8-sig", "ignore")
    keys: set[str] = set()
    depth = 0
    for match in _TOKEN.finditer(data):
        token = match[0]
        if token in "{[":
            if not depth and token == "[":
                break
            depth += 1
        elif token in "}]":
            depth -= 1
        elif depth == 1 and data[(at := _skip(data, match.end())) : at + 1] == ":":
            keys.add(token[1:-1])
    return frozenset(keys)


def _text_of(path: str | os.PathLike[str], most: int = MAX_VALUES) -> str:
    data = read_regular(path, MAX_BYTES)
    if sum(map(data.count, (b",", b"[", b"{"))) > most:
        raise EyeboxError(
            "boxes-too-many-values",
            "{name} holds over {most:,} values: split it into several files.",
            name=shown(path),
            most=most,
        )
    return data.decode("utf-8-sig")


def _skip(data: str, at: int) -> int:
    """The place of the next character that is no white space."""
    found = _SPACE.match(data, at)
    return found.end() if found else at


def _decode(data: str, at: int) -> tuple[Any, int]:
    return _DECODER.raw_decode(data, at)


@contextmanager
def readable(path: str | os.PathLike[str]) -> Iterator[None]:
    """Says in a sentence what hinders reading a file."""
    name = shown(path)
    try:
        yield
    except Malformed:
        raise
    except NotRegularFileError as error:
        raise EyeboxError(
            "boxes-not-regular",
            "{name} is no regular file: choose a file of boxes.",
            detail=str(error),
            name=name,
        ) from error
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise EyeboxError(
                "boxes-file-too-large",
                "{name} is larger than {megabytes} MB: split it into several files.",
                name=name,
                megabytes=MAX_BYTES >> 20,
            ) from error
        raise EyeboxError(
            "boxes-file-denied",
            "{name} can't be read: check that it is there and may be read.",
            detail=str(error),
            name=name,
        ) from error
    except _UNSOUND as error:
        raise _unsound(path, error) from error


def _unsound(path: str | os.PathLike[str], error: Exception) -> EyeboxError:
    return EyeboxError(
        "boxes-not-json",
        "{name} is not a sound JSON file: save it anew and try again.",
        detail=str(error),
        name=shown(path),
    )


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def the_file() -> Sentence:
    """A whole file, as sentences name it."""
    return Sentence("the-file", "the file")


def said(what: What) -> str:
    """The words for what is wrong."""
    return what if isinstance(what, str) else what()


def mapping(value: Any, what: What) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Malformed("value-no-object", "{what} is not an object", what=said(what))
    return value


def items(value: Any, what: What, most: int = MAX_VALUES) -> list[Any]:
    if not isinstance(value, list):
        raise Malformed("value-no-list", "{what} is not a list", what=said(what))
    if len(value) > most:
        raise Malformed("value-too-many", "{what} has over {most:,} entries", what=said(what), most=most)
    return value


def entries(value: Any, what: What, most: int = MAX_VALUES) -> Iterator[tuple[int, Any, str]]:
    """The entries of a member that `read_members` gave, counted from 1, with their text."""
    if not isinstance(value, _Entries):
        raise Malformed("value-no-list", "{what} is not a list", what=said(what))
    for n, entry in enumerate(value, 1):
        if n > most:
            raise Malformed("value-too-many", "{what} has over {most:,} entries", what=said(what), most=most)
        yield n, entry, value.text


def text(value: Any, what: What) -> str:
    if not isinstance(value, str):
        raise Malformed("value-no-text", "{what} is not a text", what=said(what))
    return value


def number(value: Any, what: What) -> float:
    """A finite number of at most 1e9 either way, as coordinates are."""
    if type(value) not in (int, float) or not -MAX_COORDINATE <= value <= MAX_COORDINATE:
        raise Malformed("value-no-number", "{what} is not a usable number", what=said(what))
    return float(value)


def whole(value: Any, what: What) -> int:
    """A size in pixels; 0 where the file says nothing."""
    if value is None:
        return 0
    found = number(value, what)
    if found < 0 or not math.isclose(found, round(found)):
        raise Malformed("value-no-size", "{what} is not a size", what=said(what))
    return round(found)


def point(value: Any, what: What) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2:
        raise Malformed("value-no-point", "{what} is not a point", what=said(what))
    x, y = value
    return number(x, what), number(y, what)


def kept(value: Any, what: What) -> Any:
    """What is written back as it came: such that it can be written, as JSON that any reader takes."""
    inside = [(value, 1)]
    while inside:
        one, depth = inside.pop()
        if isinstance(one, float) and not math.isfinite(one):
            raise Malformed(
                "value-number-too-large", "{what} holds a number that is too large", what=said(what)
            )
        if isinstance(one, dict | list):
            if depth > MAX_DEPTH:
                raise Malformed("value-too-deep", "{what} is nested too deep", what=said(what))
            inside += [(part, depth + 1) for part in (one.values() if isinstance(one, dict) else one)]
    return value


def read_lines(path: str | os.PathLike[str]) -> Iterator[tuple[int, str]]:
    """The lines of a text file, counted from 1, as they are read; empty ones are left out.

    Raises EyeboxError on the way, Malformed for a line that is far too long.
    """
    with readable(path), open_regular(path) as file:
        for n in count(1):
            data = file.readline(MAX_LINE)
            if len(data) == MAX_LINE:
                raise Malformed("line-too-long", "line {number} is far too long", number=n)
            if not data:
                return
            if line := data.decode("utf-8-sig" if n == 1 else "utf-8").strip("\r\n"):
                yield n, line


def read_items(path: str | os.PathLike[str]) -> Iterator[tuple[int, Any, str]]:
    """The entries of the list that a JSON file holds, as `entries` gives them, decoded one after the other.

    Raises EyeboxError on the way, Malformed where the file holds no list.
    """
    with readable(path):
        data = _text_of(path, MAX_STREAMED)
        at = _skip(data, 0)
        if data[at : at + 1] != "[":
            _decode(data, at)
            raise Malformed("value-no-list", "{what} is not a list", what=the_file())
        inside = _Entries(path, data, at)
        yield from entries(inside, the_file, MAX_IN_SET)
        if _skip(data, inside.end) != len(data):
            raise ValueError(f"the end of the list was expected at character {inside.end}")


def from_json(text: str, what: What) -> Any:
    """What a JSON text within a file says. Raises Malformed."""
    try:
        return _DECODER.decode(text)
    except _UNSOUND as error:
        raise Malformed("value-no-json", "{what} is not sound JSON", what=said(what)) from error


def line_number(n: int) -> Sentence:
    """A line, or a record that stands on one, as sentences name it."""
    return Sentence("line-number", "line {number}", number=n)
