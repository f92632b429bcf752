"""Asks for a region of the screen: every screen freezes, and one part of one of them is chosen."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from eyebox.capture.region import RegionOverlay
from eyebox.theme import Theme

_UNTIL_GONE_MS = 250
Grab = Callable[[QScreen], QPixmap]


def why_not() -> str:
    """Why screens can't be captured here, and how else: one sentence; empty when they can."""
    platform = QGuiApplication.platformName()
    session = os.environ.get("XDG_SESSION_TYPE") == "wayland" or "WAYLAND_DISPLAY" in os.environ
    if platform.startswith("wayland") or (platform == "xcb" and session):
        return QCoreApplication.translate(
            "Capture",
            "Eyebox can't capture the screen on Wayland yet: take a screenshot with the system's own key "
            "(often Print) and paste it here with Ctrl+V.",
        )
    if not QGuiApplication.screens():
        return QCoreApplication.translate("Capture", "There is no screen to capture.")
    return ""


def grab(screen: QScreen) -> QPixmap:
    """All that a screen shows, in its physical pixels."""
    return screen.grabWindow(0)


class ScreenCapture(QObject):
    """One capture at a time. Ask `why_not` first.

    Signals:
        captured: the chosen part, a QImage in physical pixels.
        cancelled: nothing was chosen.
    """

    captured = Signal(QImage)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None, *, grab: Grab = grab) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grab = grab
        self._away: QWidget | None = None
        self._overlays: list[RegionOverlay] = []
        self._running = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._freeze)

    @property
    def overlays(self) -> tuple[RegionOverlay, ...]:
        """One for each screen while a region is being chosen."""
        return tuple(self._overlays)

    def start(self, away: QWidget | None = None) -> None:
        """Freezes the screens; the window `away` is hidden before and shown again afterwards."""
        if self._running:
            return
        self._running = True
        self._away = away if away is not None and away.isVisible() else None
        if self._away is None:
            self._freeze()
        else:
            self._away.hide()
            self._wait.start(_UNTIL_GONE_MS)

    @Slot()
    def cancel(self) -> None:
        """Ends it without a picture."""
        if self._running:
            self._end()
            self.cancelled.emit()

    @Slot()
    def _freeze(self) -> None:
        frozen = [(screen, self._grab(screen)) for screen in QGuiApplication.screens()]
        for screen, pixmap in frozen:
            if pixmap.isNull():
                continue
            overlay = RegionOverlay(pixmap, screen.geometry(), self._theme)
            overlay.setScreen(screen)
            overlay.chosen.connect(self._take)
            overlay.cancelled.connect(self.cancel)
            self._overlays.append(overlay)
            overlay.show()
        if not self._overlays:
            self.cancel()
            return
        under_mouse = [overlay for overlay in self._overlays if overlay.geometry().contains(QCursor.pos())]
        first = (under_mouse or self._overlays)[0]
        first.activateWindow()
        first.setFocus()
        first.grabKeyboard()

    def _end(self) -> None:
        self._running = False
        self._wait.stop()
        if self._away is not None:
            self._away.show()
            self._away.activateWindow()
            self._away = None
        for overlay in self._overlays:
            overlay.releaseKeyboard()
            overlay.hide()
            overlay.deleteLater()
        self._overlays = []

    @Slot(QImage)
    def _take(self, image: QImage) -> None:
        self._end()
        self.captured.emit(image)
