"""How many connections there were, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def words(connections: int, refused: int) -> str:
    """What the status line says, and the page's title."""
    translate = QCoreApplication.translate
    if not connections:
        text = translate("Connections", "offline · 0 connections")
    elif connections == 1:
        text = translate("Connections", "1 connection")
    else:
        text = translate("Connections", "%1 connections").replace("%1", f"{connections:,}")
    if refused:
        text += " · " + translate("Connections", "%1 refused").replace("%1", f"{refused:,}")
    return text
