"""Boxes as families write them: what is written is what their own readers read, where it was."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eyebox_models.boxes.notation import NOTHING, one_line
from eyebox_models.families.registry import BUILT_IN, info_named
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo

TAUGHT = ("qwen_vl", "qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl", "internvl_chat")
sides = st.integers(30, 5000)
places = st.floats(0, 1)


def reader_of(name, seen):
    """The family's own reader, without loading anything."""
    module, _, kind = info_named(name).place.partition(":")
    family = getattr(__import__(module, fromlist=[kind]), kind)
    return family.reader(object.__new__(family), 0, [seen])


def read(name, text, size, shown):
    reader = reader_of(name, ImageInfo(0, *size, shown))
    reader.feed(text)
    reader.finish()
    assert reader.cut == 0
    return [found.box for found in reader.boxes]


def written(name, boxes, size, max_pixels=None):
    notation = info_named(name).notation
    shown = notation.resized(*size, max_pixels)
    corners = [(one_line(box.label), notation.corners(box, size, shown)) for box in boxes]
    return notation.write([(label, one) for label, one in corners if one]), shown


def test_all_families_that_see_boxes_can_be_taught():
    assert {name for name in BUILT_IN if info_named(name).notation} - {"scripted"} == {*TAUGHT}
    with pytest.raises(KeyError):
        info_named("no family")


def test_each_family_writes_its_own_way():
    boxes = [Box("the dog", 100, 50, 300, 250), Box("猫", 0, 0, 1000, 500), Box("the dog", 10, 10, 20, 20)]
    size = (1000, 500)
    assert written("qwen_vl", boxes, size)[0] == (
        "<ref>the dog</ref><box>(100,100),(300,500)</box>\n<ref>猫</ref><box>(0,0),(1000,1000)</box>\n"
        "<ref>the dog</ref><box>(10,20),(20,40)</box>"
    )
    assert written("qwen2_vl", boxes[:1], size)[0] == (
        "<|object_ref_start|>the dog<|object_ref_end|><|box_start|>(100,100),(300,500)<|box_end|>"
    )
    assert written("internvl", boxes, size)[0] == (
        "<ref>the dog</ref><box>[[100, 100, 300, 500], [10, 20, 20, 40]]</box>\n"
        "<ref>猫</ref><box>[[0, 0, 1000, 1000]]</box>"
    )
    assert written("qwen3_vl", boxes[:2], size)[0] == (
        '```json\n[\n\t{"bbox_2d": [100, 100, 300, 500], "label": "the dog"},\n'
        '\t{"bbox_2d": [0, 0, 1000, 1000], "label": "猫"}\n]\n```'
    )
    assert written("qwen2_5_vl", boxes[:2], size) == (
        '```json\n[\n\t{"bbox_2d": [101, 50, 302, 252], "label": "the dog"},\n'
        '\t{"bbox_2d": [0, 0, 1008, 504], "label": "猫"}\n]\n```',
        (1008, 504),
    )


@pytest.mark.parametrize(
    ("name", "size", "most", "shown"),
    [
        ("qwen2_5_vl", (1000, 500), None, (1008, 504)),
        ("qwen2_5_vl", (40, 20), None, (84, 56)),
        ("qwen2_5_vl", (8000, 6000), None, (4116, 3080)),
        ("qwen2_5_vl", (8000, 6000), 1280 * 28 * 28, (1148, 840)),
        ("qwen2_vl", (8000, 6000), None, (4116, 3080)),
        ("qwen3_vl", (1000, 500), None, (992, 512)),
        ("qwen3_vl", (100, 100), None, (256, 256)),
        ("internvl", (1000, 500), None, (1000, 500)),
    ],
)
def test_pictures_are_resized_as_the_family_does(name, size, most, shown):
    assert info_named(name).notation.resized(*size, most) == shown
    if name.startswith("qwen2"):
        assert shown[0] % 28 == shown[1] % 28 == 0


def test_a_strip_that_the_family_refuses_is_refused():
    with pytest.raises(EyeboxError, match="too long and thin"):
        info_named("qwen2_5_vl").notation.resized(10_000, 10, None)


@pytest.mark.parametrize("name", TAUGHT)
@given(
    width=sides,
    height=sides,
    x=places,
    y=places,
    w=places,
    h=places,
    most=st.none() | st.integers(10_000, 3_000_000),
)
@example(1000, 1000, 0.5, 0.5, 0.0001, 0.0001, None)
@example(1000, 1000, 0.9999, 0.9999, 1.0, 1.0, None)
@example(1000, 1000, 0.0, 0.0, 0.0001, 0.0001, None)
def test_boxes_are_read_where_they_were(name, width, height, x, y, w, h, most):
    size = (width, height)
    box = Box("a 狗", x * width, y * height, (x + (1 - x) * w) * width, (y + (1 - y) * h) * height)
    text, shown = written(name, [box], size, most)
    found = read(name, text, size, shown)
    if box.width <= 0 or box.height <= 0:
        assert found == []
        return
    steps = info_named(name).notation.steps(shown)
    wides = (box.width / width * steps[0], box.height / height * steps[1])
    for old, new, side, step, wide in zip(
        box.xyxy, found[0].xyxy, size * 2, steps * 2, wides * 2, strict=True
    ):
        assert abs(old - new) <= side / step * (0.5 if wide >= 1 else 1.0) + 1e-6
    assert found[0].label == "a 狗"


@pytest.mark.parametrize("name", TAUGHT)
def test_no_boxes_are_read_as_none(name):
    text, shown = written(name, [], (640, 480))
    assert read(name, text, (640, 480), shown) == []
    assert text in (NOTHING, "```json\n[]\n```")


@pytest.mark.parametrize("name", TAUGHT)
def test_boxes_without_area_or_outside_are_left_out_and_others_clipped(name):
    boxes = [
        Box("flat", 5, 5, 50, 5),
        Box("away", 700, 500, 800, 600),
        Box("none", math.nan, 0, 10, 10),
        Box("half", -100, -100, 320, 240),
    ]
    text, shown = written(name, boxes, (640, 480))
    (box,) = read(name, text, (640, 480), shown)
    assert box.label == "half"
    assert box.xyxy == pytest.approx((0, 0, 320, 240), abs=1)


@pytest.mark.parametrize("name", TAUGHT)
@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("two\nlines\tof it", "two lines of it"),
        ("a </ref><box>(1,2),(3,4)</box>", "a (1,2),(3,4)"),
        ("<|im_<|im_end|>end|> ends", "ends"),
        ('quotes " and \\', 'quotes " and \\'),
        ("发票 [1]", "发票 [1]"),
        ("", ""),
    ],
)
def test_labels_stay_on_one_line_and_are_no_markup(name, label, plain):
    assert one_line(label) == plain
    text, shown = written(name, [Box(label, 10, 10, 100, 100)], (640, 480))
    assert [box.label for box in read(name, text, (640, 480), shown)] == [plain]


@pytest.mark.parametrize("name", TAUGHT)
def test_boxes_without_a_label_have_none_among_others(name):
    boxes = [
        Box("dog", 10, 10, 100, 100),
        Box("", 20, 20, 90, 90),
        Box("cat", 5, 5, 9, 9),
        Box("", 1, 1, 9, 9),
    ]
    text, shown = written(name, boxes, (640, 480))
    read_boxes = read(name, text, (640, 480), shown)
    assert sorted(box.label for box in read_boxes) == ["", "", "cat", "dog"]
    assert {round(box.x1) for box in read_boxes if not box.label} == {20, 1}
