"""Web addresses from models and codes: nothing is opened before the user has seen the whole address."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from eyebox.theme.controls import column, label
from eyebox.theme.theme import set_kind
from eyebox_models.offline.guard import record_program
from eyebox_models.protocol.errors import Sentence

WIDTH = 440
LINES = 8
"""So many lines of an address are shown at once; the others are scrolled to."""


def ask_to_open(parent: QWidget, address: str) -> None:
    """Opens an address in the user's own program, after asking.

    Its host is named apart, in Latin letters: others can look like them, and what stands before an @ like a host.
    """
    translate = QCoreApplication.translate
    dialog = QDialog(parent)
    dialog.setWindowTitle("Eyebox")
    question = label("title")
    question.setText(translate("Links", "Open this address in your browser?"))
    whole = QPlainTextEdit(address)
    whole.setReadOnly(True)
    whole.setAccessibleName(translate("Links", "Address"))
    whole.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    whole.setTabChangesFocus(True)
    whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    whole.document().setDocumentMargin(0)
    set_kind(whole, "bare")
    host = label("muted", wrap=True)
    named = QUrl(address).host(QUrl.ComponentFormattingOption.FullyEncoded)
    host.setText(translate("Links", "It leads to %1.").replace("%1", named))
    if not named:
        host.hide()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    opens = buttons.addButton(translate("Links", "Open"), QDialogButtonBox.ButtonRole.AcceptRole)
    copy = buttons.addButton(translate("Links", "Copy the address"), QDialogButtonBox.ButtonRole.ActionRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))
    copy.clicked.connect(dialog.reject)
    column(question, whole, host, 4, buttons, inside=dialog, spacing=8, margins=(20, 16, 20, 16))
    metrics = whole.fontMetrics()
    lines = min(metrics.horizontalAdvance(address) // WIDTH + 1, LINES)
    whole.setFixedHeight(lines * metrics.lineSpacing() + 8)
    dialog.setMinimumWidth(WIDTH + 40)
    opens.setDefault(True)
    opens.setFocus()
    if dialog.exec():
        record_program(
            "browser", named, QUrl(address).port(443), Sentence("link-opened", "You opened this link.")
        )
        QDesktopServices.openUrl(QUrl(address))
    dialog.deleteLater()
