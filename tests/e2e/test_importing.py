"""A file of boxes in the real window: it counts as work, and closing in the middle of it leaves all in order."""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image
from pytestqt.qtbot import QtBot

import desk

PICTURES = 300


def test_closing_in_the_middle_of_an_import(qtbot: QtBot, start, tmp_path: Path) -> None:
    desktop = start()
    program, workspace = desktop.program, desktop.program.workspace
    workspace.pictures.read_automatically = False
    Image.new("RGB", (60, 40), "white").save(tmp_path / "0.png")
    with qtbot.waitSignal(workspace.pictures.opened, timeout=desk.PATIENCE):
        workspace.open_paths([str(tmp_path / "0.png")])
    images = [{"id": n, "file_name": f"{n}.png", "width": 60, "height": 40} for n in range(PICTURES)]
    boxes = [{"id": n, "image_id": n, "category_id": 1, "bbox": [1, 1, 9, 9]} for n in range(PICTURES)]
    content = {"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "cup"}]}
    (tmp_path / "boxes.json").write_text(json.dumps(content))
    with qtbot.waitSignal(workspace.importing.progressed, timeout=desk.PATIENCE):
        workspace.open_paths([str(tmp_path / "boxes.json")])
        assert program.is_busy()
    program.end()
    assert not workspace.importing.is_busy
    desktop.close()
    again = start().program
    (record,) = again.workspace.pictures.records.values()
    assert [box.label for box in again.workspace.annotations.boxes_of(record.id)] == ["cup"]
