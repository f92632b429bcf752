"""One request to an engine that Ctrl+C stops, and not the program."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from typing import Any

from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import unexpected
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import Request

PATIENCE_S = 3.0
"""That an engine has to stop before it is killed."""
_LOOK_S = 0.2
"""Waiting without an end hears no signal on Windows."""


def run_stoppable(
    engine: EngineProcess, request: Request, take: Callable[[Any], None], *, by_interrupt: bool = True
) -> End:
    """Has an engine do a request, and gives `take` what comes on the way.

    SIGINT stops it, and a second one kills the engine; without `by_interrupt` it is raised as KeyboardInterrupt.
    """
    job = new_id()
    arriving: SimpleQueue[Any] = SimpleQueue()

    def work() -> None:
        try:
            arriving.put(engine.run(job, request, arriving.put))
        except Exception as error:
            arriving.put(End("failed", unexpected(error)))

    thread = Thread(target=work, name="request", daemon=True)
    killing = Timer(PATIENCE_S, engine.kill)
    killing.daemon = True
    ended = False
    try:
        with _interrupts_into(arriving) if by_interrupt else nullcontext():
            thread.start()
            while True:
                try:
                    event = arriving.get(timeout=_LOOK_S)
                except Empty:
                    continue
                if isinstance(event, End):
                    ended = True
                    return event
                if event is not _INTERRUPT:
                    take(event)
                elif killing.ident is None:
                    killing.start()
                    engine.stop(job)
                else:
                    engine.kill()
    finally:
        killing.cancel()
        if not ended:
            engine.kill()
        thread.join()


_INTERRUPT = object()


@contextmanager
def _interrupts_into(arriving: SimpleQueue[Any]) -> Iterator[None]:
    """Puts SIGINT among what arrives. A handler may do no more: the thread that it interrupts may hold any lock."""
    before = signal.signal(signal.SIGINT, lambda *_about: arriving.put(_INTERRUPT))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
