"""COCO: one JSON file for many pictures.

Adding a width to a corner is not always exact in floating point; where it is not, `corners` beside `bbox` is.
"""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

from eyebox.formats.export import SessionExport
from eyebox.formats.imported import Imported, ImportedPicture, load_with, locate
from eyebox.formats.json_input import MAX_BOXES, MAX_PICTURES, Malformed, items, mapping, number, text, whole
from eyebox_models.protocol.box import Box, Point, enclosing
from eyebox_models.protocol.page import Rect

NAME = "COCO"
SUFFIX = ".json"


def dump(export: SessionExport) -> str:
    """The JSON text with `images`, `annotations` and `categories` (labels in the order they first come)."""
    labels = dict.fromkeys(box.label for picture in export.pictures for box in picture.boxes)
    categories = {label: n for n, label in enumerate(labels, 1)}
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    for n, (picture, path) in enumerate(zip(export.pictures, export.picture_paths(), strict=True), 1):
        record = picture.record
        images.append({"id": n, "file_name": path, "width": record.width, "height": record.height})
        for box in picture.boxes:
            annotation = {"id": len(annotations) + 1, "image_id": n, "category_id": categories[box.label]}
            annotations.append(annotation | _geometry(box))
    document = {
        "info": {"description": export.session.name},
        "images": images,
        "annotations": annotations,
        "categories": [{"id": n, "name": label, "supercategory": ""} for label, n in categories.items()],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def load(path: str | os.PathLike[str]) -> Imported:
    """The pictures and boxes of a file. Raises EyeboxError."""
    return load_with(path, NAME, build)


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


def build(data: Any, folder: Path) -> Imported:
    """What the JSON data of a file in `folder` holds. Raises Malformed."""
    document = mapping(data, "the file")
    names = {}
    for n, item in enumerate(items(document.get("categories", []), "categories"), 1):
        category = mapping(item, f"category {n}")
        names[_key(category.get("id"), f"the id of category {n}")] = text(
            category.get("name"), f"the name of category {n}"
        )
    boxes: dict[int | str, list[Box]] = {}
    images = []
    for n, item in enumerate(items(document.get("images"), "images", MAX_PICTURES), 1):
        image = mapping(item, f"image {n}")
        key = _key(image.get("id"), f"the id of image {n}")
        if key in boxes:
            raise Malformed(f"the id {key} of image {n} is taken twice")
        boxes[key] = []
        images.append((n, key, image))
    for n, item in enumerate(items(document.get("annotations"), "annotations", MAX_BOXES), 1):
        annotation = mapping(item, f"annotation {n}")
        image_key = _key(annotation.get("image_id"), f"the image_id of annotation {n}")
        if image_key not in boxes:
            raise Malformed(f"annotation {n} belongs to no image")
        boxes[image_key].append(_box(annotation, names, f"annotation {n}"))
    return Imported(tuple(_image(image, n, tuple(boxes[key]), folder) for n, key, image in images))


def _image(image: dict[str, Any], n: int, boxes: tuple[Box, ...], folder: Path) -> ImportedPicture:
    name = text(image.get("file_name"), f"the file_name of image {n}")
    return ImportedPicture(
        name=name,
        path=locate(name, folder, "images", "../images"),
        width=whole(image.get("width"), f"the width of image {n}"),
        height=whole(image.get("height"), f"the height of image {n}"),
        boxes=boxes,
    )


def _key(value: Any, what: str) -> int | str:
    if type(value) not in (int, str):
        raise Malformed(f"{what} is missing")
    return value  # type: ignore[no-any-return]


def _box(annotation: dict[str, Any], names: dict[int | str, str], what: str) -> Box:
    category = _key(annotation.get("category_id"), f"the category_id of {what}")
    label = names.get(category, str(category))
    score = annotation.get("score")
    points = _polygon(annotation.get("segmentation"), what)
    if annotation.get("bbox") is None and points:
        corners = enclosing(points)
    else:
        corners = _corners(annotation, what)
    return Box(
        label,
        *corners,
        score=None if score is None else number(score, f"the score of {what}"),
        points=points,
        kind="polygon" if points else "rectangle",
        source="import",
    )


def _corners(annotation: dict[str, Any], what: str) -> Rect:
    """The corners that `bbox` gives, or the exact ones beside it as long as they still agree with it."""
    x, y, width, height = _four(annotation.get("bbox"), f"the bbox of {what}")
    if width < 0 or height < 0:
        raise Malformed(f"the bbox of {what} has a negative size")
    corners = (x, y, x + width, y + height)
    if annotation.get("corners") is None:
        return corners
    exact = _four(annotation["corners"], f"the corners of {what}")
    agree = all(math.isclose(a, b, abs_tol=1e-6) for a, b in zip(exact, corners, strict=True))
    return exact if agree else corners


def _four(value: Any, what: str) -> Rect:
    found = [number(v, what) for v in items(value, what)]
    if len(found) != 4:
        raise Malformed(f"{what} does not have four numbers")
    return found[0], found[1], found[2], found[3]


def _polygon(value: Any, what: str) -> tuple[Point, ...]:
    """The one polygon of a segmentation; none for a mask, several polygons, or a plain rectangle."""
    if not isinstance(value, list) or len(value) != 1:
        return ()
    flat = [number(v, f"the segmentation of {what}") for v in items(value[0], f"the segmentation of {what}")]
    if len(flat) % 2:
        raise Malformed(f"the segmentation of {what} has half a point")
    points = tuple(zip(flat[::2], flat[1::2], strict=True))
    return () if len(points) < 3 or _is_upright(points) else points


def _is_upright(points: tuple[Point, ...]) -> bool:
    if len(points) != 4:
        return False
    x1, y1, x2, y2 = enclosing(points)
    return set(points) == {(x1, y1), (x2, y1), (x2, y2), (x1, y2)}
