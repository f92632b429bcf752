"""The text of a line, its words and their boxes, from its characters and where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from eyebox_models.box import Point, enclosing
from eyebox_models.page import Word
from eyebox_models.reading.quads import Quad, size
from eyebox_models.reading.recognise import Glyph

_LATIN_WIDTH = 0.5
_CHINESE_WIDTH = 1.0
"""Usual widths of characters, in heights of their letters; a quad is about half as high again."""
_QUAD_HEIGHT = 1.5


def is_chinese(text: str) -> bool:
    """Whether a character is written without spaces around it (Chinese, Japanese, their punctuation)."""
    code = ord(text[0])
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFE30 <= code <= 0xFE4F
        or 0xFF00 <= code <= 0xFF60
        or 0x20000 <= code <= 0x3FFFF
    )


def line_text(glyphs: Sequence[Glyph]) -> str:
    """The text of a line: one space between Latin words, none between Chinese characters; composed (NFC)."""
    pieces = "".join(glyph.text for glyph in glyphs).split()
    text = ""
    for piece in pieces:
        joined = not text or (is_chinese(text[-1]) and is_chinese(piece[0]))
        text += piece if joined else f" {piece}"
    return unicodedata.normalize("NFC", text)


def words_of(glyphs: Sequence[Glyph], quad: Quad) -> tuple[Word, ...]:
    """Latin words and Chinese runs of a line with their upright boxes, in the picture's pixels."""
    width, height = size(quad)
    em = height / _QUAD_HEIGHT / max(width, 1.0)
    found = []
    for run in _runs(glyphs):
        half = _half_width([glyph.middle for glyph in run], em, is_chinese(run[0].text))
        text = unicodedata.normalize("NFC", "".join(glyph.text for glyph in run))
        found.append((text, run[0].middle - half, run[-1].middle + half))
    starts = [0.0, *(0.0 for _ in found[1:])]
    ends = [1.0 for _ in found]
    for index, ((_, _, end), (_, start, _)) in enumerate(pairwise(found)):
        if end > start:
            ends[index] = starts[index + 1] = (end + start) / 2
    return tuple(
        Word(text, _box(quad, max(start, low), min(end, high)))
        for (text, start, end), low, high in zip(found, starts, ends, strict=True)
    )


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters that belong together: parted by spaces, and where Chinese meets Latin."""
    runs: list[list[Glyph]] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            if before is not None and not is_chinese(before.text):
                before = None
            continue
        if before is not None and is_chinese(before.text) == is_chinese(glyph.text):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
        before = glyph
    return runs


def _half_width(middles: Sequence[float], em: float, chinese: bool) -> float:
    """Half of a character's width, along the line's 0..1."""
    usual = em * (_CHINESE_WIDTH if chinese else _LATIN_WIDTH)
    if len(middles) < 2:
        return usual / 2
    return min(max(median(b - a for a, b in pairwise(middles)), usual / 2), usual * 1.5) / 2


def _box(quad: Quad, start: float, end: float) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad

    def upper(at: float) -> Point:
        return x0 + (x1 - x0) * at, y0 + (y1 - y0) * at

    def lower(at: float) -> Point:
        return x3 + (x2 - x3) * at, y3 + (y2 - y3) * at

    x_min, y_min, x_max, y_max = enclosing((upper(start), upper(end), lower(start), lower(end)))
    return round(x_min, 1), round(y_min, 1), round(x_max, 1), round(y_max, 1)
