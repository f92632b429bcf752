"""The program: folders, settings, store, lanes and what is open. Windows come and go without it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from eyebox.examination import Examination
from eyebox.folders import Folders
from eyebox.jobs.lane import Lane
from eyebox.language import Language, translated
from eyebox.server import TOKEN_FILE
from eyebox.server.bridge import Bridge
from eyebox.server.hosted import HostedServer
from eyebox.session.opening import open_store
from eyebox.settings.schema import Settings
from eyebox.settings.store import SettingsStore
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import Load

if TYPE_CHECKING:
    from eyebox.begun import BegunEngine

LANES = {
    "picture": "picture",
    "crops": "picture",
    "reader": "reader",
    "model": "model",
    "quantize": "model",
    "library": "library",
    "download": "download",
    "packs": "library",
    "setup": "setup",
    "train": "train",
    "endpoint": "endpoint",
    "servers": "endpoint",
    "vllm": "server",
}
"""Each lane with the role of its engine. Only what is asked for starts an engine; a download, an unpacking or a quantizing
holds up no other job, nor do the crops of a review the picture that is looked at, nor a batch by servers ("servers") a question
to one."""
BACKGROUND_MS = 2000
BOXES_MS = 1000
"""So long the picture that was shown last waits for that of a file of boxes that is opened with the program."""


class Program(QObject):
    """Needs an application, and of Qt no widgets: QGuiApplication on the offscreen platform is enough.

    Signals:
        settings_changed: the Settings that count now.
        failed: a sentence about the settings' file.
        noticed: a sentence about what came to its end while nobody looks at the window; the tray says it.
        ended: everything is written and all engines have ended.
    """

    settings_changed = Signal(object)
    failed = Signal(str)
    noticed = Signal(str)
    ended = Signal()

    def __init__(
        self, folders: Folders, *, start: Sequence[str] = (), begun: BegunEngine | None = None
    ) -> None:
        """Engines of the roles in `start` begin at once; `begun` is one that did so before.

        Raises EyeboxError when nothing can be written at all.
        """
        super().__init__()
        folders.make()
        self.folders = folders
        self.lanes = {
            name: Lane(
                role, folders.log / f"{name}.log", engine=begun if begun and begun.role == name else None
            )
            for name, role in LANES.items()
        }
        for role in start:
            self.lanes[role].start_engine()
        self.settings_store = SettingsStore(folders.config / "settings.json")
        self.settings = self.settings_store.load()
        application = QCoreApplication.instance()
        assert application is not None
        self.language = Language(application)
        self.language.use(self.settings.language)
        self._opened = open_store(folders.sessions)
        self._decoding_since = begun.begun_at if begun else inf
        self.store = self._opened.store
        self.workspace = Workspace(self.store, self.lanes, folders, self)
        self.workspace.apply_settings(self.settings, self.language.code)
        self.examination = Examination(folders, self)
        self.bridge = Bridge(self.lanes, self)
        self.server = HostedServer(folders.config / TOKEN_FILE, self)
        self.is_ending = False
        self._open_lanes: set[str] = set()

    def begin(self, paths: Sequence[str] = ()) -> None:
        """Opens the last session, once what wants to hear of it listens; then these files, instead of its last picture."""
        if self.settings_store.problem:
            self.failed.emit(translated(self.settings_store.problem))
        lane = self.lanes["picture"]
        lane.hold()
        self.workspace.begin(self._opened, self._decoding_since, paths=paths)
        if self.workspace.importing.is_busy:  # a file of boxes says which picture it is about
            for known in (self.workspace.importing.busy_changed, self.workspace.pictures.shown):
                known.connect(lane.go_on, Qt.ConnectionType.QueuedConnection)
            QTimer.singleShot(BOXES_MS, lane, lane.go_on)
        else:
            lane.go_on()

    def change_settings(self, settings: Settings) -> None:
        """Makes settings count, and keeps them."""
        self.settings = settings
        self.language.use(settings.language)
        self.workspace.apply_settings(settings, self.language.code)
        self.settings_changed.emit(settings)
        try:
            self.settings_store.save(settings)
        except EyeboxError as error:
            self.failed.emit(translated(error.sentence))

    def at_work(self) -> list[str]:
        """What runs or waits that a user would miss, by the titles that the queue shows."""
        jobs = [job for lane in self.lanes.values() for job in (lane.running(), *lane.waiting())]
        titles = [
            job.title
            for job in jobs
            if job is not None and not job.quiet and not isinstance(job.request, Load)
        ]
        if self.workspace.read_all.is_busy:
            left = self.workspace.read_all.left
            titles.append(self.tr("Read all pictures: %1 left").replace("%1", str(left)))
        titles += [self.tr("Batch: %1").replace("%1", name) for name in self.workspace.batches.running]
        if self.workspace.exports.is_busy:
            titles.append(self.tr("Export"))
        if self.workspace.importing.is_busy:
            titles.append(self.tr("Import of boxes"))
        return titles

    @Slot()
    def end(self) -> None:
        """Writes what is left and tells the engines to end; `ended` follows. Once, whatever goes wrong on the way."""
        if self.is_ending:
            return
        self.is_ending = True
        open = self.workspace
        for step in (
            self.server.stop, open.end, open.servers.stop_own, open.importing.stop, open.exports.stop,
            open.evaluations.pause, open.batches.end,
            open.chats.close, open.opening.stop, open.pictures.close,
            open.removals.offer_soon.stop, open.write_queue.flush, self.examination.stop,
        ):  # fmt: skip
            attempt(step)
        self._open_lanes.update(self.lanes)
        for name, lane in self.lanes.items():
            lane.closed.connect(partial(self._on_lane_closed, name))
            lane.shut()

    def close(self) -> None:
        """Ends it and waits for that; leaves no process behind."""
        self.end()
        self.server.close()
        for lane in self.lanes.values():
            lane.close()
        self.bridge.close()
        self.workspace.background.wait(BACKGROUND_MS)
        self.examination.wait(BACKGROUND_MS)
        self.workspace.pictures.pixels.delete_all()
        self.store.close()

    def _on_lane_closed(self, name: str) -> None:
        self._open_lanes.discard(name)
        if not self._open_lanes:
            attempt(self.workspace.write_queue.finish)
            self.ended.emit()


def attempt(step: Callable[[], object]) -> None:
    """Does a step of the end; what goes wrong is reported, and the next one follows."""
    try:
        step()
    except Exception:
        sys.excepthook(*sys.exc_info())
