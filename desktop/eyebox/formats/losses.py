"""What a format cannot carry of an export: counted once, by kinds, and said before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from eyebox.formats import MODULES, format_named
from eyebox.formats.export import SessionExport
from eyebox.formats.extras import FILE, NOTES, says
from eyebox.formats.picture_size import UNKNOWN, size_of
from eyebox.formats.rotation import ROTATION
from eyebox_models.boxes.notation import one_line
from eyebox_models.protocol.errors import Sentence

KINDS: Mapping[str, Sentence] = {
    "boxes": Sentence("lost-boxes", "boxes"),
    "beside_text": Sentence("lost-beside-text", "boxes on pictures whose text was read"),
    "labels": Sentence("lost-labels", "labels of boxes"),
    "odd_labels": Sentence("lost-odd-labels", "labels with line breaks, or with what models take for markup"),
    "flat": Sentence("lost-flat", "boxes without width or height"),
    "scores": Sentence("lost-scores", "scores of boxes"),
    "outlines": Sentence("lost-outlines", "outlines of boxes that lean or have more corners"),
    "shapes": Sentence("lost-shapes", "circles, lines and points"),
    "rotations": Sentence("lost-rotations", "rotations of boxes, which many programs ignore"),
    "crowd": Sentence("lost-crowd", "boxes marked as a crowd"),
    "difficult": Sentence("lost-difficult", "boxes marked as difficult"),
    "attributes": Sentence("lost-attributes", "boxes with attributes"),
    "notes": Sentence("lost-notes", "boxes with a description, a group or flags"),
    "outside": Sentence("lost-outside", "boxes that are cut at the edge of their picture"),
    "unsized": Sentence("lost-unsized", "pictures whose size is not known"),
    "empty": Sentence("lost-empty", "pictures without boxes"),
    "unread": Sentence("lost-unread", "text of pictures that were not read"),
    "text": Sentence("lost-text", "pictures with read text"),
    "chats": Sentence("lost-chats", "chats"),
}
"""What an export may hold beyond its pictures. A format names in `LEAVES_OUT` what it cannot hold of that.

Besides these there is `FIELDS` and a NAME: what files of the format called NAME said that no other format has room for.
"""
FIELDS = "fields:"
COVERED = "covered"
"""Regions that are blacked out: no format loses these, each says them in its own way."""


def kinds_in(export: SessionExport) -> Counter[str]:
    """How much of each kind there is; goes through all pictures, which need no texts. Raises what reading them raises."""
    found: Counter[str] = Counter(chats=sum(bool(chat.turns) for chat in export.chats))
    for picture in export.pictures:
        record = picture.record
        read = bool(record.lines or (picture.page and picture.page.lines))
        found["text"] += read
        found["unread"] += record.lines is None and picture.page is None
        found["beside_text"] += len(picture.boxes) * read
        found["empty"] += not picture.boxes
        found["unsized"] += size_of(record) == UNKNOWN
        found["boxes"] += len(picture.boxes)
        found[COVERED] += len(picture.covered)
        for box in picture.boxes:
            found["labels"] += bool(box.label)
            found["odd_labels"] += one_line(box.label) != box.label
            found["flat"] += box.width <= 0 or box.height <= 0
            found["scores"] += box.score is not None
            found["rotations"] += box.kind == ROTATION
            if box.points:
                found["outlines" if len(box.points) > 2 and box.kind in _OUTLINES else "shapes"] += 1
            if record.width and record.height and box.inside(record.width, record.height) is not box:
                found["outside"] += 1
        present = {"", *(box.id for box in picture.boxes)}
        for id, extra in picture.extras.items():
            if id in present:
                _count_extra(extra, found)
    return +found


_OUTLINES = {"rectangle", ROTATION, "quad", "polygon"}

_UNMISSED = {
    *("id", "version", "key", "where", "path", "address", "set", "split"),
    *("from_name", "to_name", "origin", "original_width", "original_height", "image_rotation"),
}
"""Members that say how a file names its parts."""


def _count_extra(extra: Mapping[str, object], found: Counter[str]) -> None:
    for kind in ("crowd", "difficult", "attributes"):
        found[kind] += bool(extra.get(kind))
    found["notes"] += any(says(extra.get(key)) for key in NOTES)
    for name in extra.keys() & MODULES.keys():
        own = extra[name]
        if isinstance(own, Mapping):
            members = own.keys() - _UNMISSED
            found[FIELDS + name] += bool(members - {FILE}) or _says_more_than_labels(own.get(FILE))


def _says_more_than_labels(file: object) -> bool:
    """Whether a file as a whole says more than which labels there are, by which numbers."""
    if not isinstance(file, Mapping):
        return bool(file)
    named = file.get("categories", ())
    return not file.keys() <= {"categories", "names", "last_ids"} or any(
        isinstance(one, Mapping) and any(says(one[key]) for key in one.keys() - {"id", "name"})
        for one in named
    )


def losses(name: str, kinds: Mapping[str, int]) -> list[Sentence]:
    """What the format called `name` leaves out of an export with so much of each kind, a sentence each.

    Nobody looks for read text and chats in files of boxes: these are left out unsaid.
    """
    form = format_named(name)
    left = form.LEAVES_OUT
    if "boxes" not in left:
        left = left | {kind for kind in kinds if kind.startswith(FIELDS) and kind != FIELDS + name}
    return [
        Sentence("loss", "{what}: {count:,}", what=_words(kind), count=kinds[kind])
        for kind in (*KINDS, *sorted(kinds.keys() - KINDS.keys()))
        if kind in left and kinds.get(kind)
    ]


def _words(kind: str) -> Sentence:
    origin = kind.removeprefix(FIELDS)
    if origin == kind:
        return KINDS[kind]
    return Sentence("lost-fields", "fields of {format} alone", format=format_named(origin).TITLE)
