"""The pictures with text that tests draw, with their lines, and how well a reading agrees with such lines."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from PIL import Image

from drawing import Text, page, screenshot_4k, sentence

Sample = tuple[Image.Image, list[str]]
_CODE = (
    "def read(path, stop):",
    "    lines = []",
    "    for tile in tiles(path):",
    "        if stop.is_set():",
    "            raise Stopped",
    "    return sorted(lines)",
)


def f1(expected: Iterable[str], found: Iterable[str]) -> float:
    """The F1 of pairs of neighbouring characters, 0..1: without spaces and case, whatever the lines' order."""
    wanted, got = _pairs(expected), _pairs(found)
    total = sum(wanted.values()) + sum(got.values())
    return 2 * sum((wanted & got).values()) / total if total else 1.0


def _pairs(lines: Iterable[str]) -> Counter[str]:
    pairs: Counter[str] = Counter()
    for line in lines:
        plain = "".join(unicodedata.normalize("NFKC", line).casefold().split())
        pairs.update([plain] if len(plain) == 1 else [plain[i : i + 2] for i in range(len(plain) - 1)])
    return pairs


def samples(large: bool = True) -> Iterator[tuple[str, Sample]]:
    """Names and pictures; `large` ones take seconds to read."""
    for name, draw in _SAMPLES.items():
        yield name, draw()
    if large:
        yield "large letters", _large()
        yield "screenshot of 4K", screenshot_4k()


def _rows(width: int, height: int, texts: list[Text]) -> Sample:
    return page(width, height, texts), [text.text for text in texts]


def _paragraph() -> Sample:
    return _rows(900, 300, [Text(60, 60 + 60 * row, sentence(row, 6), 28) for row in range(3)])


def _leaning() -> Sample:
    texts = [Text(80, 100 + 50 * row, sentence(row, 5), 24) for row in range(3)]
    drawn = page(700, 340, texts).rotate(-4, Image.Resampling.BICUBIC, fillcolor="white")
    return drawn, [text.text for text in texts]


def _chinese() -> Sample:
    lines = ["今天天气很好我们去公园散步", "Meat Lover's Pizza and a glass of water", "naïve café, 12.50 EUR"]
    return _rows(900, 260, [Text(40, 40 + 60 * i, text, 28, "chinese") for i, text in enumerate(lines)])


def _mixed() -> Sample:
    return _rows(760, 120, [Text(30, 40, "订单 Order 12345 已发货，请于 Friday 前付款", 26, "chinese")])


def _columns() -> Sample:
    return _rows(
        860,
        260,
        [
            Text(40 + 420 * column, 40 + 32 * row, sentence(20 * column + row, 4), 18)
            for column in range(2)
            for row in range(6)
        ],
    )


def _menu() -> Sample:
    dishes = (
        "Salmon Burger",
        "Turkey Burger",
        "Veggie Burger",
        "Bison Burger",
        "Garden Pizza",
        "White Pizza",
    )
    texts = [Text(60, 40, "BURGERS", 44)]
    for row, dish in enumerate(dishes):
        texts += [
            Text(60, 130 + 60 * row, dish, 26),
            Text(560, 130 + 60 * row, f"${10 + row}", 26),
        ]
    return _rows(700, 520, texts)


def _table() -> Sample:
    cells = [
        Text(60 + 240 * column, 50 + 54 * row, f"{word} {row + 1}", 24)
        for row in range(6)
        for column, word in enumerate(("name", "town", "price", "week"))
    ]
    return _rows(1040, 420, cells)


def _code() -> Sample:
    return _rows(900, 420, [Text(60, 60 + 50 * row, text, 26, "mono") for row, text in enumerate(_CODE)])


def _chart() -> Sample:
    """Labels below and at the left, and one that stands upright on its side."""
    texts = [Text(150 + 110 * year, 490, f"{2019 + year}", 24) for year in range(5)]
    texts += [Text(90, 90 + 110 * row, f"{40 - 10 * row}%", 24) for row in range(4)]
    texts.append(Text(160, 24, "Pages that stand sideways", 30))
    image = page(720, 560, texts)
    label = page(300, 40, [Text(10, 4, "answers by year", 24)]).rotate(90, expand=True)
    image.paste(label, (20, 140))
    return image, [*(text.text for text in texts), "answers by year"]


def _single_line() -> Sample:
    return _rows(475, 58, [Text(16, 14, "Several invoice numbers differ", 26)])


def _cut_out() -> Sample:
    return _rows(200, 40, [Text(4, 10, "Save file", 15)])


def _large() -> Sample:
    return _rows(
        3000, 1000, [Text(100, 60, "a small note beside it", 22), Text(100, 250, "Large words", 400)]
    )


_SAMPLES: dict[str, Callable[[], Sample]] = {
    "paragraph": _paragraph,
    "leaning": _leaning,
    "chinese": _chinese,
    "mixed": _mixed,
    "columns": _columns,
    "menu": _menu,
    "table": _table,
    "code": _code,
    "chart": _chart,
    "single line": _single_line,
    "cut-out": _cut_out,
}
