"""Watches weights come in: reports how far it is, stops when asked to, and refuses numbers that are not finite."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from threading import Event
from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.vision.compat import Entries, collected_tensors, weights_through

STEP = 0.01
"""Progress is reported when it moved so much."""
TRIM_BYTES = 128 << 20
"""After at most so many bytes of weights what the heap holds for nobody goes back to the system (quantizing leaves much)."""


@contextmanager
def watched(checkpoint: Checkpoint, emit: Emit, stop: Event) -> Iterator[None]:
    """While inside, transformers' progress bar over the weights it loads reports to `emit` and asks `stop`."""
    try:
        with weights_through(_Watch(checkpoint, emit, stop).through):
            yield
    finally:
        trim()


class _Watch:
    def __init__(self, checkpoint: Checkpoint, emit: Emit, stop: Event) -> None:
        self._checkpoint = checkpoint
        self._bytes = {name: tensor.bytes for name, tensor in checkpoint.tensors.items()}
        self._emit = emit
        self._stop = stop

    def through(self, items: Entries) -> Iterator[tuple[str, Any]]:
        entries = list(items)
        sizes = [self._size(mapping) for _name, mapping in entries]
        if not self._bytes and entries:  # pickled: which tensor has how many is not known
            sizes = [self._checkpoint.weight_bytes // len(entries)] * len(entries)
        total, done, reported, trimmed = sum(sizes) or 1, 0, 0.0, 0
        known = total if self._bytes else 0
        step = min(TRIM_BYTES, max(TRIM_BYTES // 32, total // 64))
        for (name, mapping), size in zip(entries, sizes, strict=True):
            if self._stop.is_set():
                raise Stopped
            self._look(name, mapping)
            yield name, mapping
            done += size
            if done - trimmed >= step:
                trimmed = done
                trim()
            if done / total - reported >= STEP:
                reported = done / total
                told = (min(done, known), known)
                self._emit(Progress("loading", min(1.0, reported), "", *told))

    def _size(self, mapping: Any) -> int:
        """Bytes on disk of the tensors that a part of the model is made from, where they are known; else their number."""
        sources = collected_tensors(mapping) or {"": [None]}
        return sum(self._bytes.get(name, len(tensors)) for name, tensors in sources.items())

    def _look(self, name: str, mapping: Any) -> None:
        """Refuses tensors with NaN or infinity. Those that load later are loaded now, and kept for that moment."""
        for tensors in collected_tensors(mapping).values():
            for place, entry in enumerate(tensors):
                tensor = (
                    entry.result() if isinstance(entry, Future) else entry() if callable(entry) else entry
                )
                if callable(entry) and not isinstance(entry, Future):
                    tensors[place] = lambda loaded=tensor: loaded
                if tensor is not None and not finite(tensor):
                    raise EyeboxError(
                        "weights-not-finite",
                        "The weights in {folder} hold numbers that are not finite (in {name}); download the model "
                        "again.",
                        folder=self._checkpoint.folder,
                        name=name,
                    )


def trim() -> None:
    """Gives unused heap back to the system, where that has to be asked for (glibc)."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def finite(tensor: Any) -> bool:
    """Whether a tensor holds no NaN and no infinity. Takes no memory of its own."""
    import torch

    if not tensor.is_floating_point() or not tensor.numel() or tensor.element_size() < 2:
        return True
    low, high = torch.aminmax(tensor)
    return bool(torch.isfinite(low) & torch.isfinite(high))
