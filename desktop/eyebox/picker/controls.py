"""Small controls that the picker is made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QSlider, QWidget

from eyebox.theme import Theme


def dropped_folders(event: QDropEvent) -> list[str]:
    """Folders of this machine among what is dropped."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if Path(path).is_dir()]


def choose_folder(over: QWidget, title: str, chosen: Callable[[str], None]) -> None:
    """Asks for a folder without holding up the window; `chosen` is called with it."""
    dialog = QFileDialog(over, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()


class CalmSlider(QSlider):
    """A slider that lets a page scroll under the mouse wheel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmCombo(QComboBox):
    """A choice that lets a page scroll under the mouse wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Dot(QWidget):
    """A dot in a colour of the theme, beside words that say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = "muted"
        self.setFixedSize(8, 16)
        theme.changed.connect(self.update)

    def set_role(self, role: str) -> None:
        self._role = role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._role))
        painter.drawEllipse(0, 4, 8, 8)
