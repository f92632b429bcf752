"""The environment that model engines run in: looked at, planned, added and removed, on a lane of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox_models.protocol.environment import EnvironmentPlan, EnvironmentState, Kind, SetupProgress, Source
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import (
    AddEnvironment,
    LookAtEnvironment,
    PlanEnvironment,
    RemoveEnvironment,
    Request,
)

LANE = "setup"
USERS = ("model", "train", "quantize", "library", "download", "packs")
"""Lanes whose engines run in the environment, and must have ended before it changes."""


class ModelEngine(QObject):
    """Asks the setup's engine about the environment in `home`: the one of models, or by its `kind` that of the server engine,
    in which no lane's engines run. An adding goes on when nobody watches.

    Signals:
        looked: EnvironmentState. planned: EnvironmentPlan, or None with a sentence.
        progressed: SetupProgress of an adding.
        added: models run now.
        changed: models run somewhere else now, or nowhere.
        connecting_changed: whether hosts are being contacted, as the user agreed.
        failed: a sentence and its detail.
    """

    looked = Signal(object)
    planned = Signal(object, str)
    progressed = Signal(object)
    added = Signal()
    changed = Signal()
    connecting_changed = Signal(bool)
    failed = Signal(str, str)

    def __init__(
        self, lanes: Mapping[str, Lane], home: Path, parent: QObject | None = None, kind: Kind = "models"
    ) -> None:
        super().__init__(parent)
        self.kind: Kind = kind
        self._lane = lanes[LANE]
        self._users = [lanes[name] for name in USERS] if kind == "models" else []
        self._watching = 0
        self._planning: JobHandle | None = None
        self._adding: JobHandle | None = None
        self._plan: EnvironmentPlan | None = None
        self.home = home
        self.progress: SetupProgress | None = None
        self.removing = False
        self.state: EnvironmentState | None = None
        self.connecting = False

    @property
    def adding(self) -> bool:
        return self._adding is not None

    def can_run(self) -> bool:
        """Whether there is any Python here that has what models need; what the server engine needs is added in any case."""
        from eyebox_models.environment.running import added, place_of

        return added(self.home) is not None if self.kind == "server" else bool(place_of(self.home))

    @property
    def is_watched(self) -> bool:
        """Whether a page shows it."""
        return self._watching > 0

    def watch(self) -> None:
        """A page shows it from now on, until `unwatch`: the setup's engine stays ready."""
        self._watching += 1

    def unwatch(self) -> None:
        self._watching -= 1
        self._rest_unless_watched()

    @Slot()
    def look(self) -> None:
        """Looks what is there; `looked` follows."""
        title = self._title(self.tr("Looking at the model engine"), self.tr("Looking at the server engine"))
        self._submit(LookAtEnvironment(str(self.home), self.kind), title, self._on_looked)

    @Slot(object)
    def plan(self, source: Source) -> None:
        """Works out what adding from a source takes; `planned` follows."""
        if self._planning is not None:
            self._planning.stop()

        title = self.tr("Working out what it takes")
        self._planning = self._submit(
            PlanEnvironment(str(self.home), source, self.kind), title, self._on_planned
        )

    @Slot(object)
    def add(self, source: Source) -> None:
        """Adds it, or goes on with that. Only when the user asked for it."""
        if self._adding is not None:
            return
        self.progress = None
        self._set_connecting(self._plan is None or bool(self._plan.hosts))
        title = self._title(self.tr("Adding the model engine"), self.tr("Adding the server engine"))
        request = AddEnvironment(str(self.home), source, self.kind)
        self._adding = self._submit(request, title, self._on_added, quiet=False)
        self._adding.happened.connect(self._on_progress)

    @Slot()
    def pause(self) -> None:
        """Stops adding; what came is kept."""
        if self._adding is not None:
            self._adding.stop()

    @Slot()
    def remove(self) -> None:
        """Removes it once no engine runs in it any more; while one works, that has to end first."""
        if any(lane.busy() for lane in self._users):
            self.failed.emit(self.tr("A model still works. Let it end, or stop it, then try again."), "")
            if self.state is not None:
                self.looked.emit(self.state)
            return
        self.removing = True
        left = list(self._users)
        if not left:
            self._remove()

        def gone(lane: Lane) -> None:
            left.remove(lane)
            if not left:
                self._remove()

        self._unload_users(gone)

    def _remove(self) -> None:
        title = self._title(self.tr("Removing the model engine"), self.tr("Removing the server engine"))
        self._submit(RemoveEnvironment(str(self.home), self.kind), title, self._on_removed)

    def _title(self, models: str, server: str) -> str:
        return models if self.kind == "models" else server

    def _unload_users(self, gone: Callable[[Lane], None] | None = None) -> None:
        """Ends the engines that may run in the environment, each as soon as it has nothing to do."""
        for lane in self._users:
            UnloadWhenIdle(lane, gone, self).begin()

    @Slot(object)
    def _on_progress(self, event: object) -> None:
        if not isinstance(event, SetupProgress):
            return
        before = self.progress.stage if self.progress is not None else ""
        self.progress = event
        if event.stage == "checking" != before:
            self._unload_users()
        self._set_connecting(self.connecting and event.stage not in ("installing", "checking"))
        self.progressed.emit(event)

    def _submit(
        self, request: Request, title: str, done: Callable[[End], None], *, quiet: bool = True
    ) -> JobHandle:
        job = self._lane.submit(request, title, quiet=quiet)
        job.ended.connect(done)
        job.ended.connect(self._rest_unless_watched)
        return job

    @Slot()
    def _rest_unless_watched(self) -> None:
        """Ends the setup's engine when nobody watches; while it works nothing happens."""
        if not self.is_watched:
            self._lane.unload()

    @Slot(object)
    def _on_planned(self, end: End) -> None:
        if self._planning is None or self._planning.state != "ended":
            return  # the plan of a source that is not wanted any more
        self._planning = None
        self._plan = end.result if isinstance(end.result, EnvironmentPlan) else None
        if self._plan is not None or end.outcome == "failed":
            self.planned.emit(self._plan, "" if self._plan is not None else translated(end.message))

    @Slot(object)
    def _on_looked(self, end: End) -> None:
        if isinstance(end.result, EnvironmentState):
            self._take(end.result)
        elif end.outcome == "failed":
            self.failed.emit(translated(end.message), end.detail)

    def _take(self, state: EnvironmentState) -> None:
        self.state = state
        self.looked.emit(state)

    @Slot(object)
    def _on_added(self, end: End) -> None:
        self._adding, self.progress = None, None
        self._set_connecting(False)
        if isinstance(end.result, EnvironmentState):
            self._take(end.result)
            self._unload_users(self._on_user_gone)
            self.added.emit()
            return
        if end.outcome == "failed":
            self.failed.emit(translated(end.message), end.detail)
        self.look()

    @Slot(object)
    def _on_removed(self, end: End) -> None:
        self.removing = False
        if isinstance(end.result, EnvironmentState):
            self._take(end.result)
        else:
            if end.outcome == "failed":
                self.failed.emit(translated(end.message), end.detail)
            self.look()
        self.changed.emit()

    def _on_user_gone(self, lane: Lane) -> None:
        if lane is self._users[1]:  # the library's: what there is can be looked up anew
            self.changed.emit()

    def _set_connecting(self, connecting: bool) -> None:
        if connecting != self.connecting:
            self.connecting = connecting
            self.connecting_changed.emit(connecting)


class UnloadWhenIdle(QObject):
    """Ends the engine of a lane as soon as it has nothing to do, and calls `gone` once it has ended."""

    def __init__(self, lane: Lane, gone: Callable[[Lane], None] | None, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._gone = gone
        self._asked = False

    def begin(self) -> None:
        self._lane.changed.connect(self._ask)
        self._lane.engine_state.connect(self._on_state)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._asked or not self._lane.unload():
            return
        self._asked = True
        if not self._lane.alive:
            self._end()

    @Slot(str)
    def _on_state(self, state: str) -> None:
        if self._asked and state == "off":
            self._end()

    def _end(self) -> None:
        self._lane.changed.disconnect(self._ask)
        self._lane.engine_state.disconnect(self._on_state)
        gone, self._gone = self._gone, None
        self.deleteLater()
        if gone is not None:
            gone(self._lane)
