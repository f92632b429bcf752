"""A folder for sockets that only this user can look into, with a name short enough for them. No Qt."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from eyebox_models.protocol.errors import EyeboxError

LONGEST = 64
"""Bytes of a folder's path: with the name of a socket it has to stay under 104 (macOS; Linux: 108)."""


def private_folder() -> Path:
    """The folder to listen in: that of the user's login, or else one in the folder for temporary files.

    Raises EyeboxError where neither is, or can be made, for this user alone.
    """
    for folder in _places():
        if folder.name == _own_name():
            try:
                folder.mkdir(mode=0o700, exist_ok=True)
            except OSError:
                continue
        if _is_private(folder):
            return folder
    raise EyeboxError(
        "socket-folder-not-private",
        "Files opened with a second start can't reach this window: {folder} is not a folder that "
        "only you may open. Remove it, or set XDG_RUNTIME_DIR, and start again.",
        folder=folder,
    )


def private_folders() -> tuple[Path, ...]:
    """The folders in which an earlier start may listen: nobody else can have put anything there."""
    return tuple(folder for folder in _places() if _is_private(folder))


def _own_name() -> str:
    return f"eyebox-{os.geteuid()}"


def _places() -> tuple[Path, ...]:
    """A start from a desktop and one from a remote shell differ in what is set: both find the login's folder."""
    login = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.geteuid()}"
    places = (Path(login), Path(tempfile.gettempdir(), _own_name()), Path("/tmp", _own_name()))
    fitting = dict.fromkeys(place for place in places if len(os.fsencode(place)) <= LONGEST)
    return tuple(place for place in fitting if place.is_absolute())


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077
