"""Compares a model's files with the checksums that are kept beside them. Asks no hub.

They stand in the receipt of an Eyebox download, in the list of a model pack, in the names of the blobs of a Hugging Face
cache, or in the notes that huggingface_hub leaves in a plain folder.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event

from eyebox_models.checkpoint.find import HUB, Found, snapshot_of
from eyebox_models.checkpoint.folder import name_of
from eyebox_models.checkpoint.whole import exists, missing, names_in
from eyebox_models.files.fetch import RemoteFile, intact
from eyebox_models.files.place import read_receipt, receipt_files
from eyebox_models.files.regular_file import read_regular
from eyebox_models.library.cards import half_here, inspected
from eyebox_models.library.pack_format import KEPT_LIST, LARGEST_LIST, read_list
from eyebox_models.protocol.cards import ModelCard, Origin, Transfer
from eyebox_models.protocol.errors import EyeboxError, Sentence, os_reason
from eyebox_models.protocol.family import Emit

NOTES = Path(".cache") / "huggingface" / "download"
_DIGEST = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def verify(folder: str, emit: Emit, stop: Event) -> ModelCard:
    """Reads every file whose checksum is known; the card's problems name the wrong ones, and what to do.

    Transfer("checking") events report the progress, one with its name after each file. Raises EyeboxError
    when there is no such folder, or Stopped.
    """
    path = Path(folder)
    if not path.is_dir():
        raise EyeboxError(
            "verify-folder-missing", "There is no folder {folder}: give the folder of a model.", folder=folder
        )
    found = snapshot_of(path) or Found(path, name_of(path.absolute()), "added", missing(path))
    path, name = found.folder, found.name
    files = checksums(path)
    problems = _wrong(path, name, files, emit, stop)
    if found.lacks and not problems:
        problems = [half_here(found)]
    card = inspected(found)
    others = tuple(text for text in card.problems if not any(_names(text, problem) for problem in problems))
    whole = not found.lacks and not problems
    return replace(card, name=name, source=_source(path), problems=(*problems, *others), complete=whole)


def checksums(folder: Path) -> tuple[RemoteFile, ...]:
    """The files of a model folder as they should be; sizes are those of the receipt, or of the files here."""
    root = folder.parent.parent
    for place, commit in ((root, folder.name), (folder, folder.name)):
        if (listed := receipt_files(read_receipt(place), commit)) is not None:
            return listed
    if exists(folder / KEPT_LIST):
        with suppress(OSError, EyeboxError):
            pack = read_list(read_regular(folder / KEPT_LIST, LARGEST_LIST), KEPT_LIST)
            return tuple(RemoteFile(one.path, one.bytes, "sha256", one.sha256) for one in pack.entries)
    files = []
    for name in _all_names(folder):
        digest = _linked(folder / name) or _noted(folder, name)
        if digest:
            kind = "sha256" if len(digest) == 64 else "git-sha1"
            files.append(RemoteFile(name, _size(folder / name), kind, digest))
    return tuple(files)


def _source(folder: Path) -> Origin:
    """Whose cache a folder lies in."""
    root = folder.parent.parent
    if read_receipt(root):
        return "eyebox"
    return "huggingface" if root.name.startswith(HUB) else "added"


def _wrong(folder: Path, name: str, files: tuple[RemoteFile, ...], emit: Emit, stop: Event) -> list[str]:
    meter = _Meter(name, sum(file.size for file in files), emit)
    meter.report()
    problems: list[str] = []
    for file in files:
        path = folder / file.path
        try:
            if not exists(path):
                problems.append(
                    Sentence(
                        "file-missing-download",
                        "{file} is missing: download {name} again.",
                        file=file.path,
                        name=name,
                    )
                )
            elif not intact(path, file, stop, meter.move):
                here = os.path.realpath(path)
                problems.append(
                    Sentence(
                        "file-damaged-download",
                        "{file} is damaged (its checksum is not the one that the hub gave): "
                        "delete {path} and download {name} again.",
                        file=file.path,
                        path=here,
                        name=name,
                    )
                )
        except OSError as error:
            problems.append(
                Sentence(
                    "file-unreadable-disk",
                    "{file} could not be read ({reason}): check the disk.",
                    file=file.path,
                    reason=os_reason(error),
                )
            )
        meter.end(file)
    return problems


class _Meter:
    """Reports how many bytes were compared, every 64 MB and after each file."""

    def __init__(self, name: str, total: int, emit: Emit) -> None:
        self._name = name
        self._total = total
        self._emit = emit
        self._done = 0
        self._inside = 0
        self._unreported = 0

    def move(self, count: int) -> None:
        self._inside += count
        self._unreported += count
        if self._unreported >= 1 << 26:
            self.report()

    def end(self, file: RemoteFile) -> None:
        self._done += file.size
        self._inside = 0
        self.report(file.path)

    def report(self, file: str = "") -> None:
        self._unreported = 0
        self._emit(Transfer(self._name, "checking", self._done + self._inside, self._total, file=file))


def _names(text: str, problem: str) -> bool:
    """Whether a sentence is about the file that a problem names already."""
    return problem.split(" ", 1)[0] in text


def _all_names(folder: Path) -> list[str]:
    """Files of a folder and of its folders, one level down, as paths with slashes."""
    names = []
    for name in names_in(folder):
        if name.startswith("."):
            continue
        inner = names_in(folder / name)
        names += [f"{name}/{one}" for one in inner] if inner else [name]
    return names


def _linked(path: Path) -> str:
    """The name of the blob that a snapshot's file links to, where that is a checksum."""
    try:
        name = path.readlink().name
    except OSError:
        return ""
    return name if _DIGEST.fullmatch(name) else ""


def _noted(folder: Path, name: str) -> str:
    """The checksum in huggingface_hub's note about a file: commit, ETag and time, a line each."""
    try:
        lines = read_regular(folder / NOTES / f"{name}.metadata", 4096).decode("utf-8").splitlines()
    except (OSError, ValueError):
        return ""
    tag = lines[1].strip().strip('"') if len(lines) > 1 else ""
    return tag if _DIGEST.fullmatch(tag) else ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
