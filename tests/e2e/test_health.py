"""The doctor and the model engine in the real window: opened by their actions, and gone with the program."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import desk
from engines import write_script
from eyebox.doctor.check import Check, Sentence
from eyebox_models.protocol.environment import SetupProgress

FINE = Check("python", Sentence("Program"), Sentence("Python"), "pass", Sentence("3.13"))


def test_the_doctor_opens_and_its_look_ends_with_the_program(start, qtbot: QtBot) -> None:
    program = start()
    window = program.window
    ended = Event()

    def examine(folders, tell, stop, _tell_progress) -> None:
        assert folders == window.program.folders
        tell(FINE)
        assert stop.wait(60)
        ended.set()

    program.program.examination.examine = examine
    window.commands["doctor"].trigger()
    page = window.doctor_controller.page
    assert page is not None
    qtbot.waitUntil(lambda: page.checks == (FINE,), timeout=desk.PATIENCE)
    program.close()
    assert ended.is_set()


def test_the_page_of_the_model_engine_tells_where_models_run(start, qtbot: QtBot) -> None:
    program = start()
    window = program.window
    window.commands["model_engine"].trigger()
    page = window.engine_controller.page
    assert page is not None and window.program.lanes["setup"].busy()
    qtbot.waitUntil(lambda: page.mode in ("there", "offer"), timeout=desk.PATIENCE)
    assert window.workspace.model_engine.state is not None
    page.close()
    assert window.engine_controller.page is None
    window.commands["model_engine"].trigger()
    window.leave()
    assert window.engine_controller.page is None and not window.workspace.model_engine.is_watched


def test_the_page_of_the_model_engine_leads_to_that_of_the_server_engine(start, qtbot: QtBot) -> None:
    program = start()
    window = program.window
    window.commands["model_engine"].trigger()
    page = window.engine_controller.page
    assert page is not None
    qtbot.waitUntil(lambda: page.mode in ("there", "offer"), timeout=desk.PATIENCE)
    qtbot.mouseClick(page.server, Qt.MouseButton.LeftButton)
    server = window.server_controller.page
    assert server is not None
    qtbot.waitUntil(lambda: server.mode == "offer", timeout=desk.PATIENCE)
    assert server.title.text() == "Server engine"
    assert not window.workspace.server_engine.state.place
    window.leave()
    assert window.server_controller.page is None
    assert not window.workspace.server_engine.is_watched


def test_the_header_says_when_the_model_engine_is_fetched(start, qtbot: QtBot) -> None:
    program = start()
    header, engine = program.window.header, program.window.workspace.model_engine
    assert "offline" in header.offline.text()
    engine._set_connecting(True)
    assert "downloading" in header.offline.text()
    engine._on_progress(SetupProgress("installing"))
    assert "offline" in header.offline.text()


def test_an_answer_that_nothing_can_run_offers_the_model_engine(
    start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    window = program.window
    monkeypatch.setattr(window.workspace.model_engine, "can_run", lambda: False)
    window.chat_controller.set_model(
        window.chat_controller.active, write_script(tmp_path, [{"fail": "torch is not installed."}]), None
    )
    turn = desk.ask(qtbot, program, "What is this?")
    assert turn.state == "failed" and window.notice.button.text() == "Add the model engine…"
    window.notice.button.click()
    assert window.engine_controller.page is not None
    window.engine_controller.page.close()
