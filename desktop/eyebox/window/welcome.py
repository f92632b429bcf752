"""What the canvas shows while there is no picture: a sentence and the ways in, with their keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from eyebox.actions import Actions, key_text
from eyebox.theme import Theme
from eyebox.theme.retranslated import Retranslated

MARGIN = 32


class Welcome(Retranslated, QWidget):
    """Teaches the first step; its buttons are the window's own actions."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reads = True
        self._icon = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("kind", "title")
        self._hint = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setProperty("kind", "muted")
        self._buttons = [self._button(actions[name]) for name in ("open", "paste", "capture")]
        self._sample = self._button(actions["sample"])
        self._sample.setProperty("kind", "link")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        for button in self._buttons:
            self._row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addStretch(4)
        layout.addWidget(self._icon)
        layout.addSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addSpacing(16)
        layout.addLayout(self._row)
        layout.setAlignment(self._row, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(5)
        theme.changed.connect(self._recolor)
        self._recolor()
        self._retranslate()

    def set_reads(self, reads: bool) -> None:
        """Whether what is opened is read by itself."""
        self._reads = reads
        self._retranslate()

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(action.trigger)
        button.setProperty("action", action)
        return button

    def _recolor(self) -> None:
        self._icon.setPixmap(self._theme.icon("picture", "muted").pixmap(40, 40))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Drop a picture here"))
        self._hint.setText(
            self.tr("Its text is read at once, on this machine. Then ask about it in the chat.")
            if self._reads
            else self.tr("Then read its text with Ctrl+R, or ask about it in the chat.")
        )
        short = {"open": self.tr("Open"), "paste": self.tr("Paste"), "capture": self.tr("Capture the screen"),
                 "sample": self.tr("or try the sample picture")}  # fmt: skip
        for button in [*self._buttons, self._sample]:
            action: QAction = button.property("action")
            keys = action.shortcut().toString()
            name = short[action.objectName()]
            button.setText(f"{name}   {keys}" if button is not self._sample else name)
            button.setToolTip(key_text(action))
            button.setAccessibleName(action.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the ways in have no room beside each other, they stand below each other."""
        super().resizeEvent(event)
        across = sum(button.sizeHint().width() for button in self._buttons) + 2 * self._row.spacing()
        fits = across <= self.contentsRect().width() - 2 * MARGIN
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
