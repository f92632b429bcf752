"""The page that quantizes a model, beside the window; the quantizing goes on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.events import Progress

if TYPE_CHECKING:
    from eyebox.picker.quantize import QuantizePage


class QuantizeController(QObject):
    """One page at a time, for the model that is being quantized where one is.

    Signals:
        use_wanted: a list with the folder of a new model. compare_wanted: the folders of two models.
    """

    use_wanted = Signal(list)
    compare_wanted = Signal(str, str)

    def __init__(self, theme: Theme, workspace: Workspace, notice: Notice, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._workspace = workspace
        self._quantizing = workspace.quantizing
        self._notice = notice
        self._over = over
        self._card: ModelCard | None = None
        self.page: QuantizePage | None = None
        """While it is open."""
        self._quantizing.planned.connect(self._on_planned)
        self._quantizing.progressed.connect(self._on_progress)
        self._quantizing.ended.connect(self._on_ended)

    @Slot(object)
    def open(self, card: ModelCard) -> None:
        """Shows the page for a model; while another one is being quantized, that one's."""
        if self._quantizing.wanted is None or self._card is None:
            self._card = card
        if self.page is None:
            self._make(self._card)
        assert self.page is not None
        self.page.show()
        self.page.raise_()
        self.page.activateWindow()

    def _make(self, card: ModelCard) -> None:
        from eyebox.picker.quantize import QuantizePage

        sessions, home = self._workspace.sessions, str(self._workspace.models.home)
        page = self.page = QuantizePage(self._theme, card, home, sessions.current, self._over)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.finished.connect(self._forget)
        page.plan_wanted.connect(self._quantizing.plan)
        page.start_wanted.connect(self._quantizing.start)
        page.stop_wanted.connect(self._quantizing.stop)
        page.source_wanted.connect(self._choose_source)
        page.target_wanted.connect(self._choose_target)
        page.use_wanted.connect(self._use)
        page.compare_wanted.connect(self.compare_wanted)
        self._quantizing.changed.connect(self._show_work)
        self._show_work()
        self._quantizing.plan(page.wanted)

    @Slot()
    def _forget(self) -> None:
        self.page = None
        self._quantizing.changed.disconnect(self._show_work)

    @Slot()
    def _show_work(self) -> None:
        if self.page is not None and self._quantizing.wanted is not None:
            self.page.set_working(self._quantizing.progress)

    @Slot(object, object, int)
    def _on_planned(self, wanted: object, plan: object, count: int) -> None:
        if self.page is not None:
            self.page.set_plan(wanted, plan, count)  # type: ignore[arg-type]

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        if self.page is not None:
            self.page.set_working(progress)

    @Slot(object, str, str)
    def _on_ended(self, made: ModelCard | None, sentence: str, details: str) -> None:
        if self.page is not None:
            self.page.set_ended(made, sentence)
        elif made is not None:
            text = self.tr("“%1” was quantized.").replace("%1", made.name)
            self._notice.show_notice(
                text, self.tr("Use it as a model…"), lambda: self.use_wanted.emit([made.folder]), stays=True
            )
        elif sentence:
            self._notice.show_error(sentence, details=details)

    @Slot(str)
    def _use(self, folder: str) -> None:
        if self.page is not None:
            self.page.close()
        self.use_wanted.emit([folder])

    @Slot(str)
    def _choose_source(self, kind: str) -> None:
        if self.page is not None:
            is_folder = kind == "folder"
            title = self.tr("A folder of pictures") if is_folder else self.tr("A file of chats")
            self._choose(title, is_folder).fileSelected.connect(self.page.set_source)

    @Slot()
    def _choose_target(self) -> None:
        if self.page is not None:
            dialog = self._choose(self.tr("Where the new folder is made"), True)
            dialog.fileSelected.connect(self.page.set_target_folder)

    def _choose(self, title: str, is_folder: bool) -> QFileDialog:
        dialog = QFileDialog(self.page, title)
        mode = QFileDialog.FileMode
        dialog.setFileMode(mode.Directory if is_folder else mode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
