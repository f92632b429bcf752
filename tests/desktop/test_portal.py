"""The desktop portal, as a portal of the tests plays it on a bus of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

import desktop_portal
from eyebox.capture import hotkey_portal
from eyebox.capture import portal as portal_module
from eyebox.capture.portal import Portal, Shortcut, take_file
from eyebox_models.protocol.errors import EyeboxError

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the portal of Linux desktops"),
    pytest.mark.skipif(which("dbus-daemon") is None, reason="dbus-daemon is not installed"),
]

PIXELS = b"a picture of the screen"


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.communicate()


class Played:
    """The portal of the tests, in a process of its own."""

    def __init__(self, bus: str, scenario: str, picture: Path) -> None:
        self.picture = picture
        picture.write_bytes(PIXELS)
        command = [sys.executable, desktop_portal.__file__, bus, scenario, picture.as_uri()]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.line() == "ready"

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def do(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()

    def end(self) -> list[str]:
        """Ends it; gives what was asked of it."""
        out, _ = self.process.communicate("\n", timeout=240)
        return out.splitlines()


Play = Callable[[str], Played]


@pytest.fixture
def play(bus: str, tmp_path: Path) -> Iterator[Play]:
    played: list[Played] = []

    def begin(scenario: str) -> Played:
        played.append(Played(bus, scenario, tmp_path / "Bildschirm foto.png"))
        return played[-1]

    yield begin
    for one in played:
        one.process.kill()
        one.process.communicate()


@pytest.fixture
def portal(qapp: object, bus: str) -> Iterator[Portal]:
    made = Portal(bus)
    yield made
    made.close()


def shot(qtbot: QtBot, portal: Portal) -> object:
    """What comes of a screenshot: the bytes with whether an area was chosen, "cancelled", or a sentence."""
    came: list[object] = []

    def taken(file: Path, chosen: bool) -> None:
        try:
            came.append((take_file(file), chosen))
        except EyeboxError as error:
            came.append(str(error))

    portal.screenshot(
        "", taken, lambda: came.append("cancelled"), lambda error: came.append(str(error))
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(came))
    (one,) = came
    return one


def bound(qtbot: QtBot, portal: Portal) -> object:
    """The keys that the desktop gave, or a sentence."""
    came: list[object] = []
    wanted = [Shortcut("capture", "Capture a region", "CTRL+ALT+s"), Shortcut("last", "The same again")]
    portal.bind(wanted, "", came.append, lambda error: came.append(str(error)))
    qtbot.waitUntil(lambda: bool(came))
    (one,) = came
    return one


@pytest.mark.parametrize("scenario", ["granted", "no-registry", "old-handle"])
def test_a_granted_screenshot_comes_and_leaves_no_file(
    qtbot: QtBot, play: Play, portal: Portal, scenario: str
) -> None:
    played = play(scenario)
    assert shot(qtbot, portal) == (PIXELS, False)
    assert not played.picture.exists()
    asked = played.end()
    assert "Screenshot  {'interactive': False}" in asked


def test_who_asks_is_said_once_before_anything_else(qtbot: QtBot, play: Play, bus: str) -> None:
    played = play("granted")
    portal = Portal(bus)
    shot(qtbot, portal)
    played.picture.write_bytes(PIXELS)
    shot(qtbot, portal)
    portal.close()
    assert [line.split()[0] for line in played.end()] == ["Register", "Screenshot", "Screenshot"]


def test_where_the_desktop_lets_one_choose_the_area_it_does(qtbot: QtBot, play: Play, portal: Portal) -> None:
    played = play("version3")
    assert shot(qtbot, portal) == (PIXELS, True)
    assert "Screenshot  {'interactive': False, 'target': 4}" in played.end()


@pytest.mark.parametrize("scenario", ["cancelled", "cancelled+version3"])
def test_a_user_who_cancels_has_cancelled(qtbot: QtBot, play: Play, portal: Portal, scenario: str) -> None:
    play(scenario)
    assert shot(qtbot, portal) == "cancelled"


def test_a_refusal_says_where_it_can_be_allowed(qtbot: QtBot, play: Play, portal: Portal) -> None:
    play("denied")
    assert "does not let Eyebox capture the screen" in str(shot(qtbot, portal))


def test_without_a_portal_it_says_what_else_there_is(qtbot: QtBot, portal: Portal) -> None:
    assert "no portal" in str(shot(qtbot, portal))
    assert "no portal" in str(bound(qtbot, portal))


def test_a_portal_that_says_nothing_is_given_up(
    qtbot: QtBot, play: Play, portal: Portal, monkeypatch
) -> None:
    monkeypatch.setattr(portal_module, "ASKED_MS", 300)
    play("silent")
    assert "does not answer" in str(shot(qtbot, portal))


def test_who_has_left_is_told_nothing(qtbot: QtBot, play: Play, bus: str) -> None:
    play("silent")
    portal = Portal(bus)
    portal.bind([Shortcut("capture", "Capture")], "", pytest.fail, pytest.fail)
    qtbot.waitUntil(lambda: bool(portal._requests))
    portal.close()
    assert not any(timer.isActive() for timer in portal.findChildren(QTimer))


def test_a_picture_that_comes_too_late_is_deleted(
    qtbot: QtBot, play: Play, portal: Portal, monkeypatch
) -> None:
    monkeypatch.setattr(portal_module, "ASKED_MS", 300)
    played = play("late")
    assert "does not answer" in str(shot(qtbot, portal))
    qtbot.waitUntil(lambda: not played.picture.exists())


def test_a_picture_that_cannot_be_read_is_said(qtbot: QtBot, play: Play, portal: Portal) -> None:
    played = play("granted")
    played.picture.unlink()
    assert "can't be read: No such file" in str(shot(qtbot, portal))


def test_keys_are_bound_pressed_and_changed(qtbot: QtBot, play: Play, portal: Portal, monkeypatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    played = play("granted")
    assert bound(qtbot, portal) == {"capture": "Ctrl+Alt+S", "last": "Ctrl+Alt+S"}
    with qtbot.waitSignal(portal.activated) as activated:
        played.do("press last")
    assert activated.args == ["last"] and os.environ.pop("XDG_ACTIVATION_TOKEN") == "token"
    with qtbot.waitSignal(portal.triggers_changed) as changed:
        played.do("change capture Meta+P")
    assert changed.args == [{"capture": "Meta+P"}]
    assert "once while it runs" in str(bound(qtbot, portal))
    wanted = "[('capture', {'description': 'Capture a region', 'preferred_trigger': 'CTRL+ALT+s'}), "
    assert f"Bind {wanted}('last', {{'description': 'The same again'}})]" in played.end()


@pytest.mark.parametrize("scenario", ["denied", "cancelled"])
def test_refused_keys_say_what_to_bind_instead(
    qtbot: QtBot, play: Play, portal: Portal, scenario: str
) -> None:
    play(scenario)
    assert "eyebox capture" in str(bound(qtbot, portal))


def test_a_portal_without_keys_says_so(qtbot: QtBot, play: Play, portal: Portal) -> None:
    play("no-shortcuts")
    assert "no portal for it" in str(bound(qtbot, portal))


def test_a_bus_that_goes_away_ends_what_was_asked(qtbot: QtBot, play: Play, qapp: object) -> None:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    portal = Portal(daemon.stdout.readline().strip())
    failed: list[EyeboxError] = []
    with qtbot.waitSignal(portal.lost):
        portal.bind([Shortcut("capture", "Capture")], "", print, failed.append)
        daemon.kill()
    daemon.communicate()
    assert len(failed) == 1
    portal.screenshot("", print, print, failed.append)
    assert len(failed) == 2  # and nobody waits for it for ever
    portal.close()


def test_keys_are_asked_for_again_when_the_portal_has_ended(
    qtbot: QtBot, play: Play, qapp: object, bus: str, monkeypatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    first = play("granted")
    hotkey = hotkey_portal.PortalHotkey()
    told: list[str] = []
    hotkey.told.connect(told.append)
    hotkey.set_keys("Ctrl+Alt+S")
    qtbot.waitUntil(lambda: len(told) == 1)
    hotkey._again.setInterval(60_000)
    first.process.kill()
    qtbot.waitUntil(lambda: len(told) == 2)
    second = play("granted")
    hotkey._again.start(0)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert "does not listen" in told[1] and told[0] == told[2]
    with qtbot.waitSignal(hotkey.pressed):
        second.do("press capture")
    hotkey.close()


def test_the_user_has_time_to_allow_it(qtbot: QtBot, play: Play, portal: Portal, monkeypatch) -> None:
    monkeypatch.setattr(portal_module, "SILENCE_MS", 300)
    play("late")
    assert shot(qtbot, portal) == (PIXELS, False)


def test_without_a_bus_it_says_so(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(EyeboxError, match="no session bus"):
        Portal(f"unix:path={tmp_path}/nobody")
