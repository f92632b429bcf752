"""New pictures on their way in: opened first and taken second, so that what fails leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from eyebox.formats import holds_annotations
from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle, Priority, fraction_of
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.picture_folders import FOLDER_LIMIT, first_in, is_video_file, pictures_in, videos_in
from eyebox.picture_map import encoded_png
from eyebox.session.assets import Asset, Assets
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.workspace.document_pages import is_document, new_pages, page_shown, pages_at_hand
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.document import LOCKED, WRONG_PASSWORD, DocumentFacts
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.picture_requests import Decode, LookInto
from eyebox_models.protocol.pixels import Pixels, Thumbnail
from eyebox_models.protocol.requests import Request

AT_ONCE, PAGES_AT_ONCE = 100, 500
"""So many files of a folder, and pages of a document, are taken on before the window has its turn."""
FIRST_MS = 250
"""So long the first picture of a folder has all for itself, before the others are looked for."""
OPENED_FIRST = 450
"""Of so many files in folders each is opened before it is taken; of more, only the one that is shown."""
REASONS = 3
"""So many reasons of one opening are shown at once, the others only counted."""


@dataclass(slots=True)
class _Batch:
    """What was asked for at once. `to_show`: the next of it that opens is shown; `failed`: sentence and detail."""

    to_show: bool = True
    failed: list[tuple[str, str]] = field(default_factory=list)
    under_way: int = 0


@dataclass(slots=True)
class _Staged:
    """A picture that is not yet part of the session."""

    record: PictureRecord
    batch: _Batch
    show: bool
    previewed: bool = False
    job: JobHandle | None = None
    """Until it has ended."""


class Opening(QObject):
    """Decodes the picture that is to be shown and makes thumbnails of the others, which proves that they open.

    Signals:
        coming: the name of what is opened to be shown. given_up: it did not open. nothing_in: a folder without pictures.
        videos_in: the videos in folders, which are not opened.
        annotated: files and folders that were to be opened, and those folders of them that hold files of boxes: the first
            picture is on its way, the others are not.
        video_met: a video, of which somebody has to choose frames.
        locked: a document that opens by a password, and whether another one was tried. signed: a document that is.
        refused: what could not be opened of what was asked for at once: a sentence a line, and the details.
        all_opened: what was asked for at once, without a failure.
    """

    coming = Signal(str)
    given_up = Signal()
    nothing_in = Signal(str)
    videos_in = Signal(list)
    annotated = Signal(object, object)
    video_met = Signal(str)
    locked = Signal(str, bool)
    signed = Signal(str)
    refused = Signal(str, str)
    all_opened = Signal()

    def __init__(
        self,
        pictures: Pictures,
        lane: Lane,
        background: Background,
        data: Path,
        parent: QObject | None = None,
    ) -> None:
        """`data` is the folder that pasted and captured pictures are kept in."""
        super().__init__(parent)
        self._pictures = pictures
        self._lane = lane
        self._background = background
        self.assets = Assets(data)
        self._session = ""
        self._staged: dict[str, _Staged] = {}
        self._documents: dict[str, tuple[int, JobHandle | None]] = {}
        """Those that are looked into or whose pages are being listed, with the position of the first one."""
        pictures.loaded.connect(self._on_loaded)

    def open(
        self,
        paths: Iterable[str],
        *,
        owned: bool = False,
        name: str = "",
        failed: Iterable[tuple[str, str]] = (),
        for_boxes: bool = False,
        may_be_empty: bool = False,
    ) -> None:
        """Opens files and folders; the first picture is shown as soon as it is decoded. `owned` files are the program's.

        `failed` is reported with what fails here: sentences and details of what was asked for at once. `for_boxes`: where
        folders hold files of boxes, these are to be read first (`annotated`). `may_be_empty`: nothing is said of folders
        without pictures.
        """
        batch, session = _Batch(failed=[*failed], under_way=1), self._pictures.session
        paths = list(paths)
        folders = [path for path in paths if Path(path).is_dir()]
        self._stage((path for path in paths if path not in folders), batch, owned, name)

        def fail(error: EyeboxError) -> None:
            self._release(batch, translated(error.sentence), error.detail)

        def look_into() -> tuple[list[str], list[str], list[str]]:
            annotated = [folder for folder in folders if for_boxes and holds_annotations(folder)]
            return annotated, [] if annotated else pictures_in(folders), videos_in(folders)

        def found_first(first: str) -> None:
            if not batch.to_show or session != self._pictures.session:
                first = ""
            jobs = self._stage([first], batch) if first else []
            coming = [partial(self._background.run, look_into, partial(scanned, first), fail)]

            def look_at_others(_end: object = None) -> None:
                if coming:
                    QTimer.singleShot(0, self, coming.pop())

            for job in jobs:
                job.ended.connect(look_at_others)
            QTimer.singleShot(FIRST_MS if jobs else 0, self, look_at_others)

        def scanned(first: str, found: tuple[list[str], list[str], list[str]]) -> None:
            annotated, files, videos = found
            if annotated and session == self._pictures.session:
                self._release(batch)
                self.annotated.emit(paths, annotated)
                return
            nothing = self.tr("There is no picture in %1.").replace("%1", Path(folders[0]).name)
            take: Callable[..., object] = self._take if len(files) > OPENED_FIRST else self._stage
            coming = iter(file for file in files if file != first)

            def some() -> None:
                part = list(islice(coming, AT_ONCE))
                if session == self._pictures.session and part:
                    take(part, batch)
                    QTimer.singleShot(0, self, some)
                elif session == self._pictures.session:
                    self._release(batch, "" if files or videos or may_be_empty else nothing)
                    if videos:
                        self.videos_in.emit(videos)
                    elif not files and not may_be_empty:
                        self.nothing_in.emit(folders[0])

            some()

        if folders:
            self._background.run(lambda: first_in(folders), found_first, fail)
        else:
            self._release(batch)

    def _take(self, files: Iterable[str], batch: _Batch) -> None:
        """Adds many pictures by their files; none is opened. What each is shows when it is looked at."""
        on_way, position = self.on_way()
        pictures = self._pictures
        new: list[PictureContent] = []
        for path in dict.fromkeys(str(Path(file).absolute()) for file in files):
            if path in on_way or pictures.records.at(path):
                continue
            if is_document(path):
                batch.to_show = batch.to_show and not (on_way or pictures.records or new)
                self._look_into(path, position, batch)
                position += FOLDER_LIMIT
            elif count := pages_at_hand(path):
                new += new_pages(pictures, path, count, position)
                position += count
            else:
                record = PictureRecord(new_id(), pictures.session, path, name_of(path), position=position)
                new.append(PictureContent(record))
                position += 1
        if new:
            pictures.add_many(new, show=not on_way)

    def add_data(self, data: bytes, name: str) -> None:
        """Keeps a picture file's bytes (pasted, captured, dragged in) in the data folder and opens it."""
        self.add_made(lambda: data, name)

    def add_image(self, image: QImage, name: str, kept: Callable[[str], object] = lambda _file: None) -> None:
        """Keeps a copied or captured image as a PNG in the data folder and opens it; `kept` gets the file before."""
        self.add_made(lambda: encoded_png(image), name, kept)

    def add_made(
        self, data: Callable[[], bytes], name: str, announce: Callable[[str], object] = lambda _file: None
    ) -> None:
        """Keeps the file that `data` makes in the background, and opens it; an EyeboxError of it is reported."""
        session = self._pictures.session

        def kept(asset: Asset) -> None:
            if session == self._pictures.session:
                announce(asset.path)
                self.open([asset.path], owned=True, name=name)

        def failed(error: EyeboxError) -> None:
            self.refused.emit(translated(error.sentence), error.detail)

        self._background.run(lambda: self.assets.keep(data()), kept, failed)

    def stop(self) -> None:
        """Forgets what is on its way."""
        jobs = [staged.job for staged in self._staged.values()]
        jobs += [job for _position, job in self._documents.values()]
        self._staged.clear()
        self._documents.clear()
        for job in jobs:
            if job is not None:
                job.stop()

    @Slot()
    def _on_loaded(self) -> None:
        """What is on its way into another session is given up; the same one may have been loaded again."""
        if self._pictures.session != self._session:
            self._session = self._pictures.session
            self.stop()

    def on_way(self) -> tuple[set[str], int]:
        """The files that are on their way in, and the position of a picture that comes after them."""
        records = [staged.record for staged in self._staged.values()]
        positions = [record.position + 1 for record in records]
        positions += [position + FOLDER_LIMIT for position, _job in self._documents.values()]
        paths = {*(record.path for record in records), *self._documents}
        return paths, max([self._pictures.records.next_position, *positions])

    def _stage(
        self, files: Iterable[str], batch: _Batch, owned: bool = False, name: str = ""
    ) -> list[JobHandle]:
        """Begins to open those that are not there; one that is may be what is shown. Returns the jobs that begin."""
        jobs = []
        pictures = self._pictures
        on_way, position = self.on_way()
        for file in files:
            path = str(Path(file).absolute())
            if known := pictures.records.at(path):
                if batch.to_show:
                    batch.to_show = False
                    pictures.show(known)
            elif path in on_way:
                continue
            elif not owned and is_video_file(path):
                self.video_met.emit(path)
            elif not owned and is_document(path):
                on_way.add(path)
                jobs.append(self._look_into(path, position, batch))
                position += FOLDER_LIMIT
            elif not owned and (count := pages_at_hand(path)):
                batch.under_way += 1
                show, batch.to_show = batch.to_show, False
                self._list_pages(path, count, position, batch, show=show)
                position += count
            else:
                on_way.add(path)
                record = PictureRecord(
                    new_id(), pictures.session, path, name or name_of(path), position=position, owned=owned
                )
                position += 1
                jobs.append(self._begin(record, batch))
        return jobs

    def _look_into(self, path: str, position: int, batch: _Batch) -> JobHandle:
        """Begins to open a document."""
        show, batch.to_show = batch.to_show, False
        batch.under_way += 1
        title = self.tr("Open %1").replace("%1", name_of(path))
        priority = Priority.NOW if show else Priority.BATCH
        job = self._lane.submit(LookInto(path), title, quiet=not show, priority=priority)
        self._documents[path] = position, job
        if show:
            self.coming.emit(name_of(path))
        job.ended.connect(partial(self._on_looked_into, path, batch, show))
        return job

    def _on_looked_into(self, path: str, batch: _Batch, show: bool, end: End) -> None:
        if path not in self._documents:
            return
        position, _job = self._documents.pop(path)
        facts = end.result
        if isinstance(facts, DocumentFacts):
            self._list_pages(path, facts.pages, position, batch, show=show)
            if facts.signatures:
                self.signed.emit(path)
            return
        if show:
            batch.to_show = True
            self.given_up.emit()
            self._pictures.show_last()
        code = getattr(end.message, "code", "")
        if code in (LOCKED, WRONG_PASSWORD):
            self._release(batch)
            self.locked.emit(path, code == WRONG_PASSWORD)
        else:
            failed = end.outcome == "failed"
            self._release(batch, translated(end.message) if failed else "", end.detail if failed else "")

    def _list_pages(self, path: str, count: int, position: int, batch: _Batch, *, show: bool) -> None:
        """Lists the pages of a document, some at a time; none is opened but the one that is shown."""
        pictures = self._pictures
        self._documents[path] = position, None
        coming = new_pages(pictures, path, count, position)
        more = self.tr("Only the first %1 pages of %2 were opened.")
        more = more.replace("%1", f"{FOLDER_LIMIT:,}").replace("%2", name_of(path))

        def some() -> None:
            if path not in self._documents:
                return
            part = list(islice(coming, PAGES_AT_ONCE))
            if part:
                pictures.add_many(part, show=False)
                QTimer.singleShot(0, self, some)
            else:
                del self._documents[path]
                self._release(batch, more if count > FOLDER_LIMIT else "")

        some()
        if show or pictures.current is None:
            pictures.show(page_shown(pictures, path))

    def _begin(self, record: PictureRecord, batch: _Batch) -> JobHandle:
        title = self.tr("Open %1").replace("%1", record.name)
        show, batch.to_show = batch.to_show, False
        batch.under_way += 1
        if show:
            request: Request = Decode(record.path, self._pictures.pixels.folder)
        else:
            request = self._pictures.thumbnails.request(record.id, record.path)
        priority = Priority.NOW if show else Priority.BATCH
        job = self._lane.submit(request, title, quiet=not show, priority=priority)
        staged = self._staged[record.id] = _Staged(record, batch, show, job=job)
        if show:
            job.happened.connect(partial(self._on_event, staged))
            self.coming.emit(record.name)
        job.ended.connect(partial(self._on_ended, staged))
        return job

    def _on_event(self, staged: _Staged, event: object) -> None:
        if staged.record.id not in self._staged:
            return
        if isinstance(event, Pixels):
            staged.previewed = True
            record = replace(staged.record, width=event.width, height=event.height)
            self._pictures.decoded.emit(record, event)
        elif isinstance(event, Progress):
            self._pictures.decoding.emit("", fraction_of(event))

    def _on_ended(self, staged: _Staged, end: End) -> None:
        staged.job = None
        if self._staged.pop(staged.record.id, None) is None:
            return
        pictures, batch, result = self._pictures, staged.batch, end.result
        if end.outcome == "done" and isinstance(result, Pixels | Thumbnail):
            sha256 = result.sha256 if isinstance(result, Pixels) else ""
            record = replace(staged.record, width=result.width, height=result.height, sha256=sha256)
            show = staged.show or batch.to_show
            if show:
                batch.to_show = False
            pictures.add(record, result, show=show)
            self._release(batch)
            return
        if staged.show:
            batch.to_show = True
            self.given_up.emit()
            pictures.show_last()
        if staged.previewed:
            pictures.show(pictures.current)
        failed = end.outcome == "failed"
        self._release(batch, translated(end.message) if failed else "", end.detail if failed else "")

    def _release(self, batch: _Batch, sentence: str = "", detail: str = "") -> None:
        """Something of a batch is done with; a sentence says why it could not be opened. At its end all are reported."""
        if sentence:
            batch.failed.append((sentence, detail))
        batch.under_way -= 1
        failed = batch.failed
        if batch.under_way:
            return
        if not failed:
            self.all_opened.emit()
            return
        sentences = [sentence for sentence, _detail in failed[:REASONS]]
        if others := len(failed) - len(sentences):
            sentences.append(self.tr("%n more file(s) could not be opened.", "", others))
        details = (f"{sentence}\n{detail}".strip() for sentence, detail in failed)
        has_more = others > 0 or any(detail for _sentence, detail in failed)
        self.refused.emit("\n".join(sentences), "\n\n".join(details) if has_more else "")
