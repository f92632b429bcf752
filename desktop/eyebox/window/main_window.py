"""The main window: lays the rooms out and wires them. What it does on an action stands in `menus`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from eyebox.actions import Actions
from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.view import CanvasView
from eyebox.chat.panes import ChatPanes
from eyebox.program import Program, attempt
from eyebox.theme import Theme
from eyebox.window.activity import Activity
from eyebox.window.api_controller import ApiController
from eyebox.window.batch_controller import BatchController
from eyebox.window.box_controller import BoxController
from eyebox.window.canvas_menus import CanvasMenus
from eyebox.window.changed_pictures import ChangedPictures
from eyebox.window.chat_controller import ChatController
from eyebox.window.closing import Closing
from eyebox.window.connections_controller import ConnectionsController
from eyebox.window.doctor_controller import DoctorController
from eyebox.window.drops import Drops
from eyebox.window.engine_controller import EngineController
from eyebox.window.evaluation_controller import EvaluationController
from eyebox.window.figures_controller import FiguresController
from eyebox.window.file_notices import FileNotices
from eyebox.window.generation_controller import GenerationController
from eyebox.window.header import Header
from eyebox.window.ignore_controller import IgnoreController
from eyebox.window.label_controller import LabelController
from eyebox.window.layout import Layout
from eyebox.window.menus.chat import ChatMenu
from eyebox.window.menus.edit import EditMenu
from eyebox.window.menus.file import FileMenu
from eyebox.window.menus.help import HelpMenu
from eyebox.window.menus.picture import PictureMenu
from eyebox.window.menus.review import ReviewMenu
from eyebox.window.menus.view import CROSSHAIR, MINIMAP, ViewMenu
from eyebox.window.merge_controller import MergeController
from eyebox.window.missing_files import MissingFiles
from eyebox.window.model_controller import ModelController
from eyebox.window.notice import Notice
from eyebox.window.panel import Panel
from eyebox.window.passwords import Passwords
from eyebox.window.picker_controller import PickerController
from eyebox.window.picture_controller import PictureController
from eyebox.window.picture_files import PictureFiles
from eyebox.window.picture_parts import PictureParts
from eyebox.window.picture_size_controller import PictureSizeController
from eyebox.window.proof_controller import MARKS, ProofController
from eyebox.window.quantize_controller import QuantizeController
from eyebox.window.reading_controller import ReadingController
from eyebox.window.redaction_controller import RedactionController
from eyebox.window.review_controller import ReviewController
from eyebox.window.review_start import ReviewStart
from eyebox.window.scripts_controller import ScriptsController
from eyebox.window.second_controller import SecondController
from eyebox.window.session_shown import SessionShown
from eyebox.window.settings_controller import SettingsController, apply_theme, keys_of
from eyebox.window.shape import Shape
from eyebox.window.sheet_controller import SheetController
from eyebox.window.side_controller import SideController
from eyebox.window.status import CopyReport, Status, Summary
from eyebox.window.table_controller import TableController
from eyebox.window.teach_controller import TeachController
from eyebox.window.tour_controller import TourController
from eyebox.window.video_controller import VideoController
from eyebox.window.welcome import Welcome

PANELS_MS = 1000
"""When the lists of the panel are made that nobody has wanted so far: the first switch to them is quick then."""
OF_PICTURES = (
    *("read_pictures", "read_all", "export", None),
    *("copy_path", "show_in_folder", "find_file", None),
    *("move_earlier", "move_later", "move_to_top", "move_to_bottom", None),
)
"""Actions in the filmstrip's menu."""


class MainWindow(QMainWindow):
    """One window over a program, which lives without it. Its parts are public for the tests.

    Signals:
        unexpected: a sentence about something nobody caught, from any thread.
        closed: the user has closed it, for good.
    """

    unexpected = Signal(str)
    closed = Signal()

    def __init__(self, program: Program, theme: Theme) -> None:
        """Shows what is open in the program already, or what will be."""
        super().__init__()
        self.setWindowTitle("Eyebox")
        self.program = program
        self.workspace = program.workspace
        self.theme = theme
        self._has_left = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(theme, program.settings)
        theme.set_language(program.language.code)
        theme.apply(application)
        self._build()
        self._control()
        self._fill_menus()
        self._wire()
        self.shape = Shape(
            self, self.parts.splitter, self.panel, self.commands["full_screen"], self.workspace
        )
        self.session_shown.show_open()

    def _build(self) -> None:
        theme = self.theme
        self.parts = parts = Layout(self)
        self.setCentralWidget(parts)
        self.canvas = CanvasView(theme, parts.stage)
        self.commands = Actions(self, theme, *keys_of(self.program.settings))
        self.header = Header(theme, self.commands, self.workspace.recent, parts)
        self.status = Status(theme, tuple(self.program.lanes.values()), parts)
        self.filmstrip = Filmstrip(theme, parts)
        self.welcome = Welcome(theme, self.commands, parts.stage)
        self.panel = Panel(parts.splitter)
        self.panes = ChatPanes(self.panel.pages)
        self.panel.set_chats(self.panes)
        parts.fill(self.header, self.filmstrip, self.welcome, self.canvas, self.panel, self.status)
        self.notice = Notice(theme, self.parts.stage)
        self.parts.stage.currentChanged.connect(self.notice.raise_)
        self.drops = Drops(theme, self.workspace, self.notice, self)
        self.commands.attach_to_canvas(self.canvas)
        self.filmstrip.add_to_menu([self.commands[name] if name else None for name in OF_PICTURES])
        for name in ("show_text", "show_ignored", "show_boxes", "show_filmstrip", "show_panel"):
            self.commands[name].setChecked(True)

    def _control(self) -> None:
        """Makes what joins the widgets with the workspace."""
        workspace, theme, notice, commands = self.workspace, self.theme, self.notice, self.commands
        pictures, annotations = workspace.pictures, workspace.annotations
        self.closing = Closing(self.program, notice, self)
        self.file_notices = FileNotices(workspace, notice, self)
        self.picture_controller = PictureController(
            pictures, workspace.opening, self.canvas, self.filmstrip, notice, self.status, self
        )
        self.reading_controller = ReadingController(
            theme, pictures, workspace.read_all, self.canvas, self.panel, self.filmstrip, notice, self.status,
            self,
        )  # fmt: skip
        self.box_controller = BoxController(
            theme, pictures, annotations, workspace.answers, workspace.relabeling, workspace.labels,
            workspace.attributes, self.canvas, self.panel, notice,
            commands, self,
        )  # fmt: skip
        self.label_controller = LabelController(theme, workspace, self.canvas, self)
        self.side_controller = SideController(pictures, workspace.edges, workspace.review, self.canvas, self)
        self.sheet_controller = SheetController(workspace, theme, self.canvas, self.parts, commands, self)
        self.picture_parts = PictureParts(pictures, workspace.cropping, self.canvas, notice, self)
        self.picture_files = PictureFiles(workspace, self.program.lanes["picture"], theme, self)
        self.missing_files = MissingFiles(workspace.moved_files, pictures, self.picture_files, notice, self)
        self.passwords = Passwords(theme, workspace.opening, pictures, notice, self)
        self.videos = VideoController(theme, workspace, self.panes, self)
        self.chat_controller = ChatController(
            theme, workspace.chats, workspace.answers, self.panes, pictures, workspace.opening, workspace.regions,
            self.picture_files.ask, self,
        )  # fmt: skip
        self.doctor_controller = DoctorController(theme, self.program.examination, self)
        self.connections_controller = ConnectionsController(
            theme, self.status.show_connections, notice, workspace.background, self
        )
        self.api_controller = ApiController(self.program, theme, self.status.show_api, notice, self)
        self.server_controller = EngineController(
            theme, workspace.server_engine, notice, lambda: self.program.settings.proxy, self
        )
        self.engine_controller = EngineController(
            theme, workspace.model_engine, notice, lambda: self.program.settings.proxy, self,
            self.server_controller,
        )  # fmt: skip
        self.picture_size_controller = PictureSizeController(self.program, theme, self.chat_controller, self)
        self.model_controller = ModelController(
            self.program, theme, self.chat_controller, self.picture_size_controller, notice,
            self.engine_controller, self,
        )  # fmt: skip
        self.picker_controller = PickerController(
            self.program, theme, self.chat_controller, self.engine_controller, notice, self
        )
        self.generation_controller = GenerationController(
            theme, workspace.chats, workspace.chat_settings, workspace.models, self.chat_controller, self
        )
        self.ignore_controller = IgnoreController(theme, workspace, self.canvas, commands, notice, self)
        self.canvas_menus = CanvasMenus(
            theme, commands, workspace, self.canvas, self.reading_controller, self.chat_controller,
            self.panel, self.ignore_controller, self,
        )  # fmt: skip
        self.proof_controller = ProofController(
            theme, workspace, self.canvas, self.reading_controller, commands, notice, self
        )
        self.second_controller = SecondController(
            theme, workspace, self.canvas, self.reading_controller, self.chat_controller, commands, notice, self
        )  # fmt: skip
        self.redaction_controller = RedactionController(
            theme, workspace, self.canvas, self.reading_controller, self.filmstrip, notice, self
        )
        self.table_controller = TableController(
            theme, workspace, self.canvas, self.parts, self.reading_controller, notice, self
        )
        self.figures_controller = FiguresController(theme, workspace, notice, self)
        self.merge_controller = MergeController(
            theme, workspace, self.canvas, self.parts, self.figures_controller, notice, commands, self
        )
        self.changed_pictures = ChangedPictures(workspace.review, workspace.pictures, self)
        self.review_start = ReviewStart(
            self.program, notice, lambda: workspace.chats.like(self.chat_controller.active), self
        )
        self.review_controller = ReviewController(
            workspace, self.review_start, theme, self.canvas, self.parts, self.panel, notice, commands, self
        )
        self.evaluation_controller = EvaluationController(
            theme, workspace, notice, lambda: workspace.chats.chats[self.chat_controller.active].model, self
        )
        self.quantize_controller = QuantizeController(theme, workspace, notice, self)
        self.teach_controller = TeachController(
            self.program, theme, self.chat_controller, self.engine_controller, notice, self
        )
        self.batch_controller = BatchController(self.program, theme, notice, self)
        self.session_shown = SessionShown(
            workspace, commands, self.header, self.panel, self.canvas, self.welcome, self.chat_controller,
            self.picture_controller, self.reading_controller, self.review_controller, self,
        )  # fmt: skip
        self.copy_report = CopyReport(self.status, self)
        self.summary = Summary(pictures, annotations, self.status, self.panel, self)
        self.activity = Activity(workspace, self.header, self.status, self.summary, self)
        shown_around = (
            lambda: self.welcome.ways if self.welcome.isVisible() else self.header.button("open"),
            lambda: self.chat_controller.pane(self.chat_controller.active).composer,
            lambda: self.panel.tabs,
            lambda: self.header.menu_button,
        )
        self.tour_controller = TourController(theme, workspace, commands, shown_around, self)
        self.settings_controller = SettingsController(
            self.program, theme, commands, self.header, self.welcome,
            self.chat_controller, self.reading_controller, self,
        )  # fmt: skip

    def _fill_menus(self) -> None:
        program, workspace, theme, commands = self.program, self.workspace, self.theme, self.commands
        self.file_menu = FileMenu(
            program, theme, self.filmstrip, self.picture_files, self.missing_files, self.notice,
            self.header.session, self.batch_controller.open, self.closing.quit, self,
        )  # fmt: skip
        self.edit_menu = EditMenu(
            workspace, commands, self.canvas, self.filmstrip, self.box_controller, self.reading_controller,
            self,
        )  # fmt: skip
        self.view_menu = ViewMenu(
            program, theme, self.canvas, self.filmstrip, self.panel, self.status.number,
            self.figures_controller, self.proof_controller, self,
        )  # fmt: skip
        self.scripts_controller = ScriptsController(program, theme, self)
        self.picture_menu = PictureMenu(
            workspace, self.canvas, self.filmstrip, self.box_controller, self.picture_parts,
            self.reading_controller, self.canvas_menus, self.side_controller, self.label_controller,
            self.proof_controller, self.redaction_controller, self.second_controller,
            self.ignore_controller, self.scripts_controller, self.table_controller, commands, self,
        )  # fmt: skip
        self.chat_menu = ChatMenu(
            program, theme, self.panel, commands["show_panel"], self.chat_controller, self.picker_controller,
            self.engine_controller, self.generation_controller, self.model_controller, self.status.queue, self,
        )  # fmt: skip
        self.review_menu = ReviewMenu(
            workspace, self.review_start, self.review_controller, self.sheet_controller, self.side_controller,
            self.figures_controller, self.merge_controller, self.evaluation_controller,
            self.teach_controller, self,
        )  # fmt: skip
        self.help_menu = HelpMenu(
            program, theme, commands, self.doctor_controller, self.connections_controller, self.api_controller,
            self.tour_controller, self.notice, self,
        )  # fmt: skip
        commands.connect_menus({
            "File": self.file_menu, "Edit": self.edit_menu, "View": self.view_menu, "Picture": self.picture_menu,
            "Chat": self.chat_menu, "Review": self.review_menu, "Help": self.help_menu,
        })  # fmt: skip
        for name, key, usual in (
            ("show_minimap", MINIMAP, True), ("show_unsure", MARKS, True), ("show_crosshair", CROSSHAIR, False),
        ):  # fmt: skip
            commands[name].setChecked(workspace.store.get_state("", key, usual) is True)

    def _wire(self) -> None:
        workspace, notice = self.workspace, self.notice
        self.unexpected.connect(notice.show_error)
        self.program.failed.connect(notice.show_error)
        workspace.removals.sentence_shown = lambda: notice.sentence
        workspace.removals.noticed.connect(notice.show_notice)
        workspace.qr_codes.nothing_to_say.connect(notice.show_notice)
        self.file_menu.hit_chosen.connect(self.session_shown.show_hit)
        self.edit_menu.pasted.connect(self.drops.take)
        self.welcome.sample_chosen.connect(lambda file: workspace.open_paths([file]))
        self.header.session_clicked.connect(self.file_menu.sessions)
        self.header.recent_chosen.connect(lambda path: workspace.open_paths([path]))
        self.status.queue_clicked.connect(self.chat_menu.queue)
        self.status.stop_clicked.connect(self.chat_menu.stop)
        self.status.connections_clicked.connect(self.connections_controller.open)
        self.status.api_clicked.connect(self.api_controller.open)
        self.api_controller.queue_wanted.connect(self.chat_menu.queue)
        self.filmstrip.remove_requested.connect(workspace.removals.pictures)
        self.filmstrip.move_requested.connect(workspace.ordering.before)
        self.picture_controller.find_requested.connect(self.missing_files.ask)
        self.picture_controller.password_requested.connect(self.passwords.ask_for)
        self.picture_controller.in_sight.connect(self.parts.show_picture)
        self.reading_controller.read_requested.connect(self.picture_menu.read)
        self.reading_controller.scripts_wanted.connect(self.scripts_controller.open)
        self.reading_controller.unsure_wanted.connect(self.proof_controller.next_unsure)
        self.review_controller.summary_wanted.connect(self.figures_controller.open_summary)
        self.sheet_controller.switched.connect(self.review_controller.set_on_sheet)
        self.box_controller.asked_about.connect(self.chat_menu.ask_about)
        chats = self.chat_controller
        chats.count_changed.connect(self.parts.fit_panel)
        self.box_controller.lit.connect(chats.set_lit)
        chats.phrase_hovered.connect(self.box_controller.light)
        chats.phrase_clicked.connect(self.box_controller.center_on)
        chats.close_requested.connect(self.chat_menu.close)
        chats.escaped.connect(self.step_back)
        chats.model_wanted.connect(self.picker_controller.open)
        for dropped_on in (self.drops, chats):
            dropped_on.models_dropped.connect(self.picker_controller.open_with)
        self.drops.review_dropped.connect(self.merge_controller.open_file)
        self.picker_controller.chosen.connect(self.picture_size_controller.estimate_again)
        self.picker_controller.quantize_wanted.connect(self.quantize_controller.open)
        self.quantize_controller.use_wanted.connect(self.picker_controller.open_with)
        self.quantize_controller.compare_wanted.connect(self.evaluation_controller.compare)

    @Slot()
    def step_back(self) -> None:
        """Takes away the topmost of what stands over the plain window; what has the focus was asked before."""
        from eyebox.window.queue_panel import QueuePanel

        queue = self.findChild(QueuePanel)
        if self.tour_controller.is_on:
            self.tour_controller.end()
        elif queue is not None and queue.isVisible():
            queue.dismiss()
        elif self.canvas.cancel():
            pass
        elif self.reading_controller.is_finding:
            self.reading_controller.find_bar.close_bar()
        elif not self.canvas.step_back():
            self.commands["full_screen"].setChecked(False)

    # Requests from outside

    @Slot(object)
    def take_request(self, request: dict[str, Any]) -> None:
        """Does what a second start of the program asked for."""
        paths = request.get("open")
        if isinstance(paths, list):
            self.workspace.open_paths([path for path in paths if isinstance(path, str)])
        self.come_forward()

    @Slot()
    def come_forward(self) -> None:
        """Shows the window over others, also from the tray."""
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    # From the first paint to the end

    def settle(self) -> None:
        """What can wait until the window has been shown."""
        self.tour_controller.offer()
        QTimer.singleShot(PANELS_MS, self, lambda: self.box_controller.box_list)
        QTimer.singleShot(PANELS_MS * 3 // 2, self, lambda: self.reading_controller.text_panel)

    def leave(self) -> None:
        """Keeps how the window stood and ends what it has at work, once; the program goes on."""
        if self._has_left:
            return
        self._has_left = True
        self._keep_shape()
        attempt(self.picture_controller.clear)
        self.workspace.removals.sentence_shown = str
        self.review_controller.leave()
        self.doctor_controller.close()
        self.connections_controller.close()
        self.api_controller.close()
        self.server_controller.close()
        self.engine_controller.close()

    def _keep_shape(self) -> None:
        attempt(self.shape.keep)
        attempt(self.workspace.keep_place)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.closing.stays():
            event.ignore()
            self._keep_shape()
            self.hide()
            return
        event.setAccepted(self.closing.may_close())
        if event.isAccepted():
            self.leave()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.step_back()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            QTimer.singleShot(0, self.summary, self.summary.show)
        super().changeEvent(event)
