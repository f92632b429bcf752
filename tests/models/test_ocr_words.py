"""Characters of a line become its text and its words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.ocr.recognise import Glyph
from eyebox_models.ocr.words import line_text, spaced, words_of

QUAD = ((100.0, 50.0), (500.0, 50.0), (500.0, 74.0), (100.0, 74.0))


def glyphs(text: str) -> list[Glyph]:
    return [Glyph(character, (index + 0.5) / len(text)) for index, character in enumerate(text)]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("Salmon  Burger ", "Salmon Burger"),
        ("内 分泌 科", "内分泌科"),
        ("订单 Order 12 已发货", "订单 Order 12 已发货"),
        ("价格：99 元", "价格：99 元"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("   ", ""),
        ("", ""),
    ],
)
def test_text(read: str, text: str) -> None:
    assert line_text(glyphs(read)) == text


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ("Salmon Burger", ["Salmon", "Burger"]),
        ("内分 泌科", ["内分泌科"]),
        ("订单Order 12已发货", ["订单", "Order", "12", "已发货"]),
        ("", []),
    ],
)
def test_words(read: str, words: list[str]) -> None:
    assert [word.text for word in words_of(glyphs(read), QUAD)] == words


def set_line(
    parts: list[tuple[str, int, float]], width: int = 20, between: int = 3
) -> tuple[list[Glyph], list[bool]]:
    """Characters with the ink after each other: `(text, columns before the first, how likely a space is there)`."""
    inked: list[bool] = []
    at: list[tuple[str, float, float]] = []
    for text, gap, space in parts:
        for number, character in enumerate(text):
            inked += [False] * (between if number else gap)
            at.append((character, len(inked) + width / 2, 0.0 if number else space))
            inked += [True] * width
    return [Glyph(text, middle / len(inked), 0.9, space) for text, middle, space in at], inked


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([("GRAND", 0, 0), ("TOTAL", 8, 0.1)], "GRAND TOTAL"),
        ([("GRAND", 0, 0), ("TOTAL", 8, 0.001)], "GRANDTOTAL"),
        ([("GRAND", 0, 0), ("TOTAL", 3, 0.1)], "GRANDTOTAL"),
        ([("17,", 0, 0), ("000", 8, 0.3)], "17,000"),
        ([("Downloads", 0, 0), ("/home", 24, 0)], "Downloads /home"),
        ([("姓名", 0, 0), ("性别", 40, 0)], "姓名 性别"),
        ([("姓名", 0, 0), ("性别", 8, 0)], "姓名性别"),
        ([("电话号码", 0, 0), ("139", 30, 0)], "电话号码 139"),
        ([("电话号码", 0, 0), ("139", 6, 0)], "电话号码139"),
        ([("说明。", 0, 0), ("下文", 14, 0)], "说明。下文"),
        ([("说明。", 0, 0), ("下文", 60, 0)], "说明。 下文"),
        ([("通", 0, 0), ("知", 60, 0), ("书", 60, 0)], "通知书"),
        ([], ""),
    ],
)
def test_spaces_are_where_the_gaps_are(parts: list[tuple[str, int, float]], text: str) -> None:
    read, inked = set_line(parts)
    found = spaced(read, inked)
    assert line_text(found) == text
    assert [word.text for word in words_of(found, QUAD, inked)] == text.split() or "139" in text


def test_in_small_print_a_gap_says_less() -> None:
    read, inked = set_line([("COMMI", 0, 0), ("TTEE", 8, 0.03)])
    assert line_text(spaced(read, inked)) == "COMMI TTEE"
    assert line_text(spaced(read, inked, small=True)) == "COMMITTEE"


def test_a_space_is_as_wide_as_the_others_of_its_line() -> None:
    """In small print gaps inside of words differ by a pixel, which is much of them."""
    read, inked = set_line([("the", 0, 0), ("com", 12, 0), ("mittee", 6, 0.2), ("met", 12, 0)])
    read = [*read[:3], Glyph(" ", read[2].middle), *read[3:12], Glyph(" ", read[11].middle), *read[12:]]
    assert line_text(spaced(read, inked)) == "the committee met"


def test_a_stop_is_not_known_to_stand_where_its_ink_is() -> None:
    read, inked = set_line([("说明。", 0, 0), ("下文", 60, 0)])
    read[2] = Glyph("。", read[2].middle + 14 / len(inked), 0.9)
    found = words_of(spaced(read, inked), QUAD, inked)
    assert [word.text for word in found] == ["说明。", "下文"]
    assert found[1].box[0] - found[0].box[2] > 45 * 400 / len(inked)


def test_spaces_between_chinese_characters_that_stand_close_mean_nothing() -> None:
    read, inked = set_line([("内分泌科", 0, 0)])
    read.insert(2, Glyph(" ", (read[1].middle + read[2].middle) / 2))
    assert line_text(spaced(read, inked)) == "内分泌科"


def test_a_word_is_as_sure_as_its_least_sure_character() -> None:
    scores = (0.99, 0.4, 0.9, 1.0, 0.98, 0.97)
    read = [
        Glyph(letter, (at + 0.5) / 6, score)
        for at, (letter, score) in enumerate(zip("ab cd订", scores, strict=True))
    ]
    assert [(word.score, word.scores) for word in words_of(read, QUAD)] == [(0.4, ()), (0.98, ()), (0.97, ())]
    run = [Glyph("订", 0.2, 0.99), Glyph("单", 0.5, 0.5), Glyph("号", 0.8, 0.9)]
    assert [(word.score, word.scores) for word in words_of(run, QUAD)] == [(0.5, (0.99, 0.5, 0.9))]


def test_boxes_follow_the_characters() -> None:
    first, second = words_of(glyphs("abcd efgh"), QUAD)
    assert 100 <= first.box[0] < first.box[2] <= second.box[0] < second.box[2] <= 500
    assert first.box[2] == pytest.approx(100 + 400 * 4 / 9, abs=25)
    assert (first.box[1], first.box[3]) == (50, 74)


def test_boxes_end_where_the_ink_does() -> None:
    ink = [False] * 100
    ink[5:40] = [True] * 35
    ink[20] = False
    ink[52:97] = [True] * 45
    first, second = words_of(glyphs("abcd efgh"), QUAD, ink)
    assert (first.box[0], first.box[2]) == (120, 260)
    assert (second.box[0], second.box[2]) == (308, 488)


def test_leaning_line_has_boxes_that_follow_it() -> None:
    leaning = ((0.0, 0.0), (400.0, 100.0), (394.0, 124.0), (-6.0, 24.0))
    first, second = words_of(glyphs("abcd efgh"), leaning)
    assert first.box[1] < 5 and second.box[1] > 45


@given(st.text(max_size=60), st.lists(st.booleans(), max_size=200))
def test_words_hold_all_characters_in_order(text: str, ink: list[bool]) -> None:
    words = words_of(glyphs(text), QUAD, ink)
    together = unicodedata.normalize("NFC", "".join(word.text for word in words))
    assert together == unicodedata.normalize("NFC", "".join(text.split()))
    for word in words:
        assert 100 <= word.box[0] <= word.box[2] <= 500
