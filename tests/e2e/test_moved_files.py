"""Pictures whose files were moved: asked for, checked, and others of the same folder taken along."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

import desk
from eyebox.window.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system's own dialog")


def answer(qtbot: QtBot, window: MainWindow, title: str, path: Path) -> None:
    """Types a path into the dialog that has opened."""
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.windowTitle() == title
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)


def test_a_missing_file_is_asked_for_and_its_neighbours_are_taken_along(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    window = start().window
    pictures = window.workspace.pictures
    pictures.read_automatically = False
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    names = ("a.png", "b.png", "c.png")
    for n, name in enumerate(names):
        Image.new("RGB", (60, 40), (200, 90 * n, 0)).save(old / name)
        with qtbot.waitSignal(pictures.opened, timeout=desk.PATIENCE):
            window.workspace.open_paths([str(old / name)])
        qtbot.waitUntil(lambda: bool(pictures.records[pictures.current].sha256), timeout=desk.PATIENCE)
    ids = dict(zip(names, pictures.records, strict=True))
    for name, other in zip(names, ("x.png", "y.png", "z.png"), strict=True):
        (old / name).rename(new / other)
        pictures.pixels.remove(ids[name])

    pictures.show(ids["a.png"])
    qtbot.waitUntil(lambda: window.notice.button.text() == "Find it…", timeout=desk.PATIENCE)
    assert window.filmstrip.model.item(ids["a.png"]).state == "missing"
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    answer(qtbot, window, "Find a.png", new / "y.png")
    qtbot.waitUntil(lambda: "another picture than a.png" in window.notice.sentence, timeout=desk.PATIENCE)
    assert window.notice.button.text() == "Take it anyway"
    assert pictures.path_of(ids["a.png"]) == str(old / "a.png")
    window.commands["find_file"].trigger()
    answer(qtbot, window, "Find a.png", new / "x.png")
    qtbot.waitUntil(lambda: pictures.pixels.get(ids["a.png"]) is not None, timeout=desk.PATIENCE)
    assert window.filmstrip.model.item(ids["a.png"]).state == "waiting"
    qtbot.waitUntil(lambda: window.notice.button.text() == "Take them too", timeout=desk.PATIENCE)
    assert window.notice.sentence.startswith("2 other missing picture")
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    stored = {record.name: record.path for record in window.workspace.store.pictures(pictures.session)}
    assert stored == {
        name: str(new / other) for name, other in zip(names, ("x.png", "y.png", "z.png"), strict=True)
    }
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, CONTROL)
    assert pictures.path_of(ids["b.png"]) == str(old / "b.png")


def test_another_picture_is_taken_where_the_user_says_so(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    pictures = window.workspace.pictures
    pictures.read_automatically = False
    (tmp_path / "old").mkdir()
    Image.new("RGB", (60, 40), "white").save(tmp_path / "old/a.png")
    Image.new("RGB", (80, 50), "white").save(tmp_path / "other.png")
    window.workspace.open_paths([str(tmp_path / "old/a.png")])
    qtbot.waitUntil(lambda: bool(pictures.current), timeout=desk.PATIENCE)
    picture = pictures.current
    qtbot.waitUntil(lambda: bool(pictures.records[picture].sha256), timeout=desk.PATIENCE)
    (tmp_path / "old/a.png").unlink()
    window.commands["find_file"].trigger()
    answer(qtbot, window, "Find a.png", tmp_path / "other.png")
    qtbot.waitUntil(lambda: window.notice.button.text() == "Take it anyway", timeout=desk.PATIENCE)
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pictures.records[picture].width == 80, timeout=desk.PATIENCE)
    assert window.workspace.store.picture(picture).path == str(tmp_path / "other.png")
