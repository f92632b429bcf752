"""All sessions, in one file. Every call has written to the disk when it returns."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Self, TypeVar

from eyebox.session import boxes, rows, search
from eyebox.session.database import MEMORY, Database
from eyebox.session.errors import (
    StoreBusy,
    StoreDamaged,
    StoreDenied,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreNewer,
)
from eyebox.session.journal import Journal
from eyebox.session.orphans import adopt_chat
from eyebox.session.schema import MIGRATIONS, Step
from eyebox.session.trash import ANNOTATED, KEPT_SECONDS, REMOVED, purge
from eyebox.session.types import (
    ChatRecord,
    Hit,
    PictureContent,
    PictureRecord,
    Removed,
    SessionInfo,
    Turn,
)
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.page import Page

__all__ = [
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreDenied",
    "StoreError",
    "StoreFull",
    "StoreLocked",
    "StoreNewer",
]

Value = TypeVar("Value")
PAGE = 100
"""How many rows of a list are read at once."""
OPTIONS = "options"
"""Key of the state of a chat that holds its options: as fields that differ from their defaults."""


class Store:
    """Sessions with their pictures, boxes, text and chats. Used by one thread.

    Each writing call is one transaction. After a StoreBusy nothing was written and the call can be repeated
    as it is. What is removed is only marked, until `purge`. Any call may raise a StoreError.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self.database = database
        self.journal = Journal(self)
        self._clock = clock

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
    def in_memory(cls) -> Store:
        """A store that vanishes on close, for when no file at all can be written; the user is told, and asked on close."""
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

    # Pictures

    def pictures(self, session: str) -> tuple[PictureRecord, ...]:
        return self.database.values(
            rows.picture_from,
            "SELECT * FROM picture WHERE session = ? AND deleted IS NULL ORDER BY position, rowid",
            (session,),
        )

    def picture_ids_of(self, session: str) -> list[str]:
        """The ids of a session's pictures in their order: what a list needs before it is looked at."""
        found = self.database.rows(
            "SELECT id FROM picture WHERE session = ? AND deleted IS NULL ORDER BY position, rowid",
            (session,),
        )
        return [str(row["id"]) for row in found]

    def picture_paths(self, session: str) -> dict[str, str]:
        """The ids of a session's pictures by the paths of their files."""
        found = self.database.rows(
            "SELECT id, path FROM picture WHERE session = ? AND deleted IS NULL", (session,)
        )
        return {rows.from_text(row["path"]): str(row["id"]) for row in found}

    def picture_records(self, ids: Sequence[str]) -> dict[str, PictureRecord]:
        """Some pictures by their ids, also removed ones; at most `PAGE` at a time is quick."""
        sql = f"SELECT * FROM picture WHERE id IN ({', '.join('?' * len(ids))})"
        return {record.id: record for record in self.database.values(rows.picture_from, sql, ids)}

    def contents(
        self, session: str, only: Collection[str] | None = None, *, pages: bool = True
    ) -> Iterator[PictureContent]:
        """A session's pictures (or those of these ids) in their order with all they hold, read a page of rows at a time.

        Without `pages` what was read on them is left out, which takes nine tenths of the time.
        """
        ids = [id for id in self.picture_ids_of(session) if only is None or id in only]
        for part in batched(ids, PAGE):
            records = self.picture_records(part)
            these = f"picture IN ({', '.join('?' * len(part))})"

            def grouped(
                make: Callable[[sqlite3.Row], Any], sql: str, part: Sequence[str] = part
            ) -> dict[str, list[Any]]:
                found: dict[str, list[Any]] = {}
                for picture, value in self.database.values(
                    lambda row: (row["picture"], make(row)), sql, part
                ):
                    found.setdefault(picture, []).append(value)
                return found

            boxes = grouped(rows.box_from, f"SELECT * FROM box WHERE {these} ORDER BY picture, position")
            extras = grouped(rows.extra_from, f"SELECT * FROM extra WHERE {these}")
            for id in part:
                if id in records:
                    page = self.page(id) if pages and records[id].lines is not None else None
                    yield PictureContent(
                        records[id], tuple(boxes.get(id, ())), page, dict(extras.get(id, ()))
                    )

    def picture(self, picture: str) -> PictureRecord | None:
        """One picture by its id, also a removed one."""
        found = self.database.values(rows.picture_from, "SELECT * FROM picture WHERE id = ?", (picture,))
        return found[0] if found else None

    def add_picture(self, record: PictureRecord) -> None:
        """Adds a picture to its session; `position` orders it among the others."""
        with self.database.write() as connection:
            connection.execute(
                """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                (record.id, record.session, *rows.picture_columns(record)),
            )
            self.update_picture(record)

    def add_pictures(self, session: str, contents: Iterable[PictureContent]) -> None:
        """Adds new pictures to a session with their boxes and extras (not what was read on them)."""
        with self.database.write() as connection:
            for content in contents:
                record = content.record
                added = connection.execute(
                    """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                    (record.id, session, *rows.picture_columns(record)),
                )
                if added.rowcount:
                    search.write_passage(connection, "picture", session, record.name, picture=record.id)
                    boxes.add_boxes(connection, record.id, session, content.boxes)
                if content.extras:
                    self.save_extras(record.id, content.extras)
            self._touch(session)

    def update_picture(self, record: PictureRecord) -> None:
        with self.database.write() as connection:
            connection.execute(
                """UPDATE picture SET path = ?, name = ?, sha256 = ?, width = ?, height = ?, position = ?,
                owned = ? WHERE id = ?""",
                (*rows.picture_columns(record), record.id),
            )
            search.forget_passages(connection, "picture", record.id)
            search.write_passage(connection, "picture", record.session, record.name, picture=record.id)
            self._touch(record.session)

    def remove_picture(self, picture: str) -> None:
        self._mark("picture", picture, deleted=True)

    def restore_picture(self, picture: str) -> None:
        self._mark("picture", picture, deleted=False)

    # Boxes and text of a picture

    def boxes(self, picture: str) -> tuple[Box, ...]:
        return self.database.values(
            rows.box_from, "SELECT * FROM box WHERE picture = ? ORDER BY position", (picture,)
        )

    def find_box(self, session: str, box: str) -> tuple[str, Box] | None:
        """The picture that a box lies on, and the box, by its id; one on a picture that was removed isn't found."""
        found = self.database.values(
            lambda row: (str(row["picture"]), rows.box_from(row)),
            """SELECT box.* FROM picture JOIN box ON box.picture = picture.id AND box.id = ?
            WHERE session = ? AND deleted IS NULL""",
            (box, session),
        )
        return found[0] if found else None

    def save_boxes(
        self,
        picture: str,
        changed: Iterable[Box] = (),
        removed: Iterable[str] = (),
        order: Sequence[str] | None = None,
    ) -> None:
        """Writes the boxes that are new or changed and drops those removed (by id); new ones come last.

        `order` names all ids of the picture where the order changed (an undo puts a box back to its place).
        """
        with self.database.write() as connection:
            session = self._session_of("picture", picture)
            boxes.write_boxes(connection, picture, session, list(changed), list(removed))
            if order is not None:
                boxes.write_order(connection, picture, order)
            self._touch(session)

    def boxes_labelled(self, session: str, label: str) -> dict[str, list[str]]:
        """The ids of all boxes of a session with this label, by picture."""
        found: dict[str, list[str]] = {}
        for row in self.database.rows(
            """SELECT picture.id AS picture, box.id FROM picture JOIN box ON box.picture = picture.id
            WHERE session = ? AND deleted IS NULL AND label = ?""",
            (session, rows.to_text(label)),
        ):
            found.setdefault(str(row["picture"]), []).append(str(row["id"]))
        return found

    def set_label(
        self,
        session: str,
        found: Mapping[str, Sequence[str]],
        label: str,
        progress: Callable[[int, int], object] = lambda _done, _of: None,
    ) -> None:
        """Gives boxes (ids by picture) of a session another label. What `progress` raises takes all of it back.

        It is told how many pictures of how many are done.
        """
        with self.database.write() as connection:
            for done, (picture, ids) in enumerate(found.items()):
                progress(done, len(found))
                boxes.write_label(connection, picture, session, ids, label)
            self._touch(session)

    def page(self, picture: str) -> Page | None:
        """The text that was read on a picture, if it was."""
        found = self.database.values(rows.page_from, "SELECT data FROM page WHERE picture = ?", (picture,))
        return found[0] if found else None

    def save_page(self, picture: str, page: Page) -> None:
        with self.database.write() as connection:
            connection.execute(
                "INSERT INTO page VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data",
                (picture, rows.page_to_json(page)),
            )
            connection.execute("UPDATE picture SET lines = ? WHERE id = ?", (len(page.lines), picture))
            session = self._session_of("picture", picture)
            search.forget_passages(connection, "text", picture)
            text = "\n".join(line.text for line in page.lines)
            search.write_passage(connection, "text", session, text, picture=picture)
            self._touch(session)

    def extras(self, picture: str) -> dict[str, Any]:
        """What an imported file said beyond what a Box holds, by the box's id ("": about the picture)."""
        return dict(
            self.database.values(rows.extra_from, "SELECT box, data FROM extra WHERE picture = ?", (picture,))
        )

    def save_extras(self, picture: str, extras: Mapping[str, Any]) -> None:
        """Keeps JSON data beside boxes. It outlives the removal of a box, so that an undo has it again."""
        with self.database.write() as connection:
            connection.executemany(
                "INSERT INTO extra VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data",
                [(picture, box, rows.to_json(data)) for box, data in extras.items()],
            )

    # Chats

    def chats(self, session: str) -> tuple[ChatRecord, ...]:
        return self.database.values(
            rows.chat_from,
            """SELECT chat.*, value AS options FROM chat LEFT JOIN state ON owner = chat.id AND key = ?
            WHERE session = ? AND deleted IS NULL ORDER BY position, chat.rowid""",
            (OPTIONS, session),
        )

    def add_chat(self, record: ChatRecord) -> None:
        """Adds a chat to its session; `position` orders it among the others."""
        with self.database.write() as connection:
            connection.execute(
                """INSERT INTO chat (id, session, title, position, model, draft) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                (record.id, record.session, *rows.chat_columns(record)),
            )
            self.update_chat(record)

    def update_chat(self, record: ChatRecord) -> None:
        with self.database.write() as connection:
            connection.execute(
                "UPDATE chat SET title = ?, position = ?, model = ?, draft = ? WHERE id = ?",
                (*rows.chat_columns(record), record.id),
            )
            self.set_state(record.id, OPTIONS, rows.options_to_data(record.options))
            self._touch(record.session)

    def remove_chat(self, chat: str) -> None:
        self._mark("chat", chat, deleted=True)

    def restore_chat(self, chat: str) -> None:
        self._mark("chat", chat, deleted=False)

    def adopt(self, chat: str) -> None:
        """Makes a chat of this id in a session of what was recovered, where there is none."""
        with self.database.write() as connection:
            adopt_chat(connection, chat, self._clock())

    def chat(self, chat: str) -> ChatRecord | None:
        """One chat by its id, also a closed one."""
        found = self.database.values(
            rows.chat_from,
            """SELECT chat.*, value AS options FROM chat LEFT JOIN state ON owner = chat.id AND key = ?
            WHERE chat.id = ?""",
            (OPTIONS, chat),
        )
        return found[0] if found else None

    def turns(self, chat: str) -> tuple[Turn, ...]:
        """All turns of a chat, alternatives included, in the order they were first saved."""
        return self.database.values(
            rows.turn_from, "SELECT * FROM turn WHERE chat = ? ORDER BY number", (chat,)
        )

    def save_turn(self, turn: Turn) -> None:
        """Adds a turn or writes it anew. One without an answer leaves the answer that is stored."""
        columns = rows.turn_columns(turn)
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "answer")
        with self.database.write() as connection:
            connection.execute(
                f"""INSERT INTO turn ({names}) VALUES ({values})
                ON CONFLICT (id) DO UPDATE SET {updates}, answer = coalesce(excluded.answer, answer)""",
                columns,
            )
            session = self._session_of("chat", turn.chat)
            search.forget_passages(connection, "turn", turn.id)
            search.write_passage(connection, "turn", session, turn.text, turn=turn.id)
            self._touch(session)

    # How things stood

    def get_state(self, owner: str, key: str, default: Any = None) -> Any:
        """What `set_state` kept for a session, a picture, a chat, or "" for the program.

        With a default it is always of the default's type.
        """
        found = self.database.values(
            rows.state_from, "SELECT value FROM state WHERE owner = ? AND key = ?", (owner, key)
        )
        fits = found and (default is None or isinstance(found[0], type(default)))
        return found[0] if fits else default

    def set_state(self, owner: str, key: str, value: Any) -> None:
        """Keeps a JSON value (zoom, selection, the active tab) that is no change of the session."""
        with self.database.write() as connection:
            connection.execute(
                "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                (owner, key, rows.to_json(value)),
            )

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

    def purge(self) -> int:
        """Forgets for good what was removed over 30 days ago, and deletes the files that Eyebox owned.

        The 30 days are also ones on which the program ran (this is called once a run): a clock that jumps ahead
        counts as one. A file that another picture still shows stays, and so does every one outside of the folder of
        `Assets` beside the session file, whatever a row says. Returns how many files went.
        """
        return purge(self, self._clock())

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

    def _touch(self, session: str) -> None:
        with self.database.write() as connection:
            connection.execute("UPDATE session SET changed = ? WHERE id = ?", (self._clock(), session))

    def _mark(self, table: str, item: str, deleted: bool) -> None:
        with self.database.write() as connection:
            when = self._clock() if deleted else None
            connection.execute(f"UPDATE {table} SET deleted = ? WHERE id = ?", (when, item))
            if table != "session":
                self._touch(self._session_of(table, item))

    def _session_of(self, table: str, item: str) -> str:
        found = self.database.rows(f"SELECT session FROM {table} WHERE id = ?", (item,))
        return str(found[0]["session"]) if found else ""


def batched(items: Iterable[Value], size: int) -> Iterator[list[Value]]:
    """The items in lists of at most `size`."""
    coming = iter(items)
    while part := list(islice(coming, size)):
        yield part
