"""Writes kept in a file of JSON lines beside the session file: those that wait, and those that never can be done."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from eyebox.session.writes import Write, from_line, to_line

WAITING = ".waiting"
NOT_SAVED = ".not-saved.jsonl"


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
        writes = []
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            return []
        for line in lines:
            with suppress(ValueError):
                writes.append(from_line(line))
        return writes

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
