"""Menus of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton


def give_menu(button: QToolButton | QPushButton, menu: QMenu) -> None:
    """Makes a button open a menu, and look as it should after that.

    A button hears nothing from Qt of a mouse that went away while the menu had it: it would stay lit.
    """

    def leave() -> None:
        if not button.rect().contains(button.mapFromGlobal(QCursor.pos())):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            button.update()

    closed = QTimer(button, singleShot=True, interval=0)
    closed.timeout.connect(leave)
    menu.aboutToHide.connect(closed.start)
    button.setMenu(menu)
