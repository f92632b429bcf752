"""Text that runs from right to left: told by its letters, and its marks of direction removed."""

from __future__ import annotations

import unicodedata

_MARKS = dict.fromkeys(
    map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)

_LETTERS = ("L", "R", "AL")


def without_marks(text: str) -> str:
    """The text without marks that tell a display which way it runs, and without spaces around it."""
    return text.translate(_MARKS).strip()


def runs_left(text: str) -> bool:
    """Whether a text runs from right to left: its first letter or most of its letters do."""
    if text.isascii():
        return False
    sides = [side for side in map(unicodedata.bidirectional, text) if side in _LETTERS]
    return sides[:1] in (["R"], ["AL"]) or 2 * sides.count("L") < len(sides)
