"""A file of boxes in the real window: it counts as work, and closing in the middle of it leaves all in order."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import desk
from eyebox.formats import coco

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
        assert program.at_work() == ["Import of boxes"]
    program.end()
    assert not workspace.importing.is_busy
    desktop.close()
    again = start().program
    (record,) = again.workspace.pictures.records.values()
    assert [box.label for box in again.workspace.annotations.boxes_of(record.id)] == ["cup"]


def test_an_import_is_stopped_by_the_button_and_the_button_goes(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    status, importing = window.status, window.workspace.importing
    reads_on = Event()
    load = coco.load
    monkeypatch.setattr(coco, "load", lambda source: reads_on.wait(60) and load(source))
    file = tmp_path / "boxes.json"
    file.write_text('{"images": [], "annotations": []}')
    window.workspace.open_paths([str(file)])
    assert importing.is_busy and status.stop.isVisible()
    qtbot.mouseClick(status.stop, Qt.MouseButton.LeftButton)
    assert not importing.is_busy and not status.stop.isVisible()
    reads_on.set()
    (tmp_path / "bad.json").write_text('{"images": [')
    with qtbot.waitSignals([importing.busy_changed, importing.busy_changed], timeout=desk.PATIENCE):
        window.workspace.open_paths([str(tmp_path / "bad.json")])
    assert not importing.is_busy and not status.stop.isVisible()


def test_many_new_pictures_can_be_undone_each(qtbot: QtBot, start, tmp_path: Path) -> None:
    workspace = start().window.workspace
    workspace.pictures.read_automatically = False
    count = 60
    for n in range(count):
        Image.new("RGB", (60, 40), (n, 0, 0)).save(tmp_path / f"{n}.png")
    images = [{"id": n, "file_name": f"{n}.png", "width": 60, "height": 40} for n in range(count)]
    boxes = [
        {"id": n, "image_id": n // 2, "category_id": 1, "bbox": [n % 2, 1, 9, 9]} for n in range(2 * count)
    ]
    content = {"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "cup"}]}
    (tmp_path / "boxes.json").write_text(json.dumps(content))
    with qtbot.waitSignal(workspace.importing.ended, timeout=desk.PATIENCE):
        workspace.open_paths([str(tmp_path / "boxes.json")])
    assert len(workspace.pictures.records) == count
    assert workspace.sessions.name.endswith("· 0.png")  # of the first, though all came while writes waited
    for picture in (workspace.pictures.current, workspace.pictures.records.last):
        workspace.pictures.show(picture)
        model = workspace.annotations.of(picture).model
        for step, left in (("undo", 0), ("redo", 2), ("undo", 0)):
            assert getattr(workspace.history, f"can_{step}")
            getattr(workspace.history, step)()
            assert len(model) == len(workspace.store.boxes(picture)) == left
    assert sum(len(workspace.store.boxes(id)) for id in workspace.pictures.records) == 2 * (count - 2)
