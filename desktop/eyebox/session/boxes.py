"""The table of boxes, written box by box: a drag on a picture with thousands of them writes one row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from eyebox.session import rows, search
from eyebox_models.protocol.box import Box

MANY = 100
"""From so many boxes on all of their picture are read at once, not one by one."""
_WRITE = """
    INSERT INTO box (picture, id, position, label, x1, y1, x2, y2, score, source, kind, points, locked)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET
        label = excluded.label, x1 = excluded.x1, y1 = excluded.y1, x2 = excluded.x2, y2 = excluded.y2,
        score = excluded.score, source = excluded.source, kind = excluded.kind, points = excluded.points,
        locked = excluded.locked"""


def write_boxes(
    connection: sqlite3.Connection, picture: str, session: str, changed: Sequence[Box], removed: Sequence[str]
) -> None:
    """Adds new boxes after the others, changes known ones where they stand, drops the removed."""
    before = _labels(connection, picture, [*removed, *(box.id for box in changed)])
    after = dict.fromkeys(removed) | {box.id: rows.to_text(box.label) for box in changed}
    found = connection.execute("SELECT max(position) FROM box WHERE picture = ?", (picture,)).fetchone()
    last = found[0] or 0
    connection.executemany(
        _WRITE,
        ((picture, box.id, last + n, *rows.box_columns(box)) for n, box in enumerate(changed, 1)),
    )
    connection.executemany(
        "DELETE FROM box WHERE picture = ? AND id = ?", ((picture, box) for box in removed)
    )
    touched = {label for box in before for label in (before[box], after[box]) if before[box] != after[box]}
    _index_labels(connection, picture, session, touched - {None})


def add_boxes(connection: sqlite3.Connection, picture: str, session: str, boxes: Sequence[Box]) -> None:
    """Gives a picture that has none its boxes."""
    connection.executemany(
        _WRITE, ((picture, box.id, n, *rows.box_columns(box)) for n, box in enumerate(boxes, 1))
    )
    for label in dict.fromkeys(box.label for box in boxes):
        search.write_passage(connection, "box", session, label, picture=picture)


def write_label(
    connection: sqlite3.Connection, picture: str, session: str, boxes: Sequence[str], label: str
) -> None:
    """Gives some boxes of a picture another label."""
    before = {_label(connection, picture, box) for box in boxes} - {None}
    connection.executemany(
        "UPDATE box SET label = ? WHERE picture = ? AND id = ?",
        ((rows.to_text(label), picture, box) for box in boxes),
    )
    _index_labels(connection, picture, session, before | {rows.to_text(label)})


def write_order(connection: sqlite3.Connection, picture: str, order: Sequence[str]) -> None:
    """Gives the boxes of a picture the order of the ids; writes nothing where they have it."""
    found = connection.execute("SELECT id FROM box WHERE picture = ? ORDER BY position", (picture,))
    if [row["id"] for row in found] == list(order):
        return
    connection.executemany(
        "UPDATE box SET position = ?1 WHERE picture = ?2 AND id = ?3 AND position <> ?1",
        ((n, picture, box) for n, box in enumerate(order, 1)),
    )


def _labels(
    connection: sqlite3.Connection, picture: str, boxes: Sequence[str]
) -> dict[str, str | bytes | None]:
    """The labels of these boxes by their ids, None for new ones."""
    if len(boxes) < MANY:
        return {box: _label(connection, picture, box) for box in boxes}
    known = dict(map(tuple, connection.execute("SELECT id, label FROM box WHERE picture = ?", (picture,))))
    return {box: known.get(box) for box in boxes}


def _label(connection: sqlite3.Connection, picture: str, box: str) -> str | bytes | None:
    found = connection.execute(
        "SELECT label FROM box WHERE picture = ? AND id = ?", (picture, box)
    ).fetchone()
    return found[0] if found else None


def _index_labels(
    connection: sqlite3.Connection, picture: str, session: str, labels: Iterable[str | bytes | None]
) -> None:
    """Makes each label that a change may have added or dropped one passage to search, or none."""
    for label in labels:
        text = rows.from_text(label or "")
        search.forget_passages(connection, "box", picture, text)
        used = connection.execute(
            "SELECT 1 FROM box WHERE picture = ? AND label = ? LIMIT 1", (picture, label)
        )
        if used.fetchone():
            search.write_passage(connection, "box", session, text, picture=picture)
