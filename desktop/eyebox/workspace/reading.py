"""The text of pictures while it is being read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.job import JobHandle, Priority, fraction_of, is_wanted
from eyebox.jobs.lane import Lane
from eyebox.session.types import PictureRecord
from eyebox.workspace.pixel_files import PixelFiles
from eyebox_models.protocol.events import End, LinesFound, Progress
from eyebox_models.protocol.page import Line, Order, Page, Rect
from eyebox_models.protocol.picture_requests import Read


class Reading(QObject):
    """Reads pictures by the engine of a lane; what it has read of one in the end is handed to `keep`.

    Signals (pictures are named by id):
        progressed: id, fraction 0..1 (-1 unknown); lines_found: id, tuple of Line; ended: id, End.
    """

    progressed = Signal(str, float)
    lines_found = Signal(str, object)
    ended = Signal(str, object)

    def __init__(
        self,
        lane: Lane,
        records: Mapping[str, PictureRecord],
        pixels: PixelFiles,
        keep: Callable[[str, Page], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._records = records
        self._pixels = pixels
        self._keep = keep
        self.order: Order = "automatic"
        """How the lines of what is read follow each other."""
        self.ignored_in: Callable[[str], tuple[Rect, ...]] = lambda _picture: ()
        """What is left out of a picture (by its id), as shares of its sides."""
        self.scripts: tuple[str, ...] | None = None
        """The languages that are tried where the networks know no letters; see `Read`."""
        self._jobs: dict[str, JobHandle] = {}
        self._lines: dict[str, list[Line]] = {}

    def read(self, picture: str, priority: Priority = Priority.NOW) -> None:
        """Reads a picture's text in the reader lane, before whatever waits there (or after it, by its priority).

        What is read as one of many has no row of its own in the queue.
        """
        record = self._records.get(picture)
        if record is None:
            return
        job = self._jobs.get(picture)
        if job is not None and job.state in ("waiting", "running"):
            if priority is Priority.NOW:
                self._lane.move(job, 0)
            return
        ignored = self.ignored_in(picture)
        pixels = self._pixels.get(picture)
        request = Read(record.path, pixels, self.order, record.turns, ignored, self.scripts)
        title = self.tr("Read %1").replace("%1", record.name)
        quiet = priority is Priority.BATCH
        job = self._jobs[picture] = self._lane.submit(request, title, quiet=quiet, priority=priority)
        job.happened.connect(partial(self._on_event, picture, job.id))
        job.ended.connect(partial(self._on_ended, picture, job.id))
        self._lines[picture] = []
        self.progressed.emit(picture, -1.0)

    def stop(self, picture: str) -> None:
        """Stops reading a picture; what it had as its text before stays."""
        if job := self._jobs.get(picture):
            job.stop()

    def give_up(self, picture: str) -> bool:
        """Stops reading a picture; what still comes of it is not wanted. Returns whether it was being read."""
        if job := self._jobs.pop(picture, None):
            job.stop()
        return self._lines.pop(picture, None) is not None

    def forget(self) -> list[JobHandle]:
        """Forgets all jobs: what they still bring is not wanted any more. Returns them."""
        jobs = [*self._jobs.values()]
        self._jobs.clear()
        self._lines.clear()
        return jobs

    def is_reading(self, picture: str) -> bool:
        return picture in self._jobs

    def lines(self, picture: str) -> tuple[Line, ...]:
        """What was read so far of a picture that is being read."""
        return tuple(self._lines.get(picture, ()))

    def _on_event(self, picture: str, job_id: str, event: object) -> None:
        if not is_wanted(self._jobs, picture, job_id):
            return
        if isinstance(event, LinesFound):
            self._lines[picture] += event.lines
            self.lines_found.emit(picture, event.lines)
        elif isinstance(event, Progress):
            self.progressed.emit(picture, fraction_of(event))

    def _on_ended(self, picture: str, job_id: str, end: End) -> None:
        if not is_wanted(self._jobs, picture, job_id):
            return
        del self._jobs[picture], self._lines[picture]
        if picture not in self._records:
            return
        if isinstance(end.result, Page):
            self._keep(picture, end.result)
        self.ended.emit(picture, end)
