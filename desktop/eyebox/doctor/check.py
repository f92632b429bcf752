"""What the doctor found: values. No Qt; the window translates their sentences, the command line prints them in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from eyebox_models.protocol.probe import Conflict

State = Literal["pass", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with `%1`, `%2` .. for its values; `template` is what catalogs translate (context "Doctor")."""

    template: str = ""
    values: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.template)

    def __str__(self) -> str:
        return self.filled(self.template)

    def filled(self, template: str) -> str:
        """The values put into this template, which may be a translation of the own one."""
        values = {f"%{number}": value for number, value in enumerate(self.values, 1)}
        return re.sub(r"%\d", lambda mark: values.get(mark[0], mark[0]), template)

    def of(self, *values: object) -> Sentence:
        """The same with these values."""
        return replace(self, values=tuple(map(str, values)))


NOTHING = Sentence()


def say(template: str, *values: object) -> Sentence:
    """A sentence with its values. packaging/translate.py collects the template, which is written out at the call."""
    return Sentence(template).of(*values)


def as_it_is(text: str) -> Sentence:
    """A text that is not translated: a name, a path, a message of a library."""
    return Sentence("%1", (text,))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    `name` is stable ("torch.cuda"), `group` and `title` are its headings, `found` what is there, `meaning` what that
    means for the user, `advice` what to do about it and `fix` the exact command that does it ("" where there is none).
    """

    name: str
    group: Sentence
    title: Sentence
    state: State
    found: Sentence
    meaning: Sentence = NOTHING
    advice: Sentence = NOTHING
    fix: str = ""

    def as_json(self) -> dict[str, Any]:
        """For `eyebox doctor --json`, in English; the key of `fix` there is "mend", which scripts read."""
        return {
            "name": self.name,
            "group": str(self.group),
            "title": str(self.title),
            "state": self.state,
            "found": str(self.found),
            "meaning": str(self.meaning),
            "advice": str(self.advice),
            "mend": self.fix,
        }


@dataclass(frozen=True, slots=True)
class Subject:
    """What a check is about; makes the check for each state of it."""

    group: Sentence
    name: str
    title: Sentence

    def passed(self, found: Sentence, meaning: Sentence = NOTHING) -> Check:
        return Check(self.name, self.group, self.title, "pass", found, meaning)

    def warn(self, found: Sentence, meaning: Sentence, advice: Sentence, fix: str = "") -> Check:
        """It could be better."""
        return Check(self.name, self.group, self.title, "warn", found, meaning, advice, fix)

    def fail(self, found: Sentence, meaning: Sentence, advice: Sentence, fix: str = "") -> Check:
        return Check(self.name, self.group, self.title, "fail", found, meaning, advice, fix)

    def lacks_libraries(self, files: Iterable[str], meaning: Sentence, fix: str) -> Check:
        """Library files of the system are missing."""
        found = say("Missing on this system: %1", joined(files))
        return self.fail(found, meaning, say("Install these libraries, then start Eyebox again."), fix)

    def lacks_instruction(self, meaning: Sentence) -> Check:
        """The processor ended the process (SIGILL)."""
        found = say("The processor lacks an instruction that is needed")
        return self.fail(found, meaning, say("See the check of the processor."))


def size(count: int) -> str:
    """Bytes for people: "1.5 GB"."""
    if count >= 1_000_000_000:
        number = count / 1_000_000_000
        return f"{number:.0f} GB" if number >= 10 else f"{number:.1f} GB"
    return f"{count / 1_000_000:.0f} MB"


def joined(parts: Iterable[str]) -> str:
    """Names in a row."""
    return ", ".join(parts)


def unmet(conflicts: Iterable[Conflict]) -> Sentence:
    """What packages ask for and what there is instead."""
    return as_it_is("; ".join(f"{c.who} needs {c.needs}, there is {c.found or 'none'}" for c in conflicts))
