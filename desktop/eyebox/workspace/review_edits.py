"""Makes the boxes of pictures what a step of a review says, whether they are open or only in the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from eyebox.session.review import Change
from eyebox.session.store import Store
from eyebox.session.writes import SaveBoxes
from eyebox.workspace.annotations import Annotated, Annotations
from eyebox.workspace.review_history import Edit
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.box import Box


class ReviewEdits:
    """Changes boxes for a review and gives what is to be written of that."""

    def __init__(self, store: Store, writes: WriteQueue, annotations: Annotations) -> None:
        self._store = store
        self._writes = writes
        self._annotations = annotations
        self._collected: list[SaveBoxes] | None = None
        self.shows_planted = False

    def collects(self, annotated: Annotated, write: SaveBoxes) -> bool:
        """Takes what changed by `make_so`, and no human; returns whether it did."""
        if self._collected is None:
            return False
        self._collected.append(annotated.real(write))
        return True

    # Planted boxes

    def show_planted(self, annotated: Annotated) -> None:
        """Puts the planted boxes of a picture among the others, where they are to be judged or were not seen."""
        if not self.shows_planted:
            return
        rows = [row for row in self._store.review_of_picture(annotated.picture) if row.state.planted]
        annotated.planted |= {row.state.box.id for row in rows}
        with annotated.unsaved() as model:
            for row in rows:
                if row.verdict != "rejected" and row.state.box.id not in model:
                    place = int(row.state.box.id[:8], 16) % (len(model) + 1)
                    model.insert([row.state.box], [place])

    def hide_planted(self) -> None:
        """Takes planted boxes off all pictures."""
        self.shows_planted = False
        for annotated in self._annotations.opened_so_far():
            if annotated.planted:
                annotated.stack.forget()
                with annotated.unsaved() as model:
                    model.remove(annotated.planted)
                annotated.planted = set()

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
                    saves.append(self._stored(picture, of_picture))
                    continue
                if edit is not None and edit.is_latest(annotated, undone=not undone):
                    annotated.stack.undo() if undone else annotated.stack.redo()
                self._in_model(annotated, of_picture)
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
        """Where a box stands among those of its picture, but for planted ones; -1 where it does not."""
        annotated = self._annotations.with_steps(picture)
        if annotated is not None:
            return next((row for row, one in enumerate(annotated.boxes()) if one.id == box), -1)
        return self._store.box_row(picture, box)

    def _stored(self, picture: str, changes: Sequence[Change]) -> SaveBoxes:
        changes = [change for change in changes if not change.is_planted]
        removed = {change.box for change in changes if not _is_shown(change)}
        changed = [state.box for change in changes if _is_shown(change) and (state := change.after)]
        back = [
            change for change in changes if _is_shown(change) and self._store.box_row(picture, change.box) < 0
        ]
        order = None
        if back:
            order = [box.id for box in self._store.boxes(picture) if box.id not in removed]
            for row, id in _places(back):
                order.insert(row if row >= 0 else len(order), id)
        return SaveBoxes(picture, tuple(changed), tuple(removed), None if order is None else tuple(order))

    def _in_model(self, annotated: Annotated, changes: Sequence[Change]) -> None:
        if not self.shows_planted:
            changes = [change for change in changes if not change.is_planted]
        annotated.planted |= {change.box for change in changes if change.is_planted}
        model = annotated.model
        model.remove(change.box for change in changes if not _is_shown(change))
        shown: dict[str, Box] = {c.box: c.after.box for c in changes if c.after is not None and _is_shown(c)}
        model.replace(*(box for id, box in shown.items() if model.box(id) not in (None, box)))
        back = [change for change in changes if change.box in shown and change.box not in model]
        for row, id in _places(back):
            real = annotated.boxes()
            model.insert([shown[id]], [model.row(real[row].id) if 0 <= row < len(real) else len(model)])


def _is_shown(change: Change) -> bool:
    """Whether a box is on its picture after a change: planted ones are, too."""
    return change.after is not None and change.after.verdict != "rejected"


def _places(back: Sequence[Change]) -> list[tuple[int, str]]:
    return sorted((change.row, change.box) for change in back)
