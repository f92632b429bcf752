"""What went wrong with an answer, where it went wrong, with the one button that helps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from eyebox.chat.body import MessageBody
from eyebox.chat.controls import copy_button, text_button
from eyebox.theme import Theme
from eyebox.theme.grown import grown

_PADDING = 12
_ICON = 16


class FailureNotice(QWidget):
    """A sentence, "Try again", and folded details that can be copied.

    Signals:
        retried: try again.
        resized: the details were folded or unfolded.
    """

    retried = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, message: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail = detail
        self._message = QLabel(message, self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._retry = text_button(self.tr("Try again"), parent=self)
        self._retry.clicked.connect(self.retried)
        self._fold = text_button(self.tr("Details"), "quiet", self)
        self._fold.setCheckable(True)
        self._fold.setVisible(bool(detail))
        self._fold.toggled.connect(self._on_fold)
        self._copy = copy_button(theme, self.tr("Copy details"), parent=self)
        self._copy.clicked.connect(self._on_copy)
        self._copy.hide()
        self._body: MessageBody | None = None
        self.setAccessibleName(message)

    def place(self, width: int) -> int:
        """Arranges the notice within a width; returns the height in pixels."""
        inner = width - 2 * _PADDING - _ICON - 8
        left = _PADDING + _ICON + 8
        high = self._message.heightForWidth(inner)
        self._message.setGeometry(left, _PADDING, inner, high)
        y = _PADDING + high + 8
        row = grown(32)
        self._retry.setGeometry(left, y, self._retry.sizeHint().width(), row)
        self._fold.setGeometry(self._retry.geometry().right() + 9, y, self._fold.sizeHint().width(), row)
        self._copy.move(width - _PADDING - self._copy.width(), y + (row - self._copy.height()) // 2)
        y += row
        if self._body and self._fold.isChecked():
            high = self._body.fit(inner)
            self._body.put(left, y + 8, inner, high)
            y += 8 + high
        return y + _PADDING

    def rerender(self) -> None:
        """Follows the theme."""
        if self._body:
            self._body.rerender()

    @Slot(bool)
    def _on_fold(self, unfolded: bool) -> None:
        if unfolded and self._body is None:
            self._body = MessageBody(self._theme, plain=True, parent=self)
            self._body.setAccessibleName(self.tr("Details"))
            self._body.set_text(self._detail)
            self._body.resized.connect(self.resized)
        if self._body:
            self._body.setVisible(unfolded)
        self._copy.setVisible(unfolded)
        self.resized.emit()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._message.text()}\n\n{self._detail}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("hairline"))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        top = _PADDING + (self.fontMetrics().height() - _ICON) // 2
        icon = QRectF(_PADDING, top, _ICON, _ICON).toRect()
        self._theme.icon("warning", "danger").paint(painter, icon)
