"""A list of which single letters are not taken: they are the window's."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from eyebox.theme.theme import give_viewport


class ListView(QListView):
    """Does not jump to rows by their first letters. The `own` keys are its own though an action has them too."""

    def __init__(self, own: Collection[Qt.Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        give_viewport(self)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing is searched."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in self._own and not event.modifiers())
            return True
        return super().event(event)
