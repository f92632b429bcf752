"""The file of a batch: SQLite with a table of facts, of files, of pages and of results, and its rows as values."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal, get_args

from eyebox.session.rows import from_json, to_json
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol import wire
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

State = Literal["waiting", "running", "done", "failed", "set-aside"]
STATES: tuple[State, ...] = get_args(State)
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
ROWS = """
SELECT p.file, p.page, f.path, f.name, p.state, p.attempts, p.reason, p.seconds, p.result
FROM page p JOIN file f ON f.id = p.file
WHERE +p.state IN ({states}) AND (p.file, p.page) > (?, ?) ORDER BY p.file, p.page LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Item:
    """A page that is to be worked at. `page` counts from 1; 0 for a picture, and for a document whose pages are not
    known yet.

    `name` is what files made of it are called in a folder, without an ending of their own. `alone`: it may have ended an
    engine.
    """

    file: int
    page: int
    path: str
    name: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A page and how it stands; `result` is what its job found, where that was asked for."""

    source: str
    page: int | None
    state: State
    attempts: int
    reason: str
    seconds: float
    name: str
    result: dict[str, Any] | None = None


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


def fill(file: Path, facts: Mapping[str, Any]) -> None:
    """Makes the tables of a new batch, with facts by their names. Raises EyeboxError."""
    with sqlite_errors(file), closing(connect(file)) as connection:
        connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};")
        connection.executescript(f"BEGIN; {TABLES} COMMIT;")
        values = [(key, json.dumps(value)) for key, value in facts.items()]
        connection.executemany("INSERT INTO fact VALUES (?, ?)", values)


def reason_to_column(reason: str) -> str | bytes:
    """A sentence with its parts."""
    return to_json(wire.pack(reason)) if reason else ""


def reason_from_column(column: str | bytes) -> str:
    """The same sentence."""
    reason = from_json(column) if column else ""
    if isinstance(reason, str):
        return reason
    return wire.unpack(reason)  # type: ignore[no-any-return]


def result_to_column(result: Any) -> bytes:
    """JSON that is the same for the same values, wherever it is written; compressed."""
    text = json.dumps(result, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def result_from_column(column: bytes) -> Any:
    """The same result."""
    return json.loads(zlib.decompress(column))
