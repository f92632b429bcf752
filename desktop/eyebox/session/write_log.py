"""Writes kept in a file of JSON lines beside the session file: those that wait, and those that never can be done."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from eyebox.session import writes
from eyebox.session.review import BoxState, Change, ReviewStep
from eyebox.session.types import ChatRecord, PictureContent, PictureRecord, SessionInfo, Turn
from eyebox.session.writes import Write
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import Answer, BoxFound, ImageInfo
from eyebox_models.protocol.page import Line, Page, Word

WAITING = ".waiting"
NOT_SAVED = ".not-saved.jsonl"

_VALUES = (
    SessionInfo, PictureRecord, PictureContent, ChatRecord, Turn, Options, Answer, BoxFound, ImageInfo, Box, Page, Line, Word,
    BoxState, Change, ReviewStep,
)  # fmt: skip
_WRITES = [
    cls
    for name, cls in vars(writes).items()
    if not name.startswith("_") and isinstance(cls, type) and issubclass(cls, Write) and cls is not Write
]
_CLASSES: dict[str, type[Any]] = {cls.__name__: cls for cls in (*_VALUES, *_WRITES)} | {
    "Seen": ImageInfo  # what it was called when older logs were written
}
_JSON = ("value", "extras")
"""Fields that are JSON data themselves; all other lists are tuples."""


class WriteLog:
    """A file that grows by whole lines, for the user alone, on the disk when a call returns."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def waiting(cls, store: Path) -> WriteLog:
        """Of what waits to be written to a session file; it is applied at the next start."""
        return cls(store.with_name(store.name + WAITING))

    @classmethod
    def not_saved(cls, store: Path) -> WriteLog:
        """Of what could never be written to a session file; it is kept for the user."""
        return cls(store.with_name(store.name + NOT_SAVED))

    def append(self, writes: Iterable[Write]) -> None:
        """Raises OSError; a line that was written in part is then taken back."""
        self._append("".join(to_line(write) + "\n" for write in writes).encode())

    def append_refused(self, write: Write, reason: str) -> None:
        """Adds a write and why it was refused. Raises OSError."""
        self._append(f'{{"refused":{json.dumps(reason)},"write":{to_line(write)}}}\n'.encode())

    def read(self) -> list[Write]:
        """What is in the file, as far as it can be read: a kill may have cut the last line."""
        found = []
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            return []
        for line in lines:
            with suppress(ValueError):
                found.append(from_line(line))
        return found

    def clear(self) -> None:
        """Removes the file."""
        with suppress(OSError):
            self.path.unlink()

    def _append(self, data: bytes) -> None:
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            end = os.fstat(descriptor).st_size
            try:
                if end and not self._ends_whole(end):
                    data = b"\n" + data
                written = 0
                while written < len(data):
                    written += os.write(descriptor, data[written:])
                os.fsync(descriptor)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(descriptor, end)
                raise
        finally:
            os.close(descriptor)

    def _ends_whole(self, end: int) -> bool:
        with self.path.open("rb") as file:
            file.seek(end - 1)
            return file.read(1) == b"\n"


def to_line(write: Write) -> str:
    """A write as one line of JSON (ASCII); what JSON can't hold becomes its `repr`."""
    return json.dumps(_plain(write), separators=(",", ":"), default=repr)


def from_line(line: str | bytes) -> Write:
    """The write that `to_line` made a line from. Raises ValueError for what is none."""
    try:
        value = _value(json.loads(line))
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"not a write: {error!r}") from error
    if not isinstance(value, Write):
        raise ValueError("not a write")
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {
            field.name: {"json": item} if field.name in _JSON else _plain(item)
            for field in fields(value)
            for item in (getattr(value, field.name),)
        }
    return [_plain(item) for item in value] if isinstance(value, tuple | list) else value


def _value(data: Any) -> Any:
    if isinstance(data, dict):
        if "json" in data:
            return data["json"]
        return _CLASSES[data["is"]](**{name: _value(item) for name, item in data.items() if name != "is"})
    return tuple(_value(item) for item in data) if isinstance(data, list) else data
