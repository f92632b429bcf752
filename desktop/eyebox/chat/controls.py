"""Small controls that the chat is made of."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from eyebox.theme import Theme, set_kind
from eyebox.theme.copying import CopiedMark
from eyebox.theme.grown import grown


def icon_button(
    theme: Theme,
    icon: str,
    name: str,
    *,
    key: str = "",
    role: str = "muted",
    size: int = 16,
    parent: QWidget | None = None,
) -> QToolButton:
    """A quiet button with an icon of `size` pixels; `name` is read out and is its tooltip, with `key`."""
    button = QToolButton(parent)
    button.setIcon(theme.icon(icon, role))
    button.setIconSize(QSize(grown(size), grown(size)))
    button.setFixedSize(grown(size) + 12, grown(size) + 12)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    name_button(button, name, key)
    return button


def copy_button(
    theme: Theme, name: str, *, key: str = "", size: int = 16, parent: QWidget | None = None
) -> QToolButton:
    """A quiet button that says for a moment that it has copied."""
    button = icon_button(theme, "copy", name, key=key, size=size, parent=parent)
    CopiedMark(theme, button)
    return button


def name_button(button: QToolButton, name: str, key: str = "") -> None:
    """Names a button for screen readers and in its tooltip."""
    button.setAccessibleName(name)
    button.setToolTip(f"{name}  ({key})" if key else name)


def text_button(text: str, kind: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button with a text, of a kind that the style sheet knows."""
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    if kind:
        set_kind(button, kind)
    return button


def label(text: str, kind: str, parent: QWidget | None = None) -> QLabel:
    """A plain-text label of a kind that the style sheet knows."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_kind(made, kind)
    return made


class Stepper(QWidget):
    """Steps through the alternatives of a turn: the row "‹ 2/3 ›".

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


class MarkedButton(QToolButton):
    """A quiet button with an icon, and a dot at its corner while it is marked."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.marked = False
        self.setIcon(theme.icon(icon, "muted"))
        self.setIconSize(QSize(grown(16), grown(16)))
        self.setFixedSize(grown(28), grown(28))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_marked(self, marked: bool) -> None:
        """Shows or hides the dot."""
        self.marked = marked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(QPointF(self.width() - 6.5, 6.5), 3, 3)
