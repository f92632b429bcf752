"""What one format wrote is read, written by another and read again: boxes and labels are the same."""

from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from box_set import as_export, boxes_of, farthest, made_set, read, written
from eyebox.formats import MODULES, format_named
from eyebox.formats.losses import kinds_in, losses
from eyebox.formats.rotation import corners
from eyebox_models.protocol.box import Box, enclosing

PRECISION = {
    "csv": 0.0,
    "coco": 0.0,
    "labelme": 0.0,
    "xanylabeling": 0.0,
    "yolo": 1e-6,
    "voc": 0.0,
    "cvat": 0.0,
    "labelstudio": 1e-9,
    "ppocr": 0.0,
    "swift": 0.5,
    "qwenvl": 2.0,
    "internvl": 2.0,
    "hocr": 0.5,
}
"""Pixels by which a corner may move in a format, on pictures of up to 4,000 pixels. Thousandths of these are 4 pixels,
whole pixels 1: rounding takes half of it."""

LABELS = ("杯子", "dog", "traffic light", "鮭魚 漢堡", "café", "it's 50 %", "#1: yes", "- no", "null", "7")
"""Those that every format can hold."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("set")
    return folder, made_set(folder, labels=LABELS)


@pytest.fixture(scope="module")
def once(made):
    folder, export = made

    @cache
    def through(name):
        return read(name, written(name, export, folder / name))

    return through


def box_formats():
    names = [
        name
        for name in MODULES
        if hasattr(form := format_named(name), "load") and "boxes" not in form.LEAVES_OUT
    ]
    assert names and PRECISION.keys() >= {*names}, names
    return names


@pytest.mark.slow
@pytest.mark.parametrize("first", box_formats())
def test_every_pair_of_formats(first, made, once):
    folder, export = made
    before, middle = boxes_of(export.pictures), once(first)
    assert len(before) == 60
    assert farthest(before, boxes_of(middle)) <= PRECISION[first] + 1e-9
    for second in box_formats():
        source = written(second, as_export(middle), folder / f"{first} {second}")
        moved = farthest(before, boxes_of(read(second, source)))
        assert moved <= PRECISION[first] + PRECISION[second] + 1e-9, (second, moved)


OUTLINES = {
    "polygon": ("coco", "labelme", "xanylabeling", "cvat", "labelstudio"),
    "rotation": ("xanylabeling", "cvat", "labelstudio"),
    "circle": ("labelme", "xanylabeling", "cvat"),
    "linestrip": ("labelme", "xanylabeling", "cvat"),
    "point": ("labelme", "xanylabeling", "cvat"),
}
SHAPES = {
    "polygon": ((10.5, 10.0), (60.0, 12.0), (55.0, 70.0), (30.0, 80.25), (8.0, 40.0)),
    "rotation": corners(50, 20, 40, 25, 33),
    "circle": ((100.0, 60.0), (120.0, 60.0)),
    "linestrip": ((5.0, 5.0), (50.0, 9.0), (90.0, 60.0)),
    "point": ((33.0, 44.5),),
}
PAIRS = [(kind, *pair) for kind, names in OUTLINES.items() for pair in product(names, names)]


@pytest.mark.parametrize("kind, first, second", PAIRS)
def test_outlines_go_through_formats_that_have_them(kind, first, second, tmp_path):
    export = made_set(tmp_path, 1)
    points = SHAPES[kind]
    (x, y), radius = points[0], 20
    around = (x - radius, y - radius, x + radius, y + radius) if kind == "circle" else enclosing(points)
    box = Box("杯子", *around, points=points, kind=kind)
    export = replace(export, pictures=(replace(export.pictures[0], boxes=(box,), extras={}),))
    middle = as_export(read(first, written(first, export, tmp_path / "1")))
    ((found,),) = [one.boxes for one in read(second, written(second, middle, tmp_path / "2"))]
    assert (found.label, found.kind) == (box.label, kind)
    flat = [value for point in found.points for value in point]
    assert flat == pytest.approx([value for point in points for value in point], abs=1e-6)
    assert found.xyxy == pytest.approx(box.xyxy, abs=1e-6)


HELD = {
    "scores": lambda picture: picture.boxes[0].score == 0.25,
    "crowd": lambda picture: picture.extras.get(picture.boxes[0].id, {}).get("crowd") is True,
    "difficult": lambda picture: picture.extras.get(picture.boxes[0].id, {}).get("difficult") is True,
    "attributes": lambda picture: (
        picture.extras.get(picture.boxes[0].id, {}).get("attributes") == {"色": "红"}
    ),
    "notes": lambda picture: picture.extras.get(picture.boxes[0].id, {}).get("description") == "left",
    "outlines": lambda picture: len(picture.boxes[1].points) == 5,
}


@pytest.mark.parametrize("name", box_formats())
def test_what_a_format_is_said_to_lose_is_what_it_loses(name, tmp_path):
    box = Box("杯子", 10, 20, 30, 40, score=0.25)
    polygon = Box("dog", *enclosing(SHAPES["polygon"]), points=SHAPES["polygon"], kind="polygon", score=0.25)
    extra = {"crowd": True, "difficult": True, "attributes": {"色": "红"}, "description": "left"}
    export = made_set(tmp_path, 1)
    picture = replace(export.pictures[0], boxes=(box, polygon), extras={box.id: extra})
    kinds = kinds_in(replace(export, pictures=(picture,)))
    said = {kind for kind in HELD if losses(name, {kind: kinds[kind]})}
    (again,) = read(name, written(name, replace(export, pictures=(picture,)), tmp_path / "out"))
    assert said == {kind for kind, is_held in HELD.items() if not is_held(again)}
