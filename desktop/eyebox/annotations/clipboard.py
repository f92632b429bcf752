"""Boxes in a clipboard: as JSON for other pictures and sessions, as lines of text for other programs."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from PySide6.QtCore import QMimeData

from eyebox_models.protocol.box import Box, Source

MIME = "application/x-eyebox-boxes+json"
LONGEST_LABEL = 200
FARTHEST = 1e7
"""Pixels: no picture is so large."""


def boxes_to_mime(boxes: Iterable[Box]) -> QMimeData:
    """Boxes as JSON, and as text: a line a box, "label x1 y1 x2 y2" with tabs between."""
    boxes = list(boxes)
    mime = QMimeData()
    data = {"version": 1, "boxes": [_plain(box) for box in boxes]}
    mime.setData(MIME, json.dumps(data, separators=(",", ":")).encode())
    mime.setText("\n".join("\t".join((" ".join(b.label.split()), *map(_number, b.xyxy))) for b in boxes))
    return mime


def holds_boxes(mime: QMimeData | None) -> bool:
    """Whether a clipboard, which may be none at all, holds boxes."""
    return mime is not None and mime.hasFormat(MIME)


def boxes_from_mime(mime: QMimeData) -> list[Box]:
    """The boxes of a clipboard as new ones; those that another program spoiled are left out."""
    if not holds_boxes(mime):
        return []
    try:
        found = json.loads(bytes(mime.data(MIME).data()))["boxes"]
        return [box for data in found if (box := _box(data)) is not None]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []


def placed_in(
    boxes: Sequence[Box], there: Iterable[Box], width: float, height: float, step: float
) -> list[Box]:
    """Boxes cut to a picture, those wholly outside left out; aside by steps while one would lie on its like."""
    aside = [box.inside(width, height) for box in boxes if _meets(box, width, height)]
    taken = {(box.label, box.xyxy) for box in there}
    while any((box.label, box.xyxy) in taken for box in aside):
        dx, dy = width - max(box.x2 for box in aside), height - max(box.y2 for box in aside)
        if dx <= 0 and dy <= 0:
            break
        aside = [box.moved(min(step, dx), min(step, dy)) for box in aside]
    return aside


def _meets(box: Box, width: float, height: float) -> bool:
    """Whether something of a box is left in a picture; points and upright lines are as thin as they are."""
    x1, y1, x2, y2 = box.inside(width, height).xyxy
    return (x2 > x1 or box.width == 0 <= box.x1 <= width) and (y2 > y1 or box.height == 0 <= box.y1 <= height)


def _plain(box: Box) -> dict[str, Any]:
    return {
        "label": box.label, "x1": box.x1, "y1": box.y1, "x2": box.x2, "y2": box.y2, "score": box.score,
        "source": box.source, "kind": box.kind, "points": box.points,
    }  # fmt: skip


def _box(data: dict[str, Any]) -> Box | None:
    """A new box from what `_plain` made; None where a number is none, or the corners are the wrong way round."""
    x1, y1, x2, y2 = (float(data[name]) for name in ("x1", "y1", "x2", "y2"))
    points = tuple((float(x), float(y)) for x, y in data["points"])
    numbers = (x1, y1, x2, y2, *(value for point in points for value in point))
    if not all(math.isfinite(value) and abs(value) < FARTHEST for value in numbers) or x1 > x2 or y1 > y2:
        return None
    score = data["score"] if isinstance(data["score"], float | int) else None
    source: Source = data["source"] if data["source"] in get_args(Source) else "user"
    label = str(data["label"])[:LONGEST_LABEL]
    return Box(label, x1, y1, x2, y2, score, source, points=points, kind=str(data["kind"])[:40])


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
