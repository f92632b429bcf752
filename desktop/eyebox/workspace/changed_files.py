"""Pictures of a review whose files are not what they were when its boxes were made."""

from __future__ import annotations

import os
from pathlib import Path

from eyebox.session.store import Store


def changed_files(store: Store, session: str) -> list[str]:
    """The pictures (ids) of a review whose files have changed since they were first looked at here, which is noted.

    A file whose size and time are what they were is taken for the same; of another one the sum is compared where one is
    known. A file that is not there has not changed.
    """
    changed, seen = [], []
    for picture, (path, sha256, size, mtime) in store.files_of_review(session).items():
        try:
            found = os.stat(path)  # noqa: PTH116
        except (OSError, ValueError):
            continue
        now = found.st_size, found.st_mtime_ns
        if now != (size, mtime):
            seen.append((picture, *now))
            if size is not None and not _is_same(path, sha256, size == found.st_size):
                changed.append(picture)
    store.set_files(seen)
    return changed


def _is_same(path: str, sha256: str, same_size: bool) -> bool:
    if not sha256 or not same_size:
        return False
    try:
        with Path(path).open("rb") as file:
            import hashlib

            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False
