"""Where the edges of the picture lie near boxes: worked out by the picture engine, kept for the boxes looked at last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox_models.protocol.box import Box, BoxEdges, EdgesFound
from eyebox_models.protocol.events import End
from eyebox_models.protocol.page import Rect
from eyebox_models.protocol.picture_requests import FindEdges
from eyebox_models.protocol.pixels import Pixels

KEPT = 500
REACH, FARTHEST, SHARE = 20.0, 48.0, 0.02
"""How far from a side edges are looked for: so many pixels, or as a share of a large box's longer side."""

_Key = tuple[str, str]
"""File of the pixels and id of the box."""


class Edges(QObject):
    """Only pictures that are decoded already are looked at.

    Signals: found: picture, id of a box, its BoxEdges.
    """

    found = Signal(str, str, object)

    def __init__(self, lane: Lane, pixels: Mapping[str, Pixels], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pixels = pixels
        self._kept: OrderedDict[_Key, tuple[Rect, BoxEdges]] = OrderedDict()
        self._jobs: dict[str, tuple[JobHandle, set[_Key]]] = {}

    def of(self, picture: str, box: Box) -> BoxEdges | None:
        """The edges near a box, if they are known, from where it is now or was before its sides went to them."""
        kept = self._kept.get(self._key(picture, box))
        if kept is None:
            return None
        far = max(abs(was - now) for was, now in zip(kept[0], box.xyxy, strict=True))
        return kept[1] if far <= _reach(box) else None

    def want(self, picture: str, boxes: Sequence[Box], priority: Priority = Priority.NOW) -> None:
        """Has the edges near these boxes looked for where they are not known and not looked for as urgently yet."""
        pixels = self._pixels.get(picture)
        if pixels is None:
            return
        coming = {key for job, keys in self._jobs.values() if job.priority >= priority for key in keys}
        new = [
            box for box in boxes if self.of(picture, box) is None and self._key(picture, box) not in coming
        ]
        if not new:
            return
        reach = max(map(_reach, new))
        request = FindEdges(pixels, tuple(box.xyxy for box in new), reach)
        job = self._lane.submit(request, self.tr("Look for edges"), quiet=True, priority=priority)
        self._jobs[job.id] = job, {self._key(picture, box) for box in new}
        job.ended.connect(partial(self._on_ended, job.id, picture, pixels.file, tuple(new)))

    def _key(self, picture: str, box: Box) -> _Key:
        pixels = self._pixels.get(picture)
        return (pixels.file if pixels is not None else "", box.id)

    def _on_ended(self, job_id: str, picture: str, file: str, boxes: Sequence[Box], end: End) -> None:
        self._jobs.pop(job_id, None)
        if not isinstance(end.result, EdgesFound):
            return
        for box, edges in zip(boxes, end.result.boxes, strict=True):
            self._kept[file, box.id] = box.xyxy, edges
            self._kept.move_to_end((file, box.id))
            self.found.emit(picture, box.id, edges)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)


def _reach(box: Box) -> float:
    return min(max(REACH, SHARE * max(box.width, box.height)), FARTHEST)
