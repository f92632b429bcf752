"""A capture asked of the running program, which answers a key press before a new process could show anything.

Nothing but `os`, `sys` and a socket is imported: `_socket` itself, since `socket` takes three times as long.
"""

from __future__ import annotations

import os
import sys

from eyebox.meeting import data_folder, private_folders, socket_name

PATIENCE_S = 3.0
"""How long the running program may take to say that it has the request."""
INTERRUPTED = 130


def ask_running(options: list[str]) -> int | None:
    """Asks the running program for a capture with these options of the command line; returns the exit status.

    None where none runs, or it does not know such options: the start then goes on by itself. With `--read` the text
    that was read is printed.
    """
    link = None if "--check" in options else connected()
    if link is None:
        return None
    words = ", ".join(map(_quoted, options))
    token = _quoted(os.environ.get("XDG_ACTIVATION_TOKEN", ""))
    try:
        _send(link, f'{{"capture": [{words}], "token": {token}}}\n'.encode())
        kind, _, size = _line(link).partition(b" ")
        if kind == b"error":
            os.write(2, b"eyebox: " + _exactly(link, int(size)) + b"\n")
            return 1
        if kind != b"ok":
            return None
        if "--read" not in options:
            return 0
        _be_patient(link)
        kind, _, size = _line(link).partition(b" ")
        if kind != b"text":
            return INTERRUPTED if kind == b"none" else 1
        os.write(1, _exactly(link, int(size)))
        return 0
    except OSError:
        return None
    finally:
        link.close()


def open_in_running(paths: list[str]) -> bool:
    """Has the running program open files; False where none runs, or it does not answer."""
    link = connected()
    if link is None:
        return False
    try:
        _send(link, f'{{"open": [{", ".join(map(_quoted, paths))}]}}\n'.encode())
        return _line(link) == b"ok"
    except OSError:
        return False
    finally:
        link.close()


if sys.platform == "win32":
    import io

    def connected(name: str = "") -> io.FileIO | None:
        """The pipe of this name, or of the running program, waited for while others use it; None where there is none."""
        import ctypes
        import time

        name = "\\\\.\\pipe\\" + (name or socket_name(data_folder()))
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                link = io.FileIO(name, "r+b")
            except FileNotFoundError:
                return None
            except OSError:  # all of its instances are busy
                time.sleep(0.02)
            else:
                ctypes.windll.user32.AllowSetForegroundWindow(-1)
                return link
        return None

    def _send(link: io.FileIO, data: bytes) -> None:
        link.write(data)

    def _some(link: io.FileIO, most: int) -> bytes:
        return link.read(most) or b""

    def _be_patient(_link: io.FileIO) -> None:
        pass

else:
    import _socket

    def connected(name: str = "") -> _socket.socket | None:
        """The socket of this name, or of the running program, of this user; None where there is none."""
        name = name or socket_name(data_folder())
        for folder in private_folders():
            link = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
            link.settimeout(PATIENCE_S)
            try:
                link.connect(folder + "/" + name)
                if sys.platform == "linux":
                    # struct ucred: process, user and group, an int each
                    who = link.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, 12)
                    if int.from_bytes(who[4:8], sys.byteorder) != os.geteuid():
                        link.close()
                        continue
                return link
            except OSError:
                link.close()
        return None

    def _send(link: _socket.socket, data: bytes) -> None:
        link.sendall(data)

    def _some(link: _socket.socket, most: int) -> bytes:
        return link.recv(most)

    def _be_patient(link: _socket.socket) -> None:
        """Waits for as long as a user takes to choose a region."""
        link.settimeout(None)


def _line(link: _socket.socket) -> bytes:
    found = b""
    while not found.endswith(b"\n"):
        part = _some(link, 1)
        if not part:
            raise ConnectionError
        found += part
    return found[:-1]


def _exactly(link: _socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = _some(link, size - len(found))
        if not part:
            raise ConnectionError
        found += part
    return found


def _quoted(text: str) -> str:
    """A text as JSON has it. (`json` would be the largest import of all.)"""
    shown = (
        c if " " <= c <= "~" and c not in '"\\' else "".join(f"\\u{unit:04x}" for unit in _units(c))
        for c in text
    )
    return '"' + "".join(shown) + '"'


def _units(character: str) -> list[int]:
    code = ord(character)
    if code < 0x10000:
        return [code]
    return [0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code - 0x10000 & 0x3FF)]
