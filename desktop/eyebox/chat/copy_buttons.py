"""The buttons that copy blocks of code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from eyebox.chat.controls import icon_button
from eyebox.theme import Theme

_SIDE = 24


class CopyButtons(QObject):
    """One button at the top right of each block of code; `pressed` tells which block is to be copied."""

    pressed = Signal(int)

    def __init__(self, theme: Theme, ground: QWidget) -> None:
        super().__init__(ground)
        self._theme = theme
        self._ground = ground
        self._buttons: list[QToolButton] = []
        self._blocks: list[int] = []

    def place(self, blocks: Sequence[tuple[int, QRectF]]) -> None:
        """Puts a button onto each of these blocks, which are given by number and place."""
        while len(self._buttons) < len(blocks):
            button = icon_button(self._theme, "copy", self.tr("Copy code"), size=14, parent=self._ground)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
        self._blocks = [block for block, _ in blocks]
        for button in self._buttons[len(blocks) :]:
            button.hide()
        for button, (_, rect) in zip(self._buttons, blocks, strict=False):
            corner = rect.topRight()
            button.setGeometry(round(corner.x()) - _SIDE - 4, round(corner.y()) + 2, _SIDE, _SIDE)
            button.show()

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        place = next(place for place, button in enumerate(self._buttons) if button is sender)
        self.pressed.emit(self._blocks[place])
