"""labelme files of a whole session, through the window."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

import desk
from export_dialog import is_counted
from eyebox.formats import coco
from eyebox.formats.page_formats import FORMATS
from eyebox.window import question
from eyebox.window.exporting import ExportDialog
from eyebox_models.protocol.box import Box
from modal import answered


@pytest.mark.parametrize("way", ["export", pytest.param("export_labelme", marks=pytest.mark.thorough)])
def test_a_session_becomes_a_folder_of_labelme_files(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    window = start().window
    window.workspace.pictures.read_automatically = False
    for folder in ("a", "b", "out"):
        (tmp_path / folder).mkdir()
    for name in ("a/menu.png", "b/menu.png", "b/other.png"):
        Image.new("RGB", (60, 40), "white").save(tmp_path / name)
    window.workspace.open_paths(
        [str(tmp_path / name) for name in ("a/menu.png", "b/menu.png", "b/other.png")]
    )
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 3, timeout=desk.PATIENCE)
    for record in window.workspace.pictures.records.values():
        window.workspace.annotations.add(record.id, [Box(record.path[-12:], 1, 2, 30, 20)], "draw")
    out = tmp_path / "out"
    (out / "menu.json").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    answers = ["Cancel", "Keep them, write the others", "Replace them"]

    def choose(dialog: ExportDialog) -> None:
        dialog.what.setCurrentIndex(dialog.what.findData("labelme"))
        dialog.extent.setCurrentIndex(dialog.extent.findData(True))
        qtbot.waitUntil(lambda: is_counted(dialog))
        dialog.accept()

    def answer(box: QMessageBox) -> None:
        (button,) = [b for b in box.buttons() if b.text().replace("&", "") == answers[0]]
        del answers[0]
        button.click()

    def export() -> None:
        with answered(QMessageBox, answer):  # which files are there is looked at in the background
            if way == "export":
                with answered(ExportDialog, choose):
                    window.commands[way].trigger()
            else:
                window.commands[way].trigger()

    export()
    qtbot.waitUntil(lambda: not window.workspace.exports.is_busy, timeout=desk.PATIENCE)
    assert [file.name for file in out.iterdir()] == ["menu.json"]
    with qtbot.waitSignal(window.workspace.exports.folder_done, timeout=desk.PATIENCE) as done:
        export()
    assert done.args == [str(out), 2] and (out / "menu.json").read_text() == "mine"
    with qtbot.waitSignal(window.workspace.exports.folder_done, timeout=desk.PATIENCE) as done:
        export()
    assert done.args == [str(out), 3] and window.notice.text.text().startswith("3 file")
    written = {file.name: json.loads(file.read_text()) for file in out.iterdir()}
    assert {name: data["imagePath"] for name, data in written.items()} == {
        "menu.json": "../a/menu.png",
        "menu_2.json": "../b/menu.png",
        "other.json": "../b/other.png",
    }
    for file in written:
        window.workspace.open_paths([str(out / file)])
    assert (
        len(window.workspace.pictures.records) == 3
        and len(window.workspace.store.boxes(window.workspace.pictures.current)) == 1
    )


def test_the_selected_pictures_are_exported(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    workspace = window.workspace
    workspace.pictures.read_automatically = False
    out = tmp_path / "out"
    out.mkdir()
    for n in range(3):
        Image.new("RGB", (60, 40), "white").save(tmp_path / f"{n}.png")
    workspace.open_paths([str(tmp_path / f"{n}.png") for n in range(3)])
    qtbot.waitUntil(lambda: window.filmstrip.model.rowCount() == 3, timeout=desk.PATIENCE)
    for record in workspace.pictures.records.values():
        workspace.annotations.add(record.id, [Box("a", 1, 2, 30, 20)], "draw")
    window.filmstrip.set_current(next(iter(workspace.pictures.records)))
    window.filmstrip.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "two.json"), ""))
    forms = iter(["labelme", "coco"])
    offered: list[str] = []

    def choose(dialog: ExportDialog) -> bool:
        dialog.what.setCurrentIndex(dialog.what.findData(next(forms)))
        offered.append(dialog.extent.currentText())
        dialog.done(1)
        return True

    monkeypatch.setattr(ExportDialog, "exec", choose)
    with qtbot.waitSignal(workspace.exports.folder_done, timeout=desk.PATIENCE):
        window.commands["export"].trigger()
    assert sorted(file.name for file in out.iterdir()) == ["0.json", "1.json"]
    with qtbot.waitSignal(workspace.exports.done, timeout=desk.PATIENCE):
        window.commands["export"].trigger()
    assert len(json.loads((tmp_path / "two.json").read_text())["images"]) == 2
    assert offered == ["The selected pictures (2)"] * 2


def test_no_file_is_replaced_by_an_ending_that_was_added(
    start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    (tmp_path / "mine.json").write_text("mine")
    offered: list[str] = []

    def save_as(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_as)
    dialog = ExportDialog(True, window)
    dialog.what.setCurrentIndex(dialog.what.findData("coco"))
    monkeypatch.setattr(question, "asks", lambda *_, **__: False)
    assert dialog.ask_path("", "a/b: c" + "x" * 300) == "" and len(offered[0]) < 80 and "/" not in offered[0]
    monkeypatch.setattr(question, "asks", lambda *_, **__: True)
    assert dialog.ask_path("", "b") == str(tmp_path / "mine.json")


def test_an_export_is_stopped_and_nothing_is_left(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    workspace = window.workspace
    workspace.pictures.read_automatically = False
    for n in range(3):
        Image.new("RGB", (60, 40), "white").save(tmp_path / f"{n}.png")
    workspace.open_paths([str(tmp_path / f"{n}.png") for n in range(3)])
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 3, timeout=desk.PATIENCE)
    out = tmp_path / "boxes.json"
    asked = Event()
    dump = coco.dump
    monkeypatch.setattr(coco, "dump", lambda export, sink: asked.wait(60) and dump(export, sink))
    with qtbot.waitSignal(workspace.exports.stopped, timeout=desk.PATIENCE):
        workspace.exports.write("coco", str(out), workspace.sessions.current)
        assert workspace.exports.is_busy and window.status.stop.isVisible()
        window.commands["stop"].trigger()
        asked.set()
    assert not out.exists() and not workspace.exports.is_busy
    with qtbot.waitSignal(workspace.exports.done, timeout=desk.PATIENCE):
        workspace.exports.write("coco", str(out), workspace.sessions.current)
    assert len(json.loads(out.read_text())["images"]) == 3


def test_hocr_and_tsv_are_what_the_command_line_writes(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chosen in the dialog, which comes up the next time with the same format and in the same folder."""
    program = start()
    window, out = program.window, tmp_path / "out"
    out.mkdir()
    picture = desk.draw_menu(tmp_path / "menu.png")
    desk.drop(program, picture)
    page = window.workspace.pictures.page(desk.wait_read(qtbot, program))
    assert page
    chosen: list[tuple[str, str]] = []

    def save_as(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        chosen.append((str(Path(name).parent), Path(name).name))
        return str(out / Path(name).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_as)
    monkeypatch.setattr(
        ExportDialog, "exec", lambda dialog: bool(choices.append(dialog.format)) or choose(dialog)
    )
    choices: list[str] = []
    formats = iter(["hocr", "tsv", ""])

    def choose(dialog: ExportDialog) -> bool:
        form = next(formats)
        dialog.what.setCurrentIndex(dialog.what.findData(form))
        dialog.done(bool(form))
        return bool(form)

    for form, written in (("hocr", out / "menu.hocr"), ("tsv", out / "menu.tsv")):
        with qtbot.waitSignal(window.workspace.exports.done, timeout=desk.PATIENCE):
            window.commands["export"].trigger()
        assert written.read_text() == FORMATS[form](replace(page, image="../menu.png"))
    window.commands["export"].trigger()
    assert choices == ["text", "hocr", "tsv"]
    assert chosen == [(".", "menu.hocr"), (str(out), "menu.tsv")]
