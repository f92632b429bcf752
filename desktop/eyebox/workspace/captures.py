"""What was captured from the screens: read at once, and kept in a session of its own, which needs not be open."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage

from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.picture_map import encoded_png
from eyebox.session.assets import Asset, Assets
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord, SessionInfo
from eyebox.session.writes import AddPicture, CreateSession, RemovePicture, SavePage, SetState
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.picture_requests import Read
from eyebox_models.protocol.pixels import Level, Pixels

DAY = 86_400


@dataclass(frozen=True, slots=True)
class ReadCapture:
    """A capture with its text. `record` is None where it could not be kept; its file is then nowhere."""

    page: Page
    record: PictureRecord | None = None


class Captures(QObject):
    """Reads captures by the reader's lane before what waits there. Pictures are kept by day and time, up to a limit.

    Signals:
        failed: a sentence: a capture could not be kept.
    """

    failed = Signal(str)

    def __init__(
        self, store: Store, queue: WriteQueue, lane: Lane, background: Background, pictures: Pictures, data: Path,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`data` is the folder that captured pictures are kept in."""
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._lane = lane
        self._background = background
        self._pictures = pictures
        self._assets = Assets(data)
        self.most = 1000
        """How many captures are kept."""
        self.days = 90
        """For how many days a capture is kept; 0 for ever."""

    def remember_region(self, region: QRect) -> None:
        self._queue.do(SetState("", "capture_region", _numbers(region)))

    def regions(self) -> dict[str, QRect]:
        """The regions that have names."""
        return _named_regions(self._store)

    def name_region(self, name: str, region: QRect | None) -> None:
        """Gives a region a name, or forgets the name (None)."""
        regions = {other: rect for other, rect in self.regions().items() if other != name}
        if region is not None:
            regions[name] = region
        self._queue.do(
            SetState("", "capture_regions", {other: _numbers(rect) for other, rect in regions.items()})
        )

    def read(
        self,
        image: QImage,
        done: Callable[[ReadCapture], object],
        failed: Callable[[str], object],
        *,
        keep: bool = True,
    ) -> JobHandle | None:
        """Reads a picture and keeps it: `done` gets both, once. None where it could not even be written for the engine."""
        image = image.convertToFormat(QImage.Format.Format_ARGB32)
        try:
            pixels = self._written(image)
        except OSError as error:
            failed(
                translated(
                    EyeboxError(
                        "capture-not-written",
                        "The captured picture could not be written: {reason}.",
                        reason=error.strerror or str(error),
                    ).sentence
                )
            )
            return None
        kept: list[PictureRecord | None] = []
        pages: list[Page] = []

        def together() -> None:
            if kept and pages:
                record, page = kept[0], pages[0]
                if record is not None:
                    page = replace(page, image=record.path)
                    self._queue.do(SavePage(record.id, page))
                done(ReadCapture(page, record))

        def on_kept(asset: Asset) -> None:
            kept.append(self._add(asset, image))
            together()

        def on_not_kept(error: EyeboxError) -> None:
            self.failed.emit(translated(error.sentence))
            kept.append(None)
            together()

        def on_ended(end: End) -> None:
            Path(pixels.file).unlink(missing_ok=True)
            if isinstance(end.result, Page):
                pages.append(end.result)
                together()
            else:
                failed(translated(end.message) if end.outcome == "failed" else "")

        title = self.tr("Read a screen capture")
        reading = self._pictures.reading
        request = Read(pixels.source, pixels, reading.order, scripts=reading.scripts)
        job = self._lane.submit(request, title, priority=Priority.NOW)
        job.ended.connect(on_ended)
        if keep:
            self._background.run(lambda: self._assets.keep(encoded_png(image)), on_kept, on_not_kept)
        else:
            kept.append(None)
        return job

    def _written(self, image: QImage) -> Pixels:
        """The pixels as the engine takes them, so that nothing is encoded and decoded for it."""
        file = Path(self._pictures.pixels.folder, f"capture-{new_id()}.raw")
        try:
            file.write_bytes(image.constBits())
        except OSError:
            file.unlink(missing_ok=True)
            raise
        level = Level(1, image.width(), image.height(), image.bytesPerLine(), 0)
        return Pixels(str(file), str(file), image.width(), image.height(), (level,))

    def _add(self, asset: Asset, image: QImage) -> PictureRecord:
        session, now = self.session(), datetime.now()
        name = self.tr("Capture of %1").replace("%1", now.strftime("%Y-%m-%d %H.%M.%S"))
        record = PictureRecord(
            new_id(),
            session,
            asset.path,
            name,
            asset.sha256,
            image.width(),
            image.height(),
            int(time.time()),
            True,
        )
        self._queue.do(AddPicture(record))
        if self._pictures.session == session:
            self._pictures.list_many([record], show=False)
        self._limit(session)
        return record

    def session(self) -> str:
        """The session that captures are kept in; a new one where it is gone."""
        known = self._store.get_state("", "captures", "")
        if any(info.id == known for info in self._store.sessions()):
            return str(known)
        now = time.time()
        info = SessionInfo(new_id(), self.tr("Captures"), now, now)
        self._queue.do(CreateSession(info))
        self._queue.do(SetState("", "captures", info.id))
        return info.id

    def _limit(self, session: str) -> None:
        """Takes the oldest captures away; like all that is removed they can be brought back for a while."""
        places = sorted(self._store.picture_positions(session).items(), key=lambda place: place[1])
        oldest = time.time() - self.days * DAY if self.days else 0
        gone = [picture for picture, _ in places[: max(0, len(places) - self.most)]]
        gone += [picture for picture, made in places if made < oldest and picture not in gone]
        if self._pictures.session == session:
            self._pictures.remove(gone) if gone else None
            return
        for picture in gone:
            self._queue.do(RemovePicture(picture))


def _numbers(rect: QRect) -> list[int]:
    return [rect.x(), rect.y(), rect.width(), rect.height()]


def kept_region(store: Store, name: str = "") -> QRect:
    """The region of this name, or the one that was captured last, in native pixels; empty where there is none."""
    return _named_regions(store).get(name, QRect()) if name else _rect(store.get_state("", "capture_region"))


def _named_regions(store: Store) -> dict[str, QRect]:
    found = store.get_state("", "capture_regions")
    named = {str(name): _rect(place) for name, place in found.items()} if isinstance(found, dict) else {}
    return {name: rect for name, rect in named.items() if not rect.isEmpty()}


def _rect(kept: object) -> QRect:
    if isinstance(kept, list) and len(kept) == 4 and all(isinstance(value, int) for value in kept):
        return QRect(*kept)
    return QRect()
