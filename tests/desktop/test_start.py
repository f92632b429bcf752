"""What the start owes to the first paint, in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CODE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from eyebox import app
from eyebox.window.main_window import MainWindow

def paint(window, event):
    print("icon" if not window.windowIcon().isNull() else "no icon")
    QTimer.singleShot(0, QApplication.quit)

MainWindow.paintEvent = paint
app.run()
"""


def test_the_icon_is_there_at_the_first_paint(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "EYEBOX_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split("\n")[0] == "icon", done.stderr
