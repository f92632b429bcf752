"""What is shown of the current picture: pixels, text, boxes, ghosts, and the line that sums them up."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from eyebox.canvas.filmstrip_model import Film
from eyebox.picture_map import PixelMap
from eyebox.session.types import PictureRecord
from eyebox.session.writes import SaveExtras
from eyebox_models.protocol.ask import End, Pixels
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Line, Page

if TYPE_CHECKING:
    from eyebox.canvas.find_bar import TextState
    from eyebox.formats.imported import AnnotatedPicture
    from eyebox.window.main_window import MainWindow

SLOW_MS = 300


class PictureController(QObject):
    """Follows the pictures of a window and keeps canvas, filmstrip, lists and status in step."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._map: PixelMap | None = None
        self._shown_size = (0, 0)
        self._importing: dict[str, AnnotatedPicture] = {}
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say_opening)
        self._opening = ""
        self._given_up = ""
        pictures, canvas, strip = window.pictures, window.canvas, window.filmstrip
        pictures.added.connect(self._on_added)
        pictures.removed.connect(self._on_removed)
        pictures.shown.connect(self._on_shown)
        pictures.decoding.connect(self._on_decoding)
        pictures.decoded.connect(self._on_decoded)
        pictures.not_decoded.connect(self._on_not_decoded)
        pictures.thumbnails.ready.connect(strip.set_thumbnail)
        pictures.thumbnails.failed.connect(self._on_thumbnail_failed)
        pictures.reading.connect(self._on_reading)
        pictures.lines_found.connect(self._on_lines_found)
        pictures.page_ready.connect(self._on_page)
        pictures.read_ended.connect(self._on_read_ended)
        pictures.refused.connect(lambda text, details: window.notice.show_error(text, details=details))
        pictures.noticed.connect(window.notice.show_notice)
        pictures.given_up.connect(self.sum_up)
        strip.activated.connect(pictures.show)
        strip.thumbnail_needed.connect(pictures.thumbnails.need)
        strip.show_in_folder_requested.connect(
            lambda p: window.tasks.show_in_folder(window.pictures.path_of(p))
        )
        window.asking.ghosts_changed.connect(self._on_ghosts_changed)
        window.asking.boxes_found.connect(self._on_boxes_found)
        window.annotations.box_count_changed.connect(self.sum_up)
        canvas.hovered.connect(self._on_hovered)
        canvas.asked_about.connect(window.tasks.ask_about)

    @Slot()
    def clear(self) -> None:
        """Shows no picture and lets go of its pixels."""
        self._window.canvas.picture_item.set_map(None)
        self._window.canvas.set_boxes(None, None)
        self._window.canvas.clear_ghosts()
        self._window.canvas.text_layer.set_page(None)
        self._shown_size = (0, 0)
        if self._map is not None:
            self._map.close()
            self._map = None

    def open(self, pictures: Sequence[str], annotations: Sequence[str]) -> None:
        """Opens pictures and folders, and adds the boxes of labelme and COCO files to their pictures.

        Pictures of these that are not in the session are opened too. What fails is told together.
        """
        to_open = list(pictures)
        failed: list[tuple[str, str]] = []
        for path in annotations:
            to_open += self._import_boxes(path, failed)
        self._window.pictures.open(to_open, failed=failed)

    def _import_boxes(self, path: str, failed: list[tuple[str, str]]) -> list[str]:
        """Adds the boxes of a file, and to `failed` what was not found; returns the pictures still to be opened."""
        from eyebox.formats import load_annotations

        try:
            imported = list(load_annotations(path))
        except EyeboxError as error:
            failed.append((str(error), error.detail))
            return []
        window = self._window
        known = {record.path: record.id for record in window.pictures.records.values()}
        missing = 0
        to_open = []
        for picture in imported:
            where = str(Path(picture.path).absolute()) if picture.path else ""
            if where in known:
                self._add_imported(known[where], picture)
                window.pictures.show(known[where])
            elif where:
                self._importing[where] = picture
                to_open.append(where)
            elif len(imported) == 1 and picture.data is None and window.pictures.current:
                self._add_imported(window.pictures.current, picture)
            else:
                missing += 1
        if missing:
            sentence = self.tr(
                "%n picture(s) of this file were not found; put them beside it and import again.", "", missing
            )
            failed.append((sentence, path))
        return to_open

    @Slot(str)
    def light(self, box_id: str) -> None:
        """Lights a box on the canvas, in the list and in the chats; one that is not on this picture dims nothing."""
        self._window.canvas.set_lit([box_id] if self._is_shown(box_id) else [])
        self._on_hovered(box_id)

    def _is_shown(self, box_id: str) -> bool:
        window = self._window
        picture = window.pictures.current
        if not box_id or picture is None:
            return False
        is_ghost = any(box.id == box_id for box in window.asking.ghosts(picture))
        return is_ghost or window.annotations.of(picture).model.box(box_id) is not None

    @Slot(str)
    def center_on(self, box_id: str) -> None:
        """Brings a box into the middle, on whichever picture it lies; says so when it is gone."""
        window = self._window
        found = window.annotations.find(box_id, window.pictures.records)
        if found is None:
            window.notice.show_notice(self.tr("This box was deleted."))
            return
        picture, box = found
        if picture != window.pictures.current:
            window.pictures.show(picture)
        window.canvas.select([box_id])
        window.canvas.center_on_box(box)

    # Pictures

    @Slot(object)
    def _on_added(self, record: PictureRecord) -> None:
        window = self._window
        film = Film(
            record.id,
            record.name,
            record.path,
            state="read" if window.pictures.page(record.id) else "waiting",
        )
        window.filmstrip.model.add([film], before=window.pictures.after(record.id))
        imported = self._importing.pop(record.path, None)
        if imported is not None:
            self._add_imported(record.id, imported)

    @Slot(str)
    def _on_removed(self, picture: str) -> None:
        self._window.filmstrip.model.remove([picture])
        self._window.notice.drop(picture)

    @Slot(object)
    def _on_shown(self, record: PictureRecord | None) -> None:
        window = self._window
        self._slow.stop()
        window.notice.drop_all_but(record.id if record else "")
        window.commands.enable_for(record is not None)
        if record is None:
            self.clear()
            window.stage.setCurrentWidget(window.welcome)
            window.lists.tell_boxes(lambda boxes: boxes.set_model(None, None))
            window.lists.tell_text(lambda text: text.show_empty())
            window.annotations.show(None)
            self.sum_up()
            return
        self._shown_size = (0, 0)
        self._given_up = ""
        annotated = window.annotations.show(record.id)
        assert annotated is not None
        window.canvas.picture_item.set_map(None)
        window.canvas.text_layer.set_page(None)
        window.canvas.set_boxes(annotated.model, annotated.stack)
        window.canvas.set_ghosts(window.asking.ghosts(record.id))
        window.lists.tell_boxes(lambda boxes: boxes.set_model(annotated.model, annotated.stack))
        window.filmstrip.set_current(record.id)
        if record.width:
            self._set_size(record.width, record.height)
        if window.pictures.pixels(record.id) is None:
            self._opening = record.name
            self._slow.start()
        page = window.pictures.page(record.id)
        if page is None:
            unread = self.text_state() == "unread"
            window.lists.tell_text(lambda text: text.show_unread() if unread else text.show_reading())
        self._tell_find_bar()
        window.stage.setCurrentWidget(window.canvas)
        self.sum_up()

    @Slot(str, float)
    def _on_decoding(self, picture: str, fraction: float) -> None:
        if fraction > 0:
            self._window.status.show_text(self.tr("Opening… %1 %").replace("%1", str(round(fraction * 100))))

    @Slot()
    def _say_opening(self) -> None:
        self._window.status.show_text(self.tr("Opening %1…").replace("%1", self._opening))

    @Slot(object, object)
    def _on_decoded(self, record: PictureRecord, pixels: Pixels) -> None:
        window = self._window
        self._slow.stop()
        try:
            new = PixelMap(pixels)
        except EyeboxError as error:
            window.notice.show_error(str(error))
            return
        window.notice.drop(record.id)
        old, self._map = self._map, new
        window.canvas.picture_item.set_map(new)
        if old is not None:
            old.close()
        self._set_size(pixels.width, pixels.height)
        if record.id != window.pictures.current:
            window.canvas.set_boxes(None, None)
            window.canvas.text_layer.set_page(None)
        window.stage.setCurrentWidget(window.canvas)
        self.sum_up()

    def _set_size(self, width: int, height: int) -> None:
        if (width, height) != self._shown_size:
            self._shown_size = (width, height)
            self._window.canvas.set_picture_rect(width, height)

    @Slot(str, str)
    def _on_not_decoded(self, picture: str, message: str) -> None:
        self._slow.stop()
        window = self._window
        missing = not os.path.exists(window.pictures.path_of(picture))  # noqa: PTH110 - a name can be impossible
        window.filmstrip.set_state(picture, "missing" if missing else "failed", message)
        if picture == window.pictures.current:
            window.lists.tell_text(lambda text: text.show_failed(message))
            self._given_up = picture
            self._tell_find_bar()
            window.notice.show_error(
                message, self.tr("Try again"), lambda: window.pictures.show(picture), about=picture
            )
            self.sum_up()

    @Slot(str)
    def _on_thumbnail_failed(self, picture: str) -> None:
        window = self._window
        missing = not os.path.exists(window.pictures.path_of(picture))  # noqa: PTH110 - a name can be impossible
        window.filmstrip.set_state(picture, "missing" if missing else "failed")

    # Text

    def text_state(self) -> TextState:
        """How far the text of the shown picture is; one that opens counts as being read where that follows."""
        pictures = self._window.pictures
        picture = pictures.current
        if picture is None or pictures.page(picture) is not None:
            return "read"
        coming = pictures.read_automatically and picture != self._given_up
        return "reading" if coming or pictures.is_reading(picture) else "unread"

    def _tell_find_bar(self) -> None:
        if "find_bar" in self._window.__dict__:
            self._window.find_bar.show_state(self.text_state())

    @Slot(str, float)
    def _on_reading(self, picture: str, fraction: float) -> None:
        window = self._window
        window.filmstrip.set_state(picture, "reading")
        if picture == window.pictures.current:
            window.lists.tell_text(lambda text: text.show_reading(fraction if fraction >= 0 else None))
            percent = f" {round(fraction * 100)} %" if fraction > 0 else ""
            window.status.show_text(self.tr("Reading…") + percent)
            self._tell_find_bar()

    @Slot(str, object)
    def _on_lines_found(self, picture: str, lines: Sequence[Line]) -> None:
        if picture == self._window.pictures.current:
            self._window.canvas.text_layer.add_lines(lines)

    @Slot(str, object)
    def _on_page(self, picture: str, page: Page) -> None:
        window = self._window
        window.filmstrip.set_state(picture, "read")
        window.notice.drop(picture)
        if picture == window.pictures.current:
            window.canvas.text_layer.set_page(page)
            window.lists.tell_text(lambda text: text.show_page(page))
            self._tell_find_bar()
            if window.is_finding:
                window.find_bar.search_again()
            self.sum_up()

    @Slot(str, object)
    def _on_read_ended(self, picture: str, end: End) -> None:
        window = self._window
        if end.outcome == "done":
            return
        window.filmstrip.set_state(picture, "failed" if end.outcome == "failed" else "waiting", end.message)
        if picture == window.pictures.current:
            message = end.message or self.tr("Reading was stopped.")
            window.lists.tell_text(lambda text: text.show_failed(message, end.detail))
            self._given_up = picture
            self._tell_find_bar()
            if end.outcome == "failed":
                window.notice.show_error(
                    message,
                    self.tr("Try again"),
                    lambda: window.pictures.read(picture),
                    details=end.detail,
                    about=picture,
                )
            self.sum_up()

    @Slot(int)
    def show_line(self, line: int) -> None:
        """Lights a line of the text on the picture and brings it into sight; -1 lights none."""
        layer = self._window.canvas.text_layer
        layer.light_line(line)
        if line >= 0:
            self._window.canvas.show_rect(layer.line_rect(line))

    # Boxes

    @Slot(str)
    def _on_ghosts_changed(self, picture: str) -> None:
        if picture == self._window.pictures.current:
            self._window.canvas.set_ghosts(self._window.asking.ghosts(picture))

    @Slot(str, object, str)
    def _on_boxes_found(self, picture: str, boxes: Sequence[Box], question: str) -> None:
        title = " ".join(question.split())
        text = self.tr("Add the boxes of “%1”").replace("%1", title if len(title) <= 30 else title[:29] + "…")
        self._window.annotations.add(picture, boxes, text, saved=True)
        self.sum_up()

    @Slot(str)
    def _on_hovered(self, box_id: str) -> None:
        self._window.lists.light_box(box_id)
        self._window.chats.set_lit(box_id)

    def _add_imported(self, picture: str, imported: AnnotatedPicture) -> None:
        """Adds boxes that are not there yet, so that importing a file twice changes nothing."""
        window = self._window
        there = {(box.label, box.xyxy, box.kind) for box in window.annotations.of(picture).model.boxes()}
        new = [box for box in imported.boxes if (box.label, box.xyxy, box.kind) not in there]
        window.annotations.add(picture, new, self.tr("Import boxes"))
        if imported.extras:
            window.saver.do(SaveExtras(picture, imported.extras))

    @Slot()
    def sum_up(self, _picture: str = "") -> None:
        """The sentence of the status line and the numbers on the tabs."""
        window = self._window
        picture = window.pictures.current
        if picture is None:
            window.panel.set_counts(0, 0)
            window.status.show_text(self.tr("Ready"))
            return
        record = window.pictures.records.get(picture)
        page = window.pictures.page(picture)
        boxes = len(window.annotations.of(picture).model)
        parts = []
        if record and record.width:
            parts.append(f"{record.width} × {record.height}")
        if page is not None:
            seconds = self.tr("%1 s").replace("%1", f"{page.seconds:.1f}")
            parts.append(self.tr("%n line(s) read in", "", len(page.lines)) + " " + seconds)
            if page.unread:
                parts.append(self.tr("%n line(s) in an unknown script", "", page.unread))
        parts.append(self.tr("%n box(es)", "", boxes))
        window.panel.set_counts(boxes, len(page.lines) if page else 0)
        window.status.show_text(" · ".join(parts))
