"""What a drawn box and a question pass through is what desktop/README.md says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
import routes
from engines import write_script

DRAWN = "A drawn box"
ENDS = (
    "canvas.tools.DrawTool.activate",
    "canvas.label_editor.LabelEditor.open",
    "session.boxes.write_boxes",
    "canvas.box_layer.BoxLayer.set_boxes",
    "canvas.box_layer.BoxLayer.paint",
)
"""The tool in hand, the label asked for, the box on the disk, and on the screen."""


def test_a_drawn_box_takes_the_recorded_route(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    window.workspace.pictures.read_automatically = False
    Image.new("RGB", (600, 400), "white").save(tmp_path / "a.png")
    with qtbot.waitSignal(window.workspace.pictures.opened, timeout=desk.PATIENCE):
        window.workspace.open_paths([str(tmp_path / "a.png")])
    canvas, left = window.canvas, Qt.MouseButton.LeftButton
    canvas.setFocus()
    corners = [canvas.mapFromScene(QPointF(*at)) for at in ((100, 100), (200, 180), (300, 250))]
    with routes.passed(*ENDS) as way:
        QTest.keyClick(canvas, Qt.Key.Key_B)
        QTest.mousePress(canvas.viewport(), left, pos=corners[0])
        for corner in corners[1:]:
            QTest.mouseMove(canvas.viewport(), corner)
        QTest.mouseRelease(canvas.viewport(), left, pos=corners[-1])
        QTest.keyClicks(window.focusWidget(), "cup")
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        canvas.viewport().repaint()
    assert [box.label for box in window.workspace.store.boxes(window.workspace.pictures.current or "")] == [
        "cup"
    ]
    assert way == routes.recorded(DRAWN)


ASKED = "A question and the boxes of its answer"
ASKED_ENDS = (
    "jobs.lane.Lane._next",
    "canvas.ghosts.Ghosts.set_boxes",
    "session.boxes.write_boxes",
    "canvas.box_layer.BoxLayer.set_boxes",
)


def test_a_question_and_its_boxes_take_the_recorded_route(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eyebox.jobs.lane.SLICE", 60)  # so that it does not hang on the machine's load
    program = start()
    window = program.window
    window.workspace.pictures.read_automatically = False
    Image.new("RGB", (600, 400), "white").save(tmp_path / "a.png")
    with qtbot.waitSignal(window.workspace.pictures.opened, timeout=desk.PATIENCE):
        window.workspace.open_paths([str(tmp_path / "a.png")])
    with qtbot.waitSignal(window.workspace.pictures.thumbnails.ready, timeout=desk.PATIENCE):
        window.workspace.pictures.thumbnails.need(window.workspace.pictures.current or "")
    window.chat_controller.set_model(
        window.chat_controller.active, write_script(tmp_path, [{"box": [10, 10, 90, 60], "label": "cup"}])
    )
    lanes = program.program.lanes.values()  # another job that ends meanwhile would be on the way, too
    qtbot.waitUntil(lambda: not any(lane.busy() for lane in lanes))
    with routes.passed(*ASKED_ENDS) as way:
        desk.ask(qtbot, program, "find the cup")
    assert [box.label for box in window.workspace.store.boxes(window.workspace.pictures.current or "")] == [
        "cup"
    ]
    assert way == routes.recorded(ASKED)
