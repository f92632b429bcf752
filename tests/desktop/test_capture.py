"""A region of the screen comes back in physical pixels, by mouse or by keys, on any device pixel ratio."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from eyebox.capture import screen as capture_screen
from eyebox.capture import to_text
from eyebox.capture.region import RegionOverlay
from eyebox.capture.screen import ScreenCapture, why_not
from eyebox.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def checkered(width: int, height: int) -> QPixmap:
    """Every pixel tells where it is."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for y in range(height):
        for x in range(width):
            image.setPixelColor(x, y, QColor(x % 256, y % 256, (x // 256) * 16 + y // 256))
    return QPixmap.fromImage(image)


def place(color: QColor) -> tuple[int, int]:
    return color.red() + color.blue() // 16 * 256, color.green() + color.blue() % 16 * 256


@pytest.fixture
def overlay(qtbot, qapp) -> Callable[[float], RegionOverlay]:
    def make(ratio: float) -> RegionOverlay:
        pixmap = checkered(round(200 * ratio), round(100 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        overlay = RegionOverlay(pixmap, QRect(0, 0, 200, 100), Theme(qapp))
        qtbot.addWidget(overlay)
        overlay.show()
        return overlay

    return make


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_drag_gives_physical_pixels(overlay, qtbot, ratio: float) -> None:
    region = overlay(ratio)
    qtbot.mousePress(region, Qt.MouseButton.LeftButton, pos=QPoint(120, 80))
    qtbot.mouseMove(region, QPoint(60, 50))
    with qtbot.waitSignal(region.chosen) as signal:
        qtbot.mouseRelease(region, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    image = signal.args[0]
    assert image.devicePixelRatio() == 1
    assert place(image.pixelColor(0, 0)) == (int(20 * ratio), int(10 * ratio))
    assert (image.width(), image.height()) == (int(120 * ratio) - int(20 * ratio) + 1, int(70 * ratio) + 1)


def test_enter_takes_the_whole_screen(overlay, qtbot) -> None:
    region = overlay(2.0)
    with qtbot.waitSignal(region.chosen) as signal:
        qtbot.keyClick(region, Qt.Key.Key_Return)
    assert (signal.args[0].width(), signal.args[0].height()) == (400, 200)


def test_arrow_keys_move_the_corner_by_a_pixel(overlay, qtbot) -> None:
    region = overlay(2.0)
    qtbot.mousePress(region, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseMove(region, QPoint(50, 40))
    assert region.selection == QRect(20, 20, 81, 61)
    qtbot.keyClick(region, Qt.Key.Key_Right)
    qtbot.keyClick(region, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert region.selection == QRect(20, 20, 82, 71)


def test_keys_alone_are_enough(overlay, qtbot) -> None:
    region = overlay(1.0)
    for _ in range(3):
        qtbot.keyClick(region, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(region, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(region, key, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(region.chosen) as signal:
        qtbot.keyClick(region, Qt.Key.Key_Space)
    assert (signal.args[0].width(), signal.args[0].height()) == (11, 11)


def test_the_selection_stays_on_the_screen(overlay, qtbot) -> None:
    region = overlay(1.0)
    qtbot.mousePress(region, Qt.MouseButton.LeftButton, pos=QPoint(150, 50))
    qtbot.mouseMove(region, QPoint(199, 99))
    for _ in range(5):
        qtbot.keyClick(region, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert region.selection == QRect(150, 50, 50, 50)


def test_a_click_alone_takes_nothing(overlay, qtbot) -> None:
    region = overlay(1.0)
    with qtbot.assertNotEmitted(region.chosen):
        qtbot.mouseClick(region, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert region.selection.isEmpty()


def test_a_whole_capture(qtbot, qapp) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    hidden_at_grab = []

    def grab(screen: QScreen) -> QPixmap:
        hidden_at_grab.append(window.isHidden())
        return checkered(screen.geometry().width() // 4, screen.geometry().height() // 4)

    capture = ScreenCapture(Theme(qapp), window, grab=grab)
    capture.start(window)
    qtbot.waitUntil(lambda: len(capture.overlays) == len(qapp.screens()))
    assert hidden_at_grab == [True] * len(qapp.screens())
    with qtbot.waitSignal(capture.captured) as signal:
        qtbot.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    assert signal.args[0].width() == qapp.primaryScreen().geometry().width() // 4
    assert capture.overlays == ()
    assert window.isVisible()


@pytest.mark.parametrize("how", ["escape", "right button", "no picture"])
def test_a_cancelled_capture_leaves_nothing(qtbot, qapp, how: str) -> None:
    capture = ScreenCapture(
        Theme(qapp), grab=lambda _screen: QPixmap() if how == "no picture" else checkered(40, 30)
    )
    with qtbot.waitSignal(capture.cancelled), qtbot.assertNotEmitted(capture.captured):
        capture.start()
        if how == "escape":
            qtbot.keyClick(capture.overlays[0], Qt.Key.Key_Escape)
        elif how == "right button":
            qtbot.mouseClick(capture.overlays[0], Qt.MouseButton.RightButton)
    assert capture.overlays == ()


def test_wayland_is_said_plainly(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    assert why_not() == ""
    monkeypatch.setattr(capture_screen.QGuiApplication, "platformName", lambda: "wayland")
    assert "Wayland" in why_not()
    monkeypatch.setattr(capture_screen.QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("XDG_SESSION_TYPE", "x11")
    assert why_not() == ""
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "Ctrl+V" in why_not()


@pytest.mark.parametrize("chosen", [True, False])
def test_captured_text_is_printed(
    qtbot, qapp, tmp_path, monkeypatch: pytest.MonkeyPatch, chosen: bool
) -> None:
    read = []

    def run(file: Path) -> int:
        read.append(QImage(str(file)).width())
        return 0

    def answer(self: ScreenCapture) -> None:
        if chosen:
            self.captured.emit(checkered(7, 5).toImage())
        else:
            self.cancelled.emit()

    monkeypatch.setattr(ScreenCapture, "start", answer)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    status = to_text.capture_to_text(qapp, Theme(qapp), run)
    assert (status, read) == ((0, [7]) if chosen else (130, []))
    assert list(tmp_path.glob("*")) == []
