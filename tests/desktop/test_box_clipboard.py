from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData

from boxes import make_box
from eyebox.annotations.clipboard import MIME, boxes_from_mime, boxes_to_mime, placed_in
from eyebox_models.protocol.box import Box

POLYGON = Box(
    "leaf", 10, 20, 60, 90, points=((10, 20), (60, 40), (30, 90)), kind="polygon", score=0.5, source="import"
)


def test_boxes_come_back_as_new_ones() -> None:
    boxes = [make_box("a", 1.5, 2), replace(POLYGON, locked=True)]
    back = boxes_from_mime(boxes_to_mime(boxes))
    assert [replace(box, id="") for box in back] == [
        replace(boxes[0], id=""),
        replace(POLYGON, id=""),
    ]  # a copy can be moved
    assert not {box.id for box in back} & {box.id for box in boxes}


def test_other_programs_get_a_line_of_text_a_box() -> None:
    mime = boxes_to_mime([Box("a\tb\nc", 1, 2, 3.25, 4), Box("猫", 0, 0, 10, 20)])
    assert mime.text() == "a b c\t1\t2\t3.25\t4\n猫\t0\t0\t10\t20"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"boxes": 5}',
        b'{"boxes": [5]}',
        b'{"boxes": [{"label": "x"}]}',
        b"\xff",
        b"[" * 10_000,
    ],
)
def test_what_is_no_box_is_left_out(data: bytes) -> None:
    mime = QMimeData()
    mime.setData(MIME, data)
    assert boxes_from_mime(mime) == []


def test_numbers_that_are_none_are_left_out() -> None:
    mime = boxes_to_mime([make_box("a", 0, 0), make_box("b", 5, 5)])
    found = json.loads(bytes(mime.data(MIME).data()))
    found["boxes"][0]["x1"] = float("nan")
    mime.setData(MIME, json.dumps(found).encode())
    assert [box.label for box in boxes_from_mime(mime)] == ["b"]


def test_boxes_are_cut_to_the_picture_and_those_outside_left_out() -> None:
    boxes = [make_box("a", 50, 50), make_box("b", 300, 10), Box("point", 20, 20, 20, 20, kind="point")]
    placed = placed_in(boxes, (), 100, 80, 12)
    assert [(box.label, box.xyxy) for box in placed] == [
        ("a", (50, 50, 100, 80)),
        ("point", (20, 20, 20, 20)),
    ]


def test_a_box_that_would_cover_its_like_goes_aside_with_the_others() -> None:
    a, b = make_box("a", 0, 0), make_box("b", 200, 100)
    once = placed_in([a, b], [a], 800, 600, 12)
    assert [box.xyxy for box in once] == [a.moved(12, 12).xyxy, b.moved(12, 12).xyxy]
    assert placed_in([a], [a, *once], 800, 600, 12)[0].xyxy == a.moved(24, 24).xyxy
    whole = Box("w", 0, 0, 800, 600)
    assert placed_in([whole], [whole], 800, 600, 12)[0].xyxy == whole.xyxy
