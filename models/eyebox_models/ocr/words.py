"""The text of a line, its words and their boxes, from its characters and where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.quads import Quad, size
from eyebox_models.ocr.recognise import Glyph
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Word

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


def words_of(glyphs: Sequence[Glyph], quad: Quad, ink: Sequence[bool] = ()) -> tuple[Word, ...]:
    """Latin words and Chinese runs of a line with their upright boxes, in the picture's pixels.

    `ink` says where along the line there is any: words then begin and end with it.
    """
    width, height = size(quad)
    em = height / _QUAD_HEIGHT / max(width, 1.0)
    runs = _runs(glyphs)
    halves = [_half_width([g.middle for g in run], em, is_chinese(run[0].text)) for run in runs]
    starts = [max(0.0, run[0].middle - half) for run, half in zip(runs, halves, strict=True)]
    ends = [min(1.0, run[-1].middle + half) for run, half in zip(runs, halves, strict=True)]
    for index, (before, after) in enumerate(pairwise(runs)):
        gap = _widest_gap(ink, before[-1].middle, after[0].middle)
        if gap:
            ends[index], starts[index + 1] = gap
        elif ends[index] > starts[index + 1]:
            ends[index] = starts[index + 1] = (ends[index] + starts[index + 1]) / 2
    if runs and any(ink):
        starts[0] = min(ink.index(True) / len(ink), runs[0][0].middle)
        ends[-1] = max(1 - ink[::-1].index(True) / len(ink), runs[-1][-1].middle)
    return tuple(
        Word(
            unicodedata.normalize("NFC", "".join(g.text for g in run)),
            _box(quad, start, end),
            round(min(g.score for g in run), 3),
        )
        for run, start, end in zip(runs, starts, ends, strict=True)
    )


def _widest_gap(ink: Sequence[bool], start: float, end: float) -> tuple[float, float] | None:
    """The widest place without ink between two places of a line, all of them 0..1."""
    first, last = round(start * len(ink)), round(end * len(ink))
    best: tuple[int, int] | None = None
    begin: int | None = None
    for column in range(first, last + 1):
        blank = column < last and not ink[column]
        if blank and begin is None:
            begin = column
        elif not blank and begin is not None:
            if begin > first and column < last and (best is None or column - begin > best[1] - best[0]):
                best = begin, column
            begin = None
    return (best[0] / len(ink), best[1] / len(ink)) if best else None


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
