"""A made set of annotated pictures with everything awkward in it, and how formats write and read it."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from eyebox.formats import format_named, load_from
from eyebox.formats.export import FileSink, SessionExport, folder_sink
from eyebox.formats.imported import AnnotatedPicture
from eyebox.session.types import PictureContent, PictureRecord, SessionInfo
from eyebox_models.protocol.box import Box, new_id

SESSION = SessionInfo("s", "Kitchen & “garden”", 1.0, 2.0)
LABELS = (
    "杯子",
    "dog",
    "traffic light",
    "鮭魚 漢堡",
    "café",
    "it's 50 %",
    "a<b>&c",
    'the "best"',
    "#1: yes",
    "- no",
    "null",
    "7",
)
STEMS = ("plain", "with space", "图片", "it's", "100 %", "a.b.c", "UPPER", "ünï", "a+b=c", "#hash")


def blank_png(width: int, height: int) -> bytes:
    """A black picture of two colours as a PNG file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = bytes((1 + (width + 7) // 8) * height)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows, 1)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def made_set(folder: Path, count: int = 60, seed: int = 1, labels: tuple[str, ...] = LABELS) -> SessionExport:
    """A session of `count` pictures below `folder`/images, every seventh of them empty; whole and fractional corners."""
    chance = random.Random(seed)
    pictures = []
    for n in range(count):
        width, height = chance.randint(40, 4000), chance.randint(40, 3000)
        path = folder / "images" / f"part {n % 3}" / f"{STEMS[n % len(STEMS)]} {n:03}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(blank_png(width, height))
        record = PictureRecord(new_id(), "s", str(path), path.name, "", width, height, n)
        boxes = tuple(
            _box(chance, width, height, labels) for _ in range(0 if n % 7 == 6 else chance.randint(1, 9))
        )
        extras: dict[str, Any] = {
            box.id: {"crowd": True}
            if m % 5 == 1
            else {"difficult": True}
            if m % 5 == 2
            else {"attributes": {"color": "红"}}
            for m, box in enumerate(boxes)
        }
        pictures.append(PictureContent(record, boxes, None, extras))
    return SessionExport(SESSION, tuple(pictures), (), str(folder))


def _box(chance: random.Random, width: int, height: int, labels: tuple[str, ...]) -> Box:
    (x1, x2), (y1, y2) = (
        sorted((chance.uniform(0, most - 5), chance.uniform(0, most - 5))) for most in (width, height)
    )
    x2, y2 = x2 + 4, y2 + 4
    if chance.random() < 0.5:
        x1, y1, x2, y2 = map(float, map(round, (x1, y1, x2, y2)))
    return Box(chance.choice(labels), x1, y1, x2, y2)


def written(name: str, export: SessionExport, folder: Path) -> Path:
    """Writes an export as the window does: into `folder`, or into a file there; returns what is to be read."""
    form = format_named(name)
    folder.mkdir(parents=True, exist_ok=True)
    export = replace(export, folder=str(folder))
    if form.SCOPE == "set":
        target = folder / f"boxes{form.SUFFIXES[0]}"
        form.dump(export, FileSink(target))
        return target
    with folder_sink(folder) as sink:
        form.dump(export, sink)
    return folder


def read(name: str, source: Path) -> list[AnnotatedPicture]:
    return list(load_from([format_named(name)], source))  # type: ignore[list-item]


def as_export(pictures: Iterable[AnnotatedPicture]) -> SessionExport:
    """What was read as a session, to be written again."""
    contents = [
        PictureContent(
            PictureRecord(new_id(), "s", one.path, Path(one.path).name, "", one.width, one.height, n),
            one.boxes,
            None,
            one.extras,
        )
        for n, one in enumerate(pictures)
    ]
    return SessionExport(SESSION, tuple(contents))


def boxes_of(pictures: Iterable[AnnotatedPicture | PictureContent]) -> dict[str, list[Box]]:
    """Boxes by the paths of their pictures."""
    return {
        one.record.path if isinstance(one, PictureContent) else one.path: list(one.boxes) for one in pictures
    }


def farthest(before: dict[str, list[Box]], after: dict[str, list[Box]]) -> float:
    """How far corners have moved at most, in pixels; fails where pictures, boxes or labels differ.

    Boxes are compared in their order, but for training data, which tells them label by label.
    """
    assert before.keys() == after.keys(), [*before.keys() ^ after.keys()][:5]
    most = 0.0
    for path, boxes in before.items():
        boxes, others = (sorted(some, key=lambda box: box.label) for some in (boxes, after[path]))
        assert [box.label for box in boxes] == [box.label for box in others], path
        for one, other in zip(boxes, others, strict=True):
            most = max(most, *(abs(a - b) for a, b in zip(one.xyxy, other.xyxy, strict=True)))
    return most
