"""A forgiving, incremental scanner of JSON: it never fails, it only goes on.

Single quotes, curly quotes, trailing and missing commas, unescaped quotes inside a string, bare words, round brackets
for lists, missing closing brackets: all of that is read as it was most likely meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from eyebox_models.boxes.shapes import Pair, shape_key

DEEPEST = 48
LONGEST_WORD = 100
"""Characters of a bare word that count."""
_QUOTES = {'"': '"', "'": "'", "“": "”"}
_CLOSES_BEFORE = frozenset(",:}])，：\"'“”")
_PLAIN = {quote: re.compile(rf"[^\\{re.escape(end)}]+") for quote, end in _QUOTES.items()}
_WORD = re.compile(r"[^\s,，:：{}\[\]()\"“”]+")
_GAP = re.compile(r"[\s,，]+")
_SPACE = re.compile(r"\s{0,65}")
_COORDINATES = "0123456789-+.([<"
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_NUMBER = re.compile(r"[-+]?\d{1,30}")


@dataclass(slots=True)
class Level:
    """An open list or object. `at` is where it began, `spans` where the text of its strings stands."""

    is_object: bool
    at: int
    under: str
    """The key that it is the value of, through lists; "" for none."""
    part: bool = False
    """It belongs to the coordinates of an object around it."""
    items: list[Any] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    key: str | None = None
    colon: bool = False
    marked: bool = False
    """A key of coordinates was seen."""
    has_boxes: bool = False
    """Boxes were found inside."""

    def value(self) -> Any:
        return dict(self.pairs) if self.is_object else self.items


class JsonScan:
    """Reads one outermost value. `levels` are the containers open now.

    `closed(level)` is called for each object as it closes, `scalar(key)` for each word, number or string in its place.
    """

    def __init__(self, closed: Callable[[Level], None], scalar: Callable[[str | None], None]) -> None:
        self.levels: list[Level] = []
        self.done = False
        self.failed = False
        self._closed = closed
        self._scalar = scalar
        self._quote = ""
        self._string: list[str] = []
        self._word = ""
        self._began = 0
        self.position = 0

    @property
    def marked(self) -> bool:
        """Whether an object that is open now has coordinates; a text under such a key is none."""
        if self._quote and self.levels[-1].colon and (self._string or [""])[0][:1] not in _COORDINATES:
            top = self.levels[-1]
            before = any(shape_key(name) for name, _value in top.pairs)
            return any(level.marked for level in self.levels[:-1]) or (before and top.marked)
        return any(level.marked for level in self.levels)

    @property
    def string_length(self) -> int:
        """The length of the string that the text is inside of, -1 outside of any."""
        return self.position - self._began if self._quote else -1

    @property
    def partial_key(self) -> str:
        """The beginning of a key, when the text ends in one."""
        if not self.levels or not self.levels[-1].is_object or self.levels[-1].colon:
            return ""
        return "".join(self._string) if self._quote else self.levels[-1].key or ""

    def step(self, text: str, at: int, final: bool) -> int:
        """Reads one token from `at`, at most to the end; returns where to go on, or `at` when more must come.

        `position` counts the characters read, so that spans are places of the whole value.
        """
        if self._quote:
            end = self._in_string(text, at, final)
        elif self._word:
            end = self._in_word(text, at)
        else:
            end = self._token(text, at)
        self.position += end - at
        return end

    def end(self) -> None:
        """The text has ended: what was being read ends too."""
        if self._quote:
            return
        if self._word:
            self._end_word()

    def _token(self, text: str, at: int) -> int:
        gap = _GAP.match(text, at)
        if gap:
            return gap.end()
        c = text[at]
        if c in "{[(":
            self._open(c == "{")
        elif c in "}])":
            self._close(c)
        elif c in ":：":
            self._on_colon()
        elif c in _QUOTES:
            self._quote, self._string, self._began = c, [], self.position + 1
        elif c == "`":
            self.failed = True
            return at
        elif c == "”":
            pass
        else:
            self._began = self.position
            return self._in_word(text, at)
        return at + 1

    def _in_word(self, text: str, at: int) -> int:
        match = _WORD.match(text, at)
        end = match.end() if match else at
        self._word = (self._word + text[at : min(end, at + LONGEST_WORD)])[:LONGEST_WORD]
        if end < len(text):
            self._end_word(end - at)
            if end == at:
                return self._token(text, at)
        return end

    def _end_word(self, more: int = 0) -> None:
        word, self._word = self._word, ""
        self._add(_meaning(word), self._began, self.position + more)

    def _in_string(self, text: str, at: int, final: bool) -> int:
        plain = _PLAIN[self._quote].match(text, at)
        if plain:
            self._string.append(plain.group())
            return plain.end()
        if text[at] == "\\":
            return self._escape(text, at, final)
        after = _SPACE.match(text, at + 1)
        end = after.end() if after else at + 1
        if end == len(text) and not final:
            return at
        if end < len(text) and text[end] not in _CLOSES_BEFORE and not text[end].isspace():
            self._string.append(text[at])
            return at + 1
        value = _whole("".join(self._string))
        self._quote = ""
        self._add(value, self._began, self.position)
        return at + 1

    def _escape(self, text: str, at: int, final: bool) -> int:
        left = len(text) - at
        coded = text[at + 1 : at + 2] == "u"
        if left < (6 if coded else 2) and not final:
            return at
        if coded:
            code = text[at + 2 : at + 6]
            if len(code) == 4 and all(c in "0123456789abcdefABCDEF" for c in code):
                self._string.append(chr(int(code, 16)))
                return at + 6
        self._string.append(_ESCAPES.get(text[at + 1 : at + 2], text[at + 1 : at + 2]))
        return min(at + 2, len(text))

    def _open(self, is_object: bool) -> None:
        if len(self.levels) >= DEEPEST:
            self.failed = True
            return
        under, part = "", False
        if is_object and len(self.levels) > 1 and self.levels[-1].pairs and not self.levels[-1].colon:
            self._end_level(self.levels.pop())
        if self.levels:
            top = self.levels[-1]
            if top.is_object and top.colon and top.key is not None:
                under, part = top.key, top.part or bool(shape_key(top.key))
                part = part and not (is_object and shape_key(top.key) == "box" and top.key.lower() in _PLURAL)
            elif not top.is_object:
                under, part = top.under, top.part
        self.levels.append(Level(is_object, self.position, under, part))

    def _close(self, bracket: str) -> None:
        wanted = bracket == "}"
        if not any(level.is_object == wanted for level in self.levels):
            return
        while self.levels:
            level = self.levels.pop()
            self._end_level(level)
            if level.is_object == wanted:
                break
        self.done = not self.levels

    def _end_level(self, level: Level) -> None:
        if level.is_object and not level.part:
            self._closed(level)
        if self.levels:
            above = self.levels[-1]
            above.has_boxes = above.has_boxes or level.has_boxes
            if level.part or not level.is_object:
                self._place(level.value(), (0, 0))
            elif above.is_object:
                self._place(None, (0, 0))

    def _on_colon(self) -> None:
        top = self.levels[-1]
        if not top.is_object and top.items and isinstance(top.items[-1], str) and len(self.levels) > 1:
            key = top.items.pop()
            while not self.levels[-1].is_object and len(self.levels) > 1:
                self._end_level(self.levels.pop())
            top = self.levels[-1]
            top.key = key
        if top.is_object and top.key is not None:
            top.colon = True
            top.marked = top.marked or (bool(shape_key(top.key)) and not top.part)

    def _add(self, value: Any, start: int, end: int) -> None:
        top = self.levels[-1]
        if top.is_object and not top.colon:
            top.key = value if isinstance(value, str) else str(value)
            return
        key = top.key if top.is_object else None
        if key and top.marked and isinstance(value, str) and value[:1] not in _COORDINATES:
            top.marked = any(shape_key(name) for name, _value in top.pairs)
        self._place(value, (start, end))
        if not top.part:
            self._scalar(key)

    def _place(self, value: Any, span: tuple[int, int]) -> None:
        top = self.levels[-1]
        if not top.is_object:
            top.items.append(value)
        elif top.key is not None:
            top.pairs.append((top.key, value))
            top.spans.append(span)
            top.key, top.colon = None, False


_PLURAL = frozenset(("boxes", "bboxes"))


def _whole(text: str) -> str:
    """A string whose halves of surrogate pairs are joined; what is no character becomes a replacement mark."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _meaning(word: str) -> Any:
    """A bare word: a number, a truth value, nothing, or text."""
    if _NUMBER.fullmatch(word):
        return int(word)
    try:
        return float(word)
    except ValueError:
        return {"null": None, "None": None, "true": True, "True": True, "false": False, "False": False}.get(
            word, word
        )
