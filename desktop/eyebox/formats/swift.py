"""ms-swift: a JSON object a line, `messages` and `images`; boxes in pixels of the original under `objects`."""

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

TITLE = "ms-swift training data (JSONL)"
SUFFIXES = (".jsonl",)
SCOPE: Literal["set"] = "set"
READS_TEXT = False
LEAVES_OUT = frozenset(("scores", "chats", *SHAPES, *MEMBERS))
NAME = "swift"


def dump(export: SessionExport, sink: Sink) -> None:
    """A line for each picture, which asks for the labels of its boxes."""
    with text_file(sink) as out:
        for one in records(export, NAME, CONVENTIONS["swift"]):
            out.write(json.dumps(one, ensure_ascii=False) + "\n")


def sniff(head: bytes) -> bool:
    """Whether its first line is an object with messages and pictures."""
    return {"messages", "images"} <= top_keys(head.split(b"\n", 1)[0])


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their boxes. Raises Malformed or EyeboxError, also late."""
    yield from joined(_found(source), NAME)


def _found(source: Path) -> Iterator[AnnotatedPicture]:
    folder = source.absolute().parent
    for n, line in read_lines(source):
        what = partial(line_number, n)
        yield from found_in(mapping(from_json(line, what), what), NAME, folder, what)
