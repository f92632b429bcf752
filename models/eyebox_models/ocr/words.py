"""The text of a line, its words and their boxes, from its characters and where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.quads import Quad, size
from eyebox_models.ocr.recognise import LINE_HEIGHT, Glyph
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.page import Line, Rect, Word

_LATIN_WIDTH = 0.5
_CHINESE_WIDTH = 1.0
"""Usual widths of characters, in heights of their letters; a quad is about half as high again."""
_QUAD_HEIGHT = 1.5
_SURE = 0.9
"""Where no character of a Chinese run has a lower score, those of the others say nothing."""
_WIDE_SPACE = "\u3000"
"""Between Chinese characters, where spaces else mean nothing."""
_LIKELY_SPACE, _LIKELY_IN_SMALL = 0.02, 0.05
"""From this on a wide gap is a space that the network swallowed. Of 699 narrowly set lines in 18 fonts 607 are then read
exactly instead of 553, and 2 no longer. In small print a gap says less: there 7 of 648 single words were cut so, and 1 is."""
_WIDER = 1.2
_LIKE_OTHERS = 0.8
"""How wide a swallowed space is at least where others of its line were read, in their widths."""
_AT_ITS_END = 4
_CLEAR_GAP = LINE_HEIGHT * 0.4
"""From this on a gap is a space whatever the network says, if it is much wider than the others."""
_USUAL_PITCH = 0.75 * LINE_HEIGHT
_FIELD_PITCH, _FIELD_GAP = 1.6, 0.7
"""From middle to middle and without ink, in the pitch of Chinese characters: between fields of a form."""
_READ_GAP, _LATIN_GAP, _STOP_GAP = 0.45, 0.55, 1.0
"""Without ink: where the network reads a space, between Chinese and Latin, and beside a full-width stop."""
_STOPS = frozenset("，。、；：！？（）《》「」『』【】〈〉“”…·")
_IN_NUMBERS = frozenset("0123456789.,:;'-/%")


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


def spaced(glyphs: Sequence[Glyph], ink: Sequence[bool], small: bool = False) -> list[Glyph]:
    """The characters of a line with spaces where its gaps show some: those that the network swallowed in narrowly set
    Latin text, and those between fields of a Chinese form, which `line_text` keeps. `ink`: see `words_of`; of a line
    `LINE_HEIGHT` high, which is `small` on its picture."""
    shown = [number for number, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    gaps = [_gap(ink, glyphs[a], glyphs[b]) for a, b in pairwise(shown)]
    inside = [gap for gap, (a, b) in zip(gaps, pairwise(shown), strict=True) if b == a + 1]
    known = [gap for gap, (a, b) in zip(gaps, pairwise(shown), strict=True) if b > a + 1]
    wide = max(_WIDER * median(inside) + 1 if inside else 0.0, _LIKE_OTHERS * median(known) if known else 0.0)
    likely = _LIKELY_IN_SMALL if small else _LIKELY_SPACE
    pitch = pitch_of_chinese([glyphs[number] for number in shown], len(ink))
    result = list(glyphs[: shown[0] + 1]) if shown else list(glyphs)
    for gap, (a, b) in zip(gaps, pairwise(shown), strict=True):
        before, after = glyphs[a], glyphs[b]
        middle = (before.middle + after.middle) / 2
        if is_chinese(before.text) or is_chinese(after.text):
            if _is_field_gap(
                before, after, gap / pitch, (after.middle - before.middle) * len(ink) / pitch, b > a + 1
            ):
                result.append(Glyph(_WIDE_SPACE, middle))
            else:
                result += glyphs[a + 1 : b]
        elif b == a + 1 and gap >= wide and (after.space >= likely or gap >= max(_CLEAR_GAP, 2 * wide)):
            if not (before.text in _IN_NUMBERS and after.text in _IN_NUMBERS):
                result.append(Glyph(" ", middle))
        else:
            result += glyphs[a + 1 : b]
        result.append(after)
    return result


def _gap(ink: Sequence[bool], before: Glyph, after: Glyph) -> float:
    """How wide the widest place without ink is between two characters, in columns of ink."""
    found = _widest_gap(ink, before.middle, after.middle)
    return (found[1] - found[0]) * len(ink) if found else 0.0


def _is_field_gap(before: Glyph, after: Glyph, gap: float, apart: float, read: bool) -> bool:
    """Whether there is a space beside a Chinese character; `gap` and `apart` in the pitch of such characters."""
    if before.text in _STOPS or after.text in _STOPS:
        return gap > _STOP_GAP and apart > _FIELD_PITCH
    if read:
        return gap > _READ_GAP
    if is_chinese(before.text) and is_chinese(after.text):
        return apart > _FIELD_PITCH and gap > _FIELD_GAP
    return gap > _LATIN_GAP


def pitch_of_chinese(shown: Sequence[Glyph], width: int) -> float:
    """From one Chinese character to the next, in columns of ink."""
    steps = [
        (after.middle - before.middle) * width
        for before, after in pairwise(shown)
        if is_chinese(before.text) and is_chinese(after.text)
    ]
    return max(median(steps), 1.0) if len(steps) > 1 else _USUAL_PITCH


def line_text(glyphs: Sequence[Glyph]) -> str:
    """The text of a line: one space between Latin words, none between Chinese characters but where `spaced` saw one;
    composed (NFC)."""
    text = ""
    for part in "".join(glyph.text for glyph in glyphs).split(_WIDE_SPACE):
        line = ""
        for piece in part.split():
            joined = not line or (is_chinese(line[-1]) and is_chinese(piece[0]))
            line += piece if joined else f" {piece}"
        text += f" {line}" if text and line else line
    return unicodedata.normalize("NFC", text)


def text_of(line: Line, words: Sequence[Word]) -> str:
    """The text of a line from the first of some of its words to the last."""
    places, at = {}, 0
    for word in line.words:
        start = line.text.find(word.text, at)
        if start < 0:
            return " ".join(word.text for word in words)
        at = start + len(word.text)
        places[id(word)] = (start, at)
    return line.text[places[id(words[0])][0] : places[id(words[-1])][1]]


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
        _word(run, _box(quad, start, end)) for run, start, end in zip(runs, starts, ends, strict=True)
    )


def _word(run: Sequence[Glyph], box: Rect) -> Word:
    text = unicodedata.normalize("NFC", "".join(glyph.text for glyph in run))
    scores = tuple(round(glyph.score, 3) for glyph in run)
    each = is_chinese(text) and len(text) == len(scores) and min(scores) < _SURE
    return Word(text, box, min(scores), scores if each else ())


def _widest_gap(ink: Sequence[bool], start: float, end: float) -> tuple[float, float] | None:
    """The widest place without ink between two places of a line, all of them 0..1.

    One that begins or ends at these places lies inside of a character, unless it is much wider than the others: where a
    stop stands is not known that well.
    """
    first, last = round(start * len(ink)), round(end * len(ink))
    best: tuple[int, int] | None = None
    most = 0
    begin: int | None = None
    for column in range(first, last + 1):
        blank = column < last and not ink[column]
        if blank and begin is None:
            begin = column
        elif not blank and begin is not None:
            wide = column - begin
            if begin == first or column == last:
                wide //= _AT_ITS_END
            if wide > most:
                most, best = wide, (begin, column)
            begin = None
    return (best[0] / len(ink), best[1] / len(ink)) if best else None


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Characters that belong together: parted by spaces, and where Chinese meets Latin."""
    runs: list[list[Glyph]] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            if glyph.text == _WIDE_SPACE or (before is not None and not is_chinese(before.text)):
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
