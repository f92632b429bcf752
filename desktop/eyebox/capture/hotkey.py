"""The program's own key for a capture, wherever the focus is, as the system allows it."""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from eyebox.capture.screen import is_wayland
from eyebox.language import translated
from eyebox_models.protocol.errors import EyeboxError


class Keys(Protocol):
    """What a system offers for keys of all programs."""

    def set_keys(self, keys: str) -> None:
        """Listens to these keys, or to none. Raises EyeboxError where they can't be had."""
        ...

    def close(self) -> None: ...


class Hotkey(QObject):
    """Signals:
    pressed: the keys were pressed.
    told: a sentence about them: why they can't be had, which ones the desktop chose, or that they are gone for now.
    """

    pressed = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self._refused = False
        self._system: Keys | None = None

    @Slot(str)
    def set_keys(self, keys: str) -> None:
        """Listens to these keys in Qt's portable notation ("Ctrl+Alt+S"), or to none (""). The same ones are asked for again
        where they were refused, for whoever had them may have let them go; why not is said once.
        """
        again = keys == self._keys
        if again and not self._refused:
            return
        self._keys = keys
        self._refused = False
        try:
            if self._system is None and keys:
                self._system = self._of_system()
            if self._system is not None:
                self._system.set_keys(keys)
        except EyeboxError as error:
            self._refused = True
            if not again:
                self.told.emit(translated(error.sentence))

    def close(self) -> None:
        """Lets go of the keys."""
        if self._system is not None:
            self._system.close()
            self._system = None

    def _of_system(self) -> Keys:
        if is_wayland():
            from eyebox.capture.hotkey_portal import PortalHotkey

            portal = PortalHotkey(self)
            portal.pressed.connect(self.pressed)
            portal.told.connect(self.told)
            return portal
        if QGuiApplication.platformName() == "xcb":
            from eyebox.capture.hotkey_x11 import X11Hotkey

            key = X11Hotkey(parent=self)
            key.pressed.connect(self.pressed)
            key.lost.connect(self.told)
            return key
        if sys.platform == "win32":
            from eyebox.capture.hotkey_windows import WindowsHotkey

            windows = WindowsHotkey(self)
            windows.pressed.connect(self.pressed)
            return windows
        if sys.platform == "darwin":
            from eyebox.capture.macos import MacHotkey

            mac = MacHotkey(self)
            mac.pressed.connect(self.pressed)
            return mac
        raise EyeboxError(
            "no-hotkey",
            "Eyebox can't have keys of its own here: bind a key to the command `eyebox capture` in the system's settings.",
        )
