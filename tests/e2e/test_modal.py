"""No test waits for ever in a dialog: whatever goes wrong, it fails, and the next test runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent

HANGING = """
import signal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox

import modal

modal.AGAIN_S = 1


def wrong():
    raise ValueError("a slot")


def test_nobody_answers(qtbot):
    signal.setitimer(signal.ITIMER_REAL, 0.2)  # the time that pytest gives it is nearly over
    QDialog().exec()
    QMessageBox.question(None, "Title", "The time is over here, too")
    QMenu("Menu").exec()


class Silent(QObject):
    said = Signal()


def test_a_signal_that_never_comes(qtbot):
    # the alarm must not be raised in the very slot that would end the wait
    silent = Silent()
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    with qtbot.waitSignal(silent.said, timeout=500):
        pass


def test_what_would_answer_fails(qtbot):
    QTimer.singleShot(0, wrong)
    QDialog().exec()


def test_a_question_over_a_dialog(qtbot):
    class Asking(QDialog):
        def reject(self):
            QMessageBox.question(self, "Title", "Really?")

    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    QTimer.singleShot(50, wrong)
    Asking().exec()


def test_a_menu(qtbot):
    menu = QMenu()
    menu.addAction("One")
    QTimer.singleShot(50, wrong)
    menu.exec()


def test_that_is_right(qtbot):
    dialog = QDialog()
    QTimer.singleShot(0, dialog.accept)
    assert dialog.exec()
"""


def test_what_waits_in_a_dialog_fails_and_the_next_test_runs(tmp_path: Path) -> None:
    """With the hooks that all tests have."""
    (tmp_path / "test_hanging.py").write_text(HANGING, encoding="utf-8")
    shutil.copy(TESTS / "conftest.py", tmp_path)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    command += ["-c", str(TESTS.parent / "pyproject.toml"), str(tmp_path)]
    paths = [str(TESTS / "helpers"), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
    assert "5 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "QDialog" in done.stdout and "QMessageBox 'Title'" in done.stdout and "QMenu" in done.stdout
