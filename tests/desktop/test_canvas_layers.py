"""Picture, text and boxes under one mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from boxes import Bench, make_box
from eyebox.annotations.box_model import BoxModel
from eyebox.canvas.view import CanvasView
from eyebox.theme.theme import Theme
from pages import line, page

PAGE = page(line("Salmon Burger", 100, 100), line("Turkey Burger", 100, 140), blocks=((0, 1),))


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    theme = Theme()
    theme.set_motion(False)
    view = CanvasView(theme)
    qtbot.addWidget(view)
    view.resize(1100, 1100)
    view.set_picture_rect(1000, 1000)
    view.text_layer.set_page(PAGE)
    model, stack = BoxModel(view), QUndoStack(view)
    model.insert([make_box("dish", 90, 130, 150, 40)])
    view.set_boxes(model, stack)
    with qtbot.waitExposed(view):
        view.show()
    return Bench(view, model, stack, theme)


def test_dragging_over_text_selects_text(bench: Bench) -> None:
    bench.view.editor.select(["dish"])
    bench.drag((101, 110), (229, 110))
    assert bench.view.text_layer.selected_text() == "Salmon Burger"
    assert bench.view.editor.selection == ()
    assert bench.stack.count() == 0


def test_a_selection_of_text_may_run_over_boxes(bench: Bench) -> None:
    bench.drag((101, 110), (159, 150))
    assert bench.view.text_layer.selected_text() == "Salmon Burger\nTurkey"
    assert bench.xyxy("dish") == (90, 130, 240, 170)


def test_text_inside_an_unselected_box_is_selected_by_dragging(bench: Bench) -> None:
    bench.drag((101, 150), (229, 150))
    assert bench.view.text_layer.selected_text() == "Turkey Burger"
    assert bench.view.editor.selection == () and bench.stack.count() == 0
    bench.click(150, 150)
    assert bench.view.text_layer.selected_text() == "" and bench.view.editor.selection == ("dish",)
    bench.click(150, 110)
    assert bench.view.editor.selection == ()


def test_a_selected_box_over_text_is_dragged_and_alt_reaches_the_text(bench: Bench) -> None:
    bench.click(150, 150)
    bench.drag((150, 150), (170, 150))
    assert bench.view.text_layer.selected_text() == ""
    assert bench.xyxy("dish") == (110, 130, 260, 170)
    bench.drag((101, 150), (229, 150), Qt.KeyboardModifier.AltModifier)
    assert bench.view.text_layer.selected_text() == "Turkey Burger"
    assert bench.xyxy("dish") == (110, 130, 260, 170)


def test_a_press_beside_everything_lets_go_of_both(bench: Bench) -> None:
    bench.drag((101, 110), (229, 110))
    bench.click(700, 700)
    assert bench.view.text_layer.selected_text() == ""
    bench.view.editor.select(["dish"])
    bench.click(700, 700)
    assert bench.view.editor.selection == ()


def test_a_double_click_on_text_selects_a_word(bench: Bench, qtbot: QtBot) -> None:
    qtbot.mouseDClick(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=bench.at(120, 110))
    assert bench.view.text_layer.selected_text() == "Salmon"


def test_boxes_can_be_drawn_over_text(bench: Bench) -> None:
    bench.view.set_tool("draw")
    bench.drag((100, 100), (200, 120))
    assert bench.view.text_layer.selected_text() == ""
    bench.key(Qt.Key.Key_Escape)


def test_a_place_that_was_found_is_brought_into_sight(bench: Bench) -> None:
    bench.view.set_zoom(6)
    bench.view.show_rect(QRectF(900, 900, 50, 20))
    assert bench.view.visible_rect().contains(925, 910)
    bench.view.text_layer.find("Salmon")
    assert bench.view.visible_rect().contains(130, 110)


def test_cursors_tell_what_a_press_would_do(bench: Bench) -> None:
    layer = bench.view.scene().box_layer  # type: ignore[attr-defined]
    bench.move(700, 700)
    assert not layer.hasCursor()
    bench.move(150, 150)
    assert layer.cursor().shape() == Qt.CursorShape.IBeamCursor
    bench.move(234, 138)
    assert layer.cursor().shape() == Qt.CursorShape.PointingHandCursor
    bench.view.grab()
    for edge_or_label in ((240, 155), (96, 122)):
        bench.move(*edge_or_label)
        assert layer.cursor().shape() == Qt.CursorShape.SizeAllCursor
    bench.click(150, 150)
    bench.move(150, 151)
    assert layer.cursor().shape() == Qt.CursorShape.SizeAllCursor
    bench.move(240, 150)
    assert layer.cursor().shape() == Qt.CursorShape.SizeHorCursor
    bench.move(700, 700)
    assert not layer.hasCursor()
    bench.view.set_tool("draw")
    bench.move(150, 150)
    assert layer.cursor().shape() == Qt.CursorShape.CrossCursor
