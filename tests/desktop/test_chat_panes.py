"""Chats side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from eyebox.chat.pane import NARROWEST, ChatPane
from eyebox.chat.panes import ChatPanes
from eyebox.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panes(qtbot: QtBot) -> ChatPanes:
    panes = ChatPanes()
    qtbot.addWidget(panes)
    theme = Theme()
    for chat in ("one", "two"):
        panes.add(chat, ChatPane(theme))
    panes.resize(900, 600)
    panes.show()
    qtbot.waitExposed(panes)
    return panes


def test_panes_share_the_width_and_keep_a_least_one(panes: ChatPanes) -> None:
    assert panes.chats == ("one", "two")
    assert all(width >= NARROWEST for width in panes.splitter.sizes())
    assert abs(panes.splitter.sizes()[0] - panes.splitter.sizes()[1]) <= 2


def test_the_focus_makes_a_pane_active(qtbot: QtBot, panes: ChatPanes) -> None:
    panes.pane("two").focus_composer()
    qtbot.waitUntil(lambda: panes.active == "two")
    with qtbot.waitSignal(panes.active_changed) as changed:
        qtbot.mouseClick(panes.pane("one").composer.edit.viewport(), Qt.MouseButton.LeftButton)
        panes.pane("one").focus_composer()
    assert changed.args == ["one"]


def test_closing_is_asked_for_and_can_be_undone(qtbot: QtBot, panes: ChatPanes) -> None:
    close = next(
        b
        for b in panes.pane("one").header.findChildren(QToolButton)
        if b.accessibleName() == "Close this chat"
    )
    with qtbot.waitSignal(panes.close_requested) as asked:
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert asked.args == ["one"]
    pane = panes.remove("one")
    assert panes.chats == ("two",)
    panes.add("one", pane, 0)
    assert panes.chats == ("one", "two")
    assert panes.active == "one"


def test_the_last_pane_cannot_be_closed(panes: ChatPanes, qtbot: QtBot) -> None:
    pane = panes.remove("two")
    qtbot.addWidget(pane)
    assert panes.active == "one"
    names = [b.accessibleName() for b in panes.pane("one").header.findChildren(QToolButton) if b.isVisible()]
    assert "Close this chat" not in names


def test_another_pane_is_asked_for(qtbot: QtBot, panes: ChatPanes) -> None:
    split = next(
        b
        for b in panes.pane("two").header.findChildren(QToolButton)
        if b.accessibleName() == "Another chat beside this one"
    )
    with qtbot.waitSignal(panes.split_requested) as asked:
        qtbot.mouseClick(split, Qt.MouseButton.LeftButton)
    assert asked.args == ["two"]


def test_a_chat_has_one_pane(panes: ChatPanes) -> None:
    with pytest.raises(ValueError, match="already"):
        panes.add("one", panes.pane("two"))
