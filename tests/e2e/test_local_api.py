"""The local API's page: switched on, asked by HTTP, what is asked seen and stopped, switched off."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.api_page.page import ApiPage
from eyebox.app import Desktop
from eyebox.server import hosted
from eyebox.single import Single
from eyebox.window.main_window import MainWindow

pytest.importorskip("uvicorn")


@pytest.fixture
def program(start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """The program, which listens to the processes of the API."""
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    program = start()
    single = Single(tmp_path / "home" / "data")
    assert single.is_first()
    single.listen()
    single.server_came.connect(program.program.bridge.take)
    yield program
    program.program.server.close()
    single.release()


def click(found: QWidget) -> None:
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def opened(window: MainWindow) -> ApiPage:
    window.commands["local_api"].trigger()
    page = window.api_controller.page
    assert page is not None
    return page


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


class Call(Thread):
    """A request, made beside the window's event loop."""

    def __init__(self, url: str, key: str, path: str, body: Any = None) -> None:
        super().__init__()
        self._where, self._key, self._path, self._body = url, key, path, body
        self.status = 0
        self.answer: Any = None
        self.start()

    def run(self) -> None:
        host, _, prefix = self._where.removeprefix("http://").partition("/")
        link = http.client.HTTPConnection(host, timeout=desk.PATIENCE / 1000)
        data = None if self._body is None else json.dumps(self._body)
        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        link.request("GET" if data is None else "POST", f"/{prefix}{self._path}", data, headers)
        answer = link.getresponse()
        self.answer = json.loads(answer.read())
        self.status = answer.status
        link.close()


def reading(picture: Path) -> dict[str, Any]:
    parts = [
        {"type": "image_url", "image_url": {"url": str(picture)}},
        {"type": "text", "text": "read everything"},
    ]
    return {"model": "reader", "messages": [{"role": "user", "content": parts}]}


def test_programs_ask_while_it_is_on(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, server = program.window, program.program.server
    assert not window.status.api.isVisible()
    page = opened(window)
    assert page.switch.text() == "Switch on" and not page.set_up.url.isVisible()
    port = free_port()
    page.set_up.port.setValue(port)
    desk.draw_menu(tmp_path / "menu.png")
    page.set_up.add_folder(str(tmp_path))
    click(page.switch)
    qtbot.waitUntil(lambda: server.state == "on", timeout=desk.PATIENCE)
    url, key = page.set_up.url.text(), server.token
    assert url == f"http://127.0.0.1:{port}/v1" and page.switch.text() == "Switch off"
    assert page.set_up.key.displayText() != key and not page.set_up.port.isEnabled()
    click(page.set_up.reveal)
    assert page.set_up.key.displayText() == key
    click(page.set_up.copy_key)
    assert QGuiApplication.clipboard().text() == key
    assert window.status.api.isVisible() and window.status.api.text() == f"API on 127.0.0.1:{port}"
    click(page.parts[2])
    for chip in page.programs:
        click(chip)
        assert url in page.example.text and key in page.example.text

    call = Call(url, key, "/chat/completions", reading(tmp_path / "menu.png"))
    qtbot.waitUntil(lambda: not call.is_alive(), timeout=desk.PATIENCE)
    assert call.status == 200 and "Garden Pizza" in call.answer["choices"][0]["message"]["content"]
    qtbot.waitUntil(lambda: page.requests.counts.text().endswith(": 1 · under way or waiting: 0"))

    # one that waits is seen, on the page and in the queue, and can be stopped
    lane = program.program.lanes["reader"]
    with monkeypatch.context() as held:
        held.setattr(lane, "_next", lambda: None)
        call = Call(url, key, "/chat/completions", reading(tmp_path / "menu.png"))
        qtbot.waitUntil(lambda: page.requests.rows.rowCount() == 1, timeout=desk.PATIENCE)
        assert page.parts[1].text() == "Requests (1)"
        [job] = lane.waiting()
        assert job.title.startswith("API: ") and page.requests.rows.rows[0].title == job.title
        click(page.parts[1])
        page.requests.table.setFocus()
        page.requests.table.selectRow(0)
        QTest.keyClick(page.requests.table, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: not call.is_alive(), timeout=desk.PATIENCE)
    assert call.status >= 400 and call.answer["error"]["message"]
    qtbot.waitUntil(lambda: page.requests.rows.rowCount() == 0)

    click(page.parts[0])
    click(page.set_up.new_key)
    qtbot.waitUntil(lambda: server.state == "on" and server.token != key, timeout=desk.PATIENCE)
    call = Call(url, key, "/models")
    qtbot.waitUntil(lambda: not call.is_alive(), timeout=desk.PATIENCE)
    assert call.status == 401
    click(page.switch)
    qtbot.waitUntil(lambda: server.state == "off", timeout=desk.PATIENCE)
    assert not window.status.api.isVisible() and server.error is None
    page.close()
    assert opened(window).set_up.wanted.port == port  # and off, though it was on before
    assert not window.api_controller.wanted.at_start
    window.api_controller.begin()
    assert server.state == "off"
    page = opened(window)
    page.set_up.at_start.setFocus()
    QTest.keyClick(page.set_up.at_start, Qt.Key.Key_Space)
    began = []
    monkeypatch.setattr(server, "start", began.append)
    window.api_controller.begin()  # as the next start of the program does
    assert [one.port for one in began] == [port]


def test_what_goes_wrong_is_said(qtbot: QtBot, program: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    window, server = program.window, program.program.server
    with socket.create_server(("127.0.0.1", 0)) as taken:
        page = opened(window)
        page.set_up.port.setValue(taken.getsockname()[1])
        with qtbot.waitSignal(server.died, timeout=desk.PATIENCE):
            QTest.keyClick(page.switch, Qt.Key.Key_Space)
    assert "is taken" in page.standing.text() and page.switch.text() == "Switch on"
    page.close()
    # it dies while nobody looks at the page
    server.start(window.api_controller.wanted)
    qtbot.waitUntil(lambda: server.state == "on", timeout=desk.PATIENCE)
    assert server._process is not None
    with qtbot.waitSignal(server.died, timeout=desk.PATIENCE):
        server._process.kill()
    assert "ended by itself" in window.notice.text.text() and not window.status.api.isVisible()
    # it can't be started at all
    monkeypatch.setattr(hosted, "_command", lambda: ["/no/such/program"])
    page = opened(window)
    with qtbot.waitSignal(server.died, timeout=desk.PATIENCE):
        click(page.switch)
    assert "can't be started" in page.standing.text()
