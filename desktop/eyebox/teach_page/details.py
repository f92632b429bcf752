"""What an engine said before it failed, folded, to be copied."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from eyebox.theme.controls import button, column, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import set_kind

HIGH = 120


class Details(Retranslated, QWidget):
    """Is there only where there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = button("link")
        self.fold.setCheckable(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(grown(HIGH))
        self.text.hide()
        set_kind(self.text, "framed")
        self.fold.toggled.connect(self.text.setVisible)
        column(line(self.fold, None), self.text, inside=self, spacing=4)
        self.hide()
        self._retranslate()

    def show_text(self, text: str) -> None:
        self.fold.setChecked(False)
        self.text.setPlainText(text)
        self.setVisible(bool(text))

    def _retranslate(self) -> None:
        self.fold.setText(self.tr("Details"))
        self.text.setAccessibleName(self.tr("Details"))
