"""Text in scripts that the reader's networks lack: read, selected from its right end, and what is tried chosen in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.scripts_page import ScriptsPage
from eyebox.window.panel import TEXT
from eyebox_models.ocr.scripts_data import found, has_tesserocr
from modal import answered

KEY, KEYS = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
LINES = ("שלום עולם זה מבחן", "החשבונית לתשלום ביום שישי")
pytestmark = pytest.mark.skipif(
    not has_tesserocr() or "heb" not in {language.code for language in found()},
    reason="no tesserocr, or no Hebrew language data: apt install tesseract-ocr-heb",
)


def draw_hebrew(path: Path) -> Path:
    image = Image.new("RGB", (640, 180), "white")
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(desk.FONT, 28)
    for number, line in enumerate(LINES):
        left = 600 - draw.textlength(line, font)
        draw.text((left, 30 + 70 * number), line, "black", font)
    image.save(path)
    return path


def texts(program: Desktop) -> list[str]:
    pictures = program.window.workspace.pictures
    page = pictures.page(pictures.current)
    return [line.text for line in page.lines] if page else []


def test_hebrew_is_read_selected_and_copied_and_languages_are_chosen(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    desk.drop(program, draw_hebrew(tmp_path / "hebrew.png"))
    desk.wait_read(qtbot, program)
    assert texts(program) == list(LINES)
    window, canvas = program.window, program.window.canvas

    layer = canvas.text_layer
    _, y1, x2, y2 = layer.page.lines[0].box
    begin = canvas.mapFromScene(QPointF(x2 - 2, (y1 + y2) / 2))
    word = layer.page.lines[0].words[0]
    end = canvas.mapFromScene(QPointF(word.box[0] - 1, (y1 + y2) / 2))
    canvas.setFocus()
    QTest.mousePress(canvas.viewport(), LEFT, pos=begin)
    QTest.mouseMove(canvas.viewport(), (begin + end) / 2)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=end)
    assert layer.selected_text().strip() == "שלום", "from the right end to the left"
    QTest.keyClick(canvas, KEY.Key_Left, KEYS.ShiftModifier | KEYS.ControlModifier)
    assert layer.selected_text().strip() == "שלום עולם", "a step to the left goes on"
    assert layer.find("מבחן") == 1

    def only_none(page: ScriptsPage) -> None:
        mark = page.findChild(QCheckBox, "all_languages")
        QTest.keyClick(mark, KEY.Key_Space)
        for box in page.findChildren(QCheckBox):
            if box is not mark and box.isChecked():
                QTest.keyClick(box, KEY.Key_Space)
        QTest.keyClick(page, KEY.Key_Escape)
        assert not page.isVisible()

    with (
        qtbot.waitSignal(window.workspace.pictures.page_ready, timeout=desk.PATIENCE),
        answered(ScriptsPage, only_none),
    ):
        QTest.keyClick(canvas, KEY.Key_U, KEYS.ControlModifier | KEYS.AltModifier | KEYS.ShiftModifier)
    assert program.program.settings.scripts == "none"
    qtbot.waitUntil(lambda: LINES[0] not in texts(program))

    def all_again(page: ScriptsPage) -> None:
        page.findChild(QCheckBox, "all_languages").click()

    window.panel.tabs.setCurrentIndex(TEXT)
    link = next(
        button
        for button in window.findChildren(QPushButton)
        if button.text() == "Scripts and languages…" and button.isVisible()
    )
    with answered(ScriptsPage, all_again):
        QTest.mouseClick(link, LEFT)
    assert program.program.settings.scripts == "auto"
    qtbot.waitUntil(lambda: texts(program) == list(LINES))
