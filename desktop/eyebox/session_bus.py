"""The bus of the desktop session, as Qt finds it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
WANTED_BY = ("AT_SPI_BUS_ADDRESS", "QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
"""Set where somebody reads windows aloud: then a bus is worth any wait."""


@contextmanager
def without_a_new_bus() -> Iterator[None]:
    """Where a session has no bus (a bare window manager, a remote screen), none is launched in this block.

    Qt would launch one for its first widget and wait for it, a tenth of the start. Nobody else is on such a bus, and it outlives
    the program.
    """
    if not _lacks_a_bus():
        yield
        return
    os.environ[ADDRESS] = "disabled:"
    try:
        yield
    finally:
        del os.environ[ADDRESS]


def _lacks_a_bus() -> bool:
    if sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in (ADDRESS, *WANTED_BY)):
        return False
    login = os.environ.get("XDG_RUNTIME_DIR")
    if os.environ.get("WAYLAND_DISPLAY") or (login and Path(login, "bus").exists()):
        return False
    display = os.environ.get("DISPLAY", "").rpartition(":")[2].partition(".")[0]
    return not any(_is_served(file) for file in Path.home().glob(f".dbus/session-bus/*-{display}"))


def _is_served(file: Path) -> bool:
    """Whether the bus that another program has launched for this screen, and noted there, still runs."""
    try:
        found = re.search(r"^DBUS_SESSION_BUS_PID=(\d+)$", file.read_text("utf-8", "replace"), re.MULTILINE)
        if found:
            os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return found is not None
