"""What is dragged over the window, which as a whole is the target, and what was dropped or pasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from eyebox.formats import REVIEW_SUFFIX, holds_annotations, may_be_annotations
from eyebox.picture_folders import is_video_file, natural
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.workspace.packs import SUFFIX as PACK
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.ask import ModelRef

if TYPE_CHECKING:
    from eyebox.capture.clipboard import Dropped

NO_PICTURE = "none"
"""What a notice is about that goes as soon as a picture is shown."""


def model_folders(files: Sequence[str]) -> list[str]:
    """The folders of models among files."""
    from eyebox_models.checkpoint.find import is_checkpoint

    return [file for file in files if Path(file).is_dir() and is_checkpoint(Path(file))]


class DropHint(QWidget):
    """Covers the window while something is dragged over it and says what dropping it will do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._text = ""
        self.hide()

    def show_for(self, files: Sequence[str], *, has_data: bool, only_address: bool = False) -> bool:
        """Shows the hint for these files, for picture data, or for an address. Returns whether the drop would be taken."""
        models = model_folders(files)
        annotations = [file for file in files if may_be_annotations(file)]
        pictures = len(files) - len(annotations)
        if files and len(models) == len(files):
            name = ModelRef(models[0]).short_name
            self._text = self.tr("Use “%1” as a model").replace("%1", name)
            if len(models) > 1:
                self._text = self.tr("Add %n model(s)", "", len(models))
        elif files and all(file.lower().endswith(PACK) for file in files):
            self._text = self.tr("Add the model in this pack")
        elif files and all(file.endswith(REVIEW_SUFFIX) for file in files):
            self._text = self.tr("Compare with the review in this file")
        elif files and all(Path(file).is_dir() for file in files):
            self._text = self.tr("Open the pictures in %n folder(s)", "", len(files))
            if any(map(holds_annotations, files)):
                self._text = self.tr("Open the pictures and boxes in %n folder(s)", "", len(files))
        elif pictures and all(file.lower().endswith(".pdf") for file in files):
            self._text = self.tr("Open the pages of %n document(s)", "", pictures)
        elif pictures and all(is_video_file(file) for file in files):
            self._text = self.tr("Choose frames of %n video(s)", "", pictures)
        elif pictures:
            self._text = self.tr("Open %n picture(s)", "", pictures)
        elif annotations:
            self._text = self.tr("Import the boxes of %n file(s)", "", len(annotations))
        elif only_address:
            self._text = self.tr("Only an address: save the picture first, then drop the file")
        elif has_data:
            self._text = self.tr("Add this picture to the session")
        else:
            return False
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.color("window")
        veil.setAlphaF(0.94)
        painter.fillRect(self.rect(), veil)
        pen = QPen(self._theme.color("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 8, 8)
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font("title"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class Drops(QObject):
    """Takes for a window what is dropped on it, and opens what that or the clipboard held.

    Signals: models_dropped: folders of models. review_dropped: the file of somebody else's review.
    """

    models_dropped = Signal(list)
    review_dropped = Signal(str)

    def __init__(self, theme: Theme, workspace: Workspace, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._notice = notice
        self._window = window
        self.hint = DropHint(theme, window)
        workspace.opening.nothing_in.connect(self._on_nothing_in)
        workspace.opening.videos_in.connect(self._on_videos_in)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @Slot(object)
    def take(self, held: Dropped) -> None:
        """Opens what the clipboard held."""
        self._take(
            held, self.tr("There is no picture in the clipboard. Copy one, or open a file with Ctrl+O.")
        )

    def _take(self, dropped: Dropped, nothing: str) -> None:
        """Opens what there is; `nothing` is said where there is no picture."""
        opening = self._workspace.opening
        models = model_folders(dropped.files)
        if models:
            self.models_dropped.emit(models)
        for review in [file for file in dropped.files if file.endswith(REVIEW_SUFFIX)][:1]:
            self.review_dropped.emit(review)
        for pack in [file for file in dropped.files if file.lower().endswith(PACK)]:
            self._workspace.packs.add(pack)
        taken = (*models, *(file for file in dropped.files if file.lower().endswith((REVIEW_SUFFIX, PACK))))
        others = [file for file in dropped.files if file not in taken]
        if others:
            self._workspace.open_paths(others)
        for image in dropped.images:
            if isinstance(image, QImage):
                opening.add_image(image, self.tr("Pasted picture"))
            else:
                opening.add_data(image, self.tr("Pasted picture"))
        if not dropped:
            self._notice.show_error(
                self.tr(
                    "That was only an address; Eyebox opens no connection. Save the picture first, then drop the file."
                )
                if dropped.refused_remote
                else nothing,
                about=NO_PICTURE,
            )

    @Slot(str)
    def _on_nothing_in(self, folder: str) -> None:
        """A folder that was opened for its pictures may be one of a model."""
        if model_folders([folder]):
            text = self.tr("“%1” holds a model and no picture.").replace("%1", ModelRef(folder).short_name)
            use = partial(self.models_dropped.emit, [folder])
            self._notice.show_notice(text, self.tr("Use it as a model…"), use, stays=True)

    @Slot(list)
    def _on_videos_in(self, videos: list[str]) -> None:
        """Frames of a video are chosen, so the videos of a folder are not opened with its pictures."""
        text = self.tr(
            "%n video(s) of the folder not opened: frames are chosen of one at a time.", "", len(videos)
        )
        choose = partial(self._workspace.open_paths, videos[:1])
        self._notice.show_notice(text, self.tr("Choose frames…"), choose, stays=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
        elif event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
        elif event.type() == QEvent.Type.Resize and self.hint.isVisible():
            self.hint.setGeometry(self._window.rect())
        return False

    def _enter(self, event: QDragEnterEvent) -> None:
        from eyebox.capture.clipboard import is_only_address, may_hold_pictures

        mime = event.mimeData()
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
        if self.hint.show_for(files, has_data=may_hold_pictures(mime), only_address=is_only_address(mime)):
            event.acceptProposedAction()

    def _drop(self, event: QDropEvent) -> None:
        from eyebox.capture.clipboard import pictures_from_mime

        self.hint.hide()
        event.acceptProposedAction()
        dropped = pictures_from_mime(event.mimeData())
        dropped = replace(dropped, files=tuple(sorted(dropped.files, key=natural)))
        self._take(dropped, self.tr("No picture came with the drop. Drop it again, or open it with Ctrl+O."))
