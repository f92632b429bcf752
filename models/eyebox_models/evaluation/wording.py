"""How near a text is to the one that was wanted: edits, answers to questions, choices. Each as its public set defines it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

ANLS_LIMIT = 0.5
"""From this normalised distance on an answer counts nothing."""


def edits(said: str, wanted: str) -> int:
    """The fewest letters to insert, delete or replace (Levenshtein 1966; by rapidfuzz, where that is installed)."""
    try:
        from rapidfuzz.distance import Levenshtein
    except ModuleNotFoundError:  # in an engine's own environment
        return _edits(said, wanted)
    return Levenshtein.distance(said, wanted)


def _edits(said: str, wanted: str) -> int:
    """The same, row by row."""
    above = list(range(len(wanted) + 1))
    for n, letter in enumerate(said, 1):
        row = [n]
        for m, other in enumerate(wanted):
            row.append(min(above[m + 1] + 1, row[m] + 1, above[m] + (letter != other)))
        above = row
    return above[-1]


def plain(text: str) -> str:
    """A text for the character error rate: composed (NFC), every run of blanks and line breaks one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def exact(said: str, answers: Sequence[str]) -> bool:
    """Whether it is one of the answers, without regard to case, blanks around and between, and a full stop at its end."""

    def bare(text: str) -> str:
        return plain(text).casefold().rstrip(".。").rstrip()

    return bare(said) in {bare(answer) for answer in answers}


def anls(said: str, answers: Sequence[str]) -> float:
    """Average normalised Levenshtein similarity of one question: 1 - distance / longer length of the nearest answer,
    and 0 where that distance is 0.5 or more. Case and runs of blanks do not count.

    Biten et al., "Scene Text Visual Question Answering" (2019), as DocVQA's own evaluation computes it (it takes what is
    strictly below its threshold of 0.5).
    """

    def bare(text: str) -> str:
        return " ".join(text.strip().lower().split())

    one = bare(said)
    best = 0.0
    for answer in map(bare, answers):
        longer = max(len(one), len(answer))
        distance = edits(one, answer) / longer if longer else 0.0
        if distance < ANLS_LIMIT:
            best = max(best, 1 - distance)
    return best


def vqa_score(said: str, answers: Sequence[str]) -> float:
    """The soft score of VQA and TextVQA: how many of the people gave this answer, three or more being 1.

    Averaged over leaving out each of the (ten) answers in turn, after both were brought into one form: lower case, no
    articles, no punctuation, numbers as digits, contractions with their apostrophe (Antol et al. 2015, the form of
    EvalAI's TextVQA challenge).
    """
    one = _vqa_form(said)
    given = [_vqa_form(answer) for answer in answers]
    same = given.count(one)
    if len(given) < 2:
        return float(same > 0)
    left_out = [min(1.0, (same - (answer == one)) / 3) for answer in given]
    return sum(left_out) / len(left_out)


def ocr_bench(said: str, answers: Sequence[str], set_name: str) -> bool:
    """Whether one of the answers stands in what was said; of formulas (HME100k) without regard to blanks, else to case.

    Liu et al., "OCRBench" (2024): a point a question, of a thousand.
    """
    if set_name.startswith("HME100k"):
        one = said.strip().replace("\n", " ").replace(" ", "")
        return any(answer.strip().replace("\n", " ").replace(" ", "") in one for answer in answers)
    one = said.lower().strip().replace("\n", " ")
    return any(answer.lower().strip().replace("\n", " ") in one for answer in answers)


def yes_or_no(said: str) -> str:
    """ "yes", "no" or "other", as MME's own evaluation takes an answer: by its first four letters (Fu et al. 2023)."""
    start = said.lower().strip()[:4]
    return "yes" if "yes" in start else "no" if "no" in start else "other"


def letter(said: str) -> str:
    """The letter of the choice in an answer, "" for none: the first capital from A to F that stands alone, else a
    small one that the answer begins with."""
    found = re.search(r"(?<![A-Za-z'])([A-F])(?![A-Za-z'])", said)
    if found is None:
        found = re.match(r"\W*([a-f])(?![A-Za-z'])", said)
    return found[1].upper() if found else ""


_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DIGITS = {"none": "0"} | {word: str(n) for n, word in enumerate(_NUMBERS)}
_ARTICLES = ("a", "an", "the")
_PUNCTUATION = ';/[]"{}()=+\\_-><@`,?!'
_CONTRACTIONS = """\
    ain't aren't can't could've couldn't couldn't've didn't doesn't don't hadn't hadn't've hasn't haven't he'd he'd've
    he's how'd how'll how's isn't it'd it'd've it'll ma'am mightn't mightn't've might've mustn't must've needn't not've
    o'clock oughtn't 'ow's'at shan't she'd've should've shouldn't shouldn't've somebody'd've somebody'll somebody's
    someone'd someone'd've someone'll someone's something'd something'd've something'll that's there'd there'd've
    there're there's they'd they'd've they'll they're they've 'twas wasn't we'd've we've weren't what'll what're what's
    what've when's where'd where's where've who'd who'd've who'll who's who've why'll why're why's won't would've
    wouldn't wouldn't've y'all y'all'll y'all'd've you'd you'd've you'll you're you've
"""
_APOSTROPHES = {
    word[:at] + word[at + 1 :]: word
    for word in _CONTRACTIONS.split()
    for at, letter in enumerate(word)
    if letter == "'"
}
"""A contraction with one of its apostrophes missing -> with all of them."""


def _vqa_form(text: str) -> str:
    text = text.lower().replace(",", "").replace("?", "").replace("'s", " 's").strip()
    text = text.replace("\n", " ").replace("\t", " ").strip()
    bare = text
    for mark in _PUNCTUATION:
        beside_a_blank = f"{mark} " in text or f" {mark}" in text
        bare = bare.replace(mark, "" if beside_a_blank else " ")
    bare = re.sub(r"\.(?!\d)", "", bare)
    words = [_DIGITS.get(word, word) for word in bare.split()]
    return " ".join(_APOSTROPHES.get(word, word) for word in words if word not in _ARTICLES)
