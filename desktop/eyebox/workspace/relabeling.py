"""A label gets another name in all pictures of a session: off the GUI thread, in one transaction, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.history import History, Step
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.errors import EyeboxError

Boxes = Mapping[str, Sequence[str]]
"""Ids of boxes by picture."""
REPORTED_EVERY = 50


class _Stopped(Exception):
    """Takes back what was done so far."""


class Relabeling(QObject):
    """One change at a time; others wait, and so does what is written meanwhile.

    Signals: progressed: how many pictures of how many; ended: the last change is done, was stopped or failed;
    failed: a sentence and details, and nothing was changed. renamed: session, label before and after.
    """

    progressed = Signal(int, int)
    ended = Signal()
    failed = Signal(str, str)
    renamed = Signal(str, str, str)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        history: History,
        annotations: Annotations,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._history = history
        self._annotations = annotations
        self._background = background
        self._stopped = Event()
        self.stop = self._stopped.set
        """Takes back what is being done; nothing is changed then."""
        self._coming = 0

    @property
    def is_busy(self) -> bool:
        return self._coming > 0

    def rename(self, session: str, label: str, new: str) -> None:
        """Gives all boxes of a session with this label another one."""

        def done(boxes: Boxes) -> None:
            if boxes:
                again = partial(self._begin, session, label, new, boxes)
                back = partial(self._begin, session, new, label, boxes)
                step = Step(self.tr("Rename a label"), _after_the_first(again), _always(back))
                self._history.do(session, step)

        if new and new != label:
            self._begin(session, label, new, None, done)

    def _begin(
        self,
        session: str,
        label: str,
        new: str,
        boxes: Boxes | None = None,
        done: Callable[[Boxes], None] = lambda _boxes: None,
    ) -> None:
        self._coming += 1
        self._queue.alone(partial(self._start, session, label, new, boxes, done))

    def _start(
        self, session: str, label: str, new: str, boxes: Boxes | None, done: Callable[[Boxes], None]
    ) -> None:
        self._stopped.clear()
        store = self._store

        def report(n: int, of: int) -> None:
            if self._stopped.is_set():
                raise _Stopped
            if n % REPORTED_EVERY == 0:
                self.progressed.emit(n, of)

        def change(where: Store) -> Boxes:
            found = where.boxes_labelled(session, label) if boxes is None else boxes
            try:
                where.set_label(session, found, new, report)
            except _Stopped:
                return {}
            return found

        def work() -> Boxes:
            with store.for_writing() as where:
                return change(where)

        def end(changed: Boxes) -> None:
            self._annotations.set_label(changed, label, new)
            if changed:
                self.renamed.emit(session, label, new)
            done(changed)
            self._end()

        def fail(error: EyeboxError) -> None:
            self.failed.emit(translated(error.sentence), error.detail)
            self._end()

        if store.is_in_memory:
            end(change(store))
        else:
            self._background.run(work, end, fail)

    def _end(self) -> None:
        self._coming -= 1
        self._queue.end_alone()
        if not self._coming:
            self.ended.emit()


def _always(do: Callable[[], None]) -> Callable[[], bool]:
    def step() -> bool:
        do()
        return True

    return step


def _after_the_first(do: Callable[[], None]) -> Callable[[], bool]:
    """A step that was done when it is pushed."""
    is_done = True

    def step() -> bool:
        nonlocal is_done
        if not is_done:
            do()
        is_done = False
        return True

    return step
