"""A very large picture that a model looks at in parts: the offer, the parts on the picture, the boxes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import desk
import mark_finder
from eyebox.app import Desktop
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import Sentence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A map with five small marks; the model that finds marks is installed."""
    family = mark_finder.installed(tmp_path / "family")
    monkeypatch.syspath_prepend(family)
    monkeypatch.setenv("PYTHONPATH", str(family))
    picture = Image.new("RGB", (2000, 1600), "white")
    pen = ImageDraw.Draw(picture)
    for at, (x, y) in enumerate([(100, 100), (1000, 800), (1930, 60), (40, 1530), (1470, 1330)]):
        pen.ellipse((x, y, x + 23, y + 23), fill=mark_finder.COLOURS[f"mark {8 * at + 1}"])
    file = tmp_path / "map.png"
    picture.save(file)
    return file


def test_small_things_are_found_in_parts_when_that_is_offered(
    qtbot: QtBot, start: Callable[[], Desktop], marks: Path
) -> None:
    program = start()
    window = program.window
    desk.drop(program, marks)
    qtbot.waitUntil(lambda: window.workspace.pictures.current is not None, timeout=desk.PATIENCE)
    chat = window.chat_controller.active
    window.chat_controller.set_model(chat, "marks:map", Options(max_pixels=150_000))
    turn = desk.ask(qtbot, program, "Find all marks and give their boxes.")
    assert turn.answer is not None and turn.answer.suggest_parts and not turn.answer.boxes
    pane = window.chat_controller.pane(chat)
    offer = next(b for b in pane.findChildren(QPushButton) if b.text() == "Look in parts for small things")
    shown: list[tuple[bool, ...]] = []
    layer = window.canvas.parts_layer
    window.workspace.answers.parts_changed.connect(
        lambda _picture: shown.append(tuple(looked for _rect, looked in layer.parts))
    )
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    again = ended.args[1]
    assert {box.label for box in desk.boxes(program)} == {f"mark {8 * at + 1}" for at in range(5)}
    assert any(any(states) and not all(states) for states in shown)
    assert shown[-1] == () and layer.parts == ()
    assert isinstance(again.answer.notes[-1], Sentence) and not again.answer.suggest_parts
