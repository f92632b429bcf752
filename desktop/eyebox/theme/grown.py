"""Lengths that hold text, which grow with it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_percent = 100
_BESIDE = (40, 80)
"""Points of the screen that a window leaves free, its frame among them."""


def set_text_size(percent: int) -> None:
    """What all text has of the system's size, before any widget is made."""
    global _percent
    _percent = percent


def grown(points: int) -> int:
    """So many points at the usual size of text; never less."""
    return points * max(_percent, 100) // 100


def resize_grown(widget: QWidget, width: int, height: int) -> None:
    """Gives a window so many points, grown, as far as the screen has room for them."""
    widget.resize(QSize(grown(width), grown(height)).boundedTo(room_on_screen(widget)))


def room_on_screen(widget: QWidget) -> QSize:
    """How large a window may be on the screen of a widget, in points."""
    return widget.screen().availableSize() - QSize(*_BESIDE)
