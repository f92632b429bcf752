"""Opening pictures together with files of boxes, which are added to their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from eyebox.formats import load_annotations
from eyebox.formats.imported import AnnotatedPicture
from eyebox.session.types import PictureRecord
from eyebox.session.writes import SaveExtras
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.errors import EyeboxError


class Importing(QObject):
    """Boxes of pictures that are still being opened wait here."""

    def __init__(
        self, saver: WriteQueue, pictures: Pictures, annotations: Annotations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._saver = saver
        self._pictures = pictures
        self._annotations = annotations
        self._waiting: dict[str, AnnotatedPicture] = {}
        pictures.added.connect(self._on_added)

    def open(self, pictures: Sequence[str], annotations: Sequence[str]) -> None:
        """Opens pictures and folders, and adds the boxes of labelme and COCO files to their pictures.

        Pictures of these that are not in the session are opened too. What fails is told together.
        """
        to_open = list(pictures)
        failed: list[tuple[str, str]] = []
        for path in annotations:
            to_open += self._import_boxes(path, failed)
        self._pictures.open(to_open, failed=failed)

    def _import_boxes(self, path: str, failed: list[tuple[str, str]]) -> list[str]:
        """Adds the boxes of a file, and to `failed` what was not found; returns the pictures still to be opened."""
        try:
            imported = list(load_annotations(path))
        except EyeboxError as error:
            failed.append((str(error), error.detail))
            return []
        pictures = self._pictures
        known = {record.path: record.id for record in pictures.records.values()}
        missing = 0
        to_open = []
        for picture in imported:
            where = str(Path(picture.path).absolute()) if picture.path else ""
            if where in known:
                self._add(known[where], picture)
                pictures.show(known[where])
            elif where:
                self._waiting[where] = picture
                to_open.append(where)
            elif len(imported) == 1 and picture.data is None and pictures.current:
                self._add(pictures.current, picture)
            else:
                missing += 1
        if missing:
            sentence = self.tr(
                "%n picture(s) of this file were not found; put them beside it and import again.", "", missing
            )
            failed.append((sentence, path))
        return to_open

    @Slot(object)
    def _on_added(self, record: PictureRecord) -> None:
        imported = self._waiting.pop(record.path, None)
        if imported is not None:
            self._add(record.id, imported)

    def _add(self, picture: str, imported: AnnotatedPicture) -> None:
        """Adds boxes that are not there yet, so that importing a file twice changes nothing."""
        there = {(box.label, box.xyxy, box.kind) for box in self._annotations.of(picture).model.boxes()}
        new = [box for box in imported.boxes if (box.label, box.xyxy, box.kind) not in there]
        self._annotations.add(picture, new, self.tr("Import boxes"))
        if imported.extras:
            self._saver.do(SaveExtras(picture, imported.extras))
