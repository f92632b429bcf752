"""labelme: one JSON file a picture. What Eyebox does not know in it is kept and written back."""

from __future__ import annotations

import base64
import binascii
import json
import math
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from eyebox.formats.export import PictureExport, SessionExport
from eyebox.formats.imported import Imported, ImportedPicture, load_with, locate
from eyebox.formats.json_input import MAX_BOXES, Malformed, items, kept, mapping, point, text, whole
from eyebox.session.assets import picture_suffix
from eyebox_models.files.atomic_write import file_stem
from eyebox_models.protocol.box import Box, Point, enclosing
from eyebox_models.protocol.errors import EyeboxError

NAME = "labelme"
SUFFIX = ".json"
MAX_PICTURE_BYTES = 256 * 1024 * 1024

_VERSION = "5.5.0"
_SHAPE_KEYS = {"label", "points", "shape_type"}
_FILE_KEYS = {"shapes", "imagePath", "imageData", "imageHeight", "imageWidth"}


def dump(export: SessionExport) -> str:
    """The JSON text of the one picture of an export. Raises EyeboxError for any other number of pictures."""
    if len(export.pictures) != 1:
        raise EyeboxError("A labelme file holds one picture: export the session into a folder.")
    picture, path = export.pictures[0], export.picture_paths()[0]
    document = {
        "version": _VERSION,
        "flags": {},
        **picture.extras.get("", {}),
        "shapes": [_shape(box, picture) for box in picture.boxes],
        "imagePath": path,
        "imageData": None,
        "imageHeight": picture.record.height,
        "imageWidth": picture.record.width,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def files(export: SessionExport) -> Iterator[tuple[str, Callable[[], str]]]:
    """A file for each picture: its name, like the picture's and unique whatever the case, and what gives its text."""
    taken: set[str] = set()
    for picture in export.pictures:
        path = Path(picture.record.name if picture.record.owned else picture.record.path)
        stem = file_stem(path.stem)
        numbers = (stem if n == 1 else f"{stem}_{n}" for n in count(1))
        name = next(name for name in numbers if name.casefold() not in taken)
        taken.add(name.casefold())
        yield name + SUFFIX, partial(dump, replace(export, pictures=(picture,)))


def load(path: str | os.PathLike[str]) -> Imported:
    """The picture and shapes of a file. Raises EyeboxError."""
    return load_with(path, NAME, build)


def _shape(box: Box, picture: PictureExport) -> dict[str, Any]:
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


def build(data: Any, folder: Path) -> Imported:
    """What the JSON data of a file in `folder` holds. Raises Malformed."""
    document = mapping(data, "the file")
    name = text(document.get("imagePath", ""), "imagePath")
    boxes, extras = [], {}
    for n, item in enumerate(items(document.get("shapes"), "shapes", MAX_BOXES), 1):
        shape = mapping(item, f"shape {n}")
        box = _box(shape, f"shape {n}")
        boxes.append(box)
        if rest := {key: value for key, value in shape.items() if key not in _SHAPE_KEYS and value}:
            extras[box.id] = kept(rest, f"shape {n}")
    extras[""] = kept({key: document[key] for key in document.keys() - _FILE_KEYS}, "the file")
    path = locate(name, folder)
    picture = ImportedPicture(
        name=name,
        path=path,
        width=whole(document.get("imageWidth"), "imageWidth"),
        height=whole(document.get("imageHeight"), "imageHeight"),
        boxes=tuple(boxes),
        extras=extras,
        data=None if path else _picture(document.get("imageData")),
    )
    return Imported((picture,))


def _box(shape: dict[str, Any], what: str) -> Box:
    label = text(shape.get("label"), f"the label of {what}")
    kind = text(shape.get("shape_type") or "polygon", f"the shape_type of {what}")
    points = tuple(point(p, what) for p in items(shape.get("points"), f"points of {what}"))
    if not points:
        raise Malformed(f"{what} has no points")
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
