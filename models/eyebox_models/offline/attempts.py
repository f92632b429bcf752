"""The record of what was tried to be reached: one line of JSON each in a private file, which several processes add to."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, get_args

from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.wire import pack, unpack

LARGEST = 250_000
"""Bytes of the file above which it becomes the older one, in that one's place: so many are kept at least, twice at most."""
LONGEST = 255
"""Characters of a host's name that are kept; so a line stays short enough to be added in one piece."""
Kind = Literal["connect", "look-up", "send", "listen", "socket", "program"]
"""`connect` to an address, `look-up` of a name, `send` without a connection, `listen` for others; `socket`: one was asked for,
nobody knows to reach whom; `program`: another program was started, which may reach out."""

_KINDS = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt. `time` is in seconds since 1970, `process` what it is for ("reader", "download", "window")."""

    time: float
    process: str
    pid: int
    kind: Kind
    host: str
    address: str
    port: int
    allowed: bool
    reason: Sentence

    @property
    def is_connection(self) -> bool:
        """Whether something may have left this machine."""
        return self.allowed and self.kind in ("connect", "send", "program")

    @property
    def target(self) -> str:
        """Who was to be reached: "huggingface.co (18.1.2.3):443"; "" where that is not known."""
        if self.kind == "program":
            return self.host or self.address
        host = self.host or self.address
        beside = f" ({self.address})" if self.host and self.address else ""
        return f"{host}{beside}:{self.port}" if self.port else f"{host}{beside}"

    def as_json(self) -> dict[str, Any]:
        """For programs, with the reason in English."""
        return {
            "time": self.time, "process": self.process, "pid": self.pid, "kind": self.kind, "host": self.host,
            "address": self.address, "port": self.port, "allowed": self.allowed, "reason": str(self.reason),
        }  # fmt: skip


def attempts_file() -> Path:
    """The file of this user."""
    return own_folder("data") / "connections.jsonl"


def _older(file: Path) -> Path:
    return file.with_suffix(".older.jsonl")


def record(
    process: str, kind: Kind, host: str, address: str, port: int, allowed: bool, reason: Sentence
) -> None:
    """Adds an attempt at once. That it can't be kept stops nobody: what is refused is refused all the same."""
    made = {
        "time": round(time.time(), 3), "process": process, "pid": os.getpid(), "kind": kind, "host": host[:LONGEST],
        "address": address[:LONGEST], "port": port, "allowed": allowed, "reason": pack(reason),
    }  # fmt: skip
    line = json.dumps(made).encode("ascii") + b"\n"
    file = attempts_file()
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = (
            os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        )
        descriptor = os.open(file, flags, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            if size and sys.platform != "win32" and os.pread(descriptor, 1, size - 1) != b"\n":
                line = b"\n" + line  # behind one that a full disk cut
            os.write(descriptor, line)
            if size > LARGEST:
                _turn_over(descriptor, file)
        finally:
            os.close(descriptor)


def _turn_over(descriptor: int, file: Path) -> None:
    """Makes a file that is full the older one, unless another process has just done so."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if not os.path.samestat(os.fstat(descriptor), file.lstat()):
            return
    file.replace(_older(file))


def attempts(since: float = 0.0) -> list[Attempt]:
    """All that are kept, or those from a moment on, the oldest first. What is no attempt is passed over."""
    file = attempts_file()
    return [one for path in (_older(file), file) for one in _in(path) if one.time >= since]


class News:
    """What is added to the record from now on."""

    def __init__(self) -> None:
        self._at = self._end()

    def take(self) -> list[Attempt]:
        """All since the last call, the oldest first. Costs nothing where nothing was added."""
        before, self._at = self._at, self._end()
        if self._at == before:
            return []
        if self._at[0] == before[0]:
            return list(_in(attempts_file(), before[1]))
        older = _older(attempts_file())
        with suppress(OSError):
            if older.stat().st_ino == before[0]:
                return [*_in(older, before[1]), *_in(attempts_file())]
        return list(_in(attempts_file()))

    @staticmethod
    def _end() -> tuple[int, int]:
        """Which file it is, and its bytes."""
        try:
            status = attempts_file().stat()
        except OSError:
            return 0, 0
        return status.st_ino, status.st_size


def forget() -> None:
    """Deletes the record. Raises OSError."""
    file = attempts_file()
    for path in (_older(file), file):
        path.unlink(missing_ok=True)


def _in(path: Path, begin: int = 0) -> Iterator[Attempt]:
    try:
        if not path.is_file() or path.stat().st_size > 4 * LARGEST:
            return
        with path.open("rb") as file:
            file.seek(begin)
            lines = file.read().splitlines()
    except OSError:
        return
    reasons: dict[str, Sentence] = {}
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, RecursionError, AttributeError):
            found = json.loads(line)
            packed = json.dumps(found["reason"])
            reason = reasons.get(packed) or unpack(found["reason"])
            if not isinstance(reason, Sentence) or found["kind"] not in _KINDS:
                continue
            reasons[packed] = reason
            yield Attempt(
                float(found["time"]), str(found["process"]), int(found["pid"]), found["kind"], str(found["host"]),
                str(found["address"]), int(found["port"]), found["allowed"] is True, reason,
            )  # fmt: skip
