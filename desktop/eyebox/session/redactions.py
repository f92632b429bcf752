"""What is blacked out on a picture: kept as its state, in pixels of its upright file, however it is turned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eyebox.session.types import PictureRecord, Redaction
from eyebox_models.protocol.turning import turned_rect, turned_size

KEY = "redactions"
"""Under which a picture's state has them."""


def to_state(redactions: Iterable[Redaction], record: PictureRecord) -> list[list[Any]]:
    """Redactions of a picture, as it is turned, as JSON data."""
    size = record.width, record.height
    return [[*turned_rect(one.rect, *size, -record.turns), one.kind, one.text] for one in redactions]


def from_state(data: Any, record: PictureRecord) -> tuple[Redaction, ...]:
    """Redactions of a picture, as it is turned. What is none is left out: that is better than to open nothing."""
    size = turned_size(record.width, record.height, -record.turns)
    found = []
    for row in data if isinstance(data, list) else ():
        if isinstance(row, list) and len(row) == 6 and all(isinstance(one, int | float) for one in row[:4]):
            x1, y1, x2, y2, kind, text = row
            rect = turned_rect((x1, y1, x2, y2), *size, record.turns)
            found.append(Redaction(rect, str(kind), str(text)))
    return tuple(found)
