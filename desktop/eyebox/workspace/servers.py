"""The servers that the user added: listed, changed, asked what they have, and checked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox_models.endpoints.known import PREFIX, Endpoint, add, change, endpoint, remove
from eyebox_models.protocol.ask import End, ModelRef, Options
from eyebox_models.protocol.cards import GroundingReport, ServerModels
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import AskForModels, CheckGrounding


class Servers(QObject):
    """Each is asked in a lane of its own, whose engine may reach the servers, and nobody else.

    Signals:
        changed: there are others, or one is different.
        models_found: the address that was asked, the names of its models, and the sentence why there are none.
        checked: the name of a server, a GroundingReport or None, and the sentence why there is none.
    """

    changed = Signal()
    models_found = Signal(str, tuple, str)
    checked = Signal(str, object, str)

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self.reports: dict[str, GroundingReport] = {}
        """Of the checks that were made since the program began, by the name of the server."""
        self._checks: dict[str, JobHandle] = {}

    def of(self, model: str) -> Endpoint | None:
        """The server that a model is; None for another model, and for one that was removed."""
        try:
            return endpoint(model) if model.startswith(PREFIX) else None
        except EyeboxError:
            return None

    def add(self, given: Endpoint, key: str | None, before: str = "") -> None:
        """Adds a server, or changes the one that was called `before`. Raises EyeboxError."""
        add(given, key)
        if before and before != given.name:
            remove(before)
        self.reports.pop(given.name, None)
        self.changed.emit()

    def allow_pictures(self, name: str, allowed: bool) -> None:
        """Says whether pictures may go to a server. Raises EyeboxError."""
        change(name, pictures=allowed)
        self.changed.emit()

    def remove(self, name: str) -> None:
        """Forgets a server and its key. Raises EyeboxError."""
        remove(name)
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
