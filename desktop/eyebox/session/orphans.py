"""Rows whose session, picture or chat is gone (a damaged file, one that somebody edited): they get a new one."""

from __future__ import annotations

import sqlite3

from eyebox.session import page_rows, rows, search
from eyebox.session.database import UNREADABLE
from eyebox.session.schema import COUNT_LINES
from eyebox_models.files.document_page import name_of

RECOVERED = "recovered"
"""Id of the session that takes them in."""
NAME = "Recovered"


def adopt_chat(connection: sqlite3.Connection, chat: str, now: float) -> None:
    """Makes sure that there is a chat of this id. Part of the caller's transaction."""
    if connection.execute("SELECT 1 FROM chat WHERE id = ?", (chat,)).fetchone() is None:
        _session(connection, RECOVERED, now)
        connection.execute(
            "INSERT INTO chat (id, session, title, position, model, draft) VALUES (?, ?, '', 0, 'reader', '')",
            (chat, RECOVERED),
        )


def adopt_all(connection: sqlite3.Connection, now: float) -> None:
    """Gives every row the parents that it names. Part of the caller's transaction."""
    for (chat,) in _missing(connection, "chat", ("turn", "journal")):
        adopt_chat(connection, chat, now)
    for (picture,) in _missing(connection, "picture", ("box", "extra", "page", "review")):
        path, width, height = _of_page(connection, picture)
        _session(connection, RECOVERED, now)
        connection.execute(
            """INSERT INTO picture (id, session, path, name, sha256, width, height, position, owned)
            VALUES (?, ?, ?, ?, '', ?, ?, 0, 0)""",
            (picture, RECOVERED, rows.to_text(path), rows.to_text(name_of(path) or NAME), width, height),
        )
    connection.execute(COUNT_LINES)
    _adopt_reviews(connection)
    for (session,) in _missing(connection, "session", ("picture", "chat")):
        _session(connection, session, now)


def _adopt_reviews(connection: sqlite3.Connection) -> None:
    """Makes what was judged part of the session that its picture is in; steps of pictures that are gone go."""
    connection.execute(
        "UPDATE review SET session = (SELECT session FROM picture WHERE picture.id = review.picture)"
    )
    connection.execute(
        """UPDATE review_step SET session = coalesce(
            (SELECT session FROM picture WHERE id = json_extract(CAST(data AS TEXT), '$.changes[0][0]')), session)
        WHERE json_valid(CAST(data AS TEXT))"""
    )
    connection.execute("DELETE FROM review_step WHERE session NOT IN (SELECT session FROM picture)")


def _missing(connection: sqlite3.Connection, parent: str, children: tuple[str, ...]) -> list[tuple[str]]:
    named = " UNION ".join(f"SELECT {parent} FROM {child}" for child in children)
    return connection.execute(f"SELECT * FROM ({named}) EXCEPT SELECT id FROM {parent}").fetchall()


def _session(connection: sqlite3.Connection, session: str, now: float) -> None:
    added = connection.execute(
        "INSERT INTO session (id, name, created, changed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (session, NAME, now, now),
    )
    if added.rowcount:
        search.write_passage(connection, "session", session, NAME)
    else:
        connection.execute("UPDATE session SET deleted = NULL WHERE id = ?", (session,))


def _of_page(connection: sqlite3.Connection, picture: str) -> tuple[str, int, int]:
    """The file and size that the text read on a picture gives."""
    found = connection.execute("SELECT data FROM page WHERE picture = ?", (picture,)).fetchone()
    try:
        page = page_rows.page_from(found) if found else None
    except UNREADABLE:
        page = None
    return (page.image, page.width, page.height) if page else ("", 0, 0)
