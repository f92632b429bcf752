"""A server of one's own: added in the picker, allowed to have pictures, asked; its boxes land on the picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.picker.page import ModelPicker
from eyebox.picker.server import ServerDialog
from eyebox_models.grounding.shape_cards import CARDS, draw
from openai_server import boxes_in, openai_server


@pytest.fixture(autouse=True)
def no_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "no cache"))


def click(found: QWidget) -> None:
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def picker_of(program: Desktop) -> ModelPicker:
    program.window.commands["choose_model"].trigger()
    picker = program.window.picker_controller.picker
    assert picker is not None
    return picker


def dialog_of(picker: ModelPicker) -> ServerDialog:
    dialog = picker.findChild(ServerDialog)
    assert dialog is not None
    return dialog


def test_a_server_is_added_allowed_and_asked(qtbot: QtBot, start, tmp_path: Path) -> None:
    card = CARDS[1]
    draw(card, tmp_path / "card.png")
    with openai_server(boxes_in("thousandths")) as server:
        server.key = "secret"
        program = start()
        desk.drop(program, tmp_path / "card.png")
        desk.wait_read(qtbot, program)

        picker = picker_of(program)
        click(picker.frame.server_add)
        dialog = dialog_of(picker)
        assert not dialog.save.isEnabled()
        QTest.keyClicks(dialog.name, "lab")
        QTest.keyClicks(dialog.url, server.url)
        QTest.keyClicks(dialog.key, "secret")
        click(dialog.look)
        qtbot.waitUntil(lambda: dialog.model.count() == 2, timeout=desk.PATIENCE)
        dialog.family.setCurrentIndex(dialog.family.findText("Qwen3-VL"))
        QTest.keyClick(dialog.url, Qt.Key.Key_Return)
        assert picker.selected == "endpoint:lab"
        page = picker.frame.server
        assert page.title.text() == "lab" and not page.pictures.isChecked() and not page.check.isEnabled()
        click(picker.frame.use)

        window = program.window
        chat = window.chat_controller.active
        header = window.chat_controller.pane(chat).header
        address = server.url.removeprefix("http://").removesuffix("/v1")
        named = next(one for one in header.findChildren(QToolButton) if "lab" in one.text())
        qtbot.waitUntil(lambda: address in named.text(), timeout=desk.PATIENCE)
        turn = desk.ask(qtbot, program, "Where are the shapes?")
        assert turn.state == "failed" and server.asked == []
        said = window.notice
        assert address in said.text.text() and said.button.text() == "Allow, and ask again"
        with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE):
            click(said.button)
        qtbot.waitUntil(lambda: len(desk.boxes(program)) == 4, timeout=desk.PATIENCE)
        found = {box.label: box.xyxy for box in desk.boxes(program)}
        for mark in card.marks:
            assert max(abs(a - b) for a, b in zip(found[mark.colour], mark.box, strict=True)) <= 3, mark
        assert server.asked[-1]["model"] == "one"

        picker = picker_of(program)
        page = picker.frame.server
        assert picker.selected == "endpoint:lab" and page.pictures.isChecked()
        click(page.check)
        assert page.check.text() == "Checking…"
        qtbot.waitUntil(lambda: "thousandths" in page.boxes.text(), timeout=desk.PATIENCE)
        click(page.remove)
        assert picker.models.row("endpoint:lab") is None
        picker.reject()


def test_what_can_be_no_server_is_said_in_the_dialog(qtbot: QtBot, start) -> None:
    program = start()
    picker = picker_of(program)
    click(picker.frame.server_add)
    dialog = dialog_of(picker)
    QTest.keyClicks(dialog.name, "far")
    QTest.keyClicks(dialog.url, "http://192.0.2.1/v1")
    QTest.keyClicks(dialog.key, "secret")
    QTest.keyClick(dialog.key, Qt.Key.Key_Return)
    assert dialog.isVisible() and "only over https" in dialog.said.text()
    dialog.reject()
    picker.reject()
