"""Reads boxes out of a model's text as it is generated: pieces of text in, events out.

Boxes are marked up in the text, or written as JSON. The markup is hidden and the label it encloses is shown; JSON that
lists boxes is shown as a list of their labels:

    Qwen-VL     <ref>the dog</ref><box>(x1,y1),(x2,y2)</box>
    Qwen2-VL    <|object_ref_start|>the dog<|object_ref_end|><|box_start|>(x1,y1),(x2,y2)<|box_end|>
    InternVL    <ref>the dog</ref><box>[[x1, y1, x2, y2], [..]]</box>
    Qwen2.5-VL, Qwen3-VL   [{"bbox_2d": [x1, y1, x2, y2], "label": "the dog"}]

`answer_reader.reader_for` reads all of these on the pictures of a chat. A family whose boxes look otherwise offers
another class with the same `feed` and `finish`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from eyebox_models.boxes.findings import Found
from eyebox_models.boxes.markup import ALL, INTERNVL, QWEN2_VL, QWEN_VL, Markup
from eyebox_models.boxes.pictures import OnePicture
from eyebox_models.boxes.reader import TextReader
from eyebox_models.protocol.ask import BoxFound
from eyebox_models.protocol.box import Point

__all__ = [
    "ALL", "INTERNVL", "QWEN2_VL", "QWEN_VL", "AnswerReader", "BoxReader", "Found", "JsonBoxReader", "Markup", "Place",
]  # fmt: skip

Place = Callable[[float, float], Point]
"""From a point as the model wrote it to pixels of the upright original picture."""


class AnswerReader(Protocol):
    """Turns the text of one answer into events, whatever pieces it comes in."""

    @property
    def text(self) -> str:
        """What is shown so far."""
        ...

    @property
    def boxes(self) -> list[BoxFound]: ...

    @property
    def cut(self) -> int:
        """Boxes that were dropped because they were incomplete or empty."""
        ...

    def feed(self, piece: str) -> list[Found]:
        """The events that are certain after a further piece of text."""
        ...

    def finish(self) -> list[Found]:
        """The last events, at the end of the text."""
        ...


class BoxReader(TextReader):
    """Reads markup alone, on one picture. `place` is asked once for each point."""

    def __init__(self, turn: int, place: Place, image: int = 0, markups: tuple[Markup, ...] = ALL) -> None:
        super().__init__(turn, OnePicture(place, image), markups)


class JsonBoxReader(TextReader):
    """Reads JSON alone, on one picture. `place` is asked once for each point."""

    def __init__(self, turn: int, place: Place, image: int = 0, y_first: tuple[str, ...] = ()) -> None:
        super().__init__(turn, OnePicture(place, image), (), json=True, y_first=y_first)
