"""The servers that the user added: listed, changed, asked what they have, and checked."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox_models.endpoints.known import PREFIX, Endpoint, add, add_own, change, endpoint, own_server, remove
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.cards import GroundingReport, Served, ServerModels
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import AskForModels, CheckGrounding, ServeModel


class Servers(QObject):
    """Each is asked in a lane of its own, whose engine may reach the servers, and nobody else.

    Signals:
        changed: there are others, or one is different.
        kept: the name of one that was added or changed; refused: the name of one that was not (or not removed), and why.
        models_found: the address that was asked, the names of its models, and the sentence why there are none.
        checked: the name of a server, a GroundingReport or None, and the sentence why there is none.
        started: the name of a server that serves a model of this machine now.
        failed: a sentence why it does not, and its detail.
    """

    changed = Signal()
    kept = Signal(str)
    refused = Signal(str, str)
    models_found = Signal(str, tuple, str)
    checked = Signal(str, object, str)
    started = Signal(str)
    failed = Signal(str, str)

    def __init__(self, lane: Lane, own: Lane, background: Background, parent: QObject | None = None) -> None:
        """`own`: the lane whose engine runs the server engine."""
        super().__init__(parent)
        self._background = background
        self._lane = lane
        self._own = own
        self.reports: dict[str, GroundingReport] = {}
        """Of the checks that were made since the program began, by the name of the server."""
        self._checks: dict[str, JobHandle] = {}
        self._own_job = ""
        self._own_held = ExitStack()
        with suppress(EyeboxError), own_server():
            pass  # a program that was killed left it

    def of(self, model: str) -> Endpoint | None:
        """The server that a model is; None for another model, and for one that was removed."""
        try:
            return endpoint(model) if model.startswith(PREFIX) else None
        except EyeboxError:
            return None

    def add(self, given: Endpoint, key: str | None, before: str = "") -> None:
        """Adds a server, or changes the one that was called `before`. `kept` or `refused` follows: a keyring may take seconds."""

        def work() -> None:
            add(given, key)
            if before and before != given.name:
                remove(before)

        def done(_: None) -> None:
            self.reports.pop(given.name, None)
            self.changed.emit()
            self.kept.emit(given.name)

        self._background.run(work, done, partial(self._refuse, given.name))

    def _refuse(self, name: str, error: EyeboxError) -> None:
        self.refused.emit(name, translated(error.sentence))

    def allow_pictures(self, name: str, allowed: bool) -> None:
        """Says whether pictures may go to a server. Raises EyeboxError."""
        change(name, pictures=allowed)
        self.changed.emit()

    def remove(self, name: str) -> None:
        """Forgets a server and its key; ends one that the program runs. `changed` or `refused` follows."""
        server = self.of(PREFIX + name)
        if server is not None and server.started:
            self.stop_own()
        else:
            self._background.run(
                partial(remove, name), lambda _: self.changed.emit(), partial(self._refuse, name)
            )

    def start_own(self, folder: str) -> None:
        """Has the server engine serve a model of this machine, in place of what it serves: one more server while it runs."""

        def done(end: End) -> None:
            if self._own_job != job.id:
                return
            if isinstance(end.result, Served):
                name = add_own(end.result).name
                self.changed.emit()
                self.started.emit(name)
                return
            self._own_held.close()
            if end.outcome == "failed":
                self.failed.emit(translated(end.message), end.detail)

        self._own.stop_all()
        self._own_held.close()
        try:
            self._own_held.enter_context(own_server())
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence), "")
            return
        self.changed.emit()
        title = self.tr("Starting vLLM: %1").replace("%1", ModelRef(folder).short_name)
        job = self._own.submit(ServeModel(folder), title)
        self._own_job = job.id
        job.ended.connect(done)

    @Slot()
    def stop_own(self) -> None:
        """Ends the server engine, and gives its memory back."""
        self._own.stop_all()
        self._own.unload()
        self._own_job = ""
        self._own_held.close()
        self.changed.emit()

    def ask_for_models(self, name: str, url: str, key: str | None) -> None:
        """Asks what a server calls its models; `models_found` answers."""

        def done(end: End) -> None:
            names = end.result.names if isinstance(end.result, ServerModels) else ()
            self.models_found.emit(url, names, "" if names else translated(end.message))

        self._lane.submit(AskForModels(name, url, key), self.tr("Asking a server"), quiet=True).ended.connect(
            done
        )

    def check(self, name: str) -> None:
        """Sees where a server puts boxes; `checked` answers."""

        def done(end: End) -> None:
            del self._checks[name]
            report = end.result if isinstance(end.result, GroundingReport) else None
            if report is not None:
                self.reports[name] = report
            self.checked.emit(name, report, "" if report else translated(end.message))
            self.changed.emit()

        if name not in self._checks:
            title = self.tr("Checking the boxes of a model")
            request = CheckGrounding(ModelRef(PREFIX + name), Options(), "")
            self._checks[name] = self._lane.submit(request, title)
            self._checks[name].ended.connect(done)
            self.changed.emit()

    def is_checking(self, name: str) -> bool:
        return name in self._checks
