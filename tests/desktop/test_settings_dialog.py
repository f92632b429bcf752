"""The settings dialog shows, finds, changes and resets every setting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QToolButton

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
