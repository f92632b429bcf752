"""Opening pictures together with files of boxes, which are added to their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.formats import load_annotations
from eyebox.formats.imported import AnnotatedPicture, as_turned, unknown_boxes
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.session.writes import RemovePicture, SaveExtras, SetComplete
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.imported_file import (
    ImportedFile,
    ImportRequest,
    as_content,
    extras_of,
    is_checked,
)
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Sentence

LISTED = 200
"""So many pictures are listed before the window has its turn."""


class Importing(QObject):
    """Files are read and written in the background, each in one transaction: killed in between, nothing of it is there.

    Boxes of pictures that are still being opened wait here.

    Signals:
        progressed: how many pictures have been read. ended: everything is there, or what was until it was stopped.
        busy_changed: whether files of boxes are being read. labels_found: session and the names of labels that a file lists.
    """

    progressed = Signal(int)
    ended = Signal()
    busy_changed = Signal(bool)
    labels_found = Signal(str, object)
    _reported = Signal(int)
    """`progressed`, from the thread that reads."""

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        pictures: Pictures,
        opening: Opening,
        annotations: Annotations,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._pictures = pictures
        self._opening = opening
        self._annotations = annotations
        self._background = background
        self._under_way: list[ImportRequest] = []
        self._waiting: dict[str, AnnotatedPicture] = {}
        self._written: dict[str, tuple[Box, ...]] = {}
        """Boxes that are written with their picture (its id), and shown as soon as that is listed."""
        pictures.content_of = self._content_of
        pictures.added.connect(self._on_added)
        self._reported.connect(self._on_reported)

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    @Slot()
    def stop(self) -> None:
        """Reads no more; what was read stays."""
        for asked in list(self._under_way):
            asked.stopped.set()
            self._end(asked)

    def open(self, pictures: Sequence[str], annotations: Sequence[str], *, for_boxes: bool = False) -> None:
        """Opens pictures and folders, and adds the boxes of annotation files to their pictures.

        Pictures of these that are not in the session are opened too. What fails is reported together. Boxes of a folder
        that is among both are only for pictures that have none. `for_boxes`: folders to be opened are both if they hold any.
        """
        asked = ImportRequest(self._pictures.session, list(annotations), list(pictures), for_boxes)
        self._under_way.append(asked)
        if asked.files:
            self.busy_changed.emit(True)
        self._next_file(asked)

    def _is_wanted(self, asked: ImportRequest) -> bool:
        """Whether it goes on. Asked by any thread."""
        return not asked.stopped.is_set() and asked.session == self._pictures.session

    def _end(self, asked: ImportRequest) -> None:
        if asked in self._under_way:
            self._under_way.remove(asked)
            self.busy_changed.emit(self.is_busy)

    def _next_file(self, asked: ImportRequest) -> None:
        if not self._is_wanted(asked):
            self._end(asked)
        elif asked.files:
            file = ImportedFile(
                asked, path := asked.files.pop(0), load_annotations(path), self._opening.assets
            )
            self._background.run(file.read_first, partial(self._on_begun, file), partial(self._fail, file))
            return
        else:
            self._end(asked)
            if asked.to_show and asked.to_show != self._pictures.current:
                self._pictures.show(asked.to_show)
            for path in [path for path in asked.new if self._pictures.records.at(path)]:
                self._add(self._pictures.records.at(path), asked.new.pop(path))  # it came meanwhile
            self._waiting |= asked.new
            for path in [path for path in asked.new if path in asked.carried]:
                self._opening.open([path], owned=True, name=asked.carried[path])
            found = (path for path in asked.new if path not in asked.carried)
            self._opening.open(
                [*asked.to_open, *found],
                failed=asked.failed,
                for_boxes=asked.for_boxes,
                may_be_empty=bool(asked.carried),
            )
        if asked.read:
            self.ended.emit()

    def _on_begun(self, file: ImportedFile, first: list[AnnotatedPicture]) -> None:
        asked = file.asked
        if first and self._is_wanted(asked):
            if len(first) == 1 and not (asked.files or asked.read or asked.to_open):
                self._show_known(first[0].path)
            file.know(self._pictures.records.by_path())
            if file.take_new(self._store, first):
                self._finish(file)
            else:
                self._queue.alone(partial(self._write, file, first))
        else:
            self._finish(file)

    def _show_known(self, path: str) -> None:
        """Shows the picture that a file is about while its boxes are written, where the session has it."""
        known = self._pictures.records.at(str(Path(path).absolute())) if path else ""
        if known and known != self._pictures.current:
            self._pictures.show(known)

    def _write(self, file: ImportedFile, first: list[AnnotatedPicture]) -> None:
        asked = file.asked
        if not self._is_wanted(asked):
            self._queue.end_alone()
            self._finish(file)
            return
        file.know(self._pictures.records.by_path())
        file.on_way, file.position = self._opening.on_way()
        file.on_way |= {str(Path(path).absolute()) for path in asked.to_open}

        def goes_on(read: int) -> bool:
            if wanted := self._is_wanted(asked):
                self._reported.emit(asked.read + read)
            return wanted

        def work() -> None:
            with self._store.for_writing() as store:
                file.write(store, first, goes_on)

        if self._store.is_in_memory:
            file.write(self._store, first, goes_on)
            self._on_written(file, None)
        else:
            self._background.run(work, partial(self._on_written, file), partial(self._on_not_written, file))

    @Slot(int)
    def _on_reported(self, read: int) -> None:
        if self.is_busy:
            self.progressed.emit(read)

    def _on_written(self, file: ImportedFile, _none: None) -> None:
        """Shows what was written, some pictures after the other."""
        text = self.tr("Import boxes")
        records = iter(file.records)
        show = not file.on_way

        def some() -> None:
            part = list(islice(records, LISTED))
            added = {record.id: file.added.pop(record.id, 0) for record in part}
            if file.asked.session == self._pictures.session:
                kept = self._without_twins(part)
                self._pictures.list_many(kept, show=show)
                added = {record.id: added[record.id] for record in kept}
            self._annotations.show_added({id: count for id, count in added.items() if count}, text)
            if part:
                QTimer.singleShot(0, self, some)
            else:
                self._annotations.show_added(file.added, text)
                self._queue.end_alone()
                self._finish(file)

        some()

    def _without_twins(self, new: Sequence[PictureRecord]) -> list[PictureRecord]:
        """New pictures but for those whose files were opened while they were written; these get their boxes."""
        on_way, _position = self._opening.on_way()
        kept = []
        for record in new:
            there = self._pictures.records.at(record.path)
            if there in ("", record.id) and record.path not in on_way:
                kept.append(record)
                continue
            boxes, extras = self._store.boxes(record.id), self._store.extras(record.id)
            imported = AnnotatedPicture(record.name, record.path, boxes=boxes, extras=extras)
            self._queue.do(RemovePicture(record.id))
            if there:
                self._add(there, imported)
            else:
                self._waiting[record.path] = imported
        return kept

    def _on_not_written(self, file: ImportedFile, error: EyeboxError) -> None:
        self._queue.end_alone()
        self._fail(file, error)

    def _fail(self, file: ImportedFile, error: EyeboxError) -> None:
        file.failure = error
        self._finish(file)

    def _finish(self, file: ImportedFile) -> None:
        asked, current = file.asked, self._pictures.current
        asked.read += file.read
        if file.left_out:
            kinds = (
                Sentence("loss", "{what}: {count:,}", what=what, count=count)
                for what, count in file.left_out.items()
            )
            sentence = "; ".join(map(translated, kinds))
            asked.failed.append((f"{Path(file.path).name}: {sentence}", ""))
        if file.labels:
            self.labels_found.emit(asked.session, file.labels)
        if file.failure is not None:
            asked.failed.append((translated(file.failure.sentence), file.failure.detail))
        elif file.read == 1 and file.alone is not None and current:
            self._add(current, file.alone)
        elif file.missing:
            sentence = self.tr(
                "%n picture(s) of this file were not found; put them beside it and import again.",
                "",
                file.missing,
            )
            asked.failed.append((sentence, file.path))
        self._next_file(asked)

    def _content_of(self, record: PictureRecord) -> PictureContent | None:
        """What a picture that was opened comes with: in one transaction, for which the disk is waited for once."""
        imported = self._waiting.pop(record.path, None)
        if imported is None:
            return None
        if not self._waiting:  # it is shown next: its boxes need not be read again
            self._annotations.of(record.id)
        self._written[record.id] = imported.boxes
        return as_content(record, imported)

    @Slot(object)
    def _on_added(self, record: PictureRecord) -> None:
        if boxes := self._written.pop(record.id, ()):
            self._annotations.add(record.id, boxes, self.tr("Import boxes"), saved=True)
        elif imported := self._waiting.pop(record.path, None):  # it was removed, and is put back
            self._add(record.id, imported)

    def _add(self, picture: str, imported: AnnotatedPicture) -> None:
        imported = as_turned(imported, self._pictures.records.get(picture))
        new = unknown_boxes(self._annotations.boxes_of(picture), imported)
        self._annotations.add(picture, new, self.tr("Import boxes"))
        if imported.extras:
            there = self._store.extras(picture)
            if extras := extras_of(imported, new, there):
                self._queue.do(SaveExtras(picture, extras))
        if is_checked(imported):
            self._queue.do(SetComplete(picture))
