"""The program without a window: on a QGuiApplication, without a display and without widgets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import desk
import program_alone
from eyebox.folders import Folders
from eyebox.session.store import Store


def test_the_program_works_without_a_window(tmp_path: Path) -> None:
    script = tmp_path / "script.json"
    script.write_text(json.dumps([{"text": "a page of text"}, {"box": [5, 6, 70, 80], "label": "seen"}]))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("DISPLAY", None)
    done = subprocess.run(
        [
            sys.executable, program_alone.__file__,
            str(tmp_path / "home"), str(desk.draw_menu(tmp_path / "menu.png")), str(script),
        ],
        capture_output=True, text=True, env=environment,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("widgets: []\n", "")
    store = Store.open(Folders.under(tmp_path / "home").sessions)
    (session,) = store.sessions()
    (record,) = store.pictures(session.id)
    page = store.page(record.id)
    assert record.name == "menu.png" and page is not None and len(page.lines) > 3
    assert [box.label for box in store.boxes(record.id)] == ["drawn", "seen"]
    (chat,) = store.chats(session.id)
    question, answer = store.turns(chat.id)
    assert (question.text, answer.text, answer.state) == ("what is it?", "a page of text", "done")
    store.close()
