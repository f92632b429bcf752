"""Pictures of the session and parts of them: what they are called, where they lie in files that may be turned."""

from __future__ import annotations

import math
from collections.abc import Mapping

from eyebox.session.types import PicturePart, PictureRecord
from eyebox_models.files.document_page import moment_of
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.turning import turned_box, turned_rect, turned_size

LEAST_PART = 16
"""Pixels of each side of a part that is shown to a model."""


class Parts:
    """Parts of the pictures with these records (by id), and the whole ones."""

    def __init__(self, records: Mapping[str, PictureRecord]) -> None:
        self._records = records

    def picture_of(self, picture: str) -> Picture | None:
        """A picture of the session as engines are asked about it, None when it was removed."""
        part = PicturePart.of(picture)
        record = self._records.get(part.picture if part else picture)
        if record is None or not record.path:
            return None
        if part is None or not record.width:
            return Picture(record.path, record.turns, in_video=moment_of(record.path) is not None)
        size = turned_size(record.width, record.height, -record.turns)
        x1, y1, x2, y2 = map(round, turned_rect(part.rect, *size, record.turns))
        return Picture(record.path, record.turns, (x1, y1, x2, y2))

    def name_of(self, picture: str) -> str:
        """What a picture of a turn is called, a part with its label; "" when it was removed."""
        part = PicturePart.of(picture)
        record = self._records.get(part.picture if part else picture)
        label = " ".join(part.label.split()) if part else ""
        return f"{record.name} · {label}" if record and label else record.name if record else ""

    def of(self, picture: str, box: Box) -> PicturePart | None:
        """What lies in a box of a picture, in whole pixels; None where the picture's size is not known."""
        record = self._records.get(picture)
        if record is None or not record.width:
            return None
        x1, x2 = _at_least(box.x1, box.x2, record.width)
        y1, y2 = _at_least(box.y1, box.y2, record.height)
        rect = turned_rect((x1, y1, x2, y2), record.width, record.height, -record.turns)
        left, top, right, bottom = map(round, rect)
        return PicturePart(picture, (left, top, right, bottom), box.label)

    def inside(self, picture: str, box: Box) -> Box:
        """A box clipped to a picture, as far as its size is known."""
        record = self._records.get(picture)
        return box.inside(record.width, record.height) if record and record.width else box

    def as_turned(self, picture: str, box: Box, turns: int = 0) -> Box:
        """Where a box lies now that was found on a picture when it was turned by so many quarters."""
        record = self._records.get(picture)
        if not record or not record.width:
            return box
        by = record.turns - turns
        return turned_box(box, *turned_size(record.width, record.height, by), by)


def _at_least(low: float, high: float, size: int) -> tuple[int, int]:
    """A side of a box as whole pixels inside of the picture, so long that there is something to see."""
    first, last = max(math.floor(low), 0), min(math.ceil(high), size)
    lacking = max(LEAST_PART - (last - first), 0)
    first = max(min(first - lacking // 2, size - LEAST_PART), 0)
    return first, min(max(last, first + LEAST_PART), size)
