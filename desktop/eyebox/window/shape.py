"""Size and place of the window, and what it showed: kept from one run to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from eyebox.session.writes import SetState

if TYPE_CHECKING:
    from eyebox.window.main_window import MainWindow

PANEL_WIDTH = 400
SIZE = (1280, 800)
WIDEST = 1 << 16


def restore_shape(window: MainWindow) -> None:
    """Gives the window the size and place that it had."""
    geometry = window.store.get_state("", "geometry")
    window.resize(*SIZE)
    if isinstance(geometry, str):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        window.commands["full_screen"].setChecked(window.isFullScreen())
    sizes = window.store.get_state("", "splitter")
    fitting = isinstance(sizes, list) and [isinstance(s, int) and 0 <= s < WIDEST for s in sizes] == [
        True,
        True,
    ]
    window.splitter.setSizes(sizes if fitting else [window.width() - PANEL_WIDTH, PANEL_WIDTH])


def keep_shape(window: MainWindow) -> None:
    """Keeps size and place, and which tab and picture are shown in the session."""
    session = window.sessions.current
    for of, name, value in (
        ("", "geometry", bytes(window.saveGeometry().toBase64().data()).decode()),
        ("", "splitter", window.splitter.sizes()),
        (session, "tab", window.panel.tabs.currentIndex()),
        (session, "picture", window.pictures.current),
    ):
        window.saver.do(SetState(of, name, value))
