"""Sentences that a user reads, the errors that carry them, and the end of a job that was stopped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)(:,)?\}")


class Sentence(str):
    """An English sentence that keeps what it was made of, so that a window can show it in the user's language.

    `template` has {names} ({name:,} sets thousands apart, {{ is a brace), `values` gives a text, a number or another sentence
    for each; `code` is a short word for programs. Printed, logged, compared and stored as text it is plain English.
    """

    code: str
    template: str
    values: Mapping[str, str | int | float]

    def __new__(cls, code: str, template: str, /, **values: object) -> Self:
        return cls.of(code, template, values)

    @classmethod
    def of(cls, code: str, template: str, values: Mapping[str, object]) -> Self:
        """The same of parts that came from elsewhere (a sentence in a program stands there in full, for translators)."""
        plain = {
            name: value if isinstance(value, str | int | float) else str(value)
            for name, value in values.items()
        }
        made = super().__new__(cls, fill(template, plain))
        made.code, made.template, made.values = code, template, plain
        return made

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return type(self).of, (self.code, self.template, self.values)


def joined(sentences: Sequence[str]) -> str:
    """Several sentences as one text, "" for none."""
    whole = sentences[0] if sentences else ""
    for sentence in sentences[1:]:
        whole = Sentence("two-sentences", "{first} {second}", first=whole, second=sentence)
    return whole


def fill(template: str, values: Mapping[str, str | int | float]) -> str:
    """A template with its values. A name without a value stays as it is, so that a faulty translation still shows."""

    def value(match: re.Match[str]) -> str:
        name, thousands = match.groups()
        if name is None:
            return match[0][0]
        found = values.get(name, match[0])
        return f"{found:,}" if thousands and not isinstance(found, str) else f"{found}"

    return _PLACE.sub(value, template)


class SentenceError(Exception):
    """An exception whose text is a Sentence; `detail` is for a folded box (the tail of a log)."""

    sentence: str
    detail: str = ""

    def __init__(self, code: str, template: str, /, *, detail: str = "", **values: object) -> None:
        super().__init__(Sentence.of(code, template, values))
        self.sentence, self.detail = self.args[0], detail

    @property
    def code(self) -> str:
        """That of its sentence, "" for one that has none."""
        return getattr(self.sentence, "code", "")

    @classmethod
    def of(cls, sentence: str, detail: str = "") -> Self:
        """An error that says a sentence which was made before: by an engine, or by what lies below."""
        error = cls.__new__(cls)
        error.args = (sentence,)
        error.sentence, error.detail = sentence, detail
        return error


class EyeboxError(SentenceError):
    """Something a user can understand and fix: one sentence that says what to do, English in logs and on the command line."""


class Stopped(Exception):
    """Raised inside an engine when the user stopped the job."""


def causes(error: BaseException | None) -> list[BaseException]:
    """An exception, what it came from, and so on, each once: one that is raised from another may be what that came from."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def brief(error: BaseException, most: int = 160) -> str:
    """An exception as a few words on one line; at most so many letters of its own text."""
    text = " ".join(str(error).split())
    name = type(error).__name__
    return f"{name}: {text[:most]}" if text else name


def unexpected(error: BaseException) -> Sentence:
    """What is said of an error that nobody expected; its traceback is the detail."""
    return Sentence("unexpected", "Something unexpected went wrong ({reason}).", reason=brief(error))


def os_reason(error: OSError) -> str:
    """What the system says of a failure, as a sentence for the failures that people meet."""
    said = error.strerror or str(error)
    return _REASONS.get(said, said)


_REASONS: dict[str, Sentence] = {
    sentence: sentence
    for sentence in (
        Sentence("permission-denied", "Permission denied"),
        Sentence("not-permitted", "Operation not permitted"),
        Sentence("no-such-file", "No such file or directory"),
        Sentence("no-space", "No space left on device"),
        Sentence("quota-exceeded", "Disk quota exceeded"),
        Sentence("read-only", "Read-only file system"),
        Sentence("input-output", "Input/output error"),
        Sentence("is-a-directory", "Is a directory"),
        Sentence("not-a-directory", "Not a directory"),
        Sentence("directory-not-empty", "Directory not empty"),
        Sentence("file-exists", "File exists"),
        Sentence("busy", "Device or resource busy"),
        Sentence("too-many-files", "Too many open files"),
        Sentence("name-too-long", "File name too long"),
        Sentence("too-many-links", "Too many levels of symbolic links"),
        Sentence("not-a-program", "Exec format error"),
        Sentence("not-enough-memory", "Cannot allocate memory"),
    )
}
"""By the system's own words; others are shown as they come."""
