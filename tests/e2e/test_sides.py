"""A box is fixed in four keys: each of its sides goes to the edge of the picture near it, as the picture engine finds it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.review.start import Start
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
CUP = (120, 90, 340, 260)
OFF = Box("cup", 111, 102, 333, 268)


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """A picture of a cup with a box that is off at all sides."""
    image = Image.new("RGB", (600, 400), "#d8d4cc")
    ImageDraw.Draw(image).rectangle((CUP[0], CUP[1], CUP[2] - 1, CUP[3] - 1), fill="#35506e")
    image.save(tmp_path / "cup.png")
    begun = start()
    begun.window.workspace.pictures.read_automatically = False
    desk.drop(begun, tmp_path / "cup.png")
    qtbot.waitUntil(lambda: begun.window.workspace.pictures.current is not None, timeout=desk.PATIENCE)
    begun.window.workspace.annotations.add(begun.window.workspace.pictures.current, [OFF], "draw")
    begun.window.canvas.setFocus()
    begun.window.canvas.editor.select([OFF.id])
    return begun


def test_four_keys_put_all_sides_onto_the_edges(qtbot: QtBot, program: Desktop) -> None:
    window = program.window

    def press(key: Qt.Key) -> None:
        before = desk.boxes(program)[0]
        QTest.keyClick(window.canvas, key, KEYS.AltModifier)
        qtbot.waitUntil(lambda: desk.boxes(program)[0] != before, timeout=desk.PATIENCE)

    for key in (KEY.Key_Left, KEY.Key_Down, KEY.Key_Up, KEY.Key_Right):
        press(key)
    assert desk.boxes(program)[0].xyxy == CUP
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending)
    assert window.workspace.store.boxes(window.workspace.pictures.current)[0].xyxy == CUP
    for _ in range(4):
        QTest.keyClick(window.canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert desk.boxes(program)[0] == OFF


def test_the_actions_are_in_the_menu_and_the_fine_ones_in_the_palette_alone(program: Desktop) -> None:
    window = program.window
    listed = {
        action.objectName()
        for menu in window.header.findChildren(type(window.header._menu))
        for action in menu.actions()
    }
    assert {"snap_left", "review_snap_top"} <= listed and "review_grow_left" not in listed
    assert window.commands["review_snap_left"].shortcut().toString() == "H"
    assert window.commands["hide_boxes"].shortcut().toString() == "H"
    window.commands.set_in_review(True)
    assert not window.commands["hide_boxes"].shortcuts()
    window.commands["review_grow_left"].trigger()
    window.commands["review_shrink_top"].trigger()
    assert desk.boxes(program)[0].xyxy == (110, 103, 333, 268)


def test_in_a_review_no_key_waits_and_the_box_is_fixed(qtbot: QtBot, program: Desktop) -> None:
    window, pictures = program.window, program.window.workspace.pictures
    review, edges = window.workspace.review, window.workspace.edges
    proposed = replace(OFF, id="proposed", source="model", score=0.9)
    window.workspace.annotations.add(pictures.current, [proposed], "answer")
    with qtbot.waitSignal(review.started, timeout=desk.PATIENCE):
        review.start(pictures.session)
    assert review.current is not None and review.current.box_id == "proposed"
    qtbot.waitUntil(lambda: edges.of(pictures.current, proposed) is not None, timeout=desk.PATIENCE)
    window.canvas.editor.select(["proposed"])
    for key in (KEY.Key_Left, KEY.Key_Down, KEY.Key_Up, KEY.Key_Right):
        QTest.keyClick(window.canvas, key, KEYS.AltModifier)
    assert desk.boxes(program)[1].xyxy == CUP
    assert review.current.verdict == "fixed" and review.current.proposed.xyxy == OFF.xyxy
    for _ in range(4):
        QTest.keyClick(window.canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert desk.boxes(program)[1] == proposed and review.current.verdict == ""


def test_the_crosshair_is_there_again_after_a_restart(start, program: Desktop) -> None:
    window = program.window
    QTest.keyClick(window, KEY.Key_X, KEYS.ControlModifier | KEYS.AltModifier)
    assert window.commands["show_crosshair"].isChecked()
    window.close()
    program.close()
    again = start().window
    assert again.commands["show_crosshair"].isChecked()
    again.canvas.set_tool("draw")
    again.canvas.editor.scene.crosshair.move_to(QPointF(5, 5), 1)
    assert again.canvas.editor.scene.crosshair.at == QPointF(5, 5)


def test_by_the_keys_of_the_review_a_box_is_fixed_and_the_next_one_is_known_before(
    qtbot: QtBot, program: Desktop, tmp_path: Path
) -> None:
    window, pictures = program.window, program.window.workspace.pictures
    review, edges = window.workspace.review, window.workspace.edges
    boxes = [
        replace(OFF, id=name, source="model", score=score)
        for name, score in (("first", 0.9), ("second", 0.5))
    ]
    window.workspace.annotations.add(pictures.current, boxes, "answer")
    with qtbot.waitSignal(review.started, timeout=desk.PATIENCE):
        window.review_start.start(Start("session"))
    assert review.current.box_id == "first" and window.canvas.editor.selection == ("first",)
    qtbot.waitUntil(lambda: all(edges.of(pictures.current, box) for box in boxes), timeout=desk.PATIENCE)
    window.activateWindow()
    window.canvas.setFocus()
    for key in (KEY.Key_H, KEY.Key_J, KEY.Key_K, KEY.Key_L):
        QTest.keyClick(window.canvas, key)
    assert review.current.box.xyxy == CUP and review.current.verdict == "fixed"
    QTest.keyClick(window.canvas, KEY.Key_H, KEYS.ShiftModifier)
    QTest.keyClick(window.canvas, KEY.Key_J, KEYS.AltModifier)
    assert review.current.box.xyxy == (119, 90, 340, 259)
    QTest.keyClick(window.canvas, KEY.Key_E)
    assert review.current.box_id == "second"
    QTest.keyClick(window.canvas, KEY.Key_S)
    assert review.current.box.xyxy == CUP
    assert not window.workspace.annotations.hidden and not review.current.box.locked
