"""Looking at a picture: a long one opens at its width, Find makes its hits readable, the zoom is chosen and typed."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.canvas.zoom_pill import ZoomPill

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_looking_at_pictures(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    canvas = window.canvas

    long = Image.new("RGB", (900, 9000), "white")
    ImageDraw.Draw(long).text((60, 40), "THE TOP", font=ImageFont.truetype(desk.FONT, 40), fill="black")
    long.save(tmp_path / "long.png")
    desk.drop(program, tmp_path / "long.png")
    desk.wait_read(qtbot, program)
    assert canvas.zoom > 0.5 and canvas.visible_rect().top() < 0
    QTest.keyClick(canvas, Qt.Key.Key_0, CONTROL)
    assert canvas.is_fitted and canvas.zoom < 0.1
    QTest.keyClick(canvas, Qt.Key.Key_2, CONTROL)
    assert canvas.zoom > 0.5

    large = Image.new("RGB", (6000, 4000), "white")
    text = ImageDraw.Draw(large)
    text.text((5200, 3600), "needle", font=ImageFont.truetype(desk.FONT, 40), fill="black")
    text.text((200, 200), "hay", font=ImageFont.truetype(desk.FONT, 40), fill="black")
    large.save(tmp_path / "large.png")
    desk.drop(program, tmp_path / "large.png")
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    desk.wait_read(qtbot, program)
    before = canvas.zoom
    QTest.keyClick(canvas, Qt.Key.Key_F, CONTROL)
    field = window.reading_controller.find_bar.findChild(QLineEdit)
    QTest.keyClicks(field, "needle")
    qtbot.waitUntil(lambda: canvas.zoom > before)
    line = next(line for line in canvas.text_layer.page.lines if line.text == "needle")
    assert (line.box[3] - line.box[1]) * canvas.pixel_scale >= 12
    assert canvas.visible_rect().contains(line.box[0], line.box[1])
    assert canvas.visible_rect().contains(line.box[2], line.box[3])
    QTest.keyClick(field, Qt.Key.Key_Escape)

    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_0, CONTROL | Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    pill = canvas.findChild(ZoomPill)
    typed = pill.findChild(QLineEdit)
    qtbot.waitUntil(typed.hasFocus)
    QTest.keyClicks(typed, "150")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert canvas.zoom == 1.5
    names = {button.accessibleName() for button in pill.findChildren(QToolButton)}
    assert {"Zoom in percent", "Fit the width"} <= names
