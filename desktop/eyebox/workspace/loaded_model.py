"""The model in memory: which one it is, how it was loaded, and when it is unloaded."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.events import Answer, End, Progress
from eyebox_models.protocol.ledger import Holds, Ledger
from eyebox_models.protocol.requests import Answering, CheckGrounding, Load

BEFORE_ANSWER = ("starting", "importing", "loading")


class LoadedModel(QObject):
    """Follows what the model's engine does, whoever asked it, and unloads a model that nobody asks.

    Signals:
        busy: Progress of what the model's engine does, None for nothing.
        changed: the model in memory ("" for none), or what it runs in, is another.
    """

    busy = Signal(object)
    changed = Signal(str)

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._loading = ""
        self._loading_as = Options()
        self.model = ""
        """Which is in memory; "" for none."""
        self._loaded_as = Options()
        self.ledger = Ledger()
        """What the engines hold on each device; it goes along with every plan."""
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(lane.unload)
        lane.started.connect(self._on_started)
        lane.changed.connect(self._watch_idle)
        lane.engine_state.connect(self._on_engine_state)
        if running := lane.running():
            self._on_started(running)

    def settled(self, model: str, options: Options) -> Options:
        """The options with what `auto` comes to, where that is known: by the chat itself, or by the model in memory."""
        held = self._loaded_as
        if options.precision != "auto" or options.settled or model != self.model or not held.settled:
            return options
        if (held.precision, held.device, held.offload) != ("auto", options.device, options.offload):
            return options
        return replace(options, settled=held.settled, settled_on=held.settled_on)

    def set_idle(self, milliseconds: int) -> None:
        """Unloads a model that was not asked for so long; 0 keeps it."""
        self._idle.setInterval(milliseconds)
        self._watch_idle()

    @Slot()
    def _watch_idle(self) -> None:
        if self._lane.busy() or not self._lane.alive or self._idle.interval() <= 0:
            self._idle.stop()
        elif not self._idle.isActive():
            self._idle.start()

    @Slot(object)
    def _on_started(self, job: JobHandle) -> None:
        """Whoever gave the model's engine something to do, it shows which model is in memory."""
        self._loading, self._loading_as = "", Options()
        if isinstance(job.request, Answering):
            self._loading, self._loading_as = job.request.ask.model, job.request.ask.options
        elif isinstance(job.request, CheckGrounding | Load):
            self._loading, self._loading_as = job.request.model, job.request.options
        job.happened.connect(self._on_event)
        job.ended.connect(self._on_ended)

    @Slot(str)
    def _on_engine_state(self, state: str) -> None:
        if state == "off":
            self.ledger = self.ledger.updated("model", Holds())
            self._set_loaded("")
        self._watch_idle()

    def _set_loaded(self, model: str, how: Options | None = None) -> None:
        how = how or (self._loaded_as if model == self.model else Options())
        if (model, how) != (self.model, self._loaded_as):
            self.model, self._loaded_as = model, how
            self.changed.emit(model)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, Holds):
            self.ledger = self.ledger.updated("model", event)
            return
        if isinstance(event, Progress):
            self.busy.emit(event)
            if event.stage == "loading":
                self._set_loaded("")
        if not isinstance(event, Progress) or event.stage not in BEFORE_ANSWER:
            self._set_loaded(self._loading)

    @Slot(object)
    def _on_ended(self, end: End) -> None:
        self.busy.emit(None)
        if isinstance(end.result, Answer) and end.result.precision:
            came_to = replace(self._loading_as, settled=end.result.precision, settled_on=end.result.device)
            self._set_loaded(self._loading, came_to)
        elif end.outcome == "done":
            self._set_loaded(self._loading)
