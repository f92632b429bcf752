"""The questions that are asked as soon as the answer that is coming has ended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from eyebox.chat.controls import icon_button, label
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip

_HEIGHT = 28


class NextQuestions(QWidget):
    """A quiet chip a question, the next one first.

    Signals:
        taken_back: the place, from 0, of a question that is not to be asked.
    """

    taken_back = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._questions: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_questions(self, questions: Sequence[str]) -> None:
        """Shows these questions instead of others."""
        if list(questions) == self._questions:
            return
        self._questions = list(questions)
        while item := self._column.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for place, question in enumerate(questions):
            chip = _Chip(self._theme, question, is_first=place == 0, parent=self)
            chip.remove.clicked.connect(partial(self.taken_back.emit, place))
            self._column.addWidget(chip)
            chip.show()
        self.setVisible(bool(questions))


class _Chip(QWidget):
    def __init__(self, theme: Theme, question: str, *, is_first: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        said = self.tr("Asked next: %1") if is_first else self.tr("Then: %1")
        self._text = said.replace("%1", " ".join(question.split()))
        self.setObjectName("next")
        self.setFixedHeight(grown(_HEIGHT))
        self.setToolTip(as_tip(question))
        self.setAccessibleName(self._text)
        self._label = label("", "hint", self)
        self.remove = icon_button(
            theme, "close", self.tr("Don’t ask this: put it back into the field"), size=12, parent=self
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.remove.move(self.width() - self.remove.width() - 2, (grown(_HEIGHT) - self.remove.height()) // 2)
        self._label.setGeometry(12, 0, self.remove.x() - 20, grown(_HEIGHT))
        metrics = self._label.fontMetrics()
        self._label.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self._label.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("hairline"))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
