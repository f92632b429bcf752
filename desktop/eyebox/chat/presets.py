"""Prompts for the jobs that pictures are for, in English and Chinese."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from eyebox_resources import path

LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Preset:
    """A prompt to start from; `blank` is the part of it that the user is to fill in ("" for none)."""

    id: str
    title: str
    prompt: str
    blank: str = ""
    needs_model: bool = False
    """The built-in reader cannot do it: it takes a vision-language model."""


@cache
def presets(language: str) -> tuple[Preset, ...]:
    """All presets in a language ("en", "zh_CN" ...); English for one that there is no set for."""
    short = language[:2].lower()
    name = short if short in LANGUAGES else LANGUAGES[0]
    rows = json.loads(path("prompts", f"{name}.json").read_text("utf-8"))
    return tuple(Preset(**row) for row in rows)


def in_order(language: str, *, reader: bool) -> tuple[Preset, ...]:
    """The presets with those first that the chosen model is for."""
    return tuple(sorted(presets(language), key=lambda preset: preset.needs_model is reader))
