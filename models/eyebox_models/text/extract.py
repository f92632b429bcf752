"""E-mails, web addresses, phones, dates, amounts and identifiers on a page, each place counted once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from eyebox_models.protocol.page import Page, Rect
from eyebox_models.text.find import Span, fold_mapped, span
from eyebox_models.text.neighbours import Neighbours
from eyebox_models.text.patterns import LABEL_LINE, PRICED, RULES, TOKEN_LINE, VERSIONS, Kind, identifier

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Extracted:
    """A value of one kind: `text` as it stands on the page, `value` in one notation.

    Dates are ISO (`2024-03-05`, `2024-03`, `--03-05`) where the notation is not ambiguous, amounts plain
    decimals unless their digits are grouped as in no notation (`$275,000,0000` stays as it is), phones digits
    with the leading plus, addresses and identifiers without spaces.
    """

    kind: Kind
    text: str
    value: str
    span: Span

    @property
    def line(self) -> int:
        return self.span.line

    @property
    def box(self) -> Rect:
        return self.span.box


def extract(page: Page, kinds: Iterable[Kind] = KINDS) -> tuple[Extracted, ...]:
    """All values of these kinds, in reading order."""
    wanted = frozenset(kinds)
    found = [item for i in range(len(page.lines)) for item in _in_line(page, i)]
    if "id" in wanted:
        found += _beside_labels(page, {item.line for item in found})
    return tuple(sorted((f for f in found if f.kind in wanted), key=lambda f: (f.line, f.span.start)))


def extract_text(text: str, kind: Kind) -> tuple[tuple[int, int, str], ...]:
    """The values of one kind in a line of text: where each starts and ends, and its value."""
    return tuple((start, end, value) for found, start, end, value in _scan(text) if found == kind)


_NUMERIC = re.compile(r"(?<![A-Za-z0-9])[$€£¥]?[\dOolI][\dOolI.,:/-]*(?![A-Za-z0-9])")
_MISREAD = str.maketrans("OolI", "0011")


def _with_digits(text: str) -> str:
    """Letters that were read where only digits can stand, as digits; of the same length."""

    def as_digits(match: re.Match[str]) -> str:
        token = match.group()
        digits = sum(c.isdigit() for c in token)
        return token.translate(_MISREAD) if digits > (0 if token[0] in "$€£¥" else 1) else token

    return _NUMERIC.sub(as_digits, text)


def _scan(text: str) -> Iterator[tuple[Kind, int, int, str]]:
    plain, origin = fold_mapped(text, keep_case=True)
    plain = _with_digits(plain.replace("\x00", " "))
    plain = VERSIONS.sub(_hidden, plain)
    for rule in RULES:
        for match in rule.pattern.finditer(plain):
            group = "value" if "value" in rule.pattern.groupindex else 0
            start, end = match.span(group)
            if "\x00" in plain[start:end]:
                continue
            if rule.kind in ("email", "url"):
                end = start + len(_trimmed(plain[start:end]))
            elif plain[start:end] != plain[start:end].rstrip(" .,-"):
                end = start + len(plain[start:end].rstrip(" .,-"))
            first, last = origin[start][0], origin[end - 1][1]
            asis = unicodedata.normalize("NFKC", text[first:last])
            value = rule.value(plain[start:end] if rule.kind in ("date", "amount", "phone") else asis)
            if value is None:
                continue
            plain = plain[:start] + "\x00" * (end - start) + plain[end:]
            yield rule.kind, first, last, value


def _hidden(match: re.Match[str]) -> str:
    return match.group() if PRICED.match(match.string, match.end()) else "\x00" * len(match.group())


def _trimmed(address: str) -> str:
    """An address without the punctuation of the sentence around it."""
    while True:
        shorter = address.rstrip(".,;:!?'\"*|")
        for opening, closing in ("()", "[]"):
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        if shorter == address or not shorter:
            return address
        address = shorter


def _in_line(page: Page, index: int) -> Iterator[Extracted]:
    text = page.lines[index].text
    for kind, start, end, value in _scan(text):
        yield Extracted(kind, text[start:end], value, span(page, index, start, end))


def _beside_labels(page: Page, used: set[int]) -> Iterator[Extracted]:
    """Identifiers whose label ("Invoice No.") is a line of its own."""
    near = Neighbours(page)
    for index, line in enumerate(page.lines):
        if not LABEL_LINE.fullmatch(line.text):
            continue
        for other in (near.right_of(index) or near.below(index))[:1]:
            text = page.lines[other].text
            match = TOKEN_LINE.fullmatch(text.strip())
            value = identifier(text.strip()) if match else None
            if other not in used and value:
                used.add(other)
                start = len(text) - len(text.lstrip())
                place = span(page, other, start, start + len(text.strip()))
                yield Extracted("id", text.strip(), value, place)
