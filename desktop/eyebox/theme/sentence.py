"""Texts that wrap: a sentence in the middle of an empty pane, tooltips, and long words that may be broken."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel

_LONGEST = 24
_WORD = re.compile(rf"[^\s/\\-]{{{_LONGEST + 1},}}")
_PIECE = re.compile(rf"[^_.]{{1,{_LONGEST}}}[_.]*|[_.]{{1,{_LONGEST}}}")
_BREAK = "\N{ZERO WIDTH SPACE}"
_LONGEST_TIP = 600


def breakable(text: str) -> str:
    """The same text for a label, which would grow as wide as a long path. It holds marks that nobody sees: never copy it."""
    return _WORD.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), text)


def as_tip(text: str) -> str:
    """A tooltip that shows a text from elsewhere as it is, never as HTML (which Qt guesses, and loads pictures of), and cuts off
    what nobody reads there."""
    if not text:
        return ""
    short = text if len(text) <= _LONGEST_TIP else text[: _LONGEST_TIP - 1] + "…"
    shown = breakable(short).replace("&", "&amp;").replace("<", "&lt;")  # the module html is slow to import
    return f'<div style="white-space: pre-wrap">{shown}</div>'


class Sentence(QLabel):
    """Wraps at a fixed width and is as high as its lines are there.

    A layout asks a QLabel how high it is at all the width there is, where fewer lines would do.
    """

    def __init__(self, width: int) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedWidth(width)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.heightForWidth(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
