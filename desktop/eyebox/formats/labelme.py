"""labelme: one JSON file a picture. What Eyebox does not know in it is kept and written back."""

from __future__ import annotations

import base64
import binascii
import json
import math
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

from eyebox.formats.export import FileNames, SessionExport, Sink, in_file, text_file
from eyebox.formats.imported import AnnotatedPicture, locate
from eyebox.formats.json_input import (
    MAX_BOXES,
    Malformed,
    items,
    kept,
    mapping,
    point,
    read_json,
    text,
    the_file,
    top_keys,
    whole,
)
from eyebox.session.assets import picture_suffix
from eyebox.session.types import PictureContent
from eyebox_models.protocol.box import Box, Point, enclosing
from eyebox_models.protocol.errors import Sentence

TITLE = "labelme boxes"
SUFFIXES = (".json",)
SCOPE: Literal["picture"] = "picture"
READS_TEXT = False
LEAVES_OUT = frozenset[str]()
MAX_PICTURE_BYTES = 256 * 1024 * 1024

_VERSION = "5.5.0"
_SHAPE_KEYS = {"label", "points", "shape_type"}
_FILE_KEYS = {"shapes", "imagePath", "imageData", "imageHeight", "imageWidth"}


def dump(export: SessionExport, sink: Sink) -> None:
    """A file for each picture that the sink wants."""
    names = FileNames(SUFFIXES[0])
    for picture in export.pictures:
        name = names.of(picture.record)
        if sink.wants(name):
            document = _document(in_file(picture), export.path_of(picture.record))
            with text_file(sink, name) as out:
                out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _document(picture: PictureContent, path: str) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "flags": {},
        **picture.extras.get("", {}),
        "shapes": [_shape(box, picture) for box in picture.boxes],
        "imagePath": path,
        "imageData": None,
        "imageHeight": picture.record.height,
        "imageWidth": picture.record.width,
    }


def sniff(head: bytes) -> bool:
    """Whether it is a JSON object with one of labelme's members."""
    return not top_keys(head).isdisjoint(("shapes", "imagePath", "imageData"))


def _shape(box: Box, picture: PictureContent) -> dict[str, Any]:
    kind, points = box.kind, box.points
    if not points:
        kind, points = "rectangle", ((box.x1, box.y1), (box.x2, box.y2))
    elif kind in ("rectangle", "quad"):
        kind = "polygon"
    return {
        "label": box.label,
        "points": [list(point) for point in points],
        "group_id": None,
        "description": "",
        "shape_type": kind,
        "flags": {},
        **picture.extras.get(box.id, {}),
    }


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The picture of a file with its shapes. Raises Malformed or EyeboxError."""
    document = mapping(read_json(source), the_file)
    name = text(document.get("imagePath", ""), "imagePath")
    boxes, extras = [], {}
    for n, item in enumerate(items(document.get("shapes"), "shapes", MAX_BOXES), 1):
        what = partial(_shape_number, n)
        shape = mapping(item, what)
        box = _box(shape, n)
        boxes.append(box)
        if rest := {key: value for key, value in shape.items() if key not in _SHAPE_KEYS and value}:
            extras[box.id] = kept(rest, what)
    extras[""] = kept({key: document[key] for key in document.keys() - _FILE_KEYS}, the_file)
    path = locate(name, source.absolute().parent)
    yield AnnotatedPicture(
        name=name,
        path=path,
        width=whole(document.get("imageWidth"), "imageWidth"),
        height=whole(document.get("imageHeight"), "imageHeight"),
        boxes=tuple(boxes),
        extras=extras,
        data=None if path else _picture(document.get("imageData")),
    )


def _shape_number(n: int) -> Sentence:
    return Sentence("shape-number", "shape {number}", number=n)


def _of_shape(key: str, n: int) -> Sentence:
    return Sentence("key-of-shape", "the {key} of shape {number}", key=key, number=n)


def _box(shape: dict[str, Any], n: int) -> Box:
    label = text(shape.get("label"), partial(_of_shape, "label", n))
    kind = text(shape.get("shape_type") or "polygon", partial(_of_shape, "shape_type", n))
    what = partial(_of_shape, "points", n)
    points = tuple(point(p, partial(_shape_number, n)) for p in items(shape.get("points"), what))
    if not points:
        raise Malformed("value-no-points", "{what} has no points", what=_shape_number(n))
    if kind == "rectangle" and len(points) == 2:
        return Box(label, *enclosing(points), source="import")
    return Box(label, *_outline(kind, points), points=points, kind=kind, source="import")


def _outline(kind: str, points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    """The upright rectangle around a shape; a circle is its centre and a point on its rim."""
    if kind == "circle" and len(points) == 2:
        (x, y), rim = points
        radius = math.dist((x, y), rim)
        return (x - radius, y - radius, x + radius, y + radius)
    return enclosing(points)


def _picture(data: Any) -> bytes | None:
    """The picture that a file carries, if it is one and of a bearable size."""
    if not isinstance(data, str) or len(data) > MAX_PICTURE_BYTES * 4 // 3:
        return None
    try:
        content = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return None
    return content if picture_suffix(content) else None
