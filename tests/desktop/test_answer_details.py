"""What a model saw, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from eyebox.chat.answer_details import details_of, model_name
from eyebox_models.protocol.events import Answer, FirstWord, ImageInfo


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def test_nothing_known_says_nothing() -> None:
    assert details_of(Answer(0, "text")) == []


def test_the_reader_has_no_tokens_to_tell_of() -> None:
    answer = Answer(0, "text", seconds_to_first_token=0.42, seen=(ImageInfo(0, 400, 518, (400, 518)),))
    assert details_of(answer, ["menu.jpeg"]) == [
        "menu.jpeg: 400 × 518 seen at 400 × 518",
        "first word 0.42 s",
    ]


def test_every_picture_has_its_line() -> None:
    answer = Answer(
        0,
        "text",
        tokens_in=1812,
        tokens_reused=1000,
        tokens_out=256,
        tokens_per_second=3.75,
        seen=(ImageInfo(0, 4000, 3000, (1000, 750), 960), ImageInfo(5, 10, 10, (28, 28), 1)),
    )
    first, second, speed, tokens = details_of(answer, ["a.png"])
    assert first.startswith("a.png: 4000 × 3000 seen at 1000 × 750 · 960 visual")
    assert second.startswith("10 × 10 seen at 28 × 28 · 1 visual")
    assert speed == "3.8 tokens/s"
    assert tokens == "1,812 tokens in · 1,000 kept from before · 256 out"


def test_tokens_that_came_together_are_told_by_their_steps() -> None:
    answer = Answer(0, "text", tokens_in=1800, tokens_out=1256, forwards=214)
    assert details_of(answer) == ["1,800 tokens in · 1,256 out in 214 steps"]
    assert details_of(replace(answer, forwards=1256)) == ["1,800 tokens in · 1,256 out"]


def test_the_first_word_is_told_in_parts() -> None:
    word = FirstWord(0.0, 12.06, 3.4, 0.9, 0.2)
    answer = Answer(0, "text", seconds_to_first_token=4.5, first_word=word, tokens_per_second=12.0)
    assert [line.replace("\u00a0", " ") for line in details_of(answer)] == [
        "First word after 16.6 s: loaded 12.1 s · looked 3.4 s · read 0.90 s · first token 0.20 s",
        "12 tokens/s",
    ]
    behind = replace(answer, first_word=replace(word, queue=2.0, load=0.001, see=0.0))
    said = details_of(behind)[0].replace("\u00a0", " ")
    assert said == "First word after 3.1 s: waited 2.0 s · read 0.90 s · first token 0.20 s"


def test_where_there_is_one_part_it_is_told_alone() -> None:
    answer = Answer(0, "text", seconds_to_first_token=0.42, first_word=FirstWord(see=0.42))
    assert details_of(answer) == ["first word 0.42 s"]


def test_models_are_named_by_their_folder() -> None:
    assert model_name("reader") == "Reader"
    assert model_name("/home/x/Qwen2-VL-2B/") == "Qwen2-VL-2B"
    assert model_name("C:\\models\\InternVL3-1B") == "InternVL3-1B"
