"""What a format loses is said in the dialog before anything is written, and the export can be given up; datasets are folders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import desk
from box_set import blank_png
from export_dialog import choose, in_dialog, is_counted
from eyebox.app import Desktop
from eyebox.formats import MODULES, load_annotations
from eyebox.jobs.background import Background
from eyebox.session.store import Store
from eyebox.window.exporting import PNG, ExportDialog
from eyebox.window.menus import file as file_menu
from eyebox.workspace.exports import Exports
from eyebox_models.protocol.box import Box
from session_samples import fill


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Three pictures; the first has a scored box and a leaning one."""
    program = start()
    workspace = program.window.workspace
    workspace.pictures.read_automatically = False
    (tmp_path / "images").mkdir()
    for n in range(3):
        (tmp_path / "images" / f"{n}.png").write_bytes(blank_png(100, 50))
    workspace.open_paths([str(tmp_path / "images" / f"{n}.png") for n in range(3)])
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 3, timeout=desk.PATIENCE)
    first = next(iter(workspace.pictures.records))
    leaning = Box("plate", 0, 0, 20, 20, points=((10, 0), (20, 10), (10, 20), (0, 10)), kind="polygon")
    workspace.annotations.add(first, [Box("杯子", 1, 2, 30, 20, score=0.5), leaning], "draw")
    workspace.pictures.show(first)
    return program


def test_what_a_format_loses_is_said_before_and_the_export_given_up(
    qtbot: QtBot, program: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: dict[str, list[str]] = {}
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: pytest.fail("it was given up"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("it was given up"))

    def look(dialog: ExportDialog, save) -> None:
        assert [dialog.what.itemData(n) for n in range(dialog.what.count()) if dialog.what.itemData(n)] == [
            *MODULES,
            PNG,
        ]
        for form in (*MODULES, PNG):
            choose(dialog, form)
            said[form] = dialog.lost.text().splitlines()
        choose(dialog, "yolo")
        dialog.extent.setCurrentIndex(dialog.extent.findData(True))
        qtbot.waitUntil(lambda: dialog.lost.text().count("•") == 2, timeout=desk.PATIENCE)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(qtbot, program, look)
    assert said["yolo"] == [
        "What this format loses:",
        "• scores of boxes: 1",
        "• outlines of boxes that lean or have more corners: 1",
    ]
    assert said["text"] == ["What this format loses:", "• boxes: 2"]
    assert said["coco"] == said["xanylabeling"] == said[PNG] == []
    assert not program.window.workspace.exports.is_busy


def test_a_dataset_is_written_into_a_folder_and_replaced_as_a_whole(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports, out = program.window.workspace.exports, tmp_path
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    asked: list[list[str]] = []

    def ask(box: QMessageBox) -> None:
        asked.append([button.text().replace("&", "") for button in box.buttons()])
        (replaces,) = [button for button in box.buttons() if "Replace" in button.text()]
        replaces.click()

    monkeypatch.setattr(file_menu.QMessageBox, "exec", ask)

    def save_all(dialog: ExportDialog, save) -> None:
        choose(dialog, "yolo")
        dialog.extent.setCurrentIndex(dialog.extent.findData(True))
        qtbot.waitUntil(lambda: is_counted(dialog), timeout=desk.PATIENCE)
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)

    for files in (5, 5):
        with qtbot.waitSignal(exports.folder_done, timeout=desk.PATIENCE) as done:
            in_dialog(qtbot, program, save_all)
        assert done.args == [str(out), files]
    assert [sorted(texts) for texts in asked] == [["Cancel", "Replace them"]]
    assert sorted(str(file.relative_to(out)) for file in out.rglob("*.*") if file.suffix in (".txt", ".yaml")) == [
        "data.yaml", "labels/0.txt", "labels/1.txt", "labels/2.txt", "train.txt",
    ]  # fmt: skip
    pictures = list(load_annotations(out))
    assert [len(picture.boxes) for picture in pictures] == [2, 0, 0]
    assert pictures[0].path == str(tmp_path / "images" / "0.png") and pictures[0].boxes[0].label == "杯子"


def test_the_boxes_of_a_folder_are_imported_by_its_key(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "1.txt").write_text("0 0.5 0.5 0.2 0.2\n")
    (tmp_path / "classes.txt").write_text("cat\n")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    workspace = program.window.workspace
    with qtbot.waitSignal(workspace.importing.ended, timeout=desk.PATIENCE):
        QTest.keyClick(
            program.window,
            Qt.Key.Key_I,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    second = workspace.pictures.records.at(str(tmp_path / "images" / "1.png"))
    assert [box.label for box in workspace.store.boxes(second)] == ["cat"]


@pytest.mark.parametrize("kinds, saved", [({}, True), ({"scores": 3}, False)])
def test_saved_before_everything_is_counted_it_waits(
    qtbot: QtBot, kinds: dict[str, int], saved: bool
) -> None:
    counted = []
    over = QWidget()
    qtbot.addWidget(over)
    dialog = ExportDialog(True, over, "voc", count=lambda _extent, done: counted.append(done) or Event())
    dialog.show()
    save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    save.click()
    assert dialog.isVisible() and dialog.lost.text().startswith("Looking")
    counted[-1](kinds)
    assert dialog.isVisible() is not saved
    if not saved:
        assert dialog.lost.text().splitlines() == ["What this format loses:", "• scores of boxes: 3"]
        save.click()
        assert not dialog.isVisible()


def test_what_there_is_is_counted_without_a_file_too(qtbot: QtBot) -> None:
    background = Background()
    with Store.in_memory() as store:
        session, picture, _chat = fill(store)
        store.save_boxes(picture.id, [Box("a", 0, 0, 1, 1, score=0.5)])
        exports = Exports(store, background)
        found: list[Mapping[str, int]] = []
        exports.count(session, None, found.append)
        exports.count(session, [picture.id], found.append).set()
        qtbot.waitUntil(lambda: bool(found), timeout=desk.PATIENCE)
        assert background.wait(desk.PATIENCE)
    QApplication.processEvents()
    assert [one["scores"] for one in found] == [1]
