"""Reads the rows of a damaged session file, in three ways, and writes them into a new one.

A table is walked from both ends and, between two places that can't be read, from ever more points in the middle; keys
that an index or another table knows are asked for one by one; of a row that is broken itself the columns are read that
can be. What can be searched is written anew out of the rest.
"""

from __future__ import annotations

import math
import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eyebox.session import page_rows, rows, search
from eyebox.session.database import UNREADABLE, Database
from eyebox.session.orphans import adopt_all
from eyebox.session.review_data import box_from_data, step_from_data
from eyebox.session.review_tables import VERDICTS
from eyebox_models.protocol.box import new_id

PROBES = 4000
"""How many places in the middle of a table are tried."""

BROKEN = (sqlite3.Error, MemoryError, OverflowError)
"""What reading a damaged file raises."""

Key = tuple[Any, ...]
Fetch = Callable[[Any, Any, bool], tuple[Any, bool]]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of a salvage. `found` counts rows that are known to have been there, `saved` those that are again;
    with `gaps` there may have been more, where nothing could be read.

    `file` is the new session file, to be put in place by `put_in_place`.
    """

    file: Path
    found: int
    saved: int
    gaps: bool

    @property
    def whole(self) -> bool:
        return self.saved == self.found and not self.gaps


@dataclass(frozen=True, slots=True)
class Table:
    """`key`: columns that name a row; `parents`: tables whose ids the first of them holds, if any.

    `since`: the version of the file from which on it has the table.
    """

    name: str
    key: tuple[str, ...]
    make: Callable[[Any], object]
    parents: tuple[str, ...] = ()
    since: int = 1

    @property
    def numbered(self) -> bool:
        return self.key == ("rowid",)


def _session(row: Any) -> object:
    return rows.session_from({**row, "pictures": 0})  # type: ignore[arg-type]


def _chat(row: Any) -> object:
    return rows.chat_from({**row, "options": None})  # type: ignore[arg-type]


def _review(row: Any) -> object:
    """Raises for a row that says nothing: one without a verdict, or whose box is nowhere."""
    if row["verdict"] not in VERDICTS:
        raise ValueError(f"{row['verdict']!r} is no verdict")
    return [
        box_from_data(rows.from_json(row[name])) for name in ("proposed", "aside") if row[name] is not None
    ]


def _step(row: Any) -> object:
    return step_from_data(row["id"], rows.from_json(row["data"]))


TABLES = (
    Table("session", ("rowid",), _session),
    Table("picture", ("rowid",), rows.picture_from),
    Table("chat", ("rowid",), _chat),
    Table("turn", ("rowid",), rows.turn_from),
    Table("page", ("picture",), page_rows.page_from, ("picture",)),
    Table("box", ("picture", "id"), rows.box_from, ("picture",)),
    Table("extra", ("picture", "box"), rows.extra_from, ("picture",)),
    Table("journal", ("turn",), rows.interrupted_from),
    Table("state", ("owner", "key"), rows.state_from, ("", "session", "picture", "chat")),
    Table("review", ("rowid",), _review, since=6),
    Table("review_step", ("rowid",), _step, since=6),
)


def tables_of(source: sqlite3.Connection) -> list[Table]:
    """The tables that a file of its version has; all of them where the version can't be read."""
    try:
        version = int(source.execute("PRAGMA user_version").fetchone()[0])
    except BROKEN:
        version = 0
    return [table for table in TABLES if not 0 < version < table.since]


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(os.fspath(path), isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    return connection


def rows_into(copy: Path, new: Path) -> Salvaged:
    for file in (new, new.with_name(new.name + "-wal"), new.with_name(new.name + "-shm")):
        file.unlink(missing_ok=True)
    found = saved = 0
    gaps = False
    with closing(Database.open(new)) as target, target.write() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        ids: dict[str, set[str]] = {"": {""}}
        with closing(connect(copy)) as source:
            for table in tables_of(source):
                columns = _columns(connection, table.name)
                keys, whole = _keys(source, table, ids)
                gaps = gaps or not whole
                found += len(keys)
                ids[table.name] = set()
                for key in keys:
                    row = _row(source, table, key, columns)
                    if row is not None and _add(connection, table, columns, row):
                        saved += 1
                        ids[table.name].add(row.get("id", ""))
        now = time.time()
        adopt_all(connection, now)
        _write_passages(connection)
    with closing(sqlite3.connect(new)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return Salvaged(new, found, saved, gaps)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    type: str
    needed: bool
    default: Any


def _columns(connection: sqlite3.Connection, table: str) -> list[_Column]:
    empty = {"TEXT": "", "INTEGER": 0, "REAL": 0.0}
    return [
        _Column(row["name"], row["type"], bool(row["notnull"]), empty[row["type"]])
        for row in connection.execute(f"PRAGMA table_info({table})")
    ]


def _keys(source: sqlite3.Connection, table: Table, ids: dict[str, set[str]]) -> tuple[list[Key], bool]:
    """The keys of all rows that are known of, and whether that is all of the table."""
    names = ", ".join(table.key)
    keys: dict[Key, None] = {}
    whole = True

    def take(rest: str, arguments: Sequence[Any] = ()) -> tuple[Any, bool]:
        """Keeps the keys that a query finds; returns the last one and whether the query came to its end."""
        nonlocal whole
        last = None
        try:
            for row in source.execute(f"SELECT {names} FROM {table.name} {rest}", arguments):
                last = tuple(row)
                keys[last] = None
        except BROKEN:
            whole = False
        else:
            return last, True
        return last, False

    def between(column: str, owner: tuple[Any, ...]) -> Fetch:
        def fetch(low: Any, high: Any, back: bool) -> tuple[Any, bool]:
            bounds = [(column, sign, end) for sign, end in ((">", low), ("<", high)) if end is not None]
            bounds += [(table.key[0], "=", value) for value in owner]
            where = " AND ".join(f"{name} {sign} ?" for name, sign, _ in bounds) or "1"
            last, whole = take(
                f"WHERE {where} ORDER BY {column} {'DESC' if back else ''}", [value for *_, value in bounds]
            )
            return (last[-1] if last else None), whole

        return fetch

    if table.numbered:
        _sweep(between("rowid", ()))
    elif not take("")[1]:
        take("ORDER BY " + ", ".join(f"{name} DESC" for name in table.key))
        owners = {key[0] for key in keys}.union(*(ids[name] for name in table.parents))
        for owner in sorted(str(owner) for owner in owners):
            if len(table.key) == 1:
                keys[(owner,)] = None
            else:
                _sweep(between(table.key[1], (owner,)), max(20, PROBES // len(owners)))
        if len(table.key) == 1:
            _sweep(between(table.key[0], ()))
    for index in _indexes(source, table.name):
        take(f"INDEXED BY {index}")
    return sorted(keys) if table.numbered else sorted(keys, key=repr), whole


def _sweep(fetch: Fetch, probes: int = PROBES) -> None:
    """Walks a range of keys from both ends, and what lies between two bad places from ever more places in it.

    `fetch(low, high, back)` takes the keys between two (None: no bound), and gives the last and whether it ended.
    """
    gaps: deque[tuple[Any, Any]] = deque([(None, None)])
    for _ in range(probes):
        if not gaps:
            return
        low, high = gaps.popleft()
        last, whole = fetch(low, high, False)
        if whole:
            continue
        first, whole = fetch(last if last is not None else low, high, True)
        if whole:
            continue
        low = low if last is None else last
        high = high if first is None else first
        middle = _middle(low, high)
        if middle is not None:
            gaps += [(low, middle[1]), (middle[0], high)]


def _middle(low: Any, high: Any) -> tuple[Any, Any] | None:
    """A key between two, as the bound of what is above and of what is below it; None where there is none."""
    if isinstance(low, int) or isinstance(high, int):
        low, high = low if low is not None else -1, high if high is not None else 1 << 40
        middle = (low + high) // 2
        return (middle - 1, middle + 1) if high - low > 2 else None
    try:
        low, high = int((low or "0")[:8].ljust(8, "0"), 16), int((high or "f" * 8)[:8].ljust(8, "f"), 16)
    except ValueError:
        return None
    middle = f"{(low + high) // 2:08x}"
    return (middle, middle) if high - low > 1 else None


def _indexes(source: sqlite3.Connection, table: str) -> list[str]:
    try:
        found = source.execute(f"PRAGMA index_list({table})").fetchall()
    except BROKEN:
        return []
    return [f'"{row["name"]}"' for row in found if row["origin"] != "pk" or "autoindex" in row["name"]]


def _row(
    source: sqlite3.Connection, table: Table, key: Key, columns: Sequence[_Column]
) -> dict[str, Any] | None:
    """A row by its key, with what of it can be read; None where that is nothing."""
    where = " AND ".join(f"{name} = ?" for name in table.key)
    try:
        found = source.execute(f"SELECT * FROM {table.name} WHERE {where}", key).fetchone()
        return None if found is None else dict(found)
    except BROKEN:
        pass
    row: dict[str, Any] = {} if table.numbered else dict(zip(table.key, key, strict=True))
    for column in columns:
        try:
            found = source.execute(f"SELECT {column.name} FROM {table.name} WHERE {where}", key).fetchone()
        except BROKEN:
            continue
        if found is not None:
            row[column.name] = found[0]
    return row if len(row) > len(table.key) else None


def _add(
    connection: sqlite3.Connection, table: Table, columns: Sequence[_Column], row: dict[str, Any]
) -> bool:
    """Writes a row, its columns made what they have to be. Returns False for one of which too little is left."""
    for column in columns:
        row[column.name] = _fitting(column, row.get(column.name))
    if table.name == "turn":
        del row["number"]
        if row["role"] not in ("user", "assistant"):
            row["role"] = "user" if row["answer"] is None else "assistant"
        if row["state"] not in ("done", "stopped", "failed", "interrupted"):
            row["state"] = "done"
    if table.name == "journal" and not _readable(table, row):
        begun = {"chat": row["chat"], "role": "assistant", "id": row["turn"], "parent": "", "pictures": []}
        row["begun"] = rows.to_json(begun)
        row["boxes"] = "[]"
    for name in ("pictures", "points"):
        if name in row and not _readable(table, row):
            row[name] = "[]"
    for name in ("x1", "y1", "x2", "y2", "width", "height"):
        if name in row:
            row[name] = max(-rows.FARTHEST, min(rows.FARTHEST, row[name]))
    if table.name == "box":
        for low, high in (("x1", "x2"), ("y1", "y2")):
            row[low], row[high] = sorted((row[low], row[high]))
    if row.get("id") == "":
        row["id"] = new_id()
    if not _readable(table, row):
        return False
    names = ", ".join(row)
    added = connection.execute(
        f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({', '.join('?' * len(row))})",
        tuple(row.values()),
    )
    return bool(added.rowcount)


def _readable(table: Table, row: dict[str, Any]) -> bool:
    try:
        table.make(row)
    except UNREADABLE:
        return False
    return True


def _fitting(column: _Column, value: Any) -> Any:
    """A value as a column takes it."""
    try:
        if value is None:
            return column.default if column.needed else None
        if column.type == "TEXT":
            if not isinstance(value, str | bytes):
                return str(value)
            rows.from_text(value)
            return value
        number = float(value)
        if not math.isfinite(number):
            return column.default
        return int(value) if column.type == "INTEGER" else number
    except (ValueError, TypeError, OverflowError):
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else column.default


def _write_passages(connection: sqlite3.Connection) -> None:
    """Makes everything searchable, what was changed last coming first."""
    connection.execute("DELETE FROM passage")
    for session in connection.execute("SELECT id, name FROM session ORDER BY changed").fetchall():
        search.write_passage(connection, "session", session["id"], rows.from_text(session["name"]))
        owner = (session["id"],)
        pictures = "SELECT id FROM picture WHERE session = ?"
        for row in connection.execute("SELECT id, name FROM picture WHERE session = ?", owner).fetchall():
            text = rows.from_text(row["name"])
            search.write_passage(connection, "picture", session["id"], text, picture=row["id"])
        for row in connection.execute(f"SELECT * FROM page WHERE picture IN ({pictures})", owner).fetchall():
            text = page_rows.page_from(row).searched()
            search.write_passage(connection, "text", session["id"], text, picture=row["picture"])
        labels = f"SELECT DISTINCT picture, label FROM box WHERE picture IN ({pictures})"
        for row in connection.execute(labels, owner).fetchall():
            text = rows.from_text(row["label"])
            search.write_passage(connection, "box", session["id"], text, picture=row["picture"])
        turns = """SELECT id, text FROM turn WHERE chat IN (SELECT id FROM chat WHERE session = ?)
            ORDER BY number"""
        for row in connection.execute(turns, owner).fetchall():
            text = rows.from_text(row["text"])
            search.write_passage(connection, "turn", session["id"], text, turn=row["id"])
