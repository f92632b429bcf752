"""A start with pictures begins their engine before Qt is imported."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot
from tests.helpers import desk

from eyebox import start
from eyebox.folders import Folders
from eyebox.jobs.lane import Lane
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.requests import Measure
from eyebox_resources import path


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    return Folders.of_user()


def test_a_lane_goes_on_with_an_engine_that_was_begun(qtbot: QtBot, tmp_path: Path) -> None:
    sample = str(path("sample.png"))
    engine = EngineProcess("picture", tmp_path / "log")
    first = Thread(target=engine.run, args=("first", Measure(sample), lambda _event: None))
    first.start()
    lane = Lane("picture", tmp_path / "log", engine=engine)
    ends: list[object] = []
    try:
        job = lane.submit(Measure(sample))
        job.ended.connect(lambda end: ends.append(end))
        qtbot.waitUntil(lambda: bool(ends), timeout=desk.PATIENCE)
        first.join()
        assert ends[0].outcome == "done" and engine.alive  # type: ignore[attr-defined]
    finally:
        lane.close()
    assert not engine.alive


def test_none_is_begun_beside_a_running_program_or_before_there_are_folders(folders: Folders) -> None:
    assert start._begin_picture_engine() is None
    folders.make()
    (folders.data / "running.lock").write_text(f"{os.getpid()}\n")
    assert start._begin_picture_engine() is None


def test_it_is_ready_soon_and_ends_when_it_is_closed(folders: Folders, qtbot: QtBot) -> None:
    folders.make()
    engine = start._begin_picture_engine()
    assert engine is not None
    try:
        qtbot.waitUntil(lambda: engine.alive, timeout=desk.PATIENCE)
    finally:
        engine.close()
    assert not engine.alive
