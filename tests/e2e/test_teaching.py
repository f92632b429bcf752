"""Teaching in the real window, by keys and mouse, from a review to an adapter that a chat uses. Its engine is a script."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox import program as module
from eyebox.app import Desktop
from eyebox.jobs.lane import Lane
from eyebox.session.review import Change, ReviewStep
from eyebox.teach_page.page import TeachPage
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.teaching import Taught, TeachSettings
from eyebox_models.protocol.wire import lines_of, pack
from train_engine import WAIT, checked, ended, look, plan, steps, taught, train_engine

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def use_engine(monkeypatch: pytest.MonkeyPatch, folder: Path, **runs: Any) -> Path:
    """Lets the lane `train` of programs that start from now on have a script for its engine."""
    command, heard = train_engine(folder, **runs)

    class Scripted(Lane):
        def __init__(self, role: str, log_file: Path, engine: Any = None) -> None:
            super().__init__(role, log_file, command if role == "train" else None, engine)

    monkeypatch.setattr(module, "Lane", Scripted)
    return heard


def open_page(qtbot: QtBot, program: Desktop) -> TeachPage:
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=desk.PATIENCE)
    QTest.keyClick(program.window, Qt.Key.Key_Y, CHORD)
    page = program.window.teach_controller.page
    assert page is not None and page.isVisible()
    return page


def press(page: TeachPage, name: str) -> None:
    one = page.buttons[name]
    assert one.isVisible() and one.isEnabled()
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Space)


def review_a_star(qtbot: QtBot, program: Desktop, file: Path, moved_by: float = 0) -> None:
    """A picture with a star whose review is done; the box that was proposed was moved so far."""
    Image.new("RGB", (100, 80), "white").save(file)
    workspace = program.window.workspace
    workspace.pictures.read_automatically = False
    workspace.open_paths([str(file)])
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    (picture,) = workspace.pictures.records
    session = workspace.sessions.current
    workspace.write_queue.flush()
    store = workspace.store
    store.save_boxes(picture, [Box("star", 10, 20, 60, 70, source="model")])
    store.join_review(session)
    (row,) = store.review_of_picture(picture)
    box = row.state.box.moved(moved_by, 0)
    state = replace(row.state, verdict="fixed" if moved_by else "accepted", box=box)
    change = Change(picture, box.id, row.state, state)
    store.judge(session, ReviewStep("s", state.verdict, (change,), ((picture, True),)), undone=False)
    store.save_boxes(picture, [box])


def test_from_review_to_adapter(qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = tmp_path / "star.png"
    target = tmp_path / "home" / "data" / "adapters" / "Tiny taught"
    learned = taught(str(target), str(picture))
    heard = use_engine(
        monkeypatch, tmp_path,
        check=[[plan(str(picture)), ended(checked(str(target)))]],
        learn=[
            [look(0, str(picture), 45), *steps(1, 2), WAIT, ended(Taught(str(target), False, 2), "stopped")],
            [*steps(3, 4), look(4, str(picture), 2), ended(learned)],
        ],
    )  # fmt: skip
    program = start()
    monkeypatch.setattr(program.window.workspace.model_engine, "can_run", lambda: True)
    review_a_star(qtbot, program, picture)
    page = open_page(qtbot, program)
    assert "1 picture" in page.form.source_note.text()
    (tmp_path / "Tiny").mkdir()
    page.form.choose_model(str(tmp_path / "Tiny"))
    press(page, "check")
    qtbot.waitUntil(lambda: page.buttons["start"].isVisible(), timeout=desk.PATIENCE)
    (request,) = map(json.loads, heard.read_text().splitlines())
    assert request["target"] == str(target)
    (lesson,) = lines_of(request["data"])
    assert lesson.refs == ("star",) and lesson.boxes[0].xyxy == (10, 20, 60, 70)
    (card,) = page.check.drawn.cards
    qtbot.waitUntil(lambda: card.now.view._size == (100, 80), timeout=desk.PATIENCE)
    press(page, "start")
    qtbot.waitUntil(lambda: page.learning.figures["step"][1].text() == "2 of 4", timeout=desk.PATIENCE)
    job = program.program.lanes["train"].running()
    assert (
        job is not None
        and "Tiny taught" in job.title
        and not job.quiet
        and job.title in program.program.at_work()
    )
    page.close()  # it goes on
    page = open_page(qtbot, program)
    assert page.learning.figures["step"][1].text() == "2 of 4"
    press(page, "pause")
    qtbot.waitUntil(lambda: page.buttons["resume"].isVisible(), timeout=desk.PATIENCE)
    press(page, "resume")
    qtbot.waitUntil(lambda: page.outcome.isVisible(), timeout=desk.PATIENCE)
    assert len(page.learning.answers.cards) == 1 and page.outcome.table.rowCount() == 2
    press(page, "use")
    chats = program.window.workspace.chats
    record = chats.chats[program.window.chat_controller.active]
    assert (record.model, record.options.adapter) == (str(tmp_path / "Tiny"), str(target))
    assert program.window.teach_controller.page is None


def test_pairs_of_a_review_go_to_the_engine(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "star.png"
    heard = use_engine(monkeypatch, tmp_path, check=[[plan(str(picture), pairs=True), ended(checked("x"))]])
    program = start()
    monkeypatch.setattr(program.window.workspace.model_engine, "can_run", lambda: True)
    review_a_star(qtbot, program, picture, moved_by=5)
    page = open_page(qtbot, program)
    form = page.form
    form.choose_model(str(tmp_path))
    form.method.setFocus()
    QTest.keyClick(form.method, Qt.Key.Key_End)
    assert "1 picture" in form.source_note.text()
    press(page, "check")
    qtbot.waitUntil(lambda: page.buttons["start"].isVisible(), timeout=desk.PATIENCE)
    (request,) = map(json.loads, heard.read_text().splitlines())
    (pair,) = lines_of(request["data"])
    assert request["settings"]["method"] == "dpo" and pair.rejected == "<ref-object><bbox>"
    assert [box.x1 for box in pair.boxes] == [15, 10]


def test_after_a_restart_it_offers_to_go_on_and_discards_only_when_asked(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = str(tmp_path / "a.png")
    use_engine(
        monkeypatch, tmp_path, check=[[plan(picture), ended(checked("x"))]], learn=[[*steps(1, 2), WAIT]]
    )
    program = start()
    monkeypatch.setattr(program.window.workspace.model_engine, "can_run", lambda: True)
    data = tmp_path / "data.jsonl"
    turns = [{"role": "user", "content": "Who?"}, {"role": "assistant", "content": "Me."}]
    data.write_text(json.dumps({"messages": turns}))
    page = open_page(qtbot, program)
    page.form.choose_model("/models/Tiny")
    page.form.add_files([str(data)])
    press(page, "check")
    qtbot.waitUntil(lambda: page.buttons["start"].isVisible(), timeout=desk.PATIENCE)
    target = Path(program.window.workspace.teaching.choice.target)
    press(page, "start")
    qtbot.waitUntil(lambda: program.window.workspace.teaching.step == 2, timeout=desk.PATIENCE)
    program.close()
    program.window.close()
    place = target / "teaching"
    place.mkdir(parents=True)
    (place / "begun.json").write_text(
        json.dumps({"model": "/models/Tiny", "settings": pack(TeachSettings())})
    )
    (place / "plan.json").write_text(json.dumps(pack(plan(picture))))
    (place / "steps.jsonl").write_text("".join(json.dumps(pack(one)) + "\n" for one in steps(1, 2)))
    (place / "state.pt").write_bytes(b"state")
    monkeypatch.setattr("eyebox.window.teach_controller.LOOK_MS", 0)
    program = start()
    monkeypatch.setattr(program.window.workspace.model_engine, "can_run", lambda: True)
    qtbot.waitUntil(lambda: "interrupted at step 2" in program.window.notice.sentence, timeout=desk.PATIENCE)
    page = open_page(qtbot, program)
    assert page.form.model.currentData() == "/models/Tiny" and page.form.files.paths == [str(data)]
    answers = [False, True]
    monkeypatch.setattr(program.window.teach_controller, "confirm_discarding", lambda: answers.pop(0))
    press(page, "discard")
    assert page.buttons["resume"].isVisible() and place.exists()
    press(page, "discard")
    qtbot.waitUntil(lambda: not target.exists(), timeout=desk.PATIENCE)
    assert page.buttons["check"].isVisible() and data.exists()


def test_without_the_model_engine_it_is_offered(qtbot: QtBot, start, monkeypatch: pytest.MonkeyPatch) -> None:
    program = start()
    monkeypatch.setattr(program.window.workspace.model_engine, "can_run", lambda: False)
    page = open_page(qtbot, program)
    assert page.add_engine.isVisible() and not page.buttons["check"].isVisible()
    page.add_engine.click()
    assert program.window.engine_controller.page is not None
    program.window.engine_controller.close()
