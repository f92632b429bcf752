"""Lines that run from right to left: selected, walked through and found as they run."""

from __future__ import annotations

from dataclasses import replace

from eyebox.canvas.page_text import PageText
from eyebox.canvas.text_caret import moved
from eyebox.canvas.text_selection import Position, Selection, TextMap, copied_text
from eyebox.theme import Theme
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Page, Word
from eyebox_models.text.find import find

QUAD = ((0.0, 0.0), (400.0, 0.0), (400.0, 40.0), (0.0, 40.0))
WORDS = (
    Word("שלום", (300, 0, 400, 40)),
    Word("Adobe", (120, 0, 190, 40)),
    Word("Reader", (200, 0, 290, 40)),
    Word("עולם", (0, 0, 110, 40)),
)
LINE = Line("שלום Adobe Reader עולם", 0.9, (0, 0, 400, 40), QUAD, WORDS)
PAGE = Page("a.png", 400, 40, 0.1, (LINE,), ((0,),))


def test_the_first_word_is_at_the_right():
    text_map = TextMap(PAGE)
    assert text_map.position_at((399, 20)) == Position(0, 0)
    assert text_map.position_at((1, 20)) == Position(0, len(LINE.text))
    word = text_map.word_at((350, 20))
    assert word is not None and copied_text(PAGE, word) == "שלום"
    x1, _, x2, _ = enclosing(text_map.quads(word)[0])
    assert 290 <= x1 <= 300 and x2 == 400
    both = Selection(Position(0, 5), Position(0, 17))
    assert copied_text(PAGE, both) == "Adobe Reader"
    x1, _, x2, _ = enclosing(text_map.quads(both)[0])
    assert 110 <= x1 <= 120 and 290 <= x2 <= 300, "words that run right lie where they stand, as one"
    assert text_map.text_in((295, 0, 400, 40)) == "שלום"


def test_keys_go_where_they_point():
    text_map = TextMap(PAGE)
    assert moved(text_map, Position(0, 0), "left") == Position(0, 1)
    assert moved(text_map, Position(0, 4), "right") == Position(0, 3)
    assert moved(text_map, Position(0, 0), "word left") == Position(0, 4)


def test_a_part_that_is_found_is_lit_where_it_stands():
    x1, _, x2, _ = find(PAGE, "עולם")[0].box
    assert (x1, x2) == (0, 110)
    plain = Page("a.png", 400, 40, 0.1, (Line("שלום עולם", 0.9, (0, 0, 400, 40), QUAD),), ((0,),))
    assert find(plain, "שלום")[0].box[0] > 150


def test_each_row_of_the_text_tab_begins_where_its_letters_do(qtbot):
    rows = PageText(Theme())
    qtbot.addWidget(rows)
    rows.resize(400, 200)
    rows.show()
    rows.show_page(replace(PAGE, lines=(LINE, Line("hello", 0.9, (0, 50, 90, 90), QUAD)), blocks=((0, 1),)))

    def left(number: int) -> float:
        return rows.document().findBlockByNumber(number).layout().lineAt(0).naturalTextRect().left()

    assert left(0) > 100 and left(1) < 10
