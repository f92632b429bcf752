"""The model that an engine keeps loaded between questions."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.events import Note
from eyebox_models.protocol.family import Emit, LoadedModel
from eyebox_models.protocol.ledger import Holding, Holds

if TYPE_CHECKING:
    from eyebox_models.fit.precision import Choice


class ModelKeeper:
    """Keeps the model that was asked last, so that the next question finds it loaded, and reports the memory it holds."""

    def __init__(self) -> None:
        self._model: LoadedModel | None = None
        self._name = ""
        self._options = Options()
        self._files: dict[Path, tuple[int, int]] = {}
        self._reported = Holds()

    def get(self, model: str, options: Options, emit: Emit, stop: Event, turn: int = 0) -> LoadedModel:
        """The model of a question, loaded first when it is not the one at hand. An adapter it puts on by itself.

        What can be refused is refused while the one at hand is still there, whose memory counts as free. Where there is
        plenty of room for both, that one goes only when the other is loaded, and stays when it can't be; else it goes
        first. That a model goes to the processor although there is a card is said before it is loaded, by a Note.
        """
        from eyebox_models.engine.kernels import KERNELS
        from eyebox_models.families.registry import family_for

        if self._model is None or not self._serves(self._model, model, options):
            family: Any = family_for(model)
            choice = family.admit(model, options) if hasattr(family, "admit") else None
            if choice is not None and choice.off_card:
                emit(Note(turn, choice.off_card))
            if choice is not None and choice.device == "cpu":
                KERNELS.begin()
            loaded = self._load_beside(family, model, options, choice, emit, stop)
            if loaded is None:
                self.unload()
                self.report(emit)
                loaded = family.load(model, options, emit, stop)
            self.unload()
            self._model, self._name, self._options = loaded, model, options
            self._files = _written(loaded)
            self.report(emit)
        KERNELS.settle()
        return self._model

    def unload(self) -> None:
        model, self._model = self._model, None
        if model is not None:
            model.close()

    def report(self, emit: Emit) -> None:
        """Emits what is held now, where that changed since the last report."""
        held = getattr(self._model, "held", None)
        holds = Holds(tuple(Holding(self._name, *one) for one in held().items()) if held else ())
        if holds != self._reported:
            self._reported = holds
            emit(holds)

    def _serves(self, loaded: LoadedModel, model: str, options: Options) -> bool:
        """Whether the model at hand is what is asked for; `auto` goes on with it unless it settled on something else. Files
        in the place of those that it was loaded from are another model.
        """
        before = self._options
        if (model, options.device, options.offload) != (self._name, before.device, before.offload):
            return False
        if any(self._files.get(file) != now for file, now in _written(loaded).items()):
            return False
        precision = getattr(loaded, "precision", "")
        if options.precision != "auto":
            return options.precision in (before.precision, precision)
        if options.settled and precision:
            return options.settled in (precision, before.settled)
        return before.precision == "auto"

    def _load_beside(
        self, family: Any, model: str, options: Options, choice: Choice | None, emit: Emit, stop: Event
    ) -> LoadedModel | None:
        """A model, loaded while the one at hand is still there; None where there is no room for both, or none at hand."""
        from eyebox_models.fit.admission import fits_beside
        from eyebox_models.vision.memory import OutOfMemory

        if self._model is None or choice is None or not fits_beside(family.checkpoint(model), choice):
            return None
        try:
            loaded: LoadedModel = family.load(model, options, emit, stop)
        except OutOfMemory:
            return None
        return loaded


def _written(loaded: LoadedModel) -> dict[Path, tuple[int, int]]:
    """When the weights that a model was loaded from were written (ns), and how large they are (bytes); without those that
    are gone, which it can do without."""
    parts = getattr(loaded, "parts", None)
    found = {}
    for file in parts.checkpoint.weight_files if parts is not None else ():
        with suppress(OSError):
            seen = file.stat()
            found[file] = (seen.st_mtime_ns, seen.st_size)
    return found
