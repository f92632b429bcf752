"""Long words, like paths, that may be broken where a line ends: a label that wraps would grow as wide as they are."""

from __future__ import annotations

import re

_LONGEST = 24
_WORD = re.compile(rf"[^\s/\\-]{{{_LONGEST + 1},}}")
_PIECE = re.compile(rf"[^_.]{{1,{_LONGEST}}}[_.]*|[_.]{{1,{_LONGEST}}}")
_BREAK = "\N{ZERO WIDTH SPACE}"


def breakable(text: str) -> str:
    """The same text for a label; it holds marks that nobody sees, so it must not be copied."""
    return _WORD.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), text)
