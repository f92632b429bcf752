"""Batches in the real window, by keys and mouse: begun, paused, gone on with after a restart, tried again, opened."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from engines import write_script
from eyebox.app import Desktop
from eyebox.batch_page.page import BatchPage
from eyebox.batches.job import BatchJob
from eyebox_models.protocol.ask import ModelRef


def pictures(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        Image.new("RGB", (40, 30), "white").save(folder / f"图 {n}.png")
    return folder


def open_page(qtbot: QtBot, program: Desktop) -> BatchPage:
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=desk.PATIENCE)
    QTest.keyClick(
        program.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    page = program.window.batch_controller.page
    assert page is not None and page.isVisible()
    return page


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def press(widget: Any) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Space)


def test_videos_that_were_passed_over_are_told_also_later(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    folder = pictures(tmp_path / "mixed", 1)
    (folder / "film.mp4").write_bytes(b"no video at all")
    batches = program.window.workspace.batches
    name = batches.start(BatchJob(sources=(str(folder),), output=str(tmp_path / "out.csv")))
    qtbot.waitUntil(lambda: batches.info(name).standing == "ended", timeout=desk.PATIENCE)
    for desktop in (program, start()):
        page = open_page(qtbot, desktop)
        qtbot.waitUntil(page.videos.isVisible)
        assert page.videos.text().startswith("1 video passed over")


def test_a_batch_is_begun_by_the_form_fails_in_part_and_is_tried_again(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    folder = pictures(tmp_path / "scans", 4)
    model = write_script(
        tmp_path,
        {
            "answers": [
                {"picture": "2.png", "steps": [{"fail": "It is empty."}]},
                {"steps": [{"text": "a cat"}]},
            ]
        },
        "model.json",
    )
    page = open_page(qtbot, program)
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    form = page.form
    assert form.isVisible() and page.focusWidget() is form.kind
    press(form.start)
    assert "Add pictures" in form.problem.text()
    form.kind.setCurrentIndex(form.kind.findData("ask"))
    form.kind.activated.emit(form.kind.currentIndex())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)
    assert form.output.text() == str(tmp_path / "scans results.xlsx")
    form.format.setCurrentIndex(form.format.findData(".jsonl"))
    form.format.activated.emit(form.format.currentIndex())
    form.who.choose(ModelRef(model))
    form.prompt.setFocus()
    QTest.keyClicks(form.prompt, "What is it?")
    out = tmp_path / "scans results.jsonl"
    assert form.output.text() == str(out)
    with qtbot.waitSignal(program.program.workspace.batches.ended, timeout=desk.PATIENCE):
        press(form.start)
    assert page.title.whole == "scans results"
    assert page.standing.text() == "Pages done: 3 · not: 1"
    assert [row["state"] for row in rows(out)] == ["done", "done", "failed", "done"]
    assert page.rows.rowCount() == 1
    assert page.rows.index(0, 0).data() == "图 2.png"
    assert page.rows.index(0, 4).data() == "It is empty."
    page.every.click()
    assert page.rows.rowCount() == 4
    page.resize(page.minimumSize())
    across = page.table.horizontalHeader()
    qtbot.waitUntil(lambda: across.length() <= page.table.viewport().width(), timeout=desk.PATIENCE)
    beside_reasons = page.table.columnWidth(0)
    page.wrong.click()

    write_script(tmp_path, {"answers": [{"steps": [{"text": "now"}]}]}, "model.json")
    program.program.lanes["model"].unload()
    page.table.selectRow(0)
    with qtbot.waitSignal(program.program.workspace.batches.ended, timeout=desk.PATIENCE):
        press(page.retry_page)
    assert [row["text"] for row in rows(out)] == ["a cat", "a cat", "now", "a cat"]
    assert page.nothing.isVisible()

    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _file: False)
    press(page.results)
    qtbot.waitUntil(lambda: str(out) in page.problem.text(), timeout=desk.PATIENCE)
    page.every.click()
    assert page.table.columnWidth(0) > beside_reasons  # there are none any more
    qtbot.waitUntil(lambda: across.length() <= page.table.viewport().width())
    page.table.selectRow(1)
    page.table.setFocus()
    with qtbot.waitSignal(program.program.workspace.pictures.shown, timeout=desk.PATIENCE):
        press(page.open_page)
    assert program.window.batch_controller.page is None


def test_it_pauses_goes_on_and_is_there_after_a_restart(qtbot: QtBot, start, tmp_path: Path) -> None:
    folder = pictures(tmp_path / "scans", 3)
    gate = tmp_path / "gate"
    answers = [
        {"picture": "1.png", "steps": [{"wait_for": str(gate)}, {"text": "b"}]},
        {"steps": [{"text": "a"}]},
    ]
    model = write_script(tmp_path, {"answers": answers}, "model.json")
    out = tmp_path / "out.jsonl"
    job = BatchJob("ask", ModelRef(model), prompt="?", sources=(str(folder),), output=str(out))
    program = start()
    batches = program.program.workspace.batches
    name = batches.start(job)
    page = open_page(qtbot, program)
    qtbot.waitUntil(
        lambda: page.pause.isVisible() and batches.info(name).counts["running"] > 0, timeout=desk.PATIENCE
    )
    QTest.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    assert page.standing.text().startswith("Paused")
    assert batches.info(name).counts["running"] == 0
    QTest.mouseClick(page.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: batches.info(name).counts["running"] > 0, timeout=desk.PATIENCE)
    page.close()
    program.close()

    gate.touch()
    again = start()
    with qtbot.waitSignal(again.program.workspace.batches.ended, timeout=desk.PATIENCE) as ended:
        again.program.workspace.batches.begin()
    assert ended.args == [name]
    assert sorted(row["text"] for row in rows(out)) == ["a", "a", "b"]
    assert again.window.notice.isVisible() and name in again.window.notice.sentence
    page = open_page(qtbot, again)
    with qtbot.waitSignal(again.program.workspace.batches.changed, timeout=desk.PATIENCE):
        QTest.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    assert page.list.count() == 0 and page.empty.isVisible()


def test_one_that_has_not_ended_is_given_up_only_when_somebody_agrees(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch
) -> None:
    folder = pictures(tmp_path / "scans", 2)
    answers = [{"picture": "1.png", "steps": [{"wait": None}]}, {"steps": [{"text": "a"}]}]
    model = write_script(tmp_path, {"answers": answers}, "model.json")
    out = tmp_path / "out.jsonl"
    program = start()
    batches = program.program.workspace.batches
    name = batches.start(
        BatchJob("ask", ModelRef(model), prompt="?", sources=(str(folder),), output=str(out))
    )
    qtbot.waitUntil(lambda: batches.info(name).counts["done"] == 1, timeout=desk.PATIENCE)
    page = open_page(qtbot, program)
    controller = program.window.batch_controller
    monkeypatch.setattr(controller, "confirm_giving_up", lambda _name: False)
    QTest.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    assert page.current == name and batches.running == [name]
    monkeypatch.setattr(controller, "confirm_giving_up", lambda _name: True)
    QTest.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.list.count() == 0, timeout=desk.PATIENCE)
    assert [row["state"] for row in rows(out)] == ["done", "waiting"]


def test_a_model_that_is_not_there_pauses_it_with_the_reason(qtbot: QtBot, start, tmp_path: Path) -> None:
    folder = pictures(tmp_path / "scans", 2)
    job = BatchJob(
        "ask",
        ModelRef(f"scripted:{tmp_path}/none.json"),
        prompt="?",
        sources=(str(folder),),
        output=str(tmp_path / "o.csv"),
    )
    program = start()
    batches = program.program.workspace.batches
    name = batches.start(job)
    qtbot.waitUntil(lambda: not batches.running, timeout=desk.PATIENCE)
    page = open_page(qtbot, program)
    assert page.current == name
    assert "cannot be read" in page.problem.text() and page.problem.isVisible()


def test_a_preset_fills_the_form_and_is_kept(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    page = open_page(qtbot, program)
    page.show_form()
    form = page.form
    place = next(n for n in range(form.kind.count()) if form.kind.itemText(n) == "Check content")
    form.kind.setCurrentIndex(place)
    form.kind.activated.emit(place)
    assert "suitable" in form.schema.toPlainText() and form.note.isVisible()
    form.prompt.setPlainText("Is it fit for children?")
    form.preset_kept.emit(form.job(), "For children")
    assert form.kind.findText("For children") > 0
    form.preset_forgotten.emit("For children")
    assert form.kind.findText("For children") < 0


def test_a_program_is_started_at_the_end_without_a_shell(qtbot: QtBot, start, tmp_path: Path) -> None:
    folder, copied = pictures(tmp_path / "scans", 1), tmp_path / "copied $(touch x)"
    model = write_script(tmp_path, {"answers": [{"steps": [{"text": "a"}]}]}, "model.json")
    job = BatchJob(
        "ask", ModelRef(model), prompt="?", sources=(str(folder),), output=str(tmp_path / "o.jsonl")
    )
    code = "import shutil, sys; shutil.copy(sys.argv[2], sys.argv[1])"
    command = shlex.join([sys.executable, "-c", code, str(copied)])
    start().program.workspace.batches.start(job, command)
    qtbot.waitUntil(lambda: copied.exists() and bool(copied.read_text()), timeout=desk.PATIENCE)
    assert [row["text"] for row in rows(copied)] == ["a"]
