"""A region of the screen comes back in physical pixels, by mouse or by keys, on any device pixel ratio."""

from __future__ import annotations

import math
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPixmap, QScreen
from PySide6.QtWidgets import QDialog, QWidget

from eyebox import app
from eyebox.capture import screen as capture_screen
from eyebox.capture import to_text
from eyebox.capture.overlay import Overlay
from eyebox.capture.portal import take_file
from eyebox.capture.screen import Captured, ScreenCapture, Wanted, is_wayland
from eyebox.capture.screens import Frozen, cut
from eyebox.capture.selection import Selection
from eyebox.capture.toast import Toast
from eyebox.cli.capture import capture_options
from eyebox.folders import Folders
from eyebox.jobs.background import Background
from eyebox.picture_map import encoded_png
from eyebox.session.store import Store
from eyebox.theme import Theme
from eyebox_models.protocol.errors import EyeboxError

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


def at_once(work, done, failed) -> None:
    """Work that is not done in the background."""
    try:
        result = work()
    except EyeboxError as error:
        failed(error)
    else:
        done(result)


class Choosing:
    """One screen of 200 x 100 of Qt's pixels with a window over it, and what comes of it."""

    def __init__(self, ratio: float, theme: Theme) -> None:
        image = checkered(round(200 * ratio), round(100 * ratio)).toImage()
        frozen = Frozen(image, image.rect(), QRect(0, 0, 200, 100))
        self.selection = Selection([frozen.native])
        self.overlay = Overlay(frozen, self.selection, theme)
        self.taken: list[QRect] = []
        self.selection.taken.connect(self.taken.append)


@pytest.fixture
def choosing(qtbot, qapp) -> Callable[[float], Choosing]:
    def make(ratio: float) -> Choosing:
        made = Choosing(ratio, Theme(qapp))
        qtbot.addWidget(made.overlay)
        made.overlay.show()
        return made

    return make


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_drag_gives_physical_pixels(choosing, qtbot, ratio: float) -> None:
    made = choosing(ratio)
    qtbot.mousePress(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(120, 80))
    qtbot.mouseMove(made.overlay, QPoint(60, 50))
    qtbot.mouseRelease(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    (region,) = made.taken
    image = cut([made.overlay.frozen], region)
    assert image.devicePixelRatio() == 1
    assert place(image.pixelColor(0, 0)) == (int(20 * ratio), int(10 * ratio))
    assert (image.width(), image.height()) == (int(120 * ratio) - int(20 * ratio) + 1, int(70 * ratio) + 1)


def test_enter_takes_the_whole_screen(choosing, qtbot) -> None:
    made = choosing(2.0)
    qtbot.keyClick(made.overlay, Qt.Key.Key_Return)
    assert made.taken == [QRect(0, 0, 400, 200)]


def test_the_keys_of_a_capture_pressed_again_change_nothing(choosing, qtbot) -> None:
    made = choosing(1.0)
    qtbot.keyClick(
        made.overlay, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert made.selection.mode == "region"
    qtbot.keyClick(made.overlay, Qt.Key.Key_S)
    assert made.selection.mode == "screen"


def test_arrow_keys_move_the_corner_by_a_pixel(choosing, qtbot) -> None:
    made = choosing(2.0)
    qtbot.mousePress(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseMove(made.overlay, QPoint(50, 40))
    assert made.selection.rect == QRect(20, 20, 81, 61)
    qtbot.keyClick(made.overlay, Qt.Key.Key_Right)
    qtbot.keyClick(made.overlay, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert made.selection.rect == QRect(20, 20, 82, 71)
    qtbot.mouseRelease(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(50, 40))
    assert made.taken == [QRect(20, 20, 82, 71)]


def test_keys_alone_are_enough(choosing, qtbot) -> None:
    made = choosing(1.0)
    for _ in range(3):
        qtbot.keyClick(made.overlay, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(made.overlay, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(made.overlay, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(made.overlay, Qt.Key.Key_Space)
    assert [region.size().toTuple() for region in made.taken] == [(11, 11)]


def test_the_selection_stays_on_the_screen(choosing, qtbot) -> None:
    made = choosing(1.0)
    qtbot.mousePress(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(150, 50))
    qtbot.mouseMove(made.overlay, QPoint(199, 99))
    for _ in range(5):
        qtbot.keyClick(made.overlay, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert made.selection.rect == QRect(150, 50, 50, 50)


def test_a_click_takes_no_region_but_says_where(choosing, qtbot) -> None:
    made = choosing(1.5)
    with qtbot.waitSignal(made.selection.pointed) as pointed:
        qtbot.mouseClick(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(50, 40))
    assert pointed.args == [QPoint(75, 60)]
    assert made.selection.rect.isEmpty() and not made.taken


def test_with_control_a_drag_can_be_changed_by_handles_and_keys(choosing, qtbot) -> None:
    made = choosing(1.0)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mousePress(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(50, 30))
    qtbot.mouseMove(made.overlay, QPoint(100, 60))
    qtbot.mouseRelease(made.overlay, Qt.MouseButton.LeftButton, control, QPoint(100, 60))
    assert made.taken == [] and made.selection.is_adjusting and len(made.selection.handles()) == 8
    for begin, end in (((100, 60), (120, 70)), ((50, 50), (40, 50)), ((80, 50), (90, 55))):
        qtbot.mousePress(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(*begin))
        qtbot.mouseMove(made.overlay, QPoint(*end))
        qtbot.mouseRelease(made.overlay, Qt.MouseButton.LeftButton, pos=QPoint(*end))
    assert made.selection.rect == QRect(QPoint(50, 35), QPoint(130, 75))
    qtbot.keyClick(made.overlay, Qt.Key.Key_Left)
    qtbot.keyClick(made.overlay, Qt.Key.Key_Down, control)
    qtbot.keyClick(made.overlay, Qt.Key.Key_Return)
    assert made.taken == [QRect(QPoint(49, 35), QPoint(129, 76))]


def test_windows_and_screens_are_pointed_at(qtbot, qapp) -> None:
    screens = [QRect(0, 0, 100, 100), QRect(100, -50, 200, 150)]
    selection = Selection(screens, [QRect(20, 20, 30, 30), QRect(-10, 10, 200, 60)], "window")
    taken: list[QRect] = []
    selection.taken.connect(taken.append)
    selection.move(QPoint(25, 25))
    assert selection.rect == QRect(20, 20, 30, 30)
    selection.move(QPoint(80, 30))
    assert selection.rect == QRect(0, 10, 190, 60), "cut to the screens"
    selection.move(QPoint(50, 90))
    assert selection.rect == screens[0], "the desktop"
    selection.nudge(QPoint(1, 0))
    selection.mark()
    selection.set_mode("screen")
    selection.move(QPoint(150, 0))
    selection.release(QPoint(150, 0))
    selection.nudge(QPoint(1, 0))
    selection.accept()
    assert taken == [QRect(20, 20, 30, 30), screens[1], screens[0]]


def test_keys_go_through_all_windows_also_covered_ones(qapp) -> None:
    screen, top = QRect(0, 0, 100, 100), QRect(20, 20, 60, 60)
    covered, lowest = QRect(30, 30, 40, 40), QRect(0, 0, 90, 90)
    outside = QRect(-100, -100, 1, 1)
    selection = Selection([screen], [top, covered, outside, covered, lowest], "window")
    selection.move(QPoint(50, 50))
    gone_through = []
    for _ in range(3):
        gone_through.append(selection.rect)
        selection.nudge(QPoint(1, 0))
    assert gone_through == [top, covered, lowest] and selection.rect == top
    selection.nudge(QPoint(-1, 0))
    selection.move(QPoint(5, 5))
    assert selection.rect == lowest, "the mouse points again"


def test_a_region_is_moved_to_the_edge_and_keeps_its_size(qapp) -> None:
    selection = Selection([QRect(0, 0, 100, 100)], adjusts=True)
    selection.press(QPoint(60, 10))
    selection.release(QPoint(89, 39))
    for _ in range(3):
        selection.nudge(QPoint(10, -10))
    assert selection.rect == QRect(70, 0, 30, 30)
    selection.nudge(QPoint(50, 0), resizes=True)
    assert selection.rect == QRect(70, 0, 30, 30), "a side stays on the screens, too"


@given(
    native=st.integers(-4000, 9000),
    origin=st.integers(-5000, 5000),
    ratio=st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 3.0]),
)
def test_every_native_pixel_is_found_again_also_left_of_the_primary(
    native: int, origin: int, ratio: float
) -> None:
    """What X11 gives is divided by the window's ratio; screens may lie left of and above the primary one."""
    size = QSize(2400, 1800)
    logical = QRect(origin, -origin, round(size.width() / ratio), round(size.height() / ratio))
    screen = Frozen(QImage(), QRect(QPoint(origin, -origin), size), logical)
    inside = native - origin
    found = screen.to_native(QPointF(inside / screen.ratio, -inside / screen.ratio))
    assert found == QPoint(native, -native)
    back = screen.to_local(QRect(found, QSize(1, 1)))
    assert math.isclose(back.x(), inside / screen.ratio, abs_tol=1e-6)


def test_a_region_across_the_seam_of_two_screens_is_one_picture(qapp) -> None:
    left = Frozen(checkered(100, 80).toImage(), QRect(-100, 20, 100, 80), QRect(-100, 20, 50, 40))
    right = Frozen(checkered(200, 120).toImage(), QRect(0, 0, 200, 120), QRect(0, 0, 200, 120))
    image = cut([left, right], QRect(-10, 10, 30, 20))
    assert image.size() == QSize(30, 20)
    assert place(image.pixelColor(12, 3)) == (2, 13)
    assert place(image.pixelColor(3, 15)) == (93, 5)
    assert image.pixelColor(3, 3) == QColor("black"), "where no screen is"


def test_a_whole_capture(qtbot, qapp) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    hidden_at_grab = []

    def freeze(screen: QScreen) -> Frozen:
        hidden_at_grab.append(window.isHidden())
        image = checkered(screen.geometry().width() // 4, screen.geometry().height() // 4).toImage()
        return Frozen(image, image.rect(), screen.geometry())

    capture = ScreenCapture(Theme(qapp), at_once, window, freeze=freeze)
    capture.start(away=window)
    qtbot.waitUntil(lambda: len(capture.overlays) == len(qapp.screens()))
    assert hidden_at_grab == [True] * len(qapp.screens())
    with qtbot.waitSignal(capture.captured) as signal:
        qtbot.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    (captured,) = signal.args
    assert captured.image.width() == qapp.primaryScreen().geometry().width() // 4
    assert captured.point is None and captured.place.size() == qapp.primaryScreen().size()
    assert capture.overlays == ()
    assert window.isVisible()


def small(screen: QScreen) -> Frozen:
    return Frozen(checkered(40, 30).toImage(), QRect(0, 0, 40, 30), screen.geometry())


def test_a_region_that_is_known_is_taken_at_once(qtbot, qapp) -> None:
    capture = ScreenCapture(Theme(qapp), at_once, freeze=small)
    with qtbot.waitSignal(capture.captured) as signal:
        capture.start(Wanted(region=QRect(10, 5, 100, 8), delay=0.01))
    (captured,) = signal.args
    assert captured.region == QRect(10, 5, 30, 8), "cut to the screens that are there now"
    assert place(captured.image.pixelColor(0, 0)) == (10, 5)


def test_a_click_gives_the_screen_and_the_pixel(qtbot, qapp) -> None:
    capture = ScreenCapture(Theme(qapp), at_once, freeze=small)
    capture.start()
    width = capture.overlays[0].width()
    with qtbot.waitSignal(capture.captured) as signal:
        qtbot.mouseClick(capture.overlays[0], Qt.MouseButton.LeftButton, pos=QPoint(width // 2, 0))
    (captured,) = signal.args
    assert captured.image.size() == QSize(40, 30) and captured.point == QPoint(20, 0)


def test_a_click_beside_the_seam_gives_both_screens(qtbot, qapp) -> None:
    left, right = (QImage(40, 30, QImage.Format.Format_RGB32) for _ in range(2))
    left.fill(Qt.GlobalColor.red)
    right.fill(Qt.GlobalColor.blue)
    seam = QRect(QPoint(40, 0), right.size())
    capture = ScreenCapture(Theme(qapp), at_once)
    taken: list[Captured] = []
    capture.captured.connect(taken.append)
    capture.choose([Frozen(left, left.rect(), left.rect()), Frozen(right, seam, seam)])
    qtbot.mouseClick(capture.overlays[1], Qt.MouseButton.LeftButton, pos=QPoint(5, 6))
    (captured,) = taken
    assert captured.point == QPoint(45, 6) and captured.place == seam
    assert captured.image.size() == QSize(80, 30)
    assert captured.image.pixelColor(captured.point) == QColor(Qt.GlobalColor.blue)


def test_on_a_screen_of_another_scale_the_toast_is_cut_anew(qtbot, qapp) -> None:
    toast = Toast(Theme(qapp))
    qtbot.addWidget(toast)
    toast.say("Copied: this", QRect(0, 0, 10, 10))
    toast.clearMask()
    qapp.sendEvent(toast, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert toast.mask().boundingRect() == toast.rect()


def test_a_region_of_a_screen_that_is_gone_says_so(qtbot, qapp) -> None:
    capture = ScreenCapture(Theme(qapp), at_once, freeze=small)
    with qtbot.waitSignal(capture.failed) as signal:
        capture.start(Wanted(region=QRect(5000, 0, 10, 10)))
    assert "none of the screens" in signal.args[0] and not capture.is_running


def test_a_dialog_that_opens_below_ends_the_choice(qtbot, qapp) -> None:
    capture = ScreenCapture(Theme(qapp), at_once, freeze=small)
    capture.start()
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    with qtbot.waitSignal(capture.cancelled):
        dialog.show()
    assert not capture.is_running
    capture.start()
    qtbot.waitExposed(capture.overlays[0])
    assert capture.is_running, "over a dialog that is open already it can be used"
    capture.cancel()


def test_without_a_screen_it_says_so(qtbot, qapp) -> None:
    capture = ScreenCapture(Theme(qapp), at_once, freeze=lambda _screen: None)
    with qtbot.waitSignal(capture.failed) as failed, qtbot.assertNotEmitted(capture.captured):
        capture.start()
    assert "no screen" in failed.args[0] and not capture.is_running


@pytest.mark.parametrize("how", ["escape", "right button"])
def test_a_cancelled_capture_leaves_nothing(qtbot, qapp, how: str) -> None:
    capture = ScreenCapture(Theme(qapp), at_once, freeze=small)
    with qtbot.waitSignal(capture.cancelled), qtbot.assertNotEmitted(capture.captured):
        capture.start()
        if how == "escape":
            qtbot.keyClick(capture.overlays[0], Qt.Key.Key_Escape)
        elif how == "right button":
            qtbot.mouseClick(capture.overlays[0], Qt.MouseButton.RightButton)
    assert capture.overlays == ()


def test_wayland_is_known(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_wayland()
    monkeypatch.setattr(capture_screen.QGuiApplication, "platformName", lambda: "wayland")
    assert is_wayland()
    monkeypatch.setattr(capture_screen.QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("XDG_SESSION_TYPE", "x11")
    assert not is_wayland()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert is_wayland()


class PlayedPortal(QObject):
    """A portal that gives a picture of the whole desktop when it is told to, or refuses."""

    chosen = False
    refusal = ""
    lost = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: list[tuple[Callable[..., None], ...]] = []

    def screenshot(self, window, done, cancelled, failed) -> None:
        self.asked.append((done, cancelled, failed))
        if self.refusal:
            failed(EyeboxError("refused", self.refusal))

    def give(self, file: Path) -> None:
        file.write_bytes(encoded_png(checkered(160, 160).toImage()))
        self.asked[-1][0](file, self.chosen)


@pytest.fixture
def portals(monkeypatch) -> list[PlayedPortal]:
    """Those that were made: on Wayland."""
    made: list[PlayedPortal] = []
    monkeypatch.setattr(capture_screen, "is_wayland", lambda: True)
    monkeypatch.setattr(
        "eyebox.capture.portal.Portal", lambda parent: made.append(PlayedPortal(parent)) or made[-1]
    )
    return made


@pytest.mark.parametrize("chosen", [True, False])
def test_on_wayland_the_portal_takes_the_picture(
    qtbot, qapp, monkeypatch, tmp_path, portals, chosen: bool
) -> None:
    monkeypatch.setattr(PlayedPortal, "chosen", chosen)
    threads: list[int] = []
    monkeypatch.setattr(
        "eyebox.capture.portal.take_file",
        lambda file: threads.append(threading.get_ident()) or take_file(file),
    )
    background = Background()
    capture = ScreenCapture(Theme(qapp), background.run)
    with qtbot.waitSignal(capture.captured) as signal:
        capture.start()
        portals[0].give(tmp_path / "shot.png")
        if not chosen:
            qtbot.waitUntil(lambda: bool(capture.overlays))
            qtbot.keyClick(capture.overlays[0], Qt.Key.Key_Return)
    (captured,) = signal.args
    assert captured.image.size() == QSize(160, 160) and not capture.is_running
    assert not (tmp_path / "shot.png").exists()
    assert threads != [threading.get_ident()], "the window's thread decodes no picture"


def test_a_picture_of_the_portal_that_is_none_is_said(qtbot, qapp, tmp_path, portals) -> None:
    capture = ScreenCapture(Theme(qapp), at_once)
    capture.start()
    (tmp_path / "shot.png").write_bytes(b"no picture")
    with qtbot.waitSignal(capture.failed) as failed:
        portals[0].asked[0][0](tmp_path / "shot.png", False)
    assert "that is none" in failed.args[0] and not capture.is_running


def test_a_refusal_of_the_portal_is_said(qtbot, qapp, monkeypatch, portals) -> None:
    monkeypatch.setattr(PlayedPortal, "refusal", "Not today.")
    capture = ScreenCapture(Theme(qapp), at_once)
    with qtbot.waitSignal(capture.failed) as failed:
        capture.start()
    assert failed.args == ["Not today."] and not capture.is_running


def test_after_the_bus_went_away_the_next_capture_connects_again(
    qtbot, qapp, monkeypatch, tmp_path, portals
) -> None:
    monkeypatch.setattr(PlayedPortal, "chosen", True)
    capture = ScreenCapture(Theme(qapp), at_once)
    for _ in range(2):
        capture.start()
        portals[0].give(tmp_path / "shot.png")
    assert len(portals) == 1
    portals[0].lost.emit()
    capture.start()
    with qtbot.waitSignal(capture.captured):
        portals[1].give(tmp_path / "shot.png")


def test_what_the_portal_says_after_a_cancel_touches_no_later_capture(qapp, tmp_path, portals) -> None:
    capture = ScreenCapture(Theme(qapp), at_once)
    capture.start()
    capture.cancel()
    capture.start()
    (done, cancelled, failed), _ = portals[0].asked
    cancelled()
    failed(EyeboxError("silent", "It does not answer."))
    assert capture.is_running
    (tmp_path / "shot.png").write_bytes(encoded_png(checkered(160, 160).toImage()))
    done(tmp_path / "shot.png", False)
    assert not capture.overlays and not (tmp_path / "shot.png").exists()
    capture.cancel()


@pytest.mark.parametrize("chosen", [True, False])
def test_captured_text_is_printed(
    qtbot, qapp, tmp_path, monkeypatch: pytest.MonkeyPatch, chosen: bool
) -> None:
    read = []

    def run(file: Path) -> int:
        read.append(QImage(str(file)).width())
        return 0

    def answer(self: ScreenCapture, wanted: Wanted) -> None:
        assert wanted.mode == "window"
        if chosen:
            self.captured.emit(Captured(checkered(7, 5).toImage(), QRect(0, 0, 7, 5), QRect(0, 0, 7, 5)))
        else:
            self.cancelled.emit()

    monkeypatch.setattr(ScreenCapture, "start", answer)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    status = to_text.capture_to_text(qapp, Theme(qapp), at_once, Wanted("window"), run)
    assert (status, read) == ((0, [7]) if chosen else (130, []))
    assert list(tmp_path.glob("*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_a_capture_that_waits(qtbot, qapp) -> None:
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
    status = to_text.capture_to_text(qapp, Theme(qapp), at_once, Wanted("region", None, 3600.0), pytest.fail)
    assert status == 130 and signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_regions_that_are_kept_are_printed_too(monkeypatch: pytest.MonkeyPatch, qapp, capsys) -> None:
    Folders.of_user().data.mkdir(parents=True)
    wanted: list[Wanted] = []
    monkeypatch.setattr(app, "make_application", lambda: qapp)
    monkeypatch.setattr(
        to_text, "capture_to_text", lambda _app, _theme, _run, one, _read: wanted.append(one) or 0
    )
    words = ["--read", "--region", "clock"]
    assert app.capture(capture_options(words), words) == 1
    assert "There is no such region yet" in capsys.readouterr().err
    store = Store.open(Folders.of_user().sessions)
    store.set_state("", "capture_region", [1, 2, 30, 40])
    store.set_state("", "capture_regions", {"clock": [5, 6, 70, 80]})
    store.close()
    for words, place in ((["--mode", "last"], (1, 2, 30, 40)), (["--region", "clock"], (5, 6, 70, 80))):
        assert app.capture(capture_options(["--read", *words]), ["--read", *words]) == 0
        assert wanted[-1].region == QRect(*place)
