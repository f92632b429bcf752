"""What models made of pictures and keep on disk (`vision.feature_cache`): how much that is, and when it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background


class KnownPictures(QObject):
    """Measures and removes off the GUI thread.

    Signals:
        measured: the bytes on disk.
    """

    measured = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._most: int | None = None

    @property
    def most(self) -> int | None:
        """The bytes that may be kept; None before the settings say."""
        return self._most

    @most.setter
    def most(self, most: int) -> None:
        before, self._most = self._most, most
        if before is not None and most < before:
            self._run(lambda cache: cache.trim(most))

    @Slot()
    def measure(self) -> None:
        self._run(lambda _cache: None)

    @Slot()
    def empty(self) -> None:
        """Removes everything."""
        self._run(lambda cache: cache.trim(0))

    def forget(self, sums: Sequence[str]) -> None:
        """Removes what was made of pictures that are gone for good, by their files' SHA-256."""
        self._run(lambda cache: cache.forget(sums))

    def _run(self, work: Callable[[Any], object]) -> None:
        def measured() -> Any:
            from eyebox_models.vision import feature_cache

            work(feature_cache)
            return feature_cache.used_bytes()

        self._background.run(measured, self.measured.emit, lambda _error: None)
