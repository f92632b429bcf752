"""Writing where others may write too: one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eyebox_models.files.atomic_write import describe_os_error


@contextmanager
def file_lock(file: Path) -> Iterator[bool]:
    """Holds the lock of a file, which is made where there is none; False, at once, when somebody else holds it.

    The system lets go of it when the process ends, however it does. Raises EyeboxError where it may not be written.
    """
    try:
        stream = file.open("ab")
    except OSError as error:
        raise describe_os_error(error, file.parent) from error
    with stream:
        try:
            _lock(stream.fileno())
        except OSError:
            yield False
        else:
            yield True


def _lock(descriptor: int) -> None:
    """Locks a file until it is closed or the process ends. Raises OSError when somebody else has it."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
