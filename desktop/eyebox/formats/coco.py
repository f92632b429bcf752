"""COCO: one JSON file for many pictures.

Adding a width to a corner is not always exact in floating point; where it is not, `corners` beside `bbox` is.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Literal

from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.imported import AnnotatedPicture, locate
from eyebox.formats.json_input import (
    MAX_BOXES,
    MAX_PICTURES,
    Malformed,
    What,
    entries,
    items,
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
LEAVES_OUT = frozenset(("shapes", "difficult", "notes"))


def dump(export: SessionExport, sink: Sink) -> None:
    """One object with `images`, `annotations` and `categories` (labels in the order they first come), an entry a line."""
    categories: dict[str, int] = {}
    images: list[str] = []
    with (
        text_file(sink) as out,
        TemporaryFile("w+", encoding="utf-8", errors="replace", newline="") as lines,
    ):
        number = 0
        for n, picture in enumerate(map(in_file, export.pictures), 1):
            record = picture.record
            place = {
                "id": n,
                "file_name": export.path_of(record),
                "width": record.width,
                "height": record.height,
            }
            images.append(_line(place))
            for box in picture.boxes:
                category = categories.setdefault(box.label, len(categories) + 1)
                annotation = {"id": number + 1, "image_id": n, "category_id": category} | _geometry(box)
                lines.write((",\n" if number else "") + _line(annotation))
                number += 1
        about = _line({"description": export.session.name})
        out.write(f'{{"info": {about},\n"images": [\n' + ",\n".join(images) + '],\n"annotations": [\n')
        lines.seek(0)
        shutil.copyfileobj(lines, out)
        named = (_line({"id": n, "name": label, "supercategory": ""}) for label, n in categories.items())
        out.write('],\n"categories": [\n' + ",\n".join(named) + "]}\n")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def sniff(head: bytes) -> bool:
    """Whether it is a JSON object with one of COCO's lists."""
    return not top_keys(head).isdisjoint(("images", "annotations", "categories"))


def _geometry(box: Box) -> dict[str, Any]:
    polygon = [value for point in box.points for value in point] if len(box.points) > 2 else []
    geometry: dict[str, Any] = {
        "bbox": [float(value) for value in (box.x1, box.y1, box.width, box.height)],
        "area": float(_area(box.points) if polygon else box.width * box.height),
        "iscrowd": 0,
        "segmentation": [polygon] if polygon else [],
    }
    if (box.x1 + box.width, box.y1 + box.height) != (box.x2, box.y2):
        geometry["corners"] = list(box.xyxy)
    if box.score is not None:
        geometry["score"] = box.score
    return geometry


def _area(points: tuple[Point, ...]) -> float:
    following = (*points[1:], points[0])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following, strict=True))) / 2


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their boxes, in the file's order. Raises Malformed or EyeboxError, also late."""
    names: dict[int | str, str] = {}
    images: dict[int | str, tuple[int, dict[str, Any]]] | None = None
    found: dict[int | str, list[tuple[int, str]]] = {}
    annotated = False
    for key, value in read_members(source):
        if key == "categories":
            for n, item, _text in entries(value, "categories"):
                category = mapping(item, partial(_category_number, n))
                category_key = _key(category.get("id"), partial(_of_category, "id", n))
                names[category_key] = text(category.get("name"), partial(_of_category, "name", n))
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
            for n, item, as_text in entries(value, "annotations", MAX_BOXES):
                annotation = mapping(item, partial(_annotation_number, n))
                image_key = _key(annotation.get("image_id"), partial(_of_annotation, "image_id", n))
                found.setdefault(image_key, []).append((n, as_text))
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
    for image_key, (n, image) in images.items():
        boxes = tuple(_box(json.loads(one), names, m) for m, one in found.pop(image_key, ()))
        yield _image(image, n, boxes, source.absolute().parent)


def _image(image: dict[str, Any], n: int, boxes: tuple[Box, ...], folder: Path) -> AnnotatedPicture:
    name = text(image.get("file_name"), partial(_of_image, "file_name", n))
    return AnnotatedPicture(
        name=name,
        path=locate(name, folder, "images", "../images"),
        width=whole(image.get("width"), partial(_of_image, "width", n)),
        height=whole(image.get("height"), partial(_of_image, "height", n)),
        boxes=boxes,
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
    return () if len(points) < 3 or _is_upright(points) else points


def _is_upright(points: tuple[Point, ...]) -> bool:
    if len(points) != 4:
        return False
    x1, y1, x2, y2 = enclosing(points)
    return set(points) == {(x1, y1), (x2, y1), (x2, y2), (x1, y2)}


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
