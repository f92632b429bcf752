"""Small controls that the picker is made of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDropEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from eyebox.theme import Theme, set_kind


def label(kind: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A plain-text label of a kind that the style sheet knows; one that wraps can be selected from."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind:
        set_kind(made, kind)
    return made


def button(kind: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button that Enter presses only while it has the focus."""
    made = QPushButton(parent)
    made.setAutoDefault(False)
    if kind:
        set_kind(made, kind)
    return made


def icon_button(theme: Theme, icon: str, parent: QWidget | None = None) -> QToolButton:
    made = QToolButton(parent)
    made.setIcon(theme.icon(icon, "muted"))
    made.setIconSize(QSize(16, 16))
    made.setFixedSize(28, 28)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def hairline(kind: str = "hline") -> QFrame:
    made = QFrame()
    set_kind(made, kind)
    return made


def dropped_folders(event: QDropEvent) -> list[str]:
    """Folders of this machine among what is dropped."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if Path(path).is_dir()]


class ElidedLabel(QLabel):
    """One line that is shortened in the middle; the whole text is its tooltip and what is read out."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if kind:
            set_kind(self, kind)

    @property
    def whole(self) -> str:
        return self._text

    def set_whole(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self._shorten()

    def _shorten(self) -> None:
        self.ensurePolished()
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(shown)
        self.setToolTip(self._text if shown != self._text else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()


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


class Mark(QWidget):
    """An icon of the theme that is no button."""

    def __init__(self, theme: Theme, icon: str, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = theme.icon(icon, "muted")
        self._size = size
        self.setFixedSize(size, max(size, 20))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, 0, (self.height() - self._size) // 2, self._size, self._size)
