"""What the doctor found: values. No Qt; the window translates their sentences, the command line prints them in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

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
        for number in range(len(self.values), 0, -1):
            template = template.replace(f"%{number}", self.values[number - 1])
        return template


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
    meaning: Sentence = Sentence()
    advice: Sentence = Sentence()
    fix: str = ""

    def as_json(self) -> dict[str, Any]:
        """For `eyebox doctor --json`, in English."""
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
