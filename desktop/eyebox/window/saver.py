"""Writes to the store in order, again and again until each is on disk; the window never waits for a lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox_models.ask import EyeboxError

BUSY_PAUSE = 50
FAILED_PAUSE = 2000


class Saver(QObject):
    """Does writes at once where possible. A busy or failing store keeps them queued, in order, and they are tried again.

    Signals:
        failed: one sentence, once for each streak of failures.
        recovered: everything that waited is on disk.
    """

    failed = Signal(str)
    recovered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._complained = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    def do(self, write: Callable[[], object]) -> None:
        """Runs `write` now, or later when something else still waits. It must be safe to run twice."""
        self._waiting.append(write)
        if len(self._waiting) == 1:
            self.flush()

    @property
    def pending(self) -> int:
        return len(self._waiting)

    @Slot()
    def flush(self) -> bool:
        """Tries everything that waits. Returns whether nothing is left."""
        from eyebox.session.store import StoreBusy

        while self._waiting:
            try:
                self._waiting[0]()
            except StoreBusy:
                self._timer.start(BUSY_PAUSE)
                return False
            except EyeboxError as error:
                if not self._complained:
                    self._complained = True
                    self.failed.emit(str(error))
                self._timer.start(FAILED_PAUSE)
                return False
            self._waiting.popleft()
        if self._complained:
            self._complained = False
            self.recovered.emit()
        return True
