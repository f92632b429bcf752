"""Which program runs with these folders; asked before anything of the session file is imported."""

from __future__ import annotations

import os
import sys

from eyebox.folders import Folders

LOCK = "running.lock"
"""A running program holds it; its first line is the number of its process (`eyebox.single`)."""


def running_process(folders: Folders) -> int:
    """The process of the program that runs with these folders, 0 for none. One that ended by a crash doesn't count."""
    lock = folders.data / LOCK
    try:
        with lock.open("r+b") as file:
            process = int(file.readline())
    except PermissionError:
        return -1  # Windows: held
    except (OSError, ValueError):
        return 0
    return process if sys.platform != "win32" and _is_alive(process) else 0


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
