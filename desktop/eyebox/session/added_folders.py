"""The folders of models that the user added, for what runs beside the window: read without opening the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from eyebox.session.rows import from_json

MODELS = "models"
"""Key of the program's state that holds, among what it knows of models, their added "folders"."""
_WAIT = 0.5


def added_folders(sessions: Path) -> tuple[str, ...]:
    """The folders by the session file; none where that is not there or can't be read. Changes nothing on disk."""
    if not sessions.is_file():
        return ()
    # Without a journal nobody has it open; so opened, SQLite leaves no files of its own beside it.
    how = "mode=ro" if sessions.with_name(f"{sessions.name}-wal").exists() else "immutable=1"
    try:
        address = f"{sessions.absolute().as_uri()}?{how}"
        with closing(sqlite3.connect(address, uri=True, timeout=_WAIT)) as connection:
            sql = "SELECT value FROM state WHERE owner = '' AND key = ?"
            row = connection.execute(sql, (MODELS,)).fetchone()
        known = from_json(row[0]) if row is not None else {}
    except (sqlite3.Error, ValueError, TypeError, RecursionError):
        return ()
    folders = known.get("folders") if isinstance(known, dict) else None
    return tuple(f for f in folders if isinstance(f, str)) if isinstance(folders, list) else ()
