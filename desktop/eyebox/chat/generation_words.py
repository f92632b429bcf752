"""How the settings of a chat's answers are written and read: numbers, stop texts, and what differs from the defaults."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from eyebox_models.protocol.ask import GENERATION, Options
from eyebox_models.tiling.grid import PARTS


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for the translators; it is translated when it is shown."""
    return text


TITLES = {
    "temperature": QT_TRANSLATE_NOOP("Generation", "Temperature"),
    "top_p": QT_TRANSLATE_NOOP("Generation", "Top-p"),
    "repetition_penalty": QT_TRANSLATE_NOOP("Generation", "Repetition penalty"),
    "seed": QT_TRANSLATE_NOOP("Generation", "Seed"),
    "max_new_tokens": QT_TRANSLATE_NOOP("Generation", "Longest answer (tokens)"),
    "num_beams": QT_TRANSLATE_NOOP("Generation", "Beams"),
    "detail": QT_TRANSLATE_NOOP("Generation", "Detail of pictures"),
    "parts": QT_TRANSLATE_NOOP("Generation", "Very large pictures"),
    "system": QT_TRANSLATE_NOOP("Generation", "System prompt"),
    "stop": QT_TRANSLATE_NOOP("Generation", "Stop texts"),
    "schema": QT_TRANSLATE_NOOP("Generation", "JSON schema"),
    "look_again": QT_TRANSLATE_NOOP("Generation", "May look again"),
    "adapter": QT_TRANSLATE_NOOP("Generation", "Adapter (LoRA)"),
}
RANGES = {
    "temperature": QT_TRANSLATE_NOOP("Generation", "A number from 0 to 5."),
    "top_p": QT_TRANSLATE_NOOP("Generation", "A number above 0, at most 1."),
    "repetition_penalty": QT_TRANSLATE_NOOP("Generation", "A number above 0, at most 10."),
    "seed": QT_TRANSLATE_NOOP("Generation", "A whole number of at most 64 bits."),
    "max_new_tokens": QT_TRANSLATE_NOOP("Generation", "A whole number from 1 to 1,000,000."),
    "num_beams": QT_TRANSLATE_NOOP("Generation", "A whole number from 1 to 16."),
}
DETAILS = {
    "full": QT_TRANSLATE_NOOP("Generation", "As the model wants"),
    "less": QT_TRANSLATE_NOOP("Generation", "Less (faster)"),
}
PART_CHOICES = {
    0: QT_TRANSLATE_NOOP("Generation", "As a whole"),
    PARTS: QT_TRANSLATE_NOOP("Generation", "Also in parts (slower)"),
}
LOOKS = {
    False: QT_TRANSLATE_NOOP("Generation", "No"),
    True: QT_TRANSLATE_NOOP("Generation", "At regions, by tools"),
}
NUMBERS = tuple(RANGES)
NAMES = (*GENERATION, "adapter")
_ALLOWED: dict[str, Callable[[float], bool]] = {
    "temperature": lambda value: 0 <= value <= 5,
    "top_p": lambda value: 0 < value <= 1,
    "repetition_penalty": lambda value: 0 < value <= 10,
    "seed": lambda value: -(1 << 63) <= value < 1 << 64,
    "max_new_tokens": lambda value: 1 <= value <= 1_000_000,
    "num_beams": lambda value: 1 <= value <= 16,
}
_WHOLE = ("seed", "max_new_tokens", "num_beams")


def tr(text: str) -> str:
    return QCoreApplication.translate("Generation", text)


def number_of(name: str, text: str) -> float | int | None:
    """What was typed for a number, None for the default (nothing). Raises ValueError for what is out of its range."""
    text = text.strip().replace(",", ".") if name not in _WHOLE else text.strip().replace(",", "")
    if not text:
        return None
    value = int(text) if name in _WHOLE else float(text)
    if (isinstance(value, float) and not math.isfinite(value)) or not _ALLOWED[name](value):
        raise ValueError(text)
    return value


def text_of(value: float | int | None) -> str:
    """A number as it is typed."""
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def stops_of(text: str) -> tuple[str, ...]:
    """Stop texts as they are typed, one a line; `\\n` and `\\t` in one stand for a line break and a tab."""
    lines = (line.replace("\\n", "\n").replace("\\t", "\t") for line in text.split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))


def typed_stops(stops: tuple[str, ...]) -> str:
    """Stop texts as `stops_of` reads them."""
    return "\n".join(stop.replace("\n", "\\n").replace("\t", "\\t") for stop in stops)


def changed(options: Options) -> list[str]:
    """The names of the settings that differ from their defaults."""
    usual = Options()
    return [name for name in NAMES if getattr(options, name) != getattr(usual, name)]


def described(options: Options) -> list[str]:
    """What differs from the defaults, a line each: "Temperature: 0.7"."""
    shown = {
        **{name: _shown(getattr(options, name)) for name in NAMES},
        "detail": tr(DETAILS[options.detail]),
        "parts": tr(PART_CHOICES.get(options.parts, PART_CHOICES[PARTS])),
        "look_again": tr(LOOKS[options.look_again]),
    }
    return [tr(TITLES[name]) + f": {shown[name]}" for name in changed(options)]


def _shown(value: object) -> str:
    text = (
        text_of(value)
        if isinstance(value, int | float)
        else ", ".join(value)
        if isinstance(value, tuple)
        else str(value)
    )
    brief = " ".join(text.split()) or "¶"
    return brief if len(brief) <= 48 else f"{brief[:47]}…"
