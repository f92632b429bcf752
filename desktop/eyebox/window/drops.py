"""What the window says while something is dragged over it: the whole window is the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from eyebox.formats import may_be_annotations
from eyebox.theme import Theme
from eyebox.workspace.opening import natural

if TYPE_CHECKING:
    from eyebox.capture.clipboard import Dropped


class DropHint(QWidget):
    """Covers the window while something is dragged over it and says what letting go will do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._text = ""
        self.hide()

    def show_for(self, files: Sequence[str], *, has_data: bool) -> bool:
        """Shows the hint for these files, or for picture data. Returns whether the drop would be taken."""
        annotations = [file for file in files if may_be_annotations(file)]
        pictures = len(files) - len(annotations)
        if files and all(Path(file).is_dir() for file in files):
            self._text = self.tr("Open the pictures in %n folder(s)", "", len(files))
        elif pictures:
            self._text = self.tr("Open %n picture(s)", "", pictures)
        elif annotations:
            self._text = self.tr("Import the boxes of %n file(s)", "", len(annotations))
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


class TakesDrops:
    """A base of the main window: what may be let go over it, and that it is opened."""

    drop_hint: DropHint

    def take(self, dropped: Dropped) -> None:
        """Opens what a drop or the clipboard held."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from eyebox.capture.clipboard import may_hold_pictures

        mime = event.mimeData()
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
        if self.drop_hint.show_for(files, has_data=may_hold_pictures(mime)):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        from eyebox.capture.clipboard import pictures_from_mime

        self.drop_hint.hide()
        event.acceptProposedAction()
        dropped = pictures_from_mime(event.mimeData())
        self.take(replace(dropped, files=tuple(sorted(dropped.files, key=natural))))
