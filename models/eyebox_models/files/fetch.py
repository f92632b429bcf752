"""One file of a hub into a stable `.part`: resumed by Range and If-Range, hashed on the way, tried again when it drops."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Generator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPResponse
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from eyebox_models.files.http import Web
from eyebox_models.files.http_errors import Dropped, retry_after
from eyebox_models.files.regular_file import open_regular, read_regular
from eyebox_models.protocol.errors import EyeboxError, Stopped

if TYPE_CHECKING:
    from hashlib import _Hash

CHUNK = 1 << 18
TRIES = 6
"""Connections in a row that may bring nothing before a download gives up."""
ASKS = 4
"""How often a host is asked for a listing."""
BACKOFF = 0.5
"""Seconds before the second try; doubled for each further one, up to LONGEST."""
LONGEST = 20.0
PATIENCE = 120.0
"""The longest time in seconds that a server may ask to wait for."""

_Answer = TypeVar("_Answer")
OnBytes = Callable[[str, int], None]
"""Called with "checking" or "fetching" and a number of bytes more (negative: so many were thrown away)."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file on a hub: its path there, its size, and its `digest` by "sha256" or "git-sha1" (as git names blobs)."""

    path: str
    size: int
    algorithm: str
    digest: str
    url: str = ""


class Damaged(Exception):
    """All bytes of a file are here, and they are not the ones that the hub lists. The part is gone."""


def hasher(file: RemoteFile) -> _Hash:
    """A fresh hash of the kind that the hub gives for this file."""
    if file.algorithm == "sha256":
        return hashlib.sha256()
    return hashlib.sha1(f"blob {file.size}\0".encode(), usedforsecurity=False)


def intact(path: Path, file: RemoteFile, stop: Event, on_bytes: Callable[[int], None]) -> bool:
    """Whether a file here is the one on the hub. Raises Stopped, OSError."""
    digest = hasher(file)
    if path.stat().st_size != file.size:
        return False
    with open_regular(path) as stream:
        _read(stream, digest, stop, on_bytes)
    return digest.hexdigest() == file.digest


def fetch(file: RemoteFile, part: Path, web: Web, stop: Event, on_bytes: OnBytes) -> None:
    """Fetches what is missing of `part` and checks the whole. `on_bytes` also counts what was there already.

    Raises Damaged, Stopped, OSError, and EyeboxError with the part kept.
    """
    digest = hasher(file)
    note = part.with_name(part.name + ".json")
    part.touch()
    with part.open("r+b", buffering=0) as stream:
        if part.stat().st_size > file.size:
            stream.truncate(0)
        done = furthest = _read(stream, digest, stop, lambda count: on_bytes("checking", count))
        silent = 0
        while done < file.size:
            try:
                with closing(_stream(file, done, note, web, stop)) as pieces:
                    for data, place in pieces:
                        if place != done:
                            stream.truncate(0)
                            stream.seek(0)
                            on_bytes("fetching", -done)
                            digest, done = hasher(file), 0
                        stream.write(data)
                        digest.update(data)
                        done += len(data)
                        on_bytes("fetching", len(data))
            except Dropped as drop:
                silent = 1 if done > furthest else silent + 1
                furthest = max(furthest, done)
                if silent >= TRIES:
                    detail = f"{file.path}: {done} of {file.size} bytes"
                    if not done:
                        raise EyeboxError.of(drop.sentence, detail) from drop
                    raise EyeboxError(
                        "dropped-and-kept",
                        "{reason} What came is kept; the same download goes on from there.",
                        detail=detail,
                        reason=drop.sentence,
                    ) from drop
                pause = drop.wait if drop.wait is not None else min(LONGEST, BACKOFF * 2 ** (silent - 1))
                if stop.wait(pause):
                    raise Stopped from None
    note.unlink(missing_ok=True)
    if digest.hexdigest() != file.digest:
        part.unlink()
        raise Damaged(file.path)


def _stream(
    file: RemoteFile, done: int, note: Path, web: Web, stop: Event
) -> Generator[tuple[bytes, int], None, None]:
    """Pieces of a file from byte `done` on, or from 0 when the server insists; each with the place it belongs to.

    Raises Dropped when they end early.
    """
    headers = {"Range": f"bytes={done}-"} if done else {}
    tag = _kept_tag(note)
    if done and tag:
        headers["If-Range"] = tag
    host = web.way_to(file.url)
    place = done
    with web.get(file.url, headers, stop) as response:
        place = _begin(response, file, done, host)
        _keep_tag(note, response)
        while place < file.size and (data := response.read1(CHUNK)):
            if stop.is_set():
                raise Stopped
            data = data[: file.size - place]
            yield data, place
            place += len(data)
    if stop.is_set():
        raise Stopped
    if place < file.size:
        raise Dropped(
            "connection-broke-off",
            "The connection to {host} broke off in the middle of {file}.",
            host=host,
            file=file.path,
        )


def _begin(response: HTTPResponse, file: RemoteFile, done: int, host: str) -> int:
    """The place in the file of the first byte that comes. Raises Dropped or EyeboxError for an answer without any."""
    status = response.status
    if status == 200:
        return 0
    if status == 206:
        found = re.match(r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", ""))
        if found and int(found[1]) == done and found[2] in ("*", str(file.size)):
            return done
        raise EyeboxError(
            "wrong-part-sent",
            "{host} sent another part of {file} than it was asked for: try another mirror.",
            host=host,
            file=file.path,
        )
    check_status(status, response.headers, host, file.path)
    raise EyeboxError(
        "file-not-given",
        "{host} does not give {file} (status {status}): try again later, or another mirror.",
        host=host,
        file=file.path,
        status=status,
    )


def check_status(status: int, headers: Mapping[str, str] | Message, host: str, what: str) -> None:
    """Raises Dropped for an answer that may be better in a while, EyeboxError for a refusal."""
    if status in (408, 425, 429) or status >= 500:
        wait = retry_after(headers.get("Retry-After"))
        if wait is not None and wait > PATIENCE:
            raise EyeboxError(
                "host-busy",
                "{host} is busy and asks to come back in {minutes} minutes: try again then.",
                host=host,
                minutes=round(wait / 60),
            )
        raise Dropped(
            "host-has-a-problem",
            "{host} has a problem (status {status}): try again later.",
            wait=wait,
            host=host,
            status=status,
        )
    if status in (401, 403):
        raise EyeboxError(
            "permission-needed",
            "{host} does not give {what} without permission (status {status}): accept the model's "
            "licence there and set HF_TOKEN.",
            host=host,
            what=what,
            status=status,
        )
    if status in (404, 410):
        raise EyeboxError(
            "not-on-host",
            "{what} is not on {host} (status {status}): check the name, or try another mirror.",
            what=what,
            host=host,
            status=status,
        )


def ask_again(ask: Callable[[], _Answer], stop: Event) -> _Answer:
    """What `ask` gives; it is called again while the host is only unavailable for now. Raises EyeboxError, Stopped."""
    attempt = 0
    while True:
        if stop.is_set():
            raise Stopped
        try:
            return ask()
        except Dropped as drop:
            attempt += 1
            if attempt == ASKS or not drop.reached:
                raise EyeboxError.of(drop.sentence, drop.detail) from drop
            if stop.wait(drop.wait if drop.wait is not None else BACKOFF * 2 ** (attempt - 1)):
                raise Stopped from None


def _read(stream: BinaryIO, digest: _Hash, stop: Event, on_bytes: Callable[[int], None]) -> int:
    """Puts what a file holds into a hash; returns the number of its bytes."""
    done = 0
    while data := stream.read(CHUNK):
        if stop.is_set():
            raise Stopped
        digest.update(data)
        done += len(data)
        on_bytes(len(data))
    return done


def _kept_tag(note: Path) -> str:
    """The ETag under which the bytes of a part came; only a strong one may go into If-Range."""
    with suppress(OSError, ValueError, AttributeError):
        tag = json.loads(read_regular(note)).get("etag")
        return tag if isinstance(tag, str) and tag.startswith('"') else ""
    return ""


def _keep_tag(note: Path, response: HTTPResponse) -> None:
    if response.status == 200 or "ETag" in response.headers:
        note.write_text(json.dumps({"etag": response.headers.get("ETag", "")}), "utf-8")
