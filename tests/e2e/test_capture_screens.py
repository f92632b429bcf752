"""A capture on a real X server with two monitors of different scales: its own key, one drag across the seam, the clipboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest

from xserver import x_server, xdotool

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="X11"),
    pytest.mark.skipif(which("xrandr") is None, reason="xrandr is not installed"),
    pytest.mark.slow,
]

TEXT = "Invoice 4711 is due on Friday"
SEAM = 1280
PAGE = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel(sys.argv[1])
font = QFont("DejaVu Sans")
font.setPixelSize(34)
label.setFont(font)
label.setStyleSheet("background: white; color: black")
label.setAlignment(Qt.AlignmentFlag.AlignCenter)
label.setWindowFlags(Qt.WindowType.BypassWindowManagerHint)
label.setGeometry(880, 300, 800, 120)
label.show()
while not label.windowHandle().isExposed():
    app.processEvents()
label.repaint()
app.sync()  # a picture of the screen that is taken from now on has it
print("shown", flush=True)
app.exec()
"""
CLIPBOARD = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
QTimer.singleShot(0, lambda: (print(app.clipboard().text()), app.quit()))
app.exec()
"""


class Desk:
    """The screens, a window with a text across their seam, and the running program."""

    def __init__(self, display: str, home: Path, primary: str) -> None:
        self.display = display
        self.environment = os.environ | {
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "x11", "EYEBOX_HOME": str(home),
            "XDG_RUNTIME_DIR": str(home), "QT_LOGGING_RULES": "*=false",
        }  # fmt: skip
        self.environment.pop("WAYLAND_DISPLAY", None)
        for name, place, output in (
            ("LEFT", "1280/338x1024/270+0+0", "screen"), ("RIGHT", "2560/340x1440/190+1280+0", "none"),
        ):  # fmt: skip
            command = ["xrandr", "--setmonitor", f"*{name}" if name == primary else name, place, output]
            subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)
        scales = {"QT_SCREEN_SCALE_FACTORS": "LEFT=1.25;RIGHT=2"}
        self.program = subprocess.Popen(
            [sys.executable, "-m", "eyebox"], env=self.environment | scales, stderr=subprocess.DEVNULL
        )
        self.processes = [self.program]
        self.wait(lambda: any(home.glob("eyebox-*")) and self.windows(), "the program")
        page = subprocess.Popen(
            [sys.executable, "-c", PAGE, TEXT], env=self.environment, stdout=subprocess.PIPE, text=True
        )  # after the program: nobody else brings a window to the front here
        self.processes.append(page)
        assert page.stdout is not None and page.stdout.readline() == "shown\n"

    def clipboard(self) -> str:
        done = subprocess.run(
            [sys.executable, "-c", CLIPBOARD],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=240,
        )
        return done.stdout.strip()

    def wait(self, what: Callable[[], object], name: str) -> None:
        begun = time.monotonic()
        while not what():
            assert time.monotonic() - begun < 60, f"{name} did not come"
            time.sleep(0.1)

    def windows(self) -> int:
        """How many windows of the program are seen."""
        command = ["xdotool", "search", "--onlyvisible", "--pid", str(self.program.pid)]
        return len(subprocess.run(command, env=self.environment, capture_output=True).stdout.split())

    def close(self) -> None:
        for process in self.processes:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(60)
            process.kill()
            process.communicate()


@pytest.fixture(params=[pytest.param("LEFT", marks=pytest.mark.thorough), "RIGHT"])
def screens(request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The second monitor lies right of the primary one, and left of it. A socket's name has to be short."""
    with TemporaryDirectory(dir="/tmp", prefix="eb") as short, x_server("3840x2000x24") as display:
        home = Path(short)
        (home / "config").mkdir()
        settings = {"capture_keys": "Ctrl+Alt+S", "stay_in_tray": "no"}
        (home / "config" / "settings.json").write_text(json.dumps(settings))
        desk = Desk(display, home, request.param)
        yield desk
        desk.close()


def test_one_drag_across_the_seam_is_on_the_clipboard(screens: Desk) -> None:
    before = screens.windows()
    screens.wait(
        lambda: (xdotool(screens.display, "key", "ctrl+alt+s"), screens.windows() > before)[1], "an overlay"
    )
    screens.wait(lambda: screens.windows() == before + 2, "the overlay of each screen")
    xdotool(screens.display, "mousemove", "890", "310", "mousedown", "1")
    for x, y in ((1000, 330), (SEAM, 360), (1500, 390), (1670, 412)):
        xdotool(screens.display, "mousemove", str(x), str(y))
    xdotool(screens.display, "mouseup", "1")
    screens.wait(lambda: screens.clipboard() == TEXT, "the text")
