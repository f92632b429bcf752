"""Opening pictures together with files of boxes, which are added to their pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.formats import load_annotations
from eyebox.formats.imported import AnnotatedPicture
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.types import PictureRecord
from eyebox.session.writes import SaveExtras
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.errors import EyeboxError

AT_ONCE = 100
"""So many pictures of a file are read before their boxes are added."""
TURN = 10
"""So many pictures get their boxes before the window has its turn."""
OPENED = 20
"""So many pictures that are not in the session are opened before they are taken."""


@dataclass(slots=True)
class _File:
    """A file of boxes that is being read."""

    path: str
    coming: Iterator[AnnotatedPicture]
    alone: AnnotatedPicture | None = None
    """Its first picture, where that was not found."""
    read: int = 0
    missing: int = 0


@dataclass(slots=True)
class _Import:
    """What was asked for at once. `failed`: sentences and details; `to_open`: what is opened beside them."""

    session: str
    files: list[str]
    to_open: list[str]
    failed: list[tuple[str, str]] = field(default_factory=list)
    new: dict[str, AnnotatedPicture] = field(default_factory=dict)
    """Pictures of its files that are not in the session, by their paths."""
    is_large: bool = False
    """Whether these are so many that they are taken without being opened."""
    added: int = 0
    to_show: str = ""


class Importing(QObject):
    """Files are read in the background, a part at a time. Boxes of pictures that are still being opened wait here.

    Signals:
        progressed: how many pictures have been read. ended: everything is read, or it was stopped.
        busy_changed: whether files of boxes are being read.
    """

    progressed = Signal(int)
    ended = Signal()
    busy_changed = Signal(bool)

    def __init__(
        self,
        saver: WriteQueue,
        pictures: Pictures,
        opening: Opening,
        annotations: Annotations,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._saver = saver
        self._pictures = pictures
        self._opening = opening
        self._annotations = annotations
        self._background = background
        self._under_way: list[_Import] = []
        self._waiting: dict[str, AnnotatedPicture] = {}
        pictures.added.connect(self._on_added)

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    def stop(self) -> None:
        """Reads no more files; what was added stays."""
        for asked in list(self._under_way):
            self._end(asked)

    def open(self, pictures: Sequence[str], annotations: Sequence[str]) -> None:
        """Opens pictures and folders, and adds the boxes of annotation files to their pictures.

        Pictures of these that are not in the session are opened too. What fails is told together.
        """
        asked = _Import(self._pictures.session, list(annotations), list(pictures))
        self._under_way.append(asked)
        if asked.files:
            self.busy_changed.emit(True)
        self._next_file(asked)

    def _is_wanted(self, asked: _Import) -> bool:
        wanted = asked in self._under_way and asked.session == self._pictures.session
        if not wanted:
            self._end(asked)
        return wanted

    def _end(self, asked: _Import) -> None:
        if asked not in self._under_way:
            return
        self._under_way.remove(asked)
        self.busy_changed.emit(self.is_busy)
        if asked.added:
            self.ended.emit()

    def _next_file(self, asked: _Import) -> None:
        if asked.files:
            path = asked.files.pop(0)
            self._read_on(asked, _File(path, load_annotations(path)))
            return
        self._end(asked)
        if asked.to_show:
            self._pictures.show(asked.to_show)
        self._waiting |= asked.new
        self._opening.open([*asked.to_open, *asked.new], failed=asked.failed)

    def _read_on(self, asked: _Import, file: _File) -> None:
        def fail(error: EyeboxError) -> None:
            if self._is_wanted(asked):
                asked.failed.append((translated(error.sentence), error.detail))
                self._finish(asked, file)

        self._background.run(
            lambda: list(islice(file.coming, AT_ONCE)), partial(self._take, asked, file), fail
        )

    def _take(self, asked: _Import, file: _File, part: list[AnnotatedPicture]) -> None:
        if not self._is_wanted(asked):
            return
        if not part:
            self._finish(asked, file)
            return
        self._add_some(asked, file, iter(part))

    def _add_some(self, asked: _Import, file: _File, part: Iterator[AnnotatedPicture]) -> None:
        if not self._is_wanted(asked):
            return
        some = list(islice(part, TURN))
        with self._saver.together():
            for picture in some:
                where = str(Path(picture.path).absolute()) if picture.path else ""
                if where and (known := self._pictures.records.at(where)):
                    self._add(known, picture)
                    asked.to_show = known
                elif where:
                    asked.new[where] = picture
                else:
                    file.missing += 1
                    file.alone = picture if file.read == 0 else None
                file.read += 1
        if asked.is_large or len(asked.new) > OPENED:
            asked.is_large = True
            self._opening.take(asked.new)
            asked.new = {}
        asked.added += len(some)
        if some:
            self.progressed.emit(asked.added)
            QTimer.singleShot(0, self, partial(self._add_some, asked, file, part))
        else:
            self._read_on(asked, file)

    def _finish(self, asked: _Import, file: _File) -> None:
        current = self._pictures.current
        if file.read == 1 and file.alone is not None and file.alone.data is None and current:
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
        if imported is not None:
            self._add(record.id, imported)

    def _add(self, picture: str, imported: AnnotatedPicture) -> None:
        """Adds boxes that are not there yet, so that importing a file twice changes nothing."""
        annotations = self._annotations
        there = {(box.label, box.xyxy, box.kind) for box in annotations.boxes_of(picture)}
        new = [box for box in imported.boxes if (box.label, box.xyxy, box.kind) not in there]
        annotations.add(picture, new, self.tr("Import boxes"))
        if imported.extras:
            self._saver.do(SaveExtras(picture, imported.extras))
