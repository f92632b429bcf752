"""The help menu: all actions, all keys, the doctor, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from eyebox.actions import Actions, Keys
from eyebox.program import Program
from eyebox.session.writes import SetState
from eyebox.settings.schema import specs
from eyebox.theme import Theme
from eyebox.window.api_controller import ApiController
from eyebox.window.connections_controller import ConnectionsController
from eyebox.window.doctor_controller import DoctorController
from eyebox.window.notice import Notice
from eyebox.window.tour_controller import TourController

if TYPE_CHECKING:
    from eyebox.capture.check import ScreenReport
    from eyebox.shortcuts_page import Keymaps


class HelpMenu(QObject):
    """One method an action, of the same name; pages are made when they are first wanted."""

    def __init__(
        self,
        program: Program,
        theme: Theme,
        actions: Actions,
        doctor_controller: DoctorController,
        connections_controller: ConnectionsController,
        api_controller: ApiController,
        tour_controller: TourController,
        notice: Notice,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._program = program
        self._workspace = program.workspace
        self._theme = theme
        self._actions = actions
        self.doctor = doctor_controller.open
        self.connections = connections_controller.open
        self.local_api = api_controller.open
        self.tour = tour_controller.start
        self._notice = notice
        self._window = window

    @Slot()
    def capture_check(self) -> None:
        from eyebox.capture.check import CaptureCheck

        check = CaptureCheck(self)
        check.finished.connect(self._on_checked)
        check.finished.connect(check.deleteLater)
        check.begin()

    @Slot(object)
    def _on_checked(self, reports: tuple[ScreenReport, ...]) -> None:
        """Says for each screen whether it is captured as it is shown."""
        sentences = "\n".join(report.sentence for report in reports)
        if any(report.wrong for report in reports):
            self._notice.show_error(sentences)
        else:
            self._notice.show_notice(sentences)

    @Slot()
    def palette(self) -> None:
        from eyebox.palette import CommandPalette

        palette = self._window.findChild(CommandPalette)
        if palette is None:
            palette = CommandPalette(self._theme, self._window)
            kept = self._workspace.store.get_state("", "palette", [])
            palette.recent = [name for name in kept if isinstance(name, str)]
            palette.ran.connect(lambda: self._keep_palette(palette.recent))
        palette.open([action for action in self._actions.all() if action.objectName() != "palette"])

    def _keep_palette(self, recent: list[str]) -> None:
        self._workspace.write_queue.do(SetState("", "palette", recent))

    @Slot()
    def shortcuts(self) -> None:
        from eyebox.shortcuts_page import ShortcutsPage

        mouse = [
            (self.tr("Zoom at the pointer"), [self.tr("Wheel")]),
            (self.tr("Move the picture"), [self.tr("Space and drag"), self.tr("Middle button")]),
            (
                self.tr("Move the selected boxes by 1 or 10 pixels"),
                [self.tr("Arrows"), self.tr("Shift+Arrows")],
            ),
            (self.tr("Move a box that is not selected"), [self.tr("Drag its edge or label")]),
            (
                self.tr("Select the text in a box"),
                [self.tr("Drag"), self.tr("Alt and drag where it is selected")],
            ),
            (self.tr("Next and previous box"), ["Tab", "Shift+Tab"]),
            (
                self.tr(
                    "Select all boxes rather than the text: with a box selected, in the list of boxes, while drawing"
                ),
                ["Ctrl+A"],
            ),
            (self.tr("Open or close a label in the list of boxes"), ["Right", "Left", "Space"]),
            (self.tr("Add to the selection"), [self.tr("Shift and click")]),
            (self.tr("Send, or break the line"), ["Enter", "Shift+Enter"]),
            (self.tr("Stop the answer of this chat"), ["Esc"]),
            (
                self.tr("Close what is open, drop the selection, leave full screen: one after the other"),
                ["Esc"],
            ),
        ]
        page = ShortcutsPage(
            self._actions.grouped(),
            self._actions.default_keys(),
            self._theme,
            self._window,
            extra={self.tr("Mouse and held keys"): mouse},
            kinds=self._actions.by_hand(),
            keymaps=self._keymaps(),
        )
        page.changed.connect(self._keep_shortcuts)

        def take_keymap(name: str) -> None:
            self._program.change_settings(self._program.settings.with_value("review_keys", name))
            page.set_defaults(self._actions.default_keys())

        page.keymap_chosen.connect(take_keymap)
        with self._actions.outside_review():
            page.exec()
        page.deleteLater()

    def _keymaps(self) -> Keymaps:
        """What may be chosen for the keys of a review, the present one first."""
        spec = next(spec for spec in specs() if spec.name == "review_keys")
        now = self._program.settings.review_keys
        choices = sorted(spec.choices, key=lambda choice: choice[0] != now)
        title = QCoreApplication.translate("Actions", "Review")
        return {title: (QCoreApplication.translate("Settings", spec.title), choices)}

    @Slot(object)
    def _keep_shortcuts(self, keys: Keys) -> None:
        self._program.change_settings(self._program.settings.with_value("shortcuts", keys))

    @Slot()
    def about(self) -> None:
        from importlib.metadata import version

        text = self.tr("Eyebox %1 reads pictures, answers about them and keeps everything on this machine.")
        QMessageBox.about(self._window, self.tr("About Eyebox"), text.replace("%1", version("eyebox")))
