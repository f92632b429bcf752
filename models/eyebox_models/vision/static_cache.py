"""Answers by CUDA graphs: one new id after the other is computed over buffers that a model keeps.

A compiled step runs over tensors that stay where they are and keep their shapes; the kept cache of a chat grows, is cut
and is shared by branches of the chat. So the prompt is read into that cache as ever (without a mask, so by the fastest
attention), its keys and values are copied into the buffers, and what the answer added is copied back at its end. All
that is kept between turns stays as it is without graphs. Buffers have one of few lengths, and batches are filled up to
a power of two rows, so that what was compiled once serves other chats and batches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any

from eyebox_models.fit.predict import buffer_length
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.vision.compat_cache import (
    compilable,
    compile_config,
    compiled_call,
    forget_compiled,
    static_cache,
)
from eyebox_models.vision.generate import Call, generate
from eyebox_models.vision.memory import OutOfMemory, collect, is_out_of_memory, release_frames
from eyebox_models.vision.quantize import triton_runs

LARGER = 4
"""Buffers serve as long as they are at most so many times as long as is needed: the whole of them is read for each id."""
SHARE = 0.5
"""Of the free memory of its device, buffers take at most so much."""

Longer = Callable[[Sequence[Sequence[int]], Sequence[int]], dict[str, Any]]
"""(all ids of each row, padding included; padding of each) -> what `generate` needs besides, see `VisionFamily.inputs`."""


@dataclass(slots=True)
class StaticBuffers:
    """The buffers of one model, [rows, heads, length, width] for keys and for values of each layer."""

    cache: Any = None
    length: int = 0
    rows: int = 0
    failed: str = ""
    """Why graphs can't be made here."""
    decoded: int = 0
    """Ids that were made without graphs, while they could have been."""
    _compiled: Any = field(default=None, repr=False)

    def ready(self, model: Any, length: int, rows: int) -> bool:
        """Whether a step was compiled for buffers that hold `length` ids of so many rows."""
        return (
            self._compiled is not None
            and compiled_call(model) is self._compiled
            and self._serve(length, rows)
        )

    def fill(self, model: Any, cache: Any, length: int, rows: int) -> None:
        """Takes over what a cache holds, with room for `length` ids in all; rows that it lacks are copies of its first.

        Raises OutOfMemory where new buffers would take too much of what is free.
        """
        rows = filled_up(rows)
        if not self._serve(length, rows):
            self.clear(model)
            length = buffer_length(length)
            check_room(cache, length, rows)
            self.cache, self.length, self.rows = static_cache(model, length), length, rows
        self.cache.reset()
        for place, layer in enumerate(cache.layers):
            self.cache.update(_filled(layer.keys, rows), _filled(layer.values, rows), place)

    def give(self, cache: Any) -> None:
        """Adds what the buffers hold beyond a cache of the same chat to that cache."""
        begun, end = int(cache.get_seq_length()), int(self.cache.get_seq_length())
        for place, layer in enumerate(self.cache.layers):
            cache.update(layer.keys[:, :, begun:end], layer.values[:, :, begun:end], place)

    def made(self, model: Any) -> None:
        """Remembers that the step of these buffers is compiled now."""
        self._compiled = compiled_call(model)

    def clear(self, model: Any) -> None:
        """Frees the buffers and what was compiled for them."""
        self.cache, self.length, self.rows, self._compiled = None, 0, 0, None
        forget_compiled(model)
        collect()

    def _serve(self, length: int, rows: int) -> bool:
        return length <= self.length <= LARGER * buffer_length(length) and filled_up(rows) == self.rows


def filled_up(rows: int) -> int:
    """The number of rows that a batch is filled up to."""
    return 1 << (rows - 1).bit_length()


def _filled(tensor: Any, rows: int) -> Any:
    """A tensor [rows, ...] with copies of its first row at its end."""
    lacking = rows - len(tensor)
    return tensor if not lacking else tensor[[*range(len(tensor)), *[0] * lacking]]


def check_room(cache: Any, length: int, rows: int) -> None:
    """Raises OutOfMemory where buffers for what a cache holds would take too much of what a card has free."""
    import torch

    keys = cache.layers[0].keys
    if keys.device.type != "cuda":
        return
    each = sum(
        t[0, :, 0].numel() * t.element_size() for layer in cache.layers for t in (layer.keys, layer.values)
    )
    if each * rows * length > SHARE * torch.cuda.mem_get_info(keys.device)[0]:
        raise OutOfMemory("memory-buffers", "There is too little memory for the buffers of CUDA graphs.")


def generate_static(
    model: Any,
    call: Call,
    device: str,
    buffers: StaticBuffers,
    longer: Longer,
    over: Callable[[], bool],
) -> list[list[int]]:
    """As `generate`, with the same ids. `call.cache` is filled as there; `over` says that all rows came to their end.

    Where graphs can't be made the answer goes on without them, and `buffers.failed` says why.
    """
    limit = call.config.max_new_tokens
    ids = generate(model, replace(call, config=_limited(model, call.config, 1, 0)), device)
    if limit == 1 or over():
        return ids
    most = len(ids[0]) + limit - 1
    recorder = _Recorder(call.streamer)
    try:
        return _by_graphs(model, replace(call, streamer=recorder), ids, most, device, buffers, longer)
    except Exception as error:
        if not is_out_of_memory(error):
            if isinstance(error, Stopped | EyeboxError):
                raise
            buffers.failed = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        release_frames(error)
    recorder.end()
    buffers.clear(model)
    ids = [row + recorder.row(place) for place, row in enumerate(ids)]
    if over() or len(ids[0]) >= most:
        return ids
    config = _limited(model, call.config, most - len(ids[0]), limit - most + len(ids[0]))
    return generate(model, replace(call, ids=ids, inputs=longer(ids, call.padding), config=config), device)


def _by_graphs(
    model: Any,
    call: Call,
    ids: list[list[int]],
    most: int,
    device: str,
    buffers: StaticBuffers,
    longer: Longer,
) -> list[list[int]]:
    import torch

    rows = len(ids)
    ready = buffers.ready(model, most - 1, rows)  # the last id is not fed
    with torch.no_grad():
        buffers.fill(model, call.cache, most - 1, rows)
    lacking = buffers.rows - rows
    filled, padding = [*ids, *[ids[0]] * lacking], [*call.padding, *[call.padding[0]] * lacking]
    config = _limited(model, call.config, most - len(ids[0]), 1)
    config.compile_config = compile_config(device, triton_runs())
    steps = replace(
        call,
        ids=filled,
        padding=padding,
        inputs=longer(filled, padding),
        config=config,
        cache=buffers.cache,
    )
    with compilable(model):
        made = generate(model, steps, device, torch.no_grad)[:rows]
    if not ready:
        buffers.made(model)
    with torch.no_grad():
        buffers.give(call.cache)
    return made


def _limited(model: Any, config: Any, limit: int, made: int) -> Any:
    """A configuration for `limit` more ids of an answer of which `made` are there."""
    changed = copy(config)
    changed.max_new_tokens = limit
    if made:
        changed.begin_suppress_tokens = []
        changed.min_new_tokens = max(0, (model.generation_config.min_new_tokens or 0) - made)
    return changed


class _Recorder:
    """A streamer that hands on what it is given, and remembers the new ids of each row."""

    def __init__(self, streamer: Any) -> None:
        self._streamer = streamer
        self._columns: list[list[int]] | None = None

    def put(self, value: Any) -> None:
        """The prompts' ids first, then one id a row."""
        if self._columns is None:
            self._columns = []
        else:
            self._columns.append(value.reshape(-1).tolist())
        self._streamer.put(value)

    def end(self) -> None:
        """`generate` is done."""
        self._streamer.end()

    def row(self, place: int) -> list[int]:
        """The new ids of a row."""
        return [column[place] for column in self._columns or ()]
