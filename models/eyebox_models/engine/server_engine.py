"""The server engine: vLLM in an environment of its own, started on a port of this machine and asked by OpenAI's protocol.

It listens on 127.0.0.1 alone, with a key that is made at each start, and ends with the program that started it, whatever
happens to that: between the two stands a process that waits for the end of its input and then ends the whole group.
"""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Event, Lock
from time import monotonic

from eyebox_models.endpoints.known import Endpoint
from eyebox_models.endpoints.talk import Talk
from eyebox_models.engine.process_group import ProcessGroup, apart
from eyebox_models.environment.kinds import KINDS
from eyebox_models.environment.running import Environment, added, foreign, systems_libraries
from eyebox_models.files.http_errors import Dropped
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.cards import Served
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit

HOST = "127.0.0.1"
PATIENCE = 900.0
"""Seconds until it answers: it reads the weights, measures memory, and makes its graphs."""
PAUSE = 0.25
END = 10.0
LONGEST = 32_768
"""Tokens of a chat at most. Some models could read eight times as many, which takes more memory than most cards have."""
SHARE = 0.9
"""Of a card's memory vLLM takes so much by itself."""
CONTEXT = 1 << 30
"""Bytes that are left beside it, for what CUDA takes by itself."""
_LAST = 4000
"""Bytes of its log that are shown where it fails."""
_KEEPER = """
import os, signal, subprocess, sys, threading
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
def watch():
    sys.stdin.buffer.read()
    if hasattr(os, "killpg"):
        os.killpg(os.getpgrp(), signal.SIGKILL)
    child.kill()
    os._exit(0)
threading.Thread(target=watch, daemon=True).start()
os._exit(child.wait())
"""


def environment_of_server(home: Path | None = None) -> Environment | None:
    """The environment of the server engine, in the user's data where no `home` is given; None where it was not added."""
    return added(home if home is not None else own_folder("data") / KINDS["server"].folder)


class ServerEngine:
    """One model behind a port. `url` and `key` are what asks it; methods may be called from any thread."""

    def __init__(self, environment: Environment, log: Path) -> None:
        self._environment = environment
        self._log = log
        self._lock = Lock()
        self._group: ProcessGroup | None = None
        self.url = ""
        """The address of OpenAI's protocol there, "" while it does not run."""
        self.key = ""

    def start(self, folder: Path, name: str, stop: Event, arguments: Sequence[str] = ()) -> None:
        """Starts it with a checkpoint, served as `name`, and waits until it answers; what ran before is ended.

        `arguments` are vLLM's own. Raises EyeboxError with the end of its log, Stopped; then nothing runs.
        """
        self.close()
        port = _free_port()
        self.key = secrets.token_urlsafe(32)
        serve = [
            str(self._environment.python), "-m", "vllm.entrypoints.openai.api_server", "--model", str(folder.absolute()),
            "--served-model-name", name, "--host", HOST, "--port", str(port), *arguments,
        ]  # fmt: skip
        command = [str(self._environment.python), "-c", _KEEPER, *serve]
        values = foreign(dict(os.environ)) | {
            "VLLM_API_KEY": self.key, "VLLM_NO_USAGE_STATS": "1", "DO_NOT_TRACK": "1",
            "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "USE_HUB_KERNELS": "0",
            "VLLM_HOST_IP": HOST,  # of what its own processes say to each other
            "PYTHONSAFEPATH": "1",  # for all that it starts: no module comes from the folder that it is started in
        }  # fmt: skip
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("wb") as log, systems_libraries(command):
            popen = Popen(
                command, stdin=PIPE, stdout=log, stderr=log, env=values, cwd=self._log.parent, **apart()
            )
        with self._lock:
            self._group = ProcessGroup(popen)
        url = f"http://{HOST}:{port}/v1"
        try:
            self._wait(Talk(Endpoint("vllm", url), self.key), name, stop)
        except BaseException:
            self.close()
            raise
        self.url = url

    def runs(self) -> bool:
        """Whether the process is there."""
        with self._lock:
            return self._group is not None and self._group.poll() is None

    def close(self) -> None:
        """Ends it and all that it started."""
        with self._lock:
            group, self._group, self.url = self._group, None, ""
        if group is None:
            return
        group.kill()
        group.wait(END)
        with suppress(OSError):
            assert group.popen.stdin is not None
            group.popen.stdin.close()

    def _wait(self, talk: Talk, name: str, stop: Event) -> None:
        """Until it answers, and is ours: it takes the key and has the model."""
        until = monotonic() + PATIENCE
        while monotonic() < until:
            if not self.runs():
                raise self._failed(Sentence("server-engine-ended", "it ended"))
            with suppress(Dropped):
                try:
                    served = talk.models(stop)
                except EyeboxError:
                    served = ()
                if name in served:
                    return
                raise self._failed(Sentence("server-engine-other", "another program answers on its port"))
            if stop.wait(PAUSE):
                raise Stopped
        raise self._failed(Sentence("server-engine-silent", "it did not answer in time"))

    def _failed(self, reason: Sentence) -> EyeboxError:
        try:
            said = self._log.read_bytes()[-_LAST:].decode("utf-8", "replace")
        except OSError:
            said = ""
        return EyeboxError(
            "server-engine-failed",
            "The server engine does not run ({reason}): see the details, or use the model engine.",
            detail=said,
            reason=reason,
        )


def fitting(context: int | None, machine: Machine) -> tuple[str, ...]:
    """vLLM's arguments for a model that reads `context` tokens: it does not start where less of the card is free than it
    would take, nor where it could not hold a single chat as long as it allows."""
    found: list[str] = []
    if context is not None and context > LONGEST:
        found += ["--max-model-len", str(LONGEST)]
    card = next(iter(machine.accelerators), None)
    if card is not None and card.kind == "cuda" and card.free_bytes - CONTEXT < SHARE * card.total_bytes:
        share = max(0.1, (card.free_bytes - CONTEXT) / card.total_bytes)
        found += ["--gpu-memory-utilization", f"{int(100 * share) / 100:.2f}"]
    return tuple(found)


def serve(folder: str, emit: Emit, stop: Event) -> Served:
    """Serves a checkpoint for as long as this process is there, in place of what it served. Raises EyeboxError, Stopped."""
    from eyebox_models.families.registry import checkpoint_at, info_of

    checkpoint = checkpoint_at(Path(folder))
    info = info_of(checkpoint)
    environment = environment_of_server()
    if environment is None:
        raise EyeboxError(
            "server-engine-missing", "The server engine was not added: add it first (eyebox models engine add --server)."
        )  # fmt: skip
    emit(Progress("loading"))
    global _running
    if _running is not None:
        _running.close()
    _running = ServerEngine(environment, own_folder("cache") / "vllm.log")
    name = ModelRef(folder).short_name
    _running.start(Path(folder), name, stop, fitting(checkpoint.context_length, machine()))
    return Served(
        _running.url, _running.key, name, info.name if info is not None and info.notation is not None else ""
    )


_running: ServerEngine | None = None


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
