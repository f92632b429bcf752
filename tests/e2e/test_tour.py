"""The first run: four steps beside the controls that they are about, and pictures to try."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import desk
import eyebox_resources
from eyebox.app import Desktop
from eyebox.window.main_window import MainWindow
from eyebox.window.tour import Callout
from eyebox.window.welcome import SAMPLE_SIZE, SAMPLES


def callout(window: MainWindow) -> Callout:
    found = window.tour_controller.callout
    assert found is not None
    return found


def rect(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def begun(program: Desktop, qtbot: QtBot) -> MainWindow:
    window = program.window
    with qtbot.waitExposed(window):
        window.show()
    window.tour_controller.offer()
    return window


def test_a_first_run_is_shown_around_once(qtbot: QtBot, start) -> None:
    program = start()
    window = begun(program, qtbot)
    titles = []
    anchors = (
        window.welcome.ways,
        window.chat_controller.pane(window.chat_controller.active).composer,
        window.panel.tabs,
        window.header.menu_button,
    )
    for anchor in anchors:
        card = callout(window)
        titles.append(card._title.text())
        assert card.ring.geometry().intersects(rect(anchor, window))
        assert not card.geometry().intersects(rect(anchor, window))
        assert window.rect().contains(card.geometry())
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert len(set(titles)) == 4
    assert not window.tour_controller.is_on
    program.close()
    again = begun(start(), qtbot)
    assert not again.tour_controller.is_on
    again.commands["tour"].trigger()
    assert again.tour_controller.is_on


def test_esc_ends_it_and_the_window_can_be_used_beside_it(qtbot: QtBot, start) -> None:
    window = begun(start(), qtbot)
    composer = window.chat_controller.pane(window.chat_controller.active).composer
    qtbot.mouseClick(composer.edit.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "hello")
    assert composer.edit.toPlainText() == "hello"
    qtbot.keyClick(callout(window), Qt.Key.Key_Escape)
    assert not window.tour_controller.is_on
    assert window.findChild(Callout) is None or not window.findChild(Callout).isVisible()


def test_what_is_done_takes_it_on_and_it_follows_language_and_size(qtbot: QtBot, start, monkeypatch) -> None:
    window = begun(start(), qtbot)
    with qtbot.waitSignal(window.workspace.pictures.page_ready, timeout=desk.PATIENCE):
        qtbot.mouseClick(window.welcome.samples["shapes"], Qt.MouseButton.LeftButton)
    assert callout(window)._number.text() == "Tour · 2 of 4"
    before = callout(window).pos()
    window.resize(window.width() - 200, window.height() - 100)
    qtbot.waitUntil(lambda: callout(window).pos() != before)
    monkeypatch.setattr(window.tour_controller, "_words", lambda: (("打开", "…"), ("提问", "…")))
    window.program.change_settings(window.program.settings.with_value("language", "zh_CN"))
    qtbot.waitUntil(lambda: callout(window)._title.text() == "提问")


@pytest.mark.thorough
def test_it_does_not_come_where_files_were_opened(qtbot: QtBot, start) -> None:
    program = start()
    program.window.workspace.open_paths([str(eyebox_resources.path("sample.png"))])
    window = begun(program, qtbot)
    assert not window.tour_controller.is_on
    with qtbot.waitSignal(window.workspace.pictures.page_ready, timeout=desk.PATIENCE):
        pass


def test_sample_pictures_are_there_and_small(qtbot: QtBot) -> None:
    files = [eyebox_resources.path(*file.split("/")) for file in SAMPLES.values()]
    small = [eyebox_resources.path("samples", "small", f"{name}.png") for name in SAMPLES]
    assert all(QImage(str(file)).width() >= 900 for file in files)
    assert all(QImage(str(file)).size() == SAMPLE_SIZE * 2 for file in small)
    assert sum(file.stat().st_size for file in (*files, *small)) < 400_000
