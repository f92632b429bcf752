"""Pictures while they are decoded: the one that is shown, and before it is asked for what is likely to be shown next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.job import JobHandle, Priority, fraction_of, is_wanted
from eyebox.jobs.lane import Lane
from eyebox.session.types import PictureRecord
from eyebox.workspace.pixel_files import KEPT, PixelFiles, delete_pixels
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.picture_requests import Decode
from eyebox_models.protocol.pixels import Pixels

AT_HAND, MOST_AT_HAND = 400_000_000, 100
"""While pictures are decoded ahead, so many bytes of pixels stay at hand, for one comes back to them; and so many pictures."""


class Decoding(QObject):
    """Has pictures decoded by the engine of a lane.

    Signals (pictures are named by id):
        progressed: id, fraction 0..1 (-1 unknown); previewed: id, Pixels of a smaller one.
        ended: id, End, whether it was decoded ahead. Comes only for pictures that are still in the session.
    """

    progressed = Signal(str, float)
    previewed = Signal(str, object)
    ended = Signal(str, object, bool)

    def __init__(
        self,
        lane: Lane,
        records: Mapping[str, PictureRecord],
        pixels: PixelFiles,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._records = records
        self._pixels = pixels
        self._jobs: dict[str, JobHandle] = {}
        self._ahead: set[str] = set()

    def decode(self, record: PictureRecord) -> None:
        """Decodes a picture now, whatever was asked of it before."""
        self._begin(record, Priority.NOW)

    def hurry(self, record: PictureRecord) -> None:
        """Decodes a picture that is shown, also where it waits in its turn."""
        job = self._jobs.get(record.id)
        self._ahead.discard(record.id)
        if job is not None and job.state == "waiting" and job.priority < Priority.NOW:
            self._jobs.pop(record.id).stop()
        if record.id not in self._jobs:
            self.decode(record)

    def look_ahead(self, pictures: Sequence[str], shown: str | None) -> None:
        """Decodes pictures while none is waited for; only these from now on. `shown` is the one that is shown."""
        for picture in self._ahead.difference(pictures):
            self._ahead.discard(picture)
            if picture in self._jobs and picture != shown:
                self._jobs.pop(picture).stop()
        large = self._records.get(shown or "")
        fitting = AT_HAND // max(4 * large.width * large.height, 1) if large and large.width else 0
        self._pixels.room = max(KEPT, len(pictures) + 3, min(fitting, MOST_AT_HAND)) if pictures else KEPT
        for picture in pictures:
            record = self._records.get(picture)
            if record and self._pixels.use(picture) is None and picture not in self._jobs:
                self._ahead.add(picture)
                self._begin(record, Priority.NEXT)

    def give_up(self, picture: str) -> None:
        """Stops decoding a picture; what still comes of it is not wanted."""
        if job := self._jobs.pop(picture, None):
            job.stop()

    def forget(self) -> list[JobHandle]:
        """Forgets all jobs: what they still bring is not wanted any more. Returns them."""
        jobs = [*self._jobs.values()]
        self._jobs.clear()
        self._ahead.clear()
        return jobs

    def _begin(self, record: PictureRecord, priority: Priority) -> None:
        request = Decode(record.path, self._pixels.folder, turns=record.turns)
        title = self.tr("Open %1").replace("%1", record.name)
        quiet = priority is Priority.NEXT
        job = self._jobs[record.id] = self._lane.submit(request, title, quiet=quiet, priority=priority)
        job.happened.connect(partial(self._on_event, record.id, job.id))
        job.ended.connect(partial(self._on_ended, record.id, job.id))

    def _on_event(self, picture: str, job_id: str, event: object) -> None:
        if not is_wanted(self._jobs, picture, job_id) or picture not in self._records:
            return
        if isinstance(event, Pixels):
            self.previewed.emit(picture, event)
        elif isinstance(event, Progress):
            self.progressed.emit(picture, fraction_of(event))

    def _on_ended(self, picture: str, job_id: str, end: End) -> None:
        wanted = is_wanted(self._jobs, picture, job_id)
        if wanted:
            del self._jobs[picture]
        if wanted and picture in self._records:
            is_ahead = picture in self._ahead
            self._ahead.discard(picture)
            self.ended.emit(picture, end, is_ahead)
        else:
            delete_pixels(end.result)
