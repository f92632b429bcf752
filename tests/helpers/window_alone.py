"""The real window driven by a script instead of a test: started in a home of its own, waited for, closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtWidgets import QApplication

from eyebox import app
from eyebox.folders import Folders

PATIENCE = 600.0
"""Seconds: an engine that imports torch and loads a model may take minutes on a busy machine."""


def wait(condition: Callable[[], object], what: str = "") -> None:
    """Handles events until a condition holds. Raises TimeoutError."""
    until = monotonic() + PATIENCE
    while not condition():
        if monotonic() > until:
            raise TimeoutError(what or "it did not happen")
        QApplication.processEvents()
        sleep(0.005)


def start(home: Path) -> app.Desktop:
    """The program in this home, with its window shown."""
    program = app.build(Folders.under(home), start=["picture"])
    program.window.resize(1280, 800)
    program.window.show()
    wait(lambda: program.window.isVisible())
    return program


def end(program: app.Desktop) -> None:
    """Closes the window as a user would, and waits for the engines."""
    program.window.close()
    program.close()
    program.window.deleteLater()
    QApplication.processEvents()
