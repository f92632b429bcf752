"""Lines in scripts that the networks do not know, read by Tesseract: which language is told block by block.

Tesseract's own detection of scripts needs a page and fails on a line or two; which language reads with most confidence,
and as letters of its own script, tells it even of one line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from eyebox_models.ocr.blocks import paragraphs
from eyebox_models.ocr.frame import levelled
from eyebox_models.ocr.line import SURE, QuadRead, read_quad
from eyebox_models.ocr.quads import Quad, clipped, covered, level_part, size
from eyebox_models.ocr.scripts_data import Language, found, has_tesserocr, tried
from eyebox_models.ocr.scripts_engine import TESSERACT, Found, Tesseract
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Rect, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from eyebox_models.picture import PictureArray

HEIGHTS = (48, 40, 64)
"""Heights in pixels that a line is read at, the next where it reads badly: which one is best differs by font."""
_AROUND = 8
"""White pixels around it: without them letters at the edge are lost."""
_ABOVE, _BELOW = 0.15, 0.05
"""How much a cut-out reaches beyond the quad, in its heights: marks over letters stand outside of it."""
_CLEAR, _DECIDED, _LEAST_VOTE, _READ, _READ_ALONE = 0.9, 0.85, 0.7, 0.5, 0.8
"""Confidences: at which a line is not read again, at which a block's language is not voted on further, the least that a
language is chosen by, and the least of a line that is taken; what looked like no text has to read better."""
_CLEARLY_BETTER = 0.02
_DOUBTFUL = 0.88
_VOTERS, _SIBLINGS, _MOST_FAILED = 3, 6, 4
"""So many lines of a block vote, among so many languages of a script; and so many blocks may be in none before no others are
asked."""
_READ_ALIKE = 0.6
"""At which the language of the page's blocks before is that of another one."""
_STACKED, _GENEROUS = ("THAI", "LAO", "KHMER", "MYANMAR"), 0.12
"""Scripts that are read into others with so much more confidence."""
_MARKS = 0.5
_LIKE_LATIN = ("CYRILLIC", "GREEK")
_ALIKE = frozenset("ABCEHIKMNOPTXYZaceiopvxyuABEZHIKMNOPTYX03 .,:;-'\"/")
"""What looks alike in Latin, Cyrillic and Greek."""


@dataclass(frozen=True, slots=True)
class _Try:
    """What a language makes of a quad: its words, and how sure that is, 0..1, other scripts' letters counting as nothing."""

    words: tuple[Found, ...]
    score: float
    quad: Quad
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Vote:
    """The language of a block, and whether its lines run the other way than their quads."""

    language: Language
    turned: bool


_recent: list[str] = []
"""Codes of the languages of this process's pages, the latest first."""


def in_scripts(
    picture: PictureArray,
    reads: Sequence[QuadRead],
    wanted: tuple[str, ...] | None,
    check: Callable[[], None],
) -> list[QuadRead]:
    """What was read of a page, with lines in scripts that the networks do not know as Tesseract reads them.

    `wanted`: see `picture_requests.Read`. Without tesserocr or language data it stays as it is.
    """
    if wanted == () or not any(map(is_suspect, reads)) or not has_tesserocr():
        return list(reads)
    languages = tried(wanted, found(), _recent)
    if not languages:
        return list(reads)
    reader = ScriptReader(picture, languages, TESSERACT, check)
    result = list(reader.read(reads))
    _recent[:] = dict.fromkeys([*reader.used, *_recent])
    return result


class ScriptReader:
    """Reads the lines of one page; `languages` are tried in their order."""

    def __init__(
        self,
        picture: PictureArray,
        languages: Sequence[Language],
        tesseract: Tesseract,
        check: Callable[[], None],
    ) -> None:
        self._picture = picture
        self._languages = list(languages)
        self._tesseract = tesseract
        self._check = check
        self._latest: _Vote | None = None
        self._failed = 0
        self.used: list[str] = []
        """Codes of the languages that were read, the latest first."""

    def read(self, reads: Sequence[QuadRead]) -> Iterator[QuadRead]:
        """The quads of a page again, with what Tesseract reads where the networks did not know the script."""
        places = levelled([_outline(read.quad) for read in reads])
        votes: dict[int, _Vote] = {}
        for block in sorted(paragraphs(places), key=lambda block: -len(block.members)):
            suspects = [number for number in block.members if is_suspect(reads[number])]
            if suspects and (vote := self._vote([reads[number] for number in suspects])):
                votes |= dict.fromkeys(block.members, vote)
        if self._latest:
            like_latin = self._latest.language.script in _LIKE_LATIN
            for number, read in enumerate(reads):
                if number not in votes and (read.sureness < SURE or (like_latin and _looks_alike(read))):
                    votes[number] = self._latest
        again: list[Quad] = []
        for number in sorted(votes, key=lambda number: -size(reads[number].quad)[1]):
            self._check()
            read, vote = reads[number], votes[number]
            better = self._again(read, vote)
            if better is not None:
                again.append(_grown(read.quad))
                yield better
            elif not any(covered(read.quad, quad) for quad in again):  # a mark over letters that were read
                yield read
        for number, read in enumerate(reads):
            if number not in votes:
                yield read

    def _vote(self, reads: Sequence[QuadRead]) -> _Vote | None:
        """The language that reads lines of a block best, and which way, if any reads them well."""
        voters = [
            read.quad for read in sorted(reads, key=lambda read: size(read.quad), reverse=True)[:_VOTERS]
        ]
        greek = [language for language in self._languages if language.script == "GREEK"]
        if greek and any(read.line and _greek(read.line.text) for read in reads):
            return self._chosen(_Vote(greek[0], False))
        if self._latest and self._mean(voters, self._latest.language, self._latest.turned) >= _READ_ALIKE:
            return self._latest
        if self._failed >= _MOST_FAILED:
            return None
        first = bool(self._latest and self._latest.turned)
        best, most = _Vote(self._languages[0], first), 0.0
        for turned in (first, not first):
            for language in self._one_a_script():
                if most < _DECIDED and (score := self._mean(voters, language, turned)) > most:
                    best, most = _Vote(language, turned), score
        if most >= _READ and best.language.code not in self.used:
            most += _CLEARLY_BETTER
            for language in [one for one in self._languages if one.script == best.language.script][
                :_SIBLINGS
            ]:
                if language != best.language and (
                    (score := self._mean(voters, language, best.turned)) > most
                ):
                    best, most = _Vote(language, best.turned), score
        if most < _LEAST_VOTE:
            self._failed += 1
            return None
        return self._chosen(best)

    def _one_a_script(self) -> list[Language]:
        """The likeliest language of each script: the others are compared once it is known that it is theirs."""
        firsts: dict[str, Language] = {}
        for language in self._languages:
            firsts.setdefault(language.script, language)
        return list(firsts.values())

    def _chosen(self, vote: _Vote) -> _Vote:
        """The vote; its language is tried first from now on."""
        self._latest, language = vote, vote.language
        self._languages.remove(language)
        self._languages.insert(0, language)
        if language.code not in self.used:
            self.used.insert(0, language.code)
        return vote

    def _mean(self, quads: Sequence[Quad], language: Language, turned: bool) -> float:
        """How well a language reads these quads; by the first alone where that is read badly."""
        scores: list[float] = []
        for quad in quads:
            self._check()
            scores.append(self._tried(_turned(quad) if turned else quad, language, HEIGHTS[:1]).score)
            if scores[0] < _READ:
                break
        return sum(scores) / len(scores) - (_GENEROUS if language.script in _STACKED else 0.0)

    def _again(self, read: QuadRead, vote: _Vote) -> QuadRead | None:
        """A line in a language, or None where Tesseract does not read it better than the networks."""
        language = vote.language
        greek = language.script == "GREEK" and read.line and _greek(read.line.text)
        alike = language.script in _LIKE_LATIN and _looks_alike(read)
        if read.line and read.sureness >= SURE and not (greek or alike):
            return None
        quad, other = (_turned(read.quad), read.quad) if vote.turned else (read.quad, _turned(read.quad))
        best = self._tried(quad, language, HEIGHTS)
        if best.score < _READ:
            best = max(best, self._tried(other, language, HEIGHTS[:1]), key=lambda one: one.score)
        words = self._with_latin(best, language)
        text = " ".join(word.text for word, _ in words)
        needed = _READ if read.unread or greek else max(_READ_ALONE, read.sureness if read.line else 0.0)
        if not any(character.isalnum() for character in text) or best.score < needed:
            return None
        score = _mean_score([word for word, _ in words])
        line = Line(
            unicodedata.normalize("NFC", text),
            round(score, 4),
            enclosing(read.quad),
            best.quad,
            tuple(Word(word.text, box, round(word.score, 3)) for word, box in words),
        )
        return QuadRead(line, score, read.quad)

    def _tried(self, quad: Quad, language: Language, heights: Sequence[int]) -> _Try:
        """The best reading of a quad at these heights, and as it is where nothing was seen in it."""
        best = _Try((), 0.0, quad, 1.0, 1.0)
        for height in heights:
            line = _cut(self._picture, quad, height)
            for raw in (False, True):
                if raw and (best.words and best.score >= _READ):
                    break
                words = self._tesseract.words(language, line, raw)
                if words is None:
                    return best
                score = _own_score(words, language.script)
                if score > best.score:
                    best = _Try(tuple(words), score, quad, line.shape[1] - 2 * _AROUND, height)
            if best.score >= _CLEAR:
                break
        return best

    def _with_latin(self, read: _Try, language: Language) -> list[tuple[Found, Rect]]:
        """The words with their boxes on the picture; those that the networks read better (Latin ones, numbers) as they read."""
        result: list[tuple[Found, Rect]] = []
        for doubtful, group in groupby(read.words, lambda word: word.score < _DOUBTFUL):
            words = list(group)
            better = self._latin(words, read, language) if doubtful else None
            result += better or [(_composed(word), _place(read, word)) for word in words]
        return result

    def _latin(
        self, words: Sequence[Found], read: _Try, language: Language
    ) -> list[tuple[Found, Rect]] | None:
        left, right = min(word.left for word in words), max(word.right for word in words)
        margin = 0.1 * read.height
        quad = _part(read, left - margin, right + margin)
        known = read_quad(self._picture, clipped(quad, self._picture.width, self._picture.height))
        if known.line is None or known.sureness < max(SURE, _mean_score(words) + 0.05):
            return None
        if language.script in _LIKE_LATIN and _mean_score(words) >= _READ and _unlike(known.line.text) < 2:
            return None
        return [
            (Found(word.text, known.sureness if word.score is None else word.score, 0, 0, 0, 0), word.box)
            for word in known.line.words
        ]


def is_suspect(read: QuadRead) -> bool:
    """Whether a quad may be in a script that the networks do not know: what reads best upside down is in none they know,
    and of Greek they know letters without accents."""
    if read.line is None or read.unread:
        return read.unread
    return _greek(read.line.text) or (read.line.quad != read.quad and read.sureness < SURE)


def _greek(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 2 and sum("Ͱ" <= letter <= "Ͽ" for letter in letters) > len(letters) / 2


def _unlike(text: str) -> int:
    """How many letters do not look like one of another alphabet."""
    plain = unicodedata.normalize("NFD", text)
    return sum(character.isalpha() and character not in _ALIKE for character in plain)


def _looks_alike(read: QuadRead) -> bool:
    text = read.line.text if read.line else ""
    return sum(map(str.isalpha, text)) > 1 and all(character in _ALIKE for character in text)


def _grown(quad: Quad) -> Quad:
    """The quad with as much above and below it as marks of its letters may take."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad
    return (
        (x0 + (x0 - x3) * _MARKS, y0 + (y0 - y3) * _MARKS),
        (x1 + (x1 - x2) * _MARKS, y1 + (y1 - y2) * _MARKS),
        (x2 + (x2 - x1) * _MARKS, y2 + (y2 - y1) * _MARKS),
        (x3 + (x3 - x0) * _MARKS, y3 + (y3 - y0) * _MARKS),
    )


def _outline(quad: Quad) -> Line:
    return Line("", 0.0, enclosing(quad), quad)


def _turned(quad: Quad) -> Quad:
    return quad[2], quad[3], quad[0], quad[1]


def _own_score(words: Sequence[Found], script: str) -> float:
    """How sure the letters of a script are among all letters of these words, 0..1."""
    sure, letters = 0.0, 0
    for word in words:
        for character in word.text:
            if unicodedata.category(character)[0] in "LM":
                letters += 1
                sure += word.score * _is_of(character, script)
    return sure / letters if letters else 0.0


def _is_of(character: str, script: str) -> bool:
    name = unicodedata.name(character, "").split(" ", 1)[0]
    return name == script or (script == "CJK" and name in ("HIRAGANA", "KATAKANA")) or name == "COMBINING"


def _mean_score(words: Sequence[Found]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.score * len(word.text) for word in words) / letters if letters else 0.0


def _composed(word: Found) -> Found:
    """Thai's vowel am as one character and Greek's mu as a letter, as they are typed; composed as NFC has it."""
    text = unicodedata.normalize("NFC", word.text.replace("\u0e4d\u0e32", "\u0e33").replace("µ", "μ"))
    return replace(word, text=text) if text != word.text else word


def _cut(picture: PictureArray, quad: Quad, height: int) -> NDArray[np.uint8]:
    """A line as Tesseract likes it: grey, dark on light, its quad so many pixels high, `_AROUND` white pixels around."""
    import cv2
    import numpy as np

    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad
    corners = np.array(
        [
            (x0 + (x0 - x3) * _ABOVE, y0 + (y0 - y3) * _ABOVE),
            (x1 + (x1 - x2) * _ABOVE, y1 + (y1 - y2) * _ABOVE),
            (x2 + (x2 - x1) * _BELOW, y2 + (y2 - y1) * _BELOW),
            (x3 + (x3 - x0) * _BELOW, y3 + (y3 - y0) * _BELOW),
        ],
        np.float32,
    )
    long, high = size(quad)
    width, inner = max(1, round(long * height / max(high, 1.0))), round(height * (1 + _ABOVE + _BELOW))
    level = level_part(picture, corners, (width, inner), int(high / height))
    grey = cv2.cvtColor(level, cv2.COLOR_BGR2GRAY)
    ground = float(np.median(grey))
    if ground < 128:
        grey, ground = 255 - grey, 255 - ground
    border = (_AROUND, _AROUND, _AROUND, _AROUND)
    return np.asarray(cv2.copyMakeBorder(grey, *border, cv2.BORDER_CONSTANT, value=ground), np.uint8)


def _part(read: _Try, left: float, right: float) -> Quad:
    """The part of a quad between two columns of its cut-out."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = read.quad
    start, end = (min(1.0, max(0.0, (column - _AROUND) / read.width)) for column in (left, right))
    return (
        (x0 + (x1 - x0) * start, y0 + (y1 - y0) * start),
        (x0 + (x1 - x0) * end, y0 + (y1 - y0) * end),
        (x3 + (x2 - x3) * end, y3 + (y2 - y3) * end),
        (x3 + (x2 - x3) * start, y3 + (y2 - y3) * start),
    )


def _place(read: _Try, word: Found) -> Rect:
    x1, y1, x2, y2 = enclosing(_part(read, word.left, word.right))
    return round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1)
