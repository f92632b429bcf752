"""The dialog that asks for pictures: their formats first, a look at the one that is chosen, as it was left the last time."""

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
from eyebox.window.picture_files import Preview

CONTROL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system's own dialog")


def dialog_of(qtbot: QtBot, window: MainWindow) -> QFileDialog:
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def choose(dialog: QFileDialog, *paths: Path) -> None:
    """Types names into the dialog and accepts."""
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(" ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0]))
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_pictures_are_opened_with_a_look_at_them_first(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    for n in range(3):
        Image.new("RGB", (600, 400), (200, 40 * n, 0)).save(tmp_path / f"p{n}.png")
    (tmp_path / "notes.txt").write_text("nothing to see")
    (tmp_path / "broken.png").write_text("no picture")
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_O, CONTROL)
    dialog = dialog_of(qtbot, window)
    filters = dialog.nameFilters()
    assert (
        filters[0].startswith("Pictures and documents (*")
        and "*.webp" in filters[0]
        and filters[1] == "All files (*)"
    )
    dialog.setDirectory(str(tmp_path))
    preview = dialog.findChild(Preview)
    assert isinstance(preview, Preview) and preview.isVisible() and preview.picture.pixmap().isNull()
    dialog.selectFile(str(tmp_path / "p1.png"))
    preview.look_at(str(tmp_path / "broken.png"))  # what was passed on the way is given up
    preview.look_at(str(tmp_path / "p1.png"))
    qtbot.waitUntil(lambda: not preview.picture.pixmap().isNull(), timeout=desk.PATIENCE)
    assert preview.picture.pixmap().toImage().pixelColor(50, 50).getRgb()[:3] == (200, 40, 0)
    assert preview.text.text().startswith("p1.png\n600 × 400 · ")
    preview.look_at(str(tmp_path / "broken.png"))
    qtbot.waitUntil(lambda: "broken.png" in preview.text.text(), timeout=desk.PATIENCE)
    assert preview.picture.pixmap().isNull()
    dialog.resize(1000, 620)
    choose(dialog, tmp_path / "p2.png", tmp_path / "p0.png")
    pictures = window.workspace.pictures
    qtbot.waitUntil(lambda: len(pictures.records) == 2, timeout=desk.PATIENCE)
    assert sorted(record.name for record in pictures.records.values()) == ["p0.png", "p2.png"]
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)

    window.commands["open"].trigger()
    dialog = dialog_of(qtbot, window)
    assert dialog.directory().absolutePath() == str(tmp_path)
    assert (dialog.width(), dialog.height()) == (1000, 620)
    dialog.reject()


def test_pictures_are_attached_by_the_same_dialog(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    file = tmp_path / "p.png"
    Image.new("RGB", (60, 40), "white").save(file)
    pane = window.chat_controller.pane(window.chat_controller.active)
    window.chat_controller.attaching._choose_files(window.chat_controller.active)
    dialog = dialog_of(qtbot, window)
    assert dialog.windowTitle() == "Attach pictures" and dialog.findChild(Preview) is not None
    choose(dialog, file)
    qtbot.waitUntil(lambda: bool(pane.composer.attached), timeout=desk.PATIENCE)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
