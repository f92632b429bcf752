"""Short work off the GUI thread, with its result back on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from eyebox_models.protocol.errors import EyeboxError


class Background(QObject):
    """Runs functions in a thread pool; what they return comes back on the thread of this object.

    A function must touch no widget and no object of the GUI thread. An EyeboxError goes to `failed`, and so does
    anything unexpected, as a sentence with its detail.
    """

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._finished.connect(self._deliver)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[EyeboxError], object]
    ) -> None:
        """Runs `work` in the background and hands its result to `done`, or what it raised to `failed`."""
        self._pool.start(_Work(self, work, done, failed))

    def wait(self, milliseconds: int) -> bool:
        """Waits for what is under way. Returns whether everything has ended."""
        return self._pool.waitForDone(milliseconds)

    @Slot(object, object)
    def _deliver(self, to: Callable[[object], object], value: object) -> None:
        to(value)


class _Work(QRunnable):
    def __init__(
        self,
        to: Background,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Any], object],
    ) -> None:
        super().__init__()
        self._given = [(to, work, done, failed)]

    def run(self) -> None:
        # PySide now and then keeps the object of work that was quickly done for ever: it keeps no picture with it.
        whom, work, done, failed = self._given.pop()
        to: Callable[[Any], object] = failed
        result: Any
        try:
            result = work()
            to = done
        except EyeboxError as error:
            result = error
        except Exception as error:
            result = EyeboxError(
                "unexpected",
                "Something unexpected happened ({kind}).",
                detail=repr(error),
                kind=type(error).__name__,
            )
        with suppress(RuntimeError):  # the program has ended meanwhile, and nobody waits for it any more
            whom._finished.emit(to, result)
