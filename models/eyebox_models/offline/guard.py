"""Watches every connection that Python makes in this process: what is not allowed is refused, and each attempt is recorded.

The hook can't be taken off. Native code does not pass it: where the kernel can, `close_network` holds that, too.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import Any, NoReturn

from eyebox_models.offline.attempts import Kind, attempts_file, record
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import Sentence

NEEDS_NONE = Sentence("needs-no-network", "This part of Eyebox needs no network.")
TRIED = Sentence("tried-on-purpose", "The doctor tried whether this is refused.")
NOT_ASKED = Sentence("nobody-asked", "Nobody asked for this.")
_NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
_REACHING: dict[str, Kind] = {
    "socket.connect": "connect", "socket.sendto": "send", "socket.sendmsg": "send", "socket.bind": "listen",
}  # fmt: skip
_INTERNET = ("AF_INET", "AF_INET6")


@dataclass(frozen=True, slots=True)
class _Permit:
    """What may be reached; `host` None for anybody."""

    host: str | None
    port: int
    reason: Sentence


class _Guard:
    """Of this process. `process` is its name in the record, "" as long as nothing is watched."""

    def __init__(self) -> None:
        self.process = ""
        self.refusal = NOT_ASKED
        self.closed = False
        """No permit is ever given, and no socket."""
        self.kernel = False
        self.everywhere: _Permit | None = None
        self.here = local()

    @property
    def permits(self) -> list[_Permit]:
        """Those of the calling thread."""
        found: list[_Permit] = self.here.__dict__.setdefault("permits", [])
        return found

    def permit(self, host: str, port: int | None) -> _Permit | None:
        """What allows this; `port` None where a name is looked up. Which addresses a name has is not known."""
        if self.closed:
            return None
        for one in self.permits:
            named = port is not None and one.host is not None and not _is_address(one.host)
            if port in (None, one.port) and (named or _same(one.host, host)):
                return one
        return self.everywhere

    def look(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Records an attempt to reach out, and raises PermissionError where it is not allowed."""
        if event == "socket.__new__":
            # Windows has no pair of sockets but of these
            if self.closed and sys.platform != "win32" and _is_internet(arguments[1]):
                self.refuse("socket", "", "", 0)
        elif event in _NAMES:
            self.look_up(arguments[0])
        elif (kind := _REACHING.get(event)) is not None:
            self.reach(kind, arguments[0], arguments[1])

    def look_up(self, asked: Any) -> None:
        if isinstance(asked, tuple):  # of getnameinfo
            asked = asked[0]
        host = asked.decode("ascii", "replace") if isinstance(asked, bytes) else str(asked or "")
        if not host or _is_address(host):
            return  # nobody is asked
        found = self.permit(host, None)
        if found is None:
            self.refuse("look-up", host, "", 0)
        record(self.process, "look-up", host, "", 0, True, found.reason)

    def reach(self, kind: Kind, link: Any, target: Any) -> None:
        if target is None or not _is_internet(link.family):
            return
        address, port = str(target[0]), int(target[1])
        if (kind == "listen" or (kind == "connect" and sys.platform == "win32")) and _is_own(address):
            return
        found = self.permit(address, port)
        if found is None:
            self.refuse(kind, "", address, port)
        host = found.host if found.host is not None and not _same(found.host, address) else ""
        record(self.process, kind, host, address, port, True, found.reason)

    def refuse(self, kind: Kind, host: str, address: str, port: int) -> NoReturn:
        if self.refusal is not TRIED or attempts_file().parent.exists():  # a doctor leaves nothing behind
            record(self.process, kind, host, address, port, False, self.refusal)
        raise PermissionError(errno.EPERM, f"{os.strerror(errno.EPERM)}: {self.refusal}")


_GUARD = _Guard()
_WATCHED = frozenset(("socket.__new__", *_NAMES, *_REACHING))


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    """The hook, which hears of every import and opened file, too: a look into a set for those."""
    if event in _WATCHED:
        _GUARD.look(event, arguments)


def watch(process: str, *, closed: bool = False) -> None:
    """From now on, and for good, this process reaches nobody but by `allowed`, or nobody at all where it is `closed`.

    `process` is its name in the record. Only what Python connects passes here.
    """
    first = not _GUARD.process
    _GUARD.process, _GUARD.closed = process, closed
    _GUARD.refusal = NEEDS_NONE if closed else NOT_ASKED
    if first:
        sys.addaudithook(_look)


def close(process: str) -> None:
    """From now on, and for good, this process reaches nobody; nor does what it starts, where the kernel sees to that."""
    import socket

    from eyebox_models.offline import seccomp

    socket.has_ipv6 = False  # urllib3 tries it out otherwise
    watch(process, closed=True)
    _GUARD.kernel = seccomp.close_network()


def kernel_refuses() -> bool:
    """Whether the kernel keeps this process from reaching out, too."""
    return _GUARD.kernel


@contextmanager
def trying() -> Iterator[None]:
    """While it is entered, the record says of what is refused that it was tried on purpose."""
    before, _GUARD.refusal = _GUARD.refusal, TRIED
    try:
        yield
    finally:
        _GUARD.refusal = before


@contextmanager
def allowed(host: str, port: int, reason: Sentence) -> Iterator[None]:
    """While it is entered, the calling thread may look up this host and connect to its port."""
    permit = _Permit(host, port, reason)
    _GUARD.permits.append(permit)
    try:
        yield
    finally:
        _GUARD.permits.remove(permit)


def allow_everything(reason: Sentence) -> None:
    """The user has chosen something that reaches hosts which nobody knows before; each is recorded all the same."""
    _GUARD.everywhere = _Permit(None, 0, reason)


def record_program(program: str, host: str, port: int, reason: Sentence) -> None:
    """Records that a program is started, or an address handed to one, which reaches out by itself."""
    record(_GUARD.process or program, "program", host, program, port, True, reason)


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.strip("[]").casefold() == other.casefold()


def _is_internet(family: int) -> bool:
    import socket

    return any(family == getattr(socket, name) for name in _INTERNET)


def _is_address(host: str) -> bool:
    import ipaddress

    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_own(address: str) -> bool:
    """Whether only this machine can reach it there."""
    import ipaddress

    return address == "localhost" or (_is_address(address) and ipaddress.ip_address(address).is_loopback)
