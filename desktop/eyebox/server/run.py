"""The process of the local API: it listens on 127.0.0.1 and connects to nobody."""

from __future__ import annotations

import asyncio
import errno
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from threading import Thread
from time import time
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from eyebox.folders import Folders
from eyebox.heap import give_memory_back
from eyebox.server.api import Api
from eyebox.server.door import SILENCE
from eyebox_models.files.atomic_write import atomic_write, file_lock
from eyebox_models.offline.attempts import record
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.errors import EyeboxError, Sentence, os_reason
from eyebox_models.protocol.requests import Load

HOST = "127.0.0.1"
BACKLOG = 2048
FOLDER, LOCK = "api-", "lock"
"""What the folders of pictures are called, in the program's cache, and the file in them that their process holds."""
FRESH = 60.0
"""Seconds in which a new folder may not be locked yet."""
END = 5
"""Seconds for what is under way to end."""
LISTENS = Sentence("serve-listens", "The local API, which programs on this machine alone can reach.")
_CONNECTIONS: dict[Any, asyncio.Transport] = {}
"""Those that are open, by the client's address."""


class _Protocol(H11Protocol):
    """uvicorn's own, which can be dropped where a client takes in nothing more."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._address = transport.get_extra_info("peername")
        _CONNECTIONS[self._address] = transport
        asyncio.get_running_loop().call_later(SILENCE, self._leave_silent)

    def _leave_silent(self) -> None:
        """One that has not asked anything by now is closed: so nobody can take all connections by keeping still."""
        if self.cycle is None:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        _CONNECTIONS.pop(self._address, None)
        super().connection_lost(exc)


class _Server(uvicorn.Server):
    """Says that it is there, and ends answers under way before it ends itself, by SIGINT and SIGTERM alike."""

    def __init__(self, config: uvicorn.Config, api: Api, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._api = api
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._api.end()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        def leave(_number: int, _frame: FrameType | None) -> None:
            self.should_exit = True

        numbers = [signal.SIGINT, signal.SIGTERM]
        if sys.platform != "win32":
            numbers.append(signal.SIGHUP)  # the terminal is closed
        before = {number: signal.signal(number, leave) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def run(
    port: int, allowed: Sequence[Path], chosen: ModelRef | None, usual: Options, token: str,
    say: Callable[[str, str], None], *, with_parent: bool = False,
) -> int:  # fmt: skip
    """Serves until it is told to end; returns the exit status. `say` gets address and token once callers are heard.

    `port` 0 takes a free one. `with_parent`: it ends with its standard input. Raises EyeboxError where it can't listen.
    """
    _raise_limit()
    give_memory_back()
    folders = Folders.of_user()
    folders.make()
    with (
        _listening(port) as listener,
        TemporaryDirectory(prefix=FOLDER, dir=folders.cache) as folder,
        file_lock(Path(folder) / LOCK),
    ):
        _delete_left(folders.cache)
        taken = int(listener.getsockname()[1])
        record("eyebox serve", "listen", "", HOST, taken, True, LISTENS)
        api = Api(token, lambda: taken, Path(folder), allowed, chosen, usual, _drop)
        config = uvicorn.Config(
            api.app, http=_Protocol, ws="none", loop="asyncio", lifespan="off", log_config=None, log_level="critical",
            access_log=False, server_header=False, proxy_headers=False, backlog=BACKLOG, timeout_graceful_shutdown=END,
        )  # fmt: skip

        def ready() -> None:
            say(f"http://{HOST}:{taken}/v1", token)
            if chosen is not None and chosen.engine == "model":
                loading.append(asyncio.get_running_loop().create_task(_load(api, chosen, usual)))

        loading: list[asyncio.Task[None]] = []
        server = _Server(config, api, ready)
        if with_parent:
            Thread(target=_end_with_input, args=(server,), daemon=True).start()
        server.run([listener])
    return 0


def token_of(file: Path | None) -> str:
    """A new token, or the one that is kept in a file for the user alone. Raises EyeboxError where it can't be kept."""
    if file is None:
        return secrets.token_urlsafe(32)
    with suppress(OSError, UnicodeDecodeError):
        if kept := file.read_text("ascii").strip():
            file.chmod(0o600)
            return kept
    token = secrets.token_urlsafe(32)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(file, f"{token}\n", private=True)
    except OSError as error:
        raise EyeboxError(
            "token-not-kept",
            "The token can't be kept in {file}: {reason}.",
            file=file,
            reason=os_reason(error),
        ) from error
    return token


async def _load(api: Api, chosen: ModelRef, usual: Options) -> None:
    with suppress(OSError):
        end = await (await api.engines.submit(Load(chosen, usual), chosen.short_name)).end()
        if end.outcome == "failed":
            print(f"eyebox: {end.message}", file=sys.stderr, flush=True)


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two programs listen
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise EyeboxError(
                "port-taken",
                "Port {port} is taken by another program: end that one, or choose another port with --port.",
                port=port,
            ) from error
        raise EyeboxError(
            "port-refused", "Port {port} can't be listened at: {reason}.", port=port, reason=os_reason(error)
        ) from error
    return listener


def _drop(address: Any) -> None:
    transport = _CONNECTIONS.get(tuple(address or ()))
    if transport is not None:
        transport.abort()


def _end_with_input(server: uvicorn.Server) -> None:
    with suppress(OSError, ValueError):
        while sys.stdin.buffer.read(1024):
            pass
    server.should_exit = True


def _delete_left(cache: Path) -> None:
    """Deletes the pictures of servers that were killed."""
    for folder in cache.glob(f"{FOLDER}*"):
        with suppress(OSError, EyeboxError):
            if time() - folder.stat().st_mtime > FRESH:
                with file_lock(folder / LOCK) as is_left:
                    pass
                if is_left:
                    rmtree(folder, ignore_errors=True)


def _raise_limit() -> None:
    """Many connections at once need as many descriptors."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = 8192 if hard == resource.RLIM_INFINITY else min(8192, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            with suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
