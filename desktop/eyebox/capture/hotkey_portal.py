"""A key of the desktop on Wayland, by its portal: asked for again when the portal, or the session bus, has come back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence

from eyebox.capture.portal import Portal, Shortcut
from eyebox.language import translated
from eyebox_models.protocol.errors import EyeboxError

AGAIN_MS = 5000
"""How long after the portal has ended its keys are asked for again, and how long after each time that there is no bus."""
_MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
_NAMES = {
    "Ins": "Insert", "Del": "Delete", "PgUp": "Page_Up", "PgDown": "Page_Down", "ScrollLock": "Scroll_Lock", "Space": "space",
    "Esc": "Escape", "Backspace": "BackSpace", "": "plus", "-": "minus", ",": "comma", ".": "period", "/": "slash",
    ";": "semicolon", "'": "apostrophe", "`": "grave", "[": "bracketleft", "]": "bracketright", "\\": "backslash", "=": "equal",
}  # fmt: skip
"""Both by the shortcuts specification of XDG, which calls keys as xkbcommon does, where Qt calls them otherwise."""


class PortalHotkey(QObject):
    """Raises EyeboxError where there is no session bus.

    Signals:
        pressed: the keys were pressed.
        told: a sentence about them: which ones the desktop chose, why they can't be had, or that they are gone for now.
    """

    pressed = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._ask_again)
        self._portal: Portal | None = None
        self._connect()

    def set_keys(self, keys: str) -> None:
        """Asks for these keys in Qt's portable notation ("Ctrl+Alt+S"), or listens to none (""); what comes of it is told."""
        self._keys = keys
        if keys and self._portal is not None:
            self._bind(self._portal)

    def close(self) -> None:
        """Lets go of the keys."""
        self._again.stop()
        if self._portal is not None:
            self._portal.close()
            self._portal = None

    def _connect(self) -> Portal:
        portal = self._portal = Portal(parent=self)
        portal.activated.connect(self._on_activated)
        portal.triggers_changed.connect(self._on_bound)
        portal.lost.connect(self._on_lost)
        return portal

    def _bind(self, portal: Portal) -> None:
        text = QCoreApplication.translate("Hotkey", "Capture a region of the screen")
        shortcut = Shortcut("capture", text, xdg_trigger(self._keys))
        portal.bind([shortcut], "", self._on_bound, lambda error: self.told.emit(translated(error.sentence)))

    @Slot(str)
    def _on_activated(self, _id: str) -> None:
        if self._keys:  # the desktop goes on with keys that were taken back
            self.pressed.emit()

    @Slot(dict)
    def _on_bound(self, triggers: dict[str, str]) -> None:
        text = QCoreApplication.translate("Hotkey", "The desktop gave the capture these keys: %1")
        self.told.emit(text.replace("%1", ", ".join(triggers.values())))

    @Slot()
    def _on_lost(self) -> None:
        if self._portal is not None:
            self._portal.deleteLater()
            self._portal = None
        self._again.start()
        if self._keys:
            self.told.emit(
                QCoreApplication.translate(
                    "Hotkey",
                    "The desktop does not listen for the keys of the capture any more: Eyebox asks for them again as soon as "
                    "it can.",
                )
            )

    @Slot()
    def _ask_again(self) -> None:
        try:
            portal = self._connect()
        except EyeboxError:  # the bus is not back yet
            self._again.start()
        else:
            if self._keys:
                self._bind(portal)


def xdg_trigger(keys: str) -> str:
    """Keys by the shortcuts specification of XDG: "Ctrl+Alt+S" is "CTRL+ALT+s"."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    *modifiers, key = text.removesuffix("+").split("+")  # plus itself is "" then
    named = key.lower() if key.isalpha() and len(key) == 1 else _NAMES.get(key, key)
    return "+".join([*(_MODIFIERS.get(name, name) for name in modifiers), named])
