"""One running program per user and data folder: a second start hands its request to the first."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from eyebox.meeting import private_folder, private_folders, socket_name
from eyebox.running import LOCK
from eyebox_models.files.atomic_write import file_lock
from eyebox_models.protocol.errors import EyeboxError

HAND_OVER_MS = 5000


class CaptureAsked(QObject):
    """A capture that a later start asked for and waits for (`eyebox.asking` is its other side).

    `words` are its options as on the command line. Answered exactly once: refused, failed, or accepted and then, where
    `--read` is among them, given the text.
    """

    def __init__(self, words: Sequence[str], link: Any) -> None:
        super().__init__(link)
        self.words = list(words)
        self._link = link

    def accept(self) -> None:
        """Says that it begins."""
        self._send(b"ok\n")

    def refuse(self) -> None:
        """Says that these are no options: the later start then says what is wrong with them."""
        self._send(b"no\n")

    def fail(self, sentence: str) -> None:
        """Says why it does not begin."""
        data = sentence.encode("utf-8", "replace")
        self._send(b"error %d\n%s" % (len(data), data))

    def give(self, text: str | None) -> None:
        """Gives the text that was read, None where no region was chosen."""
        data = (text or "").encode("utf-8", "replace")
        self._send(b"none\n" if text is None else b"text %d\n%s" % (len(data), data))

    def _send(self, data: bytes) -> None:
        if isValid(self._link) and self._link.isOpen():  # else the later start has ended meanwhile
            self._link.write(data)
            self._link.flush()


class Single(QObject):
    """Signals:
    requested: the JSON object that a later start sent: `{"open": [paths]}`.
    capture_asked: a CaptureAsked.
    server_came: the QLocalSocket of a process that serves the local API, which whoever takes it reads from now on.
    """

    requested = Signal(object)
    capture_asked = Signal(object)
    server_came = Signal(object)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._name = socket_name(str(data))
        self._lock = data / LOCK
        self._held = ExitStack()
        self._is_first = False
        self._server: Any = None

    def is_first(self) -> bool:
        """Takes the place of the running program if it is free (also after a crash of the last one).

        Raises EyeboxError where the data folder can't be written.
        """
        try:
            self._is_first = self._held.enter_context(file_lock(self._lock))
            if self._is_first and sys.platform != "win32":  # there nobody may read what is held
                self._lock.write_text(f"{os.getpid()}\n")
        except (EyeboxError, OSError) as error:
            raise EyeboxError(
                "data-folder-unwritable",
                "Eyebox can't write to {folder}: change its permissions, free some space, or set EYEBOX_HOME "
                "to a folder of your own.",
                folder=self._data,
            ) from error
        return self._is_first

    def listen(self) -> None:
        """Starts to take later starts' requests; only this user may connect. Raises EyeboxError when it can't."""
        from PySide6.QtNetwork import QLocalServer

        address = self._name if sys.platform == "win32" else f"{private_folder()}/{self._name}"
        QLocalServer.removeServer(address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(address):
            raise EyeboxError(
                "socket-not-made",
                "Files opened with a second start can't reach this window: no socket can be made at "
                "{address}. Set XDG_RUNTIME_DIR to a folder that only you may open, and start again.",
                detail=self._server.errorString(),
                address=address,
            )

    def hand_over(self, request: dict[str, Any]) -> None:
        """Sends a request to the running program. Raises EyeboxError when it does not take it, or is not this user's."""
        from PySide6.QtCore import QDeadlineTimer, QThread
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(HAND_OVER_MS)
        while not deadline.hasExpired():
            for address in self._addresses():
                link = QLocalSocket()
                link.connectToServer(address)
                if not link.waitForConnected(500):
                    continue
                if not _is_this_user(int(link.socketDescriptor())):
                    raise EyeboxError(
                        "socket-of-another-user",
                        "Another user's program answers at {address} in place of Eyebox; nothing was sent to it. "
                        "Open the files in Eyebox's window.",
                        address=address,
                    )
                link.write(json.dumps(request).encode() + b"\n")
                link.waitForBytesWritten(1000)
                taken = link.waitForReadyRead(2000)
                link.disconnectFromServer()
                if taken:
                    return
                raise self._silent()
            QThread.msleep(50)
        raise self._silent()

    def release(self) -> None:
        """Gives the place free."""
        if self._server is not None:
            self._server.close()
        if self._is_first:
            with suppress(OSError):
                self._lock.write_bytes(b"")
        self._held.close()

    def _addresses(self) -> tuple[str, ...]:
        if sys.platform == "win32":
            return (self._name,)
        return tuple(f"{folder}/{self._name}" for folder in private_folders())

    def _silent(self) -> EyeboxError:
        try:
            process = self._lock.read_text("ascii", "replace").strip()
        except OSError:  # Windows: held
            process = "?"
        return EyeboxError(
            "running-without-answer",
            "Eyebox is already running (process {process}) but does not answer: open the files in its "
            "window. Where there is none, end that process and start again.",
            process=process,
        )

    @Slot()
    def _on_connection(self) -> None:
        link = self._server.nextPendingConnection()
        link.readyRead.connect(self._on_request)
        link.disconnected.connect(link.deleteLater)

    @Slot()
    def _on_request(self) -> None:
        link: Any = self.sender()
        while link.canReadLine():
            try:
                request = json.loads(bytes(link.readLine()).decode())
            except ValueError:
                continue
            if not isinstance(request, dict):
                continue
            if isinstance(token := request.get("token"), str) and token:
                os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there for the next window
            if request.get("serve") is True:
                link.readyRead.disconnect(self._on_request)
                link.write(b"serving\n")
                self.server_came.emit(link)
                return
            words = request.get("capture")
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                self.capture_asked.emit(CaptureAsked(words, link))
            else:
                link.write(b"ok\n")
                link.flush()
                self.requested.emit(request)


def _is_this_user(descriptor: int) -> bool:
    """Whether the program at the other end of a socket is this user's; True where the system can't tell."""
    if sys.platform != "linux":
        return True
    import socket
    import struct

    with socket.socket(fileno=os.dup(descriptor)) as link:
        _process, user, _group = struct.unpack(
            "3i", link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        )
    return bool(user == os.geteuid())
