"""The sentences that say why a picture cannot be opened, and what to do about it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from eyebox_models.ask import EyeboxError

MAX_PIXELS = 500_000_000
MAX_SIDE = 1_000_000

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_NAME_LENGTH = 80


def shown(path: Path) -> str:
    """A file's name as it can stand in a sentence: on one line, not too long, in quotes."""
    name = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in path.name or str(path))
    if len(name) > _NAME_LENGTH:
        half = _NAME_LENGTH // 2
        name = f"{name[:half]}…{name[-half:]}"
    return f"“{name}”"


def check_file(path: Path) -> None:
    """Raises EyeboxError unless `path` is a regular file with something in it that may be read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise EyeboxError(f"{shown(path)} is a folder; choose the pictures inside it.")
        if not stat.S_ISREG(status.st_mode):
            raise EyeboxError(f"{shown(path)} is not a file; choose a picture file.")
        if status.st_size == 0:
            raise EyeboxError(f"{shown(path)} is empty; copy it again from where it came from.")
        with path.open("rb"):
            pass
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError | ValueError) -> EyeboxError:
    """Why the system would not give a file."""
    code = error.errno if isinstance(error, OSError) else None
    if code == errno.ENOENT or code == errno.ENOTDIR:
        return EyeboxError(f"{shown(path)} does not exist; check its name, or whether it was moved.")
    if code == errno.EACCES or code == errno.EPERM:
        return EyeboxError(f"You may not read {shown(path)}; change its permissions or copy it elsewhere.")
    reason = os.strerror(code) if code else str(error)
    return EyeboxError(
        f"{shown(path)} cannot be read ({reason}); copy it to another place and try again.", str(error)
    )


def check_size(path: Path, width: int, height: int) -> None:
    """Raises EyeboxError for a picture that is larger than can be shown, before any of it is decoded."""
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        limit = f"{MAX_PIXELS // 1_000_000} million pixels and {MAX_SIDE:,} a side"
        raise EyeboxError(
            f"{shown(path)} is too large, {width:,} × {height:,} pixels; make it smaller, up to {limit}."
        )


def damaged(path: Path, error: BaseException) -> EyeboxError:
    """The picture's data ends early or makes no sense."""
    return EyeboxError(
        f"{shown(path)} is damaged or cut off; get the file again from its source.", str(error)
    )


def not_a_picture(path: Path, error: BaseException) -> EyeboxError:
    """The file's content is of no known kind."""
    if _is_heif(path):
        return EyeboxError(
            f"{shown(path)} is a HEIC picture, which cannot be opened here; save it as JPEG or PNG first.",
            str(error),
        )
    return EyeboxError(
        f"{shown(path)} is not a picture that can be opened; save it as PNG, JPEG, WebP, TIFF, GIF or BMP.",
        str(error),
    )


def no_room(path: Path, folder: Path, needed: int) -> EyeboxError:
    """The disk has no room for the decoded picture; `needed` in bytes."""
    megabytes = -(-needed // 1_000_000)
    return EyeboxError(f"The disk is too full to open {shown(path)}; make {megabytes:,} MB free in {folder}.")


def unwritable(path: Path, folder: Path, needed: int, error: OSError) -> EyeboxError:
    """Writing into `folder` failed while opening `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return no_room(path, folder, needed)
    reason = os.strerror(error.errno) if error.errno else str(error)
    return EyeboxError(
        f"{shown(path)} cannot be opened, {folder} cannot be written to ({reason}); check that folder.",
        str(error),
    )


def _is_heif(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(12)
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS
