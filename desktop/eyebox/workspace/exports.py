"""Exports of a picture or the session: what is to be written is gathered here, and written in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from eyebox.formats import format_named
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox_models.files.atomic_write import save_file
from eyebox_models.protocol.ask import Pixels
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError

Paint = Callable[[Callable[[], QImage], Sequence[Box]], QImage]
"""Paints boxes into the image that a function gives; on another thread."""


class Exports(QObject):
    """Gathers what to export on the GUI thread, and writes it in the background.

    Signals:
        done: path of what was written. failed: one sentence.
        progressed: how many files of how many are written. folder_done: the folder, how many files were written.
    """

    done = Signal(str)
    failed = Signal(str)
    progressed = Signal(int, int)
    folder_done = Signal(str, int)

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._background = background
        self._running = 0

    def write(self, name: str, path: str, session: str, picture: str | None = None) -> None:
        """Writes a session, or one picture of it, in the format called `name` to `path`, atomically."""
        from eyebox.formats.export import FileSink, gather

        try:
            only = None if picture is None else {picture}
            export = gather(self._store, session, only, chats=picture is None, folder=str(Path(path).parent))
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return
        self._start(lambda: format_named(name).dump(export, FileSink(Path(path))), path)

    def write_folder(
        self, name: str, folder: str, session: str, may_replace: Callable[[int], bool | None]
    ) -> None:
        """Writes one file a picture of a session into a folder, in the format called `name`.

        `may_replace` is asked when files of these names are there (how many): True replaces them, False leaves
        them as they are, None gives the export up.
        """
        from eyebox.formats.export import FileNames, FolderSink, gather

        form = format_named(name)
        try:
            export = gather(self._store, session, chats=False, folder=folder)
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return
        names = FileNames(form.SUFFIXES[0])
        files = [names.of(picture.record) for picture in export.pictures]
        there = frozenset(file for file in files if Path(folder, file).exists())
        kept: frozenset[str] = frozenset()
        if there:
            replaces = may_replace(len(there))
            if replaces is None:
                return
            kept = frozenset() if replaces else there
        total = len(files) - len(kept)

        def work() -> None:
            form.dump(export, FolderSink(Path(folder), kept, lambda n: self.progressed.emit(n, total)))

        self._start(work, folder, lambda: self.folder_done.emit(folder, total))

    def write_png(self, record: PictureRecord, pixels: Pixels, path: str, paint: Paint) -> None:
        """Writes a picture with its boxes as a PNG."""
        boxes = self._store.boxes(record.id)

        def work() -> None:
            from eyebox.picture_map import PixelMap, encoded_png

            pixel_map = PixelMap(pixels)
            try:
                image = paint(lambda: pixel_map.image(pixel_map.levels[0]).copy(), boxes)
            finally:
                pixel_map.close()
            save_file(Path(path), encoded_png(image))

        self._start(work, path)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._running > 0

    def _start(self, work: Callable[[], object], path: str, tell: Callable[[], object] | None = None) -> None:
        self._running += 1

        def ended(error: EyeboxError | None = None) -> None:
            self._running -= 1
            if error is not None:
                self.failed.emit(translated(error.sentence))
            elif tell is not None:
                tell()
            else:
                self.done.emit(path)

        self._background.run(work, lambda _none: ended(), ended)
