"""Whether there is a screen that windows can be opened on, and what is said where there is none."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication


def has_screen() -> bool:
    """Whether Qt is told of a screen; it would end the process where it finds none."""
    return (
        sys.platform != "linux"
        or os.environ.get("XDG_SESSION_TYPE") == "wayland"
        or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
    )


def without_screen(files: list[str] | None = None) -> int:
    """Has a window that runs on a screen open the files, or says that there is none; the exit status."""
    from eyebox.asking import open_in_running
    from eyebox.cli.terminal import complain

    if files is not None and open_in_running([str(Path(file).absolute()) for file in files]):
        return 0
    complain(
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened; start it on "
        "a desktop, or use the commands, which need none: eyebox --help lists them."
    )
    return 1


def make_application() -> QApplication:
    """Qt's application. Where Qt finds no screen, or lacks a library of the system, it would end the process with a signal: one
    sentence says why instead, and the exit status is 1."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    reasons: list[str] = []

    def heed(kind: QtMsgType, _context: object, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            from eyebox.cli.terminal import complain

            reason = reasons[0].rstrip(".") if reasons else message
            complain(
                f"No window can be opened here ({reason}); start it on a desktop, or use the commands, which need none: "
                "eyebox --help lists them. eyebox doctor tells what the system lacks."
            )
            os._exit(1)
        if "could not load the qt platform plugin" not in message.lower():
            reasons.append(message)

    before = qInstallMessageHandler(heed)
    try:
        return QApplication(sys.argv[:1])
    finally:
        qInstallMessageHandler(before)
        for message in reasons:
            print(message, file=sys.stderr)


@contextmanager
def telling_of_a_lost_screen() -> Iterator[None]:
    """While inside, the end of the screen (its server has ended) is one sentence and exit status 1; Qt ends the process there."""

    def heed(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith(("The X11 connection", "The Wayland connection")):
            from eyebox.cli.terminal import complain

            complain(
                f"The screen is gone, and the window with it ({message.rstrip('.')}). What was done until a second ago is kept: "
                "start Eyebox again."
            )
            os._exit(1)
        print(qFormatLogMessage(kind, context, message), file=sys.stderr, flush=True)

    from PySide6.QtCore import qFormatLogMessage, qInstallMessageHandler

    before = qInstallMessageHandler(heed)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
