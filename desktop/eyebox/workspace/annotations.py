"""The boxes of the session's pictures: a model and an undo stack each, saved as they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtGui import QUndoGroup, QUndoStack

from eyebox.annotations.box_model import BoxModel
from eyebox.annotations.commands import AddBoxes
from eyebox.annotations.hidden import HiddenBoxes
from eyebox.session.store import Store
from eyebox.session.writes import SaveBoxes, SetState
from eyebox.workspace.history import KEPT_SESSIONS, TimedStack, now
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass

OPEN_PICTURES = 50
"""So many pictures of the session stay open although nothing in them can be undone."""
KEPT_PICTURES = 200
KEPT_BOXES = 50_000
"""How much is kept of other sessions for undo, of the `history.KEPT_SESSIONS` that were left last."""


class Annotated(QObject):
    """The editable boxes of one picture. Each change of them is saved as one write.

    Signals: counted: the picture's id, when the number of boxes changed.
    """

    counted = Signal(str)

    def __init__(
        self, picture: str, boxes: Sequence[Box], queue: WriteQueue, group: QUndoGroup, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.model = BoxModel(self)
        self.stack = TimedStack(group)
        self.is_saved = False
        """Whether what changes now is in the store already."""
        self.is_by_hand = True
        """Whether a human changes it now, and no answer or file."""
        self.judge: Judge | None = None
        """Takes over what is to be written, while a review is on."""
        self.planted: set[str] = set()
        """Ids of boxes that a review shows among the others; they are never kept."""
        self.picture = picture
        self._queue = queue
        self.model.insert(boxes)
        self._count = len(boxes)
        self._changed: dict[str, Box] = {}
        self._removed: set[str] = set()
        self._is_moved = False
        self.model.rowsInserted.connect(self._on_inserted)
        self.model.rowsAboutToBeRemoved.connect(self._on_removing)
        self.model.dataChanged.connect(self._on_data)
        self.model.changed.connect(self._save)

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        boxes = self.model.boxes()
        new = {box.id: box for box in boxes[first : last + 1]}
        self._changed.update(new)
        self._is_moved = self._is_moved or last < len(boxes) - 1 or not self._removed.isdisjoint(new)
        self._removed.difference_update(new)

    @Slot(QModelIndex, int, int)
    def _on_removing(self, _parent: QModelIndex, first: int, last: int) -> None:
        for box in self.model.boxes()[first : last + 1]:
            self._changed.pop(box.id, None)
            self._removed.add(box.id)

    @Slot(QModelIndex, QModelIndex)
    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        self._changed.update((box.id, box) for box in self.model.boxes()[first.row() : last.row() + 1])

    @Slot()
    def _save(self) -> None:
        """Writes what changed: boxes, ids of those removed, and the order where it is another."""
        order = tuple(box.id for box in self.model.boxes()) if self._is_moved else None
        write = SaveBoxes(self.picture, tuple(self._changed.values()), tuple(self._removed), order)
        self._changed, self._removed, self._is_moved = {}, set(), False
        if not self.is_saved:
            self.judge(self, write) if self.judge is not None else self._queue.do(self.real(write))
        if len(self.model) != self._count:
            self._count = len(self.model)
            self.counted.emit(self.picture)

    def real(self, write: SaveBoxes) -> SaveBoxes:
        """A write without planted boxes."""
        if not self.planted:
            return write
        return replace(
            write,
            changed=tuple(box for box in write.changed if box.id not in self.planted),
            removed=tuple(id for id in write.removed if id not in self.planted),
            order=None if write.order is None else tuple(id for id in write.order if id not in self.planted),
        )

    def boxes(self) -> tuple[Box, ...]:
        """The boxes of the picture, without planted ones."""
        boxes = self.model.boxes()
        return tuple(box for box in boxes if box.id not in self.planted) if self.planted else boxes

    @contextmanager
    def unsaved(self) -> Iterator[BoxModel]:
        """What is done to the model inside is not written."""
        before, self.is_saved = self.is_saved, True
        try:
            yield self.model
        finally:
            self.is_saved = before


Judge = Callable[[Annotated, SaveBoxes], object]


@dataclass(frozen=True, slots=True)
class _Step:
    """Boxes that were added to a picture that is not open: how many at its end, and these while they were not written."""

    text: str
    count: int
    when: int
    waiting: tuple[Box, ...] = ()


class Annotations(QObject):
    """All models and undo stacks of the open session; `group`'s active stack is that of the shown picture.

    Pictures of other sessions keep their undo stacks for this run, the latest of them.

    Signals:
        box_count_changed: the number of boxes of a picture (its id) changed.
        opened: the boxes (an Annotated) of a picture were read.
        arrived: boxes of an answer or a file were added to a picture (its id, the boxes), and who made them ("": unknown).
    """

    box_count_changed = Signal(str)
    opened = Signal(object)
    arrived = Signal(str, object, str)

    def __init__(self, store: Store, queue: WriteQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self.group = QUndoGroup(self)
        self.hidden = HiddenBoxes(self)
        """What is not to be seen of the session's boxes; kept with the session."""
        self.hidden.changed.connect(self._save_hidden)
        self._session = ""
        self._judge: Judge | None = None
        self._nothing = QUndoStack(self.group)
        self._open: dict[str, Annotated] = {}
        self._unseen: dict[str, list[_Step]] = {}
        """Of pictures that are not open."""
        self._kept: dict[str, dict[str, Annotated]] = {}
        """Of sessions that are not open, the one left last at the end: of their pictures, the one shown last at the end."""

    def open_session(self, session: str) -> None:
        """Closes the boxes of the session before; hides what was hidden in this one when it was left."""
        self.clear()
        self._session = ""
        self.hidden.set_data(self._store.get_state(session, "hidden_boxes"))
        self._session = session

    @property
    def list_order(self) -> Any:
        """How boxes are listed, as `keep_list_order` was told; None where it never was."""
        return self._store.get_state("", "box_order")

    @Slot(object)
    def keep_list_order(self, order: Any) -> None:
        """Keeps for all sessions how boxes are listed (JSON data)."""
        self._queue.do(SetState("", "box_order", order))

    @Slot()
    def _save_hidden(self) -> None:
        if self._session:
            self._queue.do(SetState(self._session, "hidden_boxes", self.hidden.to_data()))

    def of(self, picture: str) -> Annotated:
        """The boxes of a picture, read from the store on first use."""
        found = self._open.get(picture)
        if found is None:
            steps = self._unseen.pop(picture, [])
            found = self._as_left(picture)
        if found is None:
            stored, waiting = self._read(picture, steps)
            start = len(stored) - sum(step.count for step in steps if not step.waiting)
            if start < 0:
                steps, start = [], len(stored)
            found = Annotated(picture, stored[:start], self._queue, self.group, self)
            found.is_saved = True
            for step in steps:
                boxes = [waiting[box.id] for box in step.waiting if box.id in waiting]
                if not step.waiting:
                    boxes = stored[start : start + step.count]
                    start += step.count
                if boxes:
                    found.stack.push(AddBoxes(found.model, boxes, step.text), step.when)
            found.is_saved = False
            found.counted.connect(self.box_count_changed)
            self._open[picture] = found
            found.judge = self._judge
            self.opened.emit(found)
        return found

    def set_judge(self, judge: Judge | None) -> None:
        """Who takes over what is to be written of changed boxes, of all pictures of the session."""
        self._judge = judge
        for annotated in self._open.values():
            annotated.judge = judge

    def opened_so_far(self) -> list[Annotated]:
        """The boxes of all open pictures."""
        return list(self._open.values())

    def with_steps(self, picture: str) -> Annotated | None:
        """The boxes of a picture that is open, or that has steps which count its boxes."""
        return self.of(picture) if picture in self._open or picture in self._unseen else None

    def _read(self, picture: str, steps: Sequence[_Step]) -> tuple[list[Box], dict[str, Box]]:
        """The stored boxes of a picture, and apart from them, by their ids, those of steps that had to wait."""
        waiting = {box.id: box for step in steps for box in step.waiting}
        stored = self._store.boxes(picture)
        known = {box.id: box for box in stored if box.id in waiting}
        waiting = waiting | known if self._queue.pending else known
        return [box for box in stored if box.id not in waiting], waiting

    def show(self, picture: str | None) -> Annotated | None:
        """Makes a picture's undo stack the active one."""
        annotated = self.of(picture) if picture else None
        if picture and annotated:
            self._open[picture] = self._open.pop(picture)  # the latest one
            self._close_some(picture)
        self.group.setActiveStack(annotated.stack if annotated else self._nothing)
        return annotated

    def add(
        self, picture: str, boxes: Iterable[Box], text: str, *, saved: bool = False, origin: str = ""
    ) -> None:
        """Adds boxes as one step of the picture's undo stack, called `text`. `saved`: they are in the store already.

        `origin`: the model or the file that they come from.

        A picture that is not open stays closed, which costs less; the step is there once it is opened.
        """
        boxes = tuple(boxes)
        if not boxes:
            return
        if not self.is_open(picture):
            if not saved:
                self._queue.do(SaveBoxes(picture, boxes))
            self._add_step(picture, _Step(text, len(boxes), now(), boxes if self._queue.pending else ()))
            self.arrived.emit(picture, boxes, origin)
            return
        annotated = self.of(picture)
        annotated.is_saved = saved
        annotated.is_by_hand = False
        try:
            annotated.stack.push(AddBoxes(annotated.model, boxes, text))
        finally:
            annotated.is_saved = False
            annotated.is_by_hand = True
        self.arrived.emit(picture, boxes, origin)

    def write(self, picture: str, boxes: Iterable[Box]) -> None:
        """Gives a picture that is new its boxes; there is nothing to undo."""
        boxes = tuple(boxes)
        if boxes and self._queue.pending:
            self.add(picture, boxes, self.tr("Crop"))
        elif boxes:
            self._queue.do(SaveBoxes(picture, boxes))

    def show_added(self, added: Mapping[str, int], text: str) -> None:
        """Shows that boxes were just written at the end of pictures (how many, by id), as one step of each."""
        for picture, count in added.items():
            if not self.is_open(picture):
                self._add_step(picture, _Step(text, count, now()))
                continue
            annotated = self.of(picture)
            boxes = self._store.boxes(picture)[-count:]
            annotated.is_saved = True  # also for those that were read when the picture was opened meanwhile
            annotated.model.remove(box.id for box in boxes)
            self.add(picture, boxes, text, saved=True)
            if self._queue.pending:
                self._queue.do(SaveBoxes(picture, order=tuple(box.id for box in annotated.boxes())))

    def _add_step(self, picture: str, step: _Step) -> None:
        self._unseen.setdefault(picture, []).append(step)
        self.box_count_changed.emit(picture)

    def set_label(self, boxes: Mapping[str, Iterable[str]], label: str, new: str) -> None:
        """Shows that boxes (ids by picture) which had a label have another one in the store by now."""
        for picture in self._open.keys() & boxes.keys():
            annotated = self._open[picture]
            there = filter(None, map(annotated.model.box, boxes[picture]))
            annotated.is_saved = not self._queue.pending  # what waits was made with the label before
            annotated.model.replace(*(replace(box, label=new) for box in there if box.label == label))
            annotated.is_saved = False

    def is_open(self, picture: str) -> bool:
        """Whether a picture's boxes have a model."""
        return picture in self._open

    def boxes_of(self, picture: str) -> Sequence[Box]:
        """The boxes of a picture, which stays closed if it is."""
        found = self._open.get(picture)
        if found is not None:
            return found.boxes()
        stored, waiting = self._read(picture, self._unseen.get(picture, ()))
        return (*stored, *waiting.values())

    @Slot(str, object, str)
    def add_answer(self, picture: str, boxes: Sequence[Box], question: str) -> None:
        """Adds the boxes of an answer, which are in the store with it."""
        title = " ".join(question.split())
        text = self.tr("Add the boxes of “%1”").replace("%1", title if len(title) <= 30 else title[:29] + "…")
        self.add(picture, boxes, text, saved=True)

    def save_again(self) -> None:
        """Writes all boxes that were read so far once more."""
        for picture, annotated in self._open.items():
            if boxes := annotated.boxes():
                self._queue.do(SaveBoxes(picture, boxes))

    def owner(self, box_id: str) -> tuple[str, Box] | None:
        """The picture and the box with this id, among the pictures opened so far."""
        for picture, annotated in self._open.items():
            box = annotated.model.box(box_id)
            if box is not None:
                return picture, box
        return None

    def find(self, box_id: str, session: str) -> tuple[str, Box] | None:
        """The picture and the box with this id, in a session, its picture opened or not."""
        return self.owner(box_id) or self._store.find_box(session, box_id)

    def clear(self) -> None:
        """Closes the session's boxes; those with something to undo are kept for when it is opened again."""
        left = self._kept.pop(self._session, {})
        for picture, annotated in self._open.items():
            annotated.judge = None
            if annotated.stack.count():
                left[picture] = annotated
            else:
                self._forget(annotated)
        self._open.clear()
        if left:
            self._kept[self._session] = left
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        while len(self._kept) > KEPT_SESSIONS:
            for annotated in self._kept.pop(next(iter(self._kept))).values():
                self._forget(annotated)
        kept = [(session, picture) for session, pictures in self._kept.items() for picture in pictures]
        boxes = sum(self._kept[session][picture].model.rowCount() for session, picture in kept)
        for number, (session, picture) in zip(range(len(kept), 0, -1), kept, strict=True):
            if number <= KEPT_PICTURES and boxes <= KEPT_BOXES:
                break
            oldest = self._kept[session].pop(picture)
            boxes -= oldest.model.rowCount()
            self._forget(oldest)

    def _close_some(self, shown: str) -> None:
        """Closes pictures that were shown long ago, and in which nothing can be undone."""
        if self._queue.pending:
            return  # the store has others
        idle = [picture for picture, annotated in self._open.items() if not annotated.stack.count()]
        for picture in idle[: max(len(idle) - OPEN_PICTURES, 0)]:
            if picture != shown:
                self._forget(self._open.pop(picture))

    def _as_left(self, picture: str) -> Annotated | None:
        """The boxes of a picture with what can be undone, unless the store has others by now."""
        kept = self._kept.get(self._session, {}).pop(picture, None)
        if kept is None:
            return None
        if not self._queue.pending and self._store.boxes(picture) != tuple(kept.model.boxes()):
            self._forget(kept)
            return None
        self._open[picture] = kept
        kept.judge = self._judge
        self.opened.emit(kept)
        return kept

    def _forget(self, annotated: Annotated) -> None:
        self.group.removeStack(annotated.stack)
        annotated.stack.deleteLater()
        annotated.deleteLater()
