"""Keys and edit actions of the real window are for the text with the focus first; the picture comes after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QUndoCommand, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from chat_turns import answer, question
from eyebox import app
from eyebox.chat.answer_view import AnswerView
from eyebox.chat.body import MessageBody
from eyebox.chat.pane import ChatPane
from eyebox.folders import Folders
from eyebox.session.conversation import Conversation
from eyebox.window.main_window import MainWindow
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.page import Line, Page, Word

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TEXT_TAB, BOXES_TAB = 2, 1


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    program = app.build(Folders.under(tmp_path / "home"))
    window = program.window
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.commands.enable_for(True)
    yield window
    program.close()
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def pane_of(window: MainWindow) -> ChatPane:
    return window.chat_controller.pane(window.chat_controller.active)


def show_chat(
    qtbot: QtBot, window: MainWindow, text: str = "A fox and a hound", **more: object
) -> AnswerView:
    pane = pane_of(window)
    pane.set_conversation(Conversation([question("q"), answer("a", text, "q", **more)]))
    qtbot.waitUntil(lambda: pane.transcript.settled)
    view = pane.transcript.answer_view("a")
    assert view is not None
    return view


def select(body: MessageBody, words: str) -> None:
    body.setFocus()
    cursor = body.document().find(words)
    assert cursor.hasSelection()
    body.setTextCursor(cursor)


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """The key as the window gets it: shortcuts first, then the widget with the focus."""
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def copied(window: MainWindow) -> str:
    QGuiApplication.clipboard().setText("nothing")
    press(window, Qt.Key.Key_C, CONTROL)
    return QGuiApplication.clipboard().text()


def page_of(text: str) -> Page:
    words = text.split()
    wide = 90.0 / len(words)
    boxes = [(at * wide, 0.0, (at + 1) * wide, 9.0) for at in range(len(words))]
    line = Line(
        text,
        0.9,
        (0.0, 0.0, 90.0, 9.0),
        ((0.0, 0.0), (90.0, 0.0), (90.0, 9.0), (0.0, 9.0)),
        tuple(Word(word, box) for word, box in zip(words, boxes, strict=True)),
    )
    return Page("p", 100, 100, 0.1, (line,), ((0,),))


def put_boxes(window: MainWindow) -> QUndoStack:
    """Something on the picture that undo takes back."""
    stack = QUndoStack(window.workspace.annotations.group)
    window.workspace.annotations.group.setActiveStack(stack)
    stack.push(QUndoCommand("one"))
    return stack


def test_selected_text_of_an_answer_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    view = show_chat(qtbot, window, "A **fox** and\n\na hound")
    select(view.body, "fox")
    assert copied(window) == "fox"
    press(window, Qt.Key.Key_A, CONTROL)
    assert copied(window) == "A fox and\na hound"


def test_copy_is_the_same_by_its_name_and_without_a_picture(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.enable_for(False)
    select(show_chat(qtbot, window).body, "hound")
    QGuiApplication.clipboard().setText("nothing")
    window.commands["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "hound"
    window.commands["select_all"].trigger()
    window.commands["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "A fox and a hound"


def test_a_message_with_nothing_selected_is_copied_as_it_was_written(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = show_chat(qtbot, window, "A **fox**")
    view.body.setFocus()
    assert copied(window) == "A **fox**"


def test_selected_text_of_questions_notes_errors_and_notices_is_copied(
    qtbot: QtBot, window: MainWindow
) -> None:
    said = Answer(0, "x", "x", notes=("Fewer pixels were used.",))
    view = show_chat(qtbot, window, state="failed", message="It broke.", detail="line 1\nline 2", answer=said)
    asked = pane_of(window).transcript.view_of("q")
    assert asked is not None
    select(asked.body, "What")
    assert copied(window) == "What"
    window.notice.show_error("The disk is full.")
    labels = [label for label in view.findChildren(QLabel) if label.text()]
    texts = {"Fewer pixels were used.", "It broke.", "The disk is full."}
    for label in (*labels, window.notice.text):
        if label.text() in texts and label.textInteractionFlags():
            label.setFocus()
            label.setSelection(0, 5)
            assert copied(window) == label.text()[:5]
            texts.discard(label.text())
    assert not texts


def test_text_and_labels_of_the_other_tabs_are_copied(qtbot: QtBot, window: MainWindow) -> None:
    window.panel.tabs.setCurrentIndex(TEXT_TAB)
    page = page_of("the read text")
    window.canvas.text_layer.set_page(page)
    window.reading_controller.text_panel.show_page(page)
    text = window.reading_controller.text_panel.rows
    text.setFocus()
    text.setTextCursor(text.document().find("read"))
    assert copied(window) == "read"


def test_text_selected_on_the_picture_is_copied_when_no_other_is(qtbot: QtBot, window: MainWindow) -> None:
    body = show_chat(qtbot, window).body
    window.parts.stage.setCurrentWidget(window.canvas)
    window.canvas.text_layer.set_page(page_of("on the picture"))
    window.canvas.setFocus()
    press(window, Qt.Key.Key_A, CONTROL)
    assert copied(window) == "on the picture"
    select(body, "fox")
    assert copied(window) == "fox"
    window.canvas.setFocus()
    assert copied(window) == "on the picture"


def test_undo_is_for_what_is_typed_then_for_the_boxes(qtbot: QtBot, window: MainWindow) -> None:
    stack = put_boxes(window)
    edit = pane_of(window).composer.edit
    edit.setFocus()
    QTest.keyClicks(edit, "hello")
    for key, modifiers, text in (
        (Qt.Key.Key_Z, CONTROL, ""),
        (Qt.Key.Key_Z, CONTROL | SHIFT, "hello"),
        (Qt.Key.Key_Z, CONTROL, ""),
        (Qt.Key.Key_Y, CONTROL, "hello"),
    ):
        press(window, key, modifiers)
        assert edit.toPlainText() == text
    window.commands["undo"].trigger()
    assert (edit.toPlainText(), stack.index()) == ("", 1)
    edit.setPlainText("")
    press(window, Qt.Key.Key_Z, CONTROL)
    assert stack.index() == 0
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert stack.index() == 1
    show_chat(qtbot, window).body.setFocus()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert stack.index() == 0


@pytest.mark.parametrize("place", ["composer", "find", "title"])
def test_keys_of_pictures_and_boxes_do_nothing_while_a_text_is_typed(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    pane = pane_of(window)
    window.parts.stage.setCurrentWidget(window.canvas)
    if place == "composer":
        pane.composer.edit.setFocus()
    elif place == "find":
        window.reading_controller.find_bar.open()
    else:
        pane.header.edit_title()
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "two words vb")
    done: list[str] = []
    for name, action in window.commands.by_name.items():
        action.triggered.connect(lambda *_args, name=name: done.append(name))
    for key, modifiers in (
        (Qt.Key.Key_Backspace, CONTROL),
        (Qt.Key.Key_D, CONTROL),
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_A, CONTROL),
        (Qt.Key.Key_X, CONTROL),
        (Qt.Key.Key_V, CONTROL),
        (Qt.Key.Key_Left, NONE),
        (Qt.Key.Key_Z, CONTROL),
    ):
        press(window, key, modifiers)
    assert done == []
    assert QGuiApplication.clipboard().text() == "two words "


def test_page_keys_scroll_a_long_chat_that_is_read_and_else_change_the_picture(
    qtbot: QtBot, window: MainWindow
) -> None:
    stepped: list[str] = []
    window.commands["previous_picture"].triggered.connect(lambda: stepped.append("previous"))
    body = show_chat(qtbot, window, "short").body
    body.setFocus()
    press(window, Qt.Key.Key_PageUp)
    assert stepped == ["previous"]
    body = show_chat(qtbot, window, "\n\n".join(f"Paragraph {n}" for n in range(200))).body
    bar = pane_of(window).transcript.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    body.setFocus()
    press(window, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum() and stepped == ["previous"]
    pane_of(window).composer.edit.setFocus()
    press(window, Qt.Key.Key_PageUp)
    assert stepped == ["previous"] * 2


def test_an_answer_is_selected_and_copied_while_it_grows(qtbot: QtBot, window: MainWindow) -> None:
    pane = pane_of(window)
    pane.set_conversation(Conversation([question("q")]))
    pane.begin_answer("a", "q")
    qtbot.waitUntil(lambda: pane.transcript.settled)
    view = pane.transcript.answer_view("a")
    assert view is not None

    def add(text: str) -> None:
        pane.add_text("a", text)
        qtbot.waitUntil(lambda: text.split()[-1].strip("*") in view.body.toPlainText())

    add("A settled block.\n\nA fox and ")
    select(view.body, "settled")
    add("a hound")
    assert copied(window) == "settled"
    select(view.body, "fox and a")
    add(" went **out** ")
    assert copied(window) == "fox and a"
    pane.end_answer(answer("a", "A settled block.\n\nA fox and a hound went **out** ", "q"))
    assert copied(window) == "fox and a"


def test_a_mouse_drag_goes_on_while_the_answer_grows(qtbot: QtBot, window: MainWindow) -> None:
    pane = pane_of(window)
    pane.set_conversation(Conversation([question("q")]))
    pane.begin_answer("a", "q")
    pane.add_text("a", "First block\n\nSecond block")
    qtbot.waitUntil(lambda: pane.transcript.settled)
    view = pane.transcript.answer_view("a")
    assert view is not None
    body = view.body

    def at(position: int) -> object:
        cursor = QTextCursor(body.document())
        cursor.setPosition(position)
        return body.cursorRect(cursor).center()

    start = body.document().find("block").selectionStart()
    ground: QWidget = body.viewport()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=at(start))
    pane.add_text("a", " and more")
    qtbot.waitUntil(lambda: "and more" in body.toPlainText())
    QTest.mouseMove(ground, at(body.document().find("more").selectionStart()))
    pane.add_text("a", " still")
    qtbot.waitUntil(lambda: "still" in body.toPlainText())
    QTest.mouseRelease(
        ground, Qt.MouseButton.LeftButton, pos=at(body.document().find("more").selectionStart())
    )
    assert copied(window) == "block\nSecond block and "


def test_the_labels_of_selected_boxes_are_copied(qtbot: QtBot, window: MainWindow) -> None:
    from eyebox.annotations.box_model import BoxModel

    window.panel.tabs.setCurrentIndex(BOXES_TAB)
    model = BoxModel()
    stack = QUndoStack()
    boxes = window.box_controller.box_list
    boxes.set_model(model, stack)
    model.insert([Box("dog", 0, 0, 9, 9), Box("cat", 5, 5, 9, 9)])
    rows = boxes._list
    rows.setFocus()
    rows.selectAll()
    assert copied(window) == "dog\ncat"
    boxes.set_model(None, None)


def test_the_texts_of_dialogs_are_copied_by_themselves(qtbot: QtBot, window: MainWindow) -> None:
    dialog = QDialog(window)
    label = QLabel("It can be copied", dialog)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    label.setFocus()
    label.setSelection(0, 2)
    QGuiApplication.clipboard().setText("nothing")
    QTest.keyClick(label, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "It"
    dialog.close()
