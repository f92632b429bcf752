"""Crops of boxes: those in sight first, then those of the next pages; the latest are kept, within so many bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.crop_images import CropImage, CropOf, read_crops
from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import MakeCrops
from eyebox_models.protocol.pixels import Crops as Made

LIMIT = 64_000_000
"""Bytes of crops that are kept."""
AT_ONCE = 2
"""Jobs that are with a lane: its engine never waits for the next one, and what is wanted can still change."""

_Key = tuple[CropOf, Picture]


class Crops(QObject):
    """Crops by what they show. One job is all that is wanted of a picture, so that it is decoded once.

    Signals: changed: some are there now, or are known not to come.
    """

    changed = Signal()

    def __init__(
        self,
        lanes: Sequence[Lane],
        picture_of: Callable[[str], Picture | None],
        folder: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """What is in sight takes all `lanes`, what is ahead the first one alone.

        `picture_of` gives a picture's file and turns, None when it was removed; `folder` is where engines write to.
        """
        super().__init__(parent)
        self._lanes = lanes
        self._picture_of = picture_of
        self._folder = folder
        self._kept: OrderedDict[_Key, CropImage] = OrderedDict()
        self._bytes = 0
        self._problems: dict[_Key, str] = {}
        self._shown: list[_Key] = []
        self._ahead: list[_Key] = []
        self._jobs: dict[str, tuple[JobHandle, list[_Key]]] = {}

    def want(self, shown: Iterable[CropOf], ahead: Iterable[CropOf] = ()) -> None:
        """From now on these are wanted, first ones first, and no others; of what is `ahead` as much as can be kept.

        What could not be made is tried again when it comes into sight again.
        """
        before = set(self._shown)
        self._shown, self._ahead = self._keys(shown), self._keys(ahead)
        self._problems = {key: text for key, text in self._problems.items() if key in before}
        wanted = {*self._shown, *self._ahead}
        for job, keys in list(self._jobs.values()):
            waits_behind = job.priority is Priority.BATCH and any(key in self._shown for key in keys)
            if job.state == "waiting" and (waits_behind or wanted.isdisjoint(keys)):
                del self._jobs[job.id]
                job.stop()
        self._submit()

    def get(self, crop: CropOf) -> CropImage | None:
        """A crop, if it is there."""
        key = self._key(crop)
        if key is None or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def problem(self, crop: CropOf) -> str:
        """Why a crop can't be made, in a sentence; "" while it may come. A picture that was removed has no crops."""
        key = self._key(crop)
        return self.tr("The picture was removed.") if key is None else self._problems.get(key, "")

    @Slot()
    def clear(self) -> None:
        """Forgets all. What engines still bring is deleted."""
        self._shown, self._ahead = [], []
        self._kept.clear()
        self._problems.clear()
        self._bytes = 0
        jobs = [job for job, _keys in self._jobs.values()]
        self._jobs.clear()
        for job in jobs:
            job.stop()

    def _key(self, crop: CropOf) -> _Key | None:
        picture = self._picture_of(crop.picture)
        return None if picture is None else (crop, picture)

    def _keys(self, crops: Iterable[CropOf]) -> list[_Key]:
        return [key for key in map(self._key, crops) if key is not None]

    def _submit(self) -> None:
        """Gives the lane what is wanted most, a picture's crops at once."""
        coming = {key for _job, keys in self._jobs.values() for key in keys}
        for keys, priority in ((self._shown, Priority.NEXT), (self._ahead, Priority.BATCH)):
            lanes = self._lanes if priority is Priority.NEXT else self._lanes[:1]
            for key in keys:
                lane = min(lanes, key=self._jobs_in)
                if self._jobs_in(lane) >= AT_ONCE or (priority is Priority.BATCH and self._is_full):
                    return
                if key in coming or not self._is_missing(key):
                    continue
                crop, picture = key
                group = [
                    other
                    for other in dict.fromkeys([*self._shown, *self._ahead])
                    if other[1] == picture
                    and (other[0].size, other[0].context) == (crop.size, crop.context)
                    and other not in coming
                    and self._is_missing(other)
                ]
                coming.update(group)
                self._ask_engine(group, lane, priority)

    def _jobs_in(self, lane: Lane) -> int:
        return sum(job.lane is lane for job, _keys in self._jobs.values())

    def _is_missing(self, key: _Key) -> bool:
        return key not in self._kept and key not in self._problems

    @property
    def _is_full(self) -> bool:
        """Whether what is wanted takes all room already."""
        wanted = {*self._shown, *self._ahead}
        return sum(_bytes(image) for key, image in self._kept.items() if key in wanted) >= LIMIT

    def _ask_engine(self, keys: list[_Key], lane: Lane, priority: Priority) -> None:
        crop, picture = keys[0]
        rects = tuple(key[0].rect for key in keys)
        request = MakeCrops(picture.path, self._folder(), rects, crop.size, crop.context, picture.turns)
        job = lane.submit(request, name_of(picture.path), quiet=True, priority=priority)
        self._jobs[job.id] = job, keys
        job.ended.connect(partial(self._on_ended, job.id))

    def _on_ended(self, job_id: str, end: End) -> None:
        keys = self._jobs.pop(job_id)[1] if job_id in self._jobs else []
        made = end.result if isinstance(end.result, Made) else None
        problem = translated(end.message) if end.outcome == "failed" else ""
        if made is not None and keys:
            try:
                for key, image in zip(keys, read_crops(made), strict=True):
                    self._keep(key, image)
            except EyeboxError as error:
                problem = translated(error.sentence)
        if made is not None:
            with suppress(OSError):
                Path(made.file).unlink()
        if problem:
            self._problems.update(dict.fromkeys(keys, problem))
        if keys and end.outcome == "stopped":  # by the user, or the program ends: not begun again by itself
            self._shown, self._ahead = [], []
        elif keys:
            self._submit()
            self.changed.emit()

    def _keep(self, key: _Key, image: CropImage) -> None:
        """Keeps a crop, and lets those go that were looked at longest ago and are not wanted now."""
        self._bytes += _bytes(image) - (_bytes(self._kept[key]) if key in self._kept else 0)
        self._kept[key] = image
        self._kept.move_to_end(key)
        if self._bytes > LIMIT:
            wanted = {*self._shown, *self._ahead}
            for other in [other for other in self._kept if other not in wanted]:
                self._bytes -= _bytes(self._kept.pop(other))
                if self._bytes <= LIMIT:
                    return


def _bytes(image: CropImage) -> int:
    return image.image.sizeInBytes()
