"""Many pictures in the strip: several chosen, put in another order, gone to by their number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from eyebox import app
from eyebox.folders import Folders
from eyebox.jobs.lane import Lane
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.window.main_window import MainWindow
from session_samples import create_session

KEY, MOUSE = Qt.Key, Qt.MouseButton.LeftButton
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
Start = Callable[[int], MainWindow]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts a window over a session of pictures called 1, 2, 3… No engine is started: nothing is decoded or read."""
    monkeypatch.setattr(Lane, "_next", lambda _lane: None)
    folders = Folders.under(tmp_path / "home")
    folders.make()
    running: list[app.Desktop] = []

    def begin(count: int) -> MainWindow:
        if not running:
            with Store.open(folders.data / "sessions.sqlite") as store:
                session = create_session(store, "Lunch").id
                records = [
                    PictureRecord(str(n), session, f"/p/{n}.png", str(n), "", 60, 40, n)
                    for n in range(1, count + 1)
                ]
                store.add_pictures(session, map(PictureContent, records))
                store.set_state("", "session", session)
        else:
            running[-1].close()
            running[-1].window.close()
        program = app.build(folders)
        running.append(program)
        program.window.resize(1400, 800)
        program.window.show()
        qtbot.waitExposed(program.window)
        return program.window

    yield begin
    running[-1].close()
    for program in running:
        program.window.close()
        program.window.deleteLater()
    qtbot.wait(1)


def strip_view(window: MainWindow) -> QListView:
    return window.filmstrip.findChild(QListView)


def click(window: MainWindow, row: int, keys: Qt.KeyboardModifier = PLAIN) -> None:
    view = strip_view(window)
    place = view.visualRect(window.filmstrip.model.index(row)).center()
    QTest.mouseClick(view.viewport(), MOUSE, keys, place)


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, keys)


def order(window: MainWindow) -> str:
    """The pictures in the order of the list, which the strip and the store have too."""
    records = window.workspace.pictures.records
    assert [item.id for item in window.filmstrip.model.items()] == list(records)
    stored = window.workspace.store.pictures(window.workspace.sessions.current)
    assert [(record.id, record.position) for record in stored] == [
        (record.id, record.position) for record in records.values()
    ]
    return " ".join(records)


def test_several_are_chosen_by_mouse_and_keys_and_removed_together(qtbot: QtBot, start: Start) -> None:
    window = start(6)
    strip, pictures = window.filmstrip, window.workspace.pictures
    click(window, 1)
    qtbot.waitUntil(lambda: pictures.current == "2")
    click(window, 3, SHIFT)
    qtbot.waitUntil(lambda: pictures.current == "4")
    assert strip.selected() == ["2", "3", "4"]  # what is shown changes no selection
    click(window, 5, CONTROL)
    qtbot.waitUntil(lambda: pictures.current == "6")
    assert strip.selected() == ["2", "3", "4", "6"]
    press(window, KEY.Key_Delete)
    assert order(window) == "1 5"
    window.canvas.setFocus()
    press(window, KEY.Key_Z, CONTROL)
    assert order(window) == "1 2 3 4 5 6"
    strip.setFocus()
    press(window, KEY.Key_A, CONTROL)
    assert len(strip.selected()) == 6
    press(window, KEY.Key_Backspace, CONTROL)
    assert order(window) == "" and pictures.current is None
    press(window, KEY.Key_Z, CONTROL)
    assert order(window) == "1 2 3 4 5 6"


def test_pictures_are_moved_by_keys_and_by_dragging_and_stay_so(qtbot: QtBot, start: Start) -> None:
    window = start(6)
    strip = window.filmstrip
    click(window, 1)
    click(window, 3, CONTROL)
    qtbot.waitUntil(lambda: window.workspace.pictures.current == "4")
    press(window, KEY.Key_PageUp, ALT)
    assert order(window) == "2 4 1 3 5 6" and strip.selected() == ["2", "4"]
    press(window, KEY.Key_PageDown, ALT)
    assert order(window) == "1 2 4 3 5 6"
    press(window, KEY.Key_End, ALT)
    assert order(window) == "1 3 5 6 2 4"
    press(window, KEY.Key_End, ALT)  # nothing moves, and nothing is to be undone
    press(window, KEY.Key_Z, CONTROL)
    assert order(window) == "1 2 4 3 5 6"
    qtbot.waitUntil(lambda: window.status.number.button.text() == "3 / 6")
    press(window, KEY.Key_Home, ALT)
    assert order(window) == "2 4 1 3 5 6"

    def drop(row: int) -> None:
        model = strip.model
        dragged = model.mimeData(strip_view(window).selectedIndexes())
        assert model.dropMimeData(dragged, Qt.DropAction.MoveAction, row, 0, QModelIndex())

    drop(5)
    qtbot.waitUntil(lambda: order(window) == "1 3 5 2 4 6")
    drop(-1)
    qtbot.waitUntil(lambda: order(window) == "1 3 5 6 2 4")
    assert strip.selected() == ["2", "4"]
    window.workspace.removals.pictures(["5"])
    press(window, KEY.Key_Home, ALT)
    assert order(window) == "2 4 1 3 6"
    for expected in ("1 3 6 2 4", "1 3 5 6 2 4", "1 3 5 2 4 6"):
        press(window, KEY.Key_Z, CONTROL)
        assert order(window) == expected
    assert order(start(6)) == "1 3 5 2 4 6"  # the next day


def test_a_picture_is_gone_to_by_its_number(qtbot: QtBot, start: Start) -> None:
    window = start(300)
    pictures, number = window.workspace.pictures, window.status.number
    qtbot.waitUntil(lambda: number.button.text() == "1 / 300")
    window.canvas.setFocus()
    press(window, KEY.Key_G, CONTROL)
    assert number.field.hasFocus() and number.field.selectedText() == "1"
    QTest.keyClicks(number.field, "37")
    QTest.keyClick(number.field, KEY.Key_Return)
    assert pictures.current == "37" and window.canvas.hasFocus() and number.field.isHidden()
    qtbot.waitUntil(lambda: number.button.text() == "37 / 300")
    QTest.mouseClick(number.button, MOUSE)
    QTest.keyClicks(number.field, "9999")
    QTest.keyClick(number.field, KEY.Key_Escape)
    assert pictures.current == "37" and number.field.isHidden()
    QTest.mouseClick(number.button, MOUSE)
    QTest.keyClicks(number.field, "9999")
    QTest.keyClick(number.field, KEY.Key_Enter)
    assert pictures.current == "300"
    window.workspace.removals.pictures([str(n) for n in range(2, 301)])
    qtbot.waitUntil(number.isHidden)


def test_the_menu_of_the_strip_is_for_what_is_chosen(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(3)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    names = [action.objectName() for action in strip_view(window).actions()]
    assert {"copy_path", "show_in_folder", "move_to_top", "move_to_bottom"} <= {*names}
    click(window, 1)
    click(window, 2, SHIFT)
    qtbot.waitUntil(lambda: window.workspace.pictures.current == "3")
    press(window, KEY.Key_C, ALT | SHIFT)
    clipboard = QApplication.clipboard().mimeData()
    assert clipboard.text() == "/p/2.png\n/p/3.png" and len(clipboard.urls()) == 2
    window.commands["show_in_folder"].trigger()
    assert [url.toLocalFile() for url in opened] == ["/p"]


def test_files_dragged_over_the_strip_are_opened(start: Start, tmp_path: Path) -> None:
    window = start(2)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, MOUSE, PLAIN)
    QApplication.sendEvent(strip_view(window).viewport(), enter)
    assert enter.isAccepted() and window.drops.hint.isVisible()
    window.drops.hint.hide()
