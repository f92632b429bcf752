"""Models evaluated in the real window: by keys and mouse, paused, gone on with, and there again after a restart."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desk
from engines import write_script
from eyebox.app import Desktop
from eyebox.folders import Folders
from eyebox.jobs.job import Priority
from eyebox.program import Program
from eyebox.review.evaluation import EvaluationPage
from eyebox_models.evaluation.kept import KeptAnswers
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.evaluation import REVIEWED, WITH_BOXES, EvaluationPlan

DOG = [100, 100, 200, 200]
AWAY = [10, 10, 40, 40]


def a_set(folder: Path, count: int) -> Path:
    """Pictures with a dog each, as COCO."""
    folder.mkdir()
    for n in range(count):
        Image.new("RGB", (400, 300), "white").save(folder / f"图 {n:02}.png")
    images = [{"id": n, "file_name": f"图 {n:02}.png", "width": 400, "height": 300} for n in range(count)]
    boxes = [
        {"id": n, "image_id": n, "category_id": 1, "bbox": [100, 100, 100, 100], "area": 10_000, "iscrowd": 0}
        for n in range(count)
    ]
    data = {"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "dog"}]}
    file = folder / "truth.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def a_model(folder: Path, name: str, right: int, count: int, gate: tuple[int, Path] | None = None) -> str:
    """It finds the first `right` dogs; before picture `gate` it waits for a file."""
    answers: list[dict[str, Any]] = []
    for n in range(count):
        waits = [{"wait_for": str(gate[1])}] if gate is not None and gate[0] == n else []
        steps = [*waits, {"text": "dog"}, {"box": DOG if n < right else AWAY, "label": "dog"}]
        answers.append({"picture": f"{n:02}.png", "steps": steps})
    return write_script(folder, {"answers": answers}, name)


def open_page(qtbot: QtBot, program: Desktop) -> EvaluationPage:
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=desk.PATIENCE)
    QTest.keyClick(
        program.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    page = program.window.evaluation_controller.page
    assert page is not None and page.isVisible()
    return page


def test_two_models_are_evaluated_by_keys_and_their_differences_shown(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    truth = a_set(tmp_path / "set", 10)
    good, poor = a_model(tmp_path, "good.json", 10, 10), a_model(tmp_path, "poor.json", 2, 10)
    page = open_page(qtbot, program)
    assert page.windowTitle() == "Evaluation" and page.setup.truth.currentData() == REVIEWED
    page.setup.rows[0].remove.setFocus()
    QTest.keyClick(page.setup.rows[0].remove, Qt.Key.Key_Space)
    assert not page.start.isEnabled()
    page.setup.set_file(str(truth))
    page.setup.add_model(good, "bf16")
    page.setup.add_model(poor, "int4")
    qtbot.waitUntil(page.start.isEnabled)
    jobs = []
    program.program.lanes["model"].started.connect(lambda job: jobs.append(job.priority))
    page.start.setFocus()
    with qtbot.waitSignal(program.window.workspace.evaluations.reported, timeout=desk.PATIENCE):
        QTest.keyClick(page.start, Qt.Key.Key_Space)
        assert page.pause.isVisible() and not page.start.isVisible()
    assert set(jobs) == {Priority.BATCH}
    cells = [[page.table.item(row, place).text() for place in range(4)] for row in range(2)]
    assert cells == [
        ["good.json", "BF16", "10", "100.0 %\n100.0 – 100.0"],
        ["poor.json", "Int4", "10", cells[1][3]],
    ]
    assert cells[1][3].startswith("20.0 %\n")
    sentence = page.sentences.itemAt(0).widget().accessibleName()
    assert sentence.startswith("good.json BF16 is better than poor.json Int4 on your pictures.")
    assert "p = 0.0078" in sentence
    assert page.chart.accessibleDescription().startswith("good.json BF16: 100.0 % (100.0 – 100.0)")
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert (
        "| good.json | BF16 | 10 | 100.0 % (100.0 – 100.0) |" in copied
        and "on your pictures. (Accuracy at an IoU of 0.5: 8 win" in copied
    )
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.setup.truth.currentData() == str(truth) and page.sentences.count() == 1
    assert page.metric_choice.currentData() == "accuracy@0.5"
    QTest.mouseClick(page.pictures_chip, Qt.MouseButton.LeftButton)
    assert page.pictures.list.count() == 8
    QTest.keyClick(page.pictures.list, Qt.Key.Key_Down)
    assert page.pictures.list.currentItem().text() == "图 03.png"
    qtbot.waitUntil(lambda: not page.pictures.sides[1].view._image.isNull(), timeout=desk.PATIENCE)
    assert [pane.name.whole for pane in page.pictures.sides] == ["good.json BF16", "poor.json Int4"]
    assert page.pictures.sides[0].view._boxes == [("dog", (100, 100, 200, 200))]
    assert page.pictures.sides[1].view._boxes == [("dog", (10, 10, 40, 40))]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert program.window.evaluation_controller.page is None


@pytest.mark.thorough
def test_the_same_model_at_two_precisions_and_too_few_pictures(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    truth, model = a_set(tmp_path / "set", 3), a_model(tmp_path, "one.json", 3, 3)
    page = open_page(qtbot, program)
    evaluations = program.window.workspace.evaluations
    with qtbot.waitSignal(evaluations.reported, timeout=desk.PATIENCE):
        evaluations.start(EvaluationPlan(str(truth), ((model, "bf16"), (model, "int4"))))
    sentence = page.sentences.itemAt(0).widget().accessibleName()
    assert sentence.startswith(
        "Too few pictures to tell one.json BF16 from one.json Int4: they differ on 0 of 3."
    )


def test_it_pauses_and_goes_on_after_a_restart(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    gate = tmp_path / "go on"
    truth, model = a_set(tmp_path / "set", 6), a_model(tmp_path, "one.json", 6, 6, (4, gate))
    evaluations = program.window.workspace.evaluations
    page = open_page(qtbot, program)
    page.setup.rows[0].remove.click()
    page.setup.set_file(str(truth))
    page.setup.add_model(model, "fp32")
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evaluations.progress == (4, 6), timeout=desk.PATIENCE)
    QTest.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    assert evaluations.state == "paused" and page.start.text() == "Go on"
    assert page.said.text() == "Paused. 4 of 6 questions are answered."
    program.close()
    gate.touch()
    program = start()
    evaluations = program.window.workspace.evaluations
    page = open_page(qtbot, program)
    qtbot.waitUntil(lambda: evaluations.progress == (4, 6) and not evaluations.is_busy, timeout=desk.PATIENCE)
    assert [row.model for row in page.setup.rows] == [model] and page.report is None
    with qtbot.waitSignal(evaluations.reported, timeout=desk.PATIENCE):
        QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert page.report is not None and page.report.models[0].figures[0].value == 1.0
    program.close()
    program = start()
    page = open_page(qtbot, program)
    qtbot.waitUntil(lambda: page.report is not None, timeout=desk.PATIENCE)


def test_what_a_person_asks_goes_before_it(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    truth, model = a_set(tmp_path / "set", 70), a_model(tmp_path, "one.json", 70, 70)
    chat = write_script(tmp_path, [{"text": "here"}], "chat.json")
    window = program.window
    window.chat_controller.set_model(window.chat_controller.active, chat)
    evaluations = window.workspace.evaluations
    evaluations.start(EvaluationPlan(str(truth), ((model, "auto"),)))
    qtbot.waitUntil(lambda: evaluations.state == "running", timeout=desk.PATIENCE)
    assert desk.ask(qtbot, program, "where?").text == "here"
    assert evaluations.progress[0] < 70
    qtbot.waitUntil(lambda: evaluations.report is not None, timeout=desk.PATIENCE)
    assert window.notice.sentence == "The evaluation is done."


def test_the_pictures_of_the_session_are_the_truth(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    workspace = program.window.workspace
    workspace.pictures.read_automatically = False
    a_set(tmp_path / "set", 2)
    desk.drop(program, tmp_path / "set" / "图 00.png", tmp_path / "set" / "图 01.png")
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    first, second = (record.id for record in workspace.store.pictures(workspace.sessions.current))
    for picture in (first, second):
        unjudged = Box("cat", *map(float, AWAY), source="model")
        workspace.annotations.add(picture, [Box("dog", *map(float, DOG)), unjudged], "add")
    workspace.write_queue.flush()
    model = a_model(tmp_path, "one.json", 1, 2)
    plan = EvaluationPlan(WITH_BOXES, ((model, "auto"),), "", workspace.sessions.current)
    with qtbot.waitSignal(workspace.evaluations.reported, timeout=desk.PATIENCE):
        workspace.evaluations.start(plan)
    assert workspace.evaluations.report.models[0].figures[0].value == 0.5
    page = open_page(qtbot, program)
    plan = EvaluationPlan(REVIEWED, ((model, "auto"),), "", workspace.sessions.current)
    workspace.evaluations.start(plan)
    qtbot.waitUntil(lambda: workspace.evaluations.state == "paused", timeout=desk.PATIENCE)
    assert page.problem.text().startswith("There is nothing to ask")
    workspace.store.database.rows("SELECT 1")
    with sqlite3.connect(workspace.store.path) as connection:
        connection.execute("UPDATE picture SET complete = 1 WHERE id = ?", (second,))
    connection.close()
    with qtbot.waitSignal(workspace.evaluations.reported, timeout=desk.PATIENCE):
        workspace.evaluations.start(plan)
    assert (page.report.models[0].pictures, page.report.models[0].figures[0].value) == (1, 0.0)


@pytest.mark.thorough
def test_a_model_that_fails_is_said_and_the_others_go_on(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    truth, model = a_set(tmp_path / "set", 2), a_model(tmp_path, "one.json", 2, 2)
    broken = write_script(tmp_path, {"load": [{"fail": "It is broken."}], "answers": []}, "broken.json")
    page = open_page(qtbot, program)
    evaluations = program.window.workspace.evaluations
    with qtbot.waitSignal(evaluations.reported, timeout=desk.PATIENCE):
        evaluations.start(EvaluationPlan(str(truth), ((broken, "auto"), (model, "auto"))))
    assert page.problem.text() == "broken.json: It is broken."
    assert page.table.rowCount() == 1


@pytest.mark.thorough
def test_answers_outlive_a_kill_at_any_moment(qtbot: QtBot, tmp_path: Path) -> None:
    """The window's process is killed while a model answers: what was answered is there, whole, for the next one."""
    truth = a_set(tmp_path / "set", 8)
    model = a_model(tmp_path, "one.json", 8, 8, (5, tmp_path / "never"))
    code = f"""
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from eyebox.folders import Folders
from eyebox.program import Program
from eyebox_models.protocol.evaluation import EvaluationPlan
app = QGuiApplication([])
program = Program(Folders.under(Path({str(tmp_path / "home")!r})))
program.begin()
evaluations = program.workspace.evaluations
evaluations.progressed.connect(lambda done, total: print(done, flush=True))
evaluations.start(EvaluationPlan({str(truth)!r}, (({model!r}, "fp32"),)))
app.exec()
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == "5":
            break
    process.kill()
    process.communicate()
    (file,) = (tmp_path / "home" / "data" / "evaluations").glob("*.jsonl")
    assert len([json.loads(line) for line in file.read_bytes().splitlines()]) == 5
    (tmp_path / "never").touch()
    program = Program(Folders.under(tmp_path / "home"))
    try:
        program.begin()
        evaluations = program.workspace.evaluations
        assert evaluations.state == "paused"
        evaluations.look()
        qtbot.waitUntil(lambda: evaluations.progress == (5, 8), timeout=desk.PATIENCE)
        with qtbot.waitSignal(evaluations.reported, timeout=desk.PATIENCE):
            evaluations.resume()
        assert evaluations.report is not None and evaluations.report.models[0].figures[0].value == 1.0
    finally:
        program.close()
        program.deleteLater()


@pytest.mark.thorough
def test_the_built_in_reader_is_evaluated_on_text(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    folder = tmp_path / "texts"
    folder.mkdir()
    menu = desk.draw_menu(folder / "menu.png")
    menu.with_suffix(".txt").write_text("LUNCH MENU Salmon Burger $12 Garden Pizza $14 Tomato Soup $7")
    page = open_page(qtbot, program)
    assert [row.model for row in page.setup.rows] == ["reader"]
    page.setup.set_file(str(folder))
    with qtbot.waitSignal(program.window.workspace.evaluations.reported, timeout=desk.PATIENCE):
        QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    figure = page.report.models[0].figures[0]
    assert (figure.metric, page.table.item(0, 0).text()) == ("cer", "Built-in reader")
    assert figure.value <= 0.05


def test_what_can_not_be_kept_ends_it_and_nothing_more_is_asked(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    folder = tmp_path / "texts"
    folder.mkdir()
    desk.draw_menu(folder / "menu.png").with_suffix(".txt").write_text("LUNCH MENU")
    evaluations = program.window.workspace.evaluations
    states: list[str] = []
    evaluations.changed.connect(lambda: states.append(evaluations.state))

    def full(*_given: object, **_how: object) -> None:
        raise EyeboxError("disk-full", "The disk is full.")

    monkeypatch.setattr(KeptAnswers, "add", full)
    evaluations.start(EvaluationPlan(str(folder), (("reader", "auto"),)))
    qtbot.waitUntil(lambda: evaluations.problem != "", timeout=desk.PATIENCE)
    assert evaluations.problem == "The disk is full." and evaluations.state == "paused"
    QApplication.processEvents()
    assert states[-1] == "paused" and "counting" not in states and evaluations.report is None
