"""JSON that strangers wrote: every value is looked at before it is believed."""

from __future__ import annotations

import errno
import json
import math
import os
from typing import Any, NoReturn

from eyebox_models.files.atomic_write import shown
from eyebox_models.files.regular_file import NotRegularFileError, read_regular
from eyebox_models.protocol.errors import EyeboxError

MAX_BYTES = 256 * 1024 * 1024
MAX_VALUES = 3_000_000
"""A value takes up to 240 bytes of memory, and a microsecond to look at."""
MAX_BOXES = 100_000
MAX_PICTURES = 20_000
"""Each is looked for on the disk, in several places."""
MAX_COORDINATE = 1e9
MAX_DEPTH = 50


class Malformed(ValueError):
    """A value is missing or is not what the format says; the message names it."""


def read_json(path: str | os.PathLike[str]) -> Any:
    """The content of a JSON file. Raises EyeboxError."""
    name = shown(path)
    try:
        data = read_regular(path, MAX_BYTES)
        if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
            raise EyeboxError(f"{name} holds over {MAX_VALUES:,} values: split it into several files.")
        text = data.decode("utf-8-sig")
        del data
        return json.loads(text, parse_constant=_refuse)
    except NotRegularFileError as error:
        raise EyeboxError(f"{name} is no regular file: choose a file of boxes.", str(error)) from error
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise EyeboxError(
                f"{name} is larger than {MAX_BYTES >> 20} MB: split it into several files."
            ) from error
        raise EyeboxError(
            f"{name} can't be read: check that it is there and may be read.", str(error)
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise EyeboxError(
            f"{name} is not a sound JSON file: save it anew and try again.", str(error)
        ) from error


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def mapping(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Malformed(f"{what} is not an object")
    return value


def items(value: Any, what: str, most: int = MAX_VALUES) -> list[Any]:
    if not isinstance(value, list):
        raise Malformed(f"{what} is not a list")
    if len(value) > most:
        raise Malformed(f"{what} has over {most:,} entries")
    return value


def text(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise Malformed(f"{what} is not a text")
    return value


def number(value: Any, what: str) -> float:
    """A finite number of at most 1e9 either way, as coordinates are."""
    if type(value) not in (int, float) or not -MAX_COORDINATE <= value <= MAX_COORDINATE:
        raise Malformed(f"{what} is not a usable number")
    return float(value)


def whole(value: Any, what: str) -> int:
    """A size in pixels; 0 where the file says nothing."""
    if value is None:
        return 0
    found = number(value, what)
    if found < 0 or not math.isclose(found, round(found)):
        raise Malformed(f"{what} is not a size")
    return round(found)


def point(value: Any, what: str) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2:
        raise Malformed(f"{what} is not a point")
    return number(value[0], what), number(value[1], what)


def kept(value: Any, what: str) -> Any:
    """What is written back as it came: such that it can be written, as JSON that any reader takes."""
    inside = [(value, 1)]
    while inside:
        one, depth = inside.pop()
        if isinstance(one, float) and not math.isfinite(one):
            raise Malformed(f"{what} holds a number that is too large")
        if isinstance(one, dict | list):
            if depth > MAX_DEPTH:
                raise Malformed(f"{what} is nested too deep")
            inside += [(part, depth + 1) for part in (one.values() if isinstance(one, dict) else one)]
    return value
