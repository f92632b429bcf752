"""When memory runs out in the middle of an answer: what is given up, in which order, and how that is said.

| step | what is given up |
|---|---|
| free | what was kept of earlier turns |
| fewer pixels | half of each picture's size, down to a floor |
| Int8, Int4 | the precision: the model is loaded again |
| offload | speed: layers live in memory or on disk |
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import Answer, Note
from eyebox_models.protocol.family import Emit
from eyebox_models.vision.detail import FEWER, size_of
from eyebox_models.vision.memory import collect, is_out_of_memory, release_frames

if TYPE_CHECKING:
    from eyebox_models.vision.parts import LoadedCheckpoint

FLOOR = 224 * 224
"""A picture is not made smaller than so many pixels."""
MOST_TILES = 12

_KEY = "recovered"


def recover(
    attempt: Callable[[LoadedCheckpoint, Ask], Answer],
    parts: LoadedCheckpoint,
    ask: Ask,
    *,
    free: Callable[[], None],
    reload: Callable[[Options], LoadedCheckpoint],
    emit: Emit,
) -> Answer:
    """The answer of `attempt`, tried again with less each time memory runs out, by the table above.

    `free` drops kept caches; `reload` closes the model at hand and loads it anew (EyeboxError when that can't be).
    Every step is reported by a Note and stands in `Answer.notes`. A Note begins the answer anew: what was streamed before
    it counts no more. Later questions about the same pictures begin with the size that fitted. Raises EyeboxError when
    nothing helps; every other error passes.
    """
    remembered = parts.extra.get(_KEY)
    notes: list[str] = []
    if remembered and remembered[0] == ask.shown and ask.pictures:
        notes.append(remembered[2])
        ask = replace(ask, options=replace(ask.options, **remembered[1]))

    def report(text: str) -> None:
        notes.append(text)
        emit(Note(ask.turn, text))

    detail = ""
    for step in _steps(parts, ask, free, reload, report):
        parts, ask = step
        answer, trace = _try(attempt, parts, ask)
        if answer is not None:
            return replace(answer, notes=(*answer.notes, *(n for n in notes if n not in answer.notes)))
        detail = detail or trace
        _drop(free)
    raise EyeboxError(
        "memory-question",
        "There is not enough memory for this question; ask about fewer or smaller pictures, or "
        "choose a smaller model.",
        detail=detail,
    )


def _try(
    attempt: Callable[[LoadedCheckpoint, Ask], Answer], parts: LoadedCheckpoint, ask: Ask
) -> tuple[Answer | None, str]:
    """An answer, or the traceback when memory ran out. The frames that hold tensors are emptied."""
    try:
        return attempt(parts, ask), ""
    except Exception as error:
        if not is_out_of_memory(error):
            raise
        detail = traceback.format_exc()
        release_frames(error)
        return None, detail


def _drop(free: Callable[[], None]) -> None:
    free()
    collect()


def _steps(
    parts: LoadedCheckpoint,
    ask: Ask,
    free: Callable[[], None],
    reload: Callable[[Options], LoadedCheckpoint],
    report: Callable[[str], None],
) -> Iterator[tuple[LoadedCheckpoint, Ask]]:
    """What to try with, one after the other; reported before each but the first."""
    yield parts, ask
    report(
        Sentence(
            "memory-kept-dropped",
            "Memory ran out: what was kept of earlier turns was dropped, and the answer begins anew.",
        )
    )
    yield parts, ask
    while (smaller := fewer_pixels(parts, ask)) is not None:
        changed, sentence = smaller
        report(sentence)
        ask = replace(ask, options=replace(ask.options, **changed))
        parts.extra[_KEY] = (ask.shown, changed, sentence)
        yield parts, ask
    kept = parts.extra.get(_KEY)
    for options, sentence in _lighter(parts, ask.options):
        report(sentence)
        loaded = _reload(reload, options)
        _drop(free)
        if loaded is None:
            continue
        parts = loaded
        if kept:
            parts.extra[_KEY] = kept
        yield parts, ask


def _reload(reload: Callable[[Options], LoadedCheckpoint], options: Options) -> LoadedCheckpoint | None:
    """The model loaded anew, or None when it can't be had like this."""
    try:
        return reload(options)
    except Exception as error:
        if not (is_out_of_memory(error) or isinstance(error, EyeboxError)):
            raise
        release_frames(error)
        return None


def fewer_pixels(parts: LoadedCheckpoint, ask: Ask) -> tuple[dict[str, Any], str] | None:
    """Options that show the pictures at about half the size, with the sentence that says so; None at the floor."""
    if "family" not in parts.extra or not ask.pictures:
        return None
    before, pixels = size_of(parts, ask, ask.options)
    tiles = ask.options.max_tiles or MOST_TILES
    trials: list[dict[str, Any]] = [
        {"max_pixels": max(FLOOR, pixels // 2)},
        {"max_tiles": max(1, tiles // 2)},
    ]
    trials += [{"max_tiles": n} for n in (tiles // 4, 1) if n >= 1]
    for changed in trials:
        try:
            after, _ = size_of(parts, ask, replace(ask.options, **changed))
        except EyeboxError:
            continue
        if after <= FEWER * before:
            return (
                changed,
                Sentence(
                    "memory-smaller-pictures",
                    "Memory ran out: the pictures are shown smaller, as {after:,} visual tokens instead of {before:,}.",
                    after=after,
                    before=before,
                ),
            )
    return None


def _lighter(parts: LoadedCheckpoint, options: Options) -> list[tuple[Options, str]]:
    """Ways to load the same model with less, the best first, and what is said of them."""
    found: list[tuple[Options, str]] = []
    if not parts.checkpoint.quantization:
        order = ["int8", "int4"]
        lower = order[order.index(parts.precision) + 1 :] if parts.precision in order else order
        found = [
            (
                replace(options, precision=precision, device=parts.device, offload=False),
                Sentence(
                    "memory-loaded-again",
                    "Memory ran out: the model is loaded again in {precision}.",
                    precision=precision,
                ),
            )
            for precision in lower
        ]
    if not options.offload:
        plain = options.precision if parts.checkpoint.quantization else _plain(parts)
        found.append(
            (
                replace(options, precision=plain, device=parts.device, offload=True),
                Sentence(
                    "memory-offloaded",
                    "Memory ran out: the model is loaded again with layers in memory or on disk, which is slow.",
                ),
            )
        )
    return found


def _plain(parts: LoadedCheckpoint) -> str:
    """The precision that can be offloaded: quantized layers stay where they are."""
    if parts.precision in ("bf16", "fp16", "fp32"):
        return parts.precision
    return "fp16" if parts.extra.get("dtype") == "float16" else "bf16"
