from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.boxes.markup import QWEN2_VL, QWEN_VL
from eyebox_models.protocol.events import BoxFound, TextDelta
from one_picture import markup_reader

TOKENS = [
    *("<ref>", "</ref>", "<box>", "</box>"),
    *("<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>", "<|box_end|>"),
    *(
        "(10,20),(300,400)",
        "(10,20)",
        "[[1, 2, 3, 4], [5, 6, 7, 8]]",
        "[[1,2,3",
        "-5.5,",
        "999",
        "the dog",
        "狗",
        " ",
    ),
    *("<", ">", "<b", "</", "<|", "<|box", "<ref", "\n", ",", "(", "é", "<im_end>", "a < b"),
]
TEXTS = st.lists(st.sampled_from(TOKENS) | st.text(max_size=4), max_size=12).map("".join)


def half(x, y):
    """Coordinates 0..1000 on a picture of 500 x 200 pixels."""
    return (x / 2, y / 5)


def read(*pieces, **kwargs):
    """The events of some pieces, adjacent texts joined and identities left out, and the reader."""
    reader = markup_reader(3, half, image=1, **kwargs)
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


def assert_reads_same_in_pieces(text, cuts):
    whole, reader = read(text)
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    pieces = [text[a:b] for a, b in pairwise(places)]
    in_pieces, other = read(*pieces)
    assert in_pieces == whole
    assert (other.cut, other.doubles, other.text) == (reader.cut, reader.doubles, reader.text)
    assert "".join(event.text for event in whole if isinstance(event, TextDelta)) == reader.text
    assert len(reader.boxes) == sum(isinstance(event, BoxFound) for event in whole)
    for found in reader.boxes:
        assert found.start <= found.end <= len(reader.text)
        assert " ".join(reader.text[found.start : found.end].split()) == found.box.label
        assert found.box.x1 < found.box.x2 and found.box.y1 < found.box.y2


def boxes(reader):
    return [(b.box.label, b.box.xyxy, reader.text[b.start : b.end]) for b in reader.boxes]


@pytest.mark.parametrize(
    "text",
    [
        "See <ref>the dog</ref><box>(100,200),(300,400)</box> run",
        "See <|object_ref_start|>the dog<|object_ref_end|><|box_start|>(100,200),(300,400)<|box_end|> run",
        "See <ref>the dog</ref><box>[[100, 200, 300, 400]]</box> run",
        "See <ref>the dog</ref><box>[100,200,300,400]</box> run",
        "See <ref>the dog</ref> <box>(300,400),(100,200)</box>run",
        "See <ref>the dog<box>(100, 200), (300, 400)</box> run",
    ],
)
def test_every_family_gives_the_label_as_text_and_its_box_in_pixels(text):
    events, reader = read(text)
    assert boxes(reader) == [("the dog", (50, 40, 150, 80), "the dog")]
    assert [type(event) for event in events] == [TextDelta, BoxFound, TextDelta]
    assert events[1].image == 1 and events[1].turn == 3 and events[1].box.source == "model"
    assert reader.text.split() == ["See", "the", "dog", "run"] and reader.cut == 0


def test_several_boxes_share_a_label_and_a_box_without_one_has_none():
    _, reader = read("<ref>dogs</ref><box>(0,0),(10,10)</box><box>(20,20),(30,30)</box>")
    assert [label for label, *_ in boxes(reader)] == ["dogs", "dogs"]
    _, reader = read("<ref>dogs</ref><box>[[0, 0, 10, 10], [20, 20, 30, 30]]</box>")
    assert [label for label, *_ in boxes(reader)] == ["dogs", "dogs"]
    _, reader = read("<ref>dogs</ref> play, and here <box>(0,0),(10,10)</box>")
    assert boxes(reader) == [("", (0, 0, 5, 2), "")]


def test_a_box_is_known_as_soon_as_it_ends():
    reader = markup_reader(0, half)
    assert reader.feed("<ref>dog</ref><box>(0,0),(10,10)</bo") == [TextDelta(0, "dog")]
    (found,) = reader.feed("x>")
    assert isinstance(found, BoxFound) and (found.start, found.end) == (0, 3)


def test_doubles_are_merged():
    one = "<ref>dog</ref><box>(0,0),(10,10)</box>"
    _, reader = read(f"{one} {one} <ref>cat</ref><box>(0,0),(10,10)</box>")
    assert [label for label, *_ in boxes(reader)] == ["dog", "cat"]
    assert reader.doubles == 1 and reader.text == "dog dog cat"


@pytest.mark.parametrize(
    ("text", "kept", "cut", "shown"),
    [
        ("<ref>dog</ref><box>(0,0),(10,10)", 1, 0, "dog"),
        ("<ref>dog</ref><box>(0,0),(10,1", 0, 1, "dog"),
        ("<ref>dog</ref><box>(0,0),(10,10)</bo", 1, 0, "dog"),
        ("<ref>dog</ref", 0, 0, "dog"),
        ("See <|box_sta", 0, 0, "See "),
        ("<ref>dog</ref><box>(0,0)", 0, 1, "dog"),
        ("<ref>dog</ref><box>[[0, 0, 10, 10], [5, 5,", 1, 1, "dog"),
        ("<ref>dog</ref><box>[[0, 0, 10, 10], [5, 5, 9, 9", 1, 1, "dog"),
        ("<ref>dog", 0, 0, "dog"),
        ("<ref>dog</ref><box></box>", 0, 1, "dog"),
        ("<ref>dog</ref><box>(5,5),(5,5)</box>", 0, 1, "dog"),
        ("<ref>dog</ref><box>(0,0),(10,10)<box>(2,2),(4,4)</box>", 2, 0, "dog"),
        ("<ref>dog</ref><box>(0,0),(oops</box>!", 0, 2, "dogoops!"),
    ],
)
def test_what_is_cut_is_dropped_and_counted(text, kept, cut, shown):
    _, reader = read(text)
    assert (len(reader.boxes), reader.cut, reader.text) == (kept, cut, shown)


@pytest.mark.parametrize(
    "text",
    [
        "a < b",
        "1 <2",
        "<html>",
        "<",
        "x <",
        "</div>",
        "<|im_end|>",
        "<box is a tag",
        "if a<b>c",
        "<box> it",
        "<box>",
    ],
)
def test_a_stray_angle_is_text(text):
    events, reader = read(text)
    assert events == [TextDelta(3, text)] and reader.cut == 0


def test_a_family_reads_its_own_markup_only():
    text = "<ref>dog</ref><box>(0,0),(10,10)</box>"
    assert read(text, markups=(QWEN2_VL,))[1].text == text
    assert len(read(text, markups=(QWEN_VL,))[1].boxes) == 1


@given(TEXTS, st.lists(st.integers(0, 80), max_size=12))
def test_any_split_gives_the_same_events(text, cuts):
    assert_reads_same_in_pieces(text, cuts)


@given(TEXTS)
def test_one_character_at_a_time_gives_the_same_events(text):
    assert_reads_same_in_pieces(text, range(len(text)))


def test_random_strings_never_raise():
    chance = random.Random(6)
    for number in range(20_000):
        if number % 2:
            text = "".join(chance.choices(TOKENS, k=chance.randint(0, 10)))
        else:
            text = "".join(
                chr(chance.choice((chance.randrange(0x20, 0x7F), chance.randrange(0xD000))))
                for _ in range(24)
            )
        reader = markup_reader(0, half)
        reader.feed(text)
        reader.finish()


def test_a_long_answer_takes_no_more_than_its_length():
    reader = markup_reader(0, half)
    for _ in range(20_000):
        reader.feed("word <")
    reader.feed("<box>" + "1," * 50_000)
    reader.finish()
    assert len(reader.text) > 100_000
