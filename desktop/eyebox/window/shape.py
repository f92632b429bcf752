"""Size and place of the window, and what it showed: kept from one run to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QSplitter

from eyebox.session.writes import SetState
from eyebox.workspace.workspace import Workspace

PANEL_WIDTH = 400
SIZE = (1280, 800)
WIDEST = 1 << 16


def restore_shape(
    window: QMainWindow, splitter: QSplitter, full_screen: QAction, workspace: Workspace
) -> None:
    """Gives the window the size and place that it had."""
    geometry = workspace.store.get_state("", "geometry")
    window.resize(*SIZE)
    if isinstance(geometry, str):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        full_screen.setChecked(window.isFullScreen())
    sizes = workspace.store.get_state("", "splitter")
    fitting = isinstance(sizes, list) and [isinstance(s, int) and 0 <= s < WIDEST for s in sizes] == [
        True,
        True,
    ]
    splitter.setSizes(sizes if fitting else [window.width() - PANEL_WIDTH, PANEL_WIDTH])


def keep_shape(window: QMainWindow, splitter: QSplitter, tab: int, workspace: Workspace) -> None:
    """Keeps size and place, and which tab and picture are shown in the session."""
    session = workspace.sessions.current
    for of, name, value in (
        ("", "geometry", bytes(window.saveGeometry().toBase64().data()).decode()),
        ("", "splitter", splitter.sizes()),
        (session, "tab", tab),
        (session, "picture", workspace.pictures.current),
    ):
        workspace.write_queue.do(SetState(of, name, value))
