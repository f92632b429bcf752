"""Python's collector of cyclic garbage, on the thread of the window only.

By itself it runs on whatever thread happens to make an object. One that belongs to a worker would destroy widgets and
timers of the window there while Qt delivers events to them, and the process crashes (tried; calibre collects like this too).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1000


class Collector(QObject):
    """Looks every second whether enough objects were made for a collection, by Python's own thresholds."""

    def __init__(self, parent: QObject) -> None:
        """What was made so far stays for ever, and is not searched again and again."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    @Slot()
    def collect(self) -> None:
        """Frees cycles of the oldest generation whose threshold is passed, and of the younger ones."""
        counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
        if passed := [generation for generation, (count, most) in enumerate(counted) if count > most > 0]:
            gc.collect(passed[-1])
