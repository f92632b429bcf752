"""Reads boxes out of a model's text as it is generated: pieces of text in, events out.

Boxes are marked up in the text, or written as JSON. The markup is hidden and the label it encloses is shown; JSON that
lists boxes is shown as a list of their labels:

    Qwen-VL     <ref>the dog</ref><box>(x1,y1),(x2,y2)</box>
    Qwen2-VL    <|object_ref_start|>the dog<|object_ref_end|><|box_start|>(x1,y1),(x2,y2)<|box_end|>
    InternVL    <ref>the dog</ref><box>[[x1, y1, x2, y2], [..]]</box>
    Qwen2.5-VL, Qwen3-VL   [{"bbox_2d": [x1, y1, x2, y2], "label": "the dog"}]

`reader_for` reads all of these on the pictures of a chat. A family whose boxes look otherwise offers
another class with the same `feed` and `finish`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from eyebox_models.boxes.findings import Found
from eyebox_models.boxes.markup import ALL, Markup
from eyebox_models.boxes.pictures import CoordinateRule, Pictures
from eyebox_models.boxes.reader import TextReader
from eyebox_models.protocol.events import BoxFound, ImageInfo


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


def reader_for(
    turn: int, seen: Sequence[ImageInfo], rule: CoordinateRule, markups: tuple[Markup, ...] = ALL
) -> TextReader:
    """A reader of markup and JSON for one answer, with special tokens hidden.

    `seen` are all pictures of the chat in order. A box lies on the latest unless the answer names another before it
    ("Picture 1", "Image-2", "the first image", "图1", "第一张图"), and is clipped to it.
    """
    return TextReader(turn, Pictures(seen, rule), markups, json=True, y_first=rule.y_first, hide_special=True)
