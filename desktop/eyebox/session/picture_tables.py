"""Pictures with their boxes and the text that was read on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from eyebox.session import boxes, page_rows, redactions, rows, search
from eyebox.session.review_tables import ReviewTables
from eyebox.session.types import PictureContent, PictureRecord
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Page

Value = TypeVar("Value")
PAGE = 100
"""How many rows of a list are read at once."""


class PictureTables(ReviewTables):
    """The pictures of sessions. What is removed is only marked."""

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

    def unread_pictures(self, session: str) -> list[str]:
        """The ids of a session's pictures that have no text yet, in their order."""
        found = self.database.rows(
            """SELECT id FROM picture WHERE session = ? AND deleted IS NULL AND lines IS NULL
            ORDER BY position, rowid""",
            (session,),
        )
        return [str(row["id"]) for row in found]

    def picture_positions(self, session: str) -> dict[str, int]:
        """The positions of a session's pictures by their ids."""
        found = self.database.rows(
            "SELECT id, position FROM picture WHERE session = ? AND deleted IS NULL", (session,)
        )
        return {str(row["id"]): int(row["position"]) for row in found}

    def place_pictures(self, session: str, places: Iterable[tuple[str, int]]) -> None:
        """Gives pictures of a session (by id) other positions."""
        with self.database.write() as connection:
            connection.executemany(
                "UPDATE picture SET position = ?2 WHERE id = ?1 AND position <> ?2", list(places)
            )
            self._touch(session)

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

        Without `pages` what was read on them is left out, which takes nine tenths of the time, but for those on which
        something is blacked out.
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
            owned = f"SELECT owner AS picture, value FROM state WHERE key = ? AND owner IN ({', '.join('?' * len(part))})"
            covered = grouped(rows.state_from, owned, (redactions.KEY, *part))
            for id in part:
                if id in records:
                    hidden = tuple(
                        one.rect
                        for data in covered.get(id, ())
                        for one in redactions.from_state(data, records[id])
                    )
                    is_read = records[id].lines is not None
                    page = self.page(id) if (pages or hidden) and is_read else None
                    yield PictureContent(
                        records[id],
                        tuple(boxes.get(id, ())),
                        page,
                        dict(extras.get(id, ())),
                        hidden,
                    )

    def picture(self, picture: str) -> PictureRecord | None:
        """One picture by its id, also a removed one."""
        found = self.database.values(rows.picture_from, "SELECT * FROM picture WHERE id = ?", (picture,))
        return found[0] if found else None

    def add_picture(self, record: PictureRecord) -> None:
        """Adds a picture to its session; `position` orders it among the others."""
        with self.database.write() as connection:
            connection.execute(
                """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned, turns)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                (record.id, record.session, *rows.picture_columns(record)),
            )
            self.update_picture(record)

    def add_pictures(self, session: str, contents: Iterable[PictureContent]) -> None:
        """Adds new pictures to a session with their boxes and extras (not what was read on them)."""
        with self.database.write() as connection:
            for content in contents:
                record = content.record
                added = connection.execute(
                    """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned, turns)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                    (record.id, session, *rows.picture_columns(record)),
                )
                if added.rowcount:
                    search.write_passage(connection, "picture", session, record.name, picture=record.id)
                    boxes.add_boxes(connection, record.id, session, content.boxes)
                if content.extras:
                    self.save_extras(record.id, content.extras)
                if record.complete:
                    self.set_complete(record.id, True)
            self._touch(session)

    def set_complete(self, picture: str, mark: bool) -> None:
        """Says that nothing is missing on a picture, or takes that back."""
        with self.database.write() as connection:
            connection.execute("UPDATE picture SET complete = ? WHERE id = ?", (int(mark), picture))

    def update_picture(self, record: PictureRecord) -> None:
        with self.database.write() as connection:
            connection.execute(
                """UPDATE picture SET path = ?, name = ?, sha256 = ?, width = ?, height = ?, position = ?,
                owned = ?, turns = ? WHERE id = ?""",
                (*rows.picture_columns(record), record.id),
            )
            search.forget_passages(connection, "picture", record.id)
            search.write_passage(connection, "picture", record.session, record.name, picture=record.id)
            self._touch(record.session)

    def turn_picture(self, record: PictureRecord, boxes: Sequence[Box], page: Page | None) -> None:
        """Writes a picture that was turned, with all of its boxes and its text as they lie now."""
        before = self.picture(record.id)
        with self.database.write():
            if before is not None:
                self.turn_review(record.id, before.width, before.height, (record.turns - before.turns) % 4)
            self.update_picture(record)
            self.save_boxes(record.id, boxes)
            if page is not None:
                self.save_page(record.id, page)

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

    def label_counts(self, session: str) -> dict[str, int]:
        """How many boxes of a session have each label, the most frequent first."""
        found = self.database.rows(
            """SELECT box.label, count(*) FROM picture JOIN box ON box.picture = picture.id
            WHERE session = ? AND deleted IS NULL GROUP BY box.label ORDER BY count(*) DESC, box.label""",
            (session,),
        )
        return {rows.from_text(label): count for label, count in found if label}

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

        It gets how many pictures of how many are done.
        """
        with self.database.write() as connection:
            for done, (picture, ids) in enumerate(found.items()):
                progress(done, len(found))
                boxes.write_label(connection, picture, session, ids, label)
                self.label_in_review(picture, ids, label)
            self._touch(session)

    def page(self, picture: str) -> Page | None:
        """The text that was read on a picture, if it was."""
        found = self.database.values(
            page_rows.page_from, "SELECT data FROM page WHERE picture = ?", (picture,)
        )
        return found[0] if found else None

    def save_page(self, picture: str, page: Page) -> None:
        with self.database.write() as connection:
            connection.execute(
                "INSERT INTO page VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data",
                (picture, page_rows.page_to_json(page)),
            )
            connection.execute("UPDATE picture SET lines = ? WHERE id = ?", (len(page.lines), picture))
            session = self._session_of("picture", picture)
            search.forget_passages(connection, "text", picture)
            search.write_passage(connection, "text", session, page.searched(), picture=picture)
            self._touch(session)

    def extras(self, picture: str) -> dict[str, Any]:
        """What an imported file said beyond what a Box holds, by the box's id ("": about the picture)."""
        return dict(
            self.database.values(rows.extra_from, "SELECT box, data FROM extra WHERE picture = ?", (picture,))
        )

    def extra(self, picture: str, box: str) -> dict[str, Any]:
        """The same about one box, {} where it said nothing."""
        sql = "SELECT box, data FROM extra WHERE picture = ? AND box = ?"
        found = dict(self.database.values(rows.extra_from, sql, (picture, box))).get(box)
        return found if isinstance(found, dict) else {}

    def save_extras(self, picture: str, extras: Mapping[str, Any]) -> None:
        """Keeps JSON data beside boxes. It outlives the removal of a box, so that an undo has it again."""
        with self.database.write() as connection:
            connection.executemany(
                "INSERT INTO extra VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data",
                [(picture, box, rows.to_json(data)) for box, data in extras.items()],
            )


def batched(items: Iterable[Value], size: int) -> Iterator[list[Value]]:
    """The items in lists of at most `size`."""
    coming = iter(items)
    while part := list(islice(coming, size)):
        yield part
