"""A key of all programs on Windows, by RegisterHotKey. Written against Microsoft's documentation; not run on Windows yet.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QKeyCombination,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence

from eyebox_models.protocol.errors import EyeboxError

ALT, CONTROL, SHIFT, WIN, NO_REPEAT = 1, 2, 4, 8, 0x4000
WM_HOTKEY = 0x0312
ID = 0xE7B0
"""Any number below 0xC000 is free for a program; it names the key in messages."""
KEYS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Print: 0x2C, Qt.Key.Key_Pause: 0x13, Qt.Key.Key_ScrollLock: 0x91, Qt.Key.Key_Insert: 0x2D,
    Qt.Key.Key_Delete: 0x2E, Qt.Key.Key_Home: 0x24, Qt.Key.Key_End: 0x23, Qt.Key.Key_PageUp: 0x21,
    Qt.Key.Key_PageDown: 0x22, Qt.Key.Key_Left: 0x25, Qt.Key.Key_Up: 0x26, Qt.Key.Key_Right: 0x27, Qt.Key.Key_Down: 0x28,
    Qt.Key.Key_Space: 0x20,
    **{Qt.Key(Qt.Key.Key_F1.value + n): 0x70 + n for n in range(24)},
}  # fmt: skip
"""Virtual key codes; those of letters and digits are their ASCII codes."""


class _Message(ctypes.Structure):
    """MSG, as far as it is read."""

    _fields_ = [("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("word", ctypes.c_size_t)]


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._pressed = pressed

    def nativeEventFilter(self, kind: QByteArray | bytes, message: int) -> tuple[bool, int]:  # type: ignore[override]
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]
            found = _Message.from_address(int(message))
            if found.message == WM_HOTKEY and found.word == ID:
                self._pressed()
                return True, 0
        return False, 0


class WindowsHotkey(QObject):
    """One key combination, wherever the focus is.

    Signals: pressed: it was pressed.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None, *, user32: Any = None) -> None:
        super().__init__(parent)
        self._user32 = user32 or ctypes.windll.user32  # type: ignore[attr-defined]
        self._filter = _Filter(self.pressed.emit)
        self._is_registered = False
        QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]

    def set_keys(self, keys: str) -> None:
        """Listens to these keys in Qt's portable notation, or to none (""). Raises EyeboxError where they can't be had."""
        if self._is_registered:
            self._user32.UnregisterHotKey(None, ID)
            self._is_registered = False
        if not keys:
            return
        sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
        combination: QKeyCombination = sequence[0] if sequence.count() == 1 else QKeyCombination()  # type: ignore[index]
        code = virtual_key(combination.key())
        name = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        if not code:
            raise EyeboxError(
                "hotkey-unknown", "This keyboard has no key for {keys}: choose another.", keys=name
            )
        if self._user32.RegisterHotKey(None, ID, _modifiers(combination) | NO_REPEAT, code):
            self._is_registered = True
        elif combination.key() == Qt.Key.Key_Print and keeps_print_screen():
            raise EyeboxError(
                "print-screen-kept",
                "Windows keeps the Print Screen key for its own snipping tool: switch that off under Settings, Accessibility, "
                "Keyboard, or choose other keys.",
            )
        else:
            raise EyeboxError(
                "hotkey-taken",
                "{keys} belongs to another program, or to the desktop: choose other keys, or free it there.",
                keys=name,
            )

    def close(self) -> None:
        """Lets go of the key."""
        self.set_keys("")
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)


def virtual_key(key: Qt.Key) -> int:
    """The virtual key code of a key, 0 where it has none."""
    character = chr(key.value) if key.value < 0x80 else ""
    return KEYS.get(key) or (key.value if character.isascii() and character.isalnum() else 0)


def keeps_print_screen() -> bool:
    """Whether Windows 11 opens its snipping tool by Print Screen, which programs can't have then."""
    import winreg  # type: ignore[import-not-found,unused-ignore]

    registry: Any = winreg
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, r"Control Panel\Keyboard") as key:
            return bool(registry.QueryValueEx(key, "PrintScreenKeyForSnippingEnabled")[0])
    except OSError:
        return True  # where nothing is set, it does since 2023


def _modifiers(combination: QKeyCombination) -> int:
    held = combination.keyboardModifiers()
    masks = {
        Qt.KeyboardModifier.AltModifier: ALT, Qt.KeyboardModifier.ControlModifier: CONTROL,
        Qt.KeyboardModifier.ShiftModifier: SHIFT, Qt.KeyboardModifier.MetaModifier: WIN,
    }  # fmt: skip
    return sum(mask for modifier, mask in masks.items() if held & modifier)
