"""How well a page was read: words whatever their order, characters in their order, gaps of forms, neighbours in tables."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drawn.paper import Cell

from eyebox_models.evaluation.wording import edits

Box = tuple[float, float, float, float]
_UNSPACED = r"\u0e00-\u0e7f\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts without spaces between words: each of their characters counts as a word."""
_SAME = str.maketrans("‘’‚“”„–—−‐、。·•", "'''\"\"\"----,..-")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Scores:
    """`f1` of words and `order`, the character error rate in reading order: None where no order is right. `gaps`: of the
    places between fields of a form those kept; `exact`: of the lines of a listing those with the same characters and
    indentation; `adjacent`: of the neighbours in tables those that are neighbours in what was read."""

    f1: float
    order: float | None
    gaps: float | None = None
    exact: float | None = None
    adjacent: float | None = None


def folded(text: str) -> str:
    """Compatible forms made one, also of quotes and dashes; one space between words, none between Chinese."""
    text = unicodedata.normalize(
        "NFKC", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).translate(_SAME))
    )
    text = re.sub(r"\s+", " ", text.translate(_SAME)).strip()
    return re.sub(
        rf"(?<=[{_UNSPACED},.:;!?()]) (?=[{_UNSPACED}])|(?<=[{_UNSPACED}]) (?=[,.:;!?()])", "", text
    )


def words(text: str, exact: bool = False) -> Counter[str]:
    """Words without the punctuation around them; of code, signs count as well."""
    text = re.sub(rf"([{_UNSPACED}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*)", r" \1 ", folded(text))
    if exact:
        return Counter(re.findall(r"\w+|[^\w\s]", text))
    stripped = (re.sub(r"^\W+|\W+$", "", word) if re.search(r"\w", word) else word for word in text.split())
    return Counter(word for word in stripped if re.search(r"\w", word))


def f1(truth: str, read: str, exact: bool = False) -> float:
    expected, found = words(truth, exact), words(read, exact)
    both = sum((expected & found).values())
    return 2 * both / (sum(expected.values()) + sum(found.values()) or 1)


def order_error(truth: str, read: str) -> float:
    """Characters to insert, delete or replace, for each of the truth."""
    expected, found = folded(truth), folded(read)
    return edits(found, expected) / max(1, len(expected))


def gaps_kept(lines: Sequence[str], read: str) -> float | None:
    """The share of the places marked by tabs where what was read has space too."""
    pairs = [pair for line in lines for pair in zip(line.split("\t"), line.split("\t")[1:], strict=False)]
    if not pairs:
        return None
    kept = 0
    for before, after in pairs:
        ends, begins = re.escape(_plain(before)[-2:]), re.escape(_plain(after)[:2])
        kept += re.search(rf"{ends}\s+{begins}", _plain(read)) is not None
    return kept / len(pairs)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def lines_exact(lines: Sequence[str], read: str) -> float:
    """The share of lines that come out with their indentation."""
    found = Counter(line.rstrip() for line in read.split("\n"))
    return sum((Counter(line.rstrip() for line in lines) & found).values()) / max(1, len(lines))


Relation = tuple[str, str, str]


def neighbours(tables: Iterable[Sequence[Cell]]) -> Counter[Relation]:
    """Cells with text next to each other, to the right and down, empty ones skipped (ICDAR 2013, Göbel et al.)."""
    found: Counter[Relation] = Counter()
    for cells in tables:
        filled = [cell for cell in cells if cell.text.strip()]
        for cell in filled:
            rows = range(cell.row, cell.row + cell.rows)
            columns = range(cell.column, cell.column + cell.columns)
            right = {
                min(beside, key=lambda other: other.column)
                for row in rows
                if (
                    beside := [
                        o for o in filled if o.column >= columns.stop and o.row <= row < o.row + o.rows
                    ]
                )
            }
            below = {
                min(under, key=lambda other: other.row)
                for column in columns
                if (
                    under := [
                        o for o in filled if o.row >= rows.stop and o.column <= column < o.column + o.columns
                    ]
                )
            }
            found.update((_key(cell.text), _key(other.text), "right") for other in right)
            found.update((_key(cell.text), _key(other.text), "below") for other in below)
    return found


def _key(text: str) -> str:
    return "".join(folded(text).split()).casefold()


def adjacency(truth: Iterable[Sequence[Cell]], read: Iterable[Sequence[Cell]]) -> float:
    """The recall of neighbours."""
    expected, found = neighbours(truth), neighbours(read)
    return sum((expected & found).values()) / max(1, sum(expected.values()))


def grouped(pieces: Sequence[tuple[str, Box]]) -> list[list[Cell]]:
    """Pieces of text as a table by where they stand: for readers that know none."""
    rows: list[list[tuple[str, Box]]] = []
    for piece in sorted(pieces, key=lambda p: (p[1][1] + p[1][3]) / 2):
        middle, height = (piece[1][1] + piece[1][3]) / 2, piece[1][3] - piece[1][1]
        last = rows[-1][-1][1] if rows else None
        if last and middle - (last[1] + last[3]) / 2 < 0.5 * min(height, last[3] - last[1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    columns: list[list[Box]] = []
    for _, box in sorted(pieces, key=lambda p: p[1][2] - p[1][0]):
        into = next((c for c in columns if any(min(box[2], b[2]) > max(box[0], b[0]) for b in c)), None)
        if into is None:
            columns.append([box])
        elif box[2] - box[0] < 1.5 * max(b[2] - b[0] for b in into):
            into.append(box)
    columns.sort(key=lambda c: min(b[0] for b in c))
    cells = []
    for number, row in enumerate(rows):
        for text, box in row:
            over = [i for i, c in enumerate(columns) if any(min(box[2], b[2]) > max(box[0], b[0]) for b in c)]
            first = over[0] if over else 0
            cells.append(Cell(text, number, first, 1, (over[-1] - first + 1) if over else 1))
    return [cells]
