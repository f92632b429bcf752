"""Removes an environment with all that making it left; what others put beside it stays."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from eyebox_models.environment.place import LOCK, RECEIPT, Place
from eyebox_models.environment.state import look_at
from eyebox_models.protocol.environment import EnvironmentState
from eyebox_models.protocol.errors import EyeboxError


def remove(home: str) -> EnvironmentState:
    """Removes the environment that was added, and what an interrupted adding kept. Raises EyeboxError."""
    place = Place(Path(home))
    if place.home.is_dir():
        with place.locked():
            with suppress(FileNotFoundError):
                (place.home / RECEIPT).unlink()
            left = clear(place.own())
            if sys.platform != "win32":  # there a locked file can't be deleted
                (place.home / LOCK).unlink(missing_ok=True)
        if left:
            raise EyeboxError(
                "engine-not-removed",
                "{path} could not be removed: close what uses the model engine, or take the right to delete "
                "it.",
                path=left[0],
            )
        if sys.platform == "win32":
            with suppress(OSError):
                (place.home / LOCK).unlink(missing_ok=True)
        with suppress(OSError):
            place.home.rmdir()
    return look_at(home)


def clear(paths: Iterable[Path]) -> list[Path]:
    """Deletes files and folders, also read-only ones and never through links; returns what is still there."""
    left = []
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            if sys.version_info >= (3, 12):
                shutil.rmtree(path, onexc=_once_more)
            else:
                shutil.rmtree(path, onerror=_once_more)
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        if os.path.lexists(path):
            left.append(path)
    return left


def _once_more(function: Any, path: str, _error: Any) -> None:
    """Gives itself the right to delete what may not be written, and tries again."""
    target = Path(path)
    with suppress(OSError):
        for place in (target.parent, target):
            if not place.is_symlink():
                place.chmod(place.stat().st_mode | stat.S_IRWXU)
        if function in (os.open, os.scandir, os.listdir):
            shutil.rmtree(target, ignore_errors=True)
        else:
            function(path)
