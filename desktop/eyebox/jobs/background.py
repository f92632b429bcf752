"""Short work off the GUI thread, with its result back on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from eyebox_models.protocol.dataclass import dataclass
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
        self._numbers = count()
        self._under_way = _UnderWay()
        self._under_way.ended.connect(self._deliver)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[EyeboxError], object]
    ) -> None:
        """Runs `work` in the background and hands its result to `done`, or what it raised to `failed`."""
        number = next(self._numbers)
        self._under_way.tasks[number] = _Task(work, done, failed)
        self._pool.start(partial(_perform, self._under_way, number))

    def wait(self, milliseconds: int) -> bool:
        """Waits for what is under way. Returns whether everything has ended."""
        return self._pool.waitForDone(milliseconds)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        task = self._under_way.tasks.pop(number)
        if task.error is not None:
            task.failed(task.error)
        else:
            task.done(task.result)


@dataclass(slots=True)
class _Task:
    work: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Callable[[EyeboxError], object]
    result: Any = None
    error: EyeboxError | None = None


class _UnderWay(QObject):
    """What was begun and not yet delivered, and says on the GUI thread that it ended. Whoever works holds it: it lives on where
    the Background is just being deleted, of which a signal must not be emitted then (tried: the process crashes). Nobody
    hears it then.

    The tasks stay in here until they are delivered, so that what their functions hold is let go on the GUI thread. In another
    one PySide disconnects the slots of what goes, under a lock of Qt's, and waits for the interpreter, while the GUI thread
    has that and waits for the lock: the window stood still for ever (seen).
    """

    ended = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tasks: dict[int, _Task] = {}


def _perform(under_way: _UnderWay, number: int) -> None:
    """Does a task's work. No variable holds anything of the task: it would be let go here."""
    try:
        under_way.tasks[number].result = under_way.tasks[number].work()
    except EyeboxError as error:
        under_way.tasks[number].error = error
    except Exception as error:
        under_way.tasks[number].error = EyeboxError(
            "unexpected",
            "Something unexpected happened ({kind}).",
            detail=repr(error),
            kind=type(error).__name__,
        )
    with suppress(RuntimeError):  # the process is ending, and Qt's objects have ended
        under_way.ended.emit(number)
