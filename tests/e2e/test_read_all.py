"""All pictures of a session are read in the background: progress, Stop, the rest later, what could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox.jobs.job import Priority
from eyebox.window.main_window import MainWindow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
COUNT = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "words"
    made.mkdir()
    for n, word in enumerate(("apple", "bridge", "candle", "dragon", "engine", "forest")):
        image = Image.new("RGB", (320, 100), "white")
        ImageDraw.Draw(image).text((30, 30), word, font=ImageFont.truetype(desk.FONT, 36), fill="black")
        image.save(made / f"p{n}.png")
    return made


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, keys)


def read_count(window: MainWindow) -> int:
    return sum(record.lines is not None for record in window.workspace.pictures.records.values())


def test_reading_all_is_stopped_and_goes_on_the_next_day(qtbot: QtBot, start, folder: Path) -> None:
    program = start()
    window = program.window
    read_all, pictures = window.workspace.read_all, window.workspace.pictures
    desk.drop(program, folder)
    qtbot.waitUntil(lambda: len(pictures.records) == COUNT, timeout=desk.PATIENCE)
    desk.wait_read(qtbot, program)
    assert read_count(window) == 1
    (folder / "p4.png").rename(folder / "gone.txt")
    with qtbot.waitSignal(
        read_all.progressed, timeout=desk.PATIENCE, check_params_cb=lambda done, *_: done == 1
    ):
        press(window, Qt.Key.Key_R, CONTROL | ALT)
    assert window.status.reading.text() == "Reading 2 of 5" and window.status.stop.isVisible()
    assert program.program.at_work() == ["Read all pictures: 4 left"]
    running = window.program.lanes["reader"].running()
    assert running is not None and running.quiet and running.priority is Priority.BATCH
    with qtbot.waitSignal(read_all.ended, timeout=desk.PATIENCE) as ended:
        QTest.mouseClick(window.status.stop, Qt.MouseButton.LeftButton)
    assert ended.args is not None and ended.args[1] == 4 and not window.status.reading.isVisible()
    assert window.notice.sentence == "1 picture read.\n4 left." and window.notice.button.text() == "Go on"
    qtbot.waitUntil(lambda: not window.program.lanes["reader"].busy(), timeout=desk.PATIENCE)
    stored = [record.lines for record in window.workspace.store.pictures(pictures.session)]
    under_way = stored[2] is not None  # what was being read at the stop may still have come to its end
    assert stored == [1, 1, 1 if under_way else None, *[None] * 3]

    program.window.close()
    program.close()
    window = start().window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    window.workspace.pictures.read_automatically = False
    last = list(window.workspace.pictures.records)[-1]
    read_all, order = window.workspace.read_all, []
    window.workspace.pictures.page_ready.connect(lambda picture, _page: order.append(picture))
    with qtbot.waitSignal(read_all.ended, timeout=desk.PATIENCE) as ended:
        press(window, Qt.Key.Key_R, CONTROL | ALT)
        window.workspace.pictures.show(last)
        window.workspace.pictures.reading.read(
            last
        )  # somebody looks at this one: it is not the last to be read
    assert ended.args is not None and ended.args[:2] == [3 - under_way, 0]
    assert [name for name, _sentence in ended.args[2]] == ["p4.png"]
    assert last in order and order[-1] != last
    assert "p4.png" in window.notice.sentence and window.notice.details.toPlainText().startswith("p4.png: ")
    assert len(window.workspace.store.search("forest")) == 1
    (folder / "gone.txt").rename(folder / "p4.png")
    with qtbot.waitSignal(read_all.ended, timeout=desk.PATIENCE):
        press(window, Qt.Key.Key_R, CONTROL | ALT)
    assert read_count(window) == COUNT
    press(window, Qt.Key.Key_R, CONTROL | ALT)
    assert window.notice.sentence == "All pictures have been read."


def test_selected_pictures_are_read_and_a_removed_one_is_not_waited_for(
    qtbot: QtBot, start, folder: Path
) -> None:
    program = start()
    window = program.window
    read_all, pictures = window.workspace.read_all, window.workspace.pictures
    pictures.read_automatically = False
    desk.drop(program, folder)
    qtbot.waitUntil(lambda: window.filmstrip.model.rowCount() == COUNT, timeout=desk.PATIENCE)
    ids = list(pictures.records)
    window.filmstrip.setFocus()
    press(window, Qt.Key.Key_A, CONTROL)
    with qtbot.waitSignal(read_all.ended, timeout=desk.PATIENCE) as ended:
        window.commands["read_pictures"].trigger()
        window.workspace.removals.pictures([ids[0], ids[5]])
    assert ended.args == [4, 0, []]
    assert not read_all.is_busy and read_count(window) == 4


def test_opening_another_session_ends_it_and_says_so(qtbot: QtBot, start, folder: Path) -> None:
    program = start()
    window = program.window
    read_all, pictures = window.workspace.read_all, window.workspace.pictures
    pictures.read_automatically = False
    desk.drop(program, folder)
    qtbot.waitUntil(lambda: window.filmstrip.model.rowCount() == COUNT, timeout=desk.PATIENCE)
    window.commands["read_all"].trigger()
    assert window.status.reading.text() == "Reading 1 of 6"
    window.commands["new_session"].trigger()
    assert not read_all.is_busy and not window.status.reading.isVisible()
    assert window.notice.sentence == "0 pictures read.\n6 left." and not window.notice.button.isVisible()
    qtbot.waitUntil(lambda: not window.program.lanes["reader"].busy(), timeout=desk.PATIENCE)
    assert not pictures.records and not program.program.at_work()
