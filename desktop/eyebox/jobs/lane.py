"""A lane: a queue that the GUI side owns, one thread with its worker, and one engine process."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.worker import Inbox, Worker
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import Request

PATIENCE_MS = 3000
"""How long a job may take to stop before its engine is killed, where it says nothing else."""
HANG_UP_MS = 800
"""How long an engine may take to end when the lane closes, before it is killed."""
KILLED_MS = 10_000
"""How long the thread of a killed engine may take to notice that: a thread that outlives its object ends the program badly."""
PULSE_MS = 1000
"""How often it is looked whether an engine that has nothing to do still runs."""
SLICE = 0.008
"""Seconds of handling events after which the event loop gets its turn."""


class Lane(QObject):
    """Jobs for one engine, one at a time, in an order that can be changed while they wait.

    `submit` gives the handle of a job: what it brings comes by that, and nowhere else.
    `role`, `log_file` and `command` are those of EngineProcess; `engine` is one that was begun before. A lane must be closed
    before it is destroyed.

    Signals:
        changed: the jobs, their order or their states are different.
        started: JobHandle of a job that begins.
        engine_state: "off", "starting" or "ready".
        closed: the engine and the thread are gone, and all jobs have ended.
    """

    changed = Signal()
    started = Signal(object)
    engine_state = Signal(str)
    closed = Signal()
    _assigned = Signal(str, object)
    _warm_wanted = Signal()
    _rest_wanted = Signal()
    _leave_wanted = Signal()

    def __init__(
        self,
        role: str,
        log_file: Path,
        command: Sequence[str] | None = None,
        engine: EngineProcess | None = None,
    ) -> None:
        super().__init__()
        self.role = role
        self.alive = False
        """Whether the engine runs, as far as the worker has reported."""
        self._engine = engine or EngineProcess(role, log_file, command)
        self._waiting: list[JobHandle] = []
        self._running: JobHandle | None = None
        self._ending: deque[tuple[JobHandle, End]] = deque()
        self._shut = self._held = False
        self._gone = False
        self._inbox = Inbox()
        self._backlog: deque[tuple[str, Any]] = deque()
        self._thread: QThread | None = None
        self._worker: Worker | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._engine.kill)
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._feel_pulse)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._handle)

    def submit(
        self,
        request: Request,
        title: str = "",
        *,
        quiet: bool = False,
        priority: Priority = Priority.NEXT,
        patience: int = PATIENCE_MS,
    ) -> JobHandle:
        """Adds a job to the waiting ones, by its priority. A lane that is shut ends it as stopped."""
        job = JobHandle(self, request, title, quiet=quiet, priority=priority, patience=patience)
        if self._shut:
            self._end_soon([job])
            return job
        self._waiting.insert(self._place_for(priority), job)
        self.changed.emit()
        self._next()
        return job

    def stop(self, job: JobHandle) -> None:
        """Stops a job that runs or waits, for its handle."""
        if job is self._running:
            job.state = "stopping"
            self._engine.stop(job.id)
            self._patience.start(job.patience)
        else:
            self._waiting.remove(job)
            self._end_soon([job])
        self.changed.emit()

    def stop_all(self) -> None:
        """Stops every job."""
        waiting, self._waiting = self._waiting, []
        self._end_soon(waiting)
        if waiting:
            self.changed.emit()
        if self._running is not None:
            self._running.stop()

    def move(self, job: JobHandle, index: int) -> None:
        """Moves a waiting job to another place among the waiting ones."""
        if job.state != "waiting":
            return
        order = [other for other in self._waiting if other is not job]
        order.insert(max(0, index), job)
        if order != self._waiting:
            self._waiting = order
            self.changed.emit()

    def hold(self) -> None:
        """From now on jobs wait, in the order of their priority, until `go_on`."""
        self._held = True

    @Slot()
    def go_on(self) -> None:
        self._held = False
        self._next()

    def waiting(self) -> tuple[JobHandle, ...]:
        """The jobs that wait, the next one first."""
        return tuple(self._waiting)

    def running(self) -> JobHandle | None:
        """The job that the engine works at."""
        return self._running

    def busy(self) -> bool:
        """Whether any job runs or waits."""
        return self._running is not None or bool(self._waiting)

    def start_engine(self) -> None:
        """Starts the engine in the background, so that the first job finds it ready."""
        if not self._shut:
            self._start_worker()
            self._warm_wanted.emit()

    def unload(self) -> bool:
        """Ends the engine in the background, so that all its memory is free; the next job starts a fresh one.

        Returns False, and does nothing, while a job runs or waits.
        """
        if self.busy() or self._shut:
            return False
        if self._thread is not None:
            self._rest_wanted.emit()
        return True

    def shut(self) -> None:
        """Begins to close and returns at once; all jobs end as stopped, and `closed` follows.

        A lane that is shut takes no more jobs.
        """
        if self._shut:
            return
        self._shut = True
        waiting, self._waiting = self._waiting, []
        self._end_soon(waiting)
        self._engine.hang_up()
        if self._thread is None:
            self._on_thread_finished()
        else:
            self._patience.start(HANG_UP_MS)
            self._leave_wanted.emit()

    def close(self) -> None:
        """Closes and blocks until the engine and the thread are gone; kills the engine when that takes long.

        What has not ended ends in here: there may be no event loop any more.
        """
        self.shut()
        if self._thread is not None and not self._thread.wait(HANG_UP_MS):
            self._engine.kill()
            self._thread.wait(KILLED_MS)
        self._on_thread_finished()

    def _place_for(self, priority: Priority) -> int:
        """Where a new job goes: before those of lower priority that wait at the end; the latest that is `NOW` first."""
        if priority is Priority.NOW:
            return 0
        at = len(self._waiting)
        while at and self._waiting[at - 1].priority < priority:
            at -= 1
        return at

    def _next(self) -> None:
        if self._running is not None or self._shut or self._held or not self._waiting:
            return
        self._start_worker()
        job = self._running = self._waiting.pop(0)
        job.state = "running"
        self.changed.emit()
        self.started.emit(job)
        self._assigned.emit(job.id, job.request)

    def _end_soon(self, jobs: list[JobHandle]) -> None:
        """Ends jobs that never ran as stopped, once the event loop has had its turn."""
        for job in jobs:
            job.state = "ended"
        self._ending.extend((job, End("stopped")) for job in jobs)
        if self._ending:
            self._again.start()

    def _start_worker(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread(self)
        self._thread.setObjectName(f"lane-{self.role}")
        self._worker = Worker(self._engine, self._inbox)
        self._worker.moveToThread(self._thread)
        self._assigned.connect(self._worker.work, Qt.ConnectionType.QueuedConnection)
        self._warm_wanted.connect(self._worker.warm, Qt.ConnectionType.QueuedConnection)
        self._rest_wanted.connect(self._worker.rest, Qt.ConnectionType.QueuedConnection)
        self._worker.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._worker.state_changed.connect(self._on_state, Qt.ConnectionType.QueuedConnection)
        self._leave_wanted.connect(self._worker.leave, Qt.ConnectionType.QueuedConnection)
        self._thread.finished.connect(self._on_thread_finished)
        self._thread.start()

    @Slot()
    def _on_thread_finished(self) -> None:
        """Ends what has not ended yet, and says that the lane is closed, once."""
        if self._gone:
            return
        self._gone = True
        self._patience.stop()
        self._pulse.stop()
        self._again.stop()
        self._backlog.extend(self._inbox.take())
        while self._ending:
            self._end_next()
        while self._backlog:
            self._deliver(*self._backlog.popleft())
        if self._running is not None:
            self._finish(End("stopped"))
        self.closed.emit()

    @Slot(str)
    def _on_state(self, state: str) -> None:
        self.alive = state == "ready"
        if self.alive and not self._gone:
            self._pulse.start()
        else:
            self._pulse.stop()
        self.engine_state.emit(state)

    @Slot()
    def _feel_pulse(self) -> None:
        """An engine that dies while it has nothing to do is noticed by nobody else."""
        if self._running is None and not self._engine.alive:
            self._on_state("off")

    @Slot()
    def _on_arrived(self) -> None:
        self._backlog.extend(self._inbox.take())
        if not self._again.isActive():
            self._handle()

    @Slot()
    def _handle(self) -> None:
        """Passes events on for a few milliseconds; the rest follow when the event loop had its turn.

        So do endings that come about on the way: whoever submitted or stopped those jobs has not returned yet.
        """
        until = monotonic() + SLICE
        ripe = len(self._ending)
        while monotonic() <= until:
            if ripe and self._ending:
                ripe -= 1
                self._end_next()
            elif self._backlog:
                self._deliver(*self._backlog.popleft())
            else:
                break
        if self._backlog or self._ending:
            self._again.start()

    def _end_next(self) -> None:
        job, end = self._ending.popleft()
        job.ended.emit(end)

    def _deliver(self, job_id: str, event: Any) -> None:
        if self._running is None or self._running.id != job_id:
            return
        if isinstance(event, End):
            self._finish(event)
        else:
            self._running.happened.emit(event)

    def _finish(self, end: End) -> None:
        job, self._running = self._running, None
        assert job is not None
        self._patience.stop()
        job.state = "ended"
        self.changed.emit()
        job.ended.emit(end)
        self._next()
