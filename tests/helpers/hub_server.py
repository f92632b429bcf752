"""A hub on this machine: model info, tree, files with ETag, Range and If-Range, a second port as its CDN, and faults.

    with HubServer({"Org/Name": {"config.json": b"..", "model.safetensors": big}}) as hub:
        ... hub.endpoint ...
        hub.served["model.safetensors"]   # [(first, last + 1), ...] of every byte range that went out

Files of LFS_FROM bytes and more are LFS files: the hub redirects to the CDN's port for them.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    import pytest

LFS_FROM = 10_000
COMMIT = "0123456789abcdef0123456789abcdef01234567"
PIECE = 1 << 16


def forget_hubs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes the hub, token and proxies of this machine out of the environment."""
    for name in (
        "HF_ENDPOINT",
        "HF_TOKEN",
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "*")


@dataclass
class Faults:
    """What goes wrong. Each is used up once it happened, but for those that say otherwise."""

    drop_after: dict[str, list[int]] = field(default_factory=dict)
    """File -> for one answer after the other, the bytes after which the connection drops."""
    wrong_byte: dict[str, int] = field(default_factory=dict)
    """File -> how many answers carry a wrong byte (in their middle)."""
    status: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    """Path of a request, or file -> the answers that come before the right one."""
    always: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    """Path of a request, or file -> the answer that always comes."""
    ignore_range: bool = False
    """Always: answers 200 with the whole file."""
    hold: dict[str, tuple[int, threading.Event]] = field(default_factory=dict)
    """File -> bytes after which the server says nothing until the event is set."""
    slow: float = 0.0
    """Always: seconds between two pieces of 64 kB."""


class HubServer:
    """A hub and its CDN, each on its own port of this machine."""

    def __init__(self, models: dict[str, dict[str, bytes]], commit: str = COMMIT, token: str = "") -> None:
        self.models = models
        self.commit = commit
        self.token = token
        self.faults = Faults()
        self.served: dict[str, list[tuple[int, int]]] = {}
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        """(method, path, headers) of every request, the hub's and the CDN's."""
        self.etag_salt = ""
        self.held = threading.Event()
        """Set when an answer is being held back."""
        self.lock = threading.Lock()
        self._closing = threading.Event()
        self._hub = _Server(("127.0.0.1", 0), lambda *a: _Handler(self, False, *a))
        self._cdn = _Server(("127.0.0.1", 0), lambda *a: _Handler(self, True, *a))
        self._threads = [
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
            for server in (self._hub, self._cdn)
        ]

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._hub.server_address[1]}"

    @property
    def cdn(self) -> str:
        return f"http://localhost:{self._cdn.server_address[1]}"

    def bytes_served(self, file: str) -> int:
        """How many bytes of a file went out in all."""
        return sum(last - first for first, last in self.served.get(file, []))

    def __enter__(self) -> HubServer:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._closing.set()
        for _count, event in self.faults.hold.values():
            event.set()
        for server in (self._hub, self._cdn):
            server.shutdown()
            server.server_close()
        for thread in self._threads:
            thread.join()

    def wait(self, seconds: float) -> None:
        self._closing.wait(seconds)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def git_oid(data: bytes) -> str:
    return hashlib.sha1(f"blob {len(data)}\0".encode() + data).hexdigest()


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, hub: HubServer, is_cdn: bool, *arguments: Any) -> None:
        self.hub = hub
        self.is_cdn = is_cdn
        super().__init__(*arguments)

    def end_headers(self) -> None:
        self.send_header("Connection", "close")
        super().end_headers()

    def log_message(self, *_arguments: Any) -> None:
        """Says nothing."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.close_connection = True
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        with self.hub.lock:
            self.hub.requests.append((self.command, path, dict(self.headers.items())))
        route = self._route(path, parse_qs(parts.query))
        if self._fault(path):
            return
        if route is None:
            self._json({"error": "Repository not found"}, 404, {"X-Error-Code": "RepoNotFound"})
            return
        route()

    def _route(self, path: str, query: dict[str, list[str]]) -> Callable[[], None] | None:
        for name, files in self.hub.models.items():
            prefix = re.escape(name)
            if re.fullmatch(rf"/api/models/{prefix}(/revision/.+)?", path):
                return lambda name=name, files=files: self._info(name, files, path)
            if re.fullmatch(rf"/api/models/{prefix}/tree/.+", path):
                return lambda files=files: self._tree(files)
            if path == f"/api/v1/models/{name}/repo/files":
                return lambda files=files: self._scope_files(files)
            if path == f"/api/v1/models/{name}/repo":
                file = query.get("FilePath", [""])[0]
                return lambda files=files, file=file: self._file(name, files, file)
            if found := re.fullmatch(rf"/{prefix}/resolve/([^/]+)/(.+)", path):
                return lambda files=files, name=name, file=found[2]: self._file(name, files, file)
        return None

    def _fault(self, path: str) -> bool:
        faults = self.hub.faults
        for key in (path, path.rpartition("/")[2]):
            waiting = faults.status.get(key)
            if waiting:
                status, headers = waiting.pop(0)
            elif key in faults.always:
                status, headers = faults.always[key]
            else:
                continue
            self._json({"error": "no"}, status, headers)
            return True
        return False

    def _info(self, name: str, files: dict[str, bytes], path: str) -> None:
        revision = path.partition("/revision/")[2]
        if revision not in ("", "main", self.hub.commit):
            self._json({"error": "Invalid rev id"}, 404, {"X-Error-Code": "RevisionNotFound"})
            return
        siblings = [{"rfilename": file} for file in files]
        self._json({"id": name, "modelId": name, "sha": self.hub.commit, "siblings": siblings, "tags": []})

    def _tree(self, files: dict[str, bytes]) -> None:
        entries: list[dict[str, Any]] = [
            {"type": "directory", "oid": "0" * 40, "size": 0, "path": folder}
            for folder in {file.rpartition("/")[0] for file in files if "/" in file}
        ]
        for file, data in files.items():
            entry: dict[str, Any] = {"type": "file", "oid": git_oid(data), "size": len(data), "path": file}
            if len(data) >= LFS_FROM:
                entry["lfs"] = {"oid": sha256(data), "size": len(data), "pointerSize": 135}
                entry["oid"] = git_oid(b"pointer")
            entries.append(entry)
        self._json(entries)

    def _scope_files(self, files: dict[str, bytes]) -> None:
        entries = [
            {"Type": "blob", "Path": file, "Name": file, "Size": len(data), "Sha256": sha256(data)}
            for file, data in files.items()
        ]
        self._json({"Code": 200, "Success": True, "Data": {"Files": entries}})

    def _file(self, name: str, files: dict[str, bytes], file: str) -> None:
        data = files.get(file)
        if data is None:
            self._json({"error": "Entry not found"}, 404, {"X-Error-Code": "EntryNotFound"})
            return
        large = len(data) >= LFS_FROM
        linked = f'"{sha256(data) if large else git_oid(data)}"'
        headers = {"X-Repo-Commit": self.hub.commit, "X-Linked-Etag": linked, "X-Linked-Size": str(len(data))}
        if not self.is_cdn:
            if self.hub.token and self.headers.get("Authorization") != f"Bearer {self.hub.token}":
                self._json({"error": "gated"}, 401, {"X-Error-Code": "GatedRepo"})
                return
            if large:
                self.send_response(302)
                for key, value in headers.items():
                    self.send_header(key, value)
                self.send_header("Location", self.hub.cdn + self.path)
                self.send_header("ETag", linked)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
        etag = f'"cdn-{self.hub.etag_salt}{sha256(data)[:16]}"' if large else linked
        self._body(file, data, etag, headers)

    def _body(self, file: str, data: bytes, etag: str, headers: dict[str, str]) -> None:
        faults = self.hub.faults
        first, last = 0, len(data)
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        condition = self.headers.get("If-Range")
        partial = bool(asked) and not faults.ignore_range and condition in (None, etag)
        if asked and partial:
            first = int(asked[1])
            last = int(asked[2]) + 1 if asked[2] else last
            if first >= len(data):
                self._json({}, 416, {"Content-Range": f"bytes */{len(data)}"})
                return
        body = bytearray(data[first:last])
        if faults.wrong_byte.get(file) and body:
            faults.wrong_byte[file] -= 1
            body[len(body) // 2] ^= 1
        self.send_response(206 if partial else 200)
        for key, value in {**headers, "ETag": etag, "Accept-Ranges": "bytes"}.items():
            self.send_header(key, value)
        if partial:
            self.send_header("Content-Range", f"bytes {first}-{last - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self._send(file, bytes(body), first)

    def _send(self, file: str, body: bytes, first: int) -> None:
        faults = self.hub.faults
        drops = faults.drop_after.get(file)
        end = min(drops.pop(0), len(body)) if drops else len(body)
        hold = faults.hold.get(file)
        record = self.hub.served.setdefault(file, [])
        place = len(record)
        record.append((first, first))
        for start in range(0, end, PIECE):
            piece = body[start : min(start + PIECE, end)]
            if hold and first + start + len(piece) > hold[0]:
                self.hub.held.set()
                hold[1].wait()
            self.wfile.write(piece)
            record[place] = (first, first + start + len(piece))
            if faults.slow:
                self.hub.wait(faults.slow)
        self.wfile.flush()

    def _json(self, value: Any, status: int = 200, headers: dict[str, str] | None = None) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        for key, content in (headers or {}).items():
            self.send_header(key, content)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
