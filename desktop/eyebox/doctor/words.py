"""How sentences of the doctor are made: in English here, marked for the translators, filled with values when shown."""

from __future__ import annotations

from eyebox.doctor.check import Check, Sentence, State


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for the translators; who shows it translates it."""
    return text


def say(template: str, *values: object) -> Sentence:
    """A sentence with its values."""
    return Sentence(template, tuple(map(str, values)))


NOTHING = Sentence()


class Group:
    """Makes the checks of one group."""

    def __init__(self, title: str) -> None:
        self._title = Sentence(title)

    def fine(self, name: str, title: str, found: Sentence, meaning: Sentence = NOTHING) -> Check:
        """A check that passed."""
        return Check(name, self._title, Sentence(title), "pass", found, meaning)

    def warn(
        self,
        name: str,
        title: str,
        found: Sentence,
        meaning: Sentence,
        advice: Sentence = NOTHING,
        fix: str = "",
    ) -> Check:
        """A check that could be better."""
        return self._bad("warn", name, title, found, meaning, advice, fix)

    def fail(
        self,
        name: str,
        title: str,
        found: Sentence,
        meaning: Sentence,
        advice: Sentence = NOTHING,
        fix: str = "",
    ) -> Check:
        """A check that failed."""
        return self._bad("fail", name, title, found, meaning, advice, fix)

    def lacks_instruction(self, name: str, title: str, meaning: Sentence) -> Check:
        """A check whose process the processor ended (SIGILL)."""
        return self.fail(
            name,
            title,
            say(QT_TRANSLATE_NOOP("Doctor", "The processor lacks an instruction that is needed")),
            meaning,
            say(QT_TRANSLATE_NOOP("Doctor", "See what is said of the processor.")),
        )

    def _bad(
        self,
        state: State,
        name: str,
        title: str,
        found: Sentence,
        meaning: Sentence,
        advice: Sentence,
        fix: str,
    ) -> Check:
        return Check(name, self._title, Sentence(title), state, found, meaning, advice, fix)


def size(count: int) -> str:
    """Bytes for people: "1.5 GB"."""
    if count >= 1_000_000_000:
        number = count / 1_000_000_000
        return f"{number:.0f} GB" if number >= 10 else f"{number:.1f} GB"
    return f"{count / 1_000_000:.0f} MB"


def joined(parts: list[str] | tuple[str, ...]) -> str:
    """Names in a row."""
    return ", ".join(parts)
