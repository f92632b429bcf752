"""What the start owes to the first paint, in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CODE = """
import linecache
import sys
from eyebox import start
from eyebox.__main__ import main

painted = []
UNUSED = ["QColorDialog", "QCalendarWidget", "QWizard"]
LATE = [
    "eyebox.batches.queue", "eyebox.canvas.box_list", "eyebox.canvas.find_bar", "eyebox.canvas.text_panel", "eyebox.capture.tray",
    "eyebox.chat.answer_view", "eyebox.chat.render", "eyebox.session.merging", "eyebox.window.frame_chooser",
    "eyebox.window.links", "eyebox_models.picture", "argparse", "hashlib", "html", "platform", "shlex", "socket", "uuid",
]

def prepare():
    # once PySide is there, in the order of a real start
    import_qt()
    from PySide6 import QtGui, QtWidgets
    from PySide6.QtCore import QEvent, QTimer
    from PySide6.QtGui import QCursor

    class Application(QtWidgets.QApplication):
        def __init__(self, arguments):
            super().__init__(arguments)
            self.reported = False
            QCursor.setPos(300, 5)  # over nothing that shows it
            from eyebox.window import main_window

            main_window.PANELS_MS = 0
            main_window.TourController.offer = lambda tour: None  # it is painted over the window, on the first run only
            main_window.MainWindow.paintEvent = lambda window, event: self.report(window)

        def report(self, window):
            # PySide keeps what it found to paint with: taken off the class again, it would be called all the same
            if self.reported:
                return
            self.reported = True
            print("no icon" if window.windowIcon().isNull() else "icon")
            print("late:", [name for name in LATE if name in sys.modules])
            print("widgets made for nothing:", [name for name in UNUSED if name in vars(QtWidgets)])
            print("said to nobody:", "QAccessible" in vars(QtGui))
            print("sources read:", [file for file in linecache.cache if "eyebox" in file])
            self.installEventFilter(self)
            QTimer.singleShot(10, self, lambda: self.finish(window.panel.pages))

        def eventFilter(self, watched, event):
            if isinstance(watched, QtWidgets.QWidget) and watched.isWindow():
                if event.type() == QEvent.Type.Show:
                    print("shown:", type(watched).__name__)
                if event.type() == QEvent.Type.Paint:
                    painted.append(event.rect().getRect())
            return False

        def finish(self, pages):
            made = all(type(pages.widget(place)) is not QtWidgets.QWidget for place in range(3))
            QTimer.singleShot(10, self, self.leave if made else lambda: self.finish(pages))

        def leave(self):
            print("painted again:", painted)
            self.quit()

    QtWidgets.QApplication = Application

import_qt, start.import_qt = start.import_qt, prepare
sys.exit(main([]))
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a start on an empty home reports of itself, line by line."""
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "EYEBOX_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_icon_is_there_at_the_first_paint(report: list[str]) -> None:
    assert "icon" in report


def test_what_the_first_paint_can_do_without_is_imported_later(report: list[str]) -> None:
    assert "late: []" in report


def test_not_every_class_of_widgets_is_made(report: list[str]) -> None:
    """As PySide does when it is asked for a widget that Qt made, like the viewport of a list."""
    assert "widgets made for nothing: []" in report


def test_what_screen_readers_need_is_made_when_something_is_said(report: list[str]) -> None:
    assert "said to nobody: False" in report


def test_no_source_is_read(report: list[str]) -> None:
    assert "sources read: []" in report


def test_nothing_is_painted_twice(report: list[str]) -> None:
    """Neither by what the window shows at first nor by the panels that are made once it stands."""
    assert "painted again: []" in report


def test_no_window_is_shown_but_one(report: list[str]) -> None:
    assert not [line for line in report if line.startswith("shown:")]
