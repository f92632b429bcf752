"""Makes a sound session file out of a damaged one. Works on a copy; takes its time: not for the thread that draws."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from eyebox.session.database import SALVAGED, UNREADABLE, Database
from eyebox.session.salvage_rows import BROKEN, TABLES, Salvaged, connect, rows_into, tables_of
from eyebox_models.files.atomic_write import create_private, put_in_place
from eyebox_models.protocol.errors import EyeboxError

WORK = ".salvaging"
HEADER = 100


def salvage(path: Path) -> Salvaged:
    """Makes a sound file out of what can be read of `path`, which stays as it is. Raises OSError, sqlite3.Error."""
    work = path.with_name(path.name + WORK)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(mode=0o700)
    try:
        copy = work / "copy.sqlite"
        _copy(path, copy)
        result = _rebuild_index(copy)
        if result is None:
            if not _has_tables(copy):
                _copy(path, copy)
                _renew_schema(copy, work / "fresh.sqlite")
            result = rows_into(copy, work / "new.sqlite")
        ready = path.with_name(path.name + SALVAGED)
        put_in_place(result.file, ready)
        return replace(result, file=ready)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _copy(path: Path, copy: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            copy.with_name(copy.name + ending).unlink()
    create_private(copy)
    shutil.copyfile(path, copy)
    with suppress(FileNotFoundError):
        shutil.copyfile(path.with_name(path.name + "-wal"), copy.with_name(copy.name + "-wal"))


def _rebuild_index(copy: Path) -> Salvaged | None:
    """Where only the search index is damaged everything else stays as it is: the copy itself, with a new index."""
    try:
        with closing(connect(copy)) as connection:
            connection.execute("INSERT INTO passage_index(passage_index) VALUES ('rebuild')")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with closing(Database.open(copy)) as database:
            database.check()
            count = 0
            for table in TABLES:
                found = database.rows(f"SELECT * FROM {table.name}")
                count += len([table.make(dict(row)) for row in found])
    except (sqlite3.Error, EyeboxError, MemoryError, OSError, *UNREADABLE):
        return None
    return Salvaged(copy, count, count, False)


def _has_tables(copy: Path) -> bool:
    """Whether all tables are known to the file, and nothing but their rows can be damaged."""
    try:
        with closing(connect(copy)) as connection:
            for table in tables_of(connection):
                connection.execute(f"SELECT {', '.join(table.key)} FROM {table.name} LIMIT 0")
    except BROKEN:
        return False
    return True


def _renew_schema(copy: Path, fresh: Path) -> None:
    """Gives a file that does not know its tables the beginning of a new one: they always lie at the same places."""
    Database.open(fresh).close()
    new = fresh.read_bytes()
    size = int.from_bytes(new[16:18], "big")
    count = -(-copy.stat().st_size // size)
    with copy.open("rb+") as file:
        for number in _schema_pages(new):
            file.seek((number - 1) * size)
            file.write(new[(number - 1) * size : number * size])
        file.seek(28)
        file.write(count.to_bytes(4, "big") + bytes(8))
        file.truncate(count * size)


def _schema_pages(content: bytes) -> list[int]:
    """Numbers of the pages that hold the list of tables (see "B-tree Pages" of SQLite's file format)."""
    pages, inner = [1], 5
    if content[HEADER] == inner:
        cells = int.from_bytes(content[HEADER + 3 : HEADER + 5], "big")
        starts = [int.from_bytes(content[HEADER + 12 + 2 * n :][:2], "big") for n in range(cells)]
        pages += [int.from_bytes(content[at : at + 4], "big") for at in (*starts, HEADER + 8)]
    return pages
