"""What a user does in the dialog that asks what to export."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.window.exporting import ExportDialog
from modal import answered


def in_dialog(qtbot: QtBot, program: Desktop, steps) -> None:
    """Opens the dialog by its key, and goes through what a user does in it."""

    def go(dialog: ExportDialog) -> None:
        save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
        qtbot.waitUntil(lambda: is_counted(dialog), timeout=desk.PATIENCE)
        steps(dialog, save)

    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=desk.PATIENCE)
    with answered(ExportDialog, go):
        QTest.keyClick(program.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def is_counted(dialog: ExportDialog) -> bool:
    return not dialog.lost.text().startswith("Looking")


def choose(dialog: ExportDialog, form: str) -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(form))
