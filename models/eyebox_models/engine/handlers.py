"""Who does what an engine is asked for: a row for each kind of job. What is heavy is imported when a job needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

from eyebox_models.engine import picture_handlers
from eyebox_models.engine.decoding import PICTURES
from eyebox_models.engine.models import ModelKeeper
from eyebox_models.protocol import picture_requests, requests
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.events import LinesFound, Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.page import Line
from eyebox_models.protocol.requests import Request

if TYPE_CHECKING:
    from eyebox_models.endpoints.family import Server, Several


@dataclass(frozen=True, slots=True)
class Job:
    """What a handler gets beside its request: `emit` sends an event, `stop` is set when the user stops the job.

    `limited`: this process does nothing but to decode pictures, and may not take all memory for one.
    """

    emit: Callable[[Any], None]
    stop: Event
    models: ModelKeeper
    limited: bool = False


def _read(request: picture_requests.Read, job: Job) -> Any:
    from eyebox_models.ocr.layout import in_order_of
    from eyebox_models.ocr.once import PAGES
    from eyebox_models.text.ignoring import ignoring, in_pixels, is_in

    whole = request.pixels.levels[0] if request.pixels else None
    ignored = in_pixels(request.ignore, whole.width, whole.height) if whole else ()

    def on_lines(lines: Sequence[Line]) -> None:
        job.emit(LinesFound(tuple(line for line in lines if not is_in(line, ignored))))

    def on_progress(fraction: float | None) -> None:
        job.emit(Progress("reading", fraction))

    page = PAGES.read(
        request.path, on_lines, on_progress, job.stop, request.pixels, request.turns, request.scripts
    )
    if request.ignore:
        page = ignoring(page, in_pixels(request.ignore, page.width, page.height))
    return in_order_of(page, request.order)


def _read_again(request: picture_requests.ReadAgain, job: Job) -> Any:
    from eyebox_models.ocr.again import read_again

    def on_progress(fraction: float) -> None:
        job.emit(Progress("reading", fraction))

    given = request.part, request.scale, on_progress, job.stop, request.pixels, request.turns, request.scripts
    return read_again(request.path, *given)


def _answer(request: requests.Answering, job: Job) -> Any:
    from eyebox_models.tiling.answer import answer

    ask, begun = request.ask, perf_counter()
    model = job.models.get(ask.model, ask.options, job.emit, job.stop, ask.turn)
    load = perf_counter() - begun
    options = ask.options
    uses_tools = options.look_again and not options.parts and options.schema is None
    if uses_tools and ask.shown and ask.model.engine != "reader":
        from eyebox_models.tools.rounds import answer_with_tools

        return answer_with_tools(model, ask, job.emit, job.stop).delayed(load=load)
    return answer(model, ask, job.emit, job.stop).delayed(load=load)


def _answer_each(request: requests.AnsweringEach, job: Job) -> None:
    from eyebox_models.vision.one_by_one import answer_each

    if request.asks:
        first = request.asks[0]
        model = job.models.get(first.model, first.options, job.emit, job.stop)
        answer_each(model, request.asks, job.emit, job.stop)


def _check_grounding(request: requests.CheckGrounding, job: Job) -> Any:
    from eyebox_models.grounding.ask_shapes import check

    loaded = job.models.get(request.model, request.options, job.emit, job.stop)
    if ModelRef(request.model).kind == "endpoint":
        from eyebox_models.endpoints.check import check_server

        return check_server(
            cast("Server | Several", loaded), request.model, request.options, job.emit, job.stop
        )
    # reports are kept for a checkpoint as it is on disk
    kept_in = "" if request.options.adapter else request.home
    return check(loaded, request.model, request.options, kept_in, job.emit, job.stop)


def _report_evaluation(request: requests.ReportEvaluation, _job: Job) -> Any:
    from eyebox_models.evaluation.counted import report_of

    return report_of(Path(request.file))


def _load(request: requests.Load, job: Job) -> None:
    job.models.get(request.model, request.options, job.emit, job.stop)


def _unload(_request: requests.Unload, job: Job) -> None:
    job.models.unload()


def _write_pdf(request: picture_requests.WritePdf, job: Job) -> int:
    from eyebox_models.documents.pdf_out import write_pdf
    from eyebox_models.protocol.wire import lines_of

    return write_pdf(lambda: lines_of(request.pages), request.target, job.emit, job.stop)


def _write_redacted(request: picture_requests.WriteRedacted, job: Job) -> None:
    from eyebox_models.documents.covered import write_covered

    write_covered(request.path, request.target, request.covered, job.stop, request.turns)


def _write_boxed(request: picture_requests.WriteBoxed, job: Job) -> None:
    from eyebox_models.documents.boxed import write_boxed

    write_boxed(request.path, request.target, request.boxes, job.stop, request.turns)


def _probe(request: requests.Probe, _job: Job) -> Any:
    from eyebox_models.probe.run import probe

    return probe(request.what, request.requirements)


def _list_models(request: requests.ListModels, _job: Job) -> Any:
    from eyebox_models.library.cards import list_models

    return list_models(request.home, request.folders, request.adapters)


def _inspect(request: requests.Inspect, _job: Job) -> Any:
    from eyebox_models.library.cards import inspect

    return inspect(request.folder)


def _plan(request: requests.Planning, job: Job) -> Any:
    from eyebox_models.files.document_page import moment_of
    from eyebox_models.library.cards import plan
    from eyebox_models.picture.video import seems_video
    from eyebox_models.vision.pictures import facts

    sizes, videos = [*request.sizes], [*request.videos]
    for path in request.pictures:
        if moment_of(path) is None and seems_video(path):
            video = PICTURES.look_into_video(picture_requests.LookIntoVideo(path, request.frames), job.stop)
            videos.append((video.width, video.height, len(video.times)))
        else:
            known = facts(path)
            sizes.append((known.width, known.height))
    return plan(replace(request, sizes=tuple(sizes), videos=tuple(videos), pictures=()))


def _verify(request: requests.Verify, job: Job) -> Any:
    from eyebox_models.library.verify import verify

    return verify(request.folder, job.emit, job.stop)


def _convert(request: requests.Convert, job: Job) -> Any:
    from eyebox_models.library.rewrite import convert

    return convert(request.folder, request.target, job.emit, job.stop)


def _quantize(request: requests.Quantize, job: Job) -> Any:
    from eyebox_models.library.quantize import quantize

    job.models.unload()  # its memory is wanted
    return quantize(request, job.emit, job.stop)


def _plan_quantize(request: requests.PlanQuantize, _job: Job) -> Any:
    from eyebox_models.library.quantize_plan import plan_quantize

    return plan_quantize(request)


def _merge(request: requests.Merge, job: Job) -> Any:
    from eyebox_models.library.rewrite import merge

    return merge(request.folder, request.adapter, request.target, job.emit, job.stop)


def _pack(request: requests.Pack, job: Job) -> Any:
    from eyebox_models.library.pack import pack

    return pack(request.folder, request.target, request.key, job.emit, job.stop)


def _unpack_model(request: requests.UnpackModel, job: Job) -> Any:
    from eyebox_models.library.unpack import unpack

    return unpack(request, job.emit, job.stop)


def _download(request: requests.Download, job: Job) -> Any:
    from eyebox_models.library.download import download

    return download(request, job.emit, job.stop)


def _teach(request: requests.Teach, job: Job) -> Any:
    from eyebox_models.training.run import teach

    job.models.unload()
    return teach(request, job.emit, job.stop)


def _ask_for_models(request: requests.AskForModels, job: Job) -> Any:
    from eyebox_models.endpoints.family import models_of

    return models_of(request, job.stop)


def _serve_model(request: requests.ServeModel, job: Job) -> Any:
    from eyebox_models.engine.server_engine import serve

    return serve(request.folder, job.emit, job.stop)


def _discard(request: requests.Discard, _job: Job) -> None:
    from eyebox_models.library.download import discard

    discard(request.name, request.home)


def _look_at_environment(request: requests.LookAtEnvironment, _job: Job) -> Any:
    from eyebox_models.environment.state import look_at

    return look_at(request.home, request.kind)


def _plan_environment(request: requests.PlanEnvironment, job: Job) -> Any:
    from eyebox_models.environment.plan import plan

    return plan(request.home, request.source, job.stop, request.kind)


def _add_environment(request: requests.AddEnvironment, job: Job) -> Any:
    from eyebox_models.environment.add import add

    return add(request.home, request.source, job.emit, job.stop, request.kind)


def _remove_environment(request: requests.RemoveEnvironment, _job: Job) -> Any:
    from eyebox_models.environment.state import remove

    return remove(request.home, request.kind)


Handler = Callable[[Any, Job], Any]
"""Does a request and returns the result of its End. Raises EyeboxError, or Stopped."""

HANDLERS: dict[type[Request], Handler] = {
    picture_requests.Read: _read,
    picture_requests.ReadAgain: _read_again,
    requests.Answering: _answer,
    requests.AnsweringEach: _answer_each,
    requests.CheckGrounding: _check_grounding,
    requests.ReportEvaluation: _report_evaluation,
    requests.Load: _load,
    requests.Unload: _unload,
    picture_requests.Decode: picture_handlers.decode,
    picture_requests.Measure: picture_handlers.measure,
    picture_requests.LookInto: picture_handlers.look_into,
    picture_requests.LookIntoVideo: picture_handlers.look_into_video,
    picture_requests.TakeText: picture_handlers.take_text,
    picture_requests.MakeThumbnail: picture_handlers.make_thumbnail,
    picture_requests.MakeCrops: picture_handlers.make_crops,
    picture_requests.FindEdges: picture_handlers.find_edges,
    picture_requests.WritePdf: _write_pdf,
    picture_requests.WriteRedacted: _write_redacted,
    picture_requests.WriteBoxed: _write_boxed,
    requests.Probe: _probe,
    requests.ListModels: _list_models,
    requests.Inspect: _inspect,
    requests.Planning: _plan,
    requests.Verify: _verify,
    requests.Convert: _convert,
    requests.Merge: _merge,
    requests.Quantize: _quantize,
    requests.PlanQuantize: _plan_quantize,
    requests.Pack: _pack,
    requests.UnpackModel: _unpack_model,
    requests.Download: _download,
    requests.Discard: _discard,
    requests.Teach: _teach,
    requests.AskForModels: _ask_for_models,
    requests.ServeModel: _serve_model,
    requests.LookAtEnvironment: _look_at_environment,
    requests.PlanEnvironment: _plan_environment,
    requests.AddEnvironment: _add_environment,
    requests.RemoveEnvironment: _remove_environment,
}


def _read_ahead(request: picture_requests.Read) -> None:
    if request.pixels is None:
        PICTURES.decode_ahead(request.path, request.turns)


def _answer_ahead(request: requests.Answering) -> None:
    ask = request.ask
    if ask.model.kind == "reader" and ask.pictures and not PICTURES.used:
        PICTURES.decode_ahead(ask.shown[-1].path, ask.shown[-1].turns)


AHEAD: Mapping[type[Request], Callable[[Any], None]] = {
    picture_requests.Read: _read_ahead,
    requests.Answering: _answer_ahead,
}
"""What is started for a request while it still waits."""


class Worker:
    """Does requests one after the other, and keeps the model that was asked last."""

    def __init__(self, limited: bool = False) -> None:
        """`limited`: this process does nothing but to decode pictures, and may not take all memory for one."""
        self._models = ModelKeeper()
        self._limited = limited

    def perform(self, request: Request, emit: Emit, stop: Event) -> Any:
        """Does one request and returns its result. Raises EyeboxError, or Stopped."""
        try:
            return HANDLERS[type(request)](request, Job(emit, stop, self._models, self._limited))
        finally:
            self._models.report(emit)

    def unload(self, emit: Emit) -> None:
        """Closes the model at hand, and reports that."""
        self._models.unload()
        self._models.report(emit)
