"""Small pictures of files that need not be open, made by the picture engine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import Priority
from eyebox.jobs.lane import Lane
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import End
from eyebox_models.protocol.picture_requests import MakeThumbnail
from eyebox_models.protocol.pixels import Thumbnail

SIDE = 640


class Previews(QObject):
    """Signals: made: path of a picture, and a Thumbnail, whose file whoever shows it deletes; None where that failed."""

    made = Signal(str, object)

    def __init__(self, lanes: Mapping[str, Lane], cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._cache = cache

    @Slot(str)
    def make(self, picture: str) -> None:
        """Has one made; `made` follows."""
        request = MakeThumbnail(picture, str(self._cache / f"preview-{new_id()}.png"), SIDE)
        job = self._lanes["picture"].submit(request, quiet=True, priority=Priority.NOW)
        job.ended.connect(partial(self._on_end, picture))

    def _on_end(self, picture: str, end: End) -> None:
        self.made.emit(picture, end.result if isinstance(end.result, Thumbnail) else None)
