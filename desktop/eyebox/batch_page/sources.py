"""The files and folders that a new batch is about, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget

from eyebox.theme.grown import grown
from eyebox.theme.theme import set_kind

FILES = 96


class Sources(QListWidget):
    """Files, folders and lists that are dropped here or added; Del takes the selected ones away.

    Signals: changed.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)  # the whole page takes what is dropped
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setFixedHeight(grown(FILES))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_kind(self, "framed")

    @property
    def paths(self) -> list[str]:
        return [self.item(row).toolTip() for row in range(self.count())]

    def add(self, paths: Sequence[str]) -> None:
        """Adds what is not there yet."""
        known = {*self.paths}
        for path in dict.fromkeys(paths):
            if path not in known:
                self.addItem(Path(path).name or path)
                self.item(self.count() - 1).setToolTip(path)
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            text = self.tr("Drop files and folders here")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            for item in self.selectedItems():
                self.takeItem(self.row(item))
            self.changed.emit()
        else:
            super().keyPressEvent(event)
