"""Many small files, each written whole or not at all, for which the disk is waited for a group at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import BinaryIO

from eyebox_models.files.atomic_write import (
    TEMPORARY,
    real_place,
    sync_file,
    sync_folder,
    telling_why,
    temporary_beside,
)
from eyebox_models.protocol.errors import EyeboxError

GROUP = 64
"""Files that are put in place together."""
AT_ONCE = 16
"""Of them so many are brought to the disk at a time: file systems write those in one go, a file alone takes as long."""
LEFT = 3600
"""Seconds after which a temporary file belongs to nobody any more: what wrote it was killed."""


class AtomicGroup:
    """Files as `open_atomically` writes them, but each takes its place with others, at the latest when the block ends.

    A reader, or a power cut, finds each file as it was or as it is to be. After an error, too, what was written whole is there.
    """

    def __init__(self) -> None:
        self._ready: dict[Path, Path] = {}
        """The places of files, and where they lie until then."""
        self._folders: set[Path] = set()

    def __enter__(self) -> AtomicGroup:
        return self

    def __exit__(self, *_error: object) -> None:
        self._place()

    @contextmanager
    def file(self, path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
        """A file to write. Raises EyeboxError where it, or one before it, can't be written."""
        target = real_place(path)
        if target.parent not in self._folders:
            self._folders.add(target.parent)
            _delete_left(target.parent)
        with telling_why(path), temporary_beside(target) as file:
            yield file
        if target in self._ready:
            self._place()
        self._ready[target] = Path(file.name)
        if len(self._ready) >= GROUP:
            self._place()

    def _place(self) -> None:
        """Puts all that is ready in place. Raises EyeboxError for the first that can't be; it is as it was."""
        from concurrent.futures import ThreadPoolExecutor

        ready, self._ready = self._ready, {}
        failure: EyeboxError | None = None
        try:
            with ThreadPoolExecutor(AT_ONCE, "sync") as pool:
                synced = [(target, file, pool.submit(sync_file, file)) for target, file in ready.items()]
            for target, file, done in synced:
                try:
                    with telling_why(target):
                        done.result()
                        file.replace(target)
                except EyeboxError as error:
                    failure = failure or error
            for folder in {target.parent for target in ready}:
                sync_folder(folder)
        finally:
            for file in ready.values():
                with suppress(OSError):  # most have their places
                    file.unlink()
        if failure is not None:
            raise failure


def _delete_left(folder: Path) -> None:
    """Deletes what a program that was killed has left in a folder."""
    for file in folder.glob(f"{TEMPORARY}*.tmp"):
        with suppress(OSError):
            if time() - file.lstat().st_mtime > LEFT:
                file.unlink()
