"""Training files of ms-swift, Qwen-VL and InternVL: written as their trainers take them, read whoever wrote them."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eyebox.formats import format_named, load_annotations
from eyebox.formats.export import FileSink, SessionExport
from eyebox.formats.losses import kinds_in, losses
from eyebox.formats.samples import CONVENTIONS, Sample, record, shown_at
from eyebox.session.types import PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from session_samples import make_picture
from sinks import dumped

SESSION = SessionInfo("s", "Receipts", 1.0, 2.0)
NAMES = ("swift", "internvl", "qwenvl")
DOG = Box("the dog", 100, 60, 300, 240)
CAT = Box("猫", 0, 0, 400, 300)


def written(name, *pictures):
    return dumped(format_named(name), SessionExport(SESSION, pictures))


def loaded(text, folder, name="a.jsonl"):
    (folder / name).write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    return list(load_annotations(folder / name))


def picture(*boxes, name="menu.png", extras=None, **values):
    return PictureContent(make_picture("s", name, **values), boxes, None, extras or {})


def places(boxes):
    return [(box.label, box.xyxy) for box in boxes]


def test_swift_fills_its_marks_in_order_with_pixels_of_the_original():
    one, empty = map(json.loads, written("swift", picture(DOG, CAT), picture(name="b.png")).splitlines())
    assert one == {
        "messages": [
            {"role": "user", "content": "<image>Find the dog, 猫 in the picture. Report the bounding box of each in "
             "JSON format with the keys bbox_2d and label."},
            {"role": "assistant", "content": "<ref-object><bbox>\n<ref-object><bbox>"},
        ],
        "images": ["menu.png"],
        "objects": {"ref": ["the dog", "猫"], "bbox": [[100, 60, 300, 240], [0, 0, 400, 300]], "bbox_type": "real"},
    }  # fmt: skip
    assert empty["messages"][1]["content"] == "There are none." and "objects" not in empty


def test_internvl_writes_lists_in_thousandths_and_the_size():
    (one,) = map(json.loads, written("internvl", picture(DOG, CAT)).splitlines())
    assert one == {
        "id": 0,
        "image": "menu.png",
        "width": 400,
        "height": 300,
        "conversations": [
            {"from": "human", "value": "<image>\nPlease detect and label the dog, 猫 in the following image and mark "
             "their positions."},
            {"from": "gpt", "value": "<ref>the dog</ref><box>[[250, 200, 750, 800]]</box>\n"
             "<ref>猫</ref><box>[[0, 0, 1000, 1000]]</box>"},
        ],
    }  # fmt: skip


def test_qwen_is_written_for_fine_tuning_of_qwen3_vl():
    (one,) = json.loads(written("qwenvl", picture(DOG)))
    question, answer = one["conversations"]
    assert one["image"] == "menu.png" and question["from"] == "human" and answer["from"] == "gpt"
    assert question["value"].startswith("<image>\nFind the dog in the picture.")
    assert question["value"].count("<image>") == 1
    assert answer["value"] == '```json\n[\n\t{"bbox_2d": [250, 200, 750, 800], "label": "the dog"}\n]\n```'


def test_qwen_of_2023_names_the_picture_in_the_text():
    sample = Sample("menu.png", 400, 300, (DOG,), ("the dog",), "Where is {labels}?", (400, 300))
    assert record(sample, CONVENTIONS["qwen_vl"], 4) == {
        "id": "identity_4",
        "conversations": [
            {"from": "user", "value": "Picture 1: <img>menu.png</img>\nWhere is the dog?"},
            {"from": "assistant", "value": "<ref>the dog</ref><box>(250,200),(750,800)</box>"},
        ],
        "width": 400,
        "height": 300,
    }


def test_qwen2_5_vl_has_pixels_of_the_resized_picture():
    shown = shown_at("qwen2_5_vl", (400, 300))
    sample = Sample("menu.png", 400, 300, (CAT,), ("猫",), "", shown)
    one = record(sample, CONVENTIONS["qwen2_5_vl"], 0)
    assert one["resized"] == [392, 308] and '"bbox_2d": [0, 0, 392, 308]' in one["conversations"][1]["value"]


@pytest.mark.parametrize("name", NAMES)
@given(
    width=st.integers(30, 4000),
    height=st.integers(30, 4000),
    corners=st.lists(st.tuples(*[st.floats(0, 1)] * 4), max_size=5),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_boxes_come_back_within_the_precision_of_the_format(name, tmp_path, width, height, corners):
    boxes = [
        Box(f"盒 {n}", min(a, c) * width, min(b, d) * height, max(a, c) * width, max(b, d) * height)
        for n, (a, b, c, d) in enumerate(corners)
    ]
    lost = 0 if name == "swift" else sum(box.width <= 0 or box.height <= 0 for box in boxes)
    (read,) = loaded(written(name, picture(*boxes, width=width, height=height)), tmp_path)
    kept = boxes if name == "swift" else [box for box in boxes if box.width > 0 and box.height > 0]
    assert len(read.boxes) == len(boxes) - lost
    steps = (0, 0) if name == "swift" else (width / 1000, height / 1000)
    for old, new in zip(kept, read.boxes, strict=True):
        assert new.label == old.label
        for a, b, step in zip(old.xyxy, new.xyxy, steps * 2, strict=True):
            assert abs(a - b) <= step + 1e-9


@pytest.mark.parametrize("name", NAMES)
def test_what_is_left_out_is_said(name):
    odd = Box("a\n<box>", 1, 1, 5, 5, score=0.5)
    flat = Box("f", 390, 10, 410, 10)
    said = [str(one) for one in losses(name, kinds_in(SessionExport(SESSION, (picture(odd, flat),))))]
    assert "scores of boxes: 1" in said
    both = (
        "labels with line breaks, or with what models take for markup: 1",
        "boxes without width or height: 1",
    )
    assert all((one in said) is (name != "swift") for one in both)


def test_swift_reads_every_kind_of_objects(tmp_path):
    (tmp_path / "x.jpg").write_bytes(b"")
    lines = [
        {"messages": [{"role": "user", "content": "<image><image>Find the <ref-object>"},
                      {"role": "assistant", "content": "<bbox><bbox>"}],
         "images": ["x.jpg", "y.jpg"],
         "objects": {"ref": ["sheep"], "bbox": [[90.9, 160.8, 135, 212.8], [1, 2, 3, 4]], "image_id": [0, 1]}},
        {"messages": [{"role": "user", "content": "<image>Click"}, {"role": "assistant", "content": "at <bbox>"}],
         "images": [{"path": "z.jpg"}], "objects": {"ref": [], "bbox": [[615, 226]]}, "width": 1000, "height": 500},
        {"messages": [{"role": "assistant", "content": "<ref-object><bbox> and <ref-object><bbox>"}],
         "images": ["n.jpg"], "objects": {"ref": ["a", "b"], "bbox": [[0.1, 0.2, 0.5, 1], [0, 0, 1, 1]],
                                          "bbox_type": "norm1", "image_id": [3, 3]}, "width": 1000, "height": 500},
        {"messages": [{"role": "assistant", "content": "<bbox>"}], "images": ["u.jpg"],
         "objects": {"ref": [], "bbox": [[0, 0, 1, 1]], "bbox_type": "norm1"}},
        {"messages": [{"role": "user", "content": "<image>?"}, {"role": "assistant", "content":
         "<|object_ref_start|>a dog<|object_ref_end|><|box_start|>(500,0),(1000,500)<|box_end|>"}],
         "images": ["q.jpg"], "width": 1000, "height": 500},
    ]  # fmt: skip
    found = loaded("\n".join(map(json.dumps, lines)), tmp_path)
    assert [one.name for one in found] == ["x.jpg", "y.jpg", "z.jpg", "n.jpg", "u.jpg", "q.jpg"]
    assert found[0].path == str(tmp_path / "x.jpg")
    assert [places(one.boxes) for one in found] == [
        [("sheep", (90.9, 160.8, 135, 212.8))],
        [("sheep", (1, 2, 3, 4))],
        [("", (615, 226, 615, 226))],
        [("a", (100, 100, 500, 500)), ("b", (0, 0, 1000, 500))],
        [],
        [("a dog", (500, 0, 1000, 250))],
    ]
    assert found[2].boxes[0].kind == "point"
    assert {str(kind): count for kind, count in found[4].left_out.items()} == {
        "boxes on pictures whose size is not known": 1
    }


def test_internvl_reads_several_questions_on_a_picture_as_one(tmp_path):
    lines = [
        {"id": n, "image": "a.jpg", "width": 800, "height": 400, "conversations": [
            {"from": "human", "value": "<image>\nWhere is <ref>the left man</ref>?"},
            {"from": "gpt", "value": f"<box>[[{n}00, 0, 1000, 500]]</box>"}]}
        for n in (1, 2)
    ] + [{"id": 3, "image": ["b.jpg", "c.jpg"], "width_list": [100, 200], "height_list": [100, 200], "conversations": [
        {"from": "human", "value": "<image>\n<image>\nWhere?"},
        {"from": "gpt", "value": "In image 1 <ref>x</ref><box>[[0, 0, 500, 500]]</box>"}]}]  # fmt: skip
    one, two, three = loaded("\n".join(map(json.dumps, lines)), tmp_path)
    assert places(one.boxes) == [
        ("the left man", (80, 0, 800, 200)),
        ("the left man", (160, 0, 800, 200)),
    ]
    assert (places(two.boxes), places(three.boxes)) == ([("x", (0, 0, 50, 50))], [])
    again = written("internvl", picture(*one.boxes, name="a.jpg", extras=one.extras, width=800, height=400))
    assert [json.loads(line) for line in again.splitlines()] == lines[:2]


def test_qwen_reads_lists_of_2023_and_of_today(tmp_path):
    old = [{"id": "identity_0", "width": 1000, "height": 500, "conversations": [
        {"from": "user", "value": "Picture 1: <img>a b.jpg</img>\n框出<ref>狗</ref>"},
        {"from": "assistant", "value": "<box>(100,200),(300,400)</box>"}]}]  # fmt: skip
    (one,) = loaded(old, tmp_path, "old.json")
    assert (one.name, places(one.boxes)) == ("a b.jpg", [("狗", (100, 100, 300, 200))])
    new = {"image": ["a.jpg"], "width": 1000, "height": 500, "conversations": [
        {"from": "human", "value": "<image>\nLocate house."},
        {"from": "gpt", "value": '{\n"bbox_2d": [100, 200, 300, 400]\n}'}]}  # fmt: skip
    (one,) = loaded([[new]], tmp_path, "packed.json")
    assert (one.name, places(one.boxes)) == ("a.jpg", [("", (100, 100, 300, 200))])
    (one,) = loaded(new, tmp_path, "lines.jsonl")
    assert places(one.boxes) == [("", (100, 100, 300, 200))]


def test_numbers_beyond_1000_are_pixels_of_the_resized_picture(tmp_path):
    def of(*corners):
        return {"image": "a.jpg", "width": 2800, "height": 1400, "conversations": [
            {"from": "human", "value": "<image>\n?"},
            {"from": "gpt", "value": json.dumps([{"bbox_2d": corners, "label": "x"}])}]}  # fmt: skip

    for second, first in (
        ((1400, 700, 2800, 1400), (28, 28, 56, 56)),
        ((500, 500, 1000, 1000), (78.4, 39.2, 156.8, 78.4)),
    ):
        found = loaded([of(28, 28, 56, 56), of(*second)], tmp_path, "a.json")
        assert found[0].boxes[0].xyxy == pytest.approx(first)


@pytest.mark.parametrize("name", NAMES)
def test_other_members_and_words_stay_while_the_boxes_do(name, tmp_path):
    made = written(name, picture(DOG, CAT))
    (one,) = [json.loads(made)] if name != "qwenvl" else json.loads(made)
    turns = one.get("conversations", one.get("messages"))
    key = "content" if name == "swift" else "value"
    turns[1][key] = "Sure!\n" + turns[1][key] + "\nThat is all."
    one["system"] = {"kept": [1, "二"]}
    (read,) = loaded(json.dumps([one] if name == "qwenvl" else one), tmp_path)
    again = written(name, picture(*read.boxes, extras=read.extras))
    assert (json.loads(again)[0] if name == "qwenvl" else json.loads(again)) == one
    moved = [replace(box, x2=box.x2 - 40) for box in read.boxes]
    again = written(name, picture(*moved, extras=read.extras))
    fixed = json.loads(again)[0] if name == "qwenvl" else json.loads(again)
    assert fixed["system"] == one["system"]
    turns = fixed.get("conversations", fixed.get("messages"))
    assert turns[0] == one.get("conversations", one.get("messages"))[0]
    (read,) = loaded(again, tmp_path, "again.json" if name == "qwenvl" else "again.jsonl")
    assert [round(box.x2) for box in read.boxes] == [260, 360]


def test_formats_are_told_apart(tmp_path):
    for name in NAMES:
        file = tmp_path / f"a.{name}"
        file.write_text(written(name, picture(), picture(DOG)), encoding="utf-8")
        likely = [n for n in ("coco", "labelme", "ppocr", *NAMES) if format_named(n).sniff(file.read_bytes())]
        assert likely[0] == name


@pytest.mark.parametrize(
    "text",
    [
        '{"messages": [], "images": []}\n{',
        '{"messages": [], "images": []}\n[1]',
        '{"messages": [], "images": []}\n{"messages": 5, "images": ["a"]}',
        '{"messages": [], "images": []}\n{"messages": [5], "images": ["a"]}',
        '{"messages": [], "images": []}\n{"messages": [], "images": [5]}',
        '{"messages": [], "images": []}\n{"messages": [], "images": ["a"], "width": -4}',
        '{"messages": [], "images": []}\n{"messages": [], "images": ["a"], "objects": [1]}',
        '{"messages": [], "images": []}\n{"messages": [], "images": ["a"], "resized": [0, 1]}',
    ],
)
def test_faulty_files_are_refused_with_the_line(text, tmp_path):
    with pytest.raises(EyeboxError, match="line 2"):
        loaded(text, tmp_path)


def test_faulty_boxes_are_counted(tmp_path):
    bad = [[1, 2, 3], [5, 5, 1, 1], ["a", 1, 2, 3], [1, 2, 3, 1e300]]
    line = {"messages": [{"role": "assistant", "content": "<bbox>" * 5}], "images": ["a"],
            "objects": {"ref": [], "bbox": [*bad, [1, 2, 3, 4]]}}  # fmt: skip
    (one,) = loaded(line, tmp_path)
    assert len(one.boxes) == 1 and list(one.left_out.values()) == [4]


@pytest.mark.parametrize("speaker", [["assistant"], {"a": 1}, None, 5])
def test_what_nobody_known_says_is_no_answer(speaker, tmp_path):
    line = {"messages": [{"role": speaker, "content": "<bbox>"}], "images": ["a"],
            "objects": {"ref": ["dog"], "bbox": [[1, 2, 3, 4]]}}  # fmt: skip
    (one,) = loaded(line, tmp_path)
    assert places(one.boxes) == [("", (1, 2, 3, 4))]


def test_pictures_of_unknown_size_are_measured_by_their_file(tmp_path):
    import struct
    import zlib

    data = struct.pack(">IIBBBBB", 1000, 500, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + data
    (tmp_path / "a.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )
    one = {"image": "a.png", "conversations": [{"from": "human", "value": "<image>?"},
           {"from": "gpt", "value": '{"bbox_2d": [0, 0, 500, 500], "label": "x"}'}]}  # fmt: skip
    (read,) = loaded([one], tmp_path, "a.json")
    assert places(read.boxes) == [("x", (0, 0, 500, 250))]
    unsized = picture(DOG, name="a.png", path=str(tmp_path / "a.png"), width=0, height=0)
    format_named("qwenvl").dump(
        SessionExport(SESSION, (unsized,), (), str(tmp_path)), FileSink(tmp_path / "b.json")
    )
    assert json.loads((tmp_path / "b.json").read_text())[0]["width"] == 1000
