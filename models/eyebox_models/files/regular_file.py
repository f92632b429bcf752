"""Files that others made are opened only when they are regular ones: a pipe would wait for ever, a device never end."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from threading import Event

from eyebox_models.files.document_page import Part, as_page, split_page
from eyebox_models.protocol.errors import Stopped

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NotRegularFileError(OSError):
    """The path leads to something that is no regular file (a pipe, a socket, a device)."""


def check_regular(path: str | os.PathLike[str]) -> None:
    """Raises NotRegularFileError for what is no regular file, IsADirectoryError for a folder, OSError for what is not there.

    For files that a library opens by itself.
    """
    try:
        mode = Path(path).stat().st_mode
    except ValueError as error:  # a null byte in the name
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(path)) from error
    _check(mode, path)


def open_regular(path: str | os.PathLike[str]) -> BufferedReader:
    """Opens a regular file for reading bytes, and never waits. Raises OSError as `check_regular` does."""
    check_regular(path)  # before it is opened, because opening some devices does something
    descriptor = os.open(path, _FLAGS)
    try:
        _check(os.fstat(descriptor).st_mode, path)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_regular(path: str | os.PathLike[str], limit: int = 64_000_000) -> bytes:
    """The bytes of a regular file. Raises OSError; that it is too large when there are more than `limit`."""
    with open_regular(path) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"it is larger than {limit:,} bytes", os.fspath(path))
    return data


def sha256_of(path: str | os.PathLike[str], stop: Event | None = None) -> str:
    """The SHA-256 of a regular file; that of a page or frame is another one for each. Raises OSError, Stopped."""
    import hashlib

    digest = hashlib.sha256()
    path, page = split_page(path)
    with open_regular(path) as file:
        while data := file.read(1 << 20):
            if stop is not None and stop.is_set():
                raise Stopped
            digest.update(data)
    return sum_of_page(digest.hexdigest(), page)


def sum_of_page(sha256: str, page: Part | None) -> str:
    """What stands for a page or frame of a file that has this SHA-256; the file's own where it is neither."""
    import hashlib

    return sha256 if page is None else hashlib.sha256(as_page(sha256, page).encode("ascii")).hexdigest()


def is_regular(path: str | os.PathLike[str]) -> bool:
    """Whether a path leads to a regular file."""
    try:
        check_regular(path)
    except OSError:
        return False
    return True


def _check(mode: int, path: str | os.PathLike[str]) -> None:
    if stat.S_ISREG(mode):
        return
    name = os.fspath(path)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    raise NotRegularFileError(errno.EINVAL, f"{Path(name).name} is {_kind(mode)}, no regular file", name)


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"
