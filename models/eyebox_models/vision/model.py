"""A loaded vision-language model: from a chat to an answer with its boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, Any

from eyebox_models.fit.machine import held_here
from eyebox_models.fit.speeds import learn
from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import Answer, ImageInfo, Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.vision import detail
from eyebox_models.vision.adapter import applied_key, applied_name, apply
from eyebox_models.vision.features import KnownPictures, Looked, joined, look
from eyebox_models.vision.generate import (
    Call,
    Reports,
    StopNow,
    configuration,
    counted,
    generate,
    is_static,
    longest_answer,
    seeded,
    watched,
)
from eyebox_models.vision.memory import peak_bytes, reset_peak, reusing_memory
from eyebox_models.vision.parts import LoadedCheckpoint, context_length
from eyebox_models.vision.prefix_cache import CacheLease, PrefixCaches
from eyebox_models.vision.prompt import Prompt
from eyebox_models.vision.prompt_lookup import TOGETHER_OTHERWISE, Lookup, can_look_up, lookup_for
from eyebox_models.vision.recover import recover
from eyebox_models.vision.schema import SchemaGuide, check_schema, finished
from eyebox_models.vision.static_cache import StaticBuffers, generate_static
from eyebox_models.vision.stop_texts import StreamsEnded
from eyebox_models.vision.stream import AnswerStream

if TYPE_CHECKING:
    from eyebox_models.vision.family import VisionFamily

CACHE_BYTES = 2 << 30
"""For the caches of chats, where Options say nothing."""
CONTINUATIONS = 3


class VisionModel:
    """Any family's model. Used by one thread at a time."""

    def __init__(self, family: VisionFamily, parts: LoadedCheckpoint) -> None:
        self.family = family
        self.parts = parts
        self._as_loaded = parts.options
        self.caches = PrefixCaches(self._new_cache, CACHE_BYTES, family.can_crop)
        self.buffers = StaticBuffers()
        self.known = KnownPictures()
        self.stop_ids = tuple(family.stop_ids(parts))
        self._guide = SchemaGuide(parts.tokenizer, self.stop_ids)

    def answer(self, ask: Ask, emit: Emit, stop: Event) -> Answer:
        """Answers the last turn; see `family.LoadedModel`. Where memory runs out, with less (`vision.recover`).

        Raises Unfinished when the token limit cut an answer by a schema.
        """
        asked = perf_counter()
        self._be_loaded(emit, stop)
        with reusing_memory(self.parts.device):
            answer = recover(
                lambda _parts, tried: self.attempt(tried, emit, stop, asked),
                self.parts,
                ask,
                free=self._free,
                reload=lambda options: self._reload(options, emit, stop),
                emit=emit,
            )
        if not self.offloaded():
            learn(answer, ask.options, self.parts.checkpoint.digest)
        return finished(answer, ask.options)

    def attempt(self, ask: Ask, emit: Emit, stop: Event, asked: float | None = None) -> Answer:
        """Answers without minding memory. `asked` is when the answer was asked for, by perf_counter, if not now."""
        begun = perf_counter()
        options = ask.options
        reset_peak(self.parts.device)
        self.caches.limit = CACHE_BYTES if options.cache_bytes is None else options.cache_bytes
        if options.schema is not None:
            check_schema(options.schema)
        apply(self.parts, options.adapter)
        emit(Progress("looking"))
        self.parts.extra["stop"] = stop
        try:
            prompt = self.family.prompt(self.parts, detail.wanted(self.parts, ask))
        except Stopped:
            return Answer(ask.turn, "", **self._how())
        limit = self.longest(options, prompt)
        seen = tuple(span.shown.seen for span in prompt.spans)
        stream = AnswerStream(
            self.parts.tokenizer,
            self.family.reader(ask.turn, [one for one in seen if one.image in ask.own_pictures]),
            emit,
            self.stop_ids,
            ask.turn,
            plain=options.schema is not None,
            stop=options.stop,
        )
        lookup = lookup_for(self.parts, ask)
        reused = cut = 0
        with seeded(options, self.parts.device):
            try:
                reused, cut = self._fill(ask, prompt, limit, stream, lookup, emit, stop)
            except Stopped:
                pass
        stream.finish()
        answer = self.assemble(ask, prompt, seen, stream, bool(cut))
        seconds = (stream.first or perf_counter()) - begun
        word = stream.first_word(asked or begun, begun, pictures=bool(seen))
        return replace(
            answer,
            tokens_reused=reused,
            forwards=lookup.forwards,
            seconds_to_first_token=seconds,
            first_word=word,
        )

    def answer_each(self, asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
        """Answers many questions in batches; an Answered for each that came to its end."""
        from eyebox_models.vision.batches import answer_batches

        self._be_loaded(emit, stop)
        with reusing_memory(self.parts.device):
            answer_batches(self, asks, emit, stop)

    def close(self) -> None:
        """Frees all memory."""
        from eyebox_models.vision.load import release

        self._free()
        release(self.parts)

    def shown_at(self, width: int, height: int, options: Options) -> tuple[int, int]:
        """The size that an upright picture is shown at. Raises EyeboxError for a shape that is refused."""
        return self.family.see(self.parts.checkpoint, width, height, options).resized

    def held(self) -> dict[str, int]:
        """The bytes by device that `close` gives back."""
        return held_here()

    @property
    def precision(self) -> str:
        """What the weights are loaded in."""
        return self.parts.precision

    def made_with(self) -> str:
        """What answers, in a few words: name, adapter, precision, device."""
        folder = self.parts.checkpoint.folder
        name = getattr(self.parts.checkpoint, "name", "") or folder.name
        if folder.parent.name == "snapshots":
            name = folder.parent.parent.name.rpartition("--")[2]
        adapter = applied_name(self.parts)
        return ", ".join(filter(None, (name, adapter, self.parts.precision, self.parts.device)))

    def guide(self, options: Options, prompt_length: int) -> list[Any]:
        """The logits processors that Options ask for."""
        return [] if options.schema is None else [self._guide.processor(options.schema, prompt_length)]

    def _be_loaded(self, emit: Emit, stop: Event) -> None:
        """Loads the model as it was at first, if a reload failed."""
        if self.parts.model is None:
            self._reload(self._as_loaded, emit, stop)

    def _reload(self, options: Options, emit: Emit, stop: Event) -> LoadedCheckpoint:
        """The model loaded anew, as `options` say; the one at hand is gone before. Raises EyeboxError, Stopped.

        When it can't be loaded the next question tries to load it as it was at first.
        """
        from eyebox_models.vision.cpu_layers import suit_processor
        from eyebox_models.vision.load import load_parts, release

        checkpoint, notes = self.parts.checkpoint, self.parts.notes
        self._free()
        release(self.parts)
        self.buffers = StaticBuffers()
        self.parts = load_parts(checkpoint, self.family, options, emit, stop)
        self.parts.notes = tuple(dict.fromkeys((*notes, *self.parts.notes)))
        suit_processor(self.parts, stop)
        self._guide = SchemaGuide(self.parts.tokenizer, self.stop_ids)
        return self.parts

    def _new_cache(self) -> Any:
        from transformers import DynamicCache

        return DynamicCache(config=self.parts.model.config)

    def longest(self, options: Options, prompt: Prompt) -> int:
        """How many new ids an answer may have. Raises EyeboxError when the prompt leaves none."""
        folder = self.parts.model.generation_config
        return longest_answer(options, folder, len(prompt.ids), context_length(self.parts))

    def _fill(
        self,
        ask: Ask,
        prompt: Prompt,
        limit: int,
        stream: AnswerStream,
        lookup: Lookup,
        emit: Emit,
        stop: Event,
    ) -> tuple[int, bool]:
        """Generates into the stream, going on where that is asked for; the ids reused, and whether a limit cut it."""
        processors = self.guide(ask.options, len(prompt.ids))
        reused, cut = self._generate(ask.options, prompt, limit, stream, lookup, processors, emit, stop)
        for _ in range(CONTINUATIONS):
            if not (cut and ask.options.auto_continue and stream.in_boxes) or ask.options.num_beams > 1:
                break
            longer = Prompt(prompt.ids + tuple(stream.ids), prompt.spans)
            try:
                more = self.longest(ask.options, longer)
            except EyeboxError:
                break
            _, cut = self._generate(
                ask.options, longer, min(more, limit), stream, lookup, processors, emit, stop
            )
        return reused, cut

    def _generate(
        self,
        options: Options,
        prompt: Prompt,
        limit: int,
        stream: AnswerStream,
        lookup: Lookup,
        processors: Sequence[Any],
        emit: Emit,
        stop: Event,
    ) -> tuple[int, bool]:
        """One call of `generate`; the ids reused, and whether the limit ended it."""
        beams = options.num_beams > 1
        group = applied_key(self.parts) + self.family.cache_group(self.parts, prompt)
        lease = CacheLease(None, 0) if beams else self.caches.lease(prompt, group)
        by_graphs = not beams and self.by_graphs(options, len(prompt.ids), limit)
        before = len(stream.ids)
        new = [span.shown for span in prompt.spans if span.start >= lease.reused]
        report = Reports(emit, stream)
        looked = Looked()
        try:
            with watched(self.parts.model, report, stop) as unwatch:

                def first() -> None:
                    unwatch()
                    if lease.cache is not None:
                        lease.take_snapshot(len(prompt.ids))
                    self.known.keep(looked)

                stream.on_first = first
                looked = look(self.parts, self.family, new, self.known)
                stream.pictures_known += looked.known
                inputs = {**self.family.inputs(self.parts, [prompt], [0]), **joined(looked.features)}
                length = len(prompt.ids) + limit
                looks_up = not by_graphs and can_look_up(self.parts, options, lease.cache, inputs, length)
                if looks_up:
                    lookup.begin(prompt.runs)
                if stop.is_set():
                    raise Stopped
                call = Call(
                    [prompt.ids],
                    [0],
                    inputs,
                    configuration(self.parts.model, options, limit, self.stop_ids),
                    lease.cache,
                    processors,
                    [
                        StopNow(stop, counted(emit, limit, unwatch) if beams else None),
                        *([StreamsEnded([stream])] if options.stop and not beams else []),
                    ],
                    None if beams else stream,
                    lookup if looks_up else None,
                )
                if by_graphs:
                    ids = self.generate_by_graphs(
                        call, [prompt], emit, lambda: stream.ended or stop.is_set()
                    )[0]
                else:
                    ids = generate(self.parts.model, call, self.parts.device)[0]
        except Stopped:
            self.caches.give_back(lease)
            raise
        finally:
            self.known.keep(looked)
        if beams:
            stream.take(_trimmed(ids[len(prompt.ids) :], self.stop_ids))
        elif lease.cache is not None:
            self.caches.keep(lease, prompt, ids)
        self.buffers.decoded += 0 if by_graphs or beams else len(ids) - len(prompt.ids)
        ended = stream.ended or any(number in self.stop_ids for number in ids[len(prompt.ids) :])
        return lease.reused, not ended and not stop.is_set() and len(stream.ids) - before >= limit

    def by_graphs(self, options: Options, prompt_length: int, limit: int, rows: int = 1) -> bool:
        """Whether so many answers of at most `limit` ids are made together by CUDA graphs."""
        model, buffers = self.parts.model, self.buffers
        return (
            not buffers.failed
            and self.family.can_crop
            and self.parts.extra.get("quantization") not in TOGETHER_OTHERWISE
            and not self.offloaded()
            and is_static(
                options,
                self.parts.device,
                limit,
                rows=rows,
                ready=buffers.ready(model, prompt_length + limit - 1, rows),
                decoded=buffers.decoded,
            )
        )

    def generate_by_graphs(
        self, call: Call, prompts: Sequence[Prompt], emit: Emit, over: Callable[[], bool]
    ) -> list[list[int]]:
        """All ids of each row, as `generate` gives them; see `static_cache.generate_static`."""
        parts, buffers = self.parts, self.buffers

        def longer(rows: Sequence[Sequence[int]], padding: Sequence[int]) -> dict[str, Any]:
            spans = [prompts[place if place < len(prompts) else 0].spans for place in range(len(rows))]
            made = [
                Prompt(tuple(ids[pad:]), kept) for ids, pad, kept in zip(rows, padding, spans, strict=True)
            ]
            return self.family.inputs(parts, made, padding)

        length = len(call.ids[0]) + call.config.max_new_tokens - 1
        if not buffers.ready(parts.model, length, len(call.ids)):
            emit(Progress("compiling"))
        cache = self._new_cache() if call.cache is None else call.cache
        call = replace(call, cache=cache)
        made = generate_static(parts.model, call, parts.device, buffers, longer, over)
        if buffers.failed:
            parts.notes = (
                *parts.notes,
                Sentence(
                    "no-graphs",
                    "CUDA graphs could not be made here, so answers take longer ({reason}).",
                    reason=buffers.failed,
                ),
            )
        return made

    def _free(self) -> None:
        """Drops what was kept in memory of earlier turns and pictures, and the buffers of graphs."""
        self.caches.clear()
        self.known.clear()
        if self.parts.model is not None:
            self.buffers.clear(self.parts.model)

    def offloaded(self) -> bool:
        """Whether layers wait in memory or on disk until they are needed."""
        places = getattr(self.parts.model, "hf_device_map", None) or {}
        return any(str(place) in ("cpu", "disk", "meta") for place in places.values())

    def assemble(
        self, ask: Ask, prompt: Prompt, seen: tuple[ImageInfo, ...], stream: AnswerStream, cut: bool
    ) -> Answer:
        """The Answer of a finished stream."""
        how = self._how()
        return Answer(
            ask.turn,
            stream.text,
            raw=stream.raw,
            boxes=stream.boxes,
            token_ids=tuple(stream.ids),
            tokens_in=len(prompt.ids),
            tokens_out=len(stream.ids),
            tokens_per_second=stream.tokens_per_second,
            peak_bytes=peak_bytes(self.parts.device),
            seen=seen,
            pictures_known=stream.pictures_known,
            plain=ask.options.schema is not None,
            cut=cut,
            stopped_by=stream.stopped_by,
            boxes_cut=stream.boxes_cut,
            **{**how, "notes": (*how["notes"], *detail.notes_on(self.parts, ask, seen))},
        )

    def _how(self) -> dict[str, Any]:
        """What an Answer says of how it was made."""
        parts = self.parts
        return {
            "made_with": self.made_with(), "notes": parts.notes, "precision": parts.precision, "device": parts.device,
        }  # fmt: skip


def _trimmed(ids: Sequence[int], stop_ids: Sequence[int]) -> list[int]:
    """Ids up to the first end token, which is left out."""
    end = next((index for index, number in enumerate(ids) if number in stop_ids), len(ids))
    return list(ids[:end])
