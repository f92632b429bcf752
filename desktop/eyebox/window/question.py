"""A question with two answers over a window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


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
