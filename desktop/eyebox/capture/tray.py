"""The icon in the system's tray: a capture, the window and the end are a click away while no window is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from eyebox.theme import Theme
from eyebox_resources import path

Reason = QSystemTrayIcon.ActivationReason
MODES = ("region", "window", "screen", "last")


def has_tray() -> bool:
    """Whether the desktop shows icons of programs. GNOME does so with an extension only."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """A click captures a region; a middle or double click opens the window; the menu has the rest.

    Signals:
        capture_wanted: how: "region", "window", "screen" or "last".
        region_wanted: the name of a region.
        window_wanted: Eyebox's window is to be shown.
        settings_wanted: the settings are to be shown.
        quit_wanted: the program is to end.
    """

    capture_wanted = Signal(str)
    region_wanted = Signal(str)
    window_wanted = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, theme: Theme, regions: Callable[[], Iterable[str]] = tuple, parent: QObject | None = None
    ) -> None:
        """`regions` gives the names of regions, each time the menu opens."""
        super().__init__(parent)
        self._theme = theme
        self._names = regions
        self.menu = QMenu()
        self._captures = {mode: QAction(self.menu) for mode in MODES}
        for mode, action in self._captures.items():
            action.triggered.connect(lambda _checked=False, mode=mode: self.capture_wanted.emit(mode))
        self._captures["region"].setIcon(theme.icon("capture"))
        self._open, self._settings, self._quit = (QAction(self.menu) for _ in range(3))
        self._open.setIcon(theme.icon("picture"))
        self._settings.setIcon(theme.icon("settings"))
        self._open.triggered.connect(self.window_wanted)
        self._settings.triggered.connect(self.settings_wanted)
        self._quit.triggered.connect(self.quit_wanted)
        self.menu.addActions([*self._captures.values()])
        self.regions = self.menu.addMenu("")
        self.menu.aboutToShow.connect(self._list_regions)
        self.regions.triggered.connect(self._on_region)
        self.regions.menuAction().setVisible(False)
        self.menu.addSeparator()
        self.menu.addActions([self._open, self._settings])
        self.menu.addSeparator()
        self.menu.addAction(self._quit)
        self.menu.installEventFilter(self)
        self.icon = QSystemTrayIcon(QIcon(str(path("icons", "eyebox.svg"))), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.window_wanted)
        self.retranslate()
        self.icon.show()

    def retranslate(self) -> None:
        self.icon.setToolTip("Eyebox")
        for mode, text in (
            ("region", self.tr("Capture a region")),
            ("window", self.tr("Capture a window")),
            ("screen", self.tr("Capture a screen")),
            ("last", self.tr("Capture the last region again")),
        ):
            self._captures[mode].setText(text)
        self.regions.setTitle(self.tr("Capture a region by its name"))
        self._open.setText(self.tr("Open Eyebox"))
        self._settings.setText(self.tr("Settings…"))
        self._quit.setText(self.tr("Quit"))

    @Slot()
    def _list_regions(self) -> None:
        names = sorted(self._names())
        self.regions.clear()
        for name in names:
            self.regions.addAction(name.replace("&", "&&")).setData(name)
        self.regions.menuAction().setVisible(bool(names))

    @Slot(QAction)
    def _on_region(self, action: QAction) -> None:
        self.region_wanted.emit(action.data())

    @Slot(str)
    def say(self, text: str) -> None:
        """Shows a sentence, as the system does that."""
        if QSystemTrayIcon.supportsMessages():
            self.icon.showMessage("Eyebox", text, self.icon.icon())

    def close(self) -> None:
        """Takes the icon away."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: Reason) -> None:
        if reason == Reason.Trigger:
            self.capture_wanted.emit("region")
        elif reason in (Reason.MiddleClick, Reason.DoubleClick):
            self.window_wanted.emit()
