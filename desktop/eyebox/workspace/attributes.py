"""What is said of boxes beside their labels, kept with what their files said of them (`attributes` in the extras of a box)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from eyebox.session.store import Store
from eyebox.session.writes import SaveExtras
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import Step
from eyebox.workspace.write_queue import WriteQueue

MEMBER = "attributes"
InReview = Callable[[str, Sequence[str], str, Callable[[], object], Callable[[], object]], bool]
"""Does something to boxes of a picture, and can take it back, as a step of a review; False where they are in none."""


class Attributes(QObject):
    """Values of other kinds than texts, as files have them, are kept until they are given another value. A box in review
    is "fixed" by another value.

    Signals: changed: the picture (its id) of boxes with other attributes.
    """

    changed = Signal(str)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        annotations: Annotations,
        in_review: InReview,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._annotations = annotations
        self._in_review = in_review
        self._unsaved: dict[tuple[str, str], dict[str, Any]] = {}
        """What was written while the store may not have it yet."""

    def of(self, picture: str, box: str) -> Mapping[str, Any]:
        """The attributes of a box."""
        found = self._extra(picture, box).get(MEMBER)
        return found if isinstance(found, dict) else {}

    def give(self, picture: str, boxes: Sequence[str], name: str, value: str) -> None:
        """Gives boxes of a picture a value of an attribute, "" for none, as a step of its history."""
        before = {box: dict(self._extra(picture, box)) for box in boxes}
        after = {}
        for box, extra in before.items():
            found = {**self.of(picture, box), name: value}
            after[box] = {**extra, MEMBER: {key: one for key, one in found.items() if one != ""}}
            if not after[box][MEMBER]:
                del after[box][MEMBER]
        if after != before:
            text = self.tr("Change “%1”").replace("%1", name)
            do, undo = partial(self.put, picture, after), partial(self.put, picture, before)
            if not self._in_review(picture, boxes, text, do, undo):
                self._annotations.of(picture).stack.push(Step(text, do, undo))

    def copy(self, picture: str, ids: Mapping[str, str], to: str) -> None:
        """Gives copies of boxes (their ids by those of the originals), on the picture `to`, the attributes of these."""
        found = {new: self.of(picture, box) for box, new in ids.items()}
        if copies := {new: {MEMBER: dict(attributes)} for new, attributes in found.items() if attributes}:
            self.put(to, copies)

    def put(self, picture: str, extras: Mapping[str, dict[str, Any]]) -> bool:
        """Writes what is kept beside boxes, which always works."""
        self._queue.do(SaveExtras(picture, extras))
        if self._queue.pending:
            self._unsaved |= {(picture, box): extra for box, extra in extras.items()}
        self.changed.emit(picture)
        return True

    def _extra(self, picture: str, box: str) -> dict[str, Any]:
        if not self._queue.pending:
            self._unsaved.clear()
        known = self._unsaved.get((picture, box))
        return self._store.extra(picture, box) if known is None else known


def shared_value(values: Iterable[object]) -> str:
    """A value as a text where all have the same one, else ""."""
    texts = {
        "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        for value in values
    }
    return texts.pop() if len(texts) == 1 else ""
