"""The fields of a request, checked; and what is said of those that are wrong, in OpenAI's shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Kind = Callable[[Any, str], T]
"""Takes a value and the name of its field; returns it checked. Raises ApiError."""

LONGEST_NAME = 100
"""Characters of a field's name that are said again."""
LONGEST_TEXT = 1 << 20
"""Characters of one text: the longest context of a model holds no more."""


class ApiError(Exception):
    """Why a request is refused: an HTTP status, and OpenAI's error object."""

    def __init__(
        self, status: int, message: str, *, code: str | None = None, param: str | None = None, wait: int = 0
    ) -> None:
        """`wait`: seconds after which it may be tried again, 0 for never."""
        super().__init__(message)
        self.status, self.message, self.code, self.param, self.wait = status, message, code, param, wait

    @property
    def body(self) -> dict[str, Any]:
        kind = "server_error" if self.status >= 500 else "invalid_request_error"
        if self.status == 429:
            kind = "requests"
        return {
            "error": {"message": self.message, "type": kind, "param": self.param or None, "code": self.code}
        }


def wrong(param: str, wanted: str) -> ApiError:
    """A field has a value of a wrong type, or one that is out of range."""
    return ApiError(400, f"'{param}' has to be {wanted}.", code="invalid_value", param=param)


def not_done(param: str, why: str) -> ApiError:
    """Something that OpenAI's protocol has and Eyebox does not do."""
    return ApiError(400, f"'{param}' is not supported: {why}", code="unsupported_parameter", param=param)


class Fields:
    """The fields of a JSON object. Each is taken once; null is as good as not there."""

    def __init__(self, data: Any, path: str = "") -> None:
        """`path` is where the object stands in the request, for what is said of its fields."""
        if not isinstance(data, dict):
            raise wrong(path or "body", "a JSON object")
        self._left = {name: value for name, value in data.items() if value is not None}
        self._path = path

    def name(self, field: str) -> str:
        """A field as it is called in the request."""
        return f"{self._path}.{field}" if self._path else field

    def take(self, field: str, kind: Kind[T]) -> T | None:
        """A field's value, None where it is not there."""
        return kind(self._left.pop(field), self.name(field)) if field in self._left else None

    def need(self, field: str, kind: Kind[T]) -> T:
        """A field's value. Raises ApiError where it is not there."""
        if field not in self._left:
            raise ApiError(
                400, f"Missing required parameter: '{self.name(field)}'.",
                code="missing_required_parameter", param=self.name(field),
            )  # fmt: skip
        return kind(self._left.pop(field), self.name(field))

    def end(
        self, neutral: Mapping[str, Sequence[Any]] | None = None, reasons: Mapping[str, str] | None = None
    ) -> None:
        """Refuses what is left, but for fields with one of the values in `neutral`, which change nothing."""
        for field, value in self._left.items():
            if any(value == one and type(value) is type(one) for one in (neutral or {}).get(field, ())):
                continue
            name = self.name(field[:LONGEST_NAME].encode("utf-8", "replace").decode())
            if reasons and field in reasons:
                raise not_done(name, reasons[field])
            raise ApiError(
                400, f"Unknown parameter: '{name}'. It would be ignored, so the request is refused.",
                code="unknown_parameter", param=name,
            )  # fmt: skip


def text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise wrong(name, "a string")
    if len(value) > LONGEST_TEXT:
        raise ApiError(
            400, f"'{name}' has {len(value):,} characters, more than {LONGEST_TEXT:,}.",
            code="string_above_max_length", param=name,
        )  # fmt: skip
    try:
        value.encode()
    except UnicodeEncodeError:
        raise wrong(name, "a string of Unicode text, without halves of pairs") from None
    return value


def flag(value: Any, name: str) -> bool:
    if not isinstance(value, bool):
        raise wrong(name, "true or false")
    return value


def array(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise wrong(name, "an array")
    return value


def thing(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong(name, "an object")
    return value


def one_of(*words: str) -> Kind[str]:
    def kind(value: Any, name: str) -> str:
        if value not in words:
            raise wrong(name, f"one of {', '.join(words)}")
        return str(value)

    return kind


def whole(least: int, most: int) -> Kind[int]:
    def kind(value: Any, name: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise wrong(name, f"a whole number from {least} to {most}")
        return value

    return kind


def between(least: float, most: float) -> Kind[float]:
    def kind(value: Any, name: str) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
            raise wrong(name, f"a number from {least:g} to {most:g}")
        return float(value)

    return kind


def texts(most: int) -> Kind[tuple[str, ...]]:
    """A text that is not empty, or a list of them."""

    def kind(value: Any, name: str) -> tuple[str, ...]:
        found = tuple(text(one, name) for one in (value if isinstance(value, list) else [value]))
        if len(found) > most or "" in found:
            raise wrong(name, f"a string, or at most {most} of them, none of them empty")
        return found

    return kind


def parsed(body: bytes | bytearray) -> Any:
    """The JSON of a request. Raises ApiError."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        raise ApiError(400, f"The body of the request is no JSON: {reason}.", code="invalid_json") from None
