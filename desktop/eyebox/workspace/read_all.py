"""The text of many pictures read in the background, a few jobs at a time, so that search finds it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import Priority
from eyebox.language import translated
from eyebox.session.store import Store
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.events import End

AT_ONCE = 2
"""So many jobs are submitted: while one is read, the next one waits for the engine."""
ESTIMATED_AFTER = 3
"""Pictures after which the time left is said: the first takes longer, since its engine starts."""


class ReadAll(QObject):
    """Reads pictures of the open session after whatever a user waits for. What was read is kept, one by one.

    Signals:
        progressed: how many are done, of how many, seconds left (-1 unknown).
        busy_changed: whether it is at work.
        ended: how many were read, how many are left, (name, sentence) of each that could not be read.
        interrupted: the same, where another session was opened meanwhile.
    """

    progressed = Signal(int, int, float)
    busy_changed = Signal(bool)
    ended = Signal(int, int, object)
    interrupted = Signal(int, int, object)

    def __init__(self, pictures: Pictures, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._store = store
        self._todo: deque[str] = deque()
        self._under_way: set[str] = set()
        self._read = 0
        self._failed: list[tuple[str, str]] = []
        self._begun = 0.0
        pictures.reading.ended.connect(self._on_read_ended)
        pictures.removed.connect(self._on_removed)
        pictures.loaded.connect(self._on_loaded)

    @property
    def is_busy(self) -> bool:
        return bool(self._todo or self._under_way)

    @property
    def left(self) -> int:
        """How many are still to be read."""
        return len(self._todo) + len(self._under_way)

    @Slot()
    def unread(self) -> None:
        """Reads all pictures that have no text yet, in their order."""
        records = self._pictures.records
        read = {record.id for record in records.seen() if record.lines is not None}
        unread = self._store.unread_pictures(self._pictures.session)
        self.these([id for id in unread if id in records and id not in read])

    def these(self, pictures: Sequence[str]) -> None:
        """Reads these, also those that have a text; they come after what is under way."""
        was_busy = self.is_busy
        known = {*self._todo, *self._under_way}
        self._todo.extend(id for id in dict.fromkeys(pictures) if id not in known)
        if not was_busy:
            self._read, self._failed, self._begun = 0, [], time.monotonic()
            if self._todo:
                self.busy_changed.emit(True)
            else:
                self.ended.emit(0, 0, [])
        self._go_on()

    @Slot()
    def stop(self) -> None:
        """Ends it; what is left can be read later."""
        if self.is_busy:
            left = self.left
            self._todo.clear()
            under_way, self._under_way = self._under_way, set()
            for picture in under_way:
                self._pictures.reading.stop(picture)
            self._end(left)

    def _go_on(self) -> None:
        while self._todo and len(self._under_way) < AT_ONCE:
            picture = self._todo.popleft()
            if picture in self._pictures.records:
                self._under_way.add(picture)
                self._pictures.reading.read(picture, Priority.BATCH)
        if not self.is_busy:
            return
        done = self._read + len(self._failed)
        each = (time.monotonic() - self._begun) / done if done >= ESTIMATED_AFTER else -1
        self.progressed.emit(done, done + self.left, each * self.left if each >= 0 else -1.0)

    def _end(self, left: int) -> None:
        self.busy_changed.emit(False)
        self.ended.emit(self._read, left, self._failed)

    @Slot(str, object)
    def _on_read_ended(self, picture: str, end: End) -> None:
        """Counts a picture, also one that somebody looked at and that was read before its turn came."""
        if picture in self._under_way:
            self._under_way.discard(picture)
        elif end.outcome == "done" and picture in self._todo:
            self._todo.remove(picture)
        else:
            return
        if end.outcome == "failed":
            self._failed.append((self._pictures.records[picture].name, translated(end.message)))
        elif end.outcome == "done":
            self._read += 1
        self._advance()

    @Slot()
    def _on_loaded(self) -> None:
        """Another session is open; what is left of this one can be read when it is open again."""
        if self.is_busy:
            left = self.left
            self._todo.clear()
            self._under_way.clear()
            self.busy_changed.emit(False)
            self.interrupted.emit(self._read, left, self._failed)

    @Slot(object)
    def _on_removed(self, pictures: Collection[str]) -> None:
        if self.is_busy:
            gone = set(pictures)
            self._todo = deque(id for id in self._todo if id not in gone)
            self._under_way -= gone
            self._advance()

    def _advance(self) -> None:
        self._go_on()
        if not self.is_busy:
            self._end(0)
