"""`eyebox serve` as a process of its own, and a client of it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PATIENCE = 240


class ApiProcess:
    """A server that runs with the tests' home."""

    def __init__(self, *options: str, home: Path | None = None) -> None:
        """Starts it, and waits until it listens."""
        values = {**os.environ, **({} if home is None else {"EYEBOX_HOME": str(home)})}
        command = [sys.executable, "-m", "eyebox", "serve", "--json", "--port", "0", *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=values
        )
        self._ended: tuple[int, str] | None = None
        assert self.process.stdout is not None
        said = json.loads(self.process.stdout.readline())
        self.url, self.token = said["url"], said["token"]
        self.port = urlsplit(self.url).port or 0

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def ask(
        self, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> http.client.HTTPResponse:
        """Sends a request on a connection of its own; `body` is JSON, None for GET. The answer is not read yet."""
        link = self.connection()
        given = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Connection": "close",
            **(headers or {}),
        }
        data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        link.request("GET" if data is None else "POST", path, data, given)
        return link.getresponse()

    def json(self, path: str, body: Any = None) -> tuple[int, Any]:
        """The status and the JSON of the answer to a request."""
        with self.ask(path, body) as response:
            return response.status, json.loads(response.read())

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Ends it by a signal; its exit status and what it said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.wait()

    def wait(self) -> tuple[int, str]:
        """Its exit status and what it said on stderr, once it has ended."""
        if self._ended is None:
            _out, said = self.process.communicate(timeout=PATIENCE)
            self._ended = self.process.returncode, said
        return self._ended


@contextmanager
def serving(*options: str, home: Path | None = None) -> Iterator[ApiProcess]:
    """A server for as long as the context is entered."""
    api = ApiProcess(*options, home=home)
    try:
        yield api
    finally:
        api.stop()


def in_background(work: Callable[[], Any]) -> Future[Any]:
    """Does something on another thread, while the window's event loop runs."""
    pool = ThreadPoolExecutor(1)
    found = pool.submit(work)
    pool.shutdown(wait=False)
    return found


def events_of(response: http.client.HTTPResponse) -> Iterator[Any]:
    """The events of a stream as they come; the last one is "[DONE]" where it is whole."""
    while line := response.readline():
        if line.startswith(b"data: "):
            data = line[6:].strip()
            yield "[DONE]" if data == b"[DONE]" else json.loads(data)


def question(text: str, *urls: str, model: str | None = None, **fields: Any) -> dict[str, Any]:
    """A chat of one turn."""
    parts = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    chat = {"messages": [{"role": "user", "content": [*parts, {"type": "text", "text": text}]}], **fields}
    return chat if model is None else {"model": model, **chat}
