"""`eyebox capture --read`: a region of the screen, and its text on standard output. Opens no window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from eyebox.capture.screen import ScreenCapture, why_not
from eyebox.picture_map import encoded_png
from eyebox.theme import Theme

INTERRUPTED = 130


def capture_to_text(app: QApplication, theme: Theme, read: Callable[[Path], int]) -> int:
    """Asks for a region and lets `read` print the text of the file that it became.

    Returns the exit status; 130 when no region was chosen.
    """
    reason = why_not()
    if reason:
        print(f"eyebox: {reason}", file=sys.stderr)
        return 1
    taken: list[QImage] = []
    capture = ScreenCapture(theme, app)
    capture.captured.connect(taken.append)
    capture.captured.connect(app.quit)
    capture.cancelled.connect(app.quit)
    QTimer.singleShot(0, capture.start)
    app.exec()
    if not taken:
        return INTERRUPTED
    try:
        with TemporaryDirectory(prefix="eyebox-") as folder:
            file = Path(folder, "capture.png")
            file.write_bytes(encoded_png(taken[0]))
            return read(file)
    except OSError as error:
        print(f"eyebox: The captured picture could not be kept: {error.strerror or error}.", file=sys.stderr)
        return 1
