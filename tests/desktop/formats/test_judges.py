"""Others' readers load what is written, and what they write is loaded."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from box_set import boxes_of, farthest, made_set, read, written
from eyebox.formats import load_annotations

JUDGE = Path(__file__).parents[2] / "helpers" / "format_judge.py"
LABELME = "labelme==6.3.1"
LABEL_STUDIO = "label-studio-sdk==2.1.2"
UNREACHABLE = (
    "error sending request",
    "Failed to fetch",
    "dns error",
    "Connection refused",
    "timed out",
    "No such host",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """60 pictures with all labels; names are unique without their folders, as globox wants them."""
    folder = tmp_path_factory.mktemp("judged")
    return folder, made_set(folder, 60)


def judged(*arguments, python=sys.executable):
    """What a judge has read: boxes by the bare names of their pictures."""
    done = subprocess.run(
        [python, str(JUDGE), *map(str, arguments)],
        env=os.environ | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=250,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return {Path(name).name: boxes for name, boxes in json.loads(done.stdout)}


def expected(export):
    return {one.record.name: [[box.label, *box.xyxy] for box in one.boxes] for one in export.pictures}


def same(found, wanted, within=1e-6):
    assert found.keys() == wanted.keys()
    for name, boxes in wanted.items():
        assert [box[0] for box in found[name]] == [box[0] for box in boxes], name
        for one, other in zip(found[name], boxes, strict=True):
            assert one[1:] == pytest.approx(other[1:], abs=within), name


@pytest.mark.parametrize("module", ["pycocotools", "faster_coco_eval"])
def test_coco_tools_read_boxes_and_make_masks(module, made):
    folder, export = made
    source = written("coco", export, folder / f"coco {module}")
    same(judged("coco", source, module), expected(export))


@pytest.mark.parametrize("module", ["pycocotools", "faster_coco_eval"])
def test_coco_tools_find_detections_that_are_written_to_be_right(module, made):
    """Boxes with scores against the same ones without: average precision is 1."""
    folder, export = made
    truth = written("coco", export, folder / f"truth {module}")
    content = json.loads(truth.read_text())
    answers = folder / f"answers {module}.json"
    kept = [one for one in content["annotations"] if not one["iscrowd"]]
    answers.write_text(
        json.dumps(
            [{key: one[key] for key in ("image_id", "category_id", "bbox")} | {"score": 0.5} for one in kept]
        )
    )
    imports = {
        "pycocotools": "from pycocotools.coco import COCO\nfrom pycocotools.cocoeval import COCOeval\n",
        "faster_coco_eval": "from faster_coco_eval import COCO, COCOeval_faster as COCOeval\n",
    }
    code = imports[module] + (
        "import sys; truth = COCO(sys.argv[1]); found = COCOeval(truth, truth.loadRes(sys.argv[2]), 'bbox')\n"
        "found.evaluate(); found.accumulate(); found.summarize(); print('AP', found.stats[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, truth, answers], capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout.rsplit("AP ", 1)[1]) == pytest.approx(1)


GLOBOX = {"coco": "coco", "yolo": "yolo_v5", "voc": "pascal_voc", "labelme": "labelme", "cvat": "cvat"}


@pytest.mark.parametrize("name", GLOBOX)
def test_globox_reads_and_writes(name, made):
    folder, export = made
    source, target = written(name, export, folder / f"globox {name}"), folder / f"from globox {name}"
    target.mkdir()
    more = []
    if name == "yolo":
        names = yaml.safe_load((source / "data.yaml").read_text())["names"]
        more = [folder / "images", json.dumps([*names.values()])]
        source /= "labels"
    found = judged("globox", GLOBOX[name], source, target, *more)
    same(found, expected(export))
    if name == "yolo":
        (target / "images").symlink_to(folder / "images")
        for labels in [*(target / "labels").iterdir()]:
            (place,) = (folder / "images").glob(f"*/{glob_safe(labels.stem)}.png")
            (target / "labels" / place.parent.name).mkdir(exist_ok=True)
            labels.rename(target / "labels" / place.parent.name / labels.name)
        (target / "classes.txt").write_text("\n".join(names.values()))
    files = {
        "coco": target / "boxes.json",
        "cvat": target / "boxes.xml",
        "labelme": folder / "images",  # where its file is called as the picture is
    }
    back = read(name, files.get(name, target))
    same(
        {Path(one.name).name: [[box.label, *box.xyxy] for box in one.boxes] for one in back}, expected(export)
    )
    first = next(iter(load_annotations(files.get(name, target))))
    assert first.name in {one.name for one in back}


def glob_safe(name):
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def test_globox_ignores_the_rotation_of_cvat(made):
    """So it is said by count before rotated boxes are written."""
    from eyebox.formats.losses import kinds_in, losses
    from eyebox.formats.rotation import ROTATION, corners
    from eyebox_models.protocol.box import Box, enclosing

    folder, export = made
    points = corners(20, 5, 10, 4, 30)
    turned = Box("leaning", *enclosing(points), points=points, kind=ROTATION)
    one = replace(export, pictures=(replace(export.pictures[0], boxes=(turned,)),))
    source = written("cvat", one, folder / "rotated")
    (folder / "from rotated").mkdir()
    (boxes,) = judged("globox", "cvat", source, folder / "from rotated").values()
    _label, x1, y1, x2, y2 = boxes[0]
    assert (x2 - x1, y2 - y1) == pytest.approx((10, 4))
    (back,) = read("cvat", source)
    assert [value for point in back.boxes[0].points for value in point] == pytest.approx(
        [value for point in points for value in point]
    )
    assert [str(one) for one in losses("cvat", kinds_in(one))] == [
        "rotations of boxes, which many programs ignore: 1"
    ]


def environment(request, requirement):
    """The Python of an environment of its own with a package in it, made once and kept in pytest's cache."""
    from uv import find_uv_bin

    place = Path(request.config.cache.mkdir("judges")) / requirement.replace("==", "-")
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (place / "complete").exists():
        uv = find_uv_bin()
        subprocess.run(
            [uv, "venv", "--clear", "-q", "--python", sys.executable, place], check=True, timeout=240
        )
        done = subprocess.run(
            [uv, "pip", "install", "-q", "--python", python, requirement],
            capture_output=True,
            text=True,
            timeout=500,
        )
        if done.returncode and any(sign in done.stderr for sign in UNREACHABLE):
            pytest.skip(f"{requirement} can't be installed: no index is reached")
        assert done.returncode == 0, done.stderr
        (place / "complete").touch()
    return str(python)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_labelme_itself_reads_and_writes(request, made):
    folder, export = made
    python = environment(request, LABELME)
    source, target = written("labelme", export, folder / "labelme"), folder / "from labelme"
    target.mkdir()
    same(judged("labelme", source, target, python=python), expected(export), within=0)
    assert farthest(boxes_of(export.pictures), boxes_of(read("labelme", target))) == 0
    shapes = [one for file in target.glob("*.json") for one in json.loads(file.read_text())["shapes"]]
    assert {"color": "红"} in [one.get("attributes") for one in shapes]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_label_studio_itself_reads_and_writes(request, made):
    folder, export = made
    python = environment(request, LABEL_STUDIO)
    labels = [*dict.fromkeys(box.label for one in export.pictures for box in one.boxes)]
    source, target = written("labelstudio", export, folder), folder / "from label studio"
    coco = written("coco", export, folder / "for label studio")
    content = json.loads(coco.read_text())
    for one in content["annotations"]:
        del one["segmentation"]  # of which it makes a second region each
    for image in content["images"]:
        image["file_name"] = image["file_name"].removeprefix("../")
    coco.write_text(json.dumps(content))
    target.mkdir()
    found = judged("label_studio", source, target, json.dumps(labels), coco, python=python)
    full = {name: boxes for name, boxes in expected(export).items() if boxes}
    same({unquote(name): boxes for name, boxes in found.items() if boxes}, full)
    (target / "images").symlink_to(folder / "images")
    tasks = read("labelstudio", target / "tasks.json")
    same(
        {Path(one.name).name: [[box.label, *box.xyxy] for box in one.boxes] for one in tasks if one.boxes},
        full,
    )
    exported = read("coco", target / "coco" / "result.json")
    same(
        {
            Path(unquote(one.name)).name: [[box.label, *box.xyxy] for box in one.boxes]
            for one in exported
            if one.boxes
        },
        full,
    )
