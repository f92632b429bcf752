"""The main window: lays the rooms out and wires them. What it does on an action stands in `tasks`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eyebox.actions import Actions
from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.view import CanvasView
from eyebox.chat.panes import ChatPanes
from eyebox.folders import Folders
from eyebox.formats import may_be_annotations
from eyebox.jobs.background import Background
from eyebox.jobs.lane import Lane
from eyebox.language import Language, translated
from eyebox.session.store import Store, StoreError
from eyebox.session.writes import AddChat, AddPicture
from eyebox.settings.schema import Settings
from eyebox.settings.store import SettingsStore
from eyebox.theme import Theme
from eyebox.window.box_controller import BoxController
from eyebox.window.chat_controller import CHAT_WIDTH, ChatController
from eyebox.window.closing import Closing
from eyebox.window.drops import DropHint, TakesDrops
from eyebox.window.header import Header
from eyebox.window.notice import Notice
from eyebox.window.panel import Panel
from eyebox.window.parts_made_later import PartsMadeLater
from eyebox.window.picture_controller import PictureController
from eyebox.window.reading_controller import ReadingController
from eyebox.window.shape import PANEL_WIDTH, restore_shape
from eyebox.window.status import Status, Summary
from eyebox.window.tasks import Tasks
from eyebox.window.welcome import Welcome
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.chats import Chats
from eyebox.workspace.history import History
from eyebox.workspace.importing import Importing
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.removals import Removals
from eyebox.workspace.session_file import SessionFile
from eyebox.workspace.sessions import Sessions
from eyebox_models.protocol.ask import READER, Options
from eyebox_models.protocol.box import Box

if TYPE_CHECKING:
    from eyebox.capture.clipboard import Dropped

CANVAS_WIDTH = 240
SETTLE_MS = 3000
TITLE = 80
"""Letters of a session's name in the title of the window."""


class MainWindow(TakesDrops, PartsMadeLater, QMainWindow):
    """One window for all of it. Its parts are public for `tasks` and the tests.

    Signals: unexpected, with a sentence about something nobody caught, from any thread.
    """

    unexpected = Signal(str)

    def __init__(
        self, theme: Theme, settings: SettingsStore, store: Store, lanes: dict[str, Lane], folders: Folders
    ) -> None:
        super().__init__()
        self.setWindowTitle("Eyebox")
        self.setAcceptDrops(True)
        self.theme = theme
        self.store = store
        self.lanes = lanes
        self.folders = folders
        self.settings_store = settings
        self.settings = settings.load()
        self._chats_shown = 1
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.language = Language(application)
        theme.apply(application)

        self.closing = Closing(self)
        self.background = Background(self)
        self.session_file = SessionFile(folders.sessions, store, self.background, self)
        self.saver = self.session_file.saver
        self.annotations = Annotations(store, self.saver, self)
        self.history = History(self.annotations.group, self)
        self.pictures = Pictures(
            store,
            self.saver,
            lanes["picture"],
            lanes["reader"],
            self.background,
            folders.data,
            folders.cache,
            self,
        )
        self.asking = Chats(
            store, self.saver, lanes["reader"], lanes["model"], self.pictures.path_of, self.boxes_of,
            self.pictures.inside, self,
        )  # fmt: skip
        self.asking.boxes_found.connect(self.annotations.add_answer)
        self.importing = Importing(self.saver, self.pictures, self.annotations, self.background, self)
        self.sessions = Sessions(store, self.saver, self)
        self._build()
        self.apply_settings(self.settings)
        self._wire()
        restore_shape(self)
        self.pictures.clear_cache()
        self.saver.recover()
        self.asking.recover()
        self._open_last()
        if settings.problem:
            self.notice.show_error(translated(settings.problem))

    def _build(self) -> None:
        theme = self.theme
        self.canvas = CanvasView(theme, self)
        self.tasks = Tasks(self)
        self.commands = Actions(self, theme, self.tasks.handlers())
        self.header = Header(theme, self.commands, self.tasks.recent, self)
        self.status = Status(theme, tuple(self.lanes.values()), self)
        self.filmstrip = Filmstrip(theme, self)
        self.welcome = Welcome(theme, self.commands, self)
        self.panes = ChatPanes(self)
        self.panel = Panel(self.panes, self)
        self.stage = QStackedWidget(self)
        self.stage.setProperty("surface", "canvas")
        self.stage.setMinimumWidth(CANVAS_WIDTH)
        self.stage.addWidget(self.welcome)
        self.stage.addWidget(self.canvas)
        self.notice = Notice(theme, self.stage)
        self.stage.currentChanged.connect(self.notice.raise_)
        self.drop_hint = DropHint(theme, self)

        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stage)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.filmstrip)
        middle.addWidget(_hairline("vline", self))
        middle.addWidget(self.splitter, 1)
        central = QWidget(self)
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(_hairline("hline", self))
        layout.addLayout(middle, 1)
        layout.addWidget(_hairline("hline", self))
        layout.addWidget(self.status)
        self.setCentralWidget(central)
        self.commands.attach_to_canvas(self.canvas)
        for name in ("show_text", "show_boxes", "show_filmstrip", "show_panel"):
            self.commands[name].setChecked(True)

    def _wire(self) -> None:
        self.picture_controller = PictureController(
            self.pictures, self.canvas, self.filmstrip, self.notice, self.status, self
        )
        self.reading_controller = ReadingController(
            self.theme, self.pictures, self.canvas, self.panel, self.filmstrip, self.notice, self.status, self
        )
        self.box_controller = BoxController(
            self.theme, self.pictures, self.annotations, self.asking, self.canvas, self.panel, self.notice,
            self.commands["duplicate_boxes"], self,
        )  # fmt: skip
        self.importing.progressed.connect(self.status.show_importing)
        self.summary = Summary(self.pictures, self.annotations, self.status, self.panel, self)
        self.importing.ended.connect(self.summary.show)
        self.pictures.shown.connect(lambda record: self.commands.enable_for(record is not None))
        self.picture_controller.in_sight.connect(
            lambda there: self.stage.setCurrentWidget(self.canvas if there else self.welcome)
        )
        self.reading_controller.read_requested.connect(self.tasks.read)
        self.box_controller.asked_about.connect(self.tasks.ask_about)
        self.filmstrip.show_in_folder_requested.connect(
            lambda picture: self.tasks.show_in_folder(self.pictures.path_of(picture))
        )
        self.chats = ChatController(self.theme, self.asking, self.panes, self.pictures, self)
        self.chats.count_changed.connect(self._fit_panel)
        self.box_controller.lit.connect(self.chats.set_lit)
        self.chats.phrase_hovered.connect(self.box_controller.light)
        self.chats.phrase_clicked.connect(self.box_controller.center_on)
        self.chats.model_wanted.connect(self.tasks.choose_model_of)
        self.chats.resolution_wanted.connect(lambda chat: self.picking.choose_resolution(chat))
        self.chats.seen_wanted.connect(lambda turn: self.picking.show_seen(turn))
        self.chats.model_changed.connect(self._on_model_changed)
        self._models_soon = QTimer(self, singleShot=True, interval=0)
        self._models_soon.timeout.connect(lambda: self.picking.show_chats())
        self.chats.escaped.connect(self.tasks.step_back)
        self.chats.noticed.connect(self.notice.show_notice)
        self.removals = Removals(
            self.store,
            self.saver,
            self.history,
            self.sessions,
            self.pictures,
            self.annotations,
            self.asking,
            self,
        )
        self.removals.sentence_shown = lambda: self.notice.sentence
        self.removals.noticed.connect(self.notice.show_notice)
        self.filmstrip.remove_requested.connect(self.removals.pictures)
        self.chats.close_requested.connect(self.removals.chat)
        self.header.session_clicked.connect(self.tasks.sessions)
        self.header.recent_chosen.connect(lambda path: self.open_paths([path]))
        self.status.queue_clicked.connect(self.tasks.queue)
        self.status.stop_clicked.connect(self.tasks.stop)
        self.sessions.opened.connect(self.open_session)
        self.sessions.renamed.connect(self._show_session_name)
        self.saver.failed.connect(self.notice.show_error)
        self.saver.refused.connect(self._show_refused)
        self.session_file.came_back.connect(self._show_again)
        self.session_file.repaired.connect(self._save_again)
        self.session_file.told.connect(lambda text, stays: self.notice.show_notice(text, stays=stays))
        self.session_file.failed.connect(self._show_session_file)
        self.unexpected.connect(self.notice.show_error)
        self.saver.recovered.connect(lambda: self.notice.show_notice(self.tr("Everything is saved again.")))
        self.history.can_undo_changed.connect(self.commands["undo"].setEnabled)
        self.history.can_redo_changed.connect(self.commands["redo"].setEnabled)
        for name in ("undo", "redo"):
            self.commands[name].setEnabled(False)
        self.canvas.tool_changed.connect(self.show_tool)
        self.show_tool("select")

    @Slot(str)
    def _on_model_changed(self, chat: str) -> None:
        if self.asking.chats[chat].model != READER or "picking" in self.__dict__:
            self._models_soon.start()

    @Slot(int)
    def _fit_panel(self, chats: int) -> None:
        """Gives every chat the width it needs."""
        self.panel.setMinimumWidth(CHAT_WIDTH * max(chats, 1))
        wanted = min(PANEL_WIDTH * max(chats, 1), self.splitter.width() - CANVAS_WIDTH)
        if self.panel.width() < wanted or chats <= 1 < self._chats_shown:
            self.splitter.setSizes([self.splitter.width() - wanted, wanted])
        self._chats_shown = chats

    @Slot(str)
    def show_tool(self, tool: str) -> None:
        """Marks the tool in use."""
        for name in ("select", "draw"):
            self.commands[f"tool_{name}"].setChecked(tool == name)

    # Sessions

    def _open_last(self) -> None:
        """Shows the session that was open last, or a new one where that can't be shown whatever it holds."""
        try:
            self.open_session(self.sessions.last())
        except Exception:
            sys.excepthook(*sys.exc_info())
            self.open_session(self.sessions.make())

    @Slot()
    def _show_again(self) -> None:
        """The store has other content: shows the session with what it has now, or the last one."""
        current = self.store.session(self.sessions.current)
        if current is None:
            self._open_last()
        elif not self.asking.is_answering() and (self.has_content() or not self.sessions.give_way()):
            self.open_session(current.id)

    @Slot()
    def _save_again(self) -> None:
        """Writes what is shown once more: the store may have lost it."""
        for record in self.pictures.records.seen():
            self.saver.do(AddPicture(record))
        for chat in self.asking.chats.values():
            self.saver.do(AddChat(chat))
        self.annotations.save_again()

    @Slot(str)
    def open_session(self, session: str) -> None:
        """Shows a session as it was left."""
        self.sessions.remember(session)
        self.history.open_session(session)
        self._show_session_name()
        self.pictures.close_session()
        self.annotations.clear()
        self.asking.load(session)
        self.pictures.load(session, self.store.get_state(session, "picture", ""))
        tab = self.store.get_state(session, "tab", 0)
        self.panel.show_tab(tab if 0 <= tab < self.panel.tabs.count() else 0)
        (self.canvas if self.pictures.current else self.welcome).setFocus()

    @Slot()
    def _show_session_name(self) -> None:
        self.header.set_session(self.sessions.name)
        name = " ".join(self.sessions.name.split())
        self.setWindowTitle(f"{name if len(name) <= TITLE else name[: TITLE - 1] + '…'} – Eyebox")

    def boxes_of(self, picture: str) -> Sequence[Box]:
        return self.annotations.of(picture).model.boxes()

    # Requests from outside

    def open_paths(self, paths: Sequence[str]) -> None:
        """Opens pictures and folders, and imports boxes from JSON files."""
        annotations = [path for path in paths if may_be_annotations(path)]
        others = [path for path in paths if path not in annotations]
        if others:
            self.tasks.remember_recent(others)
        self.importing.open(others, annotations)

    def take(self, dropped: Dropped) -> None:
        """Opens what a drop or the clipboard held."""
        if dropped.files:
            self.open_paths(dropped.files)
        for image in dropped.images:
            if isinstance(image, QImage):
                self.pictures.add_image(image, self.tr("Pasted picture"))
            else:
                self.pictures.add_data(image, self.tr("Pasted picture"))
        if not dropped:
            self.notice.show_error(
                self.tr(
                    "That was only an address; Eyebox opens no connection. Save the picture first, then drop the file."
                )
                if dropped.refused_remote
                else self.tr("There is no picture in the clipboard. Copy one, or open a file with Ctrl+O.")
            )

    @Slot(object)
    def take_request(self, request: dict[str, Any]) -> None:
        """Does what a second start of the program asked for."""
        paths = request.get("open")
        if isinstance(paths, list):
            self.open_paths([path for path in paths if isinstance(path, str)])
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if request.get("capture"):
            self.tasks.capture()

    @Slot(str)
    def show_written(self, path: str) -> None:
        """Says that a file was written."""
        self.notice.show_notice(
            self.tr("Written: %1").replace("%1", Path(path).name),
            self.tr("Show in folder"),
            lambda: self.tasks.show_in_folder(path),
        )

    @Slot(str, int)
    def show_written_folder(self, folder: str, files: int) -> None:
        """Says that files were written into a folder."""
        self.notice.show_notice(
            self.tr("%n file(s) written to %1.", "", files).replace("%1", Path(folder).name),
            self.tr("Show the folder"),
            lambda: self.tasks.open_folder_of(folder),
        )

    @Slot(str, str)
    def _show_session_file(self, text: str, path: str) -> None:
        """Says what is wrong with the session file; a button shows the file that it is about."""
        button = self.tr("Show in folder") if path else ""
        self.notice.show_error(text, button, lambda: self.tasks.show_in_folder(path))

    @Slot(str)
    def _show_refused(self, path: str) -> None:
        """Says that something can't be saved, and where it is kept."""
        self.notice.show_error(
            self.tr("Something could not be saved. It is kept in %1.").replace("%1", Path(path).name),
            self.tr("Show in folder"),
            lambda: self.tasks.show_in_folder(path),
        )

    # Settings, geometry, end

    def apply_settings(self, settings: Settings) -> None:
        """Makes settings count, now."""
        self.settings = settings
        self.theme.set_mode(settings.theme)
        self.theme.set_motion({"system": None, "full": True, "reduced": False}[settings.motion])
        self.language.use(settings.language)
        self.asking.language = self.language.code
        self.asking.common = Options(
            cache_bytes=settings.kept_chats_mb * 1_000_000, auto_continue=settings.continue_cut_lists
        )
        self.pictures.read_automatically = settings.read_on_open
        self.welcome.set_reads(settings.read_on_open)
        if "models" in self.__dict__:
            self.models.set_idle(settings.idle_unload_minutes * 60_000)

    def settle(self) -> None:
        """What can wait until the window has been shown."""
        QTimer.singleShot(SETTLE_MS, self._purge)
        QTimer.singleShot(SETTLE_MS, self.session_file.check)
        QTimer.singleShot(SETTLE_MS // 3, lambda: self.box_controller.box_list)
        QTimer.singleShot(SETTLE_MS // 2, lambda: self.reading_controller.text_panel)

    def _purge(self) -> None:
        if not (self.closing.has_begun or self.saver.pending or self.session_file.is_repairing):
            with suppress(StoreError):
                self.store.purge()
                if self.session_file.is_main:
                    self.pictures.thumbnails.sweep(self.store.picture_ids())

    def end(self) -> None:
        """Ends everything and waits for it; leaves no process behind."""
        self.closing.begin()
        for lane in self.lanes.values():
            lane.close()
        self.wait_for_threads()
        self.pictures.clear_cache()
        self.store.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.closing.may_close())
        if event.isAccepted():
            self.closing.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.tasks.step_back()
        else:
            super().keyPressEvent(event)

    def has_content(self) -> bool:
        """Whether the session holds a picture, or something was said in it."""
        return bool(self.pictures.records) or any(
            chat.draft or len(self.asking.conversation(chat.id)) for chat in self.asking.chats.values()
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "summary"):
            self.commands.retranslate()
            QTimer.singleShot(0, self.summary.show)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.drop_hint.isVisible():
            self.drop_hint.setGeometry(self.rect())


def _hairline(kind: str, parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("kind", kind)
    return line
