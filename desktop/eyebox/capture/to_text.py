"""`eyebox capture --read`: a region of the screen, and its text on standard output. Opens no window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from eyebox.capture.screen import Captured, Run, ScreenCapture, Wanted
from eyebox.picture_map import encoded_png
from eyebox.signals import ended_by_signals
from eyebox.theme import Theme

INTERRUPTED = 130


def capture_to_text(
    app: QApplication, theme: Theme, run: Run, wanted: Wanted, read: Callable[[Path], int]
) -> int:
    """Asks for a region and lets `read` print the text of the file that it became.

    Returns the exit status; 130 when no region was chosen, or Ctrl+C was pressed.
    """
    taken: list[Captured] = []
    refused: list[str] = []
    capture = ScreenCapture(theme, run, app)
    capture.captured.connect(taken.append)
    capture.failed.connect(refused.append)
    for ended in (capture.captured, capture.failed, capture.cancelled):
        ended.connect(app.quit)
    QTimer.singleShot(0, partial(capture.start, wanted))
    with ended_by_signals(app.quit):
        app.exec()
    if refused:
        print(f"eyebox: {refused[0]}", file=sys.stderr)
        return 1
    if not taken:
        capture.cancel()
        return INTERRUPTED
    try:
        with TemporaryDirectory(prefix="eyebox-") as folder:
            file = Path(folder, "capture.png")
            file.write_bytes(encoded_png(taken[0].image))
            return read(file)
    except OSError as error:
        print(f"eyebox: The captured picture could not be kept: {error.strerror or error}.", file=sys.stderr)
        return 1
