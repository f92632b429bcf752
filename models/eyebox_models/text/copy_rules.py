"""How read text is tidied on its way to the clipboard."""

from __future__ import annotations

import re

from eyebox_models.protocol.dataclass import dataclass

_WIDE = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "})
_CHINESE = "\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\U00020000-\U0003ffff"
_MARKS = "，。！？；：、（）《》「」『』【】“”‘’…"
_BETWEEN = re.compile(f"(?<=[{_CHINESE}{_MARKS}])[ \\t]+(?=[{_CHINESE}{_MARKS}])")
_AT_MARKS = re.compile(f"[ \\t]+(?=[{_MARKS}])|(?<=[{_MARKS}])[ \\t]+")
_AT_LATIN = re.compile(f"(?<=[{_CHINESE}])[ \\t]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])[ \\t]+(?=[{_CHINESE}])")


@dataclass(frozen=True, slots=True)
class CopyRules:
    """`paragraphs`: lines of a paragraph are joined, and words that were cut at a line's end are whole again. `trim`: no
    spaces at the ends of lines, no empty lines at the ends. `half_width`: full-width letters, digits and signs become
    ordinary ones. `spaces`: none inside Chinese text, one beside Latin words where there were some.
    """

    paragraphs: bool = False
    trim: bool = True
    half_width: bool = False
    spaces: bool = True


def tidied(text: str, rules: CopyRules) -> str:
    """The text by the rules, but for `paragraphs`, which needs to know its blocks."""
    if rules.half_width:
        text = text.translate(_WIDE)
    if rules.spaces:
        text = _AT_LATIN.sub(" ", _AT_MARKS.sub("", _BETWEEN.sub("", text)))
    if rules.trim:
        text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return text
