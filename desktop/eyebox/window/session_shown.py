"""The open session as the window shows it: its name, the tab it was left with, what can be undone, what a search found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from eyebox.actions import Actions
from eyebox.canvas.view import CanvasView
from eyebox.session.types import Hit, PictureRecord
from eyebox.window.chat_controller import ChatController
from eyebox.window.header import Header
from eyebox.window.panel import BOXES, CHAT, Panel
from eyebox.window.picture_controller import PictureController
from eyebox.window.reading_controller import ReadingController
from eyebox.window.review_controller import ReviewController
from eyebox.window.welcome import Welcome
from eyebox.workspace.workspace import Workspace

TITLE = 80
"""Letters of a session's name in the title of the window."""


class SessionShown(QObject):
    """Follows the workspace from one session to the next."""

    def __init__(
        self,
        workspace: Workspace,
        commands: Actions,
        header: Header,
        panel: Panel,
        canvas: CanvasView,
        welcome: Welcome,
        chats: ChatController,
        pictures: PictureController,
        reading: ReadingController,
        review: ReviewController,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._commands = commands
        self._header = header
        self._tabs = panel.tabs
        self._canvas = canvas
        self._welcome = welcome
        self._chats = chats
        self._pictures = pictures
        self._reading = reading
        self._review = review
        self._window = window
        workspace.opened.connect(self._on_opened)
        workspace.sessions.renamed.connect(self._show_name)
        workspace.pictures.shown.connect(self._on_shown)
        for action, can, changed in (
            (commands["undo"], workspace.history.can_undo, workspace.history.can_undo_changed),
            (commands["redo"], workspace.history.can_redo, workspace.history.can_redo_changed),
        ):
            changed.connect(action.setEnabled)
            action.setEnabled(can)

    def show_open(self) -> None:
        """Shows what is open in the program already."""
        workspace = self._workspace
        if workspace.sessions.current:
            self._chats.show_open()
            self._pictures.list_all()
            workspace.pictures.show(workspace.pictures.current)
            self._on_opened(workspace.sessions.current)

    @Slot(object)
    def show_hit(self, hit: Hit) -> None:
        """Brings what a search found into sight."""
        if hit.kind == "turn":
            self._chats.show_turn(hit.target)
        if hit.kind == "text":
            self._reading.find_bar.open(hit.snippet[hit.start : hit.end])
        self._tabs.setCurrentIndex({"turn": CHAT, "box": BOXES}.get(hit.kind, self._tabs.currentIndex()))

    @Slot(object)
    def _on_shown(self, record: PictureRecord | None) -> None:
        self._commands.enable_for(record is not None)
        self._canvas.set_title(f"{record.name}, {record.width} × {record.height}" if record else "")

    @Slot(str)
    def _on_opened(self, session: str) -> None:
        """Shows a session as it was left."""
        self._show_name()
        tab = self._workspace.store.get_state(session, "tab", 0)
        self._tabs.setCurrentIndex(tab if self._tabs.isTabVisible(tab) else 0)
        (self._canvas if self._workspace.pictures.records else self._welcome).setFocus()
        self._review.take_up(session)

    @Slot()
    def _show_name(self) -> None:
        self._header.set_session(self._workspace.sessions.name)
        name = " ".join(self._workspace.sessions.name.split())
        self._window.setWindowTitle(f"{name if len(name) <= TITLE else name[: TITLE - 1] + '…'} – Eyebox")
