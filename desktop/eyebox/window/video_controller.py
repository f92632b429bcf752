"""Videos that are opened: which of their frames become pictures, and what these would take of the model that is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QWidget

from eyebox.chat.panes import ChatPanes
from eyebox.theme import Theme
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.cards import Estimate
from eyebox_models.protocol.video import VideoFacts

if TYPE_CHECKING:
    from eyebox.window.frame_chooser import FrameChooser

OWNER = "frames"


class VideoController(QObject):
    """Asks for one video after the other which frames are taken. They are attached to the next question of the active chat
    where a model is to be shown them."""

    def __init__(self, theme: Theme, workspace: Workspace, panes: ChatPanes, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._workspace = workspace
        self._panes = panes
        self._window = window
        self._waiting: list[str] = []
        self.chooser: FrameChooser | None = None
        workspace.opening.video_met.connect(self._on_video)
        workspace.models.estimated.connect(self._on_estimated)

    @Slot(str)
    def _on_video(self, path: str) -> None:
        if path not in self._waiting:
            self._waiting.append(path)
        if self.chooser is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        from eyebox.window.frame_chooser import FrameChooser

        path = self._waiting.pop(0)
        chooser = self.chooser = FrameChooser(self._theme, self._workspace.videos, path, self._window)
        chooser.counted.connect(self._on_counted)
        chooser.chosen.connect(self._take)
        chooser.finished.connect(self._on_finished)
        chooser.open()

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        chooser, self.chooser = self.chooser, None
        if chooser is not None:
            chooser.deleteLater()
        self._next()

    @Slot(object, list)
    def _take(self, facts: VideoFacts, times: list[float]) -> None:
        taken = self._workspace.videos.take(facts, times)
        chat = self._panes.active
        if self._workspace.chats.chats[chat].model != READER:
            composer = self._panes.pane(chat).composer
            composer.set_attached((*composer.attached, *taken))

    @Slot(int, object)
    def _on_counted(self, count: int, size: tuple[int, int] | None) -> None:
        """Has it worked out what so many frames take of the active chat's model."""
        record = self._workspace.chats.chats[self._panes.active]
        if size is not None and count and record.model != READER:
            options = self._workspace.chats.options_of(record.id)
            self._workspace.models.estimate(OWNER, record.model, options, (), videos=((*size, count),))
        elif self.chooser is not None:
            self.chooser.takes.clear()

    @Slot(str, str, object, str)
    def _on_estimated(self, owner: str, _model: str, estimate: Estimate | None, _sentence: str) -> None:
        if owner != OWNER or self.chooser is None:
            return
        if estimate is None:
            self.chooser.takes.clear()
            return
        text = self.tr("As one video: %1 visual tokens, %2 of %3 free memory.")
        said = QLocale()
        for place, value in (
            ("%1", said.toString(estimate.visual_tokens)),
            ("%2", said.formattedDataSize(estimate.total_bytes, 1)),
            ("%3", said.formattedDataSize(estimate.available_bytes, 1)),
        ):
            text = text.replace(place, value)
        self.chooser.takes.setText(f"{text} {self._too_much(estimate)}".strip())

    def _too_much(self, estimate: Estimate) -> str:
        return self.tr("That is more than fits: take fewer frames.") if estimate.verdict == "too big" else ""
