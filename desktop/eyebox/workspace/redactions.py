"""What is blacked out on the pictures of a session, as steps to undo; files are never changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from threading import Event

from PySide6.QtCore import QObject, Signal

from eyebox.jobs.background import Background
from eyebox.session.errors import StoreError
from eyebox.session.redactions import KEY, from_state, to_state
from eyebox.session.store import Store
from eyebox.session.types import Redaction
from eyebox.session.writes import SetState
from eyebox.workspace.history import History, Step
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Page

MOST = 5_000
"""So many places are found at a time: more would be looked at by nobody."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is blacked out, or may be, on a picture (its id and name)."""

    picture: str
    name: str
    redaction: Redaction
    is_covered: bool


class Redactions(QObject):
    """Regions are those of the picture as it is turned.

    Signals: changed: id of a picture on which other regions are blacked out now.
    """

    changed = Signal(str)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        pictures: Pictures,
        history: History,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._pictures = pictures
        self._history = history
        self._background = background
        self._states: dict[str, list[list[object]]] = {}
        """Of pictures that were looked at, which is also right while the store is busy."""

    def of(self, picture: str) -> tuple[Redaction, ...]:
        """What is blacked out on a picture of the session."""
        record = self._pictures.records.get(picture)
        if record is None:
            return ()
        if picture not in self._states:
            try:
                self._states[picture] = self._store.get_state(picture, KEY, [])
            except StoreError:
                return ()
        return from_state(self._states[picture], record)

    def given_away(self, picture: str, page: Page) -> Page:
        """A page of a picture with blocks for what is blacked out."""
        covered = [one.rect for one in self.of(picture)]
        if not covered:
            return page
        from eyebox_models.text.redact import redacted

        return redacted(page, covered)

    def add(self, picture: str, more: Iterable[Redaction]) -> None:
        """Blacks out more of a picture; what is so already stays as it is."""
        self.put({picture: (*self.of(picture), *more)}, self.tr("Black out"))

    def remove(self, picture: str, redaction: Redaction) -> None:
        """Shows a region again."""
        left = tuple(one for one in self.of(picture) if one != redaction)
        self.put({picture: left}, self.tr("Show again"))

    def put(self, wanted: Mapping[str, Sequence[Redaction]], text: str) -> None:
        """Makes these what is blacked out on some pictures, as one step, which is called `text`."""
        before, after = {}, {}
        for picture, redactions in wanted.items():
            record, there = self._pictures.records.get(picture), self.of(picture)
            new = tuple(dict.fromkeys(redactions))
            if record is not None and new != there:
                before[picture], after[picture] = to_state(there, record), to_state(new, record)
        if after:
            step = Step(text, lambda: self._write(after), lambda: self._write(before))
            self._history.do(self._pictures.session, step)

    def find(
        self,
        kinds: Collection[str],
        texts: Sequence[str],
        only: Collection[str] | None,
        done: Callable[[list[Place]], object],
    ) -> Event:
        """Looks in the background for places to black out on pictures of the session (None: all), of some kinds and texts.

        `done` gets them with those that are blacked out, at most MOST. Setting what is returned ends it; `done` is not
        called then, nor where the store can't be read.
        """
        stop, session = Event(), self._pictures.session
        ids = None if only is None else frozenset(only)
        self._queue.flush()

        def work() -> list[Place]:
            with reader:
                return _places(reader, session, ids, kinds, texts, stop)

        def found(places: list[Place]) -> None:
            if not stop.is_set():
                done(places)

        try:
            reader = self._store.for_reading()
        except EyeboxError:
            return stop
        self._background.run(work, found, lambda _error: None)
        return stop

    def _write(self, states: Mapping[str, list[list[object]]]) -> bool:
        self._states |= states
        for picture, state in states.items():
            self._queue.do(SetState(picture, KEY, state))
        for picture in states:
            self.changed.emit(picture)
        return True


def _places(
    store: Store,
    session: str,
    only: frozenset[str] | None,
    kinds: Collection[str],
    texts: Sequence[str],
    stop: Event,
) -> list[Place]:
    from eyebox_models.text.extract import KINDS
    from eyebox_models.text.redact import redact

    wanted = [kind for kind in KINDS if kind in kinds]
    places: list[Place] = []
    for content in store.contents(session, only):
        record = content.record
        if stop.is_set() or len(places) >= MOST:
            break
        there = from_state(store.get_state(record.id, KEY, []), record)
        places += [Place(record.id, record.name, one, True) for one in there]
        rects = [one.rect for one in there]
        for region in redact(content.page, wanted, texts) if content.page else ():
            if not any(_within(region.rect, rect) for rect in rects):
                redaction = Redaction(region.rect, region.kind, region.text)
                places.append(Place(record.id, record.name, redaction, False))
    return places[:MOST]


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    slack = 0.5
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )
