"""Readers of an answer about one picture, whose coordinates a function turns into pixels."""

from __future__ import annotations

from collections.abc import Callable

from eyebox_models.boxes.findings import Shape
from eyebox_models.boxes.markup import ALL, Markup
from eyebox_models.boxes.reader import TextReader
from eyebox_models.protocol.box import Point

Place = Callable[[float, float], Point]
"""From a point as the model wrote it to pixels of the upright original picture. It is asked once for each point."""


class OnePicture:
    def __init__(self, place: Place, image: int) -> None:
        self._place = place
        self._image = image

    def choose(self, prose: str, label: str) -> int:
        return self._image

    def seen_with(self, image: int) -> tuple[int, ...]:
        return ()

    def place(self, shape: Shape, image: int) -> list[Point]:
        return [self._place(x, y) for x, y in shape.points]


def markup_reader(
    turn: int, place: Place, image: int = 0, markups: tuple[Markup, ...] = ALL, json: bool = False
) -> TextReader:
    """Reads markup, and JSON if asked."""
    return TextReader(turn, OnePicture(place, image), markups, json=json)


def json_reader(turn: int, place: Place, image: int = 0) -> TextReader:
    """Reads JSON alone, no markup."""
    return markup_reader(turn, place, image, (), json=True)
