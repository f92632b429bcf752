"""Where a running program and later starts meet: a socket in a folder that only this user can look into.

Asked before anything else of the program is there: nothing but `os` and `sys` is imported.
"""

import os
import stat
import sys

LONGEST = 64
"""Bytes of a folder's path: with the name of a socket it has to stay under 104 (macOS; Linux: 108)."""
PORTABLE = "portable"
"""A file of this name beside the packaged program makes it keep its things beside itself."""
HOME = "EYEBOX_HOME"


def portable_home() -> str:
    """The folder beside a portable program that it keeps its things in; "" where it is not one."""
    if not getattr(sys, "frozen", False):
        return ""
    beside = os.path.dirname(sys.executable)
    return os.path.join(beside, "eyebox-data") if os.path.exists(os.path.join(beside, PORTABLE)) else ""


def data_folder() -> str:
    """The folder of the program's data, as `Folders.of_user` has it by platformdirs."""
    if home := os.environ.get(HOME) or portable_home():
        return os.path.join(home, "data")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")
    return os.path.join(base, "eyebox")


def socket_name(data: str) -> str:
    """The name of the socket (on Windows: of the pipe) of the program with this data folder.

    It holds the path's FNV-1a hash of 64 bits, which no two folders of a user share by accident.
    """
    number = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.realpath(data)):
        number = (number ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"eyebox-{number:016x}"


def private_folder() -> str:
    """The folder to listen in: that of the user's login, or else one in the folder for temporary files.

    Raises EyeboxError where neither is, or can be made, for this user alone.
    """
    for folder in _places():
        if os.path.basename(folder) == _own_name():
            try:
                os.mkdir(folder, 0o700)
            except FileExistsError:
                pass
            except OSError:
                continue
        if _is_private(folder):
            return folder
    from eyebox_models.protocol.errors import EyeboxError

    raise EyeboxError(
        "socket-folder-not-private",
        "Files opened with a second start can't reach this window: {folder} is not a folder that "
        "only you may open. Remove it, or set XDG_RUNTIME_DIR, and start again.",
        folder=folder,
    )


def private_folders() -> list[str]:
    """The folders in which an earlier start may listen: nobody else can have put anything there."""
    return [folder for folder in _places() if _is_private(folder)]


def _own_name() -> str:
    return f"eyebox-{os.geteuid()}"


def _places() -> list[str]:
    """A start from a desktop and one from a remote shell differ in what is set: both find the login's folder."""
    login = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.geteuid()}"
    places = (login, os.path.join(os.environ.get("TMPDIR") or "/tmp", _own_name()), "/tmp/" + _own_name())
    return [
        place
        for place in dict.fromkeys(places)
        if os.path.isabs(place) and len(os.fsencode(place)) <= LONGEST
    ]


def _is_private(folder: str) -> bool:
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077
