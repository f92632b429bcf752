"""Folders and files for the user alone. What is there already keeps its permissions. No Qt."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def make_private(folder: Path) -> None:
    """Creates a folder and those above it that are missing, for this user only. Raises OSError."""
    if not folder.parent.exists():
        make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def private_opener(path: str, flags: int) -> int:
    """For `open`: a file that is created is for this user only. Raises OSError."""
    return os.open(path, flags, 0o600)


def create_private(path: Path) -> None:
    """Makes an empty file for this user only, where there is none, for a library that opens it by name."""
    with suppress(OSError):
        os.close(private_opener(os.fspath(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL))
