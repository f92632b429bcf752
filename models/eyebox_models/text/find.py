"""Finding text on a page whatever its case, accents, full-width forms and line breaks; then with typos."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from eyebox_models.ocr.quarters import level_box, level_line, quarter_of
from eyebox_models.ocr.right_to_left import runs_left
from eyebox_models.protocol.box import Point, enclosing
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.page import Line, Page, Rect

LETTERS_PER_TYPO = 6
LONGEST_QUERY = 1000

_MARKS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f"
_CLUSTER = re.compile(f"[^{_MARKS}][{_MARKS}]*|.", re.DOTALL)
_ACCENT = re.compile("[\u0300-\u036f]+")
_CJK = re.compile("[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´ʼ‹›`", "'"),
        **dict.fromkeys("“”„‟″«»「」『』", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("。．｡", "."),
        **dict.fromkeys("、､", ","),
    }
)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of one line: `text[start:end]` of line number `line`, with its upright box in pixels."""

    line: int
    start: int
    end: int
    box: Rect


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a text was found: one span a line it runs over. `score` falls with each typo."""

    text: str
    spans: tuple[Span, ...]
    score: float
    exact: bool = True

    @property
    def line(self) -> int:
        return self.spans[0].line

    @property
    def box(self) -> Rect:
        """The upright rectangle around all spans."""
        return enclosing([point for s in self.spans for point in (s.box[:2], s.box[2:])])


def is_cjk(char: str) -> bool:
    """Whether a character is Chinese or Japanese, which is written without spaces."""
    return bool(_CJK.match(char))


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str, keep_case: bool = False) -> str:
    plain = unicodedata.normalize("NFKD", cluster.translate(_ALIKE))
    plain = plain if keep_case else plain.casefold()
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", plain))
    return unicodedata.normalize("NFKC", bare).translate(_ALIKE)


def fold(text: str) -> str:
    """A text as it is compared: no case, accents, full-width forms, or kinds of quotes and dashes."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(_fold_cluster, _CLUSTER.findall(text)))


def fold_mapped(text: str, *, keep_case: bool = False) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each of its characters the `start, end` in `text` that it came from."""
    if text.isascii():
        plain = text.replace("`", "'")
        return plain if keep_case else plain.lower(), [(i, i + 1) for i in range(len(text))]
    folded: list[str] = []
    origin: list[tuple[int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        plain = _fold_cluster(cluster.group(), keep_case)
        folded.append(plain)
        origin += [cluster.span()] * len(plain)
    return "".join(folded), origin


def span_box(line: Line, start: int, end: int) -> Rect:
    """The upright box around `line.text[start:end]`: from its words where these are known, else along its quad."""
    if turns := quarter_of(line.quad):
        level = level_line(line, turns, 0, 0)
        return level_box(span_box(level, start, end), -turns, 0, 0)
    words = _aligned_words(line)
    if not words:
        return _along(line.quad, line.text.strip(), *_inside_strip(line.text, start, end))
    boxes = [
        box
        if start <= first and last <= end
        else _along(_corners(box), line.text[first:last], max(start, first) - first, min(end, last) - first)
        for first, last, box in words
        if first < end and start < last
    ]
    if not boxes:
        return line.box
    return enclosing([point for box in boxes for point in (box[:2], box[2:])])


def words_of(line: Line) -> list[tuple[int, int, Rect]]:
    """The words of a line: where each starts and ends in its text, and its box.

    A line whose words do not fit its text is parted at its spaces.
    """
    parted = ((m.start(), m.end()) for m in re.finditer(r"\S+", line.text))
    return _aligned_words(line) or [(a, b, span_box(line, a, b)) for a, b in parted]


def span(page: Page, line: int, start: int, end: int) -> Span:
    """A part of a page's line with its box."""
    return Span(line, start, end, span_box(page.lines[line], start, end))


def find(page: Page, text: str, *, fuzzy: bool = True) -> tuple[Found, ...]:
    """Every place where `text` stands, in reading order, across line breaks inside a block.

    Only when there is none, and `fuzzy` is set, places with at most one typo in six letters.
    """
    searchable = Searchable(page)
    return searchable.exact(text) or (searchable.close(text) if fuzzy else ())


class Searchable:
    """A page that is searched for several texts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._runs = [_Run(page, block) for block in _blocks(page)]

    def exact(self, text: str) -> tuple[Found, ...]:
        """Where `text` stands to the letter but for case, accents, forms, lost spaces and line breaks."""
        query = _Query(text)
        return tuple(hit for run in self._runs for hit in run.exact(query)) if query.key else ()

    def close(self, text: str) -> tuple[Found, ...]:
        """Where `text` stands with at most one typo in six letters; nothing for less than six letters."""
        query = _Query(text)
        typos = sum(c.isalpha() for c in query.key) // LETTERS_PER_TYPO
        return tuple(hit for run in self._runs for hit in run.close(query, typos)) if typos else ()


def nearest(page: Page, text: str) -> str | None:
    """The line of the page that resembles `text` most, or None when none does."""
    from difflib import SequenceMatcher

    wanted = fold(text).strip()[:200]
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, closeness = None, 0.55
    for line in page.lines:
        for candidate in (line.text.strip(), *(word for word in line.text.split() if len(word) > 2)):
            matcher.set_seq1(fold(candidate)[:200])
            if matcher.real_quick_ratio() > closeness and matcher.quick_ratio() > closeness:
                ratio = matcher.ratio()
                if ratio > closeness:
                    best, closeness = candidate, ratio
    return best


class _Query:
    """A text to find: its characters without spaces and hyphens, and what stood before each of them."""

    def __init__(self, text: str) -> None:
        folded = fold(text[:LONGEST_QUERY]).strip()
        self.removed = frozenset(" \t\n\r" if folded.strip("-") != folded else " \t\n\r-")
        self.key, at = _squeeze(folded, self.removed)
        self.gaps = [folded[a + 1 : b] for a, b in pairwise(at)]


class _Run:
    """The text of one block as one string that can be searched."""

    def __init__(self, page: Page, block: tuple[int, ...]) -> None:
        self._page = page
        self._origin: list[tuple[int, int, int]] = []
        parts: list[str] = []
        for number in block:
            folded, origin = fold_mapped(page.lines[number].text)
            folded = re.sub(r"\s", " ", folded)
            parts.append(folded)
            self._origin += [(number, *place) for place in origin]
            self._origin.append((number, -1, -1))
        self._text = "\n".join(parts)
        self._squeezed: dict[frozenset[str], tuple[str, list[int]]] = {}

    def exact(self, query: _Query) -> Iterator[Found]:
        key, at = self._squeeze(query)
        position = key.find(query.key)
        while position >= 0:
            end = position + len(query.key)
            if self._reads_as(query, at[position:end]):
                yield self._found(at[position], at[end - 1] + 1, 0, query)
                position = key.find(query.key, end)
            else:
                position = key.find(query.key, position + 1)

    def close(self, query: _Query, typos: int) -> Iterator[Found]:
        key, at = self._squeeze(query)
        free = 0
        for ends in _ends_within(query.key, key, typos):
            best: tuple[int, int, int, int] | None = None
            for end, distance in ends:
                for start in _starts(query.key, key, end, distance):
                    if start < free:
                        continue
                    edges = self._starts_word(at[start]) + self._ends_word(at[end - 1] + 1)
                    rank = (-edges, abs(end - start - len(query.key)), start, end)
                    best = min(best, rank) if best else rank
            if best:
                _, _, start, free = best
                yield self._found(at[start], at[free - 1] + 1, ends[0][1], query)

    def _squeeze(self, query: _Query) -> tuple[str, list[int]]:
        if query.removed not in self._squeezed:
            self._squeezed[query.removed] = _squeeze(self._text, query.removed)
        return self._squeezed[query.removed]

    def _reads_as(self, query: _Query, at: list[int]) -> bool:
        """Whether the spaces fit, or differ as reading may lose or invent them (then at word edges only)."""
        text = self._text
        for wanted, a, b in zip(query.gaps, at[:-1], at[1:], strict=True):
            gap = text[a + 1 : b]
            if gap == wanted or (gap.isspace() and wanted.isspace()):
                continue
            if gap == "-\n" and wanted in ("", "-"):
                continue
            if is_cjk(text[a]) and is_cjk(text[b]) and not (gap + wanted).strip():
                continue
            return len(query.key) > 2 and self._starts_word(at[0]) and self._ends_word(at[-1] + 1)
        return True

    def _starts_word(self, index: int) -> bool:
        return index == 0 or _is_edge(self._text[index - 1], self._text[index])

    def _ends_word(self, index: int) -> bool:
        return index == len(self._text) or _is_edge(self._text[index - 1], self._text[index])

    def _found(self, start: int, end: int, typos: int, query: _Query) -> Found:
        places: dict[int, tuple[int, int]] = {}
        for line, first, last in self._origin[start:end]:
            if first >= 0:
                low, high = places.get(line, (first, last))
                places[line] = (min(low, first), max(high, last))
        lines = self._page.lines
        spans = tuple(span(self._page, line, *place) for line, place in places.items())
        text = "\n".join(lines[s.line].text[s.start : s.end] for s in spans)
        score = min(lines[s.line].score for s in spans) * (1 - typos / len(query.key))
        return Found(text, spans, score, exact=typos == 0)


def _blocks(page: Page) -> list[tuple[int, ...]]:
    known = {line for block in page.blocks for line in block}
    return [*page.blocks, *((line,) for line in range(len(page.lines)) if line not in known)]


def _squeeze(text: str, removed: frozenset[str]) -> tuple[str, list[int]]:
    at = [i for i, c in enumerate(text) if c not in removed]
    return "".join([text[i] for i in at]), at


def _is_edge(before: str, after: str) -> bool:
    return not (before.isalnum() and after.isalnum()) or is_cjk(before) or is_cjk(after)


def _ends_within(pattern: str, text: str, limit: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of ends in `text` where `pattern` ends with at most `limit` typos: the best ends and their typos.

    A typo is a wrong, missing, additional, or swapped pair of characters (Hyyrö's bit-parallel algorithm).
    """
    masks: dict[str, int] = {}
    for i, c in enumerate(pattern):
        masks[c] = masks.get(c, 0) | 1 << i
    all_bits, top = (1 << len(pattern)) - 1, 1 << len(pattern) - 1
    plus, minus, diagonal, previous, distance = all_bits, 0, 0, 0, len(pattern)
    run: list[tuple[int, int]] = []
    for i, c in enumerate(text):
        mask = masks.get(c, 0)
        swapped = ((~diagonal & mask) << 1) & previous
        diagonal = ((((mask & plus) + plus) ^ plus) | mask | minus | swapped) & all_bits
        right_plus = minus | ~(diagonal | plus) & all_bits
        right_minus = diagonal & plus
        distance += bool(right_plus & top) - bool(right_minus & top)
        right_plus, right_minus = right_plus << 1 & all_bits, right_minus << 1 & all_bits
        plus = right_minus | ~(diagonal | right_plus) & all_bits
        minus = diagonal & right_plus
        previous = mask
        if distance <= limit:
            run.append((i + 1, distance))
        elif run:
            yield _best(run)
            run = []
    if run:
        yield _best(run)


def _best(run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    least = min(distance for _, distance in run)
    return [(end, distance) for end, distance in run if distance == least]


def _starts(pattern: str, text: str, end: int, distance: int) -> list[int]:
    """Where the part of `text` that ends at `end` and is `distance` typos from `pattern` may start."""
    first = max(0, end - len(pattern) - distance)
    piece, turned = text[first:end][::-1], pattern[::-1]
    before: list[int] = []
    row = list(range(len(piece) + 1))
    for i, p in enumerate(turned, 1):
        older, before, row = before, row, [i]
        for j, t in enumerate(piece, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (p != t))
            if i > 1 and j > 1 and p == piece[j - 2] and turned[i - 2] == t:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return [end - length for length, cost in enumerate(row) if cost <= distance and length > 0]


def _aligned_words(line: Line) -> list[tuple[int, int, Rect]]:
    """Where each word of a line stands in its text; empty when the words do not fit the text."""
    spans: list[tuple[int, int, Rect]] = []
    position = 0
    for word in line.words:
        start = line.text.find(word.text, position)
        if start < 0 or not word.text or line.text[position:start].strip():
            return []
        position = start + len(word.text)
        spans.append((start, position, word.box))
    return [] if line.text[position:].strip() else spans


def _inside_strip(text: str, start: int, end: int) -> tuple[int, int]:
    lead = len(text) - len(text.lstrip())
    length = len(text.strip())
    return min(max(start - lead, 0), length), min(max(end - lead, 0), length)


def _corners(box: Rect) -> tuple[Point, Point, Point, Point]:
    x1, y1, x2, y2 = box
    return ((x1, y1), (x2, y1), (x2, y2), (x1, y2))


def _along(quad: tuple[Point, Point, Point, Point], text: str, start: int, end: int) -> Rect:
    """The upright box of a part of a text that fills `quad`, judged by how wide its letters usually are."""
    widths = [_width(c) for c in text]
    whole = sum(widths) or 1.0
    a, b = sum(widths[:start]) / whole, sum(widths[:end]) / whole
    if runs_left(text):
        a, b = 1 - b, 1 - a
    top_left, top_right, bottom_right, bottom_left = quad
    if len(text) > 1 and _length(top_left, bottom_left) > 1.5 * _length(top_left, top_right):
        edges = ((top_left, bottom_left), (top_right, bottom_right))
    else:
        edges = ((top_left, top_right), (bottom_left, bottom_right))
    return enclosing([(p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t) for p, q in edges for t in (a, b)])


def _length(p: Point, q: Point) -> float:
    return float(((q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2) ** 0.5)


def _width(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.9
    if char in " ijlI|.,:;'!()[]ft":
        return 0.55
    return 1.35 if char in "mwMW@%" else 1.15 if char.isupper() else 1.0
