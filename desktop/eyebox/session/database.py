"""The SQLite file: opening, migrating, reading and writing it. Knows nothing of what the tables mean."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from eyebox.session.errors import StoreDamaged, StoreDenied, StoreNewer, as_sqlite_errors, damaged
from eyebox.session.schema import APPLICATION_ID, MIGRATIONS, Step
from eyebox_models.files.atomic_write import create_private, make_private, shown

BUSY_MILLISECONDS = 20
"""How long a call may wait for another writer: it blocks the thread that draws the window."""

WAIT_SECONDS = 10.0
"""How long a call of another thread may."""

SYNCHRONOUS = "FULL"
"""What was written is on the disk when a write returns: it is there also after a power cut."""

MEMORY = Path(":memory:")
SALVAGED = ".salvaged"
"""Ending of a sound file that was made out of a damaged one and is not in its place yet."""
FAR = 100_000
"""No newer program writes a format with a higher number: it is damage."""

UNREADABLE = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, StopIteration, RecursionError, OverflowError,
)  # fmt: skip
"""What making a value raises from columns that hold something else."""

Value = TypeVar("Value")
Arguments = Sequence[Any] | Mapping[str, Any]


class Database:
    """One connection, used by one thread. Reads see the last commit; writes happen inside `write()`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.on_damage: Callable[[StoreDamaged], object] | None = None
        """Called with damage that a read met, which then returns what it could read; without it the read raises."""
        self._connection = connection
        self._depth = 0

    @classmethod
    def open(cls, path: Path, migrations: Sequence[Sequence[Step]] = MIGRATIONS) -> Database:
        """Opens or creates the file and brings it to the newest version, with a backup before each step.

        Nothing is locked where nothing has to be migrated. Raises a StoreError; whatever happens, no file is
        deleted or emptied.
        """
        connection = _connect(path)
        try:
            with as_sqlite_errors(path, opening=True):
                _check(connection, path, len(migrations))
                if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                    connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
                _migrate(connection, path, migrations)
                connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return cls(connection, path)

    @classmethod
    def open_again(cls, path: Path, *, to_write: bool = False) -> Database:
        """A second connection to a file that is open already, for one other thread at a time.

        It only reads, and sees what was there at its first read until it is closed; or it is there `to_write`, and
        waits for others that do. Raises a StoreError.
        """
        how = "rw" if to_write else "ro"
        with as_sqlite_errors(path, opening=True):
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={how}", uri=True, timeout=WAIT_SECONDS, isolation_level=None,
                check_same_thread=False,
            )  # fmt: skip
            connection.row_factory = sqlite3.Row
            try:
                for pragma in (f"synchronous = {SYNCHRONOUS}", "foreign_keys = ON") if to_write else ():
                    connection.execute(f"PRAGMA {pragma}")
                if not to_write:
                    connection.execute("BEGIN")
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    def copy_of_memory(self) -> Database:
        """What is in a database without a file, for another thread to read."""
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.deserialize(self._connection.serialize())
        connection.row_factory = sqlite3.Row
        return Database(connection, self.path)

    def rows(self, sql: str, arguments: Arguments = ()) -> list[sqlite3.Row]:
        with as_sqlite_errors(self.path):
            return self._connection.execute(sql, arguments).fetchall()

    def values(
        self, make: Callable[[sqlite3.Row], Value], sql: str, arguments: Arguments = ()
    ) -> tuple[Value, ...]:
        """What `make` makes of each row; one that it can't read is damage."""
        values = []
        try:
            with as_sqlite_errors(self.path):
                for row in self._connection.execute(sql, arguments):
                    try:
                        values.append(make(row))
                    except UNREADABLE as error:
                        self._meet(damaged(self.path, f"{type(error).__name__}: {error}"), error)
        except StoreDamaged as error:
            self._meet(error, error.__cause__)
        return tuple(values)

    def _meet(self, damage: StoreDamaged, cause: BaseException | None) -> None:
        if self.on_damage is None:
            raise damage from cause
        self.on_damage(damage)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing. Inside another one it is a part of that one."""
        with as_sqlite_errors(self.path):
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield self._connection
                if self._depth == 1:
                    self._connection.execute("COMMIT")
            except BaseException:
                if self._depth == 1 and self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def check(self) -> None:
        """Reads the whole file and raises StoreDamaged for what does not hold together. Takes its time."""
        found = [row[0] for row in self.rows("PRAGMA integrity_check")]
        found += [f"{row[0]}: a row without its {row[2]}" for row in self.rows("PRAGMA foreign_key_check")]
        if found != ["ok"]:
            raise damaged(self.path, "\n".join(found))

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()


def set_aside(path: Path) -> Path:
    """Renames a file that can't be opened, with what belongs to it, so that an empty one can be started.

    Returns the new path. Raises StoreDenied.
    """
    aside = path.with_name(f"{path.name}.{time.strftime('%Y%m%d-%H%M%S')}.aside")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.{time.strftime('%Y%m%d-%H%M%S')}-{number}.aside")
    try:
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise StoreDenied(
            "session-file-not-renamed",
            "{path} can't be renamed: check the permissions of its folder.",
            detail=str(error),
            path=shown(path),
        ) from error
    return aside


def find_damage(path: Path) -> bool:
    """Whether a session file is broken inside. Reads all of it and writes nothing."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok")
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def put_in_place(path: Path) -> Path | None:
    """Puts the salvaged file where `path` is, which is set aside; both must be closed. Returns what was set aside.

    Whatever a kill left of this is done by the next call; None when there was nothing to set aside. Raises StoreDenied.
    """
    ready = path.with_name(path.name + SALVAGED)
    aside = set_aside(path) if path.exists() else None
    ready.replace(path)
    return aside


def resume(path: Path) -> None:
    """Ends a `put_in_place` in whose middle the program was killed. Raises OSError."""
    ready = path.with_name(path.name + SALVAGED)
    if ready.exists() and not path.exists():
        ready.replace(path)
    elif ready.exists():
        ready.unlink()


def _connect(path: Path) -> sqlite3.Connection:
    if path != MEMORY:
        try:
            make_private(path.parent)
        except OSError as error:
            raise StoreDenied(
                "session-folder-denied",
                "The folder {folder} can't be made: check the permissions of the one above it.",
                detail=str(error),
                folder=shown(path.parent),
            ) from error
        create_private(path)
    with as_sqlite_errors(path, opening=True):
        connection = sqlite3.connect(os.fspath(path), timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)
        connection.row_factory = sqlite3.Row
        return connection


def _check(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Refuses what is not ours or newer than we are, before anything is written."""
    if path != MEMORY and path.stat().st_size > 0 and not _looks_like_sqlite(path):
        raise damaged(path, "not an SQLite file")
    application, version = _number(connection, "application_id"), _number(connection, "user_version")
    if not 0 <= version <= FAR:
        raise damaged(path, f"there is no format {version}")
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION_ID and not (application == 0 and version == 0 and empty):
        raise StoreDamaged(
            "session-file-foreign",
            "{path} is not a session file of Eyebox and was left as it is: choose another one.",
            path=shown(path),
        )
    if version > newest:
        raise StoreNewer(
            "session-file-newer",
            "{path} was written by a newer Eyebox (format {version}, this one knows {newest}): update "
            "Eyebox; the file was left as it is.",
            path=shown(path),
            version=version,
            newest=newest,
        )


def _looks_like_sqlite(path: Path) -> bool:
    """SQLite itself takes a file of a few bytes for an empty one, and overwrites it."""
    with path.open("rb") as file:
        return len(head := file.read(512)) == 512 and head.startswith(b"SQLite format 3\0")


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Sequence[Step]]) -> None:
    fresh = _number(connection, "user_version") == 0
    while (version := _number(connection, "user_version")) < len(migrations):
        if not fresh:
            _back_up(connection, path, version)
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _number(connection, "user_version") == version:
                for step in migrations[version]:
                    _ = connection.execute(step) if isinstance(step, str) else step(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copies the file to `<name>.v<version>.backup` before it becomes the next version."""
    if path == MEMORY:
        return
    backup = path.with_name(f"{path.name}.v{version}.backup")
    temporary = backup.with_name(backup.name + ".part")
    with suppress(FileNotFoundError):
        temporary.unlink()
    create_private(temporary)
    target = sqlite3.connect(os.fspath(temporary))
    try:
        connection.backup(target)
    finally:
        target.close()
    temporary.replace(backup)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
