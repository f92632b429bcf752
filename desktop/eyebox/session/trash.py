"""What was removed: how it is listed to be brought back, and how it goes for good after a while.

A clock that jumps can't shorten that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from eyebox.session import rows
from eyebox.session.assets import Assets

if TYPE_CHECKING:
    from eyebox.session.store import Store

DAYS = "days"
"""Key of the program's state that holds the days (since 1970) on which it ran."""
DAY = 24 * 3600.0
KEPT_DAYS = 30
KEPT_SECONDS = KEPT_DAYS * DAY
"""How long something removed can be brought back."""

LISTED = 500

REMOVED = f"""
SELECT 'picture' AS kind, picture.id, picture.name, session.id AS session, session.name AS session_name,
    picture.deleted + :kept AS until
FROM picture JOIN session ON session.id = picture.session
WHERE picture.deleted > :since AND session.deleted IS NULL
UNION ALL
SELECT 'chat', chat.id, CASE WHEN title <> '' THEN title ELSE question.text END, session.id, session.name,
    chat.deleted + :kept
FROM chat JOIN session ON session.id = chat.session
JOIN turn AS question ON question.number = (SELECT min(number) FROM turn WHERE turn.chat = chat.id)
WHERE chat.deleted > :since AND session.deleted IS NULL
UNION ALL
SELECT 'session', id, name, id, '', deleted + :kept FROM session WHERE deleted > :since
ORDER BY until DESC LIMIT {LISTED}"""
"""The latest first. Of a removed session only itself; a chat in which nothing was said is no loss."""

ANNOTATED = """
SELECT picture.* FROM picture JOIN session ON session.id = picture.session
WHERE coalesce(picture.deleted, session.deleted) > :since
    AND (EXISTS (SELECT 1 FROM box WHERE box.picture = picture.id)
        OR (:text AND EXISTS (SELECT 1 FROM page WHERE page.picture = picture.id)))
ORDER BY coalesce(picture.deleted, session.deleted)"""
"""The removed pictures whose boxes (or text) may be wanted again, the latest removed at the end."""

_DOOMED = """
    SELECT 1 FROM (SELECT deleted FROM picture UNION SELECT deleted FROM chat UNION SELECT deleted FROM session)
    WHERE deleted < ?"""


def purge(store: Store, now: float) -> tuple[int, list[str]]:
    """How many files went, and the SHA-256 of pictures that nothing shows any more; see `Store.purge`."""
    before = _kept_since(store, now)
    if not store.database.rows(_DOOMED, (before,)):
        return 0, []
    with store.database.write() as connection:
        doomed = connection.execute(
            """SELECT picture.id, path, owned, sha256 FROM picture JOIN session ON session.id = picture.session
            WHERE picture.deleted < ?1 OR session.deleted < ?1""",
            (before,),
        ).fetchall()
        owners: list[str] = [row["id"] for row in doomed]
        for table in ("picture", "chat", "session"):
            gone = connection.execute(f"DELETE FROM {table} WHERE deleted < ? RETURNING id", (before,))
            owners += [row["id"] for row in gone.fetchall()]
        connection.executemany("DELETE FROM state WHERE owner = ?", [(owner,) for owner in owners])
        left = connection.execute("SELECT path, sha256 FROM picture").fetchall()
    kept = [rows.from_text(row["path"]) for row in left]
    shown_nowhere = {row["sha256"] for row in doomed} - {row["sha256"] for row in left} - {""}
    owned = [rows.from_text(row["path"]) for row in doomed if row["owned"]]
    return Assets(store.path.parent).remove(owned, kept), sorted(shown_nowhere)


def _kept_since(store: Store, now: float) -> float:
    """What was removed before this moment is past bringing back; notes that the program ran today."""
    today = int(now // DAY)
    known = {day for day in store.get_state("", DAYS, []) if isinstance(day, int)}
    days = sorted(day for day in known | {today} if day <= today)[-2 * KEPT_DAYS :]
    if today not in known:
        ahead = sorted(day for day in known if day > today)[: 2 * KEPT_DAYS]
        store.set_state("", DAYS, days + ahead)
    return min(now - KEPT_SECONDS, days[-KEPT_DAYS] * DAY) if len(days) >= KEPT_DAYS else 0.0
