"""Parts of a picture are ignored: chosen or drawn, undone, saved as a template, applied to other pictures and sessions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.window.ignore_dialog import IgnoreDialog
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    begun = start()
    desk.drop(begun, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, begun)
    begun.window.canvas.setFocus()
    return begun


def texts(program: Desktop, picture: str = "") -> list[str]:
    pictures = program.window.workspace.pictures
    page = pictures.page(picture or pictures.current)
    return [line.text for line in page.lines] if page else []


def test_selected_text_and_a_drawn_part_are_ignored_and_undone(qtbot: QtBot, start, program: Desktop) -> None:
    window, canvas, workspace = program.window, program.window.canvas, program.window.workspace
    before, layer = texts(program), canvas.text_layer
    line = before.index("Tomato Soup")
    layer.select(layer._map.line_selection(line))
    QTest.keyClick(canvas, KEY.Key_X, KEYS.AltModifier | KEYS.ShiftModifier)
    assert "Tomato Soup" not in texts(program) and len(canvas.ignored_layer.parts) == 1
    assert "Tomato" in canvas.ignored_layer._items[0].toolTip()
    QTest.keyClick(canvas, KEY.Key_X, KEYS.AltModifier | KEYS.ShiftModifier)
    assert canvas.tool == "ignore" and "Drag over" in window.notice.sentence
    from_, to = (canvas.mapFromScene(QPointF(*at)) for at in ((40, 20), (500, 110)))
    QTest.mousePress(canvas.viewport(), LEFT, pos=from_)
    QTest.mouseMove(canvas.viewport(), (from_ + to) / 2)
    QTest.mouseMove(canvas.viewport(), to)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=to)
    assert canvas.tool == "select" and "LUNCH MENU" not in texts(program)
    assert len(canvas.ignored_layer.parts) == 2
    with qtbot.waitSignal(workspace.pictures.reading.ended, timeout=desk.PATIENCE):
        QTest.keyClick(canvas, KEY.Key_R, KEYS.ControlModifier)
    assert {"Tomato Soup", "LUNCH MENU"}.isdisjoint(texts(program)), "also when it is read again"
    answer = desk.ask(qtbot, program, "find soup")
    assert not answer.answer.boxes
    qtbot.waitUntil(lambda: not workspace.write_queue.pending)
    assert [hit.kind for hit in workspace.store.search("Tomato") if hit.kind == "text"] == []
    canvas.setFocus()
    window.commands["show_ignored"].trigger()
    assert canvas.ignored_layer.parts == []
    window.commands["show_ignored"].trigger()
    at = canvas.viewport().mapToGlobal(canvas.mapFromScene(QPointF(100, 60)))
    canvas.picture_menu_wanted.emit(at)
    (entry,) = [
        one
        for menu in canvas.findChildren(QMenu)
        for one in menu.actions()
        if one.objectName() == "read_again_part"
    ]
    entry.trigger()
    for menu in canvas.findChildren(QMenu):
        menu.close()
    assert "LUNCH MENU" in texts(program) and "Tomato Soup" not in texts(program)
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert "LUNCH MENU" not in texts(program)
    for _ in range(2):
        QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier)
    assert texts(program) == before and canvas.ignored_layer.parts == []
    QTest.keyClick(canvas, KEY.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    window.close()
    program.close()
    again = start()
    qtbot.waitUntil(lambda: bool(again.window.canvas.text_layer.page.lines), timeout=desk.PATIENCE)
    assert "Tomato Soup" not in texts(again) and len(again.window.canvas.ignored_layer.parts) == 1


def test_a_template_fits_another_size_and_the_session(qtbot: QtBot, program: Desktop, tmp_path: Path) -> None:
    window, canvas, workspace = program.window, program.window.canvas, program.window.workspace
    pictures, first = workspace.pictures, workspace.pictures.current
    canvas.editor.add(Box("foot", 40, 340, 780, 500))
    QTest.keyClick(canvas, KEY.Key_X, KEYS.AltModifier | KEYS.ShiftModifier)
    assert {"Tomato Soup", "$7"}.isdisjoint(texts(program))
    window.commands["ignore_templates"].trigger()
    dialog = window.findChild(IgnoreDialog)
    qtbot.waitUntil(dialog.name.hasFocus, timeout=desk.PATIENCE)
    assert not dialog.apply.isEnabled()
    QTest.keyClicks(dialog.name, "Lunch")
    QTest.keyClick(dialog.name, KEY.Key_Return)
    assert dialog.list.count() == 1 and dialog.isVisible()
    dialog.reject()
    large = Image.open(tmp_path / "menu.png").resize((1600, 1040))
    large.save(tmp_path / "large.png")
    desk.drop(program, tmp_path / "large.png")
    qtbot.waitUntil(lambda: pictures.current != first, timeout=desk.PATIENCE)
    second = desk.wait_read(qtbot, program)
    assert "Tomato Soup" in texts(program)
    window.commands["ignore_templates"].trigger()
    dialog = next(one for one in window.findChildren(IgnoreDialog) if one.isVisible())
    QTest.keyClick(dialog.list, KEY.Key_Return)
    assert not dialog.isVisible() and "Tomato Soup" not in texts(program) and "Garden Pizza" in texts(program)
    window.commands["undo"].trigger()
    assert "Tomato Soup" in texts(program)
    window.commands["ignore_templates"].trigger()
    dialog = next(one for one in window.findChildren(IgnoreDialog) if one.isVisible())
    with qtbot.waitSignal(workspace.ignoring.session_done, timeout=desk.PATIENCE):
        QTest.mouseClick(dialog.to_session, LEFT)
    assert "Tomato Soup" not in texts(program, second) and "Tomato Soup" not in texts(program, first)
    other = Image.open(tmp_path / "menu.png").resize((1200, 780))
    other.save(tmp_path / "later.png")
    desk.drop(program, tmp_path / "later.png")
    qtbot.waitUntil(lambda: pictures.current not in (first, second), timeout=desk.PATIENCE)
    desk.wait_read(qtbot, program)
    assert "Tomato Soup" not in texts(program) and "Garden Pizza" in texts(program), "what is read later too"
    with qtbot.waitSignal(workspace.ignoring.session_done, timeout=desk.PATIENCE):
        workspace.history.undo()
    assert "Tomato Soup" in texts(program, second) and "Tomato Soup" not in texts(program, first)
