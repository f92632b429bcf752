"""What a window does as the settings say, now and when they change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication

from eyebox.actions import Actions, Keys
from eyebox.program import Program
from eyebox.review.keymaps import KEYMAPS
from eyebox.settings.schema import Settings
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.window.header import Header
from eyebox.window.reading_controller import ReadingController
from eyebox.window.welcome import Welcome


class SettingsController(QObject):
    """Follows the settings: colours, contrast, motion, keys, language of prompts, reading order."""

    def __init__(
        self,
        program: Program,
        theme: Theme,
        commands: Actions,
        header: Header,
        welcome: Welcome,
        chats: ChatController,
        reading: ReadingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._theme = theme
        self._commands = commands
        self._header = header
        self._welcome = welcome
        self._chats = chats
        self._reading = reading
        program.settings_changed.connect(self._on_settings)
        theme.changed.connect(self._check_theme)
        reading.order_chosen.connect(self._set_reading_order)
        welcome.set_reads(program.settings.read_on_open)
        self._check_theme()

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        apply_theme(self._theme, settings)
        self._welcome.set_reads(settings.read_on_open)
        self._theme.set_language(self._program.language.code)
        self._chats.set_language(self._program.language.code)
        self._reading.show_order()
        if self._commands.set_keys(*keys_of(settings)):
            for part in (self._header, self._welcome):  # their texts name keys
                QApplication.sendEvent(part, QEvent(QEvent.Type.LanguageChange))

    @Slot(str)
    def _set_reading_order(self, order: str) -> None:
        self._program.change_settings(self._program.settings.with_value("reading_order", order))

    @Slot()
    def _check_theme(self) -> None:
        self._commands["toggle_theme"].setChecked(self._theme.dark)


def apply_theme(theme: Theme, settings: Settings) -> None:
    theme.set_mode(settings.theme)
    theme.set_contrast({"system": None, "high": True, "usual": False}[settings.contrast])
    theme.set_motion({"system": None, "full": True, "reduced": False}[settings.motion])


def keys_of(settings: Settings) -> tuple[Keys, Keys]:
    """The keys that the user gave to actions, and those of the review."""
    return settings.shortcuts, KEYMAPS[settings.review_keys]
