"""Several chats in one window: their names, the keys that go from one to another, the room that they have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.chat.pane import NARROWEST, ChatPane
from eyebox.window import shape
from eyebox.window.main_window import MainWindow
from eyebox.window.picture_chooser import PictureChooser
from eyebox_models.protocol.cards import ModelCard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEY = Qt.Key
Start = Callable[[], Desktop]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def active(qtbot: QtBot, start: Start) -> Desktop:
    """A program whose window has the keys."""
    program = start()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    return program


def pane_of(window: MainWindow, chat: str = "") -> ChatPane:
    return window.chat_controller.pane(chat or window.chat_controller.active)


def press(key: KEY, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Presses a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def types_in(window: MainWindow) -> str:
    """The chat in whose field the cursor stands."""
    focus = QApplication.focusWidget()
    return next((c for c, pane in window.chat_controller.all.items() if pane.composer.edit is focus), "")


def button(pane: QWidget, name: str) -> QToolButton:
    return next(b for b in pane.findChildren(QToolButton) if b.accessibleName() == name)


def click(found: QWidget) -> None:
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def answers(program: Desktop, path: Path, *texts: str) -> None:
    desk.use_script(program, path, {"answers": [{"steps": [{"text": text}]} for text in texts]})


def test_a_chat_is_named_after_its_first_question_unless_it_has_a_name(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = active(qtbot, start)
    window = program.window
    answers(program, tmp_path / "s.json", "one", "two", "three")
    question = "Which of the dishes on this long bill of fare costs least, and is it without meat?"
    first = window.chat_controller.active
    header = pane_of(window).header
    assert header.shown_title == "New chat"
    desk.ask(qtbot, program, question)
    assert header.title == "Which of the dishes on this long bill of fare costs least,…"
    desk.ask(qtbot, program, "And now?")
    assert header.title.startswith("Which of the dishes")

    header.setFocus()
    press(KEY.Key_F2, Qt.KeyboardModifier.NoModifier)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "Lunch")
    QTest.keyClick(field, KEY.Key_Return)
    desk.ask(qtbot, program, "Once more")
    assert header.title == "Lunch"
    window.close()

    again = active(qtbot, start).window
    assert again.chat_controller.active == first
    header = pane_of(again).header
    assert header.title == "Lunch"
    header.edit_title()
    field = QApplication.focusWidget()
    QTest.keyClick(field, KEY.Key_A, CTRL)
    QTest.keyClick(field, KEY.Key_Delete)
    QTest.keyClick(field, KEY.Key_Return)
    assert header.title.startswith("Which of the dishes")
    pane_of(again).focus_composer()
    press(KEY.Key_W)
    (removed,) = again.workspace.store.removed()
    assert removed.name == header.title or removed.name.startswith("Which of the dishes")


def test_closing_a_chat_leaves_the_next_field_ready_to_type_in(qtbot: QtBot, start: Start) -> None:
    window = active(qtbot, start).window
    window.chat_menu.ask()
    one = window.chat_controller.active
    press(KEY.Key_N)
    two = window.chat_controller.active
    press(KEY.Key_N)
    three = window.chat_controller.active
    assert types_in(window) == three
    press(KEY.Key_Tab)
    assert types_in(window) == one
    press(KEY.Key_Tab, CTRL | SHIFT)
    assert types_in(window) == three
    press(KEY.Key_W)
    assert types_in(window) == two
    press(KEY.Key_Z)
    assert types_in(window) == three
    window.canvas.setFocus()
    window.welcome.setFocus()
    click(button(pane_of(window, two).header, "Close this chat"))
    assert types_in(window) == three
    click(window.notice.button)
    assert types_in(window) == two
    for _ in range(3):
        press(KEY.Key_W)
    assert types_in(window) == window.chat_controller.active not in (one, two, three)


def test_many_chats_leave_the_picture_its_room_and_scroll(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    program = active(qtbot, start)
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, program)
    before = window.parts.splitter.sizes()
    window.chat_menu.ask()
    for _ in range(4):
        press(KEY.Key_N)
    panes, bar = window.panes, window.panes.horizontalScrollBar()
    assert len(panes.chats) == 5
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    assert window.canvas.width() >= 480
    assert all(width >= NARROWEST for width in panes.splitter.sizes())
    press(KEY.Key_Tab)
    assert types_in(window) == panes.chats[0]
    qtbot.waitUntil(lambda: bar.value() == 0)
    window.chat_controller.focus()
    for _ in range(4):
        press(KEY.Key_W)
    assert window.parts.splitter.sizes() == before
    assert bar.maximum() == 0


def said(window: MainWindow, chat: str) -> list[str]:
    return [turn.text for turn in window.workspace.chats.conversation(chat).path()]


def waiting(pane: ChatPane) -> list[str]:
    return [chip.accessibleName() for chip in pane.composer.findChildren(QWidget, "next") if chip.isVisible()]


def test_a_question_typed_during_an_answer_is_asked_after_it(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = active(qtbot, start)
    window = program.window
    first = [{"text": "so far "}, {"wait_for": str(tmp_path / "go")}, {"text": "one"}]
    steps = [first, [{"text": "two"}], [{"text": "three"}]]
    desk.use_script(program, tmp_path / "s.json", {"answers": [{"steps": of_one} for of_one in steps]})
    chat, pane = window.chat_controller.active, pane_of(window)
    window.chat_menu.ask()
    QTest.keyClicks(pane.composer.edit, "first")
    press(KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(pane.composer.edit, "second")
    press(KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(pane.composer.edit, "third")
    click(button(pane.composer, "Ask next"))
    assert waiting(pane) == ["Asked next: second", "Then: third"]
    assert pane.composer.draft == ""
    assert said(window, chat) == ["first"]
    (tmp_path / "go").touch()
    turns = ["first", "so far one", "second", "two", "third", "three"]
    qtbot.waitUntil(lambda: said(window, chat) == turns, timeout=desk.PATIENCE)
    assert waiting(pane) == []


def test_what_waits_for_an_answer_outlives_a_stop_a_closed_chat_and_the_program(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    program = active(qtbot, start)
    window = program.window
    steps = [{"text": "so far"}, {"wait": None}]
    desk.use_script(program, tmp_path / "s.json", {"answers": [{"steps": steps}] * 3})
    chat, pane = window.chat_controller.active, pane_of(window)
    window.chat_menu.ask()

    def ask_two() -> None:
        QTest.keyClicks(pane.composer.edit, "first")
        press(KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
        QTest.keyClicks(pane.composer.edit, "second")
        press(KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
        QTest.keyClicks(pane.composer.edit, "typed")

    ask_two()
    click(button(pane.composer, "Don’t ask this: put it back into the field"))
    assert waiting(pane) == []
    assert pane.composer.draft == "second\ntyped"
    press(KEY.Key_A)
    press(KEY.Key_Delete, Qt.KeyboardModifier.NoModifier)
    for _ in range(2):
        QTest.keyClicks(pane.composer.edit, "again")
        press(KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert waiting(pane) == ["Asked next: again", "Then: again"]
    click(button(pane.composer, "Don’t ask this: put it back into the field"))
    assert waiting(pane) == ["Asked next: again"] and pane.composer.draft == "again"
    press(KEY.Key_A)
    press(KEY.Key_Delete, Qt.KeyboardModifier.NoModifier)
    press(KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: waiting(pane) == [] and not pane.answering, timeout=desk.PATIENCE)
    assert pane.composer.draft == "again"
    assert said(window, chat)[0] == "first" and len(said(window, chat)) == 2

    press(KEY.Key_A)
    press(KEY.Key_Delete, Qt.KeyboardModifier.NoModifier)
    ask_two()
    press(KEY.Key_W)
    click(window.notice.button)
    pane = pane_of(window, chat)
    assert pane.composer.draft == "second\ntyped" and waiting(pane) == []
    qtbot.waitUntil(lambda: not pane.answering, timeout=desk.PATIENCE)
    press(KEY.Key_A)
    press(KEY.Key_Delete, Qt.KeyboardModifier.NoModifier)
    ask_two()
    monkeypatch.setattr(window.closing, "confirm", lambda at_work: titles.extend(at_work) or True)
    window.close()
    assert titles == ["first — s.json"]
    again = active(qtbot, start).window
    assert pane_of(again).composer.draft == "second\ntyped"


def test_the_same_question_goes_to_all_chats_in_three_steps(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = active(qtbot, start)
    window = program.window
    picture = desk.draw_menu(tmp_path / "menu.png")
    desk.drop(program, picture)
    shown = desk.wait_read(qtbot, program)
    window.chat_menu.ask()
    one = window.chat_controller.active
    answers(program, tmp_path / "one.json", "one")
    assert not button(pane_of(window).composer, "Ask in all chats").isVisible()

    press(KEY.Key_N)  # first step
    two = window.chat_controller.active
    answers(program, tmp_path / "two.json", "two")  # second step: another model
    QTest.keyClicks(pane_of(window).composer.edit, "What is the total?")
    press(KEY.Key_Return)  # third step
    qtbot.waitUntil(lambda: len(said(window, one)) == len(said(window, two)) == 2, timeout=desk.PATIENCE)
    assert said(window, one) == ["What is the total?", "one"]
    assert said(window, two) == ["What is the total?", "two"]
    assert all(window.workspace.chats.conversation(c).path()[0].pictures == (shown,) for c in (one, two))

    QTest.keyClicks(pane_of(window).composer.edit, "And?")
    click(button(pane_of(window).composer, "Ask in all chats"))
    qtbot.waitUntil(lambda: len(said(window, one)) == len(said(window, two)) == 4, timeout=desk.PATIENCE)
    assert said(window, one)[2:] == ["And?", "one"]
    assert [window.chat_controller.pane(c).header.title for c in (one, two)] == ["What is the total?"] * 2


def test_pictures_of_the_session_are_attached_by_menu_by_name_and_by_dragging(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = active(qtbot, start)
    window = program.window
    paths = [desk.draw_menu(tmp_path / f"{name}.png") for name in ("lunch", "dinner", "late dinner")]
    desk.drop(program, *paths)
    pictures = window.workspace.pictures
    qtbot.waitUntil(lambda: len(pictures.records) == 3, timeout=desk.PATIENCE)
    lunch = next(id for id, record in pictures.records.items() if record.name == "lunch.png")
    order = list(pictures.records)
    qtbot.waitUntil(lambda: pictures.current is not None)
    composer = pane_of(window).composer

    window.commands["attach"].trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "The picture shown",
        "Pictures of the session…",
        "From files…",
    ]
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    assert composer.attached == (pictures.current,)
    composer.set_attached(())

    click(composer.attach_button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[1]).center())
    chooser = window.findChild(PictureChooser)
    assert chooser is not None
    qtbot.waitUntil(chooser.search.hasFocus)
    QTest.keyClicks(chooser.search, "dinner")
    assert chooser.grid.model().rowCount() == 2
    QTest.keyClick(chooser.search, KEY.Key_Down)
    QTest.keyClick(chooser.grid, KEY.Key_Right)
    QTest.keyClick(chooser.grid, KEY.Key_Space)
    chooser.search.clear()
    first = chooser.grid.visualRect(chooser.grid.model().index(0, 0)).center()
    QTest.mouseClick(chooser.grid.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.keyClick(chooser.grid, KEY.Key_Return)
    picked = composer.attached
    assert picked == tuple(id for id in order if id in (order[0], [d for d in order if d != lunch][1]))
    composer.set_attached(())

    rows = [window.filmstrip.model.index(row) for row in (0, 1)]
    composer.edit.insertFromMimeData(window.filmstrip.model.mimeData(rows))
    assert composer.attached == tuple(order[:2])


def test_an_answer_that_would_come_again_is_said_to_and_can_be_sampled(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = active(qtbot, start)
    window = program.window
    answers(program, tmp_path / "s.json", "one", "two", "three", "four")
    chat, pane = window.chat_controller.active, pane_of(window)
    first = desk.ask(qtbot, program, "What is this?")

    def menu() -> QMenu:
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        assert found.actions()[0].text() == "At temperature 0 the same answer comes again."
        assert not found.actions()[0].isEnabled()
        return found

    view = pane.transcript.answer_view(first.id)
    assert view is not None
    click(button(view, "Answer again"))
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        QTest.keyClick(menu(), KEY.Key_Return)
    second = ended.args[1]
    assert second.text == "two" and second.answer.notes[0].startswith(
        "Words chosen by chance: temperature 0.7"
    )

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(pane.composer.edit, KEY.Key_R, CTRL | SHIFT)
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        QTest.keyClick(menu(), KEY.Key_Down)
        QTest.keyClick(menu(), KEY.Key_Return)
    assert ended.args[1].text == "three" and not ended.args[1].answer.notes

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    options = replace(window.workspace.chats.chats[chat].options, temperature=1.0)
    window.workspace.chats.change_chat(chat, options=options)
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE):
        QTest.keyClick(pane.composer.edit, KEY.Key_R, CTRL | SHIFT)
    assert said(window, chat) == ["What is this?", "four"]

    options = replace(options, seed=7)
    window.workspace.chats.change_chat(chat, options=options)
    QTest.keyClick(pane.composer.edit, KEY.Key_R, CTRL | SHIFT)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    assert found.actions()[0].text() == "With this seed the same answer comes again."
    found.close()


def test_an_answer_says_how_fast_it_comes_and_how_long_it_takes_at_most(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = active(qtbot, start)
    window = program.window
    paces = [{"pace": [40, 12.0]}, {"pace": [60, 10.0]}]
    steps = [[{"text": "so far"}, pace, {"wait": None}] for pace in paces]
    desk.use_script(program, tmp_path / "s.json", {"answers": [{"steps": of_one} for of_one in steps]})
    chat, pane = window.chat_controller.active, pane_of(window)

    def activity() -> str:
        view = (
            pane.transcript.answer_view(pane.transcript.entries[-1].id) if pane.transcript.entries else None
        )
        return view.activity_text if view else ""

    pane.composer.set_draft("one")
    pane.composer.send()
    qtbot.waitUntil(lambda: activity() == "12 tokens/s", timeout=desk.PATIENCE)
    QTest.keyClick(pane.composer.edit, KEY.Key_Escape)
    qtbot.waitUntil(lambda: not pane.answering, timeout=desk.PATIENCE)

    options = replace(window.workspace.chats.chats[chat].options, max_new_tokens=100)
    window.workspace.chats.change_chat(chat, options=options)
    pane.composer.set_draft("two")
    pane.composer.send()
    qtbot.waitUntil(lambda: activity() == "10 tokens/s · at most 4 s left", timeout=desk.PATIENCE)


def test_a_nearly_full_context_is_said_and_left_for_a_new_chat(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = active(qtbot, start)
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    picture = desk.wait_read(qtbot, program)
    script = [{"used": [n, 50]} for n in (450, 900)]
    desk.use_script(
        program, tmp_path / "s.json", {"answers": [{"steps": [step, {"text": "so"}]} for step in script]}
    )
    pane = pane_of(window)
    model = window.workspace.chats.chats[window.chat_controller.active].model
    window.workspace.models.learn(ModelCard(model, "s", "scripted", context_length=1000))
    assert not pane.composer.context.ring.isVisible()
    desk.ask(qtbot, program, "one")
    ring = pane.composer.context.ring
    qtbot.waitUntil(ring.isVisible)
    assert (
        ring.accessibleName() == "50 % of the model’s context: 500 of " + QLocale().toString(1000) + " tokens"
    )
    assert not pane.composer.context.isVisible()
    desk.ask(qtbot, program, "two")
    qtbot.waitUntil(pane.composer.context.isVisible)
    anew = next(
        b for b in pane.composer.findChildren(QPushButton) if b.text() == "New chat with these pictures"
    )
    click(anew)
    new = pane_of(window)
    assert new is not pane and types_in(window) == window.chat_controller.active
    assert new.composer.attached == (picture,)
    assert window.workspace.chats.chats[window.chat_controller.active].model == model
    assert not new.composer.context.isVisible()
    press(KEY.Key_W)
    press(KEY.Key_K, CTRL | Qt.KeyboardModifier.AltModifier)
    assert pane_of(window).composer.attached == (picture,)


def test_two_chats_have_their_room_again_after_the_program_was_killed(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shape, "SOON_MS", 0)
    program = start()
    window = program.window
    one = window.panel.width()
    window.chat_controller.add()
    qtbot.waitUntil(lambda: window.panel.width() > one)
    two = window.parts.splitter.sizes()
    store = window.workspace.store
    qtbot.waitUntil(lambda: store.get_state("", "splitter") == two)
    monkeypatch.setattr(window.shape, "keep", lambda: None)  # nothing is kept any more, as when it is killed
    program.close()
    again = start().window
    qtbot.waitUntil(lambda: again.parts.splitter.sizes() == two)
    assert len(again.chat_controller.all) == 2
    again.chat_menu.close(again.chat_controller.active)
    qtbot.waitUntil(lambda: again.panel.width() < two[1])
