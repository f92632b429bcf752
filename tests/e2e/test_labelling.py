"""What a labelling program has: boxes go on to the next picture, an overview of large pictures, the grid of labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.review.label_grid import LabelGrid
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
BOTH = KEYS.ControlModifier | KEYS.ShiftModifier
DISHES = [Box("dish", 60, 150, 300, 200), Box("dish", 60, 260, 300, 310), Box("price", 640, 150, 720, 200)]


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """A picture with three boxes, a smaller one and a large one after it; nothing is read."""
    begun = start()
    begun.window.workspace.pictures.read_automatically = False
    Image.new("RGB", (400, 520), "white").save(tmp_path / "b.png")
    Image.linear_gradient("L").resize((3000, 2000)).save(tmp_path / "c.png")
    desk.drop(begun, desk.draw_menu(tmp_path / "a.png"), tmp_path / "b.png", tmp_path / "c.png")
    pictures = begun.window.workspace.pictures
    qtbot.waitUntil(lambda: len(pictures.records) == 3, timeout=desk.PATIENCE)
    pictures.show(next(iter(pictures.records)))
    qtbot.waitUntil(lambda: all(pictures.records[id].width for id in pictures.records), timeout=desk.PATIENCE)
    assert pictures.current
    begun.window.workspace.annotations.add(pictures.current, DISHES, "draw")
    begun.window.canvas.setFocus()
    return begun


def test_boxes_are_copied_to_the_next_picture(program: Desktop) -> None:
    window = program.window
    canvas, pictures = window.canvas, window.workspace.pictures
    first, second, _third = pictures.records
    QTest.keyClick(canvas, KEY.Key_D, BOTH)
    assert pictures.current == second
    assert [box.xyxy for box in desk.boxes(program)] == [box.xyxy for box in DISHES[:2]], "one lies outside"
    assert "1 copied" in window.notice.sentence
    assert {box.source for box in desk.boxes(program)} == {"user"}
    assert len(canvas.editor.selection) == 2
    pictures.show(first)
    canvas.editor.select([DISHES[0].id])
    QTest.keyClick(canvas, KEY.Key_D, BOTH)
    assert pictures.current == second and len(desk.boxes(program)) == 2, "it is there already"
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert not desk.boxes(program)
    assert window.workspace.store.boxes(second) == ()
    QTest.keyClick(canvas, KEY.Key_D, BOTH)
    assert "no box" in window.notice.sentence and pictures.current == second


def test_after_the_last_picture_there_is_none(program: Desktop) -> None:
    window = program.window
    last = list(window.workspace.pictures.records)[-1]
    window.workspace.pictures.show(last)
    window.workspace.annotations.add(last, DISHES, "draw")
    QTest.keyClick(window.canvas, KEY.Key_D, BOTH)
    assert "last picture" in window.notice.sentence


def test_an_overview_of_large_pictures(qtbot: QtBot, program: Desktop, start) -> None:
    window = program.window
    canvas, pictures = window.canvas, window.workspace.pictures
    minimap = canvas.minimap
    canvas.set_zoom(8.0)
    assert not minimap.isVisible(), "the picture is small"
    pictures.show(list(pictures.records)[-1])
    qtbot.waitUntil(lambda: canvas.picture_item.map is not None, timeout=desk.PATIENCE)
    assert not minimap.isVisible(), "all of it is in sight"
    QTest.keyClick(canvas, KEY.Key_1, KEYS.ControlModifier)
    assert minimap.isVisible() and minimap.geometry().right() < canvas.width()
    QTest.mouseClick(minimap, LEFT, pos=QPoint(minimap.width() - 8, minimap.height() - 8))
    seen = canvas.visible_rect()
    assert seen.right() > 2900 and seen.bottom() > 1900
    held = seen.intersected(canvas.scene().picture_rect).center()
    grip = QPoint(round(held.x() / 3000 * minimap.width()), round(held.y() / 2000 * minimap.height()))
    QTest.mousePress(minimap, LEFT, pos=grip)
    QTest.mouseMove(minimap, grip - QPoint(60, 40))
    QTest.mouseRelease(minimap, LEFT, pos=grip - QPoint(60, 40))
    moved = canvas.visible_rect()
    assert seen.center().x() - moved.center().x() == pytest.approx(60 / minimap.width() * 3000, abs=40)
    minimap.setFocus()
    QTest.keyClick(minimap, KEY.Key_Left)
    assert canvas.visible_rect().center().x() < moved.center().x()
    shown = minimap.grab().toImage()
    assert len({shown.pixelColor(x, 20).lightness() for x in range(shown.width())}) > 1
    QTest.keyClick(canvas, KEY.Key_F6)
    assert not minimap.isVisible()
    assert window.workspace.store.get_state("", "minimap") is False
    again = start().window
    assert not again.commands["show_minimap"].isChecked()
    QTest.keyClick(again, KEY.Key_F6)
    assert again.workspace.store.get_state("", "minimap") is True


def open_grid(qtbot: QtBot, program: Desktop) -> LabelGrid:
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=desk.PATIENCE)
    QTest.keyClick(window.canvas, KEY.Key_A, KEYS.ControlModifier | KEYS.AltModifier)
    return next(grid for grid in window.findChildren(LabelGrid) if grid.isVisible())


def test_all_labels_at_a_glance(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas, hidden = window.canvas, window.workspace.annotations.hidden
    window.workspace.labels.add(window.workspace.sessions.current, ["drink"])
    canvas.editor.select([DISHES[0].id])
    grid = open_grid(qtbot, program)
    shown = [grid.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert shown == ["drink, 0 boxes, key 1", "dish, 2 boxes, key 2", "price, 1 box, key 3"]
    QTest.keyClicks(grid.field, "pri")
    assert grid.model.rowCount() == 1
    QTest.keyClick(grid.field, KEY.Key_Return, KEYS.ShiftModifier)
    assert hidden.has_label("price") and grid.isVisible() and grid.all.isVisible()
    QTest.keyClick(grid.field, KEY.Key_Return, KEYS.ControlModifier)
    assert hidden.has_label("dish") and not hidden.has_label("price")
    QTest.mouseClick(grid.all, LEFT)
    assert not hidden and not grid.all.isVisible()
    grid.field.clear()
    cell = grid.list.visualRect(grid.model.index(0))
    QTest.mouseClick(grid.list.viewport(), LEFT, KEYS.ShiftModifier, cell.center())
    assert hidden.has_label("drink")
    QTest.keyClick(grid.field, KEY.Key_Right)
    assert grid.list.hasFocus() and grid.list.currentIndex().row() == 1
    QTest.keyClick(grid.list, KEY.Key_Space)
    assert hidden.has_label("dish")
    QTest.keyClicks(grid.list, "zz")
    assert grid.field.text() == "zz" and grid.nothing.isVisible()
    grid.field.clear()
    hidden.show_all()
    canvas.editor.select([DISHES[0].id])
    cell = grid.list.visualRect(grid.model.index(0))
    QTest.mouseClick(grid.list.viewport(), LEFT, pos=cell.center())
    assert not grid.isVisible()
    assert [box.label for box in desk.boxes(program)] == ["drink", "dish", "price"]
    assert canvas.editor.label_for_new == "drink"
    window.workspace.history.undo()
    assert [box.label for box in desk.boxes(program)] == ["dish", "dish", "price"]
    grid = open_grid(qtbot, program)
    QTest.keyClick(grid, KEY.Key_Escape)
    assert not grid.isVisible()
