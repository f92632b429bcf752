"""What the reader answers: texts with phrases that stand for places on the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eyebox_models.protocol.page import Page, Rect
from eyebox_models.text.extract import Extracted, extract, extract_text
from eyebox_models.text.fields import read_fields
from eyebox_models.text.find import Found, find, nearest
from eyebox_models.text.neighbours import Neighbours
from eyebox_models.text.patterns import Kind
from eyebox_models.text.requests import (
    Count,
    Extract,
    Fields,
    Find,
    Language,
    MakeTable,
    ReadAll,
    Understood,
    Unknown,
    Wish,
)
from eyebox_models.text.sentences import SENTENCES, Sentences
from eyebox_models.text.table import escaped, table, to_markdown

CONTEXT = 40
"""So many characters of a line are shown on either side of what was found in it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture of a chat that was read: its number among the chat's pictures, its name and its text."""

    image: int
    name: str
    page: Page


@dataclass(frozen=True, slots=True)
class Place:
    """A box of an answer on one of the chat's pictures."""

    image: int
    box: Rect
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of an answer that stands for places."""

    text: str
    places: tuple[Place, ...]


Part = str | Phrase


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. `hits` counts what was found; `markdown` when it is to be rendered."""

    parts: tuple[Part, ...]
    hits: int = 0
    markdown: bool = False
    suggest_model: bool = False


def reply(understood: Understood, sheets: Sequence[Sheet]) -> Reply:
    """The answer to a request about some pictures: to its first meaning that they have an answer to."""
    writer = _Writer(sheets, understood.language)
    answer = Reply(())
    for wish in understood.wishes:
        answer = writer.answer(wish)
        if answer.hits:
            return answer
    return answer


class _Writer:
    """Writes answers about some pictures in one language."""

    def __init__(self, sheets: Sequence[Sheet], language: Language) -> None:
        self._sheets = sheets
        self._say: Sentences = SENTENCES[language]

    def answer(self, wish: Wish) -> Reply:
        if not self._sheets:
            return Reply((self._say.no_picture,))
        match wish:
            case ReadAll():
                return self._read()
            case Find(texts, maybe):
                return self._find(texts, fuzzy=not maybe)
            case Extract(kinds):
                return self._extract(kinds)
            case Fields(names, kind):
                return self._fields(names, kind)
            case MakeTable():
                return self._table()
            case Count():
                return self._count(wish)
            case Unknown():
                return Reply((self._say.unknown,), suggest_model=True)

    def _read(self) -> Reply:
        texts = [(sheet, block_text(sheet.page)) for sheet in self._sheets]
        hits = sum(bool(text) for _, text in texts)
        if not hits:
            return Reply((self._no_text(self._sheets),))
        return Reply(tuple(self._by_sheet((s, [text or self._no_text([s])]) for s, text in texts)), hits)

    def _no_text(self, sheets: Sequence[Sheet]) -> str:
        return self._say.no_text(len(sheets), sum(sheet.page.unread for sheet in sheets))

    def _find(self, texts: Sequence[str], fuzzy: bool) -> Reply:
        parts: list[Part] = []
        hits = 0
        for text in texts:
            found = [(sheet, find(sheet.page, text, fuzzy=fuzzy)) for sheet in self._sheets]
            count = sum(len(places) for _, places in found)
            exact = all(place.exact for _, places in found for place in places)
            hits += count
            if parts:
                parts.append("\n\n")
            if not count:
                parts.append(self._nowhere(text))
                continue
            head = self._say.found if exact else self._say.close
            parts.append(head(text if len(texts) > 1 or not exact else "", count) + "\n")
            parts += self._by_sheet((s, _lines(self._hit(s, p) for p in ps)) for s, ps in found if ps)
        return Reply(tuple(parts), hits, suggest_model=not hits)

    def _nowhere(self, text: str) -> str:
        near = next(filter(None, (nearest(sheet.page, text) for sheet in self._sheets)), "")
        return self._say.nowhere(_short(text), _short(near))

    def _hit(self, sheet: Sheet, found: Found) -> list[Part]:
        """A place on a line of its own: what was found, within the line it stands in."""
        lines = sheet.page.lines
        first, last = found.spans[0], found.spans[-1]
        before = lines[first.line].text[: first.start].lstrip()
        after = lines[last.line].text[last.end :].rstrip()
        before = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]
        after = after if len(after) <= CONTEXT else after[:CONTEXT] + "…"
        label = " ".join(found.text.split())
        places = tuple(Place(sheet.image, s.box, label, found.score) for s in found.spans)
        return ["• " + before, Phrase(label, places), after]

    def _extract(self, kinds: Sequence[Kind]) -> Reply:
        parts: list[Part] = []
        hits = 0
        all_found = [(sheet, extract(sheet.page, kinds)) for sheet in self._sheets]
        for kind in kinds:
            found = [(sheet, [item for item in items if item.kind == kind]) for sheet, items in all_found]
            count = sum(len(items) for _, items in found)
            hits += count
            if parts:
                parts.append("\n\n")
            parts.append(self._say.extracted(kind, count))
            if count:
                parts.append("\n")
                parts += self._by_sheet((s, _items(s, items)) for s, items in found if items)
        return Reply(tuple(parts), hits)

    def _fields(self, names: Sequence[str], kind: Kind | None) -> Reply:
        hits = 0
        answers: list[tuple[Sheet, list[Part]]] = []
        for sheet in self._sheets:
            found = {field.name: field for field in read_fields(sheet.page, names, kind)}
            hits += len(found)
            rows: list[list[Part]] = []
            for name in names:
                if field := found.get(name):
                    place = Place(sheet.image, field.box, field.value, sheet.page.lines[field.line].score)
                    rows.append([f"{name}{self._say.colon}", Phrase(field.value, (place,))])
                else:
                    rows.append([f"{name}{self._say.colon}{self._say.missing}"])
            answers.append((sheet, _lines(rows)))
        return Reply(tuple(self._by_sheet(answers)), hits)

    def _table(self) -> Reply:
        tables = [(sheet, to_markdown(table(sheet.page))) for sheet in self._sheets]
        hits = sum(bool(text) for _, text in tables)
        if not hits:
            return Reply((self._no_text(self._sheets),))
        parts: list[Part] = []
        for sheet, text in tables:
            head = f"**{escaped(sheet.name)}**\n\n" if len(tables) > 1 else ""
            parts.append(("\n\n" if parts else "") + head + (text or self._no_text([sheet])))
        return Reply(tuple(parts), hits, markdown=True)

    def _count(self, wish: Count) -> Reply:
        lines = [line.text for sheet in self._sheets for line in sheet.page.lines if line.text.strip()]
        match wish.unit:
            case "lines":
                return Reply((self._say.counted("lines", len(lines)),), 1)
            case "words":
                return Reply((self._say.counted("words", sum(len(line.split()) for line in lines)),), 1)
            case "characters":
                letters = sum(len("".join(line.split())) for line in lines)
                return Reply((self._say.counted("characters", letters),), 1)
        if wish.kind:
            return self._extract([wish.kind])
        places = [
            Place(sheet.image, s.box, hit.text, hit.score)
            for sheet in self._sheets
            for hit in find(sheet.page, wish.of, fuzzy=False)
            for s in hit.spans[:1]
        ]
        before, after = self._say.occurs(len(places))
        shown: Part = Phrase(wish.of, tuple(places)) if places else wish.of
        return Reply((before, shown, after), len(places))

    def _by_sheet(self, answers: Iterable[tuple[Sheet, Sequence[Part]]]) -> Iterator[Part]:
        """Each picture's answer, under its name when there are several pictures."""
        for number, (sheet, parts) in enumerate(answers):
            if number:
                yield "\n\n"
            if len(self._sheets) > 1:
                yield f"{sheet.name}{self._say.colon.rstrip()}\n"
            yield from parts


def block_text(page: Page) -> str:
    """The text of a page: a line each, an empty line between blocks."""
    known = {index for block in page.blocks for index in block}
    loose = tuple((index,) for index in range(len(page.lines)) if index not in known)
    blocks = (
        "\n".join(page.lines[i].text.rstrip() for i in block) for block in (*page.blocks, *loose) if block
    )
    return "\n\n".join(blocks)


def _items(sheet: Sheet, items: Sequence[Extracted]) -> list[Part]:
    """Values on a line each; amounts with what they are the amounts of."""
    page, near = sheet.page, Neighbours(sheet.page)
    rows: list[list[Part]] = []
    for item in items:
        place = Place(sheet.image, item.box, item.text, page.lines[item.line].score)
        what = _what(page, item, near) if item.kind == "amount" else ""
        rows.append([f"• {what}", Phrase(item.text, (place,))])
    return _lines(rows)


def _what(page: Page, item: Extracted, near: Neighbours) -> str:
    before = page.lines[item.line].text[: item.span.start]
    if not before.strip():
        beside = (page.lines[n].text for n in near.left_of(item.line))
        named = (
            text for text in beside if sum(map(str.isalpha, text)) > 1 and not extract_text(text, "amount")
        )
        before = next((f"{text}  " for text in named), "")
    before = before.lstrip()
    return before if len(before) <= CONTEXT else "…" + before[-CONTEXT:]


def _lines(rows: Iterable[Sequence[Part]]) -> list[Part]:
    parts: list[Part] = []
    for row in rows:
        if parts:
            parts.append("\n")
        parts += row
    return parts


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 80 else one_line[:80] + "…"
