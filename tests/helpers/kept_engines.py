"""Reader and picture engines that go on from test to test, for tests that are not about how engines start and end.

They are the real processes, but that readers compute nothing twice (remembering_reader). One that has nothing to do when its
owner ends it is given to the next owner that starts one alike: importing the reader's libraries and loading its networks takes
longer than most tests.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import psutil

from eyebox_models.engine.child import ChildProcess

KEPT_ROLES = ("reader", "picture")
READER = ["-P", "-m", "eyebox_models.engine", "reader"]
REMEMBERING = ["-P", str(Path(__file__).with_name("remembering_reader.py")), "reader"]
OWN = ("EYEBOX_HOME", "PYTEST_CURRENT_TEST")
"""Variables that differ from test to test, and mean nothing to these engines."""
MOST = 4
"""How many engines wait for an owner at most."""


class KeptEngines:
    """The engines that nobody uses now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._free: dict[object, tuple[ChildProcess, dict[str, Any]]] = {}

    def child(self, command: list[str], log_file: Path, umask: int, cores: int = 0) -> Any:
        """Stands in for ChildProcess."""
        if command[-1] not in KEPT_ROLES:
            return ChildProcess(command, log_file, umask, cores)
        if command[1:] == READER:
            command = [command[0], *REMEMBERING]
        variables = frozenset((name, value) for name, value in os.environ.items() if name not in OWN)
        key = *command, umask, cores, Path.cwd(), variables
        with self._lock:
            process, hello = self._free.pop(key, (None, None))
        if process is not None and process.group.poll() is not None:
            process.end(0)
            process.release()
            process = None
        if process is None:
            process, hello = ChildProcess(command, log_file, umask, cores), None
        return _Lent(process, hello, lambda hello: self._give_back(key, process, hello))

    def processes(self) -> set[int]:
        """The ids of these engines."""
        with self._lock:
            return {process.group.popen.pid for process, _hello in self._free.values()}

    def all_processes(self) -> set[int]:
        """The ids of these engines and of what they started."""
        own = self.processes()
        return {*own, *(child.pid for pid in own for child in psutil.Process(pid).children(recursive=True))}

    def threads(self) -> set[Thread]:
        with self._lock:
            return {process._writer for process, _hello in self._free.values()}

    def close(self, most: int = 0) -> None:
        """Ends the oldest, so that `most` are left."""
        with self._lock:
            ended = [self._free.pop(key)[0] for key in [*self._free][: max(0, len(self._free) - most)]]
        for process in ended:
            process.end(5.0)
            process.release()

    def _give_back(self, key: object, process: ChildProcess, hello: dict[str, Any]) -> bool:
        with self._lock:
            kept = self._free.setdefault(key, (process, hello))[0] is process
        self.close(MOST)
        return kept


KEPT = KeptEngines()


class _Lent:
    """A kept process as its owner for now knows it: to him it ends when he says so."""

    def __init__(
        self, process: ChildProcess, hello: dict[str, Any] | None, give_back: Callable[[dict[str, Any]], bool]
    ) -> None:
        self._process = process
        self._hello = hello
        self._unread = hello is not None
        self._give_back = give_back
        self._lock = Lock()
        self._jobs: set[object] = set()
        self._gone = self._ending = False
        self.popen = process.group.popen

    @property
    def group(self) -> _Lent:
        return self

    def send(self, message: dict[str, Any]) -> None:
        with self._lock:
            if self._gone:
                return
            if "job" in message:
                self._jobs.add(message["job"])
            self._process.send(message)

    def receive(self) -> dict[str, Any] | None:
        with self._lock:
            if self._gone:
                return None
            if self._unread:
                self._unread = False
                return self._hello
        message = self._process.receive()
        with self._lock:
            if message is not None and self._hello is None:
                self._hello = message
            elif message is not None and message.get("event", {}).get("is") == "End":
                self._jobs.discard(message.get("job"))
        return message

    def hang_up(self) -> None:
        if not self._left():
            self._process.hang_up()

    def end(self, timeout: float) -> int:
        return 0 if self._left() else self._process.end(timeout)

    def release(self) -> None:
        if not self._gone:
            self._process.release()

    def log_tail(self, log_file: Path) -> str:
        return self._process.log_tail(log_file)

    def poll(self) -> int | None:
        return 0 if self._gone else self._process.group.poll()

    def kill(self) -> None:
        if not self._left():
            self._process.group.kill()

    def wait(self, timeout: float) -> int:
        return 0 if self._gone else self._process.group.wait(timeout)

    def _left(self) -> bool:
        """Whether its owner has left it, now or before; one that has something to do, or has not begun yet, is to end."""
        with self._lock:
            if not self._gone and not self._ending:
                idle = self._hello is not None and not self._jobs and self._process.group.poll() is None
                self._gone = idle and self._give_back(self._hello)
                self._ending = not self._gone
            return self._gone
