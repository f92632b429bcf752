"""COCO: one JSON file for many pictures.

Adding a width to a corner is not always exact in floating point; where it is not, `corners` beside `bbox` is.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Literal

from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.extras import FILE, common, extra, of_format
from eyebox.formats.imported import AnnotatedPicture, is_upright, locate
from eyebox.formats.json_input import (
    MAX_IN_SET,
    MAX_PICTURES,
    Malformed,
    What,
    entries,
    items,
    kept,
    mapping,
    number,
    read_members,
    said,
    text,
    top_keys,
    whole,
)
from eyebox_models.protocol.box import Box, Point, enclosing
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.page import Rect

TITLE = "COCO boxes"
SUFFIXES = (".json",)
SCOPE: Literal["set"] = "set"
READS_TEXT = False
NAME = "coco"
LEAVES_OUT = frozenset(("shapes", "difficult", "notes"))

_IMAGE_KEYS = {"id", "file_name", "width", "height"}
_ANNOTATION_KEYS = {
    "id", "image_id", "category_id", "bbox", "area", "iscrowd", "segmentation", "corners", "score", "attributes",
}  # fmt: skip


def dump(export: SessionExport, sink: Sink) -> None:
    """One object with `images`, `annotations` and `categories`, an entry a line; what COCO files said goes back with it.

    New labels become categories in the order they first come.
    """
    images: list[str] = []
    file: dict[str, Any] = {}
    categories = _Categories()
    image_ids, ids = _Ids(), _Ids()
    with (
        text_file(sink) as out,
        TemporaryFile("w+", encoding="utf-8", errors="replace", newline="") as lines,
    ):
        for picture in map(in_file, export.pictures):
            record = picture.record
            own = of_format(picture.extras, "", NAME)
            if said := own.pop(FILE, None):
                file = file or said
                categories.add(said.get("categories", ()))
                image_ids.begin_after(said.get("last_ids", (0, 0))[0])
                ids.begin_after(said.get("last_ids", (0, 0))[1])
            image_id = image_ids.take(own.pop("id", None))
            size = {"width": record.width, "height": record.height}
            images.append(_line(own | {"id": image_id, "file_name": export.path_of(record)} | size))
            for box in picture.boxes:
                own = of_format(picture.extras, box.id, NAME)
                number = ids.take(own.pop("id", None))
                place = {"id": number, "image_id": image_id, "category_id": categories.id_of(box.label)}
                shared = common(picture.extras, box.id)
                lines.write((",\n" if ids.taken > 1 else "") + _line(place | _geometry(box, own, shared)))
        members = {"info": {"description": export.session.name}} | {
            key: value for key, value in file.items() if key not in ("categories", "last_ids")
        }
        out.write("{" + "".join(f"{_line(key)}: {_line(value)},\n" for key, value in members.items()))
        out.write('"images": [\n' + ",\n".join(images) + '],\n"annotations": [\n')
        lines.seek(0)
        shutil.copyfileobj(lines, out)
        out.write('],\n"categories": [\n' + ",\n".join(map(_line, categories.rows)) + "]}\n")


class _Categories:
    """The categories of a file: those of files that were read, as they were there, and new ones."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self._by_label: dict[str, int | str] = {}
        self._ids = _Ids()

    def add(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            if row["name"] not in self._by_label:
                self._by_label[row["name"]] = id = self._ids.take(row["id"])
                self.rows.append(row | {"id": id})

    def id_of(self, label: str) -> int | str:
        if label not in self._by_label:
            self._by_label[label] = id = self._ids.take(None)
            self.rows.append({"id": id, "name": label, "supercategory": ""})
        return self._by_label[label]


class _Ids:
    """Ids that are each given once: the wanted one, or the next number that is free."""

    def __init__(self) -> None:
        self._used: set[int | str] = set()
        self._next = 1

    @property
    def taken(self) -> int:
        return len(self._used)

    def begin_after(self, last: int) -> None:
        self._next = max(self._next, last + 1)

    def take(self, wanted: int | str | None) -> int | str:
        if wanted is None or wanted in self._used:
            while self._next in self._used:
                self._next += 1
            wanted = self._next
        self._used.add(wanted)
        return wanted


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def sniff(head: bytes) -> bool:
    """Whether it is a JSON object with one of COCO's lists."""
    keys = top_keys(head)
    others = ("data", "messages")
    return keys.isdisjoint(others) and not keys.isdisjoint(("images", "annotations", "categories"))


def _geometry(box: Box, own: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """The place of a box, with what files said of it: a mask of theirs goes back as long as the box is where it was."""
    polygon = [value for point in box.points for value in point] if len(box.points) > 2 else []
    geometry: dict[str, Any] = {
        "bbox": [float(value) for value in (box.x1, box.y1, box.width, box.height)],
        "area": float(_area(box.points) if polygon else box.width * box.height),
        "iscrowd": int(bool(shared.get("crowd"))),
        "segmentation": [polygon or [box.x1, box.y1, box.x2, box.y1, box.x2, box.y2, box.x1, box.y2]],
    }
    if (box.x1 + box.width, box.y1 + box.height) != (box.x2, box.y2):
        geometry["corners"] = list(box.xyxy)
    if box.score is not None:
        geometry["score"] = box.score
    if shared.get("attributes"):
        geometry["attributes"] = shared["attributes"]
    masked = own.pop("masked", None)
    mask: dict[str, Any] = {key: own.pop(key) for key in ("segmentation", "area") if key in own}
    if masked and all(math.isclose(a, b, abs_tol=1e-6) for a, b in zip(masked, box.xyxy, strict=True)):
        geometry |= mask
    return geometry | own


def _area(points: tuple[Point, ...]) -> float:
    following = (*points[1:], points[0])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following, strict=True))) / 2


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their boxes, in the file's order. Raises Malformed or EyeboxError, also late."""
    names: dict[int | str, str] = {}
    file: dict[str, Any] = {"categories": []}
    last = 0
    images: dict[int | str, tuple[int, dict[str, Any]]] | None = None
    found: dict[int | str, list[tuple[int, str]]] = {}
    annotated = False
    for key, value in read_members(source):
        if key == "categories":
            for n, item, _text in entries(value, "categories"):
                category = mapping(item, partial(_category_number, n))
                category_key = _key(category.get("id"), partial(_of_category, "id", n))
                name = text(category.get("name"), partial(_of_category, "name", n))
                if names.setdefault(category_key, name) != name:
                    raise Malformed(
                        "category-id-twice",
                        "the id {id} of category {category} is taken twice",
                        id=category_key,
                        category=n,
                    )
                file["categories"].append(kept(category, partial(_category_number, n)))
        elif key == "images":
            images = {}
            for n, item, _text in entries(value, "images", MAX_PICTURES):
                image = mapping(item, partial(_image_number, n))
                image_key = _key(image.get("id"), partial(_of_image, "id", n))
                if image_key in images:
                    raise Malformed(
                        "image-id-twice", "the id {id} of image {image} is taken twice", id=image_key, image=n
                    )
                images[image_key] = (n, image)
        elif key == "annotations":
            annotated = True
            for n, item, as_text in entries(value, "annotations", MAX_IN_SET):
                annotation = mapping(item, partial(_annotation_number, n))
                if isinstance(annotation.get("id"), int):
                    last = max(last, annotation["id"])
                image_key = _key(annotation.get("image_id"), partial(_of_annotation, "image_id", n))
                found.setdefault(image_key, []).append((n, as_text))
        elif isinstance(value, Iterator):
            file[key] = kept([entry for _n, entry, _text in entries(value, key)], key)
        else:
            file[key] = kept(value, key)
    if images is None or not annotated:
        raise Malformed(
            "value-no-list", "{what} is not a list", what="images" if images is None else "annotations"
        )
    for image_key, of_image in found.items():
        if image_key not in images:
            raise Malformed(
                "annotation-without-image",
                "annotation {annotation} belongs to no image",
                annotation=of_image[0][0],
            )
    file["last_ids"] = [max((id for id in images if isinstance(id, int)), default=0), last]
    for image_key, (n, image) in images.items():
        boxes, extras = [], {}
        for m, one in found.pop(image_key, ()):
            annotation = json.loads(one)
            boxes.append(box := _box(annotation, names, m))
            if said := _box_extra(annotation, box, m):
                extras[box.id] = said
        own = kept({k: v for k, v in image.items() if k not in _IMAGE_KEYS}, partial(_image_number, n))
        extras[""] = extra(NAME, own | {"id": image_key} | ({FILE: file} if file else {}))
        file = {}
        yield _image(image, n, tuple(boxes), extras, source.absolute().parent)


def _box_extra(annotation: dict[str, Any], box: Box, n: int) -> dict[str, Any]:
    """What an annotation says beyond its box."""
    own = {key: value for key, value in annotation.items() if key not in _ANNOTATION_KEYS}
    if box.kind == "rectangle" and (mask := annotation.get("segmentation")) and not _is_plain(mask):
        own |= {"segmentation": mask, "masked": list(box.xyxy)}
        own |= {"area": annotation["area"]} if "area" in annotation else {}
    if isinstance(annotation.get("id"), int | str):
        own["id"] = annotation["id"]
    attributes = annotation.get("attributes")
    shared = {"attributes": attributes} if isinstance(attributes, dict) else {}
    return kept(  # type: ignore[no-any-return]
        extra(NAME, own, crowd=annotation.get("iscrowd") in (1, True), **shared),
        partial(_annotation_number, n),
    )


def _image(
    image: dict[str, Any], n: int, boxes: tuple[Box, ...], extras: dict[str, Any], folder: Path
) -> AnnotatedPicture:
    name = text(image.get("file_name"), partial(_of_image, "file_name", n))
    return AnnotatedPicture(
        name=name,
        path=locate(name, folder, "images", "../images"),
        width=whole(image.get("width"), partial(_of_image, "width", n)),
        height=whole(image.get("height"), partial(_of_image, "height", n)),
        boxes=boxes,
        extras=extras,
    )


def _key(value: Any, what: What) -> int | str:
    if type(value) not in (int, str):
        raise Malformed("value-missing", "{what} is missing", what=said(what))
    return value  # type: ignore[no-any-return]


def _box(annotation: dict[str, Any], names: dict[int | str, str], n: int) -> Box:
    category = _key(annotation.get("category_id"), partial(_of_annotation, "category_id", n))
    label = names.get(category, str(category))
    score = annotation.get("score")
    points = _polygon(annotation.get("segmentation"), partial(_of_annotation, "segmentation", n))
    if annotation.get("bbox") is None and points:
        corners = enclosing(points)
    else:
        corners = _corners(annotation, n)
    return Box(
        label,
        *corners,
        score=None if score is None else number(score, partial(_of_annotation, "score", n)),
        points=points,
        kind="polygon" if points else "rectangle",
        source="import",
    )


def _corners(annotation: dict[str, Any], n: int) -> Rect:
    """The corners that `bbox` gives, or the exact ones beside it as long as they still agree with it."""
    what = partial(_of_annotation, "bbox", n)
    x, y, width, height = _four(annotation.get("bbox"), what)
    if width < 0 or height < 0:
        raise Malformed("bbox-negative", "{what} has a negative size", what=what())
    corners = (x, y, x + width, y + height)
    if annotation.get("corners") is None:
        return corners
    exact = _four(annotation["corners"], partial(_of_annotation, "corners", n))
    agree = all(math.isclose(a, b, abs_tol=1e-6) for a, b in zip(exact, corners, strict=True))
    return exact if agree else corners


def _four(value: Any, what: What) -> Rect:
    found = [number(v, what) for v in items(value, what)]
    if len(found) != 4:
        raise Malformed("bbox-not-four", "{what} does not have four numbers", what=said(what))
    return found[0], found[1], found[2], found[3]


def _polygon(value: Any, what: What) -> tuple[Point, ...]:
    """The one polygon of a segmentation; none for a mask, several polygons, or a plain rectangle."""
    if not isinstance(value, list) or len(value) != 1:
        return ()
    flat = [number(v, what) for v in items(value[0], what)]
    if len(flat) % 2:
        raise Malformed("segmentation-odd", "{what} has half a point", what=said(what))
    points = tuple(zip(flat[::2], flat[1::2], strict=True))
    return () if len(points) < 3 or is_upright(points) else points


def _is_plain(mask: Any) -> bool:
    """Whether a segmentation says no more than its box."""
    one = mask[0] if isinstance(mask, list) and len(mask) == 1 else None
    return (
        isinstance(one, list) and len(one) == 8 and is_upright(tuple(zip(one[::2], one[1::2], strict=True)))
    )


def _annotation_number(n: int) -> Sentence:
    return Sentence("annotation-number", "annotation {number}", number=n)


def _of_annotation(key: str, n: int) -> Sentence:
    return Sentence("key-of-annotation", "the {key} of annotation {number}", key=key, number=n)


def _image_number(n: int) -> Sentence:
    return Sentence("image-number", "image {number}", number=n)


def _of_image(key: str, n: int) -> Sentence:
    return Sentence("key-of-image", "the {key} of image {number}", key=key, number=n)


def _category_number(n: int) -> Sentence:
    return Sentence("category-number", "category {number}", number=n)


def _of_category(key: str, n: int) -> Sentence:
    return Sentence("key-of-category", "the {key} of category {number}", key=key, number=n)
