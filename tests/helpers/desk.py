"""What e2e tests do to the window, as a user would."""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eyebox.app import Desktop
from eyebox.session.types import Turn
from eyebox_models.protocol.box import Box

FONT = "DejaVuSans.ttf"
PATIENCE = 240_000
"""Milliseconds: importing torch in an engine takes a minute on a machine that is busy."""


def draw_menu(path: Path) -> Path:
    """A small bill of fare: three dishes with their prices."""
    image = Image.new("RGB", (800, 520), "white")
    draw = ImageDraw.Draw(image)
    draw.text((60, 40), "LUNCH MENU", font=ImageFont.truetype(FONT, 40), fill="black")
    for row, (dish, price) in enumerate(
        (("Salmon Burger", "$12"), ("Garden Pizza", "$14"), ("Tomato Soup", "$7"))
    ):
        y = 150 + row * 110
        draw.text((60, y), dish, font=ImageFont.truetype(FONT, 32), fill="black")
        draw.text((640, y), price, font=ImageFont.truetype(FONT, 32), fill="black")
    image.save(path)
    return path


MOUSE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
"""What is held during a drag."""


def drop(program: Desktop, *paths: Path, at: QPoint | None = None) -> None:
    """Drags files over the window and lets go; `at` a place of it as the system does it, so that Qt finds who takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop_data(mime, at or QPoint(300, 300), program.window if at is None else program.window.windowHandle())


def drop_data(mime: QMimeData, at: QPoint, target: QObject) -> None:
    """The same with any data, given to a widget or to the window of the system."""
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, mime, *MOUSE)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    over = QDragMoveEvent(at, copy, mime, *MOUSE)
    over.accept()  # as Qt does after that
    QApplication.sendEvent(target, over)
    assert over.isAccepted()
    dropped = QDropEvent(QPointF(at), copy, mime, *MOUSE)
    QApplication.sendEvent(target, dropped)
    assert dropped.isAccepted()


def wait_read(qtbot: QtBot, program: Desktop) -> str:
    """Waits until the picture shown has been read; returns its id."""
    pictures = program.window.workspace.pictures
    qtbot.waitUntil(lambda: bool(pictures.current and pictures.page(pictures.current)), timeout=PATIENCE)
    assert pictures.current
    return pictures.current


def ask(qtbot: QtBot, program: Desktop, text: str) -> Turn:
    """Types a question, sends it and waits for the end of the answer."""
    window = program.window
    pane = window.chat_controller.pane(window.chat_controller.active)
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=PATIENCE) as ended:
        pane.composer.set_draft("")
        QTest.keyClicks(pane.composer.edit, text)
        QTest.keyClick(pane.composer.edit, Qt.Key.Key_Return)
    assert ended.args is not None
    turn = ended.args[1]
    assert isinstance(turn, Turn)
    return turn


def boxes(program: Desktop) -> tuple[Box, ...]:
    """The boxes of the picture shown."""
    picture = program.window.workspace.pictures.current
    return program.window.workspace.annotations.of(picture).model.boxes() if picture else ()


def drag_box(program: Desktop, box: Box, dx: int, dy: int) -> None:
    """Selects a box by a click and drags it by its middle, in pixels of the screen."""
    canvas = program.window.canvas
    viewport = canvas.viewport()
    middle = canvas.mapFromScene(QPointF((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=middle)
    for step in (0.3, 0.7, 1.0):
        QTest.mouseMove(viewport, middle + QPoint(round(dx * step), round(dy * step)))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle + QPoint(dx, dy))


def use_script(program: Desktop, path: Path, script: object) -> None:
    """Gives the active chat a scripted model."""
    path.write_text(json.dumps(script))
    window = program.window
    window.chat_controller.set_model(window.chat_controller.active, f"scripted:{path}")
