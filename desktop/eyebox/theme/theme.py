"""The one source of colours and icons for palette, style sheet and painting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon


class Theme(QObject):
    """Colours by role and icons by name; `changed` when light turns dark or back."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dark = False

    def color(self, role: str) -> QColor:
        return QColor("#808080")

    def label_color(self, label: str) -> QColor:
        """The colour of a box with this label: stable, and told apart by colour-blind people."""
        return QColor("#0072b2")

    def icon(self, name: str, role: str = "text") -> QIcon:
        return QIcon()
