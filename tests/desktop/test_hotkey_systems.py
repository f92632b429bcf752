"""Keys of all programs on Windows and macOS: what the systems are asked, played here, since neither is at hand."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, QObject, Signal
from pytestqt.qtbot import QtBot

from eyebox.capture import hotkey as hotkey_module
from eyebox.capture.hotkey import Hotkey
from eyebox.capture.hotkey_portal import PortalHotkey, xdg_trigger
from eyebox.capture.hotkey_windows import ID, WM_HOTKEY, WindowsHotkey, _Message, keeps_print_screen
from eyebox.capture.macos import MacHotkey, ask_for_screens
from eyebox_models.protocol.errors import EyeboxError


class User32:
    """Windows, as far as it is asked: keys in `taken` belong to others."""

    def __init__(self, *taken: tuple[int, int]) -> None:
        self.taken = taken
        self.keys: list[tuple[int, int]] = []

    def RegisterHotKey(self, window: None, id: int, modifiers: int, key: int) -> bool:
        assert window is None and id == ID and modifiers & 0x4000
        if (modifiers & 0xF, key) in self.taken:
            return False
        self.keys.append((modifiers & 0xF, key))
        return True

    def UnregisterHotKey(self, window: None, id: int) -> bool:
        assert window is None and id == ID
        self.keys.pop()
        return True


@pytest.mark.parametrize("keys, asked", [
    ("Ctrl+Alt+S", (3, 0x53)), ("Print", (0, 0x2C)), ("Meta+Shift+F5", (12, 0x74)), ("Ctrl+1", (2, 0x31)),
])  # fmt: skip
def test_windows_is_asked_for_virtual_keys(qapp, keys: str, asked: tuple[int, int]) -> None:
    user32 = User32()
    hotkey = WindowsHotkey(user32=user32)
    hotkey.set_keys(keys)
    assert user32.keys == [asked]
    hotkey.close()
    assert user32.keys == []


def test_a_message_of_windows_is_a_press(qapp, qtbot: QtBot) -> None:
    hotkey = WindowsHotkey(user32=User32())
    message = _Message(None, WM_HOTKEY, ID)
    with qtbot.waitSignal(hotkey.pressed):
        told = hotkey._filter.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(message))
    assert told == (True, 0)
    other = _Message(None, WM_HOTKEY, 5)
    assert hotkey._filter.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(other)) == (
        False,
        0,
    )
    assert hotkey._filter.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
    hotkey.close()


@pytest.mark.parametrize("keeps", [True, False])
def test_a_key_that_windows_keeps_is_explained(qapp, monkeypatch, keeps: bool) -> None:
    class Registry:
        HKEY_CURRENT_USER = 1

        def OpenKey(self, root: int, path: str) -> Registry:
            assert (root, path) == (1, r"Control Panel\Keyboard")
            return self

        def QueryValueEx(self, _key: object, name: str) -> tuple[int, int]:
            assert name == "PrintScreenKeyForSnippingEnabled"
            return int(keeps), 4

        def __enter__(self) -> Registry:
            return self

        def __exit__(self, *_error: object) -> None: ...

    monkeypatch.setitem(sys.modules, "winreg", Registry())
    assert keeps_print_screen() is keeps
    hotkey = WindowsHotkey(user32=User32((0, 0x2C), (3, 0x53)))
    with pytest.raises(EyeboxError, match="snipping tool" if keeps else "another program"):
        hotkey.set_keys("Print")
    with pytest.raises(EyeboxError, match="another program"):
        hotkey.set_keys("Ctrl+Alt+S")
    with pytest.raises(EyeboxError, match="no key for"):
        hotkey.set_keys("é")
    hotkey.close()


class Carbon:
    """macOS, as far as it is asked."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.keys: list[tuple[int, int]] = []

    def GetApplicationEventTarget(self) -> int:
        return 7

    def InstallEventHandler(self, target: int, handler, count: int, _kinds, _data, reference) -> int:
        assert (target, count) == (7, 1)
        self.handler = handler
        reference._obj.value = 8
        return 0

    def RegisterEventHotKey(
        self, code: int, modifiers: int, _id, target: int, _options: int, reference
    ) -> int:
        assert target == 7
        if not self.status:
            self.keys.append((code, modifiers))
            reference._obj.value = 9
        return self.status

    def UnregisterEventHotKey(self, key: ctypes.c_void_p) -> int:
        assert key.value == 9
        self.keys.pop()
        return 0

    def RemoveEventHandler(self, handler: ctypes.c_void_p) -> int:
        assert handler.value == 8
        return 0


def test_macos_is_asked_for_codes_of_keys(qapp, qtbot: QtBot) -> None:
    carbon = Carbon()
    hotkey = MacHotkey(carbon=carbon)
    hotkey.set_keys("Ctrl+Shift+S")
    assert carbon.keys == [(1, 0x0300)]
    with qtbot.waitSignal(hotkey.pressed):
        carbon.handler(None, None, None)
    hotkey.set_keys("Alt+F1")
    assert carbon.keys == [(122, 0x0800)]
    hotkey.close()
    assert carbon.keys == []
    with pytest.raises(EyeboxError, match="another program"):
        MacHotkey(carbon=Carbon(-9878)).set_keys("Ctrl+Shift+S")
    with pytest.raises(EyeboxError, match="no key for"):
        hotkey.set_keys("é")


@pytest.mark.parametrize("had, given", [(True, False), (False, True), (False, False)])
def test_macos_is_asked_for_the_screen(had: bool, given: bool) -> None:
    class Asked:
        def __init__(self, answer: bool) -> None:
            self.answer, self.restype = answer, None

        def __call__(self) -> bool:
            return self.answer

    graphics = SimpleNamespace(
        CGPreflightScreenCaptureAccess=Asked(had), CGRequestScreenCaptureAccess=Asked(given)
    )
    if had or given:
        ask_for_screens(graphics)
    else:
        with pytest.raises(EyeboxError, match="Screen Recording"):
            ask_for_screens(graphics)


@pytest.mark.parametrize("keys, trigger", [
    ("Ctrl+Alt+S", "CTRL+ALT+s"), ("Meta+Print", "LOGO+Print"), ("Shift+F9", "SHIFT+F9"), ("Print", "Print"),
    ("Ctrl+Ins", "CTRL+Insert"), ("Alt+PgUp", "ALT+Page_Up"), ("Ctrl+Alt+Space", "CTRL+ALT+space"), ("Ctrl++", "CTRL+plus"),
    ("Ctrl+,", "CTRL+comma"), ("Meta+1", "LOGO+1"),
])  # fmt: skip
def test_keys_as_the_xdg_specification_has_them(keys: str, trigger: str) -> None:
    assert xdg_trigger(keys) == trigger


def test_where_no_system_has_keys_it_says_what_to_bind(qapp, qtbot: QtBot) -> None:
    hotkey = Hotkey()
    with qtbot.waitSignal(hotkey.told) as told:
        hotkey.set_keys("Ctrl+Alt+S")
    assert "eyebox capture" in told.args[0]
    hotkey.set_keys("")
    hotkey.close()


def test_refused_keys_are_had_later_without_a_restart_and_refused_in_words_once(
    qapp, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user32 = User32((3, 0x53))
    monkeypatch.setattr(Hotkey, "_of_system", lambda self: WindowsHotkey(self, user32=user32))
    hotkey = Hotkey()
    with qtbot.waitSignal(hotkey.told) as told:
        hotkey.set_keys("Ctrl+Alt+S")
    with qtbot.assertNotEmitted(hotkey.told):
        hotkey.set_keys("Ctrl+Alt+S")
        user32.taken = ()
        assert user32.keys == []
        hotkey.set_keys("Ctrl+Alt+S")
    assert "another program" in told.args[0] and user32.keys == [(3, 0x53)]
    hotkey.close()


class PlayedPortal(QObject):
    """A desktop's portal that gives keys, or refuses them; while there is `no_bus` none can be reached."""

    activated = Signal(str)
    triggers_changed = Signal(dict)
    lost = Signal()
    granted, no_bus = True, False
    made: list[PlayedPortal]

    def __init__(self, parent: QObject) -> None:
        if self.no_bus:
            raise EyeboxError("no-session-bus", "There is no session bus.")
        super().__init__(parent)
        self.made.append(self)

    def bind(self, shortcuts, window, done, failed) -> None:
        (shortcut,) = shortcuts
        assert (shortcut.id, shortcut.preferred) == ("capture", "CTRL+ALT+s")
        if self.granted:
            done({"capture": "Ctrl+Alt+S"})
        else:
            failed(EyeboxError("refused", "No keys."))

    def close(self) -> None: ...


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> type[PlayedPortal]:
    monkeypatch.setattr(PlayedPortal, "made", [], raising=False)
    for name in ("granted", "no_bus"):
        monkeypatch.setattr(PlayedPortal, name, getattr(PlayedPortal, name))
    monkeypatch.setattr("eyebox.capture.hotkey_portal.Portal", PlayedPortal)
    return PlayedPortal


@pytest.mark.parametrize("granted", [True, False])
def test_on_wayland_the_desktop_is_asked_and_says_which_it_gave(
    qapp, qtbot: QtBot, monkeypatch, played: type[PlayedPortal], granted: bool
) -> None:
    played.granted = granted
    monkeypatch.setattr(hotkey_module, "is_wayland", lambda: True)
    hotkey = Hotkey()
    with qtbot.waitSignal(hotkey.told) as told:
        hotkey.set_keys("Ctrl+Alt+S")
    assert told.args == ["The desktop gave the capture these keys: Ctrl+Alt+S" if granted else "No keys."]
    with qtbot.waitSignal(hotkey.pressed):
        played.made[0].activated.emit("capture")
    hotkey.set_keys("")
    with qtbot.assertNotEmitted(hotkey.pressed):
        played.made[0].activated.emit("capture")
    hotkey.close()


def test_keys_that_were_lost_with_the_bus_are_asked_for_again_when_it_is_back(
    qapp, qtbot: QtBot, played: type[PlayedPortal]
) -> None:
    hotkey = PortalHotkey()
    hotkey.set_keys("Ctrl+Alt+S")
    played.no_bus = True
    with qtbot.waitSignal(hotkey.told) as told:
        played.made[0].lost.emit()
    assert "does not listen" in told.args[0] and hotkey._again.isActive()
    hotkey._again.timeout.emit()
    assert len(played.made) == 1 and hotkey._again.isActive()
    played.no_bus = False
    hotkey._again.stop()
    with qtbot.waitSignal(hotkey.told) as told:
        hotkey._again.timeout.emit()
    assert "gave the capture these keys" in told.args[0] and not hotkey._again.isActive()
    with qtbot.waitSignal(hotkey.pressed):
        played.made[1].activated.emit("capture")
    hotkey.close()


def test_without_keys_nothing_is_said_of_a_lost_bus(qapp, qtbot: QtBot, played: type[PlayedPortal]) -> None:
    hotkey = PortalHotkey()
    with qtbot.assertNotEmitted(hotkey.told):
        played.made[0].lost.emit()
        hotkey._again.timeout.emit()
    assert len(played.made) == 2
    hotkey.close()
    assert not hotkey._again.isActive()
