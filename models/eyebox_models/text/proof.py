"""Proofreading: which words the reader is unsure of, and lines with the text that a person gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from eyebox_models.ocr.quarters import level_line, quarter_of
from eyebox_models.ocr.words import is_chinese
from eyebox_models.protocol.page import Line, Page, Rect, Word
from eyebox_models.text.find import span_box

UNSURE = 0.8
"""Words with a lower score are likely to be wrong (`tests/bench/unsure.py`: two of three are, five of six wrong ones)."""
_SAME_PLACE = 0.5
"""The share of a line that another reading of the same line covers at least."""
_SAME_TEXT = 0.5


def placed_words(line: Line) -> Iterator[tuple[int, int, Word]]:
    """The words of a line with where they begin and end in its text; those that are not in it are left out."""
    at = 0
    for word in line.words:
        start = line.text.find(word.text, at)
        if start >= 0 and word.text:
            at = start + len(word.text)
            yield start, at, word


def unsure_parts(line: Line) -> list[tuple[int, int]]:
    """The parts of a line's text that the reader is unsure of; all of it where it knows no more than a low score."""
    scored = [placed for placed in placed_words(line) if placed[2].score is not None]
    if scored or line.read is not None or line.score >= UNSURE or not line.text.strip():
        return [part for start, end, word in scored for part in _unsure_in(word, start, end)]
    return [(0, len(line.text))]


def _unsure_in(word: Word, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a word, placed in its line's text, that are unsure: all of it, or characters of a run of Chinese."""
    if word.score is None or word.score >= UNSURE:
        return []
    if len(word.scores) != end - start:
        return [(start, end)]
    found, at = [], start
    for unsure, scores in groupby(word.scores, lambda score: score < UNSURE):
        until = at + len(list(scores))
        if unsure:
            found.append((at, until))
        at = until
    return found


def changed_parts(line: Line) -> list[tuple[int, int]]:
    """The words of a corrected line, as parts of its text, that the reader had otherwise."""
    if line.read is None or line.read.text == line.text:
        return []
    return [
        (start, end)
        for start, end in _pieces(line.text)
        if not all(_kept(line.read.text, line.text)[start:end])
    ]


def with_text(line: Line, text: str) -> Line:
    """A line with the text that a person gave it, whose words stand where the reader saw their characters."""
    read = line.read or line
    if turns := quarter_of(read.quad):
        placed = _words(level_line(read, turns, 0, 0), text)
        words = level_line(replace(read, words=placed), -turns, 0, 0).words
    else:
        words = _words(read, text)
    return replace(read, text=text, score=1.0, words=words, read=read)


def confirmed(line: Line, start: int, end: int) -> Line:
    """A line of whose text a person said that this part is right."""
    right = {
        id(word): _with_right(word, start - first, end - first)
        for first, last, word in placed_words(line)
        if first < end and start < last
    }
    words = tuple(right.get(id(word), word) for word in line.words)
    line = replace(line, words=words, read=line.read or line)
    return line if unsure_parts(line) else replace(line, score=1.0)


def _with_right(word: Word, start: int, end: int) -> Word:
    """A word of whose text a part is right; all of it where nothing is known of its characters."""
    scores = tuple(1.0 if start <= at < end else score for at, score in enumerate(word.scores))
    return replace(word, score=min(scores, default=1.0), scores=scores)


def with_corrections(page: Page, before: Page) -> Page:
    """A page that was read again, with what was corrected on the page `before`, where the same lines still stand."""
    lines = list(page.lines)
    for old in before.lines:
        if old.read is None:
            continue
        shared, at = max(((_shared(old.box, new.box), at) for at, new in enumerate(lines)), default=(0.0, -1))
        if shared >= _SAME_PLACE:
            lines[at] = _corrected_again(lines[at], old, old.read)
    return page if lines == [*page.lines] else with_lines(page, lines)


def with_lines(page: Page, lines: Sequence[Line]) -> Page:
    """A page with other lines, as many and in the same order; cells of tables say what their lines do."""
    changed = {n for n, (old, new) in enumerate(zip(page.lines, lines, strict=True)) if old.text != new.text}
    tables = tuple(
        replace(
            table,
            cells=tuple(
                replace(cell, text="\n".join(lines[n].text.strip() for n in cell.lines))
                if changed & {*cell.lines} and not cell.corrected
                else cell
                for cell in table.cells
            ),
        )
        for table in page.tables
    )
    return replace(page, lines=tuple(lines), tables=tables)


def _corrected_again(new: Line, old: Line, read: Line) -> Line:
    if old.text == read.text:
        still = {old.text[start:end] for start, end in unsure_parts(old)}
        for start, end in unsure_parts(new) if new.text.strip() == old.text.strip() else ():
            if new.text[start:end] not in still:
                new = confirmed(new, start, end)
        return new
    was, now = read.text.strip(), old.text.strip()
    indent = new.text[: _indent(new)]
    if was in new.text:
        return with_text(new, new.text.replace(was, now, 1))
    from rapidfuzz.distance import Levenshtein

    alike = max(Levenshtein.normalized_similarity(new.text.strip(), text) for text in (was, now))
    return with_text(new, indent + now) if alike >= _SAME_TEXT else new


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _shared(old: Rect, new: Rect) -> float:
    """The share of an upright rectangle that another one covers."""
    width = min(old[2], new[2]) - max(old[0], new[0])
    height = min(old[3], new[3]) - max(old[1], new[1])
    area = (old[2] - old[0]) * (old[3] - old[1])
    return max(width, 0.0) * max(height, 0.0) / area if area else 0.0


def _pieces(text: str) -> list[tuple[int, int]]:
    """Words of a text, by their places: parted at spaces, and where Chinese meets Latin."""
    found = []
    for run in re.finditer(r"\S+", text):
        at = run.start()
        for _, letters in groupby(run.group(), is_chinese):
            end = at + len(list(letters))
            found.append((at, end))
            at = end
    return found


def _kept(was: str, text: str) -> list[bool]:
    """Which characters of a text stood in another one."""
    return [same for _, same in _origins(was, text)]


def _origins(was: str, text: str) -> list[tuple[int | None, bool]]:
    """For each character of a text the place in another one that it comes from, if any, and whether it is the same."""
    from rapidfuzz.distance import Levenshtein

    origins: list[tuple[int | None, bool]] = [(None, False)] * len(text)
    for step in Levenshtein.opcodes(was, text):
        if step.tag in ("equal", "replace"):
            for by in range(step.dest_end - step.dest_start):
                origins[step.dest_start + by] = step.src_start + by, step.tag == "equal"
    return origins


def _words(read: Line, text: str) -> tuple[Word, ...]:
    """The words of a level line's new text, each around the characters that it comes from.

    One that comes from none shares the place of the word before it (the first: after it).
    """
    origins = [place for place, _ in _origins(read.text, text)]
    groups: list[tuple[list[tuple[int, int]], list[int]]] = []
    for start, end in _pieces(text):
        places = [place for place in origins[start:end] if place is not None]
        if groups and (not places or not groups[-1][1]):
            groups[-1][0].append((start, end))
            groups[-1][1].extend(places)
        else:
            groups.append(([(start, end)], places))
    words: list[Word] = []
    for pieces, places in groups:
        box = span_box(read, min(places), max(places) + 1) if places else read.box
        letters, done = sum(end - start for start, end in pieces), 0
        for start, end in pieces:
            left, right = (box[0] + (box[2] - box[0]) * part / letters for part in (done, done + end - start))
            words.append(Word(text[start:end], (round(left, 1), box[1], round(right, 1), box[3]), 1.0))
            done += end - start
    return tuple(words)
