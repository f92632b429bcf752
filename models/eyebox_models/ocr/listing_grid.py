"""Words of evenly spaced text on the grid of its characters: how wide one is, how many spaces stand between words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from eyebox_models.ocr.words import is_chinese
from eyebox_models.protocol.page import Rect, Word

_LEAST_LENGTH = 6
"""How many characters a line has at least for its width to say how wide one is."""
MOST_SPACES = 200
_NO_SPACE, _OVER = 0.5, 0.8
_MOST_BIAS = 0.6
_BEFORE = {**dict.fromkeys("!'.:|", 0.39), **dict.fromkeys("([", 0.38), **dict.fromkeys(",;", 0.28)}
_BEFORE |= {**dict.fromkeys('"{})]`', 0.24), **dict.fromkeys("-$?ir1I/\\sz", 0.16)}
_AFTER = {**dict.fromkeys("!'.:|,;)]`", 0.38), **dict.fromkeys('"{}([', 0.24)}
_AFTER |= {"j": 0.29, **dict.fromkeys("-$?1I/\\sztl", 0.16)}
_BLANK = 0.09
"""How much of a character's place lies blank before and after its ink, in evenly spaced fonts (the median of four)."""


def width_of(words: Sequence[Word]) -> tuple[float, float]:
    """How wide a character is by a whole line, with a space between its words, or none; 0 for what is too short to tell."""
    count = sum(len(word.text) for word in words)
    spaces = len(words) - 1
    if count + spaces < _LEAST_LENGTH or any(is_chinese(letter) for word in words for letter in word.text):
        return 0.0, 0.0
    blank = _BEFORE.get(words[0].text[0], _BLANK) + _AFTER.get(words[-1].text[-1], _BLANK)
    long = max(0.0, words[-1].box[2] - words[0].box[0])
    return long / (count + spaces - blank), long / (count - blank)


def start_of(words: Sequence[Word], pitch: float, lean: float) -> float:
    """Where the first character's place begins."""
    if not words:
        return 0.0
    box = words[0].box
    return box[0] + (box[1] + box[3]) / 2 * lean - _BEFORE.get(words[0].text[0], _BLANK) * pitch


def gaps_of(before: Word, after: Word, pitch: float) -> tuple[float, float] | None:
    """How many spaces stand between two words: by what is blank there, and by where the two begin. None in Chinese."""
    if not (before.text.isascii() and after.text[0].isascii()):
        return None
    begins, follows = _BEFORE.get(before.text[0], _BLANK), _BEFORE.get(after.text[0], _BLANK)
    blank = _AFTER.get(before.text[-1], _BLANK) + follows
    apart = (after.box[0] - before.box[0]) / pitch - (follows - begins) - len(before.text)
    return (after.box[0] - before.box[2]) / pitch - blank, apart


def spaces_between(before: Word, after: Word, pitch: float, bias: float) -> int | None:
    """How many spaces stand between two words, by their places; None where these say nothing.

    One, unless both ways to tell agree that it is none or that there are several.
    """
    gaps = gaps_of(before, after, pitch)
    if gaps is None:
        return None
    wide, apart = gaps[0] - bias, gaps[1]
    if apart > -_OVER and max(wide, apart) < _NO_SPACE:
        return 0
    return min(max(round(min(wide, apart)), 1), MOST_SPACES)


def bias_of(rows: Sequence[Sequence[Word]], pitch: float) -> float:
    """How much wider what is blank between words looks than it is: most words have one space between them."""
    gaps = [
        gaps[0] - 1
        for words in rows
        for a, b in pairwise(words)
        if (gaps := gaps_of(a, b, pitch)) and (a.text[-1].isalnum() or b.text[0].isalnum())
    ]
    return min(max(median(gaps), -_MOST_BIAS), _MOST_BIAS) if gaps else 0.0


def spaced_text(words: Sequence[Word], read: str, pitch: float, bias: float) -> str:
    """The text of a row, spaced by where its words stand."""
    if not words:
        return read.strip()
    text, at = words[0].text, max(read.find(words[0].text), 0) + len(words[0].text)
    for before, after in pairwise(words):
        found = read.find(after.text, at)
        spaces = spaces_between(before, after, pitch, bias)
        if spaces is None:
            spaces = int(found > at)
        at = found + len(after.text) if found >= 0 else at
        text += " " * spaces + after.text
    return text


def joined_words(words: Sequence[Word], pitch: float, bias: float) -> tuple[Word, ...]:
    """The words, those between which nothing stands made one."""
    result: list[Word] = []
    for word in words:
        if result and spaces_between(result[-1], word, pitch, bias) == 0:
            result[-1] = Word(
                result[-1].text + word.text, _both(result[-1].box, word.box), _less(result[-1], word)
            )
        else:
            result.append(word)
    return tuple(result)


def _both(one: Rect, other: Rect) -> Rect:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _less(one: Word, other: Word) -> float | None:
    return None if one.score is None or other.score is None else min(one.score, other.score)
