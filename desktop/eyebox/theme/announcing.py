"""What a screen reader says by itself: an answer, what was selected, what was copied."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(source: QObject, text: str) -> None:
    """Has a screen reader say a text about a widget; nothing happens where none listens."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 3 ms that the start can do without

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
