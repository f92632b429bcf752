"""Opening pictures together with files of boxes, which are added to their pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.formats import load_annotations
from eyebox.formats.imported import ABOUT_VIDEO, AnnotatedPicture, as_turned, unknown_boxes
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.session.writes import RemovePicture, SaveExtras, SetComplete
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError, Sentence

AT_ONCE = 100
"""So many pictures of a file are read before it has the store for itself."""
TURN = 10
"""So many pictures get their boxes between two looks at whether it goes on."""
LISTED = 200
"""So many pictures are listed before the window has its turn."""
OPENED = 20
"""So many pictures that are not in the session are opened before they are taken."""


@dataclass(slots=True)
class _Import:
    """What was asked for at once. `failed`: sentences and details; `to_open`: what is opened beside the files."""

    session: str
    files: list[str]
    to_open: list[str]
    for_boxes: bool = False
    """Whether files of boxes are looked for in the folders among these, once the first picture is on its way."""
    failed: list[tuple[str, str]] = field(default_factory=list)
    new: dict[str, AnnotatedPicture] = field(default_factory=dict)
    """Pictures of its files that are not in the session and will be opened, by their paths."""
    is_large: bool = False
    """Whether these are so many that they are taken without being opened."""
    read: int = 0
    to_show: str = ""
    stopped: Event = field(default_factory=Event)


@dataclass(slots=True)
class _File:
    """A file of boxes that is being read, and what was written of it."""

    asked: _Import
    path: str
    coming: Iterator[AnnotatedPicture]
    known: dict[str, str] = field(default_factory=dict)
    """The session's pictures by their paths."""
    on_way: set[str] = field(default_factory=set)
    position: int = 0
    records: list[PictureRecord] = field(default_factory=list)
    """New pictures."""
    added: dict[str, int] = field(default_factory=dict)
    """How many boxes pictures got at their end, by their ids."""
    alone: AnnotatedPicture | None = None
    """The file's first picture, where that was not found."""
    read: int = 0
    missing: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """What of it could not be used, by Sentences."""
    labels: list[str] = field(default_factory=list)
    """Those that it lists beside its boxes."""
    failure: EyeboxError | None = None
    """What ended the reading; what came before is kept."""

    def __post_init__(self) -> None:
        self.coming = self._until_it_fails(self.coming)

    def _until_it_fails(self, coming: Iterator[AnnotatedPicture]) -> Iterator[AnnotatedPicture]:
        try:
            yield from coming
        except EyeboxError as error:
            self.failure = error

    def read_first(self) -> list[AnnotatedPicture]:
        return list(islice(self.coming, AT_ONCE))

    def write(self, store: Store, first: Sequence[AnnotatedPicture], goes_on: Callable[[int], bool]) -> None:
        """Adds all pictures, from `first` on, in one transaction. `goes_on` gets how many have been read."""
        coming = chain(first, self.coming)
        with store.together():
            while part := list(islice(coming, TURN)):
                self._write_some(store, part)
                if not goes_on(self.read):
                    break

    def take_new(self, store: Store, first: Sequence[AnnotatedPicture]) -> bool:
        """Takes all pictures where they are few and the session has none of them, for which nothing is written yet.

        Returns whether it did.
        """
        paths = (str(Path(annotated.path).absolute()) for annotated in first if annotated.path)
        is_few = not self.asked.is_large and len(self.asked.new) + len(first) <= OPENED
        if is_new := is_few and self.known.keys().isdisjoint(paths):
            self._write_some(store, first)
        return is_new

    def _write_some(self, store: Store, part: Sequence[AnnotatedPicture]) -> None:
        asked = self.asked
        for annotated in part:
            if annotated.extras and not self.labels:
                from eyebox.formats.label_files import labels_said

                self.labels = labels_said(annotated.extras)
            self.left_out.update(annotated.left_out)
            if ABOUT_VIDEO in annotated.left_out:
                continue
            path = str(Path(annotated.path).absolute()) if annotated.path else ""
            if known := self.known.get(path):
                annotated = as_turned(annotated, store.picture(known))
                there = store.boxes(known)
                if there and self.path in asked.to_open:
                    self.read += 1  # those of the file may have been corrected since
                    continue
                if new := unknown_boxes(there, annotated):
                    store.save_boxes(known, new)
                    self.added[known] = self.added.get(known, 0) + len(new)
                if extras := _extras_of(annotated, new, store.extras(known)):
                    store.save_extras(known, extras)
                if _is_checked(annotated):
                    store.set_complete(known, True)
                asked.to_show = known
            elif path:
                asked.new[path] = annotated
            else:
                self.missing += 1
                self.alone = annotated if self.read == 0 else None
            self.read += 1
        asked.is_large = asked.is_large or len(asked.new) > OPENED
        if asked.is_large:
            taken = [path for path in asked.new if path not in self.on_way]
            contents = [self._content(path, asked.new.pop(path)) for path in taken]
            store.add_pictures(asked.session, contents)
            self.records += [content.record for content in contents]
            self.added |= {content.record.id: len(content.boxes) for content in contents if content.boxes}

    def _content(self, path: str, annotated: AnnotatedPicture) -> PictureContent:
        """A new picture."""
        id = self.known[path] = new_id()
        record = PictureRecord(id, self.asked.session, path, name_of(path), position=self.position)
        self.position += 1
        record = replace(
            record, width=annotated.width, height=annotated.height, complete=_is_checked(annotated)
        )
        return PictureContent(record, annotated.boxes, None, _extras_of(annotated, annotated.boxes, {}))


def _is_checked(annotated: AnnotatedPicture) -> bool:
    """Whether a file says that somebody has been through the whole picture."""
    return annotated.extras.get("", {}).get("checked") is True


def _extras_of(
    annotated: AnnotatedPicture, new: Sequence[Box], there: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """What a file says of its new boxes, and of their picture beside what is there."""
    wanted = {box.id for box in new}
    extras = {id: extra for id, extra in annotated.extras.items() if id in wanted}
    of_picture = {key: value for key, value in annotated.extras.get("", {}).items() if key != "checked"}
    return extras | ({"": there.get("", {}) | of_picture} if of_picture else {})


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
        self._under_way: list[_Import] = []
        self._waiting: dict[str, AnnotatedPicture] = {}
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
        asked = _Import(self._pictures.session, list(annotations), list(pictures), for_boxes)
        self._under_way.append(asked)
        if asked.files:
            self.busy_changed.emit(True)
        self._next_file(asked)

    def _is_wanted(self, asked: _Import) -> bool:
        """Whether it goes on. Asked by any thread."""
        return not asked.stopped.is_set() and asked.session == self._pictures.session

    def _end(self, asked: _Import) -> None:
        if asked in self._under_way:
            self._under_way.remove(asked)
            self.busy_changed.emit(self.is_busy)

    def _next_file(self, asked: _Import) -> None:
        if not self._is_wanted(asked):
            self._end(asked)
        elif asked.files:
            file = _File(asked, path := asked.files.pop(0), load_annotations(path))
            self._background.run(file.read_first, partial(self._on_begun, file), partial(self._fail, file))
            return
        else:
            self._end(asked)
            if asked.to_show and asked.to_show != self._pictures.current:
                self._pictures.show(asked.to_show)
            for path in [path for path in asked.new if self._pictures.records.at(path)]:
                self._add(self._pictures.records.at(path), asked.new.pop(path))  # it came meanwhile
            self._waiting |= asked.new
            self._opening.open([*asked.to_open, *asked.new], failed=asked.failed, for_boxes=asked.for_boxes)
        if asked.read:
            self.ended.emit()

    def _on_begun(self, file: _File, first: list[AnnotatedPicture]) -> None:
        asked = file.asked
        if first and self._is_wanted(asked):
            if len(first) == 1 and not (asked.files or asked.read or asked.to_open):
                self._show_known(first[0].path)
            file.known = self._pictures.records.by_path()
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

    def _write(self, file: _File, first: list[AnnotatedPicture]) -> None:
        asked = file.asked
        if not self._is_wanted(asked):
            self._queue.end_alone()
            self._finish(file)
            return
        file.known = self._pictures.records.by_path()
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

    def _on_written(self, file: _File, _none: None) -> None:
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

    def _on_not_written(self, file: _File, error: EyeboxError) -> None:
        self._queue.end_alone()
        self._fail(file, error)

    def _fail(self, file: _File, error: EyeboxError) -> None:
        file.failure = error
        self._finish(file)

    def _finish(self, file: _File) -> None:
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
        elif file.read == 1 and file.alone is not None and file.alone.data is None and current:
            self._add(current, file.alone)
        elif file.missing:
            sentence = self.tr(
                "%n picture(s) of this file were not found; put them beside it and import again.",
                "",
                file.missing,
            )
            asked.failed.append((sentence, file.path))
        self._next_file(asked)

    @Slot(object)
    def _on_added(self, record: PictureRecord) -> None:
        imported = self._waiting.pop(record.path, None)
        if imported is None:
            return
        if not self._waiting:  # it is shown next: its boxes need not be read again
            self._annotations.of(record.id)
        self._add(record.id, imported)

    def _add(self, picture: str, imported: AnnotatedPicture) -> None:
        imported = as_turned(imported, self._pictures.records.get(picture))
        new = unknown_boxes(self._annotations.boxes_of(picture), imported)
        self._annotations.add(picture, new, self.tr("Import boxes"))
        if imported.extras:
            there = self._store.extras(picture)
            if extras := _extras_of(imported, new, there):
                self._queue.do(SaveExtras(picture, extras))
        if _is_checked(imported):
            self._queue.do(SetComplete(picture))
