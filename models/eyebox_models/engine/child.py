"""A child process with its pipes and its log: messages go to it and come from it, one JSON object a line."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from eyebox_models.engine.process_group import ProcessGroup, apart
from eyebox_models.environment import running

LOG_LIMIT = 1_000_000
"""Bytes of a log file above which the next start empties it."""
TAIL = 4_000
"""Bytes of the log that become the detail of a failure."""
LARGE_PAGES = ("model", "train")
"""Roles whose engines multiply large tensors."""


def heap_variables(environ: Mapping[str, str], role: str) -> dict[str, str]:
    """What glibc is told beside `environ`: one heap for all threads, which would each keep their own for ever.

    Engines that multiply large tensors ask for large pages: where the system gives those on request only, the processor
    finds what models are made of without looking up every 4 KB. Of these glibc keeps no small blocks apart: torch aligns
    tensors, what that cuts off stays beside each, and while it is kept apart the place of a tensor that was freed is too
    small for another one of its size. An answer's heap was more than twice what was in use.
    """
    variables = {"MALLOC_ARENA_MAX": "1"}
    if role in LARGE_PAGES:
        tunables = ("glibc.malloc.hugetlb=1", "glibc.malloc.tcache_count=0", "glibc.malloc.mxfast=0")
        variables["GLIBC_TUNABLES"] = ":".join(filter(None, (*tunables, environ.get("GLIBC_TUNABLES", ""))))
    return variables


class ChildProcess:
    """One process with its pipes. A thread of its own writes, so that nobody ever waits for a full pipe."""

    def __init__(self, command: list[str], log_file: Path, umask: int, cores: int = 0) -> None:
        import subprocess

        from eyebox_models.files.system_memory import CORES

        log, self._log_start = _open_log(log_file)
        variables = running.variables(command)
        try:
            with running.systems_libraries(command):
                popen = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log if log is not None else subprocess.DEVNULL,
                    env={
                        **variables,
                        **heap_variables(variables, command[-1]),
                        **({CORES: str(cores)} if cores else {}),
                    },
                    close_fds=True,
                    umask=umask,
                    **apart(),
                )
        finally:
            if log is not None:
                log.close()
        self.group = ProcessGroup(popen)
        assert popen.stdin is not None and popen.stdout is not None
        self._stdin, self._stdout = popen.stdin, popen.stdout
        self._outgoing: SimpleQueue[bytes | None] = SimpleQueue()
        self._writer = Thread(target=self._write, name="engine-writer", daemon=True)
        self._writer.start()

    def send(self, message: dict[str, Any]) -> None:
        """Queues a message. JSON in pure ASCII carries any path, also one that is not valid UTF-8."""
        self._outgoing.put(json.dumps(message).encode("ascii") + b"\n")

    def hang_up(self) -> None:
        """Closes the engine's input once everything is written."""
        self._outgoing.put(None)

    def receive(self) -> dict[str, Any] | None:
        """The next message, passing over what is none; None when the process has closed its end."""
        while line := self._stdout.readline():
            with suppress(ValueError, RecursionError):
                message = json.loads(line)
                if isinstance(message, dict):
                    return message
        return None

    def end(self, timeout: float) -> int:
        """Closes the engine's input, which ends it, or kills it after `timeout` seconds; returns its exit code."""
        self.hang_up()
        return self.group.wait(timeout)

    def release(self) -> None:
        """Closes the thread and the pipe of a process that has ended; nobody may be in `receive`."""
        self._writer.join(1.0)
        self._stdout.close()

    def log_tail(self, log_file: Path) -> str:
        """The last lines that this process wrote to its log."""
        try:
            with log_file.open("rb") as log:
                size = log.seek(0, 2)
                start = self._log_start if self._log_start <= size else 0
                log.seek(max(start, size - TAIL))
                return log.read(TAIL).decode("utf-8", "replace").strip()
        except OSError:
            return ""

    def _write(self) -> None:
        with suppress(OSError), self._stdin as pipe:
            while (line := self._outgoing.get()) is not None:
                pipe.write(line)
                pipe.flush()


def _open_log(log_file: Path) -> tuple[IO[bytes] | None, int]:
    """The log to write to and its length so far; none where it cannot be written, which must stop nobody."""
    try:
        log_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if log_file.exists() and log_file.stat().st_size > LOG_LIMIT:
            log_file.write_bytes(b"")
        log = os.fdopen(os.open(log_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")
    except OSError:
        return None, 0
    return log, log.tell()
