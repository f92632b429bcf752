"""What a chat request to the reader means, by rules, in English, Chinese, German and Japanese."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from eyebox_models.text import phrases
from eyebox_models.text.find import is_cjk
from eyebox_models.text.labels import is_field
from eyebox_models.text.patterns import Kind
from eyebox_models.text.turns import TURNS, Turns

LONGEST = 600
Language = Literal["en", "zh", "de", "ja"]


@dataclass(frozen=True, slots=True)
class ReadAll:
    """All text of the pictures."""


@dataclass(frozen=True, slots=True)
class Find:
    """Every place of each of these texts. `maybe`: worth an answer only when they occur to the letter."""

    texts: tuple[str, ...]
    maybe: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """All values of these kinds."""

    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """The values behind these labels, of `kind` when that is known."""

    names: tuple[str, ...]
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class MakeTable:
    """The text in rows and columns."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often a text occurs, or how many values of a kind, lines, words or characters there are."""

    of: str
    kind: Kind | None = None
    unit: Literal["places", "lines", "words", "characters"] = "places"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something the reader does not do."""


Wish = ReadAll | Find | Extract | Fields | MakeTable | Count | Unknown


@dataclass(frozen=True, slots=True)
class Understood:
    """What a request may mean, the likeliest first: the first that the page has an answer to is meant.

    When the page answers none, the last one says so.
    """

    wishes: tuple[Wish, ...]
    language: Language


def understand(request: str, language: str = "en") -> Understood:
    """The meaning of a request; `language` is that of the answer where the request does not show one."""
    text = phrases.VERB_COLON.sub(r"\1 ", unicodedata.normalize("NFKC", request).strip())
    chinese = any(map(is_cjk, re.sub(phrases.QUOTED, "", text)))
    spoken = _spoken(text, chinese, language)
    if not text:
        return Understood((ReadAll(),), spoken)
    if len(text) > LONGEST:
        return Understood((Unknown(),), spoken)
    if (match := phrases.FIELD_LIST.fullmatch(text)) and (names := _names(match["names"])):
        return Understood((Fields(names),), spoken)
    if spoken in ("de", "ja"):
        turns = TURNS[spoken]
        bare = _bare(text, turns.polite, turns.thanks)
        return Understood(_in_turns(bare, turns) or _name_only(bare), spoken)
    if chinese:
        bare = _bare(text, phrases.POLITE_ZH, phrases.THANKS_ZH)
        latin_verb = (
            _english(_bare(text, phrases.POLITE_EN, phrases.THANKS_EN)) if re.match("[A-Za-z]", text) else ()
        )
        if latin_verb and not isinstance(latin_verb[0], Unknown):
            return Understood(latin_verb, "en")
        return Understood(_chinese(bare) or _name_only(bare), spoken)
    bare = _bare(text, phrases.POLITE_EN, phrases.THANKS_EN)
    return Understood(_english(bare) or _name_only(bare), spoken)


def _spoken(text: str, chinese: bool, language: str) -> Language:
    """The language of a request; where it shows none, the program's."""
    if re.search("[\u3040-\u30ff]", text) or (chinese and language.startswith("ja")):
        return "ja"
    if chinese:
        return "zh"
    if _in_turns(_bare(text, TURNS["de"].polite, TURNS["de"].thanks), TURNS["de"]):
        return "de"
    seeks = (phrases.READ_EN, phrases.FIND_EN, phrases.TAKE_EN, phrases.COUNT_EN, phrases.TABLE_EN)
    if language[:2] in ("de", "ja") and not any(pattern.match(text) for pattern in seeks):
        return "de" if language.startswith("de") else "ja"
    return "zh" if language.startswith("zh") and not re.search("[A-Za-z]", text) else "en"


def _in_turns(text: str, turns: Turns) -> tuple[Wish, ...]:
    quoted = _quotes(text)
    if match := turns.count.fullmatch(text):
        return _counted(match["what"], quoted)
    if quoted and (turns.find.match(text) or turns.take.match(text)):
        return (Find(quoted),)
    if turns.read.fullmatch(text):
        return (ReadAll(),)
    if not quoted and turns.table.search(text):
        return (MakeTable(),)
    for pattern in (turns.take, turns.find):
        if (match := pattern.fullmatch(text)) and (kinds := _kinds(match["what"])):
            return (Extract(kinds),)
    if match := turns.find.fullmatch(text):
        return _sought(match["what"])
    if (match := turns.take.fullmatch(text)) and (names := _names(match["what"])):
        return (Fields(names), Unknown())
    return ()


def _bare(text: str, polite: re.Pattern[str], thanks: re.Pattern[str]) -> str:
    """A request without its courtesies; an empty one stays as it is."""
    bare = text
    while (match := polite.match(bare)) and match.end() < len(bare):
        bare = bare[match.end() :]
    while shorter := thanks.sub("", bare):
        if shorter == bare:
            return bare
        bare = shorter
    return bare


def _english(text: str) -> tuple[Wish, ...]:
    quoted = _quotes(text)
    if match := phrases.COUNT_EN.fullmatch(text):
        return _counted(match["what"], quoted)
    if quoted and (phrases.FIND_EN.match(text) or phrases.TAKE_EN.match(text)):
        return (Find(quoted),)
    if phrases.READ_EN.fullmatch(text):
        return (ReadAll(),)
    if (
        not quoted
        and phrases.TABLE_EN.search(text)
        and not phrases.FIND_EN.match(text)
        and not phrases.BEYOND_EN.search(text)
    ):
        return (MakeTable(),)
    if match := phrases.PRICE_EN.fullmatch(text):
        return (Fields((_stripped(match["what"]),), "amount"), Unknown())
    if (match := phrases.TAKE_EN.fullmatch(text)) and (taken := _taken(match["what"], text)):
        return taken
    if match := phrases.FIND_EN.fullmatch(text):
        return _sought(match["what"])
    return ()


def _chinese(text: str) -> tuple[Wish, ...]:
    quoted = _quotes(text)
    if (match := phrases.COUNT_ZH.fullmatch(text)) and not re.search("多少钱|几号", text):
        of = match["what"] or match["what2"] or match["what3"]
        if of and not (match["what2"] and is_field(_stripped(of))):
            return _counted(("行" if match["measure"] == "行" else "") + of, quoted)
    seeks = (phrases.FIND_ZH, phrases.TAKE_ZH, phrases.WHERE_ZH, phrases.MARK_ZH)
    if quoted and any(pattern.match(text) for pattern in seeks):
        return (Find(quoted),)
    if phrases.READ_ZH.fullmatch(text):
        return (ReadAll(),)
    if not quoted and phrases.TABLE_ZH.search(text) and not phrases.BEYOND_ZH.search(text):
        return (MakeTable(),)
    if phrases.BEYOND_ZH.search(text) and not quoted:
        return ()
    for pattern in (phrases.PULL_ZH, phrases.TAKE_ZH):
        if (match := pattern.fullmatch(text)) and (kinds := _kinds(match["what"])):
            return (Extract(kinds),)
    if match := phrases.PRICE_ZH.fullmatch(text):
        return (Fields((_stripped(match["what"]),), "amount"), Unknown())
    seek = (phrases.WHERE_ZH, phrases.MARK_ZH, phrases.FIND_ZH)
    for pattern in reversed(seek) if phrases.FIND_FIRST_ZH.match(text) else seek:
        if match := pattern.fullmatch(text):
            return _sought(match["what"])
    for pattern in (phrases.PULL_ZH, phrases.TAKE_ZH, phrases.IS_ZH):
        if (match := pattern.fullmatch(text)) and (taken := _taken(match["what"], text)):
            return taken
    return ()


def _name_only(text: str) -> tuple[Wish, ...]:
    """A request without a verb: kinds of values, names of fields, or words that stand on the page."""
    if quoted := _quotes(text):
        left = re.sub(phrases.QUOTED, "", text).strip(" ,，、和and?？")
        return (Find(quoted),) if not left else (Unknown(),)
    if kinds := _kinds(text):
        return (Extract(kinds),)
    names = _names(text)
    if names and all(map(is_field, names)):
        return (Fields(names),)
    beyond = phrases.BEYOND_EN.search(text) or phrases.BEYOND_ZH.search(text)
    if len(text) <= 60 and len(text.split()) <= 6 and not beyond:
        if len(names) > 1 and any(map(is_field, names)):
            return (Fields(names), Unknown())
        return (Find((text,), maybe=True), Unknown())
    return (Unknown(),)


def _taken(what: str, request: str) -> tuple[Wish, ...]:
    """What is asked for in "extract WHAT": kinds of values, else fields; nothing when it is neither."""
    looks = bool(
        re.match(r"find|locate|where|show|frame|highlight|mark|box|找|框|标|圈", request, re.IGNORECASE)
    )
    asks = bool(re.match(r"what|which|tell|where|i need|.*(?:什么|多少|几号)", request, re.IGNORECASE))
    if kinds := _kinds(what):
        singular = looks and len(kinds) == 1 and not _plural(what)
        return (Find((_stripped(what),), maybe=True), Extract(kinds)) if singular else (Extract(kinds),)
    names = _names(what)
    if not names or any(map(phrases.PRONOUN.fullmatch, names)):
        return ()
    known = all(map(is_field, names))
    if looks:
        return (Find((_stripped(what),), maybe=True), Fields(names)) if known else ()
    if known:
        return (Fields(names),)
    if asks:
        return (Fields(names), Unknown())
    if len(names) <= 12 and all(len(name) <= 40 and len(name.split()) <= 5 for name in names):
        return (Fields(names), Unknown())
    return ()


def _sought(what: str) -> tuple[Wish, ...]:
    """A search: to the letter first, then without articles and where it was said to be, then part by part."""
    whole = what.strip(" \n\t\"'“”")
    short = _stripped(what)
    if not short or phrases.TEXT_WORD.match(short):
        return (ReadAll(),) if short else (Unknown(),)
    parts = tuple(part for part in map(_stripped, phrases.AND.split(short)) if part)
    wishes: list[Wish] = [Find((whole,), maybe=True)] if whole != short else []
    if len(parts) > 1:
        wishes += [Find((short,), maybe=True), Find(parts)]
    else:
        wishes.append(Find((short,)))
    return tuple(wishes)


def _counted(what: str, quoted: tuple[str, ...]) -> tuple[Wish, ...]:
    if quoted:
        return (Count(quoted[0]),)
    of = _stripped(phrases.OCCURRENCES.sub("", what))
    for unit, pattern in phrases.UNITS.items():
        if pattern.fullmatch(of):
            return (Count(of, unit=unit),)  # type: ignore[arg-type]
    if len(kinds := _kinds(of)) == 1:
        return (Count(of, kind=kinds[0]),)
    return (Count(of), Unknown()) if of else (Unknown(),)


def _kinds(text: str) -> tuple[Kind, ...]:
    """The kinds of values that a text names, when it names nothing else."""
    found: list[Kind] = []
    for part in phrases.AND.split(_stripped(text)):
        part = _stripped(part)
        kind = next((k for k, pattern in phrases.KINDS.items() if pattern.fullmatch(part)), None)
        if kind is None:
            return ()
        found.append(kind)
    return tuple(dict.fromkeys(found))


def _plural(text: str) -> bool:
    every = re.match(r"(?:all|every|each|any)\b", text.strip(), re.IGNORECASE)
    return bool(every or phrases.PLURAL.search(_stripped(text))) or any(map(is_cjk, text))


def _names(text: str) -> tuple[str, ...]:
    names = (_stripped(part) for part in phrases.AND.split(_stripped(text)))
    return tuple(dict.fromkeys(name for name in names if name))


def _stripped(text: str) -> str:
    """A thing without articles, "all of" and "in the picture" around it."""
    bare = text.strip(" \n\t\"'“”?？.。!！:：,，")
    while True:
        shorter = phrases.TAIL_WHERE.sub("", phrases.FIND_TAIL.sub("", phrases.ARTICLE.sub("", bare)))
        shorter = phrases.WORD_TAIL_ZH.sub("", phrases.ARTICLE_ZH.sub("", shorter)).strip(" \n\t\"'“”")
        if shorter == bare or not shorter:
            return bare
        bare = shorter


def _quotes(text: str) -> tuple[str, ...]:
    found = (next(filter(None, match.groups()), "").strip() for match in re.finditer(phrases.QUOTED, text))
    return tuple(dict.fromkeys(part for part in found if part))
