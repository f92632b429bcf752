"""A second reading beside the first: which text it has for each line, and which characters differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from eyebox_models.ocr.words import is_chinese
from eyebox_models.protocol.page import Line, Rect, Word
from eyebox_models.text.proof import placed_words

PROMPT = (
    "Read all text in this picture. Write exactly what stands there, letter by letter, one line of the picture a "
    "line, from top to bottom. Correct nothing, add nothing, explain nothing."
)
"""What a vision-language model is asked for a second reading."""
_SAME = 0.6
"""How alike a line and what a model wrote for it are at least, 0..1."""
_INSIDE = 75.0
"""How well a line stands in a longer one that a model wrote at least, 0..100."""
_FENCE = re.compile(r"^\s*```\w*\s*$")

Parts = tuple[tuple[int, int], ...]
"""Parts of a text, `(start, end)`; an empty one is a place where something is missing."""


def differing(first: str, second: str) -> tuple[Parts, Parts]:
    """The parts of two readings of a line in which they differ."""
    from rapidfuzz.distance import Levenshtein

    steps = [step for step in Levenshtein.opcodes(first, second) if step.tag != "equal"]
    return (
        _joined((step.src_start, step.src_end) for step in steps),
        _joined((step.dest_start, step.dest_end) for step in steps),
    )


def _joined(parts: Iterable[tuple[int, int]]) -> Parts:
    found: list[tuple[int, int]] = []
    for start, end in parts:
        if found and found[-1][1] == start:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def missed(lines: Sequence[Line], again: Sequence[Line]) -> list[Line]:
    """The lines that were read again and of which no word stands on a line that is there."""
    return [
        other
        for other in again
        if other.text.strip()
        and _line_at(other.box, lines) is None
        and all(_line_at(word.box, lines) is None for word in other.words)
    ]


def by_place(lines: Sequence[Line], again: Sequence[Line]) -> dict[int, str]:
    """What lines that were read again say for each line (by its number) at the same place; none where they say nothing."""
    found: dict[int, list[tuple[float, str]]] = {}
    for other in again:
        pieces: dict[int, list[tuple[int, int, Word]]] = {}
        for start, end, word in placed_words(other):
            if (at := _line_at(word.box, lines)) is not None:
                pieces.setdefault(at, []).append((start, end, word))
        for at, words in pieces.items():
            text = other.text[words[0][0] : words[-1][1]]
            found.setdefault(at, []).append((_along(words[0][2].box, lines[at]), text))
    return {at: _in_a_row([text for _, text in sorted(pieces)]) for at, pieces in found.items()}


def _line_at(box: Rect, lines: Sequence[Line]) -> int | None:
    """The line that the middle of a word lies on: the nearest to the middle of its letters."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    near = [
        (abs((line.box[1] + line.box[3]) / 2 - y) + abs(x - min(max(x, line.box[0]), line.box[2])), at)
        for at, line in enumerate(lines)
        if line.box[0] <= x <= line.box[2] and line.box[1] <= y <= line.box[3]
    ]
    return min(near)[1] if near else None


def _along(box: Rect, line: Line) -> float:
    """How far along a line a word begins."""
    (x0, y0), (x1, y1), _, _ = line.quad
    dx, dy = x1 - x0, y1 - y0
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return (x - x0) * dx + (y - y0) * dy


def _in_a_row(pieces: Sequence[str]) -> str:
    text = pieces[0]
    for before, after in pairwise(pieces):
        text += after if is_chinese(before[-1]) and is_chinese(after[0]) else f" {after}"
    return text


def by_likeness(lines: Sequence[str], answer: str) -> dict[int, str]:
    """What a model wrote for each line (by its number), as far as it is like it; what it wrote beside that is left out."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    written = [" ".join(line.split()) for line in answer.splitlines() if not _FENCE.match(line)]
    written = [line for line in written if line]
    found: dict[int, str] = {}
    taken: set[int] = set()
    for at, line in enumerate(text.strip() for text in lines):
        alike: list[tuple[float, int, int, str]] = []
        for n, one in enumerate(written) if line else ():
            texts = [one] if n not in taken else []
            if len(one) > len(line):
                inside = fuzz.partial_ratio_alignment(line, one, score_cutoff=_INSIDE)
                texts += [_whole_words(one, inside.dest_start, inside.dest_end)] if inside else []
            alike += [
                (Levenshtein.normalized_similarity(line, text), -abs(n - at), n, text) for text in texts
            ]
        score, _, n, text = max(alike, default=(0.0, 0, -1, ""))
        if score >= _SAME:
            found[at] = text
            if text == written[n]:
                taken.add(n)
    return found


def _whole_words(text: str, start: int, end: int) -> str:
    """A part of a text, with the rest of the words that it begins and ends in."""
    while start > 0 and not text[start - 1].isspace() and not is_chinese(text[start]):
        start -= 1
    while end < len(text) and not text[end].isspace() and not is_chinese(text[end - 1]):
        end += 1
    return text[start:end].strip()
