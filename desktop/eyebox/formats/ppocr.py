"""PP-OCR: `Label.txt`, a line a picture: its path, a tab, and its texts with their corners as JSON.

PPOCRLabel, which keeps this file beside the pictures, names them with their folder ("receipts/1.jpg"); so does this.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from eyebox.formats import MEMBERS
from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.extras import common, extra, of_format
from eyebox.formats.imported import UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import (
    MAX_BOXES,
    Malformed,
    from_json,
    items,
    kept,
    line_number,
    mapping,
    point,
    read_lines,
    text,
)
from eyebox.session.types import PictureContent
from eyebox_models.protocol.box import Box, Point, enclosing
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.page import Line

TITLE = "PP-OCR labels"
SUFFIXES = (".txt",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("scores", "shapes", "chats", *MEMBERS)) - {"difficult"}

NAME = "ppocr"
_KNOWN = {"transcription", "points", "difficult"}


def dump(export: SessionExport, sink: Sink) -> None:
    """A line for each picture: its boxes, labels as texts; the lines that were read where it has none."""
    with text_file(sink, "Label.txt") as out:
        for picture in map(in_file, export.pictures):
            boxes = [_box(box, picture) for box in picture.boxes]
            if not boxes and picture.page:
                boxes = [_line(line) for line in picture.page.lines]
            path = _path(export.path_of(picture.record), export.folder)
            out.write(f"{path}\t{json.dumps(boxes, ensure_ascii=False)}\n")


def _path(path: str, folder: str) -> str:
    """A path of a picture on one line; one beside the file comes with its folder."""
    path = path.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    beside = folder and "/" not in path and Path(folder).name
    return f"{Path(folder).name}/{path}" if beside else path


def _box(box: Box, picture: PictureContent) -> dict[str, Any]:
    shape = box.points if len(box.points) > 2 else ()
    return {
        "transcription": box.label,
        "points": [list(point) for point in shape or _corners(*box.xyxy)],
        "difficult": bool(common(picture.extras, box.id).get("difficult")),
        **of_format(picture.extras, box.id, NAME),
    }


def _line(line: Line) -> dict[str, Any]:
    return {"transcription": line.text, "points": [list(point) for point in line.quad], "difficult": False}


def _corners(x1: float, y1: float, x2: float, y2: float) -> tuple[Point, ...]:
    return (x1, y1), (x2, y1), (x2, y2), (x1, y2)


def sniff(head: bytes) -> bool:
    """Whether its first line is a path, a tab, and a list in JSON."""
    line = head.decode("utf-8-sig", "ignore").split("\n", 1)[0]
    path, tab, rest = line.partition("\t")
    rest = rest.strip()
    return bool(path and tab) and (rest == "[]" or (rest.startswith(("[{", "[ {")) and '"' in rest))


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their texts as boxes. Raises Malformed or EyeboxError, also late."""
    folder = source.absolute().parent
    for n, line in read_lines(source):
        what = partial(line_number, n)
        name, tab, rest = line.partition("\t")
        if not tab:
            raise Malformed("line-no-tab", "{what} has no tab", what=what())
        boxes, extras, unusable = [], {}, 0
        for value in items(from_json(rest, what), what, MAX_BOXES):
            one = mapping(value, what)
            try:
                boxes.append(box := _read(one, what))
            except Malformed:
                unusable += 1
                continue
            own = kept({key: value for key, value in one.items() if key not in _KNOWN}, what)
            if found := extra(NAME, own, difficult=one.get("difficult") is True):
                extras[box.id] = found
        path = locate(name, folder, "..") or locate(PurePosixPath(name).name, folder)
        left_out: dict[str, int] = {UNUSABLE: unusable} if unusable else {}
        yield AnnotatedPicture(name, path, boxes=tuple(boxes), extras=extras, left_out=left_out)


def _read(value: dict[str, Any], what: partial[Sentence]) -> Box:
    points = tuple(point(one, what) for one in items(value.get("points"), what))
    if not points:
        raise Malformed("value-no-points", "{what} has no points", what=what())
    corners = enclosing(points)
    label = text(value.get("transcription"), what)
    if len(points) < 3 or points == _corners(*corners):
        return Box(label, *corners, source="import")
    kind = "quad" if len(points) == 4 else "polygon"
    return Box(label, *corners, source="import", points=points, kind=kind)
