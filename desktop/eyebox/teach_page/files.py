"""The files that a model learns from, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QWidget

from eyebox.theme.grown import grown
from eyebox.theme.theme import set_kind

HIGH = 72


class Files(QListWidget):
    """Del takes the selected ones away.

    Signals: changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # the whole page takes what is dropped
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setFixedHeight(grown(HIGH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        set_kind(self, "framed")

    @property
    def paths(self) -> list[str]:
        return [str(self.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.count())]

    def add(self, paths: Sequence[str]) -> None:
        """Adds what is not there yet."""
        known = {*self.paths}
        for path in dict.fromkeys(paths):
            if path not in known:
                self.addItem(Path(path).name or path)
                self.item(self.count() - 1).setData(Qt.ItemDataRole.UserRole, path)
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            text = self.tr("Drop JSON or JSONL files here")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            for item in self.selectedItems():
                self.takeItem(self.row(item))
            self.changed.emit()
        else:
            super().keyPressEvent(event)
