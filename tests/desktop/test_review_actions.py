"""Keys of a review go before all others where it has the focus, and the menu says so; outside of it nothing changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from eyebox import keymap
from eyebox.actions import Actions
from eyebox.review.keymaps import KEYMAPS
from eyebox.theme import Theme


@pytest.fixture
def bench(qtbot: QtBot) -> tuple[QWidget, Actions, QWidget, QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window, Theme())
    picture, field = QWidget(window), QLineEdit(window)
    picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    actions.attach_to_review(picture)
    window.show()
    qtbot.waitExposed(window)
    return window, actions, picture, field


def shown(actions: Actions, name: str) -> list[str]:
    return [keys.toString() for keys in actions[name].shortcuts()]


@pytest.mark.parametrize("name", KEYMAPS)
def test_in_a_keymap_every_key_is_for_one_action(name: str, bench) -> None:
    _window, actions, _picture, _field = bench
    actions.set_keys({}, KEYMAPS[name])
    assert KEYMAPS[name].keys() <= set(actions.by_hand())
    keys = [(kind, key) for action, kind in actions.by_hand().items() for key in shown(actions, action)]
    assert len(keys) == len(set(keys)) and all(shown(actions, action) for action in actions.by_hand())
    for kind, turn in (("hand", actions.set_in_review), ("settle", actions.set_in_disputes)):
        turn(True)
        meant = [name for name in actions.by_name if actions.by_hand().get(name, kind) == kind]
        everywhere = [key for action in meant for key in shown(actions, action)]
        assert len(everywhere) == len(set(everywhere))
        turn(False)


def test_keys_of_the_review_are_taken_from_the_window_while_it_is_on(bench, qtbot: QtBot) -> None:
    window, actions, picture, field = bench
    actions.set_keys({"review_accept": ["B"]}, KEYMAPS["labelme"])
    assert shown(actions, "tool_draw") == ["B"] and shown(actions, "review_accept") == ["B"]
    assert not actions["review_accept"].isEnabled()
    actions.set_in_review(True)
    assert shown(actions, "tool_draw") == [] and shown(actions, "read") == []
    assert shown(actions, "delete_boxes") == []
    window.activateWindow()
    picture.setFocus()
    with qtbot.waitSignal(actions["review_accept"].triggered):
        QTest.keyClick(picture, Qt.Key.Key_B)
    field.setFocus()
    with qtbot.assertNotEmitted(actions["review_accept"].triggered):
        QTest.keyClicks(field, "bq ")
    assert field.text() == "bq "
    with actions.outside_review():
        assert shown(actions, "tool_draw") == ["B"]
    assert shown(actions, "tool_draw") == []
    actions.set_in_review(False)
    assert shown(actions, "tool_draw") == ["B"] and shown(actions, "delete_boxes") == ["Del"]


def test_keys_of_a_review_go_to_a_file_and_come_back(tmp_path: Path, bench) -> None:
    _window, actions, _picture, _field = bench
    file = tmp_path / "keys.json"
    keymap.dump(file, actions.default_keys())
    keys, left_out = keymap.load(file, actions.default_keys(), actions.by_hand())
    assert not left_out and keymap.changed_from(actions.default_keys(), keys) == {}
    assert keys["review_unsure"] == ["Space"]
