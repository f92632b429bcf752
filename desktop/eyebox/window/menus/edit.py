"""The edit menu: each action is for the text with the focus first, and for the picture after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.actions import Actions
from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.view import CanvasView
from eyebox.window.box_controller import BoxController
from eyebox.window.reading_controller import ReadingController
from eyebox.window.text_focus import TextFocus
from eyebox.workspace.workspace import Workspace

if TYPE_CHECKING:
    from eyebox.formats.copied import Form


class EditMenu(QObject):
    """One method an action, of the same name.

    Signals: pasted, with the pictures that the clipboard held (a Dropped).
    """

    pasted = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        actions: Actions,
        canvas: CanvasView,
        filmstrip: Filmstrip,
        boxes: BoxController,
        reading: ReadingController,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._canvas = canvas
        self._filmstrip = filmstrip
        self._boxes = boxes
        self._reading = reading
        self._text = TextFocus(actions, window)
        self.copy_page = lambda: reading.text_panel.copy_all()
        self.cut = canvas.editor.cut_selected

    @Slot()
    def undo(self) -> None:
        if not self._text.undo():
            self._workspace.history.undo()

    @Slot()
    def redo(self) -> None:
        if not self._text.redo():
            self._workspace.history.redo()

    @Slot()
    def copy(self) -> None:
        canvas = self._canvas
        if self._boxes.has_focus() and canvas.editor.copy_selected():
            return
        _ = self._text.copy() or canvas.text_layer.copy() or canvas.editor.copy_selected()

    @Slot()
    def paste(self) -> None:
        """Text into the cells of a table that has the focus, boxes into the picture shown, or a picture into the session."""
        mime = QApplication.clipboard().mimeData() or QMimeData()
        if self._text.paste_cells(mime.text()):
            return
        if not self._boxes.paste(mime):
            from eyebox.capture.clipboard import pictures_from_mime

            self.pasted.emit(pictures_from_mime(mime))

    @Slot()
    def copy_line(self) -> None:
        self._copy_as("line")

    @Slot()
    def copy_paragraphs(self) -> None:
        self._copy_as("paragraph")

    @Slot()
    def copy_table(self) -> None:
        self._copy_as("table")

    def _copy_as(self, form: Form) -> None:
        if not self._text.copy_as(form):
            self._canvas.text_layer.copy_as(form)

    @Slot()
    def make_code(self) -> None:
        """Of the text that is selected where the focus is, else on the picture, else of what the clipboard holds."""
        selected = self._text.selected().strip() or self._canvas.text_layer.selected_text().strip()
        self._workspace.qr_codes.make(selected or QApplication.clipboard().text())

    @Slot()
    def select_all(self) -> None:
        """The text that has the focus; else the boxes where one works with them, or where there is no text."""
        canvas = self._canvas
        if not self._text.select_all():
            is_boxes = self._boxes.is_at_work() or not canvas.text_layer.page.lines
            canvas.editor.select_all() if is_boxes else canvas.text_layer.select_all()

    @Slot()
    def find(self) -> None:
        if self._workspace.pictures.current:
            self._reading.find_bar.open(self._canvas.text_layer.selected_text())

    @Slot()
    def remove_picture(self) -> None:
        self._workspace.removals.pictures(self._filmstrip.selected())

    @Slot()
    def move_earlier(self) -> None:
        self._move(self._workspace.ordering.earlier)

    @Slot()
    def move_later(self) -> None:
        self._move(self._workspace.ordering.later)

    @Slot()
    def move_to_top(self) -> None:
        self._move(self._workspace.ordering.to_top)

    @Slot()
    def move_to_bottom(self) -> None:
        self._move(self._workspace.ordering.to_bottom)

    def _move(self, move: Callable[[Sequence[str]], None]) -> None:
        if selected := self._filmstrip.selected():
            move(selected)
            self._filmstrip.scroll_to_current()
