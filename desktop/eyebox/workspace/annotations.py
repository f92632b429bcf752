"""The boxes of the session's pictures: a model and an undo stack each, saved as they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtGui import QUndoGroup, QUndoStack

from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.commands import AddBoxes
from eyebox.session.store import Store
from eyebox.session.writes import SaveBoxes
from eyebox.workspace.history import TimedStack
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box

KEPT_PICTURES = 200
KEPT_BOXES = 50_000
"""How much is kept of other sessions for undo."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """The editable boxes of one picture."""

    model: BoxModel
    stack: QUndoStack


Save = Callable[[Sequence[Box], Sequence[str], Sequence[str] | None], None]


class _Watch(QObject):
    """Saves what changes in one picture's model: boxes, ids of those removed, and the order where it is another."""

    def __init__(self, model: BoxModel, save: Save) -> None:
        super().__init__(model)
        self._model = model
        self._save = save
        model.rowsInserted.connect(self._inserted)
        model.rowsAboutToBeRemoved.connect(self._removing)
        model.dataChanged.connect(self._changed)

    @Slot(QModelIndex, int, int)
    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        boxes = self._model.boxes()
        order = None if last == len(boxes) - 1 else [box.id for box in boxes]
        self._save(boxes[first : last + 1], (), order)

    @Slot(QModelIndex, int, int)
    def _removing(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._save((), [box.id for box in self._model.boxes()[first : last + 1]], None)

    @Slot(QModelIndex, QModelIndex)
    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._save(self._model.boxes()[first.row() : last.row() + 1], (), None)


class Annotations(QObject):
    """All models and undo stacks of the open session; `group`'s active stack is that of the shown picture.

    Pictures of other sessions keep their undo stacks for this run, the latest of them.

    Signals:
        box_count_changed: the number of boxes of a picture (its id) changed.
    """

    box_count_changed = Signal(str)

    def __init__(self, store: Store, saver: WriteQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._saver = saver
        self.group = QUndoGroup(self)
        self._nothing = QUndoStack(self.group)
        self._open: dict[str, Annotated] = {}
        self._saved = False
        self._kept: dict[str, Annotated] = {}
        """Of pictures whose session is not open, the one left last at the end."""

    def of(self, picture: str) -> Annotated:
        """The boxes of a picture, read from the store on first use."""
        found = self._open.get(picture)
        if found is None:
            found = self._as_left(picture)
        if found is None:
            model = BoxModel(self)
            boxes = self._store.boxes(picture)
            if boxes:
                model.insert(boxes)
            stack = TimedStack(self.group)
            found = self._open[picture] = Annotated(model, stack)

            def save(changed: Sequence[Box], removed: Sequence[str], order: Sequence[str] | None) -> None:
                if not self._saved:
                    places = None if order is None else tuple(order)
                    self._saver.do(SaveBoxes(picture, tuple(changed), tuple(removed), places))

            _Watch(model, save)
            model.rowsInserted.connect(lambda: self.box_count_changed.emit(picture))
            model.rowsRemoved.connect(lambda: self.box_count_changed.emit(picture))
        return found

    def show(self, picture: str | None) -> Annotated | None:
        """Makes a picture's undo stack the active one."""
        annotated = self.of(picture) if picture else None
        self.group.setActiveStack(annotated.stack if annotated else self._nothing)
        return annotated

    def add(self, picture: str, boxes: Iterable[Box], text: str, *, saved: bool = False) -> None:
        """Adds boxes as one step of the picture's undo stack, called `text`. `saved`: they are in the store already."""
        boxes = tuple(boxes)
        if boxes:
            annotated = self.of(picture)
            self._saved = saved
            try:
                annotated.stack.push(AddBoxes(annotated.model, boxes, text))
            finally:
                self._saved = False

    @Slot(str, object, str)
    def add_answer(self, picture: str, boxes: Sequence[Box], question: str) -> None:
        """Adds the boxes of an answer, which are in the store with it."""
        title = " ".join(question.split())
        text = self.tr("Add the boxes of “%1”").replace("%1", title if len(title) <= 30 else title[:29] + "…")
        self.add(picture, boxes, text, saved=True)

    def save_again(self) -> None:
        """Writes all boxes that were read so far once more."""
        for picture, annotated in self._open.items():
            if boxes := annotated.model.boxes():
                self._saver.do(SaveBoxes(picture, tuple(boxes)))

    def owner(self, box_id: str) -> tuple[str, Box] | None:
        """The picture and the box with this id, among the pictures opened so far."""
        for picture, annotated in self._open.items():
            box = annotated.model.box(box_id)
            if box is not None:
                return picture, box
        return None

    def find(self, box_id: str, pictures: Iterable[str]) -> tuple[str, Box] | None:
        """The picture and the box with this id, among these pictures, opened or not."""
        found = self.owner(box_id)
        unread = () if found else (picture for picture in pictures if picture not in self._open)
        for picture in unread:
            box = next((box for box in self._store.boxes(picture) if box.id == box_id), None)
            if box is not None:
                return picture, box
        return found

    def clear(self) -> None:
        """Lets go of the session's boxes; those with something to undo are kept for when it is opened again."""
        for picture, annotated in self._open.items():
            if annotated.stack.count():
                self._kept[picture] = annotated
            else:
                self._forget(annotated)
        self._open.clear()
        boxes = sum(annotated.model.rowCount() for annotated in self._kept.values())
        while self._kept and (len(self._kept) > KEPT_PICTURES or boxes > KEPT_BOXES):
            oldest = self._kept.pop(next(iter(self._kept)))
            boxes -= oldest.model.rowCount()
            self._forget(oldest)

    def _as_left(self, picture: str) -> Annotated | None:
        """The boxes of a picture with what can be undone, unless the store has others by now."""
        kept = self._kept.pop(picture, None)
        if kept is None:
            return None
        if not self._saver.pending and self._store.boxes(picture) != tuple(kept.model.boxes()):
            self._forget(kept)
            return None
        self._open[picture] = kept
        return kept

    def _forget(self, annotated: Annotated) -> None:
        self.group.removeStack(annotated.stack)
        annotated.stack.deleteLater()
        annotated.model.deleteLater()
