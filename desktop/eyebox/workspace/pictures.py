"""The pictures of the open session: decoded, shown, with their text. Engines do the work; windows only listen."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.background import Background
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.session.types import PictureContent, PictureRecord
from eyebox.session.writes import (
    AddPicture,
    AddPictures,
    PlacePictures,
    RemovePicture,
    RestorePicture,
    SavePage,
    UpdatePicture,
)
from eyebox.workspace.decoding import Decoding
from eyebox.workspace.parts import Parts
from eyebox.workspace.picture_list import PictureList
from eyebox.workspace.pixel_files import PixelFiles
from eyebox.workspace.reading import Reading
from eyebox.workspace.thumbnails import Thumbnails
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.files.document_page import file_of, frame_path, name_of, page_path
from eyebox_models.protocol.document import LOCKED, WRONG_PASSWORD
from eyebox_models.protocol.events import End
from eyebox_models.protocol.page import Order, Page
from eyebox_models.protocol.pixels import Pixels, Thumbnail

PAGES_KEPT = 50


class Pictures(QObject):
    """Lists the pictures of the session and keeps track of the one shown.

    Signals (pictures are named by id):
        loaded: another session's pictures are listed; many_added: tuple of PictureRecord, at the end, or `arranged` follows.
        added: PictureRecord; opened: one that is new in the session; removed: list of ids; updated: PictureRecord.
        arranged: they have another order.
        shown: PictureRecord of the picture now shown, or None.
        decoding: id, fraction 0..1 (-1 unknown); decoded: PictureRecord, Pixels (maybe a preview).
        not_decoded: id, one sentence; file_gone: PictureRecord of one that may be found elsewhere, the sentence if not.
        changed: PictureRecord of one whose file is another one than it was.
        turned: PictureRecord, by how many quarters; `decoded` follows where it is shown.
        page_ready: id, Page.
        noticed: a sentence worth knowing.
    """

    loaded = Signal()
    many_added = Signal(object)
    added = Signal(object)
    opened = Signal(object)
    removed = Signal(object)
    updated = Signal(object)
    arranged = Signal()
    shown = Signal(object)
    decoding = Signal(str, float)
    decoded = Signal(object, object)
    not_decoded = Signal(str, str)
    file_gone = Signal(object, str)
    changed = Signal(object)
    turned = Signal(object, int)
    page_ready = Signal(str, object)
    noticed = Signal(str)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        lane: Lane,
        reader: Lane,
        background: Background,
        cache: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._lane = lane
        self._background = background
        self.session = ""
        self.records = PictureList(store)
        self.parts = Parts(self.records)
        self.current: str | None = None
        self.is_coming = False
        """Whether the first picture to be shown is on its way, or none comes of it: then `show_last` says so."""
        self._last: str | None = None
        self.content_of: Callable[[PictureRecord], PictureContent | None] = lambda _record: None
        """Called with a picture that was opened: what is written with it, where boxes of a file wait for it."""
        self.read_automatically = True
        self.in_passing = False
        """Whether pictures come and go too fast to be read by themselves."""
        self._changed_too: set[str] = set()
        """Pages of a document of which it was said that it has changed."""
        self.pixels = PixelFiles(cache)
        self._decoder = Decoding(lane, self.records, self.pixels, self)
        self._decoder.progressed.connect(self.decoding)
        self._decoder.previewed.connect(self._on_preview)
        self._decoder.ended.connect(self._on_decoded)
        self.reading = Reading(reader, self.records, self.pixels, self._keep_read, self)
        self._pages: OrderedDict[str, Page | None] = OrderedDict()
        self.thumbnails = Thumbnails(
            lane, background, cache / "thumbnails", self.parts.picture_of, self.pixels.get, self
        )

    @property
    def locked(self) -> set[str]:
        """Pages that were to be opened, whose document opens by a password that is not known."""
        return self.thumbnails.locked

    def path_of(self, picture: str) -> str:
        """The file of a picture of the session, "" when it was removed."""
        record = self.records.get(picture)
        return record.path if record else ""

    def pages_of(self, file: str) -> list[str]:
        """The ids of all pages of a document, or frames of a video, in the order of the session."""
        begun = page_path(file, 1)[:-1], frame_path(file, 0)[:-1]
        return [id for path, id in self.records.by_path().items() if path.startswith(begun)]

    # The session

    def load(self, session: str, current: str | None = None, *, show: bool = True) -> None:
        """Lists a session's pictures and shows the `current` one, or the first. Not to `show`: another is on its way, and where
        it does not come, `show_last` follows."""
        self.close_session()
        self.session = session
        self.records.load(session)
        self.loaded.emit()
        self._last = current
        self.is_coming = not show
        if show and self.records:
            self.show_last()
        else:
            self.show(None)

    def close_session(self) -> None:
        """Forgets the session's pictures and ends their jobs; nothing on disk changes but decoded pixels."""
        for job in (*self._decoder.forget(), *self.reading.forget()):
            job.stop()
        self._changed_too.clear()
        self.thumbnails.stop()
        self.pixels.remove(*self.pixels)
        self.records.load("")
        self._pages.clear()
        self.loaded.emit()
        if self.current is not None:
            self.show(None)

    def close(self) -> None:
        """Forgets all jobs: what they still bring is not wanted any more."""
        self._decoder.forget()
        self.reading.forget()

    def add(self, record: PictureRecord, opened: Pixels | Thumbnail, *, show: bool) -> None:
        """Adds a picture that was opened; the first one is shown in any case."""
        self.records.put(record)
        content = self.content_of(record)
        self._queue.do(AddPictures(self.session, (content,)) if content else AddPicture(record))
        if isinstance(opened, Pixels):
            self.pixels.keep(record.id, opened, shown=self.current)
        self.added.emit(record)
        if isinstance(opened, Thumbnail):
            self.thumbnails.ready.emit(record.id, opened.file)
        if show or self.current is None:
            self.show(record.id)
        self.opened.emit(record)

    def add_many(self, new: Sequence[PictureContent], *, show: bool) -> None:
        """Adds pictures that were not opened; the first one is shown where none is, and `show` allows it."""
        self._queue.do(AddPictures(self.session, tuple(new)))
        self.list_many([content.record for content in new], show=show)

    def list_many(self, new: Sequence[PictureRecord], *, show: bool) -> None:
        """Lists pictures that are in the store."""
        records = [record for record in new if record.id not in self.records]
        if not records:
            return
        last = self.records.last
        self.records.put(*records)
        self.many_added.emit(records)
        if last is not None and self.records.last == last:
            self.arranged.emit()
        if self.current is None and show:
            self.show(records[0].id)
        for record in records:
            self.opened.emit(record)

    # Showing

    def show(self, picture: str | None) -> None:
        """Makes a picture the current one; its pixels follow by `decoded`, its text by `page_ready`."""
        self.current = picture
        record = self.records.get(picture or "")
        self.is_coming = self.is_coming and record is None
        self.shown.emit(record)
        if record is None:
            return
        pixels = self.pixels.use(record.id)
        if pixels is not None:
            self.decoded.emit(record, pixels)
        else:
            self._decoder.hurry(record)
        page = self.page(record.id)
        if page is not None:
            self.page_ready.emit(record.id, page)
        elif lines := self.reading.lines(record.id):
            self.reading.lines_found.emit(record.id, lines)
        elif pixels is not None and self.read_automatically and not self.in_passing:
            self.reading.read(record.id)

    @Slot()
    def show_last(self) -> None:
        """Shows the picture that was the current one when the session was left, or the first, where none is shown."""
        was_coming, self.is_coming = self.is_coming, False
        if self.current is None and (self.records or was_coming):
            self.show(self._last if self._last in self.records else next(iter(self.records), None))

    def decode_ahead(self, pictures: Sequence[str]) -> None:
        """Has pictures decoded that are likely to be shown next, while none is waited for; only these from now on."""
        self._decoder.look_ahead(pictures, self.current)

    def begin_turned(self, record: PictureRecord, page: Page | None) -> None:
        """A picture is turned: its text lies so from now on; its boxes follow, then `end_turned`."""
        turns = record.turns - self.records[record.id].turns
        self._decoder.give_up(record.id)
        was_reading = self.reading.give_up(record.id)
        self.records.put(record)
        self._keep_page(record.id, page)
        self.pixels.remove(record.id)
        self.turned.emit(record, turns)
        if page is not None:
            self.page_ready.emit(record.id, page)
        if was_reading:
            self.reading.read(record.id)

    def end_turned(self, picture: str) -> None:
        """The boxes of a turned picture lie so too."""
        record = self.records[picture]
        self.thumbnails.make_again(picture)
        self.updated.emit(record)
        if picture == self.current:
            self._decoder.decode(record)

    def step(self, by: int) -> None:
        """Shows the next (1) or the previous (-1) picture."""
        if picture := self.records.step(self.current or "", by):
            self.show(picture)

    def page(self, picture: str) -> Page | None:
        """The text of a picture, when it has been read."""
        if picture not in self._pages:
            self._keep_page(picture, self._store.page(picture))
        return self._pages[picture]

    def _keep_page(self, picture: str, page: Page | None) -> None:
        self._pages[picture] = page
        self._pages.move_to_end(picture)
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def _keep_read(self, picture: str, page: Page) -> None:
        """Keeps what was read, with what had been corrected before."""
        if (before := self.page(picture)) is not None:
            from eyebox_models.text.cells import with_corrected_cells
            from eyebox_models.text.proof import with_corrections

            page = with_corrected_cells(with_corrections(page, before), before)
        self.set_page(picture, page)

    def set_page(self, picture: str, page: Page) -> None:
        """Keeps the text of a picture and shows it."""
        self._keep_page(picture, page)
        self._queue.do(SavePage(picture, page))
        self.records.put(replace(self.records[picture], lines=len(page.lines)))
        self.page_ready.emit(picture, page)

    def show_pages_again(self, pictures: Iterable[str]) -> None:
        """The texts of these are others in the store: that of the one that is shown is shown again."""
        for picture in pictures:
            self._pages.pop(picture, None)
            if picture == self.current and (page := self.page(picture)) is not None:
                self.page_ready.emit(picture, page)

    def set_reading_order(self, order: Order) -> None:
        """How the lines of what is read from now on follow each other; the picture shown is read again."""
        if order != self.reading.order:
            self.reading.order = order
            if self.current and self.page(self.current) is not None:
                self.reading.read(self.current)

    def set_scripts(self, scripts: tuple[str, ...] | None) -> None:
        """Which languages are tried where the networks know no letters; the picture shown is read again for it."""
        if scripts != self.reading.scripts:
            self.reading.scripts = scripts
            if self.current and self.page(self.current) is not None:
                self.reading.read(self.current)

    # Removing

    def remove(self, pictures: Iterable[str]) -> list[PictureRecord]:
        """Takes pictures out of the session (files stay where they are). Returns what `restore` needs."""
        gone = [self.records[p] for p in pictures if p in self.records]
        ids = {record.id for record in gone}
        after = ""
        if gone:
            after = gone[0].id
            while after in ids:
                after = self.records.step(after, 1)
        self.records.remove(ids)
        with self._queue.together():
            for record in gone:
                self._queue.do(RemovePicture(record.id))
        self.removed.emit([record.id for record in gone])
        if self.current not in self.records:
            self.show(after or self.records.last)
        return gone

    def restore(self, records: Iterable[PictureRecord], current: str | None = None) -> bool:
        """Puts removed pictures back where they were, boxes, text and all, and shows the one that is then `current`.

        Returns whether there were any to put back.
        """
        back = [record for record in records if record.id not in self.records]
        self.records.put(*back)
        with self._queue.together():
            for record in back:
                self._queue.do(RestorePicture(record.id))
        if len(back) == 1:
            self.added.emit(back[0])
        elif back:
            self.many_added.emit(back)
            self.arranged.emit()
        if back:
            self.show(current if current in self.records else back[0].id)
        return bool(back)

    # Their files and order

    def move_files(self, paths: Mapping[str, str]) -> bool:
        """Makes other files those of pictures (by id). Returns whether any picture is still there."""
        moved = [replace(self.records[id], path=path) for id, path in paths.items() if id in self.records]
        self.records.put(*moved)
        with self._queue.together():
            for record in moved:
                self._queue.do(UpdatePicture(record))
        for record in moved:
            self.pixels.remove(record.id)
            self.updated.emit(record)
            if record.id == self.current:
                self.show(record.id)
        return bool(moved)

    def arrange(self, order: Sequence[str]) -> bool:
        """Puts the pictures in another order; those that it leaves out come last. Returns whether any moved."""
        places = self.records.arrange(order)
        if places:
            self._queue.do(PlacePictures(self.session, tuple(places)))
            self.arranged.emit()
        return bool(places)

    # What engines say

    @Slot(str, object)
    def _on_preview(self, picture: str, pixels: Pixels) -> None:
        if picture == self.current:
            self.decoded.emit(self.records[picture], pixels)

    @Slot(str, object, bool)
    def _on_decoded(self, picture: str, end: End, is_ahead: bool) -> None:
        record = self.records[picture]
        if not isinstance(end.result, Pixels):
            if getattr(end.message, "code", "") in (LOCKED, WRONG_PASSWORD):
                self.locked.add(record.id)
            if end.outcome == "failed" and not (is_ahead and record.id != self.current):
                gone = record.sha256 and not os.path.lexists(file_of(record.path))
                (self.file_gone if gone else self.not_decoded).emit(
                    record if gone else record.id, translated(end.message)
                )
            return
        pixels = end.result
        self.pixels.keep(record.id, pixels, shown=self.current)
        self.locked.discard(record.id)
        changed = bool(record.sha256 and pixels.sha256) and record.sha256 != pixels.sha256
        others: list[PictureRecord] = []
        is_said = record.id in self._changed_too
        self._changed_too.discard(record.id)
        if changed and not is_said:
            file = file_of(record.path)
            pages = [id for id in self.pages_of(file) if id != record.id]
            self._changed_too.update(pages)
            others = [self.records[id] for id in pages]
            self.noticed.emit(
                self.tr("%1 has changed since it was last opened; its boxes may not fit any more.").replace(
                    "%1", record.name if file == record.path else name_of(file)
                )
            )
        if (record.sha256, record.width, record.height) != (pixels.sha256, pixels.width, pixels.height):
            record = replace(record, sha256=pixels.sha256, width=pixels.width, height=pixels.height)
            self.records.put(record)
            self._queue.do(UpdatePicture(record))
            self.updated.emit(record)
        if changed and not is_said:
            for one in (record, *others):
                self.changed.emit(one)
        if record.id == self.current:
            self.decoded.emit(record, pixels)
            if self.read_automatically and not self.in_passing and (changed or self.page(record.id) is None):
                self.reading.read(record.id)
