"""Recorded answers of each family land within a pixel, and nothing that a model may write raises.

A fixture tells the size of a picture, the size it was shown at, a text in the family's documented syntax, what is to be
shown of it, and where its boxes lie: the exact fractions that the numbers of the text stand for, in original pixels.
"""

from __future__ import annotations

import json
import random
from math import isfinite
from pathlib import Path

import pytest

from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.pictures import RESIZED, THOUSANDTHS
from eyebox_models.families.internvl.family import InternVL
from eyebox_models.families.qwen2_5_vl import Qwen25VL
from eyebox_models.families.qwen2_vl import Qwen2VL
from eyebox_models.families.qwen3_vl import Qwen3VL
from eyebox_models.protocol.events import BoxFound, ImageInfo

FILES = sorted((Path(__file__).parents[1] / "data" / "answers").glob("*.json"))
FAMILIES = {"qwen2_vl": Qwen2VL, "qwen2_5_vl": Qwen25VL, "qwen3_vl": Qwen3VL, "internvl": InternVL}
RULES = {"thousandths": THOUSANDTHS, "resized": RESIZED}


def fixtures():
    for file in FILES:
        told = json.loads(file.read_text("utf-8"))
        for number, case in enumerate(told["cases"]):
            yield pytest.param(told, case, id=f"{file.stem}-{case['picture']}-{number % 5}")


def reader_of(told, seen):
    if told["family"]:
        return FAMILIES[told["family"]]().reader(0, seen)
    return reader_for(0, seen, RULES[told["coordinates"]])


def flat(box):
    return [value for point in box.points for value in point] if box.points else list(box.xyxy)


@pytest.mark.parametrize("before", [0, 1], ids=["one picture", "the second picture"])
@pytest.mark.parametrize(("told", "case"), list(fixtures()))
def test_recorded_answers_land_within_a_pixel(told, case, before):
    seen = [ImageInfo(n, 123, 456, (112, 448)) for n in range(before)]
    seen.append(ImageInfo(before, *case["size"], tuple(case["resized"])))
    reader = reader_of(told, seen)
    for character in case["answer"]:
        reader.feed(character)
    reader.finish()
    assert reader.text == case["shown"]
    assert (len(reader.boxes), reader.cut, reader.doubles) == (len(case["boxes"]), 0, 0)
    for found, expected in zip(reader.boxes, case["boxes"], strict=True):
        assert (found.image, found.box.label, found.box.kind) == (before, expected["label"], expected["kind"])
        assert reader.text[found.start : found.end] in (expected["label"], *_places(found))
        distances = [abs(a - b) for a, b in zip(flat(found.box), expected["pixels"], strict=True)]
        assert max(distances) <= 1, distances


def _places(found):
    return ("",) if not found.box.label else ()


def test_each_family_has_fixtures_of_five_picture_sizes():
    assert {file.stem for file in FILES} == {"qwen_vl", *FAMILIES}
    for file in FILES:
        cases = json.loads(file.read_text("utf-8"))["cases"]
        assert {case["picture"] for case in cases} == {"tall", "wide", "tiny", "huge", "square"}


NOISE = [
    *"[]{}()<>,:;\"'`\\|/-.0123456789 \n\t\u0000\ud800", "```", "```json\n", "<box>", "</box>", "<ref>", "</ref>", "<|",
    "|>", "<|im_end|>", "<|box_end|>", "<|box_start|>", "<quad>", "<point>", "\\u", "\\ud83d", "null", "NaN", "-Infinity",
    "1e999", "9" * 400, "[" * 60, "{" * 60, '"bbox_2d": ', '"point_2d": ', '"polygon": ', '"label": ', '{"', '"}', "图2",
    "Picture 1", "“", "”", "，", "：", "狗", "🐶", "\u2028", "[[", "]]", "true", "bbox", "x1", '"boxes": [',
]  # fmt: skip


def mutated(chance, texts):
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 8)):
        at, other = chance.randint(0, len(text)), chance.randint(0, len(text))
        match chance.randrange(7):
            case 0:
                text = text[:at]
            case 1:
                text = text[:at] + chance.choice(NOISE) + text[at:]
            case 2:
                text = text[: min(at, other)] + text[max(at, other) :]
            case 3:
                text = text[:at] + chance.choice(texts)[chance.randint(0, 40) :]
            case 4:
                text = text[:at] + text[min(at, other) : max(at, other)][:60] + text[at:]
            case 5:
                text = text[:at] + chance.choice(NOISE) + text[at + 1 :]
            case 6:
                text = text[at:] + text[:at]
    return text[:1500]


@pytest.mark.thorough
@pytest.mark.slow
def test_50_000_mutated_answers_never_raise():
    chance = random.Random(3)
    texts = [case["answer"] for file in FILES for case in json.loads(file.read_text("utf-8"))["cases"]]
    seen = [ImageInfo(0, 700, 2100, (672, 2016)), ImageInfo(1, 40, 30, (84, 56))]
    sizes = {0: (700, 2100), 1: (40, 30)}
    boxes = 0
    for number in range(50_000):
        text = mutated(chance, texts)
        reader = reader_for(0, seen, (THOUSANDTHS, RESIZED)[number % 2])
        at = chance.randint(0, len(text))
        events = [*reader.feed(text[:at]), *reader.feed(text[at:]), *reader.finish()]
        found = [event for event in events if isinstance(event, BoxFound)]
        assert found == reader.boxes
        assert "".join(event.text for event in events if not isinstance(event, BoxFound)) == reader.text
        for one in found:
            width, height = sizes[one.image]
            x1, y1, x2, y2 = one.box.xyxy
            assert (
                0 <= x1 <= x2 <= width
                and 0 <= y1 <= y2 <= height
                and 0 <= one.start <= one.end <= len(reader.text)
            )
            assert all(isfinite(value) for point in one.box.points for value in point)
        boxes += len(found)
    assert boxes > 10_000
