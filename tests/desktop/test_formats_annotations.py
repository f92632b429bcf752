"""labelme and COCO files: read, written, written back as they came, and refused with a sentence."""

import base64
import json
import os
import random
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bad_annotations import hostile_annotations
from eyebox.formats import coco, labelme, load_annotations, load_from
from eyebox.formats.export import FileSink, SessionExport
from eyebox.session.types import PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Sentence
from session_samples import AWKWARD_NAMES, make_picture
from sinks import MemorySink, dumped

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
SESSION = SessionInfo("s", "Receipts", 1.0, 2.0, 1)
FORMATS = (labelme, coco)


def make_export(*boxes, name="menu.png", extras=None, folder="", **picture):
    return SessionExport(
        SESSION, (PictureContent(make_picture("s", name, **picture), boxes, None, extras or {}),), (), folder
    )


def loaded(module, text, folder, name="in.json"):
    (folder / name).write_text(text, encoding="utf-8", errors="replace")
    return list(load_from([module], folder / name))


def content(boxes):
    return [replace(box, id="", source="user") for box in boxes]


def shape(kind, *points, label="x", **more):
    return {"label": label, "points": [list(p) for p in points], "shape_type": kind, **more}


def labelme_file(*shapes, **more):
    return {"version": "5.5.0", "flags": {}, "shapes": list(shapes), "imagePath": "a.png", "imageData": None,
            "imageHeight": 30, "imageWidth": 40, **more}  # fmt: skip


def coco_file(*annotations, **more):
    return {"images": [{"id": 7, "file_name": "a.png", "width": 40, "height": 30}],
            "categories": [{"id": 3, "name": "dog"}], "annotations": list(annotations), **more}  # fmt: skip


@pytest.mark.parametrize("module", FORMATS)
def test_boxes_come_back_exactly(module, tmp_path):
    boxes = (
        Box("dog", 0.1, 0.2, 0.30000000000000004, 7),
        Box('鮭魚 🍔 \n "x"', 1 / 3, 2 / 3, 100.7, 200.123456789),
        Box("dog", 5, 5, 5, 5),
        Box(
            "leaning",
            0,
            0,
            10,
            12,
            points=((0.0, 1.5), (9.0, 0.0), (10.0, 11.0), (1.0, 12.0)),
            kind="polygon",
        ),
    )
    (picture,) = loaded(module, dumped(module, make_export(*boxes)), tmp_path)
    assert content(picture.boxes) == content(boxes)
    assert (picture.name, picture.width, picture.height) == ("menu.png", 400, 300)


@pytest.mark.parametrize("module", FORMATS)
@given(corners=st.lists(st.floats(-1e6, 1e6), min_size=4, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_corners_come_back_exactly(module, tmp_path, corners):
    x1, x2 = sorted(corners[:2])
    y1, y2 = sorted(corners[2:])
    (picture,) = loaded(module, dumped(module, make_export(Box("a", x1, y1, x2, y2))), tmp_path)
    assert picture.boxes[0].xyxy == (x1, y1, x2, y2)


@pytest.mark.parametrize("module", FORMATS)
@pytest.mark.parametrize("name", [name for name in AWKWARD_NAMES if "\udcff" not in name])
def test_pictures_are_found_from_where_the_file_lies(module, name, tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "notes").mkdir()
    picture = tmp_path / "pictures" / name
    picture.write_bytes(PNG)
    export = make_export(Box("a", 0, 0, 1, 1), path=str(picture), folder=str(tmp_path / "notes"))
    assert (export.path_of(export.pictures[0].record),) == (f"../pictures/{name}",)
    assert loaded(module, dumped(module, export), tmp_path / "notes")[0].path == str(picture)
    bare = make_export(Box("a", 0, 0, 1, 1), path=str(picture))
    assert loaded(module, dumped(module, bare), tmp_path / "pictures")[0].path == str(picture)


def test_labelme_shapes_of_every_kind(tmp_path):
    file = labelme_file(
        shape("rectangle", (30, 20), (10, 5), label="turned"),
        shape("circle", (10, 10), (13, 14), group_id=4),
        shape("point", (3, 4)),
        shape("line", (9, 1), (2, 8)),
        shape("linestrip", (1, 1), (2, 5), (0, 3), flags={"hard": True}),
        shape("hologram", (1, 1), (2, 5), spin=[1, 2], description="odd"),
        shape("mask", (1, 1), (3, 3), mask="iVBOR"),
        {"label": "old", "points": [[0, 0], [4, 0], [4, 4]]},
        another="key",
    )
    (picture,) = loaded(labelme, json.dumps(file), tmp_path)
    corners = [box.xyxy for box in picture.boxes]
    assert corners[:4] == [(10, 5, 30, 20), (5, 5, 15, 15), (3, 4, 3, 4), (2, 1, 9, 8)]
    assert [box.kind for box in picture.boxes] == [
        "rectangle", "circle", "point", "line", "linestrip", "hologram", "mask", "polygon",
    ]  # fmt: skip
    assert picture.boxes[0].points == () and picture.boxes[1].points == ((10, 10), (13, 14))

    record = make_picture("s", "a.png", width=40, height=30)
    export = SessionExport(SESSION, (PictureContent(record, picture.boxes, None, picture.extras),))
    again = json.loads(dumped(labelme, export))
    for before, after in zip(file["shapes"][1:], again["shapes"][1:], strict=True):
        assert after.items() >= (before | {"shape_type": before.get("shape_type", "polygon")}).items()
    assert again["another"] == "key" and again["imagePath"] == "a.png" and again["imageWidth"] == 40


def test_labelme_writes_a_leaning_quad_as_a_polygon():
    points = ((0.0, 1.0), (9.0, 0.0), (10.0, 11.0), (1.0, 12.0))
    (written,) = json.loads(dumped(labelme, make_export(Box("a", 0, 0, 10, 12, points=points))))["shapes"]
    assert written["shape_type"] == "polygon" and written["points"] == [list(p) for p in points]


def test_labelme_holds_one_picture(tmp_path):
    export = make_export()
    with pytest.raises(EyeboxError, match="one picture"):
        labelme.dump(replace(export, pictures=export.pictures * 2), FileSink(tmp_path / "two.json"))


def test_picture_inside_a_labelme_file_is_used_only_when_there_is_no_other(tmp_path):
    inside = base64.b64encode(PNG).decode()
    (picture,) = loaded(labelme, json.dumps(labelme_file(imageData=inside)), tmp_path)
    assert picture.path == "" and picture.data == PNG
    for odd in ("%%%", base64.b64encode(b"#!/bin/sh").decode(), 5, {"a": 1}, "é"):
        (picture,) = loaded(labelme, json.dumps(labelme_file(imageData=odd)), tmp_path)
        assert picture.data is None
    (tmp_path / "a.png").write_bytes(PNG)
    (picture,) = loaded(labelme, json.dumps(labelme_file(imageData=inside)), tmp_path)
    assert picture.path == str(tmp_path / "a.png") and picture.data is None


@pytest.mark.parametrize(
    "name, found",
    [
        ("..\\pictures\\a.png", True),
        ("C:\\Users\\somebody\\a.png", True),
        ("/nowhere/a.png", True),
        ("https://example.org/a.png", False),
        ("\\\\server\\share\\a.png", False),
        ("//server/share/a.png", False),
        ("%2E/a%2Epng", True),
        ("%5C%5Cserver%5Cshare%5Cb.png", False),
        ("a\0.png", False),
        ("", False),
        ("..", False),
        ("x" * 5000 + "/a.png", False),
    ],
)
def test_picture_names_of_other_systems(name, found, tmp_path):
    (tmp_path / "a.png").write_bytes(PNG)
    (picture,) = loaded(labelme, json.dumps(labelme_file(imagePath=name)), tmp_path)
    assert bool(picture.path) is found


def test_coco_file_has_what_tools_expect():
    quad = Box(
        "cat", 0, 0, 2, 2, points=((1.0, 0.0), (2.0, 1.0), (1.0, 2.0), (0.0, 1.0)), kind="polygon", score=0.5
    )
    data = json.loads(dumped(coco, make_export(Box("dog", 10, 20, 40, 60), quad, Box("dog", 0, 0, 1, 1))))
    assert data["images"] == [{"id": 1, "file_name": "menu.png", "width": 400, "height": 300}]
    assert [(c["id"], c["name"]) for c in data["categories"]] == [(1, "dog"), (2, "cat")]
    first, second, third = data["annotations"]
    assert first == {
        "id": 1, "image_id": 1, "category_id": 1, "iscrowd": 0,
        "bbox": [10.0, 20.0, 30.0, 40.0], "area": 1200.0,
        "segmentation": [[10, 20, 40, 20, 40, 60, 10, 60]],
    }  # fmt: skip
    assert second["segmentation"] == [[1.0, 0.0, 2.0, 1.0, 1.0, 2.0, 0.0, 1.0]] and second["area"] == 2.0
    assert second["score"] == 0.5 and third["category_id"] == 1


def test_coco_reads_what_tools_write(tmp_path):
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(PNG)
    file = coco_file(
        {
            "id": 1,
            "image_id": 7,
            "category_id": 3,
            "bbox": [1, 2, 3, 4],
            "segmentation": {"counts": "x", "size": [1]},
        },
        {
            "id": 2,
            "image_id": 7,
            "category_id": 99,
            "bbox": [1, 2, 3, 4],
            "segmentation": [[1, 2, 4, 2, 4, 6, 1, 6]],
        },
        {"id": 3, "image_id": 7, "category_id": 3, "segmentation": [[0, 0, 9, 0, 9, 5]]},
    )
    file["images"].append({"id": "other", "file_name": "b.png"})
    one, two = loaded(coco, json.dumps(file), tmp_path)
    assert one.path == str(tmp_path / "images" / "a.png") and (two.path, two.width) == ("", 0)
    assert [(b.label, b.xyxy, b.kind) for b in one.boxes] == [
        ("dog", (1, 2, 4, 6), "rectangle"),
        ("99", (1, 2, 4, 6), "rectangle"),
        ("dog", (0, 0, 9, 5), "polygon"),
    ]


def test_coco_box_changed_by_another_tool_counts(tmp_path):
    data = json.loads(dumped(coco, make_export(Box("a", 345.0549603113773, 0, 4805.148097781565, 0.1))))
    (annotation,) = data["annotations"]
    assert annotation["corners"] == [345.0549603113773, 0, 4805.148097781565, 0.1]
    annotation["bbox"] = [10, 20, 30, 40]
    (picture,) = loaded(coco, json.dumps(data), tmp_path)
    assert picture.boxes[0].xyxy == (10, 20, 40, 60)


def test_either_format_is_recognised(tmp_path):
    (tmp_path / "l.json").write_text(json.dumps(labelme_file(shape("point", (1, 2)))))
    (tmp_path / "c.json").write_text("\ufeff" + json.dumps(coco_file()), encoding="utf-8")
    (tmp_path / "x.json").write_text('{"a": 1}')
    assert next(load_annotations(tmp_path / "l.json")).boxes[0].kind == "point"
    assert next(load_annotations(tmp_path / "c.json")).boxes == ()
    with pytest.raises(EyeboxError, match="COCO boxes or labelme boxes"):
        list(load_annotations(tmp_path / "x.json"))


LABELME_FAULTS = [
    {},
    {"shapes": {}},
    labelme_file(5),
    labelme_file(shape("rectangle")),
    labelme_file(shape("rectangle", (1, 2, 3))),
    labelme_file(shape("rectangle", (1, "2"), (3, 4))),
    labelme_file(shape("rectangle", (1, True), (3, 4))),
    labelme_file(shape("rectangle", (1, 1e300), (3, 4))),
    labelme_file(shape("rectangle", (1, 10**400), (3, 4))),
    labelme_file(shape("rectangle", (1, 2), (3, 4), label=None)),
    labelme_file(shape(7, (1, 2), (3, 4))),
    labelme_file({"label": "x"}),
    labelme_file(imagePath=7),
    labelme_file(imageWidth="wide"),
    labelme_file(imageWidth=-4),
]
BOX = {"image_id": 7, "category_id": 3}
COCO_FAULTS = [
    {},
    {"images": 5},
    coco_file(annotations=None),
    coco_file(BOX),
    coco_file(BOX | {"bbox": [1, 2, 3]}),
    coco_file(BOX | {"bbox": [1, 2, -3, 4]}),
    coco_file(BOX | {"bbox": "1234"}),
    coco_file(BOX | {"bbox": [1, 2, 3, 4], "corners": [1]}),
    coco_file(BOX | {"bbox": [1, 2, 3, 4], "image_id": 8}),
    coco_file(BOX | {"bbox": [1, 2, 3, 4], "image_id": [7]}),
    coco_file(BOX | {"bbox": [1, 2, 3, 4], "segmentation": [[1, 2, 3]]}),
    coco_file(BOX | {"bbox": [1, 2, 3, 4], "score": "high"}),
    coco_file(images=[{"id": 1, "file_name": "a"}, {"id": 1, "file_name": "b"}]),
    coco_file(images=[{"id": 1}]),
    coco_file(categories=[{"id": 1}]),
]
TEXT_FAULTS = [
    "",
    "{",
    "[]",
    "null",
    "5",
    '{"shapes": [NaN]}',
    '{"images": Infinity}',
    "[" * 100_000,
    "9" * 5000,
    "\x00",
]


@pytest.mark.parametrize(
    "module, text",
    [(labelme, json.dumps(fault)) for fault in LABELME_FAULTS]
    + [(coco, json.dumps(fault)) for fault in COCO_FAULTS]
    + [(module, text) for module in FORMATS for text in TEXT_FAULTS],
)
def test_faulty_files_get_one_sentence(module, text, tmp_path):
    with pytest.raises(EyeboxError) as error:
        loaded(module, text, tmp_path, "fault\ny.json")
    assert "\n" not in str(error.value) and "y.json" in str(error.value) and str(error.value).endswith(".")


@pytest.mark.parametrize(
    "module, fault, words, names",
    [
        (coco, coco_file(BOX | {"bbox": "1234"}), "the bbox of annotation 1", {"key": "bbox", "number": 1}),
        (coco, coco_file(categories=[5]), "category 1", {"number": 1}),
        (
            labelme,
            labelme_file(shape(7, (1, 2), (3, 4))),
            "the shape_type of shape 1",
            {"key": "shape_type", "number": 1},
        ),
        (labelme, [], "the file", {}),
    ],
)
def test_where_a_file_is_wrong_is_a_sentence_too(module, fault, words, names, tmp_path):
    with pytest.raises(EyeboxError) as error:
        loaded(module, json.dumps(fault), tmp_path)
    what = error.value.sentence.values["reason"].values["what"]
    assert what == words and isinstance(what, Sentence) and what.values == names


@pytest.mark.parametrize("module", FORMATS)
def test_missing_unreadable_and_undecodable_files(module, tmp_path):
    (tmp_path / "latin.json").write_bytes('{"shapes": "é"}'.encode("latin-1"))
    for path in (
        tmp_path / "missing.json",
        tmp_path,
        tmp_path / "latin.json",
        tmp_path / ("n" * 300),
        "a\0b",
    ):
        with pytest.raises(EyeboxError):
            list(load_from([module], path))


SOUND = {
    labelme: json.dumps(
        labelme_file(shape("rectangle", (1, 2), (3, 4)), shape("circle", (1.5, 2), (3, 4), flags={}))
    ),
    coco: json.dumps(coco_file(BOX | {"bbox": [1, 2, 3.5, 4], "segmentation": [[1, 2, 3, 4, 5, 6.5]]})),
}


@pytest.mark.parametrize("module", FORMATS)
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_mutated_files_raise_nothing_else(module, tmp_path, data):
    text = SOUND[module]
    tokens = [
        "null",
        "true",
        "[]",
        "{}",
        '""',
        "-1",
        "1e999",
        "1e400",
        "9" * 400,
        "NaN",
        '"x"',
        "[[]]",
        '"\\ud800"',
        ",",
        "]",
    ]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(st.sampled_from(tokens) | st.text(max_size=4)) + text[end:]
    try:
        loaded(module, text, tmp_path)
    except EyeboxError as error:
        assert "\n" not in str(error)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("module", FORMATS)
@given(value=json_values, choices=st.randoms(use_true_random=False))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_value_anywhere_raises_nothing_else(module, tmp_path, value, choices):
    document = json.loads(SOUND[module])
    place, key = document, choices.choice(list(document))
    while isinstance(place[key], list | dict) and place[key] and choices.random() < 0.7:
        place = place[key]
        key = choices.choice(list(place)) if isinstance(place, dict) else choices.randrange(len(place))
    place[key] = value
    try:
        loaded(module, json.dumps(document), tmp_path)
    except EyeboxError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("module", FORMATS)
def test_five_thousand_rectangles(module, tmp_path):
    places = random.Random(1)
    boxes = [Box(f"label {n % 20}", x := places.random() * 4000, y := places.random() * 3000, x + 30, y + 20)
             for n in range(5000)]  # fmt: skip
    (tmp_path / "many.json").write_text(dumped(module, make_export(*boxes)))
    started = time.perf_counter()
    (picture,) = load_from([module], tmp_path / "many.json")
    print(f"5,000 rectangles from {module.TITLE}: {time.perf_counter() - started:.3f} s")
    assert len(picture.boxes) == 5000


def test_hostile_files_open_or_get_one_sentence_and_can_be_exported(tmp_path):
    for kind, path in hostile_annotations(tmp_path, 240, seed=3, large=0):
        try:
            imported = list(load_annotations(path))
        except EyeboxError as error:
            assert "\n" not in str(error) and str(error).endswith("."), kind
            continue
        for picture in imported[:1]:
            for module in FORMATS:
                text = dumped(module, make_export(*picture.boxes, extras=picture.extras))
                json.loads(text, parse_constant=no_number)


def no_number(name):
    raise AssertionError(f"{name} was written")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "boxes.json")
    with pytest.raises(EyeboxError, match="no regular file"):
        list(load_annotations(tmp_path / "boxes.json"))


@pytest.mark.parametrize(
    "text, why",
    [
        ('{"shapes": [], "flags": [' + "[]," * 2_000_000 + "[]]}", "over 3,000,000 values"),
        ('{"shapes": [' + "{}," * 100_000 + "{}]}", "over 100,000 entries"),
        (json.dumps({"images": [{"id": n} for n in range(20_001)]}), "over 20,000 entries"),
        ('{"shapes": [], "flags": {"x": 1e999}}', "too large"),
        ('{"shapes": [], "flags": ' + "[" * 80 + "]" * 80 + "}", "nested too deep"),
    ],
)
def test_files_that_would_take_all_memory_or_could_not_be_written_again(tmp_path, text, why):
    (tmp_path / "boxes.json").write_text(text)
    with pytest.raises(EyeboxError, match=why):
        list(load_annotations(tmp_path / "boxes.json"))


def test_labelme_files_of_a_session_have_names_of_their_own():
    paths = (
        "/a/menu.png",
        "/b/menu.jpg",
        "/b/Menu.tif",
        "/c/menu_2.png",
        "/c/two\nlines.png",
        "/d/" + "ü" * 200,
    )
    pictures = [PictureContent(make_picture("s", "menu.png", path=path)) for path in paths]
    pasted = PictureContent(make_picture("s", 'a: "b"/c', path="/data/0123.png", owned=True))
    sink = MemorySink()
    labelme.dump(SessionExport(SESSION, (*pictures, pasted), (), "/a"), sink)
    files = list(sink.files.items())
    assert [name for name, _text in files[:5]] == [
        "menu.json", "menu_2.json", "Menu_3.json", "menu_2_2.json", "two_lines.json",
    ]  # fmt: skip
    assert files[6][0] == "c.json" and all(len(name.encode()) < 250 for name, _text in files)
    assert [json.loads(text)["imagePath"] for _name, text in files[:2]] == ["menu.png", "../b/menu.jpg"]


@pytest.mark.parametrize("module", FORMATS)
def test_boxes_of_files_say_so(module, tmp_path):
    (picture,) = loaded(module, dumped(module, make_export(Box("a", 0, 0, 1, 1))), tmp_path)
    assert [box.source for box in picture.boxes] == ["import"]
