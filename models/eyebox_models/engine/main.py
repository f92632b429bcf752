"""The engine process: requests come in, events go out, one JSON message a line.

`python -m eyebox_models.engine reader` is started by EngineProcess. The first message is a Hello. Then
`{"job": id, "request": ..}` (with `"passwords"` of documents by their files, where there are some) and `{"stop": id}`
come in and `{"job": id, "event": ..}` go out, the last event of a job being its End. The end of the input ends the
process at once, and what it started with it.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from threading import Condition, Event, Thread
from typing import Any, BinaryIO

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.engine.handlers import AHEAD, HANDLERS, Worker
from eyebox_models.engine.outbox import Outbox
from eyebox_models.engine.process import CARD_FAILED
from eyebox_models.engine.process_group import end_with_group
from eyebox_models.files.document_page import PASSWORDS
from eyebox_models.offline import guard
from eyebox_models.offline.seccomp import make_devices
from eyebox_models.picture import decoder
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped, unexpected
from eyebox_models.protocol.events import End, Unfinished
from eyebox_models.protocol.requests import Request
from eyebox_models.protocol.wire import VERSION, Hello, pack, unpack

IDLE_SECONDS = 30.0
"""Without a job for so long, the engine's own picture engine ends until it is needed."""
WITHOUT_NETWORK = ("picture", "reader", "model", "train", "library", "document")
WRITING_SECONDS = 2.0
"""An engine whose input ended goes on at most so long with what it writes."""
ROLES = (*WITHOUT_NETWORK, "download", "setup", "endpoint", "server")
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "USE_HUB_KERNELS": "0",
    "HF_HUB_DISABLE_XET": "1",
    "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime's wheels report to Microsoft otherwise, and keep an ID in the user's cache
}


class Engine:
    """The jobs of one engine process: `listen` takes them in on one thread, `work` does them on another."""

    def __init__(self, role: str, outbox: Outbox) -> None:
        self.role = role
        self._outbox = outbox
        self._changed = Condition()
        self._waiting: deque[tuple[str, Request]] = deque()
        self._stops: dict[str, Event] = {}
        self._worker = Worker(limited=role == "picture")

    def listen(self, lines: Iterable[bytes]) -> None:
        """Takes messages in until the input ends; a line that is no message is noted and passed over."""
        for line in lines:
            try:
                message = json.loads(line)
                if not isinstance(message, dict):
                    raise ValueError("not an object")
                self._take(message)
            except (ValueError, RecursionError) as error:
                print(f"engine: a message was not understood: {error}", file=sys.stderr, flush=True)

    def work(self) -> None:
        """Does one job after the other, for ever."""
        if self.role == "reader":
            self._warm_up()
        while True:
            with self._changed:
                if not self._changed.wait_for(lambda: self._waiting, IDLE_SECONDS):
                    PICTURES.rest()
                    if scripts := _imported("ocr.scripts_engine"):
                        scripts.TESSERACT.rest()
                    self._changed.wait_for(lambda: self._waiting)
                job, request = self._waiting.popleft()
                stop = self._stops[job]
            end = self._do(job, request, stop)
            with self._changed:
                del self._stops[job]
            self._outbox.send_event(job, end)
            del end
            if networks := _imported("ocr.networks"):
                networks.rest()
            _trim()

    def _take(self, message: dict[str, Any]) -> None:
        stopped, job = message.get("stop"), message.get("job")
        if isinstance(stopped, str):
            self._stop(stopped)
        elif not isinstance(job, str):
            raise ValueError("neither a job nor a stop")
        elif job in self._stops:
            raise ValueError(f"there is a job {job} already")
        else:
            passwords = message.get("passwords")
            if isinstance(passwords, dict):
                PASSWORDS.update(passwords)
            try:
                request = unpack(message.get("request"))
                if type(request) not in HANDLERS:
                    raise ValueError(f"not a request: {type(request).__name__}")
            except ValueError as error:
                end = End(
                    "failed",
                    Sentence(
                        "request-not-understood", "The engine did not understand what it was asked to do."
                    ),
                    str(error),
                )
                self._outbox.send_event(job, end)
                raise
            if prepare := AHEAD.get(type(request)):
                prepare(request)
            with self._changed:
                self._stops[job] = Event()
                self._waiting.append((job, request))
                self._changed.notify()

    def _stop(self, job: str) -> None:
        with self._changed:
            if job in self._stops:
                self._stops[job].set()
            waiting = [entry for entry in self._waiting if entry[0] == job]
            if not waiting:
                return
            self._waiting.remove(waiting[0])
            del self._stops[job]
        self._outbox.send_event(job, End("stopped"))

    def _do(self, job: str, request: Request, stop: Event) -> End:
        def emit(event: Any) -> None:
            self._outbox.send_event(job, event)

        try:
            result = self._worker.perform(request, emit, stop)
        except Stopped:
            return End("stopped")
        except Exception as error:
            return self._failed(error, emit)
        return End("stopped" if stop.is_set() else "done", result=result)

    def _failed(self, error: Exception, emit: Callable[[Any], None]) -> End:
        """How a job ends that an exception ended. One of the card ends the process: its parent tells, and starts another."""
        from eyebox_models.vision.memory import card_failed

        if card_failed(error):
            traceback.print_exc()
            _finish_writing()
            os._exit(CARD_FAILED)
        if isinstance(error, EyeboxError):
            answer = error.answer if isinstance(error, Unfinished) else None
            return End("failed", error.sentence, error.detail, answer)
        detail = traceback.format_exc()
        if isinstance(error, MemoryError):
            self._worker.unload(emit)
            said = Sentence("memory", "There is not enough memory; close other programs and try again.")
            return End("failed", said, detail)
        return End("failed", unexpected(error), detail)

    def _warm_up(self) -> None:
        try:
            from eyebox_models.ocr.reader import warm_up

            warm_up()
        except Exception:
            traceback.print_exc()


def _trim() -> None:
    """Gives what a job left on the heap back to the system, where that has to be asked for (glibc)."""
    import ctypes

    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs an engine on the pipes it was started with. Returns 2 for a role that does not exist."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if len(arguments) != 1 or arguments[0] not in ROLES:
        from eyebox_models.ocr import scripts_engine, scripts_process

        if list(arguments) == [scripts_engine.ROLE]:
            scripts_process.main()
            return 0
        print(f"usage: eyebox-engine {{{','.join(ROLES)}}}", file=sys.stderr)
        return 2
    _prepare(arguments[0])
    decoder.use(PICTURES)
    incoming, outgoing = _take_pipes()

    def write(line: bytes) -> None:
        try:
            outgoing.write(line)
            outgoing.flush()
        except OSError:
            end_with_group()

    def listen() -> None:
        try:
            engine.listen(incoming)
        finally:
            PICTURES.close()
            _finish_writing()
            end_with_group()

    role = arguments[0]
    outbox = Outbox(write)
    outbox.send(pack(Hello(VERSION, role, os.getpid())))
    engine = Engine(role, outbox)
    Thread(target=listen, name="listen", daemon=True).start()
    engine.work()
    return 0


def _finish_writing() -> None:
    """Waits for what a model made of pictures and is just being written, where there is some."""
    if writing := _imported("vision.feature_cache"):
        writing.finish_writing(WRITING_SECONDS)


def _imported(name: str) -> Any:
    """A module of eyebox_models that a job has imported; None where none did."""
    return sys.modules.get(f"eyebox_models.{name}")


def _prepare(role: str) -> None:
    """Keeps the engine from reaching out, shows crashes in the log, and leaves Ctrl+C to the parent."""
    import faulthandler
    import signal

    if role in WITHOUT_NETWORK:
        if role in ("model", "train"):
            make_devices()
        guard.close(role)
    else:
        guard.watch(role)
    os.environ.update(OFFLINE)
    os.environ.setdefault(
        "CUDA_DEVICE_ORDER", "PCI_BUS_ID"
    )  # as the driver numbers cards, and so `fit.machine`
    faulthandler.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, moved away from descriptors 0 and 1: libraries print, and some read.

    What is printed from now on goes to the log; who reads finds the end.
    """
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    sys.stdout.flush()
    os.dup2(2, 1)
    return incoming, outgoing
