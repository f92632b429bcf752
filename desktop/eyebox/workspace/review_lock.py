"""Which program gives the verdicts, where several have a session file open."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtCore import QObject, Signal

from eyebox.language import translated
from eyebox.session.store import Store
from eyebox_models.files.atomic_write import file_lock
from eyebox_models.protocol.errors import EyeboxError

LOCK = ".reviewed"
"""Ending of the file that is locked by the program that reviews boxes of a session file."""


class ReviewLock(QObject):
    """Held while this program reviews. Nobody else has a store in memory.

    Signals: failed: one sentence.
    """

    failed = Signal(str)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._held = ExitStack()
        self.release = self._held.close

    def take(self) -> bool:
        """Makes this the program that reviews the boxes of the session file; False where another one does."""
        if self._store.is_in_memory:
            return True
        self.release()
        path = self._store.path
        try:
            return self._held.enter_context(file_lock(path.with_name(path.name + LOCK)))
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))
            return False
