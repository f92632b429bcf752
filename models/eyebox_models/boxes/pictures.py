"""The pictures of a chat as boxes need them: which one an answer speaks of, and what its coordinates mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from eyebox_models.boxes.findings import Shape
from eyebox_models.protocol.box import Point
from eyebox_models.protocol.events import ImageInfo

Unit = Literal["thousandths", "resized", "fractions"]


@dataclass(frozen=True, slots=True)
class CoordinateRule:
    """What the coordinates of a family's boxes mean.

    `unit`: thousandths of the picture's width and height; pixels of the size it was shown at (`ImageInfo.resized`); or
    fractions. Numbers that all lie in 0..1, one of them with a decimal point, are fractions whatever the rule.
    `y_first` names the JSON keys whose boxes are [y1, x1, y2, x2].
    """

    unit: Unit = "thousandths"
    y_first: tuple[str, ...] = ()


THOUSANDTHS = CoordinateRule("thousandths")
RESIZED = CoordinateRule("resized")
FRACTIONS = CoordinateRule("fractions")


class Pictures:
    """All pictures of a chat. A box lies on the latest, unless the text before it, or its label, names another.

    A picture named in the text holds for all boxes that follow; one named in a label for that box only. Frames of a video
    are named by their numbers or times.
    """

    def __init__(self, seen: Sequence[ImageInfo], rule: CoordinateRule) -> None:
        self._seen = [one for one in seen for _frame in one.frames or (one.image,)]
        """Of each picture and each frame what the model saw."""
        self._by_image = {one.image: one for one in seen}
        self._times = [(time, one) for one in seen for time in one.times]
        self._unit = rule.unit
        self._current = self._seen[-1] if seen else None

    def hear(self, text: str) -> None:
        """Takes note of the picture that a text names last."""
        self._current = self._named(text) or self._current

    def choose(self, prose: str, label: str) -> int:
        if len(self._seen) > 1:
            self.hear(prose)
        chosen = self._named(label) or self._current
        return chosen.image if chosen is not None else 0

    def seen_with(self, image: int) -> tuple[int, ...]:
        seen = self._by_image.get(image)
        return tuple(frame for frame in seen.frames if frame != image) if seen is not None else ()

    def _named(self, text: str) -> ImageInfo | None:
        """What a text names last, by a number or, of a video, by the time that is nearest."""
        number = named_picture(text, len(self._seen))
        if number is not None:
            return self._seen[number]
        time = named_time(text) if self._times else None
        return None if time is None else min(self._times, key=lambda one: abs(one[0] - time))[1]

    def place(self, shape: Shape, image: int) -> list[Point]:
        seen = self._by_image.get(image)
        if seen is None:
            return []
        width, height = seen.width, seen.height
        if self._unit == "fractions" or shape.fractions:
            across, down = 1.0, 1.0
        elif self._unit == "resized":
            across, down = (float(side) or 1.0 for side in seen.resized)
        else:
            across = down = 1000.0
        return [
            (min(max(x / across * width, 0.0), float(width)), min(max(y / down * height, 0.0), float(height)))
            for x, y in shape.points
        ]


_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DIGITS = "一二三四五六七八九"
_NOUN = r"(?:image|picture|photo(?:graph)?|screenshot|img|pic|frame)"
_NAMED = (
    rf"\b{_NOUN}[\s_\-]{{0,3}}(?:(?:no\.?|number|#)\s{{0,2}})?(?P<after>\d{{1,3}}|{'|'.join(_COUNTS)})(?![\w%])"
    rf"|\b(?P<ordinal>{'|'.join(_WORDS)}|last|latest|\d{{1,3}}(?:st|nd|rd|th))[\s\-]{{1,2}}{_NOUN}\b"
    r"|第\s{0,2}(?P<chinese>\d{1,3}|[一二两三四五六七八九十]{1,3})\s{0,2}[张幅个]?(?:图|照片|截图|帧)"
    r"|图(?:片|像)?\s{0,2}(?P<figure>\d{1,3}|[一二三四五六七八九十]{1,3})(?![\d%])"
    r"|最后一?[张幅](?P<end>图|照片|截图)"
)
"""Compiled when the first answer is read, not at the start of the window."""


def named_picture(text: str, count: int) -> int | None:
    """The place (from 0) of the picture that a text names last among `count`; None when it names none."""
    found = None
    for match in re.finditer(_NAMED, text, re.IGNORECASE):
        number = _number(match, count)
        if 1 <= number <= count:
            found = number - 1
    return found


_TIME = (
    r"(?<![\d:.])(?:(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<clock>\d{2}(?:\.\d{1,3})?)(?![\d:])"
    r"|(?P<seconds>\d{1,6}(?:\.\d{1,3})?)\s{0,2}(?:s\b|sec(?:ond)?s?\b|秒))"
)


def named_time(text: str) -> float | None:
    """The time in seconds that a text names last ("3.2 seconds", "0:03"); None when it names none."""
    found = None
    for match in re.finditer(_TIME, text, re.IGNORECASE):
        minutes = 60 * int(match["hours"] or 0) + int(match["minutes"] or 0)
        found = float(match["seconds"] or 60 * minutes + float(match["clock"] or 0))
    return found


def _number(match: re.Match[str], count: int) -> int:
    if match["end"]:
        return count
    word = (match["after"] or match["ordinal"] or match["chinese"] or match["figure"]).lower()
    if word in ("last", "latest"):
        return count
    if word in _WORDS:
        return _WORDS.index(word) + 1
    if word in _COUNTS:
        return _COUNTS.index(word) + 1
    digits = word.rstrip("stndrh")
    if digits.isdigit():
        return int(digits)
    return _chinese(word.replace("两", "二"))


def _chinese(word: str) -> int:
    """A Chinese number below 100, 0 for what is none."""
    tens, ten, ones = word.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return 0
    return (10 * (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0) + (
        _DIGITS.index(ones) + 1 if ones else 0
    )
