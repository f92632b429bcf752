"""New pictures on their way in: opened first and taken second, so that what fails leaves everything as it was."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.types import PictureRecord
from eyebox.workspace.thumbnails import Thumbnails
from eyebox_models.protocol.ask import End, Pixels, Progress, Thumbnail
from eyebox_models.protocol.requests import Decode, Request

SUFFIXES = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".dib", ".gif", ".tif", ".tiff", ".ico"),
        *(".tga", ".ppm", ".pgm", ".pbm", ".pnm", ".avif", ".heic", ".heif", ".jp2"),
    )
)
FOLDER_LIMIT = 20_000
TOLD = 3
"""So many reasons of one opening are told at once, the others only counted."""


@dataclass(slots=True)
class Batch:
    """What was asked for at once. `to_show`: the next of it that opens is shown; `failed`: sentence and detail."""

    to_show: bool = True
    failed: list[tuple[str, str]] = field(default_factory=list)
    under_way: int = 0


@dataclass(slots=True)
class _Staged:
    """A picture that is not yet part of the session."""

    record: PictureRecord
    batch: Batch
    show: bool
    previewed: bool = False
    job: JobHandle | None = None
    """Until it has ended."""


class Opening(QObject):
    """Decodes the picture that is to be shown and makes thumbnails of the others, which proves that they open.

    Signals:
        previewed: PictureRecord, Pixels. progressed: id, fraction (-1 unknown).
        opened: PictureRecord, Pixels or Thumbnail, whether to show it. abandoned: a previewed one failed.
        given_up: the picture to be shown did not open.
        refused: what could not be opened of one batch, at its end: a sentence a line, and the details.
    """

    previewed = Signal(object, object)
    progressed = Signal(str, float)
    opened = Signal(object, object, bool)
    abandoned = Signal()
    given_up = Signal()
    refused = Signal(str, str)

    def __init__(
        self, lane: Lane, thumbnails: Thumbnails, folder: Callable[[], Path], parent: QObject | None = None
    ) -> None:
        """`folder` gives where decoded pixels go."""
        super().__init__(parent)
        self._lane = lane
        self._thumbnails = thumbnails
        self._folder = folder
        self._staged: dict[str, _Staged] = {}

    def records(self) -> list[PictureRecord]:
        """What is on its way."""
        return [staged.record for staged in self._staged.values()]

    def hold(self, batch: Batch) -> None:
        """Something more of a batch is to come: its end waits for `release`."""
        batch.under_way += 1

    def release(self, batch: Batch, sentence: str = "", detail: str = "") -> None:
        """Something of a batch is done with; a sentence says why it could not be opened."""
        if sentence:
            batch.failed.append((sentence, detail))
        batch.under_way -= 1
        if batch.under_way == 0 and batch.failed:
            self._tell(batch.failed)

    def stage(self, record: PictureRecord, batch: Batch) -> JobHandle:
        """Begins to open a picture; returns what ends when it has been opened, or can't be."""
        title = self.tr("Open %1").replace("%1", record.name)
        show, batch.to_show = batch.to_show, False
        self.hold(batch)
        if show:
            request: Request = Decode(record.path, str(self._folder()))
        else:
            request = self._thumbnails.request(record.id, record.path)
        priority = Priority.NOW if show else Priority.BATCH
        job = self._lane.submit(request, title, quiet=not show, priority=priority)
        staged = self._staged[record.id] = _Staged(record, batch, show, job=job)
        if show:
            job.happened.connect(partial(self._on_event, staged))
        job.ended.connect(partial(self._on_ended, staged))
        return job

    def stop(self) -> None:
        """Forgets what is on its way."""
        jobs = [staged.job for staged in self._staged.values()]
        self._staged.clear()
        for job in jobs:
            if job is not None:
                job.stop()

    def _on_event(self, staged: _Staged, event: object) -> None:
        if staged.record.id not in self._staged:
            return
        if isinstance(event, Pixels):
            staged.previewed = True
            self.previewed.emit(replace(staged.record, width=event.width, height=event.height), event)
        elif isinstance(event, Progress):
            self.progressed.emit(staged.record.id, fraction_of(event))

    def _on_ended(self, staged: _Staged, end: End) -> None:
        staged.job = None
        if self._staged.pop(staged.record.id, None) is None:
            return
        result = end.result
        if end.outcome == "done" and isinstance(result, Pixels | Thumbnail):
            sha256 = result.sha256 if isinstance(result, Pixels) else ""
            record = replace(staged.record, width=result.width, height=result.height, sha256=sha256)
            show = staged.show or staged.batch.to_show
            if show:
                staged.batch.to_show = False
            self.opened.emit(record, result, show)
            self.release(staged.batch)
            return
        if staged.show:
            staged.batch.to_show = True
            self.given_up.emit()
        if staged.previewed:
            self.abandoned.emit()
        failed = end.outcome == "failed"
        self.release(staged.batch, translated(end.message) if failed else "", end.detail if failed else "")

    def _tell(self, failed: Sequence[tuple[str, str]]) -> None:
        sentences = [sentence for sentence, _detail in failed[:TOLD]]
        if others := len(failed) - len(sentences):
            sentences.append(self.tr("%n more file(s) could not be opened.", "", others))
        details = (f"{sentence}\n{detail}".strip() for sentence, detail in failed)
        has_more = others > 0 or any(detail for _sentence, detail in failed)
        self.refused.emit("\n".join(sentences), "\n\n".join(details) if has_more else "")


def pictures_in(folders: Sequence[str]) -> list[str]:
    """The picture files in some folders and below, in natural order of their names, at most FOLDER_LIMIT.

    Hidden ones are left out: systems keep thumbnails and other things of their own there.
    """
    found: list[str] = []
    for place, names in _folders_below(folders):
        found += [place + name for name in sorted(names, key=natural)]
        if len(found) >= FOLDER_LIMIT:
            return found[:FOLDER_LIMIT]
    return found


def first_in(folders: Sequence[str]) -> str:
    """The first of `pictures_in`, "" where there is none, without looking at all of them."""
    for place, names in _folders_below(folders):
        if names:
            begun = [_BEGINNING.match(name.casefold()).groups() for name in names]  # type: ignore[union-attr]
            keys = [(text, int(number or -1)) for text, number in begun]
            first = min(keys)
            return place + min(
                (name for name, key in zip(names, keys, strict=True) if key == first), key=natural
            )
    return ""


def _folders_below(folders: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The folders and those below them, with the names of their pictures in no order."""
    for folder in folders:
        for root, below, files in os.walk(folder):
            below[:] = sorted((name for name in below if not name.startswith(".")), key=natural)
            yield (
                str(Path(root, "x"))[:-1],
                [name for name in files if name[0] != "." and name[name.rfind(".") :].lower() in SUFFIXES],
            )


_BEGINNING = re.compile(r"(\D*)(\d*)")


def natural(name: str) -> tuple[list[str | int], str]:
    """What names are put in order by: numbers in them count as numbers, so that p2 comes before p10."""
    parts = re.split(r"(\d+)", name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name


def fraction_of(progress: Progress) -> float:
    """How far something is, 0..1, -1 when that is not known."""
    return -1.0 if progress.fraction is None else progress.fraction


def remove_pixels(result: object) -> None:
    """Deletes the file of decoded pixels, if this is one."""
    if isinstance(result, Pixels):
        with suppress(OSError):
            Path(result.file).unlink()
