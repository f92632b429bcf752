"""The file of a batch: SQLite with a table of facts, of files, of pages and of results."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eyebox_models.files.atomic_write import (
    shown,
)
from eyebox_models.protocol.errors import EyeboxError

APPLICATION_ID = 0x45594251
FORMAT = 1
WAIT_SECONDS = 20.0
TABLES = """
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE file (id INTEGER PRIMARY KEY, path NOT NULL UNIQUE, name NOT NULL UNIQUE, made INTEGER NOT NULL DEFAULT 0);
CREATE TABLE page (
    file INTEGER NOT NULL REFERENCES file(id), page INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'waiting',
    attempts INTEGER NOT NULL DEFAULT 0, deaths INTEGER NOT NULL DEFAULT 0, cuts INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '', seconds REAL NOT NULL DEFAULT 0, result INTEGER,
    PRIMARY KEY (file, page)) WITHOUT ROWID;
CREATE TABLE result (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE INDEX page_state ON page (state, attempts, file, page);
"""


def connect(file: Path, how: str = "rw") -> sqlite3.Connection:
    """Opens the file of a batch; `how`: "rw" to work at it, "ro" to look at it. Raises sqlite3.Error."""
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={how}", uri=True, timeout=WAIT_SECONDS, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    if how == "rw":
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def check(connection: sqlite3.Connection, file: Path) -> None:
    """Raises EyeboxError for a file that is no batch of this program."""
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application != APPLICATION_ID or version != FORMAT:
        raise EyeboxError(
            "batch-file-other", "{name} is no batch that this Eyebox knows; it was left as it is.", name=shown(file.name)
        )  # fmt: skip


@contextmanager
def sqlite_errors(file: Path) -> Iterator[None]:
    """What SQLite cannot do with the file of a batch becomes an EyeboxError."""
    try:
        yield
    except sqlite3.Error as error:
        raise EyeboxError(
            "batch-file-unusable", "The batch {name} can't be used ({reason}).",
            name=shown(file.name), reason=str(error),
        ) from error  # fmt: skip
