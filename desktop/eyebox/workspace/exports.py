"""Exports of a picture or the session, written in the background."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from eyebox.formats import format_named
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord, SessionInfo
from eyebox_models.files.atomic_write import save_file
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.pixels import Pixels

if TYPE_CHECKING:
    from eyebox.formats.training import Teaching
    from eyebox.formats.training_files import Written

PROGRESS_SECONDS = 0.05
"""The window hears of progress no more often."""

Paint = Callable[[Callable[[], QImage], Sequence[Box]], QImage]
"""Paints boxes into the image that a function gives; on another thread."""


class Exports(QObject):
    """Reads what is exported by a connection of its own and writes it, both in the background.

    Signals:
        done: path of what was written. folder_done: the folder, how many files were written.
        taught: a `training.Written`, with the files of training data.
        failed: one sentence. stopped: nothing was written, or of a folder the files so far.
        progressed: how many pictures of how many are done. busy_changed: whether something is being written.
    """

    done = Signal(str)
    folder_done = Signal(str, int)
    taught = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    progressed = Signal(int, int)
    busy_changed = Signal(bool)

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._background = background
        self._under_way: set[Event] = set()

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return bool(self._under_way)

    def stop(self) -> None:
        """Ends what is under way before its next picture."""
        for stop in self._under_way:
            stop.set()

    def write(self, name: str, path: str, session: str, only: Collection[str] | None = None) -> None:
        """Writes a session, or only some pictures of it (by id), in the format called `name` to `path`, atomically."""
        from eyebox.formats.export import FileSink, StoredPictures, gather

        form = format_named(name)
        ids = None if only is None else frozenset(only)

        def work(reader: Store, each: Callable[[int, int], None]) -> None:
            pictures = StoredPictures(reader, session, ids, form.READS_TEXT, each)
            form.dump(gather(pictures, ids is None, str(Path(path).parent)), FileSink(Path(path)))

        self._read_and(work, lambda _none: self.done.emit(path))

    def write_folder(
        self,
        name: str,
        folder: str,
        session: str,
        may_replace: Callable[[int], bool | None],
        only: Collection[str] | None = None,
    ) -> None:
        """Writes the files of a session (or of the pictures `only`, by id) into a folder, in the format called `name`.

        `may_replace` is asked when files of these names are there (how many): True replaces them, False leaves
        them as they are, None gives the export up.
        """
        from eyebox.formats.export import NamesSink, SessionExport, StoredPictures, folder_sink, gather

        form = format_named(name)
        ids = None if only is None else frozenset(only)

        def look(reader: Store, _each: object) -> list[tuple[str, bool]]:
            sink = NamesSink()
            records = (one for one in reader.pictures(session) if ids is None or one.id in ids)
            info = SessionInfo(session, "", 0, 0)
            form.dump(SessionExport(info, tuple(map(PictureContent, records)), (), folder), sink)
            return [(file, Path(folder, file).exists()) for file in sink.names]

        def ask(files: list[tuple[str, bool]]) -> None:
            there = frozenset(file for file, exists in files if exists)
            replaces = may_replace(len(there)) if there else True
            if replaces is not None:
                write(frozenset() if replaces else there, len(files))

        def write(kept: frozenset[str], total: int) -> None:
            def work(reader: Store, each: Callable[[int, int], None]) -> None:
                pictures = StoredPictures(reader, session, ids, form.READS_TEXT, each)
                with folder_sink(Path(folder), kept) as sink:
                    form.dump(gather(pictures, chats=False, folder=folder), sink)

            self._read_and(work, lambda _none: self.folder_done.emit(folder, total - len(kept)))

        self._read_and(look, ask)

    def count(
        self, session: str, only: Collection[str] | None, done: Callable[[Mapping[str, int]], object]
    ) -> Event:
        """Counts in the background what a session (or some pictures of it) holds, by the kinds of `formats.losses`.

        `done` gets it, or nothing where it can't be read. Setting what is returned ends it; `done` is not called then.
        """
        from eyebox.formats.export import StoredPictures, gather
        from eyebox.formats.losses import kinds_in

        stop = Event()
        ids = None if only is None else frozenset(only)

        def each(_number: int, _total: int) -> None:
            if stop.is_set():
                raise Stopped

        def work() -> Mapping[str, int]:
            try:
                with reader:
                    pictures = StoredPictures(reader, session, ids, False, each)
                    return kinds_in(gather(pictures, ids is None))
            except Stopped:
                return {}

        def counted(found: Mapping[str, int]) -> None:
            if not stop.is_set():
                done(found)

        try:
            reader = self._store.for_reading()
        except EyeboxError:  # which writing will meet too, and say
            counted({})
        else:
            self._background.run(work, counted, lambda _error: counted({}))
        return stop

    def write_training(self, teaching: Teaching, path: str, session: str) -> None:
        """Writes what the review of a session teaches, and proves it."""
        from eyebox.formats.training import write_training

        def work(reader: Store, each: Callable[[int, int], None]) -> Written:
            return write_training(reader, session, teaching, Path(path), each)

        self._read_and(work, self.taught.emit)

    def write_png(self, record: PictureRecord, pixels: Pixels, path: str, paint: Paint) -> None:
        """Writes a picture with its boxes as a PNG; what is blacked out is black."""

        def work(reader: Store, _each: object) -> None:
            from eyebox.formats.export import StoredPictures
            from eyebox.picture_map import PixelMap, blacked_out, encoded_png

            (content,) = StoredPictures(reader, record.session, frozenset((record.id,)))
            pixel_map = PixelMap(pixels)
            try:
                image = paint(
                    lambda: blacked_out(pixel_map.image(pixel_map.levels[0]).copy(), content.covered),
                    content.boxes,
                )
            finally:
                pixel_map.close()
            save_file(Path(path), encoded_png(image))

        self._read_and(work, lambda _none: self.done.emit(path))

    def write_redacted(self, record: PictureRecord, path: str) -> None:
        """Writes a picture as a PNG or JPEG, by the ending of `path`, without what is blacked out and any metadata."""

        def work(reader: Store, each: Callable[[int, int], None]) -> None:
            from eyebox.formats.export import StoredPictures
            from eyebox.formats.pdf import run
            from eyebox_models.protocol.picture_requests import WriteRedacted

            (content,) = StoredPictures(reader, record.session, frozenset((record.id,)), texts=False)
            request = WriteRedacted(record.path, path, content.covered, content.record.turns)
            run(request, lambda _part: each(0, 1))

        self._read_and(work, lambda _none: self.done.emit(path))

    def _read_and(
        self, work: Callable[[Store, Callable[[int, int], None]], Any], done: Callable[[Any], object]
    ) -> None:
        """Does `work` in the background, with a store to read from and what reports each picture before it."""
        stop = Event()
        try:
            reader = self._store.for_reading()
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return
        self._under_way.add(stop)
        self.busy_changed.emit(True)

        last = 0.0

        def each(number: int, total: int) -> None:
            nonlocal last
            if stop.is_set():
                raise Stopped
            if (now := time.monotonic()) - last >= PROGRESS_SECONDS:
                last = now
                self.progressed.emit(number, total)

        def read() -> Any:
            with reader:
                try:
                    return work(reader, each)
                except Stopped as ended:
                    return ended

        def end() -> None:
            self._under_way.discard(stop)
            self.busy_changed.emit(self.is_busy)

        def ended(result: Any) -> None:
            end()
            self.stopped.emit() if isinstance(result, Stopped) else done(result)

        def failed(error: EyeboxError) -> None:
            end()
            self.failed.emit(translated(error.sentence))

        self._background.run(read, ended, failed)
