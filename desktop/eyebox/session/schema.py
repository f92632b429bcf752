"""The tables of the session file. A migration, once released, is never changed: add one at the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x45794231  # "EyB1"

Step = str | Callable[[sqlite3.Connection], None]
"""One SQL statement, or a function for what SQL can't do."""

_TABLES: tuple[Step, ...] = (
    """CREATE TABLE session (
        id TEXT PRIMARY KEY, name TEXT NOT NULL,
        created REAL NOT NULL, changed REAL NOT NULL, deleted REAL)""",
    """CREATE TABLE picture (
        id TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        path TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, position INTEGER NOT NULL,
        owned INTEGER NOT NULL, size INTEGER, mtime_ns INTEGER, deleted REAL)""",
    "CREATE INDEX picture_of_session ON picture(session)",
    """CREATE TABLE box (
        picture TEXT NOT NULL REFERENCES picture(id) ON DELETE CASCADE, id TEXT NOT NULL,
        position INTEGER NOT NULL, label TEXT NOT NULL,
        x1 REAL NOT NULL, y1 REAL NOT NULL, x2 REAL NOT NULL, y2 REAL NOT NULL,
        score REAL, source TEXT NOT NULL, kind TEXT NOT NULL, points TEXT NOT NULL,
        PRIMARY KEY (picture, id)) WITHOUT ROWID""",
    """CREATE TABLE extra (
        picture TEXT NOT NULL REFERENCES picture(id) ON DELETE CASCADE, box TEXT NOT NULL, data TEXT NOT NULL,
        PRIMARY KEY (picture, box)) WITHOUT ROWID""",
    """CREATE TABLE page (
        picture TEXT PRIMARY KEY REFERENCES picture(id) ON DELETE CASCADE,
        data TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE chat (
        id TEXT PRIMARY KEY, session TEXT NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        title TEXT NOT NULL, position INTEGER NOT NULL,
        model TEXT NOT NULL, draft TEXT NOT NULL, deleted REAL)""",
    "CREATE INDEX chat_of_session ON chat(session)",
    """CREATE TABLE turn (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        chat TEXT NOT NULL REFERENCES chat(id) ON DELETE CASCADE, parent TEXT NOT NULL, role TEXT NOT NULL,
        text TEXT NOT NULL, chosen INTEGER NOT NULL, pictures TEXT NOT NULL, state TEXT NOT NULL,
        model TEXT NOT NULL, message TEXT NOT NULL, detail TEXT NOT NULL, answer TEXT)""",
    "CREATE INDEX turn_of_chat ON turn(chat)",
    """CREATE TABLE journal (
        turn TEXT PRIMARY KEY, chat TEXT NOT NULL REFERENCES chat(id) ON DELETE CASCADE,
        begun TEXT NOT NULL, text TEXT NOT NULL DEFAULT '',
        boxes TEXT NOT NULL DEFAULT '[]') WITHOUT ROWID""",
    "CREATE INDEX journal_of_chat ON journal(chat)",
    """CREATE TABLE state (
        owner TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (owner, key)) WITHOUT ROWID""",
    # What can be searched: the text as it is, and folded. The three triggers keep the index level with it.
    """CREATE TABLE passage (
        id INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        picture TEXT REFERENCES picture(id) ON DELETE CASCADE,
        turn TEXT REFERENCES turn(id) ON DELETE CASCADE,
        kind TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL)""",
    "CREATE INDEX passage_of_session ON passage(session, kind)",
    "CREATE INDEX passage_of_picture ON passage(picture, kind) WHERE picture IS NOT NULL",
    "CREATE INDEX passage_of_turn ON passage(turn) WHERE turn IS NOT NULL",
    """CREATE VIRTUAL TABLE passage_index USING fts5(
        folded, content='passage', content_rowid='id', tokenize='trigram case_sensitive 1')""",
    """CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
        INSERT INTO passage_index(rowid, folded) VALUES (new.id, new.folded); END""",
    """CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
        INSERT INTO passage_index(passage_index, rowid, folded) VALUES ('delete', old.id, old.folded); END""",
    """CREATE TRIGGER passage_changed AFTER UPDATE ON passage BEGIN
        INSERT INTO passage_index(passage_index, rowid, folded) VALUES ('delete', old.id, old.folded);
        INSERT INTO passage_index(rowid, folded) VALUES (new.id, new.folded); END""",
)

COUNT_LINES = """UPDATE picture SET lines = (
    SELECT CASE WHEN typeof(data) = 'text' THEN
        CASE WHEN json_valid(data) THEN coalesce(json_array_length(data, '$[4]'), 0) ELSE 0 END ELSE 0 END
    FROM page WHERE page.picture = picture.id)"""
"""Makes the column level with the pages; a page that can't be read counts no lines."""

_LISTS: tuple[Step, ...] = (
    "ALTER TABLE picture ADD COLUMN lines INTEGER",
    COUNT_LINES,
    # What lists are made of, in their order, without a look at the pictures left out.
    "DROP INDEX picture_of_session",
    "CREATE INDEX picture_in_order ON picture(session, deleted, position)",
)

_SHORT_SEARCHES: tuple[Step, ...] = (
    # Two characters that no text holds end each in the index: its last one and two begin a trigram too, so that the
    # trigrams which begin with one or two characters lead to all texts that hold these.
    *(f"DROP TRIGGER passage_{change}" for change in ("added", "removed", "changed")),
    "DROP TABLE passage_index",
    "CREATE VIEW passage_ended AS SELECT id, folded || char(10, 10) AS folded FROM passage",
    """CREATE VIRTUAL TABLE passage_index USING fts5(
        folded, content='passage_ended', content_rowid='id', tokenize='trigram case_sensitive 1')""",
    "CREATE VIRTUAL TABLE passage_trigram USING fts5vocab(passage_index, instance)",
    "INSERT INTO passage_index(passage_index) VALUES ('rebuild')",
    """CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
        INSERT INTO passage_index(rowid, folded) VALUES (new.id, new.folded || char(10, 10)); END""",
    """CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
        INSERT INTO passage_index(passage_index, rowid, folded)
        VALUES ('delete', old.id, old.folded || char(10, 10)); END""",
    """CREATE TRIGGER passage_changed AFTER UPDATE ON passage BEGIN
        INSERT INTO passage_index(passage_index, rowid, folded)
        VALUES ('delete', old.id, old.folded || char(10, 10));
        INSERT INTO passage_index(rowid, folded) VALUES (new.id, new.folded || char(10, 10)); END""",
)

_LOCKS: tuple[Step, ...] = ("ALTER TABLE box ADD COLUMN locked INTEGER NOT NULL DEFAULT 0",)

_TURNS: tuple[Step, ...] = ("ALTER TABLE picture ADD COLUMN turns INTEGER NOT NULL DEFAULT 0",)

_REVIEWS: tuple[Step, ...] = (
    # A box that is to be judged, or was. `proposed` is the model's box, for ever (NULL: a human added it), `aside` what
    # it became where it is not among the boxes: rejected ones and planted ones. A number is never used twice.
    """CREATE TABLE review (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        session TEXT NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        picture TEXT NOT NULL REFERENCES picture(id) ON DELETE CASCADE, box TEXT NOT NULL,
        verdict TEXT NOT NULL, label TEXT NOT NULL, score REAL, area REAL NOT NULL, crowd INTEGER NOT NULL, doubt REAL,
        origin TEXT NOT NULL, proposed TEXT, aside TEXT, planted TEXT NOT NULL,
        seconds REAL, decided REAL, reviewer TEXT NOT NULL)""",
    "CREATE UNIQUE INDEX review_of_box ON review(picture, box)",
    "CREATE INDEX review_by_label ON review(session, label, score DESC, verdict, picture)",
    "CREATE INDEX review_by_verdict ON review(session, verdict, label, planted, picture)",
    # What was decided, in its order. `undone`: 0 it counts, 1 it can be done again, 2 neither.
    """CREATE TABLE review_step (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        session TEXT NOT NULL REFERENCES session(id) ON DELETE CASCADE, data TEXT NOT NULL, undone INTEGER NOT NULL)""",
    "CREATE INDEX review_step_in_order ON review_step(session, undone)",
    "ALTER TABLE picture ADD COLUMN complete INTEGER NOT NULL DEFAULT 0",
)

MIGRATIONS: tuple[tuple[Step, ...], ...] = (_TABLES, _LISTS, _SHORT_SEARCHES, _LOCKS, _TURNS, _REVIEWS)
"""The n-th entry makes version n out of version n - 1; `user_version` is how many were applied."""
