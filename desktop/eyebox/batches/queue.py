"""The queue of a batch: an SQLite file of its own, a row a page, committed as each page ends."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any, Literal

from eyebox.batches.job import BatchJob
from eyebox.batches.queue_file import (
    ROWS,
    STATES,
    Item,
    Row,
    State,
    check,
    connect,
    fill,
    reason_from_column,
    reason_to_column,
    result_from_column,
    result_to_column,
    sqlite_errors,
)
from eyebox.session.rows import from_text, to_text
from eyebox_models.files.atomic_write import (
    create_private,
    file_lock,
    file_stem,
    make_private,
    sentence_for,
    shown,
)
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.errors import EyeboxError, Sentence

ENDING = ".batch"
MOST_DEATHS = 2
"""A page that ended its engine so often is set aside."""
MOST_CUTS = 4
"""So often a page may be under way when the whole program ends: the power may go, or somebody kills it."""
LOOK = 0.05
"""Seconds until who only looked whether a batch is worked at has let go of it."""
AT_ONCE = 500
"""So many files are added in one transaction."""

CUT = Sentence("batch-cut", "Eyebox ended while it worked at this page.")


class Queue:
    """A batch that one process works at (`open`), or that is looked at (`look`). Its methods may be called from any thread."""

    def __init__(self, file: Path, connection: sqlite3.Connection, held: ExitStack) -> None:
        self.file = file
        self._connection = connection
        self._held = held
        self._lock = RLock()
        self.job = BatchJob.from_json(self.fact("job"), shown(file.name), checks=False)

    @property
    def name(self) -> str:
        """What the batch is called."""
        return self.file.name.removesuffix(ENDING)

    # Making, finding, opening

    @classmethod
    def make(cls, folder: Path, job: BatchJob) -> Queue:
        """A new batch in a folder of batches, named after its output. Raises EyeboxError."""
        stem = file_stem(Path(job.output).stem)
        number = 1
        while True:
            file = folder / f"{stem}{f'-{number}' if number > 1 else ''}{ENDING}"
            try:
                make_private(folder)
                if file.exists():
                    number += 1
                    continue
                create_private(file)
            except OSError as error:
                raise EyeboxError.of(sentence_for(error, file), str(error)) from error
            fill(file, {"job": job.to_json(), "made": time.time()})
            return cls.open(file)

    @classmethod
    def open(cls, file: Path) -> Queue:
        """A batch to work at. Pages that were under way when its last process ended wait again, behind the others.

        Raises EyeboxError where another process is at it, or it can't be used.
        """
        held = ExitStack()
        try:
            for wait in (LOOK, LOOK, 0):
                if held.enter_context(file_lock(file.with_suffix(".lock"))):
                    break
                time.sleep(wait)
            else:
                raise EyeboxError(
                    "batch-elsewhere",
                    "The batch {name} is under way in another Eyebox: pause it there first.",
                    name=file.name.removesuffix(ENDING),
                )
            with sqlite_errors(file):
                connection = held.enter_context(closing(connect(file)))
                check(connection, file)
                queue = cls(file, connection, held)
                queue._take_up()
            return queue
        except BaseException:
            held.close()
            raise

    @classmethod
    def look(cls, file: Path) -> Queue:
        """A batch to look at, whoever works at it. Raises EyeboxError where it can't be read."""
        held = ExitStack()
        try:
            with sqlite_errors(file):
                connection = held.enter_context(closing(connect(file, "ro")))
                check(connection, file)
                return cls(file, connection, held)
        except BaseException:
            held.close()
            raise

    def close(self) -> None:
        """Lets others work at it."""
        with self._lock:
            self._held.close()

    def standing(self) -> tuple[Literal["running", "paused", "ended"], dict[State, int]]:
        """Whether somebody works at it, something waits, or everything has ended; and how many pages are in each state.

        For who only looks: what was under way when a process ended waits.
        """
        counts = self.counts()
        if _is_held(self.file):
            return "running", counts
        counts["waiting"] += counts["running"]
        counts["running"] = 0
        return "paused" if counts["waiting"] or not self.fact("listed") else "ended", counts

    # Facts

    def fact(self, key: str, default: Any = None) -> Any:
        """What was kept under a name."""
        rows = self._rows("SELECT value FROM fact WHERE key = ?", key)
        return json.loads(rows[0][0]) if rows else default

    def keep(self, key: str, value: Any) -> None:
        """Keeps a value of JSON under a name."""
        with self._write() as connection:
            connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (key, json.dumps(value)))

    def change(self, sources: Sequence[str], model: ModelRef) -> None:
        """What it is about from now on, and who does it: what was found of the former files stays."""
        found = tuple(dict.fromkeys((*self.job.sources, *sources)))
        self.job = replace(self.job, sources=found, model=model)
        self.keep("job", self.job.to_json())

    # Files and pages

    def add_files(self, files: Iterable[tuple[str, str]]) -> Iterator[int]:
        """Adds files that are not there yet, each with its place below what was named; gives after some how many are new."""
        some: list[tuple[str, str]] = []
        for one in files:
            some.append(one)
            if len(some) >= AT_ONCE:
                yield self._add(some)
                some.clear()
        if some:
            yield self._add(some)

    def _add(self, files: Sequence[tuple[str, str]]) -> int:
        added = 0
        with self._write() as connection:
            for path, place in files:
                column = to_text(path)
                if connection.execute("SELECT 1 FROM file WHERE path = ?", (column,)).fetchone():
                    continue
                id = connection.execute(
                    "INSERT INTO file (path, name) VALUES (?, ?)",
                    (column, self._free_name(connection, place)),
                ).lastrowid
                connection.execute("INSERT INTO page (file, page) VALUES (?, 0)", (id,))
                added += 1
        return added

    @staticmethod
    def _free_name(connection: sqlite3.Connection, place: str) -> str | bytes:
        """What files made of it are called, without an ending: no other file of the batch has that name."""
        stem = os.path.splitext(place)[0]  # noqa: PTH122
        number = 1
        while True:
            name = to_text(stem if number == 1 else f"{stem}-{number}")
            if not connection.execute("SELECT 1 FROM file WHERE name = ?", (name,)).fetchone():
                return name
            number += 1

    def set_pages(self, file: int, pages: Iterable[int]) -> None:
        """A document has been looked at: these of its pages are to be worked at."""
        with self._write() as connection:
            connection.execute("DELETE FROM page WHERE file = ? AND page = 0", (file,))
            connection.executemany(
                "INSERT OR IGNORE INTO page (file, page) VALUES (?, ?)", ((file, page) for page in pages)
            )

    def take(self, most: int = 1) -> list[Item]:
        """The next pages that wait, at most so many, which are running from now on. What may have ended an engine comes last
        and alone."""
        with self._write() as connection:
            rows = connection.execute(
                "SELECT p.file, p.page, f.path, f.name, p.deaths + p.cuts FROM page p JOIN file f ON f.id = p.file "
                "WHERE p.state = 'waiting' ORDER BY p.attempts, p.file, p.page LIMIT ?",
                (most,),
            ).fetchall()
            if rows and rows[0][4]:
                rows = rows[:1]
            else:
                rows = [row for row in rows if not row[4]]
            connection.executemany(
                "UPDATE page SET state = 'running', attempts = attempts + 1 WHERE file = ? AND page = ?",
                [row[:2] for row in rows],
            )
        return [
            Item(file, page, from_text(path), from_text(name), bool(suspect))
            for file, page, path, name, suspect in rows
        ]

    def finish(
        self, item: Item, state: State, result: Any = None, reason: str = "", seconds: float = 0.0
    ) -> None:
        """A page has ended: "done" with its result, "failed" with a reason (and what there is of a result)."""
        packed = None if result is None else result_to_column(result)
        with self._write() as connection:
            id = None
            if packed is not None:
                id = connection.execute("INSERT INTO result (data) VALUES (?)", (packed,)).lastrowid
            connection.execute(
                "UPDATE page SET state = ?, reason = ?, seconds = ?, result = ? WHERE file = ? AND page = ?",
                (state, reason_to_column(reason), seconds, id, item.file, item.page),
            )

    def died(self, item: Item, reason: str, *, alone: bool) -> State:
        """The engine ended while it had this page. It alone: the second time it is set aside. Of several nobody knows which
        it was: each is tried again alone. Returns its state."""
        with self._write() as connection:
            connection.execute(
                "UPDATE page SET deaths = deaths + ?, cuts = cuts + ?, reason = ?, "
                f"state = CASE WHEN deaths + ? >= {MOST_DEATHS} THEN 'set-aside' ELSE 'waiting' END "
                "WHERE file = ? AND page = ?",
                (alone, not alone, reason_to_column(reason), alone, item.file, item.page),
            )
            sql = "SELECT state FROM page WHERE file = ? AND page = ?"
            return connection.execute(sql, (item.file, item.page)).fetchone()[0]  # type: ignore[no-any-return]

    def is_whole(self, file: int) -> bool:
        """Whether all pages of a file are done, and what they come to together has not been made."""
        sql = "SELECT made = 0 AND NOT EXISTS (SELECT 1 FROM page WHERE file = ?1 AND state != 'done') FROM file WHERE id = ?1"
        return bool(self._rows(sql, file)[0][0])

    def whole_files(self) -> list[int]:
        """All files of which that is so."""
        sql = (
            "SELECT id FROM file WHERE made = 0 AND NOT EXISTS (SELECT 1 FROM page WHERE file = id AND state != 'done') "
            "AND EXISTS (SELECT 1 FROM page WHERE file = id)"
        )
        return [row[0] for row in self._rows(sql)]

    def rows_of(self, file: int) -> Iterator[Row]:
        """The pages of one file in order."""
        sql = ROWS.format(states=", ".join(map(repr, STATES))).replace("ORDER", "AND p.file = ? ORDER")
        last = -1
        while found := self._rows(sql, file, last, file, 100):
            yield from (self._row(row, True) for row in found)
            last = found[-1][1]

    def made(self, file: int, reason: str = "") -> None:
        """What the pages of a file come to together is made; or could not be, for a reason that all of them have then."""
        with self._write() as connection:
            connection.execute("UPDATE file SET made = 1 WHERE id = ?", (file,))
            if reason:
                connection.execute("UPDATE file SET made = 0 WHERE id = ?", (file,))
                connection.execute(
                    "UPDATE page SET state = 'failed', reason = ? WHERE file = ?",
                    (reason_to_column(reason), file),
                )

    def put_back(self, items: Sequence[Item]) -> None:
        """Pages that were taken and not worked at wait again, as if nothing had been."""
        with self._write() as connection:
            connection.executemany(
                "UPDATE page SET state = 'waiting', attempts = attempts - 1 WHERE file = ? AND page = ?",
                [(item.file, item.page) for item in items],
            )

    def put_back_running(self) -> None:
        """All that is under way waits again, as if nothing had been."""
        with self._write() as connection:
            connection.execute(
                "UPDATE page SET state = 'waiting', attempts = attempts - 1 WHERE state = 'running'"
            )

    def retry(self, source: str = "", page: int | None = None) -> int:
        """What failed or was set aside waits again: all of it, or one page. Returns how many pages that are."""
        sql = (
            "UPDATE page SET state = 'waiting', deaths = 0, cuts = 0, attempts = 0, reason = '' "
            "WHERE state IN ('failed', 'set-aside')"
        )
        arguments: tuple[Any, ...] = ()
        if source:
            sql += " AND file = (SELECT id FROM file WHERE path = ?) AND page = ?"
            arguments = (to_text(source), page or 0)
        with self._write() as connection:
            return connection.execute(sql, arguments).rowcount

    def _take_up(self) -> None:
        """What was under way when the process that worked at it ended waits again. What servers were asked did not end it."""
        if self.job.model.kind == "endpoint":
            self.put_back_running()
            return
        with self._write() as connection:
            connection.execute(
                "UPDATE page SET cuts = cuts + 1, reason = ?, "
                f"state = CASE WHEN cuts + 1 >= {MOST_CUTS} THEN 'set-aside' ELSE 'waiting' END WHERE state = 'running'",
                (reason_to_column(CUT),),
            )

    # What there is

    def counts(self) -> dict[State, int]:
        """How many pages are in each state."""
        found = dict(self._rows("SELECT state, count(*) FROM page GROUP BY state"))
        return {state: found.get(state, 0) for state in STATES}

    def rows(self, *, with_results: bool = True, states: Sequence[State] = STATES) -> Iterator[Row]:
        """All pages in order, a few at a time: no more of them is in memory."""
        last = (-1, -1)
        while True:
            found = self._rows(ROWS.format(states=", ".join(map(repr, states))), *last, 100)
            for row in found:
                yield self._row(row, with_results)
            if len(found) < 100:
                return
            last = found[-1][:2]

    def part(self, first: int, count: int, states: Sequence[State] = STATES) -> list[Row]:
        """Some pages by their place among those in these states, without results: for a list that shows a few."""
        sql = ROWS.format(states=", ".join(map(repr, states))).replace("LIMIT ?", "LIMIT ? OFFSET ?")
        return [self._row(row, False) for row in self._rows(sql, -1, -1, count, first)]

    def _row(self, row: Sequence[Any], with_results: bool) -> Row:
        _file, page, path, name, state, attempts, reason, seconds, result = row
        data = (
            self._rows("SELECT data FROM result WHERE id = ?", result)
            if with_results and result is not None
            else ()
        )
        return Row(
            from_text(path), page or None, state, attempts, reason_from_column(reason), seconds,
            from_text(name), result_from_column(data[0][0]) if data else None,
        )  # fmt: skip

    def _rows(self, sql: str, *arguments: Any) -> list[Any]:
        with self._lock, sqlite_errors(self.file):
            return self._connection.execute(sql, arguments).fetchall()

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with self._lock, sqlite_errors(self.file):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _is_held(file: Path) -> bool:
    """Whether another process works at a batch."""
    with suppress(EyeboxError), file_lock(file.with_suffix(".lock")) as is_free:
        return not is_free
    return True
