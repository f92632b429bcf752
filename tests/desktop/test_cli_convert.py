"""`eyebox convert`, `export` and `import`: every pair of formats, what is lost is said, and the sessions stay whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from eyebox.__main__ import main
from eyebox.cli import import_boxes
from eyebox.cli.convert import NAMES
from eyebox.folders import Folders
from eyebox.formats import format_named, load_annotations, load_from
from eyebox.running import LOCK
from eyebox.session.review import BoxState, Change, ReviewStep
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, PictureRecord, Turn
from eyebox_models.protocol.box import Box, new_id

SIZE = (640, 480)
TOLERANCE = {"hocr": 0.51, "internvl": 0.33, "qwenvl": 0.33, "yolo": 1e-3, "voc": 1e-3}


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def pictures(tmp_path):
    """Four pictures: with boxes, with Chinese labels, without any, with a crowd."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    names = ["a.png", "图 1.png", "empty.png", "crowd.png"]
    for name in names:
        Image.new("RGB", SIZE, "white").save(folder / name)
    return [folder / name for name in names]


TRUTH = [
    [("dog", (100, 96, 200, 240)), ("dog", (0, 0, 640, 480))],
    [("发票 号", (320, 48, 448, 144)), ("cat", (64, 24, 128, 72))],
    [],
    [("people", (32, 48, 96, 144))],
]


@pytest.fixture
def dataset(tmp_path, pictures):
    """The pictures' boxes as COCO, in a folder of its own."""
    labels = sorted({label for boxes in TRUTH for label, _box in boxes})
    annotations = [
        {"id": n, "image_id": image, "category_id": labels.index(label) + 1, "iscrowd": int(label == "people"),
         "bbox": [x1, y1, x2 - x1, y2 - y1], "area": (x2 - x1) * (y2 - y1), "segmentation": []}
        for n, (image, label, (x1, y1, x2, y2)) in enumerate(
            ((image, *box) for image, boxes in enumerate(TRUTH) for box in boxes), 1
        )
    ]  # fmt: skip
    images = [
        {"id": n, "file_name": f"../pictures/{path.name}", "width": 640, "height": 480}
        for n, path in enumerate(pictures)
    ]
    file = tmp_path / "sets" / "truth.json"
    file.parent.mkdir()
    categories = [{"id": n, "name": label} for n, label in enumerate(labels, 1)]
    file.write_text(json.dumps({"images": images, "annotations": annotations, "categories": categories}))
    return file


def target(folder: Path, name: str) -> Path:
    """Where a format is written to."""
    form = format_named(name)
    folder.mkdir(exist_ok=True)
    return folder / "many" if form.SCOPE != "set" else folder / f"out{form.SUFFIXES[0]}"


def content(path: Path, name: str) -> dict[str, list[tuple[str, tuple[float, ...]]]]:
    """Boxes by the names of pictures; those without any may be missing."""
    return {
        Path(one.name or one.path).name: sorted((box.label, box.xyxy) for box in one.boxes)
        for one in load_from([format_named(name)], path)
    }


def check(found, tolerance):
    assert {name for name, boxes in found.items() if boxes} == {"a.png", "图 1.png", "crowd.png"}
    for name, truth in zip(("a.png", "图 1.png", "empty.png", "crowd.png"), TRUTH, strict=True):
        got = found.get(name, [])
        assert [label for label, _corners in got] == sorted(label for label, _corners in truth)
        for (_label, corners), (_same, wanted) in zip(got, sorted(truth), strict=True):
            assert corners == pytest.approx(wanted, abs=tolerance)


@pytest.mark.parametrize("name", NAMES)
def test_each_format_is_converted_to_each_other(dataset, tmp_path, name):
    first = target(tmp_path / "first", name)
    assert main(["convert", "--from", "coco", "--to", name, str(dataset), str(first)]) == 0
    check(content(first, name), TOLERANCE.get(name, 1e-9))
    for other in NAMES:
        second = target(tmp_path / f"to {other}", other)
        assert main(["convert", "--to", other, "--from", name, str(first), str(second)]) == 0
        check(content(second, other), TOLERANCE.get(name, 1e-9) + TOLERANCE.get(other, 1e-9))


@pytest.mark.parametrize("name", NAMES)
def test_the_format_is_guessed(dataset, tmp_path, name):
    first = target(tmp_path / "first", name)
    assert main(["convert", "--to", name, str(dataset), str(first)]) == 0
    assert main(["convert", "--to", "coco", str(first), str(tmp_path / "again.json")]) == 0
    check(content(tmp_path / "again.json", "coco"), TOLERANCE.get(name, 1e-9))


def test_a_file_where_a_folder_is_needed_is_named(dataset, tmp_path, capsys):
    (tmp_path / "boxes").touch()
    assert main(["convert", "--to", "voc", str(dataset), str(tmp_path / "boxes")]) == 1
    assert "is a file, where a folder is needed" in capsys.readouterr().err


@pytest.mark.parametrize("family", ["qwen_vl", "qwen2_vl", "qwen2_5_vl", "qwen3_vl"])
def test_qwen_is_written_for_whom_one_teaches(dataset, tmp_path, family):
    out, again = tmp_path / "out.json", tmp_path / "again.json"
    assert main(["convert", "--to", "qwenvl", "--family", "qwen3_vl", str(dataset), str(out)]) == 0
    assert main(["convert", "--to", "qwenvl", "--family", family, str(out), str(again)]) == 0
    check(content(again, "qwenvl"), 0.7)
    one = json.loads(again.read_text())[0]
    mark = {"qwen_vl": "</ref><box>(", "qwen2_vl": "<|box_start|>("}.get(family, '"bbox_2d": [')
    assert mark in one["conversations"][1]["value"]
    assert ("resized" in one) is (family == "qwen2_5_vl") and ("image" in one) is (family != "qwen_vl")
    assert main(["convert", "--to", "coco", "--family", family, str(out), str(again)]) == 2


def test_what_is_lost_is_one_line_a_kind_and_strict_fails(dataset, tmp_path, capsys):
    assert main(["convert", "--to", "voc", str(dataset), str(tmp_path / "voc")]) == 0
    assert "boxes marked as a crowd: 1" in capsys.readouterr().err
    assert main(["convert", "--strict", "--to", "voc", str(dataset), str(tmp_path / "voc")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert all(line.startswith("eyebox: Pascal VOC") for line in lines) and len(lines) == len(set(lines))
    assert (tmp_path / "voc" / "a.xml").exists()
    assert main(["convert", "--strict", "--to", "coco", str(dataset), str(tmp_path / "b.json")]) == 0
    assert capsys.readouterr().err == ""


def test_standard_output_takes_one_file(dataset, capfdbinary):
    assert main(["convert", "--to", "csv", str(dataset), "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbfpicture,what,text")
    assert main(["convert", "--to", "yolo", str(dataset), "-"]) == 1
    captured = capfdbinary.readouterr()
    assert captured.out == b"" and b"several files" in captured.err


def test_faulty_files_are_complained_about_and_the_old_target_stays(tmp_path, capsys):
    (tmp_path / "bad.json").write_text('{"images": [')
    (tmp_path / "out.csv").write_text("old")
    assert main(["convert", "--to", "csv", str(tmp_path / "bad.json"), str(tmp_path / "out.csv")]) == 1
    assert "not a sound JSON file" in capsys.readouterr().err
    assert (tmp_path / "out.csv").read_text() == "old"
    assert main(["convert", "--to", "csv", str(tmp_path / "none.json"), str(tmp_path / "out.csv")]) == 1
    assert main(["convert", "--to", "dance", "a", "b"]) == 2
    assert main(["convert", "a", "b"]) == 2


def test_what_was_read_before_a_fault_is_written(tmp_path, capsys):
    source = tmp_path / "Label.txt"
    source.write_text(
        'a.png\t[{"transcription": "x", "points": [[0, 0], [4, 0], [4, 4], [0, 4]]}]\nb.png\t{\n'
    )
    assert main(["convert", "--to", "csv", str(source), str(tmp_path / "out.csv")]) == 1
    assert "line 2" in capsys.readouterr().err
    assert [one.name for one in load_annotations(tmp_path / "out.csv")] == ["a.png"]
    source.write_text('a.png\t[{"transcription": "x", "points": []}]\n')
    assert main(["convert", "--to", "csv", str(source), str(tmp_path / "out.csv")]) == 0
    assert "boxes whose corners can't be used: 1" in capsys.readouterr().err
    assert main(["convert", "--strict", "--to", "csv", str(source), str(tmp_path / "out.csv")]) == 1


def test_a_session_is_imported_and_exported_again(dataset, pictures, tmp_path, capsys, home):
    assert main(["import", str(dataset)]) == 0
    with Store.open(Folders.under(home).sessions) as store:
        (info,) = store.sessions()
        assert (info.name, info.pictures) == ("truth", 4)
        records = store.pictures(info.id)
        assert [record.path for record in records] == list(map(str, pictures))
        assert {(record.width, record.height) for record in records} == {SIZE}
    out = tmp_path / "out.json"
    for wanted in ("truth", info.id, "TRUTH"):
        assert main(["export", wanted, "--format", "coco", "-o", str(out)]) == 0
        check(content(out, "coco"), 1e-9)
    assert main(["export", str(pictures[0]), str(pictures[3]), "--format", "swift", "-o", str(out)]) == 0
    assert set(content(out, "swift")) == {"a.png", "crowd.png"}
    assert main(["export", "truth", "--format", "labelme", "-o", str(tmp_path / "labelme")]) == 0
    check(content(tmp_path / "labelme", "labelme"), 1e-9)
    assert main(["export", "truth", "--format", "voc", "--strict", "-o", str(tmp_path / "voc")]) == 1
    capsys.readouterr()
    assert main(["export", "nothing", "--format", "coco", "-o", str(out)]) == 1
    assert "There is no session nothing" in capsys.readouterr().err


def test_importing_again_adds_nothing_twice_and_goes_into_the_named_session(dataset, tmp_path, home, capsys):
    assert main(["import", str(dataset)]) == 0
    assert main(["import", str(dataset), "--session", "truth"]) == 0
    more = tmp_path / "sets" / "more.csv"
    more.write_text(
        "picture,what,text,score,source,x1,y1,x2,y2\r\n../pictures/empty.png,box,new,,,1,2,3,4\r\n"
    )
    assert main(["import", str(more), "--session", "truth"]) == 0
    with Store.open(Folders.under(home).sessions) as store:
        (info,) = store.sessions()
        boxes = [box.label for record in store.pictures(info.id) for box in store.boxes(record.id)]
    assert sorted(boxes) == sorted([label for truth in TRUTH for label, _box in truth] + ["new"])
    (tmp_path / "elsewhere").mkdir()
    (moved := tmp_path / "elsewhere" / "moved.csv").write_text(more.read_text().replace(",new,", ",named,"))
    assert main(["import", str(moved), "--session", "truth"]) == 0
    with Store.open(Folders.under(home).sessions) as store:
        named = [box.label for record in store.pictures(info.id) for box in store.boxes(record.id)]
    assert sorted(named) == sorted([*boxes, "named"])
    assert main(["import", str(more), "--session", "0" * 32]) == 1
    assert "no session with the id" in capsys.readouterr().err
    assert main(["import", str(more), "--session", "other"]) == 0
    assert main(["export", "other", "--format", "coco", "-o", str(tmp_path / "other.json")]) == 0
    assert set(content(tmp_path / "other.json", "coco")) == {"empty.png"}
    assert main(["import", str(more)]) == 0
    assert main(["import", str(more)]) == 0
    assert main(["import", str(more), "--session", "more"]) == 1
    assert "Several sessions are called more" in capsys.readouterr().err


def test_pictures_that_are_missing_are_counted(tmp_path, capsys, home):
    (tmp_path / "a.csv").write_text(
        "picture,what,text,score,source,x1,y1,x2,y2\r\ngone.png,box,x,,,1,2,3,4\r\n"
    )
    assert main(["import", str(tmp_path / "a.csv")]) == 1
    assert "pictures that were not found: 1" in capsys.readouterr().err


def test_a_picture_inside_of_a_file_is_kept(tmp_path, home):
    import base64

    Image.new("RGB", (8, 6), "red").save(tmp_path / "inside.png")
    data = base64.b64encode((tmp_path / "inside.png").read_bytes()).decode()
    shape = {"label": "x", "points": [[1, 2], [3, 4]], "shape_type": "rectangle"}
    (tmp_path / "a.json").write_text(
        json.dumps(
            {"shapes": [shape], "imagePath": "b.png", "imageData": data, "imageWidth": 8, "imageHeight": 6}
        )
    )
    assert main(["import", str(tmp_path / "a.json")]) == 0
    with Store.open(Folders.under(home).sessions) as store:
        (record,) = store.pictures(store.sessions()[0].id)
    assert record.owned and record.name == "b.png" and Path(record.path).parent == home / "data" / "pictures"


def test_beside_a_running_program_only_it_changes_its_sessions(dataset, home, capsys, monkeypatch, tmp_path):
    assert main(["import", str(dataset)]) == 0
    (home / "data" / LOCK).write_text(f"{os.getpid()}\neyebox\nhere\n")
    assert main(["export", "truth", "--format", "coco", "-o", str(tmp_path / "out.json")]) == 0
    assert main(["import", str(dataset), "--session", "truth"]) == 1
    assert "only it may change its sessions" in capsys.readouterr().err
    assert main(["import", str(dataset)]) == 1
    assert "does not answer" in capsys.readouterr().err
    asked = []
    monkeypatch.setattr(import_boxes, "open_in_running", lambda paths: asked.append(paths) or True)
    assert main(["import", str(dataset)]) == 0
    assert asked == [[str(dataset)]]
    (home / "data" / LOCK).write_text("999999999\neyebox\nhere\n")
    assert main(["import", str(dataset)]) == 0


def reviewed_session(home: Path, picture: Path) -> None:
    with Store.open(Folders.under(home).sessions) as store:
        info = store.new_session("Pets")
        store.add_session(info)
        record = PictureRecord(new_id(), info.id, str(picture), picture.name, width=640, height=480)
        store.add_picture(record)
        box = Box("dog", 64, 48, 128, 96, source="model")
        store.save_boxes(record.id, [box])
        store.join_review(info.id)
        fixed = Box("dog", 64, 48, 320, 240, source="model", id=box.id)
        before = store.review_of_picture(record.id)[0].state
        change = Change(record.id, box.id, before, BoxState("fixed", fixed, before.proposed, before.origin))
        store.judge(info.id, ReviewStep(new_id(), "fixed", (change,), ((record.id, True),)), undone=False)
        store.save_boxes(record.id, [fixed])
        chat = ChatRecord(new_id(), info.id)
        store.add_chat(chat)
        store.save_turn(Turn(chat.id, "user", "hello"))


def test_corrections_are_exported(pictures, tmp_path, home, capsys):
    Folders.under(home).make()
    reviewed_session(home, pictures[0])
    capsys.readouterr()
    out = tmp_path / "out.json"
    command = ["export", "Pets", "--format", "qwenvl", "--corrections", "--pairs", "-o", str(out)]
    assert main([*command, "--family", "qwen2_vl", "--prompt", "Where are {labels}?"]) == 0
    assert "Samples: 1; pairs: 1; boxes that were read back: 1" in capsys.readouterr().err
    (sample,) = json.loads(out.read_text())
    question, answer = sample["conversations"]
    assert question["value"] == "<image>\nWhere are dog?"
    assert answer["value"].endswith("<|box_start|>(100,100),(500,500)<|box_end|>")
    (pair,) = map(json.loads, (tmp_path / "out.pairs.jsonl").read_text().splitlines())
    assert pair["rejected"]["value"].endswith("<|box_start|>(100,100),(200,200)<|box_end|>")
    assert main(["export", "Pets", "--format", "swift", "--strict", "-o", str(out)]) == 0


@pytest.mark.parametrize(
    "more",
    [
        ["--format", "coco", "--corrections"],
        ["--format", "qwenvl", "--pairs"],
        ["--format", "swift", "--corrections", "--family", "qwen2_vl"],
        ["--format", "qwenvl", "--corrections", "--family", "internvl"],
        ["--format", "qwenvl", "--corrections", "--max-pixels", "0"],
        ["--format", "dance"],
    ],
)
def test_wrong_usage(more, capsys):
    assert main(["export", "s", "-o", "out", *more]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_corrections_go_into_a_file(capsys):
    assert main(["export", "s", "-o", "-", "--format", "qwenvl", "--corrections"]) == 2
    assert "prove" in capsys.readouterr().err
    assert main(["export", "s", "-o", "a", "--format", "qwenvl"]) == 1
    assert "no sessions yet" in capsys.readouterr().err


def test_a_file_that_brings_no_picture_leaves_no_session(tmp_path, home, capsys):
    (tmp_path / "notes.txt").write_text("hello\nworld\n")
    assert main(["import", str(tmp_path / "notes.txt")]) == 1
    assert "none of its lines is the number of a class and places" in capsys.readouterr().err
    (tmp_path / "gone.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    assert main(["import", str(tmp_path / "gone.txt")]) == 1
    assert "pictures that were not found: 1" in capsys.readouterr().err
    with Store.open(Folders.of_user().sessions) as store:
        assert not store.sessions()


def test_nothing_of_qt_is_imported(dataset, tmp_path, home):
    program = (
        "import sys; from eyebox.__main__ import main\n"
        "status = main(sys.argv[1:])\n"
        "bad = {name.split('.')[0] for name in sys.modules} & {'PySide6', 'torch', 'transformers', 'numpy', 'PIL'}\n"
        "assert not bad, bad\nsys.exit(status)"
    )
    out = str(tmp_path / "out.json")
    for words in (
        ["convert", "--to", "qwenvl", str(dataset), out],
        ["import", str(dataset)],
        ["export", "truth", "--format", "coco", "-o", out],
    ):
        done = subprocess.run(
            [sys.executable, "-c", program, *words],
            env=os.environ,
            capture_output=True,
            text=True,
            timeout=240,
        )
        assert done.returncode == 0, done.stderr


def test_pairs_of_formats_are_all_that_there_are():
    assert len(NAMES) == 13
    assert {*NAMES} == {
        "coco", "yolo", "voc", "labelme", "xanylabeling", "labelstudio", "cvat", "ppocr", "hocr", "swift", "qwenvl",
        "internvl", "csv",
    }  # fmt: skip
