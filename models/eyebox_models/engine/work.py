"""What an engine does for each request. Everything heavy is imported here, when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.protocol.ask import Ask, LinesFound, Options, Progress
from eyebox_models.protocol.family import Emit, Family, LoadedModel
from eyebox_models.protocol.page import Line
from eyebox_models.protocol.wire import (
    AddEnvironment,
    Answering,
    AnsweringEach,
    CheckGrounding,
    Convert,
    Decode,
    Discard,
    Download,
    Inspect,
    ListModels,
    LookAtEnvironment,
    MakeThumbnail,
    Measure,
    Merge,
    PlanEnvironment,
    Planning,
    Probe,
    Read,
    RemoveEnvironment,
    Request,
    Unload,
    Verify,
)


class Worker:
    """Does requests one after the other, and keeps the model that was asked last."""

    def __init__(self, limited: bool = False) -> None:
        """`limited`: this process does nothing but to decode pictures, and may not take all memory for one."""
        self._models = _ModelKeeper()
        self._limited = limited

    def perform(self, request: Request, emit: Emit, stop: Event) -> Any:
        """Does one request and returns its result. Raises EyeboxError, or Stopped."""
        match request:
            case Read():
                return _read(request, emit, stop)
            case Decode() | Measure() | MakeThumbnail():
                return _picture(request, emit, stop, self._limited)
            case Answering(ask):
                return self._models.get(ask.model, ask.options, emit, stop).answer(ask, emit, stop)
            case AnsweringEach(asks):
                return _answer_each(self._models, asks, emit, stop)
            case CheckGrounding(model, options, home):
                from eyebox_models.grounding import check

                loaded = self._models.get(model, options, emit, stop)
                kept_in = "" if options.adapter else home  # reports stand for a checkpoint as it is on disk
                return check(loaded, model, options, kept_in, emit, stop)
            case Unload():
                self._models.unload()
            case Probe(what, requirements):
                from eyebox_models.probe.run import probe

                return probe(what, requirements)
            case LookAtEnvironment() | PlanEnvironment() | AddEnvironment() | RemoveEnvironment():
                return _environment(request, emit, stop)
            case _:
                return _library(request, emit, stop)
        return None

    def unload(self) -> None:
        """Closes the model at hand."""
        self._models.unload()


class _ModelKeeper:
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


def _read(request: Read, emit: Emit, stop: Event) -> Any:
    from eyebox_models.ocr.once import PAGES

    def on_lines(lines: Sequence[Line]) -> None:
        emit(LinesFound(tuple(lines)))

    def on_progress(fraction: float | None) -> None:
        emit(Progress("reading", fraction))

    return PAGES.read(request.path, on_lines, on_progress, stop, request.pixels)


def get_ready_for(request: Request) -> None:
    """Starts what a request will need while it still waits."""
    match request:
        case Read(path, None):
            PICTURES.decode_ahead(path)
        case Answering(ask) if ask.model == "reader" and ask.pictures and not PICTURES.used:
            PICTURES.decode_ahead(ask.pictures[-1])


def _picture(request: Decode | Measure | MakeThumbnail, emit: Emit, stop: Event, limited: bool) -> Any:
    from eyebox_models.picture import decode, measure, memory, refusal, thumbnail

    if limited:
        memory.limit_this_process()
    with refusal.memory_told(Path(request.path)):
        match request:
            case Decode(path, folder, smaller, plain):
                return decode(path, folder, emit, stop, smaller, plain)
            case Measure(path):
                return measure(path, stop)
            case MakeThumbnail(path, file, size):
                return thumbnail(path, file, size)


def _answer_each(models: _ModelKeeper, asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
    from eyebox_models.engine.batch import answer_each

    if asks:
        answer_each(models.get(asks[0].model, asks[0].options, emit, stop), asks, emit, stop)


def _environment(request: Request, emit: Callable[[Any], None], stop: Event) -> Any:
    match request:
        case LookAtEnvironment(home):
            from eyebox_models.environment.state import look_at

            return look_at(home)
        case PlanEnvironment(home, source):
            from eyebox_models.environment.plan import plan

            return plan(home, source, stop)
        case AddEnvironment(home, source):
            from eyebox_models.environment.add import add

            return add(home, source, emit, stop)
        case RemoveEnvironment(home):
            from eyebox_models.environment.remove import remove

            return remove(home)


def _library(request: Request, emit: Emit, stop: Event) -> Any:
    match request:
        case ListModels(home, folders):
            from eyebox_models.library.find import list_models

            return list_models(home, folders)
        case Inspect(folder):
            from eyebox_models.library.inspect import inspect

            return inspect(folder)
        case Planning():
            from eyebox_models.fit import estimate
            from eyebox_models.vision.pictures import facts

            known = [facts(path) for path in request.pictures]
            looked_at = tuple((one.width, one.height) for one in known)
            return estimate(replace(request, sizes=(*request.sizes, *looked_at), pictures=()))
        case Verify(folder):
            from eyebox_models.library.verify import verify

            return verify(folder, emit, stop)
        case Convert(folder, target):
            from eyebox_models.library.convert import convert

            return convert(folder, target, emit, stop)
        case Merge(folder, adapter, target):
            from eyebox_models.library.merge import merge

            return merge(folder, adapter, target, emit, stop)
        case Download():
            from eyebox_models.library.download import download

            return download(request, emit, stop)
        case Discard(name, home):
            from eyebox_models.library.download import discard

            return discard(name, home)
    raise ValueError(f"not a request of an engine: {type(request).__name__}")
