"""What a model is taught to say: boxes in its own family's form, and why a conversation is left out."""

from __future__ import annotations

import re

import pytest

from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.families.registry import info_named
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.protocol.teaching import Lesson
from eyebox_models.training.answers import worded, written

SEEN = [ImageInfo(0, 200, 100, (280, 140))]
BOX = Box("", 20, 10, 100, 50)
FAMILIES = ("qwen_vl", "qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl", "internvl_chat")


def said(
    text: str, family: str, shown: tuple[int, int] | None = None, boxes: tuple[Box, ...] = (BOX,)
) -> str:
    """An answer as a family is taught it."""
    question = Message("user", (Picture("a.png"), "Find the dog."))
    refs, images = ("dog",) * len(boxes), (0,) * len(boxes)
    lesson = Lesson("one", (question, Message("assistant", (text,))), refs, boxes, images, shown)
    return written(lesson, info_named(family).notation, SEEN)[-1].text


@pytest.mark.parametrize("family", FAMILIES)
def test_boxes_to_be_filled_in_are_written_as_the_family_does(family: str) -> None:
    notation = info_named(family).notation
    assert notation is not None
    for text in ("<ref-object><bbox>", "I see <ref-object><bbox> there."):
        if notation.form == "json" and "there" in text:
            text = 'I see {"bbox_2d": <bbox>, "label": "<ref-object>"} there.'
        made = said(text, family)
        reader = reader_for(0, SEEN, notation.rule)
        reader.feed(made)
        reader.finish()
        assert [(one.box.label, one.box.xyxy) for one in reader.boxes] == [("dog", BOX.xyxy)], made


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("source", FAMILIES)
def test_an_answer_of_boxes_alone_is_translated(family: str, source: str) -> None:
    notation, own = (info_named(name).notation for name in (source, family))
    assert notation is not None and own is not None
    shown = (140, 70) if source == "qwen2_5_vl" else None
    corners = notation.corners(BOX, (200, 100), shown or (200, 100))
    assert corners is not None
    text = notation.write([("dog", corners)])
    if shown is None and family == "qwen2_5_vl" and notation.form == "json":
        with pytest.raises(
            EyeboxError, match="reaches out"
        ):  # nothing says whose numbers they are, so they are its own
            said(text, family)
        return
    reader = reader_for(0, SEEN, own.rule)
    reader.feed(said(text, family, shown))
    reader.finish()
    assert [(one.box.label, one.box.xyxy) for one in reader.boxes] == [("dog", BOX.xyxy)]


def test_what_is_its_own_stays_to_the_letter() -> None:
    for text in (
        "A dog.",
        'There is [{"bbox_2d": [1, 2, 30, 40], "label": "dog"}] and more.',
        '{"total": 12}',
        '<tool_call>\n{"name": "look_again", "arguments": {"image": 1, "box": [1, 2, 30, 40]}}\n</tool_call>',
    ):
        assert said(text, "qwen3_vl", boxes=()) == text


@pytest.mark.parametrize(
    ("text", "shown", "boxes", "why"),
    [
        ("<ref-object><bbox>", None, (Box("", 20, 10, 300, 50),), "reaches out"),
        ("<ref-object><bbox>", None, (Box("", 20, 10, 20, 50),), "no area"),
        ("<ref-object><bbox><ref-object><bbox>", None, (BOX,), "fewer boxes"),
        ('[{"bbox_2d": [1, 2, 1300, 40], "label": "dog"}]', None, (), "reaches out"),
        ("See <ref>dog</ref><box>(1,2),(3,4)</box> here.", None, (), "another family's form"),
        ('See [{"bbox_2d": [1, 2, 30, 40], "label": "dog"}] here.', (140, 70), (), "another family's form"),
    ],
)
def test_what_can_not_be_learned_from_says_why(
    text: str, shown: tuple[int, int] | None, boxes: tuple[Box, ...], why: str
) -> None:
    with pytest.raises(EyeboxError, match=why):
        said(text, "qwen3_vl", shown, boxes)


def test_a_question_without_words_is_the_familys_own() -> None:
    lesson = Lesson(
        "a", (Message("user", (Picture("a.png"),)), Message("assistant", ("x",))), labels=("dog", "cat")
    )
    for family in ("qwen2_vl", "internvl"):
        question = worded(lesson, info_named(family).question).messages[0]
        assert (
            question.parts[0] == Picture("a.png") and "dog, cat" in question.text and "{" not in question.text
        )
    assert worded(Lesson("b", lesson.messages), "Find {shapes}").messages == lesson.messages


def test_a_pattern_matches_its_layers_and_not_what_stands_between_them() -> None:
    from eyebox_models.training.written_out import _pattern

    layers = ["a.layers.0.q", "a.layers.11.q", "v.merger.mlp.0", "v.merger.mlp.2", "head"]
    pattern = re.compile(_pattern(layers))
    assert all(pattern.fullmatch(name) for name in layers)
    assert not any(pattern.fullmatch(name) for name in ("v.merger.mlp.1", "a.layers.1.q", "b.layers.0.q"))
