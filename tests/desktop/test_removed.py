"""What was removed comes back by Ctrl+Z, from the list of removed things, and when a file is opened again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoGroup, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from eyebox import app
from eyebox.folders import Folders
from eyebox.jobs.lane import Lane
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord, Removed, Turn
from eyebox.window.main_window import MainWindow
from eyebox.window.sessions_page import SessionsPage
from eyebox.workspace.history import History, Step
from eyebox_models.protocol.box import Box
from session_samples import create_session

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A session with a.png to c.png, the second one shown. No engine is started: nothing is decoded or read."""
    monkeypatch.setattr(Lane, "_next", lambda _lane: None)
    folders = Folders.under(tmp_path / "home")
    folders.make()
    with Store.open(folders.data / "sessions.sqlite") as store:
        session = create_session(store, "Lunch").id
        for place, name in enumerate(("a.png", "b.png", "c.png")):
            store.add_picture(PictureRecord(name, session, f"/{name}", name, "", 60, 40, place))
        store.set_state(session, "picture", "b.png")
    program = app.build(folders)
    program.window.resize(1800, 800)
    program.window.show()
    qtbot.waitExposed(program.window)
    program.window.canvas.setFocus()
    yield program.window
    program.close()
    program.window.close()
    program.window.deleteLater()
    qtbot.wait(1)


def show(window: MainWindow, name: str) -> str:
    window.workspace.pictures.show(name)
    window.canvas.setFocus()
    return name


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def undo(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Z)


def redo(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)


def films(window: MainWindow) -> list[str]:
    return [item.name for item in window.filmstrip.model.items()]


def stored(window: MainWindow) -> list[str]:
    return [record.name for record in window.workspace.store.pictures(window.workspace.sessions.current)]


def current(window: MainWindow) -> str:
    return window.workspace.pictures.records[window.workspace.pictures.current or ""].name


def add_box(window: MainWindow, label: str) -> None:
    assert window.workspace.pictures.current
    window.workspace.annotations.add(window.workspace.pictures.current, [Box(label, 1, 2, 30, 20)], "add")


def labels(window: MainWindow) -> list[str]:
    return [
        box.label
        for box in window.workspace.annotations.of(window.workspace.pictures.current or "").model.boxes()
    ]


def page(window: MainWindow, keys: Callable[[], None]) -> SessionsPage:
    keys()
    found = [page for page in window.findChildren(SessionsPage) if page.isVisible()]
    assert len(found) == 1
    return found[0]


def removed_page(window: MainWindow) -> SessionsPage:
    return page(window, lambda: press(window, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.AltModifier))


def names(page: SessionsPage) -> list[str]:
    items = [page.list.item(row) for row in range(page.list.count())]
    return [item.data(Qt.ItemDataRole.UserRole).name for item in items]


def test_a_removed_picture_comes_back_to_its_place_and_is_shown(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Backspace)
    assert films(window) == stored(window) == ["a.png", "c.png"] and current(window) == "c.png"
    undo(window)
    assert films(window) == stored(window) == ["a.png", "b.png", "c.png"] and current(window) == "b.png"
    assert [record.name for record in window.workspace.pictures.records.values()] == [
        "a.png",
        "b.png",
        "c.png",
    ]
    redo(window)
    assert films(window) == stored(window) == ["a.png", "c.png"]
    undo(window)
    assert films(window) == ["a.png", "b.png", "c.png"]


def test_several_removed_pictures_come_back_in_their_order_and_the_shown_one_stays(
    window: MainWindow,
) -> None:
    ids = {record.name: id for id, record in window.workspace.pictures.records.items()}
    window.filmstrip.remove_requested.emit([ids["c.png"], ids["a.png"]])
    assert films(window) == ["b.png"] and current(window) == "b.png"
    undo(window)
    assert films(window) == ["a.png", "b.png", "c.png"] and current(window) == "b.png"


def test_undo_takes_back_the_latest_thing_whatever_it_was(window: MainWindow) -> None:
    add_box(window, "first")
    ids = {record.name: id for id, record in window.workspace.pictures.records.items()}
    window.filmstrip.remove_requested.emit([ids["a.png"]])
    add_box(window, "second")
    undo(window)
    assert labels(window) == ["first"] and films(window) == ["b.png", "c.png"]
    undo(window)
    assert labels(window) == ["first"] and films(window) == ["a.png", "b.png", "c.png"]
    undo(window)
    assert labels(window) == [] and not window.commands["undo"].isEnabled()
    for _ in range(3):
        redo(window)
    assert labels(window) == ["first", "second"] and films(window) == ["b.png", "c.png"]
    assert not window.commands["redo"].isEnabled()


def test_a_removal_is_not_done_again_after_something_new(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Backspace)
    undo(window)
    add_box(window, "new")
    assert not window.commands["redo"].isEnabled()
    redo(window)
    assert films(window) == ["a.png", "b.png", "c.png"]


def test_the_button_takes_back_its_own_removal_once(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Backspace)
    add_box(window, "later, on another picture")
    window.notice.button.click()
    assert films(window) == ["a.png", "b.png", "c.png"]
    show(window, "c.png")
    undo(window)
    assert labels(window) == [] and films(window) == ["a.png", "b.png", "c.png"]


def test_a_closed_chat_comes_back_between_its_neighbours(window: MainWindow) -> None:
    for _ in range(2):
        window.commands["new_chat"].trigger()
    before = window.panes.chats
    assert len(before) == 3
    window.workspace.chats.set_draft(before[1], "not sent yet")
    window.panes.set_active(before[1])
    window.canvas.setFocus()
    press(window, Qt.Key.Key_W)
    assert window.panes.chats == (before[0], before[2])
    window.canvas.setFocus()
    undo(window)
    assert window.panes.chats == before
    assert window.chat_controller.pane(before[1]).composer.draft == "not sent yet"


def test_a_deleted_session_comes_back_and_is_open_again(window: MainWindow) -> None:
    first = window.workspace.sessions.current
    press(window, Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert window.workspace.sessions.current != first and films(window) == []
    undo(window)
    assert window.workspace.sessions.current == first and films(window) == ["a.png", "b.png", "c.png"]


def test_a_session_is_deleted_again_by_redo_also_while_the_store_is_busy(
    qtbot: QtBot, window: MainWindow
) -> None:
    first = window.workspace.sessions.current
    press(window, Qt.Key.Key_Delete, CONTROL | SHIFT)
    other = sqlite3.connect(window.workspace.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    undo(window)
    redo(window)
    undo(window)
    assert window.workspace.write_queue.pending
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending)
    assert first in [info.id for info in window.workspace.store.sessions()]


def test_the_list_of_removed_things_brings_them_back(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Backspace)
    popup = removed_page(window)
    assert names(popup) == ["b.png"]
    item = popup.list.item(0)
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "b.png" in spoken and "gone for good in 30 day" in spoken and "Enter" in spoken
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert films(window) == ["a.png", "b.png", "c.png"] and current(window) == "b.png"
    assert popup.isVisible() and popup.list.count() == 0 and "Nothing was removed" in popup.empty.text()
    popup.close()
    undo(window)  # there is nothing left of that removal to take back
    assert films(window) == ["a.png", "b.png", "c.png"]


def test_things_of_other_sessions_go_back_there(window: MainWindow) -> None:
    first = window.workspace.sessions.current
    press(window, Qt.Key.Key_Backspace)
    window.commands["new_session"].trigger()
    undo(window)
    assert films(window) == [], "another session's removals are not taken back unseen"
    popup = removed_page(window)
    button = popup.list.itemWidget(popup.list.item(0)).findChild(QPushButton)
    assert button is not None and button.accessibleName() == "Restore b.png"
    button.click()
    popup.close()
    assert [record.name for record in window.workspace.store.pictures(first)] == ["a.png", "b.png", "c.png"]
    assert window.notice.text.text().startswith("b.png is back in ")
    window.notice.button.click()
    assert window.workspace.sessions.current == first and films(window) == ["a.png", "b.png", "c.png"]


def test_sessions_and_chats_are_listed_while_they_can_be_restored(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.store.save_turn(Turn(window.chat_controller.active, "user", "What is left of this?"))
    press(window, Qt.Key.Key_W)
    popup = removed_page(window)
    assert names(popup) == ["What is left of this?"]
    popup.close()
    press(window, Qt.Key.Key_Delete, CONTROL | SHIFT)
    popup = removed_page(window)
    assert names(popup) == ["Lunch"], "of a removed session only itself"
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert names(popup) == ["What is left of this?"]
    QTest.keyClicks(popup.field, "nowhere")
    qtbot.waitUntil(lambda: popup.list.count() == 0)
    assert "has this name" in popup.empty.text()
    popup.switch.click()
    assert popup.list.accessibleName() == "Sessions" and popup.list.count() >= 1
    popup.close()


def test_removed_things_are_gone_after_thirty_days(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Backspace)
    (one,) = window.workspace.store.removed()
    assert (
        isinstance(one, Removed)
        and one.kind == "picture"
        and one.session_name == window.workspace.sessions.name
    )
    clock = window.workspace.store._clock
    window.workspace.store._clock = lambda: clock() + 31 * 24 * 3600
    assert window.workspace.store.removed() == ()


def test_undo_goes_on_after_another_session_was_open(window: MainWindow) -> None:
    first = window.workspace.sessions.current
    add_box(window, "one")
    add_box(window, "two")
    undo(window)
    window.commands["new_session"].trigger()
    window.workspace.sessions.open(first)
    show(window, "b.png")
    assert labels(window) == ["one"]
    redo(window)
    assert labels(window) == ["one", "two"]
    undo(window)
    undo(window)
    assert (
        labels(window) == [] and window.workspace.store.boxes(window.workspace.pictures.current or "") == ()
    )


def test_a_restored_picture_has_its_undo(window: MainWindow) -> None:
    add_box(window, "one")
    press(window, Qt.Key.Key_Backspace)
    undo(window)
    assert current(window) == "b.png" and labels(window) == ["one"]
    undo(window)
    assert labels(window) == []


def test_undo_of_other_sessions_is_bounded(window: MainWindow, monkeypatch) -> None:
    monkeypatch.setattr("eyebox.workspace.annotations.KEPT_PICTURES", 1)
    first = window.workspace.sessions.current
    add_box(window, "older")
    show(window, "c.png")
    add_box(window, "newer")
    window.commands["new_session"].trigger()
    window.workspace.sessions.open(first)
    show(window, "b.png")
    assert (
        labels(window) == ["older"]
        and not window.workspace.annotations.of(window.workspace.pictures.current or "").stack.canUndo()
    )
    show(window, "c.png")
    undo(window)
    assert labels(window) == []


def test_undo_is_kept_of_the_sessions_left_last(window: MainWindow, qtbot: QtBot, monkeypatch) -> None:
    for module in ("annotations", "history"):
        monkeypatch.setattr(f"eyebox.workspace.{module}.KEPT_SESSIONS", 1)
    workspace = window.workspace
    lunch, dinner = workspace.sessions.current, create_session(workspace.store, "Dinner").id
    workspace.store.add_picture(PictureRecord("d.png", dinner, "/d.png", "d.png", "", 60, 40, 0))
    add_box(window, "older")
    older = workspace.annotations.of("b.png").stack
    workspace.sessions.open(dinner)
    show(window, "d.png")
    add_box(window, "newer")
    window.commands["new_session"].trigger()
    qtbot.waitUntil(lambda: not isValid(older))
    workspace.sessions.open(lunch)
    assert labels(window) == ["older"] and not window.commands["undo"].isEnabled()
    workspace.sessions.open(dinner)
    undo(window)
    assert labels(window) == []


def test_steps_of_sessions_left_long_ago_are_let_go(monkeypatch) -> None:
    monkeypatch.setattr("eyebox.workspace.history.KEPT_SESSIONS", 2)
    history = History(QUndoGroup())
    for session in "abcdefhijklmn":
        history.open_session(session)
        take_back = history.do(session, Step("", lambda: True, lambda: True))
    history.open_session("g")
    assert len(history.findChildren(QUndoStack)) <= 9 and not history.can_undo
    history.open_session("n")
    assert history.can_undo
    take_back()
    assert not history.can_undo


def test_boxes_that_changed_meanwhile_are_not_undone_over(window: MainWindow) -> None:
    first = window.workspace.sessions.current
    picture = show(window, "b.png")
    add_box(window, "one")
    window.commands["new_session"].trigger()
    window.workspace.store.save_boxes(picture, [Box("from elsewhere", 1, 1, 5, 5)])
    window.workspace.sessions.open(first)
    show(window, "b.png")
    assert labels(window) == ["one", "from elsewhere"]
    assert not window.workspace.annotations.of(picture).stack.canUndo()
