"""What a checkpoint says while nothing on this machine can run models, with the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from eyebox.picker.controls import Mark, button, label
from eyebox.theme import Theme, set_kind


class EngineMissing(QWidget):
    """A card with a sentence and a button.

    Signals:
        wanted: open the page that adds the model engine.
    """

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = label("", wrap=True)
        self.add = button("primary")
        self.add.clicked.connect(self.wanted)
        card = QFrame()
        set_kind(card, "card")
        line = QHBoxLayout(card)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(Mark(theme, "engine"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(card)
        self.hide()
        self._retranslate()

    def _retranslate(self) -> None:
        self.text.setText(
            self.tr("Nothing on this machine can run this model yet: the model engine has to be added first.")
        )
        self.add.setText(self.tr("Add the model engine…"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
