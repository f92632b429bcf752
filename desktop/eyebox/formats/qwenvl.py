"""Qwen-VL conversations: a list in one JSON file, or an object a line, of 2023 (`user`, `<img>`) or for fine-tuning since
(`human`, `<image>`). Written for Qwen3-VL, whose boxes are in thousandths of the picture.

Files for Qwen2.5-VL hold pixels of the resized picture. They are known by the sizes that Eyebox adds, else by a number
beyond 1000.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

from eyebox.formats import MEMBERS, SHAPES
from eyebox.formats.conversations import records
from eyebox.formats.export import SessionExport, Sink, text_file
from eyebox.formats.imported import AnnotatedPicture
from eyebox.formats.json_input import (
    HEAD_BYTES,
    from_json,
    head_of,
    line_number,
    mapping,
    read_items,
    read_lines,
)
from eyebox.formats.samples import CONVENTIONS
from eyebox.formats.talks import found_in, joined
from eyebox_models.boxes.pictures import RESIZED, THOUSANDTHS, CoordinateRule

TITLE = "Qwen-VL training data (JSON)"
SUFFIXES = (".json", ".jsonl")
SCOPE: Literal["set"] = "set"
READS_TEXT = False
LEAVES_OUT = frozenset(("scores", "odd_labels", "flat", "outside", "unsized", "chats", *SHAPES, *MEMBERS))
NAME = "qwenvl"
THOUSAND = 1000

_BOX = re.compile(r'"?bbox(?:_2d)?\\*"\s*:\s*\[([^\[\]]*)\]')
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def dump(export: SessionExport, sink: Sink) -> None:
    """A record for each picture, which asks for the labels of its boxes."""
    dump_for("", export, sink)


def dump_for(family: str, export: SessionExport, sink: Sink) -> None:
    """The same for a family of CONVENTIONS, whatever was read before; "" for Qwen3-VL, and of what was read as it came."""
    made = records(export, NAME, CONVENTIONS[family or "qwen3_vl"], keep=not family)
    with text_file(sink) as out:
        out.write("[")
        for n, one in enumerate(made):
            out.write((",\n" if n else "\n") + json.dumps(one, ensure_ascii=False))
        out.write("\n]\n")


def sniff(head: bytes) -> bool:
    """Whether it is a list of conversations, or its first line is one."""
    start = head[:HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    conversing = b'"conversations"' in start and (b'"from"' in start or b'"value"' in start)
    return conversing and start.startswith((b"[", b"{")) and not start.startswith(b'{"info"')


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a file with their boxes. Raises Malformed or EyeboxError, also late."""
    yield from joined(_found(source), NAME)


def _found(source: Path) -> Iterator[AnnotatedPicture]:
    folder = source.absolute().parent
    rule = _rule(source)
    for n, value, _text in _values(source):
        what = partial(line_number, n)
        several = value if isinstance(value, list) else [value]
        for one in several:
            yield from found_in(mapping(one, what), NAME, folder, what, rule)


def _values(source: Path) -> Iterator[tuple[int, Any, str]]:
    """The entries of a list, or of lines, each with its text."""
    if head_of(source).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        yield from read_items(source)
        return
    for n, line in read_lines(source):
        yield n, from_json(line, partial(line_number, n)), line


def _rule(source: Path) -> CoordinateRule:
    """What the coordinates in JSON mean in a file: pixels where one of them is beyond 1000."""
    for _n, _value, text in _values(source):
        for match in _BOX.finditer(text):
            if any(float(word) > THOUSAND for word in _NUMBER.findall(match[1])):
                return RESIZED
    return THOUSANDTHS
