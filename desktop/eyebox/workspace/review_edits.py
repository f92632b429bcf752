"""Makes the boxes of pictures what a step of a review says, whether they are open or only in the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from eyebox.session.review import Change
from eyebox.session.store import Store
from eyebox.session.writes import SaveBoxes
from eyebox.workspace.annotations import Annotated, Annotations
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box


class Edit:
    """The command of an undo stack that made a step of a review: taken back, both go back together."""

    def __init__(self, annotated: Annotated, command: QUndoCommand | None) -> None:
        self.annotated = annotated
        self.command = command

    def is_latest(self, annotated: Annotated, *, undone: bool) -> bool:
        """Whether the command is what its stack would take back next, or do again next where it is `undone`."""
        if annotated is not self.annotated or self.command is None:
            return False
        place = annotated.stack.index() - (0 if undone else 1)
        return 0 <= place < annotated.stack.count() and annotated.stack.command(place) is self.command


class ReviewEdits:
    """Changes boxes for a review and gives what is to be written of that."""

    def __init__(self, store: Store, writes: WriteQueue, annotations: Annotations) -> None:
        self._store = store
        self._writes = writes
        self._annotations = annotations
        self._collected: list[SaveBoxes] | None = None
        self.planted: set[str] = set()
        """Ids of boxes that are on open pictures and in no table of boxes."""

    def collects(self, write: SaveBoxes) -> bool:
        """Takes what changed by `make_so`, and no human; returns whether it did."""
        if self._collected is None:
            return False
        self._collected.append(self.real(write))
        return True

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

    def make_so(
        self, changes: Sequence[Change], edit: Edit | None = None, *, undone: bool = False
    ) -> tuple[SaveBoxes, ...]:
        """Makes boxes what they are after changes. `edit`: what first made the step, which is taken back or done again.

        Returns what is to be written.
        """
        by_picture: dict[str, list[Change]] = {}
        for change in changes:
            by_picture.setdefault(change.picture, []).append(change)
        with self._collecting() as saves:
            for picture, of_picture in by_picture.items():
                annotated = self._annotations.with_steps(picture)
                if annotated is None and self._writes.pending:
                    annotated = self._annotations.of(picture)
                if annotated is None:
                    saves.append(self.real(self._stored(picture, of_picture)))
                    continue
                if edit is not None and edit.is_latest(annotated, undone=not undone):
                    annotated.stack.undo() if undone else annotated.stack.redo()
                _in_model(annotated, of_picture)
        return tuple(save for save in saves if save.changed or save.removed or save.order)

    @contextmanager
    def _collecting(self) -> Iterator[list[SaveBoxes]]:
        saves: list[SaveBoxes] = []
        self._collected = saves
        try:
            yield saves
        finally:
            self._collected = None

    def row_of(self, picture: str, box: str) -> int:
        """Where a box stands among those of its picture, -1 where it does not."""
        annotated = self._annotations.with_steps(picture)
        if annotated is not None:
            return annotated.model.row(box) if annotated.model.box(box) else -1
        return self.stored_row(picture, box)

    def stored_row(self, picture: str, box: str) -> int:
        """The same of the boxes in the store."""
        return next((row for row, one in enumerate(self._store.boxes(picture)) if one.id == box), -1)

    def _stored(self, picture: str, changes: Sequence[Change]) -> SaveBoxes:
        there = list(self._store.boxes(picture))
        known = {box.id for box in there}
        removed = {change.box for change in changes if not _is_shown(change)}
        changed = [state.box for change in changes if _is_shown(change) and (state := change.after)]
        back = [change for change in changes if _is_shown(change) and change.box not in known]
        order = None
        if back:
            order = [box.id for box in there if box.id not in removed]
            for row, id in _places(back):
                order.insert(row if row >= 0 else len(order), id)
        return SaveBoxes(
            picture, tuple(changed), tuple(removed & known), None if order is None else tuple(order)
        )


def _is_shown(change: Change) -> bool:
    """Whether a box is on its picture after a change: planted ones are, too."""
    return change.after is not None and change.after.verdict != "rejected"


def _places(back: Sequence[Change]) -> list[tuple[int, str]]:
    return sorted((change.row, change.box) for change in back)


def _in_model(annotated: Annotated, changes: Sequence[Change]) -> None:
    model = annotated.model
    model.remove(change.box for change in changes if not _is_shown(change))
    shown: dict[str, Box] = {c.box: c.after.box for c in changes if c.after is not None and _is_shown(c)}
    model.replace(*(box for id, box in shown.items() if model.box(id) not in (None, box)))
    back = [change for change in changes if change.box in shown and change.box not in model]
    for row, id in _places(back):
        model.insert([shown[id]], [min(row, len(model)) if row >= 0 else len(model)])
