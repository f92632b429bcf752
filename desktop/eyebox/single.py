"""One running program per user and data folder: a second start hands its request to the first."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

HAND_OVER_MS = 5000


class Single(QObject):
    """Signals: requested, with the JSON object that a later start sent (`{"open": [paths]}` or `{"capture": true}`)."""

    requested = Signal(object)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "eyebox-" + hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:24]
        self._lock = QLockFile(str(data / "running.lock"))
        self._lock.setStaleLockTime(0)
        self._server: Any = None

    def is_first(self) -> bool:
        """Takes the place of the running program if it is free (also after a crash of the last one)."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Starts to take later starts' requests; only this user may connect."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def hand_over(self, request: dict[str, Any]) -> bool:
        """Sends a request to the running program. Returns whether it took it."""
        from PySide6.QtCore import QDeadlineTimer, QThread
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(HAND_OVER_MS)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(500):
                socket.write(json.dumps(request).encode() + b"\n")
                socket.waitForBytesWritten(1000)
                taken = socket.waitForReadyRead(2000)
                socket.disconnectFromServer()
                return bool(taken)
            QThread.msleep(50)
        return False

    def release(self) -> None:
        """Gives the place free."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(self._on_request)
        socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_request(self) -> None:
        socket: Any = self.sender()
        if not socket.canReadLine():
            return
        try:
            request = json.loads(bytes(socket.readLine()).decode())
        except ValueError:
            return
        socket.write(b"ok\n")
        socket.flush()
        if isinstance(request, dict):
            self.requested.emit(request)
