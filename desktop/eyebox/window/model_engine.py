"""Adds and removes the environment that model engines run in, on a lane of its own, and shows its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.picker.engine_page import EnginePage
from eyebox.theme import Theme
from eyebox_models.protocol.ask import End
from eyebox_models.protocol.environment import EnvironmentPlan, EnvironmentState, SetupProgress, Source
from eyebox_models.protocol.requests import (
    AddEnvironment,
    LookAtEnvironment,
    PlanEnvironment,
    RemoveEnvironment,
    Request,
)

LANE = "setup"
USERS = ("model", "library", "download")
"""Lanes whose engines run in the environment, and must have ended before it changes."""


class ModelEngine(QObject):
    """Asks the setup's engine about the environment in `home`. An adding goes on when the page is closed.

    Signals:
        looked: EnvironmentState.
        changed: models run somewhere else now, or nowhere.
        connecting_changed: whether hosts are being contacted, as the user agreed.
        told, failed: a sentence for when the page is closed.
    """

    looked = Signal(object)
    changed = Signal()
    connecting_changed = Signal(bool)
    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        lanes: Mapping[str, Lane],
        home: Path,
        over: QWidget | None = None,
        proxy: Callable[[], str] = str,
    ) -> None:
        """`proxy` gives the one of the settings."""
        super().__init__(over)
        self._theme = theme
        self._lane = lanes[LANE]
        self._users = [lanes[name] for name in USERS]
        self.home = home
        self._over = over
        self._proxy = proxy
        self._page: EnginePage | None = None
        self._planning: JobHandle | None = None
        self._adding: JobHandle | None = None
        self._removing = False
        self._plan: EnvironmentPlan | None = None
        self._progress: SetupProgress | None = None
        self.state: EnvironmentState | None = None
        self.connecting = False

    @property
    def page(self) -> EnginePage | None:
        """The page while it is open."""
        return self._page

    @property
    def adding(self) -> bool:
        return self._adding is not None

    def open(self, over: QWidget | None = None) -> None:
        """Shows the page, over another dialog where one is given."""
        if self._page is not None:
            self._page.raise_()
            self._page.activateWindow()
            return
        page = self._page = EnginePage(self._theme, over or self._over, proxy=self._proxy())
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.plan_wanted.connect(self.plan)
        page.add_wanted.connect(self.add)
        page.pause_wanted.connect(self.pause)
        page.remove_wanted.connect(self.remove)
        page.destroyed.connect(partial(self._forget, page))
        page.finished.connect(partial(self._forget, page))
        if self._adding:
            page.set_adding()
            if self._progress is not None:
                page.set_progress(self._progress)
        elif self._removing:
            page.set_removing()
        else:
            self.look()
        page.open()

    @Slot()
    def look(self) -> None:
        """Looks what is there; `looked` follows."""
        title = self.tr("Looking at the model engine")
        self._submit(LookAtEnvironment(str(self.home)), title, self._on_looked)

    @Slot(object)
    def plan(self, source: Source) -> None:
        """Works out what adding from a source takes; the page is told."""
        if self._planning is not None:
            self._planning.stop()

        title = self.tr("Working out what it takes")
        self._planning = self._submit(PlanEnvironment(str(self.home), source), title, self._on_planned)

    @Slot(object)
    def add(self, source: Source) -> None:
        """Adds it, or goes on with that. Only when the user asked for it."""
        if self._adding is not None:
            return
        self._progress = None
        self._set_connecting(self._plan is None or bool(self._plan.hosts))
        title = self.tr("Adding the model engine")
        request = AddEnvironment(str(self.home), source)
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
            self._say_failed(self.tr("A model still works. Let it end, or stop it, then try again."))
            if self.state is not None and self._page is not None:
                self._page.set_state(self.state)
            return
        self._removing = True
        left = list(self._users)

        def gone(lane: Lane) -> None:
            left.remove(lane)
            if not left:
                title = self.tr("Removing the model engine")
                self._submit(RemoveEnvironment(str(self.home)), title, self._on_removed)

        self._unload_users(gone)

    def _unload_users(self, gone: Callable[[Lane], None] | None = None) -> None:
        """Ends the engines that may run in the environment, each as soon as it has nothing to do."""
        for lane in self._users:
            UnloadWhenIdle(lane, gone, self).begin()

    @Slot(object)
    def _on_progress(self, event: object) -> None:
        if not isinstance(event, SetupProgress):
            return
        before = self._progress.stage if self._progress is not None else ""
        self._progress = event
        if event.stage == "checking" != before:
            self._unload_users()
        self._set_connecting(self.connecting and event.stage not in ("installing", "checking"))
        if self._page is not None:
            self._page.set_progress(event)

    def _submit(
        self, request: Request, title: str, done: Callable[[End], None], *, quiet: bool = True
    ) -> JobHandle:
        job = self._lane.submit(request, title, quiet=quiet)
        job.ended.connect(done)
        job.ended.connect(self._rest_unless_open)
        return job

    @Slot()
    def _rest_unless_open(self) -> None:
        """Ends the setup's engine when nobody looks at the page; while it works nothing happens."""
        if self._page is None:
            self._lane.unload()

    @Slot(object)
    def _on_planned(self, end: End) -> None:
        if self._planning is None or self._planning.state != "ended":
            return  # the plan of a source that is not wanted any more
        self._planning = None
        self._plan = end.result if isinstance(end.result, EnvironmentPlan) else None
        if self._page is not None and (self._plan is not None or end.outcome == "failed"):
            self._page.set_plan(self._plan, "" if self._plan is not None else translated(end.message))

    @Slot(object)
    def _on_looked(self, end: End) -> None:
        if isinstance(end.result, EnvironmentState):
            self._take(end.result)
        elif end.outcome == "failed":
            self._say_failed(translated(end.message), end.detail)

    def _take(self, state: EnvironmentState) -> None:
        self.state = state
        self.looked.emit(state)
        if self._page is not None and not self._adding and not self._removing:
            self._page.set_state(state)

    @Slot(object)
    def _on_added(self, end: End) -> None:
        self._adding, self._progress = None, None
        self._set_connecting(False)
        if isinstance(end.result, EnvironmentState):
            self._take(end.result)
            self._unload_users(self._refresh)
            if self._page is None:
                self.told.emit(self.tr("The model engine was added: models run now."))
            return
        if end.outcome == "failed":
            self._say_failed(translated(end.message), end.detail)
        self.look()

    @Slot(object)
    def _on_removed(self, end: End) -> None:
        self._removing = False
        if isinstance(end.result, EnvironmentState):
            self._take(end.result)
        else:
            if end.outcome == "failed":
                self._say_failed(translated(end.message), end.detail)
            self.look()
        self.changed.emit()

    def _refresh(self, lane: Lane) -> None:
        if lane.role == "library" and lane is self._users[1]:
            self.changed.emit()

    def _say_failed(self, sentence: str, detail: str = "") -> None:
        if self._page is not None:
            self._page.set_failed(sentence, detail)
        else:
            self.failed.emit(sentence)

    def _set_connecting(self, connecting: bool) -> None:
        if connecting != self.connecting:
            self.connecting = connecting
            self.connecting_changed.emit(connecting)

    def _forget(self, page: EnginePage, _result: object = None) -> None:
        if self._page is page:
            self._page = None
            self._rest_unless_open()


class UnloadWhenIdle(QObject):
    """Ends the engine of a lane as soon as it has nothing to do, and tells `gone` once it has ended."""

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
