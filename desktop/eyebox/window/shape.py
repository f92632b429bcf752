"""The window's size and place, how wide its panel is and which tab it shows, from one run to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QSplitter

from eyebox.session.writes import SetState
from eyebox.theme.grown import grown
from eyebox.window.layout import PANEL_WIDTH
from eyebox.window.panel import Panel
from eyebox.workspace.workspace import Workspace

SIZE = (1280, 800)
WIDEST = 1 << 16
SOON_MS = 1000
"""How long it is left alone before it is kept: a program that is killed loses no more."""


class Shape(QObject):
    """Gives the window the shape that it had, and keeps it whenever it has changed."""

    def __init__(
        self,
        window: QMainWindow,
        splitter: QSplitter,
        panel: Panel,
        full_screen: QAction,
        workspace: Workspace,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._splitter = splitter
        self._tabs = panel.tabs
        self._workspace = workspace
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.keep)
        self.restore(full_screen)
        self._kept: dict[tuple[str, str], object] = self._now()
        panel.tab_changed.connect(self._soon.start)
        for part in (window, panel):
            part.installEventFilter(self)

    def restore(self, full_screen: QAction) -> None:
        """Gives the window the shape that was kept."""
        window, store = self._window, self._workspace.store
        geometry = store.get_state("", "geometry")
        window.resize(*SIZE)
        if isinstance(geometry, str):
            window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
            full_screen.setChecked(window.isFullScreen())
        sizes = store.get_state("", "splitter")
        is_pair = isinstance(sizes, list) and len(sizes) == 2
        fitting = is_pair and all(isinstance(size, int) and 0 <= size < WIDEST for size in sizes)
        wide = min(grown(PANEL_WIDTH), window.width() * 2 // 5)
        self._splitter.setSizes(sizes if fitting else [window.width() - wide, wide])

    def _now(self) -> dict[tuple[str, str], object]:
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        return {
            ("", "geometry"): geometry,
            ("", "splitter"): self._splitter.sizes(),
            (self._workspace.sessions.current, "tab"): self._tabs.currentIndex(),
        }

    @Slot()
    def keep(self) -> None:
        """Keeps it now, as far as it is another one."""
        self._soon.stop()
        now = self._now()
        for key, value in now.items():
            if self._kept.get(key) != value:
                self._workspace.write_queue.do(SetState(*key, value))
        self._kept = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._window.isVisible():
            self._soon.start()
        return False
