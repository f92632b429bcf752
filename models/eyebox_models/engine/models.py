"""The model that an engine keeps loaded between questions."""

from __future__ import annotations

from threading import Event

from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.family import Emit, Family, LoadedModel


class ModelKeeper:
    """Keeps the model that was asked last, so that the next question finds it loaded."""

    def __init__(self) -> None:
        self._model: LoadedModel | None = None
        self._name = ""
        self._options = Options()

    def get(self, model: str, options: Options, emit: Emit, stop: Event) -> LoadedModel:
        """The model of a question, loaded first when it is not the one at hand. An adapter it puts on by itself.

        What can be refused is refused while the one at hand is still there. Where memory has room for both, that one
        goes only when the other is loaded, and stays when it can't be.
        """
        from eyebox_models.families.registry import family_for

        if self._model is None or not self._serves(self._model, model, options):
            family = family_for(model)
            admit = getattr(family, "admit", None)
            if admit is not None:
                admit(model, options)
            loaded = self._load(family, model, options, emit, stop)
            self.unload()
            self._model, self._name, self._options = loaded, model, options
        return self._model

    def _serves(self, loaded: LoadedModel, model: str, options: Options) -> bool:
        """Whether the model at hand is what is asked for; `auto` goes on with it unless it settled on something else."""
        before = self._options
        if (model, options.device, options.offload) != (self._name, before.device, before.offload):
            return False
        precision = getattr(loaded, "precision", "")
        if options.precision != "auto":
            return options.precision in (before.precision, precision)
        if options.settled and precision:
            return options.settled in (precision, before.settled)
        return before.precision == "auto"

    def _load(self, family: Family, model: str, options: Options, emit: Emit, stop: Event) -> LoadedModel:
        """A model, beside the one at hand if there is room; else that one goes first."""
        from eyebox_models.fit.beside import fits_beside
        from eyebox_models.vision.recover import OutOfMemory

        if self._model is not None:
            try:
                if fits_beside(family, model, options):
                    return family.load(model, options, emit, stop)
            except OutOfMemory:
                pass
            self.unload()
        return family.load(model, options, emit, stop)

    def unload(self) -> None:
        model, self._model = self._model, None
        if model is not None:
            model.close()
