"""CVAT for images 1.1: one XML file for many pictures. What Eyebox does not know in it is kept and written back.

A box that is rotated stands there as it would be without its rotation, which many other programs ignore.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Literal
from xml.etree.ElementTree import Element

from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.extras import FILE, common, extra, of_format
from eyebox.formats.imported import ROTATED, UNSHOWN, UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import MAX_BOXES, MAX_PICTURES, Malformed
from eyebox.formats.rotation import ROTATION, corners, turned
from eyebox.formats.voc import attribute_text
from eyebox.formats.xml_files import (
    Values,
    as_values,
    element_text,
    number_in,
    opening,
    read_elements,
    size_in,
)
from eyebox_models.protocol.box import Box, Point, enclosing

TITLE = "CVAT for images"
SUFFIXES = (".xml",)
SCOPE: Literal["set"] = "set"
READS_TEXT = False
LEAVES_OUT = frozenset(("scores", "crowd", "difficult", "notes", "rotations"))

NAME = "cvat"
_KINDS = {"polygon": "polygon", "polyline": "linestrip", "points": "points"}
_ELEMENTS = {"linestrip": "polyline", "line": "polyline", "points": "points", "point": "points"}
_PLACES = {"xtl", "ytl", "xbr", "ybr", "rotation", "points", "label", "cx", "cy", "rx", "ry"}
_IMAGE_KEYS = {"id", "name", "width", "height"}


def dump(export: SessionExport, sink: Sink) -> None:
    """What CVAT files said of themselves or the labels, then an element for each picture."""
    labels: dict[str, None] = {}
    head: list[Values] = []
    with (
        text_file(sink) as out,
        TemporaryFile("w+", encoding="utf-8", errors="replace", newline="") as images,
    ):
        for n, picture in enumerate(map(in_file, export.pictures)):
            record, own = picture.record, of_format(picture.extras, "", NAME)
            head = head or own.pop(FILE, [])
            place = {"id": n, "name": export.path_of(record), "width": record.width, "height": record.height}
            images.write("  " + opening("image", place | own.get("attributes", {})) + "\n")
            for box in picture.boxes:
                labels.setdefault(box.label)
                images.write(
                    _shape(box, common(picture.extras, box.id), of_format(picture.extras, box.id, NAME))
                )
            for kept in own.get("others", ()):
                images.write(element_text(kept, "    "))
            images.write("  </image>\n")
        out.write('<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n')
        head = head or [["version", {}, "1.1", []], _meta(export.session.name)]
        _add_labels(head, labels)
        out.writelines(element_text(kept, "  ") for kept in head)
        images.seek(0)
        shutil.copyfileobj(images, out)
        out.write("</annotations>\n")


def _meta(name: str) -> Values:
    return ["meta", {}, "", [["task", {}, "", [["name", {}, name, []], ["labels", {}, "", []]]]]]


def _add_labels(elements: list[Values], labels: Iterable[str]) -> bool:
    """Adds the labels that it does not have to the first list of labels in some elements, if there is one."""
    for tag, _attributes, _text, children in elements:
        if tag == "labels":
            there = {name[2] for label in children for name in label[3] if name[0] == "name"}
            new = (label for label in labels if label not in there)
            children += [
                ["label", {}, "", [["name", {}, label, []], ["type", {}, "any", []]]] for label in new
            ]
            return True
        if _add_labels(children, labels):
            return True
    return False


def _shape(box: Box, shared: dict[str, Any], own: dict[str, Any]) -> str:
    tag, place = _placed(box)
    given: dict[str, Any] = {"label": box.label, "source": "manual", "occluded": "0"}
    start = "    " + opening(tag, given | own | place | {"z_order": own.get("z_order", "0")})
    attributes = shared.get("attributes", {})
    if not attributes:
        return start[:-1] + "/>\n"
    inside = "".join(
        element_text(["attribute", {"name": name}, attribute_text(value), []], "      ")
        for name, value in attributes.items()
    )
    return f"{start}\n{inside}    </{tag}>\n"


def _placed(box: Box) -> tuple[str, dict[str, Any]]:
    """The element that a box is, and where it lies."""
    if box.kind == ROTATION and (rectangle := turned(box.points)):
        _x, _y, width, height, degrees = rectangle
        (x1, y1), _second, (x3, y3), _last = box.points
        x, y = (x1 + x3 - width) / 2, (y1 + y3 - height) / 2
        return "box", {"rotation": _number(degrees)} | _corners(x, y, x + width, y + height)
    if box.kind == "circle" and len(box.points) == 2:
        (x, y), radius = box.points[0], _number(box.width / 2)
        return "ellipse", {"rx": radius, "ry": radius, "cx": _number(x), "cy": _number(y)}
    if box.points:
        points = ";".join(f"{_number(x)},{_number(y)}" for x, y in box.points)
        return _ELEMENTS.get(box.kind, "polygon" if len(box.points) > 2 else "points"), {"points": points}
    return "box", _corners(*box.xyxy)


def _corners(x1: float, y1: float, x2: float, y2: float) -> dict[str, Any]:
    return {
        key: _number(value) for key, value in zip(("xtl", "ytl", "xbr", "ybr"), (x1, y1, x2, y2), strict=True)
    }


def _number(value: float) -> str:
    return repr(float(value))


def sniff(head: bytes) -> bool:
    """Whether its first element is CVAT's."""
    return b"<annotations>" in head and (b"<image " in head or b"<meta>" in head)


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their shapes. Raises Malformed or EyeboxError, also late."""
    folder, head = source.absolute().parent, []
    n = 0
    for element in read_elements(source, "annotations"):
        if element.tag == "track":
            raise Malformed("cvat-video", "it is of CVAT for video; export it for images")
        if element.tag != "image":
            head.append(as_values(element))
            continue
        if (n := n + 1) > MAX_PICTURES:
            raise Malformed(
                "value-too-many", "{what} has over {most:,} entries", what="image", most=MAX_PICTURES
            )
        yield _image(element, folder, head)
        head = []


def _image(element: Element, folder: Path, head: list[Values]) -> AnnotatedPicture:
    boxes: list[Box] = []
    others: list[Values] = []
    extras: dict[str, Any] = {}
    left_out: Counter[str] = Counter()
    if len(element) > MAX_BOXES:
        raise Malformed("value-too-many", "{what} has over {most:,} entries", what="image", most=MAX_BOXES)
    for shape in element:
        try:
            box = _box(shape)
        except Malformed:
            left_out[UNUSABLE] += 1
            continue
        if box is None:
            others.append(as_values(shape))
            left_out[UNSHOWN] += 1
            continue
        left_out[ROTATED] += box.kind == ROTATION
        boxes.append(box)
        if said := _extra(shape):
            extras[box.id] = said
    name = element.get("name") or ""
    attributes = {key: value for key, value in element.items() if key not in _IMAGE_KEYS}
    own: dict[str, Any] = {"attributes": attributes} if attributes else {}
    own |= {"others": others} if others else {}
    extras[""] = extra(NAME, own | ({FILE: head} if head else {}))
    return AnnotatedPicture(
        name=name,
        path=locate(name, folder, "images", "../images"),
        width=size_in(element.get("width")),
        height=size_in(element.get("height")),
        boxes=tuple(boxes),
        extras=extras,
        left_out=+left_out,
    )


def _box(shape: Element) -> Box | None:
    """The box of a shape, None for what is only kept. Raises Malformed."""
    label = shape.get("label") or ""
    degrees = number_in(shape.get("rotation", "0"), "rotation") % 360
    if shape.tag == "box":
        x1, y1, x2, y2 = (number_in(shape.get(key), key) for key in ("xtl", "ytl", "xbr", "ybr"))
        if x2 < x1 or y2 < y1:
            raise Malformed("bbox-negative", "{what} has a negative size", what="box")
        if not degrees:
            return Box(label, x1, y1, x2, y2, source="import")
        points = _around(corners(0, 0, x2 - x1, y2 - y1, degrees), (x1 + x2) / 2, (y1 + y2) / 2)
        return Box(label, *enclosing(points), source="import", points=points, kind=ROTATION)
    if shape.tag == "ellipse":
        x, y, rx, ry = (number_in(shape.get(key), key) for key in ("cx", "cy", "rx", "ry"))
        if rx != ry or degrees:
            return None
        circle = ((x, y), (x + rx, y))
        return Box(label, x - rx, y - rx, x + rx, y + rx, source="import", points=circle, kind="circle")
    if shape.tag not in _KINDS:
        return None
    points = tuple(_point(one) for one in (shape.get("points") or "").split(";"))
    kind = _KINDS[shape.tag]
    if len(points) < 3 and kind != "polygon":
        kind = "point" if len(points) == 1 else "line" if kind == "linestrip" else kind
    return Box(label, *enclosing(points), source="import", points=points, kind=kind)


def _around(points: tuple[Point, ...], x: float, y: float) -> tuple[Point, ...]:
    """The corners of a turned rectangle, moved so that their middle is at `(x, y)`."""
    dx, dy = x - (points[0][0] + points[2][0]) / 2, y - (points[0][1] + points[2][1]) / 2
    return tuple((px + dx, py + dy) for px, py in points)


def _point(value: str) -> Point:
    x, comma, y = value.partition(",")
    if not comma:
        raise Malformed("value-no-point", "{what} is not a point", what="points")
    return number_in(x, "points"), number_in(y, "points")


def _extra(shape: Element) -> dict[str, Any]:
    own = {key: value for key, value in shape.items() if key not in _PLACES}
    for key, usual in (("source", "manual"), ("occluded", "0"), ("z_order", "0")):
        if own.get(key) == usual:
            del own[key]
    attributes = {one.get("name") or "": (one.text or "").strip() for one in shape.iterfind("attribute")}
    return extra(NAME, own, attributes=attributes)
