"""What is blacked out on a page: found by kind or by text, and taken out of what was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Cell, Code, Line, Page, Rect, Word
from eyebox_models.text.extract import KINDS, extract
from eyebox_models.text.find import Span, find, span_box, words_of
from eyebox_models.text.patterns import Kind

BLOCK = "█"
"""Stands for each character that is blacked out."""

_MARGIN, _LEAST_MARGIN = 0.1, 2.0
"""Around a text, in its heights and in pixels: its edges are smoothed, and a box may cut a letter."""
_BESIDE, _BESIDE_LONG = 0.5, 0.02
"""More of a word that is cut, in its heights and in its lengths: where its letters stand is estimated."""
_NEAR = 0.3
"""Letters of a cut word count as covered that are so many heights away: the estimate may be off by a letter."""
_ALONG, _ACROSS = 0.2, 0.3
"""A character with such shares of its width and height in a region is blacked out."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a picture to black out: why (a kind of `KINDS`, or "text" for one that was looked for), and what is there."""

    rect: Rect
    kind: str
    text: str


def redact(page: Page, kinds: Iterable[Kind] = KINDS, texts: Iterable[str] = ()) -> tuple[Region, ...]:
    """The regions of a page to black out: all values of some kinds, and all places of some texts (typos allowed).

    In reading order, those in ignored parts last; a region a line. None of them is in another one.
    """
    page = replace(page, lines=(*page.lines, *page.left_out))
    found: list[tuple[str, Span]] = [(item.kind, item.span) for item in extract(page, kinds)]
    found += [("text", span) for text in texts for hit in find(page, text) for span in hit.spans]
    found.sort(key=lambda one: (one[1].line, one[1].start, -one[1].end))
    regions: list[Region] = []
    last: Span | None = None
    for kind, span in found:
        if last is not None and last.line == span.line and span.end <= last.end:
            continue
        last = span
        text = page.lines[span.line].text[span.start : span.end]
        regions.append(Region(with_margin(_surely(page.lines[span.line], span)), kind, text))
    return tuple(regions)


def _surely(line: Line, span: Span) -> Rect:
    """The box of a part of a line, and of a word that it cuts some more, but nothing of other words."""
    low, high = (0, 2) if _is_level(line) else (1, 3)
    touched = [box for start, end, box in words_of(line) if start < span.end and span.start < end]
    box, across = list(span.box), span.box[3 - low] - span.box[1 - low]
    if touched:
        first, last = min(one[low] for one in touched), max(one[high] for one in touched)
        more = _BESIDE * across + _BESIDE_LONG * (last - first)
        box[low], box[high] = (
            max(min(first, box[low]), box[low] - more),
            min(max(last, box[high]), box[high] + more),
        )
    return box[0], box[1], box[2], box[3]


def _is_level(line: Line) -> bool:
    """Whether a line runs from side to side of its picture, not up or down."""
    (ax, ay), (bx, by) = line.quad[0], line.quad[1]
    if abs(bx - ax) < abs(by - ay):
        return False
    return line.box[3] - line.box[1] <= 1.5 * (line.box[2] - line.box[0]) or len(line.text) < 2


def with_margin(rect: Rect) -> Rect:
    """A text's box with the margin that covers its edges."""
    x1, y1, x2, y2 = rect
    margin = max(_LEAST_MARGIN, _MARGIN * min(x2 - x1, y2 - y1))
    return x1 - margin, y1 - margin, x2 + margin, y2 + margin


def redacted(page: Page, covered: Sequence[Rect]) -> Page:
    """A page as it is given away: a block for each character in a region, in lines, words, tables and codes."""
    if not covered:
        return page
    lines = tuple(_redacted_line(line, covered) for line in page.lines)
    tables = tuple(
        replace(table, cells=tuple(_redacted_cell(cell, page.lines, lines, covered) for cell in table.cells))
        for table in page.tables
    )
    codes = page.codes and tuple(_redacted_code(code, covered) for code in page.codes)
    left_out = tuple(_redacted_line(line, covered) for line in page.left_out)
    return replace(page, lines=lines, tables=tables, codes=codes, left_out=left_out)


def uncovered(page: Page, covered: Sequence[Rect]) -> Page:
    """A page without what lies in regions: only words, and parts of words, that can be seen."""
    if not covered:
        return page
    lines = (_uncovered_line(line, covered) for line in page.lines)
    return replace(page, lines=tuple(line for line in lines if line.text.strip()))


def _redacted_line(line: Line, covered: Sequence[Rect]) -> Line:
    hidden = _hidden(line, covered)
    if not hidden:
        return replace(line, read=None)
    text = "".join(BLOCK if n in hidden and c != " " else c for n, c in enumerate(line.text))
    words = tuple(Word(text[start:end], box) for start, end, box in words_of(line))
    return replace(line, text=text, words=words, read=None)


def _uncovered_line(line: Line, covered: Sequence[Rect]) -> Line:
    hidden = _hidden(line, covered)
    if not hidden:
        return replace(line, read=None)
    words = []
    for start, end, _box in words_of(line):
        for is_hidden, run in groupby(range(start, end), hidden.__contains__):
            if not is_hidden:
                places = [*run]
                first, last = places[0], places[-1] + 1
                words.append(Word(line.text[first:last], span_box(line, first, last)))
    text = "".join(" " if n in hidden else c for n, c in enumerate(line.text))
    return replace(line, text=text, words=tuple(words), read=None)


def _hidden(line: Line, covered: Sequence[Rect]) -> frozenset[int]:
    """Which characters of a line lie in a region."""
    near = [rect for rect in covered if _shared(line.box, rect) != (0.0, 0.0)]
    if not near:
        return frozenset()
    is_level = _is_level(line)
    hidden = set()
    for start, end, box in words_of(line):
        over = [rect for rect in near if _shared(box, rect) != (0.0, 0.0)]
        more = _NEAR * ((box[3] - box[1]) if is_level else (box[2] - box[0]))
        across, along = (more, 0.0) if is_level else (0.0, more)
        wide = [(x1 - across, y1 - along, x2 + across, y2 + along) for x1, y1, x2, y2 in over]
        for place in range(start, end) if over else ():
            shares = [_shared(span_box(line, place, place + 1), rect) for rect in wide]
            if any((x if is_level else y) >= _ALONG and (y if is_level else x) >= _ACROSS for x, y in shares):
                hidden.add(place)
    return frozenset(hidden)


def _shared(box: Rect, rect: Rect) -> tuple[float, float]:
    """The shares of a box's width and height that lie in a rectangle; both 0 where they do not meet."""
    wide = (min(box[2], rect[2]) - max(box[0], rect[0])) / max(box[2] - box[0], 1e-6)
    high = (min(box[3], rect[3]) - max(box[1], rect[1])) / max(box[3] - box[1], 1e-6)
    return (wide, high) if wide > 0 and high > 0 else (0.0, 0.0)


def _redacted_cell(
    cell: Cell, before: Sequence[Line], after: Sequence[Line], covered: Sequence[Rect]
) -> Cell:
    """A cell whose text is that of its lines loses what they lose, another one all where a region touches it."""
    changed = [n for n in cell.lines if before[n].text != after[n].text]
    if cell.lines and not cell.corrected:
        text = cell.text
        for n in changed:
            text = text.replace(before[n].text.strip(), after[n].text.strip())
        if not changed or text != cell.text:
            return replace(cell, text=text)
    elif not changed and all(_shared(cell.box, rect) == (0.0, 0.0) for rect in covered):
        return cell
    return replace(cell, text=blocked(cell.text))


def _redacted_code(code: Code, covered: Sequence[Rect]) -> Code:
    box = enclosing(code.quad)
    touched = any(_shared(box, rect) != (0.0, 0.0) for rect in covered)
    return replace(code, text=blocked(code.text)) if touched else code


def blocked(text: str) -> str:
    """Blocks instead of all characters but spaces and line breaks."""
    return "".join(c if c.isspace() else BLOCK for c in text)
