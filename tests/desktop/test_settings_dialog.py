"""The settings dialog shows, finds, changes and resets every setting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QToolButton

from eyebox.settings.dialog import SettingRow, SettingsDialog
from eyebox.settings.schema import Settings, specs
from eyebox.theme import Theme


@pytest.fixture
def dialog(qtbot, qapp) -> SettingsDialog:
    dialog = SettingsDialog(Settings(recent_count=4), Theme(qapp))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_setting_has_a_named_control(dialog: SettingsDialog) -> None:
    rows = dialog.findChildren(SettingRow)
    assert [row.spec for row in rows] == [spec for spec in specs() if spec.group]
    assert dialog.findChild(QSpinBox, "recent_count").value() == 4
    assert (
        dialog.findChild(QCheckBox, "read_on_open").accessibleName() == "Read pictures when they are opened"
    )


def test_changes_hold_at_once(dialog: SettingsDialog, qtbot) -> None:
    with qtbot.waitSignal(dialog.changed) as signal:
        dialog.findChild(QComboBox, "theme").setCurrentIndex(2)
    assert signal.args == [Settings(theme="dark", recent_count=4)]
    with qtbot.waitSignal(dialog.changed) as signal:
        dialog.findChild(QCheckBox, "read_on_open").click()
    assert signal.args == [Settings(theme="dark", recent_count=4, read_on_open=False)]


def test_a_setting_is_reset_by_itself(dialog: SettingsDialog, qtbot) -> None:
    reset = dialog.findChild(QToolButton, "reset_recent_count")
    assert reset.isVisible()
    assert not dialog.findChild(QToolButton, "reset_theme").isVisible()
    with qtbot.waitSignal(dialog.changed) as signal:
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert signal.args == [Settings()]
    assert not reset.isVisible()


def test_what_is_on_disk_is_said_and_emptied(dialog: SettingsDialog, qtbot) -> None:
    empty = dialog.findChild(QPushButton, "empty_known_pictures_mb")
    assert not empty.isVisible()
    assert not dialog.findChildren(QPushButton, "empty_recent_count")
    dialog.show_taken("known_pictures_mb", 1_240_000_000)
    (row,) = [row for row in dialog.findChildren(SettingRow) if row.spec.name == "known_pictures_mb"]
    assert "On disk now: 1.2 GB" in [label.text() for label in row.findChildren(QLabel)]
    assert empty.accessibleName() == "Empty: Disk space for known pictures, in MB"
    with qtbot.waitSignal(dialog.emptied) as signal:
        qtbot.mouseClick(empty, Qt.MouseButton.LeftButton)
    assert signal.args == ["known_pictures_mb"]
    dialog.show_taken("known_pictures_mb", 0)
    assert not empty.isVisible()


def test_search_finds_by_word(dialog: SettingsDialog, qtbot) -> None:
    field = dialog.findChild(QLineEdit)
    qtbot.keyClicks(field, "RECENT")
    assert [row.spec.name for row in dialog.findChildren(SettingRow) if row.isVisible()] == ["recent_count"]
    field.setText("dark")
    assert [row.spec.name for row in dialog.findChildren(SettingRow) if row.isVisible()] == ["theme"]
    field.setText("no such thing")
    assert not any(row.isVisible() for row in dialog.findChildren(SettingRow))


def test_escape_closes(dialog: SettingsDialog, qtbot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
