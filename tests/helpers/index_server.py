"""A package index on this machine: the simple API as JSON, one of PyTorch as HTML, and files with Range and faults.

with IndexServer({"a-1.0-py3-none-any.whl": (data, metadata)}) as index:
    ... index.simple ... index.torch ...
    index.served["a-1.0-py3-none-any.whl"]   # [(first, last + 1), ...] of what Eyebox itself fetched
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

PIECE = 1 << 14
TORCHES = ("torch", "torchvision")


@dataclass
class Faults:
    """What goes wrong with a file. `wrong_byte` counts answers, `hold` stops after bytes until its event is set."""

    wrong_byte: dict[str, int] = field(default_factory=dict)
    hold: dict[str, tuple[int, threading.Event]] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)


class IndexServer:
    """`simple` has everything but torch and torchvision, which are on `torch`/BUILD, where no size is told."""

    def __init__(self, wheels: dict[str, tuple[bytes, bytes]]) -> None:
        self.wheels = wheels
        self.faults = Faults()
        self.served: dict[str, list[tuple[int, int]]] = {}
        self.requests: list[tuple[str, str]] = []
        """(path, user agent) of every request."""
        self.held = threading.Event()
        self._server = _Server(("127.0.0.1", 0), lambda *a: _Handler(self, *a))
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def simple(self) -> str:
        return f"{self.base}/simple"

    @property
    def torch(self) -> str:
        return f"{self.base}/whl"

    def files_of(self, package: str) -> list[str]:
        return [name for name in self.wheels if name.partition("-")[0].replace("_", "-").lower() == package]

    def __enter__(self) -> IndexServer:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        for _count, event in self.faults.hold.values():
            event.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, index: IndexServer, *arguments: Any) -> None:
        self.index = index
        super().__init__(*arguments)

    def log_message(self, *_arguments: Any) -> None:
        """Says nothing."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.index.requests.append((path, self.headers.get("User-Agent", "")))
        if found := re.fullmatch(r"/simple/([^/]+)/", path):
            self._json(found[1])
        elif found := re.fullmatch(r"/whl/[^/]+/([^/]+)/", path):
            self._html(found[1])
        elif path.startswith("/files/"):
            self._file(path.removeprefix("/files/"))
        else:
            self._answer(404, b"")

    def _json(self, package: str) -> None:
        files = [] if package in TORCHES else self.index.files_of(package)
        if not files:
            self._answer(404, b"")
            return
        entries = []
        for file in files:
            data, metadata = self.index.wheels[file]
            entries.append(
                {
                    "filename": file, "url": f"/files/{quote(file)}", "size": len(data), "yanked": False,
                    "hashes": {"sha256": hashlib.sha256(data).hexdigest()},
                    "core-metadata": {"sha256": hashlib.sha256(metadata).hexdigest()} if metadata else False,
                }
            )  # fmt: skip
        body = {"meta": {"api-version": "1.1"}, "name": package, "versions": [], "files": entries}
        self._answer(200, json.dumps(body).encode(), {"Content-Type": "application/vnd.pypi.simple.v1+json"})

    def _html(self, package: str) -> None:
        links = []
        for file in self.index.files_of(package):
            data, metadata = self.index.wheels[file]
            mark, told = hashlib.sha256(data).hexdigest(), hashlib.sha256(metadata).hexdigest()
            links.append(
                f'<a href="/files/{quote(file)}#sha256={mark}" data-core-metadata="sha256={told}">{file}</a><br>'
            )
        body = f"<!DOCTYPE html><html><body>{''.join(links)}</body></html>".encode()
        self._answer(200 if links else 404, body, {"Content-Type": "text/html"})

    def _file(self, name: str) -> None:
        if name in self.index.faults.status:
            self._answer(self.index.faults.status[name], b"")
        elif name.endswith(".metadata") and name.removesuffix(".metadata") in self.index.wheels:
            self._answer(200, self.index.wheels[name.removesuffix(".metadata")][1])
        elif name in self.index.wheels:
            self._wheel(name, self.index.wheels[name][0])
        else:
            self._answer(404, b"")

    def _wheel(self, name: str, data: bytes) -> None:
        etag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first, last = 0, len(data)
        if asked and self.headers.get("If-Range") in (None, etag):
            first, last = int(asked[1]), int(asked[2]) + 1 if asked[2] else len(data)
        self.send_response(206 if asked else 200)
        self.send_header("ETag", etag)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{last - 1}/{len(data)}")
        self.send_header("Content-Length", str(last - first))
        self.send_header("Connection", "close")
        self.end_headers()
        body = bytearray(data[first:last])
        if self.index.faults.wrong_byte.get(name) and len(body) > 1:
            self.index.faults.wrong_byte[name] -= 1
            body[len(body) // 2] ^= 1
        if self.command == "GET":
            self._send(name, bytes(body), first)

    def _send(self, name: str, body: bytes, first: int) -> None:
        hold = self.index.faults.hold.get(name) if len(body) > 1 else None
        record = self.index.served.setdefault(name, []) if len(body) > 1 else []
        record.append((first, first))
        place = len(record) - 1
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            if hold and first + start + len(piece) > hold[0]:
                self.wfile.flush()
                self.index.held.set()
                hold[1].wait()
            self.wfile.write(piece)
            record[place] = (first, first + start + len(piece))
        self.wfile.flush()

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
