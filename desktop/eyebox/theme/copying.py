"""What is put into the clipboard, and buttons that say for a moment that they have done so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMenu

from eyebox.theme.theme import Theme

if TYPE_CHECKING:
    from eyebox.formats.copied import Form

COPIED_MS = 1500


def as_mime(text: str, html: str = "") -> QMimeData:
    """Plain text, and HTML for programs that take tables; "" for none."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


def add_copying(
    menu: QMenu, theme: Theme, copy_as: Callable[[Form], object], can: Callable[[Form], bool]
) -> None:
    """Puts the ways to copy a text into its menu; `can` says which there are now."""
    names: dict[Form, str] = {
        "as it stands": QCoreApplication.translate("Copying", "Copy"),
        "line": QCoreApplication.translate("Copying", "Copy as one line"),
        "paragraph": QCoreApplication.translate("Copying", "Copy as paragraphs"),
        "table": QCoreApplication.translate("Copying", "Copy as a table"),
    }
    for form, name in names.items():
        action = menu.addAction(name)
        action.triggered.connect(partial(copy_as, form))
        action.setEnabled(can(form))
        if form == "as it stands":
            action.setIcon(theme.icon("copy"))


class CopiedMark(QObject):
    """Once its button is clicked, a tick stands in place of the icon (without one: "Copied" in place of the text).

    Signals: ended: the button is as it was before.
    """

    ended = Signal()

    def __init__(self, theme: Theme, button: QAbstractButton) -> None:
        super().__init__(button)
        self._theme = theme
        self._button = button
        self._timer = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._timer.timeout.connect(self._end)
        button.clicked.connect(self.show)

    @property
    def is_shown(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def show(self) -> None:
        """Shows it, or goes on showing it."""
        button, said = self._button, self.tr("Copied")
        if not self.is_shown:
            self._before = button.icon(), button.text(), button.toolTip()
            if button.icon().isNull():
                button.setText(said)
            else:
                button.setIcon(self._theme.icon("check", "ok"))
            button.setToolTip(said)
        self._timer.start()

    @Slot()
    def _end(self) -> None:
        icon, text, tip = self._before
        self._button.setIcon(icon)
        self._button.setText(text)
        self._button.setToolTip(tip)
        self.ended.emit()
