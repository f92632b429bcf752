"""Pascal VOC: one XML file a picture. What Eyebox does not know in it is kept and written back.

Coordinates are pixels counted from 0, as labelImg and all newer tools have them, with decimals only where a box has some.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from xml.etree.ElementTree import Element

from eyebox.formats import SHAPES
from eyebox.formats.export import FileNames, SessionExport, Sink, in_file, text_file
from eyebox.formats.extras import common, extra, of_format
from eyebox.formats.imported import UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import MAX_BOXES, Malformed
from eyebox.formats.xml_files import (
    Values,
    as_values,
    element_text,
    escaped,
    number_in,
    read_elements,
    size_in,
    text_in,
)
from eyebox.session.types import PictureContent
from eyebox_models.protocol.box import Box

TITLE = "Pascal VOC boxes"
SUFFIXES = (".xml",)
SCOPE: Literal["picture"] = "picture"
READS_TEXT = False
LEAVES_OUT = frozenset(("scores", "crowd", "notes", *SHAPES))

NAME = "voc"
_OBJECT_TAGS = {"name", "difficult", "bndbox", "attributes"}
_SEGMENTED = [["segmented", {}, "0", []]]
_POSE = [["pose", {}, "Unspecified", []], ["truncated", {}, "0", []]]
"""What is written of files and objects that nothing is known of."""
_BESIDE = ("../JPEGImages", "JPEGImages", "../images", "images", "..")


def dump(export: SessionExport, sink: Sink) -> None:
    """A file for each picture that the sink wants."""
    names = FileNames(SUFFIXES[0])
    for picture in export.pictures:
        name = names.of(picture.record)
        if sink.wants(name):
            with text_file(sink, name) as out:
                out.writelines(_document(in_file(picture), export.path_of(picture.record)))


def _document(picture: PictureContent, path: str) -> Iterator[str]:
    record, own = picture.record, of_format(picture.extras, "", NAME)
    yield "<annotation>\n"
    yield f"  <filename>{escaped(path.rpartition('/')[2])}</filename>\n  <path>{escaped(path)}</path>\n"
    yield f"  <size>\n    <width>{record.width}</width>\n    <height>{record.height}</height>\n"
    yield f"    <depth>{own.get('depth', 3)}</depth>\n  </size>\n"
    for kept in own.get("members", _SEGMENTED):
        yield element_text(kept, "  ")
    for box in picture.boxes:
        yield from _object(box, common(picture.extras, box.id), of_format(picture.extras, box.id, NAME))
    yield "</annotation>\n"


def _object(box: Box, shared: dict[str, Any], own: dict[str, Any]) -> Iterator[str]:
    yield f"  <object>\n    <name>{escaped(box.label)}</name>\n"
    for kept in own.get("members", _POSE):
        yield element_text(kept, "    ")
    yield f"    <difficult>{int(bool(shared.get('difficult')))}</difficult>\n    <bndbox>\n"
    for tag, value in zip(("xmin", "ymin", "xmax", "ymax"), box.xyxy, strict=True):
        yield f"      <{tag}>{repr(float(value)).removesuffix('.0')}</{tag}>\n"
    yield "    </bndbox>\n"
    if attributes := shared.get("attributes"):
        yield "    <attributes>\n"
        for name, value in attributes.items():
            content = [["name", {}, name, []], ["value", {}, attribute_text(value), []]]
            yield element_text(["attribute", {}, "", content], "      ")
        yield "    </attributes>\n"
    yield "  </object>\n"


def attribute_text(value: Any) -> str:
    """An attribute's value as XML files have it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def sniff(head: bytes) -> bool:
    """Whether its first element is VOC's."""
    return b"<annotation>" in head or b"<annotation " in head


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The picture of a file with its objects. Raises Malformed or EyeboxError."""
    folder, name, path = source.absolute().parent, "", ""
    size = (0, 0)
    own: dict[str, Any] = {}
    members: list[Values] = []
    boxes: list[Box] = []
    extras: dict[str, Any] = {}
    unusable = 0
    for element in read_elements(source, "annotation"):
        if element.tag == "filename":
            name = (element.text or "").strip()
        elif element.tag == "path":
            path = (element.text or "").strip()
        elif element.tag == "size":
            size = size_in(element.findtext("width")), size_in(element.findtext("height"))
            if (depth := size_in(element.findtext("depth")) or 3) != 3:
                own["depth"] = depth
        elif element.tag == "object":
            try:
                box = _box(element)
            except Malformed:
                unusable += 1
                continue
            if len(boxes) >= MAX_BOXES:
                raise Malformed(
                    "value-too-many", "{what} has over {most:,} entries", what="object", most=MAX_BOXES
                )
            boxes.append(box)
            if said := _extra(element):
                extras[box.id] = said
        else:
            members.append(as_values(element))
    if members not in ([], _SEGMENTED):
        own["members"] = members
    extras[""] = extra(NAME, own)
    yield AnnotatedPicture(
        name=name or path or source.with_suffix("").name,
        path=locate(path, folder) or locate(name, folder, *_BESIDE),
        width=size[0],
        height=size[1],
        boxes=tuple(boxes),
        extras=extras,
        left_out={UNUSABLE: unusable} if unusable else {},
    )


def _box(element: Element) -> Box:
    place = element.find("bndbox")
    if place is None:
        raise Malformed("value-missing", "{what} is missing", what="bndbox")
    x1, y1, x2, y2 = (number_in(place.findtext(tag), tag) for tag in ("xmin", "ymin", "xmax", "ymax"))
    if x2 < x1 or y2 < y1:
        raise Malformed("bbox-negative", "{what} has a negative size", what="bndbox")
    return Box(element.findtext("name") or "", x1, y1, x2, y2, source="import")


def _extra(element: Element) -> dict[str, Any]:
    attributes = {
        text_in(one, "name"): one.findtext("value") or "" for one in element.iterfind("attributes/attribute")
    }
    members = [as_values(child) for child in element if child.tag not in _OBJECT_TAGS]
    return extra(
        NAME,
        {} if members in ([], _POSE) else {"members": members},
        difficult=text_in(element, "difficult") in ("1", "true", "True"),
        attributes=attributes,
    )
