"""All sessions, in one file. Every call has written to the disk when it returns."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from eyebox.session import rows, search
from eyebox.session.chat_tables import ChatTables
from eyebox.session.database import MEMORY, Database
from eyebox.session.journal import Journal
from eyebox.session.picture_tables import PictureTables
from eyebox.session.schema import MIGRATIONS, Step
from eyebox.session.trash import ANNOTATED, KEPT_SECONDS, REMOVED, purge
from eyebox.session.types import Hit, PictureRecord, Removed, SessionInfo
from eyebox_models.protocol.box import new_id


class Store(PictureTables, ChatTables):
    """Sessions with their pictures, boxes, text and chats. Used by one thread.

    Each writing call is one transaction. After a StoreBusy nothing was written and the call can be repeated
    as it is. What is removed is only marked, until `purge`. Any call may raise a StoreError.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        super().__init__(database, clock)
        self.journal = Journal(self)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        migrations: Sequence[Sequence[Step]] = MIGRATIONS,
        clock: Callable[[], float] = time.time,
    ) -> Store:
        """Opens or creates file and folder. Raises StoreLocked, StoreDamaged, StoreNewer, StoreDenied.

        After it call `Journal(store).recover()`, and `purge` when there is time.
        """
        return cls(Database.open(Path(path), migrations), clock)

    @classmethod
    def open_to_read(cls, path: Path) -> Store:
        """A file of this version, only to read, beside whoever has it open. Raises a StoreError."""
        return cls(Database.open_again(path))

    @classmethod
    def in_memory(cls) -> Store:
        """A store that vanishes on close, for when no file at all can be written; the user reads so, and is asked on close."""
        return cls(Database.open(MEMORY))

    @property
    def is_in_memory(self) -> bool:
        return self.path == MEMORY

    def move_to(self, database: Database) -> None:
        """Goes on with another file; the one before is closed."""
        database.on_damage = self.database.on_damage
        self.database.close()
        self.database = database

    @property
    def path(self) -> Path:
        return self.database.path

    def for_reading(self) -> Store:
        """This store for one other thread, which only reads there, as things are at its first read, and closes it."""
        database = self.database
        return Store(database.copy_of_memory() if self.is_in_memory else Database.open_again(self.path))

    def for_writing(self) -> Store:
        """This store for a change of much in one other thread, which closes it; nobody else writes meanwhile."""
        return Store(Database.open_again(self.path, to_write=True), self._clock)

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def check(self) -> None:
        """Raises StoreDamaged where the file does not hold together. Reads all of it."""
        self.database.check()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Makes several writes one: either all of them are on the disk at the end, or none."""
        with self.database.write():
            yield

    # Sessions

    def sessions(self) -> tuple[SessionInfo, ...]:
        """All sessions, the latest changed first."""
        return self._sessions("session.deleted IS NULL")

    def session(self, session: str) -> SessionInfo | None:
        """One session by its id, also a deleted one."""
        return next(iter(self._sessions("session.id = ?", session)), None)

    def new_session(self, name: str) -> SessionInfo:
        """A session for `add_session`."""
        now = self._clock()
        return SessionInfo(new_id(), name, now, now)

    def add_session(self, info: SessionInfo) -> None:
        with self.database.write() as connection:
            added = connection.execute(
                "INSERT INTO session (id, name, created, changed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (info.id, rows.to_text(info.name), info.created, info.changed),
            )
            if added.rowcount:
                search.write_passage(connection, "session", info.id, info.name)

    def rename_session(self, session: str, name: str) -> None:
        with self.database.write() as connection:
            connection.execute("UPDATE session SET name = ? WHERE id = ?", (rows.to_text(name), session))
            search.forget_passages(connection, "session", session)
            search.write_passage(connection, "session", session, name)
            self._touch(session)

    def delete_session(self, session: str) -> None:
        self._mark("session", session, deleted=True)

    def restore_session(self, session: str) -> None:
        self._mark("session", session, deleted=False)

    # What was removed

    def removed(self) -> tuple[Removed, ...]:
        """What can be brought back, the latest removed first. Of a removed session only itself."""
        since = self._clock() - KEPT_SECONDS
        return self.database.values(rows.removed_from, REMOVED, {"since": since, "kept": KEPT_SECONDS})

    def removed_with_boxes(self, *, or_text: bool = False) -> tuple[PictureRecord, ...]:
        """The removed pictures, or those of removed sessions, that have boxes; the latest removed at the end."""
        values = {"since": self._clock() - KEPT_SECONDS, "text": or_text}
        return self.database.values(rows.picture_from, ANNOTATED, values)

    # Search and tidying

    def search(self, query: str, limit: int = 100, session: str | None = None) -> tuple[Hit, ...]:
        """Where `query` stands, the latest written first, in all sessions or in one."""
        return search.search(self.database, query, limit, session)

    def purge(self, on_gone: Callable[[Sequence[str]], object] | None = None) -> int:
        """Forgets for good what was removed over 30 days ago, and deletes the files that Eyebox owned.

        The 30 days are also ones on which the program ran (this is called once a run): a clock that jumps ahead
        counts as one. A file that another picture still shows stays, and so does every one outside of the folder of
        `Assets` beside the session file, whatever a row says. `on_gone` gets the SHA-256 of the pictures that no
        session has any more, if there are some. Returns how many files went.
        """
        files, gone = purge(self, self._clock())
        if gone and on_gone is not None:
            on_gone(gone)
        return files

    def picture_ids(self) -> set[str]:
        """All pictures, removed ones that can be brought back among them."""
        return set(self.database.values(lambda row: str(row["id"]), "SELECT id FROM picture"))

    def _sessions(self, where: str, *arguments: str) -> tuple[SessionInfo, ...]:
        return self.database.values(
            rows.session_from,
            f"""SELECT session.*, (
                SELECT count(*) FROM picture
                WHERE picture.session = session.id AND picture.deleted IS NULL) AS pictures
            FROM session WHERE {where} ORDER BY changed DESC, session.rowid DESC""",
            arguments,
        )
