"""Asks for a part of the screens: they freeze, and a region, a window or a screen is chosen on them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.capture.overlay import Overlay
from eyebox.capture.screens import Frozen, cut, freeze, from_whole
from eyebox.capture.selection import Mode, Selection
from eyebox.language import translated
from eyebox.theme import Theme
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.capture.portal import Portal

UNTIL_GONE_MS = 250
"""How long a window manager may take to hide a window."""
Freeze = Callable[[QScreen], Frozen | None]
Run = Callable[[Callable[[], Any], Callable[[Any], object], Callable[[EyeboxError], object]], None]
"""Does the first off the GUI thread; back on it, what that returned goes to the second, what it raised to the third."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How something is chosen. `region`, in native pixels, is taken at once; `adjusts`: a drag can be changed afterwards."""

    mode: Mode = "region"
    region: QRect | None = None
    delay: float = 0.0
    adjusts: bool = False


@dataclass(frozen=True, slots=True)
class Captured:
    """What was chosen, in native pixels. `point`: it is all screens, of which this pixel was clicked; in pixels of `image`.

    `place` is where it lies in Qt's coordinates, on the screen that has most of it (or was clicked).
    """

    image: QImage
    region: QRect
    place: QRect
    point: QPoint | None = None


class ScreenCapture(QObject):
    """One capture at a time.

    Signals:
        painted: the screens are covered, and a choice can be made.
        captured: a Captured.
        cancelled: nothing was chosen.
        failed: a sentence: why the screens can't be captured here, and how else.
    """

    painted = Signal()
    captured = Signal(object)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(
        self, theme: Theme, run: Run, parent: QObject | None = None, *, freeze: Freeze = freeze
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._run = run
        self._freeze_one = freeze
        self._away: QWidget | None = None
        self._wanted = Wanted()
        self._screens: list[Frozen] = []
        self._overlays: list[Overlay] = []
        self._selection: Selection | None = None
        self._portal: Portal | None = None
        self._asking = object()
        """Of the portal: another one for each capture, so that what comes late is known."""
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._freeze)
        self.is_running = False

    @property
    def is_waiting(self) -> bool:
        """Whether a capture begins later: until then nothing is on the screen."""
        return self._wait.isActive()

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """One for each screen while something is being chosen."""
        return tuple(self._overlays)

    def start(self, wanted: Wanted = Wanted(), away: QWidget | None = None) -> None:
        """Freezes the screens; the window `away` is hidden before and shown again afterwards.

        While any other capture of the program is being chosen it ends at once.
        """
        if self.is_running:
            return
        if any(
            isinstance(widget, Overlay) and widget.isVisible() for widget in QApplication.topLevelWidgets()
        ):
            self.cancelled.emit()
            return
        self.is_running = True
        self._wanted = wanted
        self._away = away if away is not None and away.isVisible() else None
        wait = round(wanted.delay * 1000)
        if self._away is not None:
            self._away.hide()
            wait = max(wait, UNTIL_GONE_MS)
        if wait:
            self._wait.start(wait)
        else:
            self._freeze()

    @Slot()
    def cancel(self) -> None:
        """Ends it without a picture."""
        if self.is_running:
            self._end()
            self.cancelled.emit()

    @Slot()
    def _freeze(self) -> None:
        if is_wayland():
            self._ask_portal()
            return
        if sys.platform == "darwin":
            from eyebox.capture.macos import ask_for_screens

            try:
                ask_for_screens()
            except EyeboxError as error:
                self._end()
                self.failed.emit(translated(error.sentence))
                return
        screens = list(filter(None, map(self._freeze_one, QGuiApplication.screens())))
        if not screens:
            self._end()
            sentence = QCoreApplication.translate("Capture", "There is no screen to capture.")
            self.failed.emit(sentence)
            return
        self.choose(screens, windows_on_screen() if self._wanted.mode != "screen" else ())

    def _ask_portal(self) -> None:
        """Lets the desktop take the picture; where it let the user choose an area, that is what is wanted."""
        from eyebox.capture.portal import Portal

        asking = self._asking = object()

        def taken(file: Path, chosen: bool) -> None:
            self._run(partial(_portal_picture, file), partial(show, chosen), failed)

        def show(chosen: bool, image: QImage) -> None:
            if self._asking is not asking:  # it was cancelled meanwhile
                return
            if chosen:
                middle = QGuiApplication.primaryScreen().availableGeometry()
                self._end()
                self.captured.emit(Captured(image, image.rect(), QRect(middle.center(), QSize(1, 1))))
            else:
                self.choose(from_whole(image))

        def cancelled() -> None:
            if self._asking is asking:
                self.cancel()

        def failed(error: EyeboxError) -> None:
            if self._asking is asking:
                self._end()
                self.failed.emit(translated(error.sentence))

        try:
            if self._portal is None:
                self._portal = Portal(parent=self)
                self._portal.lost.connect(self._forget_portal)
        except EyeboxError as error:
            failed(error)
            return
        self._portal.screenshot("", taken, cancelled, failed)

    @Slot()
    def _forget_portal(self) -> None:
        """The bus went away: the next capture connects again."""
        if self._portal is not None:
            self._portal.deleteLater()
            self._portal = None

    def choose(self, screens: Sequence[Frozen], windows: Sequence[QRect] = ()) -> None:
        """Lets a part of these frozen screens be chosen."""
        self._screens = list(screens)
        if (region := self._wanted.region) is not None:
            if any(screen.native.intersects(region) for screen in screens):
                self._take(region)
                return
            self._end()
            sentence = QCoreApplication.translate(
                "Capture", "This region lies on none of the screens that are connected now."
            )
            self.failed.emit(sentence)
            return
        if self._wanted.mode == "screen" and len(self._screens) == 1:
            self._take(self._screens[0].native)
            return
        selection = self._selection = Selection(
            [screen.native for screen in self._screens],
            windows,
            self._wanted.mode,
            adjusts=self._wanted.adjusts,
        )
        selection.taken.connect(self._take)
        selection.pointed.connect(self._take_pointed)
        selection.cancelled.connect(self.cancel)
        dialog = QApplication.activeModalWidget()
        for screen in self._screens:
            overlay = Overlay(screen, selection, self._theme)
            self._overlays.append(overlay)
            if dialog is not None:  # it would take every click and key that is meant for the overlay
                overlay.winId()
                overlay.windowHandle().setTransientParent(dialog.windowHandle())
            overlay.show()
        under_mouse = [each for each in self._overlays if each.geometry().contains(QCursor.pos())]
        first = (under_mouse or self._overlays)[0]
        first.activateWindow()
        first.setFocus()
        first.grabKeyboard()
        QTimer.singleShot(0, self, self.painted.emit)

    def _end(self) -> None:
        self.is_running = False
        self._asking = object()
        self._wait.stop()
        if self._away is not None:
            self._away.show()
            self._away.activateWindow()
            self._away = None
        for overlay in self._overlays:
            overlay.releaseKeyboard()
            overlay.hide()
            overlay.deleteLater()
        self._overlays, self._screens, self._selection = [], [], None

    @Slot(QRect)
    def _take(self, region: QRect) -> None:
        screens = self._screens
        whole = QRect()
        for screen in screens:
            whole |= screen.native
        region = region & whole
        if region.isEmpty():
            self.cancel()
            return
        captured = Captured(cut(screens, region), region, _place(screens, region))
        self._end()
        self.captured.emit(captured)

    @Slot(QPoint)
    def _take_pointed(self, at: QPoint) -> None:
        screen = next((each for each in self._screens if each.native.contains(at)), self._screens[0])
        whole, image = QRect(screen.native), screen.image
        if len(self._screens) > 1:  # a text may go on beyond the seam
            for each in self._screens:
                whole |= each.native
            image = cut(self._screens, whole)
        captured = Captured(image, whole, screen.logical, at - whole.topLeft())
        self._end()
        self.captured.emit(captured)


def _portal_picture(file: Path) -> QImage:
    """The picture that the portal made, whose file is deleted. Raises EyeboxError."""
    from eyebox.capture.portal import take_file

    image = QImage.fromData(take_file(file)).convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():
        raise EyeboxError("screenshot-empty", "The desktop gave a picture of the screen that is none.")
    return image


def is_wayland() -> bool:
    """Whether the desktop is one on which programs can't take pictures of the screen by themselves."""
    platform = QGuiApplication.platformName()
    session = os.environ.get("XDG_SESSION_TYPE") == "wayland" or "WAYLAND_DISPLAY" in os.environ
    return platform.startswith("wayland") or (platform == "xcb" and session)


def _place(screens: Sequence[Frozen], region: QRect) -> QRect:
    def shared(screen: Frozen) -> int:
        part = screen.native & region
        return part.width() * part.height() if not part.isEmpty() else 0

    screen = max(screens, key=shared)
    local = screen.to_local(region & screen.native).toAlignedRect()
    return local.translated(screen.logical.topLeft())


def windows_on_screen() -> list[QRect]:
    """The rectangles of the windows that are seen, in native pixels, the topmost first; none where they can't be known."""
    if QGuiApplication.platformName() != "xcb":
        return []
    from eyebox.capture.xcb import visible_windows

    return [QRect(*place) for place in visible_windows()]
