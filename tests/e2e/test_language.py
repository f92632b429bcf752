"""What an engine says of a failure stands in the window in the user's language, now and after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import desk
from eyebox.chat.answer_view import AnswerView
from sentences import said_as

SAID = {
    'No model is called "{model}", and it is no folder of a model that Eyebox knows.': "没有名为“{model}”的模型。"
}


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    with said_as(qapp, SAID):
        yield


def test_a_failure_of_an_engine_is_shown_in_chinese_and_stays_so(
    chinese: None, start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start()
    gone = str(tmp_path / "gone")
    program.window.chat_controller.set_model(program.window.chat_controller.active, gone, None)
    turn = desk.ask(qtbot, program, "What is this?")
    assert turn.state == "failed" and turn.message.startswith("No model is called")
    assert f"没有名为“{gone}”的模型。" in _shown(program)
    program.close()
    again = start()
    qtbot.waitUntil(lambda: f"没有名为“{gone}”的模型。" in _shown(again), timeout=desk.PATIENCE)


def _shown(program) -> list[str]:
    views = program.window.findChildren(AnswerView)
    return [label.text() for view in views for label in view.findChildren(QLabel)]
