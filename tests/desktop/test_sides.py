"""Sides of the selected box by keys: over the edges near them and back, by single pixels, each a step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from boxes import Bench
from eyebox.annotations.box_model import BoxModel
from eyebox.canvas.sides import SIDES
from eyebox.canvas.view import CanvasView
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box, BoxEdges, Edge

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
OUTWARD, INWARD = KEYS.AltModifier | KEYS.ShiftModifier, KEYS.ControlModifier | KEYS.ShiftModifier
BOX = Box("cup", 100, 100, 200, 160, id="cup")
EDGES = BoxEdges(left=(Edge(92.5, 9), Edge(100.2, 8), Edge(104, 3)), top=(Edge(900, 5), Edge(159.5, 4)))


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    theme = Theme()
    theme.set_motion(False)
    view = CanvasView(theme)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    model, stack = BoxModel(view), QUndoStack(view)
    model.insert([BOX, Box("locked", 300, 100, 400, 160, id="locked", locked=True)])
    view.set_picture_rect(800, 600)
    view.set_boxes(model, stack)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    view.editor.select(["cup"])
    return Bench(view, model, stack, theme)


def cup(bench: Bench) -> Box:
    box = bench.model.box("cup")
    assert box is not None
    return box


def test_a_side_goes_over_its_edges_and_back_as_one_step(bench: Bench) -> None:
    places = []
    for _ in range(2):
        bench.view.sides.snap("left", EDGES)
        places.append(cup(bench).x1)
        guide = bench.view.editor.scene.selection_layer.marks.guide
        assert guide is not None and guide.is_upright and guide.at == cup(bench).x1
    assert places == [92.5, 104]  # the one that it is on already is left out
    assert bench.stack.count() == 1 and bench.stack.undoText() == "Move the left side"
    bench.stack.undo()
    assert cup(bench) == BOX
    bench.stack.redo()
    bench.view.sides.snap("left", EDGES)
    assert cup(bench) == BOX and bench.stack.count() == 0


def test_after_another_edit_a_new_round_begins(bench: Bench) -> None:
    bench.view.sides.snap("left", EDGES)
    bench.view.editor.nudge(1, 0)
    bench.view.sides.snap("left", EDGES)
    assert cup(bench).x1 == 92.5 and bench.stack.count() == 3
    bench.view.sides.snap("bottom", EDGES)
    bench.view.sides.snap("left", EDGES)
    assert cup(bench).x1 == 100.2


def test_edges_beyond_the_picture_or_the_other_side_are_none(bench: Bench) -> None:
    said = QSignalSpy(bench.view.editor.noticed)
    bench.view.sides.snap("top", EDGES)
    bench.view.sides.snap("right", EDGES)
    assert cup(bench) == BOX and bench.stack.count() == 0
    assert [said.at(at)[0] for at in range(said.count())] == [
        "There is no edge near the top side.",
        "There is no edge near the right side.",
    ]


def test_what_is_not_known_yet_is_asked_for_and_done_when_it_comes(bench: Bench) -> None:
    wanted = QSignalSpy(bench.view.sides.edges_wanted)
    bench.view.sides.snap("left", None)
    assert wanted.count() == 1 and wanted.at(0)[0] == BOX and cup(bench) == BOX
    bench.view.sides.take("other", EDGES)
    assert cup(bench) == BOX
    bench.view.sides.take("cup", EDGES)
    assert cup(bench).x1 == 92.5
    bench.view.sides.take("cup", EDGES)
    assert cup(bench).x1 == 92.5
    bench.view.sides.snap("top", None)
    bench.view.editor.select([])
    bench.view.sides.take("cup", EDGES)
    assert cup(bench).y1 == 100


def test_all_keys_that_were_pressed_before_the_edges_came_are_done(bench: Bench) -> None:
    for side in ("left", "bottom", "left"):
        bench.view.sides.snap(side, None)  # type: ignore[arg-type]
    assert bench.view.sides.waiting == BOX
    bench.view.sides.take("cup", BoxEdges(EDGES.left, (), (), (Edge(171, 4),)))
    assert cup(bench).xyxy == (100.2, 100, 200, 171)
    assert bench.view.sides.waiting is None


def test_all_sides_at_once_are_one_step(bench: Bench) -> None:
    edges = BoxEdges(EDGES.left, (Edge(90, 5),), (Edge(900, 1), Edge(210, 1)), (Edge(171, 4),))
    bench.view.sides.snap_all(None)
    bench.view.sides.take("cup", edges)
    assert cup(bench).xyxy == (92.5, 90, 200, 171)
    assert bench.stack.count() == 1 and bench.stack.undoText() == "Put a box onto edges"
    said = QSignalSpy(bench.view.editor.noticed)
    bench.view.sides.snap_all(edges)
    assert said.count() == 1 and bench.stack.count() == 1
    bench.view.sides.snap("left", edges)
    assert cup(bench).x1 == 100.2
    bench.stack.undo()
    bench.stack.undo()
    assert cup(bench) == BOX


def test_keys_move_a_side_by_pixels_to_the_least_box(bench: Bench) -> None:
    for key, side in ((KEY.Key_Left, 0), (KEY.Key_Up, 1), (KEY.Key_Right, 2), (KEY.Key_Down, 3)):
        out = [-1, -1, 1, 1][side]
        before = cup(bench).xyxy[side]
        QTest.keyClick(bench.view, key, OUTWARD)
        assert cup(bench).xyxy[side] == before + out
        QTest.keyClick(bench.view, key, INWARD)
        assert cup(bench).xyxy[side] == before
    assert cup(bench) == BOX
    for _ in range(300):
        bench.view.sides.nudge("left", 1)
    assert cup(bench).x1 == 0
    for _ in range(300):
        bench.view.sides.nudge("left", -1)
    assert cup(bench).x1 == 199
    bench.stack.undo()
    assert cup(bench) == BOX


def test_it_says_why_nothing_is_done(bench: Bench) -> None:
    said = QSignalSpy(bench.view.editor.noticed)
    bench.view.editor.select(["locked"])
    bench.view.sides.nudge("left", 1)
    bench.view.editor.select(["locked", "cup"])
    for side in SIDES:
        bench.view.sides.snap(side, EDGES)
    assert bench.stack.count() == 0 and said.count() == 5
    assert "locked" in said.at(0)[0] and "Select one box" in said.at(1)[0]
