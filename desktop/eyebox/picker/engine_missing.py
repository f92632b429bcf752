"""What a checkpoint says while nothing on this machine can run models, with the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import MIDDLE, TOP, Mark, button, column, label, line
from eyebox.theme.retranslated import Retranslated


class EngineMissing(Retranslated, QWidget):
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
        line(
            (Mark(theme, "engine"), 0, TOP), (self.text, 1), (self.add, 0, MIDDLE),
            inside=card, spacing=12, margins=(16, 12, 16, 12),
        )  # fmt: skip
        column(card, inside=self, margins=(0, 0, 0, 16))
        self.hide()
        self._retranslate()

    def _retranslate(self) -> None:
        self.text.setText(
            self.tr("Nothing on this machine can run this model yet: the model engine has to be added first.")
        )
        self.add.setText(self.tr("Add the model engine…"))
