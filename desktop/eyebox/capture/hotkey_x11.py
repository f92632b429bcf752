"""A key of the whole X server: XGrabKey by ctypes on libxcb, on a connection of its own.

A native event filter on Qt's connection would call Python for every event of the program; here nothing arrives but this key.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from itertools import product

from PySide6.QtCore import QKeyCombination, QObject, QSocketNotifier, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence

from eyebox.capture.xcb import connect, free, freed, load
from eyebox.language import translated
from eyebox_models.protocol.errors import EyeboxError

SHIFT, LOCK, CONTROL, ALT, SUPER = 1, 2, 4, 8, 64
"""Masks of modifiers in the core protocol; where Num Lock lies the server is asked."""
KEY_PRESS, MAPPING_NOTIFY = 2, 34
ASYNC = 1
NUM_LOCK_KEYSYM = 0xFF7F
KEYSYMS: Mapping[Qt.Key, int] = {
    Qt.Key.Key_Print: 0xFF61, Qt.Key.Key_Pause: 0xFF13, Qt.Key.Key_ScrollLock: 0xFF14, Qt.Key.Key_Insert: 0xFF63,
    Qt.Key.Key_Home: 0xFF50, Qt.Key.Key_End: 0xFF57, Qt.Key.Key_PageUp: 0xFF55, Qt.Key.Key_PageDown: 0xFF56,
    Qt.Key.Key_Delete: 0xFFFF, Qt.Key.Key_Left: 0xFF51, Qt.Key.Key_Up: 0xFF52, Qt.Key.Key_Right: 0xFF53,
    Qt.Key.Key_Down: 0xFF54, Qt.Key.Key_Space: 0x20,
    **{Qt.Key(Qt.Key.Key_F1.value + n): 0xFFBE + n for n in range(24)},
}  # fmt: skip
"""Keysyms of keys without a letter; those of letters, digits and signs are their Latin-1 characters."""
PLACES = {
    character: first + place
    for first, row in ((10, "1234567890-="), (24, "qwertyuiop[]"), (38, "asdfghjkl;'`"), (52, "zxcvbnm,./"))
    for place, character in enumerate(row)
}
"""Key codes (of evdev, as X.Org has them) of characters on a US keyboard: for layouts without Latin letters."""


class _Reply(ctypes.Structure):
    """What replies about keyboards begin with: keysyms a key code, or key codes a modifier."""

    _fields_ = [("type", ctypes.c_uint8), ("width", ctypes.c_uint8)]


class X11Hotkey(QObject):
    """One key combination, wherever the focus is. Raises EyeboxError where there is no X server.

    Signals:
        pressed: it was pressed.
        lost: a sentence; the keyboard changed, and the key can't be had any more.
    """

    pressed = Signal()
    lost = Signal(str)

    def __init__(self, display: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._xcb = load()
        self._link, self._root = connect(display)
        self._keys = ""
        self._grabbed: list[tuple[int, int]] = []
        self._notifier = QSocketNotifier(
            self._xcb.xcb_get_file_descriptor(self._link), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_readable)

    def set_keys(self, keys: str) -> None:
        """Listens to these keys in Qt's portable notation ("Ctrl+Alt+S"), or to none ("").

        Raises EyeboxError where another program has them, or there is no such key; none are listened to then.
        """
        self._release()
        self._keys = keys
        if keys:
            self._grab(QKeySequence(keys, QKeySequence.SequenceFormat.PortableText))

    def close(self) -> None:
        """Lets go of the key and of the connection."""
        if self._link:
            self._notifier.setEnabled(False)
            self._xcb.xcb_disconnect(self._link)
            self._link = None

    def _grab(self, sequence: QKeySequence) -> None:
        combination: QKeyCombination = sequence[0] if sequence.count() == 1 else QKeyCombination()  # type: ignore[index]
        name = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        codes = self._codes(combination.key())
        if not codes:
            raise EyeboxError(
                "hotkey-unknown", "This keyboard has no key for {keys}: choose another.", keys=name
            )
        modifiers = _mask(combination.keyboardModifiers())
        ignored = [0, LOCK, *({number, number | LOCK} if (number := self._num_lock()) else ())]
        for code, extra in product(codes, ignored):
            error = self._xcb.xcb_request_check(
                self._link,
                self._xcb.xcb_grab_key_checked(
                    self._link, 1, self._root, modifiers | extra, code, ASYNC, ASYNC
                ),
            )
            if error:
                free(error)
                self._release()
                raise EyeboxError(
                    "hotkey-taken",
                    "{keys} belongs to another program, or to the desktop: choose other keys, or free it there.",
                    keys=name,
                )
            self._grabbed.append((code, modifiers | extra))

    def _release(self) -> None:
        for code, modifiers in self._grabbed:
            error = self._xcb.xcb_request_check(
                self._link, self._xcb.xcb_ungrab_key_checked(self._link, code, self._root, modifiers)
            )
            if error:
                free(error)
        self._grabbed = []

    def _codes(self, key: Qt.Key) -> list[int]:
        """The codes of a key, by what stands on it in any of its layouts, or else by its place."""
        if key in KEYSYMS:
            return [code for code, keysyms in self._keyboard() if KEYSYMS[key] in keysyms]
        if not 0x20 < key.value < 0x7F:
            return []
        character = chr(key.value).lower()
        wanted = {ord(character), ord(character.upper())}
        found = [
            code for code, keysyms in self._keyboard() if wanted.intersection(keysyms[:1] + keysyms[2:3])
        ]
        return found or [PLACES[character]] * (character in PLACES)

    def _keyboard(self) -> Iterator[tuple[int, list[int]]]:
        """Key codes with their keysyms: unshifted and shifted, layout after layout."""
        setup = self._xcb.xcb_get_setup(self._link).contents
        count = setup.last_key - setup.first_key + 1
        cookie = self._xcb.xcb_get_keyboard_mapping(self._link, setup.first_key, count)
        with freed(self._xcb.xcb_get_keyboard_mapping_reply(self._link, cookie, None)) as reply:
            width = ctypes.cast(reply, ctypes.POINTER(_Reply)).contents.width
            keysyms = self._xcb.xcb_get_keyboard_mapping_keysyms(reply)[: count * width]
        for place in range(count):
            yield setup.first_key + place, keysyms[place * width : (place + 1) * width]

    def _num_lock(self) -> int:
        """The mask of Num Lock on this keyboard, 0 where it has none."""
        codes = {code for code, keysyms in self._keyboard() if NUM_LOCK_KEYSYM in keysyms}
        cookie = self._xcb.xcb_get_modifier_mapping(self._link)
        with freed(self._xcb.xcb_get_modifier_mapping_reply(self._link, cookie, None)) as reply:
            width = ctypes.cast(reply, ctypes.POINTER(_Reply)).contents.width
            keys = self._xcb.xcb_get_modifier_mapping_keycodes(reply)[: 8 * width]
        masks = [
            1 << modifier for modifier in range(8) if codes.intersection(keys[modifier * width :][:width])
        ]
        return masks[0] if masks else 0

    @Slot()
    def _on_readable(self) -> None:
        while self._taken() and self._keys:  # meanwhile more may have come, which nothing tells of again
            try:
                self.set_keys(self._keys)
            except EyeboxError as error:
                self.lost.emit(translated(error.sentence))
        if self._link and self._xcb.xcb_connection_has_error(self._link):
            self._notifier.setEnabled(False)

    def _taken(self) -> bool:
        """Takes the events that are there; whether the keyboard has changed."""
        changed = False
        while self._link and (event := self._xcb.xcb_poll_for_event(self._link)):
            kind = event[0] & 0x7F
            free(event)
            if kind == KEY_PRESS:
                self.pressed.emit()
            changed = changed or kind == MAPPING_NOTIFY
        return changed


def _mask(modifiers: Qt.KeyboardModifier) -> int:
    masks = {
        Qt.KeyboardModifier.ShiftModifier: SHIFT,
        Qt.KeyboardModifier.ControlModifier: CONTROL,
        Qt.KeyboardModifier.AltModifier: ALT,
        Qt.KeyboardModifier.MetaModifier: SUPER,
    }
    return sum(mask for modifier, mask in masks.items() if modifiers & modifier)
