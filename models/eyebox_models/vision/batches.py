"""Many questions as batches that are padded on the left, with the ids that each would get alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.ask import Ask
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Answer, Answered, Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.vision import detail
from eyebox_models.vision.adapter import apply
from eyebox_models.vision.features import Looked, joined, look
from eyebox_models.vision.generate import Call, StopNow, configuration, generate, watched
from eyebox_models.vision.memory import collect, is_out_of_memory, release_frames, reset_peak
from eyebox_models.vision.one_by_one import Counter, batches, ended, failed, one_by_one
from eyebox_models.vision.prompt import Prompt
from eyebox_models.vision.schema import check_schema, finished
from eyebox_models.vision.stop_texts import StreamsEnded
from eyebox_models.vision.stream import AnswerStream

if TYPE_CHECKING:
    from eyebox_models.vision.model import VisionModel

WINDOW = 64
"""So many questions are looked at before the first of them is answered."""
MOST_ROWS = {"cpu": 8, "cuda": 32}
MOST_TOKENS = {"cpu": 16_384, "cuda": 131_072}
"""Ids of a batch, prompts with padding and answers. A batch that does not fit into memory is halved."""


@dataclass(slots=True)
class Row:
    """One question of a batch."""

    index: int
    ask: Ask
    prompt: Prompt
    limit: int
    looked: Looked
    stream: AnswerStream


def answer_batches(model: VisionModel, asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
    """Answers all questions, in batches where that gives the same ids as one by one."""
    counter = Counter(emit, len(asks))
    places = list(enumerate(asks))
    emit(Progress("answering", 0.0))
    for start in range(0, len(places), WINDOW):
        window = places[start : start + WINDOW]
        alone = [place for place in window if not _goes_along(model, place[1])]
        together = [place for place in window if _goes_along(model, place[1])]
        one_by_one(model.answer, alone, emit, stop, counter)
        _answer_window(model, together, emit, stop, counter)


def _goes_along(model: VisionModel, ask: Ask) -> bool:
    """Whether a question can be one of a batch: a drawn answer depends on who draws before it, beams need all rows."""
    options = ask.options
    return model.family.can_batch and options.temperature <= 0 and options.num_beams == 1


def _answer_window(
    model: VisionModel, asks: Sequence[tuple[int, Ask]], emit: Emit, stop: Event, counter: Counter
) -> None:
    prompts: dict[int, tuple[Ask, Prompt, int]] = {}
    model.parts.extra["stop"] = stop
    for index, ask in asks:
        if stop.is_set():
            return
        try:
            if ask.options.schema is not None:
                check_schema(ask.options.schema)
            prompt = model.family.prompt(model.parts, detail.wanted(model.parts, ask))
            prompts[index] = (ask, prompt, model.longest(ask.options, prompt))
        except Stopped:
            return
        except Exception as error:
            counter.ended(failed(index, error))
    kinds: dict[tuple[Any, int, str], list[int]] = {}
    for index, (ask, prompt, limit) in prompts.items():
        alike = model.family.batch_group(model.parts, prompt, limit)
        kinds.setdefault((ask.options, limit, alike), []).append(index)
    kind = "cuda" if model.parts.device.startswith("cuda") else "cpu"
    for indices in kinds.values():
        lengths = [(len(prompts[i][1].ids), prompts[i][2]) for i in indices]
        for group in batches(lengths, MOST_TOKENS[kind], MOST_ROWS[kind]):
            chosen = [(indices[place], *prompts[indices[place]]) for place in group]
            _answer_group(model, chosen, emit, stop, counter)


def _answer_group(
    model: VisionModel,
    group: Sequence[tuple[int, Ask, Prompt, int]],
    emit: Emit,
    stop: Event,
    counter: Counter,
) -> None:
    """Answers a batch; one that does not fit into memory is halved, and one question alone is answered with less.

    After any other fault the questions that are left are answered one by one, to see whose it was; so are those
    whose answers are to be gone on with.
    """
    group = [entry for entry in group if counter.is_open(entry[0])]
    if stop.is_set() or not group:
        return
    halves = False
    if len(group) > 1:
        try:
            _run(model, group, stop, counter)
        except Stopped:
            return
        except Exception as error:
            halves = is_out_of_memory(error)
            release_frames(error)
            model.caches.clear()
            collect()
    if not halves:
        left = [(index, ask) for index, ask, _prompt, _limit in group if counter.is_open(index)]
        one_by_one(model.answer, left, emit, stop, counter)
        return
    half = (len(group) + 1) // 2
    _answer_group(model, group[:half], emit, stop, counter)
    _answer_group(model, group[half:], emit, stop, counter)


def _run(
    model: VisionModel, group: Sequence[tuple[int, Ask, Prompt, int]], stop: Event, counter: Counter
) -> None:
    begun = perf_counter()
    parts = model.parts
    reset_peak(parts.device)
    apply(parts, group[0][1].options.adapter)
    with watched(parts.model, lambda _stage, _fraction: None, stop):
        rows = [row for entry in group if (row := _row(model, entry, counter)) is not None]
    if not rows:
        return
    options, limit = rows[0].ask.options, rows[0].limit
    width = max(len(row.prompt.ids) for row in rows)
    padding = [width - len(row.prompt.ids) for row in rows]
    inputs: dict[str, Any] = dict(model.family.inputs(parts, [row.prompt for row in rows], padding))
    inputs |= joined([features for row in rows for features in row.looked.features])
    by_graphs = model.by_graphs(options, width, limit, len(rows))

    def on_end(row: Row) -> None:
        if row.stream.ended or not (options.auto_continue and row.stream.in_boxes):
            counter.ended(_answered(model, row, begun, stop))

    feed = _Feed(rows, on_end)
    with watched(parts.model, lambda _stage, _fraction: None, stop) as unwatch:

        def first() -> None:
            unwatch()
            for row in rows:
                model.known.keep(row.looked)
                row.looked.features = []

        feed.on_first = first
        call = Call(
            [_padded(row.prompt.ids, pad) for row, pad in zip(rows, padding, strict=True)],
            padding,
            inputs,
            configuration(parts.model, options, limit, model.stop_ids),
            None,
            model.guide(options, width),
            [
                StopNow(stop),
                *([StreamsEnded([row.stream for row in rows])] if options.stop or by_graphs else []),
            ],
            feed,
        )
        if by_graphs:
            prompts = [row.prompt for row in rows]
            model.generate_by_graphs(call, prompts, lambda _event: None, lambda: feed.over or stop.is_set())
        else:
            generate(parts.model, call, parts.device)
    feed.finish(stopped=stop.is_set())


def _row(model: VisionModel, entry: tuple[int, Ask, Prompt, int], counter: Counter) -> Row | None:
    """One row, whose pictures the tower has looked at. A picture that cannot be read fails alone."""
    index, ask, prompt, limit = entry
    seen = tuple(span.shown.seen for span in prompt.spans)
    try:
        looked = look(model.parts, model.family, [span.shown for span in prompt.spans], model.known)
    except Stopped:
        raise
    except Exception as error:
        if is_out_of_memory(error):
            raise
        counter.ended(failed(index, error))
        return None
    stream = AnswerStream(
        model.parts.tokenizer,
        model.family.reader(ask.turn, seen),
        lambda _event: None,
        model.stop_ids,
        ask.turn,
        plain=ask.options.schema is not None,
        stop=ask.options.stop,
    )
    stream.pictures_known = looked.known
    return Row(index, ask, prompt, limit, looked, stream)


def _padded(ids: Sequence[int], padding: int) -> list[int]:
    """Padding is masked; it repeats the prompt's first id, so that a repetition penalty sees no id that is not there."""
    return [ids[0]] * padding + list(ids)


def _answered(model: VisionModel, row: Row, begun: float, stop: Event) -> Answered:
    """The ending of one row, whose stream is finished here."""
    row.stream.finish()
    seen = tuple(span.shown.seen for span in row.prompt.spans)
    cut = not row.stream.ended and not stop.is_set()
    answer = model.assemble(row.ask, row.prompt, seen, row.stream, cut)
    seconds = (row.stream.first or perf_counter()) - begun

    def made() -> Answer:
        return finished(replace(answer, seconds_to_first_token=seconds), row.ask.options)

    return ended(row.index, made) or Answered(row.index, answer)


class _Feed:
    """A streamer that hands each row its ids; a row that came to its end is reported at once."""

    def __init__(self, rows: Sequence[Row], on_end: Callable[[Row], None]) -> None:
        self.on_first: Callable[[], None] = lambda: None
        self._live = list(enumerate(rows))
        self._on_end = on_end
        self._prompt = True
        self._fresh = True

    def put(self, value: Any) -> None:
        """The prompts' ids first, then one id a row."""
        if self._prompt:
            self._prompt = False
            return
        if self._fresh:
            self._fresh = False
            self.on_first()
        numbers = value.reshape(-1).tolist()
        for place, row in self._live:
            row.stream.take([numbers[place]])
            if row.stream.ended:
                self._on_end(row)
        self._live = [(place, row) for place, row in self._live if not row.stream.ended]

    def end(self) -> None:
        """Called by `generate` when it is done; another call may go on."""
        self._prompt = True

    @property
    def over(self) -> bool:
        """Whether all rows came to their end."""
        return not self._live

    def finish(self, *, stopped: bool) -> None:
        """Ends the rows that the token limit cut; those that a stop cut have no ending."""
        for _place, row in [] if stopped else self._live:
            self._on_end(row)
        self._live = []
