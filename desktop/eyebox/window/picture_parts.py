"""The picture shown, or the part of it that is selected or dragged over: as a new picture, and on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtWidgets import QApplication

from eyebox.canvas.outline import corners, rect_of
from eyebox.canvas.view import CanvasView
from eyebox.language import translated
from eyebox.window.notice import Notice
from eyebox.window.tool_hint import ToolHint
from eyebox.workspace.cropping import Cropping
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Rect


class PictureParts(QObject):
    """What is meant: all around the selected boxes; without any a part is dragged, or it is the whole."""

    def __init__(
        self,
        pictures: Pictures,
        cropping: Cropping,
        canvas: CanvasView,
        notice: Notice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._cropping = cropping
        self._canvas = canvas
        self._notice = notice
        canvas.part_chosen.connect(self._on_part)
        ToolHint("crop", self._tool_words, canvas, notice, self)

    @Slot()
    def crop(self) -> None:
        """Makes what is selected a new picture, or lets a part be dragged."""
        if rect := self._selected():
            self._crop(rect, self._canvas.editor.selection)
        elif self._pictures.current:
            self._canvas.set_tool("select" if self._canvas.tool == "crop" else "crop")
            self._canvas.setFocus()

    @Slot()
    def copy(self) -> None:
        """Copies the selected part, or the whole picture, as pixels."""
        if self._pictures.current:
            try:
                image = self._cropping.image(self._pictures.current, self._selected())
            except EyeboxError as error:
                self._notice.show_error(translated(error.sentence))
                return
            if image.isNull():
                self._say_opening()
            else:
                QApplication.clipboard().setImage(image)

    def _selected(self) -> Rect | None:
        around = QRectF()
        for box in self._canvas.editor.selected_boxes:
            around |= rect_of(box)
        return None if around.isEmpty() else corners(around)

    def _crop(self, rect: Rect, without: tuple[str, ...] = ()) -> None:
        if self._pictures.current:
            try:
                if not self._cropping.crop(self._pictures.current, rect, without):
                    self._say_opening()
            except EyeboxError as error:
                self._notice.show_error(translated(error.sentence))

    def _say_opening(self) -> None:
        self._notice.show_notice(self.tr("The picture is still being opened; try again in a moment."))

    @Slot(QRectF)
    def _on_part(self, rect: QRectF) -> None:
        self._canvas.set_tool("select")
        self._crop(corners(rect))

    def _tool_words(self) -> tuple[str, str]:
        return self.tr("Drag over the part that becomes a new picture."), self.tr("Cancel")
