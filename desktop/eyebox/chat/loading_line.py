"""The line below the head of a chat while its model is being loaded, or where it could not be."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from eyebox.theme import Theme
from eyebox.theme.controls import TOP, ElidedLabel, Mark, button, column, label, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated

_BAR = 2


class LoadingLine(Retranslated, QWidget):
    """What is done and how far, with a way to stop; or why it failed, with a way to try again.

    Signals: stop_wanted (also: say no more that it failed), again_wanted.
    """

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fraction: float | None = None
        self._failed = ""
        self.text = ElidedLabel("hint")
        self.reason = label(wrap=True)
        self.stop, self.again = QToolButton(), button()
        self.stop.setAutoRaise(True)
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop.setFixedSize(grown(28), grown(28))
        self.stop.clicked.connect(self.stop_wanted)
        self.again.clicked.connect(self.again_wanted)
        self._failure = QWidget()
        said = column(self.reason, line(self.again, None), spacing=8)
        line(
            (Mark(theme, "warning", "danger"), 0, TOP), (said, 1),
            inside=self._failure, spacing=10, margins=(0, 6, 0, 8),
        )  # fmt: skip
        words = column((self.text, 1), self._failure)
        line((words, 1), (self.stop, 0, TOP), inside=self, spacing=8, margins=(16, 4, 10, 4 + _BAR))
        theme.changed.connect(self._retranslate)
        self.hide()
        self._retranslate()

    def show_progress(self, text: str, fraction: float | None) -> None:
        """Shows what is being done, and how far (None: that is not known)."""
        self._fraction, self._failed = fraction, ""
        self.text.set_whole(text)
        self._arrange()

    def show_failed(self, sentence: str) -> None:
        """Shows why it came to nothing; "" shows nothing at all any more."""
        self._fraction, self._failed = None, sentence
        self.reason.setText(sentence)
        self._arrange()
        if not sentence:
            self.hide()

    def _arrange(self) -> None:
        failed = bool(self._failed)
        self.text.setVisible(not failed)
        self._failure.setVisible(failed)
        self._retranslate()
        self.show()
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self._failed or self.text.whole)
        name = self.tr("Close this message") if self._failed else self.tr("Stop loading")
        self.stop.setIcon(self._theme.icon("close" if self._failed else "stop", "muted"))
        self.stop.setAccessibleName(name)
        self.stop.setToolTip(name if self._failed else f"{name}  (Ctrl+.)")
        self.again.setText(self.tr("Try again"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide, y = self.width(), self.height() - _BAR
        painter.fillRect(QRectF(0, self.height() - 1, wide, 1), self._theme.color("hairline"))
        if not self._failed and self._fraction:
            painter.fillRect(QRectF(0, y, wide * self._fraction, _BAR), self._theme.color("accent"))
