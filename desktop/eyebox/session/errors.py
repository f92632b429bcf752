"""What can go wrong with the file of sessions, each as one sentence that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.errors import EyeboxError

_FULL = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}


class StoreError(EyeboxError):
    """The file of sessions could not be read or written."""


class StoreBusy(StoreError):
    """Somebody else writes at this moment. Nothing was written: do the same call again a little later."""


class StoreLocked(StoreError):
    """The file could not be opened because another program holds it."""


class StoreDamaged(StoreError):
    """The file is no database, is not Eyebox's, or is broken inside. It was left as it is."""


class StoreNewer(StoreError):
    """The file was written by a newer program. It was left as it is."""


class StoreFull(StoreError):
    """No space was left. What was on the disk before is still there."""


class StoreDenied(StoreError):
    """The file or its folder may not be opened or written."""


def damaged(path: Path, detail: str) -> StoreDamaged:
    return StoreDamaged(
        "session-file-damaged",
        "The session file {path} is damaged and was left as it is: put a copy of it in its place, or "
        "set it aside and start with an empty one.",
        detail=detail,
        path=shown(path),
    )


@contextmanager
def as_sqlite_errors(path: Path, opening: bool = False) -> Iterator[None]:
    """Turns what the environment did wrong into a StoreError; what the program did wrong passes as it is."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise damaged(path, str(error)) from error
    except sqlite3.DatabaseError as error:
        known = _store_error(error, path, opening)
        if known is None:
            raise
        raise known from error


def _store_error(error: sqlite3.Error, path: Path, opening: bool) -> StoreError | None:
    name, detail = shown(path), str(error)
    extended = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    code = extended & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        if opening:
            return StoreLocked(
                "session-file-locked",
                "Another program is using {name}: close it, then try again.",
                detail=detail,
                name=name,
            )
        return StoreBusy(
            "session-file-busy",
            "Another program is writing to {name}: wait a moment, it is tried again.",
            detail=detail,
            name=name,
        )
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
        # The last one is about statements, which are always the same: a table or column of theirs is not there,
        # or text can't be decoded.
        return damaged(path, detail)
    if code == sqlite3.SQLITE_FULL or extended in _FULL:
        return StoreFull(
            "session-disk-full",
            "The disk is full, nothing more is saved to {name}: free some space.",
            detail=detail,
            name=name,
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreDenied(
            "session-file-denied",
            "The session file {name} can't be opened for writing: check its permissions and those of its folder.",
            detail=detail,
            name=name,
        )
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(
            "session-disk-error",
            "{name} can't be read or written: check the disk that it lies on.",
            detail=detail,
            name=name,
        )
    return None
