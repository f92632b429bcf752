"""Files and folders as a list by their names, each once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import set_kind

PATH = Qt.ItemDataRole.UserRole


class PathList(QListWidget):
    """What is dropped on its page or added; Del takes the selected ones away.

    Signals: changed.
    """

    changed = Signal()

    def __init__(self, high: int, parent: QWidget | None = None) -> None:
        """`high`: its height in points, at 100 % text."""
        super().__init__(parent)
        self.setAcceptDrops(False)  # the whole page takes what is dropped
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setFixedHeight(grown(high))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        set_kind(self, "framed")

    @property
    def paths(self) -> list[str]:
        return [str(self.item(row).data(PATH)) for row in range(self.count())]

    def add(self, paths: Sequence[str]) -> None:
        """Adds what is not there yet."""
        known = {*self.paths}
        for path in dict.fromkeys(paths):
            if path not in known:
                item = QListWidgetItem(Path(path).name or path, self)
                item.setData(PATH, path)
                item.setToolTip(as_tip(path))
        self.changed.emit()

    def hint(self) -> str:
        """What stands in it while it is empty."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.hint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            for item in self.selectedItems():
                self.takeItem(self.row(item))
            self.changed.emit()
        else:
            super().keyPressEvent(event)
