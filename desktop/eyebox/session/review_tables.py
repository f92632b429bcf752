"""Reviews in the session file: the boxes to be judged, a row each, and the steps of what was decided."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from eyebox.session import rows
from eyebox.session.review import BoxState, Change, ReviewFilter, ReviewOrder, ReviewRow, ReviewStep, Verdict
from eyebox.session.review_data import box_from_data, box_to_data, step_from_data, step_to_data
from eyebox.session.review_plants import KINDS, is_chosen, plants
from eyebox.session.tables import Tables
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.turning import turned_box

VERDICTS = get_args(Verdict)
AT_ONCE = 100
"""So many rows are read at once."""
_SEEN = """picture NOT IN (
    SELECT id FROM picture WHERE session = ? AND deleted IS NOT NULL UNION ALL SELECT value FROM json_each(?))"""
"""Boxes on pictures that were removed are not reviewed, nor those on pictures that a list names."""
_ORDERS: dict[str, list[str]] = {
    "label": ["label", "score DESC", "number"],
    "score": ["score DESC", "number"],
    "doubt": ["doubt DESC", "number"],
    "smallest": ["area", "number"],
    "crowded": ["crowd DESC", "picture", "number"],
    "random": ["number"],
    "picture": ["(SELECT position FROM picture WHERE picture.id = review.picture)", "picture", "number"],
}
_BOX_COLUMNS = ("label", "x1", "y1", "x2", "y2", "score", "source", "id", "kind", "points", "locked")
_JOINED = ", ".join(f"box.{name} AS box_{name}" for name in _BOX_COLUMNS)
_ROW = f"""SELECT review.*, {_JOINED} FROM review
    LEFT JOIN box ON box.picture = review.picture AND box.id = review.box"""
_PROPOSED = """printf('[%s,%!.17g,%!.17g,%!.17g,%!.17g,%s,%s,%s,%s,%s,%d]', json_quote(CAST(label AS TEXT)), x1, y1, x2, y2,
    CASE WHEN score IS NULL THEN 'null' ELSE printf('%!.17g', score) END, json_quote(source), json_quote(box.id),
    CAST(points AS TEXT), json_quote(CAST(kind AS TEXT)), locked)"""
"""A box as `box_to_data` has it, exactly: `json_array` rounds numbers to 15 digits."""
_JOIN = f"""
    WITH those AS (SELECT id, session, position, rowid AS number FROM picture WHERE {{where}}),
        crowds AS MATERIALIZED (
            SELECT picture, count(*) AS boxes FROM box WHERE picture IN (SELECT id FROM those) GROUP BY picture)
    INSERT INTO review (session, picture, box, verdict, label, score, area, crowd, origin, proposed, planted, reviewer)
    SELECT session, box.picture, box.id, '', label, score, (x2 - x1) * (y2 - y1), boxes, {{origin}},
        CASE typeof(label) WHEN 'text' THEN {_PROPOSED} ELSE CAST({_PROPOSED} AS BLOB) END, '', ''
    FROM those CROSS JOIN box ON box.picture = those.id JOIN crowds ON crowds.picture = box.picture
    WHERE {{boxes}} AND source <> 'user'
        AND NOT EXISTS (SELECT 1 FROM review WHERE review.picture = box.picture AND review.box = box.id)
    ORDER BY those.position, those.number, box.position"""


class ReviewTables(Tables):
    """Which boxes are reviewed and what was decided about them. One review a session."""

    def join_review(self, session: str) -> int:
        """Puts all boxes of a session that a human did not make, and that are not in its review yet, into it.

        Returns how many.
        """
        where = "session = ? AND deleted IS NULL"
        with self.database.write() as connection:
            sql = _JOIN.format(origin="source", where=where, boxes="1")
            connection.execute(sql, (session,))
            return _changes(connection)

    def add_to_review(self, picture: str, boxes: Sequence[str], origin: str) -> None:
        """Puts boxes of a picture (by id) into the review of its session. A picture with more to judge is not complete."""
        with self.database.write() as connection:
            sql = _JOIN.format(origin="?", where="id = ?", boxes="box.id IN (SELECT value FROM json_each(?))")
            connection.execute(sql, (picture, rows.to_text(origin), rows.to_json(list(boxes))))
            if _changes(connection):
                connection.execute("UPDATE picture SET complete = 0 WHERE id = ?", (picture,))

    def to_judge(self, session: str) -> int:
        """How many boxes a session has that no human made."""
        sql = """SELECT count(*) FROM picture CROSS JOIN box ON box.picture = picture.id
            WHERE picture.session = ? AND picture.deleted IS NULL AND box.source <> 'user'"""
        return int(self.database.rows(sql, (session,))[0][0])

    def has_review(self, session: str) -> bool:
        return bool(self.database.rows("SELECT 1 FROM review WHERE session = ? LIMIT 1", (session,)))

    def review_queue(
        self, session: str, wanted: ReviewFilter, order: ReviewOrder, without: Iterable[str] = ()
    ) -> tuple[array[int], bytearray]:
        """The numbers of a session's judged boxes in order, and beside each whether it waits for a verdict.

        Of a random order the boxes come as they came into the review. `without`: pictures that are left out.
        """
        parts = ["session = ?", _SEEN]
        values: list[Any] = [session, session, rows.to_json(list(without))]
        texts = {
            "verdict": wanted.verdicts,
            "label": tuple(map(rows.to_text, wanted.labels)),
            "origin": tuple(map(rows.to_text, wanted.origins)),
            "picture": wanted.pictures,
        }
        for column, among in texts.items():
            if among:
                parts.append(f"{column} IN ({', '.join('?' * len(among))})")
                values += among
        for sign, score in ((">=", wanted.lowest), ("<=", wanted.highest)):
            if score is not None:
                parts.append(f"score {sign} ?")
                values.append(score)
        by = _ORDERS[order.kind]
        if order.backwards:
            by = [
                column.removesuffix(" DESC") if column.endswith(" DESC") else f"{column} DESC"
                for column in by
            ]
        sql = f"SELECT number, verdict = '' FROM review WHERE {' AND '.join(parts)} ORDER BY {', '.join(by)}"
        numbers, waiting = array("q"), bytearray()
        for number, waits in self.database.rows(sql, values):
            numbers.append(number)
            waiting.append(waits)
        return numbers, waiting

    def review_rows(self, numbers: Sequence[int]) -> dict[int, ReviewRow]:
        """Judged boxes by their numbers; some hundred at a time are quick."""
        sql = f"{_ROW} WHERE review.number IN ({', '.join('?' * len(numbers))})"
        return {row.number: row for row in self.database.values(rows_from, sql, numbers)}

    def review_of_boxes(self, picture: str, boxes: Iterable[str]) -> dict[str, ReviewRow]:
        """Judged boxes of a picture by the ids of the boxes; the others are not in a review."""
        boxes = list(boxes)
        sql = f"{_ROW} WHERE review.picture = ? AND review.box IN ({', '.join('?' * len(boxes))})"
        return {row.state.box.id: row for row in self.database.values(rows_from, sql, (picture, *boxes))}

    def review_of_picture(self, picture: str) -> tuple[ReviewRow, ...]:
        """All judged boxes of a picture, in the order in which they came."""
        return self.database.values(rows_from, f"{_ROW} WHERE review.picture = ? ORDER BY number", (picture,))

    def boxes_beside_review(self, picture: str) -> tuple[Box, ...]:
        """The boxes of a picture that are not in review: a human drew them before it."""
        return self.database.values(
            rows.box_from,
            """SELECT * FROM box WHERE picture = ?1 AND NOT EXISTS (
                SELECT 1 FROM review WHERE review.picture = ?1 AND review.box = box.id) ORDER BY position""",
            (picture,),
        )

    def review_counts(self, session: str, without: Iterable[str] = ()) -> dict[tuple[str, str], int]:
        """How many boxes of a session have which label and verdict, planted ones among them; `without` these pictures."""
        sql = f"""SELECT label, verdict, count(*) FROM review INDEXED BY review_by_verdict
            WHERE session = ? AND {_SEEN} GROUP BY verdict, label"""
        return {
            (rows.from_text(label), verdict): count
            for label, verdict, count in self.database.rows(
                sql, (session, session, rows.to_json(list(without)))
            )
        }

    def origin_counts(self, session: str, without: Iterable[str] = ()) -> dict[str, int]:
        """How many boxes of a session come from which origin, planted ones among them; `without` these pictures."""
        sql = f"SELECT origin, count(*) FROM review WHERE session = ? AND {_SEEN} GROUP BY origin"
        values = (session, session, rows.to_json(list(without)))
        return {rows.from_text(origin): count for origin, count in self.database.rows(sql, values)}

    def planted_counts(self, session: str) -> dict[str, int]:
        """How many planted boxes of a session have which verdict."""
        sql = """SELECT verdict, count(*) FROM review INDEXED BY review_by_verdict
            WHERE session = ? AND planted <> '' GROUP BY verdict"""
        return {str(row["verdict"]): int(row[1]) for row in self.database.rows(sql, (session,))}

    def planted_from(self, picture: str, box: str) -> tuple[ReviewRow, ...]:
        """The planted boxes that were made from a box."""
        sql = f"{_ROW} WHERE review.picture = ? AND planted IN ({', '.join('?' * len(KINDS))})"
        return self.database.values(rows_from, sql, (picture, *(f"{kind}:{box}" for kind in KINDS)))

    def plant(self, session: str, share: float, seed: int) -> int:
        """Puts wrong copies of a share (0..1) of the boxes that wait for a verdict into the review; returns how many.

        Done again only what came since gets some.
        """
        labels = sorted({label for label, _verdict in self.review_counts(session)})
        sql = "SELECT box FROM review WHERE session = ? AND planted <> ''"
        known = frozenset(str(row["box"]) for row in self.database.rows(sql, (session,)))
        sql = "SELECT number, box FROM review WHERE session = ? AND verdict = '' AND planted = ''"
        chosen = [
            row["number"] for row in self.database.rows(sql, (session,)) if is_chosen(row["box"], share, seed)
        ]
        made: list[Change] = []
        for start in range(0, len(chosen), AT_ONCE):
            rows_of = self.review_rows(chosen[start : start + AT_ONCE])
            made += plants(rows_of.values(), labels, share, seed, known=known)
        self.judge(session, ReviewStep("", "", tuple(made)), undone=False)
        return len(made)

    def files_of_review(self, session: str) -> dict[str, tuple[str, str, int | None, int | None]]:
        """The pictures of a review by their ids: path, SHA-256 ("": not known), and the size and time (in nanoseconds) that
        the file had when its boxes were looked at first."""
        sql = """SELECT id, path, sha256, size, mtime_ns FROM picture
            WHERE session = ? AND deleted IS NULL AND EXISTS (SELECT 1 FROM review WHERE review.picture = picture.id)"""
        return {
            str(row["id"]): (rows.from_text(row["path"]), row["sha256"], row["size"], row["mtime_ns"])
            for row in self.database.rows(sql, (session,))
        }

    def set_files(self, files: Iterable[tuple[str, int, int]]) -> None:
        """Keeps size and time of the files of pictures (by id)."""
        with self.database.write() as connection:
            connection.executemany("UPDATE picture SET size = ?2, mtime_ns = ?3 WHERE id = ?1", list(files))

    def unplant(self, session: str) -> None:
        """Takes the planted boxes that wait for a verdict out of a review again."""
        with self.database.write() as connection:
            connection.execute(
                "DELETE FROM review WHERE session = ? AND verdict = '' AND planted <> ''", (session,)
            )

    def is_reviewed(self, pictures: Sequence[str]) -> bool:
        """Whether there are judged boxes on any of these pictures."""
        sql = "SELECT 1 FROM review WHERE picture IN (SELECT value FROM json_each(?)) LIMIT 1"
        return bool(self.database.rows(sql, (rows.to_json(list(pictures)),)))

    def origins(self, session: str) -> list[str]:
        """The models, files and sources that proposed boxes of a session's review."""
        sql = "SELECT DISTINCT origin FROM review WHERE session = ? AND proposed IS NOT NULL"
        return [rows.from_text(row["origin"]) for row in self.database.rows(sql, (session,))]

    def set_doubts(self, doubts: Iterable[tuple[int, float]]) -> None:
        """Keeps how much models disagree about judged boxes, by their numbers."""
        with self.database.write() as connection:
            connection.executemany("UPDATE review SET doubt = ?2 WHERE number = ?1", list(doubts))

    def pictures_to_teach(self, session: str) -> tuple[int, int]:
        """How many pictures of a session are complete, and how many are judged: nothing on them waits for a sure verdict."""
        sql = """SELECT coalesce(sum(complete), 0), count(*) FROM picture
            WHERE session = ? AND deleted IS NULL AND NOT EXISTS (
                SELECT 1 FROM review WHERE review.picture = picture.id AND planted = '' AND verdict IN ('', 'unsure'))
            AND (complete OR EXISTS (SELECT 1 FROM review WHERE review.picture = picture.id AND planted = ''))"""
        complete, judged = self.database.rows(sql, (session,))[0]
        return int(complete), int(judged)

    def pictures_corrected(self, session: str) -> tuple[int, int]:
        """Of these pictures, complete ones and judged ones: on how many boxes that were proposed did not stay as they were."""
        sql = """SELECT coalesce(sum(complete), 0), count(*) FROM picture
            WHERE session = ? AND deleted IS NULL AND NOT EXISTS (
                SELECT 1 FROM review WHERE review.picture = picture.id AND planted = '' AND verdict IN ('', 'unsure'))
            AND EXISTS (SELECT 1 FROM review WHERE review.picture = picture.id AND planted = '' AND proposed IS NOT NULL)
            AND EXISTS (SELECT 1 FROM review WHERE review.picture = picture.id AND planted = '' AND verdict <> 'accepted')"""
        complete, judged = self.database.rows(sql, (session,))[0]
        return int(complete), int(judged)

    def waiting_on(self, picture: str, most: int = 1) -> int:
        """How many boxes of a picture still wait for a verdict that is sure; not more than `most` are counted."""
        sql = """SELECT count(*) FROM (
            SELECT 1 FROM review WHERE picture = ? AND verdict IN ('', 'unsure') LIMIT ?)"""
        return int(self.database.rows(sql, (picture, most))[0][0])

    def box_row(self, picture: str, box: str) -> int:
        """Where a box stands among those of its picture, -1 where it does not."""
        sql = """SELECT (SELECT count(*) FROM box AS other WHERE other.picture = box.picture AND other.position < box.position)
            FROM box WHERE picture = ? AND id = ?"""
        found = self.database.rows(sql, (picture, box))
        return int(found[0][0]) if found else -1

    def is_complete(self, picture: str) -> bool:
        """Whether a human said that nothing is missing on a picture."""
        return bool(self.database.rows("SELECT 1 FROM picture WHERE id = ? AND complete", (picture,)))

    def judge(self, session: str, step: ReviewStep, undone: bool) -> None:
        """Keeps a step (one without an id is none) and what it did to the table of judged boxes.

        Done again it changes nothing. `undone`: the step was taken back, and its rows are as they were before.
        """
        with self.database.write() as connection:
            if step.id:
                self._keep_step(connection, session, step, undone)
            done = step.reversed() if undone else step
            for change in done.changes:
                _write_row(connection, session, change)
            connection.executemany(
                "UPDATE picture SET complete = ? WHERE id = ?",
                [(int(mark), id) for id, mark in done.complete],
            )
            self._touch(session)

    def _keep_step(
        self, connection: sqlite3.Connection, session: str, step: ReviewStep, undone: bool
    ) -> None:
        known = connection.execute("SELECT 1 FROM review_step WHERE id = ?", (step.id,)).fetchone()
        if known is None:
            connection.execute(
                "UPDATE review_step SET undone = 2 WHERE session = ? AND undone = 1", (session,)
            )
        connection.execute(
            """INSERT INTO review_step (id, session, data, undone) VALUES (?, ?, ?, ?)
            ON CONFLICT(id) DO UPDATE SET data = excluded.data, undone = excluded.undone""",
            (step.id, session, rows.to_json(step_to_data(step)), int(undone)),
        )

    def label_in_review(self, picture: str, boxes: Iterable[str], label: str) -> None:
        """Makes the review level with boxes that have another label, which is no verdict."""
        with self.database.write() as connection:
            connection.executemany(
                "UPDATE review SET label = ? WHERE picture = ? AND box = ?",
                [(rows.to_text(label), picture, box) for box in boxes],
            )

    def turn_review(self, picture: str, width: int, height: int, turns: int) -> None:
        """Turns what is kept beside the boxes of a picture, of these sizes before, clockwise by so many quarters."""
        with self.database.write() as connection:
            for row in connection.execute(
                "SELECT number, proposed, aside FROM review WHERE picture = ?", (picture,)
            ).fetchall():
                kept = [
                    data
                    and rows.to_json(
                        box_to_data(turned_box(box_from_data(rows.from_json(data)), width, height, turns))
                    )
                    for data in (row["proposed"], row["aside"])
                ]
                connection.execute(
                    "UPDATE review SET proposed = ?, aside = ? WHERE number = ?", (*kept, row["number"])
                )

    def steps(self, session: str, limit: int) -> tuple[ReviewStep, ...]:
        """The latest steps that can be taken back, in their order."""
        found = self.database.values(
            lambda row: step_from_data(row["id"], rows.from_json(row["data"])),
            "SELECT id, data FROM review_step WHERE session = ? AND undone = 0 ORDER BY number DESC LIMIT ?",
            (session, limit),
        )
        return found[::-1]


def _changes(connection: sqlite3.Connection) -> int:
    """How many rows the latest statement wrote."""
    return int(connection.execute("SELECT changes()").fetchone()[0])


def _write_row(connection: sqlite3.Connection, session: str, change: Change) -> None:
    state = change.after
    if state is None:
        connection.execute("DELETE FROM review WHERE picture = ? AND box = ?", (change.picture, change.box))
        return
    box = state.box
    aside = None if state.is_there or box == state.proposed else rows.to_json(box_to_data(box))
    connection.execute(
        """INSERT INTO review (session, picture, box, verdict, label, score, area, crowd, origin, proposed, aside, planted,
            seconds, decided, reviewer)
        VALUES (?, ?, ?, ?, ?, ?, ?, coalesce((SELECT crowd FROM review WHERE picture = ?2 LIMIT 1), 1), ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(picture, box) DO UPDATE SET verdict = excluded.verdict, label = excluded.label, area = excluded.area,
            aside = excluded.aside, seconds = excluded.seconds, decided = excluded.decided, reviewer = excluded.reviewer""",
        (
            session, change.picture, change.box, state.verdict, rows.to_text(box.label), box.score,
            box.area, rows.to_text(state.origin),
            None if state.proposed is None else rows.to_json(box_to_data(state.proposed)), aside, state.planted,
            state.seconds, state.decided, rows.to_text(state.reviewer),
        ),
    )  # fmt: skip


def rows_from(row: Any) -> ReviewRow:
    """A judged box with what it is now."""
    proposed = None if row["proposed"] is None else box_from_data(rows.from_json(row["proposed"]))
    if row["box_id"] is not None and row["verdict"] != "rejected" and not row["planted"]:
        box: Box | None = rows.box_from({name: row[f"box_{name}"] for name in _BOX_COLUMNS})  # type: ignore[arg-type]
    else:
        box = proposed if row["aside"] is None else box_from_data(rows.from_json(row["aside"]))
    if box is None:
        raise ValueError("a judged box is nowhere")
    if row["verdict"] not in VERDICTS:
        raise ValueError(f"{row['verdict']!r} is no verdict")
    state = BoxState(
        row["verdict"], box, proposed, rows.from_text(row["origin"]), row["planted"], row["seconds"], row["decided"],
        rows.from_text(row["reviewer"]),
    )  # fmt: skip
    return ReviewRow(row["number"], row["picture"], state, row["area"], row["crowd"], row["doubt"])
