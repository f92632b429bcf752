"""A session without a bus gets none by Eyebox; one that has a bus, or somebody who reads windows aloud, keeps it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eyebox import session_bus
from eyebox.session_bus import ADDRESS, without_a_new_bus

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is no such bus")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A screen of a session without a bus. Returns the home."""
    for name in (ADDRESS, *session_bus.WANTED_BY, "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":7.0")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def noted(home: Path, process: int, display: int = 7) -> None:
    """Notes a bus of a screen as dbus-launch does."""
    folder = home / ".dbus/session-bus"
    folder.mkdir(parents=True)
    (folder / f"0123-{display}").write_text(
        f"# a bus\n{ADDRESS}='unix:path=/x'\nDBUS_SESSION_BUS_PID={process}\n"
    )


def used() -> str | None:
    with without_a_new_bus():
        return os.environ.get(ADDRESS)


def test_none_is_launched_and_what_is_started_later_may_have_one() -> None:
    assert used() == "disabled:"
    assert ADDRESS not in os.environ


@pytest.mark.parametrize("name", [ADDRESS, *session_bus.WANTED_BY, "WAYLAND_DISPLAY"])
def test_what_is_set_stays(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    assert used() == ("1" if name == ADDRESS else None)
    assert os.environ[name] == "1"


def test_the_bus_of_a_login_is_used(monkeypatch: pytest.MonkeyPatch, bare: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(bare))
    assert used() == "disabled:"
    (bare / "bus").touch()
    assert used() is None


def test_a_bus_that_another_program_has_launched_is_used_while_it_runs(bare: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    noted(bare, child.pid)
    assert used() == "disabled:"


def test_a_running_bus_of_this_screen_is_used(bare: Path) -> None:
    noted(bare, os.getpid())
    assert used() is None


def test_that_of_another_screen_is_not(bare: Path) -> None:
    noted(bare, os.getpid(), display=77)
    assert used() == "disabled:"
