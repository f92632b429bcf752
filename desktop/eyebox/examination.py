"""What the doctor finds: looked at on a thread of its own, and kept for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.folders import Folders
from eyebox.jobs.background import Background
from eyebox.language import translated
from eyebox_models.protocol.errors import EyeboxError, os_reason

if TYPE_CHECKING:
    from eyebox.doctor.check import Check, Sentence

    Examine = Callable[
        [Folders, Callable[[Check], None], Event, Callable[[int, int, Sentence], None]], object
    ]


class Examination(QObject):
    """Only one look runs; one that was stopped or began anew brings nothing more.

    Signals:
        began: what an earlier look found is gone.
        found: Check. progressed: steps done, how many there are, and what is looked at now (Sentence).
        ended: whether it was stopped, and the sentence that says what went wrong, or "".
    """

    began = Signal()
    found = Signal(object)
    progressed = Signal(int, int, object)
    ended = Signal(bool, str)
    _came = Signal(object, object)

    def __init__(self, folders: Folders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._background = Background(self)
        self._stop: Event | None = None
        self._came.connect(self._on_came)
        self.checks: list[Check] = []
        """What the last look found so far."""
        self.at: tuple[int, int, Sentence] | None = None
        """How far the last look is, as by `progressed`."""
        self.examine: Examine | None = None
        """What is run instead of the doctor's own; it blocks, and returns soon once its event is set."""

    @property
    def looking(self) -> bool:
        """Whether a look runs that nobody has stopped."""
        return self._stop is not None

    @Slot()
    def look(self) -> None:
        """Looks anew."""
        self._give_up()
        self.checks, self.at = [], None
        stop = self._stop = Event()
        self.began.emit()
        self._background.run(
            lambda: self._work(stop),
            lambda _found: self._end(stop),
            lambda error: self._end(stop, translated(error.sentence)),
        )

    @Slot()
    def stop(self) -> None:
        """Ends the look that runs; what it found so far stays."""
        if self._give_up():
            self.ended.emit(True, "")

    def wait(self, milliseconds: int) -> bool:
        """Ends the look that runs and waits for its thread. Returns whether it has ended."""
        self._give_up()
        return self._background.wait(milliseconds)

    def _work(self, stop: Event) -> None:
        """On the thread of the look."""
        from eyebox.doctor.examine import examine

        try:
            (self.examine or examine)(
                self._folders,
                lambda check: self._came.emit(stop, check),
                stop,
                lambda *at: self._came.emit(stop, at),
            )
        except OSError as error:
            raise EyeboxError(
                "examination-failed",
                "The look was not possible: {reason}.",
                detail=repr(error),
                reason=os_reason(error),
            ) from error

    def _give_up(self) -> bool:
        """Returns whether there was anything to give up."""
        stop, self._stop = self._stop, None
        if stop is not None:
            stop.set()
        return stop is not None

    @Slot(object, object)
    def _on_came(self, look: Event, what: Check | tuple[int, int, Sentence]) -> None:
        if look is not self._stop:
            return
        if isinstance(what, tuple):
            self.at = what
            self.progressed.emit(*what)
        else:
            self.checks.append(what)
            self.found.emit(what)

    def _end(self, look: Event, failed: str = "") -> None:
        if look is self._stop:
            self._stop = None
            self.ended.emit(False, failed)
