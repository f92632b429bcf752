"""What a model is given: token ids, and where in them the pictures stand."""

from __future__ import annotations

from dataclasses import dataclass

from eyebox_models.ask import Seen


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of a chat as the model is shown it.

    `key` is equal for equal pixels shown at an equal size (placeholder ids are alike for different pictures, so a
    kept cache compares keys). `grid` is what the family's processor made of it: patches (time, height, width) of the
    Qwen families, (tiles,) of InternVL.
    """

    index: int
    path: str
    key: str
    seen: Seen
    grid: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The placeholder ids of one picture: positions `start` (first) to `end` (behind the last) of the prompt."""

    start: int
    end: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class Prompt:
    """All ids of a chat up to where the answer begins, and its pictures in order."""

    ids: tuple[int, ...]
    spans: tuple[Span, ...] = ()
