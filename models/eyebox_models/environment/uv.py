"""The installer uv as a child process: without settings of the user, without connections unless one is meant."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from subprocess import TimeoutExpired
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from eyebox_models.environment.place import Place
from eyebox_models.environment.running import foreign, systems_libraries
from eyebox_models.offline.guard import record_program
from eyebox_models.offline.seccomp import started_without_network
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped, os_reason

if TYPE_CHECKING:
    from subprocess import Popen

LOOK = 0.1
"""Seconds between two looks at a stop."""
TAIL = 8_000
"""Bytes of what a child says that are kept as the detail of a failure."""


class Failed(Exception):
    """A child ended with a failure; the text is what it said."""


class Uv:
    """uv for one place. `proxy` is for the steps that connect; "" leaves it to the environment."""

    def __init__(self, program: Path, place: Place, stop: Event, proxy: str = "") -> None:
        self.program = program
        self._place = place
        self._stop = stop
        self._proxy = proxy

    def run(self, *arguments: str, hosts: Sequence[str] = (), downloads: bool = False) -> str:
        """Runs one command of uv and returns what it printed. Raises Failed, Stopped, EyeboxError.

        With `hosts`, which it was asked to connect to, it may connect; `downloads` lets it fetch a Python as well.
        """
        values = {
            "UV_NO_CONFIG": "1",
            "UV_NO_PROGRESS": "1",
            "UV_NO_ENV_FILE": "1",
            "UV_SYSTEM_CERTS": "1",
            "UV_CACHE_DIR": str(self._place.cache),
            "UV_PYTHON_INSTALL_DIR": str(self._place.pythons),
            "UV_PYTHON_DOWNLOADS": "manual" if downloads else "never",
            **({} if hosts else {"UV_OFFLINE": "1"}),
        }
        if hosts and self._proxy:
            for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
                values |= {name: self._proxy, name.lower(): self._proxy}
            values |= {"NO_PROXY": "", "no_proxy": ""}
        for host in hosts:
            record_program("uv", host, 443, Sentence("engine-asked", "The model engine was to be added."))
        return run([str(self.program), *arguments], self._stop, values, connects=bool(hosts))


def run(
    command: Sequence[str],
    stop: Event,
    values: dict[str, str],
    limit: float | None = None,
    *,
    connects: bool = False,
) -> str:
    """Runs a program that is not ours and returns what it printed; it is killed at a stop, and after `limit` seconds.

    Unless it `connects`, it can't, where the kernel sees to that. Raises Failed, Stopped, EyeboxError (it can't be started).
    """
    import subprocess

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:

        def start() -> Popen[bytes]:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env={**foreign(os.environ), **values},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

        try:
            with systems_libraries(list(command)):
                child = start() if connects else started_without_network(start)
        except OSError as error:
            raise EyeboxError(
                "uv-not-started",
                "{program} could not be started ({reason}): add the model engine again.",
                detail=str(error),
                program=command[0],
                reason=os_reason(error),
            ) from error
        try:
            code = _wait(child, stop, limit)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
        out.seek(0)
        err.seek(0, 2)
        err.seek(max(0, err.tell() - TAIL))
        said = err.read().decode("utf-8", "replace").strip()
        if code is None:
            raise Failed(f"{said}\nnothing came within {limit} seconds".strip())
        if code:
            raise Failed(said or f"exit code {code}")
        return out.read().decode("utf-8", "replace")


def _wait(child: Popen[bytes], stop: Event, limit: float | None) -> int | None:
    """Its exit code; None when the time is over. Raises Stopped."""
    begun = monotonic()
    while True:
        if stop.is_set():
            raise Stopped
        try:
            return child.wait(LOOK)
        except TimeoutExpired:
            if limit is not None and monotonic() - begun > limit:
                return None


def brief(said: str) -> str:
    """The line of a failure that says most, for a sentence."""
    lines = [
        line.strip().removeprefix("error:").strip(" ×│╰├─▶") for line in said.splitlines() if line.strip()
    ]
    causes = [line.removeprefix("cause:").strip() for line in lines if line.startswith("cause:")]
    chosen = (causes or lines or ["no reason was given"])[-1 if causes else 0]
    return chosen[:300].rstrip(".")
