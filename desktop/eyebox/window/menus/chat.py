"""The chat menu: the tabs of the side panel, chats, models, and what is at work."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from eyebox.program import Program
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.window.engine_controller import EngineController
from eyebox.window.generation_controller import GenerationController
from eyebox.window.model_controller import ModelController
from eyebox.window.panel import BOXES, CHAT, TEXT, Panel
from eyebox.window.picker_controller import PickerController


class ChatMenu(QObject):
    """One method an action, of the same name."""

    def __init__(
        self,
        program: Program,
        theme: Theme,
        panel: Panel,
        show_panel: QAction,
        chat_controller: ChatController,
        picker_controller: PickerController,
        engine_controller: EngineController,
        generation: GenerationController,
        model_controller: ModelController,
        queue_button: QWidget,
        window: QWidget,
    ) -> None:
        """`show_panel` is the action that brings the panel into sight. The queue opens above `queue_button`."""
        super().__init__(window)
        self._program = program
        self._theme = theme
        self._panel = panel
        self._show_panel = show_panel
        self._chat_controller = chat_controller
        self._picker_controller = picker_controller
        self._generation = generation
        self.model_engine = engine_controller.open
        self.model_for_new = model_controller.use_for_new_chats
        self.use_folder = picker_controller.choose_folder
        self.add_pack = picker_controller.choose_pack
        self._queue_button = queue_button
        self._window = window
        self.unload_model = program.lanes["model"].unload

    @Slot()
    def chat_tab(self) -> None:
        self._show_tab(CHAT)

    @Slot()
    def boxes_tab(self) -> None:
        self._show_tab(BOXES)

    @Slot()
    def text_tab(self) -> None:
        self._show_tab(TEXT)

    def _show_tab(self, tab: int) -> None:
        self._show_panel.setChecked(True)
        self._panel.tabs.setCurrentIndex(tab)

    @Slot()
    def ask(self) -> None:
        self._show_tab(CHAT)
        self._chat_controller.pane(self._chat_controller.active).focus_composer()

    @Slot()
    def ask_all(self) -> None:
        self._show_tab(CHAT)
        self._chat_controller.pane(self._chat_controller.active).composer.send_to_all()

    @Slot()
    def answer_again(self) -> None:
        self._show_tab(CHAT)
        self._chat_controller.pane(self._chat_controller.active).answer_again()

    @Slot()
    def attach(self) -> None:
        self.ask()
        self._chat_controller.attaching.attach(self._chat_controller.active)

    @Slot(str)
    def ask_about(self, box_id: str) -> None:
        """Asks about what is inside of a box."""
        found = self._program.workspace.annotations.owner(box_id)
        if found is not None:
            self._show_tab(CHAT)
            self._chat_controller.attaching.ask_about(*found)

    @Slot()
    def new_chat(self) -> None:
        self._show_tab(CHAT)
        self._chat_controller.add(self._chat_controller.active)

    @Slot()
    def new_chat_with_pictures(self) -> None:
        self._show_tab(CHAT)
        self._chat_controller.add_with_pictures(self._chat_controller.active)

    @Slot()
    def close_chat(self) -> None:
        self.close(self._chat_controller.active)

    @Slot(str)
    def close(self, chat: str) -> None:
        """Closes a chat; the one that is active then can be typed in at once."""
        self._program.workspace.removals.chat(chat)
        self._chat_controller.focus()

    @Slot()
    def next_chat(self) -> None:
        self._show_tab(CHAT)
        self._chat_controller.step(1)

    @Slot()
    def previous_chat(self) -> None:
        self._show_tab(CHAT)
        self._chat_controller.step(-1)

    @Slot()
    def choose_model(self) -> None:
        self._picker_controller.open(self._chat_controller.active)

    @Slot()
    def chat_settings(self) -> None:
        self._show_tab(CHAT)
        self._generation.open(self._chat_controller.active)

    @Slot()
    def stop(self) -> None:
        self._program.workspace.read_all.stop()
        self._program.workspace.prompt_run.stop()
        self._program.workspace.importing.stop()
        self._program.workspace.exports.stop()
        for lane in self._program.lanes.values():
            lane.stop_all()

    @Slot()
    def queue(self) -> None:
        from eyebox.window.queue_panel import QueuePanel

        lanes = tuple(self._program.lanes.values())
        panel = self._window.findChild(QueuePanel) or QueuePanel(lanes, self._theme, self._window)
        panel.show_above(self._queue_button)
