"""The parent's side of an engine process: starting it, giving it jobs, stopping, killing and closing it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from signal import SIGABRT
from threading import Lock
from time import monotonic
from typing import Any

from eyebox_models.engine.child import ChildProcess
from eyebox_models.environment import running
from eyebox_models.files.document_page import PASSWORDS
from eyebox_models.protocol.document import TOO_SLOW
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped, os_reason
from eyebox_models.protocol.events import Answer, BoxFound, End, TextDelta
from eyebox_models.protocol.requests import Request
from eyebox_models.protocol.video import FRAME_TOO_SLOW
from eyebox_models.protocol.wire import VERSION, Hello, pack, unpack

ANEW = 85
"""The exit code of an engine whose job is to be given to a fresh one."""
CARD_FAILED = 86
"""The exit code of an engine whose graphics card reported an error: a process can't compute on it any more after that."""
PRIVATE = 0o077 if os.name == "posix" else -1
"""Umask of an engine that writes nothing but pixels and thumbnails for the window: they are for the user alone."""

_OUT_OF_MEMORY = re.compile(r"failed to allocate \d|bad_alloc|out of memory", re.IGNORECASE)
"""What libraries below a picture engine write before they give up for want of memory (libvips by SIGABRT)."""
_NAMES = {
    "picture": Sentence("picture-engine", "The picture engine"),
    "reader": Sentence("reader-engine", "The reader's engine"),
    "model": Sentence("model-engine", "The model's engine"),
    "train": Sentence("train-engine", "The engine that teaches models"),
    "library": Sentence("library-engine", "The model library's engine"),
    "download": Sentence("download-engine", "The engine of downloads"),
    "document": Sentence("document-engine", "The engine that writes documents"),
    "endpoint": Sentence("endpoint-engine", "The engine that asks servers"),
    "server": Sentence("server-engine", "The server engine"),
    "setup": Sentence("setup-engine", "The engine that sets up the model engine"),
}


class EngineProcess:
    """An engine process, started when it is needed and started again when it died.

    `start` and `run` block and belong to one thread at a time; the rest may be used from any thread, and
    `stop`, `kill` and `hang_up` return at once. The engine leads a session of its own, and what it starts ends with it.
    What the engine and its libraries write to their standard
    error goes to `log_file`. `command` replaces the usual command line, which is worked out anew at every start.
    `cores` is how many processors it uses, 0 for all.
    """

    def __init__(
        self, role: str, log_file: Path, command: Sequence[str] | None = None, cores: int = 0
    ) -> None:
        self.role = role
        self._cores = cores
        self.log_file = log_file
        self._command = list(command) if command is not None else None
        self._busy = Lock()
        self._lock = Lock()
        self._process: ChildProcess | None = None
        self._sent = ""
        self._stops: set[str] = set()
        self._kill_wanted = False
        self._closed = False

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        process = self._process
        return process is not None and process.group.poll() is None

    @property
    def pid(self) -> int | None:
        """The process id of the running engine."""
        process = self._process
        return process.group.popen.pid if process is not None and process.group.poll() is None else None

    def start(self) -> None:
        """Starts the process unless it runs, and waits for its first message.

        Raises EyeboxError when it cannot be started, Stopped when it was closed or killed meanwhile.
        """
        with self._busy:
            self._started()

    def run(self, job_id: str, request: Request, on_event: Callable[[Any], None]) -> End:
        """Gives the engine one job and waits for its end; `on_event` gets every event before that.

        Starts the process when it does not run. An engine that dies ends the job as failed, or as stopped
        when a stop had been asked for. Whatever `on_event` raises is raised here.
        """
        with self._busy:
            try:
                return self._run(job_id, request, on_event)
            except Stopped:
                return End("stopped")
            except EyeboxError as error:
                return End("failed", error.sentence, error.detail)
            finally:
                with self._lock:
                    self._sent = ""
                    self._stops.discard(job_id)

    def stop(self, job_id: str) -> None:
        """Asks the engine to stop this job, also one that `run` is only about to send. Never blocks."""
        with self._lock:
            self._stops.add(job_id)
            if self._process is not None and self._sent == job_id:
                self._process.send({"stop": job_id})

    def kill(self) -> None:
        """Kills the process and all it started, also one that is only just being started. A later `run` starts a fresh one."""
        with self._lock:
            self._kill_wanted = True
            if self._process is not None:
                self._process.group.kill()

    def rest(self, timeout: float = 1.0) -> None:
        """Ends the process, by force after `timeout` seconds, and gives all its memory back; `run` starts a fresh one.

        Waits for a job that runs.
        """
        with self._busy:
            process = self._process
            if process is not None:
                process.end(timeout)
                process.release()
                with self._lock:
                    self._process = None

    def hang_up(self) -> None:
        """Begins to close: asks the process to end, for good, and does not wait for it. Never blocks."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.hang_up()

    def close(self, timeout: float = 1.0) -> None:
        """Ends the process for good, by force after `timeout` seconds. A job that runs ends as stopped."""
        self.hang_up()
        process = self._process
        if process is not None:
            process.end(timeout)
        if self._busy.acquire(timeout=timeout):
            try:
                if self._process is not None:
                    self._process.end(0)
                    self._process.release()
                    self._process = None
            finally:
                self._busy.release()

    def _run(self, job_id: str, request: Request, on_event: Callable[[Any], None]) -> End:
        begun = monotonic()
        process = self._started(job_id)
        start, shown = monotonic() - begun, None
        with self._lock:
            if job_id in self._stops:
                raise Stopped
            self._sent = job_id
            unlocked = {"passwords": dict(PASSWORDS)} if PASSWORDS else {}
            process.send({"job": job_id, "request": pack(request), **unlocked})
        while (message := process.receive()) is not None:
            if message.get("job") != job_id:
                continue
            try:
                event = unpack(message.get("event"))
            except ValueError as error:
                if '"End"' in json.dumps(message.get("event")):
                    raise EyeboxError(
                        "engine-nonsense",
                        "{name} gave an answer that was not understood.",
                        detail=str(error),
                        name=self._name,
                    ) from error
                continue
            if isinstance(event, End):
                if isinstance(event.result, Answer):
                    return replace(event, result=event.result.delayed(load=start, shown=shown))
                return event
            if shown is None and isinstance(event, TextDelta | BoxFound):
                shown = monotonic() - begun
            on_event(event)
        if process.end(1.0) == ANEW:
            return self._run(job_id, request, on_event)
        raise self._death(process, job_id)

    def _started(self, job_id: str = "") -> ChildProcess:
        process = self._process
        if process is not None:
            if process.group.poll() is None:
                return process
            process.end(0)
            process.release()
        with self._lock:
            if self._closed or job_id in self._stops:
                raise Stopped
            self._process = None
            self._kill_wanted = False
        try:
            command = self._command if self._command is not None else running.command(self.role)
            process = ChildProcess(
                command, self.log_file, PRIVATE if self.role == "picture" else -1, self._cores
            )
        except OSError as error:
            raise EyeboxError(
                "engine-not-started",
                "{name} could not be started: {reason}.",
                detail=str(error),
                name=self._name,
                reason=os_reason(error),
            ) from error
        with self._lock:
            self._process = process
            if self._kill_wanted or self._closed:
                process.group.kill()
        self._greet(process, job_id)
        return process

    def _greet(self, process: ChildProcess, job_id: str) -> None:
        message = process.receive()
        if message is None:
            raise self._death(process, job_id)
        try:
            hello = unpack(message)
        except ValueError:
            hello = None
        if not isinstance(hello, Hello) or hello.version != VERSION:
            process.group.kill()
            raise EyeboxError(
                "engine-other-version",
                "{name} belongs to another version of Eyebox; install Eyebox again.",
                detail=str(message),
                name=self._name,
            )

    def _death(self, process: ChildProcess, job_id: str) -> Exception:
        """What to raise for a process that ended by itself, or was made to."""
        code = process.end(1.0)
        with self._lock:
            if self._closed or job_id in self._stops or (not job_id and self._kill_wanted):
                return Stopped()
        how = _exit_words(code)
        tail = process.log_tail(self.log_file)
        if self.role == "picture" and (code == -SIGABRT or _OUT_OF_MEMORY.search(tail)):
            return EyeboxError(
                "picture-memory",
                "There is not enough memory to open this picture; close other programs, or make it smaller.",
                detail=f"{tail}\n[{how}]".lstrip(),
            )
        if code == TOO_SLOW:
            return EyeboxError(
                "document-slow-page",
                "This page takes too long to be taken in; save it as a picture in another program first.",
            )
        if code == FRAME_TOO_SLOW:
            return EyeboxError(
                "video-slow",
                "This video takes too long to be decoded; save it in another program as MP4 (H.264) first.",
            )
        if code == CARD_FAILED:
            return EyeboxError(
                "card-failed",
                "The graphics card reported an error, and what was loaded on it is gone; try again. The doctor in the Help menu "
                "(`eyebox doctor`) tells whether the card works.",
                detail=tail,
            )
        return EyeboxError(
            "engine-ended",
            "{name} ended unexpectedly ({how}); try again.",
            detail=f"{tail}\n[{how}]".lstrip(),
            name=self._name,
            how=how,
        )

    @property
    def _name(self) -> str:
        return _NAMES.get(self.role) or Sentence("other-engine", "The engine {role}", role=self.role)


def _exit_words(code: int) -> str:
    if code >= 0:
        return Sentence("exit-code", "exit code {code}", code=code)
    from signal import Signals

    try:
        name = Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    if name == "SIGKILL":
        return Sentence("killed-for-memory", "killed by {signal}, often because memory ran out", signal=name)
    return Sentence("killed", "killed by {signal}", signal=name)
