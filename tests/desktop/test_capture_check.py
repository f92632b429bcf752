"""What the capture check says: exact on every screen at any scale, and what is wrong where something is."""

from __future__ import annotations

import os
import subprocess
import sys
from shutil import which

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QScreen
from pytestqt.qtbot import QtBot

from eyebox.capture import check as check_module
from eyebox.capture.check import CaptureCheck, ScreenReport
from eyebox.capture.screens import Frozen
from xserver import x_server

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def reports(qtbot: QtBot, change) -> tuple[ScreenReport, ...]:
    """What is said where the screens look as `change` makes of the drawn marker."""
    check = CaptureCheck()

    def freeze(screen: QScreen) -> Frozen | None:
        marker = next(marker for of, marker in check._markers if of is screen)
        image = QImage(screen.size(), QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        return change(image, marker, screen)

    check._freeze = freeze
    with qtbot.waitSignal(check.finished) as finished:
        check.begin()
    return finished.args[0]


def painted(
    image: QImage, marker, screen: QScreen, dx: int = 0, dy: int = 0, drawn: QImage | None = None
) -> Frozen:
    from PySide6.QtGui import QPainter

    at = marker.geometry().topLeft() - screen.geometry().topLeft()
    painter = QPainter(image)
    painter.drawImage(at.x() + dx, at.y() + dy, drawn or marker.image)
    painter.end()
    return Frozen(image, QRect(screen.geometry().topLeft(), image.size()), screen.geometry(), screen.name())


def test_an_exact_picture_is_called_so(qtbot: QtBot) -> None:
    (report,) = reports(qtbot, painted)
    assert (report.wrong, report.moved) == (0, (0, 0)) and "exact, pixel by pixel" in report.sentence


def test_a_picture_that_is_off_says_by_how_much(qtbot: QtBot) -> None:
    (report,) = reports(qtbot, lambda *at: painted(*at, 2, -1))
    assert report.moved == (2, -1) and "off by 2 and -1 pixels" in report.sentence


def test_other_colours_are_told_from_no_marker(qtbot: QtBot) -> None:
    def reddened(image: QImage, marker, screen: QScreen) -> Frozen:
        drawn = marker.image.copy()
        for y in range(drawn.height()):
            for x in range(drawn.width()):
                color = drawn.pixelColor(x, y)
                drawn.setPixelColor(x, y, QColor(color.red(), color.green(), color.blue() // 2))
        return painted(image, marker, screen, drawn=drawn)

    (report,) = reports(qtbot, reddened)
    assert report.moved == (0, 0) and 0 < report.wrong <= report.count and "another colour" in report.sentence
    (report,) = reports(qtbot, lambda image, _m, screen: Frozen(image, image.rect(), screen.geometry(), "A"))
    assert report.moved is None and "was not found" in report.sentence
    (report,) = reports(qtbot, lambda *_at: None)
    assert report.moved is None


@pytest.mark.skipif(which("xrandr") is None, reason="xrandr is not installed")
@pytest.mark.parametrize("right_is_first", [True, False])
def test_on_real_screens_of_mixed_scales_it_is_exact(right_is_first: bool, tmp_path) -> None:
    """Scales 1, 1.25 and 2 beside each other, the second monitor left of and above the primary one in turn."""
    with x_server("4800x2000x24") as display:
        environment = os.environ | {
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "x11", "EYEBOX_HOME": str(tmp_path),
            "QT_SCREEN_SCALE_FACTORS": "LEFT=1.25;RIGHT=2;LAST=1", "QT_LOGGING_RULES": "*=false",
        }  # fmt: skip
        environment.pop("WAYLAND_DISPLAY", None)
        names = ("LEFT", "*RIGHT") if right_is_first else ("*LEFT", "RIGHT")
        for name, place, output in (
            (names[0], "1280/338x1024/270+0+0", "screen"), (names[1], "2560/340x1440/190+1280+300", "none"),
            ("LAST", "960/300x1080/280+3840+0", "none"),
        ):  # fmt: skip
            subprocess.run(
                ["xrandr", "--setmonitor", name, place, output],
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        done = subprocess.run(
            [sys.executable, "-m", "eyebox", "capture", "--check"],
            env=environment,
            capture_output=True,
            text=True,
            timeout=240,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(line.split(":")[0] for line in done.stdout.splitlines()) == [
        "LAST (960 × 1080, 100 %)", "LEFT (1280 × 1024, 125 %)", "RIGHT (2560 × 1440, 200 %)",
    ]  # fmt: skip
    assert done.stdout.count("exact, pixel by pixel") == 3


def test_it_takes_a_moment(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_module, "PAINTED_MS", 1)
    check = CaptureCheck(freeze=lambda _screen: None)
    with qtbot.waitSignal(check.finished):
        check.begin()
    assert check._markers == []
