"""Questions with two answers over a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def with_ending(parent: QWidget | None, path: str, ending: str) -> str:
    """A name that was given to a file dialog, with the ending it lacks; "" where the file of that name is not to be replaced.

    The dialog has asked about the name without the ending only.
    """
    path += ending
    if not Path(path).exists():
        return path
    text = QCoreApplication.translate("Question", "%1 is there already. Replace it?")
    yes = QCoreApplication.translate("Question", "Replace")
    no = QCoreApplication.translate("Question", "Cancel")
    return path if asks(parent, text.replace("%1", Path(path).name), "", yes, no, destroys=True) else ""


def asks(
    parent: QWidget | None,
    text: str,
    details: str,
    yes: str,
    no: str,
    *,
    begins_with_yes: bool = False,
    destroys: bool = False,
) -> bool:
    """Whether the user chose `yes`; Esc is `no`, and so is Enter unless it `begins_with_yes`.

    `details` stand below the question. `destroys`: by `yes` something is lost.
    """
    roles = QMessageBox.ButtonRole
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(details)
    agrees = box.addButton(yes, roles.DestructiveRole if destroys else roles.AcceptRole)
    refuses = box.addButton(no, roles.RejectRole)
    box.setDefaultButton(agrees if begins_with_yes else refuses)
    box.setEscapeButton(refuses)
    box.exec()
    agreed = box.clickedButton() is agrees
    box.deleteLater()
    return agreed
