"""What was removed goes for good after a while, which a clock that jumps can't shorten."""

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


_DOOMED = """
    SELECT 1 FROM (SELECT deleted FROM picture UNION SELECT deleted FROM chat UNION SELECT deleted FROM session)
    WHERE deleted < ?"""


def purge(store: Store, now: float) -> int:
    """See `Store.purge`."""
    before = _kept_since(store, now)
    if not store.database.rows(_DOOMED, (before,)):
        return 0
    with store.database.write() as connection:
        doomed = connection.execute(
            """SELECT picture.id, path, owned FROM picture JOIN session ON session.id = picture.session
            WHERE picture.deleted < ?1 OR session.deleted < ?1""",
            (before,),
        ).fetchall()
        owners: list[str] = [row["id"] for row in doomed]
        for table in ("picture", "chat", "session"):
            gone = connection.execute(f"DELETE FROM {table} WHERE deleted < ? RETURNING id", (before,))
            owners += [row["id"] for row in gone.fetchall()]
        connection.executemany("DELETE FROM state WHERE owner = ?", [(owner,) for owner in owners])
        kept = [rows.from_text(row[0]) for row in connection.execute("SELECT path FROM picture")]
    owned = [rows.from_text(row["path"]) for row in doomed if row["owned"]]
    return Assets(store.path.parent).remove(owned, kept)


def _kept_since(store: Store, now: float) -> float:
    """What was removed before this moment is past bringing back; notes that the program ran today."""
    today = int(now // DAY)
    known = {day for day in store.get_state("", DAYS, []) if isinstance(day, int)}
    days = sorted(day for day in known | {today} if day <= today)[-2 * KEPT_DAYS :]
    if today not in known:
        ahead = sorted(day for day in known if day > today)[: 2 * KEPT_DAYS]
        store.set_state("", DAYS, days + ahead)
    return min(now - KEPT_SECONDS, days[-KEPT_DAYS] * DAY) if len(days) >= KEPT_DAYS else 0.0
