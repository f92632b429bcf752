"""What the system and the terminal tell a program: that it is to end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QSocketNotifier


@contextmanager
def ended_by_signals(end: Callable[[], object]) -> Iterator[None]:
    """While inside, Ctrl+C in the terminal, the end of that terminal and `kill` have Qt's loop call `end`, though it runs
    no Python while nothing happens. The same signal a second time ends the process at once. Not on Windows.
    """
    if sys.platform == "win32":  # Qt can't listen to a pipe there
        yield
        return
    heard, told = os.pipe()
    os.set_blocking(heard, False)
    os.set_blocking(told, False)

    def hear() -> None:
        os.read(heard, 100)
        end()

    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read)
    notifier.activated.connect(hear)
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    # Those that are ignored stay so: `nohup` and a shell's background want it.
    wanted = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]
    earlier = {number: signal.signal(number, _only_once) for number in wanted}
    woken = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(woken)
        for number, handler in earlier.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        os.close(told)
        os.close(heard)


def _only_once(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
