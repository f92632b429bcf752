"""Label Studio: tasks as JSON, each a picture with annotations and predictions. What Eyebox does not know is written back.

Places are percents of the picture, 0 to 100. A rotated rectangle lies around its top left, where that is after the rotation.

The labelling interface that fits what is written:

    <View><Image name="image" value="$image"/><RectangleLabels name="label" toName="image"/>…</View>
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Literal
from urllib.parse import quote, unquote, urlsplit

from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.extras import common, extra, of_format
from eyebox.formats.imported import MAX_NAME, ROTATED, UNSHOWN, UNSIZED, UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import (
    MAX_BOXES,
    Malformed,
    items,
    kept,
    mapping,
    number,
    point,
    read_items,
    text,
    top_keys,
)
from eyebox.formats.picture_size import UNKNOWN, picture_size, size_of
from eyebox.formats.rotation import ROTATION, corners, turned
from eyebox.session.types import PictureContent
from eyebox_models.protocol.box import Box, enclosing
from eyebox_models.protocol.errors import Sentence

TITLE = "Label Studio tasks"
SUFFIXES = (".json",)
SCOPE: Literal["set"] = "set"
READS_TEXT = False
LEAVES_OUT = frozenset(("shapes", "crowd", "difficult", "unsized"))

NAME = "labelstudio"
_VALUE_KEYS = {"x", "y", "width", "height", "rotation", "points", "closed"}
_KINDS = {
    "rectanglelabels": "rectangle",
    "rectangle": "rectangle",
    "polygonlabels": "polygon",
    "polygon": "polygon",
}
_LOCAL = "/data/local-files/?d="
"""What Label Studio calls a file of its local storage, from the folder that this begins in."""
_UPLOADS = "/data/upload/"
_UPLOADED = re.compile(r"[0-9a-f]{8}-(?=.)")


def dump(export: SessionExport, sink: Sink) -> None:
    """A list of tasks. Boxes that only a model made are predictions, others annotations."""
    with text_file(sink) as out:
        out.write("[")
        for n, picture in enumerate(map(in_file, export.pictures)):
            task = {"id": n + 1} | _task(picture, export.path_of(picture.record))
            out.write((",\n" if n else "\n") + json.dumps(task, ensure_ascii=False))
        out.write("\n]\n")


def _task(picture: PictureContent, path: str) -> dict[str, Any]:
    own = of_format(picture.extras, "", NAME)
    size = size_of(picture.record)
    result = [_region(box, picture, size) for box in picture.boxes if size != UNKNOWN]
    where = own.pop("where", None)
    if where is None:
        by_model = bool(picture.boxes) and all(box.source == "model" for box in picture.boxes)
        where = "predictions" if by_model else "annotations"
    set_of = own.pop("set", {"model_version": "eyebox"} if where == "predictions" else {})
    scores = [box.score for box in picture.boxes if box.score is not None]
    if where == "predictions" and scores:
        set_of = {"score": min(scores)} | set_of
    data, key, address = own.pop("data", {}), own.pop("key", "image"), own.pop("address", "")
    results = [set_of | {"result": result + own.pop("others", [])}, *own.pop("further", [])]
    if own.pop("path", None) != path:
        address = _LOCAL + quote(path, errors="surrogatepass")
    return (
        {"data": data | {key: address}, "annotations": [], "predictions": []}
        | own
        | {where: results if picture.boxes or results[1:] or results[0]["result"] or set_of else []}
    )


def _region(box: Box, picture: PictureContent, size: tuple[int, int]) -> dict[str, Any]:
    shared, own = common(picture.extras, box.id), of_format(picture.extras, box.id, NAME)
    value: dict[str, Any]
    if box.kind == ROTATION and (rectangle := turned(box.points)):
        kind, value = "rectanglelabels", _percents(*rectangle[:4], size) | {"rotation": rectangle[4]}
    elif len(box.points) > 2:
        kind = "polygonlabels"
        value = {"points": [[100 * x / size[0], 100 * y / size[1]] for x, y in box.points], "closed": True}
    else:
        kind, value = (
            "rectanglelabels",
            _percents(box.x1, box.y1, box.width, box.height, size) | {"rotation": 0},
        )
    labels = [box.label, *own.pop("labels", [])]
    meta = own.pop("meta", {}) | ({"attributes": shared["attributes"]} if shared.get("attributes") else {})
    meta |= {"text": [shared["description"]]} if shared.get("description") else {}
    region = {
        "id": box.id[:10],
        "type": kind,
        "from_name": "label" if kind == "rectanglelabels" else "polygon",
        "to_name": "image",
        "original_width": size[0],
        "original_height": size[1],
        "image_rotation": 0,
    }
    return (
        region
        | own
        | {"type": kind, "value": own.get("value", {}) | value | {kind: labels}}
        | ({} if box.score is None else {"score": box.score})
        | ({"meta": meta} if meta else {})
    )


def _percents(x: float, y: float, width: float, height: float, size: tuple[int, int]) -> dict[str, float]:
    return {
        "x": 100 * x / size[0],
        "y": 100 * y / size[1],
        "width": 100 * width / size[0],
        "height": 100 * height / size[1],
    }


def sniff(head: bytes) -> bool:
    """Whether it is a list of objects with what tasks hold; their data may come after more than the head has."""
    start = head.decode("utf-8-sig", "ignore").lstrip()
    keys = top_keys(start[1:].encode()) if start.startswith("[") else frozenset()
    return not keys.isdisjoint(("annotations", "predictions", "completions"))


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their regions. Raises Malformed or EyeboxError, also late."""
    folder = source.absolute().parent
    for n, item, _text in read_items(source):
        yield _picture(mapping(item, partial(_task_number, n)), n, folder)


def _picture(task: dict[str, Any], n: int, folder: Path) -> AnnotatedPicture:
    what = partial(_task_number, n)
    data = mapping(task.get("data"), partial(_of_task, "data", n))
    where, sets = _sets(task, n)
    results = items(sets[0].get("result", []), partial(_of_task, "result", n), MAX_BOXES) if sets else []
    key = _key_of(data, results)
    address = text(data.get(key), partial(_of_task, "data", n))
    names = [*_names(address)]
    located = ((locate(name, folder, "images", "../images"), name) for name in names)
    path, name = next((one for one in located if one[0]), ("", names[0]))
    size = _size(results, path)
    boxes: list[Box] = []
    others: list[Any] = []
    extras: dict[str, Any] = {}
    left_out: Counter[str] = Counter()
    for one in results:
        region = kept(mapping(one, what), what)
        kind = _KINDS.get(str(region.get("type")).lower())
        if kind is None or not isinstance(region.get("value"), dict):
            others.append(region)
            left_out[UNSHOWN] += 1
        elif size == UNKNOWN:
            left_out[UNSIZED] += 1
        else:
            try:
                box = _box(region, kind, size, what)
            except Malformed:
                left_out[UNUSABLE] += 1
                continue
            left_out[ROTATED] += box.kind == ROTATION
            boxes.append(box)
            extras[box.id] = _extra(region)
    own = {key: value for key, value in task.items() if key not in ("data", where)}
    own |= {"key": key, "where": where, "path": name, "address": address}
    own |= {"data": rest} if (rest := {k: v for k, v in data.items() if k != key}) else {}
    own |= {"set": {k: v for k, v in sets[0].items() if k != "result"}} if sets else {}
    own |= {"further": sets[1:]} if sets[1:] else {}
    own |= {"others": others} if others else {}
    extras[""] = kept(extra(NAME, own), what)
    return AnnotatedPicture(name, path, *size, tuple(boxes), extras, left_out=+left_out)


def _sets(task: dict[str, Any], n: int) -> tuple[str, list[dict[str, Any]]]:
    """The annotations of a task, or its predictions where nobody annotated it; the first is the one that is shown."""
    for where in ("annotations", "completions", "predictions"):
        what = partial(_of_task, where, n)
        found = [mapping(one, what) for one in items(task.get(where) or [], what)]
        if found:
            return where, sorted(found, key=lambda one: bool(one.get("was_cancelled")))
    return "annotations", []


def _key_of(data: dict[str, Any], results: list[Any]) -> str:
    """Which member of a task's data is the picture."""
    texts = [key for key, value in data.items() if isinstance(value, str)]
    if "image" in texts or not texts:
        return "image"
    names = {one.get("to_name") for one in results if isinstance(one, dict)}
    return next((key for key in texts if key in names), texts[0])


def _names(address: str) -> Iterator[str]:
    """The files that an address in a task may lead to: of local storage, of an upload, or a path; the likeliest first."""
    _before, is_local, place = address.partition(_LOCAL)
    if is_local:
        yield unquote(place.partition("&")[0])
        yield place
        return
    parts = None
    with suppress(ValueError):  # of brackets, or of characters that a host's name can't have
        parts = urlsplit(address) if len(address) < MAX_NAME else None
    if (parts and len(parts.scheme) > 1) or address.startswith(_UPLOADS):
        name = unquote(PurePosixPath(parts.path if parts else address).name)
        yield name
        yield _UPLOADED.sub("", name)
        return
    yield address
    yield unquote(address)


def _size(results: list[Any], path: str) -> tuple[int, int]:
    for one in results:
        if isinstance(one, dict):
            width, height = one.get("original_width"), one.get("original_height")
            if isinstance(width, int) and isinstance(height, int) and 0 < width < 1e6 and 0 < height < 1e6:
                return width, height
    return picture_size(path) if path else UNKNOWN


def _box(region: dict[str, Any], kind: str, size: tuple[int, int], what: partial[Sentence]) -> Box:
    value = region["value"]
    labels = value.get(region["type"]) or value.get("labels") or [""]
    label = text(items(labels, what)[0], what)
    score = None if region.get("score") is None else number(region["score"], what)
    if kind == "polygon":
        flat = (point(one, what) for one in items(value.get("points"), what))
        points = tuple((x * size[0] / 100, y * size[1] / 100) for x, y in flat)
        return Box(label, *_around(points, what), score, "import", points=points, kind="polygon")
    x, width = (number(value.get(key), what) * size[0] / 100 for key in ("x", "width"))
    y, height = (number(value.get(key), what) * size[1] / 100 for key in ("y", "height"))
    if width < 0 or height < 0:
        raise Malformed("bbox-negative", "{what} has a negative size", what=what())
    degrees = number(value.get("rotation") or 0, what) % 360
    if not degrees:
        return Box(label, x, y, x + width, y + height, score, "import")
    points = corners(x, y, width, height, degrees)
    return Box(label, *enclosing(points), score, "import", points=points, kind=ROTATION)


def _around(
    points: tuple[tuple[float, float], ...], what: partial[Sentence]
) -> tuple[float, float, float, float]:
    if len(points) < 3:
        raise Malformed("value-no-points", "{what} has no points", what=what())
    return enclosing(points)


def _extra(region: dict[str, Any]) -> dict[str, Any]:
    value, meta = region["value"], region.get("meta")
    meta = dict(meta) if isinstance(meta, dict) else {}
    attributes = meta.pop("attributes", None) if isinstance(meta.get("attributes"), dict) else None
    said = meta.get("text")
    description = meta.pop("text")[0] if isinstance(said, list) and [*map(type, said)] == [str] else None
    own = {key: one for key, one in region.items() if key not in ("type", "value", "score", "meta")}
    own |= {"meta": meta} if meta else {}
    further = value.get(region["type"])
    own |= {"labels": further[1:]} if isinstance(further, list) and further[1:] else {}
    rest = {key: one for key, one in value.items() if key not in _VALUE_KEYS | {region["type"], "labels"}}
    own |= {"value": rest} if rest else {}
    return extra(NAME, own, attributes=attributes, description=description)


def _task_number(n: int) -> Sentence:
    return Sentence("task-number", "task {number}", number=n)


def _of_task(key: str, n: int) -> Sentence:
    return Sentence("key-of-task", "the {key} of task {number}", key=key, number=n)
