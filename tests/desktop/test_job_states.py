"""What is said of an answer that waits behind another, and of one whose engine doesn't hear the stop."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eyebox import app
from eyebox.chat.pane import ChatPane
from eyebox.folders import Folders
from eyebox.theme import Theme
from eyebox.window.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SCRIPT = {"answers": [{"steps": [{"text": "so far"}, {"ignore_stop": 60, "progress": "busy"}]}]}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    program = app.build(Folders.under(tmp_path / "home"))
    window = program.window
    window.resize(1400, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    program.close()
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def ask(window: MainWindow, chat: str, text: str) -> ChatPane:
    pane = window.chat_controller.pane(chat)
    pane.composer.set_draft(text)
    pane.composer.send()
    return pane


def said(pane: ChatPane) -> str:
    view = pane.transcript.answer_view(pane.transcript.entries[-1].id)
    return view.activity_text if view else ""


def test_a_question_says_what_it_waits_for_and_a_stop_is_seen_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    script = tmp_path / "deaf.json"
    script.write_text(json.dumps(SCRIPT))
    first = window.chat_controller.active
    window.chat_controller.set_model(first, f"scripted:{script}")
    window.chat_controller.add(first)
    second = window.chat_controller.active
    assert second != first
    one = ask(window, first, "What is this?")
    two = ask(window, second, "And that?")
    assert said(two) == "Waiting for “What is this? — deaf.json · Chat 1”"
    assert said(one).startswith("Starting")
    qtbot.waitUntil(lambda: one.transcript.entries[-1].live.text == "so far")  # type: ignore[union-attr]

    others = [lane for name, lane in window.program.lanes.items() if name != "model"]
    qtbot.waitUntil(lambda: not any(lane.busy() for lane in others))
    QTest.keyClick(two.composer.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not two.answering)
    QTest.keyClick(one.composer.edit, Qt.Key.Key_Escape)
    assert one.answering
    assert said(one) == "Stopping…"
    qtbot.waitUntil(lambda: window.status.stop.text() == "Stopping…" and not window.status.stop.isEnabled())
    with qtbot.waitSignal(window.workspace.answers.ended):
        pass
    qtbot.waitUntil(lambda: window.status.stop.text() == "Stop" and window.status.stop.isEnabled())


def test_text_that_still_comes_does_not_hide_that_it_is_stopping(qtbot: QtBot) -> None:
    pane = ChatPane(Theme())
    qtbot.addWidget(pane)
    pane.resize(400, 600)
    pane.show()
    pane.begin_answer("a")
    qtbot.waitUntil(lambda: pane.transcript.settled)
    pane.set_job_state("a", "waiting")
    assert said(pane) == "Waiting for its turn…"
    pane.set_job_state("a", "running")
    assert said(pane) == "Starting…"
    pane.set_job_state("a", "stopping")
    pane.add_text("a", "more")
    assert said(pane) == "Stopping…"
