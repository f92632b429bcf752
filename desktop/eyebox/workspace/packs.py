"""Model packs that are unpacked into the library: a job that the queue shows and stops."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox_models.protocol.cards import Unpacked
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import UnpackModel

SUFFIX = ".eyebox"


class Packs(QObject):
    """What was stopped is taken up when it is added again. Signals: unpacked: an Unpacked. failed: a sentence, its details."""

    unpacked = Signal(object)
    failed = Signal(str, str)

    def __init__(self, lane: Lane, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._home = home

    def add(self, file: str) -> None:
        """Unpacks a file into the library, after those that are being unpacked."""

        def done(end: End) -> None:
            if isinstance(end.result, Unpacked):
                self.unpacked.emit(end.result)
            elif end.outcome == "failed":
                self.failed.emit(translated(end.message), end.detail)

        title = self.tr("Unpack %1").replace("%1", Path(file).name)
        self._lane.submit(UnpackModel(file, home=str(self._home)), title).ended.connect(done)
