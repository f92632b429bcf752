"""What happens off the GUI thread of a lane: a worker that drives the engine, and the inbox that it fills."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import End, TextDelta
from eyebox_models.protocol.requests import Request


class Worker(QObject):
    """Drives the engine from its own thread, and blocks there as long as a job takes."""

    arrived = Signal()
    state_changed = Signal(str)

    def __init__(self, engine: EngineProcess, inbox: Inbox) -> None:
        super().__init__()
        self._engine = engine
        self._inbox = inbox
        self._state = "off"

    @Slot(str, object)
    def work(self, job_id: str, request: Request) -> None:
        """Runs a job. Its handle stays on the other thread: it may not be destroyed on this one."""

        def pass_on(event: Any) -> None:
            if self._inbox.put(job_id, event):
                self.arrived.emit()

        try:
            self.warm()
            end = self._engine.run(job_id, request, pass_on)
        except Exception as error:
            end = End(
                "failed",
                Sentence(
                    "unexpected-between", "Something unexpected went wrong between Eyebox and its engine."
                ),
                repr(error),
            )
        if not self._engine.alive:
            self._set_state("off")
        pass_on(end)

    @Slot()
    def warm(self) -> None:
        if self._engine.alive:
            return
        self._set_state("starting")
        try:
            self._engine.start()
        except (EyeboxError, Stopped):
            self._set_state("off")
        else:
            self._set_state("ready")

    @Slot()
    def rest(self) -> None:
        """Ends the engine for now."""
        self._engine.rest()
        self._set_state("off")

    @Slot()
    def leave(self) -> None:
        """Reaps the engine and ends the thread."""
        self._engine.close()
        self._set_state("off")
        self.thread().quit()

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


class Inbox:
    """What the worker has for the GUI thread; one wake-up stands for all that it holds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._items: list[tuple[str, Any]] = []

    def put(self, job_id: str, event: Any) -> bool:
        """Adds an event; returns whether the GUI thread has to be woken."""
        with self._lock:
            self._items.append((job_id, event))
            return len(self._items) == 1

    def take(self) -> list[tuple[str, Any]]:
        """All that it holds, with neighbouring pieces of one turn's text joined."""
        with self._lock:
            items, self._items = self._items, []
        return _merged(items)


def _merged(items: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """The same events with neighbouring pieces of one turn's text joined."""
    merged: list[tuple[str, Any]] = []
    pieces: list[str] = []
    for at, (job_id, event) in enumerate(items):
        if not isinstance(event, TextDelta):
            merged.append((job_id, event))
            continue
        pieces.append(event.text)
        after = items[at + 1] if at + 1 < len(items) else (job_id, None)
        if after[0] != job_id or not isinstance(after[1], TextDelta) or after[1].turn != event.turn:
            merged.append((job_id, replace(event, text="".join(pieces))))
            pieces.clear()
    return merged
