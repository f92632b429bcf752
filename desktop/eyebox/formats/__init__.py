"""Formats of files, one module each, without Qt. A format is imported when it is first used."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from eyebox.formats.export import SessionExport
    from eyebox.formats.imported import Imported


class Format(Protocol):
    """What a module of a format offers."""

    NAME: str
    """As it is called in English."""
    SUFFIX: str
    """The usual ending of its files, with the dot."""

    def dump(self, export: SessionExport) -> str:
        """The content of the file. Raises EyeboxError where the format can't hold the export."""
        ...


class _Formats(Mapping[str, Format]):
    """The formats by their short names. Plain imports, so that a packager sees them."""

    _names = ("text", "markdown", "json", "csv", "coco", "labelme")

    def __getitem__(self, name: str) -> Format:
        match name:
            case "text":
                from eyebox.formats import plain_text

                return plain_text
            case "markdown":
                from eyebox.formats import markdown

                return markdown
            case "json":
                from eyebox.formats import session_json

                return session_json
            case "csv":
                from eyebox.formats import table_csv

                return table_csv
            case "coco":
                from eyebox.formats import coco

                return coco
            case "labelme":
                from eyebox.formats import labelme

                return labelme
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


FORMATS: Mapping[str, Format] = _Formats()


def load_annotations(path: str | os.PathLike[str]) -> Imported:
    """The pictures and boxes of a labelme or COCO file, whichever it is. Raises EyeboxError."""
    from eyebox.formats.imported import load_any

    return load_any(path)
