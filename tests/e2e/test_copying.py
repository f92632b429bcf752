"""What is copied, by mouse and by keys, is what Excel and mail take; the window says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.chat.answer_view import AnswerView
from eyebox.window.panel import TEXT

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
ROWS = "Salmon Burger\t$12\nGarden Pizza\t$14\nTomato Soup\t$7"
TABLE = (
    "<table><tr><td>Salmon Burger</td><td>$12</td></tr><tr><td>Garden Pizza</td><td>$14</td></tr>"
    "<tr><td>Tomato Soup</td><td>$7</td></tr></table>"
)


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """The bill of fare, read. The clipboard of a screen that is none does not say whose it is."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    begun = start()
    desk.drop(begun, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, begun)
    return begun


def clipboard() -> tuple[str, str]:
    data = QApplication.clipboard().mimeData()
    return data.text(), data.html() if data.hasHtml() else ""


def press(program: Desktop, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, key, keys)


def test_rows_on_the_picture_are_copied_as_a_table_and_said_to_be(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    window.canvas.setFocus()
    press(program, Qt.Key.Key_A, CONTROL)
    press(program, Qt.Key.Key_C, CONTROL)
    assert clipboard() == (f"LUNCH MENU\n\n{ROWS}", f"<p>LUNCH MENU</p>{TABLE}")
    before = "800 × 520"
    assert window.status.text.text().startswith("Copied: LUNCH MENU Salmon Burger $12")
    press(program, Qt.Key.Key_J, CONTROL | ALT)
    assert clipboard() == ("LUNCH MENU Salmon Burger $12 Garden Pizza $14 Tomato Soup $7", "")
    press(program, Qt.Key.Key_C, CONTROL | ALT | SHIFT)
    assert clipboard()[0] == f"LUNCH MENU\t\n{ROWS}"
    qtbot.waitUntil(lambda: window.status.text.text().startswith(before))


def test_the_menu_of_a_selection_copies_it_as_one_line(qtbot: QtBot, program: Desktop) -> None:
    canvas = program.window.canvas
    layer = canvas.text_layer
    layer.select_all()
    at = canvas.mapFromScene(layer.line_rect(1).center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Copy as one line").trigger()
    menu.close()
    assert clipboard()[0] == "LUNCH MENU Salmon Burger $12 Garden Pizza $14 Tomato Soup $7"


def test_the_text_tab_copies_tables_by_its_button_and_by_keys(qtbot: QtBot, program: Desktop) -> None:
    program.window.panel.tabs.setCurrentIndex(TEXT)
    panel = program.window.reading_controller.text_panel
    (button,) = [b for b in panel.findChildren(QToolButton) if b.accessibleName() == "Copy all"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clipboard() == (f"LUNCH MENU\n\n{ROWS}", f"<p>LUNCH MENU</p>{TABLE}")
    assert button.toolTip() == "Copied"
    qtbot.waitUntil(lambda: button.toolTip() == "Copy all")
    (text,) = [e for e in panel.findChildren(QPlainTextEdit) if e.accessibleName() == "Text of the picture"]
    text.setFocus()
    press(program, Qt.Key.Key_A, CONTROL)
    press(program, Qt.Key.Key_C, CONTROL)
    assert clipboard() == (f"LUNCH MENU\n\n{ROWS}", f"<p>LUNCH MENU</p>{TABLE}")
    press(program, Qt.Key.Key_G, CONTROL | ALT)
    assert clipboard()[0] == "LUNCH MENU\n\nSalmon Burger $12\n\nGarden Pizza $14\n\nTomato Soup $7"


def test_a_table_of_an_answer_is_copied_by_its_button(qtbot: QtBot, program: Desktop) -> None:
    turn = desk.ask(qtbot, program, "make a table")
    pane = program.window.chat_controller.pane(program.window.chat_controller.active)
    (view,) = [v for v in pane.findChildren(AnswerView) if v.entry.id == turn.id]
    qtbot.waitUntil(lambda: not view.body.busy)
    (button,) = [b for b in view.findChildren(QToolButton) if b.accessibleName() == "Copy answer"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    text, html = clipboard()
    assert text == f"LUNCH MENU\t\n{ROWS}"
    assert html.startswith(
        "<table><tr><th>LUNCH MENU</th><th></th></tr><tr><td>Salmon Burger</td><td>$12</td>"
    )
    assert button.toolTip() == "Copied"


def test_the_order_of_text_is_chosen_where_it_is_read(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    window.canvas.setFocus()
    press(program, Qt.Key.Key_U, CONTROL | ALT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    chosen = [action.text() for action in menu.actions() if action.isChecked()]
    assert chosen == ["Automatic"]
    assert window.panel.tabs.currentIndex() == TEXT
    with qtbot.waitSignal(window.workspace.pictures.page_ready, timeout=desk.PATIENCE):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert program.program.settings.reading_order == "columns"
    (button,) = [
        b for b in window.panel.findChildren(QToolButton) if b.text() == "Order: columns" and b.isVisible()
    ]
    assert button.accessibleName() == "Order of the text: Column by column"


def test_text_on_the_picture_is_selected_by_keys(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    layer = window.canvas.text_layer
    window.canvas.setFocus()
    press(program, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert layer.selected_text() == "LUNCH"
    press(program, Qt.Key.Key_Right, SHIFT)
    press(program, Qt.Key.Key_End, SHIFT)
    assert layer.selected_text() == "LUNCH MENU"
    press(program, Qt.Key.Key_Down, SHIFT)
    press(program, Qt.Key.Key_End, SHIFT | CONTROL)
    assert layer.selected_text().endswith("$7")
    press(program, Qt.Key.Key_Home, SHIFT | CONTROL)
    assert layer.selected_text() == ""
    press(program, Qt.Key.Key_A, CONTROL)
    at = window.canvas.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, window.canvas.mapToGlobal(at))
    QApplication.sendEvent(window.canvas, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    press(program, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert layer.selected_text() == ""


def test_every_button_that_copies_says_so(qtbot: QtBot, program: Desktop) -> None:
    turn = desk.ask(qtbot, program, "read the text")
    pane = program.window.chat_controller.pane(program.window.chat_controller.active)
    question = pane.transcript.view_of(turn.parent)
    answer = pane.transcript.view_of(turn.id)
    assert question and answer
    for view, name, words in (
        (question, "Copy question", "read the text"),
        (answer, "Copy answer", "LUNCH MENU"),
    ):
        (button,) = [b for b in view.findChildren(QToolButton) if b.accessibleName() == name]
        tip = button.toolTip()
        button.setFocus()
        press(program, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
        assert clipboard()[0].startswith(words)
        assert program.window.status.text.text().startswith(f"Copied: {words}")
        assert button.toolTip() == "Copied"
        qtbot.waitUntil(lambda button=button, tip=tip: button.toolTip() == tip)  # type: ignore[misc]
    program.window.notice.show_error("It broke.", details="killed by signal 9")
    program.window.notice.unfold.click()
    program.window.notice.copy_button.click()
    assert clipboard()[0] == "killed by signal 9"
    assert program.window.notice.copy_button.text() == "Copied"
    qtbot.waitUntil(lambda: program.window.notice.copy_button.text() == "Copy details")
