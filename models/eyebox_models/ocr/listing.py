"""Listings: code and terminals on a page, in evenly spaced text. Each row becomes one line, with the spaces that its
place says. Pure arithmetic, on lines of a level page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Protocol

from eyebox_models.ocr.fragments import Groups, around
from eyebox_models.ocr.quads import Quad, part_of, rounded
from eyebox_models.ocr.words import is_chinese
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Rect, Word


class RowReader(Protocol):
    """Looks at the picture of a page once more."""

    def read(self, quad: Quad) -> Line | None:
        """The line in a quad, which stands upright."""
        ...

    def ink(self, quad: Quad) -> Sequence[bool]:
        """Where along a quad there is ink."""
        ...


_LEAST_ROWS = 3
_LEAST_LENGTH = 6
"""How many characters a line has at least for its width to say how wide one is."""
_MOST_WIDER = 1.25
_EVEN = 0.09
"""How far that may lie from the usual width in a listing: a space that was not seen, or one too many, makes that much."""
_SAME_ROW = 0.4
_NEXT_ROW = 2.7
"""How far apart rows of one listing lie at most, in heights of their quads; an empty row may be between."""
_BESIDE = 14.0
_ALIGNED = 8.0
"""How far apart pieces of one row, and pieces of rows below each other, lie at most, in characters."""
_MOST_SPACES = 200
_NO_SPACE, _OVER = 0.5, 0.8
_MOST_BIAS = 0.6
_NUMBERED = 0.75
"""What share of the rows of a numbered listing shows its number."""
_OFF_GRID = 0.2
_OTHERS = 0.5
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
_BEFORE = {**dict.fromkeys("!'.:|", 0.39), **dict.fromkeys("([", 0.38), **dict.fromkeys(",;", 0.28)}
_BEFORE |= {**dict.fromkeys('"{})]`', 0.24), **dict.fromkeys("-$?ir1I/\\sz", 0.16)}
_AFTER = {**dict.fromkeys("!'.:|,;)]`", 0.38), **dict.fromkeys('"{}([', 0.24)}
_AFTER |= {"j": 0.29, **dict.fromkeys("-$?1I/\\sztl", 0.16)}
_BLANK = 0.09
"""How much of a character's place lies blank before and after its ink, in evenly spaced fonts (the median of four)."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of a page on its row: `x` from the left, `y` of its middle, leaning taken out."""

    line: Line
    left: float
    right: float
    y: float
    height: float
    width: float
    """How wide a character is, 0 where it is too short to tell."""
    widest: float
    """The same if all its spaces were none."""


def find_listings(
    lines: Sequence[Line], reader: RowReader | None = None
) -> tuple[tuple[Line, ...], tuple[tuple[Line, ...], ...]]:
    """The lines of a level page that belong to no listing, as they came, and the rows of its listings, each one line.

    With a `reader` rows that were found in pieces are read again in one, and so is what was not found at all: a
    lone brace, a sign before or after the rest of its row.
    """
    lean = _lean(lines)
    pieces = [_piece(line, lean) for line in lines]
    taken: set[int] = set()
    listings = []
    for members in _regions(pieces):
        chosen = [pieces[member] for member in members]
        rows = _listing(chosen, lean, None)
        if sum(bool(_CODE.search(row.text)) for row in rows) >= _CODE_ROWS * len(rows):
            taken.update(members)
            listings.append(_listing(chosen, lean, reader))
    return tuple(line for number, line in enumerate(lines) if number not in taken), tuple(listings)


def as_listing(lines: Sequence[Line]) -> tuple[Line, ...]:
    """All lines of a level page as one listing, because somebody says that it is one."""
    lean = _lean(lines)
    return _listing([_piece(line, lean) for line in lines], lean, None)


def _lean(lines: Sequence[Line]) -> float:
    """How far the text of a page goes down on its way to the right."""
    slopes = [
        (y1 - y0) / (x1 - x0)
        for (x0, y0), (x1, y1), _, (_, y3) in (line.quad for line in lines)
        if x1 - x0 > 4 * abs(y3 - y0)
    ]
    return median(slopes) if slopes else 0.0


def _piece(line: Line, lean: float) -> _Piece:
    left, top, right, bottom = line.box
    if line.words:
        left, right = line.words[0].box[0], line.words[-1].box[2]
    y = sum(corner[1] for corner in line.quad) / 4
    x = sum(corner[0] for corner in line.quad) / 4
    height = bottom - top if _is_turned(line) else abs(line.quad[3][1] - line.quad[0][1])
    return _Piece(line, left + y * lean, right + y * lean, y - x * lean, height, *_width(line.words))


def _width(words: Sequence[Word]) -> tuple[float, float]:
    """How wide a character is by a whole line, with a space between its words, or none; 0 for what is too short to tell."""
    count = sum(len(word.text) for word in words)
    spaces = len(words) - 1
    if count + spaces < _LEAST_LENGTH or any(is_chinese(letter) for word in words for letter in word.text):
        return 0.0, 0.0
    blank = _BEFORE.get(words[0].text[0], _BLANK) + _AFTER.get(words[-1].text[-1], _BLANK)
    long = words[-1].box[2] - words[0].box[0]
    return long / (count + spaces - blank), long / (count - blank)


def _widths(piece: _Piece) -> Iterator[float]:
    """How wide a character is by the whole line, and by its longest word where that is long."""
    if piece.width:
        yield piece.width
        longest = max(piece.line.words, key=lambda word: len(word.text))
        if len(longest.text) >= _LEAST_LENGTH:
            yield _width([longest])[0]


def _regions(pieces: Sequence[_Piece]) -> Iterator[list[int]]:
    """Pieces that lie together and whose characters are all as wide, where there are enough of them."""
    remaining = [number for number, piece in enumerate(pieces) if piece.width]
    while len(remaining) >= _LEAST_ROWS:
        pitch = _commonest([width for number in remaining for width in _widths(pieces[number])])
        fitting = {number for number in remaining if _fits(pieces[number], pitch)}
        if len(fitting) < _LEAST_ROWS:
            return
        short = [number for number, piece in enumerate(pieces) if not piece.width]
        for group in _together([*fitting, *short], pieces, pitch):
            even = fitting.intersection(group)
            others = set(remaining).difference(fitting)
            if len(even) >= _LEAST_ROWS and _between(
                [pieces[n] for n in others], [pieces[n] for n in even]
            ) < (_OTHERS * len(even)):
                yield group
        remaining = [number for number in remaining if number not in fitting]


def _between(others: Sequence[_Piece], even: Sequence[_Piece]) -> int:
    """How many lines of other width stand among those of a listing."""
    top, bottom = min(piece.y for piece in even), max(piece.y for piece in even)
    left, right = min(piece.left for piece in even), max(piece.right for piece in even)
    return sum(top < p.y < bottom and p.left < right and p.right > left for p in others)


def _fits(piece: _Piece, pitch: float) -> bool:
    """Whether a line's characters are as wide: by its length, but for spaces; or its words stand on a grid of that."""
    widest = max(piece.width, min(piece.widest, piece.width * _MOST_WIDER))
    if piece.width * (1 - _EVEN) < pitch < widest * (1 + _EVEN):
        return True
    gaps = [_gaps(before, after, pitch) for before, after in pairwise(piece.line.words)]
    spaces = [gap[1] for gap in gaps if gap is not None]
    return bool(spaces) and all(
        space > 1 - _OFF_GRID and abs(space - round(space)) < _OFF_GRID for space in spaces
    )


def _commonest(widths: Sequence[float]) -> float:
    """The width that most others lie near."""
    best = max(widths, key=lambda width: sum(abs(other / width - 1) < _EVEN / 2 for other in widths))
    return median(width for width in widths if abs(width / best - 1) < _EVEN / 2)


def _together(candidates: Sequence[int], pieces: Sequence[_Piece], pitch: float) -> list[list[int]]:
    order = sorted(candidates, key=lambda number: pieces[number].y)
    groups = Groups(len(order))
    tallest = max((pieces[number].height for number in order), default=0.0)
    for first, a in enumerate(order):
        for second in range(first + 1, len(order)):
            one, other = pieces[a], pieces[order[second]]
            down = other.y - one.y
            if down > _NEXT_ROW * tallest:
                break
            height = max(one.height, other.height)
            across = max(one.left, other.left) - min(one.right, other.right)
            if across < (_BESIDE if down < _SAME_ROW * height else _ALIGNED) * pitch and (
                down < _NEXT_ROW * height
            ):
                groups.join(first, second)
    return [[order[n] for n in group] for group in groups.all()]


def _rows(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """From top to bottom, in each from left to right."""
    height = median(piece.height for piece in pieces)
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.y):
        if rows and piece.y - median(other.y for other in rows[-1]) < _SAME_ROW * height:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _listing(pieces: Sequence[_Piece], lean: float, reader: RowReader | None) -> tuple[Line, ...]:
    if not pieces:
        return ()
    rows = _rows(pieces)
    widths = [width for piece in pieces for width in _widths(piece)]
    pitch = _commonest(widths) if widths else median(piece.height for piece in pieces) * 0.4
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
    starts = [_start(words, pitch, lean) for _, words in whole]
    base = min(starts, default=0.0)
    bias = _bias([words for _, words in whole], pitch)
    result = []
    for (number, _), (line, words), start in zip(kept, whole, starts, strict=True):
        indent = " " * min(max(round((start - base) / pitch), 0), _MOST_SPACES)
        text = line.text.strip() if line.read is not None else _text(words, line.text, pitch, bias)
        number = number or line.number
        result.append(replace(line, text=indent + text, words=_joined(words, pitch, bias), number=number))
    return tuple(result)


def _without_numbers(
    rows: list[list[_Piece]], pitch: float, lean: float
) -> tuple[list[str], list[list[_Piece]], float | None]:
    """The line numbers that stand before the rows, the rows without them, and where the gutter ends if there is one."""
    first = [(row[0].line.words[0] if row[0].line.words else None) for row in rows]
    found = [(n, int(w.text), w) for n, w in enumerate(first) if w and w.text.isdecimal() and len(w.text) < 7]
    rising = [b[1] - a[1] >= b[0] - a[0] for a, b in pairwise(found)]
    edges = [word.box[2] + rows[n][0].y * lean for n, _, word in found]
    if len(found) < _LEAST_ROWS or len(found) < _NUMBERED * len(rows) or sum(rising) < 0.9 * len(rising):
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


def _whole(row: Sequence[_Piece], reader: RowReader | None) -> tuple[Line, list[Word]]:
    """A row as one line with its words; what was found in pieces, or upside down, is read again in one."""
    lines = [piece.line for piece in row]
    if len(lines) == 1 and not _is_turned(lines[0]):
        return lines[0], list(lines[0].words)
    quad = around([_upright(line) for line in lines])
    text = " ".join(line.text for line in lines)
    again = reader.read(quad) if reader is not None else None
    turned = any(map(_is_turned, lines))
    if again is not None and (turned or _is_better(again, text, min(line.score for line in lines))):
        return again, list(again.words)
    words = [word for line in lines for word in line.words]
    score = min(line.score for line in lines)
    whole = Line(text, score, enclosing(quad), quad, tuple(words))
    if any(line.read is not None for line in lines):
        whole = replace(whole, read=replace(whole, text=" ".join((line.read or line).text for line in lines)))
    return whole, words


def _is_turned(line: Line) -> bool:
    """Whether a line was taken for one upside down, or down the page: a lone brace easily is."""
    (x0, y0), (x1, y1), _, _ = line.quad
    return x1 - x0 <= abs(y1 - y0)


def _upright(line: Line) -> Quad:
    left, top, right, bottom = line.box
    return ((left, top), (right, top), (right, bottom), (left, bottom)) if _is_turned(line) else line.quad


def _is_better(again: Line, text: str, score: float) -> bool:
    return _length(again.text) >= _length(text) and again.score >= score - _WORSE


def _missed_rows(
    rows: Sequence[Sequence[_Piece]], pitch: float, lean: float, reader: RowReader
) -> Iterator[list[_Piece]]:
    """Rows between others, right above and right below, of which nothing was found."""
    places = [median(piece.y for piece in row) for row in rows]
    steps = [b - a for a, b in pairwise(places)]
    if len(steps) < _LEAST_ROWS - 1:
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
                yield [_piece(line, lean)]


def _completed(
    row: list[_Piece],
    whole: Sequence[_Piece],
    rows: Sequence[Sequence[_Piece]],
    edge: float | None,
    pitch: float,
    lean: float,
    reader: RowReader,
) -> list[_Piece]:
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
    return [_piece(again, lean)]


def _extent(rows: Sequence[Sequence[_Piece]], pitch: float) -> tuple[float, float, float]:
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


def _start(words: Sequence[Word], pitch: float, lean: float) -> float:
    """Where the first character's place begins."""
    if not words:
        return 0.0
    box = words[0].box
    return box[0] + (box[1] + box[3]) / 2 * lean - _BEFORE.get(words[0].text[0], _BLANK) * pitch


def _gaps(before: Word, after: Word, pitch: float) -> tuple[float, float] | None:
    """How many spaces stand between two words: by what is blank there, and by where the two begin. None in Chinese."""
    if not (before.text.isascii() and after.text[0].isascii()):
        return None
    begins, follows = _BEFORE.get(before.text[0], _BLANK), _BEFORE.get(after.text[0], _BLANK)
    blank = _AFTER.get(before.text[-1], _BLANK) + follows
    apart = (after.box[0] - before.box[0]) / pitch - (follows - begins) - len(before.text)
    return (after.box[0] - before.box[2]) / pitch - blank, apart


def _spaces(before: Word, after: Word, pitch: float, bias: float) -> int | None:
    """How many spaces stand between two words, by their places; None where these say nothing.

    One, unless both ways to tell agree that it is none or that there are several.
    """
    gaps = _gaps(before, after, pitch)
    if gaps is None:
        return None
    wide, apart = gaps[0] - bias, gaps[1]
    if apart > -_OVER and max(wide, apart) < _NO_SPACE:
        return 0
    return min(max(round(min(wide, apart)), 1), _MOST_SPACES)


def _bias(rows: Sequence[Sequence[Word]], pitch: float) -> float:
    """How much wider what is blank between words looks than it is: most words have one space between them."""
    gaps = [
        gaps[0] - 1
        for words in rows
        for a, b in pairwise(words)
        if (gaps := _gaps(a, b, pitch)) and (a.text[-1].isalnum() or b.text[0].isalnum())
    ]
    return min(max(median(gaps), -_MOST_BIAS), _MOST_BIAS) if gaps else 0.0


def _text(words: Sequence[Word], read: str, pitch: float, bias: float) -> str:
    """The text of a row, spaced by where its words stand."""
    if not words:
        return read.strip()
    text, at = words[0].text, max(read.find(words[0].text), 0) + len(words[0].text)
    for before, after in pairwise(words):
        found = read.find(after.text, at)
        spaces = _spaces(before, after, pitch, bias)
        if spaces is None:
            spaces = int(found > at)
        at = found + len(after.text) if found >= 0 else at
        text += " " * spaces + after.text
    return text


def _joined(words: Sequence[Word], pitch: float, bias: float) -> tuple[Word, ...]:
    """The words, those between which nothing stands made one."""
    result: list[Word] = []
    for word in words:
        if result and _spaces(result[-1], word, pitch, bias) == 0:
            result[-1] = Word(
                result[-1].text + word.text, _both(result[-1].box, word.box), _less(result[-1], word)
            )
        else:
            result.append(word)
    return tuple(result)


def _both(one: Rect, other: Rect) -> Rect:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _less(one: Word, other: Word) -> float | None:
    return None if one.score is None or other.score is None else min(one.score, other.score)
