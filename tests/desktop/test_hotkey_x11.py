"""A key of the whole X server, pressed by xdotool on a server of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from shutil import which

import pytest
from pytestqt.qtbot import QtBot

from eyebox.capture import hotkey_x11
from eyebox.capture.hotkey_x11 import MAPPING_NOTIFY, X11Hotkey
from eyebox.capture.xcb import load
from eyebox_models.protocol.errors import EyeboxError
from xserver import x_server, xdotool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X11")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with x_server() as name:
        yield name


@pytest.fixture
def hotkey(qapp: object, display: str) -> Iterator[X11Hotkey]:
    key = X11Hotkey(display)
    yield key
    key.close()


def pressed(qtbot: QtBot, hotkey: X11Hotkey, display: str, *words: str) -> None:
    with qtbot.waitSignal(hotkey.pressed):
        xdotool(display, *words)


@pytest.mark.parametrize("keys, words", [
    ("Ctrl+Alt+S", ["ctrl+alt+s"]), ("Print", ["Print"]), ("Shift+F9", ["shift+F9"]), ("Meta+1", ["super+1"]),
])  # fmt: skip
def test_keys_are_heard_wherever_the_focus_is(
    qtbot: QtBot, hotkey: X11Hotkey, display: str, keys: str, words: list[str]
) -> None:
    hotkey.set_keys(keys)
    for _ in range(2):
        pressed(qtbot, hotkey, display, "key", *words)


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_locks_play_no_part(qtbot: QtBot, hotkey: X11Hotkey, display: str, lock: str) -> None:
    hotkey.set_keys("Ctrl+Alt+S")
    xdotool(display, "key", lock)
    pressed(qtbot, hotkey, display, "key", "ctrl+alt+s")
    xdotool(display, "key", lock)
    pressed(qtbot, hotkey, display, "key", "ctrl+alt+s")


def test_one_that_belongs_to_another_program_is_refused(
    qtbot: QtBot, hotkey: X11Hotkey, display: str
) -> None:
    hotkey.set_keys("Ctrl+Alt+S")
    other = X11Hotkey(display)
    with pytest.raises(EyeboxError, match="belongs to another program"):
        other.set_keys("Ctrl+Alt+S")
    other.set_keys("Ctrl+Alt+T")
    pressed(qtbot, other, display, "key", "ctrl+alt+t")
    hotkey.set_keys("")
    other.set_keys("Ctrl+Alt+S")
    pressed(qtbot, other, display, "key", "ctrl+alt+s")
    other.close()


@pytest.mark.parametrize("keys", ["F35", "é", "Ctrl+K, Ctrl+S"])
def test_keys_that_no_keyboard_has_are_refused(hotkey: X11Hotkey, keys: str) -> None:
    with pytest.raises(EyeboxError, match="no key for"):
        hotkey.set_keys(keys)


def test_without_a_server_it_says_so(qapp: object) -> None:
    with pytest.raises(EyeboxError, match="no X server"):
        X11Hotkey(":9999")


@pytest.mark.skipif(which("setxkbmap") is None, reason="setxkbmap is not installed")
def test_without_latin_letters_the_place_counts_also_when_the_layout_changes(
    qtbot: QtBot, hotkey: X11Hotkey, display: str
) -> None:
    def layout(name: str) -> None:
        subprocess.run(["setxkbmap", name], env=os.environ | {"DISPLAY": display}, check=True, timeout=240)

    hotkey.set_keys("Ctrl+Alt+Y")
    try:
        for name, code in (("ru", 29), ("de", 52), ("us", 29)):  # y and z change places on a German keyboard
            layout(name)
            qtbot.waitUntil(lambda code=code: code in {grabbed for grabbed, _ in hotkey._grabbed})
            pressed(
                qtbot,
                hotkey,
                display,
                "keydown",
                "ctrl",
                "keydown",
                "alt",
                "key",
                str(code),
                "keyup",
                "alt",
                "keyup",
                "ctrl",
            )
    finally:
        layout("us")


def test_a_layout_that_changes_while_the_last_one_is_looked_at_is_not_missed(
    hotkey: X11Hotkey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes while the server is asked is read then, and the notifier tells nothing of it."""
    events: list[list[int] | None] = [[MAPPING_NOTIFY], None, [MAPPING_NOTIFY], None, None]
    taken: list[str] = []

    class Played:
        def __getattr__(self, name: str) -> object:
            return getattr(load(), name)

        def xcb_poll_for_event(self, _link: object) -> list[int] | None:
            return events.pop(0)

    hotkey.set_keys("Ctrl+Alt+S")
    monkeypatch.setattr(hotkey_x11, "free", lambda _event: None)
    monkeypatch.setattr(hotkey, "_xcb", Played())
    monkeypatch.setattr(hotkey, "set_keys", taken.append)
    hotkey._on_readable()
    assert taken == ["Ctrl+Alt+S"] * 2 and events == []


def test_nothing_is_heard_after_the_end(qtbot: QtBot, display: str) -> None:
    hotkey = X11Hotkey(display)
    hotkey.set_keys("Ctrl+Alt+S")
    hotkey.close()
    hotkey.close()
    again = X11Hotkey(display)
    again.set_keys("Ctrl+Alt+S")
    with qtbot.assertNotEmitted(hotkey.pressed):
        pressed(qtbot, again, display, "key", "ctrl+alt+s")
    again.close()
