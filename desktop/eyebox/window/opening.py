"""New pictures on their way in: opened first and taken second, so that what fails leaves everything as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import Job
from eyebox.jobs.lane import Lane
from eyebox.session.types import PictureRecord
from eyebox.window.thumbnails import Thumbnails
from eyebox_models.ask import End, Pixels, Progress, Thumbnail
from eyebox_models.wire import Decode

SUFFIXES = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".dib", ".gif", ".tif", ".tiff", ".ico"),
        *(".tga", ".ppm", ".pgm", ".pbm", ".pnm", ".avif", ".heic", ".heif", ".jp2"),
    )
)
FOLDER_LIMIT = 20_000


@dataclass(slots=True)
class _Staged:
    """A picture that is not yet part of the session."""

    record: PictureRecord
    show: bool
    previewed: bool = False


class Opening(QObject):
    """Decodes the picture that is to be shown and makes thumbnails of the others, which proves that they open.

    Signals:
        previewed: PictureRecord, Pixels. progressed: id, fraction (-1 unknown).
        opened: PictureRecord, Pixels or Thumbnail, whether to show it. abandoned: a previewed one failed.
        refused: one sentence for all that failed at once.
    """

    previewed = Signal(object, object)
    progressed = Signal(str, float)
    opened = Signal(object, object, bool)
    abandoned = Signal()
    refused = Signal(str)

    def __init__(
        self, lane: Lane, thumbnails: Thumbnails, folder: Callable[[], Path], parent: QObject | None = None
    ) -> None:
        """`folder` gives where decoded pixels go."""
        super().__init__(parent)
        self._lane = lane
        self._thumbnails = thumbnails
        self._folder = folder
        self._staged: dict[str, _Staged] = {}
        self._refusals: list[str] = []
        lane.event.connect(self._on_event)
        lane.ended.connect(self._on_ended)

    def records(self) -> list[PictureRecord]:
        """What is on its way."""
        return [staged.record for staged in self._staged.values()]

    def stage(self, record: PictureRecord, *, show: bool) -> None:
        """Begins to open a picture."""
        title = self.tr("Open %1").replace("%1", record.name)
        if show:
            job = Job(Decode(record.path, str(self._folder())), title)
        else:
            job = Job(self._thumbnails.request(record.id, record.path), title, quiet=True)
        self._staged[job.id] = _Staged(record, show)
        (self._lane.submit_first if show else self._lane.submit)(job)

    def stop(self) -> None:
        """Forgets what is on its way."""
        jobs = list(self._staged)
        self._staged.clear()
        for job in jobs:
            self._lane.stop(job)

    @Slot(str, object)
    def _on_event(self, job: str, event: object) -> None:
        staged = self._staged.get(job)
        if staged is None:
            return
        if isinstance(event, Pixels) and staged.show:
            staged.previewed = True
            self.previewed.emit(replace(staged.record, width=event.width, height=event.height), event)
        elif isinstance(event, Progress):
            self.progressed.emit(staged.record.id, fraction_of(event))

    @Slot(str, object)
    def _on_ended(self, job: str, end: End) -> None:
        staged = self._staged.pop(job, None)
        if staged is None:
            return
        result = end.result
        if end.outcome == "done" and isinstance(result, Pixels | Thumbnail):
            sha256 = result.sha256 if isinstance(result, Pixels) else ""
            record = replace(staged.record, width=result.width, height=result.height, sha256=sha256)
            self.opened.emit(record, result, staged.show)
            return
        if end.outcome == "failed":
            self._refuse(end.message)
        if staged.previewed:
            self.abandoned.emit()

    def _refuse(self, message: str) -> None:
        """Says what could not be opened, together with what else fails in the same batch."""
        self._refusals.append(message)
        if any(not s.show for s in self._staged.values()):
            return
        others = len(self._refusals) - 1
        sentence = self._refusals[0]
        if others:
            sentence += " " + self.tr("%n more file(s) could not be opened.", "", others)
        self._refusals.clear()
        self.refused.emit(sentence)


def pictures_in(folders: Sequence[str]) -> list[str]:
    """The picture files in some folders and below, in order of their names, at most FOLDER_LIMIT."""
    found: list[str] = []
    for folder in folders:
        for root, below, files in os.walk(folder):
            below.sort()
            found += sorted(str(Path(root, name)) for name in files if Path(name).suffix.lower() in SUFFIXES)
            if len(found) >= FOLDER_LIMIT:
                return found[:FOLDER_LIMIT]
    return found


def fraction_of(progress: Progress) -> float:
    """How far something is, 0..1, -1 when that is not known."""
    return -1.0 if progress.fraction is None else progress.fraction


def remove_pixels(result: object) -> None:
    """Deletes the file of decoded pixels, if this is one."""
    if isinstance(result, Pixels):
        with suppress(OSError):
            Path(result.file).unlink()
