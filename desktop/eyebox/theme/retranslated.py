"""Widgets whose texts follow the language of the program while it runs."""

from __future__ import annotations

from PySide6.QtCore import QEvent


class Retranslated:
    """Stands before a widget's own class. `_retranslate` puts its texts in, and is called when the language changes."""

    def _retranslate(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)  # type: ignore[misc]
