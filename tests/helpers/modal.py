"""Modal dialogs and menus under test: their event loop ends only when somebody answers, so nothing may leave one open."""

from __future__ import annotations

import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    Kind = TypeVar("Kind", bound=QDialog)

PATIENCE_S = 120
"""How long a dialog may take to come."""
AGAIN_S = 10
"""How long after the end of a test's time what it waits for then is ended, too."""
MOST = 20
"""Dialogs over dialogs that are closed at once."""
_alarms_again = False


@contextmanager
def answered(kind: type[Kind], steps: Callable[[Kind], object]) -> Iterator[None]:
    """Does the steps in the next modal dialog of this kind, once it is the active window; then it is closed, if it still
    is open. What is inside opens the dialog, now or later.

    Raises what the steps raised, and AssertionError where no such dialog came.
    """
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    until = monotonic() + PATIENCE_S
    went: list[BaseException | None] = []
    looks = QTimer(interval=5)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            if not dialog.isActiveWindow():
                dialog.activateWindow()
            else:
                looks.stop()
                go_through(dialog)
        if not went and monotonic() > until:
            looks.stop()
            went.append(AssertionError(f"no {kind.__name__} to answer; open: {close_all()}"))

    def go_through(dialog: Kind) -> None:
        try:
            steps(dialog)
            went.append(None)
        except BaseException as error:
            went.append(error)
        finally:
            _reject(dialog)

    looks.timeout.connect(look)
    looks.start()
    try:
        yield
        while not went:
            QTest.qWait(5)
    finally:
        looks.stop()
        if went and went[0] is not None:
            raise went[0]


def close_all() -> list[str]:
    """Rejects every modal dialog and closes every menu that is open; what they were."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication, QDialog

    closed: list[str] = []
    for _one in range(MOST):
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if widget is None:
            break
        closed.append(f"{type(widget).__name__} {widget.windowTitle()!r}")
        if isinstance(widget, QDialog):
            _reject(widget)
        widget.hide()
    return closed


def _reject(dialog: QDialog) -> None:
    """Ends a dialog's event loop, whatever its class does when it is given up."""
    from PySide6.QtWidgets import QDialog

    if dialog.isVisible():
        dialog.done(QDialog.DialogCode.Rejected)
    if dialog.isVisible():
        QDialog.done(dialog, QDialog.DialogCode.Rejected)


def end_when_excepted() -> None:
    """From now on an exception that Qt swallowed also ends the dialogs and menus that wait for an answer: what would have
    answered is gone. So does the end of a test's time.
    """
    told = sys.excepthook

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        global _alarms_again
        told(kind, error, trace)
        if threading.current_thread() is not threading.main_thread():
            return
        closed = close_all()
        if closed:
            print("closed after an exception:", *closed, file=sys.stderr)
        if _time_is_over():
            _alarms_again = True
            signal.setitimer(signal.ITIMER_REAL, AGAIN_S)

    sys.excepthook = tell


def no_more_alarms() -> None:
    """The part of a test that took too long has ended: its report is not disturbed."""
    global _alarms_again
    if _alarms_again:
        _alarms_again = False
        signal.setitimer(signal.ITIMER_REAL, 0)


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
