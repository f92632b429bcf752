"""What vision towers made of pictures, kept on disk for all processes: a bounded folder of entries that are bytes.

An entry is a file of its own: a mark, the SHA-256 of its name and content, the content. It is written beside and then
named, so a process that is killed leaves none that is cut; one that is damaged is found by its sum and removed. Its name
begins with what stands for its pictures, so that what is known of a picture can be forgotten. A disk that is full or may
not be written keeps nothing, and nobody is told but the log. Light: the window imports it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

from eyebox_models.files.atomic_write import TEMPORARY, atomic_write, make_private
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.advice import own_folder

SETTING = "known_pictures_mb"
"""The program's setting (in its settings file) of how many million bytes the folder may take; 0 keeps nothing."""
DEFAULT_MB = 2048
FREE = 1_000_000_000
"""So many bytes of the disk stay free."""
RECENT = 3600.0
"""Seconds for which an entry that was used gives way to no new one: a batch over more pictures than fit fills the folder
once an hour, instead of writing for as long as it runs what goes again unread."""
WAITING = 500_000_000
"""So many bytes wait to be written at most; the disk is too slow for more."""
MOST_PICTURES = 8
"""What was made of more pictures at once is not kept: their names would be too long for a file's."""
_MARK = b"EYEBOXF1"
_SUM = hashlib.sha256().digest_size
_SUFFIX = ".features"
_LARGEST = 1 << 30


def limit() -> int:
    """Bytes that the folder may take, as the settings say now."""
    try:
        known = json.loads(read_regular(own_folder("config") / "settings.json", 1_000_000))
        wanted = known.get(SETTING, DEFAULT_MB)
    except (OSError, ValueError, RecursionError, AttributeError):
        wanted = DEFAULT_MB
    return max(wanted, 0) * 1_000_000 if type(wanted) is int else DEFAULT_MB * 1_000_000


def name_of(pictures: Sequence[str], key: str) -> str:
    """The name of the entry of these pictures (the SHA-256 of each file) that `key` tells from others of them; "" where
    it can't be kept."""
    if not pictures or len(pictures) > MOST_PICTURES:
        return ""
    return f"{'+'.join(map(_short, pictures))}-{_hash(key)}{_SUFFIX}"


def read(name: str) -> bytes | None:
    """The content of an entry, which counts as used now; None where there is none, or none that is whole."""
    path = _folder() / name
    try:
        data = read_regular(path, _LARGEST)
    except OSError:
        return None
    content = memoryview(data)[len(_MARK) + _SUM :]
    if data[: len(_MARK)] != _MARK or data[len(_MARK) :][:_SUM] != _sum(name, content):
        print(f"features: {name} was damaged and is computed anew", file=sys.stderr, flush=True)
        with suppress(OSError):
            path.unlink()
        return None
    with suppress(OSError):
        os.utime(path)
    return bytes(content)


def write(name: str, content: bytes) -> bool:
    """Keeps an entry if there is room for it, or can be made by those that were used longest ago. Returns whether."""
    folder = _folder()
    size = len(_MARK) + _SUM + len(content)
    try:
        make_private(folder)
        if not _make_room(folder, size):
            return False
        atomic_write(folder / name, _MARK + _sum(name, content) + content, private=True)
    except OSError as error:
        print(f"features: {name} was not kept: {error}", file=sys.stderr, flush=True)
        return False
    return True


def used_bytes() -> int:
    """What the folder takes."""
    return sum(size for _path, size, _used in _entries(_folder()))


def trim(most: int) -> None:
    """Removes entries, those that were used longest ago first, until at most so many bytes are taken."""
    entries = _entries(_folder())
    taken = sum(size for _path, size, _used in entries)
    for path, size, _used in entries:
        if taken <= most:
            break
        taken -= size
        with suppress(OSError):
            path.unlink()


def forget(pictures: Iterable[str]) -> None:
    """Removes all that was made of pictures, each given by the SHA-256 of its file."""
    gone = set(map(_short, pictures))
    for path, _size, _used in _entries(_folder()) if gone else ():
        if not gone.isdisjoint(path.name.partition("-")[0].split("+")):
            with suppress(OSError):
                path.unlink()


_writing: dict[Thread, int] = {}
"""What writes now, and how many bytes."""
_lock = Lock()


def write_aside(entries: Iterable[tuple[str, bytes]], size: int) -> None:
    """Writes entries of so many bytes on a thread of their own, where each is made, too (`entries` may be a generator).

    Nothing is kept while much waits to be written already.
    """

    def work() -> None:
        try:
            for name, content in entries:
                write(name, content)
        finally:
            with _lock:
                del _writing[thread]

    thread = Thread(target=work, name="features", daemon=True)
    with _lock:
        if _writing and sum(_writing.values()) + size > WAITING:
            return
        thread.start()  # whoever waits for it may join it from now on
        _writing[thread] = size


def finish_writing(seconds: float) -> None:
    """Waits until what is being written is on the disk, at most so long."""
    until = time.monotonic() + seconds
    while True:
        with _lock:
            thread = next(iter(_writing), None)
        if thread is None or (left := until - time.monotonic()) <= 0:
            return
        thread.join(left)


def _make_room(folder: Path, size: int) -> bool:
    """Whether so many bytes fit; entries that were not used for long are removed for them, and what killed processes
    left. Raises OSError."""
    entries = _entries(folder)
    taken = sum(entry[1] for entry in entries)
    most = min(limit(), taken + shutil.disk_usage(folder).free - FREE)
    now = time.time()
    old = [entry for entry in entries if not 0 <= now - entry[2] < RECENT]
    if size > most - taken + sum(entry[1] for entry in old):
        return False
    for path, own, _used in old:
        if taken + size <= most:
            break
        taken -= own
        path.unlink(missing_ok=True)
    for path in folder.glob(f"{TEMPORARY}*.tmp"):
        with suppress(OSError):
            if now - path.stat().st_mtime > RECENT:
                path.unlink()
    return True


def _entries(folder: Path) -> list[tuple[Path, int, float]]:
    """Path, bytes and time of the last use of all entries, the one that was used longest ago first."""
    found = []
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):
                if entry.name.endswith(_SUFFIX):
                    stat = entry.stat(follow_symlinks=False)
                    found.append((Path(entry.path), stat.st_size, stat.st_mtime))
    return sorted(found, key=lambda entry: entry[2])


def _folder() -> Path:
    return own_folder("cache") / "features"


def _sum(name: str, content: bytes | memoryview) -> bytes:
    made = hashlib.sha256(name.encode("ascii"))
    made.update(content)
    return made.digest()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _short(picture: str) -> str:
    return _hash(picture)[:16]
