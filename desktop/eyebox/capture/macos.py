"""What macOS asks of programs that capture screens: a permission, and Carbon for a key of all programs.

Written against Apple's headers (CGWindow.h, CarbonEvents.h); not run on macOS yet.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from functools import cache
from typing import Any

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from eyebox_models.protocol.errors import EyeboxError

_FRAMEWORKS = "/System/Library/Frameworks"
COMMAND, SHIFT, OPTION, CONTROL = 0x0100, 0x0200, 0x0800, 0x1000
_KEYBOARD_EVENTS, _HOTKEY_PRESSED = 0x6B657962, 5
"""'keyb' and kEventHotKeyPressed."""
_SIGNATURE = 0x45594542
"""'EYEB'"""
KEYS: Mapping[str, int] = {
    **dict(zip("ASDFHGZXCV", range(10), strict=True)), "B": 11, "Q": 12, "W": 13, "E": 14, "R": 15, "Y": 16, "T": 17, "1": 18,
    "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "=": 24, "9": 25, "7": 26, "-": 27, "8": 28, "0": 29, "O": 31, "U": 32,
    "I": 34, "P": 35, "L": 37, "J": 38, "K": 40, ",": 43, "/": 44, "N": 45, "M": 46, ".": 47, " ": 49,
}  # fmt: skip
"""Codes of keys by what stands on them on a US keyboard (Events.h, kVK_ANSI_*)."""
FUNCTION_KEYS = (122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90)
"""F1 to F20."""


def ask_for_screens(graphics: Any = None) -> None:
    """Raises EyeboxError where the user has not allowed to record the screen; macOS asks for it then, once."""
    graphics = graphics or ctypes.CDLL(f"{_FRAMEWORKS}/CoreGraphics.framework/CoreGraphics")
    graphics.CGPreflightScreenCaptureAccess.restype = ctypes.c_bool
    graphics.CGRequestScreenCaptureAccess.restype = ctypes.c_bool
    if not graphics.CGPreflightScreenCaptureAccess() and not graphics.CGRequestScreenCaptureAccess():
        raise EyeboxError(
            "screens-not-allowed",
            "macOS does not let Eyebox see the screen: allow it under System Settings, Privacy and Security, Screen Recording, "
            "and start Eyebox again.",
        )


class _Kind(ctypes.Structure):
    _fields_ = [("event_class", ctypes.c_uint32), ("event_kind", ctypes.c_uint32)]


class _Id(ctypes.Structure):
    _fields_ = [("signature", ctypes.c_uint32), ("id", ctypes.c_uint32)]


_Handler = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


@cache
def _carbon() -> Any:
    carbon = ctypes.CDLL(f"{_FRAMEWORKS}/Carbon.framework/Carbon")
    carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
    carbon.InstallEventHandler.argtypes = [
        ctypes.c_void_p, _Handler, ctypes.c_ulong, ctypes.POINTER(_Kind), ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    carbon.RegisterEventHotKey.argtypes = [
        ctypes.c_uint32, ctypes.c_uint32, _Id, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p,
    ]  # fmt: skip
    carbon.UnregisterEventHotKey.argtypes = [ctypes.c_void_p]
    carbon.RemoveEventHandler.argtypes = [ctypes.c_void_p]
    return carbon


class MacHotkey(QObject):
    """One key combination, wherever the focus is.

    Signals: pressed: it was pressed.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None, *, carbon: Any = None) -> None:
        super().__init__(parent)
        self._carbon = carbon or _carbon()
        self._key = ctypes.c_void_p()
        self._handler = ctypes.c_void_p()
        self._called = _Handler(self._on_event)  # must live as long as it may be called
        self._target = self._carbon.GetApplicationEventTarget()
        kind = _Kind(_KEYBOARD_EVENTS, _HOTKEY_PRESSED)
        self._carbon.InstallEventHandler(
            self._target, self._called, 1, ctypes.byref(kind), None, ctypes.byref(self._handler)
        )

    def set_keys(self, keys: str) -> None:
        """Listens to these keys in Qt's portable notation (Ctrl is the Command key), or to none ("").

        Raises EyeboxError where they can't be had.
        """
        if self._key:
            self._carbon.UnregisterEventHotKey(self._key)
            self._key = ctypes.c_void_p()
        if not keys:
            return
        sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
        combination: QKeyCombination = sequence[0] if sequence.count() == 1 else QKeyCombination()  # type: ignore[index]
        name = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        code = key_code(combination.key())
        if code is None:
            raise EyeboxError(
                "hotkey-unknown", "This keyboard has no key for {keys}: choose another.", keys=name
            )
        status = self._carbon.RegisterEventHotKey(
            code, _modifiers(combination), _Id(_SIGNATURE, 1), self._target, 0, ctypes.byref(self._key)
        )
        if status != 0:
            self._key = ctypes.c_void_p()
            raise EyeboxError(
                "hotkey-taken",
                "{keys} belongs to another program, or to the desktop: choose other keys, or free it there.",
                keys=name,
            )

    def close(self) -> None:
        """Lets go of the key."""
        self.set_keys("")
        if self._handler:
            self._carbon.RemoveEventHandler(self._handler)
            self._handler = ctypes.c_void_p()

    def _on_event(self, _next: object, _event: object, _data: object) -> int:
        self.pressed.emit()
        return 0


def key_code(key: Qt.Key) -> int | None:
    """The code of a key on a Mac's keyboard, None where it has none."""
    function = key.value - Qt.Key.Key_F1.value
    if 0 <= function < len(FUNCTION_KEYS):
        return FUNCTION_KEYS[function]
    return KEYS.get(chr(key.value)) if key.value < 0x80 else None


def _modifiers(combination: QKeyCombination) -> int:
    held = combination.keyboardModifiers()
    masks = {
        Qt.KeyboardModifier.ControlModifier: COMMAND, Qt.KeyboardModifier.ShiftModifier: SHIFT,
        Qt.KeyboardModifier.AltModifier: OPTION, Qt.KeyboardModifier.MetaModifier: CONTROL,
    }  # fmt: skip
    return sum(mask for modifier, mask in masks.items() if held & modifier)
