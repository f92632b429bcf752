"""Dates, amounts, phones and checked numbers: from the notations of documents to one."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_MONTHS = {
    "jan": 1, "ene": 1, "feb": 2, "fev": 2, "mar": 3, "apr": 4, "avr": 4, "abr": 4, "may": 5, "mai": 5,
    "jun": 6, "jul": 7, "aug": 8, "aou": 8, "ago": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12,
    "dez": 12, "dic": 12,
}  # fmt: skip
_CHINESE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
_SCALES = {
    "thousand": 1000, "k": 1000, "千": 1000, "万": 10_000, "million": 10**6, "mn": 10**6, "m": 10**6,
    "亿": 10**8, "billion": 10**9, "bn": 10**9,
}  # fmt: skip


def date_value(text: str) -> str | None:
    """A date as `2024-03-05`, `2024-03` or `--03-05`; None when it is none.

    A date whose day and month could be either comes back as it is.
    """
    text = text.strip().lower()
    if month := re.search(r"[a-z]{3,}", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bde\b|\bof\b", " ", text)):
        return _named_month(text, month.group())
    if re.search("[年月]", text):
        numbers = [_number(part) for part in re.findall(r"\d+|[〇零一二三四五六七八九十]+", text)]
        if "年" not in text:
            return _iso(None, *numbers[:2])
        return _iso(*numbers[:3])
    parts = re.findall(r"\d+", text)
    if len(parts) != 3 or re.sub(r"[\d\s./-]", "", text):
        return None
    if len(parts[0]) == 4:
        return _iso(*map(int, parts))
    first, second = int(parts[0]), int(parts[1])
    year = _year(parts[2])
    if "." in text or first > 12 or first == second:
        return _iso(year, second, first)
    if second > 12:
        return _iso(year, first, second)
    return text if _iso(year, first, second) else None


def amount_value(text: str) -> str | None:
    """The plain decimal number of an amount, like `1234.56`; None when there is none."""
    match = re.search(r"\d[\d.,'’ ]*", text)
    if not match:
        return None
    digits = match.group().rstrip(".,'’ ")
    whole, mark, fraction = digits, "", ""
    if decimal := re.fullmatch(r"(.*\d)([.,])(\d{1,2})|(0)([.,])(\d+)", digits):
        whole, mark, fraction = filter(None, decimal.groups())
    try:
        number = Decimal(re.sub(r"\D", "", whole) + ("." + fraction if mark else ""))
    except InvalidOperation:
        return None
    scale = re.match(r"\s?(million|billion|thousand|mn|bn|[km](?!\w)|万|亿|千)", text[match.end() :].lower())
    if scale:
        number *= _SCALES[scale.group(1)]
        number = number.quantize(Decimal(1)) if number == number.to_integral() else number
    sign = "-" if "-" in text[: match.start()] else ""
    return f"{sign}{number:f}"


def phone_value(text: str) -> str | None:
    """A phone's digits with its leading plus and its extension after `x`; None when it can be none."""
    main, _, extension = text.partition("转")
    digits = re.sub(r"\D", "", main)
    if not 6 <= len(digits) <= 16 or date_value(text):
        return None
    return (
        ("+" if text.strip().startswith("+") else "")
        + digits
        + (f"x{extension.strip()}" if extension else "")
    )


def is_iban(text: str) -> bool:
    """Whether an IBAN's check digits are right."""
    joined = "".join(text.split())
    return (
        15 <= len(joined) <= 34 and int("".join(str(int(c, 36)) for c in joined[4:] + joined[:4])) % 97 == 1
    )


def is_isbn(text: str) -> bool:
    """Whether 13 digits are an ISBN with the right check digit."""
    digits = [int(c) for c in text if c.isdigit()]
    return len(digits) == 13 and sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0


def is_card(text: str) -> bool:
    """Whether the digits pass the check of payment cards (Luhn)."""
    digits = [int(c) for c in text if c.isdigit()][::-1]
    doubled = [d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(digits)]
    return len(digits) >= 12 and sum(doubled) % 10 == 0


def _named_month(text: str, name: str) -> str | None:
    month = 7 if name.startswith("juil") else 6 if name.startswith("juin") else _MONTHS.get(name[:3])
    numbers = re.findall(r"\d+", text)
    if month is None or not numbers:
        return None
    long = [n for n in numbers if len(n) == 4]
    short = [n for n in numbers if len(n) <= 2]
    if not short:
        return _iso(int(long[0]), month) if long else None
    year = int(long[0]) if long else _year(short[1]) if len(short) > 1 else None
    return _iso(year, month, int(short[0]))


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _number(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_CHINESE.get(tens, 1) if tens else 1) * 10 + _CHINESE.get(ones[:1], 0)
    return int("".join(str(_CHINESE[c]) for c in text))


def _iso(year: int | None, month: int = 0, day: int | None = None) -> str | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if year is None:
        return None if day is None else f"--{month:02}-{day:02}"
    if not 1800 <= year <= 2200:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
