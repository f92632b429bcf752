"""InternVL: a JSON object a line, a picture with its size and a conversation; boxes in thousandths of the picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from eyebox.formats import MEMBERS, SHAPES
from eyebox.formats.conversations import records
from eyebox.formats.export import SessionExport, Sink, text_file
from eyebox.formats.imported import AnnotatedPicture
from eyebox.formats.json_input import from_json, line_number, mapping, read_lines, top_keys
from eyebox.formats.samples import CONVENTIONS
from eyebox.formats.talks import found_in, joined

TITLE = "InternVL training data (JSONL)"
SUFFIXES = (".jsonl",)
SCOPE: Literal["set"] = "set"
READS_TEXT = False
LEAVES_OUT = frozenset(("scores", "odd_labels", "flat", "outside", "unsized", "chats", *SHAPES, *MEMBERS))
NAME = "internvl"


def dump(export: SessionExport, sink: Sink) -> None:
    """A line for each picture, which asks for the labels of its boxes."""
    with text_file(sink) as out:
        for one in records(export, NAME, CONVENTIONS["internvl"]):
            out.write(json.dumps(one, ensure_ascii=False) + "\n")


def sniff(head: bytes) -> bool:
    """Whether its first line is an object with a conversation on a picture whose size is said, or whose boxes are lists."""
    first = head.split(b"\n", 1)[0]
    keys = top_keys(first)
    sized = not keys.isdisjoint(("width", "width_list")) and b"bbox_2d" not in first
    return {"conversations", "image"} <= keys and (sized or b"<box>[[" in first)


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their boxes. Raises Malformed or EyeboxError, also late."""
    yield from joined(_found(source), NAME)


def _found(source: Path) -> Iterator[AnnotatedPicture]:
    folder = source.absolute().parent
    for n, line in read_lines(source):
        what = partial(line_number, n)
        yield from found_in(mapping(from_json(line, what), what), NAME, folder, what)
