"""Listings: code and terminals on a page, in evenly spaced text. Each row becomes one line, with the spaces that its
place says. Pure arithmetic, on lines of a level page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Protocol

from eyebox_models.ocr.fragments import around
from eyebox_models.ocr.listing_grid import (
    MOST_SPACES,
    bias_of,
    joined_words,
    spaced_text,
    start_of,
)
from eyebox_models.ocr.listing_regions import (
    LEAST_ROWS,
    SAME_ROW,
    Piece,
    commonest,
    is_turned,
    lean_of,
    piece_of,
    regions,
    widths_of,
)
from eyebox_models.ocr.quads import Quad, part_of, rounded
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Word


class RowReader(Protocol):
    """Looks at the picture of a page once more."""

    def read(self, quad: Quad) -> Line | None:
        """The line in a quad, which stands upright."""
        ...

    def ink(self, quad: Quad) -> Sequence[bool]:
        """Where along a quad there is ink."""
        ...


_NUMBERED = 0.75
"""What share of the rows of a numbered listing shows its number."""
_CODE = re.compile(
    r"[{}\[\];]|\(\)|[=!<>:+-]=|[-=]>|::|&&|\|\||//|/\*|\w\(|[\w)\]] = |^[#$%>] ?[a-z]|^\w+@[\w.-]+[:~]"
    r"|^\s*(def|class|return|import|from|if|for|while|else|elif|try|let|const|var|func|fn|public|private|static)\b.*[:;({]?$"
    r"|^(diff --git|index [0-9a-f]+|@@ |\+\+\+ |--- )|^\s*[<\"'].*[>\"',]$|^[-d][rwx-]{9}|:$"
)
"""What a row of code or of a terminal shows."""
_CODE_ROWS = 0.5
_ASCII = str.maketrans("′‘’“”，：；（）｛｝［］！？＝", "'''\"\",:;(){}[]!?=")
_LONE = {"子": "}", "了": "}"}
"""What the network takes a brace for that stands alone."""
_ONE_ROW = 1.5
_MOST_EMPTY = 4
_MOST_OUTSIDE = 8.0
"""Right above and below a listing so many characters at most are taken for a part of it, and no letters."""
_OUTSIDE, _NEAR = 4.5, 0.4
"""So far outside of the others, and from what was found, in characters, ink may belong to a row."""
_LEAST_INK = 0.15
_WORSE = 0.05
"""So much less sure may a row be that was read again as a whole."""


def find_listings(
    lines: Sequence[Line], reader: RowReader | None = None
) -> tuple[tuple[Line, ...], tuple[tuple[Line, ...], ...]]:
    """The lines of a level page that belong to no listing, as they came, and the rows of its listings, each one line.

    With a `reader` rows that were found in pieces are read again in one, and so is what was not found at all: a
    lone brace, a sign before or after the rest of its row.
    """
    lean = lean_of(lines)
    pieces = [piece_of(line, lean) for line in lines]
    taken: set[int] = set()
    listings = []
    for members in regions(pieces):
        chosen = [pieces[member] for member in members]
        rows = _listing(chosen, lean, None)
        if is_code([row.text for row in rows]):
            taken.update(members)
            listings.append(_listing(chosen, lean, reader))
    return tuple(line for number, line in enumerate(lines) if number not in taken), tuple(listings)


def is_code(texts: Sequence[str]) -> bool:
    """Whether enough of some lines look as code or a terminal does."""
    return sum(bool(_CODE.search(text)) for text in texts) >= _CODE_ROWS * len(texts) > 0


def as_listing(lines: Sequence[Line]) -> tuple[Line, ...]:
    """All lines of a level page as one listing, because somebody says that it is one."""
    lean = lean_of(lines)
    return _listing([piece_of(line, lean) for line in lines], lean, None)


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """From top to bottom, in each from left to right."""
    height = median(piece.height for piece in pieces)
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.y):
        if rows and piece.y - median(other.y for other in rows[-1]) < SAME_ROW * height:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _listing(pieces: Sequence[Piece], lean: float, reader: RowReader | None) -> tuple[Line, ...]:
    if not pieces:
        return ()
    rows = _rows(pieces)
    widths = [width for piece in pieces for width in widths_of(piece)]
    pitch = commonest(widths) if widths else median(piece.height for piece in pieces) * 0.4
    if reader is not None:
        rows = sorted([*rows, *_missed_rows(rows, pitch, lean, reader)], key=lambda row: row[0].y)
    numbers, bare, edge = _without_numbers(rows, pitch, lean)
    if reader is not None:
        bare = [
            _completed(row, of, rows, edge, pitch, lean, reader) for row, of in zip(bare, rows, strict=True)
        ]
    kept = [(number, row) for number, row in zip(numbers, bare, strict=True) if row]
    whole = [_whole(row, reader) for _, row in kept]
    whole = [(line, _in_ascii(words)) for line, words in whole]
    starts = [start_of(words, pitch, lean) for _, words in whole]
    base = min(starts, default=0.0)
    bias = bias_of([words for _, words in whole], pitch)
    result = []
    for (number, _), (line, words), start in zip(kept, whole, starts, strict=True):
        indent = " " * min(max(round((start - base) / pitch), 0), MOST_SPACES)
        text = line.text.strip() if line.read is not None else spaced_text(words, line.text, pitch, bias)
        number = number or line.number
        result.append(
            replace(line, text=indent + text, words=joined_words(words, pitch, bias), number=number)
        )
    return tuple(result)


def _without_numbers(
    rows: list[list[Piece]], pitch: float, lean: float
) -> tuple[list[str], list[list[Piece]], float | None]:
    """The line numbers that stand before the rows, the rows without them, and where the gutter ends if there is one."""
    first = [(row[0].line.words[0] if row[0].line.words else None) for row in rows]
    found = [(n, int(w.text), w) for n, w in enumerate(first) if w and w.text.isdecimal() and len(w.text) < 7]
    rising = [b[1] - a[1] >= b[0] - a[0] for a, b in pairwise(found)]
    edges = [word.box[2] + rows[n][0].y * lean for n, _, word in found]
    if len(found) < LEAST_ROWS or len(found) < _NUMBERED * len(rows) or sum(rising) < 0.9 * len(rising):
        return [""] * len(rows), rows, None
    edge = median(edges)
    numbers = [""] * len(rows)
    result = [list(row) for row in rows]
    for (n, value, word), right in zip(found, edges, strict=True):
        if abs(right - edge) > pitch * max(1.0, len(word.text)):
            continue
        piece = rows[n][0]
        rest = piece.line.words[1:]
        if rest and rest[0].box[0] - word.box[2] < 0.5 * pitch:
            continue
        numbers[n] = str(value)
        result[n] = [replace(piece, line=_from(piece.line, 1)), *rows[n][1:]] if rest else rows[n][1:]
    return numbers, result, edge


def _from(line: Line, first: int) -> Line:
    """A line from one of its words on."""
    words = line.words[first:]
    long = max(line.box[2] - line.box[0], 1.0)
    quad = rounded(part_of(line.quad, max(0.0, (words[0].box[0] - line.box[0]) / long - 0.01), 1.0))
    text = line.text
    for word in line.words[:first]:
        text = text[text.find(word.text) + len(word.text) :]
    return replace(line, text=text.strip(), words=words, quad=quad, box=enclosing(quad))


def _whole(row: Sequence[Piece], reader: RowReader | None) -> tuple[Line, list[Word]]:
    """A row as one line with its words; what was found in pieces, or upside down, is read again in one."""
    lines = [piece.line for piece in row]
    if len(lines) == 1 and not is_turned(lines[0]):
        return lines[0], list(lines[0].words)
    quad = around([_upright(line) for line in lines])
    text = " ".join(line.text for line in lines)
    again = reader.read(quad) if reader is not None else None
    turned = any(map(is_turned, lines))
    if again is not None and (turned or _is_better(again, text, min(line.score for line in lines))):
        return again, list(again.words)
    words = [word for line in lines for word in line.words]
    score = min(line.score for line in lines)
    whole = Line(text, score, enclosing(quad), quad, tuple(words))
    if any(line.read is not None for line in lines):
        whole = replace(whole, read=replace(whole, text=" ".join((line.read or line).text for line in lines)))
    return whole, words


def _upright(line: Line) -> Quad:
    left, top, right, bottom = line.box
    return ((left, top), (right, top), (right, bottom), (left, bottom)) if is_turned(line) else line.quad


def _is_better(again: Line, text: str, score: float) -> bool:
    return _length(again.text) >= _length(text) and again.score >= score - _WORSE


def _missed_rows(
    rows: Sequence[Sequence[Piece]], pitch: float, lean: float, reader: RowReader
) -> Iterator[list[Piece]]:
    """Rows between others, right above and right below, of which nothing was found."""
    places = [median(piece.y for piece in row) for row in rows]
    steps = [b - a for a, b in pairwise(places)]
    if len(steps) < LEAST_ROWS - 1:
        return
    step = median(step for step in steps if step < _ONE_ROW * min(steps))
    left, right, height = _extent(rows, pitch)
    for before, after in pairwise([places[0] - 2 * step, *places, places[-1] + 2 * step]):
        count = round((after - before) / step)
        for number in range(1, min(count, _MOST_EMPTY + 1)):
            y = before + (after - before) * number / count
            is_inside = places[0] < y < places[-1]
            found = list(_inked(left, right, y, height, lean, reader))
            if not found or (not is_inside and found[-1][1] - found[0][0] > _MOST_OUTSIDE * pitch):
                continue
            line = reader.read(_quad(found[0][0] - pitch / 2, found[-1][1] + pitch / 2, y, height, lean))
            if line is not None and (is_inside or not any(letter.isalnum() for letter in line.text)):
                yield [piece_of(line, lean)]


def _completed(
    row: list[Piece],
    whole: Sequence[Piece],
    rows: Sequence[Sequence[Piece]],
    edge: float | None,
    pitch: float,
    lean: float,
    reader: RowReader,
) -> list[Piece]:
    """A row with what has ink beside its pieces; `whole` has its line number too."""
    if not row:
        return row
    left, right, height = _extent(rows, pitch)
    if edge is not None:
        left = edge + pitch / 2
    y = median(piece.y for piece in whole)
    beside = [
        (start, end)
        for start, end in _inked(left, right, y, height, lean, reader)
        if not any(start < p.right + _NEAR * pitch and end > p.left - _NEAR * pitch for p in whole)
    ]
    if sum(end - start for start, end in beside) < _LEAST_INK * pitch:
        return row
    start = min(beside[0][0], row[0].left) - pitch / 2
    end = max(beside[-1][1], row[-1].right) + pitch / 2
    again = reader.read(_quad(start, end, y, height, lean))
    text = "".join(piece.line.text for piece in row)
    if again is None or not _is_better(again, text, min(piece.line.score for piece in row)):
        return row
    return [piece_of(again, lean)]


def _extent(rows: Sequence[Sequence[Piece]], pitch: float) -> tuple[float, float, float]:
    """From where to where characters of a listing may stand, and how high its rows are."""
    pieces = [piece for row in rows for piece in row]
    return (
        min(piece.left for piece in pieces) - _OUTSIDE * pitch,
        max(piece.right for piece in pieces) + _OUTSIDE * pitch,
        median(piece.height for piece in pieces),
    )


def _inked(
    left: float, right: float, y: float, height: float, lean: float, reader: RowReader
) -> Iterator[tuple[float, float]]:
    """Stretches of a row that hold ink, from left to right."""
    columns = [*reader.ink(_quad(left, right, y, height, lean)), False]
    begin = None
    for number, inked in enumerate(columns):
        if inked and begin is None:
            begin = number
        elif not inked and begin is not None:
            at = (right - left) / (len(columns) - 1)
            yield left + begin * at, left + number * at
            begin = None


def _quad(left: float, right: float, y: float, height: float, lean: float) -> Quad:
    def at(x: float, y: float) -> tuple[float, float]:
        return x - y * lean, y + x * lean

    top, bottom = y - height / 2, y + height / 2
    return at(left, top), at(right, top), at(right, bottom), at(left, bottom)


def _in_ascii(words: list[Word]) -> list[Word]:
    """The words of a row with the signs that code is written with, where the others of the row are such."""
    plain = [word.text.translate(_ASCII) for word in words]
    if len(plain) == 1:
        plain = [_LONE.get(plain[0], plain[0])]
    if not all(text.isascii() for text in plain):
        return words
    return [replace(word, text=text) for word, text in zip(words, plain, strict=True)]


def _length(text: str) -> int:
    return sum(not character.isspace() for character in text)
