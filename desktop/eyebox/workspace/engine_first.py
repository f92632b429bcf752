"""Models to download that wait for the model engine: it is added first, and both are one download to the user."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from eyebox.workspace.model_engine import ModelEngine
from eyebox.workspace.models import Models
from eyebox_models.protocol.cards import Transfer
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.environment import EnvironmentState, SetupProgress, Source


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A model that waits: where from, and about how many bytes it is."""

    endpoint: str
    proxy: str
    bytes: int


class EngineFirst(QObject):
    """How a model stands that waits is said by the signals of Models: a Transfer in the state "engine", and its end."""

    def __init__(self, models: Models, engine: ModelEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._engine = engine
        self._waiting: dict[str, _Wanted] = {}
        self._bytes = 0
        self.transfers: dict[str, Transfer] = {}
        """How each that waits stands."""
        engine.progressed.connect(self._on_progress)
        engine.added.connect(self._on_added)
        engine.failed.connect(self._on_failed)
        engine.looked.connect(self._on_looked)

    def download(
        self, name: str, endpoint: str, proxy: str, model_bytes: int = 0, engine_bytes: int = 0
    ) -> None:
        """Adds the engine and then fetches a model, or goes on with that. Only when the user asked for both.

        The bytes are about as many as each takes; 0 where that is not known.
        """
        self._models.note_wanted(name, endpoint, proxy)
        self._waiting[name] = _Wanted(endpoint, proxy, model_bytes)
        self._bytes = max(self._bytes, engine_bytes)
        self._say(Transfer(name, "engine", 0, self._total(name)))
        self._engine.add(Source(proxy=proxy))

    @Slot(str)
    def pause(self, name: str) -> None:
        """Stops a download; what came is kept."""
        if name not in self._waiting:
            self._models.pause(name)
            return
        self._rest(name)
        self._pause_engine()

    @Slot(str)
    def remove(self, name: str) -> None:
        """Stops a download and deletes what came of the model; what came of the engine is kept."""
        if self._waiting.pop(name, None) is not None:
            self.transfers.pop(name, None)
            self._pause_engine()
        self._models.remove(name)

    def _pause_engine(self) -> None:
        if not self._waiting:
            self._engine.pause()

    def _say(self, transfer: Transfer) -> None:
        self.transfers[transfer.name] = transfer
        self._models.transferred.emit(transfer)

    def _total(self, name: str) -> int:
        return self._bytes + self._waiting[name].bytes if self._bytes else 0

    def _rest(self, name: str) -> None:
        del self._waiting[name]
        self.transfers.pop(name, None)
        self._models.transferred.emit(Transfer(name, "paused"))
        self._models.download_ended.emit(name, "")

    def _end_waiting(self) -> dict[str, _Wanted]:
        waiting, self._waiting = self._waiting, {}
        self.transfers.clear()
        return waiting

    @Slot(object)
    def _on_progress(self, progress: SetupProgress) -> None:
        if progress.total_bytes:
            self._bytes = progress.total_bytes
        came = progress.stage in ("installing", "checking")
        done = self._bytes if came else progress.done_bytes
        for name in self._waiting:
            rate, total = progress.bytes_per_second, self._total(name)
            left = (total - done) / rate if rate > 0 and total else None
            self._say(Transfer(name, "engine", done, total, rate, left, progress.package))

    @Slot()
    def _on_added(self) -> None:
        for name, wanted in self._end_waiting().items():
            self._models.download(name, wanted.endpoint, wanted.proxy, after=self._bytes, about=wanted.bytes)
        self._bytes = 0

    @Slot(str, str)
    def _on_failed(self, sentence: str, _detail: str) -> None:
        for name in self._end_waiting():
            self._models.download_ended.emit(name, sentence)

    @Slot(object)
    def _on_looked(self, state: EnvironmentState) -> None:
        """The adding was paused elsewhere: by its page, or in the queue."""
        if not state.place and not self._engine.adding:
            for name in list(self._waiting):
                self._rest(name)
