"""The program stays in the tray when its window is closed: asked once, then as it is set; Quit always ends it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from eyebox.capture.tray import Tray
from eyebox.theme import Theme
from eyebox.window.main_window import MainWindow


@pytest.fixture
def window(start) -> MainWindow:
    return start().window


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A desktop that shows icons of programs: False in it once there is none."""
    there = [True]
    monkeypatch.setattr("eyebox.capture.tray.has_tray", lambda: there[0])
    return there


@pytest.mark.parametrize("stays", [True, False])
def test_the_first_close_asks_and_the_answer_counts_from_then_on(
    window: MainWindow, qtbot: QtBot, monkeypatch, tray: list[bool], stays: bool
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(window.closing, "confirm_tray", lambda: not asked.append(True) and stays)
    closed: list[bool] = []
    window.closed.disconnect()
    window.closed.connect(lambda: closed.append(True))
    for _ in range(2):
        window.come_forward()
        window.close()
        assert not window.isVisible()
    assert asked == [True]
    assert bool(closed) is not stays
    assert window.program.settings.stay_in_tray == ("yes" if stays else "no")


def test_in_the_tray_everything_stays_open(window: MainWindow, tray: list[bool]) -> None:
    window.program.change_settings(window.program.settings.with_value("stay_in_tray", "yes"))
    session = window.workspace.sessions.current
    window.close()
    assert not window.isVisible() and not window.program.is_ending
    window.take_request({"open": []})
    assert window.isVisible() and window.workspace.sessions.current == session


def test_without_a_tray_the_window_is_the_door(window: MainWindow, qtbot: QtBot, tray: list[bool]) -> None:
    window.program.change_settings(window.program.settings.with_value("stay_in_tray", "yes"))
    tray[0] = False
    with qtbot.waitSignal(window.closed):
        window.close()


def test_quit_ends_it_whatever_is_set(window: MainWindow, qtbot: QtBot, tray: list[bool]) -> None:
    window.program.change_settings(window.program.settings.with_value("stay_in_tray", "yes"))
    with qtbot.waitSignal(window.program.ended):
        window.commands["quit"].trigger()


def test_quit_ends_it_from_the_tray(window: MainWindow, qtbot: QtBot, tray: list[bool]) -> None:
    window.program.change_settings(window.program.settings.with_value("stay_in_tray", "yes"))
    window.close()
    with qtbot.waitSignal(window.program.ended):
        window.closing.quit()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_the_icon_offers_captures_the_window_and_the_end(qtbot: QtBot) -> None:
    icon = Tray(Theme(), lambda: ["till", "a & b"])
    icon.menu.aboutToShow.emit()
    assert [action.text() for action in icon.regions.actions()] == ["a && b", "till"]
    heard: list[object] = []
    icon.capture_wanted.connect(heard.append)
    for name in ("window_wanted", "settings_wanted", "quit_wanted"):
        getattr(icon, name).connect(lambda name=name: heard.append(name))
    icon.region_wanted.connect(heard.append)
    icon.regions.actions()[0].trigger()
    assert heard.pop() == "a & b"
    actions: list[QAction] = [
        action for action in icon.menu.actions() if not action.isSeparator() and not action.menu()
    ]
    assert all(action.text() for action in actions)
    for action in actions:
        action.trigger()
    assert heard == ["region", "window", "screen", "last", "window_wanted", "settings_wanted", "quit_wanted"]
    heard.clear()
    for reason in ("Trigger", "MiddleClick", "Context"):
        icon.icon.activated.emit(QSystemTrayIcon.ActivationReason[reason])
    assert heard == ["region", "window_wanted"]
    icon.close()
