"""A model that is quantized: what that takes, told before, and the job, which goes on when nobody watches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.errors import StoreError
from eyebox.session.store import Store
from eyebox.workspace.loaded_model import LoadedModel
from eyebox.workspace.models import Models
from eyebox_models.protocol.cards import ModelCard, QuantizePlan
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.requests import PlanQuantize, Quantize

if TYPE_CHECKING:
    from eyebox.formats.calibration import Chat, Quantization


class Quantizing(QObject):
    """One model at a time.

    Signals:
        planned: a Quantization, its QuantizePlan, how many chats it is calibrated with; of the latest that was asked about.
        changed: whether it is at work. progressed: a Progress.
        ended: the ModelCard of the new model, or None with a sentence ("" where it was stopped) and its details.
    """

    planned = Signal(object, object, int)
    changed = Signal()
    progressed = Signal(object)
    ended = Signal(object, str, str)

    def __init__(
        self,
        store: Store,
        lanes: Mapping[str, Lane],
        background: Background,
        models: Models,
        memory: LoadedModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._lane, self._model_lane, self._library = lanes["quantize"], lanes["model"], lanes["library"]
        self._background = background
        self._models = models
        self._memory = memory
        self._planning: Quantization | None = None
        self._job: JobHandle | None = None
        self.wanted: Quantization | None = None
        """What is being quantized, also while its chats are gathered."""
        self.progress: Progress | None = None

    def plan(self, wanted: Quantization) -> None:
        """Works out what it takes; `planned` follows."""
        self._planning = wanted

        def ask(chats: tuple[Chat, ...]) -> None:
            if self._planning != wanted:
                return
            idle = 0 if self._model_lane.busy() else self._memory.ledger.held_by("model").get("cpu", 0)
            request = PlanQuantize(wanted.folder, wanted.to, wanted.target, len(chats), idle)
            title = self.tr("Working out what it takes")
            job = self._library.submit(request, title, quiet=True, priority=Priority.NOW)
            job.ended.connect(lambda end: done(end, len(chats)))

        def done(end: End, count: int) -> None:
            if self._planning != wanted:
                return
            if isinstance(end.result, QuantizePlan):
                self.planned.emit(wanted, end.result, count)
            elif end.outcome == "failed":
                self.planned.emit(wanted, QuantizePlan(problem=end.message), count)

        def failed(error: EyeboxError) -> None:
            if self._planning == wanted:
                self.planned.emit(wanted, QuantizePlan(problem=error.sentence), 0)

        self._gather(wanted, ask, failed)

    def start(self, wanted: Quantization) -> None:
        """Quantizes; `ended` follows. A model in memory that answers nothing gives way."""
        if self.wanted is not None:
            return
        self.wanted, self.progress = wanted, None
        self._model_lane.unload()

        def begin(chats: tuple[Chat, ...]) -> None:
            if self.wanted is not wanted:
                return  # stopped meanwhile
            title = self.tr("Quantize %1").replace("%1", Path(wanted.folder).name)
            self._job = self._lane.submit(Quantize(wanted.folder, wanted.to, wanted.target, chats), title)
            self._job.happened.connect(self._on_event)
            self._job.ended.connect(self._on_ended)

        def failed(error: EyeboxError) -> None:
            if self.wanted is wanted:
                self._end(None, translated(error.sentence))

        self._gather(wanted, begin, failed)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Nothing is left of the new folder."""
        if self._job is not None:
            self._job.stop()
        elif self.wanted is not None:
            self._end(None)

    def _gather(
        self,
        wanted: Quantization,
        done: Callable[[tuple[Chat, ...]], Any],
        failed: Callable[[EyeboxError], Any],
    ) -> None:
        """Looks for what is calibrated with, off this thread."""
        from eyebox.formats.calibration import SESSION, chats_of_path, chats_of_session

        source = wanted.calibrate if wanted.to == "gptq-int4" else ""
        try:
            reader = self._store.for_reading() if source.startswith(SESSION) else None
        except StoreError as error:
            failed(error)
            return

        def work() -> tuple[Chat, ...]:
            if Path(wanted.target).parent == self._models.home:
                with suppress(OSError):  # the plan says what is wrong with it
                    self._models.home.mkdir(parents=True, exist_ok=True)
            if reader is not None:
                with reader:
                    return chats_of_session(reader, source.removeprefix(SESSION))
            return chats_of_path(Path(source)) if source else ()

        self._background.run(work, done, failed)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progress = event
            self.progressed.emit(event)

    @Slot(object)
    def _on_ended(self, end: End) -> None:
        card = end.result if isinstance(end.result, ModelCard) else None
        self._end(card, translated(end.message) if end.outcome == "failed" else "", end.detail)

    def _end(self, card: ModelCard | None, sentence: str = "", details: str = "") -> None:
        self.wanted = self._job = self.progress = None
        self._lane.unload()
        if card is not None:
            self._models.add_folder(card.folder)
        self.changed.emit()
        self.ended.emit(card, sentence, details)
