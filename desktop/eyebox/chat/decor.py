"""What stands around the text of an answer: grounds of code with buttons to copy it, bars of quotations, rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QToolButton, QWidget

from eyebox.chat.controls import copy_button
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox_models.protocol.dataclass import dataclass

_HEADER = 28
CODE_PADDING = 12
_BUTTON = 24

DecorKind = Literal["code", "quote", "rule"]


@dataclass(frozen=True, slots=True)
class Decor:
    """Blocks from the one at `start` to the one at `end` (positions in a document) that get a ground.

    One that `carries_on` shares the ground of the one before.
    """

    kind: DecorKind
    start: int
    end: int
    language: str = ""
    carries_on: bool = False


def code_header() -> int:
    """Height in pixels of the strip above a block of code that names its language."""
    return grown(_HEADER)


def decor_rect(document: QTextDocument, offset: int, decor: Decor) -> QRectF:
    """Where a decor stands, in pixels of the document; `offset` is added to its positions."""
    first = document.findBlock(offset + decor.start)
    last = document.findBlock(offset + decor.end)
    corner = first.layout().position()
    left = corner.x() + (first.layout().lineAt(0).x() if first.layout().lineCount() else 0)
    bottom = last.layout().position().y() + last.layout().lineCount() * last.blockFormat().lineHeight()
    rect = QRectF(left, corner.y(), document.textWidth() - left, bottom - corner.y())
    return rect.adjusted(-CODE_PADDING, -code_header(), 0, CODE_PADDING) if decor.kind == "code" else rect


def paint_decor(painter: QPainter, theme: Theme, decor: Decor, rect: QRectF, nameless: str) -> None:
    """Paints a decor; `nameless` is what code without a language is called."""
    if decor.kind == "code":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font("small"))
        high = code_header()
        strip = QRectF(rect.left() + CODE_PADDING, rect.top(), rect.width() - CODE_PADDING - high - 8, high)
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter, decor.language or nameless)
    elif decor.kind == "quote":
        painter.fillRect(QRectF(rect.left() - 14, rect.top(), 2, rect.height()), theme.color("border"))
    else:
        painter.fillRect(QRectF(0, rect.top(), rect.right(), 1), theme.color("hairline"))


class CopyButtons(QObject):
    """One button at the top right of each block of code; `pressed`: the number of the block to be copied."""

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
            button = copy_button(self._theme, self.tr("Copy code"), size=14, parent=self._ground)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
        self._blocks = [block for block, _ in blocks]
        for button in self._buttons[len(blocks) :]:
            button.hide()
        for button, (_, rect) in zip(self._buttons, blocks, strict=False):
            corner = rect.topRight()
            side = grown(_BUTTON)
            button.setGeometry(round(corner.x()) - side - 4, round(corner.y()) + 2, side, side)
            button.show()

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        place = next(place for place, button in enumerate(self._buttons) if button is sender)
        self.pressed.emit(self._blocks[place])
