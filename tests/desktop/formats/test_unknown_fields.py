"""What a file says beyond boxes goes back into a file of the same format."""

import json
from xml.etree import ElementTree

import pytest
import yaml

from box_set import as_export, blank_png, read, written
from eyebox.formats.losses import kinds_in, losses


def again(name, source, folder, change=lambda export: export):
    """A file that was read, as it is written from a session into `folder`."""
    return written(name, change(as_export(read(name, source))), folder)


@pytest.fixture
def pictures(tmp_path):
    (tmp_path / "images").mkdir()
    for n in (1, 2):
        (tmp_path / "images" / f"{n}.png").write_bytes(blank_png(200, 100))
    return tmp_path


COCO = {
    "info": {"description": "kitchen", "year": 2024},
    "licenses": [{"id": 4, "name": "CC"}],
    "images": [
        {"id": 40, "file_name": "images/1.png", "width": 200, "height": 100, "license": 4, "coco_url": "x"},
        {"id": 12, "file_name": "images/2.png", "width": 200, "height": 100},
    ],
    "annotations": [
        {
            "id": 900,
            "image_id": 12,
            "category_id": 17,
            "bbox": [10.0, 10.0, 50.0, 40.0],
            "area": 321.5,
            "iscrowd": 1,
            "segmentation": {"counts": [0, 3, 19997], "size": [100, 200]},
        },
        {
            "id": 7,
            "image_id": 40,
            "category_id": 3,
            "bbox": [1.0, 2.0, 30.0, 40.0],
            "area": 12.0,
            "iscrowd": 0,
            "segmentation": [[1, 2, 31, 2, 31, 42], [5, 5, 9, 5, 9, 9]],
            "keypoints": [1, 2, 2, 0, 0, 0],
            "num_keypoints": 1,
            "attributes": {"occluded": False, "色": "红"},
            "track": {"id": 5},
        },
    ],
    "categories": [
        {
            "id": 3,
            "name": "人",
            "supercategory": "being",
            "keypoints": ["nose", "tail"],
            "skeleton": [[1, 2]],
        },
        {"id": 17, "name": "cat", "supercategory": "animal"},
        {"id": 90, "name": "never used", "supercategory": ""},
    ],
    "version of": {"this": [1, 2]},
}


def test_coco(pictures, tmp_path):
    (pictures / "boxes.json").write_text(json.dumps(COCO))
    new = json.loads(again("coco", pictures / "boxes.json", pictures / "out").read_text())
    assert [image.pop("file_name") for image in new["images"]] == ["../images/1.png", "../images/2.png"]
    expected = json.loads(json.dumps(COCO))
    for image in expected["images"]:
        del image["file_name"]
    for content in (expected, new):
        content["annotations"].sort(key=lambda one: one["id"])
    assert new == expected


def test_a_mask_goes_with_its_box_and_new_ids_are_free(pictures):
    """A box that somebody moved has no mask any more; a new box gets an id that no other has, a new label too."""
    from dataclasses import replace

    from eyebox_models.protocol.box import Box

    (pictures / "boxes.json").write_text(json.dumps(COCO))

    def change(export):
        first, second = export.pictures
        moved = first.boxes[0].moved(5, 0)
        return replace(export, pictures=(replace(first, boxes=(Box("new", 0, 0, 5, 5), moved)), second))

    new = json.loads(again("coco", pictures / "boxes.json", pictures / "out", change).read_text())
    fresh, moved, crowd = new["annotations"]
    assert (fresh["id"], fresh["category_id"], moved["id"], crowd["id"]) == (901, 1, 7, 900)
    assert moved["segmentation"] == [[6.0, 2.0, 36.0, 2.0, 36.0, 42.0, 6.0, 42.0]] and moved["area"] == 1200.0
    assert moved["keypoints"] == [1, 2, 2, 0, 0, 0] and crowd["segmentation"]["counts"] == [0, 3, 19997]
    assert new["categories"][-1] == {"id": 1, "name": "new", "supercategory": ""}


XANYLABELING = {
    "version": "3.3.0",
    "flags": {"night": True},
    "checked": True,
    "shapes": [
        {
            "label": "杯子",
            "score": 0.75,
            "points": [[1.5, 2], [31, 2], [31, 42.25], [1.5, 42.25]],
            "group_id": 3,
            "description": "left",
            "difficult": True,
            "shape_type": "rectangle",
            "flags": {"a": True},
            "attributes": {"color": "red"},
            "kie_linking": [[1, 2]],
            "cell_id": 5,
        },
        {
            "label": "leaning",
            "score": None,
            "points": [[50, 10], [60, 20], [50, 30], [40, 20]],
            "group_id": 0,
            "description": "",
            "difficult": False,
            "shape_type": "rotation",
            "flags": {},
            "attributes": {},
            "kie_linking": [],
            "direction": 0.7853981633974483,
            "is_edited": False,
            "layer": 0,
        },
    ],
    "imagePath": "images/1.png",
    "imageData": None,
    "imageHeight": 100,
    "imageWidth": 200,
    "chat_history": [{"role": "user"}],
}


def test_xanylabeling(pictures):
    (pictures / "1.json").write_text(json.dumps(XANYLABELING))
    folder = again("xanylabeling", pictures / "1.json", pictures / "out")
    new = json.loads((folder / "1.json").read_text())
    assert new == XANYLABELING | {"imagePath": "../images/1.png"}


def test_labelme_and_xanylabeling_tell_each_other_notes_and_attributes(pictures):
    (pictures / "1.json").write_text(json.dumps(XANYLABELING))
    folder = written("labelme", as_export(read("xanylabeling", pictures / "1.json")), pictures / "labelme")
    new = json.loads((folder / "1.json").read_text())
    shape, leaning = new["shapes"]
    assert shape["points"] == [[1.5, 2], [31, 42.25]] and shape["score"] == 0.75
    assert (shape["description"], shape["group_id"], shape["attributes"]) == ("left", 3, {"color": "red"})
    assert leaning["shape_type"] == "polygon" and "kie_linking" not in shape
    folder = written("xanylabeling", as_export(read("labelme", folder)), pictures / "back")
    back = json.loads((folder / "1.json").read_text())
    assert back["shapes"][0]["points"] == XANYLABELING["shapes"][0]["points"]
    assert back["checked"] is False and back["version"] == "4.0.0" and back["flags"] == {"night": True}


VOC = """<annotation>
  <folder>VOC2012</folder>
  <filename>1.png</filename>
  <source><database>The VOC</database><annotation>PASCAL</annotation></source>
  <owner><name>somebody</name></owner>
  <size><width>200</width><height>100</height><depth>1</depth></size>
  <segmented>1</segmented>
  <object>
    <name>人 &amp; dog</name>
    <pose>Left</pose>
    <truncated>1</truncated>
    <occluded>1</occluded>
    <bndbox><xmin>1</xmin><ymin>2.5</ymin><xmax>31</xmax><ymax>42</ymax></bndbox>
    <difficult>1</difficult>
    <part><name>head</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox></part>
    <attributes><attribute><name>color</name><value>red</value></attribute></attributes>
  </object>
</annotation>
"""


def plain(element):
    """An element without what stands between others, its children in the order of their names."""
    return (
        element.tag,
        (element.text or "").strip(),
        dict(element.attrib),
        sorted(map(plain, element), key=str),
    )


def test_voc(pictures):
    (pictures / "1.xml").write_text(VOC)
    folder = again("voc", pictures / "1.xml", pictures / "out")
    text = (folder / "1.xml").read_text()
    assert "<path>../images/1.png</path>" in text
    new, old = ElementTree.fromstring(text), ElementTree.fromstring(VOC)
    new.remove(new.find("path"))
    assert plain(new) == plain(old)


CVAT = """<?xml version="1.0" encoding="utf-8"?>
<annotations>
  <version>1.1</version>
  <meta>
    <task>
      <id>30</id>
      <name>garden</name>
      <labels>
        <label><name>cat</name><color>#fa3253</color><type>any</type><attributes>
          <attribute><name>age</name><mutable>True</mutable><input_type>number</input_type><values>0;20;1</values></attribute>
        </attributes></label>
        <label><name>人</name><type>any</type></label>
      </labels>
    </task>
    <dumped>2024-01-01</dumped>
  </meta>
  <image id="0" name="images/1.png" subset="Train" task_id="30" width="200" height="100">
    <box label="cat" source="file" occluded="1" xtl="1.5" ytl="2.0" xbr="31.0" ybr="42.0" z_order="2" group_id="4">
      <attribute name="age">5</attribute>
    </box>
    <box label="cat" source="manual" occluded="0" xtl="40.0" ytl="20.0" xbr="80.0" ybr="40.0" rotation="90.0" z_order="0"/>
    <polygon label="人" source="manual" occluded="0" points="1.0,2.0;30.0,2.0;9.0,9.0" z_order="0"/>
    <cuboid label="cat" xtl1="3" ytl1="4"/>
    <tag label="night" source="manual"/>
  </image>
  <image id="1" name="images/2.png" width="200" height="100"/>
</annotations>
"""


def test_cvat(pictures):
    (pictures / "boxes.xml").write_text(CVAT)
    first, second = read("cvat", pictures / "boxes.xml")
    plain_box, rotated, polygon = first.boxes
    assert plain_box.xyxy == (1.5, 2, 31, 42) and polygon.kind == "polygon" and second.boxes == ()
    assert rotated.xyxy == pytest.approx((50, 10, 70, 50)) and rotated.kind == "rotation"
    assert rotated.points[0] == pytest.approx((70, 10))
    assert {str(kind): count for kind, count in first.left_out.items()} == {
        "rotated boxes, shown by their outlines": 1,
        "shapes of kinds that are only kept": 2,
    }
    text = again("cvat", pictures / "boxes.xml", pictures / "out").read_text()
    new, old = ElementTree.fromstring(text), ElementTree.fromstring(CVAT)
    for image in new.iter("image"):
        image.set("name", image.get("name").removeprefix("../"))
    turned = new.find("image/box[2]")
    assert [float(turned.get(key)) for key in ("xtl", "ytl", "xbr", "ybr", "rotation")] == pytest.approx(
        [40, 20, 80, 40, 90]
    )
    for image in (new, old):
        image.find("image").remove(image.find("image/box[2]"))
    old.find("image/box").set("xtl", "1.5")
    assert plain(new) == plain(old)


def test_cvat_names_labels_that_are_new(pictures):
    (pictures / "boxes.xml").write_text(CVAT.replace('label="人"', 'label="new"'))
    text = again("cvat", pictures / "boxes.xml", pictures / "out").read_text()
    names = [one.text for one in ElementTree.fromstring(text).iterfind("meta/task/labels/label/name")]
    assert names == ["cat", "人", "new"]


TASKS = [
    {
        "id": 5,
        "data": {"image": "/data/local-files/?d=images/1.png", "place": "garden"},
        "annotations": [
            {
                "id": 10,
                "completed_by": 3,
                "lead_time": 2.5,
                "result": [
                    {
                        "id": "abc",
                        "type": "rectanglelabels",
                        "from_name": "bbox",
                        "to_name": "img",
                        "original_width": 200,
                        "original_height": 100,
                        "image_rotation": 0,
                        "origin": "manual",
                        "value": {
                            "x": 5.0,
                            "y": 10.0,
                            "width": 20.0,
                            "height": 30.0,
                            "rotation": 0,
                            "rectanglelabels": ["人", "second"],
                        },
                        "meta": {"text": ["a note"], "other": 1},
                    },
                    {
                        "id": "x",
                        "type": "choices",
                        "value": {"choices": ["good"]},
                        "from_name": "q",
                        "to_name": "img",
                    },
                ],
            },
            {"id": 11, "was_cancelled": True, "result": []},
        ],
        "predictions": [{"model_version": "m", "result": []}],
        "meta": {"k": 1},
    }
]


def test_label_studio(pictures):
    (pictures / "tasks.json").write_text(json.dumps(TASKS))
    (picture,) = read("labelstudio", pictures / "tasks.json")
    (box,) = picture.boxes
    assert (
        box.label == "人"
        and box.xyxy == (10, 10, 50, 40)
        and picture.path == str(pictures / "images" / "1.png")
    )
    assert picture.extras[box.id]["description"] == "a note"
    new = json.loads(again("labelstudio", pictures / "tasks.json", pictures / "out").read_text())
    assert new[0]["data"] == {"image": "/data/local-files/?d=../images/1.png", "place": "garden"}
    new[0]["data"] = TASKS[0]["data"]
    assert new == TASKS
    same = json.loads(again("labelstudio", pictures / "tasks.json", pictures).read_text())
    assert same == TASKS


def test_label_studio_turns_around_the_top_left(pictures):
    """As its own converter has it."""
    tasks = json.loads(json.dumps(TASKS))
    value = tasks[0]["annotations"][0]["result"][0]["value"]
    value |= {"x": 50.0, "y": 20.0, "width": 10.0, "height": 40.0, "rotation": 90.0}
    (pictures / "tasks.json").write_text(json.dumps(tasks))
    (picture,) = read("labelstudio", pictures / "tasks.json")
    corners = [round(value, 9) for point in picture.boxes[0].points for value in point]
    assert corners == [100, 20, 100, 40, 60, 40, 60, 20]
    new = json.loads(again("labelstudio", pictures / "tasks.json", pictures / "out").read_text())
    found = new[0]["annotations"][0]["result"][0]["value"]
    assert [found[key] for key in ("x", "y", "width", "height", "rotation")] == pytest.approx(
        [50, 20, 10, 40, 90]
    )


@pytest.mark.parametrize(
    "address",
    [
        "images/1.png",
        "/data/local-files/?d=somewhere/images/1.png",
        "/data/upload/7/0a1b2c3d-1.png",
        "https://example.org/a/b/1.png?x=1#y",
        "s3://bucket/1.png",
        "C:\\pictures\\1.png",
    ],
)
def test_label_studio_addresses(address, pictures):
    (pictures / "1.png").write_bytes(blank_png(200, 100))
    (pictures / "tasks.json").write_text(
        json.dumps([{"id": 1, "data": {"image": address}, "annotations": []}])
    )
    (picture,) = read("labelstudio", pictures / "tasks.json")
    assert picture.path in (str(pictures / "1.png"), str(pictures / "images" / "1.png"))


def test_label_studio_predictions(pictures):
    task = {
        "data": {"image": "images/1.png"},
        "predictions": [{"model_version": "m", "score": 0.5, "result": []}],
    }
    region = {"type": "rectanglelabels", "original_width": 200, "original_height": 100, "score": 0.5, "id": "r",
              "from_name": "label", "to_name": "image", "image_rotation": 0,
              "value": {"x": 0.0, "y": 0.0, "width": 50.0, "height": 50.0, "rotation": 0, "rectanglelabels": ["a"]}}  # fmt: skip
    task["predictions"][0]["result"].append(region)
    (pictures / "tasks.json").write_text(json.dumps([task]))
    (picture,) = read("labelstudio", pictures / "tasks.json")
    assert picture.boxes[0].score == 0.5
    new = json.loads(again("labelstudio", pictures / "tasks.json", pictures / "out").read_text())
    data = {"image": "/data/local-files/?d=../images/1.png"}
    assert new == [task | {"id": 1, "annotations": [], "data": data}]


def test_yolo(pictures):
    folder = pictures / "labels"
    folder.mkdir()
    (folder / "1.txt").write_text("2 0.5 0.5 0.1 0.2\n0 0.25 0.5 0.1 0.2\n")
    (folder / "2.txt").write_text("")
    config = {
        "path": ".",
        "train": "images",
        "nc": 3,
        "names": ["dog", "never", "人"],
        "roboflow": {"version": 2},
    }
    (pictures / "data.yaml").write_text(yaml.safe_dump(config, allow_unicode=True))
    first, second = read("yolo", pictures)
    assert [(box.label, box.xyxy) for box in first.boxes] == [
        ("人", (90, 40, 110, 60)),
        ("dog", (40, 40, 60, 60)),
    ]
    assert second.boxes == () and second.path.endswith("2.png")
    out = again("yolo", pictures, pictures / "out")
    new = yaml.safe_load((out / "data.yaml").read_text())
    assert (
        new["names"] == {0: "dog", 1: "never", 2: "人"}
        and new["roboflow"] == {"version": 2}
        and new["nc"] == 3
    )
    assert (
        (out / "labels" / "1.txt")
        .read_text()
        .startswith("2 0.5000000000 0.5000000000 0.1000000000 0.2000000000\n0 ")
    )
    assert (out / "train.txt").read_text() == "./../images/1.png\n./../images/2.png\n"


@pytest.mark.parametrize("name", ["coco", "voc", "cvat", "labelstudio", "xanylabeling"])
def test_attributes_go_from_format_to_format(name, pictures):
    (pictures / "1.json").write_text(json.dumps(XANYLABELING))
    source = written(name, as_export(read("xanylabeling", pictures / "1.json")), pictures / name)
    (picture,) = read(name, source)
    assert picture.extras[picture.boxes[0].id]["attributes"] == {"color": "red"}


@pytest.mark.parametrize("name", ["coco", "voc", "cvat", "labelstudio", "xanylabeling"])
def test_attributes_that_are_no_object_are_left_out(name, pictures):
    odd = json.loads(json.dumps(XANYLABELING))
    odd["shapes"][0]["attributes"] = "red"
    (pictures / "1.json").write_text(json.dumps(odd))
    source = written(name, as_export(read("xanylabeling", pictures / "1.json")), pictures / name)
    (picture,) = read(name, source)
    assert not picture.extras.get(picture.boxes[0].id, {}).get("attributes")


def test_fields_of_one_format_are_said_to_be_lost_in_another(pictures):
    (pictures / "boxes.json").write_text(json.dumps(COCO))
    kinds = kinds_in(as_export(read("coco", pictures / "boxes.json")))
    assert [str(one) for one in losses("coco", kinds)] == []
    assert "boxes marked as a crowd: 1" in map(str, losses("voc", kinds))
    assert "fields of COCO boxes alone: 3" in map(str, losses("voc", kinds))
