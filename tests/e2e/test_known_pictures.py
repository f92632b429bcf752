"""What models made of pictures: in the settings by mouse and keys, within what is set, and gone with a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from eyebox.settings.dialog import SettingsDialog
from eyebox_models.vision import feature_cache
from modal import answered

SHORT = 600_000


def names() -> set[str]:
    return {path.name for path, _size, _used in feature_cache._entries(feature_cache._folder())}


def write(*pictures: str) -> list[str]:
    written = [feature_cache.name_of([picture], "a model") for picture in pictures]
    assert all(feature_cache.write(name, bytes(SHORT)) for name in written)
    return written


@pytest.fixture(autouse=True)
def same_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines look for settings and entries where the program has them."""
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))


def test_the_settings_say_how_much_there_is_and_empty_it(qtbot: QtBot, start) -> None:
    program = start()
    write("a", "b")
    seen: list[str] = []

    def texts(dialog: SettingsDialog) -> list[str]:
        return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]

    def use(dialog: SettingsDialog) -> None:
        empty = dialog.findChild(QPushButton, "empty_known_pictures_mb")
        qtbot.waitUntil(lambda: "On disk now: 1 MB" in texts(dialog))
        seen.append("said")
        empty.setFocus()
        qtbot.keyClick(empty, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "On disk now: 0 bytes" in texts(dialog))
        assert not names()
        assert not empty.isVisible()
        write("a", "b")
        spin = dialog.findChild(QSpinBox, "known_pictures_mb")
        spin.setValue(1)
        qtbot.waitUntil(lambda: len(names()) == 1)
        spin.setValue(0)
        qtbot.waitUntil(lambda: not names())
        seen.append("done")

    with answered(SettingsDialog, use):
        program.window.commands["settings"].trigger()
    assert seen == ["said", "done"]
    assert feature_cache.limit() == 0
