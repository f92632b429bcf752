"""Stops of Chinese and Japanese that is written from top to bottom.

They stand in the upper right corner of their squares. In a line that was turned level, that is its upper left one: there
the network overlooks them, or takes a comma for an apostrophe.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from eyebox_models.ocr.recognise import Glyph
from eyebox_models.ocr.words import is_chinese, pitch_of_chinese

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TAKEN_FOR_COMMA, _TAKEN_FOR_STOP = frozenset("’‘'`´"), frozenset("°º˚")
_LEAST_CHARACTERS = 3
_MISSING = 1.6
"""From one character to the next where a square between them was read as nothing, in squares."""
_SMALL, _HIGH = 0.55, 0.6
"""How large a stop is at most, in squares, and where its lower end lies at most, in heights of the line."""
_INSIDE = 0.35
"""How far from the middle of a character its square may end already: where characters stand is known to a sixth of it."""
_LEAST_INK = 6
_LEAST_RING = 5


def with_stops(glyphs: Sequence[Glyph], strong: NDArray[np.bool_]) -> list[Glyph]:
    """The characters of a line that runs downwards on its page, turned level, with the stops between them.

    `strong`: the line's strokes, see `recognise.strokes`.
    """
    width = strong.shape[1]
    shown = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if sum(is_chinese(glyph.text) for glyph in shown) < max(_LEAST_CHARACTERS, len(shown) / 2):
        return list(glyphs)
    comma = "、" if any("\u3040" <= glyph.text <= "\u30ff" for glyph in shown) else "，"
    square = pitch_of_chinese(shown, width) / width
    result: list[Glyph] = []
    for glyph, after in pairwise([*shown, None]):
        assert glyph is not None
        if glyph.text in _TAKEN_FOR_COMMA:
            glyph = replace(glyph, text=comma)
        elif glyph.text in _TAKEN_FOR_STOP:
            glyph = replace(glyph, text="。")
        result.append(glyph)
        end = after.middle if after else 1 + square / 2
        if not is_chinese(glyph.text) or (after and end - glyph.middle < _MISSING * square):
            continue
        first = round((glyph.middle + _INSIDE * square) * width)
        last = round((end - _INSIDE * square) * width) if after else width
        if stop := _stop_in(strong[:, first:last], square * width, comma):
            result.append(Glyph(stop, min(1.0, glyph.middle + square), glyph.score))
    return result


def _stop_in(part: NDArray[np.bool_], square: float, comma: str) -> str:
    """What stop stands between two characters; empty where there is none."""
    import numpy as np

    inked = np.flatnonzero(part.any(axis=0))
    for columns in np.split(inked, np.flatnonzero(np.diff(inked) > 1) + 1):
        if not columns.size or columns[0] == 0:
            continue
        sign = part[:, columns[0] : columns[-1] + 1]
        rows = np.flatnonzero(sign.any(axis=1))
        sign = sign[rows[0] : rows[-1] + 1]
        high, wide = sign.shape
        if max(high, wide) > _SMALL * square or rows[-1] >= _HIGH * len(part) or sign.sum() < _LEAST_INK:
            continue
        inside = sign[high // 3 : high - high // 3, wide // 3 : wide - wide // 3]
        return "。" if min(high, wide) >= _LEAST_RING and inside.mean() < 0.5 else comma
    return ""
