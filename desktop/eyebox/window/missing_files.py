"""Asks where the file of a picture is that is gone, and says what else was found there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot

from eyebox.window.notice import Notice
from eyebox.window.picture_files import PictureFiles
from eyebox.workspace.moved_files import MovedFiles
from eyebox.workspace.pictures import Pictures


class MissingFiles(QObject):
    """Follows the files that moved."""

    def __init__(
        self, moved: MovedFiles, pictures: Pictures, files: PictureFiles, notice: Notice, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._moved = moved
        self._pictures = pictures
        self._files = files
        self._notice = notice
        moved.differs.connect(self._on_differs)
        moved.others_found.connect(self._on_others_found)
        moved.failed.connect(notice.show_error)

    @Slot(str)
    def ask(self, picture: str) -> None:
        """Asks for the file of a picture."""
        title = self.tr("Find %1").replace("%1", self._pictures.records[picture].name)
        self._files.ask(title, lambda files: self._moved.take_if_same(picture, files[0]), one=True)

    @Slot(str, str)
    def _on_differs(self, picture: str, path: str) -> None:
        name = self._pictures.records[picture].name
        self._notice.show_error(
            self.tr(
                "This is another picture than %1 was, or it has changed; boxes and text may not fit."
            ).replace("%1", name),
            self.tr("Take it anyway"),
            partial(self._moved.take, {picture: path}),
            about=picture,
        )

    @Slot(object)
    def _on_others_found(self, paths: Mapping[str, str]) -> None:
        self._notice.show_notice(
            self.tr("%n other missing picture(s) are in this folder too.", "", len(paths)),
            self.tr("Take them too"),
            partial(self._moved.take, paths),
            stays=True,
        )
