"""Files that are written whole or not at all, by one process at a time, for the user alone; and what to say where that fails."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from eyebox_models.files.regular_file import is_regular
from eyebox_models.protocol.errors import EyeboxError, Sentence, os_reason

LONGEST_STEM = 60
"""Letters: four bytes each still leave room for an ending."""

TEMPORARY = ".eyebox-"
"""How the names of temporary files begin; they end with `.tmp`."""

_UNFIT = re.compile(r'[\x00-\x1f\x7f\ud800-\udfff<>:"/\\|?*]')
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


def shown(path: str | os.PathLike[str], limit: int = 160) -> str:
    """A path on one line: control characters and broken bytes become visible, a long middle is left out."""
    text = "".join(c if c.isprintable() else repr(c)[1:-1] for c in os.fspath(path))
    half = limit // 2
    return text if len(text) <= limit else f"{text[:half]}…{text[-half:]}"


@contextmanager
def reading(file: str | os.PathLike[str]) -> Iterator[None]:
    """Raises EyeboxError for a file that can't be read, or is not the JSON that it is read as."""
    try:
        yield
    except OSError as error:
        raise EyeboxError(
            "file-unreadable", "{file} cannot be read: {reason}.", file=shown(file), reason=os_reason(error)
        ) from error
    except (ValueError, RecursionError) as error:
        raise EyeboxError(
            "file-not-json", "{file} is not JSON: {reason}.", file=shown(file), reason=error
        ) from error


def sentence_for(error: OSError, path: str | os.PathLike[str]) -> str:
    """What failed while `path` was written, and what to do about it."""
    name = shown(path)
    if error.errno in _FULL:
        return Sentence(
            "disk-full", "The disk is full, {name} was not written: free some space and try again.", name=name
        )
    if error.errno in _DENIED:
        return Sentence(
            "file-not-writable",
            "{name} may not be written: choose another folder or ask for the right to write there.",
            name=name,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Sentence(
            "folder-not-there",
            "{name} was not written because its folder does not exist: choose another folder.",
            name=name,
        )
    if error.errno == errno.EISDIR:
        return Sentence("file-is-folder", "{name} is a folder: choose another name.", name=name)
    if error.errno == errno.EEXIST:  # by mkdir
        return Sentence(
            "folder-is-file", "{name} is a file, where a folder is needed: choose another name.", name=name
        )
    if error.errno == errno.ENAMETOOLONG:
        return Sentence("file-name-too-long", "The name {name} is too long: choose a shorter one.", name=name)
    return Sentence(
        "file-not-written",
        "{name} was not written ({reason}): choose another place and try again.",
        name=name,
        reason=os_reason(error),
    )


def file_stem(name: str) -> str:
    """A name as a file may have it on any system, without an ending; never empty, at most LONGEST_STEM letters."""
    return _UNFIT.sub("_", name).strip(" .")[:LONGEST_STEM] or "picture"


def describe_os_error(error: OSError, path: Path) -> EyeboxError:
    """What failed while something that takes long was written below `path`, as a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EyeboxError(
            "disk-full-download",
            "The disk of {path} is full; what came is kept: free some space and ask for the download again.",
            path=path,
        )
    if error.errno == errno.EFBIG:
        return EyeboxError(
            "disk-no-large-files",
            "The disk of {path} takes no files of this size: choose another folder for models.",
            path=path,
        )
    if error.errno in _DENIED:
        return EyeboxError(
            "folder-not-writable",
            "{path} may not be written: choose another folder, or ask for the right to write there.",
            path=path,
        )
    return EyeboxError(
        "file-not-written-download",
        "{path} could not be written ({reason}): check the disk and ask for the download again.",
        path=path,
        reason=os_reason(error),
    )


def save_file(path: str | os.PathLike[str], data: bytes | str, *, private: bool = False) -> None:
    """Writes a file with `open_atomically`; text as UTF-8 with its line ends as they are. Raises EyeboxError."""
    with open_atomically(path, private=private) as file:
        file.write(_encoded(data))


@contextmanager
def open_atomically(path: str | os.PathLike[str], *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write where a user chose the place, as `atomic_write` does it; its `name` is where it lies until then.

    Raises EyeboxError where the file can't be written; after any error the old file is untouched.
    """
    with telling_why(path), _replacing(real_place(path), private) as file:
        yield file


def real_place(path: str | os.PathLike[str]) -> Path:
    """Where a file that is written at `path` comes to lie, behind all links. Raises EyeboxError."""
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:
        raise EyeboxError(
            "not-a-file-name",
            "{path} is no name for a file: choose another one.",
            detail=str(error),
            path=shown(path),
        ) from error


@contextmanager
def telling_why(path: str | os.PathLike[str]) -> Iterator[None]:
    """Raises EyeboxError, as one sentence, where the system does not let `path` be written."""
    try:
        yield
    except OSError as error:
        raise EyeboxError.of(sentence_for(error, path), str(error)) from error


def atomic_write(path: Path, data: bytes | str, *, private: bool = False) -> None:
    """Writes a file through a temporary one beside it, so that a reader sees the old file or the new one.

    Text is written as UTF-8 with its line ends as they are. The permissions of an existing file stay, and a
    link to one is followed; what is no file (a device, a link to nowhere) is not written to but replaced.
    A new `private` file is for the user alone. Raises OSError; the old file is then untouched.
    """
    real = Path(os.path.realpath(path))
    with _replacing(real if is_regular(real) else path, private) as file:
        file.write(_encoded(data))


@contextmanager
def synced(path: Path) -> Iterator[BinaryIO]:
    """A new file for the bytes of a block, which are on the disk when that ends well. Raises OSError."""
    with path.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def put_in_place(ready: Path, target: Path) -> None:
    """Gives a written file the name `target`, in the place of another, once it is on the disk. Raises OSError."""
    sync_file(ready)
    ready.replace(target)
    sync_folder(target.parent)


@contextmanager
def file_lock(file: Path) -> Iterator[bool]:
    """Holds the lock of a file, which is made where there is none; False, at once, when somebody else holds it.

    The system releases it when the process ends, however it does. Raises EyeboxError where it may not be written.
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


def _encoded(data: bytes | str) -> bytes:
    return data.encode("utf-8", "replace") if isinstance(data, str) else data


@contextmanager
def _replacing(target: Path, private: bool) -> Iterator[BinaryIO]:
    with temporary_beside(target, private) as file:
        yield file
    ready = Path(file.name)
    try:
        put_in_place(ready, target)
    except BaseException:
        with suppress(OSError):
            ready.unlink()
        raise


@contextmanager
def temporary_beside(target: Path, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write that is to take the place of `target`, with the permissions of that; deleted after an error.

    Raises OSError.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    temporary = target.with_name(f"{TEMPORARY}{os.urandom(16).hex()}.tmp")
    try:
        mode = 0o600 if private else 0o666
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            with suppress(OSError):  # nothing is there, or a link that leads nowhere
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            yield file
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def sync_file(file: Path) -> None:
    """Makes what was written into a file last through a power cut. Raises OSError."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Makes a rename last through a power cut, where the system can do so."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
