"""A new model folder that is there whole or not at all: it is written beside its place and renamed in the end."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from eyebox_models.files.atomic_write import file_lock
from eyebox_models.protocol.errors import EyeboxError, os_reason

_ROOM = 64_000_000
"""Bytes for the small files and the file system."""


@contextmanager
def new_folder(target: Path, needed: int) -> Iterator[Path]:
    """An empty folder that becomes `target` when the block ends well, and is removed otherwise.

    `needed` are the bytes that will be written. Raises EyeboxError: nothing is overwritten, and the disk has to have
    room.
    """
    place = check_target(target, needed)
    _sweep(place)
    made = place.parent / f".{place.name}.unfinished-{os.getpid()}"
    _make(made)
    try:
        yield made
        _rename(made, place)
    except OSError as error:
        raise EyeboxError(
            "target-not-written",
            "{place} could not be written ({reason}).",
            place=place,
            reason=os_reason(error),
        ) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def check_target(target: Path, needed: int) -> Path:
    """Where a folder of so many bytes would be made. Raises EyeboxError where it can't be."""
    place = _checked(target)
    require_room(place, needed)
    return place


@contextmanager
def resumed_folder(target: Path, needed: int) -> Iterator[tuple[Path, Callable[[], None]]]:
    """The same, where work goes on that was interrupted: what a killed process left is there.

    Gives a function, too, that makes this block leave what it has written even where it ends by an error.
    """
    place = _checked(target)
    made = place.parent / f".{place.name}.unpacking"
    lock = made.with_name(f"{made.name}.lock")
    with file_lock(lock) as alone:
        if not alone:
            raise EyeboxError(
                "target-busy", "{place} is being written by another window or command.", place=place
            )
        kept = False

        def keep() -> None:
            nonlocal kept
            kept = True

        if os.path.lexists(made) and not _is_own(made):
            raise EyeboxError(
                "target-foreign", "{place} belongs to somebody else; remove it first.", place=made
            )
        there = sum(path.stat().st_size for path in made.rglob("*") if path.is_file()) if made.is_dir() else 0
        require_room(place, max(0, needed - there))
        if not made.is_dir():
            _make(made)
        try:
            yield made, keep
            _rename(made, place)
        finally:
            if not kept:
                shutil.rmtree(made, ignore_errors=True)
                lock.unlink(missing_ok=True)


def _is_own(folder: Path) -> bool:
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and (os.name != "posix" or status.st_uid == os.getuid())


def _checked(target: Path) -> Path:
    place = target.expanduser().absolute()
    if os.path.lexists(place):
        raise EyeboxError(
            "target-exists",
            "{place} is there already and is not overwritten; choose another name.",
            place=place,
        )
    if not place.parent.is_dir():
        raise EyeboxError(
            "target-parent-missing",
            "{folder} does not exist; make that folder first, or choose another.",
            folder=place.parent,
        )
    return place


def require_room(place: Path, needed: int) -> None:
    """Raises EyeboxError where the disk of a folder to be made has no room for so many bytes."""
    free = shutil.disk_usage(place.parent).free
    if free < needed + _ROOM:
        missing = -(-(needed + _ROOM - free) // 1_000_000)
        raise EyeboxError(
            "disk-full-target",
            "The disk is too full: make {megabytes:,} MB free in {folder}.",
            megabytes=missing,
            folder=place.parent,
        )


def _make(made: Path) -> None:
    try:
        made.mkdir()
    except OSError as error:
        raise EyeboxError(
            "target-denied",
            "{folder} cannot be written to ({reason}); check it.",
            folder=made.parent,
            reason=os_reason(error),
        ) from error


def _rename(made: Path, place: Path) -> None:
    if os.path.lexists(place):
        raise EyeboxError(
            "target-appeared",
            "{place} has appeared meanwhile and is not overwritten; choose another name.",
            place=place,
        )
    made.rename(place)


def _sweep(place: Path) -> None:
    """Removes what was left beside `place` by a process that was killed."""
    for left in place.parent.glob(f".{escape(place.name)}.unfinished-*"):
        number = left.name.rpartition("-")[2]
        if number.isdigit() and not is_alive(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def is_alive(pid: int) -> bool:
    """Whether there is a process of this id that may be one of ours."""
    if os.name == "nt":  # there os.kill would end it; what it still holds open cannot be removed anyway
        return pid == os.getpid()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
