"""Text that runs from right to left: told by its letters, and its marks of direction removed."""

from __future__ import annotations

import unicodedata

_MARKS = dict.fromkeys(
    map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)


def without_marks(text: str) -> str:
    """The text without marks that tell a display which way it runs, and without spaces around it."""
    return text.translate(_MARKS).strip()


def runs_left(text: str) -> bool:
    """Whether a text runs from right to left: most of its letters do."""
    if text.isascii():
        return False
    sides = [unicodedata.bidirectional(character) for character in text]
    return sides.count("R") + sides.count("AL") > sides.count("L")
