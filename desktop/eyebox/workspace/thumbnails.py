"""Small pictures of the session's pictures, made off the GUI thread and kept in the cache folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.picture_map import PixelMap
from eyebox.session.types import whole_picture
from eyebox_models.files.atomic_write import make_private
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.document import LOCKED, WRONG_PASSWORD
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import MakeThumbnail
from eyebox_models.protocol.pixels import Pixels, Thumbnail

SIZE = 256
SLOW_PIXELS = 20_000_000
FRESH = 3600.0


class Thumbnails(QObject):
    """Thumbnails by the ids of pictures. A large picture that is decoded already is not decoded again.

    Signals:
        ready: id, file. failed: id.
    """

    ready = Signal(str, str)
    failed = Signal(str)

    def __init__(
        self,
        lane: Lane,
        background: Background,
        folder: Path,
        picture_of: Callable[[str], Picture | None],
        pixels_of: Callable[[str], Pixels | None],
        parent: QObject | None = None,
    ) -> None:
        """`picture_of` gives a picture's file and turns (None when it is gone), `pixels_of` its pixels where they are at hand."""
        super().__init__(parent)
        self._lane = lane
        self._background = background
        self._folder = folder
        self._picture_of = picture_of
        self._pixels_of = pixels_of
        self._jobs: dict[str, JobHandle | None] = {}
        """Pictures whose thumbnail is on its way, with the job that makes it, if it takes an engine."""
        self.locked: set[str] = set()
        """See `Pictures.locked`."""

    def request(self, picture: str, path: str) -> MakeThumbnail:
        """What an engine has to do for a picture's thumbnail."""
        return MakeThumbnail(path, self._file(picture), SIZE)

    def file_if_there(self, picture: str) -> str:
        """The file of a picture's thumbnail, of any session; empty while there is none."""
        file = self._file(picture)
        return file if Path(file).exists() else ""

    def get(self, picture: str) -> str:
        """The file of a picture's thumbnail; empty while there is none (one is then being made)."""
        file = self._file(picture)
        if there := self.file_if_there(picture):
            return there
        shown = self._picture_of(picture)
        if shown is not None and shown.part is not None:
            return self._of_part(picture, shown)
        if shown is not None and picture not in self._jobs:
            pixels = self._pixels_of(picture)
            if pixels is not None and pixels.width * pixels.height > SLOW_PIXELS:
                self._jobs[picture] = None
                self._background.run(
                    lambda: _shrink(pixels, file),
                    lambda _none: self._made(picture, file),
                    lambda _error: self._ask_engine(picture, shown),
                )
            else:
                self._ask_engine(picture, shown)
        return ""

    def _of_part(self, part: str, shown: Picture) -> str:
        """The file of a part of a picture as it is turned now; that of the whole until there is one."""
        file = self._file(f"{part}+{shown.turns}")
        if Path(file).exists():
            return file
        whole = whole_picture(part)
        pixels = self._pixels_of(whole)
        if pixels is not None and part not in self._jobs:
            self._jobs[part] = None
            self._background.run(
                lambda: _shrink(pixels, file, shown.part),
                lambda _none: self._made(part, file),
                lambda _error: self._jobs.pop(part, None),
            )
        return self.get(whole)

    @Slot(str)
    def need(self, picture: str) -> None:
        """Announces a picture's thumbnail, at once or when it is made."""
        file = self.get(picture)
        if file:
            self.ready.emit(picture, file)

    def make_again(self, picture: str) -> None:
        """Makes a picture's thumbnail anew and announces it: the picture looks another way now."""
        job = self._jobs.pop(picture, None)
        if job is not None:
            job.stop()
        with suppress(OSError):
            Path(self._file(picture)).unlink(missing_ok=True)
        self.need(picture)

    def stop(self) -> None:
        """Makes no more of those asked for."""
        jobs = [job for job in self._jobs.values() if job is not None]
        self._jobs.clear()
        self.locked.clear()
        for job in jobs:
            job.stop()

    def sweep(self, known: Iterable[str]) -> None:
        """Deletes the thumbnails of all pictures but these; what was made in the last hour stays."""
        names = {_name(picture) for picture in known}
        self._background.run(lambda: _sweep(self._folder, names), lambda _none: None, lambda _error: None)

    def _file(self, picture: str) -> str:
        make_private(self._folder)
        return str(self._folder / _name(picture))

    def _ask_engine(self, picture: str, shown: Picture) -> None:
        request = replace(self.request(picture, shown.path), turns=shown.turns)
        job = self._lane.submit(request, name_of(shown.path), quiet=True, priority=Priority.BATCH)
        self._jobs[picture] = job
        job.ended.connect(partial(self._on_ended, picture, job.id))

    def _made(self, picture: str, file: str) -> None:
        if picture in self._jobs:
            del self._jobs[picture]
            self.ready.emit(picture, file)

    def _on_ended(self, picture: str, job_id: str, end: End) -> None:
        job = self._jobs.get(picture)
        if job is None or job.id != job_id:
            return
        del self._jobs[picture]
        if isinstance(end.result, Thumbnail):
            self.ready.emit(picture, end.result.file)
        elif end.outcome == "failed":
            if getattr(end.message, "code", "") in (LOCKED, WRONG_PASSWORD):
                self.locked.add(picture)
            self.failed.emit(picture)


def _shrink(pixels: Pixels, file: str, part: tuple[int, int, int, int] | None = None) -> None:
    """Writes a thumbnail of a decoded picture: from its smallest level, or of a part of it. Raises EyeboxError."""
    pixel_map = PixelMap(pixels)
    try:
        if part is None:
            small = pixel_map.image(pixel_map.levels[-1])
        else:
            x1, y1, x2, y2 = part
            small = pixel_map.crop(QRect(x1, y1, x2 - x1, y2 - y1))
        if part is None or max(small.width(), small.height()) > SIZE:
            small = small.scaled(
                SIZE, SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
    finally:
        pixel_map.close()
    if pixels.transparent:
        seen = QImage(small.size(), QImage.Format.Format_RGB32)
        seen.fill(Qt.GlobalColor.black if pixels.dark_ground else Qt.GlobalColor.white)
        painter = QPainter(seen)
        painter.drawImage(0, 0, small)
        painter.end()
        small = seen
    if not small.save(file):
        raise EyeboxError("thumbnail-not-written", "The thumbnail {file} could not be written.", file=file)
    with suppress(OSError):
        Path(file).chmod(0o600)


def _name(picture: str) -> str:
    """The name of a picture's thumbnail."""
    if len(picture) <= 64 and picture.isalnum() and picture.isascii():
        return f"{picture}.png"
    import hashlib

    return f"{hashlib.sha256(picture.encode('utf-8', 'replace')).hexdigest()}.png"


def _sweep(folder: Path, names: Collection[str]) -> None:
    for file in folder.glob("*.png"):
        with suppress(OSError):
            if file.name not in names and time.time() - file.stat().st_mtime > FRESH:
                file.unlink()
