"""labelme: one JSON file a picture. What Eyebox does not know in it is kept and written back."""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

from eyebox.formats import MODULES
from eyebox.formats.export import FileNames, SessionExport, Sink, in_file, text_file
from eyebox.formats.extras import COMMON, Extras, common, extra, of_format, says
from eyebox.formats.imported import AnnotatedPicture, is_upright, locate
from eyebox.formats.json_input import (
    MAX_BOXES,
    MAX_COORDINATE,
    Malformed,
    items,
    kept,
    mapping,
    number,
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
LEAVES_OUT = frozenset(("crowd",))
MAX_PICTURE_BYTES = 256 * 1024 * 1024

NAME = "labelme"
_VERSION = "5.5.0"
_SHAPE_KEYS = {"label", "points", "shape_type", "score"}
_FILE_KEYS = {"shapes", "imagePath", "imageData", "imageHeight", "imageWidth"}
_OF_XANYLABELING = re.compile(rb'"kie_linking"\s*:')
_USUAL = {*COMMON, "kie_linking", "mask"}
"""Members of every shape; most say nothing."""
_NOT_WRITTEN = {*COMMON, *MODULES}


def dump(export: SessionExport, sink: Sink) -> None:
    """A file for each picture that the sink wants."""
    write_each(export, sink, _document)


def write_each(
    export: SessionExport, sink: Sink, document: Callable[[PictureContent, str], dict[str, Any]]
) -> None:
    """A JSON file for each picture that the sink wants; `document` gets the picture as its file shows it, and its path."""
    names = FileNames(SUFFIXES[0])
    for picture in export.pictures:
        name = names.of(picture.record)
        if sink.wants(name):
            content = document(in_file(picture), export.path_of(picture.record))
            with text_file(sink, name) as out:
                out.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _document(picture: PictureContent, path: str) -> dict[str, Any]:
    shared = common(picture.extras, "")
    shared.pop("checked", None)  # by which files of X-AnyLabeling are known
    return {
        "version": _VERSION,
        "flags": {},
        **_old_members(picture.extras, ""),
        **shared,
        **of_format(picture.extras, "", NAME),
        "shapes": [_shape(box, picture) for box in picture.boxes],
        "imagePath": path,
        "imageData": None,
        "imageHeight": picture.record.height,
        "imageWidth": picture.record.width,
    }


def _old_members(extras: Extras, id: str) -> dict[str, Any]:
    """What sessions of earlier versions kept of a labelme file without its name."""
    return {key: value for key, value in extras.get(id, {}).items() if key not in _NOT_WRITTEN}


def sniff(head: bytes) -> bool:
    """Whether it is a JSON object with one of labelme's members, and not of X-AnyLabeling."""
    return is_like_labelme(head) and not is_of_xanylabeling(head)


def is_like_labelme(head: bytes) -> bool:
    """Whether it is a JSON object with members that labelme's files and those of X-AnyLabeling have."""
    return not top_keys(head).isdisjoint(("shapes", "imagePath", "imageData"))


def is_of_xanylabeling(head: bytes) -> bool:
    """Whether there is a member that only X-AnyLabeling writes."""
    return "checked" in top_keys(head) or _OF_XANYLABELING.search(head) is not None


def _shape(box: Box, picture: PictureContent) -> dict[str, Any]:
    kind, points = box.kind, box.points
    if not points:
        kind, points = "rectangle", ((box.x1, box.y1), (box.x2, box.y2))
    elif kind in ("rectangle", "quad", "rotation"):
        kind = "polygon"
    shared = common(picture.extras, box.id)
    shared.pop("crowd", None)
    return {
        "label": box.label,
        "points": [list(point) for point in points],
        "group_id": None,
        "description": "",
        "shape_type": kind,
        "flags": {},
        **({} if box.score is None else {"score": box.score}),
        **_old_members(picture.extras, box.id),
        **shared,
        **of_format(picture.extras, box.id, NAME),
    }


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The picture of a file with its shapes. Raises Malformed or EyeboxError."""
    yield read_shapes(source, NAME)


def read_shapes(source: Path, form: str) -> AnnotatedPicture:
    """The picture of a file with its shapes; what only the format called `form` has is kept under its name."""
    document = mapping(read_json(source), the_file)
    name = text(document.get("imagePath", ""), "imagePath")
    boxes, extras = [], {}
    for n, item in enumerate(items(document.get("shapes"), "shapes", MAX_BOXES), 1):
        what = partial(_shape_number, n)
        shape = mapping(item, what)
        box = _plain(shape) or _box(shape, n)
        boxes.append(box)
        rest = {
            key: value
            for key, value in shape.items()
            if key not in _SHAPE_KEYS and (key not in _USUAL or says(value))
        }
        if rest:
            extras[box.id] = _parted(kept(rest, what), form)
    extras[""] = _parted(kept({key: document[key] for key in document.keys() - _FILE_KEYS}, the_file), form)
    path = locate(name, source.absolute().parent)
    return AnnotatedPicture(
        name=name,
        path=path,
        width=whole(document.get("imageWidth"), "imageWidth"),
        height=whole(document.get("imageHeight"), "imageHeight"),
        boxes=tuple(boxes),
        extras=extras,
        data=None if path else _picture(document.get("imageData")),
    )


def _parted(members: dict[str, Any], form: str) -> dict[str, Any]:
    """Members of a file or a shape: those of several formats by their names, the others under that of theirs."""
    shared = {key: value for key, value in members.items() if key in COMMON - {"crowd"}}
    return extra(form, {key: value for key, value in members.items() if key not in shared}, **shared)


def _shape_number(n: int) -> Sentence:
    return Sentence("shape-number", "shape {number}", number=n)


def _of_shape(key: str, n: int) -> Sentence:
    return Sentence("key-of-shape", "the {key} of shape {number}", key=key, number=n)


def _plain(shape: dict[str, Any]) -> Box | None:
    """A rectangle between two points without anything else, as most shapes are; None where more is to be looked at."""
    label, points = shape.get("label"), shape.get("points")
    if shape.get("shape_type") != "rectangle" or shape.get("score") is not None or type(label) is not str:
        return None
    try:
        (x1, y1), (x2, y2) = points  # type: ignore[misc]
    except (TypeError, ValueError):
        return None
    for value in (x1, y1, x2, y2):
        if type(value) not in (int, float) or not -MAX_COORDINATE <= value <= MAX_COORDINATE:
            return None
    x1, x2 = (x1, x2) if x1 <= x2 else (x2, x1)
    y1, y2 = (y1, y2) if y1 <= y2 else (y2, y1)
    return Box(label, float(x1), float(y1), float(x2), float(y2), source="import")


def _box(shape: dict[str, Any], n: int) -> Box:
    label = text(shape.get("label"), partial(_of_shape, "label", n))
    kind = text(shape.get("shape_type") or "polygon", partial(_of_shape, "shape_type", n))
    what = partial(_shape_number, n)
    points = tuple([point(p, what) for p in items(shape.get("points"), partial(_of_shape, "points", n))])
    if not points:
        raise Malformed("value-no-points", "{what} has no points", what=_shape_number(n))
    score = shape.get("score")
    score = None if score is None else number(score, partial(_of_shape, "score", n))
    if kind == "rectangle" and (len(points) == 2 or is_upright(points)):
        return Box(label, *enclosing(points), score=score, source="import")
    return Box(label, *_outline(kind, points), score=score, points=points, kind=kind, source="import")


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
