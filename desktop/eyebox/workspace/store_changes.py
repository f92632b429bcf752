"""Much that is changed in the store at once, on another thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.errors import EyeboxError


class StoreChanges(QObject):
    """Does changes one after the other, each while nothing else is written.

    Signals: failed: one sentence.
    """

    failed = Signal(str)

    def __init__(self, store: Store, writes: WriteQueue, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._writes = writes
        self._background = background

    def do(self, change: Callable[[Store], Any], done: Callable[[Any], object]) -> None:
        """Has `change` done with a store of its own, as soon as what waits is written; `done` gets what it returns."""
        self._writes.alone(partial(self._begin, change, done))

    def _begin(self, change: Callable[[Store], Any], done: Callable[[Any], object]) -> None:
        def work() -> Any:
            with self._store.for_writing() as store:
                return change(store)

        def end(result: Any) -> None:
            self._writes.end_alone()
            done(result)

        def fail(error: EyeboxError) -> None:
            self._writes.end_alone()
            self.failed.emit(translated(error.sentence))

        if self._store.is_in_memory:
            end(change(self._store))
        else:
            self._background.run(work, end, fail)
