"""The local API beside the window: its requests wait in the window's queue, are stopped there, and end with the window."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from api_client import ApiProcess, events_of, in_background, question, serving
from engines import write_script
from eyebox.app import Desktop
from eyebox.single import Single
from eyebox.window.queue_panel import QueuePanel
from eyebox_resources import path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="local sockets of POSIX")

SCRIPT = {
    "answers": [
        {"question": "for ever", "steps": [{"text": "so far "}, {"wait": None}]},
        {"question": "", "steps": [{"text": "hello"}]},
    ]
}


@pytest.fixture
def desktop(start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """The program, as a later start finds it."""
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    desktop = start()
    single = Single(desktop.program.folders.data)
    assert single.is_first()
    single.server_came.connect(desktop.program.bridge.take)
    single.listen()
    desktop.program.ended.connect(single.release)
    yield desktop
    single.release()


@pytest.fixture
def api(desktop: Desktop, tmp_path: Path) -> Iterator[ApiProcess]:
    with serving("--model", write_script(tmp_path, SCRIPT)) as api:
        yield api


def test_requests_wait_in_the_windows_queue_and_end_with_it(
    desktop: Desktop, api: ApiProcess, qtbot: QtBot
) -> None:
    window, lane = desktop.window, desktop.program.lanes["model"]

    def ask_for_ever() -> list[object]:
        return list(events_of(api.ask("/v1/chat/completions", question("for ever", stream=True))))

    first = in_background(ask_for_ever)
    qtbot.waitUntil(lambda: "API: for ever" in desktop.program.at_work())
    second = in_background(lambda: api.json("/v1/chat/completions", question("and then?")))
    qtbot.waitUntil(lambda: desktop.program.at_work() == ["API: for ever", "API: and then?"])
    qtbot.waitUntil(lambda: (job := lane.running()) is not None and job.title == "API: for ever")
    qtbot.mouseClick(window.status.queue, Qt.MouseButton.LeftButton)
    panel = window.findChild(QueuePanel)
    assert panel is not None
    qtbot.waitUntil(lambda: len(panel._rows) == 2)
    running = lane.running()
    assert running is not None
    qtbot.mouseClick(panel._rows[running.id]._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first.done() and second.done())
    *_some, last = first.result()
    assert isinstance(last, dict) and last["error"]["message"] == "The answer was stopped in Eyebox."
    status, answer = second.result()
    assert (status, answer["choices"][0]["message"]["content"]) == (200, "hello")

    # what still runs ends with the program
    begun: list[object] = []

    def ask() -> list[object]:
        for event in events_of(api.ask("/v1/chat/completions", question("for ever", stream=True))):
            begun.append(event)
        return begun

    answer = in_background(ask)
    qtbot.waitUntil(lambda: len(begun) == 2)
    assert lane.running() is not None
    desktop.close()
    qtbot.waitUntil(answer.done)
    last = answer.result()[-1]
    assert isinstance(last, dict) and last["error"]["code"] in ("stopped", "closed")
    # the next question finds engines without it
    again = in_background(lambda: api.json("/v1/chat/completions", question("hello")))
    qtbot.waitUntil(again.done)
    assert again.result()[0] == 200


@pytest.mark.thorough
def test_a_picture_is_read_by_the_windows_reader(desktop: Desktop, api: ApiProcess, qtbot: QtBot) -> None:
    picture = base64.b64encode(Path(path("sample.png")).read_bytes()).decode()
    asked = {"image": f"data:image/png;base64,{picture}"}
    found = in_background(lambda: api.json("/v1/read", asked))
    qtbot.waitUntil(found.done)
    status, page = found.result()
    assert status == 200 and "HARBOUR CAFE" in page["text"] and page["lines"][0]["words"]
