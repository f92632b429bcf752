"""Pictures turned by quarters, with their boxes and their text, as one step to undo. Files are never changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from eyebox.session.writes import TurnPicture
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.turning import turned_box, turned_page, turned_size


class Turning(QObject):
    """Turns pictures. A turn is a step among those of the picture's boxes, which lie as they were after an undo."""

    def __init__(
        self, queue: WriteQueue, pictures: Pictures, annotations: Annotations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._pictures = pictures
        self._annotations = annotations

    def turn(self, picture: str, turns: int) -> None:
        """Turns a picture clockwise by so many quarters; one whose size is not known yet stays as it is."""
        record = self._pictures.records.get(picture)
        if record is not None and record.width:
            text = self.tr("Turn left") if turns % 4 == 3 else self.tr("Turn right")
            self._annotations.of(picture).stack.push(_Turn(self, picture, turns, text))

    def apply(self, picture: str, turns: int) -> None:
        """Turns a picture; what `turn` pushes is done and taken back by this."""
        pictures, annotated = self._pictures, self._annotations.of(picture)
        record = pictures.records.get(picture)
        if record is None:
            return
        size = record.width, record.height
        width, height = turned_size(*size, turns)
        new = replace(record, turns=(record.turns + turns) % 4, width=width, height=height)
        boxes = tuple(turned_box(box, *size, turns) for box in annotated.model.boxes())
        page = pictures.page(picture)
        page = turned_page(page, turns) if page is not None else None
        kept = tuple(box for box in boxes if box.id not in annotated.planted)
        self._queue.do(TurnPicture(new, kept, page))
        pictures.begin_turned(new, page)
        annotated.is_saved = True
        try:
            annotated.model.replace(*boxes)
        finally:
            annotated.is_saved = False
        pictures.end_turned(picture)


class _Turn(QUndoCommand):
    def __init__(self, turning: Turning, picture: str, turns: int, text: str) -> None:
        super().__init__(text)
        self._turning = turning
        self._picture = picture
        self._turns = turns

    def redo(self) -> None:
        self._turning.apply(self._picture, self._turns)

    def undo(self) -> None:
        self._turning.apply(self._picture, -self._turns)
