"""Stops of lines that run downwards, by the ink between their characters."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from eyebox_models.ocr.recognise import Glyph
from eyebox_models.ocr.stops import with_stops
from eyebox_models.ocr.words import line_text, spaced

SQUARE = 40


def drawn(said: str) -> NDArray[np.bool_]:
    """A level line of squares: characters as boxes, a ring or a dot at the upper left for stops, nothing for blanks."""
    strong = np.zeros((40, SQUARE * len(said)), np.bool_)
    for number, character in enumerate(said):
        at = SQUARE * number
        if character == "。":
            strong[2:12, at + 2 : at + 12] = True
            strong[5:9, at + 5 : at + 9] = False
        elif character in "，、’":
            strong[2:10, at + 2 : at + 7] = True
        elif character != " ":
            strong[4:36, at + 4 : at + 36] = True
    return strong


def read(said: str, overlooked: str = "。，、 ") -> list[Glyph]:
    return [
        Glyph(character, (number + 0.5) / len(said), 0.9)
        for number, character in enumerate(said)
        if character not in overlooked
    ]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("万里路。科学", "万里路。科学"),
        ("读万卷书，行", "读万卷书，行"),
        ("春の朝、公園", "春の朝、公園"),
        ("出かける。", "出かける。"),
        ("万里路 科学", "万里路 科学"),
        ("万里路科学技术", "万里路科学技术"),
    ],
)
def test_what_was_overlooked_is_put_in(said: str, text: str) -> None:
    strong = drawn(said)
    found = with_stops(read(said), strong)
    inked = strong.any(axis=0).tolist()
    assert line_text(spaced(found, inked)) == text


def test_a_comma_was_taken_for_an_apostrophe() -> None:
    said = "晨’公园里"
    assert "".join(glyph.text for glyph in with_stops(read(said), drawn(said))) == "晨，公园里"


def test_latin_text_stays_as_it_is() -> None:
    said = "it’s  fine"
    assert with_stops(read(said, ""), drawn(said)) == read(said, "")


def test_characters_that_were_overlooked_are_no_stops() -> None:
    said = "读万卷书行万"
    assert "".join(glyph.text for glyph in with_stops(read(said, "书"), drawn(said))) == "读万卷行万"


def test_nothing() -> None:
    assert with_stops([], drawn("")) == []
