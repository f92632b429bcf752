"""Videos: looked into by the picture engine, their frames as small pictures, and those that are chosen as pictures of the
session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import frame_path, name_of
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import LookIntoVideo
from eyebox_models.protocol.pixels import Thumbnail
from eyebox_models.protocol.video import VideoFacts


class Videos(QObject):
    """One video at a time is looked into.

    Signals:
        looked: VideoFacts with the frames that are offered, or None and the sentence why there are none.
        frame_ready: the path of a frame, and the file of its small picture.
    """

    looked = Signal(object, str)
    frame_ready = Signal(str, str)

    def __init__(self, pictures: Pictures, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._lane = lane
        self._job: JobHandle | None = None
        self._small: dict[str, JobHandle] = {}
        self._ids: dict[str, str] = {}
        """Of the pictures that frames become once they are chosen, by their paths."""

    def look_into(self, path: str, count: int | None = None, *, scenes: bool = False) -> None:
        """Has frames offered, as `picture_requests.LookIntoVideo` has it; what was asked for before is given up."""
        self.stop()
        title = self.tr("Look into %1").replace("%1", name_of(path))
        request = LookIntoVideo(path, count, scenes=scenes)
        job = self._job = self._lane.submit(request, title, priority=Priority.NOW)
        job.ended.connect(partial(self._on_looked, job.id))

    def need(self, frames: Sequence[str]) -> None:
        """Has small pictures of frames made, by their paths."""
        for path in frames:
            file = self._pictures.thumbnails.file_if_there(self.id_of(path))
            if file:
                self.frame_ready.emit(path, file)
            elif path not in self._small:
                request = self._pictures.thumbnails.request(self.id_of(path), path)
                job = self._lane.submit(request, name_of(path), quiet=True, priority=Priority.NOW)
                self._small[path] = job
                job.ended.connect(partial(self._on_made, path, job.id))

    def id_of(self, path: str) -> str:
        """The picture that a frame is, or will be."""
        return self._pictures.records.at(path) or self._ids.setdefault(path, new_id())

    def take(self, facts: VideoFacts, times: Sequence[float]) -> list[str]:
        """Makes frames pictures of the session, those that are not yet, and shows the first. Returns the ids of all."""
        pictures = self._pictures
        position = pictures.records.next_position
        frames = [frame_path(facts.source, time) for time in times]
        ids = [self.id_of(path) for path in frames]
        new = [
            PictureContent(
                PictureRecord(
                    id,
                    pictures.session,
                    path,
                    name_of(path),
                    width=facts.width,
                    height=facts.height,
                    position=place,
                )
            )
            for place, (id, path) in enumerate(zip(ids, frames, strict=True), position)
            if id not in pictures.records
        ]
        if new:
            pictures.add_many(new, show=False)
        if ids:
            pictures.show(ids[0])
        return ids

    def stop(self) -> None:
        """Gives up what is on its way."""
        jobs = [*self._small.values(), *([self._job] if self._job is not None else [])]
        self._small.clear()
        self._job = None
        for job in jobs:
            job.stop()

    def _on_looked(self, job_id: str, end: End) -> None:
        if self._job is None or self._job.id != job_id:
            return
        self._job = None
        if isinstance(end.result, VideoFacts):
            self.looked.emit(end.result, "")
        else:
            self.looked.emit(None, translated(end.message) if end.outcome == "failed" else "")

    def _on_made(self, path: str, job_id: str, end: End) -> None:
        job = self._small.get(path)
        if job is not None and job.id == job_id:
            del self._small[path]
            if isinstance(end.result, Thumbnail):
                self.frame_ready.emit(path, end.result.file)
