"""Folders of more pictures than anybody waits for, and files that moved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

import desk
from eyebox.workspace import imported_file
from eyebox.workspace import opening as opening_module

COUNT = 12


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(opening_module, "OPENED_FIRST", 4)
    monkeypatch.setattr(opening_module, "AT_ONCE", 5)
    made = tmp_path / "many"
    made.mkdir()
    for n in range(COUNT):
        Image.new("RGB", (60, 40), (n, 0, 0)).save(made / f"p{n}.png")
    return made


def test_a_folder_of_many_shows_its_first_and_takes_the_others_as_they_are(
    qtbot: QtBot, start, folder: Path
) -> None:
    program = start()
    window = program.window
    (folder / "p7.png").write_text("this is no picture")
    desk.drop(program, folder)
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == COUNT, timeout=desk.PATIENCE)
    names = [f"p{n}.png" for n in range(COUNT)]
    assert [record.name for record in window.workspace.pictures.records.values()] == names
    qtbot.waitUntil(lambda: window.filmstrip.model.rowCount() == COUNT, timeout=desk.PATIENCE)
    assert [item.name for item in window.filmstrip.model.items()] == names
    qtbot.waitUntil(
        lambda: bool(window.workspace.pictures.pixels.get(window.workspace.pictures.current)),
        timeout=desk.PATIENCE,
    )
    assert window.workspace.pictures.records[window.workspace.pictures.current].name == "p0.png"
    stored = window.workspace.store.pictures(window.workspace.sessions.current)
    assert [record.name for record in stored] == names and not window.notice.isVisible()
    broken = window.workspace.pictures.records.at(str(folder / "p7.png"))
    window.workspace.pictures.show(broken)
    qtbot.waitUntil(lambda: window.filmstrip.model.item(broken).state == "failed", timeout=desk.PATIENCE)
    qtbot.waitUntil(window.notice.isVisible, timeout=desk.PATIENCE)
    desk.drop(program, folder)  # which only shows its first again
    qtbot.waitUntil(
        lambda: window.workspace.pictures.records[window.workspace.pictures.current].name == "p0.png",
        timeout=desk.PATIENCE,
    )
    assert len(window.workspace.pictures.records) == COUNT


def test_a_folder_whose_first_is_broken_shows_another(qtbot: QtBot, start, folder: Path) -> None:
    program = start()
    pictures = program.window.workspace.pictures
    (folder / "p0.png").write_text("this is no picture")
    desk.drop(program, folder)
    qtbot.waitUntil(
        lambda: bool(pictures.current and pictures.pixels.get(pictures.current)), timeout=desk.PATIENCE
    )
    assert pictures.records[pictures.current].name == "p1.png"


def test_a_file_of_boxes_brings_many_pictures_without_opening_them(
    qtbot: QtBot, start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imported_file, "OPENED", 4)
    window = start().window
    images = [{"id": n, "file_name": f"p{n}.png", "width": 60, "height": 40} for n in range(COUNT)]
    boxes = [
        {"id": n, "image_id": n // 2, "category_id": n % 2, "bbox": [n % 2, 1, 10, 10], "area": 100}
        for n in range(2 * COUNT)
    ]
    names = [{"id": n, "name": name} for n, name in enumerate(("cup", "plate"))]
    coco = folder / "boxes.json"
    coco.write_text(json.dumps({"images": images, "annotations": boxes, "categories": names}))
    for _ in range(2):  # the second time changes nothing
        with qtbot.waitSignal(window.workspace.importing.ended, timeout=desk.PATIENCE):
            window.workspace.open_paths([str(coco)])
        records = list(window.workspace.pictures.records.values())
        assert [(record.name, record.width) for record in records] == [
            (f"p{n}.png", 60) for n in range(COUNT)
        ]
        for record in records:
            assert [box.label for box in window.workspace.store.boxes(record.id)] == ["cup", "plate"]
    assert len(window.workspace.store.search("plate")) == COUNT
    current = window.workspace.pictures.current
    qtbot.waitUntil(lambda: bool(window.workspace.pictures.pixels.get(current)), timeout=desk.PATIENCE)


def test_a_file_that_moved_is_found_and_said_so(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    pictures = window.workspace.pictures
    for folder in ("old", "new"):
        (tmp_path / folder).mkdir()
    paths = [tmp_path / "old/a.png", tmp_path / "new/b.png"]
    for n, path in enumerate(paths):
        Image.new("RGB", (60, 40), (n, 0, 0)).save(path)
        window.workspace.open_paths([str(path)])
        qtbot.waitUntil(lambda n=n: len(pictures.records) == n + 1, timeout=desk.PATIENCE)
    first = pictures.records.at(str(paths[0]))
    pictures.pixels.remove(first)
    moved = paths[0].rename(tmp_path / "new/c.png")
    pictures.show(first)
    qtbot.waitUntil(lambda: bool(pictures.pixels.get(first)), timeout=desk.PATIENCE)
    assert "moved" in window.notice.sentence and str(moved) in window.notice.sentence
    assert window.workspace.store.picture(first).path == str(moved)
    assert window.filmstrip.model.item(first).path == str(moved)
