"""A picture whose reading is being stopped can be read again at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.session.types import PictureRecord
from eyebox.workspace.pixel_files import PixelFiles
from eyebox.workspace.reading import Reading
from eyebox_models.protocol.events import End, LinesFound
from eyebox_models.protocol.page import Line, Page
from eyebox_models.protocol.requests import Request


class SlowLane:
    """A lane whose engine takes its time to hear of a stop."""

    def __init__(self) -> None:
        self.jobs: list[JobHandle] = []

    def submit(self, request: Request, title: str, *, quiet: bool, priority: Priority) -> JobHandle:
        lane = cast(Lane, self)
        self.jobs.append(JobHandle(lane, request, title, quiet=quiet, priority=priority, patience=0))
        return self.jobs[-1]

    def stop(self, job: JobHandle) -> None:
        job.state = "stopping"

    def move(self, job: JobHandle, place: int) -> None: ...


@pytest.fixture
def lane() -> SlowLane:
    return SlowLane()


def test_reading_that_is_being_stopped_begins_anew(qtbot: QtBot, lane: SlowLane, tmp_path: Path) -> None:
    kept: list[Any] = []
    records = {"p": PictureRecord("p", "s", str(tmp_path / "p.png"), "p.png")}
    reading = Reading(cast(Lane, lane), records, PixelFiles(tmp_path), lambda *page: kept.append(page))
    reading.read("p")
    reading.read("p")
    assert len(lane.jobs) == 1
    reading.stop("p")
    reading.read("p")
    first, second = lane.jobs
    line = Line("late", 1.0, (0, 0, 9, 9), ((0, 0), (9, 0), (9, 9), (0, 9)))
    page = Page("p.png", 9, 9, 0.0, (line,))
    first.happened.emit(LinesFound((line,)))
    first.ended.emit(End("stopped", page))
    assert reading.is_reading("p") and not reading.lines("p") and not kept
    with qtbot.waitSignal(reading.ended):
        second.ended.emit(End("done", result=page))
    assert kept == [("p", page)] and not reading.is_reading("p")
