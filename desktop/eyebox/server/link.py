"""The way from the API's process to the engines: the running program, or lanes without a window where none runs."""

from __future__ import annotations

import asyncio
import json
import secrets
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from eyebox.asking import connected
from eyebox.meeting import data_folder, socket_name
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import Request
from eyebox_models.protocol.wire import pack, unpack

HIDDEN_OPTION = "--serve-lanes"
"""What the program is started with where it shall be lanes without a window."""
LONGEST_LINE = 256 << 20
PATIENCE = 30.0
"""Seconds until lanes that are started answer."""
GONE = "Eyebox was closed while it worked at this; ask again."


class Job:
    """What was asked of an engine: an iterator over its events, the last one being its End. `stop` may be called at any time."""

    def __init__(self, link: _Link) -> None:
        self.id = new_id()
        self._link = link
        self._events: asyncio.Queue[Any] = asyncio.Queue()

    def stop(self) -> None:
        self._link.send({"stop": self.id})

    def put(self, event: Any) -> None:
        """Something has come."""
        self._events.put_nowait(event)

    async def next(self, timeout: float | None = None) -> Any:
        """The next event, None where it does not come in so many seconds."""
        try:
            return await asyncio.wait_for(self._events.get(), timeout)
        except TimeoutError:
            return None

    async def __aiter__(self) -> AsyncIterator[Any]:
        while True:
            event = await self._events.get()
            yield event
            if isinstance(event, End):
                return

    async def end(self) -> End:
        """Its End; what comes before is passed over."""
        async for event in self:
            last = event
        assert isinstance(last, End)
        return last


class Engines:
    """Whoever works the jobs: found, or started, when it is needed."""

    def __init__(self) -> None:
        self._link: _Link | None = None
        self._former: list[_Link] = []
        self._opening = asyncio.Lock()
        self._closed = False

    async def submit(self, request: Request, title: str = "") -> Job:
        """Adds a job to its lane. Raises OSError where neither a program nor lanes can be reached."""
        async with self._opening:
            link = await self._current()
        return link.submit(request, title)

    def end_jobs(self, end: End) -> None:
        """Ends all jobs so, and stops them."""
        for link in (self._link, *self._former):
            if link is not None:
                link.end_jobs(end)

    async def close(self) -> None:
        """Lets go of who works the jobs; lanes without a window end then."""
        self._closed = True
        for link in (self._link, *self._former):
            if link is not None:
                await link.close()

    async def _current(self) -> _Link:
        """The program's link where a program runs, also one that was started only now."""
        if self._closed:
            raise OSError("the server ends")
        link = self._link
        if link is not None and link.is_open and link.child is None:
            return link
        found = await _open_program()
        if found is None and (link is None or not link.is_open):
            found = await _open_lanes()
        if found is not None:
            if link is not None:
                link.retire()
                self._former = [one for one in (*self._former, link) if one.is_open]
            self._link = link = found
        assert link is not None
        return link


class _Link:
    """One connection; `child` is the process of lanes that were started for it."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        child: subprocess.Popen[bytes] | None,
    ) -> None:
        self.child = child
        self.is_open = True
        self._retired = False
        self._writer = writer
        self._jobs: dict[str, Job] = {}
        self._reading = asyncio.create_task(self._read(reader))

    def submit(self, request: Request, title: str) -> Job:
        job = Job(self)
        self._jobs[job.id] = job
        self.send({"job": job.id, "request": pack(request), "title": title})
        return job

    def send(self, message: dict[str, Any]) -> None:
        if self.is_open:
            self._writer.write(json.dumps(message).encode("ascii") + b"\n")

    def end_jobs(self, end: End) -> None:
        for job in list(self._jobs.values()):
            job.stop()
            job.put(end)
        self._jobs.clear()

    def retire(self) -> None:
        """Closes once nothing runs any more."""
        self._retired = True
        if not self._jobs:
            self._writer.close()

    async def close(self) -> None:
        self.is_open = False
        self._writer.close()
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading
        if self.child is not None:
            with suppress(subprocess.TimeoutExpired):
                await asyncio.to_thread(self.child.wait, 5.0)
            if self.child.poll() is None:
                self.child.kill()
                await asyncio.to_thread(self.child.wait)

    async def _read(self, reader: asyncio.StreamReader) -> None:
        try:
            while line := await reader.readline():
                message = json.loads(line)
                job = self._jobs.get(message["job"])
                if job is None:
                    continue
                event = unpack(message["event"])
                if isinstance(event, End):
                    del self._jobs[job.id]
                job.put(event)
                if self._retired and not self._jobs:
                    break
        except (OSError, ValueError, KeyError, TypeError) as error:
            print(f"eyebox: {error!r}", file=sys.stderr)
        finally:
            self.is_open = False
            self._writer.close()
            for job in self._jobs.values():
                job.put(End("failed", GONE))
            self._jobs.clear()
            if self.child is not None:
                asyncio.get_running_loop().run_in_executor(None, self.child.wait)


async def _open_program() -> _Link | None:
    """A link to the running program; None where none runs, or it does not answer."""
    streams = await _streams(socket_name(data_folder()))
    if streams is None:
        return None
    reader, writer = streams
    writer.write(b'{"serve": true}\n')
    try:
        answer = await asyncio.wait_for(reader.readline(), 5.0)
    except (TimeoutError, OSError):
        answer = b""
    if answer != b"serving\n":
        writer.close()
        return None
    return _Link(reader, writer, None)


async def _open_lanes() -> _Link:
    """Lanes in a process of their own. Raises OSError."""
    name = f"eyebox-serve-{secrets.token_hex(8)}"
    this = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "eyebox"]
    child = subprocess.Popen(
        [*this, HIDDEN_OPTION, name], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    loop = asyncio.get_running_loop()
    until = loop.time() + PATIENCE
    while loop.time() < until and child.poll() is None:
        if (streams := await _streams(name)) is not None:
            return _Link(*streams, child)
        await asyncio.sleep(0.02)
    child.kill()
    await asyncio.to_thread(child.wait)
    raise OSError("the engines of the local API did not start")


async def _streams(name: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
    """A connection to a socket of this user; None where nobody listens there."""
    if sys.platform == "win32":
        loop: Any = asyncio.get_running_loop()
        reader = asyncio.StreamReader(LONGEST_LINE)
        protocol = asyncio.StreamReaderProtocol(reader)
        try:
            transport, _ = await loop.create_pipe_connection(lambda: protocol, rf"\\.\pipe\{name}")
        except OSError:
            return None
        return reader, asyncio.StreamWriter(transport, protocol, reader, loop)
    else:
        link = await asyncio.to_thread(connected, name)
        if link is None:
            return None
        import socket

        link.setblocking(False)
        return await asyncio.open_unix_connection(
            sock=socket.socket(fileno=link.detach()), limit=LONGEST_LINE
        )
