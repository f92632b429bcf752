"""Short work off the GUI thread, with its result back on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from eyebox_models.protocol.errors import EyeboxError


class Background(QObject):
    """Runs functions in a thread pool; what they return comes back on the thread of this object.

    A function must touch no widget and no object of the GUI thread. An EyeboxError goes to `failed`, and so does
    anything unexpected, as a sentence with its detail.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._results = _Results()
        self._results.came.connect(self._deliver)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[EyeboxError], object]
    ) -> None:
        """Runs `work` in the background and hands its result to `done`, or what it raised to `failed`."""
        self._pool.start(partial(_perform, self._results, work, done, failed))

    def wait(self, milliseconds: int) -> bool:
        """Waits for what is under way. Returns whether everything has ended."""
        return self._pool.waitForDone(milliseconds)

    @Slot(object, object)
    def _deliver(self, to: Callable[[object], object], value: object) -> None:
        to(value)


class _Results(QObject):
    """Brings results to the GUI thread. Whoever works holds it: it lives on where the Background is just being deleted,
    of which a signal must not be emitted then (tried: the process crashes). Nobody hears it then.
    """

    came = Signal(object, object)


def _perform(
    results: _Results, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[Any], object]
) -> None:
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
    with suppress(RuntimeError):  # the process is ending, and Qt's objects have ended
        results.came.emit(to, result)
