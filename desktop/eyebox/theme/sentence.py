"""A sentence in the middle of an empty pane."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel


class Sentence(QLabel):
    """Wraps at a fixed width and is as high as its lines are there.

    A layout asks a QLabel how high it is at all the width there is, where fewer lines would do.
    """

    def __init__(self, width: int) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.setFixedWidth(width)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.heightForWidth(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
