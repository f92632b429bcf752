"""A model that is loaded before anything is asked of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.requests import CheckGrounding, Load


class ModelLoading(QObject):
    """Loads one model at a time: another one that is wanted takes its place, and a check of boxes ends for it.

    Signals:
        changed: where the loading of `model` stands, or that it has ended or failed.
        check_stopped: a check of boxes was stopped, so that a model can be loaded.
    """

    changed = Signal()
    check_stopped = Signal()

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._job: JobHandle | None = None
        self.model = ""
        """Which is being loaded, or could not be; "" for none."""
        self.options = Options()
        self.progress: Progress | None = None
        """While it is being loaded."""
        self.behind = ""
        """What it waits for, by the title of that job; "" once it is its turn."""
        self.failed = ""
        """The sentence that says why it could not be loaded."""
        self.while_typing = True
        """Whether a question that is typed has its model loaded."""
        self._unwanted = ""
        """The model that a person stopped, or that failed, when it was loaded last."""
        lane.changed.connect(self._on_lane_changed)
        lane.started.connect(self._on_started)

    @property
    def stopping(self) -> bool:
        """Whether it was stopped and has not ended yet: a library is not left half imported."""
        return self._job is not None and self._job.state == "stopping"

    def load(self, model: str, options: Options) -> None:
        """Loads a model, unless that is under way; quick where it is in memory like that."""
        if self._job is not None and (model, options) == (self.model, self.options):
            return
        self._end_checks()
        self.stop()
        self._unwanted = ""
        self.model, self.options, self.failed = model, options, ""
        self.progress = Progress("starting")
        title = self.tr("Load %1").replace("%1", ModelRef(model).short_name)
        job = self._job = self._lane.submit(Load(model, options), title)
        job.happened.connect(self._on_event)
        job.ended.connect(self._on_ended)
        self._on_lane_changed()
        self.changed.emit()

    def expect(self, model: str, options: Options) -> None:
        """A question to a model is being typed: loads it, unless its engine has other work or it came to nothing before."""
        if self.while_typing and model != self._unwanted and not self._lane.busy():
            self.load(model, options)

    @Slot()
    def stop(self) -> None:
        """Stops loading; also forgets that it failed."""
        self._unwanted = self.model
        if self._job is not None and self._job.state in ("waiting", "running"):
            self._job.stop()
            self.changed.emit()
        if self.failed:
            self.model = self.failed = ""
            self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Loads once more what could not be loaded."""
        if self.failed:
            self.load(self.model, self.options)

    def _end_checks(self) -> None:
        jobs = (self._lane.running(), *self._lane.waiting())
        checks = [job for job in jobs if job is not None and isinstance(job.request, CheckGrounding)]
        for job in checks:
            job.stop()
        if checks:
            self.check_stopped.emit()

    @Slot()
    def _on_lane_changed(self) -> None:
        first = self._lane.running()
        waits = self._job is not None and first is not None and first is not self._job
        behind = first.title if first is not None and waits else ""
        if behind != self.behind:
            self.behind = behind
            self.changed.emit()

    @Slot(object)
    def _on_started(self, job: JobHandle) -> None:
        """Whoever uses a model that could not be loaded sees by that what is wrong with it."""
        if job is not self._job and self.failed:
            self.stop()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress) and self.sender() is self._job:
            self.progress = event
            self.changed.emit()

    @Slot(object)
    def _on_ended(self, end: End) -> None:
        if self.sender() is not self._job:
            return  # another one has its place
        self._job = self.progress = None
        self.behind = ""
        self.failed = translated(end.message) if end.outcome == "failed" else ""
        if self.failed:
            self._unwanted = self.model
        else:
            self.model = ""
        self.changed.emit()
