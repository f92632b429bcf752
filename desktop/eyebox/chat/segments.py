"""Cuts a growing answer into pieces that are rendered once, and marks phrases so that they survive rendering.

No Qt. All offsets count characters of the source text, as Python does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from eyebox_models.protocol.dataclass import dataclass

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r" {0,3}([-+*]|\d{1,9}[.)])(\s|$)")
_LONG_LIST = 1500
"""A list is cut between its items once it has this many characters."""
_PLAIN_PIECE = 1000
LONGEST = 2500
"""Characters of a piece: breaking a word of so many into lines takes Qt a millisecond, one of 100,000 a second."""
CELLS = 80
"""Cells of a table that are laid out at a time."""
COLUMNS = 32
"""A table with more is shown as it was written: there is no room for it, and laying it out takes seconds."""
_DELIMITER = re.compile(r"\s*:?-+:?\s*")

_FORMULA = re.compile(
    r"""(?P<code> ^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*$ .*? (?:^[ ]{0,3}(?P=fence)[`~]*[ \t]*$|\Z)
        | (?<!`)(?P<ticks>`+)(?!`) .+? (?<!`)(?P=ticks)(?!`) )
    | \\\( (?:(?!\n\s*\n).)+? \\\) | \\\[ (?:(?!\n\s*\n).)+? \\\] | \$\$ (?:(?!\n\s*\n)[^$])+? \$\$
    | (?<![\\$\w])\$(?![\s$]) [^$\n]*[\\^_{][^$\n]* (?<!\s)\$(?![\d$])""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
"""Formulas as models write them (what stands between `$` may be prices: it has to look like one), and code, which is none."""

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


@dataclass(frozen=True, slots=True)
class Continuation:
    """What a piece carries on from the one before, which was cut because it grew too long.

    `kind` is "code" (`head` is the line that opened the fence), "table" (its first two lines), "list", "text" (a
    paragraph), "raw" (text that is shown as it was written) or "" for a block of its own.
    """

    kind: str = ""
    head: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a piece begins."""

    offset: int
    continues: Continuation = Continuation()


def markdown_cuts(source: str, after: Cut = Cut(0)) -> list[Cut]:
    """The pieces of Markdown behind the one that begins at `after`: top-level blocks, long ones in several pieces.

    What lies before the last one never changes while text is added at the end. No piece has more than `LONGEST`
    characters, and a table in one no more than about `CELLS` cells.
    """
    scan = _Scan(source, after)
    while scan.next_line():
        pass
    return scan.cuts


class _Scan:
    """Goes through Markdown line by line and notes where pieces begin."""

    def __init__(self, source: str, after: Cut) -> None:
        self.cuts: list[Cut] = []
        self._source = source
        self._position = after.offset
        self._fence = _marker(after.continues.head) if after.continues.kind == "code" else ""
        self._opening = after.continues.head if after.continues.kind == "code" else ""
        self._head = after.continues.head if after.continues.kind == "table" else ""
        self._raw = after.continues.kind == "raw"
        self._before = ""
        self._begin(after)

    def _begin(self, cut: Cut) -> None:
        """A piece begins."""
        self._start = cut.offset
        self._length = 1 if cut.continues.kind else 0
        self._in_list = cut.continues.kind == "list"
        self._rows = 0
        self._blank = False

    def _cut(self, offset: int, continues: Continuation = Continuation()) -> None:
        self.cuts.append(Cut(offset, continues))
        self._begin(self.cuts[-1])
        if not continues.kind:
            self._fence = self._opening = self._head = ""
            self._raw = False

    def next_line(self) -> bool:
        """Takes one line more; False when there is no whole one."""
        end = self._source.find("\n", self._position) + 1
        self._keep_short(end or len(self._source))
        if not end:
            return False
        line = self._source[self._position : end]
        if self._fence:
            if _closes(self._fence, line):
                self._fence = ""
                if not self._in_list:
                    self._cut(end)
                    self._position = end
                    return True
        elif line.strip():
            self._in_text(line)
        else:
            self._blank = True
            self._head = self._before = ""
        if self._length or line.strip():
            self._length += len(line)
        self._position = end
        return True

    def _in_text(self, line: str) -> None:
        opening, item = _FENCE.match(line), _ITEM.match(line)
        begins = _begins_block(line, opening, item, self._in_list, self._blank, self._length)
        if self._length and begins:
            self._cut(self._position)
        if not self._length:
            self._in_list = item is not None
        if self._in_list:
            opening = _FENCE.match(line.lstrip())
        self._fence, self._opening = (opening[1], line.lstrip()) if opening else ("", "")
        self._blank = False
        self._in_table(line)

    def _in_table(self, line: str) -> None:
        if self._head:
            self._rows += 1
            if self._rows > max(CELLS // max(self._head.count("|") // 2, 1), 1):
                self._cut(self._position, Continuation("table", self._head))
                self._rows = 1
        elif not self._in_list and (columns := columns_of(line)) and "|" in self._before:
            self._raw = self._raw or columns > COLUMNS
            self._head = "" if self._raw else self._before + line
        self._before = line

    def _keep_short(self, end: int) -> None:
        """Cuts before a line, or inside of one, with which the piece would be too long."""
        if end - self._start <= LONGEST:
            return
        only_opening = self._fence and self._length <= len(self._opening)
        if self._start < self._position and not only_opening:
            self._cut(self._position, self._carried_on())
        while end - self._start > LONGEST:
            offset = _last_gap(self._source, self._start)
            continues = self._carried_on()
            self._cut(offset, continues if continues.kind in ("code", "raw") else Continuation("text"))
        self._position = max(self._position, self._start)

    def _carried_on(self) -> Continuation:
        if self._raw:
            return Continuation("raw")
        if self._fence:
            return Continuation("code", self._opening)
        if self._head:
            return Continuation("table", self._head)
        if self._in_list:
            return Continuation("list")
        return Continuation("" if self._blank else "text")


def columns_of(line: str) -> int:
    """How many columns the line below a table's first row says that it has; 0 for any other line."""
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    is_delimiter = "|" in line and all(_DELIMITER.fullmatch(cell) for cell in cells)
    return len(cells) if is_delimiter else 0


def is_wide_table(text: str) -> bool:
    """Whether a piece holds a table with more columns than can be laid out."""
    return any(columns_of(line) > COLUMNS for line in text.split("\n") if line.count("|") >= COLUMNS)


def _last_gap(source: str, start: int) -> int:
    """The place behind the last space of a piece that is full, in its second half; its end if there is none."""
    full = start + LONGEST
    space = max(source.rfind(gap, start + LONGEST // 2, full) for gap in " \t")
    return space + 1 if space >= 0 else full


def _marker(opening: str) -> str:
    match = _FENCE.match(opening)
    return match[1] if match else ""


def _closes(fence: str, line: str) -> bool:
    closing = line.strip()
    return len(closing) >= len(fence) and set(closing) == {fence[0]}


def _begins_block(line: str, opening: object, item: object, in_list: bool, blank: bool, length: int) -> bool:
    if in_list:
        if item:
            return not line.startswith(" ") and length >= _LONG_LIST
        return blank and not line.startswith((" ", "\t"))
    return bool(opening) or (blank and not line.startswith(("    ", "\t")))


def plain_cuts(source: str, after: Cut = Cut(0)) -> list[Cut]:
    """The pieces of plain text behind the one that begins at `after`: lines, every 1,000 characters or so.

    A line of more than `LONGEST` characters is cut too.
    """
    cuts: list[Cut] = []
    start = after.offset
    while True:
        end = source.find("\n", start + _PLAIN_PIECE, start + LONGEST) + 1
        if not end and len(source) - start <= LONGEST:
            return cuts
        line = end or source.rfind("\n", start, start + LONGEST) + 1
        start = line or _last_gap(source, start)
        cuts.append(Cut(start, Continuation() if line else Continuation("text")))


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


def with_formulas(markdown: str) -> str:
    """Markdown whose formulas are code, so that they stay as they were written: it would take `\\`, `_` and `*` for its own."""
    return _FORMULA.sub(_as_code, markdown) if "$" in markdown or "\\" in markdown else markdown


def _as_code(match: re.Match[str]) -> str:
    return match[0] if match["code"] or "`" in match[0] else f"`{' '.join(match[0].split())}`"


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
