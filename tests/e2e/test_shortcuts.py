"""Keys of actions are changed on the page of shortcuts, and hold at once, also after a restart."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

import desk
from eyebox import keymap
from eyebox.app import Desktop
from eyebox.shortcut_rows import ActionRow, KeymapRow
from eyebox.shortcuts_page import ShortcutsPage
from eyebox_models.protocol.errors import EyeboxError
from modal import answered

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def press_in_window(program: Desktop, key: Qt.Key) -> None:
    program.window.activateWindow()
    assert QTest.qWaitForWindowActive(program.window, 60_000)
    QTest.keyClick(program.window, key)


def with_page(program: Desktop, do: Callable[[ShortcutsPage], None]) -> None:
    """Opens the page by F1, does something to it, and closes it by Esc."""

    def act(page: ShortcutsPage) -> None:
        do(page)
        QTest.keyClick(page, KEY.Key_Escape)
        assert not page.isVisible()

    with answered(ShortcutsPage, act):
        press_in_window(program, KEY.Key_F1)


def row(page: ShortcutsPage, name: str) -> ActionRow:
    (found,) = [row for row in page.findChildren(ActionRow) if row.action.objectName() == name]
    page.scroller.ensureWidgetVisible(found)
    return found


def cap(row: ActionRow, keys: str) -> QPushButton:
    (found,) = [b for b in row.findChildren(QPushButton) if b.text() == keys and b.isVisibleTo(row)]
    return found


def press(row: ActionRow, key: Qt.Key, modifiers: Qt.KeyboardModifier = KEYS.NoModifier) -> None:
    assert QApplication.focusWidget() is row.editor.field
    QTest.keyClick(row.editor.field, key, modifiers)


def keys(program: Desktop, name: str) -> list[str]:
    return [keys.toString() for keys in program.window.commands[name].shortcuts()]


def test_no_key_is_cut_where_a_name_is_long(start) -> None:
    def measure(page: ShortcutsPage) -> None:
        rows = page.scroller.widget()
        assert rows is not None and rows.width() == page.scroller.viewport().width()

    with_page(start(), measure)


def test_a_key_is_changed_and_holds_after_a_restart(start, qtbot: QtBot) -> None:
    program = start()

    def change(page: ShortcutsPage) -> None:
        QTest.mouseClick(cap(row(page, "show_panel"), "F9"), LEFT)
        press(row(page, "show_panel"), KEY.Key_F7)
        assert cap(row(page, "show_panel"), "F7").hasFocus()

    with_page(program, change)
    assert keys(program, "show_panel") == ["F7"]
    press_in_window(program, KEY.Key_F7)
    assert not program.window.panel.isVisible()
    press_in_window(program, KEY.Key_F9)
    assert not program.window.panel.isVisible()
    program.window.close()
    qtbot.waitUntil(lambda: program.program.is_ending)
    assert keys(start(), "show_panel") == ["F7"]


def test_keys_of_another_action_are_taken_only_when_asked(start) -> None:
    program = start()

    def take(page: ShortcutsPage) -> None:
        wants = row(page, "sample")
        QTest.mouseClick(wants._add, LEFT)
        press(wants, KEY.Key_D, KEYS.ControlModifier)
        assert keys(program, "duplicate_boxes") == ["Ctrl+D"]
        assert wants.editor.hint.text() == "Ctrl+D is for “Duplicate the selected boxes”."
        QTest.keyClick(wants.editor.take, KEY.Key_Space)
        assert not wants.editor.hint.isVisible()

    with_page(program, take)
    assert keys(program, "sample") == ["Ctrl+Alt+S", "Ctrl+D"]
    assert keys(program, "duplicate_boxes") == []


def test_own_keys_that_change_pictures_are_not_for_who_types(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    settings = program.program.settings.with_value("shortcuts", {"remove_picture": ["Ctrl+Alt+X"]})
    program.program.change_settings(settings)
    edit = window.chat_controller.pane(window.chat_controller.active).composer.edit
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 60_000)
    edit.setFocus()
    QTest.keyClick(edit, KEY.Key_X, KEYS.ControlModifier | KEYS.AltModifier)
    assert len(window.workspace.pictures.records) == 1
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, KEY.Key_X, KEYS.ControlModifier | KEYS.AltModifier)
    assert len(window.workspace.pictures.records) == 0


def test_escape_gives_up_and_keys_of_lists_are_refused(start) -> None:
    program = start()

    def give_up(page: ShortcutsPage) -> None:
        wants = row(page, "find")
        QTest.mouseClick(cap(wants, "Ctrl+F"), LEFT)
        press(wants, KEY.Key_Down)
        assert wants.editor.hint.text() == "Down is needed by lists, fields and the picture."
        press(wants, KEY.Key_Escape)
        assert page.isVisible()
        assert cap(wants, "Ctrl+F").hasFocus()

    with_page(program, give_up)
    assert keys(program, "find") == ["Ctrl+F"]
    assert program.program.settings.shortcuts == {}


def test_keys_are_removed_and_reset(start) -> None:
    program = start()

    def remove(page: ShortcutsPage) -> None:
        QTest.mouseClick(cap(row(page, "redo"), "Ctrl+Y"), LEFT)
        QTest.mouseClick(row(page, "redo").editor.remove, LEFT)
        assert keys(program, "redo") == ["Ctrl+Shift+Z"]
        QTest.mouseClick(cap(row(page, "find"), "Ctrl+F"), LEFT)
        QTest.mouseClick(row(page, "find").editor.remove, LEFT)
        assert keys(program, "find") == []
        QTest.mouseClick(row(page, "redo")._reset, LEFT)
        assert keys(program, "redo") == ["Ctrl+Shift+Z", "Ctrl+Y"]
        assert keys(program, "find") == []
        QTest.mouseClick(page._reset, LEFT)

    with_page(program, remove)
    assert keys(program, "find") == ["Ctrl+F"]
    assert program.program.settings.shortcuts == {}


def test_shortcuts_are_exported_and_imported(start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = start()
    file = tmp_path / "mine.eyebox-keys.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))

    def exchange(page: ShortcutsPage) -> None:
        QTest.mouseClick(page._export, LEFT)
        assert page._said.text() == "Written to mine.eyebox-keys.json."
        content = json.loads(file.read_text())
        assert content["eyebox_keys"]["redo"] == ["Ctrl+Shift+Z", "Ctrl+Y"]
        content["eyebox_keys"] |= {
            "next_picture": ["D"],
            "previous_picture": ["A"],
            "nonsense": ["F3"],
            "copy": ["A"],
        }
        file.write_text(json.dumps(content))
        QTest.mouseClick(page._import, LEFT)
        assert (
            page._said.text() == "Left out, because unknown or used twice: previous_picture: A, nonsense: F3"
        )

    with_page(program, exchange)
    assert keys(program, "next_picture") == ["D"]
    assert keys(program, "copy") == ["A"]
    assert keys(program, "previous_picture") == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"eyebox_keys": []}', '{"eyebox_keys": 3}', "[" * 100_000])
def test_what_is_no_file_of_shortcuts_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "keys.json"
    file.write_text(text)
    with pytest.raises(EyeboxError, match=r"keys\.json is no file of shortcuts"):
        keymap.load(file, {"open": ("Ctrl+O",)})


def test_entries_of_the_wrong_kind_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    file.write_text(
        '{"eyebox_keys": {"open": [3, "Ctrl+Nokey", "Tab", "ctrl+u", "Ctrl+U"], "undo": "Ctrl+Z"}}'
    )
    defaults = {"open": ("Ctrl+O",), "undo": ("Ctrl+Z", "Ctrl+U")}
    found, left_out = keymap.load(file, defaults)
    assert found == {"open": ["3", "Ctrl+U"], "undo": ["Ctrl+Z"]}
    assert left_out == ["open: Ctrl+Nokey", "open: Tab", "open: Ctrl+U"]


def test_toggles_of_the_view_have_check_marks_in_the_menu(start) -> None:
    window = start().window
    menus = [menu for menu in window.header.findChildren(QMenu) if menu.title() == "View"]
    toggles = {a.objectName(): a for a in menus[0].actions() if a.isCheckable()}
    assert set(toggles) == {
        "show_text", "show_unsure", "show_ignored", "show_boxes", "show_filmstrip", "show_panel", "show_minimap",
            "show_crosshair", "full_screen",
            "toggle_theme",
    }  # fmt: skip
    assert not any(action.isIconVisibleInMenu() for action in toggles.values())
    dark = window.theme.dark
    assert toggles["toggle_theme"].isChecked() == dark
    toggles["toggle_theme"].trigger()
    assert window.theme.dark is not dark
    assert toggles["toggle_theme"].isChecked() is not dark


@pytest.mark.thorough
def test_a_keymap_of_the_review_is_chosen_and_changed(start, qtbot: QtBot) -> None:
    program = start()

    def choose(page: ShortcutsPage) -> None:
        (keymap_row,) = page.findChildren(KeymapRow)
        box = keymap_row.findChild(QComboBox)
        assert [box.itemText(at) for at in range(3)] == ["Prodigy", "X-AnyLabeling", "labelme"]
        assert cap(row(page, "review_accept"), "A")
        box.setFocus()
        QTest.keyClick(box, KEY.Key_End)
        QTest.mouseClick(cap(row(page, "review_accept"), "E"), LEFT)
        press(row(page, "review_accept"), KEY.Key_B)
        assert (
            cap(row(page, "review_accept"), "B") and not row(page, "review_next_picture")._reset.isVisible()
        )

    with_page(program, choose)
    assert keys(program, "review_accept") == ["B"] and keys(program, "tool_draw") == ["B"]
    assert keys(program, "review_next_picture") == ["D", "Ctrl+Shift+D"]
    program.close()
    program.window.close()
    again = start()
    assert keys(again, "review_accept") == ["B"]
    assert keys(again, "review_previous_picture") == ["A", "Ctrl+Shift+A"]
