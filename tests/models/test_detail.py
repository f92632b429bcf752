"""Fewer visual tokens where that was chosen, and never where boxes or text are asked for; the answer says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer, Answered
from tiny_models import build_tiny
from vision import load, write_picture

pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision import detail
from eyebox_models.vision.model import VisionModel

CAPTION = "Describe this picture in detail."


@pytest.fixture(scope="module", params=["qwen2_5_vl", "internvl"])
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    made = load(build_tiny(request.param, tmp_path_factory.mktemp("detail") / request.param))
    yield made
    made.close()


@pytest.fixture
def shot(tmp_path: Path) -> Picture:
    return Picture(write_picture(tmp_path / "a.png", 224, 196))


def ask(model: VisionModel, shot: Picture, question: str, **options: Any) -> Answer:
    chosen = Options(max_new_tokens=2, **options)
    return model.answer(Ask((Message("user", (shot, question)),), "", chosen), lambda _: None, Event())


def tokens(answer: Answer) -> int:
    return answer.seen[0].visual_tokens


def test_a_caption_takes_fewer_tokens_and_says_so(
    model: VisionModel, shot: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detail, "LESS", 16)
    whole = ask(model, shot, CAPTION)
    less = ask(model, shot, CAPTION, detail="less")
    boxes = ask(model, shot, "Mark every dog with a box.", detail="less")
    assert tokens(boxes) == tokens(whole) > tokens(less)
    assert [one.notes for one in (whole, boxes)] == [(), ()]
    (note,) = less.notes
    assert note.code == "fewer-visual-tokens"
    assert f"{tokens(less)} visual tokens instead of {tokens(whole)}" in note
    events: list[Any] = []
    asks = [
        Ask((Message("user", (shot, question)),), "", Options(max_new_tokens=2, detail="less"))
        for question in (CAPTION, "Where is the dog?", CAPTION)
    ]
    model.answer_each(asks, events.append, Event())
    answers = {one.index: one.answer for one in events if isinstance(one, Answered)}
    assert [tokens(answers[n]) for n in range(3)] == [tokens(less), tokens(whole), tokens(less)]
    assert [len(answers[n].notes) for n in range(3)] == [1, 0, 1]


def test_a_small_picture_keeps_its_tokens(model: VisionModel, tmp_path: Path) -> None:
    small = Picture(write_picture(tmp_path / "small.png", 56, 56))
    answer = ask(model, small, CAPTION, detail="less", max_pixels=56 * 56)
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("needs", "question"),
    [
        (False, CAPTION),
        (False, "What kind of animal is this, a cat or a dog? Look at the background."),
        (False, "Does this picture show anything unsafe or unsuitable for publication?"),
        (False, "详细描述这张图片。"),
        (True, "Where is the dog?"),
        (True, "Detect all cars and give the bounding box of each."),
        (True, "How many people are there?"),
        (True, "Read all text in this picture."),
        (True, "What is written on the sign?"),
        (True, "用框标出图中的狗。"),
        (True, "读取这张图片中的所有文字。"),
        (True, "狗在哪里？"),
        (False, "Beschreibe dieses Bild ausführlich, mit allem, was im Hintergrund ist."),
        (True, "Wo ist der Hund?"),
        (True, "Umrande jedes Auto mit einem Rahmen."),
        (True, "Wie viele Menschen sind das?"),
        (True, "Lies den ganzen Text."),
        (True, "Was steht auf dem Schild?"),
        (False, "この画像を詳しく説明してください。"),
        (True, "犬はどこですか。"),
        (True, "車をすべて枠で囲んでください。"),
        (True, "何人いますか。"),
        (True, "文字をすべて読んでください。"),
    ],
)
def test_what_asks_for_boxes_or_text_is_told_by_its_words(needs: bool, question: str) -> None:
    picture = Picture("a.png")
    assert detail._needs_all(Ask((Message("user", (picture, question)),))) is needs


def test_what_goes_on_about_boxes_needs_all() -> None:
    turns = (
        Message("user", (Picture("a.png"), "What is it?")),
        Message("assistant", ("<ref>the dog</ref><box>(1,2),(3,4)</box>",)),
        Message("user", ("And the other one?",)),
    )
    assert detail._needs_all(Ask(turns))
    assert not detail._needs_all(Ask(turns[:1]))
    assert detail._needs_all(Ask(turns[:1], options=Options(schema='{"properties": {"bbox_2d": {}}}')))
