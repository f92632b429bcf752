"""The pictures of an export as conversations about their boxes, for the formats of those that teach models."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from eyebox.formats.export import SessionExport, in_file
from eyebox.formats.extras import of_format
from eyebox.formats.json_input import Malformed
from eyebox.formats.picture_size import picture_size
from eyebox.formats.samples import FILLED, Convention, Sample, record, shown_at
from eyebox.formats.talks import IMG, boxes_in, rule_of, talk_of
from eyebox.session.types import PictureContent
from eyebox_models.boxes.notation import Size
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Sentence


def records(
    export: SessionExport, name: str, convention: Convention, *, keep: bool = True
) -> Iterator[dict[str, Any]]:
    """A record for each picture of an export. Those that a file of the format `name` brought stay as they are while they hold
    the picture's boxes (not if they are not to `keep` their notation); otherwise the first one's question and other members
    stay."""
    count = 0
    for picture in map(in_file, export.pictures):
        path = export.path_of(picture.record)
        for made in _records_of(picture, path, name, convention, count, keep):
            yield made
            count += 1


def _records_of(
    picture: PictureContent, path: str, name: str, convention: Convention, count: int, keep: bool
) -> Iterable[dict[str, Any]]:
    known = picture.record.width, picture.record.height
    size = known if min(known) > 0 else picture_size(picture.record.path)
    had = [one for one in of_format(picture.extras, "", name).get("records", ()) if isinstance(one, dict)]
    if keep and had and _same(had, size, picture.boxes):
        return [_at(one, path) for one in had]
    if min(size) <= 0 and convention.layout != "swift":
        return []
    try:
        shown = size if convention.layout == "swift" else shown_at(convention.family, size)
    except EyeboxError:
        return []
    labels = tuple(box.label for box in picture.boxes)
    sample = Sample(path, *size, picture.boxes, labels, _question(had), shown)
    made = record(sample, convention, count)
    others = {key: value for key, value in had[0].items() if key not in _KNOWN} if had else {}
    return [{**others, **made}]


_KNOWN = {"id", "image", "images", "width", "height", "resized", "conversations", "messages", "objects"}


def _same(had: Sequence[dict[str, Any]], size: Size, boxes: Sequence[Box]) -> bool:
    """Whether some records say the very boxes that are there."""
    try:
        talks = [replace(talk_of(one, _the_record), sizes=(size,)) for one in had]
    except Malformed:
        return False
    read = (box for talk in talks for found in boxes_in(talk, rule_of(talk)) for box in found.boxes)
    return Counter(map(_place, read)) == Counter(map(_place, boxes))


def _place(box: Box) -> tuple[object, ...]:
    return (box.label, *(round(value, 3) for value in box.xyxy))


def _at(one: dict[str, Any], path: str) -> dict[str, Any]:
    """A record whose picture lies elsewhere by now."""
    made = dict(one)
    if "image" in made:
        made["image"] = [path] if isinstance(made["image"], list) else path
    elif "images" in made:
        made["images"] = [path]
    elif isinstance(made.get("conversations"), list):
        turns = made["conversations"]
        named = [IMG.sub(lambda match: match[0].replace(match[1], path), turn["value"]) for turn in turns]
        made["conversations"] = [turn | {"value": value} for turn, value in zip(turns, named, strict=True)]
    return made


def _question(had: Sequence[dict[str, Any]]) -> str:
    questions = talk_of(had[0], _the_record).questions if len(had) == 1 else ()
    return questions[0] if len(questions) == 1 and not FILLED.search(questions[0]) else ""


def _the_record() -> Sentence:
    return Sentence("the-record", "the record")
