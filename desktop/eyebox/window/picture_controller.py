"""The pixels of the current picture on the canvas, and the pictures of the session in the filmstrip."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.filmstrip_model import FilmstripItem, PictureState
from eyebox.canvas.view import CanvasView
from eyebox.language import translated
from eyebox.picture_map import PixelMap
from eyebox.session.types import PictureRecord
from eyebox.window.notice import Notice
from eyebox.window.status import Status
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import file_of
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.pixels import Pixels

SLOW_MS = 300
TOGETHER_MS = 200


class PictureController(QObject):
    """Follows the pictures of the workspace.

    Signals: in_sight: whether there is a picture to look at. find_requested: id of one whose file is gone.
        password_requested: id of a page whose document is locked.
    """

    in_sight = Signal(bool)
    find_requested = Signal(str)
    password_requested = Signal(str)

    def __init__(
        self,
        pictures: Pictures,
        opening: Opening,
        canvas: CanvasView,
        filmstrip: Filmstrip,
        notice: Notice,
        status: Status,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._canvas = canvas
        self._filmstrip = filmstrip
        self._notice = notice
        self._status = status
        self._map: PixelMap | None = None
        self._shown_size = (0, 0)
        self._opening = ""
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say_opening)
        self._coming: list[PictureRecord] = []
        self._list_soon = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._list_soon.timeout.connect(self._list_coming)
        pictures.loaded.connect(self.list_all)
        pictures.many_added.connect(self._on_many_added)
        pictures.added.connect(self._on_added)
        pictures.removed.connect(self._on_removed)
        pictures.arranged.connect(self._on_arranged)
        pictures.updated.connect(self._on_updated)
        pictures.shown.connect(self._on_shown)
        pictures.decoding.connect(self._on_decoding)
        opening.coming.connect(self._on_coming)
        opening.given_up.connect(self._slow.stop)
        pictures.decoded.connect(self._on_decoded)
        pictures.not_decoded.connect(self._on_not_decoded)
        pictures.turned.connect(self._on_turned)
        pictures.thumbnails.ready.connect(filmstrip.set_thumbnail)
        pictures.thumbnails.failed.connect(self._on_thumbnail_failed)
        pictures.noticed.connect(notice.show_notice)
        filmstrip.activated.connect(pictures.show)
        filmstrip.thumbnail_needed.connect(pictures.thumbnails.need)

    @Slot()
    def clear(self) -> None:
        """Shows no pixels and closes their file."""
        self._canvas.picture_item.set_map(None)
        self._shown_size = (0, 0)
        if self._map is not None:
            self._map.close()
            self._map = None

    @Slot(object)
    def _on_added(self, record: PictureRecord) -> None:
        self._list_coming()
        self._filmstrip.model.add([item_of(record)], before=self._pictures.records.step(record.id, 1))

    @Slot()
    def list_all(self) -> None:
        """Lists the pictures of the session that is open."""
        self._coming = []
        records = self._pictures.records
        self._filmstrip.model.show(records, lambda id: item_of(records[id]))

    @Slot(object)
    def _on_many_added(self, records: Sequence[PictureRecord]) -> None:
        """Lists them a little later: the strip lays all of its rows out anew each time."""
        self._coming += records
        if not self._list_soon.isActive():
            self._list_soon.start()

    @Slot()
    def _list_coming(self) -> None:
        coming, self._coming = self._coming, []
        self._filmstrip.model.add(map(item_of, coming))

    @Slot(object)
    def _on_removed(self, pictures: Sequence[str]) -> None:
        self._list_coming()
        self._filmstrip.model.remove(pictures)
        for picture in pictures:
            self._notice.drop(picture)

    @Slot()
    def _on_arranged(self) -> None:
        self._list_coming()
        self._filmstrip.model.arrange(self._pictures.records)

    @Slot(object)
    def _on_shown(self, record: PictureRecord | None) -> None:
        self._slow.stop()
        self._notice.drop_all_but(record.id if record else "")
        if record is None:
            self.clear()
        else:
            self._shown_size = (0, 0)
            self._canvas.picture_item.set_map(None)
            self._list_coming()
            self._filmstrip.set_current(record.id)
            if record.width:
                self._set_size(record.width, record.height)
            if self._pictures.pixels.get(record.id) is None:
                self._on_coming(record.name)
        self.in_sight.emit(bool(self._pictures.records))

    @Slot(str)
    def _on_coming(self, name: str) -> None:
        self._opening = name
        self._slow.start()

    @Slot(str, float)
    def _on_decoding(self, picture: str, fraction: float) -> None:
        if fraction > 0 and picture in ("", self._pictures.current):  # not one that is decoded for later
            self._status.show_text(self.tr("Opening… %1 %").replace("%1", str(round(fraction * 100))))

    @Slot()
    def _say_opening(self) -> None:
        self._status.show_text(self.tr("Opening %1…").replace("%1", self._opening))

    @Slot(object, object)
    def _on_decoded(self, record: PictureRecord, pixels: Pixels) -> None:
        self._slow.stop()
        try:
            new = PixelMap(pixels)
        except EyeboxError as error:
            self._notice.show_error(translated(error.sentence))
            return
        self._notice.drop(record.id)
        old, self._map = self._map, new
        self._canvas.picture_item.set_map(new)
        self._canvas.minimap.update()
        if old is not None:
            old.close()
        self._set_size(pixels.width, pixels.height)
        self.in_sight.emit(True)

    @Slot(object)
    def _on_updated(self, record: PictureRecord) -> None:
        self._filmstrip.model.refresh(record.id)

    @Slot(object, int)
    def _on_turned(self, record: PictureRecord, turns: int) -> None:
        if record.id == self._pictures.current:
            for _quarter in range(turns % 4):
                self._canvas.picture_item.turn()
            self._set_size(record.width, record.height)

    def _set_size(self, width: int, height: int) -> None:
        if (width, height) != self._shown_size:
            self._shown_size = (width, height)
            self._canvas.set_picture_rect(width, height)

    @Slot(str, str)
    def _on_not_decoded(self, picture: str, message: str) -> None:
        self._slow.stop()
        self._show_failed(picture, message)
        if picture == self._pictures.current:
            again, find = partial(self._pictures.show, picture), partial(self.find_requested.emit, picture)
            if self._is_missing(picture):
                self._notice.show_error(message, self.tr("Find it…"), find, about=picture)
            elif picture in self._pictures.locked:
                unlock = partial(self.password_requested.emit, picture)
                self._notice.show_error(message, self.tr("Enter the password…"), unlock, about=picture)
            else:
                self._notice.show_error(message, self.tr("Try again"), again, about=picture)

    @Slot(str)
    def _on_thumbnail_failed(self, picture: str) -> None:
        self._show_failed(picture, "")

    def _show_failed(self, picture: str, message: str) -> None:
        state: PictureState = "missing" if self._is_missing(picture) else "failed"
        self._filmstrip.model.set_state(picture, state, message)

    def _is_missing(self, picture: str) -> bool:
        return not os.path.exists(file_of(self._pictures.path_of(picture)))  # noqa: PTH110 - a name can be impossible


def item_of(record: PictureRecord) -> FilmstripItem:
    """A picture as a row of the filmstrip."""
    state: PictureState = "waiting" if record.lines is None else "read"
    return FilmstripItem(record.id, record.name, record.path, state=state)
