"""What one format wrote is read, written by another and read again: boxes and labels are the same."""

from functools import cache

import pytest

from box_set import as_export, boxes_of, farthest, made_set, read, written
from eyebox.formats import MODULES, format_named

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
    assert len(before) == 300
    assert farthest(before, boxes_of(middle)) <= PRECISION[first] + 1e-9
    for second in box_formats():
        source = written(second, as_export(middle), folder / f"{first} {second}")
        moved = farthest(before, boxes_of(read(second, source)))
        assert moved <= PRECISION[first] + PRECISION[second] + 1e-9, (second, moved)
