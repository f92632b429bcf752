"""A server of one's own: added in the picker, allowed to have pictures, asked; its boxes land on the picture."""

from __future__ import annotations

import json
import os
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.picker.page import ModelPicker
from eyebox.picker.server import ServerDialog
from eyebox.workspace import servers
from eyebox_models.endpoints.known import Endpoint, add, endpoint
from eyebox_models.environment.add import add as add_environment
from eyebox_models.environment.place import Place
from eyebox_models.grounding.shape_cards import CARDS, draw
from eyebox_models.protocol.environment import Source
from openai_server import boxes_in, openai_server, sent_picture
from tiny_wheels import VLLM, fill, uv_program
from written_model import write_model


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
        QTest.keyClick(dialog.at_once, Qt.Key.Key_Up)
        QTest.keyClick(dialog.url, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: picker.selected == "endpoint:lab", timeout=desk.PATIENCE)
        assert endpoint("lab").at_once == 9
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
        qtbot.waitUntil(lambda: picker.models.row("endpoint:lab") is None, timeout=desk.PATIENCE)
        assert picker.selected == "reader"
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
    qtbot.waitUntil(lambda: "only over https" in dialog.said.text(), timeout=desk.PATIENCE)
    assert dialog.isVisible() and dialog.save.isEnabled()
    dialog.reject()
    picker.reject()


def test_a_keyring_that_does_not_answer_holds_no_window(
    qtbot: QtBot, start, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked, kept = Event(), servers.add

    def slow(given: Endpoint, key: str | None) -> Endpoint:
        unlocked.wait(desk.PATIENCE / 1000)
        return kept(given, key)

    monkeypatch.setattr(servers, "add", slow)
    program = start()
    picker = picker_of(program)
    click(picker.frame.server_add)
    dialog = dialog_of(picker)
    QTest.keyClicks(dialog.name, "lab")
    QTest.keyClicks(dialog.url, "http://127.0.0.1:8000/v1")
    QTest.keyClicks(dialog.key, "secret")
    try:
        click(dialog.save)
        assert not dialog.save.isEnabled() and dialog.said.text() == "Saving…"
    finally:
        unlocked.set()
    qtbot.waitUntil(lambda: picker.selected == "endpoint:lab", timeout=desk.PATIENCE)
    picker.reject()


@pytest.mark.thorough
def test_two_servers_share_a_batch_and_one_is_killed(qtbot: QtBot, start, tmp_path: Path) -> None:
    folder, out = tmp_path / "shades", tmp_path / "out.jsonl"
    folder.mkdir()
    for n in range(16):
        Image.new("L", (32, 32), n).save(folder / f"p{n}.png")

    def shade(body: dict[str, Any]) -> str:
        return str(sent_picture(body).convert("L").getpixel((0, 0)))

    with openai_server(shade) as one, openai_server(shade) as two:
        add(Endpoint("one", one.url, "m", at_once=2))
        add(Endpoint("two", two.url, "m", pictures=True, at_once=2))
        program = start()
        window = program.window
        window.commands["batches"].trigger()
        page = window.batch_controller.page
        assert page is not None
        click(page.new)
        form = page.form
        form.kind.setCurrentIndex(form.kind.findData("ask"))
        form.kind.activated.emit(form.kind.currentIndex())
        form.sources.add([str(folder)])
        form.set_output(str(out))
        form.prompt.setPlainText("Which?")
        who = form.who
        assert who.model.findText(f"one · {endpoint('one').host}") > 0 and not who.servers
        who.model.setCurrentIndex(who.model.findData("endpoint:one"))
        who.model.activated.emit(who.model.currentIndex())
        assert not who.precision.isVisible()
        QTest.keyClick(who.servers["endpoint:two"], Qt.Key.Key_Space)
        assert who.reference == "endpoint:one,two"

        def dying(body: dict[str, Any]) -> str:
            if len(one.asked) == 3:
                one.die()
            return shade(body)

        one.answer = dying
        asked: list[Any] = []
        window.batch_controller.confirm_sending = lambda hosts: bool(asked.append(hosts)) or len(asked) > 1
        click(form.start)
        assert asked == [[endpoint("one").host]] and not endpoint("one").pictures and not one.asked
        with qtbot.waitSignal(program.program.workspace.batches.ended, timeout=desk.PATIENCE):
            click(form.start)
        assert endpoint("one").pictures
        rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        assert [row["text"] for row in rows] == [str(n) for n in range(16)]

        two.die()
        form.set_output(str(tmp_path / "gone.jsonl"))
        click(page.new)
        click(form.start)
        qtbot.waitUntil(lambda: "refuses the connection" in page.problem.text(), timeout=desk.PATIENCE)
        page.close()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script of a shell")
def test_the_server_engine_is_one_more_server_while_it_runs(qtbot: QtBot, start, tmp_path: Path) -> None:
    place = Place(tmp_path / "home" / "data" / "server-engine")
    place.tools.mkdir(parents=True)
    place.uv.symlink_to(uv_program())
    wheels = Source(str(fill(tmp_path / "wheels", **VLLM)))
    add_environment(str(place.home), wheels, lambda _event: None, Event(), "server")
    folder = str(write_model(tmp_path / "A model"))
    program = start()
    program.window.workspace.models.add_folder(folder)
    picker = picker_of(program)
    assert picker.frame.serve.isHidden()
    qtbot.waitUntil(lambda: picker.models.row(folder) is not None, timeout=desk.PATIENCE)
    picker.choice.select(folder)
    assert picker.frame.serve.isVisible()
    click(picker.frame.serve)
    qtbot.waitUntil(lambda: picker.selected == "endpoint:vllm", timeout=desk.PATIENCE)
    page = picker.frame.server
    assert "127.0.0.1" in page.pictures.text() and page.edit.isHidden() and page.remove.text() == "Stop"
    click(picker.frame.use)
    turn = desk.ask(qtbot, program, "Who?")
    assert turn.text == "A model heard: Who?"
    picker = picker_of(program)
    click(picker.frame.server.remove)
    assert picker.models.row("endpoint:vllm") is None
    picker.reject()
