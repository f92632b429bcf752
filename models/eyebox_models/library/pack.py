"""Writes a model's folder into one file. `pack_format` says what that is."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from threading import Event

from eyebox_models.checkpoint.find import Found, folder_of, snapshot_of
from eyebox_models.checkpoint.folder import name_of
from eyebox_models.files.atomic_write import open_atomically
from eyebox_models.files.fetch import RemoteFile
from eyebox_models.files.hub import choose
from eyebox_models.files.regular_file import open_regular, sha256_of
from eyebox_models.library.pack_format import (
    BLOCK,
    LIST,
    LONGEST_PATH,
    SIGNATURE,
    Entry,
    header,
    list_of,
    padding,
    sign,
)
from eyebox_models.protocol.cards import Packed
from eyebox_models.protocol.errors import EyeboxError, Stopped, os_reason
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit

PIECE = 1 << 20
EVERY = 1 << 26
"""Bytes between two reports."""


def pack(folder: str, target: str, key: str, emit: Emit, stop: Event) -> Packed:
    """Packs a checkpoint's weights, tokenizer and configs; nothing else of its folder. Signed where a `key` is given.

    Raises EyeboxError, Stopped; then there is no new file.
    """
    found = _found(folder)
    meter = Meter("checking", emit)
    try:
        entries = _entries(found, meter, stop)
        listed = list_of(found.name, entries)
        signature, signed_by = sign(listed, key) if key else (b"", "")
        meter = Meter("packing", emit, listed.total)
        _require_room(target, listed.total + len(listed.raw) + (len(entries) + 8) * 2 * BLOCK)
        with open_atomically(target) as file:
            for path, data in ((LIST, listed.raw), (SIGNATURE, signature)):
                if data:
                    file.write(header(path, len(data)) + data + bytes(padding(len(data))))
            for entry in entries:
                file.write(header(entry.path, entry.bytes))
                digest, size = hashlib.sha256(), 0
                with open_regular(found.folder / entry.path) as source:
                    while size <= entry.bytes and (data := source.read(PIECE)):
                        if stop.is_set():
                            raise Stopped
                        file.write(data)
                        digest.update(data)
                        size += len(data)
                        meter.move(len(data))
                if size != entry.bytes or digest.hexdigest() != entry.sha256:
                    raise EyeboxError(
                        "pack-changed", "{path} changed while it was packed: pack it again.", path=entry.path
                    )
                file.write(bytes(padding(size)))
                meter.report()
            file.write(bytes(2 * BLOCK))
            written = file.tell()
    except OSError as error:
        raise EyeboxError(
            "pack-unreadable",
            "{folder} can't be packed: {reason}.",
            folder=found.folder,
            reason=os_reason(error),
        ) from error
    return Packed(str(Path(target).absolute()), found.name, written, len(entries), signed_by)


class Meter:
    """Reports how many bytes are done, now and then and after each file."""

    def __init__(self, stage: str, emit: Emit, total: int = 0) -> None:
        self.total = total
        self._stage, self._emit = stage, emit
        self._done = self._reported = 0

    def move(self, count: int) -> None:
        self._done += count
        if self._done - self._reported >= EVERY:
            self.report()

    def report(self) -> None:
        self._reported = self._done
        share = self._done / self.total if self.total else 1.0
        self._emit(Progress(self._stage, share, done_bytes=self._done, total_bytes=self.total))


def _found(folder: str) -> Found:
    place = folder_of(folder)
    found = (
        (snapshot_of(place) or Found(place, name_of(place.absolute()), "added"))
        if place is not None
        else None
    )
    if found is None or not (found.folder / "config.json").is_file():
        raise EyeboxError("pack-no-model", "{folder} is no folder of a model; choose one.", folder=folder)
    if found.lacks:
        raise EyeboxError(
            "pack-half",
            "{name} is not whole, so it is not packed: download it to its end first.",
            name=found.name,
        )
    return found


def _entries(found: Found, meter: Meter, stop: Event) -> tuple[Entry, ...]:
    """What belongs into it, with checksums, the small files first. Raises EyeboxError, OSError, Stopped."""
    every = []
    for root, folders, names in os.walk(found.folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(root, name)
            every.append((path.relative_to(found.folder).as_posix(), path.stat().st_size))
    candidates = [RemoteFile(path, size, "sha256", "0" * 64) for path, size in every]
    chosen = choose(candidates, found.name)
    for file in chosen:
        if len(file.path.encode()) > LONGEST_PATH:
            raise EyeboxError("pack-long-name", "The name {path} is too long for a pack.", path=file.path)
    meter.total = sum(file.size for file in chosen)
    made = []
    for file in chosen:
        made.append(Entry(file.path, file.size, sha256_of(found.folder / file.path, stop)))
        meter.move(file.size)
        meter.report()
    return tuple(made)


def _require_room(target: str, needed: int) -> None:
    folder = Path(target).absolute().parent
    if folder.is_dir() and (missing := needed - shutil.disk_usage(folder).free) > 0:
        raise EyeboxError(
            "disk-full-target",
            "The disk is too full: make {megabytes:,} MB free in {folder}.",
            megabytes=-(-missing // 1_000_000),
            folder=folder,
        )
