"""Keys of the window: they work wherever the focus is, but for what is typed into fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.window import shape
from eyebox.window.queue_panel import QueuePanel
from eyebox_models.protocol.box import Box

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
DISHES = [Box("beef", 60, 150, 300, 200), Box("veal", 60, 260, 300, 310)]


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """Two pictures, the one shown with two boxes; nothing is read."""
    begun = start()
    begun.window.workspace.pictures.read_automatically = False
    desk.drop(begun, desk.draw_menu(tmp_path / "bill.png"), desk.draw_menu(tmp_path / "vegetables.png"))
    qtbot.waitUntil(lambda: len(begun.window.workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    picture = begun.window.workspace.pictures.current
    assert picture
    begun.window.workspace.annotations.add(picture, DISHES, "draw")
    return begun


def focusable(program: Desktop) -> Iterator[QWidget]:
    """All parts of the window that take the focus, tab by tab."""
    for tab in range(3):
        program.window.panel.tabs.setCurrentIndex(tab)
        for widget in (program.window, *program.window.findChildren(QWidget)):
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                yield widget


def takes_text(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)


def views(program: Desktop) -> tuple[QWidget, QWidget]:
    """The filmstrip's list and that of the boxes."""
    program.window.panel.tabs.setCurrentIndex(1)
    return program.window.filmstrip.focusProxy(), program.window.box_controller.box_list._list


def test_tools_are_chosen_wherever_the_focus_is_but_in_fields(program: Desktop) -> None:
    window = program.window
    window.reading_controller.find_bar.open("Salmon")
    tried = 0
    for widget in focusable(program):
        for key, tool in ((KEY.Key_B, "draw"), (KEY.Key_V, "select")):
            window.canvas.set_tool("select" if tool == "draw" else "draw")
            widget.setFocus()
            if window.focusWidget() is not widget:
                continue
            before = window.canvas.tool
            QTest.keyClick(widget, key)
            assert window.canvas.tool == (before if takes_text(widget) else tool), (widget, key)
            tried += 1
    assert tried > 40
    for _ in range(2):
        QTest.keyClick(window.canvas, KEY.Key_V)
        assert window.commands["tool_select"].isChecked() and window.canvas.tool == "select"


def test_no_letter_is_type_ahead_of_a_list(program: Desktop) -> None:
    window = program.window
    film, boxes = views(program)
    current = window.workspace.pictures.current
    rect = film.visualRect(film.model().index(0, 0))
    QTest.mouseClick(film.viewport(), LEFT, pos=rect.center())
    QTest.keyClick(film, KEY.Key_B)
    assert window.canvas.tool == "draw" and window.commands["tool_draw"].isChecked()
    for letter in "vegB":
        film.setFocus()
        QTest.keyClicks(film, letter)
    assert window.workspace.pictures.current == current
    QTest.mouseClick(boxes.viewport(), LEFT, pos=boxes.visualRect(boxes.model().index(0, 0)).center())
    for letter in "vB":
        boxes.setFocus()
        QTest.keyClicks(boxes, letter)
    assert window.canvas.editor.selection == (DISHES[0].id,)


def test_keys_for_boxes_work_from_anywhere_while_lists_and_fields_keep_their_own(program: Desktop) -> None:
    window = program.window
    film, boxes = views(program)
    window.canvas.editor.select([DISHES[0].id])
    boxes.setFocus()
    QTest.keyClick(boxes, KEY.Key_D, KEYS.ControlModifier)
    assert len(desk.boxes(program)) == 3
    window.panel.tabs.setFocus()
    QTest.keyClick(window.panel.tabs, KEY.Key_Delete)
    assert len(desk.boxes(program)) == 2 and len(window.workspace.pictures.records) == 2
    window.panel.tabs.setFocus()
    window.canvas.editor.select([DISHES[1].id])
    QTest.keyClick(window.panel.tabs, KEY.Key_F2)
    editor = window.focusWidget()
    QTest.keyClicks(editor, "bv")
    QTest.keyClick(editor, KEY.Key_Return)
    assert [box.label for box in desk.boxes(program)] == ["beef", "bv"]
    QTest.mouseClick(boxes.viewport(), LEFT, pos=boxes.visualRect(boxes.model().index(0, 0)).center())
    QTest.keyClick(boxes, KEY.Key_F2)
    assert isinstance(window.focusWidget(), QLineEdit) and boxes.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), KEY.Key_Escape)
    QTest.keyClick(boxes, KEY.Key_Delete)
    assert [box.label for box in desk.boxes(program)] == ["bv"]
    window.canvas.editor.select([DISHES[1].id])
    composer = window.chat_controller.pane(window.chat_controller.active).composer
    composer.edit.setFocus()
    QTest.keyClicks(composer.edit, "bvBV")
    QTest.keyClick(composer.edit, KEY.Key_Home)
    QTest.keyClick(composer.edit, KEY.Key_Delete)
    QTest.keyClick(composer.edit, KEY.Key_D, KEYS.ControlModifier)
    assert composer.draft[-2:] == "BV" and [box.label for box in desk.boxes(program)] == ["bv"]
    film.setFocus()
    window.canvas.editor.select([DISHES[1].id])
    QTest.keyClick(film, KEY.Key_Delete)
    assert len(window.workspace.pictures.records) == 1


def test_escape_closes_the_queue_before_anything_else_also_an_empty_one(program: Desktop) -> None:
    window = program.window
    window.commands["full_screen"].setChecked(True)
    window.canvas.editor.select([DISHES[0].id])
    for focus in (None, window.canvas, window.panel.tabs):
        window.canvas.setFocus()
        window.commands["queue"].trigger()
        queue = window.findChild(QueuePanel)
        assert queue.isVisible()
        if focus is not None:
            focus.setFocus()
        QTest.keyClick(window.focusWidget(), KEY.Key_Escape)
        assert not queue.isVisible() and window.canvas.editor.selection and window.isFullScreen()


def test_escape_takes_away_one_thing_after_the_other(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    canvas = window.canvas

    def escape() -> None:
        QTest.keyClick(window.focusWidget(), KEY.Key_Escape)

    window.commands["full_screen"].trigger()
    assert window.isFullScreen()
    canvas.set_tool("draw")
    canvas.editor.select([DISHES[0].id])
    window.reading_controller.find_bar.open("Salmon")
    a = canvas.mapFromScene(400, 90)
    canvas.setFocus()
    canvas.set_tool("select")
    QTest.mousePress(canvas.viewport(), LEFT, KEYS.ShiftModifier, canvas.mapFromScene(20, 20))
    QTest.mouseMove(canvas.viewport(), a)
    assert canvas._tool.is_busy
    escape()
    assert not canvas._tool.is_busy and window.reading_controller.is_finding
    QTest.mouseRelease(canvas.viewport(), LEFT, KEYS.ShiftModifier, a)
    canvas.editor.select([DISHES[0].id])
    canvas.editor.rename_selected()
    escape()
    assert window.focusWidget() is canvas and window.reading_controller.is_finding
    escape()
    assert not window.reading_controller.is_finding and canvas.editor.selection
    escape()
    assert not canvas.editor.selection
    canvas.set_tool("draw")
    escape()
    assert canvas.tool == "select" and window.isFullScreen()
    escape()
    assert not window.isFullScreen() and not window.commands["full_screen"].isChecked()


def test_escape_leaves_full_screen_wherever_the_focus_is(program: Desktop) -> None:
    window = program.window
    for widget in focusable(program):
        window.commands["full_screen"].setChecked(True)
        widget.setFocus()
        QTest.keyClick(widget, KEY.Key_Escape)
        assert not window.isFullScreen(), widget


def test_full_screen_goes_back_to_what_was_and_is_left_after_a_restart_too(
    start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shape, "SOON_MS", 3_600_000)  # what the fixture resizes is not kept
    window = start().window
    window.showMaximized()
    for full in (True, False):
        window.commands["full_screen"].trigger()
        assert window.isFullScreen() == full
    assert window.isMaximized()
    window.commands["full_screen"].trigger()
    window.close()
    again = start().window
    again.shape.restore(again.commands["full_screen"])  # what the fixture resized
    assert again.isFullScreen() and again.commands["full_screen"].isChecked()
    QTest.keyClick(again, KEY.Key_Escape)
    assert not again.isFullScreen()


def test_escape_in_a_chat_stops_its_answer_before_anything_else(
    qtbot: QtBot, program: Desktop, tmp_path: Path
) -> None:
    window = program.window
    steps = [{"text": "word "}, {"wait": None}, {"text": "never"}]
    desk.use_script(program, tmp_path / "s.json", {"answers": [{"steps": steps}]})
    window.commands["full_screen"].setChecked(True)
    composer = window.chat_controller.pane(window.chat_controller.active).composer
    composer.edit.setFocus()
    QTest.keyClicks(composer.edit, "hello")
    QTest.keyClick(composer.edit, KEY.Key_Return)
    qtbot.waitUntil(lambda: composer.answering, timeout=desk.PATIENCE)
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE):
        QTest.keyClick(composer.edit, KEY.Key_Escape)
        assert window.isFullScreen()
    assert not composer.answering
    QTest.keyClick(composer.edit, KEY.Key_Escape)
    assert not window.isFullScreen()
