"""The zoom, and what changes it, floating over the picture's foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from eyebox.canvas.zoom_view import ZoomView
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme

HEIGHT = 36
ICON = 18


class ZoomPill(Retranslated, QWidget):
    """Buttons for zooming a view out and in, fitting and actual size, with the zoom in percent between."""

    def __init__(self, theme: Theme, view: ZoomView) -> None:
        super().__init__(view)
        self._theme = theme
        self._percent = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._percent.setFont(theme.font("small"))
        self._percent.setFixedWidth(self._percent.fontMetrics().horizontalAdvance("6400 %") + 8)
        self._out = self._button("minus", view.zoom_out)
        self._in = self._button("plus", view.zoom_in)
        self._fit = self._button("fit", view.fit)
        self._actual = self._button("actual", view.actual_size)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(2)
        for widget in (self._out, self._percent, self._in, self._fit, self._actual):
            row.addWidget(widget)
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.changed.connect(self.update)
        self._retranslate()

    @Slot(float)
    def show_zoom(self, zoom: float) -> None:
        """`zoom`: 1 is shown as 100 %."""
        percent = zoom * 100
        self._percent.setText(f"{percent:.0f} %" if percent >= 10 else f"{percent:.1f} %")

    def _button(self, icon: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(ICON, ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(28, 28)
        button.setAutoRaise(True)
        button.clicked.connect(slot)
        return button

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Zoom"))
        self._percent.setAccessibleName(self.tr("Zoom in percent"))
        for button, name, key in (
            (self._out, self.tr("Zoom out"), "Ctrl+−"),
            (self._in, self.tr("Zoom in"), "Ctrl++"),
            (self._fit, self.tr("Fit the window"), "Ctrl+0"),
            (self._actual, self.tr("Actual size"), "Ctrl+1"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        painter.setBrush(self._theme.color("raised"))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
