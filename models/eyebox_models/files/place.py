"""Where a download lies: the hub's cache layout, so that other programs find it too, and a receipt beside it.

`models--Org--Name/blobs/DIGEST` holds the bytes (`DIGEST.part` while they come), `snapshots/COMMIT/FILE` links
to them, `refs/main` names the commit, and `eyebox.json`, the receipt, keeps every checksum and says which
commits are whole. A snapshot appears only when all of its files are verified.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from eyebox_models.files.atomic_write import atomic_write, describe_os_error, file_lock
from eyebox_models.files.fetch import RemoteFile
from eyebox_models.files.hub import Listing
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError

RECEIPT = "eyebox.json"
PART = ".part"
SPARE = 200_000_000
"""Bytes of the disk that a download leaves free."""


class Shelf(Protocol):
    """Where files lie, and where they lie while they come."""

    def blob(self, file: RemoteFile) -> Path: ...

    def part(self, file: RemoteFile) -> Path: ...


def missing(files: Iterable[RemoteFile], shelf: Shelf) -> int:
    """Bytes that are still to come."""
    needed = 0
    for file in files:
        sizes = (path.stat().st_size for path in (shelf.blob(file), shelf.part(file)) if path.is_file())
        needed += max(0, file.size - next(sizes, 0))
    return needed


def require_room(name: str, needed: int, folder: Path) -> None:
    """Raises EyeboxError when the disk of a folder has no room for so many bytes more."""
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        if needed and needed + SPARE > free:
            raise EyeboxError(
                "disk-too-small",
                "{name} needs {needed} more and {free} are free on the disk of {folder}: free {missing_space} first.",
                name=name,
                needed=gigabytes(needed),
                free=gigabytes(free),
                folder=folder,
                missing_space=gigabytes(needed + SPARE - free),
            )


class Place:
    """The folder of one model under `home`."""

    def __init__(self, home: Path, name: str) -> None:
        self.name = name
        self.root = home / ("models--" + name.replace("/", "--"))

    def blob(self, file: RemoteFile) -> Path:
        return self.root / "blobs" / file.digest

    def part(self, file: RemoteFile) -> Path:
        return self.root / "blobs" / (file.digest + PART)

    def snapshot(self, commit: str) -> Path:
        return self.root / "snapshots" / commit

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes here meanwhile. Raises EyeboxError at once when somebody does, or nobody may."""
        try:
            (self.root / "blobs").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise describe_os_error(error, self.root) from error
        with file_lock(self.root / "eyebox.lock") as alone:
            if not alone:
                raise EyeboxError(
                    "download-running",
                    "{name} is being downloaded already, by another window or command: wait for that one.",
                    name=self.name,
                )
            yield

    def begin(self, listing: Listing) -> None:
        """Writes the checksums down; from now on the commit counts as half here."""
        self._note(listing, complete=False)

    def finish(self, listing: Listing, revision: str) -> Path:
        """Makes the snapshot of verified blobs appear, and returns its folder."""
        folder = self.snapshot(listing.commit)
        for file in listing.files:
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(self.blob(file), target)
        if revision != listing.commit:
            reference = self.root / "refs" / revision
            reference.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(reference, listing.commit)
        self._note(listing, complete=True)
        return folder

    def discard(self) -> None:
        """Deletes what a download that never ended left here. Whole commits stay, and those that others put here.

        Raises EyeboxError, OSError.
        """
        with self.locked():
            receipt = read_receipt(self.root)
            snapshots = receipt.get("snapshots")
            snapshots = snapshots if isinstance(snapshots, dict) else {}
            whole = {c: s for c, s in snapshots.items() if isinstance(s, dict) and s.get("complete") is True}
            kept = {file.digest for commit in whole for file in receipt_files(receipt, commit) or ()}
            there = self.root / "snapshots"
            foreign = there.is_dir() and {path.name for path in there.iterdir()} - snapshots.keys()
            for blob in (self.root / "blobs").iterdir():
                part = blob.name.endswith((PART, f"{PART}.json"))
                if part or (blob.name not in kept and not foreign):
                    blob.unlink()
            for commit in snapshots.keys() - whole.keys():
                shutil.rmtree(self.snapshot(commit), ignore_errors=True)
            if whole:
                atomic_write(
                    self.root / RECEIPT,
                    json.dumps({**receipt, "snapshots": whole}, ensure_ascii=False, indent=1),
                )
        if not whole and not foreign:
            shutil.rmtree(self.root, ignore_errors=True)

    def _note(self, listing: Listing, complete: bool) -> None:
        receipt = read_receipt(self.root)
        snapshots = receipt.get("snapshots")
        snapshots = dict(snapshots) if isinstance(snapshots, Mapping) else {}
        snapshots[listing.commit] = {
            "complete": complete,
            "source": listing.source,
            "files": {
                file.path: {"size": file.size, file.algorithm: file.digest}
                for file in sorted(listing.files, key=lambda file: file.path)
            },
        }
        content = {"format": 1, "name": listing.name, "snapshots": snapshots}
        atomic_write(self.root / RECEIPT, json.dumps(content, ensure_ascii=False, indent=1))


def read_receipt(folder: Path) -> dict[str, Any]:
    """What `eyebox.json` in a folder says; empty when there is none, or it cannot be understood."""
    try:
        data = json.loads(read_regular(folder / RECEIPT))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def receipt_files(receipt: Mapping[str, Any], commit: str) -> tuple[RemoteFile, ...] | None:
    """The files of a commit as a receipt lists them; None when it does not know the commit."""
    try:
        entries = receipt["snapshots"][commit]["files"]
        return tuple(
            RemoteFile(path, int(entry["size"]), kind, str(entry[kind]))
            for path, entry in entries.items()
            for kind in ("sha256", "git-sha1")
            if kind in entry
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def gigabytes(count: int) -> str:
    """A number of bytes for people."""
    return (
        f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{max(1, round(count / 1e6))} MB" if count else "0 MB"
    )


def _link(blob: Path, target: Path) -> None:
    """A relative symbolic link; where there are none a second name, and where there are none of those a copy.

    What is right already stays untouched, because a model may be reading it.
    """
    with suppress(OSError):
        if blob.samefile(target):
            return
    fresh = target.with_name(target.name + ".tmp")
    fresh.unlink(missing_ok=True)
    try:
        fresh.symlink_to(os.path.relpath(blob, target.parent))
    except (OSError, NotImplementedError):
        try:
            os.link(blob, fresh)
        except (OSError, NotImplementedError):
            shutil.copyfile(blob, fresh)
    fresh.replace(target)
