"""A start with pictures begins their engine before Qt is imported, and what that decodes is what is shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from tests.helpers import desk

from eyebox import app
from eyebox.begun import BegunEngine, begin_picture_engine
from eyebox.folders import Folders
from eyebox.jobs.lane import Lane
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import Decode, Measure
from eyebox_models.protocol.pixels import Pixels
from eyebox_models.protocol.requests import Request
from eyebox_resources import path

SAMPLE = str(path("sample.png"))


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    return Folders.of_user()


def ended(qtbot: QtBot, lane: Lane, request: Decode | Measure) -> End:
    ends: list[End] = []
    job = lane.submit(request)
    job.ended.connect(ends.append)
    qtbot.waitUntil(lambda: bool(ends), timeout=desk.PATIENCE)
    return ends[0]


def test_a_lane_goes_on_with_an_engine_that_was_begun(qtbot: QtBot, tmp_path: Path) -> None:
    engine = EngineProcess("picture", tmp_path / "log")
    first = Thread(target=engine.run, args=("first", Measure(SAMPLE), lambda _event: None))
    first.start()
    lane = Lane("picture", tmp_path / "log", engine=engine)
    try:
        assert ended(qtbot, lane, Measure(SAMPLE)).outcome == "done"
        first.join()
        assert engine.alive
    finally:
        lane.close()
    assert not engine.alive


def test_what_was_decoded_before_is_what_the_lane_brings_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eyebox.begun.FRESH", 600.0)
    request = Decode(SAMPLE, str(tmp_path))
    lane = Lane("picture", tmp_path / "log", engine=BegunEngine(tmp_path / "log", request))
    try:
        other = ended(qtbot, lane, Measure(SAMPLE))
        first = ended(qtbot, lane, request).result
        again = ended(qtbot, lane, request).result
    finally:
        lane.close()
    assert other.outcome == "done"
    assert isinstance(first, Pixels) and isinstance(again, Pixels) and first.file != again.file
    assert len([*tmp_path.glob("*.pixels")]) == 2


def test_a_job_that_was_begun_before_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    request = Decode(SAMPLE, str(tmp_path))
    lane = Lane("picture", tmp_path / "log", engine=BegunEngine(tmp_path / "log", request))
    ends: list[End] = []
    try:
        job = lane.submit(request)
        job.ended.connect(ends.append)
        job.stop()
        assert ended(qtbot, lane, Measure(SAMPLE)).outcome == "done"
        assert len(ends) == 1
    finally:
        lane.close()


OF_LABELME = '{"shapes": [], "imagePath": "photo.png"}'
OF_COCO = """{"images": [{"id": 1, "file_name": "photo.png", "width": 640, "height": 480}],
    "annotations": [], "categories": []}"""


@pytest.mark.parametrize(
    ("opened", "content", "last"),
    [
        ("photo.png", "", "last.png"),
        ("photo.json", OF_LABELME, "last.png"),
        ("photo.json", OF_LABELME, "photo.png"),
        ("photo.json", OF_COCO, "last.png"),
    ],
    ids=["picture", "labelme", "labelme, picture known", "COCO"],
)
def test_the_picture_that_is_opened_is_decoded_first_and_once(
    opened: str, content: str, last: str, folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders.make()
    home = folders.data.parent
    (home / "photo.png").write_bytes(Path(SAMPLE).read_bytes())
    (home / "photo.json").write_text(content)
    (home / "last.png").write_bytes(Path(SAMPLE).read_bytes())
    program = app.build(folders, paths=[str(home / last)])
    pictures = program.program.workspace.pictures
    qtbot.waitUntil(lambda: bool(pictures.pixels), timeout=desk.PATIENCE)
    program.close()

    monkeypatch.setattr("eyebox.workspace.workspace.SETTLE_MS", 100)
    left_over = folders.cache / "pixels" / "left-over.pixels"
    left_over.write_bytes(b"")
    os.utime(left_over, (0, 0))
    monkeypatch.setattr("eyebox.begun.FRESH", 600.0)
    asked: list[Decode] = []
    run = EngineProcess.run

    def noted(engine: EngineProcess, job: str, request: Request, on_event: Callable[[Any], None]) -> End:
        if isinstance(request, Decode):
            asked.append(request)
        return run(engine, job, request, on_event)

    monkeypatch.setattr(EngineProcess, "run", noted)
    begun = begin_picture_engine([str(home / opened)])
    assert begun is not None
    program = app.build(folders, paths=[str(home / opened)], begun=begun)
    pictures = program.program.workspace.pictures
    decoded: list[str] = []
    pictures.decoded.connect(lambda record, _pixels: decoded.append(record.name))
    try:
        qtbot.waitUntil(lambda: bool(decoded), timeout=desk.PATIENCE)
        assert decoded == ["photo.png"]
        assert [(Path(one.path).name, one.preview) for one in asked] == [("photo.png", opened == "photo.png")]
        qtbot.waitUntil(lambda: not left_over.exists(), timeout=desk.PATIENCE)
        assert pictures.pixels and all(Path(pixels.file).exists() for pixels in pictures.pixels.values())
    finally:
        program.close()


def test_none_is_begun_beside_a_running_program_or_before_there_are_folders(folders: Folders) -> None:
    assert begin_picture_engine([SAMPLE]) is None
    folders.make()
    (folders.data / "running.lock").write_text(f"{os.getpid()}\n")
    assert begin_picture_engine([SAMPLE]) is None


def test_it_is_ready_soon_and_ends_when_it_is_closed(folders: Folders, qtbot: QtBot) -> None:
    folders.make()
    engine = begin_picture_engine(["a folder"])
    assert engine is not None
    try:
        qtbot.waitUntil(lambda: engine.alive, timeout=desk.PATIENCE)
    finally:
        engine.close()
    assert not engine.alive
