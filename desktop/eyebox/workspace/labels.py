"""The labels of the open session, kept with it: what is offered, in which order and colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.session.labels import Label, labels_from_data, labels_to_data, with_names
from eyebox.session.store import Store
from eyebox.session.writes import SetState
from eyebox.workspace.history import History, Step
from eyebox.workspace.relabeling import Relabeling
from eyebox.workspace.write_queue import WriteQueue

STATE = "labels"


class LabelSet(QObject):
    """Boxes may have labels that are not in it.

    Signals: changed: it is another one.
    """

    changed = Signal()

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        history: History,
        relabeling: Relabeling,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._history = history
        self._relabeling = relabeling
        self._session = ""
        self._counts: Mapping[str, int] | None = None
        self.labels: tuple[Label, ...] = ()
        relabeling.renamed.connect(self._on_renamed)

    def open_session(self, session: str) -> None:
        self._session = session
        self._counts = None
        before, self.labels = self.labels, labels_from_data(self._store.get_state(session, STATE))
        if before != self.labels:
            self.changed.emit()

    def get(self, name: str) -> Label:
        """The label of a name; one without anything where it is not in the set."""
        return next((label for label in self.labels if label.name == name), Label(name))

    def count(self) -> Mapping[str, int]:
        """How many boxes of the session have each label, the most frequent first; counted now."""
        self._counts = self._store.label_counts(self._session)
        return self._counts

    def offered(self) -> list[str]:
        """The names of all labels, the most used first; counted once a session."""
        counts = self.count() if self._counts is None else self._counts
        return list(dict.fromkeys([*counts, *(label.name for label in self.labels)]))

    def in_order(self, used: Iterable[str]) -> list[str]:
        """The names in the order of the set, then those that are only used: the first ten have the digits."""
        return list(dict.fromkeys([*(label.name for label in self.labels), *used]))

    def change(self, labels: Sequence[Label], renamed: Mapping[str, str]) -> None:
        """Makes the set another one, as a step to undo, and gives boxes the new names of labels, in all pictures."""
        session, before, after = self._session, self.labels, tuple(labels)
        if after != before:
            text = self.tr("Change the labels")
            step = Step(text, lambda: self._put(session, after), lambda: self._put(session, before))
            self._history.do(session, step)
        for old, new in renamed.items():
            self._relabeling.rename(session, old, new)

    def add(self, session: str, names: Iterable[str]) -> None:
        """Puts names at the end of a session's set that are not in it, as a file brought them."""
        known = (
            self.labels
            if session == self._session
            else labels_from_data(self._store.get_state(session, STATE))
        )
        self._put(session, with_names(known, names))

    def _put(self, session: str, labels: tuple[Label, ...]) -> bool:
        if session == self._session:
            if labels == self.labels:
                return True
            self.labels = labels
        self._queue.do(SetState(session, STATE, labels_to_data(labels)))
        if session == self._session:
            self.changed.emit()
        return True

    @Slot(str, str, str)
    def _on_renamed(self, session: str, old: str, new: str) -> None:
        self._counts = None
        if session == self._session and any(label.name == old for label in self.labels):
            names = {label.name for label in self.labels}
            labels = (replace(label, name=new) if label.name == old else label for label in self.labels)
            kept = [label for label in self.labels if label.name != old] if new in names else labels
            self._put(session, tuple(kept))
