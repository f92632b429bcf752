"""Cuts a growing answer into pieces that are rendered once, and marks phrases so that they survive rendering.

No Qt. All offsets count characters of the source text, as Python does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r" {0,3}([-+*]|\d{1,9}[.)])(\s|$)")
_LONG_LIST = 1500
"""A list is cut between its items once it has this many characters."""
_PLAIN_PIECE = 1000
_ENDLESS = re.compile(r"\S{3000}")

_START, _END, _MARKS = 0x100000, 0x108000, 0x8000
_ANY_MARK = re.compile("[\U00100000-\U0010ffff]")
_EDGE = "*_~`"
_LINE_START = re.compile(r"(?:[ \t]*(?:>|#{1,6}(?=\s)|[-+*](?=\s)|\d{1,9}[.)](?=\s)|\|))*[ \t]*")
_LINK_END = re.compile(r"\]\([^()\s]*\)$")


def clean(text: str) -> str:
    """Model text without what Qt or the marks would take for its own; the length stays the same."""
    text = _ANY_MARK.sub("\ufffd", text)
    return re.sub("[\x00\ud800-\udfff\ufdd0\ufdd1\ufffc\u2028\u2029]", _harmless, text)


def _harmless(match: re.Match[str]) -> str:
    return "\n" if match[0] in "\u2028\u2029" else "\ufffd"


def cut_markdown(source: str, start: int = 0) -> list[int]:
    """Offsets after `start` where a further top-level block of Markdown begins.

    What lies before the last one never changes while text is added at the end: only whole lines count.
    """
    cuts = []
    position = start
    length = 0
    fence = ""
    in_list = blank = False
    while (end := source.find("\n", position) + 1) > 0:
        line = source[position:end]
        if fence:
            if _closes(fence, line):
                fence = ""
                if not in_list:
                    cuts.append(end)
                    position, length = end, 0
                    continue
        elif line.strip():
            opening = _FENCE.match(line)
            item = _ITEM.match(line)
            if length and _begins_block(line, opening, item, in_list, blank, length):
                cuts.append(position)
                length = 0
            if not length:
                in_list = item is not None
            if in_list:
                opening = _FENCE.match(line.lstrip())
            fence = opening[1] if opening else ""
            blank = False
        else:
            blank = True
        if length or line.strip():
            length += len(line)
        position = end
    return cuts


def _closes(fence: str, line: str) -> bool:
    closing = line.strip()
    return len(closing) >= len(fence) and set(closing) == {fence[0]}


def _begins_block(line: str, opening: object, item: object, in_list: bool, blank: bool, length: int) -> bool:
    if in_list:
        if item:
            return not line.startswith(" ") and length >= _LONG_LIST
        return blank and not line.startswith((" ", "\t"))
    return bool(opening) or (blank and not line.startswith(("    ", "\t")))


def cut_plain(source: str, start: int = 0) -> list[int]:
    """Offsets after `start` where a further piece of plain text begins: a line's start, every 1,000 or so."""
    cuts = []
    piece = start
    while (end := source.find("\n", piece + _PLAIN_PIECE) + 1) > 0:
        cuts.append(end)
        piece = end
    return cuts


def has_endless_word(text: str) -> bool:
    """Whether a text has thousands of characters without a space: breaking them at words takes Qt seconds."""
    return _ENDLESS.search(text) is not None


def mark(source: str, start: int, end: int, spans: Iterable[tuple[int, int, int]], markdown: bool) -> str:
    """`source[start:end]` with a mark before and after each span `(number, from, to)` that touches it.

    In Markdown the marks move inwards past what is syntax, so that they change nothing of its meaning.
    """
    marks: list[tuple[int, int, str]] = []
    for number, first, last in spans:
        first, last = max(first, start), min(last, end)
        if markdown and first < last:
            first, last = _inside(source, first, last)
        if first < last and 0 <= number < _MARKS:
            marks.append((first, 1, chr(_START + number)))
            marks.append((last, 0, chr(_END + number)))
    pieces: list[str] = []
    position = start
    for offset, _, character in sorted(marks):
        pieces += (source[position:offset], character)
        position = offset
    return "".join(pieces) + source[position:end]


def _inside(source: str, first: int, last: int) -> tuple[int, int]:
    if first == 0 or source[first - 1] == "\n":
        syntax = _LINE_START.match(source, first, last)
        first = syntax.end() if syntax else first
    while first < last and (source[first] in _EDGE or source[first].isspace()):
        first += 1
    while first < last and (source[last - 1] in _EDGE or source[last - 1].isspace()):
        last -= 1
    if first < last and source[first] == "[" and (tail := _LINK_END.search(source[first:last])):
        return first + 1, first + tail.start()
    return first, last


def marks_in(text: str) -> list[tuple[int, int, bool]]:
    """The marks of a text as `(offset, number, begins)`, in order."""
    found = []
    for match in _ANY_MARK.finditer(text):
        code = ord(match[0])
        begins = code < _END
        found.append((match.start(), code - (_START if begins else _END), begins))
    return found


def without_marks(text: str) -> str:
    return _ANY_MARK.sub("", text)


def utf16_length(text: str) -> int:
    """How many positions of a document a text takes."""
    return len(text) + sum(character > "\uffff" for character in text)


def common_length(one: str, other: str) -> int:
    """How many positions of a document the same beginning of two texts takes."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    return utf16_length(one[:same])
