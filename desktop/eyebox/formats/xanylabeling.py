"""X-AnyLabeling: one JSON file a picture, like labelme's, with scores, and rectangles of four corners (since its version 2.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from eyebox.formats.export import SessionExport, Sink
from eyebox.formats.extras import common, of_format
from eyebox.formats.imported import AnnotatedPicture
from eyebox.formats.labelme import is_like_labelme, is_of_xanylabeling, read_shapes, write_each
from eyebox.session.types import PictureContent
from eyebox_models.protocol.box import Box

TITLE = "X-AnyLabeling boxes"
SUFFIXES = (".json",)
SCOPE: Literal["picture"] = "picture"
READS_TEXT = False
LEAVES_OUT = frozenset(("crowd",))

NAME = "xanylabeling"
_VERSION = "4.0.0"
_KINDS = {"polygon", "rectangle", "rotation", "point", "line", "circle", "linestrip"}


def dump(export: SessionExport, sink: Sink) -> None:
    """A file for each picture that the sink wants."""
    write_each(export, sink, _document)


def _document(picture: PictureContent, path: str) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "flags": {},
        "checked": picture.record.complete,
        **common(picture.extras, ""),
        **of_format(picture.extras, "", NAME),
        "shapes": [_shape(box, picture) for box in picture.boxes],
        "imagePath": path,
        "imageData": None,
        "imageHeight": picture.record.height,
        "imageWidth": picture.record.width,
    }


def _shape(box: Box, picture: PictureContent) -> dict[str, Any]:
    shared, own = common(picture.extras, box.id), of_format(picture.extras, box.id, NAME)
    shared.pop("crowd", None)
    kind, points = box.kind, box.points
    if not points:
        kind, points = (
            "rectangle",
            ((box.x1, box.y1), (box.x2, box.y1), (box.x2, box.y2), (box.x1, box.y2)),
        )
    elif kind == "rectangle" or kind not in _KINDS:
        kind = {1: "point", 2: "line"}.get(len(points), "polygon")
    if kind == "rotation":
        (x1, y1), (x2, y2) = points[:2]
        own["direction"] = math.atan2(y2 - y1, x2 - x1) % math.tau
    return {
        "label": box.label,
        "score": box.score,
        "points": [list(point) for point in points],
        "group_id": None,
        "description": "",
        "difficult": False,
        "shape_type": kind,
        "flags": {},
        "attributes": {},
        "kie_linking": [],
        **shared,
        **own,
    }


def sniff(head: bytes) -> bool:
    """Whether it is a file like labelme's, with members that only X-AnyLabeling writes."""
    return is_like_labelme(head) and is_of_xanylabeling(head)


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The picture of a file with its shapes. Raises Malformed or EyeboxError."""
    yield read_shapes(source, NAME)
