"""Folders with files of boxes bring these along; what could not be used of them is counted; marks of whole pictures come too."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import desk
from box_set import blank_png
from eyebox.formats.export import StoredPictures, gather

LABELS = "1 0.5 0.5 0.2 0.2\n1 7 7 7 7\n"


def yolo_folder(folder: Path, count: int) -> Path:
    """A dataset as Ultralytics has it."""
    for name in ("images", "labels"):
        (folder / name).mkdir(parents=True)
    for n in range(count):
        (folder / "images" / f"{n}.png").write_bytes(blank_png(100, 50))
        (folder / "labels" / f"{n}.txt").write_text(LABELS)
    (folder / "data.yaml").write_text(
        "train: images\nval: images\nnames: {0: dog, 1: 杯子}\n", encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("count", [3, 40])
def test_a_dropped_dataset_brings_pictures_and_boxes(qtbot: QtBot, start, tmp_path: Path, count: int) -> None:
    program = start()
    window, workspace = program.window, program.window.workspace
    workspace.pictures.read_automatically = False
    said: list[tuple[str, str]] = []
    workspace.opening.refused.connect(lambda *words: said.append(words))
    folder = yolo_folder(tmp_path / "set", count)
    desk.drop(program, folder)
    ids = workspace.pictures.records
    qtbot.waitUntil(
        lambda: len(ids) == count and all(len(workspace.store.boxes(id)) == 1 for id in ids),
        timeout=desk.PATIENCE,
    )
    assert [box.label for box in workspace.store.boxes(next(iter(ids)))] == ["杯子"]
    qtbot.waitUntil(lambda: bool(said), timeout=desk.PATIENCE)
    assert said[0][0] == f"set: boxes whose corners can't be used: {count}"
    # opened again, corrected boxes are left alone, and pictures without boxes get theirs
    first, second, *_others = ids
    kept = workspace.annotations.boxes_of(first)[0]
    workspace.store.save_boxes(first, [kept.moved(3, 0)])
    workspace.store.save_boxes(second, [], [box.id for box in workspace.store.boxes(second)])
    with qtbot.waitSignal(workspace.importing.ended, timeout=desk.PATIENCE):
        workspace.open_paths([str(folder)])
    assert [box.xyxy for box in workspace.store.boxes(first)] == [kept.moved(3, 0).xyxy]
    assert len(workspace.store.boxes(second)) == 1 and len(ids) == count
    assert window.isVisible()


def test_files_of_x_anylabeling_say_which_pictures_are_complete(qtbot: QtBot, start, tmp_path: Path) -> None:
    workspace = start().window.workspace
    workspace.pictures.read_automatically = False
    for n, checked in enumerate((True, False)):
        (tmp_path / f"{n}.png").write_bytes(blank_png(100, 50))
        shape = {
            "label": "a",
            "points": [[1, 2], [30, 40]],
            "shape_type": "rectangle",
            "attributes": {"color": "red"},
        }
        content = {
            "checked": checked,
            "shapes": [shape],
            "imagePath": f"{n}.png",
            "imageData": None,
            "other": 5,
        }
        (tmp_path / f"{n}.json").write_text(json.dumps(content))
    workspace.open_paths([str(tmp_path)])
    ids = workspace.pictures.records
    qtbot.waitUntil(
        lambda: len(ids) == 2 and all(len(workspace.store.boxes(id)) == 1 for id in ids),
        timeout=desk.PATIENCE,
    )
    qtbot.waitUntil(
        lambda: workspace.store.is_complete(ids.at(str(tmp_path / "0.png"))), timeout=desk.PATIENCE
    )
    assert not workspace.store.is_complete(ids.at(str(tmp_path / "1.png")))
    contents = gather(StoredPictures(workspace.store, workspace.sessions.current)).pictures
    for picture in contents:
        assert picture.extras[picture.boxes[0].id]["attributes"] == {"color": "red"}
        assert picture.extras[""] == {"xanylabeling": {"other": 5}}


def test_a_folder_of_files_that_hold_their_pictures_is_opened_and_what_failed_before_is_over(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window, workspace = program.window, program.window.workspace
    workspace.pictures.read_automatically = False
    (tmp_path / "cut.png").write_bytes(blank_png(60, 40)[:40])
    desk.drop(program, tmp_path / "cut.png")
    qtbot.waitUntil(lambda: "cut.png" in window.notice.sentence, timeout=desk.PATIENCE)
    folder = tmp_path / "labelme"
    folder.mkdir()
    for n in range(2):
        inside = b64encode(blank_png(60 + n, 40)).decode()
        shape = {"label": "cup", "points": [[1, 1], [11, 11]], "shape_type": "rectangle"}
        content = {"shapes": [shape], "imagePath": f"{n}.png", "imageData": inside}
        (folder / f"{n}.json").write_text(json.dumps(content | {"imageWidth": 60 + n, "imageHeight": 40}))
    desk.drop(program, folder)
    ids = workspace.pictures.records
    qtbot.waitUntil(
        lambda: len(ids) == 2 and all(len(workspace.store.boxes(id)) == 1 for id in ids),
        timeout=desk.PATIENCE,
    )
    qtbot.waitUntil(lambda: not window.notice.sentence, timeout=desk.PATIENCE)
