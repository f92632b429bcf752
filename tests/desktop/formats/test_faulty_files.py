"""Files as nobody should write them: a sentence with the place, or a count of what was left out; never anything else."""

import json
import random
import resource

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from box_set import blank_png, made_set, read, written
from eyebox.formats import format_named, load_annotations, load_from
from eyebox_models.protocol.errors import EyeboxError

VOC = """<annotation><filename>a.png</filename><size><width>90</width><height>60</height></size>
<object><name>dog</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object></annotation>
"""
CVAT = """<annotations><version>1.1</version><image id="0" name="a.png" width="90" height="60">
<box label="dog" xtl="1" ytl="2" xbr="30" ybr="40"/><polygon label="x" points="1,2;3,4;5,0"/></image></annotations>
"""
TASKS = [
    {
        "data": {"image": "a.png"},
        "annotations": [
            {
                "result": [
                    {
                        "type": "rectanglelabels",
                        "original_width": 90,
                        "original_height": 60,
                        "value": {"x": 1, "y": 2, "width": 30, "height": 40, "rectanglelabels": ["dog"]},
                    }
                ]
            }
        ],
    }
]
XANYLABELING = {
    "shapes": [
        {
            "label": "a",
            "points": [[1, 2], [3, 2], [3, 4], [1, 4]],
            "shape_type": "rectangle",
            "kie_linking": [],
            "score": 0.5,
        }
    ],
    "imagePath": "a.png",
    "imageData": None,
    "checked": True,
}
YAML = "path: .\ntrain: images\nnames:\n  0: dog\n  1: 人\n"
SOUND = {
    "voc": ("a.xml", VOC),
    "cvat": ("a.xml", CVAT),
    "labelstudio": ("a.json", json.dumps(TASKS)),
    "xanylabeling": ("a.json", json.dumps(XANYLABELING)),
    "yolo": ("data.yaml", YAML),
}


def make(name, folder, text):
    """A file of a format, beside its picture."""
    (folder / "a.png").write_bytes(blank_png(90, 60))
    if name == "yolo":
        (folder / "images").mkdir(exist_ok=True)
        (folder / "labels").mkdir(exist_ok=True)
        (folder / "images" / "a.png").write_bytes(blank_png(100, 100))
        (folder / "labels" / "a.txt").write_text("1 0.5 0.5 0.2 0.2\n")
    path = folder / SOUND[name][0]
    path.write_text(text, encoding="utf-8", errors="replace")
    return path


def counts(picture):
    return {str(kind): count for kind, count in picture.left_out.items()}


@pytest.mark.parametrize("name", SOUND)
def test_the_samples_are_known_by_themselves(name, tmp_path):
    (picture,) = load_annotations(make(name, tmp_path, SOUND[name][1]))
    assert picture.path and picture.boxes and not picture.left_out
    assert len(list(load_annotations(tmp_path))) == 1


@pytest.mark.parametrize("name", SOUND)
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_mutated_files_raise_nothing_else(name, tmp_path, data):
    text = SOUND[name][1]
    tokens = [
        *("null", "[]", "{}", '""', "-1", "1e999", "9" * 400, "NaN", "<a>", "</a>", "&x;", "\x00", ">", '"'),
        *("\n", "- ", ": ", "&a", "*a", "!!python/name:os"),
    ]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(st.sampled_from(tokens) | st.text(max_size=4)) + text[end:]
    try:
        list(load_from([format_named(name)], make(name, tmp_path, text)))
    except EyeboxError as error:
        assert "\n" not in str(error) and str(error).endswith(".")


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("voc", VOC.replace("</object>", ""), "line 2 is no sound XML"),
        ("voc", "<!DOCTYPE a [<!ENTITY b 'x'>]>" + VOC, "document type"),
        ("voc", VOC.replace("annotation>", "other>"), "begins with <other>, not with <annotation>"),
        ("voc", "", "line 1 is no sound XML"),
        ("voc", "<?xml version='1.0' encoding='klingon'?>" + VOC, "encoding"),
        ("cvat", CVAT.replace("<image ", "<track ", 1).replace("</image>", "</track>"), "CVAT for video"),
        ("cvat", "<annotations>" + "<a>" * 100, "nested too deep"),
        ("labelstudio", json.dumps(TASKS)[:-5], "not a sound JSON file"),
        ("labelstudio", json.dumps([{"data": {"image": 5}}]), "the data of task 1 is not a text"),
        ("labelstudio", json.dumps([TASKS[0], 5]), "task 2 is not an object"),
        (
            "labelstudio",
            json.dumps([{"data": {"image": "a.png"}, "annotations": [{"result": 5}]}]),
            "the result of task 1",
        ),
        ("yolo", YAML + "nc: [", "line 6 is no sound YAML"),
        ("yolo", "names: &a [*a]", "refers to parts of itself"),
        ("yolo", "names: 5", "names is not a list"),
        ("yolo", "names: {a: b}", "names is not a list"),
        ("yolo", "- names:\n", "data.yaml is not an object"),
        ("yolo", "names: !!python/object/apply:os.system [ls]", "no sound YAML"),
    ],
)
def test_faulty_files_are_refused_with_the_place(name, text, said, tmp_path):
    with pytest.raises(EyeboxError) as error:
        list(load_from([format_named(name)], make(name, tmp_path, text)))
    assert said in str(error.value) and "\n" not in str(error.value) and str(error.value).endswith(".")


@pytest.mark.parametrize(
    "numbers", ["NaN 2 30 40", "inf 2 30 40", "30 2 1 40", "x 2 30 40", "1e300 2 30 40", " 2 30 40"]
)
def test_boxes_that_cannot_be_used_are_left_out_and_counted(numbers, tmp_path):
    x1, y1, x2, y2 = (
        numbers.split(" ") if numbers.count(" ") == 3 and numbers[0] != " " else ["", "2", "30", "40"]
    )
    place = f"<xmin>{x1}</xmin><ymin>{y1}</ymin><xmax>{x2}</xmax><ymax>{y2}</ymax>"
    second = f"<object><name>b</name><bndbox>{place}</bndbox></object>"
    (picture,) = read("voc", make("voc", tmp_path, VOC.replace("</annotation>", second + "</annotation>")))
    assert counts(picture) == {"boxes whose corners can't be used": 1} and len(picture.boxes) == 1
    box = f'<box label="b" xtl="{x1}" ytl="{y1}" xbr="{x2}" ybr="{y2}"/>'
    (picture,) = read("cvat", make("cvat", tmp_path, CVAT.replace("</image>", box + "</image>")))
    assert counts(picture) == {"boxes whose corners can't be used": 1} and len(picture.boxes) == 2


@pytest.mark.parametrize(
    "line",
    [
        "1 0.5 0.5 0.2",
        "x 0.5 0.5 0.2 0.2",
        "1 320 240 50 50",
        "1 0.5 0.5 -0.2 0.2",
        "1 nan 0.5 0.2 0.2",
        "-1 0 0 0 0",
        "1 0 0 0 0 0 0 0",
    ],
)
def test_lines_of_labels_that_cannot_be_used(line, tmp_path):
    make("yolo", tmp_path, YAML)
    (tmp_path / "labels" / "a.txt").write_text(f"1 0.5 0.5 0.2 0.2\n\n{line}\n9 0.5 0.5 0.2 0.2 0.75\n")
    (picture,) = read("yolo", tmp_path)
    assert counts(picture) == {"boxes whose corners can't be used": 1}
    assert [(box.label, box.score) for box in picture.boxes] == [("人", None), ("9", 0.75)]


def test_labels_without_their_picture_are_counted(tmp_path):
    make("yolo", tmp_path, YAML)
    (tmp_path / "labels" / "gone.txt").write_text("1 0.5 0.5 0.2 0.2\n" * 3)
    there, gone = read("yolo", tmp_path)
    assert there.boxes and gone.path == "" and gone.name == "gone"
    assert counts(gone) == {"boxes on pictures whose size is not known": 3}


def test_regions_without_a_size(tmp_path):
    tasks = json.loads(json.dumps(TASKS))
    del tasks[0]["annotations"][0]["result"][0]["original_width"]
    (picture,) = read("labelstudio", make("labelstudio", tmp_path, json.dumps(tasks)))
    assert picture.boxes[0].xyxy == pytest.approx((0.9, 1.2, 27.9, 25.2))
    (tmp_path / "a.png").unlink()
    (picture,) = read("labelstudio", tmp_path / "a.json")
    assert counts(picture) == {"boxes on pictures whose size is not known": 1}


@pytest.mark.parametrize("name", SOUND)
def test_files_that_are_not_there(name, tmp_path):
    (tmp_path / "empty").mkdir()
    suffix = SOUND[name][0].rpartition(".")[2]
    for path in (
        tmp_path / f"missing.{suffix}",
        tmp_path / "empty",
        tmp_path / ("n" * 300 + f".{suffix}"),
        "a\0b",
    ):
        with pytest.raises(EyeboxError):
            list(load_from([format_named(name)], path))


def test_coco_ids_that_clash(tmp_path):
    content = {
        "images": [{"id": 1, "file_name": "a.png", "width": 90, "height": 60}],
        "annotations": [{"id": 5, "image_id": 1, "category_id": 3, "bbox": [1, 2, 3, 4]}] * 2,
        "categories": [{"id": 3, "name": "a"}, {"id": 3, "name": "b"}],
    }
    (tmp_path / "boxes.json").write_text(json.dumps(content))
    with pytest.raises(EyeboxError, match="the id 3 of category 2 is taken twice"):
        read("coco", tmp_path / "boxes.json")
    content["categories"].pop()
    (tmp_path / "boxes.json").write_text(json.dumps(content))
    (picture,) = read("coco", tmp_path / "boxes.json")
    assert len(picture.boxes) == 2  # the second gets an id of its own when it is written


def test_boxes_that_reach_out_of_their_picture_are_kept_and_yolo_cuts_them(tmp_path):
    from box_set import as_export
    from eyebox.formats.losses import kinds_in, losses

    text = VOC.replace("<xmax>30<", "<xmax>300<").replace("<xmin>1<", "<xmin>-5<")
    pictures = read("voc", make("voc", tmp_path, text))
    assert pictures[0].boxes[0].xyxy == (-5, 2, 300, 40)
    export = as_export(pictures)
    assert [str(one) for one in losses("yolo", kinds_in(export))] == [
        "boxes that are cut at the edge of their picture: 1"
    ]
    (again,) = read("yolo", written("yolo", export, tmp_path / "out"))
    assert again.boxes[0].xyxy == (0, 2, 90, 40)


def test_other_layouts_of_yolo(tmp_path):
    """As Roboflow and labelImg have them: a folder a part, or everything in one with classes.txt."""
    for part in ("train", "valid"):
        (tmp_path / "robo" / part / "images").mkdir(parents=True)
        (tmp_path / "robo" / part / "labels").mkdir()
        (tmp_path / "robo" / part / "images" / f"{part}.png").write_bytes(blank_png(100, 100))
        (tmp_path / "robo" / part / "labels" / f"{part}.txt").write_text("0 0.5 0.5 0.2 0.2")
    (tmp_path / "robo" / "data.yaml").write_text(
        "train: ../train/images\nval: ../valid/images\nnc: 1\nnames: ['head']\n"
    )
    pictures = list(load_annotations(tmp_path / "robo"))
    assert [(p.name, [b.label for b in p.boxes]) for p in pictures] == [
        ("train.png", ["head"]),
        ("valid.png", ["head"]),
    ]
    assert pictures[1].extras[""]["yolo"]["split"] == "val"
    flat = tmp_path / "flat"
    flat.mkdir()
    (flat / "a.png").write_bytes(blank_png(100, 100))
    (flat / "a.txt").write_text("1 0.5 0.5 0.2 0.2 0.1 0.9 0.7 0.7")
    (flat / "classes.txt").write_text("x\n杯子\n")
    (picture,) = load_annotations(flat)
    assert picture.boxes[0].label == "杯子" and picture.boxes[0].kind == "polygon"
    (labels,) = load_annotations(tmp_path / "robo" / "train" / "labels")
    assert labels.name == "train.png" and labels.boxes[0].label == "head"
    (one,) = load_annotations(flat / "a.txt")
    assert one.boxes[0].label == "杯子" and one.path == str(flat / "a.png")


def test_pictures_of_one_name_keep_their_labels_apart(tmp_path):
    from dataclasses import replace

    export = made_set(tmp_path, 2, labels=("a",))
    pictures = []
    for picture, place in zip(export.pictures, ("x", "y"), strict=True):
        (tmp_path / place).mkdir()
        for suffix in ("png", "jpg"):
            path = tmp_path / place / f"same.{suffix}"
            path.write_bytes(blank_png(picture.record.width, picture.record.height))
            pictures.append(replace(picture, record=replace(picture.record, path=str(path))))
    export = replace(export, pictures=tuple(pictures))
    again = read("yolo", written("yolo", export, tmp_path / "out"))
    assert [(one.path, len(one.boxes)) for one in again] == [(p.record.path, len(p.boxes)) for p in pictures]


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.parametrize("name", ["coco", "cvat", "labelstudio", "csv"])
def test_two_hundred_thousand_boxes_in_one_file(name, tmp_path):
    from eyebox.formats.export import FileSink, SessionExport
    from eyebox.session.types import PictureContent, PictureRecord, SessionInfo
    from eyebox_models.protocol.box import Box

    class Many:
        def __len__(self):
            return 2000

        def __iter__(self):
            places = random.Random(1)
            for n in range(2000):
                boxes = tuple(
                    Box("dog", x := places.random() * 900, y := places.random() * 900, x + 9.5, y + 8)
                    for _ in range(100)
                )
                yield PictureContent(
                    PictureRecord(f"{n}", "s", f"/nowhere/{n}.png", f"{n}.png", "", 1000, 1000, n), boxes
                )

    path = tmp_path / f"boxes{format_named(name).SUFFIXES[0]}"
    format_named(name).dump(SessionExport(SessionInfo("s", "S", 0, 0), Many()), FileSink(path))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = sum(len(picture.boxes) for picture in load_annotations(path))
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    print(
        f"{name}: {found:,} boxes of a file of {path.stat().st_size / 1e6:.0f} MB, {taken:.0f} MB more memory"
    )
    assert found == 200_000
