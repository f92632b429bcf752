"""A removed file that is opened again offers its boxes and text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import desk
from eyebox.window.main_window import MainWindow
from eyebox_models.protocol.box import Box

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, start, tmp_path: Path) -> MainWindow:
    """Three pictures, a.png to c.png, the second one shown; nothing is read."""
    window: MainWindow = start().window
    window.workspace.pictures.read_automatically = False
    for name in ("a.png", "b.png", "c.png"):
        Image.new("RGB", (60, 40), "white").save(tmp_path / name)
        with qtbot.waitSignal(window.workspace.pictures.opened, timeout=desk.PATIENCE):
            window.workspace.open_paths([str(tmp_path / name)])
    show(qtbot, window, "b.png")
    return window


def show(qtbot: QtBot, window: MainWindow, name: str) -> str:
    picture = next(id for id, record in window.workspace.pictures.records.items() if record.name == name)
    window.workspace.pictures.show(picture)
    qtbot.waitUntil(lambda: window.workspace.pictures.pixels.get(picture) is not None, timeout=desk.PATIENCE)
    window.canvas.setFocus()
    return picture


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def undo(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Z)


def add_box(window: MainWindow, label: str) -> None:
    assert window.workspace.pictures.current
    window.workspace.annotations.add(window.workspace.pictures.current, [Box(label, 1, 2, 30, 20)], "add")


def labels(window: MainWindow) -> list[str]:
    return [
        box.label
        for box in window.workspace.annotations.of(window.workspace.pictures.current or "").model.boxes()
    ]


@pytest.mark.parametrize("same", ["path", "content"])
def test_a_file_opened_again_offers_its_boxes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, same: str
) -> None:
    old = show(qtbot, window, "b.png")
    qtbot.waitUntil(lambda: bool(window.workspace.pictures.records[old].sha256), timeout=desk.PATIENCE)
    add_box(window, "cup")
    window.workspace.store.save_extras(
        old, {"": {"flags": {}}, window.workspace.annotations.of(old).model.boxes()[0].id: {"group_id": 3}}
    )
    press(window, Qt.Key.Key_Backspace)
    path = tmp_path / "b.png"
    if same == "content":
        path = path.rename(tmp_path / "renamed.png")
    with qtbot.waitSignal(window.workspace.pictures.opened, timeout=desk.PATIENCE):
        window.workspace.open_paths([str(path)])
    qtbot.waitUntil(lambda: window.notice.button.text() == "Bring back its boxes and text")
    assert labels(window) == []
    window.notice.button.click()
    new = window.workspace.pictures.current
    assert new and new != old and labels(window) == ["cup"]
    (box,) = window.workspace.store.boxes(new)
    assert window.workspace.store.extras(new) == {"": {"flags": {}}, box.id: {"group_id": 3}}
    window.canvas.setFocus()
    undo(window)
    assert labels(window) == []


def test_a_file_that_had_no_boxes_offers_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    press(window, Qt.Key.Key_Backspace)
    window.notice.hide()
    with qtbot.waitSignal(window.workspace.pictures.opened, timeout=desk.PATIENCE):
        window.workspace.open_paths([str(tmp_path / "b.png")])
    qtbot.wait(1)
    assert not window.notice.isVisible()
