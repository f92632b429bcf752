"""Named fields of a document: the value that stands behind, right of or below a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eyebox_models.protocol.page import Page, Rect
from eyebox_models.text.extract import extract, extract_text
from eyebox_models.text.find import Found, Searchable, Span, is_cjk, span
from eyebox_models.text.labels import ALONE, MEANINGS, Meaning, label_key
from eyebox_models.text.neighbours import Neighbours
from eyebox_models.text.patterns import CURRENCY, Kind


@dataclass(frozen=True, slots=True)
class Field:
    """A named field: `name` as it was asked for, `value` as it stands on the page, and where both stand."""

    name: str
    value: str
    span: Span
    label: Span | None

    @property
    def line(self) -> int:
        return self.span.line

    @property
    def box(self) -> Rect:
        return self.span.box


_FIRST_WORDS = r"(?:[A-Z][\w.]*(?: [\w.#]+){0,2}|[\u4e00-\u9fff]{2,8})[:：]"
_NEXT_LABEL = re.compile(rf"(?:\s+|(?<=[\u4e00-\u9fff\d]))(?={_FIRST_WORDS})")
_AFTER_LABEL = re.compile(r"[\s:：=#.…·_\-—（）()]*")
_TRAILING = re.compile(r"(?:[\s:：#.]|\b(?:no|nr|number|号码|号)\b\.?)*", re.IGNORECASE)


def read_fields(page: Page, names: Sequence[str], kind: Kind | None = None) -> tuple[Field, ...]:
    """The fields that were found, in the order of their names; a name that has none is left out.

    `kind` is what all values must be; without it each field's usual one.
    """
    form = _Form(page)
    found = (form.read(name, kind) for name in names)
    return tuple(field for field in found if field)


class _Form:
    """A page whose fields are read."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._texts = Searchable(page)
        self._near = Neighbours(page)

    def read(self, name: str, kind: Kind | None) -> Field | None:
        """One field: its label by that name, then by others that documents use; to the letter, then not."""
        meaning = MEANINGS.get(label_key(name), Meaning())
        kind = kind or meaning.kind
        for search in (self._texts.exact, self._texts.close):
            for label in dict.fromkeys((name, *meaning.labels)):
                places = self._label_places(search(label), meaning.last)
                fields = (self._field(name, place, kind) for place in places)
                if found := next(filter(None, fields), None):
                    return found
        if kind and label_key(name) in ALONE:
            items = extract(self._page, [kind])
            if items:
                return Field(name, items[0].text, items[0].span, None)
        return None

    def _label_places(self, hits: Iterable[Found], last: bool) -> list[Span]:
        """Places that may be labels, the best first: those that are a whole line, then those that begin one."""
        ranked: list[tuple[bool, int, Span]] = []
        for hit in hits:
            place = hit.spans[0]
            text = self._page.lines[place.line].text
            if len(hit.spans) > 1 or not _begins(text, place.start) or _continues(text, place.end):
                continue
            whole = not text[: place.start].strip() and not text[place.end :].strip(" :：#.")
            ranked.append((not whole, -place.line if last else place.line, place))
        return [place for *_, place in sorted(ranked, key=lambda entry: entry[:2])]

    def _field(self, name: str, label: Span, kind: Kind | None) -> Field | None:
        value = _value(self._page, label, kind, self._near)
        if not value:
            return None
        text = self._page.lines[value.line].text[value.start : value.end]
        return Field(name, text, value, label)


def _begins(text: str, start: int) -> bool:
    """Whether a label may start here: first in its line, after a gap, punctuation or another field."""
    before = text[:start]
    if not before.strip() or before.endswith("  ") or not before.rstrip()[-1].isalnum():
        return True
    return before.endswith(" ") and (is_cjk(text[start]) or bool(re.search("[:：]", before)))


def _continues(text: str, end: int) -> bool:
    """Whether the word goes on, as "total" does in "totals" or 合计 in 合计金额."""
    rest = text[end : end + 1]
    if not rest.isalnum() or CURRENCY.fullmatch(text, end):
        return False
    if is_cjk(rest) or is_cjk(text[end - 1]):
        return is_cjk(rest) and is_cjk(text[end - 1]) and bool(re.search("[:：]", text[end : end + 6]))
    return True


def _value(page: Page, label: Span, kind: Kind | None, near: Neighbours) -> Span | None:
    line = page.lines[label.line]
    lead = _TRAILING.match(line.text, label.end)
    rest = _AFTER_LABEL.match(line.text, lead.end() if lead else label.end)
    start = rest.end() if rest else label.end
    following = _NEXT_LABEL.search(line.text, start)
    end = following.start() if following else len(line.text.rstrip())
    same = _typed(page, label.line, start, end, kind)
    if same:
        return same
    if start < end and kind is None:
        return None
    for other in near.right_of(label.line)[:3]:
        if value := _typed(page, other, 0, None, kind):
            return value
        if kind is None:
            break
    for other in near.below(label.line)[:2]:
        if value := _typed(page, other, 0, None, kind):
            return value
    return None


def _typed(page: Page, line: int, start: int, end: int | None, kind: Kind | None) -> Span | None:
    """The part of `line.text[start:end]` that is a value of this kind; a label is none."""
    text = page.lines[line].text[:end]
    start += len(text[start:]) - len(text[start:].lstrip())
    piece = text[start:].rstrip()
    if not piece or piece.endswith((":", "：")) or label_key(piece) in MEANINGS:
        return None
    if kind is None:
        return span(page, line, start, start + len(piece))
    values = extract_text(piece, kind)
    if values:
        first, last, _ = values[-1] if kind == "amount" else values[0]
        return span(page, line, start + first, start + last)
    if (kind == "id" and re.fullmatch(r"(?=\S*\d)[\w/.#-]{1,40}", piece)) or (
        kind == "amount" and re.fullmatch(r"-?\d[\d.,' ]*", piece)
    ):
        return span(page, line, start, start + len(piece))
    return None
