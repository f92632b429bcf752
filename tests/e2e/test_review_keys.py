"""A review through the real window by key events alone: verdicts, corrections, labels, undo, over many pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.review.start import Start
from eyebox.session.review import ReviewItem
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def boxes_of_a_model() -> list[Box]:
    return [
        Box("dish", 60, 150, 300, 200, score=0.9, source="model"),
        Box("dish", 60, 260, 300, 310, score=0.8, source="model"),
        Box("price", 640, 150, 720, 200, score=0.7, source="model"),
    ]


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Two pictures with three boxes of a model each; nothing is read."""
    begun = start()
    workspace = begun.window.workspace
    workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "vegetables.png"))
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    for picture in workspace.pictures.records:
        workspace.annotations.add(picture, boxes_of_a_model(), "answer")
    begun.program.change_settings(begun.program.settings.with_value("motion", "reduced"))
    return begun


def begin(qtbot: QtBot, program: Desktop, order: str = "picture") -> None:
    """Begins a review of the session, and gives the picture the keys."""
    review = program.window.workspace.review
    with qtbot.waitSignal(review.started):
        program.window.review_controller.start(Start("session", order=order))
    qtbot.waitUntil(lambda: review.current is not None)
    program.window.activateWindow()
    program.window.canvas.setFocus()


def press(program: Desktop, key: Qt.Key, keys: Qt.KeyboardModifier = KEYS.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, keys)


def current(program: Desktop) -> ReviewItem:
    item = program.window.workspace.review.current
    assert item is not None
    return item


def verdicts(program: Desktop) -> list[tuple[str, str]]:
    review = program.window.workspace.review
    return [(item.verdict, item.label) for item in review.rows(0, 100)]


def test_one_key_a_box(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    review, canvas = window.workspace.review, window.canvas
    begin(qtbot, program)
    first = current(program)
    assert canvas.editor.selection == (first.box_id,) and first.picture == window.workspace.pictures.current
    press(program, KEY.Key_A)
    press(program, KEY.Key_X)
    assert current(program).label == "price" and len(desk.boxes(program)) == 2
    press(program, KEY.Key_Space)
    assert current(program).picture != first.picture == next(iter(window.workspace.pictures.records))
    assert window.workspace.pictures.current == current(program).picture
    press(program, KEY.Key_F)
    assert [one for one, _label in verdicts(program)] == ["accepted", "rejected", "unsure", "unsure", "", ""]
    press(program, KEY.Key_A, KEYS.ShiftModifier)
    assert review.counts.waiting == 0 and review.counts.of("accepted") == 3
    for _step in range(4):
        press(program, KEY.Key_Backspace)
    assert [one for one, _label in verdicts(program)] == ["accepted", "", "", "", "", ""]
    assert window.workspace.pictures.current == first.picture and len(desk.boxes(program)) == 3
    press(program, KEY.Key_Z, KEYS.ControlModifier)
    assert current(program).number == first.number and review.counts.waiting == 6


def test_a_correction_is_fixed_and_shows_where_the_model_had_it(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas = window.canvas
    begin(qtbot, program)
    item = current(program)
    assert not canvas.proposals.boxes
    press(program, KEY.Key_E)
    assert "corrected" in window.notice.sentence and current(program).verdict == ""
    press(program, KEY.Key_Right)
    press(program, KEY.Key_Right, KEYS.ShiftModifier)
    qtbot.waitUntil(lambda: canvas.proposals.boxes != ())
    (ghost,) = canvas.proposals.boxes
    assert ghost.xyxy == (60, 150, 300, 200) and current(program).verdict == "fixed"
    assert current(program).number == item.number
    bar = window.review_controller.bar
    assert "IoU 0.91" in bar._about.text() and "11 px" in bar._about.text()
    press(program, KEY.Key_2)
    assert current(program).label == "price" and "“dish”" not in bar._label.whole
    press(program, KEY.Key_E)
    assert current(program).number != item.number and not canvas.proposals.boxes
    assert verdicts(program)[0] == ("fixed", "price")
    press(program, KEY.Key_Backspace)
    press(program, KEY.Key_Backspace)
    assert verdicts(program)[0] == ("", "dish") and current(program).box.xyxy == (60, 150, 300, 200)


def test_a_missed_box_is_drawn_and_one_goes_on_where_one_was(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas = window.canvas
    begin(qtbot, program)
    item = current(program)
    press(program, KEY.Key_M)
    assert canvas.tool == "draw"
    a, b = canvas.mapFromScene(QPointF(150, 215)), canvas.mapFromScene(QPointF(240, 245))
    QTest.mousePress(canvas.viewport(), LEFT, KEYS.NoModifier, a)
    QTest.mouseMove(canvas.viewport(), (a + b) / 2)
    QTest.mouseMove(canvas.viewport(), b)
    QTest.mouseRelease(canvas.viewport(), LEFT, KEYS.NoModifier, b)
    QTest.keyClicks(QApplication.focusWidget(), "max")
    press(program, KEY.Key_Return)
    qtbot.waitUntil(lambda: canvas.tool == "select")
    assert current(program).number == item.number and canvas.editor.selection == (item.box_id,)
    assert ("missed", "max") in verdicts(program)
    canvas.setFocus()
    press(program, KEY.Key_A)
    assert verdicts(program)[0] == ("accepted", "dish")


def test_a_box_that_is_clicked_on_is_judged(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas = window.canvas
    begin(qtbot, program)
    canvas.fit()
    other = desk.boxes(program)[2]
    QTest.mouseClick(canvas.viewport(), LEFT, pos=canvas.mapFromScene(QPointF(680, 175)))
    assert current(program).box_id == other.id
    press(program, KEY.Key_X)
    assert [one for one, _label in verdicts(program)][:3] == ["", "", "rejected"]


def test_keys_are_the_windows_own_again_after_the_end(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    begin(qtbot, program)
    assert window.panel.tabs.isTabVisible(3) and window.review_controller.bar.isVisible()
    press(program, KEY.Key_A)
    QTest.keyClick(window, KEY.Key_E, KEYS.ControlModifier | KEYS.AltModifier | KEYS.ShiftModifier)
    assert not window.workspace.review.is_on and not window.review_controller.bar.isVisible()
    assert not window.panel.tabs.isTabVisible(3)
    press(program, KEY.Key_X)
    assert len(desk.boxes(program)) == 3
    begin(qtbot, program)
    assert current(program).position == 1 and verdicts(program)[0][0] == "accepted"
