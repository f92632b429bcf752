"""Positions, words and copied text of a read page."""

from __future__ import annotations

import math

import pytest

from eyebox.canvas.text_caret import Step, moved
from eyebox.canvas.text_selection import Position, Selection, TextMap, copied_text, in_blocks
from eyebox_models.protocol.page import Line, Page, Word


def upright(
    text: str, x: float, y: float, width: float, height: float = 20, words: tuple[Word, ...] = ()
) -> Line:
    box = (x, y, x + width, y + height)
    return Line(text, 0.99, box, ((x, y), (x + width, y), (x + width, y + height), (x, y + height)), words)


def page(*lines: Line, blocks: tuple[tuple[int, ...], ...] = ()) -> Page:
    return Page("a.png", 1000, 1000, 0.1, lines, blocks or (tuple(range(len(lines))),))


def turned(x: float, y: float, degrees: float) -> tuple[float, float]:
    """A point turned around (100, 100)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = x - 100, y - 100
    return 100 + x * cos - y * sin, 100 + x * sin + y * cos


def leaning(text: str, degrees: float) -> Line:
    """Two words of 100 x 20 pixels with 20 pixels between, turned around their top left corner (100, 100)."""
    corners = tuple(turned(x, y, degrees) for x, y in ((100, 100), (320, 100), (320, 120), (100, 120)))
    words = []
    for word, left in zip(text.split(), (100, 220), strict=True):
        around = [turned(x, y, degrees) for x in (left, left + 100) for y in (100, 120)]
        xs, ys = zip(*around, strict=True)
        words.append(Word(word, (min(xs), min(ys), max(xs), max(ys))))
    xs, ys = zip(*corners, strict=True)
    return Line(text, 0.9, (min(xs), min(ys), max(xs), max(ys)), corners, tuple(words))  # type: ignore[arg-type]


def test_characters_lie_between_the_borders_of_their_words() -> None:
    words = (Word("aaaa", (100, 10, 140, 30)), Word("bbbb", (160, 10, 200, 30)))
    text_map = TextMap(page(upright("aaaa bbbb", 100, 10, 100, words=words)))

    assert text_map.strips[0].edges == pytest.approx((0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 1))
    assert text_map.position_at((171, 20)) == Position(0, 6)
    assert text_map.quads(Selection(Position(0, 5), Position(0, 9))) == [
        ((160, 10), (200, 10), (200, 30), (160, 30))
    ]


def test_without_words_wide_characters_take_more_room() -> None:
    edges = TextMap(page(upright("ab中文", 0, 0, 60))).strips[0].edges

    assert edges == pytest.approx((0, 1 / 6, 2 / 6, 4 / 6, 1))


def test_a_place_is_found_in_the_nearest_line() -> None:
    text_map = TextMap(page(upright("first", 100, 100, 50), upright("second", 100, 130, 60)))

    assert text_map.position_at((0, 0)) == Position(0, 0)
    assert text_map.position_at((900, 105)) == Position(0, 5)
    assert text_map.position_at((900, 900)) == Position(1, 6)
    assert text_map.line_at((120, 140)) == 1
    assert text_map.line_at((120, 124)) is None
    assert text_map.line_at((120, 123), slack=4) == 0
    assert TextMap(page()).position_at((1, 1)) is None


@pytest.mark.parametrize("degrees", [0, 12, -12, 30, -30])
def test_a_leaning_line_is_selected_along_its_quad(degrees: float) -> None:
    text_map = TextMap(page(leaning("left right", degrees)))
    inside, outside = turned(230, 110, degrees), turned(230, 140, degrees)

    word = text_map.word_at(inside)

    assert word == Selection(Position(0, 5), Position(0, 10))
    expected = [turned(x, y, degrees) for x, y in ((220, 100), (320, 100), (320, 120), (220, 120))]
    for found, wanted in zip(text_map.quads(word)[0], expected, strict=True):
        assert found == pytest.approx(wanted, abs=0.01)
    assert text_map.line_at(inside) == 0
    assert text_map.line_at(outside) is None


def test_upright_writing_runs_from_top_to_bottom() -> None:
    text_map = TextMap(page(upright("出口在前", 50, 0, 20, 80)))

    assert text_map.position_at((60, 41)) == Position(0, 2)
    assert text_map.quads(Selection(Position(0, 0), Position(0, 1))) == [
        ((50, 0), (50, 20), (70, 20), (70, 0))
    ]


@pytest.mark.parametrize(
    ("text", "char", "word"),
    [
        ("Total: 12.50 EUR", 9, "12.50"),
        ("Total: 12.50 EUR", 2, "Total"),
        ("Total: 12.50 EUR", 5, ":"),
        ("don't stop", 1, "don't"),
        ("请打开settings页面", 1, "请打开"),
        ("请打开settings页面", 5, "settings"),
        ("naïve café", 7, "café"),
    ],
)
def test_a_word_ends_where_writing_changes(text: str, char: int, word: str) -> None:
    text_map = TextMap(page(upright(text, 0, 0, 400)))
    edges = text_map.strips[0].edges

    found = text_map.word_at(((edges[char] + edges[char + 1]) * 200, 10))

    assert found is not None
    assert copied_text(text_map.page, found) == word


def test_copied_text_keeps_lines_and_blocks_and_adds_no_spaces() -> None:
    words = tuple(Word(char, (i * 20.0, 100, i * 20 + 20.0, 120)) for i, char in enumerate("你好世界"))
    read = page(
        upright("def f():", 0, 0, 80),
        upright("    return 1", 0, 30, 120),
        upright("你好世界", 0, 100, 80, words=words),
        blocks=((0, 1), (2,)),
    )
    everything = TextMap(read).everything()

    assert everything is not None
    assert copied_text(read, everything) == "def f():\n    return 1\n\n你好世界"
    assert copied_text(read, Selection(Position(2, 2), Position(1, 4))) == "return 1\n\n你好"
    assert TextMap(page()).everything() is None


def test_the_left_edge_takes_indentation_along() -> None:
    text_map = TextMap(page(upright("    return 1", 40, 30, 80)))

    assert text_map.position_at((30, 40)) == Position(0, 0)
    assert text_map.position_at((121, 40)) == Position(0, 12)


def test_a_selection_grows_by_words_in_both_directions() -> None:
    anchor = Selection(Position(1, 4), Position(1, 8))

    assert anchor.widened(Selection(Position(2, 0), Position(2, 3))) == Selection(
        Position(1, 4), Position(2, 3)
    )
    assert anchor.widened(Selection(Position(0, 2), Position(0, 6))) == Selection(
        Position(1, 8), Position(0, 2)
    )


def test_words_that_are_not_in_the_text_do_no_harm() -> None:
    words = (Word("zzz", (0, 0, 50, 20)), Word("", (0, 0, 0, 0)), Word("b", (90, 0, 20, 20)))
    edges = TextMap(page(upright("a b c", 0, 0, 100, words=words))).strips[0].edges

    assert list(edges) == sorted(edges)
    assert (edges[0], edges[-1]) == (0, 1)


@pytest.mark.parametrize("line", [upright("", 0, 0, 10), upright("   ", 0, 0, 10), upright("ab", 5, 5, 0, 0)])
def test_lines_without_extent_are_harmless(line: Line) -> None:
    text_map = TextMap(page(line))

    assert text_map.position_at((3, 3)) is not None
    assert text_map.word_at((3, 3)) is not None
    text_map.quads(text_map.line_selection(0))


def test_lines_of_no_block_come_last() -> None:
    read = page(upright("a", 0, 0, 9), upright("b", 0, 30, 9), upright("c", 0, 60, 9), blocks=((2,),))

    assert in_blocks(read) == [(2,), (0, 1)]


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        ((0, 0), "right", (0, 1)),
        ((0, 0), "left", (0, 0)),
        ((0, 4), "right", (1, 0)),
        ((1, 0), "left", (0, 4)),
        ((0, 1), "word right", (0, 4)),
        ((2, 8), "word left", (2, 5)),
        ((0, 2), "down", (2, 2)),
        ((2, 2), "up", (0, 2)),
        ((1, 1), "down", (3, 1)),
        ((2, 0), "down", (2, 0)),
        ((2, 3), "line start", (2, 0)),
        ((2, 3), "line end", (2, 8)),
        ((2, 3), "page start", (0, 0)),
        ((0, 0), "page end", (3, 2)),
    ],
)
def test_keys_take_the_end_of_a_selection_along_rows_and_columns(
    start: tuple[int, int], step: Step, end: tuple[int, int]
) -> None:
    text_map = TextMap(
        page(upright("Soup", 0, 0, 40), upright("$7", 300, 0, 20), upright("Long tea", 0, 40, 80), upright("$9", 300, 40, 20))
    )  # fmt: skip
    assert moved(text_map, Position(*start), step) == Position(*end)


def test_keys_follow_a_line_that_leans() -> None:
    first = leaning("left right", 20)
    quad = tuple((x - 10, y + 40) for x, y in first.quad)
    box = (first.box[0] - 10, first.box[1] + 40, first.box[2] - 10, first.box[3] + 40)
    text_map = TextMap(page(first, Line("far below", 0.9, box, quad)))  # type: ignore[arg-type]
    assert moved(text_map, Position(0, 2), "down").line == 1
    assert moved(text_map, Position(1, 2), "up").line == 0
