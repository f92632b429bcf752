"""What a user does in the dialog that asks what to export."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.window.exporting import ExportDialog


def in_dialog(qtbot: QtBot, program: Desktop, steps) -> None:
    """Opens the dialog by its key, and goes through what a user does in it."""

    def go() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ExportDialog):
            QTimer.singleShot(5, go)
            return
        save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
        qtbot.waitUntil(lambda: is_counted(dialog), timeout=desk.PATIENCE)
        try:
            steps(dialog, save)
        finally:
            if dialog.isVisible():
                dialog.reject()

    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=desk.PATIENCE)
    QTimer.singleShot(0, go)
    QTest.keyClick(program.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def is_counted(dialog: ExportDialog) -> bool:
    return not dialog.lost.text().startswith("Looking")


def choose(dialog: ExportDialog, form: str) -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(form))
