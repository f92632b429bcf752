"""QR and bar codes of a picture: seen, copied, opened after a question, and made of a text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolTip,
)
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.canvas.code_list import CodeList
from modal import answered

LINK = "https://library.example.org/renew?card=12345"
WIFI = "WIFI:T:WPA;S:Library <b>guest</b>;;"


def code_image(text: str, scale: int = 4) -> Image.Image:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return Image.fromarray(np.array(zxingcpp.write_barcode_to_image(code, scale=scale, add_quiet_zones=True)))


def draw_codes(path: Path, *texts: str, text_too: bool = True) -> Path:
    """Codes below each other, to the right of a bill of fare or alone."""
    desk.draw_menu(path)
    with Image.open(path) as menu:
        page = Image.new("RGB", (1200, 320 * max(len(texts), 2)), "white")
        if text_too:
            page.paste(menu)
    for number, text in enumerate(texts):
        page.paste(code_image(text), (850, 320 * number + 20))
    page.save(path)
    return path


def code_list(program: Desktop) -> CodeList:
    return program.window.reading_controller.text_panel.findChild(CodeList)


def place_of(program: Desktop, code: int) -> QPoint:
    canvas = program.window.canvas
    return canvas.mapFromScene(canvas.code_layer.rect(code).center())


def menu_of(program: Desktop, code: int) -> QMenu:
    canvas = program.window.canvas
    at = place_of(program, code)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, text: str) -> None:
    (entry,) = (action for action in menu.actions() if action.text() == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())


@contextmanager
def asked(answer: str) -> Iterator[list[str]]:
    """Answers the question that comes by a button of it; what it said, first the address."""
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.append(dialog.findChild(QPlainTextEdit).toPlainText())
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        (button,) = (b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == answer)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    with answered(QDialog, look):
        yield said


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


def test_codes_on_the_picture(qtbot: QtBot, start, tmp_path: Path, opened: list[str]) -> None:
    program = start()
    window = program.window
    canvas, layer = window.canvas, window.canvas.code_layer
    desk.drop(program, draw_codes(tmp_path / "codes.png", LINK, WIFI))
    desk.wait_read(qtbot, program)
    assert [layer.code_at(layer.rect(n).center()) for n in (0, 1)] == [0, 1]
    assert layer.code_at(QPointF(100, 60)) == -1

    at = place_of(program, 1)
    QTest.mouseMove(canvas.viewport(), at)
    QApplication.sendEvent(
        canvas.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
    )
    assert QToolTip.isVisible() and "&lt;b>guest&lt;/b>" in QToolTip.text()
    QToolTip.hideText()

    menu = menu_of(program, 1)
    assert [action.text() for action in menu.actions()] == ["Copy what the code says"]
    choose(menu, "Copy what the code says")
    assert QApplication.clipboard().text() == WIFI

    with asked("Cancel") as said:
        choose(menu_of(program, 0), "Open the link…")
    assert said[0] == LINK and "It leads to library.example.org." in said
    assert opened == []
    with asked("Open"):
        choose(menu_of(program, 0), "Open the link…")
    assert opened == [LINK]

    window.commands["find"].trigger()
    bar = window.reading_controller.find_bar
    QTest.keyClicks(bar.findChild(QLineEdit), "LIBRARY.example")
    qtbot.waitUntil(lambda: "1 of 1" in [label.text() for label in bar.findChildren(QLabel)])
    bar.close_bar()

    window.commands["show_text"].trigger()
    assert not layer.isVisible()
    window.commands["show_text"].trigger()
    window.commands["turn_right"].trigger()
    picture = window.workspace.pictures.current
    qtbot.waitUntil(lambda: picture in window.workspace.pictures.pixels, timeout=desk.PATIENCE)
    qtbot.waitUntil(lambda: layer.code_at(QPointF(500, 950)) == 0)


def test_codes_in_the_text_tab_by_keys_and_mouse(
    qtbot: QtBot, start, tmp_path: Path, opened: list[str]
) -> None:
    program = start()
    window = program.window
    layer = window.canvas.code_layer
    desk.drop(program, draw_codes(tmp_path / "codes.png", LINK, WIFI))
    desk.wait_read(qtbot, program)
    window.commands["text_tab"].trigger()
    rows = code_list(program)
    assert rows.isVisible() and rows.count() == 2
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Home)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentRow() == 1 == layer.lit
    window.commands["copy"].trigger()
    assert QApplication.clipboard().text() == WIFI
    QTest.keyClick(rows, Qt.Key.Key_Up)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(rows.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with asked("Copy the address") as said:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert said[0] == LINK == QApplication.clipboard().text() and opened == []

    window.canvas.set_zoom(8)
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center()
    )
    assert layer.lit == 1
    qtbot.waitUntil(lambda: window.canvas.visible_rect().contains(layer.rect(1).center()))
    with asked("Open"):
        QTest.mouseClick(rows.itemWidget(rows.item(0)).open_button, Qt.MouseButton.LeftButton)
    assert opened == [LINK]
    QTest.mouseClick(rows.itemWidget(rows.item(1)).copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == WIFI
    assert not rows.itemWidget(rows.item(1)).open_button.isVisible()


def test_a_picture_with_codes_and_no_text_and_one_read_before_codes_were_looked_for(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window = program.window
    desk.drop(program, draw_codes(tmp_path / "only.png", WIFI, text_too=False))
    picture = desk.wait_read(qtbot, program)
    window.commands["text_tab"].trigger()
    rows, panel = code_list(program), window.reading_controller.text_panel
    assert rows.isVisible() and rows.count() == 1
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "No text was found in this picture, only codes." in said

    pictures = window.workspace.pictures
    old = pictures.page(picture)
    assert old is not None
    pictures.page_ready.emit(picture, replace(old, codes=None))
    assert not rows.isVisible()
    with qtbot.waitSignal(pictures.reading.ended, timeout=desk.PATIENCE):
        window.commands["read"].trigger()
    qtbot.waitUntil(lambda: rows.isVisible() and rows.count() == 1)


def test_a_code_is_made_of_the_selected_text_or_of_the_clipboard(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    pictures = window.workspace.pictures
    make = window.commands["make_code"]

    def made(said: str) -> None:
        qtbot.waitUntil(
            lambda: bool(
                pictures.current
                and (page := pictures.page(pictures.current))
                and [code.text for code in page.codes or ()] == [said]
            ),
            timeout=desk.PATIENCE,
        )

    QApplication.clipboard().clear()
    window.activateWindow()
    window.welcome.setFocus()
    qtbot.waitUntil(window.welcome.hasFocus)
    QTest.keyClick(
        window.welcome, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert window.notice.sentence == "Select a text, or copy one: the QR code is made of it."

    QApplication.clipboard().setText("  已复制的文字 ")
    make.trigger()
    made("已复制的文字")
    assert pictures.records[pictures.current].name == "QR code: 已复制的文字"

    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    qtbot.waitUntil(lambda: bool(window.canvas.text_layer.page.lines), timeout=desk.PATIENCE)
    window.canvas.setFocus()
    window.canvas.text_layer.select_all()
    said = window.canvas.text_layer.selected_text()
    make.trigger()
    made(said)

    edit = window.chat_controller.pane(window.chat_controller.active).composer.edit
    window.commands["ask"].trigger()
    QTest.keyClicks(edit, "two words")
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    made("two words")

    QApplication.clipboard().setText("x" * 3000)
    edit.clear()
    window.canvas.setFocus()
    make.trigger()
    qtbot.waitUntil(
        lambda: window.notice.sentence.startswith("This text has 3,000 characters, and 2,331 of it"),
        timeout=desk.PATIENCE,
    )


def test_a_link_of_an_answer_is_asked_about_in_the_same_way(start, opened: list[str]) -> None:
    chats = start().window.chat_controller
    clicked = chats.pane(chats.active).transcript.signals.link_clicked
    for address, host in (
        ("https://bank.example@evil.example/" + "a" * 3000, "evil.example"),
        ("https://例子.test/<b>", "xn--fsqu00a.test"),
    ):
        with asked("Open") as said:
            clicked.emit(address)
        assert said[0] == address and f"It leads to {host}." in said
    assert len(opened) == 2
