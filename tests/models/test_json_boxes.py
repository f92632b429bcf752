"""Boxes written as JSON, and answers that mix JSON, markup and prose."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.pictures import FRACTIONS, RESIZED, THOUSANDTHS, CoordinateRule
from eyebox_models.protocol.events import BoxFound, ImageInfo, TextDelta
from one_picture import json_reader

SEEN = (ImageInfo(0, 2000, 1000, (1008, 504)), ImageInfo(1, 500, 200, (504, 196)))
DOG = '{"bbox_2d": [100, 200, 300, 400], "label": "dog"}'
CAT = '{"bbox_2d": [500, 500, 600, 700], "label": "cat"}'
PIECES = [
    *(
        "```json\n",
        "```",
        "\n",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        " ",
        '"',
        "'",
        "(",
        ")",
        "\\",
        "\\u72d7",
        "`",
        "“",
        "”",
    ),
    *(
        DOG,
        CAT,
        DOG[:30],
        DOG[20:],
        "[1,2,3,4]",
        '"label": "it\'s"',
        '"bbox_2d": ',
        '"name": "A", ',
        '{"total": 12.5}',
    ),
    *(
        "In Picture 1, ",
        "第二张图",
        "the dog",
        "<|im_end|>",
        "<|im",
        "<ref>",
        "</ref>",
        "<box>",
        "</box>",
        "(1,2),(3,4)",
    ),
    *('{"point_2d": [5, 6]}', '[{"quad": [1,2,3,4,5,6,7,9]', "NaN", "1e5", "null", "\n- a\n", "text", "<"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=14).map("".join)


def read(*pieces, rule=THOUSANDTHS, seen=SEEN):
    """The events of some pieces, adjacent texts joined and identities left out, and the reader."""
    reader = reader_for(3, seen, rule)
    events = [event for piece in pieces for event in reader.feed(piece)] + reader.finish()
    merged = []
    for event in events:
        if isinstance(event, BoxFound):
            merged.append(replace(event, box=replace(event.box, id="")))
        elif merged and isinstance(merged[-1], TextDelta):
            merged[-1] = TextDelta(3, merged[-1].text + event.text)
        else:
            merged.append(event)
    return merged, reader


def boxes(reader):
    return [(b.box.label, tuple(round(v, 2) for v in b.box.xyxy)) for b in reader.boxes]


def assert_reads_same_in_pieces(text, cuts):
    whole, reader = read(text)
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    in_pieces, other = read(*(text[a:b] for a, b in pairwise(places)))
    assert in_pieces == whole
    assert (other.cut, other.doubles, other.text) == (reader.cut, reader.doubles, reader.text)
    assert other.unfinished == reader.unfinished
    assert "".join(event.text for event in whole if isinstance(event, TextDelta)) == reader.text
    assert [event for event in whole if isinstance(event, BoxFound)] == [
        replace(found, box=replace(found.box, id="")) for found in reader.boxes
    ]
    for found in reader.boxes:
        assert 0 <= found.start <= found.end <= len(reader.text)
        width, height = {0: (2000, 1000), 1: (500, 200)}[found.image]
        x1, y1, x2, y2 = found.box.xyxy
        assert 0 <= x1 <= x2 <= width and 0 <= y1 <= y2 <= height
        assert found.box.kind == "point" or (x1 < x2 and y1 < y2)


@given(TEXTS, st.lists(st.integers(0, 120), max_size=12))
def test_any_split_gives_the_same_events(text, cuts):
    assert_reads_same_in_pieces(text, cuts)


@given(TEXTS)
def test_one_character_at_a_time_gives_the_same_events(text):
    assert_reads_same_in_pieces(text, range(len(text)))


@pytest.mark.parametrize(
    "text",
    [
        f"See:\n```json\n[\n\t{DOG},\n\t{CAT}\n]\n```\nThat is all.",
        f"See:\n[{DOG}, {CAT}]\n\nThat is all.",
        f"See:\n{DOG}\n{CAT}\nThat is all.",
        f"See:\n```\n{DOG},\n{CAT},\n```\nThat is all.",
        f'See:\n{{"objects": [{DOG}, {CAT}]}} That is all.',
        f"See:\n[[{DOG}], [{CAT},],]\nThat is all.",
        f"See:\n{[json.loads(DOG), json.loads(CAT)]}\nThat is all.",
        "See:\n```json\n{'label': 'dog', 'bbox': ['100', '200.0', '3e2', 400]} {label: cat, box: (500, 500, 600, 700)}\n```"
        "That is all.",
        f"See:\n[{DOG[:-1]}, {CAT[:-1]}]\nThat is all.",
        f"See:\n[{DOG} {CAT}]]\nThat is all.",
        'See:\n{"dog": [{"bbox": [[100, 200], [300, 400]]}], "cat": {"bbox": {"x1": 500, "y1": 500, "x2": 600, "y2": 700}}}'
        "That is all.",
        'See:\n[{"label": "dog", "x1": 100, "y1": 200, "x2": 300, "y2": 400}, {"label": "cat", "rect": '
        '{"x": 500, "y": 500, "width": 100, "height": 200}}]\nThat is all.',
        'See:\n[{"label": "<ref>dog</ref>", "box": "<box>(100,200),(300,400)</box>"}, {"label": "cat", "box": '
        '"500, 500, 600, 700"}]\nThat is all.',
    ],
)
def test_a_list_of_boxes_is_shown_as_a_list_of_labels(text):
    events, reader = read(text)
    assert boxes(reader) == [("dog", (50, 40, 150, 80)), ("cat", (250, 100, 300, 140))]
    assert reader.text == "See:\n- dog\n- cat\n\nThat is all."
    assert [reader.text[b.start : b.end] for b in reader.boxes] == ["dog", "cat"]
    assert (reader.cut, reader.doubles, reader.unfinished) == (0, 0, False)
    assert all(event.turn == 3 for event in events) and all(b.image == 1 for b in reader.boxes)


@pytest.mark.parametrize(
    "text",
    [
        '{"invoice": "A-1", "total": 12.5}',
        '```json\n{"name": "A", "total": 12.5}\n```\nDone.',
        "```json\n[]\n```",
        '[{"name": "tea", "price": 3}, {"name": "milk", "price": 4}]',
        'x = {"a": {"b": [1, 2, [3]]}} and {"c"}',
        '```python\nprint({"a": 1})\n```\n```\n[{"a": 1}]\n```',
        "[a link](https://a.b/{c}) \\frac{a}{b} [1] {x: y} {",
        '{"name": "cut',
        '{"title": "A", "box": "a blue one"}',
        '{"title": "A", "box": "a blue one", "text": "cut',
        '{"title": "A", "box": "a blue',
        "`code` ``more`` and [",
    ],
)
def test_json_without_boxes_is_shown_as_it_is(text):
    _, reader = read(text)
    assert (reader.text, reader.boxes, reader.cut) == (text, [], 0)


def test_json_that_says_more_than_boxes_is_shown_as_it_is_and_its_boxes_are_found():
    text = '{"page": 3, "lines": [{"text": "Total: 5", "bbox": [100, 200, 300, 400]}]}'
    _, reader = read(text)
    assert reader.text == text and boxes(reader) == [("Total: 5", (50, 40, 150, 80))]
    assert text[reader.boxes[0].start : reader.boxes[0].end] == "Total: 5"


def test_a_box_is_known_as_soon_as_its_object_ends():
    reader = reader_for(0, SEEN, THOUSANDTHS)
    assert reader.feed("```json\n[" + DOG[:-1]) == []
    text, found = reader.feed("}")
    assert (
        text == TextDelta(0, "- dog") and isinstance(found, BoxFound) and (found.start, found.end) == (2, 5)
    )


def test_long_json_without_boxes_streams():
    reader = reader_for(0, SEEN, THOUSANDTHS)
    reader.feed('{"invoice": "A-1", ')
    assert reader.text == '{"invoice": "A-1", '
    reader = reader_for(0, SEEN, THOUSANDTHS)
    reader.feed('{"text": "' + "word " * 100)
    assert len(reader.text) > 400


@pytest.mark.parametrize("end", range(1, len(f"[{DOG}, {CAT}]")))
def test_wherever_the_answer_is_cut_complete_boxes_are_kept(end):
    text = f"[{DOG}, {CAT}]"
    _, reader = read(text[:end])
    complete = text[:end].count("}")
    assert [label for label, _ in boxes(reader)] == ["dog", "cat"][:complete]
    inside = text[:end].count("{") > complete
    if complete or '"bb' in text[:end]:
        assert reader.cut == inside
        assert reader.unfinished
        assert reader.text == "\n".join(f"- {label}" for label in ["dog", "cat"][:complete])


def test_doubles_are_merged_and_shown_once():
    _, reader = read(f"[{', '.join([DOG] * 30)}, {CAT}]")
    assert reader.doubles == 29 and reader.text == "- dog\n- cat"


@pytest.mark.parametrize(
    ("written", "kind", "points"),
    [
        ('"point_2d": [500, 500]', "point", ((250, 100),)),
        ('"point_2d": {"x": 500, "y": 500}', "point", ((250, 100),)),
        ('"point_2d": [[500, 500]]', "point", ((250, 100),)),
        ('"bbox_2d": [500, 500]', "point", ((250, 100),)),
        ('"polygon": [[0, 0], [500, 0], [250, 500]]', "polygon", ((0, 0), (250, 0), (125, 100))),
        ('"points": [0, 0, 500, 0, 250, 500]', "polygon", ((0, 0), (250, 0), (125, 100))),
        ('"quad_2d": [0, 0, 500, 10, 490, 500, 0, 490]', "quad", ((0, 0), (250, 2), (245, 100), (0, 98))),
        ('"bbox_2d": [0, 0, 500, 10, 490, 500, 0, 490]', "quad", ((0, 0), (250, 2), (245, 100), (0, 98))),
        (
            '"quad": [[0, 0], [500, 10], [490, 500], [0, 490]]',
            "quad",
            ((0, 0), (250, 2), (245, 100), (0, 98)),
        ),
    ],
)
def test_points_quads_and_polygons_are_kept(written, kind, points):
    _, reader = read(f'[{{{written}, "label": "角"}}]')
    (found,) = reader.boxes
    assert (found.box.kind, found.box.label, reader.text) == (kind, "角", "- 角")
    assert [(round(x, 6), round(y, 6)) for x, y in found.box.points] == list(points)


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("<|quad_start|>(0,0),(10,0),(10,10),(0,10)<|quad_end|>", "quad", 4),
        ("<quad>[[0,0,10,0,10,10,0,10]]</quad>", "quad", 4),
        ("<|point_start|>(5,6)<|point_end|>", "point", 1),
        ("<point>[[5, 6]]</point>", "point", 1),
        ("<point x='5.5' y='6'></point>", "point", 1),
    ],
)
def test_markup_of_quads_and_points_is_read(text, kind, count):
    _, reader = read(f"<ref>字</ref>{text}")
    (found,) = reader.boxes
    assert (found.box.kind, len(found.box.points), reader.text) == (kind, count, "字")


def test_points_as_attributes_are_read():
    _, reader = read(
        'See <points x1="500" y1="500" x2="100" y2="200" alt="nose">the nose</points> and <point of view>.'
    )
    assert [(b.box.label, b.box.kind, b.box.points) for b in reader.boxes] == [
        ("the nose", "point", ((250, 100),)),
        ("the nose", "point", ((50, 40),)),
    ]
    assert reader.text == "See the nose and <point of view>."


def test_a_text_tells_whether_it_ends_inside_a_list_of_boxes():
    reader = reader_for(0, SEEN, THOUSANDTHS)
    told = []
    for piece in ("See ", "[", DOG[:30], DOG[30:], ", ", CAT, "]", " and <box>", "(1,2),(3,4)", "</box>"):
        reader.feed(piece)
        told.append(reader.unfinished)
    assert told == [False, False, True, True, True, True, False, True, True, False]


@pytest.mark.parametrize(
    "wrong",
    [
        "[5, 5, 5, 5]",
        "[1, 2, 3]",
        "[1, 2, 3, NaN]",
        "[1, 2, null, 4]",
        '["a", 2, 3, 4]',
        "[1e99, 2, 3, 4]",
        "7",
    ],
)
def test_what_is_no_box_is_dropped_and_counted(wrong):
    _, reader = read(f'[{DOG}, {{"bbox_2d": {wrong}, "label": "odd"}}, {CAT}]')
    assert [label for label, _ in boxes(reader)] == ["dog", "cat"]
    assert reader.cut == (wrong != "7") and reader.text.startswith("- dog\n- odd")


@pytest.mark.parametrize(
    ("rule", "written", "expected"),
    [
        (THOUSANDTHS, "[100, 200, 300, 400]", (50, 40, 150, 80)),
        (THOUSANDTHS, "[0.1, 0.2, 0.3, 1]", (50, 40, 150, 200)),
        (THOUSANDTHS, "[300, 400, 100, 200]", (50, 40, 150, 80)),
        (THOUSANDTHS, "[-50, 900, 300, 1400]", (0, 180, 150, 200)),
        (THOUSANDTHS, "[0, 0, 1, 1]", (0, 0, 0.5, 0.2)),
        (RESIZED, "[50.4, 98, 252, 196]", (50, 100, 250, 200)),
        (RESIZED, "[0.1, 0.2, 0.3, 1]", (50, 40, 150, 200)),
        (FRACTIONS, "[0, 0, 1, 1]", (0, 0, 500, 200)),
        (CoordinateRule("thousandths", ("bbox_2d",)), "[200, 100, 400, 300]", (50, 40, 150, 80)),
    ],
)
def test_coordinates_become_pixels_of_the_original_by_the_rule(rule, written, expected):
    _, reader = read(f'{{"bbox_2d": {written}, "label": "x"}}', rule=rule)
    assert boxes(reader) == [("x", expected)]


@pytest.mark.parametrize(
    ("text", "images"),
    [
        ("{d}", [1]),
        ("In Picture 1: {d} In Picture 2: {c}", [0, 1]),
        ("Image-1 has {d}", [0]),
        ("In the first image: {d}, in the second one of the images: {c}", [0, 0]),
        ("The first photo: {d}. The last image: {c}", [0, 1]),
        ("图1：{d} 图2：{c}", [0, 1]),
        ("第一张图里有 {d}，第二张图片里有 {c}", [0, 1]),
        ("在最后一张图中 {d}", [1]),
        ("Image 7: {d}", [1]),
        ("a 1 image: {d}", [1]),
        ('{"Picture 1": [{d}], "Picture 2": [{c}]}', [0, 1]),
        ('[{"image": 1, "bbox": [1, 2, 3, 4]}, {"image": 2, "bbox": [1, 2, 3, 4]}]', [0, 1]),
        ('[{"label": "dog in image 1", "bbox": [1, 2, 3, 4]}, {d}]', [0, 1]),
        ("<ref>the dog in Picture 1</ref><box>(1,2),(3,4)</box> <ref>it</ref><box>(1,2),(3,4)</box>", [0, 1]),
        ("Picture 1: <ref>the dog</ref><box>(1,2),(3,4)</box><box>(5,6),(7,8)</box>", [0, 0]),
    ],
)
def test_a_box_lies_on_the_latest_picture_unless_another_is_named(text, images):
    _, reader = read(text.replace("{d}", DOG).replace("{c}", CAT))
    assert [found.image for found in reader.boxes] == images


def test_markup_json_and_prose_are_read_in_one_answer():
    text = f"A <ref>dog</ref><box>(100,200),(300,400)</box> and\n```json\n[{CAT}]\n```\nand 图<|im_end|>"
    _, reader = read(text)
    assert boxes(reader) == [("dog", (50, 40, 150, 80)), ("cat", (250, 100, 300, 140))]
    assert reader.text == "A dog and\n- cat\n\nand 图"


def test_other_things_an_object_says_stand_behind_its_label():
    _, reader = read(
        '[{"bbox_2d": [1, 2, 30, 40], "label": "total", "text_content": "12.50", "score": 0.9}, {"id": 4}]'
    )
    assert reader.text == "- total (text_content: 12.50)" and reader.boxes[0].box.score == 0.9
    _, reader = read('[{"bbox_2d": [100, 200, 300, 400]}]')
    assert reader.text == "- 50, 40, 150, 80" and reader.boxes[0].box.label == ""


def test_escapes_are_read():
    _, reader = read(r'[{"bbox_2d": [1, 2, 30, 40], "label": "\u72d7 \ud83d\udc36 \"a\\b\" \n x"}]')
    assert reader.boxes[0].box.label == '狗 🐶 "a\\b" x'


def test_without_pictures_there_are_no_boxes():
    _, reader = read(f"[{DOG}] <box>(1,2),(3,4)</box>", seen=())
    assert reader.boxes == []


def test_a_single_place_can_be_given():
    reader = json_reader(0, lambda x, y: (x / 2, y / 5), image=4)
    reader.feed(DOG + "<box>")
    reader.finish()
    assert boxes(reader) == [("dog", (50, 40, 150, 80))] and reader.boxes[0].image == 4
    assert reader.text == "- dog\n\n<box>"


@pytest.mark.parametrize(
    "part", ["[", "{", '{"a":', '"', "`", "```json\n", "[{", "\\", '{"a', "a", '{"bbox_2d": [1,']
)
def test_a_long_answer_takes_no_more_than_its_length(part):
    reader = reader_for(0, SEEN, THOUSANDTHS)
    for _ in range(4_000):
        reader.feed(part)
    reader.feed('{"label": "')
    for _ in range(20_000):
        reader.feed(" x")
    reader.finish()
    assert len(reader.text) > 1_000 or reader.cut
