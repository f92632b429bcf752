"""Formats of files, one module each, without Qt: a new one is its module and a line in `MODULES`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, cast

from eyebox.formats.json_input import Malformed, head_of
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.formats.export import SessionExport, Sink
    from eyebox.formats.imported import AnnotatedPicture


class Format(Protocol):
    """What the module of every format holds. Titles are translated where they are shown."""

    TITLE: str
    SUFFIXES: tuple[str, ...]
    """The endings of its files, with the dot; the usual one first."""
    SCOPE: Literal["picture", "set"]
    """How much one file holds: one picture, or a whole session."""
    READS_TEXT: bool
    """Whether it writes what was read on the pictures."""

    def dump(self, export: SessionExport, sink: Sink) -> None:
        """Writes the export, picture after picture. Raises EyeboxError."""
        ...


class AnnotationFormat(Format, Protocol):
    """A format that can be read as well."""

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins like this is of the format."""
        ...

    def load(self, source: Path) -> Iterator[AnnotatedPicture]:
        """The pictures of a file with their boxes, one after the other. Raises Malformed or EyeboxError, also late."""
        ...


MODULES: Mapping[str, str] = {
    "text": "plain_text",
    "markdown": "markdown",
    "json": "session_json",
    "csv": "table_csv",
    "tsv": "table_tsv",
    "hocr": "hocr",
    "coco": "coco",
    "labelme": "labelme",
}
"""The short name of each format, as dialogs list them, with its module here."""


@cache
def format_named(name: str) -> Format:
    """The format with this short name, imported when it is first used. Raises KeyError."""
    return cast(Format, import_module(f"eyebox.formats.{MODULES[name]}"))


def annotation_formats() -> list[AnnotationFormat]:
    """The formats that can be read."""
    formats = map(format_named, MODULES)
    return [cast(AnnotationFormat, form) for form in formats if hasattr(form, "load")]


def annotation_suffixes() -> tuple[str, ...]:
    """The endings of files that can be read, each once."""
    return tuple(dict.fromkeys(suffix for form in annotation_formats() for suffix in form.SUFFIXES))


def may_be_annotations(path: str | os.PathLike[str]) -> bool:
    """Whether a file's name ends like one that can be read."""
    return Path(path).suffix.lower() in annotation_suffixes()


def load_annotations(path: str | os.PathLike[str]) -> Iterator[AnnotatedPicture]:
    """The pictures and boxes of a file in any format that can be read. Raises EyeboxError, also after some pictures."""
    head = head_of(path)
    formats = annotation_formats()
    likely = [form for form in formats if form.sniff(head)]
    yield from load_from(likely[:1] or formats, path)


def load_from(
    formats: Sequence[AnnotationFormat], path: str | os.PathLike[str]
) -> Iterator[AnnotatedPicture]:
    """The pictures and boxes of a file that is in the first of these formats, if in any. Raises EyeboxError, also late."""
    try:
        yield from formats[0].load(Path(path))
    except Malformed as error:
        titles = " or ".join(form.TITLE for form in formats)
        raise EyeboxError(
            "boxes-unreadable",
            "{path} can't be read as {format}: {reason}; correct the file or choose another.",
            detail=str(error),
            path=shown(path),
            format=titles,
            reason=error.sentence,
        ) from error
