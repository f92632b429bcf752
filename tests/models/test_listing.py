"""Code and terminals on a page: rows, their spaces, line numbers, what the detector does not see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from threading import Event

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.drawing import Text, font
from tests.helpers.drawing import page as drawn_page

from eyebox_models.ocr.listing import as_listing, find_listings
from eyebox_models.ocr.listing_regions import commonest
from eyebox_models.ocr.reader import page_of, read_picture
from eyebox_models.picture.array import array_of
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Word

PITCH, STEP = 10.0, 24.0
BLANK = {**dict.fromkeys(":;.,'!|", 3.5), **dict.fromkeys('()[]{}"', 2.5)}
CODE = """\
def read(path: str, stop=None):
    lines   = []
    for tile in tiles(path()):
        if stop.is_set() and not lines:
            raise Stopped({"at": tile})
    return sorted(lines)"""
NUMBERS = ("values = [", "17,", "4,", "23,", "];", "print(values[1]);", "print(values[2]);")
PROSE = ("There was a", "road that led", "over the hill;", "it was long", "and steep")


def at(text: str, column: float, row: float, pitch: float = PITCH, cut: Sequence[str] = ()) -> Line:
    """A line as the reader finds it; `cut` are its words where they are not what spaces part."""
    words, place = [], 0
    for part in cut or text.split():
        place = text.index(part, place)
        left = (column + place) * pitch + BLANK.get(part[0], 1.0)
        place += len(part)
        right = (column + place) * pitch - BLANK.get(part[-1], 1.0)
        words.append(Word(part, (left, row * STEP, right, row * STEP + 20), 1.0))
    left, right = words[0].box[0] - 3, words[-1].box[2] + 3
    quad = ((left, row * STEP), (right, row * STEP), (right, row * STEP + 20), (left, row * STEP + 20))
    return Line(" ".join(word.text for word in words), 0.99, enclosing(quad), quad, tuple(words))


def code(column: float = 0) -> list[Line]:
    return [
        at(text.strip(), column + len(text) - len(text.lstrip()), row)
        for row, text in enumerate(CODE.split("\n"))
    ]


def only(lines: Sequence[Line]) -> tuple[Line, ...]:
    rest, (listing,) = find_listings(lines)
    assert not rest
    return listing


def test_a_listing_has_its_indentation_and_all_its_spaces() -> None:
    assert "\n".join(line.text for line in only(code()[::-1])) == CODE


def test_nothing_stands_between_what_touches() -> None:
    """The network reads a space between brackets that lie apart because they are narrow."""
    broken = at("for tile in tiles(path()):", 4, 2, cut=("for", "tile", "in", "tiles(path(", ")", "):"))
    listing = only([*code()[:2], broken, *code()[3:]])
    assert listing[2].text == "    for tile in tiles(path()):"
    assert [word.text for word in listing[2].words] == ["for", "tile", "in", "tiles(path()):"]


@pytest.mark.parametrize("joined", [False, True])
def test_line_numbers_are_known_and_no_text(joined: bool) -> None:
    lines: list[Line] = []
    for row, text in enumerate(CODE.split("\n")):
        start = 6 + len(text) - len(text.lstrip())
        if joined:
            whole = f"{row + 9:>3}".ljust(start) + text.strip()
            lines.append(at(whole, 0, row))
        else:
            lines += [at(str(row + 9), 2 - (row > 0), row), at(text.strip(), start, row)]
    listing = only(lines)
    assert "\n".join(line.text for line in listing) == CODE
    assert [line.number for line in listing] == ["9", "10", "11", "12", "13", "14"]
    assert all(word.text not in ("9", "14") for line in listing for word in line.words)
    assert listing[0].to_json()["number"] == "9" and "number" not in code()[0].to_json()


def test_numbers_that_are_the_text_stay() -> None:
    counted = [at(text, 0, row) for row, text in enumerate(NUMBERS)]
    assert [line.text for line in only(counted)] == list(NUMBERS)


def test_pieces_of_a_row_are_one_line() -> None:
    pieces = [at("for tile in tiles(", 4, 2), at("path()):", 22, 2)]
    listing = only([*code()[:2], *pieces, *code()[3:]])
    assert listing[2].text == "    for tile in tiles(path()):"


def test_signs_of_code_are_those_of_code_and_chinese_stays() -> None:
    rows = ["say(′a′，“b”);", "say(1); // 菜单，个", "say(2)；", "子"]
    lines = [*code(), *(at(text, 4 * (text != "子"), 6 + row) for row, text in enumerate(rows))]
    assert [line.text.lstrip() for line in only(lines)[6:]] == ["say('a',\"b\");", rows[1], "say(2);", "}"]


@given(st.lists(st.floats(1, 4), min_size=1, max_size=40))
def test_the_commonest_width_is_the_one_most_others_lie_near(widths: list[float]) -> None:
    best = max(widths, key=lambda width: sum(abs(other / width - 1) < 0.045 for other in widths))
    assert commonest(widths) == median(width for width in widths if abs(width / best - 1) < 0.045)


def test_a_word_that_takes_no_place_says_nothing_of_widths() -> None:
    lines = code()
    bad = [
        replace(
            line,
            words=(*line.words, Word("a" * 20, (line.box[2], line.box[1], line.box[2], line.box[3]), 0.9)),
        )
        for line in lines
    ]
    find_listings(bad)


def test_what_a_person_corrected_stays() -> None:
    pieces = [at("for tile in tiles(", 4, 2), at("path()):", 22, 2)]
    corrected = [replace(line, text=line.text.upper(), read=line) for line in (code()[1], pieces[0])]
    rows = as_listing([code()[0], *corrected, pieces[1], *code()[3:]])
    assert [row.text for row in rows[1:3]] == ["    LINES = []", "    FOR TILE IN TILES( path()):"]
    assert [row.read and row.read.text for row in rows[1:3]] == ["lines = []", "for tile in tiles( path()):"]


def test_prose_and_prices_are_no_listing() -> None:
    widths = (9, 11.5, 8.2, 12.4, 10)
    prose = [at(text, 0, row, width) for row, (text, width) in enumerate(zip(PROSE, widths, strict=True))]
    assert find_listings(prose) == (tuple(prose), ())
    receipt = [
        at(f"{dish:<16}{7 + n},50", 0, n)
        for n, dish in enumerate(("Soup of the day", "Bread", "Water", "Tea"))
    ]
    assert find_listings(receipt) == (tuple(receipt), ())


def test_what_stands_beside_a_listing_stays_out_of_it() -> None:
    beside = [at(text, 75, row, 7 + 1.3 * row) for row, text in enumerate(PROSE)]
    rest, (listing,) = find_listings([*code(), *beside])
    assert sorted(line.text for line in rest) == sorted(PROSE) and len(listing) == 6


class Looked:
    """Says where ink is and what is read there."""

    def __init__(self, left: float, right: float, row: float, line: Line) -> None:
        self.place, self.line = (left, right, row * STEP + 10), line

    def read(self, _quad: object) -> Line | None:
        return self.line

    def ink(self, quad: Sequence[tuple[float, float]]) -> list[bool]:
        left, right, y = self.place
        (x0, top), (x1, _), (_, bottom), _ = quad
        width = (x1 - x0) / 500
        return [top < y < bottom and left <= x0 + n * width <= right for n in range(500)]


def test_a_brace_that_was_not_found_is_looked_for() -> None:
    rows = ["int main() {", "    int a[3] = {};", "    run(a, 3, 0);", "    return a[0];"]
    lines = [at(text.strip(), len(text) - len(text.lstrip()), row) for row, text in enumerate(rows)]
    below = Looked(2, 8, 4, at("}", 0, 4))
    _, (listing,) = find_listings(lines, below)
    assert [line.text for line in listing] == [*rows, "}"]
    caption = Looked(2, 8, 4, at("x", 0, 4))  # a letter right below may be anything
    _, (listing,) = find_listings(lines, caption)
    assert [line.text for line in listing] == rows


def test_ink_beside_a_row_is_read_with_it() -> None:
    rows = ["-    if a == b:", "+    if a is b:", "         go(a, b);", " return (a, b);"]
    lines = [at(text.strip(), len(text) - len(text.lstrip()), row) for row, text in enumerate(rows)]
    lines[0] = at("if a == b:", 5, 0)
    _, (listing,) = find_listings(lines, Looked(1, 9, 0, at(rows[0], 0, 0)))
    assert [line.text for line in listing] == rows


@pytest.mark.parametrize(("paper", "ink"), [("white", "#202020"), ("#1e1e1e", "#d4d4d4")])
def test_drawn_code_is_read_to_the_letter(paper: str, ink: str) -> None:
    rows = ["if (names.size() > 2) {", "    run(names);", "} else {", "    return null;", "}"]
    size = 18
    pitch = font("mono", size).getlength("m")
    texts = [Text(20, 20 + 26 * n, text, size, "mono") for n, text in enumerate(rows)]
    image = drawn_page(round(60 + pitch * 24), 170, texts, paper, ink)
    pixels = np.ascontiguousarray(np.asarray(image)[..., ::-1])
    page = read_picture(array_of(pixels), "code.png", lambda _: None, lambda _: None, Event())
    assert [line.text for line in page.lines] == rows
    assert page.blocks == (tuple(range(5)),)


def test_rows_that_would_stand_outside_of_the_picture_are_not_looked_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    empty = array_of(np.full((140, 400, 3), 255, np.uint8))
    page = page_of(empty, "", code(), 0, 0, None, lambda: None)
    assert [line.text for line in page.lines] == CODE.split("\n") and not caplog.records
