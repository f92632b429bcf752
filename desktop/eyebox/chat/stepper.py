"""Steps through the alternatives of a turn."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eyebox.chat.controls import icon_button, label
from eyebox.theme import Theme


class Stepper(QWidget):
    """The row "‹ 2/3 ›".

    Signals:
        stepped: place of the alternative to show, from 0.
    """

    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = 0
        self._back = icon_button(theme, "chevron-left", self.tr("Earlier version"), parent=self)
        self._on = icon_button(theme, "chevron-right", self.tr("Later version"), parent=self)
        self._place = label("", "hint", self)
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._back, self._place, self._on):
            row.addWidget(part)
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_forth)

    def set_place(self, index: int, count: int) -> None:
        """Shows the place `index` (from 0) among `count`."""
        self._index = index
        self._place.setText(f"{index + 1}/{count}")
        title = self.tr("Version %1 of %2").replace("%1", str(index + 1)).replace("%2", str(count))
        self._place.setAccessibleName(title)
        self._back.setEnabled(index > 0)
        self._on.setEnabled(index + 1 < count)

    @Slot()
    def _on_back(self) -> None:
        self.stepped.emit(self._index - 1)

    @Slot()
    def _on_forth(self) -> None:
        self.stepped.emit(self._index + 1)
