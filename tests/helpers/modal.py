"""Modal dialogs and menus under test: their event loop ends only when somebody answers, so nothing may leave one open."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

PERIOD_S = 10
"""How long after a test's time was over what it waits for is ended (again)."""


def close_all() -> list[str]:
    """Rejects every modal dialog and closes every menu that is open; what they were."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication, QDialog

    closed: list[str] = []
    for _one in range(
        20
    ):  # the uppermost first; one that stays is hidden, which takes it from the modal ones
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if widget is None:
            break
        closed.append(f"{type(widget).__name__} {widget.windowTitle()!r}")
        if isinstance(widget, QDialog):
            QDialog.done(
                widget, QDialog.DialogCode.Rejected
            )  # also where its class asks before it is given up
        widget.hide()
    return closed


def end_when_excepted() -> None:
    """From now on an exception that Qt swallowed also ends the dialogs and menus that wait for an answer: what would have
    answered is gone. So does the end of a test's time.
    """
    told = sys.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        told(kind, error, trace)
        closed = close_all()
        if closed:
            print("closed after an exception:", *closed, file=sys.stderr)
        if _time_is_over():
            signal.setitimer(signal.ITIMER_REAL, PERIOD_S)  # what the test waits for next ends, too

    sys.excepthook = tell


def _time_is_over() -> bool:
    """Whether pytest-timeout's alarm was raised in this test."""
    if not hasattr(signal, "SIGALRM"):
        return False
    return callable(signal.getsignal(signal.SIGALRM)) and signal.getitimer(signal.ITIMER_REAL)[0] == 0


@contextmanager
def signals_wake_qt() -> Iterator[None]:
    """A signal's handler runs at once also while Qt's loop runs no Python at all, as under a dialog nobody answers."""
    from PySide6.QtCore import QSocketNotifier

    reading, writing = socket.socketpair()
    with reading, writing:
        reading.setblocking(False)
        writing.setblocking(False)
        notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda: reading.recv(1000))
        before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
