"""Numbers as people write them, in any country's notation, where that can mean one thing only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

LONGEST = 11
"""More digits without a mark between them are an id, not an amount."""
_CURRENCIES = "$€£¥₩₹₽฿₫₺₪"
_SPACES = "\u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"(?P<sign>[-+\u2212\u2013]?)\s?(?P<before>[{_CURRENCIES}]?)\s?(?P<digits>\d[\d.,'\u2019 {_SPACES}]*\d|\d)"
    rf"\s?(?P<after>[%{_CURRENCIES}]?)"
)

Mark = Literal[".", ","]
MARKS: tuple[Mark, ...] = (".", ",")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the number format that shows it as it was written."""

    value: float
    format: str


def decimal_mark(texts: Iterable[str]) -> Mark | None:
    """What parts decimals in these texts, by those that can be read in one way only; None where they do not say."""
    marks: set[Mark] = set()
    for text in texts:
        match = _matched(text)
        if match and re.search("[.,]", match["digits"]) and not _either_way(match["digits"]):
            marks |= {mark for mark in MARKS if _parsed(match["digits"], mark)}
    return marks.pop() if len(marks) == 1 else None


def numeral(text: str, mark: Mark | None = None) -> Numeral | None:
    """The number that a text is, or None. `mark` parts decimals where a text could be read in two ways.

    Codes with leading zeros, long ids, dates and telephone numbers are none.
    """
    match = _matched(text)
    if match is None:
        return None
    digits = match["digits"]
    if _either_way(digits):
        if mark is None:
            return None
        parsed = _parsed(digits, mark)
    else:
        parsed = _parsed(digits, ".") or _parsed(digits, ",")
    if parsed is None:
        return None
    value, decimals, grouped, spaced = parsed
    named = match["before"] or match["after"]
    if spaced and not decimals and not named:
        return None
    shown = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    if match["sign"] and match["sign"] != "+":
        value = -value
    if match["after"] == "%":
        value, shown = round(value / 100, decimals + 4), shown + "%"
    elif named:
        shown = f'"{named}"{shown}' if match["before"] else f'{shown} "{named}"'
    return Numeral(value, shown)


def _matched(text: str) -> re.Match[str] | None:
    plain = "".join(c if c in _SPACES else unicodedata.normalize("NFKC", c) for c in text.strip())
    return _NUMBER.fullmatch(plain) if len(plain) < 40 else None


def _either_way(digits: str) -> bool:
    """Whether a mark may part thousands or decimals: `1.234`."""
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits) is not None


def _parsed(digits: str, mark: str) -> tuple[float, int, bool, bool] | None:
    """Value, decimals, whether thousands are parted, and whether by a plain space; None where that is no notation."""
    whole, _, part = digits.partition(mark)
    if mark in part or (part and not part.isdecimal()) or (mark in digits and not part):
        return None
    groups = re.split(r"[.,'\u2019 \u00a0\u2009\u202f]", whole)
    between = set(re.findall(r"[^\d]", whole))
    if len(between) > 1 or mark in between:
        return None
    if between and not _are_thousands(groups, between):
        return None
    plain = "".join(groups)
    if not plain.isdecimal() or (len(plain) > 1 and plain[0] == "0"):
        return None
    if len(plain) + len(part) > 15 or (not between and not part and len(plain) > LONGEST):
        return None
    value = float(f"{plain}.{part}") if part else int(plain)
    return value, len(part), bool(between), between == {" "}


def _are_thousands(groups: list[str], between: set[str]) -> bool:
    """Whether digits are parted by threes, or as in India by twos before the last three."""
    first, *middle, last = map(len, groups)
    by_threes = first <= 3 and all(count == 3 for count in middle)
    by_twos = between == {","} and first <= 2 and all(count == 2 for count in middle)
    return last == 3 and (by_threes or by_twos)
