"""Settings that are typed: an address is kept once it is one, and can be reset."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton

from eyebox.settings.dialog import SettingsDialog
from eyebox.settings.schema import Settings, from_overrides
from eyebox.theme import Theme


@pytest.fixture
def dialog(qtbot, qapp) -> SettingsDialog:
    dialog = SettingsDialog(Settings(proxy="http://127.0.0.1:8080"), Theme(qapp))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_typed_address_holds_once_it_is_one(dialog: SettingsDialog) -> None:
    mirror = dialog.findChild(QLineEdit, "mirror")
    mirror.setText("hub.example")
    assert dialog.settings.mirror == ""
    assert mirror.property("kind") == "error"
    mirror.setText(" https://hub.example ")
    assert dialog.settings.mirror == "https://hub.example"
    assert mirror.property("kind") == ""


def test_a_typed_address_can_be_reset(dialog: SettingsDialog) -> None:
    assert dialog.findChild(QLineEdit, "proxy").text() == "http://127.0.0.1:8080"
    dialog.findChild(QToolButton, "reset_proxy").click()
    assert dialog.settings == Settings()


def test_a_file_can_not_bring_in_what_is_no_address() -> None:
    assert from_overrides({"mirror": "file:///etc/passwd", "proxy": "x", "offline": False}) == Settings(
        offline=False
    )
