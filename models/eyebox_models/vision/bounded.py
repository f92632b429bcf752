"""What a checkpoint's files make of themselves before its weights are loaded: within limits of time and memory."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread, get_ident
from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.protocol.errors import EyeboxError, Stopped

SECONDS = 120.0
"""Of processor time, where a thread's own can be told; by the clock a busy machine may take ten times as long."""
BYTES = (3 << 29) + (64 << 20) * (os.cpu_count() or 1)
"""Of private memory, besides what the process has already. Libraries that are imported take some for each core."""
SPARE = 50_000_000
"""Numbers that a model may have besides those of its files: tables that it computes by itself."""
_LOOK = 0.1
_BUSY = 10 if hasattr(time, "pthread_getcpuclockid") else 1


class _TakesTooLongError(BaseException):
    """Raised in the thread that takes too long; nothing on the way may take it for an error of its own."""


@contextmanager
def bounded(checkpoint: Checkpoint, stop: Event) -> Iterator[None]:
    """While inside, this thread may take BYTES and SECONDS. Raises EyeboxError when it takes more, Stopped at a stop.

    Only Linux can limit the memory. A library that can't handle that it gets none ends the engine.
    """
    over, thread = Event(), get_ident()

    def watch() -> None:
        used, begun = _used_by(thread), time.monotonic()
        while not over.wait(_LOOK):
            elapsed = time.monotonic() - begun
            if stop.is_set() or max(_used_by(thread) - used, elapsed / _BUSY) > SECONDS:
                raised = ctypes.py_object(_TakesTooLongError)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
                return

    watcher = Thread(target=watch, name="bounded", daemon=True)
    try:
        try:
            watcher.start()
            with _memory():
                yield
        finally:
            over.set()
            watcher.join()
    except _TakesTooLongError:
        if stop.is_set():
            raise Stopped from None
        raise EyeboxError(
            "config-takes-too-long",
            "What the files in {folder} describe takes far too long to set up; download the model again, or choose "
            "another.",
            folder=checkpoint.folder,
        ) from None
    except MemoryError:
        raise EyeboxError(
            "config-takes-memory",
            "What the files in {folder} describe takes far too much memory to set up; download the model again, or "
            "choose another.",
            folder=checkpoint.folder,
        ) from None


def check_size(checkpoint: Checkpoint, cls: Any, config: Any) -> None:
    """Raises EyeboxError when the config describes a model of far more numbers than the files hold."""
    from eyebox_models.vision.quantize import skeleton

    held = checkpoint.parameters
    if held is None:
        return
    try:
        model = skeleton(cls, config)
    except MemoryError:
        raise
    except Exception:  # what can't be built at all fails when it is loaded
        return
    tensors = {id(tensor): tensor.numel() for tensor in (*model.parameters(), *model.buffers())}
    if sum(tensors.values()) > 2 * held + SPARE:
        raise EyeboxError(
            "config-larger-than-files",
            "config.json in {folder} describes a model with far more weights than its files hold: config "
            "and weights belong to different models; fetch both of one model.",
            folder=checkpoint.folder,
        )


def _used_by(thread: int) -> float:
    """Seconds of processor time that a thread has used; 0 where that can't be told."""
    if _BUSY == 1:
        return 0.0
    return time.clock_gettime(time.pthread_getcpuclockid(thread))


@contextmanager
def _memory() -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    limit = _private() + BYTES
    with suppress(OSError, ValueError):
        if before[0] == resource.RLIM_INFINITY or before[0] > limit:
            resource.setrlimit(resource.RLIMIT_DATA, (limit, before[1]))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, before)


def _private() -> int:
    """Bytes of private memory that this process has asked for."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) << 10
    return 0
