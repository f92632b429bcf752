"""What the system and the terminal tell a program: that it is to end."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

NUMBERS = (signal.SIGINT, signal.SIGTERM, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()))


class EndSignals(QObject):
    """Hears Ctrl+C in the terminal that Eyebox was started from, the end of that terminal, and `kill`, though Qt's loop runs
    no Python while nothing happens. Each ends the program at once when it comes a second time. For systems with pipes that
    Qt can listen to: not for Windows.

    Signals:
        told: the program is to end.
    """

    told = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard, told = os.pipe()
        os.set_blocking(self._heard, False)
        os.set_blocking(told, False)
        notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._tell)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for number in NUMBERS:
            if signal.getsignal(number) != signal.SIG_IGN:  # as `nohup` and a shell's background have it
                signal.signal(number, _only_once)

    @Slot()
    def _tell(self) -> None:
        os.read(self._heard, 100)
        self.told.emit()


def _only_once(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
