"""The menus of the text on a picture, and of the picture itself; and the keys for what is in them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.canvas.text_selection import Position, Selection


def open_menu(program: Desktop, place: QPointF | None) -> dict[str, QAction]:
    """The entries of the menu at a place of the picture, or by the key for it."""
    canvas = program.window.canvas
    at = canvas.mapFromScene(place) if place is not None else QPoint(10, 10)
    by = QContextMenuEvent.Reason.Mouse if place is not None else QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(by, at, canvas.viewport().mapToGlobal(at), Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def choose(entry: QAction) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())


def test_the_menu_of_the_text(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    canvas, layer = window.canvas, window.canvas.text_layer
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, program)
    number = next(n for n, line in enumerate(layer.page.lines) if line.text == "Garden Pizza")
    on_line = layer.line_rect(number).center()

    choose(open_menu(program, on_line)["Copy the line"])
    assert QApplication.clipboard().text() == "Garden Pizza" == layer.selected_text()
    layer.clear_selection()
    choose(open_menu(program, on_line)["Copy the block"])
    assert "Garden Pizza" in QApplication.clipboard().text()
    layer.clear_selection()

    choose(open_menu(program, on_line)["Make a box of it"])
    (box,) = desk.boxes(program)
    assert box.label == "Garden Pizza" and canvas.editor.selection == (box.id,)
    assert abs(box.x1 - layer.line_rect(number).left()) < 2
    window.commands["undo"].trigger()
    assert desk.boxes(program) == ()

    choose(open_menu(program, on_line)["Find the same"])
    bar = window.reading_controller.find_bar
    assert bar.isVisible() and bar.findChild(QLineEdit).text() == "Garden Pizza"
    QTest.keyClick(bar.findChild(QLineEdit), Qt.Key.Key_Escape)

    choose(open_menu(program, on_line)["Ask about it"])
    composer = window.chat_controller.pane(window.chat_controller.active).composer
    assert composer.draft == "find “Garden Pizza”" and composer.edit.hasFocus()
    composer.set_draft("")

    # A part of a line, by keys.
    canvas.setFocus()
    layer.select(Selection(Position(number, 0), Position(number, 6)))
    entries = open_menu(program, None)
    assert {"Copy", "Make a box of it", "Ask about it", "Find the same"} <= set(entries)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(canvas, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    (box,) = desk.boxes(program)
    assert box.label == "Garden" and box.width < layer.line_rect(number).width() * 0.8


def test_the_menu_of_the_picture(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    workspace = window.workspace
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    picture = desk.wait_read(qtbot, program)
    entries = open_menu(program, QPointF(400, 500))
    choose(entries["Turn right"])
    assert workspace.pictures.records[picture].turns == 1
    qtbot.waitUntil(lambda: picture in workspace.pictures.pixels, timeout=desk.PATIENCE)
    choose(open_menu(program, None)["Copy as a picture"])
    assert QApplication.clipboard().image().size().toTuple() == (520, 800)
    choose(open_menu(program, QPointF(30, 400))["Fit the width"])
    assert not window.canvas.is_fitted
    with qtbot.waitSignal(workspace.pictures.reading.ended, timeout=desk.PATIENCE):
        choose(open_menu(program, None)["Read the text again"])
