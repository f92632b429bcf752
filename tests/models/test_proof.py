"""Words that the reader is unsure of, and lines that a person corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eyebox_models.protocol.page import Cell, Line, Page, Table, Word
from eyebox_models.protocol.turning import turned_page
from eyebox_models.text.proof import (
    changed_parts,
    confirmed,
    unsure_parts,
    with_corrections,
    with_lines,
    with_text,
)


def line(text: str, score: float = 0.9, top: float = 0, scores: tuple[float | None, ...] = ()) -> Line:
    """A level line whose characters are ten pixels wide."""
    words, at = [], 0
    for number, piece in enumerate(text.split()):
        at = text.index(piece, at)
        score_of = scores[number] if scores else 0.95
        words.append(Word(piece, (10.0 * at, top, 10.0 * (at + len(piece)), top + 20), score_of))
        at += len(piece)
    right = 10.0 * len(text)
    quad = ((0.0, top), (right, top), (right, top + 20), (0.0, top + 20))
    return Line(text, score, (0.0, top, right, top + 20), quad, tuple(words))


def page_of(*lines: Line) -> Page:
    return Page("a.png", 500, 500, 0.1, lines, (tuple(range(len(lines))),))


def places(line: Line) -> list[tuple[str, float, float]]:
    return [(word.text, word.box[0], word.box[2]) for word in line.words]


def test_unsure_words_are_those_with_a_low_score() -> None:
    assert unsure_parts(line("Gardem Pizza 12", scores=(0.4, 0.99, 0.79))) == [(0, 6), (13, 15)]
    assert unsure_parts(line("Garden Pizza", score=0.5)) == []
    older = replace(line("  faint text ", score=0.6), words=())
    assert unsure_parts(older) == [(0, 13)] and unsure_parts(replace(older, score=0.9)) == []


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("Gardem Pizza", "Garden Pizza", [("Garden", 0, 60), ("Pizza", 70, 120)]),
        ("GRANDTOTAL", "GRAND TOTAL", [("GRAND", 0, 50), ("TOTAL", 50, 100)]),
        ("Gar den", "Garden", [("Garden", 0, 70)]),
        ("Total 12", "Total 1,200", [("Total", 0, 50), ("1,200", 60, 80)]),
        ("Pizza", "Pizza with cheese", [("Pizza", 0, 16.7), ("with", 16.7, 30), ("cheese", 30, 50)]),
        ("a b", "x y", [("x", 0, 10), ("y", 20, 30)]),
    ],
)
def test_words_stand_where_their_characters_were_seen(
    was: str, now: str, words: list[tuple[str, float, float]]
) -> None:
    before = line(was, scores=(0.5,) * len(was.split()))
    after = with_text(before, now)
    assert places(after) == [(word, pytest.approx(a, abs=7), pytest.approx(b, abs=7)) for word, a, b in words]
    assert (after.text, after.score, after.read, after.box) == (now, 1.0, before, before.box)
    assert unsure_parts(after) == [] and with_text(after, was).read == before


def test_characters_of_a_chinese_run_are_unsure_by_themselves() -> None:
    before = line("订单已发货")
    word = replace(before.words[0], score=0.3, scores=(0.99, 0.3, 0.5, 0.95, 0.7))
    before = replace(before, words=(word,))
    assert unsure_parts(before) == [(1, 3), (4, 5)]
    first = confirmed(before, 1, 3)
    assert unsure_parts(first) == [(4, 5)] and first.words[0].score == 0.7
    assert unsure_parts(with_corrections(page_of(before), page_of(first)).lines[0]) == [(4, 5)]
    assert unsure_parts(confirmed(first, 4, 5)) == []


def test_upright_lines_are_corrected_along_their_text() -> None:
    page = turned_page(page_of(line("Gardem Pizza")), 1)
    after = with_text(page.lines[0], "Garden Pizzas")
    assert [word.text for word in after.words] == ["Garden", "Pizzas"]
    first, second = (word.box for word in after.words)
    assert first[1] == 0 and first[3] == pytest.approx(60, abs=5) and second[3] == pytest.approx(120, abs=5)
    assert (
        turned_page(replace(page, lines=(after,)), 3).lines[0].read == page_of(line("Gardem Pizza")).lines[0]
    )


def test_what_a_person_changed_is_known_word_by_word() -> None:
    assert changed_parts(with_text(line("Gardem Pizza 12"), "Garden Pizza 12")) == [(0, 6)]
    assert changed_parts(with_text(line("内分秘科"), "内分泌科")) == [(0, 4)]
    assert changed_parts(line("Garden")) == []


def test_a_word_that_is_right_is_not_unsure_any_more() -> None:
    before = line("Kč Il1 12", 0.6, scores=(0.5, 0.4, 0.99))
    first = confirmed(before, 0, 2)
    assert unsure_parts(first) == [(3, 6)] and (first.text, first.score, first.read) == (
        "Kč Il1 12",
        0.6,
        before,
    )
    both = confirmed(first, 3, 6)
    assert unsure_parts(both) == [] and both.score == 1.0 and both.read == before


def test_corrections_outlive_another_reading() -> None:
    first, second = line("Gardem Pizza", top=0), line("Il1", top=40, scores=(0.4,))
    before = page_of(with_text(first, "Garden Pizza"), confirmed(second, 0, 3))
    again = with_corrections(page_of(second, first), before)
    assert [one.text for one in again.lines] == ["Il1", "Garden Pizza"]
    assert unsure_parts(again.lines[0]) == [] and again.lines[1] == before.lines[0]
    otherwise = line("Gardon Pizza", top=1)
    assert with_corrections(page_of(otherwise), before).lines[0].text == "Garden Pizza"
    joined = line("Gardem Pizza      12.50", top=0)
    assert with_corrections(page_of(joined), before).lines[0].text == "Garden Pizza      12.50"


def test_another_text_at_the_same_place_stays() -> None:
    before = page_of(with_text(line("Gardem Pizza"), "Garden Pizza"))
    other = page_of(line("INVOICE 2024", top=2))
    elsewhere = page_of(line("Gardem Pizza", top=200))
    assert with_corrections(other, before) is other and with_corrections(elsewhere, before) is elsewhere


def test_cells_of_tables_follow_their_lines() -> None:
    page = page_of(line("Tea"), line("1Z", top=40))
    cells = (Cell(0, 0, "Tea", lines=(0,)), Cell(0, 1, "12!", lines=(1,), corrected=True))
    page = replace(page, tables=(Table((0, 0, 30, 60), 1, 2, cells),))
    after = with_lines(page, [with_text(page.lines[0], "Teas"), with_text(page.lines[1], "12")])
    assert [cell.text for cell in after.tables[0].cells] == ["Teas", "12!"]
