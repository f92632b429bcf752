"""The program's side of the local API: what its process asks goes into the lanes, and what comes of it goes back.

The process sends lines of JSON over the program's local socket: `{"job": id, "request": .., "title": ".."}` and
`{"stop": id}`. Each job brings lines `{"job": id, "event": ..}`, the last event being its End.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from eyebox.folders import Folders
from eyebox.jobs.background import Background
from eyebox.jobs.job import JobHandle
from eyebox.jobs.lane import Lane
from eyebox.meeting import private_folder
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import BoxFound, End, Note, Progress, TextDelta
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.picture_requests import Read
from eyebox_models.protocol.requests import Answering, ListModels, Load, Request
from eyebox_models.protocol.wire import pack, unpack

LONGEST_LINE = 64 << 20
"""Bytes of a request, and of what waits until the process reads it."""
PATIENCE_MS = 30_000
"""How long lanes without a window wait for the process that they were started for."""
NOT_UNDERSTOOD = Sentence(
    "serve-other-version", "The running Eyebox does not understand this: close it and start it again."
)
"""What is said of a request of another version, as after an update while the window was open."""
_PASSED = (TextDelta, BoxFound, Note, Progress)


class Bridge(QObject):
    """Serves any number of processes, each by its link.

    Signals:
        count_changed: how many there are now.
    """

    count_changed = Signal(int)

    def __init__(self, lanes: Mapping[str, Lane], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._background = Background(self)
        self._links: list[Any] = []
        self.asked = 0
        """How many questions and readings there were."""
        self.jobs: dict[str, JobHandle] = {}
        """Those that have not ended, by the ids of their jobs."""

    def add(self, job: JobHandle) -> None:
        """Counts a job that somebody asked for."""
        self.asked += 1
        self.jobs[job.id] = job
        job.ended.connect(partial(self._on_job_ended, job.id))

    def _on_job_ended(self, job: str, _end: End) -> None:
        self.jobs.pop(job, None)

    @Slot(object)
    def take(self, link: Any) -> None:
        """Serves the process at the other end of a QLocalSocket until that ends; its jobs then end, too."""
        served = _Served(link, self._lanes, self._background, self.add)
        link.disconnected.connect(self._on_gone)
        self._links.append(link)
        self.count_changed.emit(len(self._links))
        served.read()

    @Slot()
    def _on_gone(self) -> None:
        self._links = self._open_links()
        self.count_changed.emit(len(self._links))

    def close(self) -> None:
        """Lets the processes know that nothing more is done for them."""
        self._background.wait(2000)
        for link in self._open_links():
            link.disconnectFromServer()

    def _open_links(self) -> list[Any]:
        return [link for link in self._links if isValid(link) and link.isValid()]


class _Served(QObject):
    """One process and its jobs."""

    def __init__(
        self,
        link: Any,
        lanes: Mapping[str, Lane],
        background: Background,
        count: Callable[[JobHandle], None],
    ) -> None:
        """`count` takes each job that is to be seen."""
        super().__init__(link)
        self._link = link
        self._count = count
        self._lanes = lanes
        self._background = background
        self._jobs: dict[str, JobHandle] = {}
        link.readyRead.connect(self.read)
        link.disconnected.connect(self._on_disconnected)

    @Slot()
    def read(self) -> None:
        """Takes in what has come."""
        while self._link.canReadLine():
            job = None
            try:
                message = json.loads(bytes(self._link.readLine()))
                if isinstance(job := message.get("job"), str):
                    self._begin(job, message)
                elif (handle := self._jobs.get(message.get("stop"))) is not None:
                    handle.stop()
            except (ValueError, AttributeError, TypeError, RecursionError) as error:
                print(f"server: a message was not understood: {error}", file=sys.stderr)
                if isinstance(job, str):
                    self._send(job, End("failed", NOT_UNDERSTOOD))
        if self._link.bytesAvailable() > LONGEST_LINE:
            self._link.abort()

    def _begin(self, job: str, message: dict[str, Any]) -> None:
        request = unpack(message.get("request"))
        if job in self._jobs:
            raise ValueError(f"there is a job {job} already")
        about = str(message.get("title") or "") or self.tr("Read a picture")
        title = self.tr("API: %1").replace("%1", about)
        quiet = not isinstance(request, Answering | Read)
        handle = self._lanes[_lane_of(request)].submit(request, title, quiet=quiet)
        self._jobs[job] = handle
        if not quiet:
            self._count(handle)
        handle.happened.connect(partial(self._on_event, job))
        handle.ended.connect(partial(self._on_ended, job))

    def _on_event(self, job: str, event: object) -> None:
        if isinstance(event, _PASSED):
            self._send(job, event)

    def _on_ended(self, job: str, end: End) -> None:
        self._jobs.pop(job, None)
        if isinstance(end.result, Page):  # thousands of words
            self._background.run(
                partial(_packed, job, end),
                self._write,
                lambda error: self._send(job, End("failed", error.sentence)),
            )
        else:
            self._send(job, end)

    def _send(self, job: str, event: object) -> None:
        self._write(_packed(job, event))

    def _write(self, line: bytes) -> None:
        if not isValid(self._link) or not self._link.isOpen():
            return
        if self._link.bytesToWrite() > LONGEST_LINE:
            self._link.abort()
        else:
            self._link.write(line)

    @Slot()
    def _on_disconnected(self) -> None:
        for handle in list(self._jobs.values()):
            handle.stop()


def _packed(job: str, event: object) -> bytes:
    return json.dumps({"job": job, "event": pack(event)}).encode("ascii") + b"\n"


def _lane_of(request: Request) -> str:
    """The lane that does a request. Raises ValueError for what the process may not ask."""
    match request:
        case Answering(ask):
            return ask.model.engine
        case Read():
            return "reader"
        case Load():
            return "model"
        case ListModels():
            return "library"
    raise ValueError(f"not for the API: {type(request).__name__}")


def serve_without_window(name: str) -> int:
    """Lanes for the process that started this one, as long as it is connected to the socket of this name; no program
    ran. Sessions stay untouched, so that a window may be opened meanwhile. Returns the exit status."""
    from PySide6.QtNetwork import QLocalServer

    application = QCoreApplication([])
    folders = Folders.of_user()
    folders.make()
    roles = ("reader", "model", "library", "endpoint")
    lanes = {role: Lane(role, folders.log / f"serve-{role}.log") for role in roles}
    bridge = Bridge(lanes)
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def take() -> None:
        link = server.nextPendingConnection()
        server.close()
        link.disconnected.connect(application.quit)
        bridge.take(link)

    server.newConnection.connect(take)
    if not server.listen(name if sys.platform == "win32" else f"{private_folder()}/{name}"):
        raise EyeboxError(
            "serve-socket-not-made",
            "The local API can't reach its engines: no socket can be made. Set XDG_RUNTIME_DIR to a folder that only you "
            "may open, and start again.",
            detail=server.errorString(),
        )  # fmt: skip
    lanes["reader"].start_engine()
    QTimer.singleShot(PATIENCE_MS, lambda: application.quit() if server.isListening() else None)
    application.exec()
    for lane in lanes.values():
        lane.close()
    bridge.close()
    return 0
