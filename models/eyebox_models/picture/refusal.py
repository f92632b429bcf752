"""The sentences that say why a picture cannot be opened, and what to do about it."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eyebox_models.files.document_page import name_of
from eyebox_models.files.regular_file import NotRegularFileError, open_regular
from eyebox_models.picture import memory
from eyebox_models.protocol.errors import EyeboxError, Sentence, os_reason

MAX_PIXELS = 500_000_000
MAX_SIDE = 1_000_000
MAX_CHANNELS = 256

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_NAME_LENGTH = 80
_NEVER_TOO_MUCH = 64_000_000
"""Bytes for which nobody has to ask how much memory is free."""
_OF_MEMORY = re.compile(
    r"out of memory|insufficient memory|cannot allocate|\b[mc]alloc\b|memory allocation", re.I
)
"""What libvips and the libraries below it say when memory runs out."""


def shown(path: Path) -> str:
    """A file's name as it can stand in a sentence: on one line, not too long, in quotes."""
    name = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name_of(path) or str(path))
    if len(name) > _NAME_LENGTH:
        half = _NAME_LENGTH // 2
        name = f"{name[:half]}…{name[-half:]}"
    return f"“{name}”"


def check_file(path: Path) -> None:
    """Raises EyeboxError unless `path` is a regular file with something in it that may be read."""
    try:
        with open_regular(path) as file:
            if not file.seek(0, os.SEEK_END):
                raise EyeboxError(
                    "picture-empty",
                    "{path} is empty; copy it again from where it came from.",
                    path=shown(path),
                )
    except IsADirectoryError as error:
        raise EyeboxError(
            "picture-is-folder", "{path} is a folder; choose the pictures inside it.", path=shown(path)
        ) from error
    except NotRegularFileError as error:
        raise EyeboxError(
            "picture-no-file", "{path} is not a file; choose a picture file.", path=shown(path)
        ) from error
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def no_page(path: Path, page: int, count: int) -> EyeboxError:
    """A document has fewer pages than is asked for."""
    return EyeboxError(
        "document-no-page",
        "{path} has no page {page:,}; it has {count:,}.",
        path=shown(path),
        page=page,
        count=count,
    )


def no_video(path: Path) -> EyeboxError:
    """A frame is asked for of what is no video."""
    return EyeboxError("video-not", "{path} is not a video, so it has no frames.", path=shown(path))


def unreadable(path: Path, error: OSError | ValueError) -> EyeboxError:
    """Why the system would not give a file."""
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        return EyeboxError(
            "picture-missing",
            "{path} does not exist; check its name, or whether it was moved.",
            path=shown(path),
        )
    if code in (errno.EACCES, errno.EPERM):
        return EyeboxError(
            "picture-forbidden",
            "You may not read {path}; change its permissions or copy it elsewhere.",
            path=shown(path),
        )
    reason = os_reason(OSError(code, os.strerror(code))) if code else str(error)
    return EyeboxError(
        "picture-unreadable",
        "{path} cannot be read ({reason}); copy it to another place and try again.",
        detail=str(error),
        path=shown(path),
        reason=reason,
    )


def check_size(path: Path, width: int, height: int) -> None:
    """Raises EyeboxError for a picture that is larger than can be shown, before any of it is decoded."""
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise EyeboxError(
            "picture-too-large",
            "{path} is too large, {width:,} × {height:,} pixels; make it smaller, up to {millions} million "
            "pixels and {side:,} a side.",
            path=shown(path),
            width=width,
            height=height,
            millions=MAX_PIXELS // 1_000_000,
            side=MAX_SIDE,
        )


def check_channels(path: Path, channels: int) -> None:
    """Raises EyeboxError for a file with more channels than pictures have."""
    if channels > MAX_CHANNELS:
        raise EyeboxError(
            "picture-channels",
            "{path} has {channels:,} channels of colour; save it as a picture in RGB first.",
            path=shown(path),
            channels=channels,
        )


def check_memory(path: Path, held: int) -> None:
    """Raises EyeboxError when the decoder would hold more bytes than it may, before any of it is decoded."""
    if held <= _NEVER_TOO_MUCH or held <= (allowed := memory.allowed()):
        return
    needs = Sentence(
        "picture-needs",
        "{path} needs {needed} GB of memory to be opened, and {free} GB are free for it",
        path=shown(path),
        needed=f"{held / 1e9:,.1f}",
        free=f"{allowed / 1e9:,.1f}",
    )
    if held > memory.MOST:
        raise EyeboxError(
            "picture-memory-format", "{needs}; make it smaller, or save it as PNG or JPEG.", needs=needs
        )
    raise EyeboxError(
        "picture-memory-busy", "{needs}; close other programs, or make it smaller.", needs=needs
    )


def no_memory(path: Path, error: BaseException) -> EyeboxError:
    """Memory ran out while the picture was decoded."""
    return EyeboxError(
        "picture-memory-path",
        "There is not enough memory to open {path}; close other programs, or make it smaller.",
        detail=str(error),
        path=shown(path),
    )


@contextmanager
def as_memory_error(path: Path) -> Iterator[None]:
    """Raises the sentence that memory ran out, wherever it did."""
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and "start new thread" not in str(error):
            raise
        raise no_memory(path, error) from error


def undecodable(path: Path, error: BaseException) -> EyeboxError:
    """Why a decoder gave up: memory, or the picture's data."""
    if isinstance(error, MemoryError) or _OF_MEMORY.search(str(error)):
        return no_memory(path, error)
    return EyeboxError(
        "picture-damaged",
        "{path} is damaged or cut off; get the file again from its source.",
        detail=str(error),
        path=shown(path),
    )


def not_a_picture(path: Path, error: BaseException) -> EyeboxError:
    """The file's content is of no known kind."""
    if _is_heif(path):
        return EyeboxError(
            "picture-heic",
            "{path} is a HEIC picture, which cannot be opened here; save it as JPEG or PNG first.",
            detail=str(error),
            path=shown(path),
        )
    return EyeboxError(
        "picture-unknown",
        "{path} is not a picture that can be opened; save it as PNG, JPEG, WebP, TIFF, GIF or BMP.",
        detail=str(error),
        path=shown(path),
    )


def no_room(path: Path, folder: Path, needed: int) -> EyeboxError:
    """The disk has no room for the decoded picture; `needed` in bytes."""
    return EyeboxError(
        "disk-full-picture",
        "The disk is too full to open {path}; make {megabytes:,} MB free in {folder}.",
        path=shown(path),
        megabytes=-(-needed // 1_000_000),
        folder=folder,
    )


def unwritable(path: Path, folder: Path, needed: int, error: OSError) -> EyeboxError:
    """Writing into `folder` failed while opening `path`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return no_room(path, folder, needed)
    return EyeboxError(
        "picture-folder-denied",
        "{path} cannot be opened, {folder} cannot be written to ({reason}); check that folder.",
        detail=str(error),
        path=shown(path),
        folder=folder,
        reason=os_reason(error),
    )


def _is_heif(path: Path) -> bool:
    with open_regular(path) as file:
        head = file.read(12)
    return head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS
