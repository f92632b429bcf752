"""The whole program, killed at any moment: what is older than one second is there after the next start."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest
from PIL import Image

from eyebox.folders import Folders
from eyebox.session.journal import Journal
from eyebox.session.store import Store

SCRIPT = Path(__file__).parents[1] / "helpers" / "edit_script.py"
KILLS = int(os.environ.get("EYEBOX_KILLS", "6"))
HOMES = 3
OLD_ENOUGH = 1.0


class Killed:
    """One life of the program and what it said it did."""

    def __init__(self, home: Path, picture: Path, script: Path, number: int) -> None:
        command = [sys.executable, str(SCRIPT), str(home), str(picture), str(script), str(number)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.edits: list[dict[str, Any]] = []
        self.first = threading.Event()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            if line.endswith("\n"):
                self.edits.append(json.loads(line))
                self.first.set()

    def kill(self, after: float) -> float:
        """Kills it some seconds after its first edit; returns when. Its engines must go with it."""
        assert self.first.wait(60)
        engines = psutil.Process(self.process.pid).children(recursive=True)
        threading.Event().wait(after)
        engines = list({*engines, *psutil.Process(self.process.pid).children(recursive=True)})
        at = time.monotonic()
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        assert self.process.stdout
        self.process.stdout.close()
        _gone, left = psutil.wait_procs(engines, timeout=240)
        assert not left, f"engines outlived the program: {left}"
        return at


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_kills_lose_nothing_older_than_a_second(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    Image.new("RGB", (400, 300), "white").save(picture)
    words = [{"text": f"word{n} "} for n in range(400)]
    script = tmp_path / "script.json"
    script.write_text(json.dumps([step for word in words for step in (word, {"wait": 0.02})]))
    with ThreadPoolExecutor(HOMES) as pool:  # a life is mostly waiting
        for _survived in pool.map(
            lambda n: live_and_die(tmp_path / f"home {n}", picture, script, n), range(HOMES)
        ):
            pass


def live_and_die(home: Path, picture: Path, script: Path, seed: int) -> None:
    """Starts and kills the program again and again over the same files."""
    chance = random.Random(seed)
    boxes: dict[str, list[float] | None] = {}
    unsure: dict[str, list[list[float] | None]] = {}
    draft = 0
    number = 0
    for _ in range(KILLS // HOMES):
        life = Killed(home, picture, script, number)
        killed = life.kill(chance.uniform(0.05, 2.2))
        answer = ""
        for edit in life.edits:
            old = edit["at"] < killed - OLD_ENOUGH
            if edit["kind"] == "draft":
                number = edit["n"]
                draft = edit["n"] if old else draft
            elif edit["kind"] == "answer":
                answer = edit["text"] if old else answer
            else:
                value = edit.get("xyxy")
                if old and edit["kind"] != "begun":
                    boxes[edit["id"]] = value
                else:
                    unsure.setdefault(edit["id"], []).append(value)
        number += 1000
        boxes, unsure = check(home, boxes, unsure, draft, answer), {}


def check(
    home: Path,
    boxes: dict[str, list[float] | None],
    unsure: dict[str, list[list[float] | None]],
    draft: int,
    answer: str,
) -> dict[str, list[float] | None]:
    """Asserts what must be on the disk; returns the boxes that are, for the next round."""
    path = Folders.under(home).data / "sessions.sqlite"
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    with Store.open(path) as store:
        Journal(store).recover()
        (session,) = store.sessions()
        (record,) = store.pictures(session.id)
        on_disk: dict[str, list[float]] = {box.id: list(box.xyxy) for box in store.boxes(record.id)}
        for box, value in boxes.items():
            allowed = [value, *unsure.get(box, [])]
            assert on_disk.get(box) in allowed, (box, on_disk.get(box), allowed)
        (chat,) = store.chats(session.id)
        kept = int(chat.draft.split()[1]) if chat.draft else 0
        assert kept >= draft
        texts = [turn.text for turn in store.turns(chat.id) if turn.role == "assistant"]
        assert not answer or any(text.startswith(answer) for text in texts)
    return {**dict.fromkeys(boxes), **on_disk}
