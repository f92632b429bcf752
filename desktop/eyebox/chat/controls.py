"""Small controls that the chat is made of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from eyebox.theme import Theme, set_kind


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
    button.setIconSize(QSize(size, size))
    button.setFixedSize(size + 12, size + 12)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    name_button(button, name, key)
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
