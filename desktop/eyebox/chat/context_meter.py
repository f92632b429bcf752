"""How much of its model's context a chat has taken, and what to do when it is nearly full."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eyebox.chat.controls import label, text_button
from eyebox.theme import Theme

NEARLY = 0.8
"""The part of the context from which on a new chat is offered."""
_SIDE = 20


class ContextMeter(QWidget):
    """A `ring`, which whoever owns it puts where it belongs, and this row once the context is nearly full.

    Signals:
        anew_requested: a new chat with the same pictures is wanted.
    """

    anew_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ring = _Ring(theme, parent)
        self._used, self._context = 0, 0
        self._sentence = label("", "hint", self)
        self._sentence.setWordWrap(True)
        self._anew = text_button("", parent=self)
        self._anew.clicked.connect(self.anew_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._anew)
        self.hide()

    def set_used(self, used: int, context: int) -> None:
        """Shows how many tokens of the context the chat has taken; nothing where either is unknown (0)."""
        self._used, self._context = used, context
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language of now."""
        known = self._used > 0 < self._context
        part = min(self._used / self._context, 1.0) if known else 0.0
        locale = QLocale()
        percent, used, context = (locale.toString(n) for n in (round(100 * part), self._used, self._context))
        said = self.tr("%1 % of the model’s context: %2 of %3 tokens")
        self.ring.set_part(part, said.replace("%1", percent).replace("%2", used).replace("%3", context))
        self.ring.setVisible(known)
        self._sentence.setText(self.tr("The context is %1 % full.").replace("%1", percent))
        self._anew.setText(self.tr("New chat with these pictures"))
        self.setVisible(part >= NEARLY)


class _Ring(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = 0.0
        self.setFixedSize(_SIDE, _SIDE)

    def set_part(self, part: float, sentence: str) -> None:
        self._part = part
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(self._theme.color("border"), 2))
        painter.drawEllipse(circle)
        role = "warn" if self._part >= NEARLY else "accent"
        pen = QPen(self._theme.color(role), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(circle, 90 * 16, -max(round(self._part * 360 * 16), 16))
