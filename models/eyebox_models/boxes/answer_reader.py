"""The reader of a model's answer about the pictures of a chat: every box syntax that is known, in any mixture."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox_models.boxes.markup import ALL, Markup
from eyebox_models.boxes.pictures import FRACTIONS, RESIZED, THOUSANDTHS, CoordinateRule, Pictures
from eyebox_models.boxes.reader import TextReader
from eyebox_models.protocol.ask import ImageInfo

__all__ = ["FRACTIONS", "RESIZED", "THOUSANDTHS", "CoordinateRule", "reader_for"]


def reader_for(
    turn: int, seen: Sequence[ImageInfo], rule: CoordinateRule, markups: tuple[Markup, ...] = ALL
) -> TextReader:
    """A reader of markup and JSON for one answer, with special tokens hidden.

    `seen` are all pictures of the chat in order. A box lies on the latest unless the answer names another before it
    ("Picture 1", "Image-2", "the first image", "图1", "第一张图"), and is clipped to it.
    """
    return TextReader(turn, Pictures(seen, rule), markups, json=True, y_first=rule.y_first, hide_special=True)
